"""Turns the building blocks of a sentence into a sentence: choices, numbers, people and what was so on a given day.

In braces stand `a~b~c` (one of them), `2*a~b~c` (two of them), `3-9` (a number), `+14` (a day so many days later, as agencies
jot it down) and names (`sw`, `home`, `pc`): facts that depend on the day, or one of a pool. A digit behind a name (`pc2`)
asks for another draw. An option that begins with ">" is for days after the birth alone. Choices are dealt like cards: none
comes again before the others have had their turn.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

NUMBERS = re.compile(r"(\d+)-(\d+)")
LATER = re.compile(r"\+(\d+)")
SENTENCE = re.compile(r"(?<=[a-z0-9)”\"]{2}[.?!] )[a-z]")
TWICE = re.compile(r"([?!])\.")

Facts = Callable[[date], Mapping[str, str]]


@dataclass
class Grammar:
    """Fills the slots of a text; the same seed and the same order of calls give the same words."""

    rng: random.Random
    facts: Facts
    pools: Mapping[str, Sequence[str]]
    decks: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, text: str, on: date, memo: dict[str, str] | None = None) -> str:
        """The text with every slot filled for the day `on`; names drawn before (`memo`) are drawn alike."""
        filled = self._fill(text, on, {} if memo is None else memo)
        filled = TWICE.sub(r"\1", " ".join(filled.split()))
        return SENTENCE.sub(lambda letter: letter[0].upper(), filled[:1].upper() + filled[1:])

    def _fill(self, text: str, on: date, memo: dict[str, str]) -> str:
        return "".join(self._slot(piece, on, memo) if inside else piece for piece, inside in pieces(text))

    def _slot(self, slot: str, on: date, memo: dict[str, str]) -> str:
        """What stands for one slot; a choice is made before what is inside it."""
        if "~" in slot:
            twice = slot.startswith("2*")
            options = self._allowed(parts(slot.removeprefix("2*")), on)
            if twice:
                both = [self._deal(slot, options), self._deal(slot, options)]
                filled = [self._fill(one, on, memo) for one in dict.fromkeys(both)]
                return (". " if filled[-1][:1].isupper() else "; ").join(filled)
            return self._fill(self._deal(slot, options), on, memo)
        if numbers := NUMBERS.fullmatch(slot):
            return str(self.rng.randint(int(numbers[1]), int(numbers[2])))
        if later := LATER.fullmatch(slot):
            return jotted(on + timedelta(days=int(later[1])))
        if slot not in memo:
            memo[slot] = self._named(slot.rstrip("0123456789"), on, memo)
        return memo[slot]

    def _named(self, name: str, on: date, memo: dict[str, str]) -> str:
        """A fact of the day, or one of a pool that the text has not named yet."""
        facts = self.facts(on)
        if name in facts:
            return self._fill(facts[name], on, memo)
        taken = {value for key, value in memo.items() if key.rstrip("0123456789") == name}
        return self.rng.choice([one for one in self.pools[name] if one not in taken])

    def _allowed(self, options: list[str], on: date) -> list[str]:
        later = bool(self.facts(on).get("born"))
        return [option.removeprefix(">") for option in options if later or not option.startswith(">")]

    def _deal(self, slot: str, options: list[str]) -> str:
        deck = [option for option in self.decks.get(slot, []) if option in options]
        if not deck:
            deck = self.rng.sample(options, len(options))
        self.decks[slot] = deck[:-1]
        return deck[-1]


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and of each whether it stood in the outermost braces."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign == "{":
            if depth == 0:
                yield text[start:place], False
                start = place + 1
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield text[start:place], True
                start = place + 1
    yield text[start:], False


def parts(slot: str) -> list[str]:
    """The options of a choice; those of a choice inside it stay together."""
    options, depth = [""], 0
    for sign in slot:
        depth += (sign == "{") - (sign == "}")
        if sign == "~" and depth == 0:
            options.append("")
        else:
            options[-1] += sign
    return options


def jotted(day: date) -> str:
    """A day of the week near `day` as it is jotted down: 4/6."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    return f"{day.day}/{day.month}"
