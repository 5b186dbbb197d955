"""What a writer is told about the wording of a section: its length, how old a reader has to be, what may be heard as blame. Pure.

All of it is advice, and none of it stops anything. The reading age is that of the Automated Readability Index (Senter and
Smith, 1967), which counts characters, words and sentences and has no need to guess at syllables; its grade plus five is the
age in years. GOV.UK's guidance asks for sentences of 25 words at most.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

LONG = 25
# Of a few words no age can be told.
ENOUGH = 100
YOUNGEST, OLDEST = 5, 25

END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’\"')]))\s+(?=[“‘\"'(A-Z0-9])")
QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"")
TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|e\.g|i\.e)\.$")


@dataclass(frozen=True, slots=True)
class Advice:
    """A wording that may be heard as blame: the sentence, the words in it, why, and what to say instead."""

    sentence: str
    words: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads: its words, its sentences, the reading age (None of too few words), its long sentences."""

    words: int
    sentences: int
    age: int | None
    long: tuple[str, ...]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; headings and tables are none, and each item of a list is at least one."""
    return (said for said, _ in pieces(text))


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence, and the same with what is quoted in it blanked out; a quotation is not cut."""
    for part in re.split(r"\n\s*\n|\n(?=- )", text.replace("\r\n", "\n")):
        lines = [line for line in part.split("\n") if not line.startswith(("## ", "|", "[[figure"))]
        said = " ".join(" ".join(lines).removeprefix("- ").split())
        blank = QUOTED.sub(lambda quoted: quoted[0][0] + " " * (len(quoted[0]) - 3) + quoted[0][-2:], said)
        start = 0
        for end in [*(found.start() for found in END.finditer(blank)), len(said)]:
            if said[start:end].strip() and not TITLES.search(blank[start:end]):
                yield said[start:end].strip(), blank[start:end].strip()
                start = end


def reading(text: str) -> Reading:
    """How a text reads."""
    found = [*sentences(text)]
    words = [word for each in found for word in re.findall(r"\w[\w'’-]*", each)]
    long = tuple(each for each in found if len(each.split()) > LONG)
    if len(words) < ENOUGH:
        return Reading(len(words), len(found), None, long)
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / len(found) - 21.43
    return Reading(len(words), len(found), min(OLDEST, max(YOUNGEST, ceil(grade) + 5)), long)


@cache
def phrases() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """(what it is known by, why, what to say instead), as the list has them."""
    listed = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text())["phrases"]
    return tuple((pattern(each["words"]), each["why"], each["instead"]) for each in listed)


def pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole, whatever their case and wherever their line breaks."""
    ways = (r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in each.split()) for each in words)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(ways)})(?![\w-])", re.I)


def advice(text: str) -> list[Advice]:
    """What may be heard as blame, in the order of the text. What stands in quotation marks is somebody else's words."""
    found = []
    for sentence, said in pieces(text):
        taken: list[tuple[int, int]] = []
        for known, why, instead in phrases():
            for hit in known.finditer(said):
                if not any(start < hit.end() and hit.start() < end for start, end in taken):
                    taken.append(hit.span())
                    found.append(Advice(sentence, hit[0], why, instead))
    return found
