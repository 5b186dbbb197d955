"""Workbooks of the corpus: .xlsx and .xlsm."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

POLICE = {
    "Date": "date",
    "Time": "time",
    "Source of information": "source",
    "Event": "event",
    "Action taken": "action",
    "Author comment": "comment",
}


def police() -> list[TableOf]:
    """Title rows, month banners over the whole width, true dates beside written ones, a hidden row, totals."""
    table = TableOf("Harbour Police", POLICE)
    table.line("Chronology of involvement", wide=True)
    table.line("Operation name withheld", None, None, "OFFICIAL-SENSITIVE").line()
    table.head().line("MARCH 2019", wide=True)
    table.entry(
        date(2019, 3, 4), time(14, 15), "Incident log 101", "Neighbour reports shouting and a child crying.",
        "Unit attended.", None, on="2019-03-04", time="14:15",
    )  # fmt: skip
    table.entry(
        "05/03/2019 @ 0930hrs", None, "Incident log 102",
        "Officers speak with Mr Ash at the door; he says all is well.", "", "No child seen.", on="2019-03-05",
        time="09:30",
    )  # fmt: skip
    table.entry(
        datetime(2019, 3, 6, 22, 40), None, "Custody record", "Mr Ash arrested for a breach of the peace.",
        "Released in the morning.", None, on="2019-03-06", time="22:40",
    )  # fmt: skip
    table.entry(
        "22.03.19", "1415hrs", "Referral form", "Vulnerable child report sent to the front door.",
        "None recorded", None, on="2019-03-22", time="14:15",
    )  # fmt: skip
    table.line("APRIL 2019", wide=True).head()
    table.entry(
        "c. 10/04/2019", "2.30pm", "Officer's notebook", "Child A waves from the window.", "", None,
        on="2019-04-10", time="14:30",
    )  # fmt: skip
    table.entry(
        "12/04/19 - 15/04/19", None, "PNC", "Search warrant open.", "Executed.", None, on="2019-04-12/2019-04-15"
    )
    table.entry(
        date(2019, 4, 20), time(0, 5), "Incident log 140", "=cmd is what the caller typed into the form", "-",
        None, on="2019-04-20", time="00:05",
    )  # fmt: skip
    table.entry(
        "May 2019", None, "Intelligence", "Several sightings of the family at the quay.", "", None, on="2019-05"
    )
    table.line("Total", None, None, "8 entries").line("Page 1 of 1")
    return [table]


def hide_in_police(book: Any) -> None:
    sheet = book.worksheets[0]
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["F"].hidden = True


def mental_health() -> list[TableOf]:
    """Two rows of headings, starts and ends, the 1904 date system, bare serial numbers in a column of dates."""
    columns = {
        "Start": "date",
        "": "time",
        "End": "end_date",
        " ": "end_time",
        "Source": "source",
        "Significant event": "event",
        "Response": "action",
    }
    table = TableOf("Contacts", columns)
    table.line("Start", None, "End", None, "Source", "Significant event", "Response").line(
        "Date", "Time", "Date", "Time"
    )
    table.entry(
        date(2018, 6, 1), time(9, 0), date(2018, 6, 3), time(17, 0), "Ward notes",
        "Informal admission to the ward.", "Discharged home.", on="2018-06-01/2018-06-03", time="09:00",
        end_time="17:00",
    )  # fmt: skip
    table.entry(
        date(2018, 6, 10), time(11, 20), None, None, "Clinic letter", "Did not attend the follow-up.",
        "Second letter sent.", on="2018-06-10", time="11:20",
    )  # fmt: skip
    table.entry(41804, None, None, None, "Duty log", "Telephone call from a sister.", "", on="2018-06-15")
    table.entry(
        "Undated", None, None, None, "Loose note", "Plan for a joint visit.", "", on=None, status="needs-attention"
    )
    table.entry(
        date(2018, 7, 2), "evening", date(2018, 7, 2), None, "Crisis team", "Home visit by two staff.",
        "Safety plan agreed.", on="2018-07-02",
    )  # fmt: skip
    return [table]


def merge_heads(book: Any) -> None:
    for cells in ("A1:B1", "C1:D1"):
        book.worksheets[0].merge_cells(cells)


def care_home() -> list[TableOf]:
    """Dates across: each column is an entry."""
    table = TableOf("Summary", {"Date": "date"})
    table.line("Sea View: events in short")
    table.line("Date", date(2020, 1, 3), "14/01/2020", "February 2020", date(2020, 3, 9))
    table.line("Time", time(8, 15), "1900hrs", None, "noon")
    table.line(
        "Event",
        "Resident found on the floor.",
        "GP call-out for a cough.",
        "Two changes of key worker.",
        "Family asks for a review.",
    )
    table.line("Action taken", "Body map made.", "Antibiotics.", "", "Meeting set.")
    table.line("Source", "Accident book", "Daily log", "Staff file", "E-mail")
    days = ("2020-01-03", "2020-01-14", "2020-02", "2020-03-09")
    for place, on in enumerate(days, 1):
        texts = {name: table.records[row][place] or "" for row, name in ((3, "event"), (4, "action"), (5, "source"))}
        table._gold(1, on, {"row": place + 1, "time": ("08:15", "19:00", None, "12:00")[place - 1], **texts})
    return [table]


def social_care() -> list[TableOf]:
    """A merged date over several rows, several sheets by year, errors of formulas, notes below, a document control sheet."""
    columns = {
        "No.": "ref",
        "Date": "date",
        "Type of contact": "kind",
        "Contact/event summary": "event",
        "Action or response": "action",
        "Source of information": "source",
        "Good practice": "good_practice",
    }
    first = TableOf("2018", columns).line("Children's Social Care: chronology", wide=True).head()
    first.entry(
        1, date(2018, 1, 9), "Visit", "Home visit; both children seen.", "Plan reviewed.", "Case note", "Yes",
        on="2018-01-09",
    )  # fmt: skip
    first.entry(2, None, "Call", "School rings about lateness.", "Noted.", "Case note", "", on="2018-01-09")
    first.entry(3, None, "Email", "Reply to school.", "", "Mailbox", "", on="2018-01-09")
    first.entry(4, "Early 2018", "Strategy", "Talks with health colleagues.", "", "Minutes", "", on="2018")
    first.entry(5, "Wed 14/03/2018", "Visit", "#REF!", "", "Case note", "", on="2018-03-14", status="needs-attention")
    first.line("Notes: entries before 2018 are held on paper.")
    second = TableOf("2019", columns).head()
    second.entry(6, date(2019, 1, 2), "Visit", "No reply at the door.", "Card left.", "Case note", "", on="2019-01-02")
    second.entry(7, "03/01/2109", "Call", "Message left.", "", "Case note", "", on=None, status="needs-attention")
    second.entry(
        8, "Monday 03/01/2019", "Call", "Call returned.", "", "Case note", "", on="2019-01-03", status="needs-attention"
    )
    second.entry(9, date(2019, 1, 4), "Visit", None, "", "Case note", "", on="2019-01-04", status="reject")
    control = TableOf(
        "Document control", {"Version": "version", "Date": "date", "Author": "author", "Changes": "version"}
    ).head()
    control.line("0.1", date(2020, 1, 1), "Business support", "First draft of the chronology.").line(
        "0.2", date(2020, 2, 1), "Team manager", "Checked against the file."
    )
    return [first, second, control]


def merge_dates(book: Any) -> None:
    book.worksheets[0].merge_cells("B3:B5")
    cell = book.worksheets[0]["D7"]
    cell.value, cell.data_type = "#REF!", "e"


WORKBOOKS = [
    Case("police.xlsx", police, writers.xlsx(hide_in_police)),
    Case("mental-health.xlsx", mental_health, writers.xlsx(merge_heads, epoch=1904)),
    Case("care-home.xlsx", care_home, writers.xlsx()),
    Case("social-care.xlsm", social_care, writers.xlsx(merge_dates)),
]
