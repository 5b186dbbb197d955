"""The labelled texts of the jigsaw, read from their marks, and what the search finds in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from findings.anonymise.jigsaw import Detail, details

HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[(\w+):(.*?)\]\]", re.S)


@dataclass(frozen=True)
class Labelled:
    """One text without its marks, and where each detail stands: (start, end, kind)."""

    name: str
    text: str
    marks: tuple[tuple[int, int, str], ...]


@dataclass
class Score:
    """What was found of what is marked; `missed` and `extra` tell the words."""

    marked: int = 0
    found: int = 0
    hit: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of marked details that were found, in per cent."""
        return 100 * (self.marked - len(self.missed)) / max(1, self.marked)

    @property
    def precision(self) -> float:
        """The share of found details that are marked, in per cent."""
        return 100 * self.hit / max(1, self.found)


def labelled(folder: str) -> list[Labelled]:
    """Read the texts of a folder ("jigsaw", "jigsaw_kept"); the first line of each says what it is."""
    return [_read(path) for path in sorted((HERE / folder).glob("*.txt"))]


def _read(path: Path) -> Labelled:
    marked = path.read_text("utf-8").split("\n", 1)[1]
    pieces: list[str] = []
    marks: list[tuple[int, int, str]] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        pieces += [marked[done : mark.start()], mark[2]]
        start = length + mark.start() - done
        length = start + len(mark[2])
        marks.append((start, length, mark[1]))
        done = mark.end()
    return Labelled(path.stem, "".join([*pieces, marked[done:]]), tuple(marks))


def score(documents: Iterable[Labelled]) -> Score:
    """Compare what the search finds with the marks: the same kind over some of the same words.

    The sex that pronouns tell is judged apart: one mark for a person's first pronoun stands for all of them.
    """
    made = Score()
    for document in documents:
        found = [each for each in details(document.text) if not _pronoun(document.text, each)]
        marks = [mark for mark in document.marks if mark[2] != "sex" or len(document.text[mark[0] : mark[1]]) > 3]
        made.marked += len(marks)
        made.found += len(found)
        for each in found:
            if any(start < each.end and each.start < end and kind == each.kind for start, end, kind in marks):
                made.hit += 1
            else:
                made.extra.append(f"{document.name}: {each.kind} “{document.text[each.start : each.end]}”")
        made.missed += [
            f"{document.name}: {kind} “{document.text[start:end]}”"
            for start, end, kind in marks
            if not any(start < each.end and each.start < end and kind == each.kind for each in found)
        ]
    return made


def _pronoun(text: str, detail: Detail) -> bool:
    return detail.kind == "sex" and text[detail.start : detail.end].lower() in (
        "she", "her", "hers", "herself", "he", "him", "his", "himself",
    )  # fmt: skip
