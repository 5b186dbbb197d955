"""The register of policies: listed, entered, corrected, looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from findings.forms.policy import PolicyForm, ReviewForm
from findings.models import Policy, PolicyAsk, PolicyChange
from findings.services import policy as verbs
from reviews.access import allowed, boards_where, check
from reviews.comparison import compared
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, paged

# How long before its day a policy is shown as soon due.
NEAR = timedelta(days=30)


def visible(request: HttpRequest, pk: int, action: str) -> Policy:
    """The policy of the address, if the person may know of it and do `action`."""
    found: Policy = get_object_or_404(Policy.objects.visible_to(request.user).select_related("board", "agency"), pk=pk)
    check(request.user, action, found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The policies that the person may see, with those first that something is to be done about (?show= narrows it)."""
    today, known = timezone.localdate(), Policy.objects.visible_to(request.user)
    narrowed = {"named": known.named(), "due": known.due(today + NEAR), "waiting": known.unapproved()}
    rows = narrowed.get(show := request.GET.get("show", ""), known).standing().select_related("agency", "board")
    shown = paged(request, rows.order_by("-is_named", "review_on", "title", "pk"), 50)
    context = {
        "rows": [(each, each.overdue(today), each.overdue(today + NEAR)) for each in shown],
        "page": shown,
        "show": show,
        "counts": {key: each.count() for key, each in narrowed.items()},
        "can_enter": bool(boards_where(request.user, "policy.enter")),
    }
    return page(request, "findings/policy/list.html", **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy: which recommendations name it, how it was changed word by word, and who was told."""
    found, today = visible(request, pk, "policy.see"), timezone.localdate()
    asks = PolicyAsk.objects.visible_to(request.user).filter(policy=found)
    known = {each.pk for each in asks}
    changes = paged(request, found.changes.prefetch_related("told__agency", "asks__recommendation__review"), 10)
    context = {
        "policy": found,
        "overdue": found.overdue(today),
        "asks": asks.select_related("recommendation__review", "change"),
        "changes": [(each, compared(each.before, each.after), answered(each, known)) for each in changes],
        "page": changes,
        "can_change": allowed(request.user, "policy.change", found),
        "can_enter": allowed(request.user, "policy.enter", found),
    }
    return page(request, "findings/policy/show.html", **context)


def answered(change: PolicyChange, known: set[int]) -> Sequence[PolicyAsk]:
    """The recommendations that a change answers, of those that the reader may see."""
    return [each for each in change.asks.all() if each.pk in known]


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Enter a policy into the register."""
    board = board_for(request, "policy.enter")
    form = PolicyForm(request.POST or None, board=board)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.enter(by=request.user, board=board, values=form.values))
    ):
        return done(request, "The policy is in the register.", "findings.policy.show", made.pk)
    return page(request, "findings/policy/new.html", form=form)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what the register says of a policy."""
    found = visible(request, pk, "policy.enter")
    form = PolicyForm(request.POST or None, board=found.board, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, policy=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "findings.policy.show", pk)
    return page(request, "findings/policy/edit.html", form=form, policy=found)


@login_required
@once
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a policy was looked at, and when it is due again."""
    found = visible(request, pk, "policy.change")
    initial: dict[str, Any] = {"reviewed_on": timezone.localdate()}
    form = ReviewForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda: verbs.look_again(by=request.user, policy=found, **form.cleaned_data)
    ):
        return done(request, "Recorded. You are reminded when it is due again.", "findings.policy.show", pk)
    return page(request, "findings/policy/review.html", form=form, policy=found)
