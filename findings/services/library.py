"""The library: published reviews are added by hand or by file, corrected, and taken out."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from findings.models import Lesson, LessonTerm, LibraryReview
from findings.published_file import Paper, PaperRefused, proposed, read
from findings.services.lesson import MANY, indexed
from reviews.access import check
from reviews.models import Board
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed


@transaction.atomic
def add(*, by: Any, board: Board, values: dict[str, Any]) -> LibraryReview:
    """Add a published review by hand. Raises Refused where the same stands in the library already."""
    check(by, "library.keep", board)
    new_here(values["title"], values["publisher"], values["year"])
    plain = {name: value for name, value in values.items() if name not in MANY}
    made = LibraryReview.objects.create(board=board, added_by=by, **plain)
    made.themes.set(values["themes"])
    record(by, "library.added", made, facts={"year": made.year, "regime": made.regime})
    return made


@transaction.atomic
def take_in(*, by: Any, board: Board, file: UploadedFile) -> LibraryReview:
    """Read a file and keep what it seems to be, as a proposal that nobody else sees before it is confirmed.

    Raises Refused for what cannot be read, and for a file that was taken in before.
    """
    check(by, "library.keep", board)
    content = b"".join(file.chunks())
    digest = hashlib.sha256(content).hexdigest()
    if LibraryReview.objects.filter(file_sha256=digest, taken_out_why="").exists():
        raise Refused("This file is in the library already, or waits there to be confirmed.")
    paper = text_of(content)
    found = proposed(paper.text, paper.title, timezone.localdate().year)
    made = LibraryReview.objects.create(
        board=board, added_by=by, shown=False, file_sha256=digest, text=paper.text,
        title=found.title or (file.name or "")[:200], publisher=found.publisher, year=found.year or timezone.localdate().year,
        regime=found.regime or LibraryReview.Regime.OTHER, harm=found.harm or LibraryReview.Harm.OTHER,
        age=found.age or LibraryReview.Age.SEVERAL,
    )  # fmt: skip
    for said in found.lessons:
        Lesson.objects.create(published=made, kind=said.kind, number=said.number, text=said.text, confirmed=False)
    record(by, "library.file_read", made, facts={"sha256": digest, "lessons": len(found.lessons)})
    return made


def text_of(content: bytes) -> Paper:
    """The text of a file's bytes, read by the limited child. Raises Refused."""
    with tempfile.NamedTemporaryFile() as held:
        held.write(content)
        held.flush()
        try:
            return read(Path(held.name))
        except PaperRefused as refusal:
            raise Refused(refusal.message) from None


@transaction.atomic
def write(
    *, by: Any, published: LibraryReview, values: dict[str, Any], seen_version: int | None = None
) -> LibraryReview:
    """Correct what the library says of a review; one that waited to be confirmed stands in the library from then on."""
    check(by, "library.keep", published.board)
    if published.review_id:
        raise Refused("This is our own report as it was published, so it is not changed here.")
    new_here(values["title"], values["publisher"], values["year"], besides=published)
    plain = {name: value for name, value in values.items() if name not in MANY}
    back = {"shown": True, "taken_out_why": ""}
    found, differing = changed(published, plain | back, seen_version=seen_version)
    found.themes.set(values["themes"])
    for lesson in found.lessons.filter(confirmed=True):
        indexed(lesson)
    record(by, "library.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def take_out(*, by: Any, published: LibraryReview, why: str) -> LibraryReview:
    """Take a review out of the library, such as one that its board has taken down; it stays on record."""
    check(by, "library.keep", published.board)
    found = out(published, why)
    record(by, "library.taken_out", found, why=why)
    return found


def out(published: LibraryReview, why: str) -> LibraryReview:
    """A review that stands in the library no longer, and is found by nothing."""
    found, _ = changed(published, {"shown": False, "taken_out_why": why})
    LessonTerm.objects.filter(lesson__published=found).delete()
    return found


def new_here(title: str, publisher: str, year: int, besides: LibraryReview | None = None) -> None:
    """Pass when no other review in the library has the same title, board and year."""
    same = LibraryReview.objects.filter(title__iexact=title, publisher__iexact=publisher, year=year, shown=True)
    if same.exclude(pk=besides.pk if besides and besides.pk else 0).exists():
        raise Refused("A review of that title, board and year stands in the library already.")
