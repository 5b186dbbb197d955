"""Exports of agencies' own systems: two kinds of dates in one table, programs' habits, and what stands around the entries."""

from __future__ import annotations

import codecs

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def gp_system() -> list[TableOf]:
    """Lines of the program above the headings; the time in brackets; the date of entry beside that of the consultation."""
    columns = {
        "Date": "date",
        "Type": "kind",
        "Consultation Text": "event",
        "Clinician": "author",
        "Date Recorded": "recorded_date",
    }
    table = TableOf(None, columns)
    table.line("Consultations of one patient").line("Printed: 14/02/2020 09:12").line().head()
    seen = "Problem: low mood (review)\nHistory: seen 03/01/2019 by a nurse.\nComment: denies harm"
    table.entry("14-Feb-2019 (10:22)", "Surgery", seen, "Dr A", "14-Feb-2019", on="2019-02-14", time="10:22")
    table.entry("20-Feb-2019", "Telephone", "Call re: sick note", "Dr B", "21-Feb-2019", on="2019-02-20")
    letter = "Discharge letter dated 18/02/2019 received"
    table.entry("", "Letter", letter, "Admin", "25-Feb-2019", on="2019-02-20", status=ATTENTION)
    table.entry("Unknown date", "Letter", "Copy of a letter", "Admin", "01-Mar-2019", on=None, status=ATTENTION)
    table.entry("Apr 2019", "Repeat", "Repeat issued", "Admin", "30-Apr-2019", on="2019-04")
    table.entry("12/05/2019", "Note", "Entered before it happened?", "Admin", "02-May-2019", on="2019-05-12", status=ATTENTION)  # fmt: skip
    table.line("--- End of report ---")
    return [table]


def school_log() -> list[TableOf]:
    """The event first and its date fourth; lines with their own dates inside a quoted cell; "Date" alone says less."""
    columns = {
        "Incident": "event",
        "Category": "kind",
        "Added by": "author",
        "Incident date/time": "date",
        "Date": "recorded_date",
        "Actions": "action",
    }
    table = TableOf(None, columns).line("Pupil: Child C").line("Concern log").head()
    table.entry(
        'Late, hungry. "No breakfast"', "Neglect", "P", "12/09/2019 08:55", "13/09/2019", "Fed",
        on="2019-09-12", time="08:55",
    )  # fmt: skip
    table.entries(
        "Bruise on arm\n13/09/2019 - photo taken\n13/09/2019 - call to the front door", "Physical", "P",
        "13/09/2019 09:30", "16/09/2019", "Passed on",
        several=[
            {"on": "2019-09-13", "event": "Bruise on arm", "time": "09:30"},
            {"on": "2019-09-13", "event": "photo taken"},
            {"on": "2019-09-13", "event": "call to the front door"},
        ],
    )  # fmt: skip
    table.entry("Absent", "Attendance", "Office", "01/10/2019", "02/10/2019", "", on="2019-10-01")
    table.line("Total incidents: 3")
    return [table]


def out_of_hours() -> list[TableOf]:
    """Dates that run on from each other only when the month stands first, though none shows it alone."""
    table = TableOf(None, {"Date": "date", "Time": "time", "Event": "event"}).head()
    for month, day in ((1, 4), (2, 1), (3, 6), (4, 2), (5, 1), (6, 3)):
        table.entry(
            f"0{month}/0{day}/2020", "9:15 AM", f"Call {month}", on=f"2020-0{month}-0{day}", time="09:15", status=ATTENTION
        )  # fmt: skip
    return [table]


def paramedics() -> list[TableOf]:
    """Times in every form; four columns that begin with "Time"; the telling under "Chief complaint"."""
    columns = {
        "Date of call": "date",
        "Time call received": "time",
        "Time at scene": "kind",
        "Time cleared": "end_time",
        "Chief complaint": "event",
        "Outcome": "action",
    }
    table = TableOf(None, columns).head()
    for written, time, end in (
        ("0:05", "00:05", None), ("2359hrs", "23:59", None), ("930", "09:30", None), ("approx. 9 am", "09:00", None),
        ("12.30 am", "00:30", None), ("12:30 PM", "12:30", None), ("9-10am", "09:00", "10:00"), ("11.30-2pm", "11:30", "14:00"),
        ("noon", "12:00", None), ("?1400", "14:00", None), ("AM", None, None),
    ):  # fmt: skip
        table.entry(
            "03/02/2020", written, "", "", f"Fall at {written}", "Refused", on="2020-02-03", time=time, end_time=end
        )
    for written in ("25:00", "9.5", "9"):
        table.entry("03/02/2020", written, "", "", f"Fall at {written}", "", on="2020-02-03", status=ATTENTION)
    return [table]


def welsh_board() -> list[TableOf]:
    """Welsh before English; the day of the week and the month have one name."""
    columns = {
        "Dyddiad y Digwyddiad / Date of Event": "date",
        "Amser / Time": "time",
        "Digwyddiad / Event": "event",
        "Ffynhonnell / Source": "source",
        "Dyddiad cofnodi / Date recorded": "recorded_date",
    }
    table = TableOf(None, columns).head()
    table.entry("3 Ionawr 2019", "10:00", "Ymweliad cartref", "Nodiadau", "04/01/2019", on="2019-01-03", time="10:00")
    table.entry("15fed Chwefror 2019", "hanner dydd", "Galwad gan yr ysgol", "", "15/02/2019", on="2019-02-15", time="12:00")  # fmt: skip
    table.entry("Dydd Mawrth 12 Mawrth 2019", "", "Cyfarfod", "Cofnodion", "13/03/2019", on="2019-03-12")
    table.entry("Dydd Llun 12 Mawrth 2019", "", "Cyfarfod arall", "", "13/03/2019", on="2019-03-12", status=ATTENTION)
    table.entry("Haf 2019", "", "Dim cyswllt", "", "01/09/2019", on="2019-06-01/2019-08-31")
    table.entry("heb ddyddiad", "", "Llythyr", "", "01/10/2019", on=None, status=ATTENTION)
    return [table]


def voluntary() -> list[TableOf]:
    """Few rows, a glossary and a signature below them, blank records between."""
    table = TableOf(None, {"Date": "date", "Event": "event", "Source": "source"}).head()
    table.entry("01/03/2019 00:00", "Visit", "File", on="2019-03-01")
    table.entry("02/03/2019 00:00", "Call", "File", on="2019-03-02")
    table.line().line("Abbreviations").line("HV", "Health visitor").line("SW", "Social worker")
    table.line().line("Prepared by J Smith on 03/04/2020")
    return [table]


def free_dates() -> list[TableOf]:
    """Every form that a person types into one column, and those that only look like a date."""
    table = TableOf(None, {"Date": "date", "Event": "event"}).head()
    for text, on, status in (
        ("13/04/2020", "2020-04-13", "ok"), ("15/03/2020-12/03/2020", "2020-03-12/2020-03-15", ATTENTION),
        ("1st–3rd May 2020", "2020-05-01/2020-05-03", "ok"), ("12-03-2019-15-03-2019", "2019-03-12/2019-03-15", "ok"),
        ("2020/05/09", "2020-05-09", "ok"), ("c.2015", "2015", "ok"), ("Pre-2015", None, ATTENTION), ("03/2020", "2020-03", "ok"),
        ("2019-03", "2019-03", "ok"), ("2003-08", None, ATTENTION), ("30/4 & 1/5/2020", "2020-04-30/2020-05-01", "ok"),
        ("01/07/2019 and 03/07/2019", "2019-07-01/2019-07-03", ATTENTION), ("4th, 5th and 6th May 2020", "2020-05-04/2020-05-06", ATTENTION),
        ("Monday 5th to Friday 8th May 2020", "2020-05-05/2020-05-08", ATTENTION), ("05/05/2020 (Wed)", "2020-05-05", ATTENTION),
        ("12/05/2108", None, ATTENTION), ("31/04/2020", None, "reject"), ("05/22/2020", None, ATTENTION), ("5 May", None, ATTENTION),
        ("05052020", None, ATTENTION), ("Aged 4", None, ATTENTION), ("12/03/2019 1", "2019-03-12", ATTENTION),
        ("5/5/2020 onwards", None, ATTENTION), ("w/c 04/05/20", "2020-05-04/2020-05-10", "ok"), ("May/June 2020", "2020-05-01/2020-06-30", "ok"),
    ):  # fmt: skip
        table.entry(text, f"What is written as {text}", on=on, status=status)
    return [table]


EXPORTS = [
    Case("gp-system.csv", gp_system, writers.text("cp1252")),
    Case("school-log.csv", school_log, writers.text()),
    Case("out-of-hours.csv", out_of_hours, writers.text()),
    Case("paramedics.csv", paramedics, writers.text("utf-8", ";")),
    Case("welsh-board.tsv", welsh_board, writers.text("utf-16-be", "\t", mark=codecs.BOM_UTF16_BE)),
    Case("voluntary.csv", voluntary, writers.text()),
    Case("free-dates.csv", free_dates, writers.text()),
]
