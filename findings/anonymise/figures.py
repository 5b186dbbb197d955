"""Where figures stand in a text: most patterns need one, and most of a report has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Numbers in words, as alternatives of a pattern.
UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

_FIGURE = re.compile(r"\d")
_SPACE = re.compile(r"\s")
_REACH = 80  # more than any pattern has letters before, between or after its figures


def near_figures(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` around its figures, begun and ended at white space, none over another."""
    stretches: list[tuple[int, int]] = []
    place = _FIGURE.search(text)
    while place is not None:
        start, end = place.start(), _next_space(text, place.end() + _REACH)
        start = max(0, text.rfind(" ", 0, max(0, start - _REACH)))
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
        place = _last_figure_on(text, stretches)
    return stretches


def _last_figure_on(text: str, stretches: list[tuple[int, int]]) -> re.Match[str] | None:
    """Return the next figure from which the last stretch has to be lengthened or a new one begun."""
    start, end = stretches[-1]
    latest = max((text.rfind(figure, start, end) for figure in "0123456789"), default=-1)
    if latest >= 0 and _next_space(text, latest + 1 + _REACH) > end:
        return _FIGURE.match(text, latest)
    return _FIGURE.search(text, end)


def _next_space(text: str, place: int) -> int:
    found = _SPACE.search(text, min(place, len(text)))
    return found.start() if found else len(text)


def matches(pattern: re.Pattern[str], text: str, stretches: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` within `stretches`, in order."""
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)
