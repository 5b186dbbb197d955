"""Finds where a text repeats somebody's words. Plain values, no database."""

from __future__ import annotations

import re

# Fewer words in a row are nobody's own.
LEAST = 6
SHORTEST = 3
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def quoted(text: str, words: str) -> list[str]:
    """The passages of `text` that repeat at least six words in a row of `words`, as they stand in the text.

    Case, punctuation and the kind of apostrophe do not matter. Of somebody who said fewer than six words the whole is
    looked for; fewer than three are nobody's own.
    """
    theirs = tokens(words)
    least = min(LEAST, len(theirs))
    if least < SHORTEST:
        return []
    known = {tuple(theirs[at : at + least]) for at in range(len(theirs) - least + 1)}
    places = [*WORD.finditer(text)]
    ours = tokens(text)
    hits = [at for at in range(len(ours) - least + 1) if tuple(ours[at : at + least]) in known]
    found: list[list[int]] = []
    for at in hits:
        if found and at <= found[-1][1]:
            found[-1][1] = at + least
        else:
            found.append([at, at + least])
    return [text[places[start].start() : places[end - 1].end()] for start, end in found]


def tokens(text: str) -> list[str]:
    """The words of a text, folded so that a copy is known again."""
    return [word.group().casefold().replace("’", "'") for word in WORD.finditer(text)]
