"""Silence, what was known by a day, and who told whom: what the pages show, to whom, and what they lead to."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, Entry, Request
from findings import contact, silence
from reviews.models import Review
from reviews.stages import Stage
from tests import make

MARCH = date(2019, 3, 27)


@pytest.fixture
def released(board: make.World) -> Review:
    """A review of the year 2019 whose chronology the panel reads, with signed returns of both agencies."""
    review = make.review(board, stage=Stage.ANALYSIS)
    review.terms.scope_from, review.terms.scope_to = date(2019, 1, 1), date(2019, 12, 31)
    review.terms.save()
    for agency in (board.police, board.school):
        make.request(board, review, agency, status="returned")
    return review


def told(board: make.World, review: Review, agency: str, event: str, first: date | None, **values: Any) -> Entry:
    """One entry of an agency's return."""
    request = Request.objects.get(review=review, agency=getattr(board, agency))
    dated = {"date_from": first, "date_to": first, "precision": "day" if first else "unknown", "date_text": ""}
    by = {"review": review, "agency": request.agency, "recorded_by": board.police_author}
    said = {**by, **dated, "sequence": request.entries.count() + 1, **values}
    return Entry.objects.create(request=request, event=event, **said)


def every(board: make.World, review: Review, agency: str, length: int, first: date, last: date) -> None:
    """Entries of an agency so many days apart."""
    while first <= last:
        told(board, review, agency, "Seen.", first)
        first += timedelta(days=length)


def opened(client: Any, review: Review, page: str, **asked: Any) -> str:
    """The text of one of the pages, its blanks drawn together."""
    answer = client.get(f"/findings/{review.ref}/pattern/{page}/", asked)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def lines_of(found: silence.Absence | None) -> dict[str, list[tuple[date, date]]]:
    assert found is not None
    return {
        line.agency.name.split()[-1]: [(each.first, each.last) for each in line.silences] for line in found.agencies
    }


def test_silence_is_shown_for_each_agency_and_for_all_together(board: make.World, released: Review) -> None:
    every(board, released, "police", 20, date(2019, 1, 1), date(2019, 12, 31))
    every(board, released, "school", 20, date(2019, 1, 1), date(2019, 6, 30))
    found = silence.absence(released, board.panel, 30)
    assert lines_of(found) == {"Police": [], "School": [(date(2019, 7, 1), date(2019, 12, 31))]}
    assert found is not None
    assert found.together == []
    assert silence.absence(released, board.panel, 10).together != []  # type: ignore[union-attr]


def test_what_others_recorded_during_a_silence_is_counted_and_led_to(
    board: make.World, released: Review, signed_in: Any
) -> None:
    every(board, released, "school", 20, date(2019, 1, 1), date(2019, 12, 31))
    told(board, released, "police", "Seen.", date(2019, 6, 1))
    found = silence.absence(released, board.panel, 30)
    assert found is not None
    police = next(line for line in found.agencies if line.agency == board.police)
    # 2 June to 31 December: the school's eleven entries from 10 June on.
    after = next(each for each in police.silences if each.first == date(2019, 6, 2))
    assert after.meanwhile == Entry.objects.filter(date_from__gte=date(2019, 6, 2)).count()
    said = opened(signed_in(board.panel), released, "silence")
    assert "?first=02/06/2019&amp;last=31/12/2019" in said
    assert f"?agency={board.police.pk}&amp;first=01/06/2019&amp;last=01/01/2020" in said


def test_an_entry_known_to_the_month_breaks_a_silence_and_one_known_to_the_year_does_not(
    board: make.World, released: Review
) -> None:
    told(board, released, "police", "In June", date(2019, 6, 1), date_to=date(2019, 6, 30), precision="month")
    told(board, released, "school", "In 2019", date(2019, 1, 1), date_to=date(2019, 12, 31), precision="year")
    found = silence.absence(released, board.panel, 30)
    assert lines_of(found) == {
        "Police": [(date(2019, 7, 1), date(2019, 12, 31)), (date(2019, 1, 1), date(2019, 5, 31))],
        "School": [(date(2019, 1, 1), date(2019, 12, 31))],
    }
    assert found is not None
    assert found.agencies[1].silences[0].wide == 1


def test_without_terms_the_period_runs_from_the_first_entry_to_the_last(board: make.World, released: Review) -> None:
    released.terms.scope_from = released.terms.scope_to = None
    released.terms.save()
    assert silence.period(released, board.panel) is None
    told(board, released, "police", "First", date(2019, 2, 1))
    told(board, released, "school", "Last", date(2019, 4, 1))
    assert silence.period(released, board.panel) == (date(2019, 2, 1), date(2019, 4, 1))


def test_a_scope_that_reaches_into_the_future_ends_today(board: make.World, released: Review) -> None:
    released.terms.scope_to = date(2999, 1, 1)
    released.terms.save()
    assert silence.period(released, board.panel)[1] < date(2999, 1, 1)  # type: ignore[index]


def test_missed_appointments_are_grouped_by_agency_and_month_and_lead_to_the_chronology(
    board: make.World, released: Review, signed_in: Any
) -> None:
    told(board, released, "police", "Kayleigh did not attend.", date(2019, 3, 5))
    told(board, released, "police", "Seen at the door.", date(2019, 3, 6), action="DNA again")
    told(board, released, "police", "Did not miss any appointment.", date(2019, 3, 7))
    told(board, released, "school", "Meeting cancelled by mother", date(2019, 4, 7))
    found = silence.absence(released, board.panel, 30)
    assert found is not None
    assert [(each.agency, each.month, each.number) for each in found.missed] == [
        (board.police, date(2019, 3, 1), 2),
        (board.school, date(2019, 4, 1), 1),
    ]
    said = opened(signed_in(board.panel), released, "silence")
    href = f"/findings/{released.ref}/chronology/?agency={board.police.pk}&amp;first=01/03/2019&amp;last=31/03/2019"
    assert f'href="{href}"' in said
    rows = signed_in(board.panel).get(f"{href}&words=DNA".replace("&amp;", "&")).content.decode()
    assert "DNA again" in rows
    assert "did not attend" not in rows


def test_one_agency_can_be_looked_at_alone(board: make.World, released: Review, signed_in: Any) -> None:
    told(board, released, "police", "Seen.", MARCH)
    said = opened(signed_in(board.panel), released, "silence", agency=board.school.pk, days=45)
    listed = said[said.index('id="silences"') : said.index('id="missed"')]
    assert board.school.name in listed
    assert board.police.name not in listed


def test_a_number_of_days_that_does_not_read_is_said_so_and_left_out(
    board: make.World, released: Review, signed_in: Any
) -> None:
    said = opened(signed_in(board.panel), released, "silence", days="many", agency="999999")
    assert "Enter a number of days from 1 to 3650." in said
    assert "more than 30 days" in said


def test_what_an_agency_had_recorded_by_a_day_is_counted_with_its_last_entry_before(
    board: make.World, released: Review
) -> None:
    told(board, released, "police", "long before", MARCH - timedelta(days=80))
    before = told(board, released, "police", "the day before", MARCH - timedelta(days=1))
    told(board, released, "police", "that day", MARCH)
    told(board, released, "police", "after", MARCH + timedelta(days=1))
    told(board, released, "police", "in March", date(2019, 3, 1), date_to=date(2019, 3, 31), precision="month")
    police, school = contact.known(released, board.panel, MARCH)
    assert (police.number, police.perhaps, police.latest) == (4, 1, before)
    assert (school.number, school.latest) == (0, None)


def test_words_narrow_what_was_known(board: make.World, released: Review) -> None:
    bruise = told(board, released, "police", "A bruise to the ear.", date(2019, 1, 5))
    told(board, released, "police", "Seen.", date(2019, 2, 5))
    police, _ = contact.known(released, board.panel, MARCH, "bruise")
    assert (police.number, police.latest) == (1, bruise)


def test_the_entries_of_the_days_around_stand_below(board: make.World, released: Review, signed_in: Any) -> None:
    for later in (-4, -3, 0, 3, 4):
        told(board, released, "police", f"Entry {later}.", MARCH + timedelta(days=later))
    said = opened(signed_in(board.panel), released, "knowledge", on="27/3/2019")
    around = said[said.index('id="around"') :]
    assert re.findall(r"Entry (-?\d)\.", around) == ["-3", "0", "3"]
    assert "Nothing recorded by then" in said
    alone = opened(signed_in(board.panel), released, "knowledge", on="27/3/2019", within=0)
    assert re.findall(r"Entry (-?\d)\.", alone[alone.index('id="around"') :]) == ["0"]


def test_a_day_that_is_not_one_is_refused_in_words(board: make.World, released: Review, signed_in: Any) -> None:
    assert "Enter a real date" in opened(signed_in(board.panel), released, "knowledge", on="31/2/2019")


def pairs(board: make.World, review: Review) -> dict[tuple[str, str], contact.Cell]:
    """The cells of the matrix that hold anything, by the last words of the names."""
    found = contact.sharing(review, board.panel).matrix()
    return {(by.name.split()[-1], to.name.split()[-1]): cell for by, cells in found for to, cell in cells if cell and (cell.told or cell.not_told)}  # fmt: skip


def test_who_told_whom_is_counted_by_pair_with_what_the_other_recorded(board: make.World, released: Review) -> None:
    told(board, released, "police", "Rang the school. Left a message for the school as well.", MARCH)
    told(board, released, "police", "E-mail to the headteacher", date(2019, 6, 1))
    told(board, released, "police", "Told the school", None)
    told(board, released, "school", "Child absent.", MARCH + timedelta(days=3))
    cell = pairs(board, released)["Police", "School"]
    assert (cell.told, cell.dated, cell.answered, cell.not_told) == (3, 2, 1, 0)


@pytest.mark.parametrize(("later", "answered"), [(-1, 0), (0, 1), (3, 1), (4, 0)])
def test_an_answer_is_an_entry_of_that_day_or_the_three_after(
    board: make.World, released: Review, later: int, answered: int
) -> None:
    told(board, released, "police", "Rang the school", MARCH)
    told(board, released, "school", "Child absent.", MARCH + timedelta(days=later))
    assert pairs(board, released)["Police", "School"].answered == answered


def test_what_the_receiver_recorded_counts_for_who_told(board: make.World, released: Review) -> None:
    told(board, released, "school", "Call from police about the night", MARCH)
    assert set(pairs(board, released)) == {("Police", "School")}


def test_what_was_said_not_to_have_been_told_stands_apart(board: make.World, released: Review, signed_in: Any) -> None:
    told(board, released, "police", "Seen.", MARCH, action="Not shared with the school")
    cell = pairs(board, released)["Police", "School"]
    assert (cell.told, cell.not_told) == (0, 1)
    asked = {"by": board.police.pk, "to": board.school.pk}
    listed = opened(signed_in(board.panel), released, "sharing", which="not_told", **asked)
    assert "said not to have been done" in listed
    assert "Not shared with the school" not in opened(signed_in(board.panel), released, "sharing", **asked)


def test_a_cell_leads_to_its_entries_and_those_without_an_answer_are_marked(
    board: make.World, released: Review, signed_in: Any
) -> None:
    told(board, released, "police", "Rang the school about the bruise", MARCH)
    told(board, released, "police", "Rang the school about the bus", date(2019, 6, 1))
    told(board, released, "school", "Bruise talked over.", MARCH)
    client = signed_in(board.panel)
    asked = {"by": board.police.pk, "to": board.school.pk}
    assert f"?by={board.police.pk}&amp;to={board.school.pk}#entries" in opened(client, released, "sharing")
    said = opened(client, released, "sharing", **asked)
    assert ("about the bruise" in said, "about the bus" in said, "Bruise talked over" in said) == (True, True, False)
    assert said.count("Nothing recorded by the other</strong>") == 1
    alone = opened(client, released, "sharing", which="unanswered", **asked)
    assert ("about the bruise" in alone, "about the bus" in alone) == (False, True)


def test_one_agency_without_the_other_is_said_to_be_too_few(
    board: make.World, released: Review, signed_in: Any
) -> None:
    client, police = signed_in(board.panel), board.police.pk
    assert "Choose both agencies to list entries." in opened(client, released, "sharing", by=police)
    assert "Choose two different agencies." in opened(client, released, "sharing", by=police, to=police)


def test_a_period_narrows_who_told_whom_and_the_answer_is_looked_for_beyond_it(
    board: make.World, released: Review, signed_in: Any
) -> None:
    told(board, released, "police", "Rang the school", MARCH)
    told(board, released, "police", "Rang the school", date(2019, 6, 1))
    told(board, released, "school", "Child absent.", MARCH + timedelta(days=2))
    said = opened(signed_in(board.panel), released, "sharing", first="1/3/2019", last="27/3/2019")
    assert "<strong>1</strong>" in said
    assert "1 of 1 recorded" in said


@pytest.mark.parametrize("page", ["knowledge", "sharing"])
def test_names_are_covered_until_they_are_asked_for_and_that_is_on_record(
    board: make.World, released: Review, signed_in: Any, page: str
) -> None:
    make.subject(board, released)
    told(board, released, "police", "Rang the school about Amara Okafor.", MARCH)
    client, asked = signed_in(board.panel), {"on": "27/3/2019", "by": board.police.pk, "to": board.school.pk}
    covered = opened(client, released, page, **asked)
    assert "about Child A" in covered
    assert "Okafor" not in covered
    assert not released.events.filter(verb="chronology.named_view_opened").exists()
    assert "Amara Okafor" in opened(client, released, page, names="real", **asked)
    assert released.events.filter(verb="chronology.named_view_opened", actor=board.panel).exists()


@pytest.mark.parametrize("page", ["silence", "knowledge", "sharing"])
def test_the_panel_waits_for_the_release_and_the_reviewer_does_not(
    board: make.World, released: Review, signed_in: Any, page: str
) -> None:
    told(board, released, "police", "Rang the school. Meeting cancelled by mother.", MARCH)
    Review.objects.update(stage=Stage.COLLECTION)
    asked = {"on": "27/3/2019", "by": board.police.pk, "to": board.school.pk}
    assert "has not released it to the panel yet" in opened(signed_in(board.panel), released, page, **asked)
    said = opened(signed_in(board.reviewer), released, page, **asked)
    assert ("Rang the school" if page != "silence" else "Cancelled") in said


def test_a_return_that_was_not_signed_is_in_none_of_them(board: make.World, released: Review) -> None:
    told(board, released, "police", "Rang the school. She did not attend.", MARCH)
    Request.objects.filter(agency=board.police).update(status="with_senior")
    found = silence.absence(released, board.panel, 30)
    assert found is not None
    assert ([line.agency for line in found.agencies], found.missed) == ([board.school], [])
    assert [line.agency for line in contact.known(released, board.panel, MARCH)] == [board.school]
    assert contact.sharing(released, board.panel).found == []


def test_the_chronology_leads_to_all_three(board: make.World, released: Review, signed_in: Any) -> None:
    said = signed_in(board.panel).get(f"/findings/{released.ref}/chronology/").content.decode()
    links = [f'href="/findings/{released.ref}/pattern/{page}/"' for page in ("silence", "knowledge", "sharing")]
    assert [link for link in links if link not in said] == []


@pytest.mark.parametrize("page", ["silence", "knowledge", "sharing"])
def test_no_more_queries_for_more_entries_and_agencies(
    board: make.World, released: Review, signed_in: Any, page: str
) -> None:
    client, asked, counts = (
        signed_in(board.panel),
        {"on": "27/3/2019", "by": board.police.pk, "to": board.school.pk},
        [],
    )
    for number in (2, 12):
        for step in range(number):
            told(board, released, "police", "Rang the school. She did not attend.", MARCH - timedelta(days=step))
            other = Agency.objects.create(board=board.board, name=f"Clinic {number}.{step}", kind=Agency.Kind.HOSPITAL)
            request = make.request(board, released, other, status="returned")
            Entry.objects.create(request=request, review=released, agency=other, sequence=1, event="Letter to police", recorded_by=board.police_author, date_from=MARCH, date_to=MARCH)  # fmt: skip
        opened(client, released, page, **asked)  # What one process looks up once is no matter of rows.
        with CaptureQueriesContext(connection) as queries:
            opened(client, released, page, **asked)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25
