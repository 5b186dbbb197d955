"""Accounts of several agencies that tell of one event: what is suggested, what was decided, one event side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST
from kombu.exceptions import OperationalError

from agencies.models import Entry
from findings import merged, tasks
from findings.accounts import cards, events_of, near
from findings.forms.same_event import SameEventForm
from findings.glossary import explained
from findings.lifecycle import LINK_LIFECYCLE, LinkStatus
from findings.models import EventLink
from findings.services import anonymity
from findings.services import same_event as verbs
from findings.views.chronology import readable
from findings.views.pattern import names_asked, waiting
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused
from scr_portal.lib.refs import keys

AWAY = "The entries cannot be compared now, because nothing answers that could do it. Try again in a few minutes."
SHOWN = (LinkStatus.SUGGESTED, LinkStatus.CONFIRMED, LinkStatus.REJECTED)


def links_of(request: HttpRequest, review: Review) -> Any:
    """The links of a review that the reader may see."""
    return EventLink.objects.visible_to(request.user).filter(review=review)


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """What is suggested, or what was decided, as ?show= asks."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    links = links_of(request, review)
    show = request.GET.get("show") if request.GET.get("show") in SHOWN else LinkStatus.SUGGESTED
    rows = paged(request, links.filter(status=show).order_by("-score", "pk"), 25)
    counts = [(status, links.filter(status=status).count()) for status in SHOWN]
    context = {"rows": rows, "cards": cards(review, request.user, rows), "show": show, "counts": counts}
    return page(request, "findings/same_event/list.html", review=review, here="chronology", **context)


@login_required
@require_POST
@once
def look(request: HttpRequest, ref: str) -> HttpResponse:
    """Compare the entries; what is found waits on the list."""
    review = visible(request, ref, "chronology.mark")
    if not readable(request, review):
        return waiting(request, review)
    try:
        tasks.look_for_same_events.delay(review.pk, request.user.pk, timezone.now().isoformat())
    except OperationalError:
        return refused(request, AWAY, "findings.same_event.list", ref)
    return done(
        request,
        "The entries are being compared. What may be the same event is listed here.",
        "findings.same_event.list",
        ref,
    )


@login_required
@once
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One event side by side, and the decision about it; after each decision the next."""
    review = visible(request, ref, "chronology.mark" if request.method == "POST" else None)
    if not readable(request, review):
        return waiting(request, review)
    link = get_object_or_404(links_of(request, review), pk=pk)
    card = cards(review, request.user, [link])[0]
    offered = [*card.entries, *left_meanwhile(request, review, card.entries)]
    ticked = {"entries": [entry.pk for entry in card.entries]}
    form = SameEventForm(request.POST or None, record=link, offered=offered, initial=ticked)
    if request.method == "POST" and attempt(form, lambda: decided(request, link, form)):
        return onward(request, review)
    named = names_asked(request, review)
    context = {
        "card": card,
        "moves": {move.verb for move in LINK_LIFECYCLE.open_to(link, request.user)},
        "named": named,
        "answer": request.POST.get("answer"),
    }
    context["texts"] = explained(review, card.entries, named=named)
    return page(request, "findings/same_event/show.html", review=review, here="chronology", form=form, **context)


def left_meanwhile(request: HttpRequest, review: Review, standing: Sequence[Entry]) -> Any:
    """Accounts that were ticked on a page opened earlier and are no part of the link any more, as the reader may see them."""
    sent = {*keys(request.POST.getlist("entries"))} - {entry.pk for entry in standing}
    return merged.scope(review, request.user).filter(pk__in=sent).select_related("agency") if sent else ()


def decided(request: HttpRequest, link: EventLink, form: SameEventForm) -> EventLink:
    """The decision that the pressed button stands for."""
    opened = form.cleaned_data["seen_version"]
    if request.POST.get("answer") == "not":
        return verbs.reject(by=request.user, link=link, seen_version=opened)
    return verbs.confirm(by=request.user, link=link, entries=form.cleaned_data["entries"], seen_version=opened)


def onward(request: HttpRequest, review: Review) -> HttpResponse:
    """To the next suggestion, the likeliest first; to the list when none is left."""
    after = links_of(request, review).filter(status=LinkStatus.SUGGESTED).order_by("-score", "pk").first()
    said = "Saved; nothing was changed in the entries."
    if after is None:
        return done(request, f"{said} No suggestion is left.", "findings.same_event.list", review.ref)
    return done(request, f"{said} This is the next.", "findings.same_event.show", review.ref, after.pk)


@login_required
@require_POST
def undo(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take a decision back."""
    review = visible(request, ref, "chronology.mark")
    link = get_object_or_404(links_of(request, review), pk=pk)
    try:
        verbs.undo(by=request.user, link=link)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.same_event.list", ref)
    return done(request, "The decision was taken back.", "findings.same_event.show", ref, pk)


@login_required
@require_POST
def part(request: HttpRequest, ref: str, pk: int, entry: int) -> HttpResponse:
    """Take one account out of an event."""
    review = visible(request, ref, "chronology.mark")
    link = get_object_or_404(links_of(request, review), pk=pk)
    account = get_object_or_404(merged.scope(review, request.user), pk=entry)
    try:
        verbs.part(by=request.user, link=link, entry=account)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.same_event.show", ref, pk)
    return done(request, "The account was taken out of the event.", "findings.entry.show", ref, entry)


@login_required
@once
def new(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Link an entry with accounts of other agencies near it, which nobody suggested."""
    review = visible(request, ref, "chronology.mark")
    entry = get_object_or_404(merged.entries(review, request.user), pk=pk)
    others = near(review, request.user, entry)
    form = SameEventForm(request.POST or None, offered=others)
    if request.method == "POST" and (
        made := attempt(
            form, lambda: verbs.link(by=request.user, review=review, entries=[pk, *form.cleaned_data["entries"]])
        )
    ):
        return done(
            request, "The accounts are linked; the entries stand as they are.", "findings.same_event.show", ref, made.pk
        )
    named = names_asked(request, review)
    context = {
        "entry": entry,
        "near": others,
        "texts": anonymity.shown(review, [entry, *others], named=named),
        "named": named,
    }
    context["events"] = events_of(review, request.user, [entry, *others])
    return page(request, "findings/same_event/new.html", review=review, here="chronology", form=form, **context)
