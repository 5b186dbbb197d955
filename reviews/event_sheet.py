"""The record of events as a table for a file. No cell is ever a formula."""

from __future__ import annotations

from collections.abc import Collection

from reviews.forms.event import EventForm, kind_of
from reviews.models import Event
from scr_portal.lib.page_tags import moment, spoken, told
from scr_portal.lib.sheets import Column, Document

COLUMNS = (
    Column("Chain", 8), Column("No.", 4), Column("When", 12), Column("Who", 12), Column("What", 12), Column("Kind of record", 10),
    Column("Record", 16), Column("Why", 18), Column("Facts", 22), Column("From where", 8), Column("Hash", 20),
)  # fmt: skip


def sheet(title: str, form: EventForm, withheld: Collection[str]) -> Document:
    """All events that the form leaves, newest first, without the facts that are `withheld` from the reader."""
    rows = [cells(event, withheld) for event in form.narrowed.select_related("actor").iterator(2_000)]
    about = (f"{len(rows):,} event{'' if len(rows) == 1 else 's'}.", form.in_words or "Everything.")
    return Document(title, about, COLUMNS, rows, sheet="Events")


def cells(event: Event, withheld: Collection[str]) -> tuple[str, ...]:
    """One event as the file shows it."""
    facts = "; ".join(f"{key}: {value}" for key, value in told(event.facts, withheld))
    return (
        event.chain, str(event.number), moment(event.at), by(event), spoken(event.verb), kind_of(event.subject_type) if event.subject_type else "",
        event.subject, event.why, facts, event.address, event.hash,
    )  # fmt: skip


def by(event: Event) -> str:
    """Who did it: a person, whoever held an invitation, or the portal itself."""
    if invitation := event.facts.get("invitation"):
        return f"Invitation {invitation}"
    return str(event.actor or "The portal")
