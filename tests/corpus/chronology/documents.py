"""Word documents and PDF files of the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf


def school() -> list[TableOf]:
    """Three columns; blank dates below a date; several dated events in one cell; headings again in the middle."""
    columns = {
        "Date": "date",
        "Information/Details of concerns or contact": "event",
        "Print Name and Signature": "author",
    }
    table = TableOf("table1", columns).head()
    table.entry("04.09.17", "Starts in Reception. Settles well.", "P Rowan", on="2017-09-04")
    table.entry("", "Collected late by an uncle.", "P Rowan", on="2017-09-04", status="needs-attention")
    table.entry("22.05/18", "Bruise on left forearm; says he fell.", "D Hazel", on="2018-05-22")
    table.line(*columns)
    table.entries(
        "June 2018",
        "04/06/2018 – Phone call to mother.\n11/06/2018 – Mother comes in.\nSays the cot was broken.\n18/06/2018 – Review with the head.",
        "D Hazel",
        several=[
            {"on": "2018-06-04", "event": "Phone call to mother."},
            {"on": "2018-06-11", "event": "Mother comes in.\nSays the cot was broken."},
            {"on": "2018-06-18", "event": "Review with the head."},
        ],
    )
    table.entries(
        "02/07/2018\n05/07/2018", "Absent, no call.\nAbsent, no call; letter sent.", "Office",
        several=[{"on": "2018-07-02", "event": "Absent, no call."}, {"on": "2018-07-05", "event": "Absent, no call; letter sent."}],
    )  # fmt: skip
    table.entry("ditto", "Head teacher rings the front door.", "Office", on="2018-07-05", status="needs-attention")
    return [table]


def health_visiting() -> list[TableOf]:
    """Bilingual headings, two tables by year, a glossary, tracked changes, a control that still shows its prompt."""
    columns = {
        "Dyddiad / Date": "date",
        "Amser / Time": "time",
        "Ffynhonnell / Source": "source",
        "Digwyddiad / Event": "event",
        "Camau a gymerwyd / Action taken": "action",
    }
    first = TableOf("table1", columns).head()
    first.entry(
        "1 Mawrth 2019", "09:30", "Red book", "Birth visit at home.", "Advice on sleep.", on="2019-03-01", time="09:30"
    )
    first.entry("15/03/2019", "", "Red book", "Weight gain good.", "", on="2019-03-15")
    first.entry(
        "May-June 2019", "", "Clinic list", "Clinic not attended three times.", "Letter", on="2019-05-01/2019-06-30"
    )
    second = TableOf("table2", columns).head()
    second.entry("10/01/2020", "2pm", "Record", "Review at ten months.", "None", on="2020-01-10", time="14:00")
    second.entry("", "", "Record", "Calls about a rash.", "None", on="2020-01-10", status="needs-attention")
    glossary = (
        TableOf("table3", {"Talfyriad / Abbreviation": "term", "Ystyr / Meaning": "meaning"})
        .head()
        .line("HV", "Health visitor")
    )
    return [first, second, glossary]


def track(document: Any) -> None:
    """A word put in and a word struck out: the accepted view is what the gold says."""
    paragraph = document.tables[0].cell(2, 3).paragraphs[0]
    paragraph.runs[0].text = "Weight gain "
    for name, words in (("w:del", "poor"), ("w:ins", "good.")):
        change = OxmlElement(name)
        change.set(qn("w:author"), "HV")
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText" if name == "w:del" else "w:t")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)


def prompt(document: Any) -> None:
    """An untouched content control in the time cell shows its prompt, which is no content."""
    paragraph = document.tables[1].cell(2, 1).paragraphs[0]._p
    control, properties, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    properties.append(OxmlElement("w:showingPlcHdr"))
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "Click to enter a time."
    run.append(text)
    content.append(run)
    control.extend([properties, content])
    paragraph.append(control)


def care_at_home() -> list[TableOf]:
    """Dates merged over the visits of one day; a banner of days; a period without contact across the whole row."""
    columns = {
        "Date": "date",
        "Time": "time",
        "Description of event": "event",
        "Details": "comment",
        "Source": "source",
    }
    table = TableOf("table1", columns).head()
    table.entry(
        "Tues 7 Jan 2020",
        "0800",
        "Morning call; door not answered.",
        "Neighbour had no key.",
        "Call sheet",
        on="2020-01-07",
        time="08:00",
    )
    table.entry("", "1230", "Lunch call; ate half.", "", "Call sheet", on="2020-01-07", time="12:30")
    table.entry("", "1900", "Evening call; in bed already.", "", "Call sheet", on="2020-01-07", time="19:00")
    table.line("FEBRUARY 2020", wide=True)
    table.entry(
        "03/02/2020",
        "8.00am - 8.30am",
        "New care worker begins.",
        "",
        "Rota",
        on="2020-02-03",
        time="08:00",
        end_time="08:30",
    )
    table.line("End of chronology", wide=True)
    return [table]


def merge_days(document: Any) -> None:
    grid = document.tables[0]
    merged = grid.cell(1, 0).merge(grid.cell(3, 0))
    for paragraph in merged.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)


def advocacy() -> list[TableOf]:
    """Paragraphs and no table."""
    table = TableOf(None, {"date": "date", "event": "event"})
    table.line("Advocate's record of contact")
    table.entry("12/03/2019", "First meeting at the day centre. Wishes to move nearer to a sister.", on="2019-03-12")
    table.entry(
        "19 March 2019",
        "Telephone call; sounded tired.\nSaid that nobody had told her about the review.",
        on="2019-03-19",
    )
    table.line("")
    table.entry("02/04/2019 1030hrs", "Meeting cancelled by the provider.", on="2019-04-02", time="10:30")
    table.line("Page 1 of 1")
    return [table]


def as_paragraphs(path: Path, tables: list[TableOf]) -> None:
    """Every record a paragraph; a line break inside one begins the next, as the blank record of the table allows for."""
    document = Document()
    for record in tables[0].records:
        for line in " – ".join(map(str, record)).split("\n"):
            if line:
                document.add_paragraph(line)
    document.save(str(path))


def midwifery() -> list[TableOf]:
    """A ruled table over several pages, its headings on each."""
    columns = {"Date": "date", "Time": "time", "Source": "source", "Event": "event", "Action taken": "action"}
    table = TableOf("table1", columns).head()
    words = (
        "Booking visit with a long talk about housing and money worries.",
        "Scan: growth on the line, heart seen.",
        "Did not come; partner answered and said she was out.",
    )
    for number in range(60):
        day, month = number % 27 + 1, number // 27 + 4
        table.entry(
            f"{day:02}/{month:02}/2021",
            f"{9 + number % 8:02}:15",
            "Hand-held notes",
            f"{words[number % 3]} Visit {number + 1}.",
            "None",
            on=f"2021-{month:02}-{day:02}",
            time=f"{9 + number % 8:02}:15",
        )
    return [table]


def fire() -> list[TableOf]:
    """Columns without a line between them."""
    columns = {"Date": "date", "Time": "time", "Source": "source", "Event": "event", "Action": "action"}
    table = TableOf("table1", columns).head()
    table.entry(
        "03/11/2019",
        "18:40",
        "Incident report",
        "Small kitchen fire; two children in the home and no working alarm on either floor.",
        "Alarms fitted.",
        on="2019-11-03",
        time="18:40",
    )
    table.entry(
        "05/11/2019",
        "10:00",
        "Visit record",
        "Safe and well visit: rubbish in the hall, the way out is blocked by a pram.",
        "Referral to housing.",
        on="2019-11-05",
        time="10:00",
    )
    table.entry(
        "20/12/2019",
        "21:15",
        "Incident report",
        "Called to a bin on fire behind the flats.",
        "None.",
        on="2019-12-20",
        time="21:15",
    )
    return [table]


def wide_columns(document: Any) -> None:
    document.sections[0].page_width = Cm(40)


DOCUMENTS = [
    Case("school.docx", school, writers.word(paragraphs=("School chronology",))),
    Case("health-visiting.docx", health_visiting, writers.word(track, prompt)),
    Case("care-at-home.docx", care_at_home, writers.word(merge_days, wide_columns)),
    Case("advocacy.docx", advocacy, as_paragraphs),
    Case("midwifery.pdf", midwifery, writers.pdf(title="Midwifery")),
    Case("fire.pdf", fire, writers.pdf(ruled=False, title="Fire and rescue")),
]
