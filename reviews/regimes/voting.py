"""The shapes of a vote: which partners have one, and what makes a recommendation of theirs stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voter:
    """A partner whose vote is recorded; `required`: no quorum without it."""

    key: str
    label: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must be there for a recommendation to stand, and what a conflicted member is told.

    `counts`: a partner counts when it is "there" (or has voted in writing), or only once it has "voted", where the decision
    is joint. `in_writing`: whether an absent partner may vote in writing. A partner all of whose members have a conflict
    votes only where `conflicted_vote` says so, counts only where `conflicted_count` does, and its conflicted members read
    what was said and voted only where `conflicted_see` does.
    """

    members: int
    sentence: str
    conflict: str
    counts: str = "there"
    in_writing: bool = True
    conflicted_vote: bool = False
    conflicted_count: bool = False
    conflicted_see: bool = False
