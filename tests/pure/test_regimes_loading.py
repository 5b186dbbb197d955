"""A regime is data: a file in a folder is enough, and a file that is wrong is refused with its name and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reviews import regimes
from reviews.regimes import RegimeError, get, latest, met
from reviews.regimes.timing import running

CHILD = "england-child@2023"
day = date.fromisoformat
MADE_UP = """
extends = "_common"
key = "elsewhere-child"
version = "1"
label = "Elsewhere: Learning Review"
short_label = "Learning Review"
review_type = "Learning Review"
series = "LR"
subject = "child"
calendar = "scotland"
in_force_from = 2026-01-01
basis = ["Elsewhere Act 2026"]
decider = "the committee"
themes = ["elsewhere@1"]
national_body = { name = "Elsewhere's inspectorate" }
request_power = { citation = "Elsewhere Act 2026, section 3", sentence = "You must answer under section 3." }
quorum = { members = 1, sentence = "One is enough.", conflict = "Say so and leave." }
pseudonyms = { subject = "Bairn" }
groups = [{ key = "test", label = "The test" }]
criteria = [
  { key = "harm", group = "test", label = "Harm", text = "A child was harmed.", citation = "Elsewhere Act 2026, section 1" },
  { key = "lesson", group = "test", label = "A lesson", text = "Something can be learned.", citation = "Section 2" },
]
outcomes = [
  { code = "mandatory", label = "Learning Review", commissions = true, compulsory = true, requires = ["all:test"] },
  { code = "no_further_action", label = "Nothing more", commissions = false, requires = ["not-all:test"] },
]
stages = [{ key = "referral", label = "Worry" }, { key = "decision", label = "Say" }, { key = "closed", label = "Done" }]
voters = [{ key = "council", label = "Council" }]
questions = [{ key = "croft", label = "Which croft?", kind = "line", required_to_submit = true }]
checklist = [{ key = "read", label = "Read by the committee", who = "Chair", hold = true }]

[[clocks]]
key = "say"
label = "The committee says"
starts = "referral_received"
stops = "decided"
length = 10
unit = "working_days"
basis = "local"
citation = "House rule"
owner = "council"
overridable = true
"""
THEMES = """
key = "elsewhere"
version = "1"
label = "Elsewhere's themes"
source = "Elsewhere"
items = [{ key = "weather", label = "The weather" }]
"""


@pytest.fixture(autouse=True)
def only_what_ships() -> Iterator[None]:
    yield
    regimes.use()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    (tmp_path / "elsewhere.toml").write_text(MADE_UP, encoding="utf-8")
    (tmp_path / "themes" / "elsewhere.toml").write_text(THEMES, encoding="utf-8")
    return tmp_path


def refused(folder: Path, old: str, new: str) -> str:
    """What is said when `old` stands as `new` in the made-up rule set."""
    assert old in MADE_UP
    (folder / "elsewhere.toml").write_text(MADE_UP.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegimeError) as told:
        regimes.rule_sets(folders=[folder])
    assert "elsewhere" in str(told.value)
    return str(told.value)


def test_a_made_up_regime_needs_no_python(folder: Path) -> None:
    regimes.use(folder)
    rules = latest("elsewhere-child")
    assert rules.stamp == "elsewhere-child@1"
    assert ("elsewhere-child@1", "Elsewhere: Learning Review") in regimes.choices(subject="child")
    assert [criterion.key for criterion in rules.criteria] == ["harm", "lesson"]
    assert [stage.label for stage in rules.stages] == ["Worry", "Say", "Done"]
    assert rules.questions[0].required_to_submit
    assert rules.letter("acknowledgement").text
    assert regimes.themes(rules)[0].items[0].label == "The weather"
    assert met(rules, {"harm": "met", "lesson": "met"}) == ["mandatory"]
    assert met(rules, {"harm": "not_met"}) == ["no_further_action"]
    facts = {"referral_received": day("2026-07-24")}
    assert running(rules, facts, day("2026-07-24"))[0].due == day("2026-08-10")


def test_a_regime_is_gone_when_its_folder_is(folder: Path) -> None:
    regimes.use(folder)
    assert get("elsewhere-child@1")
    regimes.use()
    with pytest.raises(RegimeError, match="no rule set"):
        get("elsewhere-child@1")


def test_a_folder_can_be_asked_for_without_being_put_in_use(folder: Path) -> None:
    assert get("elsewhere-child@1", folders=[folder]).calendar == "scotland"
    assert "elsewhere-child@1" not in regimes.rule_sets()
    assert set(regimes.load(folder)) == {"elsewhere-child@1"}


def test_a_folder_that_is_wrong_leaves_what_was_in_use(folder: Path, tmp_path: Path) -> None:
    regimes.use(folder)
    with pytest.raises(RegimeError, match="no such folder"):
        regimes.use(tmp_path / "nowhere")
    assert get("elsewhere-child@1")


def test_versions_are_ordered_by_force_then_as_numbers(folder: Path) -> None:
    for version in ("9", "10"):
        text = MADE_UP.replace('version = "1"', f'version = "{version}"')
        (folder / f"v{version}.toml").write_text(text, encoding="utf-8")
    assert latest("elsewhere-child", folders=[folder]).version == "10"


def test_a_shipped_stamp_cannot_be_replaced(folder: Path) -> None:
    shipped = (regimes.DATA / "england-child-2023.toml").read_text(encoding="utf-8")
    (folder / "mine.toml").write_text(shipped, encoding="utf-8")
    with pytest.raises(RegimeError, match="england-child@2023 is already taken"):
        regimes.use(folder)


def test_a_board_can_stand_on_a_shipped_rule_set(folder: Path) -> None:
    text = 'extends = "england-child-2023"\nkey = "ourshire-child"\nlabel = "Ourshire"\n'
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    ours = get("ourshire-child@2023", folders=[folder])
    assert ours.label == "Ourshire"
    assert ours.criteria == get(CHILD).criteria


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('decider = "the committee"', "", "'decider' is missing"),
        ('decider = "the committee"', 'decider = " "', "'decider' is empty"),
        ('decider = "the committee"', "decider = 3", "decider: text in quotation marks is wanted here, not '3'"),
        ('decider = "the committee"', 'decidder = "x"', "'decidder' is not known here"),
        ('basis = ["Elsewhere Act 2026"]', "basis = []", "'basis' is empty; a rule set needs at least one"),
        ('basis = ["Elsewhere Act 2026"]', 'basis = "Act"', "basis: a list is wanted here"),
        ("in_force_from = 2026-01-01", 'in_force_from = "2026-01-01"', "a date such as 2024-10-01 is wanted"),
        ("in_force_from = 2026-01-01", "in_force_from = 2026-01-01T09:00:00", "not the date and time"),
        ('series = "LR"', 'series = "lr-1"', "the series 'lr-1' is not two to eight capital letters"),
        ('subject = "child"', 'subject = "dog"', "subject: 'dog' is not known; use one of child, adult, either"),
        ('calendar = "scotland"', 'calendar = "mars"', "calendar: 'mars' is not known"),
        ('key = "elsewhere-child"', 'key = "Elsewhere Child"', "the key 'Elsewhere Child' is not made of"),
        ('key = "elsewhere-child"', f'key = "{"a" * 41}"', "is not made of at most 40 small letters"),
        ('version = "1"', 'version = "1@2"', "the version '1@2' is not"),
        ('key = "lesson", group', 'key = "harm", group', "criteria: 'harm' is there twice"),
        (
            'key = "lesson", group = "test"',
            'key = "lesson", group = "tset"',
            "group: 'tset' is not known; use one of test",
        ),
        ('label = "The test" }', 'label = "The test" }, { key = "empty", label = "x" }', "'empty' holds no criterion"),
        ('code = "mandatory"', 'code = "compulsory"', "outcome: 'compulsory' is not known"),
        ('code = "no_further_action"', 'code = "mandatory"', "outcomes: 'mandatory' is there twice"),
        ('requires = ["all:test"]', "requires = []", "it is compulsory, so say what it requires"),
        ('requires = ["all:test"]', "routes = [[]]", "it is compulsory, so say what it requires"),
        ('requires = ["all:test"]', 'routes = [["all:test"], []]', "one of its routes is empty"),
        ('requires = ["all:test"]', 'requires = ["all:tset"]', "'all:tset' names no criterion or group"),
        ('requires = ["all:test"]', 'requires = ["some:test"]', "requires: 'some' is not known"),
        ('starts = "referral_received"', 'starts = "full_moon"', "clock 'say', starts: 'full_moon' is not known"),
        ('stops = "decided"', 'stops = "deccided"', "clock 'say', stops: 'deccided' is not known"),
        ('stops = "decided"', 'stops = "referral_received"', "it starts and stops with the same event"),
        ('unit = "working_days"', 'unit = "weeks"', "clock 'say', unit: 'weeks' is not known"),
        ("length = 10", "length = 0", "its length is 0; a clock runs for 1 or more"),
        ("length = 10", "length = -5", "its length is -5"),
        ("length = 10", "length = true", "length: a whole number is wanted here, not 'True'"),
        ("length = 10", "length = 1.5", "length: a whole number is wanted here, not '1.5'"),
        ('basis = "local"', 'basis = "statute"', "only a local clock may be overridden, and this one rests on statute"),
        ('basis = "local"', 'basis = "habit"', "basis: 'habit' is not known"),
        ('owner = "council"', 'owner = "mayor"', "owner: 'mayor' is not known"),
        ('key = "closed", label', 'key = "finished", label', "stages: 'finished' is not known"),
        ("members = 1", "members = 2", "2 members are asked for, and there are 1 voters"),
        ('kind = "line"', 'kind = "essay"', "question 'croft', kind: 'essay' is not known"),
        ('kind = "line"', 'kind = "choice"', "options go with the kinds choice and choices"),
        ('themes = ["elsewhere@1"]', 'themes = ["elsewhere@2"]', "themes: 'elsewhere@2' is not known"),
        ('extends = "_common"', 'extends = "_uncommon"', "it extends '_uncommon', and there is no file"),
        ('extends = "_common"', 'extends = "elsewhere"', "it extends itself"),
        ('extends = "_common"', "extends = ", "the file is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_file(folder: Path, old: str, new: str, said: str) -> None:
    assert said in refused(folder, old, new)


def test_a_letter_with_an_unknown_merge_field_is_refused(folder: Path) -> None:
    letter = '[[letters]]\nkey = "x"\nlabel = "X"\nto = "y"\nsubject = "s"\ntext = "Dear {{ firstname }}"\n\n[[clocks]]'
    assert "letter 'x', merge field: 'firstname' is not known" in refused(folder, "[[clocks]]", letter)


def test_a_plan_that_does_not_fit_its_clock_is_refused(folder: Path) -> None:
    task = '[[plan]]\nkey = "x"\nlabel = "X"\nclock = "say"\nfrom_day = 9\nby_day = 11\nowner = "council"\n\n[[clocks]]'
    assert "plan 'x': days 9 to 11 do not fit the 10 of its clock" in refused(folder, "[[clocks]]", task)


def test_a_section_of_the_yearly_report_draws_only_what_there_is(folder: Path) -> None:
    yearly = '[annual]\nsections = [{ key = "weather", title = "Weather", draws = "rain" }]\n\n[[clocks]]'
    assert "annual section 'weather', draws: 'rain' is not known" in refused(folder, "[[clocks]]", yearly)


def test_two_files_of_one_stamp_are_refused(folder: Path) -> None:
    (folder / "twin.toml").write_text(MADE_UP, encoding="utf-8")
    with pytest.raises(RegimeError, match=r"twin\.toml: elsewhere-child@1 is already in another file"):
        regimes.load(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "weather"', 'key = "The Weather"', "the key 'The Weather' is not made of"),
        ('items = [{ key = "weather", label = "The weather" }]', "items = []", "'items' is empty"),
        ('source = "Elsewhere"', "", "'source' is missing"),
        ("}]", '}, { key = "weather", label = "Again" }]', "'weather' is there twice"),
    ],
)
def test_a_mistake_in_a_theme_list_is_named(folder: Path, old: str, new: str, said: str) -> None:
    (folder / "themes" / "elsewhere.toml").write_text(THEMES.replace(old, new), encoding="utf-8")
    with pytest.raises(RegimeError) as told:
        regimes.use(folder)
    assert "elsewhere.toml" in str(told.value)
    assert said in str(told.value)


def test_a_file_that_is_not_utf8_is_refused(folder: Path) -> None:
    (folder / "elsewhere.toml").write_bytes(MADE_UP.replace("Worry", "Sörge").encode("cp1252"))
    with pytest.raises(RegimeError, match=r"elsewhere\.toml: the file is not UTF-8 text"):
        regimes.load(folder)


def test_a_clock_cannot_wait_for_what_the_regime_does_not_have(folder: Path) -> None:
    outcome = 'owner = "council"\noutcomes = ["lcspr"]'
    assert "outcomes: 'lcspr' is not known" in refused(folder, 'owner = "council"', outcome)
    returned = 'owner = "council"\nreturns = ["postcard"]'
    assert "returns: 'postcard' is not known" in refused(folder, 'owner = "council"', returned)
