"""Sex, brothers and sisters, and who lives together: rules on the words around a hit."""

from __future__ import annotations

from findings.anonymise.jigsaw.reading import Reading
from findings.anonymise.words import detail_words

Words = tuple[int, int] | None
_BE = frozenset({"is", "was", "be", "been", "being", "are", "were", "became"})
_OF_ONE = frozenset({"of", "in"})


def sexed(reading: Reading, first: int, last: int) -> Words:
    """ "A seven-year-old girl", "her daughter", "Adult B was a woman": a word that tells the sex of somebody meant."""
    before = reading.before(first, 8)
    word = reading.words[last - 1].text
    if word in ("pregnant", "breastfeeding", "birth", "miscarriage"):
        return first, last
    if word in ("daughter", "son") and before[-1:] and before[-1] in ("his", "her", "their", "my", "our", "s", "the"):
        return first, last
    if before[-1:] and before[-1] in ("every", "any", "no", "each", "both", "another"):
        return None
    pointed = before[-1:] and before[-1] in ("the", "this", "that") and word in ("girl", "boy", "daughter", "son")
    return (first, last) if pointed or before[-1:] == ["old"] or set(before) & _BE else None


def order(reading: Reading, first: int, last: int) -> Words:
    """ "The youngest of four", "second child", "eldest of the children"."""
    ahead = reading.after(last, 5)
    nouns = detail_words("order_nouns")
    counts, brood_nouns = detail_words("counts"), detail_words("brood")
    if ahead[:1] and ahead[0] in nouns and ahead[1:2] != ["protection"]:
        if ahead[1:2] == ["of"] and len(ahead) > 2 and ahead[2] in counts:
            return first, last + 3
        return first, last + 1
    adjective = ahead[:1] and ahead[0] in detail_words("brood_adjectives")
    if adjective and ahead[1:2] and ahead[1] in nouns:
        return first, last + 2
    if ahead[:1] != ["of"]:
        return None
    for step, word in enumerate(ahead[1:], start=1):
        if word in brood_nouns:
            return first, last + step + 1
        if word in counts:
            more = ahead[step + 1 : step + 2]
            if more and more[0] in brood_nouns:
                return first, last + step + 2
            end = last + step + 1
            return (first, end) if not more or _goes_on(reading, end) else None
    return None


def _goes_on(reading: Reading, index: int) -> bool:
    """Say whether word `index` begins another clause, so that what was counted before it is left unsaid."""
    word = reading.words[index]
    return word.before.strip() != "" or word.text in (
        "and",
        "but",
        "who",
        "in",
        "at",
        "with",
        "to",
        "is",
        "was",
        "had",
        "has",
        "on",
        "by",
        "when",
    )


def sibling(reading: Reading, first: int, last: int) -> Words:
    """ "Older brother", "half-sister", "twin"."""
    before = reading.before(first, 1)
    return (first - 1, last) if before and before[0] in detail_words("sibling_kinds") else None


def brood(reading: Reading, first: int, last: int) -> Words:
    """ "Three older brothers", "four children": a number of children told of somebody."""
    ahead = reading.after(last, 5)
    step = 0
    while step < len(ahead) and ahead[step] in detail_words("brood_adjectives"):
        step += 1
    if step >= len(ahead) or ahead[step] not in detail_words("brood"):
        return None
    if set(ahead[step + 1 : step + 4]) & detail_words("not_brood"):
        return None
    return (first, last + step + 1) if _of_the_family(reading, first) else None


def _of_the_family(reading: Reading, first: int) -> bool:
    """Say whether a number of children is said of a family: by "had", "her", "of", or somebody right before it."""
    before = reading.before(first, 3)
    if set(before) & {
        "had",
        "has",
        "have",
        "having",
        "his",
        "her",
        "their",
        "s",
        "of",
        "with",
        "mother",
        "father",
        "parent",
        "and",
        "my",
        "our",
        "including",
    }:
        return True
    return bool(before[-1:] and before[-1] in ("the", "all", "are", "were", "other"))


def household(reading: Reading, first: int, last: int) -> Words:
    """ "A family of six", "the household of nine"."""
    ahead = reading.after(last, 2)
    if ahead[:1] == ["of"] and len(ahead) > 1 and ahead[1] in detail_words("counts"):
        return first, last + 2
    return None


def lived_with(reading: Reading, first: int, last: int) -> Words:
    """ "Lived with his grandparents", "in the care of an aunt"."""
    before = reading.before(first, 5)
    if before[-1:] and before[-1] in ("maternal", "paternal", "great", "foster", "half", "step"):
        return None  # the relation itself tells more
    joined = " ".join(before)
    led = any(
        f"{verb} with" in joined
        for verb in ("lived", "lives", "living", "live", "stayed", "staying", "moved in", "brought up")
    )
    cared = "care of" in joined or "brought up by" in joined or "raised by" in joined
    if not (led or cared):
        return None
    begin = first - 1 if before[-1:] and before[-1] in ("his", "her", "their", "the", "an", "a", "my") else first
    lead = next(
        (
            n
            for n, word in enumerate(before)
            if word in ("lived", "lives", "living", "live", "stayed", "staying", "moved", "brought", "raised", "care")
        ),
        None,
    )
    return (first - len(before) + lead if lead is not None else begin), last
