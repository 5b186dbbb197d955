"""Ages and times of day, by how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from findings.anonymise.figures import TEENS, TENS, UNITS

_GAP = r"[\s\u00a0]{1,3}"
_LINK = r"(?:[\s\u00a0]{1,3}|[-‐‑–])"
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]5|½)?|(?:{TENS})(?:[-\s](?:{UNITS}))?|{TEENS}|{UNITS})"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)"
_MORE = rf"(?:(?:,?{_GAP}and|,)?{_GAP}{_NUMBER}{_LINK}{_UNIT})?"
_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|sixteenth|eighteenth)"
_AGES = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_NUMBER}{_LINK}{_UNIT}{_MORE}{_LINK}old\b(?:{_GAP}(?:boy|girl|man|woman))?",
        rf"\b{_NUMBER}{_GAP}{_UNIT}{_MORE}{_GAP}of{_GAP}age\b",
        rf"\b(?:aged|at{_GAP}the{_GAP}age{_GAP}of|at{_GAP}age|age[ds]?:?){_GAP}(?P<it>{_NUMBER}(?:{_LINK}{_UNIT}{_MORE})?)(?![\w%-]|[\s\u00a0](?:to|and[\s\u00a0](?:over|under|above)|or|years?[\s\u00a0]and[\s\u00a0](?:over|under)|-)\b)",
        rf"\b(?:turned|turning|was{_GAP}only|had{_GAP}just{_GAP}turned){_GAP}(?P<it>(?:\d{{1,2}}|{TEENS}|{UNITS}|{TENS}))(?=[\s.,;:)]*(?:$|[.,;:)]|(?:when|at|that|and|he|she|they|in|on)\b))",
        rf"\b(?:was|is|were){_GAP}(?P<it>(?:\d{{1,2}}|{TEENS}|{UNITS}|{TENS}))(?={_GAP}(?:when|that{_GAP}(?:spring|summer|autumn|winter|year|day)|at{_GAP}the{_GAP}time)\b)",
        rf"\bwhen{_GAP}(?:she|he|they){_GAP}(?:was|were){_GAP}(?:only{_GAP}|just{_GAP})?(?P<it>(?:\d{{1,2}}|{TEENS}|{UNITS}|(?:{TENS})(?:[-\s](?:{UNITS}))?))(?=\s*(?:[.,;:)]|$))",
        rf"\bwho{_GAP}(?:is|was){_GAP}(?P<it>(?:\d{{1,2}}|{TEENS}|(?:{TENS})(?:[-\s](?:{UNITS}))?))(?=\s*(?:[.,;:)]|$))",
        rf"\b{_ORDINAL}{_GAP}birthday\b",
        rf"\b(?:[1-9]\d?){_GAP}?(?:y/o|yo|yrs|y\.o\.)(?![\w])",
    )
)  # fmt: skip
_HOUR = r"(?:[01]?\d|2[0-3])"
_TIMES = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?<![\d.:/£-]){_HOUR}(?:[:.][0-5]\d)?[\s\u00a0]?(?:am|pm|a\.m\.|p\.m\.)(?!\w)",
        rf"(?<![\d.:/£-]){_HOUR}[:.]?[0-5]\d[\s\u00a0]?(?:hrs?|hours)\b",
        rf"\b(?:at|by|around|about|from|until|before|after|since|approximately|and|to|between){_GAP}(?P<it>{_HOUR}:[0-5]\d)(?![\d:])",
        rf"(?<![\d:.]){_HOUR}:[0-5]\d(?::[0-5]\d)(?![\d:])",
        rf"\b(?:{_HOUR}|{UNITS}|ten|eleven|twelve){_GAP}o[’']clock\b",
        rf"\b(?:at|around|about|before|after|until){_GAP}(?P<it>midnight|midday|noon|dawn|daybreak)\b",
        rf"\b(?:quarter|half|ten|twenty|five){_GAP}(?:past|to){_GAP}(?:{UNITS}|ten|eleven|twelve|{_HOUR})\b(?!{_GAP}(?:years?|weeks?|months?|children))",
        r"\bin[\s\u00a0]the[\s\u00a0]early[\s\u00a0]hours\b(?:[\s\u00a0]of[\s\u00a0](?:the[\s\u00a0]morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:[\s\u00a0]morning)?))?",
    )
)  # fmt: skip


def ages(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ages are told: "aged 7", "four-month-old", "on his sixteenth birthday"."""
    return _places(text, _AGES)


def times(text: str) -> Iterator[tuple[int, int]]:
    """Yield where times of day are told: "03:14", "2.30am", "1415hrs", "in the early hours"."""
    return _places(text, _TIMES)


def _places(text: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int]]:
    for form in forms:
        group = "it" if "it" in form.groupindex else 0
        for match in form.finditer(text):
            yield match.span(group)
