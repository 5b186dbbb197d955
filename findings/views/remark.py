"""Comments and suggestions on the draft: listed, added, answered, withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.remark import AnswerForm, RemarkForm
from findings.models import Remark, Report
from findings.reconciling import paragraphs
from findings.services import remark as verbs
from findings.views.report import of_review, section_of
from reviews.comparison import compared
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused


def of_report(request: HttpRequest, report: Report) -> Any:
    """The remarks on a report that the person may read; what people wrote of them is fetched along."""
    rows = Remark.objects.visible_to(request.user).filter(section__report=report)
    return rows.select_related("section", "written_by", "answered_by")


def remark_of(request: HttpRequest, report: Report, pk: int) -> Remark:
    """One remark on a report."""
    found: Remark = get_object_or_404(of_report(request, report), pk=pk)
    found.section.report = report
    return found


def told(remark: Remark) -> tuple[Remark, Any]:
    """A remark, and for a suggestion what differs."""
    return remark, compared(remark.quote, remark.words) if remark.kind == Remark.Kind.SUGGESTION else None


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """What was said about the draft, section by section; ?open=yes leaves out what is answered."""
    review, report = of_review(request, ref, "report.see")
    rows, waiting = of_report(request, report), request.GET.get("open") == "yes"
    rows = paged(request, rows.filter(answer="") if waiting else rows, 30)
    context = {"rows": rows, "remarks": map(told, rows), "waiting": waiting, "person": request.user}
    return page(request, "findings/remark/list.html", review=review, here="report", **context)


@login_required
@once
def new(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Say something about a section; ?paragraph= takes the words of that paragraph along."""
    review, report = of_review(request, ref, "report.comment")
    found, number = section_of(report, key), request.GET.get("paragraph", "")
    known = dict(enumerate(paragraphs(found.text), start=1))
    quote = known.get(int(number), "") if number.isdecimal() and len(number) < 7 else ""
    form = RemarkForm(request.POST or None, initial={"quote": quote, "words": quote})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, section=found, **form.cleaned_data)
    ):
        return done(request, "Thank you: the reviewer answers it.", "findings.section.show", ref, key)
    return page(request, "findings/remark/new.html", review=review, here="report", form=form, section=found)


@login_required
@once
def answer(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Answer a remark; accepting a suggestion puts its words in."""
    review, report = of_review(request, ref, "report.write")
    found = remark_of(request, report, pk)
    form = AnswerForm(request.POST or None, remark=found)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.answer(by=request.user, remark=found, **form.cleaned_data))
    ):
        said = f"Accepted: it is version {made.made_version} now." if made.made_version else "Answered."
        return done(request, said, "findings.remark.list", ref)
    remark, pieces = told(found)
    context = {"remark": remark, "pieces": pieces, "form": form}
    return page(request, "findings/remark/answer.html", review=review, here="report", **context)


@login_required
@require_POST
def withdraw(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take back one's own remark."""
    _, report = of_review(request, ref, "report.comment")
    try:
        verbs.withdraw(by=request.user, remark=remark_of(request, report, pk))
    except Refused as refusal:
        return refused(request, str(refusal), "findings.remark.list", ref)
    return done(request, "Withdrawn.", "findings.remark.list", ref)
