"""What the board's rule makes of days and ages in a report."""

from __future__ import annotations

from datetime import date

import pytest

from findings.models import Report
from findings.services import anonymity
from reviews.models import Board, Terms
from reviews.stages import Stage
from tests import make

TEXT = "Amara Okafor was seen on 14 March 2019, aged 7."


@pytest.fixture
def report(board: make.World) -> Report:
    """A report with one section, about a child who was born on 1 May 2011, from 3 March 2019 on."""
    review = make.review(board, stage=Stage.DRAFTING)
    child = make.subject(board, review)
    child.born_on = date(2011, 5, 1)
    child.save()
    Terms.objects.update_or_create(review=review, defaults={"scope_from": date(2019, 3, 3)})
    made = Report.objects.create(review=review, title="Review")
    made.sections.create(key="analysis", title="Analysis", order=1, text=TEXT)
    return made


def ruled(report: Report, days: str, ages: str = "keep") -> anonymity.Anonymised:
    Board.objects.filter(pk=report.review.board_id).update(days_become=days, ages_in_years=ages)
    return anonymity.anonymised(Report.objects.get(pk=report.pk))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("month_year", "Child A was seen in March 2019, aged 7."),
        ("season_year", "Child A was seen in spring 2019, aged 7."),
        ("age_then", "Child A was seen when Child A was 7 years old, aged 7."),
        ("day_n", "Child A was seen on Day 12, aged 7."),
    ],
)
def test_days_become_what_the_rule_of_the_board_says(report: Report, days: str, said: str) -> None:
    assert ruled(report, days).sections[0][2] == said


def test_a_day_for_which_the_rule_lacks_something_waits_for_a_person(report: Report) -> None:
    report.review.terms.delete()
    assert [one.text for one in ruled(report, "day_n").leftovers] == ["14 March 2019"]


def test_ages_in_years_wait_for_a_person_where_the_board_says_so_and_stay_on_the_screen(report: Report) -> None:
    assert [one.text for one in ruled(report, "month_year", "decide").leftovers] == ["aged 7"]
    assert anonymity.covering(report.review)(TEXT) == "Child A was seen on 14 March 2019, aged 7."
