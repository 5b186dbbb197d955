"""How old somebody was: exactly, about, and before birth."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from findings.ages import age_at, months

BORN = date(2015, 11, 20)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2019, 3, 27), None, "3 years 4 months"),
        (date(2019, 11, 20), None, "4 years"),
        (date(2019, 11, 19), None, "3 years 11 months"),
        (date(2015, 11, 20), None, "day of birth"),
        (date(2015, 11, 21), None, "1 day"),
        (date(2016, 1, 8), None, "7 weeks"),
        (date(2017, 2, 1), None, "14 months"),
        (date(2015, 8, 28), None, "12 weeks before birth"),
        (date(2015, 11, 17), None, "3 days before birth"),
        (date(2010, 1, 1), None, "before conception"),
        (date(2019, 3, 1), date(2019, 3, 31), "about 3 years"),
        (date(2019, 1, 1), date(2019, 12, 31), "3 or 4 years"),
        (date(2018, 1, 1), date(2020, 12, 31), "2 to 5 years"),
        (date(2016, 8, 1), date(2016, 8, 31), "8 or 9 months"),
        (date(2015, 11, 1), date(2015, 11, 30), "around birth"),
        (date(2015, 1, 1), date(2015, 12, 31), ""),
    ],
)
def test_an_age_is_as_exact_as_the_date(first: date, last: date | None, said: str) -> None:
    assert age_at(BORN, first, last or first) == said


def test_an_undated_entry_has_no_age() -> None:
    assert age_at(BORN, None, None) == ""


def test_who_is_born_on_the_last_of_a_month_is_a_month_older_at_the_end_of_a_short_one() -> None:
    assert months(date(2019, 1, 31), date(2019, 2, 28)) == 1
    assert months(date(2019, 1, 31), date(2019, 2, 27)) == 0
    assert months(date(2016, 2, 29), date(2017, 2, 28)) == 12


def test_nobody_grows_younger() -> None:
    for born in (date(1936, 2, 29), BORN, date(2019, 1, 31)):
        lived = [months(born, born + timedelta(day)) for day in range(2_000)]
        assert lived[0] == 0
        assert {later - sooner for sooner, later in pairwise(lived)} == {0, 1}
