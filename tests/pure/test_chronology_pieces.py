"""Where one event ends and another begins: times without a mark, rules of hyphens, dates and rows cut by a narrow page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from agencies.chronology import parse
from agencies.chronology.events import leading_date, pieces
from agencies.chronology.grid import Sheet, Value
from agencies.chronology.readers.columns_of_words import Line, Word, sheets
from agencies.chronology.reading import Choices, interpret
from tests.corpus.chronology import told
from tests.corpus.chronology.here import in_this_process
from tests.corpus.score import Score, compare

YOUTH = told.LOTS / "twelfth" / "d16-youth-justice.pdf.lot"


def test_lines_that_begin_with_a_time_without_a_mark_are_several_events() -> None:
    found = pieces("0915 Arrives by ambulance.\n0940 Seizure of four minutes.\n1130-1145 CT head.")
    assert [(piece.time_text, piece.text) for piece in found] == [
        ("0915", "Arrives by ambulance."),
        ("0940", "Seizure of four minutes."),
        ("1130-1145", "CT head."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2015 Moved to the town.\n2016 First child born.",
        "1200 ml of feed taken.\n1000 ml of water.",
        "1430 Seen on the ward.\n0915 Seen in clinic.",
        "0915 Arrives by ambulance.\nMother with him.",
    ],
    ids=["years", "measures", "backwards", "one line only"],
)
def test_other_numbers_at_the_beginning_of_lines_part_nothing(text: str) -> None:
    assert [piece.text for piece in pieces(text)] == [text]


def test_sentences_of_one_line_that_begin_with_a_time_are_several_events() -> None:
    found = pieces("9am Visit, no reply. 2pm Mother texts from the dentist.")
    assert [(piece.time_text, piece.text) for piece in found] == [
        ("9am", "Visit, no reply."),
        ("2pm", "Mother texts from the dentist."),
    ]


@pytest.mark.parametrize("text", ["9am Visit. She was out at 2pm Monday too.", "Visit, no reply. 2pm Mother texts."])
def test_a_time_within_a_sentence_or_only_in_a_later_one_parts_nothing(text: str) -> None:
    assert [piece.text for piece in pieces(text)] == [text]


def test_a_period_whose_first_day_leans_on_the_year_of_its_last_is_one_date() -> None:
    found = leading_date("Between 23 March and 30 June 2020 – telephone contact only.")
    assert found == ("Between 23 March and 30 June 2020", "telephone contact only.")


def test_a_time_alone_below_a_day_is_of_that_day_and_asked_about_only_where_it_goes_back() -> None:
    days = ["14/05/2018 @ 1415hrs", "1530hrs", "9.30am"]
    rows: list[list[Value]] = [["When", "Shift note"]]
    rows += [[day, f"Seen by nurse number {place}."] for place, day in enumerate(days)]
    found = interpret([Sheet("Ward", rows)], Choices(today=date(2025, 1, 1))).rows
    assert [(row.date_from, row.time, row.status) for row in found] == [
        (date(2018, 5, 14), "14:15", "ok"),
        (date(2018, 5, 14), "15:30", "ok"),
        (date(2018, 5, 14), "09:30", "needs-attention"),
    ]


def test_either_of_two_days_is_asked_about_and_neither_is_lost() -> None:
    rows: list[list[Value]] = [
        ["Date", "Event"],
        ["12 or 13 August 2021", "He waits outside."],
        ["01/09/2021", "Police told of it."],
    ]
    first = interpret([Sheet("Log", rows)], Choices(today=date(2025, 1, 1))).rows[0]
    assert (first.date_from, first.date_to, first.status) == (date(2021, 8, 12), date(2021, 8, 13), "needs-attention")


@pytest.mark.parametrize("rule", ["-" * 40, "=====", "_ _ _ _ _", "* * *", "————"])
def test_a_closing_rule_is_no_part_of_the_last_event(rule: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text(
        f"Premises history\n{rule}\n02/03/2017 14:05 Alarm call from neighbour.\n09/03/2017 Visit offered by letter.\n{rule}\nEnd of history\n"
    )
    with in_this_process():
        parsed = parse(path)
    assert [row.event for row in parsed.rows] == ["Alarm call from neighbour.", "Visit offered by letter."]
    assert [line.reason for line in parsed.skipped if line.text == rule] == ["separator"] * 2


HEAD = ["Date", "Notes", "Then", "Paper"]
LONG = [
    ["04/03/2019", "Mother rings: no food in the house.", "Parcel sent.", "Log"],
    ["05/03/2019", "Visit, nobody answered.", "Card left.", "Log"],
    ["08/03/2019", "Father shouted at the worker.", "Police told.", "Log"],
]
SHORT = [["11/03/2020", "Closed.", "He came back and shouted at her mother.", "Log"]]


def test_tables_under_the_same_headings_are_read_alike() -> None:
    sheets_of = [Sheet("2019", [HEAD, *LONG]), Sheet("2020", [HEAD, *SHORT])]  # type: ignore[list-item]
    parsed = interpret(sheets_of, Choices(today=date(2025, 1, 1)))
    assert parsed.tables[0].columns == parsed.tables[1].columns
    assert (parsed.rows[0].action, parsed.rows[3].event) == ("Parcel sent.", "Closed.")


@pytest.mark.parametrize(
    ("record", "passed_over"),
    [
        (["Visits in period", "14", "", ""], True),
        (["Contacts", "", "17", ""], True),
        (["", "Missed", "14", ""], False),
        (["Undated", "999", "", ""], False),
        (["12/03/2019", "14", "", ""], False),
    ],
)
def test_a_line_that_only_counts_is_no_entry(record: list[str], passed_over: bool) -> None:
    parsed = interpret([Sheet("2019", [HEAD, *LONG, record])], Choices(today=date(2025, 1, 1)))  # type: ignore[list-item]
    assert [line.row for line in parsed.skipped if line.reason == "total"] == [5] * passed_over
    assert len(parsed.rows) == 4 - passed_over


def line(top: float, *words: tuple[float, str]) -> Line:
    """A line of words, each given with where it begins."""
    return Line([Word(text, left, left + 5 * len(text)) for left, text in words], top, 10)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tuesday 3", "June 2019"),
        ("w/c 16", "April 2018"),
        ("On or about", "20.08.2018"),
        ("17.05.2019 to", "19.05.2019"),
        ("12-14", "June 2018"),
        ("Early", "June 2019"),
        ("3rd of", "June 2019"),
    ],
)
def test_a_date_that_is_cut_by_a_narrow_column_is_one(first: str, second: str) -> None:
    head = line(10, (10, "Date"), (120, "Event"), (300, "Outcome"))
    other = line(30, (10, "01/03/2018"), (120, "Visit, no reply."), (300, "Letter sent."))
    cut = (line(50, (10, first), (120, "Warrant issued."), (300, "Sent to police.")), line(62, (10, second)))
    last = line(82, (10, "02/07/2019"), (120, "Arrested."), (300, "Bailed."))
    found, _ = sheets([[head, other, *cut, last]])
    assert [row[0] for row in found[0].rows] == ["Date", "01/03/2018", f"{first}\n{second}", "02/07/2019"]


@pytest.mark.parametrize(
    "way",
    [
        "font=12 widths=14,13,17,27,16,13",
        "font=13 widths=14,11,17,31,17,10",
        "font=13 widths=20,8,20,25,17,10",
        "font=9 widths=14,10,17,29,17,13",
    ],
)
def test_a_shaded_page_is_read_whole_wherever_its_rows_and_words_fall(way: str, tmp_path: Path) -> None:
    """A banner between white rows, a heading right above a shaded row, a word that sticks out over the edge."""
    path = tmp_path / YOUTH.name
    path.write_text(re.sub(r"font=\S+ widths=\S+", way, YOUTH.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    with in_this_process():
        file, gold = told._case(path).build(tmp_path)
        parsed = parse(file)
    many = len(gold)
    assert compare(parsed.rows, gold) == Score(many, many, many, many, many, events=many)
    assert [line.text for line in parsed.skipped if line.reason == "banner"] == ["2021", "2022"]


def table(*records: Sequence[Value]) -> list[tuple[str, str, str | None, str]]:
    """The rows of one sheet: first day, status, time, event."""
    rows = interpret(
        [Sheet(name="Log", rows=[list(record) for record in records])], Choices(today=date(2026, 11, 30))
    ).rows
    return [(row.date_from.isoformat() if row.date_from else "", row.status, row.time, row.event) for row in rows]


def test_days_in_a_column_of_their_own_may_be_spans_or_in_doubt() -> None:
    parts = [
        ["12", "1", "2018"],
        ["14–16", "2", "2018"],
        ["", "March", "2018"],
        ["5", "Apr", "18"],
        ["31", "6", "2018"],
    ]
    parts += [["3rd", "6", "2018"], ["?", "7", "2018"], ["8", "8", "2018"], ["9", "9", "2018"], ["10", "10", "2018"]]
    heads: list[Value] = ["Day", "Month", "Year", "What was said"]
    found = table(heads, *([*part, f"Visit number {at} of many."] for at, part in enumerate(parts)))
    days = [day for day, *_ in found]
    assert days == ["2018-01-12", "2018-02-14", "2018-03-01", "2018-04-05", "", "2018-06-03", "2018-07-01", "2018-08-08", "2018-09-09", "2018-10-10"]  # fmt: skip
    assert found[4][1] == "reject"


def test_the_time_beside_the_day_goes_before_when_the_crew_was_there() -> None:
    heads: list[Value] = ["Mobilised", "In attendance", "Incident log"]
    found = table(
        heads, ["04.11.17 17:32", "17:40", "Bonfire in the yard."], ["11.04.18 0305", "03:14", "Alarm sounding."]
    )
    assert [(status, clock) for _, status, clock, _ in found] == [("ok", "17:32"), ("ok", "03:05")]


def test_a_plain_time_that_contradicts_the_day_is_still_asked_about() -> None:
    found = table(["Date", "Time", "Event"], ["04/11/2017 17:32", "17:40", "Bonfire in the yard."])
    assert found[0][1] == "needs-attention"


def test_a_row_that_says_it_goes_on_belongs_to_the_entry_above() -> None:
    found = table(
        ["Date", "Event"], ["15/03/2018", "Child pale."], ["cont.", "Mother said he eats."], ["16/03/2018", "Call."]
    )
    assert [event for *_, event in found] == ["Child pale. Mother said he eats.", "Call."]


def test_a_day_without_a_year_takes_that_of_the_banner_above_and_is_asked_about() -> None:
    heads: list[Value] = ["When", "What happened", "What we did"]
    found = table(heads, ["rest of 2018"] * 3, ["3rd Sept", "Inspection.", "Letter"])
    assert [(day, status) for day, status, *_ in found] == [("2018-09-03", "needs-attention")]


def test_printed_text_on_two_pages_is_one_table_and_a_time_below_a_time_another_entry(tmp_path: Path) -> None:
    head = [
        "Web print      Saltgate Surgery",
        "Patient: E F   Printed 03-Aug-2021 11:52",
        "Date            Time     Consultation                     By",
        "------------------------------------------------------------",
    ]
    first = [
        "12-Mar-2018     10.20    Reviewed with daughter; her      Dr Pell",
        "                         memory is worse.",
        "02-Jul-2018     2.30pm   Fall at home.                    Dr Iyott",
        "                16.05    Daughter rung, no answer.        Dr Iyott",
    ]
    path = tmp_path / "print.txt"
    last = ["07-Jan-2019     9 a.m.   Home visit.                      Dr Pell", "Entries printed: 4"]
    path.write_text("\n".join([*head, *first, "", "      Page 1 of 2", *head, *last]), encoding="utf-8")
    with in_this_process():
        rows = parse(path, today=date(2026, 11, 30)).rows
    assert [(row.time, row.event.replace("\n", " ")) for row in rows] == [
        ("10:20", "Reviewed with daughter; her memory is worse."),
        ("14:30", "Fall at home."),
        ("16:05", "Daughter rung, no answer."),
        ("09:00", "Home visit."),
    ]
