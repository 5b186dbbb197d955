"""Word documents from headed text, with real styles and no trace of a person in the properties."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Mm


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a sub-heading or a list of items, as a writer marked it; facts and tables in a paper."""

    kind: str  # "paragraph" "heading" "list" "facts" "table" "picture"
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # of facts: name and text; of a table: the headings first


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A drawing in a paper: as SVG for the PDF, as PNG for Word; `text` says what it shows, its table follows it."""

    svg: str = ""
    png: bytes = b""

    @property
    def address(self) -> str:
        """The drawing as an address that holds all of it."""
        return f"data:image/svg+xml;base64,{base64.b64encode(self.svg.encode()).decode()}"


def blocks(text: str) -> list[Block]:
    """Read plain text: blank lines part paragraphs, "## " begins a sub-heading, lines that begin with "- " are a list.

    Lines that begin with "|" are the rows of a table, its headings first: | Agency | What it did |
    """
    found: list[Block] = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        lines = filter(None, map(str.strip, part.split("\n")))
        for kind, run in groupby(lines, kind_of):
            words = [line[MARKS[kind] :] for line in run]
            if kind == "table":
                found.append(Block(kind, rows=rows_of(words)))
            elif kind == "heading":
                found.extend(Block(kind, heading) for heading in words)
            else:
                found.append(Block(kind, items=tuple(words)) if kind == "list" else Block(kind, " ".join(words)))
    return found


def rows_of(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each with as many cells as the longest; a rule of hyphens below the headings is none."""
    rows = [tuple(cell.strip() for cell in line.removesuffix("|").split("|")) for line in lines]
    rows = [row for row in rows if any(cell.strip("-: ") for cell in row)] or rows[:1]
    width = max(map(len, rows))
    return tuple(row + ("",) * (width - len(row)) for row in rows)


MARKS = {"heading": len("## "), "list": len("- "), "table": len("|"), "paragraph": 0}


def kind_of(line: str) -> str:
    """What a line begins: a sub-heading, a list item, a row of a table, or a part of a paragraph."""
    known = (("## ", "heading"), ("- ", "list"), ("|", "table"))
    return next((kind for start, kind in known if line.startswith(start)), "paragraph")


# The styles in which a document is written; one that is written on a board's own template uses the board's.
STYLES = ("Title", "Heading 1", "Heading 2", "List Bullet", "Table Grid")


def lacking(template: bytes) -> list[str]:
    """The styles that a Word document would have to hold, so that a paper can be written in it, and does not."""
    known = {style.name for style in Document(io.BytesIO(template)).styles}
    return [name for name in STYLES if name not in known]


def heads_and_feet(content: bytes) -> set[str]:
    """What the heads and feet of a Word document say, paragraph by paragraph."""
    document = Document(io.BytesIO(content))
    parts = (
        part
        for section in document.sections
        for part in (
            section.header, section.first_page_header, section.even_page_header,
            section.footer, section.first_page_footer, section.even_page_footer,
        )
        if not part.is_linked_to_previous
    )  # fmt: skip
    return {text for part in parts for each in part.paragraphs if (text := each.text.strip())}


def emptied(template: bytes) -> Any:
    """A Word document with its styles, heads, feet and page, and without what it says."""
    document = Document(io.BytesIO(template))
    body = document.element.body
    for part in [part for part in body if not part.tag.endswith("}sectPr")]:
        body.remove(part)
    return document


def write(
    title: str,
    sections: Iterable[tuple[str, Sequence[Block]]],
    *,
    subject: str = "",
    marking: str = "",
    template: bytes = b"",
) -> bytes:
    """A .docx with a title, a heading per section, real list and heading styles, and `marking` at the head of each page.

    `template`: a Word document that holds all of STYLES; its own styles, heads and feet are used.
    """
    document = emptied(template) if template else Document()
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, subject, "en-GB"
    properties.author = properties.last_modified_by = "SCR Portal"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0)
    if marking and template:
        document.sections[0].header.add_paragraph(marking)
    elif marking:
        document.sections[0].header.paragraphs[0].text = marking
    document.add_heading(title, level=0)
    for heading, parts in sections:
        document.add_heading(heading, level=1)
        for number, part in enumerate(parts):
            add(document, part, after=parts[number - 1].kind if number else "heading")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def add(document: Any, part: Block, *, after: str) -> None:
    """One block at the end of a document; two tables that follow each other are kept apart."""
    if part.kind == "heading":
        document.add_heading(part.text, level=2)
    elif part.kind == "list":
        for item in part.items:
            document.add_paragraph(item, style="List Bullet")
    elif isinstance(part, Picture):
        drawn = document.add_picture(io.BytesIO(part.png))
        if drawn.width > WIDEST:
            drawn.width, drawn.height = WIDEST, Emu(round(drawn.height * WIDEST / drawn.width))
        drawn._inline.docPr.set("descr", part.text)
    elif part.kind in GRIDS:
        if after in GRIDS:
            document.add_paragraph()
        document.element.body.insert(len(document.element.body) - 1, parse_xml(grid(part)))
    else:
        document.add_paragraph(part.text)


GRIDS = ("facts", "table")
WIDEST = Mm(160)  # of a picture: what an upright page has between its margins
WIDTH = 9000  # of a table, in twentieths of a point: the text of an upright page


def grid(part: Block) -> str:
    """Facts or a table as they stand in the file. Written whole: cell by cell, a long table would take minutes."""
    columns, table = max(len(row) for row in part.rows), part.kind == "table"
    shares = [WIDTH // columns] * columns if table else [WIDTH // 3, WIDTH - WIDTH // 3]
    looks = 'w:val="0020" w:firstRow="1"' if table else 'w:val="0080" w:firstColumn="1"'
    widths = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    rows = "".join(line(row, heads=table and not number, named=not table) for number, row in enumerate(part.rows))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f"<w:tblLook {looks}/></w:tblPr><w:tblGrid>{widths}</w:tblGrid>{rows}</w:tbl>"
    )


def line(cells: Sequence[str], *, heads: bool, named: bool) -> str:
    """One row of a table: `heads` stand at the head of every page; `named`: the first cell names the second."""
    bold = [heads or (named and not number) for number in range(len(cells))]
    texts = "".join(f"<w:tc><w:p>{run(text, strong)}</w:p></w:tc>" for text, strong in zip(cells, bold, strict=True))
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if heads else ""
    return f"<w:tr>{repeated}{texts}</w:tr>"


def run(text: str, bold: bool) -> str:
    """The words of a cell, with its line breaks as Word has them; nothing for no words."""
    if not text:
        return ""
    broken = escape(text.replace("\r\n", "\n")).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{broken}</w:t></w:r>'
