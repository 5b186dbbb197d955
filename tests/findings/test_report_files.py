"""The files of a report: what a screen reader needs of them, the words that a draft bears, and who must not be told in them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import docx as python_docx
import pypdf
import pytest
from docx.shared import RGBColor
from lxml import html as markup
from pypdf.generic import NameObject

from findings.report_files import Document, behind, made_into, summary
from reviews.regimes.shapes import MERGE_FIELDS
from scr_portal.lib import docx, merging, papers, pdf
from tests.corpus.pdf_ua import faults
from tests.findings.test_residue_of_own_files import document

LONG = "\n\n".join(["Words that fill a page. " * 40] * 12)
SECTIONS = [
    ("introduction", "Introduction", docx.blocks("It began.\n\n## Why\n\n- One\n- Two\n\n| Agency | Did |\n|---|---|\n| Police | Came |")),
    ("analysis", "Analysis", docx.blocks(LONG)),
]  # fmt: skip
REPORT = Document("Review: Child A", "Northshire Partnership", SECTIONS)
BLOCKS = (
    *docx.blocks("Words.\n\n## More\n\n- a\n- b"),
    papers.table(("A", "B"), [("1", "2")] * 90),
    papers.facts([("Name", "x")]),
)
PAPER = papers.Paper("Decision record", "A board", "OFFICIAL-SENSITIVE", (("First", BLOCKS), ("Second", BLOCKS)))
REVIEW = SimpleNamespace(ref="SCR-2026-004", board=SimpleNamespace(name="A board"))
LETTER = SimpleNamespace(
    subject="The report", sent_on=None, recipient="The head", address="1 Road\nTown", review=REVIEW
)
CHRONOLOGY = SimpleNamespace(
    title="Chronology", marking="M", about=["Names are covered."], shares=[50, 50], headings=["When", "What"], rows=[("1", "2")] * 120
)  # fmt: skip

BUILT: dict[str, Callable[[], bytes]] = {
    "report": lambda: made_into("pdf", REPORT),
    "executive summary": lambda: made_into("summary", Document("A", "B", [("summary", "Summary", SECTIONS[0][2])])),
    "draft": lambda: made_into("pdf", Document("A", "B", SECTIONS, "M", "DRAFT for Lee Grant, 3 May 2026")),
    "decision record, pack": lambda: papers.file(PAPER, "pdf"),
    "letter": lambda: pdf.render("pages/letter.html", {"letter": LETTER, "parts": BLOCKS[:3], "on": date(2026, 5, 3)}),
    "chronology": lambda: pdf.render("findings/chronology/document.html", {"document": CHRONOLOGY}),
    "briefing": lambda: made_into("pdf", document("Child A")),
}


@pytest.mark.parametrize("kind", BUILT)
def test_every_pdf_of_ours_keeps_what_a_machine_can_judge_of_pdf_ua(kind: str) -> None:
    assert faults(BUILT[kind]()) == []


def broken(change: Callable[[Any], object]) -> list[str]:
    """What the checker says of a report to which `change` did harm."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(BUILT["decision record, pack"]()))
    change(writer)
    kept = io.BytesIO()
    writer.write(kept)
    return faults(kept.getvalue())


def elements(writer: Any, kind: str) -> list[Any]:
    return [each for each in (held.get_object() for held in writer._objects if held is not None) if isinstance(each, dict) and each.get("/S") == kind]  # fmt: skip


HARM: dict[str, Callable[[Any], object]] = {
    "11-006": lambda writer: writer.root_object.pop("/Lang"),
    "07-001": lambda writer: writer.root_object.pop("/ViewerPreferences"),
    "06-001": lambda writer: writer.root_object.pop("/MarkInfo"),
    "06-002": lambda writer: writer.root_object.pop("/Metadata"),
    "15-003": lambda writer: [cell.pop("/A") for cell in elements(writer, "/TH")],
    "09-004": lambda writer: [row.__setitem__(NameObject("/S"), NameObject("/P")) for row in elements(writer, "/TR")],
    "14-003": lambda writer: [head.__setitem__(NameObject("/S"), NameObject("/H5")) for head in elements(writer, "/H3")],
    "02-001": lambda writer: [part.__setitem__(NameObject("/S"), NameObject("/Box")) for part in elements(writer, "/P")],
    "13-004": lambda writer: [part.__setitem__(NameObject("/S"), NameObject("/Figure")) for part in elements(writer, "/P")],
    "01-005": lambda writer: [part.pop("/K") for part in elements(writer, "/H2")],
    "31-009": lambda writer: [each.get_object().pop("/FontFile2", None) for each in writer._objects if isinstance(each.get_object(), dict)],
    "house": lambda writer: writer.add_metadata({"/Author": "Sam Weir"}),
}  # fmt: skip


@pytest.mark.parametrize("number", HARM)
def test_the_checker_notices_harm(number: str) -> None:
    assert any(fault.startswith(number) for fault in broken(HARM[number]))


def test_the_report_has_contents_that_lead_somewhere_and_bookmarks() -> None:
    read = pypdf.PdfReader(io.BytesIO(BUILT["report"]()))
    titles = [str(entry["/Title"]) for entry in flat(read.outline)]
    assert titles == ["Review: Child A", "Contents", "Introduction", "Why", "Analysis"]
    contents = read.pages[1].extract_text()
    assert "Introduction" in contents
    assert "3" in contents
    led = {str(note.get_object()["/Dest"]) for note in read.pages[1]["/Annots"]}  # type: ignore[attr-defined]
    assert led == {"part-1", "part-2"} <= set(read.named_destinations)


def flat(outline: Any) -> list[Any]:
    return [item for each in outline for item in (flat(each) if isinstance(each, list) else [each])]


def test_a_draft_says_on_every_page_whose_it_is() -> None:
    pages = pypdf.PdfReader(io.BytesIO(BUILT["draft"]())).pages
    assert len(pages) > 4
    assert all("DRAFT for Lee Grant, 3 May 2026" in page.extract_text() for page in pages)


def test_a_name_with_signs_in_it_cannot_break_out_of_the_watermark() -> None:
    held = behind('</text><script>"&')
    assert "<script" not in held
    assert behind("") == ""


def test_the_summary_holds_the_summary_and_what_is_recommended_only() -> None:
    parts: list[Any] = [(key, key, []) for key in ("summary", "introduction", "recommendations")]
    assert [key for key, _, _ in summary(Document("T", "B", parts)).sections] == ["summary", "recommendations"]


def test_the_word_document_has_real_styles_table_headings_and_a_language() -> None:
    read = python_docx.Document(io.BytesIO(made_into("docx", REPORT)))
    styles = {paragraph.text: str(paragraph.style.name) for paragraph in read.paragraphs if paragraph.style}
    assert (styles["Review: Child A"], styles["Analysis"], styles["Why"], styles["One"]) == ("Title", "Heading 1", "Heading 2", "List Bullet")  # fmt: skip
    assert "w:tblHeader" in read.tables[0].rows[0]._tr.xml
    assert (read.core_properties.language, read.core_properties.author) == ("en-GB", "SCR Portal")


def test_the_web_page_is_whole_in_itself_and_asks_nobody_for_anything() -> None:
    text = made_into("html", REPORT).decode()
    page: Any = markup.document_fromstring(text)
    assert page.get("lang") == "en-GB"
    assert {each for each in page.xpath("//@href") if not each.startswith("#")} == set()
    assert page.xpath("//@src | //script | //link | //form") == []
    assert [each.get("scope") for each in page.xpath("//th")] == ["col", "col"]
    assert [each.text for each in page.xpath("//h2")] == ["Contents", "Introduction", "Analysis"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.png", "file:///etc/hostname"])
def test_a_document_fetches_nothing_while_it_is_made(address: str, caplog: pytest.LogCaptureFixture) -> None:
    pdf.printed(f'<html lang="en-GB"><title>T</title><p>Words <img alt="a" src="{address}"></p></html>')
    assert "not allowed" in caplog.text or "authorized" in caplog.text or "Failed to load image" in caplog.text


def own_template(*, without: str = "") -> bytes:
    """A board's letterhead: its own colour of headings, its name in the head of each page, and words of its own."""
    made = python_docx.Document()
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x00, 0x3C)
    if without:
        made.styles[without].delete()
    made.sections[0].header.paragraphs[0].text = "{{ board }}, {{ reference }}"
    made.add_paragraph("Dear {{ recipient }}")
    made.add_paragraph("{{ body }}")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_a_word_document_on_the_boards_template_keeps_its_styles_heads_and_feet_and_none_of_its_words() -> None:
    filled = merging.filled(
        own_template(), dict.fromkeys((*MERGE_FIELDS, *merging.OWN_FIELDS), "") | {"board": "Northshire"}
    )
    read = python_docx.Document(io.BytesIO(made_into("docx", replace(REPORT, template=filled))))
    assert str(read.styles["Heading 1"].font.color.rgb) == "7A003C"
    assert [each.text for each in read.sections[0].header.paragraphs] == ["Northshire, ", REPORT.marking]
    assert [each.style.name for each in read.paragraphs if each.text == "Analysis" and each.style] == ["Heading 1"]
    assert not any("Dear" in each.text or "{{" in each.text for each in read.paragraphs)


def test_a_template_that_lacks_a_style_is_known_by_it() -> None:
    assert docx.lacking(own_template()) == []
    assert docx.lacking(own_template(without="List Bullet")) == ["List Bullet"]
