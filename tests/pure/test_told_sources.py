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
