"""A board's year on one page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reviews.access import allowed
from reviews.views.review import board_for
from reviews.year import Year, tables, years
from scr_portal.lib.pages import page


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Numbers of one year; whoever is not of the board's own office sees small ones covered."""
    board = board_for(request, "board.see")
    known, asked = years(board), request.GET.get("year", "")
    year = next((each for each in known if str(each.number) == asked), Year.holding(board, timezone.localdate()))
    exact = allowed(request.user, "board.count", board)
    context = {"tables": tables(board, year, exact=exact), "exact": exact, "year": year, "years": known}
    return page(request, "reviews/year/show.html", board=board, **context)
