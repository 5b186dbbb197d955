"""Figures: what is counted, the picture with its table, published names where it leaves, and the way into the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Entry, Request
from agencies.services import entry
from findings import figures
from findings.figures import Figure
from findings.matrix import drawn, shade, svg
from findings.models import Mark, Report, Theme
from findings.services import mark
from reviews.models import Event, Person, Review
from reviews.stages import Stage
from tests import make

SMALL = Figure("who-told-whom", "Who told whom", "n", "Told by", ("Police", "School"), (("Police", (0, 3)), ("School", (1, 0))))  # fmt: skip


def returned(board: make.World, review: Review, agency: Any, author: Any, said: list[tuple[str, str]]) -> None:
    asked = make.request(board, review, agency, author=author)
    for day, event in said:
        entry.enter_by_hand(by=author, request=asked, date_text=day, event=event)
    Request.objects.filter(pk=asked.pk).update(status="returned")


@pytest.fixture
def review(board: make.World) -> Review:
    """Two agencies; the police referred to the school twice, which recorded something three days after the first."""
    review = make.review(board)
    police = [("4/3/2019", "Referred to Harrowdale Primary School."), ("1/6/2019", "Referred to Harrowdale Primary School.")]  # fmt: skip
    returned(board, review, board.police, board.police_author, police)
    returned(board, review, board.school, board.school_author, [("7/3/2019", "Seen in class.")])
    Review.objects.filter(pk=review.pk).update(stage=Stage.DRAFTING)
    review.refresh_from_db()
    return review


def themed(board: make.World, review: Review) -> Theme:
    theme = Theme.objects.create(board=board.board, name="Daily life")
    for each in Entry.objects.filter(review=review):
        mark.add(by=board.panel, entry=each, values={"kind": Mark.Kind.THEME, "theme": theme})
    return theme


def test_themes_are_counted_by_agency_and_by_quarter(board: make.World, review: Review) -> None:
    themed(board, review)
    found = figures.themes_by_agency(review, board.reviewer)
    assert found.columns == (board.police.label, board.school.label)
    assert found.rows == (("Daily life", (2, 1)),)
    assert figures.themes_by_period(review, board.reviewer).columns == ("Jan 2019", "Apr 2019")
    assert figures.themes_by_period(review, board.reviewer).rows == (("Daily life", (2, 1)),)


def test_a_mark_that_was_taken_off_is_not_counted(board: make.World, review: Review) -> None:
    themed(board, review)
    for each in Mark.objects.all():
        mark.remove(by=board.panel, mark=each)
    assert figures.themes_by_agency(review, board.reviewer).rows == ()


def test_many_quarters_are_told_in_years() -> None:
    found = figures._periods([date(2010, 5, 1), date(2019, 5, 1)])
    assert [name for name, _ in found] == [str(year) for year in range(2010, 2020)]


def test_the_days_from_a_concern_to_the_next_entry_are_counted(board: make.World, review: Review) -> None:
    found = figures.concern_to_action(review, board.reviewer)
    assert found.rows == ((board.school.label, (0, 1, 0, 0, 0, 1)),)


def test_who_told_whom_is_a_matrix(board: make.World, review: Review) -> None:
    found = figures.who_told_whom(review, board.reviewer)
    assert dict(found.rows)[board.police.label] == (0, 2)


def test_the_picture_says_every_number_and_tells_its_words() -> None:
    picture = drawn(SMALL)
    assert picture is not None
    drawing = svg(SMALL, picture)
    assert drawing.count("<title>") == 4
    assert "The most, 3, stand at Police, School." in drawing
    assert ">3</text>" in drawing


def test_the_table_holds_what_the_picture_shows() -> None:
    assert SMALL.table == [["Told by", "Police", "School"], ["Police", "0", "3"], ["School", "1", "0"]]
    assert (
        SMALL.typed
        == "[[figure who-told-whom: Who told whom]]\n\n| Told by | Police | School |\n| Police | 0 | 3 |\n| School | 1 | 0 |"
    )


def test_nothing_to_count_is_no_picture() -> None:
    assert drawn(Figure("who-told-whom", "t", "n", "h", (), ())) is None


@pytest.mark.parametrize(("number", "most", "place"), [(0, 9, 0), (1, 9, 1), (9, 9, 4), (1, 1, 3), (5, 9, 3)])
def test_the_shade_says_how_many(number: int, most: int, place: int) -> None:
    fills = ["#f3f2f1", "#cfe3f0", "#8fc0de", "#2b6e9b", "#12344d"]
    assert shade(number, most) == fills[place]


def test_the_table_goes_into_a_section_as_a_version(board: make.World, review: Review, client: Client) -> None:
    report = Report.objects.create(review=review, title="Child A")
    report.sections.create(key="analysis", title="Analysis", order=1, text="First.")
    themed(board, review)
    client.force_login(board.reviewer)
    address = reverse("findings.figure.show", args=[review.ref, "themes-by-agency"])
    assert client.post(address, {"section": "analysis"}).status_code == 302
    section = report.sections.get()
    assert section.text.startswith("First.\n\n[[figure themes-by-agency: Themes by agency]]\n\n| Theme |")
    assert section.version == 2
    assert Event.objects.filter(verb="report.section_written").count() == 1


def test_who_may_not_write_in_the_report_puts_nothing_in(board: make.World, review: Review, client: Client) -> None:
    report = Report.objects.create(review=review, title="Child A")
    report.sections.create(key="analysis", title="Analysis", order=1)
    client.force_login(board.panel)
    address = reverse("findings.figure.show", args=[review.ref, "who-told-whom"])
    assert client.post(address, {"section": "analysis"}).status_code == 403
    assert report.sections.get().text == ""


def test_a_picture_that_leaves_has_published_names_and_is_recorded(
    board: make.World, review: Review, client: Client
) -> None:
    Person.objects.create(
        review=review, kind="school", name=board.school.name, pseudonym="School 1", added_by=board.manager
    )
    client.force_login(board.panel)
    address = reverse("findings.figure.download", args=[review.ref, "concern-to-action", "svg"])
    drawing = b"".join(client.get(address).streaming_content).decode()  # type: ignore[attr-defined]
    assert "School 1" in drawing
    assert board.school.name not in drawing
    assert Event.objects.get(verb="figure.taken").facts["figure"] == "concern-to-action"


def test_an_unknown_figure_is_not_found(board: make.World, review: Review, client: Client) -> None:
    client.force_login(board.panel)
    assert client.get(reverse("findings.figure.show", args=[review.ref, "shoe-sizes"])).status_code == 404
