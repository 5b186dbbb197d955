"""Workbooks kept back from the reader, first lot: each as one agency's own system or habit lays it out."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def chronolator() -> list[TableOf]:
    """The headings of the field's Word tool, pasted into a workbook, with its leading question marks."""
    columns = {
        "Event Ref": "ref", "Start Date": "date", "Start Time": "time", "End Date": "end_date", "End Time": "end_time",
        "Source of Information": "source", "Significant Event": "event", "Agency Response": "action", "Analysis": "comment",
    }  # fmt: skip
    table = TableOf("Chronology", columns).head()
    table.entry("AS1", "?14/01/2018", None, None, None, "Adult Services: Mosaic", "Referral from GP: self-neglect, hoarding.", "Allocated to duty.", None, on="2018-01-14")  # fmt: skip
    table.entry("AS2", datetime(2018, 1, 19), time(10, 40), None, time(11, 15), "Adult Services: Mosaic", "Unannounced visit; door not answered.", "Card left.", "No check with neighbours.", on="2018-01-19", time="10:40", end_time="11:15")  # fmt: skip
    table.entry("AS3", datetime(2018, 1, 22), "14.00", datetime(2018, 1, 22), "15.30", "Adult Services: Mosaic", "Total of 14 bags of rubbish seen in the hall.", None, None, on="2018-01-22", time="14:00", end_time="15:30")  # fmt: skip
    table.entry("AS4", "? February 2018", None, None, None, "Panel minutes", "Date of panel not recorded; funding agreed.", None, None, on="2018-02")  # fmt: skip
    table.entry("AS5", datetime(2018, 3, 1), None, datetime(2018, 3, 9), None, "Duty log", "Snow: no visits made to anyone on the list.", "Calls instead.", None, on="2018-03-01/2018-03-09")  # fmt: skip
    table.entry("AS6", datetime(2018, 3, 12), "a.m.", None, None, "Duty log", "Page 2 of the assessment is missing from the record.", None, None, on="2018-03-12")  # fmt: skip
    return [table]


def storm() -> list[TableOf]:
    """A command-and-control log: what the incident is stands in pairs above, entries to the second below."""
    table = TableOf("Log 0412", {"Date/Time": "date", "Operator": "author", "Entry": "event", "Unit": "kind"})
    table.line("Incident log").line("Incident number:", "0412 of 04/03/2019").line("Opened:", "04/03/2019 21:58:03")
    table.line("Grade:", "Immediate").line("Location:", "Withheld").line().head()
    for written, clock, words in (
        ("04/03/2019 21:58:03", "21:58", "CALLER STATES MALE IN THE STREET WITH A KNIFE"),
        ("04/03/2019 22:01:40", "22:01", "UNIT ASSIGNED"),
        ("04/03/2019 22:09:11", "22:09", "AT SCENE 22:09, NO TRACE OF MALE"),
        ("04/03/2019 23:59:59", "23:59", "FEMALE SPOKEN TO, 2 CHILDREN ASLEEP UPSTAIRS"),
    ):
        table.entry(written, "4471", words, "HC12", on="2019-03-04", time=clock)
    table.entry("05/03/2019 00:02:00", "4471", "RESULT: WORDS OF ADVICE. CLOSED", "HC12", on="2019-03-05", time="00:02")
    table.line("Closed:", "05/03/2019 00:02:00").line("End of log")
    return [table]


def mosaic() -> list[TableOf]:
    """Case notes with their own date, the date of recording after it, and long texts of several lines."""
    columns = {
        "Case Note ID": "ref", "Case Note Date": "date", "Case Note Type": "kind", "Title": "kind", "Case Note Text": "event",
        "Recorded By": "author", "Recorded On": "recorded_date",
    }  # fmt: skip
    table = TableOf("CaseNotes", columns).head()
    table.entry(88121, datetime(2020, 9, 1, 9, 0), "Telephone Call From", "Call from school", "Headteacher rang.\nDate of next meeting given as 14/09/2020.\nNo other concerns.", "SW1", datetime(2020, 9, 2, 17, 4), on="2020-09-01", time="09:00")  # fmt: skip
    table.entry(88207, datetime(2020, 9, 3), "Visit", "Statutory visit", "Seen alone in bedroom. Said: “I like it here”.", "SW1", datetime(2020, 9, 9, 8, 30), on="2020-09-03")  # fmt: skip
    table.entry(88310, datetime(2020, 9, 10, 15, 45), "E-mail", "RE: contact", "12/09/2020 offered for contact; foster carer to confirm.", "SW2", datetime(2020, 9, 10, 15, 50), on="2020-09-10", time="15:45")  # fmt: skip
    table.entry(88402, datetime(2020, 9, 14, 13, 0), "Meeting", "Core group", "Present: SW1, HV, school.\nActions:\n1. SW1 to refer.\n2. HV to weigh.", "SW1", datetime(2020, 9, 21), on="2020-09-14", time="13:00")  # fmt: skip
    return [table]


def observations() -> list[TableOf]:
    """A ward's chart: figures beside each note; the date only where the day begins."""
    columns = {"Date": "date", "Time": "time", "Temp": "kind", "Pulse": "kind", "Resps": "kind", "BP": "kind", "Nursing comment": "event", "Sign": "author"}  # fmt: skip
    table = TableOf("Obs", columns).line("Ward 7: observation chart", wide=True).head()
    table.entry(date(2021, 2, 3), time(6, 0), 36.8, 80, 16, "118/70", "Slept well.", "AB", on="2021-02-03", time="06:00")  # fmt: skip
    table.entry(None, time(12, 15), 37.9, 104, 20, "110/64", "Flushed. Doctor told.", "AB", on="2021-02-03", time="12:15", status=ATTENTION)  # fmt: skip
    table.entry(None, time(22, 0), 38.6, 118, 24, "96/52", "Sepsis six begun.", "CD", on="2021-02-03", time="22:00", status=ATTENTION)  # fmt: skip
    table.entry(date(2021, 2, 4), time(2, 30), 38.1, 110, 22, "101/60", "To high dependency.", "CD", on="2021-02-04", time="02:30")  # fmt: skip
    table.entry(None, "0645", 37.2, 96, 18, "110/70", "Settling.", "CD", on="2021-02-04", time="06:45", status=ATTENTION)  # fmt: skip
    return [table]


def three_columns_of_a_date() -> list[TableOf]:
    """Day, month and year each in a column of its own."""
    columns = {"Day": "day", "Month": "month", "Year": "year", "Who": "people", "What happened": "event", "What was done": "action", "Where recorded": "source"}  # fmt: skip
    table = TableOf("Adult care", columns).head()
    for day, month, year, on, words in (
        (4, "March", 2017, "2017-03-04", "Daughter rings; mother has not eaten."),
        (17, "March", 2017, "2017-03-17", "Assessment at home, both present."),
        (2, "April", 2017, "2017-04-02", "Package of care begins."),
        (None, "May", 2017, "2017-05", "Two missed calls in the month."),
        (30, "June", 2017, "2017-06-30", "Package ends at the family's wish."),
    ):
        table.entry(day, month, year, "Mrs R", words, "Noted", "Liquidlogic", on=on)
    return [table]


def year_beside() -> list[TableOf]:
    """The year in a column of its own, given once and merged downwards by eye only."""
    table = TableOf("Tenancy", {"Year": "year", "Date": "date", "Event": "event", "Officer": "author"}).head()
    table.entry(2015, "3 Feb", "Tenancy signed.", "RH", on="2015-02-03")
    table.entry(None, "19 Nov", "First complaint of noise.", "RH", on="2015-11-19", status=ATTENTION)
    table.entry(2016, "8 Jan", "Warning letter.", "TT", on="2016-01-08")
    table.entry(None, "30 Jan", "Rent arrears of £412.60.", "TT", on="2016-01-30", status=ATTENTION)
    return [table]


def fire_heads() -> list[TableOf]:
    """Two lines of headings whose groups are merged."""
    columns = {"Date of": "date", "Time of": "time", "Incident": "ref", "Description": "event", "Actions": "action", "Agencies": "kind"}  # fmt: skip
    table = TableOf("FRS", columns).line("Harbour Fire and Rescue Service", wide=True)
    table.line("Incident", None, None, "Narrative", None, "Others").line("Date", "Time", "Number", "Description", "Actions by crew", "Agencies informed")  # fmt: skip
    table.entry(date(2018, 12, 24), time(17, 5), "18/9921", "Chip pan fire; adult male with burns to the hand.", "Extinguished.", "Ambulance", on="2018-12-24", time="17:05")  # fmt: skip
    table.entry(date(2019, 1, 8), time(11, 0), "HFSV/31", "Home fire safety visit: bedroom door blocked.", "Two alarms fitted.", "Social care", on="2019-01-08", time="11:00")  # fmt: skip
    table.entry(date(2019, 6, 30), time(0, 20), "19/4410", "Rubbish on fire in the stairwell.", "Extinguished.", "Police", on="2019-06-30", time="00:20")  # fmt: skip
    table.line("Total incidents", None, 3)
    return [table]


def merge_groups(book: Any) -> None:
    for cells in ("A2:C2", "D2:E2"):
        book.worksheets[0].merge_cells(cells)


def terms() -> list[TableOf]:
    """A school that thinks in terms, half terms and school years."""
    table = TableOf("School", {"When": "date", "Concern or contact": "event", "Action by school": "action", "Evidence": "source"}).head()  # fmt: skip
    for written, on, words in (
        ("Autumn term 2018", "2018-09-01/2018-12-31", "Attendance falls to 81 %."),
        ("Spring term 2019", "2019-01-01/2019-04-30", "No further absence."),
        ("Summer Term 2019", "2019-04-01/2019-07-31", "Moved to a new class teacher."),
        ("2019/20", "2019-01-01/2020-12-31", "Exclusions on four days."),
        ("school year 2019-20", "2019-09-01/2020-08-31", "Three fixed-term exclusions."),
        ("Tues 10.9.19", "2019-09-10", "Says that he is hungry."),
        ("w/b 16/09/2019", "2019-09-16/2019-09-22", "Late every morning."),
        ("end of September 2019", "2019-09", "Mother says they are moving."),
    ):
        table.entry(written, words, "Logged", "CPOMS", on=on)
    return [table]


def emergency_1904() -> list[TableOf]:
    """The 1904 system in an old workbook, arrival and departure, and a cell that a person typed over."""
    columns = {"Arrival Date": "date", "Arrival Time": "time", "Departure Date": "end_date", "Departure Time": "end_time", "Presenting Complaint": "event", "Disposal": "action", "Location": "place"}  # fmt: skip
    table = TableOf("ED", columns).head()
    table.entry(date(2016, 5, 1), time(1, 10), date(2016, 5, 1), time(4, 55), "Head injury, brought by mother.", "Home with advice", "Majors", on="2016-05-01", time="01:10", end_time="04:55")  # fmt: skip
    table.entry(date(2016, 5, 2), time(19, 30), date(2016, 5, 3), time(0, 15), "Vomiting; seen by the paediatric registrar.", "Admitted", "Resus", on="2016-05-02/2016-05-03", time="19:30", end_time="00:15")  # fmt: skip
    table.entry("09/05/16", "20:00hrs", "", "", "Left before being seen.", "None", "Waiting room", on="2016-05-09", time="20:00")  # fmt: skip
    return [table]


def month_tabs() -> list[TableOf]:
    """One sheet a month, a hidden row that is an entry, a hidden column, totals below each."""
    tables = []
    for name, month, words in (("Nov 20", 11, "bruise to shin"), ("Dec 20", 12, "pushed another resident")):
        table = TableOf(name, {"Date": "date", "Time": "time", "Incident": "event", "Immediate action": "action", "Duty manager": "author"})  # fmt: skip
        table.line(f"Incidents {name}").head()
        for day, clock in ((2, "0715"), (9, "1340"), (23, "2210")):
            table.entry(date(2020, month, day), clock, f"Resident B: {words} ({day})", "Body map", "DM", on=f"2020-{month}-{day:02}", time=f"{clock[:2]}:{clock[2:]}")  # fmt: skip
        table.line("Total", None, "3").line("Checked by: Registered manager")
        tables.append(table)
    return tables


def hide_in_tabs(book: Any) -> None:
    book.worksheets[0].row_dimensions[4].hidden = True
    book.worksheets[1].column_dimensions["E"].hidden = True


def ordinal_days() -> list[TableOf]:
    """Long dates as a letter-writer has them; ranges; doubts; times in words."""
    table = TableOf("Hospice", {"Date": "date", "Time": "time", "Contact": "event", "With whom": "people"}).head()
    for written, clock, on, read, end in (
        ("Tuesday, 5th March 2019", "noon", "2019-03-05", "12:00", None),
        ("Wednesday the 6th of March, 2019", "midnight", "2019-03-06", "00:00", None),
        ("7th-9th March 2019", "", "2019-03-07/2019-03-09", None, None),
        ("Sunday 10th/Monday 11th March 2019", "", "2019-03-10/2019-03-11", None, None),
        ("overnight 12/13 March 2019", "", "2019-03-12/2019-03-13", None, None),
        ("Night of 14-15 March 2019", "2200-0600", "2019-03-14/2019-03-15", "22:00", "06:00"),
        ("on or about 16 March 2019", "approx 3pm", "2019-03-16", "15:00", None),
        ("March 18, 2019", "half past two", "2019-03-18", "14:30", None),
        ("early March 2019", "", "2019-03", None, None),
        ("late April/early May 2019", "", "2019-04-01/2019-05-31", None, None),
    ):
        known = {"status": ATTENTION} if clock == "half past two" else {}
        table.entry(written, clock, f"Call on {written}", "Son", on=on, time=read, end_time=end, **known)
    return [table]


KEPT_SHEETS = [
    Case("k-chronolator.xlsx", chronolator, writers.xlsx()),
    Case("k-storm.xls", storm, writers.xls()),
    Case("k-mosaic.xlsx", mosaic, writers.xlsx()),
    Case("k-observations.ods", observations, writers.ods()),
    Case("k-three-columns.xlsx", three_columns_of_a_date, writers.xlsx()),
    Case("k-year-beside.ods", year_beside, writers.ods()),
    Case("k-fire.xlsx", fire_heads, writers.xlsx(merge_groups)),
    Case("k-terms.xlsx", terms, writers.xlsx()),
    Case("k-emergency.xls", emergency_1904, writers.xls(epoch=1904)),
    Case("k-care-home-tabs.xlsx", month_tabs, writers.xlsx(hide_in_tabs)),
    Case("k-hospice.ods", ordinal_days, writers.ods()),
]
