"""The corpus: every file read whole, and the shares of rows, dates, times and words that are right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from agencies.chronology import Parsed, parse
from tests.corpus.chronology import CASES, Case, Gold
from tests.corpus.chronology.here import in_this_process
from tests.corpus.chronology.naive import read
from tests.corpus.score import Score, compare

TODAY = date(2025, 1, 1)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, list[Gold], Parsed]]:
    """Every file of the corpus, written and read once."""
    folder = tmp_path_factory.mktemp("corpus")
    found = {}
    with in_this_process():
        for case in CASES:
            path, gold = case.build(folder)
            found[case.name] = (path, gold, parse(path, today=TODAY))
    return found


def test_the_corpus_is_wide_enough() -> None:
    assert len(CASES) >= 14
    assert len({Path(case.name).suffix for case in CASES}) >= 6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_read_as_a_careful_person_would(
    case: Case, built: dict[str, tuple[Path, list[Gold], Parsed]]
) -> None:
    _, gold, parsed = built[case.name]
    score = compare(parsed.rows, gold)
    assert (score.found, score.dates, score.times, score.texts) == (len(gold),) * 4
    assert (score.false_accepts, score.silent_dates, len(parsed.rows)) == (0, 0, len(gold))


@pytest.mark.parametrize("case", [case for case in CASES if not case.name.endswith(".pdf")], ids=lambda case: case.name)
def test_rows_say_where_they_stand_and_what_is_to_be_asked(
    case: Case, built: dict[str, tuple[Path, list[Gold], Parsed]]
) -> None:
    _, gold, parsed = built[case.name]
    read_as = {(row.sheet, row.row, row.sub): (row.status, row.precision) for row in parsed.rows}
    for wanted in gold:
        status, precision = read_as[wanted.sheet, wanted.row, wanted.sub]
        assert status == wanted.status
        assert wanted.status != "ok" or precision == wanted.precision


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_record_is_accounted_for(case: Case, built: dict[str, tuple[Path, list[Gold], Parsed]]) -> None:
    _, _, parsed = built[case.name]
    places = {(row.sheet, row.row) for row in parsed.rows} | {(line.sheet, line.row) for line in parsed.skipped}
    for table in case.tables():
        across = case.name == "care-home.xlsx"
        records = [
            number for number, record in enumerate(table.records, 1) if any(cell not in (None, "") for cell in record)
        ]
        expected = range(1, 6) if across else records if not case.name.endswith((".pdf", "advocacy.docx")) else []
        assert {(table.sheet, number) for number in expected} <= places


def test_the_whole_corpus(built: dict[str, tuple[Path, list[Gold], Parsed]]) -> None:
    ours = sum((compare(parsed.rows, gold) for _, gold, parsed in built.values()), Score())
    assert ours.share("found") >= 0.99
    assert ours.share("dates") >= 0.98
    assert ours.share("times") >= 0.98
    assert ours.share("texts") >= 0.99
    assert (ours.false_accepts, ours.silent_dates) == (0, 0)


def test_the_scorer_sees_what_a_naive_reader_gets_wrong(built: dict[str, tuple[Path, list[Gold], Parsed]]) -> None:
    naive = sum((compare(read(path), gold) for path, gold, _ in built.values()), Score())
    assert naive.share("found") < 0.95
    assert naive.share("dates") < 0.75
    assert naive.false_accepts > 10
    assert naive.silent_dates > 10


def test_what_was_hidden_changed_or_passed_over_is_said(built: dict[str, tuple[Path, list[Gold], Parsed]]) -> None:
    said = {name: " ".join(parsed.notices) for name, (_, _, parsed) in built.items()}
    assert "1 hidden row" in said["police.xlsx"]
    assert "1 hidden column" in said["police.xlsx"]
    assert "“Before transfer” is hidden" in said["housing.ods"]
    assert "“Glossary” was passed over: glossary" in said["housing.ods"]
    assert "tracked changes" in said["health-visiting.docx"]
    assert "“Document control” was passed over: document control" in said["social-care.xlsm"]
