"""What a reader of files gives to the search: pieces of text with the place that a person would look in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

# words: written for people; whatever identifies counts.    names: bookmarks, paths, link targets; what is listed counts.
# sure: settings of the file; only what is surely a listed name counts.    author: who wrote; anybody counts.
# flag: what cannot be read; it counts by being there.
Manner = Literal["words", "names", "sure", "author", "flag"]


DAMAGED = "The file is damaged: it cannot be read whole, so it cannot be checked."


class Unreadable(ValueError):
    """A file that cannot be checked: damaged, locked, or of a kind that is not known. Its message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of text of a built file.

    `where` is for a person, `part` is the technical place. `marks` (start, end, where) say it more closely for stretches of
    the text. `again` is another reading of words that were given before: it counts only where it shows something new.
    `seam`: only what lies across this offset counts. `kind` is that of a flag.
    """

    where: str
    text: str
    part: str = ""
    manner: Manner = "words"
    marks: tuple[tuple[int, int, str], ...] = ()
    again: bool = False
    seam: int | None = None
    kind: str = ""


# Reads a file that lies inside another one: its name, its bytes, and the words for where it lies.
Inner = Callable[[str, bytes, str], Iterable[Part]]
