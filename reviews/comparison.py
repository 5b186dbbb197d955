"""Two versions of a text side by side: what stayed, what was taken out, what was put in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: "same", "out" or "in"."""

    kind: str
    text: str


def compared(first: str, then: str) -> tuple[Piece, ...]:
    """The pieces that lead from `first` to `then`, word by word: without "in" they are the one, without "out" the other."""
    before, after = re.findall(r"\s+|\S+", first), re.findall(r"\s+|\S+", then)
    found: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("same", "".join(before[i:j])))
            continue
        found += [
            Piece(kind, text) for kind, text in (("out", "".join(before[i:j])), ("in", "".join(after[k:m]))) if text
        ]
    return tuple(found)


def parts(first: Mapping[str, str], then: Mapping[str, str]) -> Iterator[tuple[str, tuple[Piece, ...], bool]]:
    """(title, pieces, whether it differs) of every part of two documents."""
    for title in dict.fromkeys([*first, *then]):
        before, after = first.get(title, ""), then.get(title, "")
        yield title, compared(before, after), before != after
