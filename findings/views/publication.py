"""The publication of a report: plan, checklist, what stands in the way, what leaves for the public, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings import public_site
from findings.forms.publication import CheckForm, DepositForm, PlanForm, TakeDownForm, WithholdForm
from findings.models import Publication, Report
from findings.models.publication import earliest_take_down
from findings.services import publication as verbs
from findings.services.anonymity import anonymised
from findings.services.report import latest_files
from findings.views.report import of_review
from reviews import clocks, restrictions
from reviews.models import Review
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.papers import filename
from scr_portal.lib.records import Refused

SHOW = "findings.publication.show"


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the publication stands: plan, holds, checklist, and after it the website, the library and the taking down."""
    review, report = of_review(request, ref, "report.see")
    today, found = timezone.localdate(), verbs.of(report)
    waiting = review.stage == "publication"
    made = anonymised(report) if waiting or verbs.COPIES in report.checklist else None
    context: dict[str, Any] = {
        "publication": found,
        "planned": review.planned_stages.filter(stage_key="monitoring").first(),
        "checklist": checklist(report, today, made.sha256 if made else ""),
        "obstacles": verbs.obstacles(report, today, made) if waiting else [],
        "stops": restrictions.said(review, "report.publish"),
        "files": latest_files(report).values(),
        "earliest": earliest_take_down(review, report.published_on) if report.published_on else None,
        "library": next((line.label for line in review.rules.checklist if line.key == verbs.REPOSITORY), ""),
        "deposited": report.checklist.get(verbs.REPOSITORY),
        "today": today,
    }
    return page(request, "findings/publication/show.html", review=review, report=report, here="report", **context)


def checklist(report: Report, today: date, sha256: str) -> list[dict[str, Any]]:
    """Each line, what was ticked, and how many working days it was ago where these are counted; `sha256` is of the text now."""
    return [
        {"line": line, "ticked": ticked, **counted(report.review, line, ticked, today), "stale": stale(ticked, sha256)}
        for line in report.review.rules.checklist
        for ticked in [report.checklist.get(line.key)]
    ]


def counted(review: Review, line: Any, ticked: dict[str, Any] | None, today: date) -> dict[str, Any]:
    """How many working days have passed since a line was done, and from when publication may follow."""
    if not ticked or not line.min_working_days:
        return {}
    on = date.fromisoformat(ticked["on"])
    passed = clocks.working_days_between(on, today, review.rules.calendar)
    return {"passed": passed, "may_follow": verbs.may_follow(review, line, on)}


def stale(ticked: dict[str, Any] | None, sha256: str) -> bool:
    """Whether the copies that were sent are of another text than the one that would be published."""
    return bool(ticked and ticked.get("sha256") and ticked["sha256"] != sha256)


@login_required
@once
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """Embargo, the page for the website, and the day to take it down."""
    review, report = of_review(request, ref, "report.publish")
    form = PlanForm(request.POST or None, record=verbs.of(report))
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.plan(
            by=request.user, report=report, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "The plan is saved.", SHOW, ref)
    return page(request, "findings/publication/plan.html", review=review, here="report", form=form)


@login_required
@once
def check(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Tick one line of the checklist: who did it, and when."""
    review, report = of_review(request, ref, "report.publish")
    line = next((line for line in review.rules.checklist if line.key == key), None)
    if line is None:
        raise Http404
    said = report.checklist.get(key, {})
    initial = {"who": said.get("who", said["name"]), "note": said["note"]} if said else {}
    form = CheckForm(request.POST or None, standing=said, initial=initial)
    form.fields["who"].help_text = f"Here this falls to: {line.who}."
    if request.method == "POST" and attempt(
        form, lambda: verbs.tick(by=request.user, report=report, key=key, **form.cleaned_data)
    ):
        return done(request, f"Ticked: {line.label}.", SHOW, ref)
    return page(request, "findings/publication/check.html", review=review, here="report", form=form, line=line)


@login_required
@require_POST
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Publish, or say what stands in the way."""
    _, report = of_review(request, ref, "report.publish")
    try:
        verbs.publish(by=request.user, report=report)
    except Refused as refusal:
        return refused(request, str(refusal), SHOW, ref)
    return done(request, "Published. The page for the website is ready below.", SHOW, ref)


@login_required
@once
def withhold(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that the report is not published, who approved that, and what is published instead."""
    sentence = "Recorded. What was learned is acted on all the same."
    review, report = of_review(request, ref, "report.publish")
    form = WithholdForm(request.POST or None)
    if recorded(request, report, form, verbs.withhold):
        return done(request, sentence, SHOW, ref)
    return page(request, "findings/publication/withhold.html", review=review, here="report", form=form)


@login_required
@once
def take_down(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that the report was taken down."""
    sentence = "Recorded: it is public no longer."
    review, report = of_review(request, ref, "report.publish")
    form = TakeDownForm(request.POST or None)
    if recorded(request, report, form, verbs.take_down):
        return done(request, sentence, SHOW, ref)
    return page(request, "findings/publication/take_down.html", review=review, here="report", form=form)


@login_required
@once
def deposit(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that the report lies in the national library."""
    sentence = "Recorded: it lies in the national library."
    review, report = of_review(request, ref, "report.publish")
    form = DepositForm(request.POST or None)
    if recorded(request, report, form, verbs.deposit):
        return done(request, sentence, SHOW, ref)
    return page(request, "findings/publication/deposit.html", review=review, here="report", form=form)


def recorded(request: HttpRequest, report: Report, form: Any, verb: Callable[..., Any]) -> Any:
    """One fact about a publication, kept by its verb when the form was sent; nothing where it was not, or was refused."""
    if request.method != "POST":
        return None
    return attempt(form, lambda: verb(by=request.user, report=report, **form.cleaned_data))


@login_required
def site(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The folder for the board's website; this is recorded."""
    _, report = of_review(request, ref, "report.publish")
    return handed_out(request, report, "site", public_site.site)


@login_required
def pack(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The pack for the national library; this is recorded."""
    _, report = of_review(request, ref, "report.publish")
    return handed_out(request, report, "pack", public_site.pack)


def handed_out(
    request: HttpRequest, report: Report, what: str, make: Callable[[Publication], bytes]
) -> HttpResponseBase:
    """An archive that leaves for the public, or the sentence why there is none."""
    found = verbs.of(report)
    found.report = report
    try:
        content = make(found)
    except Refused as refusal:
        return refused(request, str(refusal), SHOW, report.review.ref)
    verbs.taken(by=request.user, report=report, what=what, content=content)
    name = filename(f"{report.title} {'for the website' if what == 'site' else 'for the national library'}", "zip")
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type="application/zip")
