"""The word lists of the jigsaw, and where their phrases stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from findings.anonymise.fold import Word
from findings.anonymise.words import detail_words

# Lists whose phrases are looked for in the text; the others tell about what stands beside them.
SEARCHED = (
    "not_detail", "sibling_phrases", "sibling_nouns", "relation", "occupation_sure", "occupation", "workplace", "origin_any", "origin", "country",
    "religion_any", "religion", "language_any", "language", "condition", "injury_sure", "injury", "event", "days_of_note", "dwelling",
    "landmark", "settlement", "family", "court", "court_verb", "female", "male", "orders", "counts", "households", "relatives_lived_with",
)  # fmt: skip


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return every phrase that is looked for, with the list that it stands in, by its first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for section in SEARCHED:
        for phrase in detail_words(section):
            parts = tuple(phrase.split("_"))
            found.setdefault(parts[0], []).append((parts, section))
    for same in found.values():
        same.sort(key=lambda each: (-len(each[0]), SEARCHED.index(each[1])))
    return found


def hits(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, one past the last, list) of every phrase of the lists; phrases may lie over one another."""
    known = phrases()
    for index, word in enumerate(words):
        for parts, section in known.get(word.text, ()):
            last = index + len(parts)
            if len(parts) == 1 or (
                last <= len(words) and all(words[index + n].text == parts[n] for n in range(1, len(parts)))
            ):
                yield index, last, section
