"""Words that stand in another board's records, or another agency's, and what an answer tells of them. No test is here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import Any

from pypdf import PdfReader

from reviews.models import Review
from tests import make
from tests.case import Case, entry, one_of_everything

THEIRS, AGENCYS = "Tamsworth", "Wolfsbane"  # Of another board; of the school.


def beside_others(world: make.World) -> Case:
    """One of everything on a board, and on another; the words are in the other's records, and in the school's."""
    case, other = one_of_everything(world), one_of_everything(make.world(THEIRS))
    stranger_to_all(other)
    world.people["elsewhere"] = make.world("Marlow").manager
    marked(case, other)
    return case


def stranger_to_all(other: Case) -> None:
    """Whoever belongs to no board can be appointed by any: their name is no other board's word."""
    other.world.outsider.name = "Max Stranger"
    other.world.outsider.save()


def marked(case: Case, other: Case) -> None:
    """Put the words in that only their own may read."""
    Review.objects.filter(pk=other.review.pk).update(title=THEIRS)
    mark(other, THEIRS)
    mark(case, AGENCYS)


def mark(made: Case, word: str) -> None:
    """Put a word in what a school handed in and answered."""
    own = made.of["school"]
    entry(own["request"], 9, event=f"{word} was told.").save()
    own["draft"].event = own["question"].text = own["silence"].why = own["extension"].reason = word
    own["section"].text = own["abbreviation"].meaning = own["upload"].filename = own["action"].lead_person = word
    own["statement"].text = own["policy_change"].before = own["hold"].reason = word
    for name in ("draft", "question", "silence", "extension", "section", "abbreviation", "upload", "action", "statement",
                 "policy_change", "hold"):  # fmt: skip
        own[name].save()


def hidden_from(who: str) -> Sequence[str]:
    """The words that somebody must not read anywhere."""
    apart = who.startswith("police_") or who in {"referrer", "outsider", "elsewhere"}
    return (THEIRS, AGENCYS) if apart else (THEIRS,)


def told(answer: Any, hidden: Sequence[str]) -> tuple[str, ...]:
    """Which of the words stand in an answer."""
    said = words(answer) + str(answer.headers)
    return tuple(word for word in hidden if word in said)


def words(answer: Any) -> str:
    """Every word of an answer: of a page, or of a file in all of its parts."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    if content[:5] == b"%PDF-" and b"%%EOF" in content:
        return words_of_pdf(content)
    return unescape(content.decode("utf-8", "replace"))


@lru_cache(maxsize=256)
def words_of_pdf(content: bytes) -> str:
    """Every word of a PDF; the same file is read once, whoever takes it."""
    return " ".join(each.extract_text() for each in PdfReader(io.BytesIO(content), strict=False).pages)
