"""What every format writes: the marking, what is shown, the columns that hold something, and a row for each entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from agencies.chronology.grid import clean
from findings.annotated import ages_at
from findings.chronology_export.date_words import clock, date_cell, long_day
from findings.models import Mark
from findings.naming import called
from findings.services import anonymity
from reviews.models import Review
from scr_portal.lib.sheets import Column, Document, Row

COVERED = (
    "Names are covered: published names stand in their place, and what nobody has decided about is in square brackets."
)


# The words under "As written" are those of a date that the Date column could not keep.
COLUMNS = (
    Column("Ref", 5), Column("Date", 11), Column("Time", 5), Column("End time", 5, always=False), Column("Agency", 10),
    Column("Source", 10), Column("What happened", 30), Column("Response", 20), Column("Child/adult seen", 5, always=False),
    Column("People", 8, always=False), Column("Age", 8, always=False), Column("Themes", 8, always=False),
    Column("Marks", 9, always=False), Column("As written", 8, always=False),
)  # fmt: skip
Subjects = Sequence[tuple[str, date]]
# As the reader of chronologies reads it back.
SEEN = {"yes": "Yes", "no": "No", "": ""}


def compose(
    review: Review, entries: Iterable[Any], *, named: bool, asked: Sequence[str], today: date, subjects: Subjects = ()
) -> Document:
    """The document of `entries`, in their order; `asked` are the filters in words. Names are covered unless `named`.

    `subjects` are those whose ages stand beside the entries, each with the day of their birth.
    """
    # Sources and marks say the same again and again: what was covered once is not searched a second time.
    cover = clean if named else cache(covering(review))
    rows = [row(entry, cover, today, subjects, named=named) for entry in entries]
    held = [place for place, column in enumerate(COLUMNS) if column.always or any(line[place] for line in rows)]
    number = f"{len(rows)} entr{'y' if len(rows) == 1 else 'ies'}"
    return Document(
        title=f"{review.ref}: merged chronology",
        about=(
            "With real names." if named else COVERED,
            "Shown: " + ("; ".join(cover(words) for words in asked) or "every entry") + ".",
            f"{number}, exported on {long_day(today)}.",
        ),
        columns=tuple(COLUMNS[place] for place in held),
        rows=[tuple(line[place] for place in held) for line in rows],
        sheet="Merged chronology",
    )


def covering(review: Review) -> Callable[[str], str]:
    """What covers the names in a text; the register is read once."""
    cover = anonymity.covering(review)
    return lambda text: cover(clean(text)) if text else ""


def row(entry: Any, cover: Callable[[str], str], today: date, subjects: Subjects, *, named: bool) -> Row:
    """One entry as cells, in the order of COLUMNS. Texts stand as a reader of the file would clean them."""
    dated, words = date_cell(entry, cover(entry.date_text), today)
    themes, marks = marked(entry.standing_marks, cover)
    marks = "\n".join(filter(None, (*(f"On hold: {hold.get_kind_display()}" for hold in entry.standing_holds), marks)))
    people = "; ".join(clean(called(each.person, named=named)) for each in entry.standing_namings)
    return (
        f"{entry.pk:05}", dated, clock(entry.time), clock(entry.end_time), clean(entry.agency.label), cover(entry.source),
        cover(entry.event), cover(entry.action), SEEN[entry.seen], people, "; ".join(ages_at(entry, subjects)), themes, marks, words,
    )  # fmt: skip


def marked(marks: Iterable[Mark], cover: Callable[[str], str]) -> tuple[str, str]:
    """The themes of an entry, and its other marks with their notes, one a line."""
    themes, said = [], []
    for mark in marks:
        if mark.theme_id:
            themes.append(clean(str(mark)))
        if mark.note or not mark.theme_id:
            said.append(f"{clean(str(mark))}: {cover(mark.note)}" if mark.note else clean(str(mark)))
    return "; ".join(themes), "\n".join(said)
