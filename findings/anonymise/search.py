"""The search: numbers and dates first, then the names of the register, then names that are in no register."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from findings.anonymise.bearers import bearers_of
from findings.anonymise.compiled import register_of
from findings.anonymise.decide import name_spans
from findings.anonymise.detect import LABELS, NUMBERS, ONLINE, pattern_spans
from findings.anonymise.detect_ages import age_spans
from findings.anonymise.detect_dates import date_spans
from findings.anonymise.detect_unlisted import set_phrases, unlisted_spans
from findings.anonymise.dictated import dictated
from findings.anonymise.edges import with_edges
from findings.anonymise.fold import cut, fold, words
from findings.anonymise.overlooked import overlooked
from findings.anonymise.register import Register
from findings.anonymise.shapes import DateRule, Person, Span
from findings.anonymise.standing import reads_on, settled
from findings.anonymise.starts import Starts
from findings.anonymise.view import View


class _Taken:
    """Stretches of the text, none over another, in order."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans: list[Span] = list(spans)

    def free(self, span: Span) -> bool:
        """Say whether `span` lies over none that was taken."""
        place = bisect_left(self.spans, (span.start, span.end), key=lambda each: (each.start, each.end))
        if place and self.spans[place - 1].end > span.start:
            return False
        return not (place < len(self.spans) and self.spans[place].start < span.end)

    def add(self, span: Span) -> None:
        """Take `span` if it lies free."""
        if self.free(span):
            insort(self.spans, span, key=lambda each: (each.start, each.end))


def find(people: Sequence[Person], text: str, *, dates: DateRule | None = None) -> list[Span]:
    """Return what identifies somebody in `text`: sorted, not overlapping, offsets into `text` as given.

    `people` is the review's register, `dates` the board's rule for exact days (month and year unless told otherwise).
    A span whose replacement is None is for a person to decide; its keys are the candidates, likeliest first.
    """
    register, rule = register_of(tuple(people)), dates or DateRule()
    spans = _found(register, text, rule)
    if not reads_on(text, spans, register.root.children):
        return spans
    return settled(text, spans, lambda other: _listed(register, other, rule)[0].spans)


def _found(register: Register, text: str, rule: DateRule) -> list[Span]:
    """Return what one reading of `text` finds."""
    taken, view = _listed(register, text, rule)
    bearers = bearers_of(register)
    spelt = [span for span in dictated(bearers, view) if taken.free(span)]
    _take_spans(view, spelt)
    for span in spelt:
        taken.add(span)
    for span in with_edges(register, view, list(unlisted_spans(view))):
        taken.add(span)
    for span in overlooked(bearers, view):
        taken.add(span)
    return taken.spans


def named(people: tuple[Person, ...], text: str) -> dict[str, bool]:
    """Return who of the register is named in `text`, by key; False where a form fits several, or may mean somebody else."""
    register = register_of(people)
    text_words = register.rejoined(words(text))
    if not any(register.matches_at(text_words, place) for place in range(len(text_words))):
        return {}
    found: dict[str, bool] = {}
    for span in _listed(register, text, DateRule())[0].spans:
        for key in span.keys:
            found[key] = found.get(key, False) or span.replacement is not None
    return found


def _listed(register: Register, text: str, rule: DateRule) -> tuple[_Taken, View]:
    """Return what identifies somebody in `text`, but for names that are in no register, and what was read in the text."""
    standing = _Taken([Span(*place, "", (), None, "") for place in register.pseudonyms_in(text)])
    taken = _patterns(register, text, rule, standing)
    edges = (edge for span in (*taken.spans, *standing.spans) for edge in (span.start, span.end))
    view = View(text, register.rejoined(cut(words(text), edges)))
    view.given = frozenset(register.given)
    view.listed = frozenset(register.vocabulary)
    view.phrases = set_phrases(view)
    _take_spans(view, taken.spans)
    view.names |= _take_spans(view, standing.spans)
    _take_spans(view, [Span(*label.span(), "", (), None, "") for label in LABELS.finditer(text)])
    listed = with_edges(register, view, name_spans(register, view))
    for span in listed:
        taken.add(span)
    _take_spans(view, listed)
    return taken, view


def _patterns(register: Register, text: str, rule: DateRule, standing: _Taken) -> _Taken:
    """Return the numbers, addresses, days and ages of the text, none over another and none over a pseudonym."""
    births = frozenset(person.date_of_birth for person in register.people.values() if person.date_of_birth)
    taken = _Taken()
    starts = Starts(text)
    groups: tuple[Iterable[Span], ...] = (
        pattern_spans(starts, ONLINE),
        date_spans(starts, rule, births),
        pattern_spans(starts, NUMBERS),
        age_spans(starts, register.vocabulary, years=rule.ages == "decide"),
    )
    for span in chain.from_iterable(groups):
        if standing.free(span):
            taken.add(_plainly_a_month(register, span))
    return taken


def _plainly_a_month(register: Register, span: Span) -> Span:
    """Return `span` so worded that its month cannot be read as the name of somebody called May, June, April or August."""
    month = (span.replacement or "").removeprefix("in ").removeprefix("In ")
    if span.kind != "date" or span.replacement is None or fold(month) not in register.vocabulary:
        return span
    return replace(span, replacement=span.replacement.removesuffix(month) + "the month of " + month)


def _take_spans(view: View, spans: Sequence[Span]) -> set[int]:
    """Note the words that lie in `spans`; nothing more is looked for in them. Return their numbers."""
    starts = [word.start for word in view.words]
    taken: set[int] = set()
    for span in spans:
        first = max(0, bisect_right(starts, span.start) - 1)
        if view.words and view.words[first].end <= span.start:
            first += 1
        taken.update(range(first, bisect_left(starts, span.end)))
    view.taken |= taken
    return taken
