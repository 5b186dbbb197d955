"""Injuries: a hurt told with the part of the body, the side, the number or the form."""

from __future__ import annotations

from findings.anonymise.jigsaw.reading import Reading
from findings.anonymise.words import detail_words

_REACH = 5
_OWNED = frozenset({"his", "her", "their", "the", "s", "left", "right", "lower", "upper", "both"})
# Body words that mean something else unless somebody's: "the back of the file", "in the face of".
_LOOSE = frozenset(
    {
        "back",
        "face",
        "head",
        "heel",
        "mouth",
        "nail",
        "nails",
        "foot",
        "hand",
        "hands",
        "arms",
        "palm",
        "temple",
        "sole",
        "calf",
        "chest",
    }
)
# Hurts that are everyday words: they need the part of the body right beside them.
_EVERYDAY = frozenset({"broken", "break", "cut", "cuts", "mark", "marks", "torn", "tear", "lump", "crushed", "burn", "burned", "burnt", "bleed", "bleeding", "severed"})  # fmt: skip


def injury(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """Return the words of an exact injury: the hurt with body part, side, number or form around it."""
    reach = 3 if reading.words[first].text in _EVERYDAY else _REACH
    low, high = first, last
    body = False
    for step in range(1, reach + 1):
        index = last + step - 1
        if index >= len(reading.words) or reading.sentence[index] != reading.sentence[first] or _stops(reading, index):
            break
        if _is_body(reading, index):
            high, body = index + 1, True
    for step in range(1, 4):
        index = first - step
        if index < 0 or reading.sentence[index] != reading.sentence[first] or _stops(reading, index + 1):
            break
        if _is_body(reading, index):
            low, body = index, True
        elif reading.words[index].text in detail_words("injury_detail") and index == low - 1:
            low = index
    if not body:
        return None
    while low and not _stops(reading, low) and reading.words[low - 1].text in detail_words("injury_detail"):
        low -= 1
    return low, high


def _stops(reading: Reading, index: int) -> bool:
    """Say whether a comma or the like stands before word `index`: beyond it another thing is told."""
    return any(sign in reading.words[index].before for sign in ",;:().!?\n")


def _is_body(reading: Reading, index: int) -> bool:
    word = reading.words[index].text
    if word not in detail_words("body"):
        return False
    return word not in _LOOSE or (index > 0 and reading.words[index - 1].text in _OWNED)
