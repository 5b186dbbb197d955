"""Files kept back from the reader, third lot, in every format."""

from __future__ import annotations

import codecs
import html
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import weasyprint
from docx import Document

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def spans() -> list[TableOf]:
    """Day and time together at both ends."""
    columns = {"Log No": "ref", "Date/Time From": "date", "Date/Time To": "end_date", "Summary of incident": "event", "Result": "action"}  # fmt: skip
    table = TableOf("Logs", columns).head()
    table.entry("311", datetime(2020, 8, 1, 23, 10), datetime(2020, 8, 2, 0, 40), "Males fighting outside; child in pyjamas on the step.", "Dispersed", on="2020-08-01/2020-08-02", time="23:10", end_time="00:40")  # fmt: skip
    table.entry("318", "03/08/2020 18:05", "03/08/2020 18:30", "Abandoned 999 call; crying.", "Visited", on="2020-08-03", time="18:05", end_time="18:30")  # fmt: skip
    table.entry("340", datetime(2020, 8, 9, 7, 0), None, "Found wandering in his socks.", "Taken home", on="2020-08-09", time="07:00")  # fmt: skip
    return [table]


def written_later() -> list[TableOf]:
    """The day of entry first, the day of the event second; a bare question mark; a doubt in words."""
    columns = {"Date of entry": "recorded_date", "Date of event": "date", "Record entry": "event", "Worker": "author", "Manager's comment": "comment"}  # fmt: skip
    table = TableOf(None, columns).head()
    table.entry("04/11/2016", "02/11/2016", "Home visit, dog loose, did not go in.", "FS", "", on="2016-11-02")
    table.entry("09/11/2016", "?", "Uncle says that he saw her in town.", "FS", "Date?", on=None, status=ATTENTION)
    table.entry("15/11/2016", "10/11/2016 (approx.)", "Bailiffs came.", "FS", "", on="2016-11-10")
    table.entry("20/11/2016", "mid November 2016", "Food parcel.", "FS", "", on="2016-11")
    table.entry("25/11/2016", "24 / 11 / 2016", "Case closed.", "FS", "Agreed", on="2016-11-24")
    return [table]


def merged_down() -> list[TableOf]:
    """Days merged over their rows, in a document with the table's name over all columns."""
    columns = {"Date": "date", "Time": "time", "Ward entry": "event", "Written by": "author"}
    table = TableOf("table1", columns).line("Ward 4 nursing record", wide=True).head()
    table.entry("Saturday 5 June 2021", "08:00", "Mum fed baby, slow to wind.", "RN", on="2021-06-05", time="08:00")
    table.entry("", "13:00", "Mum asleep with baby on the bed; moved to cot.", "RN", on="2021-06-05", time="13:00")
    table.entry("", "21:30", "Dad asked to leave.", "HCA", on="2021-06-05", time="21:30")
    table.entry("Sunday 6 June 2021", "Early hours", "Both awake.", "RN", on="2021-06-06")
    table.entry("", "10.15", "Discharge planning.", "RN", on="2021-06-06", time="10:15")
    return [table]


def merge_days(document: Any) -> None:
    grid = document.tables[0]
    for first, last in ((2, 4), (5, 6)):
        merged = grid.cell(first, 0).merge(grid.cell(last, 0))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)


def bullets() -> list[TableOf]:
    """Bullets with a day and a colon."""
    table = TableOf(None, {"date": "date", "event": "event"})
    for day, words, on in (
        ("12/03/2019", "Landlord says that the boiler was mended in May.", "2019-03-12"),
        ("18/03/2019", "Tenant says it was not: 4 degrees in the bedroom.", "2019-03-18"),
        ("Apr 2019", "Environmental health notice.", "2019-04"),
        ("7th May 2019", "Works done.", "2019-05-07"),
    ):
        table.records.append([f"• {day}: {words}"])
        table._gold(1, on, {"event": words, "source": "", "action": ""})
    return [table]


def as_lines(path: Path, tables: list[TableOf]) -> None:
    path.write_text("\r\n".join(str(record[0]) for record in tables[0].records), encoding="cp1252")


def narrative() -> list[TableOf]:
    """A statement in sentences that begin with the day."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Statement of the head of service")
    for lead, day, words, on, clock in (
        ("On ", "12 March 2019", "the mother rang and asked for the file.", "2019-03-12", None),
        ("On ", "14 March 2019", "a manager rang back; she did not answer, and no letter followed until May.", "2019-03-14", None),
        ("In ", "May 2019", "the team moved office and the paper file was lost.", "2019-05", None),
        ("On ", "3 June 2019 at 10am", "the file was found.", "2019-06-03", "10:00"),
    ):  # fmt: skip
        table.records.append([f"{lead}{day}, {words}"])
        table._gold(1, on, {"event": words, "time": clock, "source": "", "action": ""})
    return [table]


def as_paragraphs(path: Path, tables: list[TableOf]) -> None:
    document = Document()
    for record in tables[0].records:
        document.add_paragraph(str(record[0]))
    document.save(str(path))


def sheets_of_years() -> list[TableOf]:
    """The year on the tab, day and month in the cells."""
    tables = []
    for year, days in (("2017", ("12 Mar", "3 Apr")), ("2018", ("9 Jan", "30 Nov"))):
        table = TableOf(year, {"Date": "date", "Incident": "event", "Follow up": "action"}).head()
        for day in days:
            number, month = day.split()
            code = {"Mar": "03", "Apr": "04", "Jan": "01", "Nov": "11"}[month]
            table.entry(day, f"Missing from home ({day})", "Return interview", on=f"{year}-{code}-{int(number):02}", status=ATTENTION)  # fmt: skip
        tables.append(table)
    return tables


def beside_people() -> list[TableOf]:
    """Who is who and who was asked, before and after the chronology itself."""
    people = TableOf("table1", {"Name": "people", "Date of birth": "other_date", "Relationship": "other"}).head()
    people.line("Child E", "04/05/2012", "Subject").line("Ms E", "01/02/1990", "Mother")
    columns = {"Ref": "ref", "When": "date", "Who by": "author", "What happened": "event", "What we did": "action", "Source document": "source"}  # fmt: skip
    table = TableOf("table2", columns).head()
    table.entry("1", "7.1.20", "Duty", "Referral: left alone at night.", "Visit same day", "Referral form", on="2020-01-07")  # fmt: skip
    table.entry("2", "8.1.20 14:00", "SW3", "Visit; both parents in.", "None", "Case note 4", on="2020-01-08", time="14:00")  # fmt: skip
    table.entry("3", "Feb. 2020", "SW3", "Three visits, no reply.", "Closed", "Case notes 5-7", on="2020-02")
    asked = TableOf("table3", {"Agency": "sub_service", "Contact": "people", "Asked on": "other_date"}).head()
    asked.line("GP", "Practice manager", "01/09/2021").line("School", "Head", "02/09/2021")
    return [people, table, asked]


def errors() -> list[TableOf]:
    """What a broken formula leaves behind, and dates that a person typed badly."""
    table = TableOf("Log", {"Date": "date", "Time": "time", "Event": "event"}).head()
    table.entry("#REF!", None, "Clinic letter.", on=None, status=ATTENTION)
    table.entry(date(2019, 2, 1), "#N/A", "Clinic visit.", on="2019-02-01", status=ATTENTION)
    table.entry("1/2/l9", None, "Phone call.", on="2019-02-01", status=ATTENTION)
    table.entry("02/02/2019", None, "Seen in town.", on="2019-02-02")
    table.entry("31.11.2019", None, "Meeting.", on=None, status="reject")
    table.entry("03/02/20l9", None, "Letter.", on="2019-02-03", status=ATTENTION)
    return [table]


def clocks() -> list[TableOf]:
    """Times as people write them."""
    table = TableOf(None, {"Date": "date", "Time": "time", "Note": "event"}).head()
    for written, start, end in (
        ("14h15", "14:15", None), ("2:15:00 PM", "14:15", None), ("1415 hours", "14:15", None), ("@ 9.05", "09:05", None), ("08:00hrs-09:30hrs", "08:00", "09:30"),
        ("from 7pm to 9pm", "19:00", "21:00"), ("between 3 and 4pm", "15:00", "16:00"), ("23.59", "23:59", None), ("c.10am", "10:00", None), ("12 midnight", "00:00", None),
        ("10.00 am – 10.45 am", "10:00", "10:45"), ("teatime", None, None), ("late evening", None, None), ("6ish pm", None, None),
    ):  # fmt: skip
        table.entry("03-06-19", written, f"Sign: {written}", on="2019-06-03", time=start, end_time=end, status=ATTENTION if "ish" in written else "ok")  # fmt: skip
    return [table]


def sub_headed_pages() -> list[TableOf]:
    """A guardian's notes as pages: the day on its line, paragraphs below that run over the page."""
    table = TableOf(None, {"date": "date", "event": "event"})
    for day, on, words in (
        ("Thursday 3 February 2022", "2022-02-03", "Met the children at school. The elder would not speak of the summer and drew a house without doors, which she gave to me. The younger said that he likes football and his nan, and that they are not to talk about dad."),
        ("10 February 2022", "2022-02-10", "Read the police disclosure: 41 call-outs to the address in two years. No referral was made after the ninth."),
        ("Friday 25 February 2022", "2022-02-25", "Hearing adjourned because the interpreter had not been booked."),
    ):  # fmt: skip
        table.records += [[day], [words]]
        table._gold(1, on, {"event": words, "source": "", "action": "", "row": len(table.records) - 1})
    return [table]


def as_headed_pages(path: Path, tables: list[TableOf]) -> None:
    body = "".join(f"<{tag}>{html.escape(str(record[0]))}</{tag}>" for place, record in enumerate(tables[0].records) for tag in ("h3" if place % 2 == 0 else "p",))  # fmt: skip
    style = "@page { size: A6; margin: 14mm; @bottom-center { content: 'Page ' counter(page) } } h3, p { font: 11pt serif; margin: 0 0 3mm }"
    weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf(path)


def long_rows() -> list[TableOf]:
    """Ruled rows cut by the page; headings on the first page only; the day broken by its narrow column."""
    columns = {"Date of event": "date", "Detail": "event", "Agency response": "action", "Evidence": "source"}
    table = TableOf("table1", columns).head()
    for number in range(7):
        words = " ".join(f"Sentence {part} of note {number + 1}, which tells of a visit and of what was seen." for part in range(14 if number == 2 else 5))  # fmt: skip
        table.entry(f"{number + 3:02}/10/2017", words, "Recorded and passed to the team manager", f"File {number + 1}", on=f"2017-10-{number + 3:02}")  # fmt: skip
    return [table]


def cut_rows(path: Path, tables: list[TableOf]) -> None:
    style = "@page { size: A4; margin: 22mm; @top-right { content: 'RESTRICTED' } } table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { border: 1px solid #000; padding: 4px; text-align: left; vertical-align: top; overflow-wrap: anywhere } td:first-child { width: 12% } td:nth-child(2) { width: 50% }"
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in record) + "</tr>" for record in tables[0].records)  # fmt: skip
    weasyprint.HTML(string=f"<style>{style}</style><table>{rows}</table>").write_pdf(path)


def paramedic() -> list[TableOf]:
    """Dates and times as true values, a title with a date of its own, a person's details in pairs above."""
    columns = {"Incident date": "date", "Time of call": "time", "Time at hospital": "kind", "Crew narrative": "event", "Destination": "place"}  # fmt: skip
    table = TableOf("ePRF", columns).line("Electronic patient records", None, None, "Run 04/04/2023")
    table.line("Name", "Withheld").line("DOB", date(1950, 1, 2)).line().head()
    table.entry(date(2022, 12, 24), time(3, 12), time(4, 1), "Long lie, cold, floor wet. Son in house, had not rung.", "ED", on="2022-12-24", time="03:12")  # fmt: skip
    table.entry(date(2022, 12, 29), time(18, 45), None, "Refused transport; has capacity.", "Home", on="2022-12-29", time="18:45")  # fmt: skip
    return [table]


THIRD_LOT = [
    Case("k3-spans.xlsx", spans, writers.xlsx()),
    Case("k3-written-later.csv", written_later, writers.text("utf-8", ";", mark=codecs.BOM_UTF8)),
    Case("k3-merged-down.docx", merged_down, writers.word(merge_days)),
    Case("k3-bullets.txt", bullets, as_lines),
    Case("k3-statement.docx", narrative, as_paragraphs),
    Case("k3-tabs-of-years.ods", sheets_of_years, writers.ods()),
    Case("k3-beside-people.docx", beside_people, writers.word()),
    Case("k3-errors.xlsx", errors, writers.xlsx()),
    Case("k3-clocks.tsv", clocks, writers.text(delimiter="\t")),
    Case("k3-guardian.pdf", sub_headed_pages, as_headed_pages),
    Case("k3-long-rows.pdf", long_rows, cut_rows),
    Case("k3-paramedic.xls", paramedic, writers.xls()),
]
