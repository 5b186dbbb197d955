"""Names that are said letter by letter: "H U double S A I N", "R for Romeo, O, R, Y", "Lima Alpha Mike"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from findings.anonymise.bearers import Bearers
from findings.anonymise.shapes import Span
from findings.anonymise.view import View

# The alphabet of the radio (International Telecommunication Union, Radio Regulations, appendix 14).
_WORDS = frozenset(
    [
        "alfa",
        "alpha",
        "bravo",
        "charlie",
        "delta",
        "echo",
        "foxtrot",
        "golf",
        "hotel",
        "india",
        "juliet",
        "juliett",
        "kilo",
        "lima",
        "mike",
        "november",
        "oscar",
        "papa",
        "quebec",
        "romeo",
        "sierra",
        "tango",
        "uniform",
        "victor",
        "whiskey",
        "whisky",
        "xray",
        "yankee",
        "zulu",
    ]
)
_RADIO = "|".join(sorted(_WORDS, reverse=True)) + "|x-ray"
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_LETTER = (
    rf"(?:(?:{'|'.join(_TIMES)}|capital|big|small|little)[ -])?(?:[^\W\d_](?![^\W_])|(?:{_RADIO})\b)"
    r"(?:,? (?:for|as in|like) ['\"“‘]?[^\W\d_]{2,}['\"”’]?)?"
)
_GAP = r"(?:[-‐‑–.,/…]+ ?| )(?:and )?"
_SPELT = re.compile(rf"(?<![^\W_]){_LETTER}(?:{_GAP}{_LETTER}){{2,}}", re.I)
_ONE = re.compile(_LETTER, re.I)
_NEAR = 5  # words from one letter to the next: "R for Romeo and then O"
_SHORTEST = 4  # letters with no sign between them that are fewer are initials
REASON = "letters that spell a listed name"


def dictated(bearers: Bearers, view: View) -> Iterator[Span]:
    """Yield flags for letters of the text that together spell a name of the register, or the beginning of one."""
    text = view.text
    for match in (match for start, end in _stretches(view) for match in _SPELT.finditer(text, start, end)):
        letters = "".join(_letters(unit.group()) for unit in _ONE.finditer(match.group()))
        apart = re.search(r"[-‐‑–,]|[^\W\d_]{2}", match.group()) is not None
        keys = _whose(bearers, letters, apart)
        if keys:
            yield Span(match.start(), match.end(), "person", keys, None, REASON)


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text in which three letters, or words for letters, stand near one another."""
    said = [
        n for n, word in enumerate(view.words) if (len(word.text) == 1 and word.raw.isalpha()) or word.text in _WORDS
    ]
    first = 0
    for place in range(1, len(said) + 1):
        if place < len(said) and said[place] - said[place - 1] <= _NEAR:
            continue
        if place - first > 2:
            yield (
                view.words[max(0, said[first] - 1)].start,
                view.words[min(len(view.words), said[place - 1] + _NEAR) - 1].end,
            )
        first = place


def _letters(unit: str) -> str:
    """Return the letter that a piece stands for, as often as it is said: "double S" is "ss"."""
    said = re.split(r",? (?:for|as in|like) ", unit.casefold(), maxsplit=1)[0]
    *before, letter = re.split(r"[ -]", said) if len(said) > 1 and not said.startswith("x-") else [said]
    return letter[:1] * (_TIMES.get(before[0], 1) if before else 1)


def _whose(bearers: Bearers, letters: str, apart: bool) -> tuple[str, ...]:
    """Return who bears a name that is spelt by `letters`, or by all but the first of them ("I: S, A, M")."""
    for read in (letters, letters[1:]):
        if len(read) < (_SHORTEST - 1 if apart else _SHORTEST):
            continue
        names = (read, *bearers.register.slips(read))
        keys = [key for name in names for key in bearers.names.get(name, ())]
        if apart and not keys and read == letters:
            keys = list(bearers.begun(read))
        if keys:
            return tuple(dict.fromkeys(keys))
    return ()
