"""Taking words out of a sentence so that what is left reads on."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"(?:^|(?<=[\s(]))(?:an?|the)[ \u00a0]+\Z", re.I)
_NOUN_NEXT = re.compile(
    r"[ \u00a0]*(?!(?:and|or|who|in|at|on|from|with|by|for|to|but|when|which|that|of|is|was)\b)[^\W\d_]", re.I
)
_JOINED = re.compile(r",?[ \u00a0]+(?:and|or|but)\Z")
_SPACES = " \u00a0"


def without(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of `text` that goes when the words from `start` to `end` are taken out.

    With them go their article, one of two spaces, and the commas or brackets that held nothing else.
    """
    article = None if _NOUN_NEXT.match(text, end) else _ARTICLE.search(text, max(0, start - 6), start)
    start = article.start() if article else start
    left, right = len(text[:start].rstrip(_SPACES)), len(text) - len(text[end:].lstrip(_SPACES))
    opening, closing = text[left - 1 : left], text[right : right + 1]
    if opening == "(" and closing == ")":
        return len(text[: left - 1].rstrip(_SPACES)), right + 1
    if opening == "," and closing == ",":
        return left - 1, right + 1
    if opening == "," and closing and closing in ".;:!?":
        return left - 1, right
    if not closing or closing in ",.;:!?)\n":
        joined = _JOINED.search(text, max(0, left - 8), left)
        return joined.start() if joined else left, right
    return start, right
