"""What belongs together and what does not: rows that go on, entries cut by a page, what was done told in the same cell, lines
between paragraphs; and days, months and times written with slips or half said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from agencies.chronology import continued, events, spelling
from agencies.chronology.dates import propose_order, read_date
from agencies.chronology.dating import over_night
from agencies.chronology.grid import Sheet, Value
from agencies.chronology.layout import Record
from agencies.chronology.reading import Choices, interpret
from agencies.chronology.shapes import Parsed
from agencies.chronology.times import read_time

CHOICES = Choices(today=date(2026, 11, 30))


def table(*records: Sequence[Value]) -> Parsed:
    return interpret([Sheet(name="Log", rows=[list(record) for record in records])], CHOICES)


def paragraphs(*lines: str) -> Parsed:
    return interpret([Sheet(name=None, rows=[[line] if line else [] for line in lines], prose=True)], CHOICES)


def told(parsed: Parsed) -> list[tuple[str, str]]:
    return [(row.date_from.isoformat() if row.date_from else "", row.event) for row in parsed.rows]


SENTENCES = [
    ["01/02/2020", "Phone", "Rang, no reply."],
    ["02/02/2020", "Visit", "Seen at home."],
    ["03/02/2020", "Visit", "Seen at the clinic."],
    ["04/02/2020", "Letter", "Letter sent to Mr H."],
]
HEADS = ["Date", "Source", "Details"]


def test_a_row_that_goes_on_in_the_middle_of_a_sentence_is_the_end_of_the_one_above() -> None:
    parsed = table(
        HEADS, *SENTENCES, ["05/02/2020", "Phone", "She said that he came with two"], ["", "", "friends for money."]
    )
    assert told(parsed)[-1] == ("2020-02-05", "She said that he came with two friends for money.")
    assert [(line.row, line.reason) for line in parsed.skipped][-1] == (7, "goes on from row 6")
    assert {row.status for row in parsed.rows} == {"ok"}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("She said that he came.", "friends for money."),  # the one above is whole
        ("She spoke to", "Mrs Smith, who was upset."),  # a name, or another event
    ],
)
def test_a_row_of_words_that_may_be_an_event_of_its_own_is_asked_about(above: str, below: str) -> None:
    parsed = table(HEADS, *SENTENCES, ["05/02/2020", "Phone", above], ["", "", below])
    assert told(parsed)[-2:] == [("2020-02-05", above), ("2020-02-05", below)]
    assert parsed.rows[-1].status == "needs-attention"


def test_where_no_entry_is_written_as_a_sentence_a_blank_day_is_another_event() -> None:
    parsed = table(
        ["Date", "Details"],
        ["01/02/2020", "rang mum no reply"],
        ["", "text sent"],
        ["02/02/2020", "visit"],
        ["03/02/2020", "no reply"],
    )
    assert len(parsed.rows) == 4
    assert parsed.rows[1].status == "needs-attention"


def test_a_total_below_the_entries_says_nothing_of_how_they_are_written() -> None:
    body = [*SENTENCES, ["05/02/2020", "Phone", "He rang to say that he"], ["", "", "would ring back."]]
    parsed = table(HEADS, *body, ["Total", "5", ""])
    assert told(parsed)[-1][1] == "He rang to say that he would ring back."


def record(*cells: str) -> Record:
    return Record(1, list(cells), list(cells))


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        (("", "0335hrs Brought in.", "To PICU."), ("29 May 2018", "0350hrs Intubated.", ""), True),
        (("29", "0335hrs Brought in.", "To PICU."), ("May 2018", "0350hrs Intubated.", ""), True),
        (("29 May", "0335hrs Brought in.", "To PICU."), ("2018", "0350hrs Intubated.", ""), True),
        (("", "0335hrs Brought in.", "To PICU."), ("29 May 2018", "0350hrs Intubated.", "Bed."), False),
        (("28 May 2018", "0335hrs Brought in.", "To PICU."), ("29 May 2018", "0350hrs Intubated.", ""), False),
        (("", "0335hrs Brought in.", ""), ("29 May 2018", "0350hrs Intubated.", ""), False),
    ],
)
def test_an_entry_that_a_page_cuts_above_its_day_is_one_where_each_part_lacks_what_the_other_has(
    above: tuple[str, ...], below: tuple[str, ...], one: bool
) -> None:
    place = {"date": 0, "event": 1, "action": 2}
    assert continued.is_beginning_of_page(record(*above), record(*below), place) is one


@pytest.mark.parametrize(
    ("cell", "event", "action"),
    [
        ("Rang the office.\nAction: diary sheets sent.", "Rang the office.", "diary sheets sent."),
        ("Police say no crime. Action: NFA.", "Police say no crime.", "NFA."),
        ("Seen.\nOUTCOME - closed", "Seen.", "closed"),
        ("Rang.\nActions taken: letter sent.", "Rang.", "letter sent."),
        ("ACTION: none", "ACTION: none", ""),
        ("No action: she declined.", "No action: she declined.", ""),
        ("Visited.\nAction: rang mum.\nDaughter there.", "Visited.\nAction: rang mum.\nDaughter there.", ""),
        ("Met.\nActions:\n1. SW to refer.", "Met.\nActions:\n1. SW to refer.", ""),
        ("Rang. Action: one. Action: two.", "Rang. Action: one. Action: two.", ""),
    ],
)
def test_what_was_done_is_told_apart_where_one_label_in_the_cell_says_so(cell: str, event: str, action: str) -> None:
    assert events.with_action(cell, "Details") == (event, action)
    assert events.with_action(cell, "Event and response") == (cell, "")


def test_a_label_within_the_words_counts_only_where_no_column_says_what_was_done() -> None:
    apart = table(HEADS, *SENTENCES, ["05/02/2020", "Phone", "Rang.\nAction: letter."])
    beside = table([*HEADS, "Action taken"], ["05/02/2020", "Phone", "Rang.\nAction: letter.", "Case opened."])
    assert (apart.rows[-1].event, apart.rows[-1].action) == ("Rang.", "letter.")
    assert (beside.rows[-1].event, beside.rows[-1].action) == ("Rang.\nAction: letter.", "Case opened.")


def test_of_days_in_both_orders_those_that_could_be_either_are_asked_about() -> None:
    days = ["05-02-21", "23-04-21", "05-17-21", "12-12-21", "28-10-21", "09-30-21"]
    parsed = table(["Date", "Note"], *([day, "Seen at home."] for day in days))
    asked = [row.date_text for row in parsed.rows if row.status == "needs-attention"]
    assert asked == ["05-02-21", "05-17-21", "09-30-21"]


@pytest.mark.parametrize(
    ("others", "asked"), [(["23/04/2021", "28/10/2021"], True), ([f"{day}/04/2021" for day in range(13, 20)], False)]
)
def test_one_day_the_other_way_round_casts_doubt_where_few_are_plain(others: list[str], asked: bool) -> None:
    parsed = table(["Date", "Note"], *([day, "Seen at home."] for day in ["05/02/2021", "05/17/2021", *others]))
    assert (parsed.rows[0].status == "needs-attention") is asked
    assert propose_order(["05/17/2021", *others])[0] == "DMY"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3rd Febuary 2016", "2016-02-03"),
        ("6th Setpember 2016", "2016-09-06"),
        ("Sun 4 Septmber 2016", "2016-09-04"),
        ("12 Novemeber 2019 at 4pm", "2019-11-12"),
        ("1 Agust 2017", "2017-08-01"),
        ("3 Apirl 2017", "2017-04-03"),
    ],
)
def test_a_month_with_a_slip_is_that_month(text: str, day: str) -> None:
    found = read_date(text)
    assert (str(found.date_from), found.text, found.problems) == (day, text, ())


def test_a_month_with_a_slip_on_a_wrong_weekday_is_asked_about_and_another_word_is_no_month() -> None:
    assert [problem.kind for problem in read_date("Mon 4 Septmber 2016").problems] == ["weekday"]
    assert read_date("12 Marsh 2019").precision != "day"
    assert not set(spelling.SLIPS) & {"march", "augustus", "sceptre", "november", "decembers"}


def test_months_and_weeks_below_a_year_are_entries_and_their_year_is_asked_about() -> None:
    parsed = paragraphs(
        "Summary of notes", "", "2016", "3rd Febuary - seen.", "early March - came in shaking.", "w/c 6/6 - three calls.",
        "August to October - no contact.", "Easter - away.", "2017", "10-12 June: absent.", "Loose slip, no year on it:", "9th June - asked for a visit.",
    )  # fmt: skip
    assert told(parsed) == [
        ("2016-02-03", "seen."), ("2016-03-01", "came in shaking."), ("2016-06-06", "three calls."), ("2016-08-01", "no contact."),
        ("2016-03-18", "away."), ("2017-06-10", "absent."), ("", "asked for a visit."),
    ]  # fmt: skip
    assert {row.status for row in parsed.rows} == {"needs-attention"}


def test_a_month_without_a_year_is_no_part_of_the_entry_above_it() -> None:
    parsed = paragraphs("3 Feb 2016 - seen.", "December - two falls.", "4 Feb 2017 - seen.", "5 Feb 2017 - seen.")
    assert told(parsed)[:2] == [("2016-02-03", "seen."), ("", "two falls.")]
    assert parsed.rows[1].status == "needs-attention"


def test_headings_between_paragraphs_belong_to_no_entry() -> None:
    parsed = paragraphs(
        "Our account of Mrs T", "First contact", "On 4 May 2020 she rang. She was upset.", "Jane Smith",
        "On Tuesday 5 May 2020 she rang again.", "Second part", "The next day (6 May 2020) she came.", "Three weeks later, on 27 May 2020, she left.",
    )  # fmt: skip
    assert told(parsed) == [
        ("2020-05-04", "she rang. She was upset.\nJane Smith"),
        ("2020-05-05", "she rang again."),
        ("2020-05-06", "The next day (6 May 2020) she came."),
        ("2020-05-27", "Three weeks later, on 27 May 2020, she left."),
    ]
    assert [line.text for line in parsed.skipped if line.reason == "banner"] == ["First contact", "Second part"]


def test_where_no_heading_stands_above_the_first_entry_short_lines_are_kept_with_the_words() -> None:
    parsed = paragraphs(
        "Account of our work, in order:", "We began.", "4 May 2020 - Rang.", "Susan", "5 May 2020 - Seen.", "Susan"
    )
    assert told(parsed) == [("2020-05-04", "Rang.\nSusan"), ("2020-05-05", "Seen.\nSusan")]


def test_times_within_a_paragraph_that_has_its_day_and_first_time_are_events() -> None:
    parsed = paragraphs("11 May 2020 - Seen.", "12 May 2020 - 9am Text from her. 4.30pm Her phone was off.")
    assert [(str(row.date_from), row.time, row.event) for row in parsed.rows[1:]] == [
        ("2020-05-12", "09:00", "Text from her."),
        ("2020-05-12", "16:30", "Her phone was off."),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between 5pm and 6", "17:00", "18:00"),
        ("5pm to 6.30", "17:00", "18:30"),
        ("11am to 2", "11:00", "14:00"),
        ("9am - 5", "09:00", "17:00"),
        ("12pm to 1", "12:00", "13:00"),
        ("12 noon to 1", "12:00", "13:00"),
        ("10am to midday", "10:00", "12:00"),
        ("10pm - 02:30", "22:00", "02:30"),
    ],
)
def test_the_end_of_a_span_whose_half_of_the_day_is_said_at_its_start(text: str, first: str, last: str) -> None:
    found = read_time(text, text)
    assert (found.time, found.end_time, found.doubtful) == (first, last, False)


def test_a_span_over_midnight_with_an_end_that_could_be_in_either_half_is_asked_about() -> None:
    assert not read_time("10pm to 2", "10pm to 2").understood
    for text, last in (("11pm to 12.30", "00:30"), ("10pm-2.30", "02:30")):
        found = read_time(text, text)
        assert (found.end_time, found.doubtful) == (last, True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("5pm to 6.30", "17:00", "18:30"), ("11am to 2.15", "11:00", "14:15"), ("11pm to 12.30", "23:00", "00:30")],
)
def test_a_span_beside_its_day_ends_in_the_half_of_the_day_that_is_next(text: str, first: str, last: str) -> None:
    found = read_date(f"04/07/2016 {text}")
    assert (found.time, found.end_time, found.problems) == (first, last, ())


@pytest.mark.parametrize("text", ["overnight 3rd/4th", "night of 3rd into 4th", "Night shift 3-4", "overnight 3 to 4"])
def test_a_night_among_the_times_is_of_two_days_where_the_first_is_the_record_s(text: str) -> None:
    found = over_night(read_date("Sunday 3 March 2024"), text)
    assert found is not None
    assert (str(found.date_from), str(found.date_to), found.precision) == ("2024-03-03", "2024-03-04", "range")
    assert over_night(read_date("05/03/2024"), text) is None


def test_a_night_of_other_days_than_the_record_s_is_asked_about() -> None:
    heads = ["Date", "Time", "Note"]
    parsed = table(heads, ["03/03/2024", "overnight 5th/6th", "Rang."], ["03/03/2024", "overnight 3rd/4th", "Rang."])
    assert [row.status for row in parsed.rows] == ["needs-attention", "ok"]


def test_what_the_ward_did_is_what_was_done_and_who_did_it_is_not() -> None:
    ward = table(["Date", "What is in the notes", "Done by ward"], ["01/02/2020", "Not fed since six.", "Chart begun."])
    staff = table(["Date", "What is in the notes", "Done by"], ["01/02/2020", "Not fed since six.", "JB"])
    assert (ward.rows[0].action, staff.rows[0].action) == ("Chart begun.", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the weekend of 7 March 2020", "2020-03-07", "2020-03-08"),
        ("weekend of Sunday 8 March 2020", "2020-03-07", "2020-03-08"),
        ("7/3/2020 weekend", "2020-03-07", "2020-03-08"),
        ("weekend 7/8 March 2020", "2020-03-07", "2020-03-08"),
    ],
)
def test_a_weekend_is_both_of_its_days(text: str, first: str, last: str) -> None:
    found = read_date(text)
    assert (str(found.date_from), str(found.date_to), found.precision, found.problems) == (first, last, "range", ())


def test_a_weekend_that_is_named_by_another_day_is_asked_about() -> None:
    assert [problem.kind for problem in read_date("weekend of 10 March 2020").problems] == ["weekday"]


def test_days_below_a_month_are_entries_of_their_own() -> None:
    parsed = paragraphs(
        "March 2019", "3rd - seen.", "Tues 5th: no reply.", "April 2019", "w/c 8th - absent.", "12th - back."
    )
    days = [(str(row.date_from), str(row.date_to), row.event) for row in parsed.rows]
    assert days == [
        ("2019-03-03", "2019-03-03", "seen."),
        ("2019-03-05", "2019-03-05", "no reply."),
        ("2019-04-08", "2019-04-14", "absent."),
        ("2019-04-12", "2019-04-12", "back."),
    ]
    assert {row.status for row in parsed.rows} == {"needs-attention"}


def test_months_that_tell_of_themselves_are_entries() -> None:
    parsed = paragraphs("March 2019", "Seen twice by the nurse.", "April 2019", "Not seen at all.")
    assert told(parsed) == [("2019-03-01", "Seen twice by the nurse."), ("2019-04-01", "Not seen at all.")]


def test_a_weekday_before_a_day_and_month_in_numbers_takes_the_year_above() -> None:
    parsed = paragraphs("2019", "3/4 - seen.", "Mon 8/4 - absent.", "9/4: back.")
    assert told(parsed) == [("2019-04-03", "seen."), ("2019-04-08", "absent."), ("2019-04-09", "back.")]


def test_an_end_in_a_column_of_both_orders_is_asked_about_too() -> None:
    spans = [
        ("23/04/2021", "24/04/2021"),
        ("05/17/2021", "05/18/2021"),
        ("09/30/2021", "10/01/2021"),
        ("28/10/2021", "02/11/2021"),
    ]
    parsed = table(["Start", "End", "Event"], *([*span, "Away from home."] for span in spans))
    assert [row.status for row in parsed.rows] == ["ok", "needs-attention", "needs-attention", "needs-attention"]
