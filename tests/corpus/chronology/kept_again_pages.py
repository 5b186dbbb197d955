"""Word and PDF files kept back from the reader, second lot."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import weasyprint
from docx import Document

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def progress_notes() -> list[TableOf]:
    """Notes pasted from a mental health record: a line with day, time and author, and the note in paragraphs below."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Progress notes, printed from the record")
    for head, on, clock, paragraphs in (
        ("12/03/2019 10:30 Progress note entered by J Smith (CPN)", "2019-03-12", "10:30", ["Seen at home. Low in mood, no plans to harm.", "Plan: see again on 19/03/2019."]),
        ("19/03/2019 11:00 Progress note entered by J Smith (CPN)", "2019-03-19", "11:00", ["Not at home."]),
        ("20/03/2019 16:05 Telephone contact entered by Duty", "2019-03-20", "16:05", ["Wife rang. He has left with his car keys.", "Police told at 16:20."]),
    ):  # fmt: skip
        table.line(head)
        table.records += [[words] for words in paragraphs]
        head_words = head.split(" ", 2)[2]
        table._gold(1, on, {"event": "\n".join([head_words, *paragraphs]), "time": clock, "source": "", "action": ""})
        table.line("")
    return [table]


def as_paragraphs(path: Path, tables: list[TableOf]) -> None:
    document = Document()
    for record in tables[0].records:
        document.add_paragraph(str(record[0]))
    document.save(str(path))


def numbered() -> list[TableOf]:
    """A solicitor's chronology: numbered paragraphs, the day first, in an agreed form."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Agreed chronology")
    for number, (day, words, on) in enumerate(
        (
            ("4 July 2015", "Child A is born at 36 weeks.", "2015-07-04"),
            ("August 2015", "Mother moves to her parents.", "2015-08"),
            ("1 - 12 September 2015", "Father is away at sea.", "2015-09-01/2015-09-12"),
            ("13.09.15", "First attendance at the emergency department, with a rash.", "2015-09-13"),
        ),
        1,
    ):
        table.records.append([f"{number}.\t{day}\t{words}"])
        table._gold(1, on, {"event": words, "source": "", "action": ""})
    return [table]


def stacked_dates() -> list[TableOf]:
    """Weekday, day and time below each other in one narrow cell; a small table inside another cell."""
    columns = {"Date and time": "date", "Significant event": "event", "Record": "source", "What did we do?": "action"}
    table = TableOf("table1", columns).head()
    table.entry("Tuesday\n12/03/2019\n10.00am", "Fell in the shower; cut over the eye.", "Incident form 12", "999", on="2019-03-12", time="10:00")  # fmt: skip
    table.entry("Wednesday\n13/03/2019", "Back from hospital with six stitches.", "Handover", "Hourly checks", on="2019-03-13")  # fmt: skip
    table.entry("Thursday\n14/03/2019\n(am)", "Pain scores:\n08:00 6\n12:00 4", "MAR chart", "Paracetamol", on="2019-03-14")  # fmt: skip
    return [table]


def nest(document: Any) -> None:
    cell = document.tables[0].cell(3, 1)
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    inner = cell.add_table(rows=2, cols=2)
    for row, (clock, pain) in enumerate((("08:00", "6"), ("12:00", "4"))):
        inner.cell(row, 0).text, inner.cell(row, 1).text = clock, pain


def bare_table() -> list[TableOf]:
    """A table without headings, the day in bold, and a line of dots between."""
    table = TableOf("table1", {"a": "date", "b": "event"})
    table.entry("14/06/16", "Nursery starts. Settles.", on="2016-06-14")
    table.entry("20/06/16", "Nappy rash, bleeding. Mum says she has cream.", on="2016-06-20")
    table.entry("11/07/16 – 15/07/16", "Away all week.", on="2016-07-11/2016-07-15")
    return [table]


def contact_records() -> list[TableOf]:
    """Labels in paragraphs, a record below the other, the note over several of them."""
    table = TableOf(None, {"a": "date"}).line("IDVA contact records")
    for day, clock, kind, words, plan, on, read in (
        ("6 January 2020", "3.20pm", "Call", ["Safe to speak. Wants the locks changed.", "Has kept the messages."], "Sanctuary scheme.", "2020-01-06", "15:20"),
        ("9 January 2020", "10:00", "Visit", ["Locks done."], "Close in a month.", "2020-01-09", "10:00"),
        ("14 February 2020", "", "Call", ["Number no longer in use."], "Tell the MARAC.", "2020-02-14", None),
    ):  # fmt: skip
        row = len(table.records) + 1
        table.records += [[f"Date of contact: {day}"], [f"Time: {clock}"], [f"Type of contact: {kind}"], [f"Details: {words[0]}"]]  # fmt: skip
        table.records += [[more] for more in words[1:]]
        table.records += [[f"Plan: {plan}"], [""]]
        table._gold(1, on, {"time": read, "event": "\n".join(words), "action": plan, "source": "", "row": row})
    return [table]


def narrow() -> list[TableOf]:
    """Narrow ruled columns: the day, the time and long words break over lines."""
    columns = {"Date": "date", "Time of event": "time", "Source of info": "source", "Event": "event", "Response / action taken": "action"}  # fmt: skip
    table = TableOf("table1", columns).head()
    for day, clock, source, words, done in (
        ("12/03/2019", "14:15hrs", "CareFirst", "Grandmother telephoned: she had not seen the children since Christmas and was worried.", "Advised to make a referral herself."),
        ("29/03/2019", "09:00hrs", "E-mail from school", "Non-attendance; unauthorised since 18/03/2019.", "Home visit by the education welfare officer: no-one in."),
        ("02/04/2019", "", "CareFirst", "Strategy discussion with police and health. Threshold met.", "s47 begun; both children to be seen alone."),
    ):  # fmt: skip
        on = "-".join(reversed(day.split("/")))
        table.entry(day, clock, source, words, done, on=on, time=clock[:5] or None)
    return [table]


def in_narrow_columns(path: Path, tables: list[TableOf]) -> None:
    style = "@page { size: A4; margin: 25mm } table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 11pt sans-serif } td, th { border: 1px solid #000; padding: 3px; text-align: left; vertical-align: top; overflow-wrap: anywhere }"
    weasyprint.HTML(string=f"<style>{style}</style>{writers._html_table(tables[0])}").write_pdf(path)


def daily_record() -> list[TableOf]:
    """A care home's record as typed pages: the day as a heading, then times and notes; each page with its head."""
    table = TableOf(None, {"date": "date", "event": "event"})
    for day, notes in (
        ("Monday 4 January 2021", (("07:30", "Up and dressed, no pain."), ("12:45", "Refused lunch; drank 100 ml. Daughter rang and was told that he had eaten well, which was not so."))),
        ("Tuesday 5 January 2021", (("02:15", "Found on the floor by the bed. No injury seen."), ("02:40", "111 rung; told to watch him."), ("08:00", "Hard to wake. 999."))),
    ):  # fmt: skip
        table.line(day)
        for clock, words in notes:
            table.entry(f"{clock} {words}", on=f"2021-01-0{day.split()[1]}", event=words, time=clock, source="", action="")  # fmt: skip
    return [table]


def typed(path: Path, tables: list[TableOf]) -> None:
    style = "@page { size: A5; margin: 18mm; @top-left { content: 'Resident 12' } @bottom-center { content: 'Page ' counter(page) } } p, h3 { margin: 0 0 3mm; font: 11pt serif }"
    body = "".join(f"<h3>{record[0]}</h3>" if str(record[0])[0].isalpha() else f"<p>{html.escape(str(record[0]))}</p>" for record in tables[0].records)  # fmt: skip
    weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf(path)


def letters() -> list[TableOf]:
    """No rules; the day in words, broken over two lines by its narrow column."""
    columns = {"Date of letter": "date", "From": "source", "Summary of letter": "event", "Action by practice": "action"}
    table = TableOf("table1", columns).head()
    for day, sender, words, done, on in (
        ("12 September 2018", "Paediatrics", "Was not brought to clinic for the third time. Discharged back to the care of the practice.", "Filed by the locum", "2018-09-12"),
        ("30 November 2018", "Emergency department", "Attended with a burn to the hand; the history was that she had touched a hair straightener.", "No action", "2018-11-30"),
        ("7 January 2019", "Health visitor", "Moved into area; records asked for.", "Records sent", "2019-01-07"),
    ):  # fmt: skip
        table.entry(day, sender, words, done, on=on)
    return [table]


def in_four_columns(path: Path, tables: list[TableOf]) -> None:
    style = "@page { size: A4; margin: 20mm } table { border-collapse: collapse; width: 100%; table-layout: fixed } th { border-bottom: 2px solid #000 } td, th { padding: 6px 12px; text-align: left; vertical-align: top; font: 10pt sans-serif } td:first-child, th:first-child { width: 18% } td:nth-child(3), th:nth-child(3) { width: 42% }"
    weasyprint.HTML(string=f"<style>{style}</style><h1>Letters</h1>{writers._html_table(tables[0])}").write_pdf(path)


KEPT_AGAIN_PAGES = [
    Case("k2-progress-notes.docx", progress_notes, as_paragraphs),
    Case("k2-agreed.docx", numbered, as_paragraphs),
    Case("k2-stacked-dates.docx", stacked_dates, writers.word(nest)),
    Case("k2-nursery.docx", bare_table, writers.word(paragraphs=("Nursery notes",))),
    Case("k2-idva.docx", contact_records, as_paragraphs),
    Case("k2-narrow.pdf", narrow, in_narrow_columns),
    Case("k2-daily-record.pdf", daily_record, typed),
    Case("k2-letters.pdf", letters, in_four_columns),
]
