"""The pictures of a report: what is drawn above its table, and that page, PDF and Word file hold it."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
import pypdf
import pytest
from docx.shared import Mm

from findings.illustrated import Drawing, blocks
from findings.report_files import Document, made_into
from findings.strip import DARKEST
from tests.corpus.pdf_ua import faults

CAPTION = "Figure 2: Visits by agency"
TABLE = "| Agency | 2019 | 2020 |\n| Agency A | 3 | 0 |\n| Agency B | 1,204 | 12 |"
REPORT = Document("Review: Child A", "Northshire Partnership", [("analysis", "Analysis", blocks(f"Seen by many.\n\n{CAPTION}\n\n{TABLE}"))])  # fmt: skip


def test_a_figure_is_drawn_between_its_caption_and_its_table_and_says_what_the_table_says() -> None:
    caption, picture, table = blocks(f"{CAPTION}\n\n{TABLE}")
    assert (caption.text, table.kind) == (CAPTION, "table")
    assert isinstance(picture, Drawing)
    assert ">1204</text>" in picture.svg
    assert DARKEST in picture.svg
    assert (
        picture.text
        == "Visits by agency: 1219 in all, in 2 rows and 2 columns. The most, 1204, stand at Agency B, 2019."
    )


@pytest.mark.parametrize(
    "text",
    [TABLE, f"Words.\n\n{TABLE}", f"{CAPTION}\n\nWords.\n\n{TABLE}", f"{CAPTION}\n\n| Agency | Did |\n| A | Came |", f"{CAPTION}\n\n| Agency | 2019 |"],
)  # fmt: skip
def test_other_tables_are_left_as_they_are(text: str) -> None:
    assert not any(isinstance(block, Drawing) for block in blocks(text))


def test_the_pdf_holds_the_picture_with_its_words_and_keeps_to_pdf_ua() -> None:
    content = made_into("pdf", REPORT)
    assert faults(content) == []
    held: list[Any] = list(pypdf.PdfWriter(clone_from=io.BytesIO(content))._objects)
    told = [str(each.get("/Alt")) for each in held if isinstance(each, dict) and each.get("/S") == "/Figure"]
    assert told == ["Visits by agency: 1219 in all, in 2 rows and 2 columns. The most, 1204, stand at Agency B, 2019."]


def test_the_word_document_holds_the_picture_with_its_words() -> None:
    document = python_docx.Document(io.BytesIO(made_into("docx", REPORT)))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr", "").startswith("Visits by agency: 1219 in all")
    assert shape.width < Mm(160)  # A small picture is not stretched over the page.
    assert [part.content_type for part in document.part.package.iter_parts()].count("image/png") == 1


def test_the_web_page_holds_the_picture_in_itself() -> None:
    page = made_into("html", REPORT).decode()
    assert page.count('<img src="data:image/svg+xml;base64,') == 1
