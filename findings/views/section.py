"""A section of the draft, to be read with real names by those who work on the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings import referred
from findings.anchoring import places
from findings.models import Remark, ReportSection
from findings.reconciling import paragraphs
from findings.services import section as verbs
from findings.versions import versions_of
from findings.views.report import of_review, section_of
from scr_portal.lib import docx
from scr_portal.lib.pages import page


def passages(request: HttpRequest, section: ReportSection) -> list[tuple[int, Sequence[docx.Block], list[Remark]]]:
    """(number, blocks, open remarks) of each paragraph; number 0 last: what is about the whole, or about words that are gone."""
    waiting = Remark.objects.visible_to(request.user).filter(section=section, answer="").select_related("written_by")
    said, meant = paragraphs(section.text), referred.of(section.report)
    beside: dict[int, list[Remark]] = defaultdict(list)
    for each in waiting:
        each.section = section
        here = (number for number, text in enumerate(said, start=1) if places(text, each.quote))
        beside[next(here, 0)].append(each)
    return [(n, docx.blocks(meant.linked(text)), beside[n]) for n, text in [*enumerate(said, start=1), (0, "")]]


@login_required
def show(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """One section as it stands; that it was read is kept on record."""
    review, report = of_review(request, ref, "report.see")
    found = section_of(report, key)
    verbs.opened(by=request.user, section=found)
    context = {"section": found, "passages": passages(request, found), "latest": versions_of(found).first()}
    return page(request, "findings/section/show.html", review=review, here="report", **context)
