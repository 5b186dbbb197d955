"""Holds on entries of the merged chronology: what stands, what agencies ask for, and what was lifted."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.forms.hold import HoldForm
from agencies.models import Entry, Hold
from agencies.services import hold as verbs
from findings import merged
from findings.forms.chronology import FilterForm
from findings.glossary import explained
from findings.services import anonymity
from reviews.forms.reason import ReasonForm
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused
from scr_portal.lib.refs import keys

RELATED = ("entry__agency", "entry__request__review", "asked_by", "placed_by", "lifted_by")


def holds_of(request: HttpRequest, review: Review) -> Any:
    """The holds of a review that the person may know of, on entries that were not taken out of their return since."""
    rows = Hold.objects.visible_to(request.user).filter(review=review).select_related(*RELATED)
    return rows.order_by("placed_on", "-pk")


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """What stands, what waits for a decision, what was lifted; that it was read is recorded."""
    review = visible(request, ref, "chronology.held")
    rows = holds_of(request, review)
    standing, lifted = paged(request, rows.standing(), 50), rows.filter(lifted_on__isnull=False)[:25]
    if standing or lifted:
        verbs.read(by=request.user, review=review)
    texts = explained(review, [hold.entry for hold in standing], named=False)
    context = {"rows": standing, "lifted": lifted, "texts": texts}
    return page(request, "findings/hold/list.html", review=review, here="chronology", **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Tick entries, and say why they are put on hold."""
    review = visible(request, ref, "chronology.hold")
    ticked = {*map(str, keys((request.POST or request.GET).getlist("entry")))}
    asked, form = FilterForm(request.GET or None, review=review), HoldForm(request.POST or None)
    chosen = [*Entry.objects.visible_to(request.user).of_review(review, reader=request.user).filter(pk__in=ticked)]
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.place(by=request.user, review=review, entries=chosen, **form.cleaned_data))
    ):
        return done(request, f"{len(made)} put on hold.", "findings.hold.list", ref)
    every = merged.entries(review, request.user, asked.filters)
    rows = paged(request, every.filter(pk__in=ticked) if chosen else every, 30)
    context = {"rows": rows, "ticked": ticked, "texts": anonymity.shown(review, rows.object_list, named=False)}
    context["held"] = {entry.pk for entry in rows if entry.standing_holds}
    return page(request, "findings/hold/new.html", review=review, here="chronology", form=form, asked=asked, **context)


@login_required
@require_POST
def confirm(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Let a hold stand that an agency asked for."""
    review = visible(request, ref, "chronology.hold")
    hold = get_object_or_404(holds_of(request, review), pk=pk)
    try:
        verbs.confirm(by=request.user, hold=hold)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.hold.list", ref)
    return done(request, "The hold stands.", "findings.hold.list", ref)


@login_required
@once
def lift(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Lift a hold, with the reason."""
    review = visible(request, ref, "chronology.hold")
    hold = get_object_or_404(holds_of(request, review), pk=pk)
    form = ReasonForm(request.POST or None, label="Why is it lifted?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.lift(by=request.user, hold=hold, why=form.cleaned_data["reason"])
    ):
        return done(request, "Lifted: the entry is read like any other.", "findings.hold.list", ref)
    return page(request, "findings/hold/lift.html", review=review, here="chronology", form=form, hold=hold)
