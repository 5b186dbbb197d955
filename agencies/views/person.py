"""The board's people: who may sign in, with which role, until when."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.forms.directory import InviteForm, PersonForm
from agencies.models import User
from agencies.services import directory as verbs
from agencies.views.agency import administered
from reviews.forms.reason import ReasonForm
from reviews.models import Board, Membership
from reviews.services import membership
from scr_portal.lib.pages import attempt, done, once, page, paged


def of_board(board: Board) -> Any:
    """The people of a board and of its agencies."""
    return User.objects.filter(Q(memberships__board=board) | Q(agency__board=board)).select_related("agency").distinct()


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Everybody, with their roles."""
    board = administered(request)
    held = Membership.objects.filter(board=board).active().select_related("review")
    rows = of_board(board).prefetch_related(Prefetch("memberships", held, to_attr="held")).order_by("name", "pk")
    return page(request, "agencies/person/list.html", board=board, people=paged(request, rows, 50))


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Invite somebody."""
    board = administered(request)
    form = InviteForm(request.POST or None, board=board)
    if request.method == "POST" and attempt(
        form, lambda: verbs.invite(by=request.user, board=board, **form.cleaned_data)
    ):
        return done(
            request, "Added. Somebody new gets an e-mail with a link to choose a password.", "agencies.person.list"
        )
    return page(request, "agencies/person/new.html", board=board, form=form)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a name or post, or close an account."""
    board = administered(request)
    person = get_object_or_404(of_board(board), pk=pk)
    form = PersonForm(request.POST or None, person=person)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_person(
            by=request.user, board=board, user=person, values=form.values, seen=form.cleaned_data["seen"]
        ),
    ):
        return done(request, "Saved.", "agencies.person.list")
    held = person.memberships.active().filter(board=board).select_related("review")
    resettable = person != request.user and is_mfa_enabled(person)
    return page(request, "agencies/person/edit.html", person=person, form=form, held=held, resettable=resettable)


@login_required
@once
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away the second factor of somebody who has lost it and the recovery codes."""
    board = administered(request)
    person = get_object_or_404(of_board(board), pk=pk)
    form = ReasonForm(
        request.POST or None,
        label="How did you make sure who asked?",
        help_text="Ring back on a number that you knew before, or meet them. Say how; it is kept on record.",
    )
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.reset_second_factor(by=request.user, board=board, user=person, sure=form.cleaned_data["reason"]),
    ):
        return done(request, "Reset. They were signed out and are told by e-mail.", "agencies.person.edit", pk)
    return page(request, "agencies/person/reset.html", person=person, form=form)


@login_required
@once
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role at once; `pk` is the membership's."""
    found = get_object_or_404(
        Membership.objects.filter(board=administered(request)).select_related("user", "review"), pk=pk
    )
    membership.writable(request.user, found)
    form = ReasonForm(request.POST or None, label="Why does it end?")
    if request.method == "POST" and attempt(
        form, lambda: membership.end(by=request.user, membership=found, why=form.cleaned_data["reason"])
    ):
        return done(request, "Ended at once.", "agencies.person.list")
    return page(request, "agencies/person/end.html", membership=found, form=form)
