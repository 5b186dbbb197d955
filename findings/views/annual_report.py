"""Yearly reports: begun, made, decided about, approved, published, taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.annual_report import AnnualReportForm
from findings.forms.product import SettleForm
from findings.models import AnnualBuild, AnnualReport
from findings.services import annual_report as verbs
from reviews.access import allowed, boards_where, check
from reviews.forms.reason import ReasonForm
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.papers import KINDS, filename, paper_of
from scr_portal.lib.records import Refused

LIST, SHOW = "findings.annual_report.list", "findings.annual_report.show"


def visible(request: HttpRequest, pk: int, action: str) -> AnnualReport:
    """The report of the address, of a board of the person's, if they may do `action` there."""
    own = AnnualReport.objects.filter(board__in=boards_where(request.user, "board.see"))
    found: AnnualReport = get_object_or_404(own.select_related("board", "approved_by"), pk=pk)
    check(request.user, action, found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The yearly reports of the board, newest first, with what was published; where the next is begun."""
    board = board_for(request, "board.see")
    rows = AnnualReport.objects.visible_to(request.user).filter(board=board).select_related("board")
    out: dict[int, AnnualBuild] = {}
    for build in AnnualBuild.objects.filter(report__in=rows, published_on__isnull=False).order_by("pk"):
        out[build.report_id] = build
    writes = allowed(request.user, "annual_report.write", board)
    context = {
        "board": board,
        "rows": [(report, out.get(report.pk)) for report in rows],
        "reads": allowed(request.user, "annual_report.see", board),
        "form": AnnualReportForm(board=board) if writes else None,
    }
    return page(request, "findings/annual_report/list.html", **context)


@login_required
@require_POST
@once
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the report of a year."""
    board = board_for(request, "annual_report.write")
    form = AnnualReportForm(request.POST, board=board)
    made = attempt(form, lambda: verbs.begin(by=request.user, board=board, **form.cleaned_data))
    if not made:
        return refused(request, form.error_items[0]["text"], LIST)
    return done(
        request, "Begun. Write its sections; what the record of the year says is drawn into them.", SHOW, made.pk
    )


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the report stands: what is written, what it says as it was last made, and what stands in its way."""
    report = visible(request, pk, "annual_report.see")
    build, parts = report.builds.first(), report.parts.select_related("report__board", "written_by")
    context: dict[str, Any] = {
        "report": report,
        "parts": parts,
        "build": build,
        "statements": report.statements.select_related("agency"),
        "paper": paper_of(build.content) if build and build.content else None,
        "obstacles": verbs.obstacles(report, build),
        "wrote": any(part.written_by_id == request.user.pk for part in parts),
        "out": report.builds.filter(published_on__isnull=False),
    }
    return page(request, "findings/annual_report/show.html", **context)


@login_required
@require_POST
@once
def build(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the report from what stands now."""
    report = visible(request, pk, "annual_report.write")
    sentence = "The report is being made. This page shows how far it is."
    return tried(request, lambda: verbs.ask_build(by=request.user, report=report), sentence, pk)


@login_required
@once
def settle(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Decide about the `place`-th words that could tell of somebody; what was shown must still be there."""
    report = visible(request, pk, "annual_report.write")
    made = report.builds.first()
    if made is None or not 0 < place <= len(made.left):
        raise Http404
    asked = made.left[place - 1]
    form = SettleForm(request.POST or None, candidates=tuple(asked["candidates"]))
    if request.method == "POST" and request.POST.get("build") != str(made.pk):
        return refused(request, "The report was made again meanwhile. Nothing was decided; look again.", SHOW, pk)
    if request.method == "POST" and attempt(
        form, lambda: verbs.settle(by=request.user, build=made, place=place - 1, **form.cleaned_data)
    ):
        return done(request, f"“{asked['text']}” is decided. Make the report again when all are.", SHOW, pk)
    context = {"report": report, "build": made, "asked": asked, "place": place}
    return page(request, "findings/annual_report/settle.html", form=form, **context)


@login_required
@once
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it as it was made, and approve it for the board."""
    report = visible(request, pk, "annual_report.approve")
    form, made = ReasonForm(request.POST or None, label="What did you look at?"), report.builds.first()
    if request.method == "POST" and attempt(
        form, lambda: verbs.approve(by=request.user, report=report, note=form.cleaned_data["reason"])
    ):
        return done(request, "Approved. It can be published.", SHOW, pk)
    paper = paper_of(made.content) if made and made.content else None
    return page(request, "findings/annual_report/approve.html", form=form, report=report, paper=paper)


@login_required
@once
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an approved report back to be written."""
    report = visible(request, pk, "annual_report.approve")
    form = ReasonForm(request.POST or None, label="What has to change?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.send_back(by=request.user, report=report, why=form.cleaned_data["reason"])
    ):
        return done(request, "Sent back. It can be written again.", SHOW, pk)
    return page(request, "findings/annual_report/send_back.html", form=form, report=report)


@login_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish what was approved."""
    report = visible(request, pk, "annual_report.write")
    sentence = "Published: everybody of the board can take it here. Put the files on the board’s website as they are."
    return tried(request, lambda: verbs.publish(by=request.user, report=report), sentence, pk)


@login_required
@once
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a published report anew."""
    report = visible(request, pk, "annual_report.write")
    form = ReasonForm(request.POST or None, label="Why is it written anew?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.revise(by=request.user, report=report, why=form.cleaned_data["reason"])
    ):
        return done(
            request, "It can be written again. Readers keep what was published until you publish anew.", SHOW, pk
        )
    return page(request, "findings/annual_report/revise.html", form=form, report=report)


@login_required
def download(request: HttpRequest, pk: int, file: int, kind: str) -> FileResponse:
    """Take the report as Word or PDF: what was published, or a draft by whoever reads drafts; this is recorded."""
    report = visible(request, pk, "board.see")
    found = get_object_or_404(report.builds, pk=file)
    found.report = report
    if kind not in AnnualBuild.KINDS or not found.ready:
        raise Http404
    verbs.taken(by=request.user, build=found, kind=kind)
    content = getattr(found, kind).open("rb")
    return FileResponse(content, as_attachment=True, filename=filename(str(report), kind), content_type=KINDS[kind])


def tried(request: HttpRequest, verb: Callable[[], Any], sentence: str, pk: int) -> HttpResponse:
    """Run a verb that has no form of its own, and say what came of it."""
    try:
        verb()
    except Refused as refusal:
        return refused(request, str(refusal), SHOW, pk)
    return done(request, sentence, SHOW, pk)
