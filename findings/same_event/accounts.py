"""What one entry is to the search for accounts of the same event, and what the search finds."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from findings.same_event import kinds, words
from findings.same_event.days import spoken_of

# An account whose date leaves more days open than this is not compared: "March 2019" is near everything.
VAGUE = 3


@dataclass(frozen=True, slots=True)
class Account:
    """One entry: its key, its agency, the bounds of its date, its time, its words, and the agencies that it speaks of."""

    key: int
    agency: Hashable
    first: date
    last: date
    text: str
    time: time | None = None
    speaks_of: frozenset[Hashable] = frozenset()

    @property
    def vague(self) -> bool:
        """Whether the date leaves too much open to say that it is near another."""
        return (self.last - self.first).days > VAGUE

    def days(self) -> Iterator[date]:
        """Every day that the date allows."""
        return (self.first + timedelta(step) for step in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Seen:
    """An account with what was read out of it, once for all the pairs that it stands in."""

    account: Account
    forms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    spoken: frozenset[date] = frozenset()
    routine: bool = False

    @classmethod
    def of(cls, account: Account) -> Seen:
        """Read an account."""
        text = account.text
        spoken = spoken_of(text, account.first)
        return cls(
            account, words.forms(text), kinds.kinds_of(text), frozenset(account.days()), spoken, kinds.is_routine(text)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts of different agencies: how likely they tell of one event (0 to 1), and why."""

    keys: tuple[int, int]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts that seem to tell of one event: their keys in the order given, the weakest tie, and the reasons."""

    keys: tuple[int, ...]
    score: float
    reasons: tuple[str, ...] = field(default=())
