"""Advice on an outcome: what the answers leave open, where a choice and the answers part."""

from __future__ import annotations

import pytest

from reviews.regimes import RuleSet, advice, get, met

CHILD, SCR = "england-child@2023", "england-child-legacy-scr@2015"
ADULT, WALES = "england-adult-sar@2014", "wales-susr@2024"


def answers(rules: RuleSet, **given: str) -> dict[str, str]:
    """Every criterion not met, except for those given."""
    return {each.key: "not_met" for each in rules.criteria} | {key.replace("_", "-"): a for key, a in given.items()}


NEEDS = {"in_area": "met", "care_and_support_needs": "met"}


@pytest.mark.parametrize(
    ("stamp", "given", "expected"),
    [
        (ADULT, NEEDS | {"working_together": "met", "died": "met"}, ["mandatory"]),
        (ADULT, NEEDS | {"working_together": "met", "serious_abuse": "met"}, ["mandatory"]),
        (ADULT, NEEDS | {"working_together": "met"}, ["discretionary"]),
        (ADULT, NEEDS | {"died": "met"}, ["discretionary"]),
        (ADULT, {"in_area": "met", "died": "met", "working_together": "met"}, []),
        (CHILD, {"abuse_or_neglect": "met", "died_or_seriously_harmed": "met"}, ["rapid_review_only"]),
        (CHILD, {"abuse_or_neglect": "met", "died_or_seriously_harmed": "met", "recurrent_themes": "met"}, ["lcspr"]),
        (CHILD, {"abuse_or_neglect": "met", "recurrent_themes": "met"}, ["no_further_action"]),
        (SCR, {"abuse_or_neglect": "met", "died": "met"}, ["mandatory"]),
        (SCR, {"abuse_or_neglect": "met", "seriously_harmed": "met"}, []),
        (SCR, {"abuse_or_neglect": "met", "seriously_harmed": "met", "working_together": "met"}, ["mandatory"]),
        (SCR, {"death_in_custody": "met"}, ["mandatory"]),
        (SCR, {"died": "met"}, []),
        (WALES, {"abuse_or_neglect": "met", "life_threatening_injury": "met"}, ["mandatory"]),
        (WALES, {"domestic_homicide": "met"}, ["mandatory"]),
        (WALES, {"abuse_or_neglect": "met", "adult_protected": "met"}, []),
    ],
)
def test_what_the_answers_point_to(stamp: str, given: dict[str, str], expected: list[str]) -> None:
    assert met(get(stamp), answers(get(stamp), **given)) == expected


def test_a_limb_that_is_not_met_is_said() -> None:
    rules = get(ADULT)
    said = advice(rules, answers(rules, **NEEDS, died="met"), "mandatory")
    assert said[0] == (
        "You chose “Mandatory Safeguarding Adult Review” although "
        "“Reasonable cause for concern about working together” is not met."
    )
    assert "discretionary review is open" in said[-1]


def test_a_limb_that_is_not_yet_known_is_said_as_such() -> None:
    given = {"in-area": "met", "care-and-support-needs": "met", "died": "met"}
    assert "“Reasonable cause for concern about working together” is not yet known." in advice(
        get(ADULT), given, "mandatory"
    )[0].removeprefix("You chose “Mandatory Safeguarding Adult Review” although ")


def test_one_of_several_is_enough() -> None:
    rules = get(ADULT)
    given = answers(rules, **NEEDS, working_together="met", serious_abuse="met", died="not_known")
    assert advice(rules, given, "mandatory") == []
    given["serious-abuse"] = "not_met"
    assert "none of these is known to be met" in advice(rules, given, "mandatory")[0]


@pytest.mark.parametrize("chosen", ["discretionary", "no_further_action", "single_agency_learning", "other_review"])
def test_a_choice_that_the_law_does_not_leave_is_said(chosen: str) -> None:
    rules = get(ADULT)
    said = advice(rules, answers(rules, **NEEDS, working_together="met", died="met"), chosen)
    assert "the criteria for “Mandatory Safeguarding Adult Review” are met and leave no choice" in said[-1]


def test_meeting_the_definition_does_not_compel_a_local_review() -> None:
    rules = get(CHILD)
    given = answers(rules, abuse_or_neglect="met", died_or_seriously_harmed="met", recurrent_themes="met")
    said = advice(rules, given, "rapid_review_only")
    assert said[0].endswith("although “Highlights recurrent themes” is met.")
    assert not any("no choice" in each for each in said)


def test_a_review_without_the_definition_is_allowed_with_a_word() -> None:
    rules = get(CHILD)
    said = advice(rules, answers(rules), "lcspr")
    assert "“Abuse or neglect is known or suspected” is not met" in said[0]
    assert "may still be held" in said[-1]


def test_grounds_of_which_one_is_enough_are_listed() -> None:
    said = advice(get(SCR), answers(get(SCR)), "mandatory")[0]
    assert "none of its grounds" in said
    assert said.count("; or ") == 2


def test_what_is_open_is_not_taken_for_met_or_not_met() -> None:
    given = {"abuse-or-neglect": "met", "died-or-seriously-harmed": "met"}
    assert met(get(CHILD), given) == []
    assert "although it is not yet known whether “Highlights improvements needed”" in advice(
        get(CHILD), given, "rapid_review_only"
    )[0].replace("You chose “Rapid review only: no local review” ", "")


def test_before_a_choice_the_unknown_is_listed() -> None:
    said = advice(get(ADULT), {})
    assert said[0].startswith("Not yet known: An adult in the board's area; Needs for care and support;")
    assert met(get(ADULT), {}) == []


def test_what_is_no_criterion_answer_or_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="'height' is not a criterion of england-adult-sar@2014"):
        met(get(ADULT), {"height": "met"})
    with pytest.raises(ValueError, match="'yes' is not an answer to 'died'"):
        advice(get(ADULT), {"died": "yes"})
    with pytest.raises(ValueError, match="has no 'lcspr' there"):
        advice(get(ADULT), {}, "lcspr")
