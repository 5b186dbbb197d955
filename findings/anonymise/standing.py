"""What stands in the place of a name must not read on, with the words beside it, as another name: twice is once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from findings.anonymise.fold import fold
from findings.anonymise.redact import redact
from findings.anonymise.shapes import Span

_WORD = re.compile(r"[^\W_]+")
_APART = 4  # letters between names of one run
_ROUNDS = 6  # each finds one more name or takes some away; three are enough for all that was met
REASON = "with what would stand here, the words beside it read like another name"


def reads_on(text: str, spans: Sequence[Span], names: Collection[str]) -> bool:
    """Say whether a second search of the redacted text could replace more; `names` are the folded first words of listed names.

    That needs a listed name that waits for a person, a word of a name that was not taken for one, or a published name that is
    itself a word of a listed one ("Grace"): what stands beside them has changed.
    """
    if not any(span.keys and span.replacement is not None for span in spans):
        return False
    if any(span.keys and span.replacement is None for span in spans):
        return True
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    left = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    put = [span.replacement for span in spans if span.keys and span.replacement]
    return any(fold(word) in names for part in (*left, *put) for word in _WORD.findall(part))


def settled(text: str, spans: list[Span], find: Callable[[str], list[Span]]) -> list[Span]:
    """Return `spans` so that a second search of the redacted text, by `find`, replaces nothing more.

    What the second search is sure of is replaced here too; where it takes in something that was put there, a person decides
    about all of it, and what is searched there again counts for nothing.
    """
    for _ in range(_ROUNDS):
        again = [span for span in find(redact(text, spans)) if span.replacement is not None]
        placed = [(span, *_places(spans, span)) for span in again]
        asked = [span for span in spans if span.reason == REASON]
        fresh = [(f, start, end) for f, start, end in placed if not any(a.start < end and start < a.end for a in asked)]
        if not fresh:
            break
        for found, start, end in fresh:
            spans = _taken_back(spans, found, start, end)
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
    left = [span for span in spans if span not in over]
    if all(span.replacement is None and start <= span.start and span.end <= end for span in over):
        return sorted([*left, replace(found, start=start, end=end)], key=lambda span: span.start)
    start, end = min([start, *(span.start for span in over)]), max([end, *(span.end for span in over)])
    for span in (*spans, *reversed(spans)):  # all that stands in one run with it
        if span not in over and span.start - _APART < end and start < span.end + _APART:
            over, start, end = [*over, span], min(start, span.start), max(end, span.end)
    keys = tuple(dict.fromkeys(key for span in (*over, found) for key in span.keys))
    left = [span for span in spans if span not in over]
    return sorted([*left, Span(start, end, found.kind, keys, None, REASON)], key=lambda span: span.start)
