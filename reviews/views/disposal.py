"""Records of no case: how long one is kept, what is decided about it, and the second person's answer."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews.access import allowed, boards_where, check
from reviews.destruction import named
from reviews.disposal import KINDS, Apart, aparts, going
from reviews.forms.retention import AnswerForm, DisposalForm
from reviews.hanging import of_history
from reviews.models import Board, Disposal
from reviews.services import disposal as verbs
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.records import Refused

SHOW = "reviews.disposal.show"


def apart_of(request: HttpRequest, kind: str, pk: int, action: str) -> Apart:
    """The record of the address, of a board of the person's, if they may do `action` there."""
    boards = Board.objects.filter(pk__in=boards_where(request.user, "board.see"))
    may = {*boards_where(request.user, action)}
    found = [each for board in boards for each in aparts(board, kind, pk)] if kind in KINDS else []
    if not found:
        raise Http404
    item = min(found, key=lambda each: each.board.pk not in may)
    check(request.user, action, item.board)
    return item


def said(item: Apart) -> dict[str, Any]:
    """What each page says of a record: what stands in the way, and how much goes with it."""
    counted = [(named(each.model), each.count()) for each in going(item) if of_history(each.model) is None]
    obstacles = [*item.obstacles(timezone.localdate())]
    return {"item": item, "obstacles": obstacles, "goes": [row for row in counted if row[1]]}


@login_required
def show(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """How long it is kept, what stands in the way of destroying it, and what was decided."""
    item = apart_of(request, kind, pk, "retention.see")
    context = {
        "due": item.is_due(timezone.localdate()),
        "can_keep": allowed(request.user, "retention.keep", item.board),
        "can_destroy": allowed(request.user, "retention.destroy", item.board),
    }
    return page(request, "reviews/disposal/show.html", **said(item), **context)


@login_required
@once
def decide(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Keep it longer, or propose that it is destroyed."""
    item = apart_of(request, kind, pk, "retention.keep")
    form = DisposalForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.decide(by=request.user, board=item.board, kind=kind, pk=pk, **form.said)
    ):
        return done(request, "Decided. Nothing is destroyed before a second person confirms it.", SHOW, kind, pk)
    return page(request, "reviews/disposal/decide.html", form=form, **said(item))


@login_required
@once
def answer(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The second person destroys it, or sends the proposal back."""
    item = apart_of(request, kind, pk, "retention.destroy")
    form = AnswerForm(request.POST or None, review_ref=item.ref)
    if request.method == "POST" and (made := attempt(form, lambda: answered(request, item, form))):
        if isinstance(made, Disposal):
            return done(request, "Sent back. Nothing was destroyed.", SHOW, kind, pk)
        return done(request, "Destroyed. This certificate stays.", "reviews.certificate.show", made.pk)
    return page(request, "reviews/disposal/answer.html", form=form, **said(item))


def answered(request: HttpRequest, item: Apart, form: AnswerForm) -> Any:
    """Do what the form says about the proposal. Raises Refused where none waits."""
    proposal: Any = item.proposal
    if proposal is None:
        raise Refused("No proposal waits for an answer.")
    if form.cleaned_data["answer"] == "send_back":
        return verbs.send_back(by=request.user, decision=proposal, why=form.cleaned_data["reason"])
    return verbs.destroy(by=request.user, decision=proposal)
