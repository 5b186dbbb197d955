"""The board's letterhead, kept by whoever keeps its reference data."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from reviews.forms.letter import LetterheadForm, labels
from reviews.models import Board, Letterhead
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.services import letterhead as verbs
from reviews.views.review import board_for
from scr_portal.lib import merging
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.papers import KINDS
from scr_portal.lib.records import Refused


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The letterheads of the board, newest first, and what they can merge in."""
    board = board_for(request, "board.administer")
    fields = {**merging.OWN_FIELDS, **MERGE_FIELDS}
    heads = board.letterheads.select_related("added_by")
    context = {"letterheads": heads, "fields": fields.items(), "labels": labels(board)}
    return page(request, "reviews/letterhead/list.html", board=board, **context)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add a letterhead."""
    board = board_for(request, "board.administer")
    form = LetterheadForm(request.POST or None, request.FILES or None, board=board)
    if request.method == "POST" and attempt(form, lambda: added(request, board, form)):
        return done(request, "Added. Letters are written on it from now on.", "reviews.letterhead.list")
    return page(request, "reviews/letterhead/new.html", board=board, form=form)


def added(request: HttpRequest, board: Board, form: LetterheadForm) -> Letterhead:
    """Take in the file that came with the form."""
    file, letter = form.cleaned_data["file"], form.cleaned_data["letter"]
    return verbs.add(by=request.user, board=board, content=file.read(), filename=file.name, letter=letter)


@login_required
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Use it no longer."""
    board = board_for(request, "board.administer")
    try:
        verbs.retire(by=request.user, letterhead=get_object_or_404(board.letterheads, pk=pk))
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.letterhead.list")
    return done(request, "It is used no longer.", "reviews.letterhead.list")


@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """A letterhead as it was added."""
    board = board_for(request, "board.administer")
    found = get_object_or_404(board.letterheads, pk=pk)
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=found.filename, content_type=KINDS["docx"])


@login_required
def usual(request: HttpRequest) -> FileResponse:
    """The plain letterhead of a board that has none of its own, to begin one from."""
    board_for(request, "board.administer")
    content = BytesIO(merging.usual())
    return FileResponse(content, as_attachment=True, filename="letterhead.docx", content_type=KINDS["docx"])
