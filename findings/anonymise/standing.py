"""What stands in the place of a name must not read on, with the words beside it, as another name: twice is once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from findings.anonymise.fold import fold
from findings.anonymise.redact import redact
from findings.anonymise.shapes import Span

_AFTER = re.compile(r"[\W_]{0,4}([^\W_]+)")
_BEFORE = re.compile(r"([^\W_]+)[\W_]{0,4}\Z")
_REACH = 40
_ROUNDS = 4  # each takes at least one replacement away or finds one more name; two are enough for all that was met
REASON = "with what would stand here, the words beside it read like another name"


def reads_on(text: str, spans: Sequence[Span], names: Collection[str]) -> bool:
    """Say whether a word of a listed name, a letter or another span stands right beside what is replaced."""
    if any(b.start - a.end < 4 and (_replaced(a) or _replaced(b)) for a, b in pairwise(spans)):
        return True
    for span in spans:
        if _replaced(span):
            beside = (_AFTER.match(text, span.end), _BEFORE.search(text[max(0, span.start - _REACH) : span.start]))
            if any(found and (len(found[1]) == 1 or fold(found[1]) in names) for found in beside):
                return True
    return False


def _replaced(span: Span) -> bool:
    """Say whether a name of the register is replaced."""
    return bool(span.keys) and span.replacement is not None


def settled(text: str, spans: list[Span], find: Callable[[str], list[Span]]) -> list[Span]:
    """Return `spans` so that a second search of the redacted text, by `find`, replaces nothing more.

    What the second search replaces is replaced here too where it was plainly overlooked; where it holds something that was
    put there, a person decides about all of it.
    """
    for _ in range(_ROUNDS):
        again = [span for span in find(redact(text, spans)) if span.replacement is not None]
        if not again:
            break
        for span, start, end in [(span, *_places(spans, span)) for span in again]:
            spans = _taken_back(spans, span, start, end)
    return spans


def _places(spans: Sequence[Span], found: Span) -> tuple[int, int]:
    """Return where in the text `found` lies, which was found in the redacted one; a replacement is taken whole."""
    shift, start, end = 0, found.start, found.end
    begun, over = None, None
    for span in spans:
        words = span.end - span.start if span.replacement is None else len(span.replacement)
        first, last = span.start + shift, span.start + shift + words
        inside = span.replacement is not None
        if begun is None and start < last:
            begun = span.start if inside and start >= first else start - shift
        if over is None and end <= last:
            over = span.end if inside and end > first else end - shift
        shift += words - (span.end - span.start)
    return (start - shift if begun is None else begun), (end - shift if over is None else over)


def _taken_back(spans: Sequence[Span], found: Span, start: int, end: int) -> list[Span]:
    """Return the spans with `found` among them, at its place in the text."""
    over = [span for span in spans if span.start < end and start < span.end]
    if not over:
        return sorted([*spans, replace(found, start=start, end=end)], key=lambda span: span.start)
    keys = tuple(dict.fromkeys(key for span in (*over, found) for key in span.keys))
    start, end = min(start, over[0].start), max(end, over[-1].end)
    left = [span for span in spans if span not in over]
    return sorted([*left, Span(start, end, over[0].kind, keys, None, REASON)], key=lambda span: span.start)
