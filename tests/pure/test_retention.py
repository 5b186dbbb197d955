"""The retention schedule as data: every case falls under one line, and a table that leaves one out is refused."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from reviews.regimes import rule_sets
from reviews.regimes.retention import FOLDER, OUTCOMES, after, read, schedule
from reviews.regimes.vocabulary import RegimeError

TEXT = next(FOLDER.glob("*.toml")).read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Path:
    path = folder / "retention-2030.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_rule_set_and_outcome_has_a_period_a_day_and_a_source() -> None:
    for rules, outcome in product(rule_sets().values(), OUTCOMES):
        line = schedule().of_case(outcome, rules.subject)
        assert line.years
        assert line.counts
        assert line.source


def test_years_are_counted_to_the_same_day() -> None:
    assert after(date(2026, 9, 1), 25) == date(2051, 9, 1)
    assert after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert after(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("what", "instead", "said"),
    [
        ('outcome = "not_published"\nsubjects = ["adult"]', 'outcome = "published"\nsubjects = ["adult"]', "2 lines are for published and adult"),
        ('scope = "within"', 'scope = "somewhere"', "its scope is one of"),
        ('from = "decided"', 'from = "long ago"', "counts its years from"),
        ("years = 8\n", "decades = 8\n", "does not fit"),
        ('key = "library"', 'key = "sign-ins"', "a key stands twice"),
    ],
)  # fmt: skip
def test_a_table_that_does_not_fit_is_refused_with_what_to_mend(
    tmp_path: Path, what: str, instead: str, said: str
) -> None:
    assert what in TEXT
    with pytest.raises(RegimeError, match=said):
        read(written(tmp_path, TEXT.replace(what, instead, 1)))
