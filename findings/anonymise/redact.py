"""The anonymised text: what stands between the spans is carried over letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from findings.anonymise.shapes import Span


def redact(text: str, spans: Sequence[Span]) -> str:
    """Return `text` with every span that has a replacement replaced by it.

    A span whose replacement is None is left as it stands, because a person has yet to decide; `undecided` lists those.
    The spans may come in any order. Raises ValueError when spans overlap or reach outside the text.
    """
    pieces: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if not done <= span.start <= span.end <= len(text):
            raise ValueError(
                f"The span from {span.start} to {span.end} overlaps another or lies outside the text: "
                "search this very text again and use the spans found in it."
            )
        pieces.append(text[done : span.start])
        pieces.append(text[span.start : span.end] if span.replacement is None else span.replacement)
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


def undecided(spans: Iterable[Span]) -> list[Span]:
    """Return the spans for which a person must decide; a text is not anonymous while one is left."""
    return [span for span in spans if span.replacement is None]
