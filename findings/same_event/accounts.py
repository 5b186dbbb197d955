"""What one entry is to the search for accounts of the same event, and what the search finds."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache

from findings.same_event import kinds, words
from findings.same_event.days import near_word, spoken_of
from findings.same_event.kinds import ROUTINE

# An account whose date leaves more days open than this is not compared: "March 2019" is near everything.
VAGUE = 3
NONE = frozenset[int]()


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


@dataclass(slots=True)
class Seen:
    """An account with what was read out of it, once for all the pairs that it stands in; days are numbers from the year 1."""

    account: Account
    forms: frozenset[str]
    kinds: frozenset[str]
    days: frozenset[int]
    spoken: frozenset[int]
    first: int
    last: int
    routine: bool
    minute: int | None

    @classmethod
    def of(cls, account: Account) -> Seen:
        """Read an account."""
        low, at = account.text.lower(), account.time
        said = set(low.split())
        told = kinds.told(low, said)
        spoken = spoken_of(low, account.first) if any(map(near_word, said)) else ()
        first, last = account.first.toordinal(), account.last.toordinal()
        return cls(
            account, words.forms(low, said), told - {ROUTINE} if told else told, days(first, last),
            frozenset(day.toordinal() for day in spoken) if spoken else NONE, first, last, ROUTINE in told,
            at.hour * 60 + at.minute if at else None,
        )  # fmt: skip

    def around(self, near: int) -> frozenset[int]:
        """The days on which accounts of the same event may stand: those near its own, and those that it names."""
        return self.spoken.union(range(self.first - near, self.last + near + 1) if self.days else ())


@lru_cache(maxsize=4_000)
def days(first: int, last: int) -> frozenset[int]:
    """Every day from one to another, the same set for all accounts of them."""
    return frozenset(range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts that seem to tell of one event: their keys in the order given, the weakest tie, and the reasons."""

    keys: tuple[int, ...]
    score: float
    reasons: tuple[str, ...] = field(default=())
