"""The demonstration's chronology files: what the agencies of two fictional cases hand in, read back through the real door."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from agencies.chronology import Parsed, Row, parse
from scr_portal.demo.chronologies import write

TODAY = date(2026, 11, 25)
PERIODS = {"child": (date(2022, 1, 1), date(2025, 9, 30)), "adult": (date(2024, 3, 1), date(2025, 4, 20))}
AGENCIES = {
    "child": {
        "police", "childrens-social-care", "hospital", "health-visiting", "gp", "housing", "school", "nursery",
        "ambulance", "probation", "domestic-abuse", "midwifery",
    },
    "adult": {"adult-social-care", "care-home", "gp", "hospital", "district-nursing", "ambulance"},
}  # fmt: skip
FILES = sorted((case, agency) for case, agencies in AGENCIES.items() for agency in agencies)
NEIGHBOURS = 20  # rows among which nothing may be said twice in the same words

Read = dict[tuple[str, str], tuple[Path, Parsed]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Every file of both cases, written and read once: (case, agency) → path and what was read."""
    found = {}
    for case in AGENCIES:
        for agency, path in write(tmp_path_factory.mktemp(case), case=case).items():
            found[case, agency] = (path, parse(path, today=TODAY))
    return found


def rows_of(read: Read, case: str) -> list[Row]:
    return [row for (owner, _), (_, parsed) in read.items() if owner == case for row in parsed.rows]


def threes(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'’-]+", text.lower())
    return {tuple(words[place : place + 3]) for place in range(max(len(words) - 2, 1))}


def test_every_agency_of_a_case_hands_in_a_file_of_its_own(read: Read) -> None:
    assert set(read) == set(FILES)
    assert all(path.stat().st_size > 0 for path, _ in read.values())


@pytest.mark.parametrize("case", sorted(AGENCIES))
def test_the_files_of_a_case_are_spread_over_four_formats(read: Read, case: str) -> None:
    suffixes = Counter(path.suffix for (owner, _), (path, _) in read.items() if owner == case)
    assert set(suffixes) == {".xlsx", ".csv", ".docx", ".ods"}


def test_the_largest_agencies_write_hundreds_of_rows_and_the_small_ones_dozens(read: Read) -> None:
    counts = {agency: len(parsed.rows) for (case, agency), (_, parsed) in read.items() if case == "child"}
    assert sum(counts.values()) >= 1600
    assert min(counts["police"], counts["childrens-social-care"]) >= 340
    assert all(
        15 <= counts[agency] <= 60 for agency in ("nursery", "ambulance", "probation", "domestic-abuse", "midwifery")
    )
    assert 330 <= len(rows_of(read, "adult")) <= 400


@pytest.mark.parametrize(("case", "agency"), FILES)
def test_the_columns_of_every_file_are_proposed_without_help(read: Read, case: str, agency: str) -> None:
    _, parsed = read[case, agency]
    for table in parsed.tables:
        fields = {column.field: column.heading for column in table.columns}
        assert {"date", "event", "action"} <= set(fields), fields
        assert "" not in fields, fields
        assert not any(word in fields["date"].lower() for word in ("entry", "recorded"))


@pytest.mark.parametrize(("case", "agency"), FILES)
def test_nearly_every_row_of_a_file_reads_with_nothing_to_ask(read: Read, case: str, agency: str) -> None:
    _, parsed = read[case, agency]
    ok = sum(row.status == "ok" for row in parsed.rows)
    assert ok >= 0.97 * len(parsed.rows), [(row.date_text, row.problems) for row in parsed.rows if row.status != "ok"]


@pytest.mark.parametrize("case", sorted(AGENCIES))
def test_every_row_that_reads_lies_in_the_period_of_the_review(read: Read, case: str) -> None:
    first, last = PERIODS[case]
    for row in rows_of(read, case):
        if row.status == "ok":
            assert row.date_to is not None
            assert row.date_from is not None
            assert row.date_to >= first
            assert row.date_from <= last


def test_about_one_row_in_a_hundred_needs_a_person_and_some_are_refused(read: Read) -> None:
    rows = rows_of(read, "child") + rows_of(read, "adult")
    statuses = Counter(row.status for row in rows)
    assert 0.005 <= 1 - statuses["ok"] / len(rows) <= 0.02
    assert statuses["reject"] >= 3
    kinds = {problem.kind for row in rows for problem in row.problems}
    assert {"impossible", "weekday", "undated"} <= kinds
    assert any(row.date_from is None or row.date_from > TODAY for row in rows if re.search(r"20[345]\d", row.date_text))


def test_dates_come_in_every_manner_that_agencies_use(read: Read) -> None:
    texts = "\n".join(row.date_text for row in rows_of(read, "child"))
    for manner in (
        r"^\d\d/\d\d/\d{4}$", r"^\d\d\.\d\d\.\d\d$", r"^\d{1,2}(st|nd|rd|th) \w+ \d{4}$", r"^Tues \d+ \w+ \d{4}$", r"^[A-Z]\w+ \d{4}$",
        r"^\d\d/\d\d/\d\d \d\d:\d\d$", r"^w/c \d+ \w+ \d{4}$", r"^(early|mid|late) \d{4}$", r"^\d+/\d+-\d+/\d+/\d{4}$", r"^\d{4}-\d\d-\d\dT",
    ):  # fmt: skip
        assert re.search(manner, texts, re.MULTILINE), manner


def test_the_death_is_told_by_many_agencies_each_at_its_own_time(read: Read) -> None:
    day = date(2025, 9, 30)
    told = defaultdict(set)
    for (case, agency), (_, parsed) in read.items():
        for row in parsed.rows:
            if case == "child" and row.date_from and row.date_from == day:
                told[agency].add(row.time)
    assert {"police", "ambulance", "hospital", "childrens-social-care", "school", "gp", "nursery"} <= set(told)
    assert told["police"].isdisjoint(told["ambulance"])


@pytest.mark.parametrize(("case", "agency"), FILES)
def test_no_row_repeats_the_words_of_one_nearby(read: Read, case: str, agency: str) -> None:
    _, parsed = read[case, agency]
    said = [(row.event, threes(row.event)) for row in parsed.rows]
    for place, (event, own) in enumerate(said):
        for other, words in said[place + 1 : place + NEIGHBOURS]:
            assert len(own & words) < 0.75 * min(len(own), len(words)), (event, other)


def test_family_and_staff_are_named_as_agencies_name_them(read: Read) -> None:
    child = " ".join(row.event for row in rows_of(read, "child"))
    adult = " ".join(row.event for row in rows_of(read, "adult"))
    for name in ("Jaydon", "Kayleigh", "Reece", "Connor", "Sandra", "Ellie-Mae", "St Brannoc's", "MGM", "PPN"):
        assert name in child
    for name in ("Maureen", "Mrs Hollis", "Janet", "Larkfield House"):
        assert name in adult


@pytest.mark.parametrize("case", sorted(AGENCIES))
def test_the_same_call_gives_the_same_rows(read: Read, case: str, tmp_path: Path) -> None:
    for agency, path in write(tmp_path, case=case).items():
        _, before = read[case, agency]
        assert parse(path, today=TODAY).rows == before.rows


def test_no_slot_of_the_prose_is_left_unfilled(read: Read) -> None:
    for case in AGENCIES:
        for row in rows_of(read, case):
            assert not re.search(r"[{}~]", " ".join((row.event, row.action, *row.extra.values()))), row
