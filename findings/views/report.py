"""The report: its sections, its readers, its files, its publication."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings import drafting, illustrated, referred
from findings.forms.report import ReadingForm
from findings.forms.section import SectionForm
from findings.models import BuiltReport, Remark, Report, ReportSection
from findings.report_files import draft as drafted
from findings.report_files import wanted
from findings.services import report as verbs
from findings.services import report_build, unsaved
from findings.services import section as sections
from findings.services.anonymity import Anonymised, anonymised
from findings.services.jigsaw import stand_outs
from reviews.forms.reason import ReasonForm
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib import docx
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused


def of_review(request: HttpRequest, ref: str, action: str) -> tuple[Review, Report]:
    """The review of the address and its report, if the person may do `action`."""
    review = visible(request, ref, action)
    report = Report.objects.filter(review=review).first()
    if report is None:
        raise Http404
    report.review = review
    return review, report


def section_of(report: Report, key: str) -> ReportSection:
    """The section of a report that an address names."""
    found: ReportSection = get_object_or_404(report.sections, key=key)
    found.report = report
    return found


def guidance(review: Review, key: str) -> Any:
    """What the rule set says of a section; None for one that it does not know."""
    return next((line for line in review.rules.sections if line.key == key), None)


def onward(request: HttpRequest, ref: str, key: str) -> tuple[str, ...]:
    """Where somebody goes who has saved a section: on with it, or back to the report."""
    return ("findings.report.section", ref, key) if "stay" in request.POST else ("findings.report.show", ref)


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the report stands: sections, leftovers, readers, files, what is between it and publication."""
    review = visible(request, ref, "report.see")
    report = Report.objects.filter(review=review).first()
    context: dict[str, Any] = {"report": report}
    if report is not None:
        report.review = review
        made, files = anonymised(report), verbs.latest_files(report)
        signed = verbs.signatures(report, made.sha256)
        context |= {
            "sections": drafting.lengths(report, [*report.sections.all()]),
            "remarks": Remark.objects.visible_to(request.user).filter(section__report=report, answer="").count(),
            "dead": referred.dead(report),
            "leftovers": len(made.leftovers),
            "together": stand_outs(report, made),
            "first": signed.get(1),
            "second": signed.get(2),
            "refusals": report.readings.filter(accepted=False).select_related("reader"),
            "built": [(BuiltReport.Format(kind).label, files.get(kind)) for kind in wanted(made)],
            "sha256": made.sha256,
            "build": report.builds.first(),
        }
    return page(request, "findings/report/show.html", review=review, here="report", **context)


@login_required
@require_POST
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin the report from the rule set's template."""
    review = visible(request, ref, "finding.write")
    return tried(
        request,
        ref,
        lambda: verbs.begin(by=request.user, review=review),
        "The report has begun: its sections are below.",
    )


@login_required
def section(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Write one section. Where somebody else changed the same words meanwhile, the page asks which shall stand."""
    review, report = of_review(request, ref, "report.write")
    found = section_of(report, key)
    if request.method == "GET":
        sections.opened(by=request.user, section=found)
    typed = unsaved.of(found, request.user)
    form = SectionForm(request.POST or None, record=found, unsaved=typed)
    if request.method == "POST" and (
        made := attempt(form, lambda: sections.write(by=request.user, section=found, **form.written))
    ):
        return done(request, form.outcome(made), *onward(request, ref, key))
    context = {"form": form, "section": found, "guidance": guidance(review, key), "unsaved": typed}
    context |= drafting.beside(report, found, form["text"].value() or "", request.user)
    return page(request, "findings/report/section.html", review=review, here="report", **context)


def legible(made: Anonymised) -> Sequence[tuple[str, Sequence[docx.Block]]]:
    """(title, parts) of each section that holds words, as the built files set them; what is undecided is covered."""
    return [(title, illustrated.blocks(text)) for title, text in made.covered if text.strip()]


@login_required
def preview(request: HttpRequest, ref: str) -> HttpResponse:
    """The anonymised text as it stands, undecided words covered; where the readers sign."""
    review, report = of_review(request, ref, "report.see")
    made = anonymised(report)
    context = {"report": report, "sections": legible(made), "leftovers": len(made.leftovers)}
    return page(request, "findings/report/preview.html", review=review, here="report", **context)


@login_required
@once
def read(request: HttpRequest, ref: str, order: int) -> HttpResponse:
    """Sign the anonymised text as first or second reader, or say what has to change."""
    if order not in {1, 2}:
        raise Http404
    review, report = of_review(request, ref, "report.anonymise" if order == 1 else "report.second_read")
    form = ReadingForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.read(by=request.user, report=report, order=order, **form.cleaned_data)
    ):
        return done(request, "Your reading stands in the record.", "findings.report.show", ref)
    made = anonymised(report)
    context = {"report": report, "sections": legible(made), "leftovers": len(made.leftovers), "order": order}
    context["unjudged"] = stand_outs(report, made).unjudged
    return page(request, "findings/report/read.html", review=review, here="report", form=form, **context)


@login_required
@require_POST
@once
def build(request: HttpRequest, ref: str) -> HttpResponse:
    """Build the PDF and Word files and scan them; the result waits on the report's page."""
    _, report = of_review(request, ref, "report.write")
    sentence = "The files are being built and scanned. This page shows how far it is."
    return tried(request, ref, lambda: report_build.ask(by=request.user, report=report), sentence)


@login_required
def download(request: HttpRequest, ref: str, pk: int) -> FileResponse:
    """Download a built file; this is recorded."""
    _, report = of_review(request, ref, "report.see")
    built = get_object_or_404(BuiltReport, report=report, pk=pk)
    verbs.downloaded(by=request.user, built=built)
    return FileResponse(
        built.file.open("rb"),
        as_attachment=True,
        filename=f"{ref}-{'summary' if built.format == 'summary' else 'report'}.{built.ending}",
    )


@login_required
def draft(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The anonymised text as it stands, as a PDF with the reader's name across each page; this is recorded."""
    _, report = of_review(request, ref, "report.see")
    content = drafted(report, anonymised(report), str(request.user), timezone.localdate())
    try:
        verbs.draft_taken(by=request.user, report=report, content=content)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.report.show", ref)
    return FileResponse(BytesIO(content), as_attachment=True, filename=f"{ref}-draft-report.pdf")


@login_required
@require_POST
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    """Send the report to the board for sign-off."""
    review, _ = of_review(request, ref, "report.write")
    return tried(
        request,
        ref,
        lambda: verbs.send_for_sign_off(by=request.user, review=review),
        "The board chair has the report for sign-off.",
    )


@login_required
@once
def sign_off(request: HttpRequest, ref: str) -> HttpResponse:
    """The board chair signs off."""
    review, report = of_review(request, ref, "report.sign_off")
    form = ReasonForm(request.POST or None, label="On whose behalf, and anything to be remembered")
    if request.method == "POST" and attempt(
        form, lambda: verbs.sign_off(by=request.user, review=review, note=form.cleaned_data["reason"])
    ):
        return done(
            request, "Signed off. The board can respond to the recommendations now.", "findings.report.show", ref
        )
    unjudged = stand_outs(report).unjudged
    return page(request, "findings/report/sign_off.html", review=review, here="report", form=form, unjudged=unjudged)


@login_required
@once
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    """The board chair sends the report back."""
    review, _ = of_review(request, ref, "report.sign_off")
    form = ReasonForm(request.POST or None, label="What has to change?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.send_back(by=request.user, review=review, note=form.cleaned_data["reason"])
    ):
        return done(request, "Sent back to the reviewer.", "findings.report.show", ref)
    return page(request, "findings/report/send_back.html", review=review, here="report", form=form)


def tried(request: HttpRequest, ref: str, verb: Any, sentence: str) -> HttpResponse:
    """Run a verb that has no form of its own, and go back to the report's page with what came of it."""
    try:
        verb()
    except Refused as refusal:
        return refused(request, str(refusal), "findings.report.show", ref)
    return done(request, sentence, "findings.report.show", ref)
