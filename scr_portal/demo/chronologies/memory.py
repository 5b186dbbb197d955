"""What an agency has said lately, so that it does not say it again in the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from scr_portal.demo.chronologies.grammar import Grammar

WORD = re.compile(r"[\w'’-]+")
DRAWS = 8
ALIKE = 0.34  # the share of three words in a row that two texts may have in common


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that could be said: its words, the names drawn for it, and how like it is to what stands nearby."""

    words: str
    memo: dict[str, str]
    likeness: float


@dataclass
class Memory:
    """The texts of one agency by day; two are compared where they lie within `days` of each other."""

    days: int
    said: list[tuple[date, frozenset[tuple[str, ...]]]] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    remarks: set[str] = field(default_factory=set)

    def draft(self, text: str, day: date, grammar: Grammar, memo: dict[str, str]) -> Draft:
        """The text filled as differently as a few draws allow from what stands nearby."""
        best: Draft | None = None
        for _ in range(DRAWS):
            drawn = dict(memo)
            words = grammar.fill(text, day, drawn)
            found = Draft(words, drawn, self._likeness(words, day))
            if best is None or found.likeness < best.likeness:
                best = found
            if best.likeness <= ALIKE:
                break
        assert best
        return best

    def keep(self, words: str, day: date) -> None:
        """Remember what was said."""
        self.said.append((day, threes(words)))
        self.whole.add(words)

    def once(self, remark: str) -> str:
        """A remark the first time it is made; afterwards nothing, because nobody makes the same one twice."""
        if remark in self.remarks:
            return ""
        self.remarks.add(remark)
        return remark

    def _likeness(self, words: str, day: date) -> float:
        """How like the words are to what stands nearby; what stands further off counts for less."""
        own = threes(words)
        alike = 0.0
        for when, other in self.said:
            away = abs((when - day).days) / self.days
            if away <= 1:
                alike = max(alike, len(own & other) / min(len(own), len(other)) - away / 2)
        return alike + (0.5 if words in self.whole else 0)


def threes(text: str) -> frozenset[tuple[str, ...]]:
    """Every three words in a row of a text."""
    words = WORD.findall(text.lower())
    return frozenset(tuple(words[place : place + 3]) for place in range(max(len(words) - 2, 1)))
