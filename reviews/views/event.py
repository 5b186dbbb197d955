"""The record of what was done: of a review, of a board, and by one person; as a page, as a file, and its head to be lodged."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import conflicts, event_sheet
from reviews.access import allowed, boards_where
from reviews.forms.event import EventForm
from reviews.models import ChainHead, Event, Review
from reviews.models.events import COUNTING, SEALED
from reviews.services import events as verbs
from reviews.views.review import board_for, visible
from scr_portal.lib import papers, sheets
from scr_portal.lib.page_tags import day
from scr_portal.lib.pages import page, paged


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The events of one review, newest first; with ?format= as a file."""
    review = visible(request, ref, "review.audit")
    form = EventForm(request.GET or None, events=Event.objects.visible_to(request.user).filter(review=review))
    hidden = withheld(request, review)
    if "format" in request.GET:
        return file(request, review, event_sheet.sheet(f"Record of {review}", form, hidden))
    context = {**shown(request, form), "withheld": hidden, "may_search": allowed(request.user, "board.audit", review)}
    return page(request, "reviews/event/list.html", review=review, here="events", **context)


@login_required
def of_board(request: HttpRequest) -> HttpResponseBase:
    """The events of a board that belong to no review, newest first: sign-ins, refusals, directory and settings."""
    board = board_for(request, "board.audit")
    events = Event.objects.visible_to(request.user).filter(review=None, board=board)
    form = EventForm(request.GET or None, events=events)
    if "format" in request.GET:
        return file(request, board, event_sheet.sheet(f"Record of {board}", form, COUNTING))
    return page(
        request, "reviews/event/of_board.html", board=board, may_search=True, withheld=COUNTING, **shown(request, form)
    )


@login_required
def of_person(request: HttpRequest, person: int) -> HttpResponseBase:
    """What one person did, and what was done about their account, as far as the reader may read of it."""
    of_boards = get_user_model().objects.filter(memberships__board__in=boards_where(request.user, "board.see"))
    found = get_object_or_404(of_boards.distinct(), pk=person)
    board = board_for(request, "board.audit")
    if not board.memberships.filter(user=found).exists():
        raise Http404
    theirs = Q(actor=found) | Q(subject_type=found._meta.label_lower, subject_id=found.pk)
    form = EventForm(request.GET or None, events=Event.objects.visible_to(request.user).filter(theirs, board=board))
    if "format" in request.GET:
        return file(request, board, event_sheet.sheet(f"Record of {found}", form, COUNTING | conflicts.OF_THE_VOTE))
    context = {**shown(request, form), "withheld": COUNTING | conflicts.OF_THE_VOTE}
    return page(request, "reviews/event/of_person.html", board=board, person=found, **context)


@login_required
def head(request: HttpRequest, ref: str) -> FileResponse:
    """Where the chains of a review stand now, as a paper to be lodged elsewhere; this is recorded."""
    review = visible(request, ref, "review.audit")
    chains = [verbs.chain_of(review, None)]
    chains += [verbs.chain_of(review, None, sealed=True)] if allowed(request.user, "chronology.held", review) else []
    content = papers.file(lodged(review, [*ChainHead.objects.filter(chain__in=chains).order_by("chain")]), "pdf")
    verbs.head_printed(by=request.user, review=review)
    name = papers.filename(f"{ref} head of the record", "pdf")
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=papers.KINDS["pdf"])


def lodged(review: Review, heads: Any) -> papers.Paper:
    """The paper: for each chain how many events it holds, the hash of the last, and how it is held against the record."""
    parts: Any = papers.words(
        "Each event is bound to the one before it. Keep this paper where nobody who keeps the database can reach it: "
        "with it, a record that was cut short or written anew can be told from the one that stood on this day."
    )
    for known in heads:
        name = "Entries on hold" if known.chain.endswith(SEALED) else "The review"
        told = (("Chain", name), ("Events", f"{known.number:,}"), ("Hash of the last", known.hash))
        parts += [papers.facts((*told, ("To verify", f"manage.py audit --verify --head {verbs.lodging(known)}")))]
    return papers.Paper(
        f"Head of the record, {review.ref}", review.board.name, "OFFICIAL-SENSITIVE",
        ((f"As at {day(timezone.localdate())}", tuple(parts)),),
    )  # fmt: skip


def shown(request: HttpRequest, form: EventForm) -> dict[str, Any]:
    """What the page of some events needs."""
    return {"events": paged(request, form.narrowed.select_related("actor", "review"), 100), "form": form}


def file(request: HttpRequest, of: Any, sheet: sheets.Document) -> FileResponse:
    """A file of events, of a review or a board; that it was taken is recorded. Http404 for a format that there is not."""
    kind = request.GET["format"]
    if kind not in sheets.KINDS:
        raise Http404
    write, content_type = sheets.KINDS[kind]
    content = write(sheet)
    verbs.exported(by=request.user, of=of, kind=kind, rows=len(sheet.rows), content=content)
    name = papers.filename(f"{sheet.marking} {sheet.title}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=content_type)


def withheld(request: HttpRequest, review: Review) -> frozenset[str]:
    """The facts that this reader is not shown: what would tell of entries on hold, and of a vote that they left."""
    holding = frozenset() if allowed(request.user, "chronology.held", review) else COUNTING
    return holding | (conflicts.OF_THE_VOTE if conflicts.reading(request.user, review) else frozenset())
