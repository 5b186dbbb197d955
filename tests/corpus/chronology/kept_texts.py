"""Text files kept back from the reader, first lot: exports of programs, and what people keep in a text editor."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf

ATTENTION = "needs-attention"


def cpoms() -> list[TableOf]:
    """A school's concerns: actions with dates of their own, which are no further entries."""
    columns = {
        "Student": "people", "Year Group": "kind", "Incident Date": "date", "Incident Time": "time", "Categories": "kind", "Incident": "event",
        "Actions": "action", "Maintained by": "author", "Date Added": "recorded_date",
    }  # fmt: skip
    table = TableOf(None, columns).head()
    table.entry("Child D", "Y4", "12/11/2020", "09:05", "Neglect", "Came in without a coat; 2 degrees.", "Coat lent. Parent rung 12/11/2020 at 15:10.", "KP", "12/11/2020 16:40", on="2020-11-12", time="09:05")  # fmt: skip
    table.entry("Child D", "Y4", "20/11/2020", "", "Home Issues", '"Dad is back," she told the TA.\nTA asked nothing further.', "DSL informed", "KP", "20/11/2020 12:01", on="2020-11-20")  # fmt: skip
    table.entry("Child D", "Y4", "03/12/2020", "13:30", "Attendance", "Collected early by an aunt; see entry of 20/11/2020.", "", "LM", "04/12/2020 08:15", on="2020-12-03", time="13:30")  # fmt: skip
    return [table]


def emis() -> list[TableOf]:
    """A GP's export with the program's own lines above, month names in capitals and a code beside each text."""
    columns = {"Consultation Date": "date", "Consulter": "author", "Consultation Type": "kind", "Code Term": "kind", "Associated Text": "event"}  # fmt: skip
    table = TableOf(None, columns).line("EMIS Web").line("Report: Consultations").line("Run on 05-Jan-2022 by Practice Manager").line().head()  # fmt: skip
    table.entry("04-JUN-2019", "BELL, A (Dr)", "GP Surgery", "Anxiety state", "Tearful; partner controlling money.", on="2019-06-04")  # fmt: skip
    table.entry("18-JUN-2019 08:50", "HALL, C (Ms)", "Telephone", "Failed encounter", "No reply x 2", on="2019-06-18", time="08:50")  # fmt: skip
    table.entry("01-SEP-2019", "BELL, A (Dr)", "Letter", "Letter from ED", "Attended 30-AUG-2019 with # wrist, fell off step.", on="2019-09-01")  # fmt: skip
    table.line("Number of consultations: 3").line("Confidential: Personal Data")
    return [table]


def systmone() -> list[TableOf]:
    """A community nurse's export in semicolons and cp1252, with typographic signs."""
    columns = {"Event date and time": "date", "Done at": "place", "Recorded by": "author", "Event narrative": "event", "Plan": "action"}  # fmt: skip
    table = TableOf(None, columns).head()
    table.entry("07 Feb 2022 11:20", "Home", "DN Team", "Pressure sore grade 3 – “not eating”; £20 missing, says sister.", "Refer TVN", on="2022-02-07", time="11:20")  # fmt: skip
    table.entry("08 Feb 2022 09:00", "Home", "DN Team", "No access. Dog barking…", "Try again; ring daughter", on="2022-02-08", time="09:00")  # fmt: skip
    table.entry("08 Feb 2022 16:45", "Phone", "DN Team", "Daughter rings back: he’s in hospital.", "", on="2022-02-08", time="16:45")  # fmt: skip
    return [table]


def ambulance_iso() -> list[TableOf]:
    """ISO stamps as a database gives them."""
    table = TableOf(None, {"incident_id": "ref", "call_received_at": "date", "chief_complaint": "event", "outcome": "action"}).head()  # fmt: skip
    table.entry("A-1", "2019-03-04T14:15:00", "Breathing problems", "See and treat", on="2019-03-04", time="14:15")
    table.entry("A-2", "2019-03-09T23:40:12", "Overdose: 16 x paracetamol", "Conveyed", on="2019-03-09", time="23:40")
    table.entry("A-3", "2019-04-01T00:00:30", "Welfare check, no answer", "Police asked", on="2019-04-01", time="00:00")
    return [table]


def us_export() -> list[TableOf]:
    """A helpline's program counts months first and says AM and PM."""
    table = TableOf(None, {"Contact Date": "date", "Type": "kind", "Summary": "event"}).head()
    for written, words, clock in (("1/4/2021 9:05:00 AM", "Webchat", "09:05"), ("1/17/2021 8:30:00 PM", "Call, cut off", "20:30"), ("2/3/2021 1:00:00 PM", "Call", "13:00"), ("2/26/2021 7:45:00 AM", "Text", "07:45")):  # fmt: skip
        table.entry(written, "Helpline", words, on=None, time=clock, status=ATTENTION)
    return [table]


def blocks() -> list[TableOf]:
    """A benefits office's print: each contact is a block of labels, and no table is there."""
    table = TableOf(None, {"a": "date"})
    for row, (day, clock, words, done, on, read) in enumerate(
        (
            ("12/08/2019", "10:15", "Claimant rings; cannot pay rent.", "Told of advance.", "2019-08-12", "10:15"),
            ("19/08/2019", "", "Work capability form returned blank.", "Reminder sent.", "2019-08-19", None),
            ("02/09/2019", "15:05", "Claim closed; no reply.", "Letter sent.", "2019-09-02", "15:05"),
        ),
        1,
    ):
        table.records += [[f"Date: {day}"], [f"Time: {clock}"], [f"Contact: {words}"], [f"Action taken: {done}"], []]
        table._gold(1, on, {"time": read, "event": words, "action": done, "row": row * 5 - 4, "source": ""})
    return [table]


def as_lines(path: Path, tables: list[TableOf]) -> None:
    path.write_text("\n".join(str(record[0]) if record else "" for record in tables[0].records), encoding="utf-8")


def diary() -> list[TableOf]:
    """A support worker's notes: a line with the day, then lines that begin with a time."""
    table = TableOf(None, {"date": "date", "event": "event"}).line("Support notes: Flat 3")
    for day, notes in (
        ("Monday 1 July 2019", (("10:00", "Helped with letters from the council."), ("14:30", "Went to the food bank together."))),
        ("Tuesday 2 July 2019", (("9.15am", "No answer at the door."),)),
        ("Friday 5 July 2019", (("11:00", "Said she had been hit on Tuesday night; would not say by whom."),)),
    ):  # fmt: skip
        table.line(day)
        on = f"2019-07-0{day.split()[1]}"
        for clock, words in notes:
            table.entry(f"{clock} {words}", on=on, event=words, time="09:15" if "am" in clock else clock, source="", action="")  # fmt: skip
        table.line("")
    return [table]


def dated_lines() -> list[TableOf]:
    """A church worker's file: a date, a dash and what happened, over several lines."""
    table = TableOf(None, {"date": "date", "event": "event"})
    for first, more, on, clock in (
        ("03/02/18 - Came to the lunch club for the first time.", [], "2018-02-03", None),
        ("10/02/18 - Brought her son. He has a plaster on his", ["forehead and says he walked into a door."], "2018-02-10", None),
        ("17/02/18 at 1pm - Not seen. Rang in the week,", ["no answer, and again on the Friday."], "2018-02-17", "13:00"),
        ("24/02/18 - Husband came alone. 20 people in all.", [], "2018-02-24", None),
    ):  # fmt: skip
        table.records.append([first])
        words = " ".join([first.split(" - ", 1)[1], *more])
        table._gold(1, on, {"event": words, "time": clock, "source": "", "action": ""})
        table.records += [[line] for line in more]
    return [table]


def weeks() -> list[TableOf]:
    """An early help service that counts in weeks and quarters; quotation marks with breaks and commas within."""
    table = TableOf(None, {"Period": "date", "Contact": "event", "Outcome": "action", "Worker": "author"}).head()
    for written, on in (
        ("W/C 07.01.19", "2019-01-07/2019-01-13"),
        ("week beginning 14th January 2019", "2019-01-14/2019-01-20"),
        ("Week ending Friday 25 January 2019", "2019-01-19/2019-01-25"),
        ("Q1 2019", "2019-01-01/2019-03-31"),
        ("Easter holidays 2019", "2019-04-05/2019-05-07"),
        ("Jan-Mar 2020", "2020-01-01/2020-03-31"),
        ("1-5 June 2020", "2020-06-01/2020-06-05"),
        ("29/06/20 to 03/07/20", "2020-06-29/2020-07-03"),
    ):
        table.entry(written, f"Visits, as planned:\n- one\n- two, with the “dad” ({written})", "Kept, then\nclosed", "PT", on=on)  # fmt: skip
    return [table]


def all_quoted(path: Path, tables: list[TableOf]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(tables[0].records)


def looks_like() -> list[TableOf]:
    """Texts that look like totals, headings, footers and dates, and are what happened."""
    table = TableOf(None, {"Date": "date", "Time": "time", "Source": "source", "Event": "event", "Action": "action"}).head()  # fmt: skip
    for day, clock, words, done in (
        ("02/03/2020", "10:00", "Total of three missed calls today.", "None"),
        ("03/03/2020", "11:00", "Date", "Left blank by the clinic: text as on the card"),
        ("04/03/2020", "12:00", "Page 4 of the red book torn out.", "Event"),
        ("05/03/2020", "13:00", "01/02/2020 letter arrived only now.", "Filed"),
        ("06/03/2020", "14:00", "End of placement.", "Source of the money not known"),
        ("07/03/2020", "15:00", "Notes: none made, says the locum.", ""),
        ("08/03/2020", "16:00", "May 2020 move discussed.", "-"),
        ("09/03/2020", "17:00", "SW", "HV told"),
        ("10/03/2020", "18:00", "1300 calories a day, by the chart.", ""),
    ):
        table.entry(day, clock, "Card", words, done, on=f"2020-03-{day[:2]}", time=clock)
    return [table]


def not_entries() -> list[TableOf]:
    """Rows that must not be taken as they stand."""
    table = TableOf(None, {"Date": "date", "Time": "time", "Event": "event"}).head()
    for written, words, status in (
        ("31/06/2019", "Visit.", "reject"), ("29/02/2018", "Call.", "reject"), ("00/00/0000", "Call.", ATTENTION), ("TBC", "Meeting.", ATTENTION),
        ("13/13/2019", "Letter.", "reject"), ("12/05/2091", "Letter.", ATTENTION), ("ongoing", "Worry.", ATTENTION), ("various", "Calls.", ATTENTION),
        ("12/05", "Visit.", ATTENTION), ("Tuesday", "Visit.", ATTENTION), ("12th", "Visit.", ATTENTION), ("before Christmas", "Visit.", ATTENTION),
        ("Friday 12/03/2019", "Visit.", ATTENTION), ("12/3/2019 or 13/3/2019", "Visit.", ATTENTION), ("32.1.2019", "Visit.", "reject"),
    ):  # fmt: skip
        on = "2019-03-12" if written == "Friday 12/03/2019" else None
        table.entry(written, "", f"{words} ({written})", on=on, status=status)
    table.entry("14/03/2019", "10:00", "", on="2019-03-14", time="10:00", status="reject")
    table.entry("15/03/2019", "29:00", "Time out of range.", on="2019-03-15", status=ATTENTION)
    return [table]


KEPT_TEXTS = [
    Case("k-cpoms.csv", cpoms, writers.text()),
    Case("k-emis.csv", emis, writers.text("cp1252")),
    Case("k-systmone.csv", systmone, writers.text("cp1252", ";")),
    Case("k-ambulance.tsv", ambulance_iso, writers.text("utf-16-le", "\t", mark=codecs.BOM_UTF16_LE)),
    Case("k-helpline.csv", us_export, writers.text("utf-8", mark=codecs.BOM_UTF8)),
    Case("k-benefits.txt", blocks, as_lines),
    Case("k-support.txt", diary, as_lines),
    Case("k-church.txt", dated_lines, as_lines),
    Case("k-early-help.csv", weeks, all_quoted),
    Case("k-looks-like.csv", looks_like, writers.text()),
    Case("k-not-entries.csv", not_entries, writers.text()),
]
