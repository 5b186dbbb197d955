"""The report's files, made from its anonymised text: PDF, Word document, single web page, executive summary; and drafts."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html

from findings import illustrated
from findings.models import BuiltReport, Report
from findings.services.anonymity import Anonymised, Decisions, register
from reviews.regimes.shapes import MERGE_FIELDS
from scr_portal.lib import docx, merging, pdf
from scr_portal.lib.page_tags import day

Format = BuiltReport.Format
# What is published is byte for byte what was scanned, so the marking says itself when it falls.
MARKING = "OFFICIAL-SENSITIVE until it is published"
# The sections that the executive summary holds; it is built where somebody has written the first of them.
SUMMARY = ("summary", "recommendations")
Section = tuple[str, str, Sequence[docx.Block]]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: (key, heading, blocks) of each section that holds words. `watermark` stands across drafts."""

    title: str
    board: str
    sections: Sequence[Section]
    marking: str = MARKING
    watermark: str = ""
    support: str = ""
    template: bytes = b""

    @property
    def headed(self) -> list[tuple[str, Sequence[docx.Block]]]:
        """The sections as a Word document wants them."""
        return [(heading, blocks) for _, heading, blocks in self.sections]


def composed(report: Report, made: Anonymised) -> Document:
    """The whole report as it would be published."""
    board, sections = (
        report.review.board,
        [(key, title, illustrated.blocks(text)) for key, title, text in made.sections if text.strip()],
    )
    template = board_template(report)
    return Document(report.title, board.name, in_order(sections), support=board.support_text, template=template)


def board_template(report: Report) -> bytes:
    """The board's own Word document: its letterhead, whose fields are filled in; nothing where it lacks the styles of a report."""
    own = report.review.board.letterheads.filter(retired_on=None, letter="").first()
    if own is None:
        return b""
    with own.file.open("rb") as held:
        content: bytes = held.read()
    if docx.lacking(content):
        return b""
    said = {"board": report.review.board.name, "subject": report.title}
    return merging.filled(content, dict.fromkeys((*MERGE_FIELDS, *merging.OWN_FIELDS), "") | said)


def in_order(sections: Sequence[Section]) -> list[Section]:
    """Sections as a reader meets them: the summary is written last and stands first."""
    return sorted(sections, key=lambda section: section[0] != SUMMARY[0])


def summary(document: Document) -> Document:
    """The executive summary: what its section says, and what is recommended."""
    held = [section for section in document.sections if section[0] in SUMMARY]
    return replace(document, title=f"{document.title}: executive summary", sections=held)


def wanted(made: Anonymised) -> tuple[str, ...]:
    """The formats in which a text is published: a summary where one was written."""
    has_summary = any(key == SUMMARY[0] and text.strip() for key, _, text in made.sections)
    return tuple(kind for kind in Format.values if kind != Format.SUMMARY or has_summary)


def made_into(kind: str, document: Document) -> bytes:
    """The bytes of one format. Raises OSError where the libraries that make a PDF are missing."""
    if kind == Format.DOCX:
        return docx.write(
            document.title,
            [(heading, illustrated.for_word(parts)) for heading, parts in document.headed],
            subject=document.board,
            marking=document.marking,
            template=document.template,
        )
    if kind == Format.HTML:
        return render_to_string("findings/report/web.html", {"document": document}).encode()
    said = summary(document) if kind == Format.SUMMARY else document
    return pdf.render("findings/report/document.html", {"document": said, "behind": behind(said.watermark)})


def draft(report: Report, made: Anonymised, reader: str, today: date) -> bytes:
    """A draft as a PDF for one reader, whose name stands across each page; what is undecided stays covered."""
    sections = [
        (key, title, illustrated.blocks(text))
        for (key, _, _), (title, text) in zip(made.sections, made.covered, strict=True)
        if text.strip()
    ]
    words = f"DRAFT for {reader}, {day(today)}"
    marking = f"OFFICIAL-SENSITIVE. {words}. Not to be passed on"
    return made_into(
        Format.PDF, Document(f"Draft. {report.title}", report.review.board.name, in_order(sections), marking, words)
    )


def behind(words: str) -> str:
    """A drawing that stands behind the words of each page, or nothing. It is grey enough to see and pale enough to read over."""
    if not words:
        return ""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123"><text x="397" y="600" text-anchor="middle"'
        ' font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="{}" fill="#d8d8d8" transform="rotate(-52 397 580)">{}</text></svg>',
        max(16, min(44, 1300 // len(words))),
        words,
    )


def scan(report: Report, kind: str, content: bytes) -> list[dict[str, Any]]:
    """What the scan of a built file found and nobody decided to keep, as the page shows it."""
    return searched(report, BuiltReport.ENDINGS[kind], content, Decisions.of(report.review).kept_words())


def searched(report: Report, ending: str, content: bytes, kept: Collection[str]) -> list[dict[str, Any]]:
    """What the scan of a file with that ending found, `kept` words aside."""
    from findings.anonymise.residue import residue  # Loads the readers of every format: only when a file is scanned.

    board = (
        report.review.board
    )  # It publishes the report: its own name and area, and where it says that support is, identify nobody.
    allowed = {*kept, board.name, board.area, *board.support_text.splitlines()}
    if ending == "docx" and (template := board_template(report)):
        allowed |= docx.heads_and_feet(template)  # The board's own address on its own paper.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{ending}"
        path.write_bytes(content)
        found = residue(path, register(report.review), allowed=allowed)
    return [{"where": hit.where, "text": hit.text, "context": hit.context, "kind": hit.kind} for hit in found]
