"""The column that says in which record an entry stands is found under whatever heading an agency gives it, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.chronology.grid import Sheet
from agencies.chronology.reading import Choices, interpret

DAYS = ("04/03/2019", "11/03/2019", "15/03/2019", "2 April 2019", "09/04/2019", "23/04/2019")
EVENTS = (
    "Visit. Mum seen with both children, house cold and no food in the cupboards.",
    "Neighbour rings to say that the baby has cried since noon.",
    "Did not attend appointment, letter returned.",
    "Dad shouted at the worker and would not let her see Jay.",
    "Child told teacher that she is scared to go home.",
    "Core group held without the school.",
)
DONE = (
    "Section 47 considered.",
    "Police told.",
    "Second letter sent.",
    "Manager informed.",
    "Referral to MASH.",
    "None.",
)
SOURCES = {
    "Where written": ("Care plan", "Accident book", "Daily notes", "Loose sheet"),
    "Whereabouts on LCS": ("Contact record", "Visit form", "Supervision note"),
    "Record seen by us": ("UC journal", "Call recording", "Task list"),
    "Where recorded": ("RiO", "Diary sheet", "E-mail"),
    "Recorded where": ("OASIS", "DASH form", "Call log"),
    "Recorded in": ("Liquidlogic EHM", "Minutes", "Visit log"),
    "Recorded on": ("BadgerNet", "Form 1", "E-mail", "BadgerNet"),
    "LAS document": ("Case note", "Contact form", "Record search", "Notice"),
    "Book": ("Day book", "Volunteer's diary", "E-mail"),
    "Coded in": ("Journal", "Results", "Tasks", "Letters in"),
    "Record type": ("ePCR", "CAD", "E-mail", "Call recording"),
    "System": ("Northgate", "ASB module", "Rents"),
    "File ref": ("SW/12 p. 3", "SW/12 p. 9", "HV p. 2"),
    "Doc ref": ("A12", "B3", "C7"),
    "Document type": ("Case note", "Letter", "Discharge summary"),
    "Folio": ("f. 12", "f. 13v", "f. 20"),
    "Tab": ("Tab 1", "Tab 4", "Tab 9"),
    "Bundle": ("A3", "C14", "C15, para 6"),
    "Held on": ("Mosaic", "Paper file", "E-mail"),
    "Location of record": ("SystmOne", "Red book", "Paper file"),
    "Taken from": ("Care plan", "Daily notes", "Accident book"),
    "Evidenced by": ("Case note", "Letter", "E-mail"),
    "Basis": ("Contemporaneous notes", "Minutes", "Memory of worker"),
    "Which system?": ("Liquidlogic", "EHM", "Paper file"),
    "Paper / electronic": ("Paper file", "Mosaic"),
    "Lle cofnodwyd": ("Cofnodion", "RiO", "Llythyr"),
    "Systems checked": ("Niche", "STORM", "PNC"),
    "Where noted": ("Visit log", "Rota", "MAR chart", "Sticky note"),
    "Origin of entry": ("Lloyd George notes", "Consultation", "111 report", "Scanned form"),
    "Ledger or log": ("Rent account", "Repairs log", "Mailbox", "Diary sheets"),
    "Module": ("Assessment", "Diary", "Home visit form", "Prescribing"),
    "Where we found it": ("Paper file", "E-mail", "Nursery diary"),
    "Book / form": ("Occurrence book", "Body map", "Accident form"),
    "Which book": ("Day book", "Handover book", "Signing in book"),
    "Notes consulted": ("Ward notes", "Nursing kardex", "Clinic letter"),
    "Documents relied on": ("Case conference minutes", "S47 report", "Letter"),
    "Drawn from": ("Pocket notebook", "Custody record", "Body worn video"),
    "Pulled from": ("Crime report", "Intelligence log", "Call recording"),
    "Information came from": ("Tenancy file", "ASB diary", "Void inspection form"),
    "Traced in": ("Archive box 4", "Microfiche", "Scanned file"),
    "Minuted in": ("Core group minutes", "LAC review minutes", "Strategy minutes"),
    "Charted on": ("Fluid chart", "Turn chart", "Observation chart"),
    "Documented under": ("Safeguarding folder", "Pastoral file", "Attendance register"),
    "Entered under": ("nDelius", "OASys", "Licence file"),
    "Retained as": ("Case note", "Scanned letter", "Photograph"),
    "In which record": ("Hand-held notes", "Badgernet", "Labour notes"),
    "On which system": ("Liquidlogic", "Paper file", "ContrOCC"),
    "From which file": ("File 2", "File 3", "Legal file"),
    "Record set": ("GP record", "Health visitor record", "Red book"),
    "System name": ("Symphony", "PAS", "Ward notes"),
    "Primary record": ("Journal", "Tasks", "Claimant file"),
    "Records interrogated": ("PNC", "PND", "Niche"),
    "Which system is it on": ("AssetPlus", "ChildView", "E-mail"),
    "Screen in system": ("Contact log", "Case notes", "Documents tab"),
    "Corroborated by what document": ("Statement of PC 2110", "CCTV", "Crime report"),
    "Supporting papers": ("Referral form", "DASH form", "MARAC minutes"),
    "Cross-reference": ("Bundle p. 14", "Bundle p. 22", "Exhibit 3"),
    "Location of entry": ("Diary sheet", "Night report book", "Care plan"),
    "Provenance of the information": ("Placement diary", "Independent reviewer's report", "Letter"),
    "Lifted from": ("Incident log", "Vehicle log", "Shift log"),
    "Obtained out of": ("Paper file", "Case notes", "Minutes"),
    "Learnt from": ("Police report", "School file", "Court papers"),
    "Chart or notes": ("Drug chart", "Medical notes", "Nursing notes"),
    "Folder and page": ("Folder 1 p. 3", "Folder 1 p. 8", "Folder 2 p. 1"),
    "Register / minutes": ("Visitor register", "Governors' minutes", "Register of exclusions"),
    "Application": ("Birdie", "CM2000", "Paper log"),
    "Held as": ("E-mail", "Voice recording", "Screenshot"),
    "Quoted from": ("Interview transcript", "Letter", "Statement of mother"),
    "Read in": ("Chart 2", "Integrated notes", "Discharge summary"),
    "Tarddiad": ("Ffeil bapur", "Cofnodion", "Llythyr"),
    "Nodwyd yn": ("Dyddiadur", "Nodiadau ward", "Ffurflen"),
    "Llyfr neu ffeil": ("Llyfr digwyddiadau", "Ffeil yr ysgol", "Ffeil yr ysgol"),
    "Evidence held": ("Body worn video", "Statement", "999 recording"),
    "PNB / MG11": ("PNB 114", "MG11", "PNB 115"),
    "Caseworker's file": ("File note", "Minute sheet", "Letter"),
}
NO_SOURCES = {
    "Method": ("Telephone", "E-mail", "Letter"),
    "Type": ("Letter", "E-mail", "Minutes"),
    "Contact type": ("Letter", "E-mail", "Text"),
    "Note type": ("Home visit", "Case note", "Supervision"),
    "Copied to": ("File", "GP record"),
    "Where seen": ("Home", "School", "Clinic"),
    "Where": ("Home", "Flat 2", "Garden"),
    "Recorded by": ("K Osei", "T Whitlock"),
    "Recorded in notes?": ("Yes", "No"),
    "Form completed?": ("Yes", "No"),
    "Case no": ("P-881", "P-960"),
    "Appliance": ("P1", "P2"),
    "Title": ("Case note", "Home visit", "Telephone call"),
    "Response form": ("By letter", "By e-mail"),
    "Shared with": ("GP record", "E-mail", "Letter"),
    "Clinic": ("Paed Gastro", "Comm Paed"),
    "Logged in": ("08:05", "12.50", "1800hrs"),
    "Found in": ("Bedroom", "Garden", "Bath"),
    "Where found": ("Kitchen floor", "Bus stop", "Stairwell"),
    "Kept in": ("Ward 4", "Side room", "Ward 9"),
    "Where reported": ("Front counter", "By phone", "In person"),
    "Taken from": ("Home", "School", "Grandmother's house"),
    "Reported to": ("MASH", "Police", "Line manager"),
    "Passed on from": ("Night staff", "Day staff"),
    "Written to": ("Landlord", "Both parents"),
    "See": ("Alone", "With mother"),
    "Form": ("Year 7", "8B", "Year 9"),
    "Card left": ("Yes", "No"),
    "Letter": ("Sent", "Not sent"),
}


def taken(*columns: tuple[str, tuple[str, ...]]) -> dict[str, str]:
    """Field → the heading that was taken for it."""
    rows: list[list[object]] = [[heading for heading, _ in columns]]
    rows += [[cells[place % len(cells)] for _, cells in columns] for place in range(len(DAYS))]
    parsed = interpret([Sheet("Log", rows)], Choices(today=date(2025, 1, 1)))  # type: ignore[arg-type]
    return {column.field: column.heading for column in parsed.tables[0].columns if column.field}


@pytest.mark.parametrize("heading", SOURCES)
def test_what_names_records_is_the_source(heading: str) -> None:
    source = (heading, SOURCES[heading])
    last = taken(("Date", DAYS), ("Event", EVENTS), ("Action", DONE), source)
    first = taken(("Date", DAYS), source, ("Worker", ("KO", "TW")), ("Notes", EVENTS))
    assert (last["source"], last["event"], last["action"]) == (heading, "Event", "Action")
    assert (first["source"], first["event"]) == (heading, "Notes")
    assert "action" not in first


@pytest.mark.parametrize("heading", NO_SOURCES)
def test_a_wrong_source_is_worse_than_none(heading: str) -> None:
    found = taken(("Date", DAYS), ("Event", EVENTS), ("Action", DONE), (heading, NO_SOURCES[heading]))
    assert "source" not in found


def test_a_heading_of_evidence_over_a_story_is_what_happened() -> None:
    found = taken(("Date", DAYS), ("Evidence", EVENTS), ("Action", DONE))
    assert (found["event"], found["action"]) == ("Evidence", "Action")
    assert "source" not in found


def test_days_under_recorded_on_stay_the_day_of_the_record() -> None:
    later = ("05/03/2019", "12/03/2019", "15/03/2019", "3 April 2019", "10/04/2019", "24/04/2019")
    found = taken(("Date", DAYS), ("Event", EVENTS), ("Recorded on", later), ("Held on", ("Mosaic", "Paper file")))
    assert (found["recorded_date"], found["source"]) == ("Recorded on", "Held on")


def test_of_two_headings_of_sources_the_one_over_records_is_taken() -> None:
    rings = ("Reported by", ("Neighbour", "Teacher", "Mother"))
    found = taken(("Date", DAYS), rings, ("Event", EVENTS), ("System", ("Northgate", "Rents file", "E-mail")))
    assert found["source"] == "System"


def test_numbers_of_the_entries_are_no_source_beside_a_column_that_names_records() -> None:
    numbers = ("Doc ref", ("A1", "A2", "A3", "A4", "A5", "A6"))
    forms = ("Mosaic form", ("Case note", "Contact form", "EDT log"))
    assert taken(numbers, ("Date", DAYS), ("Event", EVENTS), ("Action", DONE), forms)["source"] == "Mosaic form"


@pytest.mark.parametrize(
    ("arrived", "left", "fields"),
    [
        (("07:30", "12.15", "6pm"), ("08:00", "12.35", "6.20pm"), ("time", "end_time")),
        (
            DAYS,
            ("05/03/2019", "12/03/2019", "16/03/2019", "3 April 2019", "10/04/2019", "24/04/2019"),
            ("date", "end_date"),
        ),
    ],
    ids=["times", "days"],
)
def test_left_is_the_end_of_arrived(arrived: tuple[str, ...], left: tuple[str, ...], fields: tuple[str, str]) -> None:
    days = [("Date", DAYS)] if fields[0] == "time" else []
    found = taken(*days, ("Arrived", arrived), ("Left", left), ("Carer's note", EVENTS), ("Carer did", DONE))
    assert (found[fields[0]], found[fields[1]]) == ("Arrived", "Left")
    assert (found["event"], found["action"]) == ("Carer's note", "Carer did")
