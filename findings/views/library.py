"""The library: searching it, reading a published review, adding one by hand or by file, correcting it and taking it out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings import library as reading
from findings.forms.library import LibraryFileForm, LibraryReviewForm, TakeOutForm
from findings.further_study import places
from findings.matrix import drawn
from findings.models import LibraryReview, SavedSearch
from findings.near import became
from findings.services import library as verbs
from reviews.access import boards_where
from reviews.models import Board, Sharing
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page

LIST, SHOW, EDIT = "findings.library.list", "findings.library.show", "findings.library.edit"
SIZE = 10


def asked(request: HttpRequest) -> dict[str, Any]:
    """What the address asks the library for, as a kept search has it: words, and values of facets."""
    said = {
        name: [value[:200] for value in request.GET.getlist(name) if value.strip()]
        for name in ("words", *reading.FACETS)
    }
    return {name: values for name, values in said.items() if values}


def keeping(request: HttpRequest) -> Board:
    """The board whose part of the library the person keeps: 404 to who belongs to no board, 403 to who may not."""
    return board_for(request, "library.keep")


def kept_one(request: HttpRequest, pk: int) -> LibraryReview:
    """A review that the person's board keeps."""
    found: LibraryReview = get_object_or_404(
        LibraryReview.objects.kept_by(keeping(request)).select_related("board"), pk=pk
    )
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Search the library; without words, the newest first."""
    said = asked(request)
    words = " ".join(said.get("words", []))
    result = reading.search(request.user, words, {key: said.get(key, []) for key in reading.FACETS})
    found = Paginator(result.found, SIZE).get_page(request.GET.get("page"))
    mine = boards_where(request.user, "library.keep")
    context: dict[str, Any] = {
        "words": words, "offers": result.offers, "page": found, "rows": reading.shown([*found], result.terms),
        "asked": said, "query": request.GET.urlencode(), "narrowed": any(key in said for key in reading.FACETS),
        "nothing_asked": bool(words) and not result.terms, "can_keep": bool(mine),
        "can_save": bool(boards_where(request.user, "search.keep")),
        "searches": SavedSearch.objects.visible_to(request.user), "places": places(request.user),
        "waiting": LibraryReview.objects.filter(board__in=mine, shown=False, taken_out_why="").defer("text", "words"),
    }  # fmt: skip
    return page(request, "findings/library/list.html", **context)


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One published review: what it is, what it found and recommended and what became of that, and its words."""
    rows = LibraryReview.objects.visible_to(request.user).select_related("board", "review").defer("words")
    found = get_object_or_404(rows.prefetch_related("themes"), pk=pk)
    lessons = found.lessons.filter(confirmed=True).select_related("recommendation__response", "recommendation__review")
    boards = Sharing.objects.learning_of(request.user)
    told = [
        (lesson, *became(lesson, boards))
        for lesson in lessons.prefetch_related("themes", "recommendation__actions__impacts")
    ]
    terms = reading.words_of(request.GET.get("words", "")[:200])
    context: dict[str, Any] = {
        "published": found, "lessons": told, "passages": reading.passages(found.text, terms, most=12) if terms else [],
        "words": request.GET.get("words", ""), "can_keep": found.board_id in boards_where(request.user, "library.keep"),
    }  # fmt: skip
    return page(request, "findings/library/show.html", **context)


@login_required
def years(request: HttpRequest) -> HttpResponse:
    """Themes over the years, as a picture and as a table."""
    figure = reading.over_the_years(LibraryReview.objects.visible_to(request.user))
    return page(request, "findings/library/years.html", figure=figure, picture=drawn(figure))


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Add a published review by hand."""
    board = keeping(request)
    form = LibraryReviewForm(request.POST or None, board=board)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.add(by=request.user, board=board, values=form.values))
    ):
        return done(
            request, "Added. Add what it recommended, so that it is found when it is made again.", SHOW, made.pk
        )
    return page(request, "findings/library/new.html", form=form)


@login_required
@once
def upload(request: HttpRequest) -> HttpResponse:
    """Add a published review by its file; what was read from it waits to be confirmed."""
    board = keeping(request)
    form = LibraryFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.take_in(by=request.user, board=board, file=form.cleaned_data["file"]))
    ):
        return done(request, "The file was read. Check what it seems to be, and save it.", EDIT, made.pk)
    return page(request, "findings/library/upload.html", form=form)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what the library says of a review, or confirm what was read from its file."""
    found = kept_one(request, pk)
    form = LibraryReviewForm(request.POST or None, record=found, board=found.board)
    seen = "seen_version"
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(by=request.user, published=found, values=form.values, seen_version=form.cleaned_data[seen]),
    ):
        waiting = found.lessons.filter(confirmed=False).exists()
        return done(request, "Saved.", "findings.lesson.list" if waiting else SHOW, pk)
    return page(request, "findings/library/edit.html", form=form, published=found)


@login_required
@once
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a review out of the library."""
    found, form = kept_one(request, pk), TakeOutForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.take_out(by=request.user, published=found, why=form.cleaned_data["why"])
    ):
        return done(request, "It is out of the library. What it said stays on record.", LIST)
    return page(request, "findings/library/take_out.html", form=form, published=found)
