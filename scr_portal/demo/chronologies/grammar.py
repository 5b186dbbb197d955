"""Turns the building blocks of a sentence into a sentence: choices, numbers, people and what was so on a given day.

In braces stand `a~b~c` (one of them), `3-9` (a number), `+14` (a day so many days later, as agencies jot it down) and names
(`sw`, `home`, `pc`): facts that depend on the day, or one of a pool. A digit behind a name (`pc2`) asks for another draw.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

INNERMOST = re.compile(r"\{([^{}]*)\}")
NUMBERS = re.compile(r"(\d+)-(\d+)")
LATER = re.compile(r"\+(\d+)")
SENTENCE = re.compile(r"(?<=[a-z0-9)”]{2}[.?!] )[a-z]")

Facts = Callable[[date], Mapping[str, str]]


@dataclass
class Grammar:
    """Fills the slots of a text; the same seed and the same order of calls give the same words."""

    rng: random.Random
    facts: Facts
    pools: Mapping[str, Sequence[str]]
    memo: dict[str, str] = field(default_factory=dict)

    def fill(self, text: str, on: date, memo: dict[str, str] | None = None) -> str:
        """The text with every slot filled for the day `on`; names drawn before (`memo`) are drawn alike."""
        self.memo = {} if memo is None else memo
        facts = self.facts(on)
        while "{" in text:
            text = INNERMOST.sub(lambda slot: self._one(slot[1], on, facts), text)
        text = " ".join(text.split())
        return SENTENCE.sub(lambda letter: letter[0].upper(), text[:1].upper() + text[1:])

    def _one(self, slot: str, on: date, facts: Mapping[str, str]) -> str:
        if "~" in slot:
            return self.rng.choice(slot.split("~"))
        if numbers := NUMBERS.fullmatch(slot):
            return str(self.rng.randint(int(numbers[1]), int(numbers[2])))
        if later := LATER.fullmatch(slot):
            return jotted(on + timedelta(days=int(later[1])))
        if slot not in self.memo:
            name = slot.rstrip("0123456789")
            taken = {self.memo[key] for key in self.memo if key.rstrip("0123456789") == name}
            if name in facts:
                self.memo[slot] = facts[name]
            else:
                self.memo[slot] = self.rng.choice([one for one in self.pools[name] if one not in taken])
        return self.memo[slot]


def jotted(day: date) -> str:
    """A day of the week near `day` as it is jotted down: 4/6."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    return f"{day.day}/{day.month}"
