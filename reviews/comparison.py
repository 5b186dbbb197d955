"""Two versions of a text side by side: what stayed, what was taken out, what was put in. Pure.

Long texts are compared by paragraphs first and by words within those that changed: a word for word comparison of a whole
section finds likeness everywhere, and takes minutes over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz.distance import Indel, LCSseq

# Two paragraphs are one that was changed when they share this much of their words; else the one left and the other came.
ALIKE = 0.4
# What stayed between two changes and is shorter than this goes with them.
ISLAND = 4
# More paragraphs than that, changed in one place on both sides, are not paired: they are another text.
MOST_PAIRS = 40_000

Step = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: "same", "out" or "in"."""

    kind: str
    text: str


def compared(first: str, then: str) -> tuple[Piece, ...]:
    """The pieces that lead from `first` to `then`, word by word: without "in" they are the one, without "out" the other."""
    before, after = paragraphs(first), paragraphs(then)
    found: list[Piece] = []
    for i, k in steps([part.strip() for part in before], [part.strip() for part in after]):
        found += by_words("" if i is None else before[i], "" if k is None else after[k])
    return tuple(gathered(found))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each with the blank lines that follow it: together they are the text."""
    return re.findall(r"(?s).+?(?:\n[^\S\n]*\n\s*|\Z)", text)


def steps(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """Which paragraph became which, in the order of both: (its place before, its place after); None where it is not there."""
    found: list[Step] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += zip(range(i, j), range(k, m), strict=True)
        else:
            found += [
                (None if a is None else i + a, None if b is None else k + b) for a, b in paired(before[i:j], after[k:m])
            ]
    return found


def paired(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """The steps through two runs of paragraphs of which none is the same: those alike are paired, without crossing."""
    height, width = len(before), len(after)
    if height * width > MOST_PAIRS:
        return [*((i, None) for i in range(height)), *((None, k) for k in range(width))]
    words, others = [part.split() for part in before], [part.split() for part in after]
    likeness = [[Indel.normalized_similarity(a, b, score_cutoff=ALIKE) for b in others] for a in words]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for k in range(width - 1, -1, -1):
            pair = likeness[i][k] and likeness[i][k] + best[i + 1][k + 1]
            best[i][k] = max(best[i + 1][k], best[i][k + 1], pair)
    found: list[Step] = []
    i = k = 0
    while i < height or k < width:
        together = i < height and k < width and likeness[i][k]
        if together and best[i][k] == likeness[i][k] + best[i + 1][k + 1]:
            found.append((i, k))
            i, k = i + 1, k + 1
        elif i < height and (k == width or best[i][k] == best[i + 1][k]):
            found.append((i, None))
            i += 1
        else:
            found.append((None, k))
            k += 1
    return found


def by_words(first: str, then: str) -> list[Piece]:
    """The pieces of one paragraph. A short word that stayed between two changes goes with them: islands are hard to read."""
    if first == then:
        return [Piece("same", first)] if first else []
    before: list[str] = re.findall(r"\s+|\S+", first)
    after: list[str] = re.findall(r"\s+|\S+", then)
    found: list[Piece] = []
    for step in LCSseq.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        come = "".join(after[step.dest_start : step.dest_end])
        inside = step.src_start + step.dest_start and (step.src_end, step.dest_end) != (len(before), len(after))
        if step.tag == "equal" and not (inside and len(gone.strip()) < ISLAND):
            found.append(Piece("same", gone))
        else:
            found += [Piece("out", gone), Piece("in", come)]
    return found


def gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces of a kind that follow each other as one; in each run of changes what was taken out stands first."""
    for changed, run in groupby(pieces, lambda piece: piece.kind != "same"):
        texts = {"same": "", "out": "", "in": ""}
        for piece in run:
            texts[piece.kind] += piece.text
        yield from (Piece(kind, texts[kind]) for kind in (("out", "in") if changed else ("same",)) if texts[kind])


def parts(first: Mapping[str, str], then: Mapping[str, str]) -> Iterator[tuple[str, tuple[Piece, ...], bool]]:
    """(title, pieces, whether it differs) of every part of two documents."""
    for title in dict.fromkeys([*first, *then]):
        before, after = first.get(title, ""), then.get(title, "")
        yield title, compared(before, after), before != after
