"""The dates of a person's reviews, for their own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.calendar_feed import Entry, written
from reviews.models import Review
from reviews.services import calendar as verbs
from reviews.services.milestone import running_clocks
from reviews.stages import Stage
from reviews.views.review import MET, board_for
from scr_portal.lib.pages import done, once, page, refused
from scr_portal.lib.records import Refused

KEPT = "calendar_key"


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Whether there is a link; the link itself once, just after it was made."""
    board = board_for(request, "board.see")
    key = request.session.pop(KEPT, "")
    address = f"{settings.SITE_URL}{reverse('reviews.calendar.feed')}?key={key}" if key else ""
    link = verbs.links(request.user, board).first()
    return page(request, "reviews/calendar/show.html", board=board, link=link, address=address)


@login_required
@require_POST
@once
def make(request: HttpRequest) -> HttpResponse:
    """Make a link, in place of the one before."""
    board = board_for(request, "calendar.link")
    request.session[KEPT] = verbs.make(by=request.user, board=board)
    return done(request, "Your link is made. Copy it now: it is shown only this once.", "reviews.calendar.show")


@login_required
@require_POST
@once
def revoke(request: HttpRequest) -> HttpResponse:
    """End the link."""
    board = board_for(request, "calendar.link")
    try:
        verbs.revoke(by=request.user, board=board)
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.calendar.show")
    return done(request, "Ended. That link opens nothing any more.", "reviews.calendar.show")


def feed(request: HttpRequest) -> HttpResponse:
    """The dates as an iCalendar file: of the person whose key stands in the address, else of who is signed in."""
    user, board = request.user, None
    if key := request.GET.get("key", ""):
        if (link := verbs.opened_by(key)) is None:
            raise Http404
        user, board = link.user, link.board
    elif not user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    reviews = Review.objects.visible_to(user).exclude(stage=Stage.CLOSED).select_related("board")
    if board is not None:
        reviews = reviews.filter(board=board)
    text = written(entries(reviews), name="SCR Portal dates, OFFICIAL-SENSITIVE", now=timezone.now().astimezone(UTC))
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="dates.ics"'
    return answer


def entries(reviews: Any) -> Iterator[Entry]:
    """One entry for each clock that still runs."""
    today = timezone.localdate()
    for review in reviews.prefetch_related("milestones", "clock_slips", "decisions", "planned_stages"):
        address = settings.SITE_URL + reverse("reviews.clock.list", args=[review.ref])
        for clock in running_clocks(review, today):
            if clock.state.status not in MET:
                uid = f"{review.ref}-{clock.rule.key}@scr-portal".lower()
                words = " ".join((f"{review.ref}: {clock.rule.label}", *(f"({change})" for change in clock.changes)))
                yield Entry(uid, clock.state.due, words, address)
