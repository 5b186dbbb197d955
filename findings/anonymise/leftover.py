"""The search of a file's parts: which of the spans found matter in what kind of place, and what was allowed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from findings.anonymise.compiled import register_of
from findings.anonymise.fold import fold, words
from findings.anonymise.parts.known import PARTS_PLAYED, PROGRAMS
from findings.anonymise.parts.shapes import Part
from findings.anonymise.runtogether import run_together
from findings.anonymise.search import find
from findings.anonymise.shapes import DateRule, Person, Span
from findings.anonymise.words import ordinary

AROUND = 60
# Numbers that say who somebody is wherever they stand; a day or a web address in a setting says nothing.
_TELLING = frozenset({"email", "nhs_number", "ni_number", "phone", "postcode"})
_SEPARATORS = str.maketrans(dict.fromkeys('/\\:.?&=#_+~,;|%@-()[]{}<>"', " "))
# Somebody decided about ages in years before the file was built: in a report they are at home.
_BUILT = DateRule(ages="keep")
_SPACED = re.compile(r"\b(?:[^\W\d_][ \u00a0]){3,}[^\W\d_]\b")


@dataclass(frozen=True)
class Suspicion:
    """Something in a built file that still identifies somebody, or that nobody can look into.

    where: in plain words, such as "header of the first page"; part: the technical place, such as "word/header1.xml"; text: what
    was found; context: with what stands around it; kind: as of a Span, or "author", "thumbnail", "position", "unread"; keys: the
    people of the register who may be meant; replacement: what should stand there, None where a person must decide.
    """

    where: str
    part: str
    text: str
    context: str
    kind: str
    keys: tuple[str, ...]
    replacement: str | None
    reason: str


@dataclass(frozen=True)
class Searched:
    """The register and the allowed texts, as the parts are held to them."""

    people: tuple[Person, ...]
    allowed: frozenset[str]

    def in_text(self, text: str, parts: Sequence[Part], starts: Sequence[int]) -> Iterator[Suspicion]:
        """Yield what matters in `text`, which is `parts` put together; all of them are of one manner."""
        manner = parts[0].manner
        if manner == "flag":
            for part in parts:
                yield Suspicion(part.where, part.part, part.where, part.where, part.kind, (), None, part.text)
        elif manner == "author":
            for part in parts:
                yield from self._of_author(part)
        else:
            for span in _apart(self.spans(text, manner)):
                number = bisect_right(starts, span.start) - 1
                part, start = parts[number], span.start - starts[number]
                yield from self._told(
                    part, replace(span, start=start, end=min(span.end - starts[number], len(part.text)))
                )

    def spans(self, text: str, manner: str) -> Iterator[Span]:
        """Yield the spans of `text` that count in a place of this manner."""
        text = self._rejoined(text)
        found = find(self.people, text, dates=_BUILT)
        if manner == "words":
            yield from found
            yield from self._spaced_out(text)
            return
        yield from (span for span in found if span.kind in _TELLING and span.replacement and manner == "names")
        yield from (span for span in found if span.kind == "email" and manner == "sure")
        for span in find(self.people, text.translate(_SEPARATORS), dates=_BUILT) if manner == "names" else found:
            if span.keys and (manner == "names" or _surely(text[span.start : span.end], span)):
                yield span
        if manner == "names":
            yield from run_together(self.people, text)

    def may_name(self, text: str) -> bool:
        """Say whether a setting is worth searching: it has a word of a listed name, or one that is nearly so."""
        register = register_of(self.people)
        found = register.rejoined(words(text))
        return "@" in text or any(word.text in register.vocabulary or register.slips(word.text) for word in found)

    def _rejoined(self, text: str) -> str:
        """Return `text` with a plain space wherever a line's end cuts a pseudonym, as the register writes it; offsets stay."""
        return self._pseudonyms.sub(lambda found: re.sub(r"\s", " ", found.group()), text) if self._pseudonyms else text

    @cached_property
    def _pseudonyms(self) -> re.Pattern[str] | None:
        several = {person.pseudonym for person in self.people if len(person.pseudonym.split()) > 1}
        forms = (r"\b" + r"\s".join(map(re.escape, pseudonym.split())) + r"\b" for pseudonym in sorted(several))
        return re.compile("|".join(forms)) if several else None

    def _spaced_out(self, text: str) -> Iterator[Span]:
        """Yield listed names whose letters are set apart ("A m a r a")."""
        for match in _SPACED.finditer(text):
            tight = re.sub(r"[ \u00a0]", "", match.group())
            for span in find(self.people, tight, dates=_BUILT):
                if span.keys and _surely(tight, span):
                    yield replace(
                        span, start=match.start(), end=match.end(), reason=f"{span.reason}, letters set apart"
                    )

    def _of_author(self, part: Part) -> Iterator[Suspicion]:
        """Yield a listed name, or else whatever stands where an author is told and is neither a program nor a part played."""
        text = part.text.strip()
        listed = _apart(self.spans(part.text, "names"))
        for span in listed:
            yield from self._told(part, span)
        if listed or not text or text.casefold() in self.allowed | PROGRAMS or self._plays_a_part(text):
            return
        flags = [span for span in find(self.people, part.text, dates=_BUILT) if not self._let_through(part.text, span)]
        for span in flags:
            yield from self._told(part, span)
        if not flags:
            yield Suspicion(
                part.where,
                part.part,
                text,
                text,
                "author",
                (),
                None,
                "says who wrote; leave it empty or put the board's name there",
            )

    def _plays_a_part(self, text: str) -> bool:
        for start, end in reversed(register_of(self.people).pseudonyms_in(text)):
            text = text[:start] + " " + text[end:]
        return all(word.text in PARTS_PLAYED or word.text.isdigit() for word in words(text))

    def _told(self, part: Part, span: Span) -> Iterator[Suspicion]:
        text = part.text[span.start : span.end]
        if self._let_through(part.text, span) or (part.seam is not None and not span.start < part.seam < span.end):
            return
        marks = [where for start, end, where in part.marks if start < span.end and span.start < end]
        around = part.text[max(0, span.start - AROUND) : span.end + AROUND]
        yield Suspicion(
            marks[0] if marks else part.where, part.part, " ".join(text.split()), " ".join(around.split()), span.kind, span.keys,
            span.replacement, span.reason,
        )  # fmt: skip

    def _let_through(self, text: str, span: Span) -> bool:
        """Say whether a person decided to keep the words: these, or a longer text that holds them here."""
        found = " ".join(text[span.start : span.end].split()).casefold()
        sure = span.replacement is not None and bool(span.keys)
        if found in self.allowed and not sure:
            return True
        around = self._allowed_texts.finditer(text) if self._allowed_texts else ()
        return any(
            m.start() <= span.start and span.end <= m.end() and (not sure or len(m.group()) > span.end - span.start)
            for m in around
        )

    @cached_property
    def _allowed_texts(self) -> re.Pattern[str] | None:
        """Find allowed texts of several words as they stand, whatever their case and however their lines break."""
        longer = sorted((text for text in self.allowed if len(text.split()) > 1), key=len, reverse=True)
        forms = (r"(?<!\w)" + r"\s+".join(map(re.escape, text.split())) + r"(?!\w)" for text in longer)
        return re.compile("|".join(forms), re.I) if longer else None


def _surely(text: str, span: Span) -> bool:
    """Say whether a span cannot be a word of the file's own: no initials, and not ordinary words about which is doubt."""
    return len(text) > 3 and (span.replacement is not None or any(not ordinary(word) for word in fold(text).split()))


def _apart(spans: Iterator[Span]) -> list[Span]:
    """Return spans in order; of those that lie over one another the first found."""
    kept: list[Span] = []
    for span in spans:
        place = bisect_right(kept, span.start, key=lambda other: other.start)
        if (place == 0 or kept[place - 1].end <= span.start) and (place == len(kept) or span.end <= kept[place].start):
            kept.insert(place, span)
    return kept
