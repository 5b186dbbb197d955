"""Workbooks and text files kept back from the reader, second lot."""

from __future__ import annotations

import codecs
import zipfile
from datetime import date, datetime, time
from pathlib import Path

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def nuisance() -> list[TableOf]:
    """A landlord's log: when it was reported stands before when it happened, and the next review after both."""
    columns = {
        "Case Ref": "ref", "Date Reported": "recorded_date", "Date of Incident": "date", "Approx. Time": "time", "ASB Category": "kind",
        "Detail of complaint": "event", "Officer action": "action", "Next review": "other_date",
    }  # fmt: skip
    table = TableOf("ASB log", columns).line("Anti-social behaviour log: Quay Homes").head()
    table.entry("ASB/1", date(2021, 6, 8), date(2021, 6, 5), "11pm", "Noise", "Shouting and things thrown; a child heard.", "Diary sheets sent", date(2021, 6, 22), on="2021-06-05", time="23:00")  # fmt: skip
    table.entry("ASB/2", date(2021, 6, 21), "19/06/21", "23:30 - 02:00", "Noise", "Party. Police came.", "Warning letter", date(2021, 7, 5), on="2021-06-19", time="23:30", end_time="02:00")  # fmt: skip
    table.entry("ASB/3", date(2021, 7, 6), "weekend of 3/4 July 2021", "", "Threats", "Told a neighbour she would be “sorted”.", "Interview", None, on="2021-07-03/2021-07-04")  # fmt: skip
    table.entry("ASB/4", date(2021, 8, 2), date(2021, 8, 1), "unknown", "Rubbish", "Bags in the hall, needles among them.", "Cleared", None, on="2021-08-01")  # fmt: skip
    return [table]


def prison() -> list[TableOf]:
    """Case notes of a prison: when it occurred in two columns, when it was made in one."""
    columns = {"Occurrence Date": "date", "Occurrence Time": "time", "Type": "kind", "Sub Type": "kind", "Text": "event", "Created By": "author", "Created": "recorded_date"}  # fmt: skip
    table = TableOf("CaseNotes", columns).head()
    table.entry(date(2018, 10, 2), time(9, 15), "Observations", "ACCT", "ACCT opened. Says he has nothing to live for.", "OFF1", datetime(2018, 10, 2, 11, 0), on="2018-10-02", time="09:15")  # fmt: skip
    table.entry(date(2018, 10, 3), time(21, 40), "Observations", "ACCT", "Checked hourly through the night; awake at each check.", "OFF2", datetime(2018, 10, 4, 6, 50), on="2018-10-03", time="21:40")  # fmt: skip
    table.entry(date(2018, 10, 9), time(14, 0), "Reviews", "ACCT", "Review 1. Healthcare not present. Mother’s number given.", "SO1", datetime(2018, 10, 9, 15, 20), on="2018-10-09", time="14:00")  # fmt: skip
    return [table]


def fostering() -> list[TableOf]:
    """From and to; the placement's name is the event; an open end."""
    columns = {"From": "date", "To": "end_date", "Placement / event": "event", "Reason for move": "comment", "SW": "author"}  # fmt: skip
    table = TableOf("Placements", columns).line("Placement history").head()
    table.entry(date(2014, 3, 3), date(2014, 9, 19), "Foster carers in Quay Road.", "Emergency", "AB", on="2014-03-03/2014-09-19")  # fmt: skip
    table.entry("19/09/14", "31/12/15", "Maternal aunt, regulation 24.", "Family found", "AB", on="2014-09-19/2015-12-31")  # fmt: skip
    table.entry("Jan 2016", "March 2016", "Home on a supervision order.", "Court", "CD", on="2016-01-01/2016-03-31")
    table.entry(date(2016, 4, 1), None, "Residential unit.", "Breakdown", "CD", on="2016-04-01")
    return [table]


def stacked() -> list[TableOf]:
    """Two tables on one sheet, the second with its columns in another order and under other names."""
    table = TableOf("MASH", {"Date": "date", "Time": "time", "Contact from": "source", "Concern": "event", "Outcome": "action"})  # fmt: skip
    table.line("MASH contacts").head()
    table.entry(date(2019, 5, 2), time(10, 5), "Police", "Domestic incident, child present.", "NFA", on="2019-05-02", time="10:05")  # fmt: skip
    table.entry(date(2019, 5, 20), time(16, 0), "School", "Bruise to the ear.", "Strategy", on="2019-05-20", time="16:00")  # fmt: skip
    table.line().line("Strategy discussions").line("Held on", "Present", "Discussion", "Decision")
    table.entry(date(2019, 5, 21), "Police, health", "Medical today; joint visit.", "s47", on="2019-05-21", source="", event="Medical today; joint visit.", action="s47")  # fmt: skip
    table.entry("24.05.19", "Police, school", "Injury explained by the paediatrician.", "ICPC", on="2019-05-24", source="", event="Injury explained by the paediatrician.", action="ICPC")  # fmt: skip
    return [table]


def three_agencies() -> list[TableOf]:
    """One workbook for three services, each sheet in its own way, a list of codes and a cover beside them."""
    cover = TableOf("Cover", {"a": "x"}).line("Integrated chronology").line("Prepared for the panel").line("Date:", date(2022, 3, 1))  # fmt: skip
    first = TableOf("GP", {"Date": "date", "Entry": "event", "By": "author"}).head()
    first.entry(date(2021, 1, 4), "Low mood; sertraline 50 mg.", "Dr X", on="2021-01-04")
    first.entry("late Jan 2021", "Phone: side effects.", "Dr X", on="2021-01")
    second = TableOf("Health visiting", {"When seen": "date", "Where": "place", "What was seen and done": "event", "Plan": "action"}).head()  # fmt: skip
    second.entry("11.01.2021 (2pm)", "Home", "Cot in the damp room; mould on wall.", "Letter to housing", on="2021-01-11", time="14:00")  # fmt: skip
    second.entry("25/1/21", "Clinic", "Weight static.", "Weekly weights", on="2021-01-25")
    third = TableOf("School", {"Day": "weekday", "Date": "date", "Log": "event", "Initials": "author"}).head()
    third.entry("Mon", date(2021, 1, 11), "Sister tired and tearful.", "PQ", on="2021-01-11")
    third.entry("Tues", date(2021, 1, 13), "Sister absent.", "PQ", on="2021-01-13", status=ATTENTION)
    codes = TableOf("Lists", {"Code": "term", "Meaning": "meaning"}).head().line("DNA", "Did not attend")
    return [cover, first, second, third, codes]


def dentist() -> list[TableOf]:
    """Days and times as bare numbers, as a copied range gives them."""
    table = TableOf("Sheet1", {"Appt Date": "date", "Appt Time": "time", "Clinical notes": "event", "Tx": "kind"}).head()  # fmt: skip
    table.entry(43500, 0.375, "Exam. Gross caries, all quadrants.", "XLA x 4", on="2019-02-04", time="09:00")
    table.entry(43535, 0.4375, "FTA. No phone number that works.", "", on="2019-03-11", time="10:30")
    table.entry(43570, 0.6041666667, "Came with grandmother; in pain for weeks.", "Referral GA", on="2019-04-15", time="14:30")  # fmt: skip
    return [table]


def computed() -> list[TableOf]:
    """Cells that are formulas with what they came to; rich text within a cell; a month between."""
    table = TableOf("Log", {"Date": "date", "Time": "time", "Event": "event", "Action": "action"}).head()
    table.line("July 2020")
    table.entry(date(2020, 7, 2), "09:00", "Visit to the hostel.", "None", on="2020-07-02", time="09:00")
    table.entry(date(2020, 7, 3), "10:00", "Call to the hostel.", "None", on="2020-07-03", time="10:00")
    return [table]


def with_formulas(path: Path, tables: list[TableOf]) -> None:
    """The second day is a formula over the first with its value kept; the second event is made by joining words."""
    writers.xlsx()(path, tables)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    day, words = b'<c r="A4"', b'<c r="C4"'
    assert day in sheet and words in sheet  # noqa: PT018
    sheet = _value(sheet, day, b"<f>A3+1</f><v>44015</v>", keep_type=False)
    sheet = _value(sheet, words, b'<f>CONCATENATE("Call"," to the hostel.")</f><v>Call to the hostel.</v>', kind=b"str")
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def _value(sheet: bytes, start: bytes, inside: bytes, kind: bytes = b"", keep_type: bool = True) -> bytes:
    begin = sheet.index(start)
    close = sheet.index(b"</c>", begin)
    opening = sheet[begin : sheet.index(b">", begin)]
    style = opening.split(b' s="')[1].split(b'"')[0] if b' s="' in opening else b"0"
    kind_of = b' t="%s"' % kind if kind else b""
    return sheet[:begin] + start + b' s="%s"' % style + kind_of + b">" + inside + sheet[close:]


def quiet() -> list[TableOf]:
    """Stated silence, months over the width, notes to oneself, a legend in colours below."""
    table = TableOf("Contacts", {"Date": "date", "Contact": "event", "By": "author"}).head()
    table.line("JANUARY 2018", wide=True)
    table.entry("10/01/2018", "Seen at drop-in.", "JJ", on="2018-01-10")
    table.line("FEBRUARY 2018", wide=True)
    table.entry("February - April 2018", "No contacts recorded.", "", on="2018-02-01/2018-04-30")
    table.line("MAY 2018", wide=True)
    table.entry("05/05/2018", "Not seen; nothing known.", "JJ", on="2018-05-05")
    table.entry("05/05/2018 (later)", "Text: “I’m fine, stop asking”.", "JJ", on="2018-05-05")
    table.line("Key: green = seen, red = not seen").line("Compiled by JJ, 3 June 2018")
    return [table]


def school_nurse() -> list[TableOf]:
    """Short weekdays before the date, times with a stop and an end, signs of pounds and degrees."""
    columns = {"Appointment": "date", "Start - finish": "time", "Clinic notes": "event", "Follow-up": "action", "Staff": "author"}  # fmt: skip
    table = TableOf(None, columns).head()
    table.entry("Thu 12 Sep 2019", "14.15-15.00", "Height 2nd centile; £3 dinner money owed.", "Weigh again", "SN", on="2019-09-12", time="14:15", end_time="15:00")  # fmt: skip
    table.entry("Fri 20 Sep 2019", "09.00 to 09.20", "Drop-in: “can’t sleep, 3 in the bed”.", "Housing asked", "SN", on="2019-09-20", time="09:00", end_time="09:20")  # fmt: skip
    table.entry("Tue 1 Oct 2019", "", "Absent on clinic day.", "", "SN", on="2019-10-01")
    return [table]


def zoned() -> list[TableOf]:
    """Stamps with their zone, and a column of those of the database itself."""
    table = TableOf(None, {"id": "ref", "created_at": "recorded_date", "event_datetime": "date", "description": "event", "action_taken": "action"}).head()  # fmt: skip
    table.entry("1", "2022-03-05T10:00:00Z", "2022-03-04 14:15:00+00:00", "Arrived at the port with an adult male.", "Age assessment", on="2022-03-04", time="14:15")  # fmt: skip
    table.entry("2", "2022-03-07T09:00:00Z", "2022-03-06 02:40:00+00:00", "Missing from placement.", "Police told", on="2022-03-06", time="02:40")  # fmt: skip
    return [table]


def american_words() -> list[TableOf]:
    """A phone's export: the month in words first, so nothing is to be asked."""
    table = TableOf(None, {"Date": "date", "From": "source", "Message": "event"}).head()
    table.entry("Mar 4, 2019 2:15 PM", "Key worker", "See you at 3?", on="2019-03-04", time="14:15")
    table.entry("Mar 4, 2019 2:40 PM", "J", "cant come hes here", on="2019-03-04", time="14:40")
    table.entry("Dec 25, 2019 12:05 AM", "J", "happy xmas x", on="2019-12-25", time="00:05")
    return [table]


def timed_words() -> list[TableOf]:
    """No column of times: the words begin with them."""
    table = TableOf(None, {"Date": "date", "Details": "event", "Officer": "author"}).head()
    for day, words, clock in (
        ("01/05/2019", "At 1415hrs caller reports a disturbance.", "14:15"),
        ("01/05/2019", "14:50 Unit on scene; all quiet.", "14:50"),
        ("02/05/2019", "0930 hrs – statement taken from neighbour.", "09:30"),
        ("03/05/2019", "Caller rang 3 times between 1pm and 2pm.", None),
        ("04/05/2019", "2 officers attended; spoken to until 22:00.", None),
        ("05/05/2019", "10 year old found alone at 9pm.", None),
    ):
        table.entry(day, words, "PC", on=f"2019-05-{day[:2]}", time=clock)
    return [table]


def no_headings() -> list[TableOf]:
    """A tab between day and words, and nothing above."""
    table = TableOf(None, {"a": "date", "b": "event"})
    for day, words, on in (
        ("3rd June 2017", "Child minder says he cries at pick-up.", "2017-06-03"),
        ("9th June 2017", "Child minder, again; mother shouts in the car.", "2017-06-09"),
        ("c. 20th June 2017", "Mother ends the arrangement.", "2017-06-20"),
    ):
        table.entry(day, words, on=on)
    return [table]


KEPT_AGAIN_SHEETS = [
    Case("k2-nuisance.xlsx", nuisance, writers.xlsx()),
    Case("k2-prison.xls", prison, writers.xls()),
    Case("k2-fostering.ods", fostering, writers.ods()),
    Case("k2-mash.xlsx", stacked, writers.xlsx()),
    Case("k2-three-agencies.xlsx", three_agencies, writers.xlsx()),
    Case("k2-dentist.xls", dentist, writers.xls()),
    Case("k2-computed.xlsx", computed, with_formulas),
    Case("k2-quiet.xlsx", quiet, writers.xlsx()),
    Case("k2-school-nurse.csv", school_nurse, writers.text("cp1252")),
    Case("k2-zoned.csv", zoned, writers.text()),
    Case("k2-messages.csv", american_words, writers.text("utf-16-le", "\t", mark=codecs.BOM_UTF16_LE)),
    Case("k2-timed-words.csv", timed_words, writers.text("utf-8", ";")),
    Case("k2-no-headings.txt", no_headings, writers.text(delimiter="\t")),
]
