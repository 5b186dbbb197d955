"""What a rule set is made of: frozen records, read from `data/*.toml`.

Text, lengths and labels are data. The vocabulary that code elsewhere names (events that start and stop clocks, stages,
codes of outcomes, answers to a criterion) is fixed, and can be had from here too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reviews.regimes.annual import NONE_ASKED, Annual
from reviews.regimes.chasing import NO_REMINDERS, Reminders
from reviews.regimes.paper import Check, Letter, Question, Section
from reviews.regimes.vocabulary import (
    ANSWERS,
    BASES,
    EVENTS,
    KINDS,
    MERGE_FIELDS,
    MET,
    NOT_KNOWN,
    NOT_MET,
    OUTCOMES,
    STAGES,
    SUBJECTS,
    RegimeError,
)
from reviews.regimes.voting import Quorum, Voter

__all__ = [
    "ANSWERS", "BASES", "EVENTS", "KINDS", "MERGE_FIELDS", "MET", "NOT_KNOWN", "NOT_MET", "OUTCOMES", "STAGES",
    "SUBJECTS", "Check", "Clock", "Criterion", "Group", "Letter", "Method", "NationalBody", "Outcome", "Product",
    "Pseudonyms", "Question", "Quorum", "RegimeError", "RequestPower", "Return", "Role", "RuleSet", "Section",
    "Stage", "Task", "Voter",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NationalBody:
    """The body above the board; its address is for the board to fill in and may be empty."""

    name: str
    address: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class RequestPower:
    """The law under which agencies must answer a request for information, and the sentence that says so."""

    citation: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of criteria, with the sentence that says how the law weighs them."""

    key: str
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One limb of the test; answered met, not met or not yet known with its own reason and evidence."""

    key: str
    group: str
    label: str
    text: str
    citation: str
    prompt: str = ""
    help: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A legal outcome; `commissions`: it leads to a review. `requires` and `routes`: terms over the criteria (see
    `advice`); `compulsory`: where they hold there is no choice; `otherwise`: what to bear in mind where they do not; `mandate`:
    how a report states the law under which it was held.
    """

    code: str
    label: str
    commissions: bool
    requires: tuple[str, ...] = ()
    routes: tuple[tuple[str, ...], ...] = ()
    compulsory: bool = False
    otherwise: str = ""
    mandate: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline's rule. `counts` "before": backwards from the start event; `rule` "not_before": an earliest date."""

    key: str
    label: str
    starts: str
    stops: str
    length: int
    unit: str
    basis: str
    citation: str
    owner: str
    overridable: bool = False
    counts: str = "after"
    rule: str = "by"
    repeats: bool = False
    returns: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    help: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the life cycle under this regime's name."""

    key: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A regime's name for one of the product's roles."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Method:
    """A way of running a review."""

    key: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """Something a review is expected to bring forth, beside its report."""

    key: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """A kind of return an agency is asked for, with its usual length."""

    key: str
    label: str
    length: int
    unit: str = "working_days"
    help: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the plan for meeting a clock, by working day of that clock: day 1 to day 2, say."""

    key: str
    label: str
    clock: str
    from_day: int
    by_day: int
    owner: str


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """How people are named in a published report: `subject` "Child" gives Child A, Child B."""

    subject: str
    sibling: str = "Sibling"
    family: str = "role"
    help: str = ""


@dataclass(frozen=True, slots=True)
class Advocacy:
    """The duty to arrange an advocate for the person whom the review is about; empty where the regime's law has none."""

    label: str = ""
    citation: str = ""
    text: str = ""


NO_DUTY = Advocacy()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything a regime rules, in one version; `stamp` is written on a review when it starts.

    `series` begins a reference (LCSPR-2026-004). `look_back_months`: how far back a review normally looks, 0 where the
    panel sets it each time. `to_check`: facts that could not be read at the source and that a board should confirm.
    `legacy`: for reviews begun under an older law, or places where it still rules.
    """

    key: str
    version: str
    label: str
    short_label: str
    review_type: str
    series: str
    subject: str
    calendar: str
    in_force_from: date
    basis: tuple[str, ...]
    decider: str
    national_body: NationalBody
    request_power: RequestPower
    groups: tuple[Group, ...]
    criteria: tuple[Criterion, ...]
    outcomes: tuple[Outcome, ...]
    clocks: tuple[Clock, ...]
    stages: tuple[Stage, ...]
    roles: tuple[Role, ...]
    voters: tuple[Voter, ...]
    quorum: Quorum
    methods: tuple[Method, ...]
    returns: tuple[Return, ...]
    sections: tuple[Section, ...]
    checklist: tuple[Check, ...]
    letters: tuple[Letter, ...]
    pseudonyms: Pseudonyms
    themes: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    plan: tuple[Task, ...] = ()
    reminders: Reminders = NO_REMINDERS
    advocacy: Advocacy = NO_DUTY
    annual: Annual = NONE_ASKED
    products: tuple[Product, ...] = ()
    abuse_types: tuple[str, ...] = ()
    look_back_months: int = 0
    legacy: bool = False
    to_check: tuple[str, ...] = ()

    @property
    def stamp(self) -> str:
        """What a review keeps to say under which rule set, in which version, it was started."""
        return f"{self.key}@{self.version}"

    def criterion(self, key: str) -> Criterion:
        """The criterion of a key. Raises RegimeError if this rule set has none, as do its neighbours below."""
        return _pick(self.criteria, key, self.stamp)

    def outcome(self, code: str) -> Outcome:
        """The outcome of a code."""
        return _pick(self.outcomes, code, self.stamp)

    def clock(self, key: str) -> Clock:
        """The clock of a key."""
        return _pick(self.clocks, key, self.stamp)

    def letter(self, key: str) -> Letter:
        """The letter of a key."""
        return _pick(self.letters, key, self.stamp)

    def stage(self, key: str) -> Stage:
        """The stage of a key, under this regime's name."""
        return _pick(self.stages, key, self.stamp)


def _pick(items: Iterable[Any], key: str, stamp: str) -> Any:
    known = {getattr(item, "key", None) or item.code: item for item in items}
    if key not in known:
        raise RegimeError(f"{stamp} has no {key!r} there; it has {', '.join(known)}.")
    return known[key]
