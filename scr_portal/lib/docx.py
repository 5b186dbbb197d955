"""Word documents from headed text, with real styles and no trace of a person in the properties."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from docx import Document


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a sub-heading or a list of items, as a writer marked it."""

    kind: str  # "paragraph" "heading" "list"
    text: str = ""
    items: tuple[str, ...] = ()


def blocks(text: str) -> list[Block]:
    """Read plain text: blank lines part paragraphs, "## " begins a sub-heading, lines that begin with "- " are a list."""
    found: list[Block] = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        lines = filter(None, map(str.strip, part.split("\n")))
        for kind, run in groupby(lines, kind_of):
            words = [line[MARKS[kind] :] for line in run]
            if kind == "heading":
                found.extend(Block(kind, heading) for heading in words)
            else:
                found.append(Block(kind, items=tuple(words)) if kind == "list" else Block(kind, " ".join(words)))
    return found


MARKS = {"heading": len("## "), "list": len("- "), "paragraph": 0}


def kind_of(line: str) -> str:
    """What a line begins: a sub-heading, a list item, or a part of a paragraph."""
    return "heading" if line.startswith("## ") else "list" if line.startswith("- ") else "paragraph"


def write(
    title: str, sections: Iterable[tuple[str, Sequence[Block]]], *, subject: str = "", marking: str = ""
) -> bytes:
    """A .docx with a title, a heading per section, real list and heading styles, and `marking` at the head of each page."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, subject, "en-GB"
    properties.author = properties.last_modified_by = "SCR Portal"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0)
    if marking:
        document.sections[0].header.paragraphs[0].text = marking
    document.add_heading(title, level=0)
    for heading, parts in sections:
        document.add_heading(heading, level=1)
        for part in parts:
            if part.kind == "heading":
                document.add_heading(part.text, level=2)
            elif part.kind == "list":
                for item in part.items:
                    document.add_paragraph(item, style="List Bullet")
            else:
                document.add_paragraph(part.text)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
