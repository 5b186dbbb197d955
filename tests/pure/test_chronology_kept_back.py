"""The lots that were kept back: each read whole, now that it has shown what the reader did not know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from agencies.chronology import parse
from tests.corpus.chronology.kept_back import KEPT
from tests.corpus.chronology.spec import Case
from tests.corpus.score import compare

TODAY = date(2025, 1, 1)


@pytest.mark.parametrize("case", KEPT, ids=lambda case: case.name)
def test_a_file_that_was_kept_back_is_read_as_a_careful_person_would(case: Case, tmp_path: Path) -> None:
    path, gold = case.build(tmp_path)
    rows = parse(path, today=TODAY).rows
    score = compare(rows, gold)
    assert (score.found, score.dates, score.times, score.texts) == (len(gold),) * 4
    assert (score.false_accepts, score.silent_dates, len(rows)) == (0, 0, len(gold))


def test_little_is_asked_that_needs_no_answer(tmp_path: Path) -> None:
    asked = plain = 0
    for case in KEPT[:12]:
        path, gold = case.build(tmp_path)
        rows = {(row.sheet, row.row, row.sub): row.status for row in parse(path, today=TODAY).rows}
        wanted = [one for one in gold if one.status == "ok"]
        plain += len(wanted)
        asked += sum(rows.get((one.sheet, one.row, one.sub)) != "ok" for one in wanted)
    assert asked <= 0.02 * plain
