"""What an agency has said lately, so that it does not say it again in the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from scr_portal.demo.chronologies.grammar import Grammar

WORD = re.compile(r"[\w'’-]+")
DRAWS = 12
ALIKE = 0.34  # the share of three words in a row that two texts may have in common


@dataclass
class Memory:
    """The texts of one agency by day; two are compared where they lie within `days` of each other."""

    days: int
    said: list[tuple[date, frozenset[tuple[str, ...]]]] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)

    def tell(self, text: str, day: date, grammar: Grammar, memo: dict[str, str]) -> str:
        """The text filled as differently as a few draws allow from what stands nearby. It is remembered."""
        given, best, nearest = dict(memo), ("", dict(memo)), 9.0
        for _ in range(DRAWS):
            drawn = dict(given)
            words = grammar.fill(text, day, drawn)
            likeness = self._likeness(words, day)
            if likeness < nearest:
                best, nearest = (words, drawn), likeness
            if nearest <= ALIKE:
                break
        memo |= best[1]
        self.said.append((day, threes(best[0])))
        self.whole.add(best[0])
        return best[0]

    def _likeness(self, words: str, day: date) -> float:
        own = threes(words)
        near = [other for when, other in self.said if abs((when - day).days) <= self.days]
        share = max((len(own & other) / min(len(own), len(other)) for other in near), default=0.0)
        return share + (1 if words in self.whole else 0)


def threes(text: str) -> frozenset[tuple[str, ...]]:
    """Every three words in a row of a text."""
    words = WORD.findall(text.lower())
    return frozenset(tuple(words[place : place + 3]) for place in range(max(len(words) - 2, 1)))
