"""The register of reviews, and what each page of a review starts with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import regimes
from reviews.access import boards_where, check, holds_anywhere
from reviews.models import Board, Referral, Review
from reviews.policy import REVIEW, SEE, rule
from reviews.services.milestone import RunningClock, running_clocks
from reviews.year import lateness
from scr_portal.lib.pages import page, paged

MET = {"met", "met-late"}


def visible(request: HttpRequest, ref: str, action: str | None = None) -> Review:
    """The review of the address with what its frame shows, if the person may know of it and do `action`.

    Who may do `action` and nothing else on a review, such as its legal adviser, knows of it by that.
    """
    opening = [action] if action and rule(action).on == REVIEW else []
    known = Review.objects.visible_to(request.user, SEE[REVIEW], *opening)
    found: Review = get_object_or_404(known.select_related("board"), ref=ref)
    if action:
        check(request.user, action, found)
    return found


def board_for(request: HttpRequest, action: str) -> Board:
    """The board on which the person may do a board-carried `action`, for pages that name no board in their address.

    404 to who belongs to no board, 403 to who may not.
    """
    boards = Board.objects.filter(pk__in=boards_where(request.user, "board.see"))
    found = boards.filter(pk__in=boards_where(request.user, action)).first() or boards.first()
    if found is None:
        raise Http404
    check(request.user, action, found)
    return found


def next_clock(review: Review, today: date) -> Sequence[RunningClock]:
    """The clock that runs out next, if one runs."""
    return [clock for clock in running_clocks(review, today) if clock.state.status not in MET][:1]


def narrowed(request: HttpRequest, reviews: Any) -> tuple[Any, dict[str, str]]:
    """The reviews that the filter of the register leaves, and the filter; what it does not know leaves all of them."""
    asked = {name: request.GET.get(name, "") for name in ("regime", "stage", "year", "late")}
    if asked["regime"]:
        reviews = reviews.filter(rule_set=asked["regime"])
    if asked["stage"]:
        reviews = reviews.filter(stage=asked["stage"])
    if asked["year"].isdecimal():
        reviews = reviews.filter(ref__contains=f"-{asked['year']}-")
    return (lateness(reviews, timezone.localdate()) if asked["late"] else reviews), asked


def filters(reviews: Any) -> dict[str, Any]:
    """What the register can be narrowed by: the rule sets and years of the reviews that the person may see, every stage."""
    known = {rules.stamp: rules.short_label for rules in regimes.rule_sets().values()}
    rows = reviews.order_by().values_list("rule_set", "ref").distinct()
    stamps, refs = {stamp for stamp, _ in rows}, {ref for _, ref in rows}
    return {
        "regimes": sorted((stamp, f"{known.get(stamp, stamp)} ({stamp})") for stamp in stamps),
        "years": sorted({ref.split("-")[1] for ref in refs}, reverse=True),
        "stages": Review._meta.get_field("stage").choices,
    }


def offered(user: Any) -> dict[str, Any]:
    """What else the register offers the person."""
    asked = {
        "can_refer": "referral.make",
        "can_invite": "referral.invite",
        "has_board": "board.see",
        "can_read_mail": "message.see",
        "can_read_retention": "retention.see",
        "can_read_sharing": "sharing.see",
    }
    found = {name: bool(boards_where(user, action)) for name, action in asked.items()}
    return {"advised": advised(user), **found}


def advised(user: Any) -> Any:
    """The reviews of which somebody reads the legal advice and nothing else of the case."""
    if not holds_anywhere(user, "review.legal"):
        return Review.objects.none()
    known = Review.objects.visible_to(user).values("pk")
    return Review.objects.visible_to(user, "review.legal").exclude(pk__in=known).select_related("board")


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The register: every review that the person may see, and the referrals that wait."""
    visible_ones = Review.objects.visible_to(request.user)
    reviews = visible_ones.select_related("board").prefetch_related(
        "milestones", "clock_slips", "decisions", "planned_stages"
    )
    found, asked = narrowed(request, reviews)
    shown = paged(request, found, 25)
    for review in shown:
        review.clocks = next_clock(review, timezone.localdate())
    referrals = (
        Referral.objects.visible_to(request.user)
        .filter(review__isnull=True)
        .select_related("board", "referrer", "agency", "invitation")
    )
    context: dict[str, Any] = {"reviews": shown, "referrals": referrals[:25], "asked": asked}
    context |= {**filters(visible_ones), **offered(request.user)}
    return page(request, "reviews/review/list.html", **context)
