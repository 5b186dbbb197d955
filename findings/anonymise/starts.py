"""Where patterns may begin in a text: at one of their first words, at figures, at a sign. Nearly all of a report is none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

# A run of letters (with a sign or figures behind it, as codes and addresses have them), a run of figures, a sign.
_RUN = re.compile(r"([^\W\d_]+)([-/.](?=\w)|(?=\W{0,3}\d))?|(\d+)|[(+@]")
FIGURES, CODE = "0", "1"  # how a beginning speaks of a run of figures, and of letters with such a thing behind them
_CODE, _FIGURES = 2, 3


class Starts:
    """A text with the places where its words, figures and signs begin, by what stands there in small letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[str, list[int]] = {FIGURES: [], CODE: []}
        figures, codes = self.places[FIGURES], self.places[CODE]
        for run in _RUN.finditer(text):
            if run.lastindex == _FIGURES:
                figures.append(run.start())
                continue
            if run.lastindex == _CODE:
                codes.append(run.start())
            self.places.setdefault((run[1] or run[0]).lower(), []).append(run.start())


@dataclass(frozen=True)
class Sought:
    """A pattern, with a pattern for the beginning of the word that it begins with: in small letters, FIGURES or CODE.

    With none it is tried everywhere in a text that has one of the signs it `needs`.
    """

    regex: re.Pattern[str]
    begins: str = FIGURES
    needs: tuple[str, ...] = ()


class Finder:
    """Finds several patterns without trying each at every letter of a text."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._sought = sought
        self._led = [(number, re.compile(one.begins)) for number, one in enumerate(sought) if one.begins]
        self._led_by = lru_cache(maxsize=65536)(self._find_led)

    def _find_led(self, word: str) -> tuple[int, ...]:
        return tuple(number for number, begins in self._led if begins.match(word))

    def found(self, starts: Starts) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield what is found, with the number of its pattern: pattern by pattern, of each what `finditer` would find."""
        places: dict[int, list[int]] = {}
        for word, at in starts.places.items():
            for number in self._led_by(word):
                places.setdefault(number, []).extend(at)
        for number, one in enumerate(self._sought):
            if number in places:
                yield from ((number, match) for match in matches_at(one.regex, starts.text, sorted(places[number])))
            elif not one.begins and (not one.needs or any(sign in starts.text for sign in one.needs)):
                yield from ((number, match) for match in one.regex.finditer(starts.text))


def matches_at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at one of `places`, in order and none over another."""
    end = 0
    for place in places:
        match = pattern.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match
