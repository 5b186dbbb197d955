"""Requests: the agency's inbox, one review's requests, and a return's way to sign-off."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from agencies.advice import looked_over
from agencies.forms.request import AskForm, AssignForm, ExtendForm, SignOffForm
from agencies.lifecycle import REQUEST_LIFECYCLE, SETTLED, UploadStatus
from agencies.models import Entry, Request, Standing
from agencies.proposals import proposed
from agencies.services import imr as reports
from agencies.services import request as verbs
from reviews.access import check
from reviews.clocks import working_days_between
from reviews.forms.reason import ReasonForm
from reviews.views.review import visible as visible_review
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

# How many entries of a kind the advice shows.
EXAMPLES = 20


def visible(request: HttpRequest, pk: int, action: str | None = None) -> Request:
    """The request of the address, if the person may know of it and do `action`."""
    rows = Request.objects.visible_to(request.user).select_related("review__board", "agency", "author", "signed_off_by")
    found: Request = get_object_or_404(rows, pk=pk)
    if action:
        check(request.user, action, found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The inbox: every request that the person may open, what is late and open first."""
    rows = Request.objects.visible_to(request.user).select_related("review", "agency", "author")
    asked = Count("questions", distinct=True)
    unanswered = Count("questions", filter=Q(questions__answer=""), distinct=True)
    more_time = Count("extensions", filter=Q(extensions__answer=""), distinct=True)
    waiting = rows.awaited().annotate(asked=asked, unanswered=unanswered, more_time=more_time).order_by("due_on", "pk")
    settled = rows.filter(status__in=SETTLED).order_by("-changed_at", "pk")
    context = {"waiting": paged(request, waiting, 50), "settled": settled[:25], "today": timezone.localdate()}
    return page(request, "agencies/request/list.html", **context)


@login_required
def of_review(request: HttpRequest, ref: str) -> HttpResponse:
    """The agencies that one review asked, and where their returns stand."""
    review = visible_review(request, ref)
    countable = Entry.objects.countable_by(request.user).filter(review=review).standing()
    standing = Count("entries", filter=Q(entries__in=countable), distinct=True)
    more_time = Count("extensions", filter=Q(extensions__answer=""), distinct=True)
    rows = review.requests.select_related("agency", "author").annotate(entry_count=standing, more_time=more_time)
    today, calendar = timezone.localdate(), review.rules.calendar
    for asked in (rows := [*rows]):
        asked.late_by = working_days_between(asked.due_on, today, calendar) if asked.overdue(today) else 0
    mine = set(Request.objects.visible_to(request.user).filter(review=review).values_list("pk", flat=True))
    context = {"requests": rows, "openable": mine, "today": today, "late": sum(row.overdue(today) for row in rows)}
    return page(request, "agencies/request/of_review.html", review=review, here="requests", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask agencies for their returns."""
    review = visible_review(request, ref, "review.request")
    form = AskForm(request.POST or None, review=review, initial=proposed(review, timezone.localdate()))
    if request.method == "POST" and attempt(
        form, lambda: verbs.ask(by=request.user, review=review, **form.cleaned_data)
    ):
        return done(request, "Asked. Their leads have been told by e-mail.", "agencies.request.of_review", ref)
    return page(request, "agencies/request/new.html", review=review, here="requests", form=form)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: what is asked, what has been done, what comes next."""
    found = visible(request, pk)
    review = found.review
    written = set(found.imr.sections.exclude(text="").values_list("key", flat=True)) if hasattr(found, "imr") else set()
    sections = reports.sections_of(found)
    context = {
        "req": found,
        "terms": getattr(review, "terms", None),
        "lines": review.lines_of_enquiry.filter(removed=False),
        "uploads": found.uploads.select_related("uploaded_by").defer("parsed"),
        "waiting": found.uploads.filter(status=UploadStatus.PREVIEW).count(),
        "entries": found.entries.countable_by(request.user).standing().count(),
        "typed": found.drafts.filter(batch=None).count(),
        "sections": len(sections),
        "written": sum(key in written for key, _, _ in sections),
        "moves": {move.verb for move in REQUEST_LIFECYCLE.open_to(found, request.user)},
        "late": found.overdue(timezone.localdate()),
        "questions": found.questions.all(),
        "extensions": found.extensions.select_related("asked_by", "answered_by"),
        "power": review.rules.request_power,
    }
    context["advice"] = looked_over(request.user, found).open() if "submit" in context["moves"] else None
    return page(request, "agencies/request/show.html", **context)


@login_required
def quality(request: HttpRequest, pk: int) -> HttpResponse:
    """What the agency may want to put right before its return is passed on; advice, never a bar."""
    found = visible(request, pk, "request.see")
    looked = looked_over(request.user, found)
    context = {
        "advice": looked.advice,
        "told": len(looked.told),
        "silences": looked.points(Standing.Kind.SILENCE),
        "declared": found.silences.all(),
        "unsourced": looked.points(Standing.Kind.SOURCE)[:EXAMPLES],
        "abbreviations": looked.points(Standing.Kind.ABBREVIATION),
        "opinions": looked.points(Standing.Kind.OPINION)[:EXAMPLES],
    }
    return page(request, "agencies/request/quality.html", req=found, **context)


@login_required
@once
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint the author."""
    found = visible(request, pk, "request.assign")
    form = AssignForm(request.POST or None, request=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.assign(by=request.user, request=found, **form.cleaned_data)
    ):
        return done(request, "Author appointed.", "agencies.request.show", pk)
    return page(request, "agencies/request/assign.html", req=found, form=form)


@login_required
@once
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the due date."""
    found = visible(request, pk, "request.extend")
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.extend(by=request.user, request=found, **form.cleaned_data)
    ):
        return done(request, "The new date stands.", "agencies.request.show", pk)
    return page(request, "agencies/request/extend.html", req=found, form=form)


@login_required
@once
def nil(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that there is nothing to return."""
    found = visible(request, pk, "request.write")
    form = ReasonForm(
        request.POST or None,
        label="Why is there nothing to return?",
        help_text="Say which records were searched, and under which names.",
    )
    if request.method == "POST" and attempt(
        form, lambda: verbs.make_nil_return(by=request.user, request=found, reason=form.cleaned_data["reason"])
    ):
        return done(
            request, "Nil return written. Pass it on for sign-off when it is ready.", "agencies.request.show", pk
        )
    return page(request, "agencies/request/nil.html", req=found, form=form)


@login_required
@require_POST
def unnil(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a nil return back."""
    found = visible(request, pk, "request.write")
    return tried(
        request, pk, lambda: verbs.withdraw_nil_return(by=request.user, request=found), "Nil return taken back."
    )


@login_required
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass the return on for sign-off."""
    found = visible(request, pk, "request.submit")
    return tried(
        request,
        pk,
        lambda: verbs.submit(by=request.user, request=found),
        "Passed on: a senior person of your agency can sign it off now.",
    )


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back to change it."""
    found = visible(request, pk, "request.submit")
    return tried(
        request, pk, lambda: verbs.take_back(by=request.user, request=found), "Taken back: it can be changed again."
    )


@login_required
@once
def sign_off(request: HttpRequest, pk: int) -> HttpResponse:
    """The senior person reads a summary and vouches for it."""
    found = visible(request, pk, "request.sign_off")
    form = SignOffForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.sign_off(by=request.user, request=found, note=form.cleaned_data["note"])
    ):
        return done(request, "Signed off and returned. Thank you.", "agencies.request.show", pk)
    sections = reports.sections_of(found)
    texts = dict(found.imr.sections.values_list("key", "text")) if hasattr(found, "imr") else {}
    looked = looked_over(request.user, found)
    context = {
        "open": looked.open(),
        "let_stand": looked.let_stand()[:EXAMPLES],
        "declared": found.silences.all(),
        "report": [(title, texts.get(key, "")) for key, title, _ in sections],
        "entries": found.entries.countable_by(request.user).standing().count(),
    }
    return page(request, "agencies/request/sign_off.html", req=found, form=form, **context)


@login_required
@once
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """The senior person gives it back to the author."""
    found = visible(request, pk, "request.sign_off")
    form = ReasonForm(request.POST or None, label="What has to change?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.decline(by=request.user, request=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Given back to the author.", "agencies.request.show", pk)
    return page(request, "agencies/request/decline.html", req=found, form=form)


@login_required
@once
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The board gives it back to the agency."""
    found = visible(request, pk, "request.extend")
    form = ReasonForm(request.POST or None, label="What has to change?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.send_back(by=request.user, request=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Sent back to the agency.", "agencies.request.show", pk)
    return page(request, "agencies/request/send_back.html", req=found, form=form)


@login_required
@once
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The agency will not answer."""
    found = visible(request, pk, "request.refuse")
    form = ReasonForm(
        request.POST or None, label="Why will your agency not answer?", help_text="The chair of the board reads it."
    )
    if request.method == "POST" and attempt(
        form, lambda: verbs.refuse(by=request.user, request=found, reason=form.cleaned_data["reason"])
    ):
        return done(request, "Recorded. The chair of the board has been told.", "agencies.request.show", pk)
    return page(request, "agencies/request/refuse.html", req=found, form=form, power=found.review.rules.request_power)


@login_required
@once
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The board asks no more."""
    found = visible(request, pk, "request.withdraw")
    form = ReasonForm(request.POST or None, label="Why is it withdrawn?", help_text="The agency reads it.")
    if request.method == "POST" and attempt(
        form, lambda: verbs.withdraw(by=request.user, request=found, reason=form.cleaned_data["reason"])
    ):
        return done(request, "Withdrawn. The agency has been told.", "agencies.request.show", pk)
    return page(request, "agencies/request/withdraw.html", req=found, form=form)


def tried(request: HttpRequest, pk: int, verb: Any, sentence: str) -> HttpResponse:
    """Run a verb that has no form of its own, and go back to the request with what came of it."""
    try:
        verb()
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.show", pk)
    return done(request, sentence, "agencies.request.show", pk)
