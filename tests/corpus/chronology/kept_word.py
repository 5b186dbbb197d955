"""Word documents kept back from the reader, first lot: changes and marks, forms, and notes in paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def youth_justice() -> list[TableOf]:
    """Tracked changes, a comment's mark, a footnote's mark, headings twice."""
    columns = {"Date / Time": "date", "Source": "source", "Event": "event", "YJS response": "action", "Comment": "comment"}  # fmt: skip
    table = TableOf("table1", columns).head()
    table.entry("03/10/2019 16:00", "Asset+", "Arrested with two older boys; bail.", "Appropriate adult sent.", "", on="2019-10-03", time="16:00")  # fmt: skip
    table.entry("8 October 2019", "ChildView", "First appointment kept.", "Plan begun.", "Late", on="2019-10-08")
    table.line(*columns)
    table.entry("15.10.19 (pm)", "ChildView", "Second appointment missed.", "Text sent.", "", on="2019-10-15")
    table.entry("22nd Oct 2019, 10am", "Email", "Scores:\nRisk high\nVulnerability medium", "None", "", on="2019-10-22", time="10:00")  # fmt: skip
    return [table]


def mark_up(document: Any) -> None:
    """A footnote and a comment stand behind a word; a phrase struck out, another put in."""
    paragraph = document.tables[0].cell(1, 2).paragraphs[0]
    for name in ("w:footnoteReference", "w:commentReference"):
        run, mark = OxmlElement("w:r"), OxmlElement(name)
        mark.set(qn("w:id"), "2")
        run.append(mark)
        paragraph._p.append(run)
    paragraph = document.tables[0].cell(2, 3).paragraphs[0]
    paragraph.runs[0].text = "Plan "
    for name, words in (("w:del", "not made."), ("w:ins", "begun.")):
        change, run, text = OxmlElement(name), OxmlElement("w:r"), OxmlElement("w:delText" if name == "w:del" else "w:t")  # fmt: skip
        change.set(qn("w:author"), "YJS")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)


def welsh_services() -> list[TableOf]:
    """Welsh headings alone, Welsh months, and the mutated forms that follow a number."""
    columns = {"Dyddiad": "date", "Amser": "time", "Digwyddiad": "event", "Gweithredu": "action", "Ffynhonnell": "source"}  # fmt: skip
    table = TableOf("table1", columns).head()
    table.entry("1af Mai 2019", "10.30", "Cyfeiriad gan yr heddlu.", "Asesiad", "WCCIS", on="2019-05-01", time="10:30")
    table.entry("Dydd Gwener 3 Mai 2019", "", "Galwad ffôn gan y fam.", "", "WCCIS", on="2019-05-03")
    table.entry("Mehefin 2019", "", "Dim ateb i’r llythyr.", "Ail lythyr", "Ffeil", on="2019-06")
    table.entry(
        "2il Gorffennaf 2019", "2yp", "Cynhadledd achos.", "Cynllun", "Cofnodion", on="2019-07-02", time="14:00"
    )
    return [table]


def tayside() -> list[TableOf]:
    """A Scottish form over the page's width, periods and days mixed, month banners, a key below."""
    columns = {
        "Date or Period of Event": "date", "Significant Event": "event", "Source": "source",
        "Impact (Either Positive or Negative)": "impact", "Action Taken to Mitigate Adverse Impact on Child": "action", "Review": "comment",
    }  # fmt: skip
    table = TableOf("table1", columns).head().line("Summer 2019", wide=True)
    table.entry("June 2019 to present", "Lives with grandmother.", "Case file", "Positive", "Kinship assessment", "", on=None, status=ATTENTION)  # fmt: skip
    table.entry("24/06/2019", "Does not come back from contact.", "Police log", "Negative", "Return interview", "Overdue", on="2019-06-24")  # fmt: skip
    table.entry("1 - 3 July 2019", "Away from home, whereabouts unknown.", "Police log", "Negative", "Risk meeting", "", on="2019-07-01/2019-07-03")  # fmt: skip
    table.line("Winter 2019", wide=True)
    table.entry("Dec ’19", "Exclusion from school.", "School", "Negative", "", "", on="2019-12")
    key = TableOf("table2", {"Key": "term", "Meaning": "meaning"}).head().line("CPO", "Child protection order").line("SHANARRI", "Wellbeing signs")  # fmt: skip
    return [table, key]


def forms() -> list[TableOf]:
    """A record for each contact: small tables of labels and what they say."""
    tables = []
    for number, (day, clock, words, done, on, read) in enumerate(
        (
            (
                "04/02/2020",
                "09:30",
                "Weighed in clinic: 3.9 kg, feeds well.",
                "Next visit in two weeks.",
                "2020-02-04",
                "09:30",
            ),
            ("18/02/2020", "", "Not at home. Card left.", "Text sent.", "2020-02-18", None),
            (
                "25 Feb 2020",
                "2.15pm",
                "Seen with maternal grandmother; mother asleep.",
                "Liaison with GP.",
                "2020-02-25",
                "14:15",
            ),
        ),
        1,
    ):
        table = TableOf(f"table{number}", {"Date of contact": "date"})
        table.records += [["Date of contact", day], ["Time", clock], ["Details of contact", words], ["Action taken", done], ["Seen by", "HV"]]  # fmt: skip
        table._gold(1, on, {"time": read, "event": words, "action": done, "source": "", "row": 1})
        tables.append(table)
    return tables


def sub_headed() -> list[TableOf]:
    """A refuge's notes: a day as a heading, paragraphs below it."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Notes of the refuge").line("Resident: Ms K")
    for day, on, paragraphs in (
        ("14 May 2021", "2021-05-14", ["Arrived with two bags and the baby.", "Room 4. Told of the house rules."]),
        ("15 May 2021", "2021-05-15", ["Slept badly. Said he had rung 40 times by noon."]),
        ("Tuesday 18 May 2021", "2021-05-18", ["Solicitor’s appointment at 11am, kept.", "Came back upset.", "Would like to go home to her mother."]),
        ("20/05/2021", "2021-05-20", ["Left the refuge; forwarding address not given."]),
    ):  # fmt: skip
        table.line(day)
        row = len(table.records) + 1
        table.records += [[words] for words in paragraphs]
        table._gold(1, on, {"event": "\n".join(paragraphs), "row": row, "source": "", "action": ""})
    return [table]


def headings_and_paragraphs(path: Path, tables: list[TableOf]) -> None:
    """Every record a paragraph; those with a date alone in the style of a heading."""
    document = Document()
    days = {"14 May 2021", "15 May 2021", "Tuesday 18 May 2021", "20/05/2021"}
    for record in tables[0].records:
        document.add_paragraph(str(record[0]), style="Heading 2" if record[0] in days else None)
    document.save(str(path))


def inpatient() -> list[TableOf]:
    """Half-hours and nights; one cell with the whole of a day, each line with its time."""
    columns = {"Date": "date", "Time": "time", "Observation": "event", "Level": "kind", "Staff": "author"}
    table = TableOf("table1", columns).head()
    table.entry("06/08/2022", "1430-1500", "Pacing in the corridor; would not speak.", "L2", "RMN", on="2022-08-06", time="14:30", end_time="15:00")  # fmt: skip
    table.entry("06/08/2022", "15.00 to 15.30", "In the garden with a member of staff.", "L2", "RMN", on="2022-08-06", time="15:00", end_time="15:30")  # fmt: skip
    table.entry("06/08/2022", "21:00 – 07:00", "Night: awake three times.", "L2", "HCA", on="2022-08-06", time="21:00", end_time="07:00")  # fmt: skip
    table.entry("07/08/2022", "Night shift", "Slept from 01:00.", "L1", "HCA", on="2022-08-07")
    table.entry("08/08/22", "approx 11:45 hours", "Section 17 leave begins.", "L1", "RMN", on="2022-08-08", time="11:45")  # fmt: skip
    return [table]


def marac() -> list[TableOf]:
    """The date in one cell with the time under it; numbered actions in another; an entry split over two rows by a page."""
    columns = {"No": "ref", "Date and time": "date", "Agency source": "source", "Event": "event", "Actions agreed": "action"}  # fmt: skip
    table = TableOf("table1", columns).line("MARAC chronology: case 14", wide=True).head()
    table.entry("1", "05/11/2018\n22:40", "Police", "Strangled in front of the children.", "1. Referral to IDVA.\n2. Flag on address.", on="2018-11-05", time="22:40")  # fmt: skip
    table.entry("2", "29/11/2018\n(MARAC)", "IDVA", "Heard at MARAC. High risk.", "1. Housing to move.\n2. HV to see.", on="2018-11-29", status=ATTENTION)  # fmt: skip
    table.entry("3", "Jan 2019", "Housing", "Offered a flat; declined.", "None", on="2019-01")
    table.line("Page 1").line("Glossary: IDVA, independent domestic violence adviser")
    return [table]


def several_in_a_cell() -> list[TableOf]:
    """A GP's summary: months as rows, each cell with the contacts of the month."""
    table = TableOf("table1", {"Month": "date", "Contacts": "event"}).head()
    table.entries(
        "January 2017",
        "03/01/2017 Seen with cough.\n09/01/2017 Prescription for inhaler.\n30/01/2017 DNA asthma clinic.",
        several=[{"on": "2017-01-03", "event": "Seen with cough."}, {"on": "2017-01-09", "event": "Prescription for inhaler."}, {"on": "2017-01-30", "event": "DNA asthma clinic."}],
    )  # fmt: skip
    table.entry("February 2017", "No contact in the month.", on="2017-02")
    table.entries(
        "March 2017", "2/3/17: Mother rings, worried about bruising.\n2/3/17 4pm: Seen by nurse; bruise on shin,\nthought to be from football.",
        several=[{"on": "2017-03-02", "event": "Mother rings, worried about bruising."}, {"on": "2017-03-02", "time": "16:00", "event": "Seen by nurse; bruise on shin,\nthought to be from football."}],
    )  # fmt: skip
    return [table]


KEPT_WORD = [
    Case("k-youth-justice.docx", youth_justice, writers.word(mark_up)),
    Case("k-gwasanaethau.docx", welsh_services, writers.word(paragraphs=("Cronoleg",))),
    Case("k-tayside.docx", tayside, writers.word(paragraphs=("Chronology of significant events",))),
    Case("k-contact-forms.docx", forms, writers.word()),
    Case("k-refuge.docx", sub_headed, headings_and_paragraphs),
    Case("k-inpatient.docx", inpatient, writers.word()),
    Case("k-marac.docx", marac, writers.word()),
    Case("k-practice-summary.docx", several_in_a_cell, writers.word(paragraphs=("Summary of contacts",))),
]
