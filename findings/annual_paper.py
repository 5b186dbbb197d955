"""The yearly report as a paper: what people wrote in each section, and below it what the record of the year says."""

from __future__ import annotations

from collections.abc import Iterator

from findings.annual_record import DRAW, YearRecord
from findings.annual_sayings import Sayings
from findings.models import AnnualPart, AnnualReport
from scr_portal.lib.docx import Block
from scr_portal.lib.papers import Paper, words

# What is published is byte for byte what was scanned, so the marking says itself when it falls.
MARKING = "OFFICIAL-SENSITIVE until it is published"


def paper(report: AnnualReport, sayings: Sayings) -> Paper:
    """The whole report; a section in which nothing stands is left out. What waits for a decision is noted in `sayings`."""
    record = YearRecord(report, sayings)
    sections = ((part.title, tuple(section(part, record))) for part in report.parts.all())
    return Paper(str(report), report.board.name, MARKING, tuple((title, parts) for title, parts in sections if parts))


def section(part: AnnualPart, record: YearRecord) -> Iterator[Block]:
    """What people wrote in a section, and what is drawn into it."""
    yield from words(record.sayings.typed(part.title, part.text))
    if part.line is not None and part.line.draws:
        yield from DRAW[part.line.draws](record, part.title)
