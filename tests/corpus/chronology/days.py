"""Files in which a day, a month or a pair of columns is named once, for everything below it."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

import weasyprint

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def attendances() -> list[TableOf]:
    """Arrival and discharge tell the same two headings apart; months between; a total below."""
    columns = {
        "Date": "date",
        "Time": "time",
        "Date ": "end_date",
        "Time ": "end_time",
        "Presenting complaint and treatment": "event",
        "Record held": "source",
    }
    table = TableOf("Attendances", columns).line("Trust chronology", wide=True).line()
    table.line("Attendance", None, "Discharge", None, "Clinical information", None).head()
    table.line("JANUARY 2018")
    table.entry(
        datetime(2018, 1, 3), time(22, 5), datetime(2018, 1, 4), time(1, 30), "Fall from cot.", "Card",
        on="2018-01-03/2018-01-04", time="22:05", end_time="01:30",
    )  # fmt: skip
    table.entry(
        datetime(2018, 1, 9), "0930", None, None, "Clinic not attended", "Letter", on="2018-01-09", time="09:30"
    )
    table.entry(
        datetime(2018, 1, 10), "0930", datetime(2018, 1, 8), None, "Admitted to ward 3", "Notes",
        on="2018-01-10", time="09:30", status=ATTENTION,
    )  # fmt: skip
    table.line("FEBRUARY 2018")
    table.entry("?12/02/18", "pm", "", "", "Phone advice; =mother worried", "Notes", on="2018-02-12")
    table.entry(43150, "14:30", None, None, "Review in clinic", "Notes", on="2018-02-19", time="14:30")
    table.line("Total attendances", None, None, None, "5", None)
    return [table]


def merge_groups(book: Any) -> None:
    for cells in ("A3:B3", "C3:D3", "E3:F3"):
        book.worksheets[0].merge_cells(cells)


def month_sheets() -> list[TableOf]:
    """Each sheet is a month and the column of days holds numbers alone: what was put together must be asked about."""
    tables = []
    for name, days in (("Jan 2019", (3, 14, 21)), ("Feb 2019", (5, 28))):
        table = TableOf(name, {"Day": "date", "Contact": "event", "Outcome": "action"}).head()
        for day in days:
            month = {"Jan": "01", "Feb": "02"}[name[:3]]
            table.entry(day, f"Contact of the {day}", "Noted", on=f"2019-{month}-{day:02}", status=ATTENTION)
        tables.append(table)
    return tables


def supervision() -> list[TableOf]:
    """The word "time" deep in a heading; a time as a share of a day; answers that tell nothing; a line of dashes."""
    columns = {
        "Contact Date": "date",
        "Contact Start Time": "time",
        "Contact Type": "kind",
        "Notes": "event",
        "Outcome": "action",
        "Date Entered": "recorded_date",
    }
    table = TableOf("Contacts", columns).line("Extract").line("Ref: X1", None, "Extracted: 01/02/2023").head()
    table.line("---", "---", "---", "---", "---", "---")
    kept, late = datetime(2022, 1, 5, 9, 1), datetime(2022, 2, 28)
    table.entry(
        datetime(2022, 1, 3), time(10, 0), "Office", "Licence read.", "Kept", kept, on="2022-01-03", time="10:00"
    )
    table.entry("17/01/2022", 0.4583333, "Phone", "Call to partner", "", late, on="2022-01-17", time="11:00")
    table.entry(datetime(2022, 3, 1), None, "E-mail", "Sent on", "", late, on="2022-03-01", status=ATTENTION)
    table.entry(datetime(2022, 2, 1), None, "Office", "n/a", "", late, on="2022-02-01", status="reject")
    table.entry(datetime(2022, 2, 2), None, "Office", 4, "", late, on="2022-02-02", status=ATTENTION)
    return [table]


def year_banners() -> list[TableOf]:
    """The year stands between the rows, the day and the month in them."""
    table = TableOf("Log", {"Date": "date", "Event": "event", "Source": "source"}).head().line("2018")
    table.entry("Jan", "Moved in", "File", on="2018-01", status=ATTENTION)
    table.entry("12 Feb", "Visit", "File", on="2018-02-12", status=ATTENTION)
    table.entry("14/3", "Second visit", "File", on="2018-03-14", status=ATTENTION)
    table.line("2019").entry("3rd May", "Left", "File", on="2019-05-03", status=ATTENTION)
    return [table]


def daily_notes() -> list[TableOf]:
    """No column of dates: a day, then the times of that day."""
    table = TableOf("Daily notes", {"Time": "time", "Note": "event", "Staff": "author"}).line("Sea View").head()
    table.line("Monday 6th January 2020")
    table.entry(time(8, 0), "Breakfast refused", "AB", on="2020-01-06", time="08:00")
    table.entry("13:00", "Lunch taken", "AB", on="2020-01-06", time="13:00")
    table.line("Tuesday 7th January 2020")
    table.entry("0900", "Found on floor", "CD", on="2020-01-07", time="09:00")
    table.entry("", "GP called", "CD", on="2020-01-07")
    table.line("Tuesday 8th January 2020")
    table.entry("10:00", "GP visit", "CD", on="2020-01-08", time="10:00", status=ATTENTION)
    return [table]


def substance_misuse() -> list[TableOf]:
    """Paired headings without merged cells; a period of no contact over the whole row; several dated lines in a cell."""
    columns = {"Date": "date", "Time": "time", "Event / contact": "event", "Outcome": "action", "Seen by": "author"}
    table = TableOf("table1", columns).line("When", "", "What", "", "").head()
    table.entry("01.03.19", "10am", "First appointment. Tearful.", "Script", "K", on="2019-03-01", time="10:00")
    table.entry(
        "No contact from 09/03/2019 to 30/06/2019 (family away)", "", "", "", "", on="2019-03-09/2019-06-30",
        event="No contact from 09/03/2019 to 30/06/2019 (family away)", source="", action="", status=ATTENTION,
    )  # fmt: skip
    table.entries(
        "10/7/19", "", "10/07/2019 Call - no reply\n10/07/2019 Call to GP", "See notes", "K",
        several=[{"on": "2019-07-10", "event": "Call - no reply"}, {"on": "2019-07-10", "event": "Call to GP"}],
    )  # fmt: skip
    return [table]


def counselling() -> list[TableOf]:
    """Paragraphs: a time in brackets, and a period that begins with a word."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Chronology")
    table.entry("12.03.2019 – Visit to the home. No reply.", on="2019-03-12", event="Visit to the home. No reply.")
    table.entry("13.03.2019 (14:20) Call from school.", on="2019-03-13", time="14:20", event="Call from school.")
    table.entry("14.03.2019: Strategy meeting", on="2019-03-14", event="Strategy meeting")
    table.entry("Between 15 and 18 March 2019 – no contact.", on="2019-03-15/2019-03-18", event="no contact.")
    return [table]


def custody() -> list[TableOf]:
    """Columns without upright lines over several pages, the same words at the head of each, entries cut by a page's end."""
    columns = {"Date": "date", "Time": "time", "Event": "event", "Source": "source"}
    table = TableOf("table1", columns).head()
    for number in range(40):
        day, month = number % 27 + 1, number // 27 + 1
        words = " ".join(
            f"Sentence {part} of entry {number + 1} goes on at some length." for part in range(number % 5 + 2)
        )
        table.entry(
            f"{day:02}/{month:02}/2020", f"{8 + number % 10:02}30hrs", words, f"Log {number + 1}",
            on=f"2020-{month:02}-{day:02}", time=f"{8 + number % 10:02}:30",
        )  # fmt: skip
    return [table]


def with_running_heads(path: Path, tables: list[TableOf]) -> None:
    """A PDF whose pages all begin with the same line and end with their number."""
    style = "@page { size: A4; margin: 14mm; @top-left { content: 'OFFICIAL SENSITIVE' } @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages) } } table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #999; padding: 3px 9px; text-align: left; vertical-align: top }"
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in record) + "</tr>" for record in tables[0].records)
    weasyprint.HTML(string=f"<style>{style}</style><table>{rows}</table>").write_pdf(path)


DAYS = [
    Case("attendances.xlsx", attendances, writers.xlsx(merge_groups)),
    Case("month-sheets.xlsx", month_sheets, writers.xlsx()),
    Case("supervision.xlsx", supervision, writers.xlsx()),
    Case("year-banners.ods", year_banners, writers.ods()),
    Case("daily-notes.xls", daily_notes, writers.xls()),
    Case("substance-misuse.docx", substance_misuse, writers.word()),
    Case("counselling.txt", counselling, writers.text(delimiter="\t")),
    Case("custody.pdf", custody, with_running_heads),
]
