"""References in the text of a report, which stay right when what they name is numbered or called otherwise. Pure.

A writer types [[finding 3]], [[recommendation 2]] or [[term MASH]], or puts in an entry from a list. When the section is
saved, each gets the key of what it names behind it ([[finding 3#41]]), and from then on the key counts and not the number.
A figure has a name of the writer's: [[figure visits: Visits by month]] stands above it and is numbered through the report,
[[figure visits]] speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

KINDS = ("finding", "recommendation", "entry", "term", "figure")
MARK = re.compile(r"\[\[\s*(" + "|".join(KINDS) + r")\b[ \t]*([^\[\]#:\n]*?)[ \t]*(?:#(\d{1,12}))?(?::[ \t]*([^\[\]\n]+?))?\s*\]\]", re.I)  # fmt: skip
MISSING = "(reference missing)"

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference as it stands: its kind, what the writer called it, the key of what it names, a figure's caption."""

    written: str
    kind: str
    label: str
    key: int | None = None
    caption: str = ""

    @property
    def named(self) -> Key | None:
        """What it names; None for a figure, and for what was never known."""
        return None if self.key is None else (self.kind, self.key)

    @property
    def opens(self) -> bool:
        """Whether it was written with a capital: at the beginning of a sentence."""
        return self.written.lstrip("[ \t")[:1].isupper()


def of(found: re.Match[str]) -> Reference:
    """The reference that a match of MARK is."""
    kind, label, key, caption = found.groups()
    return Reference(found[0], kind.lower(), " ".join(label.split()), int(key) if key else None, caption or "")


def references(text: str) -> list[Reference]:
    """Every reference in a text, in order."""
    return [of(found) for found in MARK.finditer(text)]


def completed(text: str, keys: Mapping[tuple[str, str], int]) -> str:
    """The text with the key put into each reference that has none yet: (kind, what the writer calls it) → key."""

    def complete(found: re.Match[str]) -> str:
        mark = of(found)
        key = keys.get((mark.kind, mark.label.casefold()))
        if mark.key is not None or key is None or mark.caption:
            return mark.written
        kind = found[1]
        return f"[[{kind} {mark.label}#{key}]]"

    return MARK.sub(complete, text)


def figures(texts: Iterable[str]) -> dict[str, int]:
    """The numbers of the figures of a report, by name, in the order in which they stand."""
    found: dict[str, int] = {}
    for text in texts:
        for mark in references(text):
            if mark.kind == "figure" and mark.caption:
                found.setdefault(mark.label.casefold(), len(found) + 1)
    return found


@dataclass(slots=True)
class Register:
    """What references mean today: the words for each, longer ones for the first mention, and the numbers of the figures."""

    words: Mapping[Key, str] = field(default_factory=dict)
    at_first: Mapping[Key, str] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)

    def meant(self, mark: Reference, met: set[Key]) -> str | None:
        """What stands for a reference; None where it leads nowhere. `met` is what was mentioned before."""
        if mark.kind == "figure":
            number = self.figures.get(mark.label.casefold())
            said = number and (f"Figure {number}: {mark.caption}" if mark.caption else f"figure {number}")
        else:
            named = mark.named or ("", 0)
            first = named not in met
            met.add(named)
            said = self.at_first.get(named) if first else None
            said = said or self.words.get(named)
        return said[0].upper() + said[1:] if said and mark.opens else said or None

    def said(self, text: str, met: set[Key] | None = None, *, around: Mapping[Key, str] | None = None) -> str:
        """The text as it is read. `around` gives what a page sets before the words of a reference (see `linking`)."""
        seen = set() if met is None else met

        def say(found: re.Match[str]) -> str:
            mark = of(found)
            words = self.meant(mark, seen) or MISSING
            address = around.get(mark.named) if around and mark.named else None
            return linking(address, words) if address else words

        return MARK.sub(say, text.translate(UNTYPED))

    def dead(self, text: str) -> list[str]:
        """The references of a text that lead nowhere, as they are written."""
        met: set[Key] = set()
        return [mark.written for mark in references(text) if self.meant(mark, met) is None]


# What no keyboard types stands around the words of a link until the page is drawn.
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
UNTYPED = dict.fromkeys(map(ord, (OPEN, MIDDLE, CLOSE)))


def linking(address: str, words: str) -> str:
    """Words that a page draws as a link: the template's filter `linked` knows them."""
    return f"{OPEN}{address}{MIDDLE}{words}{CLOSE}"
