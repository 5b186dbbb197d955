"""The merged chronology as a Word document: one real table on wide pages, its headings repeated, each page marked."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from scr_portal.lib.sheets import Document, Row

MARGIN = Mm(12)
PAGE = (Mm(297), Mm(210))
TWIPS = 1440 * (297 - 24) / 25.4  # the width of the text, in the table's own measure


def write(document: Document) -> bytes:
    """A .docx with marking, title, the sentences about it, and the table; nobody is named in its properties."""
    word = new_document()
    properties = word.core_properties
    properties.title, properties.subject, properties.language = document.title, document.marking, "en-GB"
    properties.author = properties.last_modified_by = "SCR Portal"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0)
    word.styles["Normal"].font.size = Pt(8.5)
    lay_out(word.sections[0], document.marking)
    word.add_heading(document.title, level=1)
    for sentence in document.about:
        word.add_paragraph(sentence)
    word.element.body.insert(len(word.element.body) - 1, parse_xml(table(document)))
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def lay_out(section: Any, marking: str) -> None:
    """A4 on its side, the marking at the head of each page and its number at the foot."""
    section.orientation, (section.page_width, section.page_height) = WD_ORIENT.LANDSCAPE, PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(18)
    section.header.paragraphs[0].text = marking
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._p.append(number)


def table(document: Document) -> str:
    """The table as it stands in the file. Written whole: cell by cell, ten thousand entries would take minutes."""
    grid = "".join(f'<w:gridCol w:w="{round(TWIPS * share / 100)}"/>' for share in document.shares)
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{round(TWIPS)}\" w:type=\"dxa\"/>"
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val={quoteattr(document.title)}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row(document.headings, heading=True)}"
        f"{''.join(row(cells) for cells in document.rows)}</w:tbl>"
    )  # fmt: skip


def row(cells: Row, *, heading: bool = False) -> str:
    """One row that no page break cuts; the one with the headings stands at the head of every page."""
    repeated = "<w:tblHeader/>" if heading else ""
    bold = "<w:rPr><w:b/></w:rPr>" if heading else ""
    texts = "".join(f"<w:tc><w:p>{run(text, bold)}</w:p></w:tc>" for text in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{texts}</w:tr>"


def run(text: str, properties: str) -> str:
    """The words of a cell, with its line breaks and tabs as Word has them; nothing for no words."""
    if not text:
        return ""
    words = escape(text).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">").replace(
        "\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">"
    )  # fmt: skip
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'
