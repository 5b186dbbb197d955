"""What the board shares with other boards: offering, answering, who reads a review, and ending it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.access import allowed
from reviews.forms.reason import ReasonForm
from reviews.forms.sharing import AnswerOfferForm, OfferForm, ReadersForm
from reviews.models import Board, Review, Sharing
from reviews.services import sharing as verbs
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, paged

LIST = "reviews.sharing.list"
WITH = ("board", "to_board", "review", "offered_by", "answered_by", "ended_by")


def shared_by(request: HttpRequest, pk: int, **side: Board) -> Sharing:
    """The sharing of the address, of the board that the person keeps; `side` says which side that board has to be on."""
    board = board_for(request, "sharing.keep")
    rows = Sharing.objects.of(board).filter(**side).select_related(*WITH)
    found: Sharing = get_object_or_404(rows, pk=pk)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """What the board shares and with whom: what waits for an answer, what is agreed, and what has ended."""
    board = board_for(request, "sharing.see")
    rows = Sharing.objects.of(board).select_related(*WITH).prefetch_related("readers__agency")
    open_ones = rows.waiting() | rows.standing()
    context = {
        "board": board,
        "waiting": [each for each in open_ones if each.waits],
        "standing": [each for each in open_ones if each.stands],
        "past": paged(request, rows.exclude(pk__in=open_ones.values("pk")), 20),
        "can_keep": allowed(request.user, "sharing.keep", board),
    }
    return page(request, "reviews/sharing/list.html", **context)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Offer learning, or a review (?review=), to other boards."""
    board = board_for(request, "sharing.keep")
    reviews = Review.objects.visible_to(request.user).filter(board=board)
    asked = reviews.filter(ref=request.GET.get("review", "")).first()
    begun = {"what": "review", "review": asked} if asked else {}
    form = OfferForm(request.POST or None, board=board, reviews=reviews, initial=begun)
    if request.method == "POST" and attempt(form, lambda: verbs.offer(by=request.user, board=board, **form.said)):
        return done(request, "Offered. Nothing is shared before the other board accepts it.", LIST)
    return page(request, "reviews/sharing/new.html", board=board, form=form)


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or decline what another board offers."""
    board = board_for(request, "sharing.keep")
    sharing = shared_by(request, pk, to_board=board)
    people, of_review = verbs.candidates(board), sharing.review_id is not None
    form = AnswerOfferForm(request.POST or None, people=people, of_review=of_review)
    if request.method == "POST" and (made := attempt(form, lambda: answered(request, sharing, form))):
        return done(request, "Accepted. It is shared from now on." if made.accepted else "Declined.", LIST)
    return page(request, "reviews/sharing/answer.html", board=board, sharing=sharing, form=form)


def answered(request: HttpRequest, sharing: Sharing, form: AnswerOfferForm) -> Any:
    """Do what the form says about an offer."""
    said = form.cleaned_data
    if said["answer"] == "decline":
        return verbs.decline(by=request.user, sharing=sharing, why=said["why"])
    return verbs.accept(by=request.user, sharing=sharing, readers=[*said.get("readers", ())])


@login_required
@once
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Say anew who of the board reads a review that was given to it."""
    board = board_for(request, "sharing.keep")
    sharing = shared_by(request, pk, to_board=board)
    form = ReadersForm(request.POST or None, record=sharing, people=verbs.candidates(board))
    if request.method == "POST" and attempt(
        form, lambda: verbs.name_readers(by=request.user, sharing=sharing, **form.cleaned_data)
    ):
        return done(request, "Saved. Nobody else of your board reads it.", LIST)
    return page(request, "reviews/sharing/readers.html", board=board, sharing=sharing, form=form)


@login_required
@once
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End what is shared, or take an offer back."""
    sharing = shared_by(request, pk)
    form = ReasonForm(request.POST or None, label="Why does it end?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.end(by=request.user, sharing=sharing, why=form.cleaned_data["reason"])
    ):
        return done(request, "Ended. It opens nothing from now on.", LIST)
    return page(request, "reviews/sharing/end.html", sharing=sharing, form=form)
