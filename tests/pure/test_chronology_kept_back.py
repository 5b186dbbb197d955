"""The lots that were kept back: each read whole, now that it has shown what the reader did not know."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.chronology import parse
from agencies.chronology.shapes import Row
from tests.corpus.chronology.here import in_this_process
from tests.corpus.chronology.kept_back import BY_OTHERS, KEPT
from tests.corpus.chronology.spec import Case, Gold
from tests.corpus.score import compare, placed

TODAY = date(2025, 1, 1)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Row], list[Gold]]]:
    """Every file written and read once."""
    folder = tmp_path_factory.mktemp("kept")
    found = {}
    with in_this_process():
        for case in [*KEPT, *BY_OTHERS]:
            path, gold = case.build(folder)
            found[case.name] = (parse(path, today=TODAY).rows, gold)
    return found


@pytest.mark.parametrize("case", [*KEPT, *BY_OTHERS], ids=lambda case: case.name)
def test_a_file_that_was_kept_back_is_read_as_a_careful_person_would(
    case: Case, read: dict[str, tuple[list[Row], list[Gold]]]
) -> None:
    rows, gold = read[case.name]
    score = compare(rows, gold)
    assert (score.found, score.dates, score.times, score.texts) == (len(gold),) * 4
    assert (score.false_accepts, score.silent_dates, len(rows)) == (0, 0, len(gold))


def test_little_is_asked_that_needs_no_answer(read: dict[str, tuple[list[Row], list[Gold]]]) -> None:
    pairs = [pair for case in KEPT for pair in placed(*read[case.name])]
    plain = [row.status for one, row in pairs if one.status == "ok"]
    assert sum(status != "ok" for status in plain) <= 0.02 * len(plain)


def test_of_the_lots_that_others_wrote_only_days_that_are_carried_down_are_asked_about(
    read: dict[str, tuple[list[Row], list[Gold]]],
) -> None:
    pairs = [pair for case in BY_OTHERS for pair in placed(*read[case.name])]
    doubted = [row for one, row in pairs if one.status == "ok" and isinstance(row, Row)]
    asked = {problem.kind for row in doubted for problem in row.problems}
    assert asked <= {"carried-down"}
