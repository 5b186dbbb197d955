"""A section of the draft, to be read with real names by those who work on the report."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings.services import section as verbs
from findings.versions import versions_of
from findings.views.report import of_review, section_of
from scr_portal.lib import docx
from scr_portal.lib.pages import page


@login_required
def show(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """One section as it stands; that it was read is kept on record."""
    review, report = of_review(request, ref, "report.see")
    found = section_of(report, key)
    verbs.opened(by=request.user, section=found)
    context = {"section": found, "blocks": docx.blocks(found.text), "latest": versions_of(found).first()}
    return page(request, "findings/section/show.html", review=review, here="report", **context)
