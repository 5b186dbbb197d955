"""Support: for whoever signed in, for the support lead, and in numbers for the board."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from agencies import supporting
from agencies.forms.support import AskForm, WordsForm
from agencies.models import Agency, Professional, Request, SupportAsk
from agencies.services import support as verbs
from agencies.views.agency import administered
from reviews.access import boards_where, check
from reviews.models import Board, Event, Review
from reviews.stages import Stage
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused

EVENTS = 50


def own_boards(user: Any) -> Any:
    """The boards that somebody belongs to, by a role or by their agency."""
    keys = {*boards_where(user, "support.ask")} | ({user.agency.board_id} if user.agency_id else set())
    return Board.objects.filter(pk__in=keys)


def hub(request: HttpRequest, boards: Any, form: AskForm) -> HttpResponse:
    """Where help is, asking for it, and, for a support lead, whom they look after."""
    user = request.user
    led = Review.objects.visible_to(user, "support.keep").select_related("board")
    context: dict[str, Any] = {
        "boards": boards, "form": form, "led": led.exclude(stage=Stage.CLOSED)[:50],
        "asks": SupportAsk.objects.visible_to(user).filter(taken_up_on__isnull=True).select_related("asked_by__agency"),
        "keeps_words": user.agency_id and user.agency.board_id in boards_where(user, "support.words", own=True),  # type: ignore[union-attr]
        "keeps_board": boards_where(user, "board.administer"),
    }  # fmt: skip
    return page(request, "agencies/support/show.html", **context)


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """The page that the menu leads everybody to, whether or not they want support: opening it tells nothing."""
    return hub(request, own_boards(request.user), AskForm())


@login_required
@require_POST
@once
def ask(request: HttpRequest) -> HttpResponse:
    """Ask a support lead to be in touch."""
    boards = own_boards(request.user)
    board = next((each for each in boards if str(each.pk) == request.POST.get("board")), boards.first())
    if board is None:
        raise Http404
    form = AskForm(request.POST)
    if attempt(form, lambda: verbs.ask(by=request.user, board=board, **form.cleaned_data)):
        return done(request, "Sent. A support lead will be in touch; nobody else is told.", "agencies.support.show")
    return hub(request, boards, form)


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that somebody who asked was reached."""
    asked = get_object_or_404(SupportAsk.objects.visible_to(request.user), pk=pk)
    try:
        verbs.take_up(by=request.user, ask=asked)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.support.show")
    return done(request, "Noted.", "agencies.support.show")


def process(request: HttpRequest) -> HttpResponse:
    """What happens in a review; open to whoever has the address, for it tells of no case."""
    boards = own_boards(request.user) if request.user.is_authenticated else ()
    return page(request, "agencies/support/process.html", boards=boards)


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """What is asked of the person who signed in, and what is written about their agency's part."""
    writing = Request.objects.visible_to(request.user, "request.write").awaited().select_related("review")
    answering = Request.objects.visible_to(request.user, "accuracy.see").select_related("review")
    sent = answering.filter(accuracy_invitations__round__sent_on__isnull=False).distinct()
    passages = sent.prefetch_related("accuracy_invitations__round")
    return page(request, "agencies/support/mine.html", writing=writing[:50], passages=passages[:50])


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Who may be affected by one review, and what they were offered: for its support lead alone."""
    review = visible(request, ref, "support.keep")
    rows = Professional.objects.visible_to(request.user).filter(review=review)
    due = supporting.due(request.user, timezone.localdate(), review)
    context: dict[str, Any] = {
        "professionals": rows.select_related("agency").prefetch_related("offers"),
        "due": next(iter(due), None),
        "late": {each.pk for found in due for each in found.professionals},
        "events": Event.objects.visible_to(request.user).filter(review=review).select_related("actor")[:EVENTS],
    }
    return page(request, "agencies/support/list.html", review=review, **context)


@login_required
def counts(request: HttpRequest, ref: str) -> HttpResponse:
    """How many professionals were offered support, by agency, with small numbers left out."""
    review = visible(request, ref, "support.see")
    context = {"rows": supporting.counts(review), "parts": supporting.PARTS.values()}
    return page(request, "agencies/support/counts.html", review=review, here="requests", **context)


@login_required
def words(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the staff of one agency find support."""
    known = {*boards_where(request.user, "board.see"), *boards_where(request.user, "support.words", own=True)}
    agency = get_object_or_404(Agency, board__in=known, pk=pk)
    check(request.user, "support.words", agency)
    form = WordsForm(request.POST or None, record=agency)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_words(
            by=request.user,
            agency=agency,
            text=form.values["support_text"],
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        return done(request, "Saved.", "agencies.support.show")
    return page(request, "agencies/support/words.html", agency=agency, form=form)


@login_required
def edit(request: HttpRequest) -> HttpResponse:
    """Where everybody of the board finds support."""
    board = administered(request)
    form = WordsForm(request.POST or None, record=board)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write_board_words(
            by=request.user,
            board=board,
            text=form.values["support_text"],
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        return done(request, "Saved.", "agencies.support.show")
    return page(request, "agencies/support/edit.html", board=board, form=form)
