"""PDF files kept back from the reader, first lot: ruled and not, wrapped lines, entries over pages, paragraphs."""

from __future__ import annotations

import html
from pathlib import Path

import weasyprint

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf


def court() -> list[TableOf]:
    """A court's chronology over pages: numbered, ruled, with page references."""
    columns = {"No.": "ref", "Date": "date", "Event": "event", "Page": "source"}
    table = TableOf("table1", columns).head()
    words = (
        "The local authority issues proceedings; the mother is not represented at the first hearing and asks for time.",
        "Contact in the centre; the worker notes that the child did not want to leave and held on to the door.",
        "Hair strand test: positive for cocaine over the whole of the period.",
        "Father’s statement filed.",
    )
    for number in range(34):
        day, month = number % 25 + 1, number // 25 + 9
        table.entry(f"{number + 1}.", f"{day}.{month:02}.2018", f"{words[number % 4]} ({number + 1})", f"C{number + 101}", on=f"2018-{month:02}-{day:02}")  # fmt: skip
    return [table]


def midwives() -> list[TableOf]:
    """No rules; long texts that wrap; blank lines between; times with a stop."""
    columns = {"Date": "date", "Time": "time", "Contact": "event", "Plan": "action", "Midwife": "author"}
    table = TableOf("table1", columns).head()
    table.entry("07/01/2020", "09.30", "Booking at 14 weeks. Late to book because she did not know, she says. Partner present throughout and answers for her; not possible to ask about domestic abuse.", "Routine enquiry at the next visit, alone.", "AM", on="2020-01-07", time="09:30")  # fmt: skip
    table.entry("04/02/2020", "11.00", "Did not attend.", "Rung; rebooked for 11/02/2020.", "AM", on="2020-02-04", time="11:00")  # fmt: skip
    table.entry("11/02/2020", "13.45", "Attended alone. Discloses that he has pushed her twice. Does not want the police. Safe way to be contacted agreed: by text, to her sister’s number.", "DASH 9. Referred to the specialist midwife and the safeguarding lead.", "JK", on="2020-02-11", time="13:45")  # fmt: skip
    table.entry("12/02/2020", "", "Specialist midwife rings: no reply.", "Try again.", "JK", on="2020-02-12")
    return [table]


def drug_service() -> list[TableOf]:
    """Ruled; one entry so long that it goes over the page in the middle of a sentence."""
    columns = {"Date": "date", "Time": "time", "Intervention": "event", "Outcome": "action"}
    table = TableOf("table1", columns).head()
    for number in range(8):
        words = " ".join(f"Part {part} of what was said on visit {number + 1} about script, housing and sleep." for part in range(18 if number in (3, 6) else 4))  # fmt: skip
        table.entry(f"{number * 3 + 1:02}-Mar-2021", f"{9 + number}:00", words, "Script given", on=f"2021-03-{number * 3 + 1:02}", time=f"{9 + number:02}:00")  # fmt: skip
    return [table]


def over_pages(path: Path, tables: list[TableOf]) -> None:
    """Rows may be cut by the end of a page; the headings stand on the first page alone."""
    style = "@page { size: A4; margin: 20mm; @bottom-center { content: counter(page) } } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 4px; text-align: left; vertical-align: top } td:nth-child(3) { width: 50% }"
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in record) + "</tr>" for record in tables[0].records)  # fmt: skip
    weasyprint.HTML(string=f"<style>{style}</style><h1>Intervention record</h1><table>{rows}</table>").write_pdf(path)


def notes() -> list[TableOf]:
    """An advocate's typed notes: each paragraph begins with its day in bold."""
    table = TableOf(None, {"date": "date", "event": "event"})
    for day, words, on, clock in (
        ("3 September 2021", "Met Mr J at the ward. He does not agree with the move and asked three times where his dog was. The ward manager said that nobody had told him about the dog, which a neighbour has.", "2021-09-03", None),
        ("9 September 2021", "Rang the social worker, who was on leave.", "2021-09-09", None),
        ("16 September 2021 at 2pm", "Best interests meeting. I said that he had been clear about his wish to go home, and that a trial with care four times a day had not been tried. The decision was put off until the assessment of the flat.", "2021-09-16", "14:00"),
        ("1 October 2021", "Died in hospital, as I heard from the ward on the 4th.", "2021-10-01", None),
    ):  # fmt: skip
        table.records.append([day, words])
        table._gold(1, on, {"event": words, "time": clock, "source": "", "action": ""})
    return [table]


def paragraphs(path: Path, tables: list[TableOf]) -> None:
    body = "".join(f"<p><b>{day}</b>: {html.escape(str(words))}</p>" for day, words in tables[0].records)
    style = "@page { size: A5; margin: 20mm; @bottom-right { content: 'Page ' counter(page) } } p { margin: 0 0 4mm; font: 11pt serif }"
    weasyprint.HTML(string=f"<style>{style}</style><h1>Notes</h1>{body}").write_pdf(path)


def out_of_hours() -> list[TableOf]:
    """111: landscape, light rules under rows only, a dated footer on every page, month banners over the width."""
    columns = {"Date & time of call": "date", "Case no": "ref", "Reported condition": "event", "Disposition": "action"}
    table = TableOf("table1", columns).head().line("OCTOBER 2022", wide=True)
    for day, clock, words, done in (
        (3, "18:22", "Fever for three days, rash on trunk.", "ED within 1 hour"),
        (4, "02:10", "Same caller: did not go, no car.", "Ambulance sent"),
        (19, "21:47", "Baby of 5 weeks, not feeding. Line lost.", "Call back failed x 3"),
    ):
        table.entry(f"{day:02}/10/2022 {clock}", f"11{day}", words, done, on=f"2022-10-{day:02}", time=clock)
    table.line("NOVEMBER 2022", wide=True)
    table.entry("01/11/2022 08:00", "1150", "Request for a repeat inhaler.", "Pharmacy", on="2022-11-01", time="08:00")
    return [table]


def under_rules(path: Path, tables: list[TableOf]) -> None:
    style = "@page { size: A4 landscape; margin: 18mm; @bottom-left { content: 'Printed 02/02/2023 10:14' } @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } } table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #999; padding: 3px 10px; text-align: left; vertical-align: top }"
    weasyprint.HTML(string=f"<style>{style}</style><h2>111 contacts</h2>{writers._html_table(tables[0])}").write_pdf(path)  # fmt: skip


KEPT_PAGES = [
    Case("k-court.pdf", court, writers.pdf(title="In the family court")),
    Case("k-midwives.pdf", midwives, writers.pdf(ruled=False, title="Community midwives")),
    Case("k-interventions.pdf", drug_service, over_pages),
    Case("k-advocate.pdf", notes, paragraphs),
    Case("k-111.pdf", out_of_hours, under_rules),
]
