"""The rule sets that ship: complete, with the clocks and the words of the field."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reviews import regimes
from reviews.regimes import RegimeError, get, latest
from reviews.regimes.annual import DRAWN
from reviews.regimes.shapes import EVENTS, MERGE_FIELDS, OUTCOMES, STAGES

CHILD, CHILD_2018, SCR = "england-child@2023", "england-child@2018", "england-child-legacy-scr@2015"
ADULT, WALES = "england-adult-sar@2014", "wales-susr@2024"
SHIPPED = [CHILD, CHILD_2018, SCR, ADULT, WALES]
day = date.fromisoformat


def test_what_ships() -> None:
    assert set(regimes.rule_sets()) == set(SHIPPED)
    assert latest("england-child").stamp == CHILD
    assert regimes.in_force("england-child", day("2023-12-14")).stamp == CHILD_2018
    assert regimes.in_force("england-child", day("2023-12-15")).stamp == CHILD


def test_choices_for_a_form() -> None:
    stamps = [stamp for stamp, _ in regimes.choices()]
    assert set(stamps) == set(SHIPPED)
    assert stamps.index(CHILD) < stamps.index(CHILD_2018)
    assert stamps[-1] == SCR
    assert [stamp for stamp, _ in regimes.choices(subject="adult")] == [ADULT, WALES]
    assert CHILD_2018 not in dict(regimes.choices(latest_only=True))


@pytest.mark.parametrize("stamp", SHIPPED)
def test_each_says_what_its_law_wants_reported_each_year(stamp: str) -> None:
    yearly = get(stamp).annual
    assert yearly.citation
    assert {line.draws for line in yearly.sections} >= set(DRAWN)
    assert any(line.required and line.required_by for line in yearly.sections)


def test_an_unknown_stamp_or_regime_is_named_with_the_known_ones() -> None:
    with pytest.raises(RegimeError, match=r"no rule set 'england-child@1999'; there are .*england-child@2023"):
        get("england-child@1999")
    with pytest.raises(RegimeError, match=r"no regime 'england'; there are .*england-child"):
        latest("england")
    with pytest.raises(RegimeError, match="in force on 2001-01-01"):
        regimes.in_force("england-child", day("2001-01-01"))
    with pytest.raises(RegimeError, match=r"no theme list 'x@1'"):
        regimes.theme_list("x@1")


@pytest.mark.parametrize("stamp", SHIPPED)
def test_each_is_complete(stamp: str) -> None:
    rules = get(stamp)
    assert all((rules.basis, rules.request_power.sentence, rules.national_body.name, rules.quorum.conflict))
    assert all(criterion.citation and criterion.text for criterion in rules.criteria)
    assert any("nown or suspected" in criterion.prompt for criterion in rules.criteria)
    assert any("Do not wait for the inquest" in criterion.prompt for criterion in rules.criteria)
    assert [stage.key for stage in rules.stages] == list(STAGES)
    assert any(outcome.commissions for outcome in rules.outcomes)
    assert {"single_agency_learning", "no_further_action"} <= {outcome.code for outcome in rules.outcomes}
    assert {"summary", "chronology"} <= {kind.key for kind in rules.returns}
    assert {"legal-read", "anonymity", "family-read", "proceedings-clear"} <= {c.key for c in rules.checklist if c.hold}
    assert {section.key for section in rules.sections if section.required} >= {"analysis", "recommendations"}
    assert regimes.themes(rules)


@pytest.mark.parametrize("stamp", SHIPPED)
def test_each_has_the_letters_and_only_fields_that_can_be_merged(stamp: str) -> None:
    rules = get(stamp)
    wanted = {
        "acknowledgement",
        "information-request",
        "reminder",
        "escalation",
        "decision-referrer",
        "decision-family",
    }
    wanted |= {
        "decision-agencies",
        "coroner",
        "national-body",
        "commission",
        "family-invitation",
        "draft",
        "publication",
    }
    assert wanted <= {letter.key for letter in rules.letters}
    for letter in rules.letters:
        assert set(re.findall(r"\{\{ (\w+) \}\}", letter.text)) <= set(MERGE_FIELDS)
    assert "{{ power }}" in rules.letter("information-request").text


def test_reminders_carry_no_name_or_fact() -> None:
    for stamp in SHIPPED:
        for key in ("reminder", "escalation"):
            fields = set(re.findall(r"\{\{ (\w+) \}\}", get(stamp).letter(key).text))
            assert not fields & {"person", "reasons", "criteria", "decision", "questions"}


def test_every_return_is_covered_by_one_clock_of_its_length() -> None:
    for stamp in SHIPPED:
        rules = get(stamp)
        for kind in rules.returns:
            lengths = [(clock.length, clock.unit) for clock in rules.clocks if kind.key in clock.returns]
            assert lengths == [(kind.length, kind.unit)], (stamp, kind.key)


def test_what_is_not_known_for_certain_is_marked() -> None:
    assert get(CHILD).clock("panel-reply").check
    assert get(ADULT).clock("decision").check
    assert any("2026 edition" in fact for fact in get(CHILD).to_check)
    assert all(get(stamp).national_body.address == "" for stamp in SHIPPED)


def test_mandatory_and_discretionary_are_both_statutory() -> None:
    words = (regimes.DATA / "england-adult-sar-2014.toml").read_text(encoding="utf-8").lower()
    assert "non-statutory" not in words
    assert {"mandatory", "discretionary"} <= {outcome.code for outcome in get(ADULT).outcomes}


def test_the_report_of_a_local_review_holds_what_the_law_demands() -> None:
    by_law = {section.key for section in get(CHILD).sections if section.required_by}
    assert by_law == {"introduction", "analysis", "recommendations"}


def test_the_rapid_review_plan_fits_its_fifteen_days() -> None:
    plan = {task.key: (task.from_day, task.by_day) for task in get(CHILD).plan}
    assert plan["requests"] == (1, 1)
    assert plan["returns"] == (2, 10)
    assert plan["decision"] == (14, 14)
    assert max(last for _, last in plan.values()) == get(CHILD).clock("rapid-review").length == 15


def test_theme_lists() -> None:
    sizes = {listed.stamp: len(listed.items) for listed in regimes.themes()}
    assert sizes == {"panel-practice-themes@2021": 6, "adult-domains@2020": 5, "care-act-abuse-types@2014": 10}
    assert [listed.key for listed in regimes.themes(get(ADULT))] == ["adult-domains", "care-act-abuse-types"]


# stamp, clock, starts, stops, length, unit, basis: the clocks of the field, as each regime has them
CLOCKS = [
    (CHILD, "notification", "became_aware", "notified", 5, "working_days", "guidance"),
    (CHILD, "rapid-review", "notified", "rapid_review_sent", 15, "working_days", "guidance"),
    (CHILD, "panel-reply", "rapid_review_sent", "panel_replied", 10, "working_days", "local"),
    (CHILD, "lcspr", "decided", "published", 6, "months", "guidance"),
    (CHILD, "statutory-copies", "published", "statutory_copies_sent", 7, "working_days", "statute"),
    (CHILD, "kept-public", "published", "taken_down", 12, "months", "statute"),
    (CHILD, "rapid-return", "request_sent", "return_received", 10, "working_days", "local"),
    (CHILD, "challenge", "draft_shared", "challenge_closed", 7, "working_days", "local"),
    (CHILD, "action-plan", "action_plan_agreed", "action_plan_reviewed", 3, "months", "local"),
    (CHILD_2018, "notification", "became_aware", "notified", 5, "working_days", "guidance"),
    (CHILD_2018, "rapid-review", "notified", "rapid_review_sent", 15, "working_days", "guidance"),
    (CHILD_2018, "lcspr", "decided", "published", 6, "months", "guidance"),
    (SCR, "notification", "became_aware", "notified", 5, "working_days", "guidance"),
    (SCR, "decision", "notified", "decided", 1, "months", "guidance"),
    (SCR, "review", "commissioned", "signed_off", 6, "months", "guidance"),
    (ADULT, "decision", "referral_received", "decided", 28, "days", "local"),
    (ADULT, "review", "commissioned", "signed_off", 6, "months", "guidance"),
    (ADULT, "summary-return", "request_sent", "return_received", 21, "days", "local"),
    (ADULT, "imr-return", "request_sent", "return_received", 28, "days", "local"),
    (ADULT, "challenge", "draft_shared", "challenge_closed", 7, "working_days", "local"),
    (ADULT, "action-plan", "action_plan_agreed", "action_plan_reviewed", 3, "months", "local"),
    (WALES, "decision", "referral_received", "decided", 28, "days", "local"),
    (WALES, "review", "commissioned", "signed_off", 6, "months", "local"),
]


@pytest.mark.parametrize(("stamp", "key", "starts", "stops", "length", "unit", "basis"), CLOCKS)
def test_every_clock_of_the_field(
    stamp: str, key: str, starts: str, stops: str, length: int, unit: str, basis: str
) -> None:
    clock = get(stamp).clock(key)
    assert (clock.starts, clock.stops, clock.length, clock.unit) == (starts, stops, length, unit)
    assert clock.basis == basis
    assert clock.overridable == (basis == "local")
    assert {clock.starts, clock.stops} <= set(EVENTS)


def test_rule_sets_cannot_be_changed_by_their_readers() -> None:
    with pytest.raises(AttributeError):
        get(CHILD).label = "Mine"  # type: ignore[misc]
    regimes.rule_sets().clear()
    assert get(CHILD)


def test_the_vocabulary_of_outcomes_is_the_fixed_set() -> None:
    used = {outcome.code for stamp in SHIPPED for outcome in get(stamp).outcomes}
    assert used == set(OUTCOMES)


def test_no_shipped_file_is_left_out() -> None:
    files = [path for path in regimes.DATA.glob("*.toml") if not path.name.startswith("_")]
    stamps = {f"{data['key']}@{data['version']}" for data in (tomllib.loads(path.read_text("utf-8")) for path in files)}
    assert stamps == set(regimes.rule_sets())


def test_rule_sets_and_clocks_know_no_django() -> None:
    script = (
        "import sys, reviews.clocks, reviews.regimes.timing, reviews.regimes.local; sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_no_code_knows_a_regime_by_its_name() -> None:
    """Wales’ single unified review, as the others, is data alone: nothing in the apps asks which regime it has before it."""
    names = {known for rules in regimes.rule_sets().values() for known in (rules.key, rules.stamp)}
    root = Path(__file__).parents[2]
    code = [path for app in ("reviews", "agencies", "findings", "scr_portal") for path in (root / app).rglob("*.py")]
    kept = [path for path in code if "demo" not in path.parts and "migrations" not in path.parts]
    said = {
        (str(path.relative_to(root)), node.value)
        for path in kept
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    }
    assert len(kept) > 100
    assert said == set()
