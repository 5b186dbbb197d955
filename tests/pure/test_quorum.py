"""Quorum: who counts under each rule set that ships, worked by hand from its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviews import regimes
from reviews.regimes.quorum import Ballot, Seat, may_vote, standing

CHILD, CHILD_2018, SCR = "england-child@2023", "england-child@2018", "england-child-legacy-scr@2015"
ADULT, WALES = "england-adult-sar@2014", "wales-susr@2024"
# A meeting in short: partners that were there, "partner!" with a conflict, "partner?" who sent apologies; then votes,
# "+" support, "-" oppose, "0" abstain, "x" conflicted, "w" before it for a vote in writing.
ANSWERS = {"+": "support", "-": "oppose", "0": "abstain", "x": "conflicted"}
CASES: list[tuple[tuple[str, ...], str, str, bool, str]] = [
    # England, children: the three partners decide together, so each must have voted.
    ((CHILD, CHILD_2018), "local-authority health police", "local-authority+ health+ police+", True, ""),
    ((CHILD, CHILD_2018), "local-authority health police", "local-authority+ health- police0", True, ""),
    ((CHILD, CHILD_2018), "local-authority health police", "", False, "Local authority"),
    ((CHILD, CHILD_2018), "local-authority health police", "local-authority+ health+", False, "Police"),
    ((CHILD, CHILD_2018), "local-authority health police?", "local-authority+ health+ wpolice+", True, ""),
    ((CHILD, CHILD_2018), "local-authority health police!", "local-authority+ health+ policex", False, "Police"),
    ((CHILD, CHILD_2018), "local-authority health police!", "local-authority+ health+ police+", False, "Police"),
    ((CHILD, CHILD_2018), "local-authority health police! police", "local-authority+ health+ police+", True, ""),
    ((CHILD, CHILD_2018), "local-authority health police! school", "local-authority+ health+ school+", False, "Police"),
    # Adults, the legacy regime and Wales: the statutory members are there, or have voted in writing.
    ((ADULT, SCR), "local-authority health police", "", True, ""),
    ((WALES,), "local-authority health-board police", "", True, ""),
    ((ADULT, SCR), "local-authority health", "", False, "Police"),
    ((WALES,), "local-authority police probation", "", False, "health board"),
    ((ADULT, SCR), "local-authority health", "wpolice+", True, ""),
    ((ADULT, SCR), "local-authority health police?", "wpolice0", True, ""),
    ((WALES,), "local-authority health-board", "wpolice-", True, ""),
    ((ADULT, SCR), "local-authority health police?", "police+", False, "Police"),
    ((ADULT, SCR), "local-authority health police!", "", False, "Police"),
    ((WALES,), "local-authority health-board police!", "", False, "Police"),
    ((ADULT, SCR), "local-authority health police! police", "", True, ""),
    ((ADULT, SCR), "local-authority health police probation", "policex", False, "Police"),
    ((ADULT, SCR), "local-authority health probation probation", "", False, "Police"),
    ((ADULT, SCR, WALES, CHILD, CHILD_2018), "", "", False, "Local authority"),
]  # fmt: skip


def seats(said: str) -> list[Seat]:
    return [Seat(word.rstrip("!?"), there="?" not in word, conflicted="!" in word) for word in said.split()]


def ballots(said: str) -> list[Ballot]:
    return [
        Ballot(word.removeprefix("w")[:-1], ANSWERS[word[-1]], in_writing=word.startswith("w")) for word in said.split()
    ]


@pytest.mark.parametrize(
    ("stamp", "there", "voted", "quorate", "missing"),
    [(stamp, *case) for stamps, *case in CASES for stamp in stamps],
)
def test_who_counts_under_each_rule_set(stamp: str, there: str, voted: str, quorate: bool, missing: str) -> None:
    found = standing(regimes.get(stamp), seats(there), ballots(voted))
    assert found.quorate is quorate, found.sentence
    assert missing in " ".join(found.missing)
    assert ("was quorate" if quorate else "was not quorate") in found.sentence


def test_every_rule_set_that_ships_is_in_the_table() -> None:
    assert {stamp for stamps, *_ in CASES for stamp in stamps} == set(regimes.rule_sets())


def test_a_number_that_must_count_is_counted_beside_the_required_partners() -> None:
    rules = regimes.get(ADULT)
    five = replace(rules, quorum=replace(rules.quorum, members=5))
    found = standing(five, seats("local-authority health police housing"), ())
    assert (found.quorate, found.missing, found.short_of) == (False, (), 1)
    assert standing(five, seats("local-authority health police housing probation"), ()).quorate


def test_what_a_conflict_leaves_is_the_rule_sets_to_say() -> None:
    rules, there = regimes.get(ADULT), seats("local-authority health police!")
    counting = replace(rules, quorum=replace(rules.quorum, conflicted_count=True))
    assert standing(counting, there, ()).quorate
    assert standing(counting, there, ballots("policex")).quorate
    assert not may_vote(rules, "police", there)
    assert may_vote(replace(rules, quorum=replace(rules.quorum, conflicted_vote=True)), "police", there)


def test_a_vote_in_writing_counts_only_where_the_rule_allows_it_and_nobody_came() -> None:
    rules = regimes.get(ADULT)
    strict = replace(rules, quorum=replace(rules.quorum, in_writing=False))
    assert not standing(strict, seats("local-authority health"), ballots("wpolice+")).quorate
    assert not may_vote(rules, "police", seats("police!"), in_writing=True)
    assert not may_vote(rules, "police", [], in_writing=False)
