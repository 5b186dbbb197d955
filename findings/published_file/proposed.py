"""What a published review seems to be, by its own words: proposals, which a person confirms. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

HEAD = 60  # lines in which a report says what it is
MOST_LESSONS = 80
SHORT, LONG = 25, 1500  # characters that a finding or recommendation has

PUBLISHER = re.compile(
    r"(?:[A-Z][\w’'&.,-]* (?:and |of |& )?){1,8}?Safeguarding (?:(?:Adults?|Child(?:ren)?(?:[’']s)?) )?"
    r"(?:Partnership Board|Partnership|Board|Committee)"
)
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
DATED = re.compile(r"publi(?:shed|cation)|date of|dated|report date|final", re.I)
REGIMES = (
    ("dhr", r"domestic homicide review|domestic abuse related death review"),
    ("susr", r"single unified safeguarding review"),
    ("thematic", r"thematic (?:review|analysis)|national (?:review|analysis)"),
    ("lcspr", r"child safeguarding practice review|\bLCSPR\b|\bCSPR\b"),
    ("scr", r"serious case review"),
    ("sar", r"safeguarding adults? review"),
    ("rapid", r"rapid review"),
    ("learning", r"learning review"),
    ("cmr", r"case management review"),
)
# A title that is too long for its line goes on in the next one.
REST_OF_TITLE = re.compile(r"(?:(?:Practice|Case|Adults?|Learning|Homicide) )?Review\b")
HARMS = (
    ("self_neglect", r"self[- ]neglect|hoarding"),
    ("infant_death", r"safe(?:r)? sleep|co-?sleeping|sudden unexpected death in infan"),
    ("suicide", r"suicid|self-harm"),
    ("exploitation", r"exploitation|county lines|gang"),
    ("slavery", r"modern slavery|trafficking"),
    ("sexual", r"sexual(?:ly)? abus|intra-?familial"),
    ("domestic", r"domestic abuse|domestic violence|coercive control|MARAC"),
    ("organisational", r"organisational abuse|institutional abuse|closed culture|whistle-?blow"),
    ("financial", r"financial abuse|power of attorney|scam"),
    ("physical", r"non-accidental|bruis|fracture|physical abuse|head (?:injury|trauma)"),
    ("neglect", r"(?<!self-)(?<!self )neglect"),
)
AGE = re.compile(
    r"\b(?:aged\s+(\d{1,3})(?:[\s-]+(week|month|day|year)s?)?|(\d{1,3})[\s-]+(week|month|day|year)s?[\s-]+old)", re.I
)
AGES = ((1, "under_1"), (5, "1_4"), (11, "5_10"), (18, "11_17"), (26, "18_25"), (65, "26_64"), (200, "65"))
LABELLED = re.compile(
    r"\s*(recommendation|finding|learning point)s?\s*(?:no\.?\s*|number\s*)?(\d{1,2}(?:\.\d{1,2})?[a-z]?)?\s*[:.)–-]*\s*(.*)",
    re.I,
)
NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,2}|[R]\d{1,2})[.):]?\s+(\S.*)")
# What a recommendation without a number is told by, under the heading of recommendations.
ASKS = re.compile(r"\b(?:should|must|needs? to|(?:is|are) asked to|to (?:ensure|review|develop|consider|seek))\b", re.I)
HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?([A-Z][\w ’',&-]{3,60})\s*$")
KINDS = {"finding": "finding", "learning point": "finding"}


@dataclass(frozen=True, slots=True)
class Said:
    """A finding or recommendation that was found in the text."""

    kind: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a report seems to be; empty where nothing says so."""

    title: str
    publisher: str
    year: int | None
    regime: str
    harm: str
    age: str
    lessons: tuple[Said, ...]


def proposed(text: str, title: str, this_year: int) -> Proposed:
    """Read what a report says of itself; `title` is the one that its file bears."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    head = lines[:HEAD]
    top = " ".join(head)
    publisher = next(filter(None, map(PUBLISHER.search, head)), None)
    return Proposed(
        title=_title(head, title), publisher=publisher[0][:160] if publisher else "", year=_year(head, this_year),
        regime=next((key for key, words in REGIMES if re.search(words, top, re.I)), ""), harm=_harm(text), age=_age(text),
        lessons=lessons(lines),
    )  # fmt: skip


def _title(head: Sequence[str], given: str) -> str:
    if len(given.split()) > 1 and not re.match(r"microsoft word|untitled|document\d*$", given, re.I):
        return given[:200]
    telling = (
        at for at, line in enumerate(head[:20]) if re.search(r"review|\bchild\b|\badult\b|baby|family", line, re.I)
    )
    at = next(telling, 0)
    goes_on = head[at + 1 : at + 2] if REST_OF_TITLE.match("".join(head[at + 1 : at + 2])) else []
    return " ".join([*head[at : at + 1], *goes_on])[:200]


def _year(head: Sequence[str], this_year: int) -> int | None:
    dated = [line for line in head if DATED.search(line) and YEAR.search(line)]
    found = [int(year) for line in dated or head for year in YEAR.findall(line) if 1990 <= int(year) <= this_year]
    return max(found, default=None)


def _harm(text: str) -> str:
    """The kind that is named most often, where it is named more than in passing."""
    counted = [(len(re.findall(words, text, re.I)), key) for key, words in HARMS]
    most, key = max(counted, key=lambda each: each[0])
    return key if most >= 3 else ""


def _age(text: str) -> str:
    """The age of the first person whose age is told."""
    found = AGE.search(text[:20_000])
    if not found:
        return ""
    years = int(found[1] or found[3]) if (found[2] or found[4] or "year").lower() == "year" else 0
    return next((band for below, band in AGES if years < below), "")


def lessons(lines: Sequence[str]) -> tuple[Said, ...]:
    """Findings and recommendations: those that say so, and numbered ones under a heading that says so."""
    found: list[Said] = []
    under = ""
    for place, line in enumerate(lines):
        said, under = _one(line, lines[place + 1 : place + 2], under)
        if said and SHORT <= len(said.text) <= LONG and said not in found and not _again(said, found):
            found.append(said)
    return tuple(found[:MOST_LESSONS])


def _one(line: str, after: Sequence[str], under: str) -> tuple[Said | None, str]:
    """What one line says, and the kind of heading that it stands under or is."""
    labelled, heading = LABELLED.fullmatch(line), HEADING.fullmatch(line)
    if labelled and (labelled[2] or line.rstrip().endswith(":")) and not (heading and not labelled[2]):
        words = labelled[3] if len(labelled[3]) >= SHORT else " ".join([labelled[3], *after]).strip()
        return Said(_kind(labelled[1]), labelled[2] or "", words), under
    if heading and len(line.split()) <= 8:
        word = re.search(r"recommendation|finding", heading[1], re.I)
        return None, word[0].lower() if word else ""
    numbered = NUMBERED.fullmatch(line)
    if under and numbered:
        return Said(_kind(under), numbered[1], numbered[2]), under
    asks = under.startswith("recommendation") and ASKS.search(line)
    return (Said("recommendation", "", line) if asks else None), under


def _kind(word: str) -> str:
    return KINDS.get(word.lower(), "recommendation")


def _again(said: Said, found: Sequence[Said]) -> bool:
    """Whether the same was found already: reports tell their recommendations in the summary and at the end."""
    return any(said.kind == each.kind and said.text[:60].lower() == each.text[:60].lower() for each in found)
