"""What an agency may want to put right before it passes its chronology on. Pure: advice about words and days, never a bar.

Looked for: entries without a source, abbreviations that nothing explains, words of opinion in the account of what happened,
and silences inside the period in scope that nothing accounts for. Names are not looked for: who is in the review's register
is not an agency's to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

# A silence of more days than this is one that a reader asks about.
SILENCE = 90
DAY = timedelta(days=1)

# Known to every reader of a review, whatever their profession. "DNA" is not among them: it means one thing to a nurse and
# another to the police.
KNOWN = frozenset({
    "AGM", "AM", "ASAP", "BBC", "BST", "CCTV", "DIY", "DOB", "DVD", "EU", "GCSE", "GMT", "GP", "ID", "IT", "MP", "NB",
    "NHS", "OK", "PC", "PE", "PIN", "PM", "PS", "RE", "SMS", "TBC", "TV", "UK", "USA",
})  # fmt: skip
CALENDAR = frozenset({
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUNE", "JUL", "JULY", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "MON",
    "TUE", "TUES", "WED", "THU", "THUR", "THURS", "FRI", "SAT", "SUN",
})  # fmt: skip
NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})

# A chronology tells what was seen, said and done; what to think of it belongs in the agency's report. These either judge a
# person or say that something needs no evidence. Words that somebody is quoted with are theirs, and are passed over.
OPINION = (
    "appallingly", "attention-seeking", "chaotic", "clearly", "disappointing", "disguised compliance", "evidently", "feckless",
    "hard to reach", "hysterical", "inappropriate", "inappropriately", "lazy", "lifestyle choice", "manipulative",
    "non-compliant", "obviously", "of course", "sadly", "unacceptable", "uncooperative", "undoubtedly", "unfortunately",
    "unreasonable",
)  # fmt: skip

ABBREVIATION = re.compile(r"(?<![\w&-])([A-Z]{2,6})(?:s|['’]s)?(?![\w&-])")
WORD = re.compile(r"[^\W\d_]{2,}")
OPINIONS = re.compile(
    r"\b(?:" + "|".join(re.escape(words).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]") for words in OPINION) + r")\b",
    re.IGNORECASE,
)
# Few entries hold any: to look for the longest word of each first is many times quicker than the pattern.
LONGEST = frozenset(max(re.split(r"[ -]", words), key=len) for words in OPINION)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
# "MASH = Multi-Agency Safeguarding Hub", "MASH | …", "MASH: …" at the beginning of a line of a glossary.
DEFINED = re.compile(r"^[^\w\n]*([A-Z]{2,6})s?[ \t]*(?:[|=:–—-]|means\b|stands for\b)\s*\w", re.MULTILINE)
MEANT = re.compile(
    r"^[^\w\n]*([A-Z]{2,6})s?[ \t]*(?:[|=:–—-]|means\b|stands for\b)[ \t|]*(\w[^\n|]{1,190})", re.MULTILINE
)
# "Multi-Agency Safeguarding Hub (MASH)" and "MASH (Multi-Agency Safeguarding Hub)", anywhere.
AFTERWARDS = re.compile(r"\(([A-Z]{2,6})s?\)")
AT_ONCE = re.compile(r"\b([A-Z]{2,6})s?\s+\(([^()]{4,80})\)")
NO_CONTACT = re.compile(
    r"\bno\s+(?:\w+\s+){0,2}(?:contacts?|involvement|entries|records?|activity)\b|\bnot\s+(?:\w+\s+)?(?:known|open|involved)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """What is looked at of an entry; `key` is whatever its owner knows it by."""

    key: int
    date_from: date | None
    date_to: date | None
    precision: str
    source: str
    event: str
    action: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """The first and the last day of a silence."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How long it lasts."""
        return (self.last - self.first).days + 1


@dataclass(slots=True)
class Advice:
    """What was noticed; entries are named by their keys, in order."""

    unsourced: list[int] = field(default_factory=list)
    abbreviations: dict[str, list[int]] = field(default_factory=dict)
    opinions: dict[int, list[str]] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.unsourced, self.abbreviations, self.opinions, self.gaps))


def advise(
    lines: Iterable[Line],
    *,
    scope: tuple[date, date] | None = None,
    glossary: Iterable[str] = (),
    explained: Iterable[str] = (),
    declared: Iterable[tuple[date, date]] = (),
) -> Advice:
    """Look at the entries of one return.

    `scope` is the period that the review asks about, `glossary` the lines that explain something, `explained` the
    abbreviations whose meaning was given, `declared` the periods for which the agency said that there was no contact.
    """
    looked_at = list(lines)
    texts = [f"{line.event}\n{line.action}" for line in looked_at]
    known = {*explained} | KNOWN | CALENDAR | NUMERALS | defined(glossary) | spelt_out([*texts, *glossary])
    found = Advice(unsourced=[line.key for line in looked_at if not line.source.strip()])
    for line, text in zip(looked_at, texts, strict=True):
        for short in abbreviations(text) - known:
            found.abbreviations.setdefault(short, []).append(line.key)
        if words := opinions(line.event):
            found.opinions[line.key] = words
    found.abbreviations = dict(sorted(found.abbreviations.items(), key=lambda item: (-len(item[1]), item[0])))
    if scope and looked_at:
        quiet = [Line(0, first, last, "range", "", "No contact.") for first, last in declared]
        found.gaps = list(gaps([*looked_at, *quiet], *scope))
    return found


def abbreviations(text: str) -> set[str]:
    """Two to six capitals in a row; none in a text that is written in capitals throughout."""
    found = set(ABBREVIATION.findall(text))
    words = WORD.findall(text) if found else []
    throughout = len(words) > 3 and sum(word.isupper() for word in words) > 0.8 * len(words)
    return set() if throughout else found


def opinions(text: str) -> list[str]:
    """The words of opinion in a text, each once, as they are written; quotations are passed over."""
    lowered = text.lower()
    if not any(word in lowered for word in LONGEST):
        return []
    found = (" ".join(words.lower().split()) for words in OPINIONS.findall(QUOTED.sub(" ", text)))
    return list(dict.fromkeys(found))


def defined(glossary: Iterable[str]) -> set[str]:
    """The abbreviations that the lines of a glossary begin with."""
    return {short for text in glossary for short in DEFINED.findall(text)}


def meanings(glossary: Iterable[str]) -> dict[str, str]:
    """Abbreviation → its meaning, from the lines of a glossary; the first of several stands."""
    found: dict[str, str] = {}
    for text in glossary:
        for short, meaning in MEANT.findall(text):
            found.setdefault(short, meaning.strip(" .;,"))
    return found


def spelt_out(texts: Iterable[str]) -> set[str]:
    """The abbreviations that stand in brackets after the words whose initials they are, or before those words in brackets."""
    found = set()
    for text in texts:
        if "(" in text:
            before = [(each[1], text[max(0, each.start() - 120) : each.start()]) for each in AFTERWARDS.finditer(text)]
            found |= {short for short, words in before + AT_ONCE.findall(text) if initials_hold(short, words)}
    return found


def initials_hold(short: str, words: str) -> bool:
    """Whether the letters of `short` stand in order among the first letters of the last words: small ones may be passed over."""
    firsts = iter(word[0].upper() for word in re.findall(r"\w+", words)[-9:])
    return all(letter in firsts for letter in short)


def gaps(lines: Sequence[Line], first: date, last: date) -> Iterator[Gap]:
    """The silences from `first` to `last` that are longer than SILENCE days."""
    heard = first - DAY
    for begins, ends in [*sorted(span for line in lines for span in spans(line)), (last + DAY, last + DAY)]:
        begins = min(begins, last + DAY)
        if (begins - heard).days - 1 > SILENCE:
            yield Gap(heard + DAY, begins - DAY)
        heard = max(heard, ends)


def spans(line: Line) -> list[tuple[date, date]]:
    """The days that an entry accounts for.

    A long period accounts for all of its days only where it says that there was no contact; otherwise for its first and its
    last, and a bare year for none: that something happened in it breaks no silence of which the days are not known.
    """
    if line.date_from is None or line.date_to is None:
        return []
    whole = (line.date_from, line.date_to)
    if (line.date_to - line.date_from).days <= SILENCE or NO_CONTACT.search(line.event):
        return [whole]
    return [(day, day) for day in whole] if line.precision == "range" else []
