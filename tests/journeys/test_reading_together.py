"""A panel member reads what several agencies tell: what is the same event is decided, a period named, days laid side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from reviews.models import Review
from reviews.stages import Stage
from tests import make
from tests.findings.test_merged import told
from tests.journeys.browser import Somebody

PASSWORD = "a long enough pass phrase"


@pytest.fixture
def review(transactional_db: None) -> Review:
    """A released chronology in which the police and the school tell of one strategy meeting."""
    board = make.world()
    made = make.review(board, stage=Stage.ANALYSIS)
    for agency in (board.police, board.school):
        make.request(board, made, agency, status="returned")
    make.subject(board, made, born_on=date(2015, 11, 20))
    day = date(2019, 3, 27)
    told(board, made, "police", "Strategy meeting with Mrs Hallam of school. Section 47 agreed.", day, time=time(14, 0))
    told(board, made, "school", "Mrs Hallam joined the strat meeting with police, s47 agreed.", day, time=time(14, 10))
    told(board, made, "school", "Easter assembly, no parent came.", date(2019, 8, 2))
    board.panel.set_password(PASSWORD)
    board.panel.save()
    return made


def test_the_panel_decides_names_a_period_and_lays_days_side_by_side(
    review: Review, somebody: Callable[[], Somebody]
) -> None:
    panel = somebody()
    panel.sign_in("lee.grant@example.org", PASSWORD)
    panel.go(f"/findings/{review.ref}/chronology/")
    panel.press("The same event")
    panel.press("Compare the entries")
    panel.press("Decide one after another")
    panel.page.keyboard.press("Enter")  # The keyboard alone: the first button has the focus.
    panel.reads("No suggestion is left")
    panel.press("Episodes")
    panel.press("Name a period")
    panel.fill("Name", "The first alarm")
    panel.fill("From", "1/3/2019")
    panel.fill("To", "30/4/2019")
    panel.press("Save")
    panel.reads("2 entries of these days")
    panel.press("Day by day")
    panel.reads("Child A: 3 years 4 months")
    panel.go(f"/findings/{review.ref}/chronology/")
    panel.reads("Told by other agencies too")
    panel.page.locator("svg a").first.click()
    panel.reads("1 entry.")
