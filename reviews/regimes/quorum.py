"""Whether a meeting's recommendation stands under a rule set: who counts, who is missing, who may vote. Knows no Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviews.regimes.shapes import RuleSet, Voter

SUPPORT, OPPOSE, ABSTAIN, CONFLICTED = "support", "oppose", "abstain", "conflicted"
# An abstention is a vote that was given; "conflicted" says that none could be.
GIVEN = frozenset({SUPPORT, OPPOSE, ABSTAIN})


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who was to come: for which partner ("" for none), whether they were there, whether they have a conflict."""

    partner: str
    there: bool = True
    conflicted: bool = False


@dataclass(frozen=True, slots=True)
class Ballot:
    """One partner's vote, given at the meeting or in writing."""

    partner: str
    answer: str
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rule makes of a meeting: the labels of partners that count and of required ones that are missing, and how
    many more are wanted. `quorate`: nothing is missing."""

    counted: tuple[str, ...]
    missing: tuple[str, ...]
    short_of: int

    @property
    def quorate(self) -> bool:
        """Whether the recommendation stands."""
        return not self.missing and not self.short_of

    @property
    def sentence(self) -> str:
        """How it stands, in one sentence."""
        if self.quorate:
            return f"The meeting was quorate: {', '.join(self.counted)}."
        wanted = [f"missing: {', '.join(self.missing)}"] if self.missing else []
        wanted += [f"{self.short_of} more of the partners must count"] if self.short_of else []
        return f"The meeting was not quorate ({'; '.join(wanted)})."


def standing(rules: RuleSet, seats: Iterable[Seat], ballots: Iterable[Ballot]) -> Standing:
    """Who of the rule set's partners counts, from who was there and how they voted.

    Seats and ballots of partners that the rule set does not have count for nothing.
    """
    seats, votes = list(seats), {ballot.partner: ballot for ballot in ballots}
    counted = [voter for voter in rules.voters if counts(rules, voter.key, seats, votes.get(voter.key))]
    missing = [voter for voter in rules.voters if voter.required and voter not in counted]
    return Standing(labels(counted), labels(missing), max(0, rules.quorum.members - len(counted)))


def labels(voters: Iterable[Voter]) -> tuple[str, ...]:
    """What the partners are called."""
    return tuple(voter.label for voter in voters)


def counts(rules: RuleSet, partner: str, seats: Iterable[Seat], ballot: Ballot | None) -> bool:
    """Whether one partner counts towards the quorum."""
    rule, seats = rules.quorum, [seat for seat in seats if seat.partner == partner and seat.there]
    free = any(not seat.conflicted for seat in seats)
    voted = (
        ballot is not None and ballot.answer in GIVEN and may_vote(rules, partner, seats, in_writing=ballot.in_writing)
    )
    if ballot is not None and ballot.answer == CONFLICTED and not rule.conflicted_count:
        return False
    there = free or (bool(seats) and rule.conflicted_count)
    return voted if rule.counts == "voted" else there or voted


def may_vote(rules: RuleSet, partner: str, seats: Iterable[Seat], *, in_writing: bool = False) -> bool:
    """Whether a partner may give a vote: it has a member there who has no conflict, or the rule lets it do otherwise."""
    rule = rules.quorum
    present = [seat for seat in seats if seat.partner == partner and seat.there]
    if present:
        return rule.conflicted_vote or any(not seat.conflicted for seat in present)
    return in_writing and rule.in_writing
