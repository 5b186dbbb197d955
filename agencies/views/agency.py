"""The board's agencies."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.forms.directory import AgencyForm
from agencies.models import Agency
from agencies.services import directory as verbs
from reviews.access import check
from reviews.models import Board
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page


def administered(request: HttpRequest) -> Board:
    """The board whose directory the person keeps: 404 to who belongs to no board, 403 to who may not."""
    return board_for(request, "board.administer")


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The agencies of the board."""
    board = administered(request)
    rows = Agency.objects.filter(board=board).annotate(members=Count("people", filter=Q(people__is_active=True)))
    return page(request, "agencies/agency/list.html", board=board, agencies=rows)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add an agency."""
    board = administered(request)
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.add_agency(by=request.user, board=board, values=form.values)
    ):
        return done(request, "Added to the directory.", "agencies.agency.list")
    return page(request, "agencies/agency/new.html", board=board, form=form)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an agency."""
    agency = get_object_or_404(Agency, board=administered(request), pk=pk)
    check(request.user, "board.administer", agency.board)
    form = AgencyForm(request.POST or None, record=agency)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_agency(
            by=request.user, agency=agency, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "agencies.agency.list")
    return page(request, "agencies/agency/edit.html", agency=agency, form=form)
