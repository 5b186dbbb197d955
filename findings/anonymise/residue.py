"""What still identifies somebody in a built file: every part of a .docx, .pdf, .pptx or .html is read and searched.

Words written for people are held to everything that `find` finds. The names of bookmarks, paths, link targets and settings
are held to what the register lists, to numbers and to e-mail addresses. Who wrote must not be told at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from findings.anonymise.fold import fold
from findings.anonymise.leftover import Searched, Suspicion
from findings.anonymise.parts import Part, Unreadable, parts_of
from findings.anonymise.shapes import Person

__all__ = ["Suspicion", "Unreadable", "residue"]

_APART = "\n\n\n"  # three line ends: no name goes on across them


def residue(document: Path | str, people: Sequence[Person], *, allowed: Collection[str] = ()) -> list[Suspicion]:
    """Return what in the file at `document` still identifies somebody, in the order of the file's parts.

    `people` is the review's register. `allowed` are texts that a person decided to keep, in any case; a name that is surely
    a listed one is reported all the same, unless a longer allowed text holds it. Raises Unreadable (a ValueError with one plain
    sentence) for a file that cannot be read whole: such a file is never said to be clean.
    """
    path = Path(document)
    try:
        content = path.read_bytes()
    except OSError:
        raise Unreadable("The file cannot be opened, so it cannot be checked.") from None
    search = Searched(tuple(people), frozenset(text.casefold().strip() for text in allowed))
    named = Part("file name", path.name, "", "names")
    found: dict[Suspicion, None] = {}
    for group in _groups([named, *parts_of(content, path.suffix)]):
        found.update(dict.fromkeys(group.suspicions(search)))
    return _once(found)


def _once(found: dict[Suspicion, None]) -> list[Suspicion]:
    """Drop what is told twice: a file keeps some words in two forms, for old programs and for new ones."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for suspicion in found:
        mark = (suspicion.part, suspicion.text.casefold(), suspicion.context)
        if mark not in seen:
            seen.add(mark)
            kept.append(suspicion)
    return kept


@dataclass(slots=True)
class _Group:
    """Parts of one technical part that are searched as one text, so that each is judged by what stands around it."""

    parts: list[Part]
    told: set[str]  # what was found in this technical part before, folded

    def suspicions(self, search: Searched) -> Iterator[Suspicion]:
        """Yield what is found in the parts; another reading of them only adds what no reading found before."""
        if self.parts[0].manner == "sure":
            self.parts = [part for part in self.parts if search.may_name(part.text)]
        lengths = (len(part.text) + len(_APART) for part in self.parts)
        starts = [0, *accumulate(lengths)][:-1]
        found = search.in_text(_APART.join(part.text for part in self.parts), self.parts, starts) if self.parts else ()
        for suspicion in found:
            mark = "".join(filter(str.isalnum, fold(suspicion.text)))
            if self.parts[0].again and mark in self.told:
                continue
            self.told.add(mark)
            yield suspicion


def _groups(parts: Sequence[Part]) -> Iterator[_Group]:
    """Put together what belongs together; first readings before others."""
    told: dict[str, set[str]] = {}
    together: dict[tuple[str, str, bool], list[Part]] = {}
    for part in parts:
        manner = "sure" if part.again else part.manner
        together.setdefault((part.part, manner, part.again), []).append(replace(part, manner=manner))
    for (name, _, _), group in sorted(together.items(), key=lambda item: item[0][2]):
        yield _Group(group, told.setdefault(name, set()))
