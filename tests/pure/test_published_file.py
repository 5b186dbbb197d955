"""A published review as a file: its text is read by a limited process, and what it seems to be is proposed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from findings.published_file import PaperRefused, proposed, read
from findings.published_file.proposed import Said, lessons

PAGES = """<h1>Local Child Safeguarding Practice Review: Child K</h1><p>Eastmere and Dale Safeguarding Children Partnership</p><p>Published: 12 May 2023</p>
<p>K was 7 weeks old. Bruising was seen by the midwife, bruises by the GP, and nobody asked how this could be, because a bump against the cot was said to explain the bruising.</p>
<h2>Recommendations</h2><p>1. The partnership should review its protocol on bruising in babies who cannot move by themselves.</p>"""


def pdf(tmp_path: Path, markup: str = PAGES) -> Path:
    path = tmp_path / "k.pdf"
    HTML(string=markup).write_pdf(path)
    return path


def test_a_pdf_is_read_in_whole_paragraphs_and_says_what_it_is(tmp_path: Path) -> None:
    paper = read(pdf(tmp_path))
    assert "because a bump against the cot was said to explain the bruising." in paper.text
    found = proposed(paper.text, paper.title, 2026)
    assert (found.title, found.publisher) == (
        "Local Child Safeguarding Practice Review: Child K",
        "Eastmere and Dale Safeguarding Children Partnership",
    )
    assert (found.year, found.regime, found.harm, found.age) == (2023, "lcspr", "physical", "under_1")
    assert found.lessons == (
        Said("recommendation", "1", "The partnership should review its protocol on bruising in babies who cannot move by themselves."),
    )  # fmt: skip


def test_what_stands_on_every_page_is_no_part_of_the_text(tmp_path: Path) -> None:
    style = "<style>@page { @top-center { content: 'Official. Child K' } @bottom-center { content: counter(page) } }</style>"
    said = [f"On page {word} nobody asked what she wanted." for word in ("one", "two", "three", "four")]
    text = read(pdf(tmp_path, style + "".join(f"<p style='page-break-after: always'>{each}</p>" for each in said))).text
    assert text.split("\n") == said


def test_a_word_document_is_read_with_its_tables(tmp_path: Path) -> None:
    document, path = Document(), tmp_path / "d.docx"
    document.add_paragraph("Serious Case Review: Child R")
    document.add_table(1, 1).cell(0, 0).text = "Neglect was seen."
    document.save(str(path))
    assert read(path).text.split("\n") == ["Serious Case Review: Child R", "Neglect was seen."]


def locked(tmp_path: Path) -> Path:
    writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path)))
    writer.encrypt("secret", algorithm="AES-256")
    path = tmp_path / "locked.pdf"
    writer.write(str(path))
    return path


def pictures(tmp_path: Path) -> Path:
    return pdf(tmp_path, "<p style='page-break-after: always'>.</p>" * 3)


def bomb(tmp_path: Path) -> Path:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b" " * (200 * 1024 * 1024))
    return path


@pytest.mark.parametrize(
    ("made", "sentence"),
    [(locked, "protected with a password"), (pictures, "pictures of pages"), (bomb, "could not be read")],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path: Path, made: object, sentence: str) -> None:
    with pytest.raises(PaperRefused, match=sentence):
        read(made(tmp_path))  # type: ignore[operator]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.pdf").write_bytes(b"")
    with pytest.raises(PaperRefused, match="empty"):
        read(tmp_path / "e.pdf")


def test_findings_and_recommendations_are_told_by_their_label_their_number_or_their_heading() -> None:
    lines = [
        "Contents", "Recommendations", "Findings", "Finding 1: Nobody held the whole of his care in their hands.",
        "Recommendation 2", "GPs should meet monthly about people who decline care.", "Recommendations",
        "3. The board should test whether the panel is used.", "Agencies need to agree who chairs.", "This is only a remark about it.",
        "Conclusion", "4. It should not be read as one.", "Recommendation 2: GPs should meet monthly about people who decline care.",
    ]  # fmt: skip
    assert [(said.kind, said.number, said.text.split()[0]) for said in lessons(lines)] == [
        ("finding", "1", "Nobody"), ("recommendation", "2", "GPs"), ("recommendation", "3", "The"), ("recommendation", "", "Agencies"),
    ]  # fmt: skip


def test_nothing_is_proposed_where_nothing_says_so() -> None:
    found = proposed("Minutes\nThere was tea.", "", 2026)
    assert (found.publisher, found.year, found.regime, found.harm, found.age, found.lessons) == (
        "",
        None,
        "",
        "",
        "",
        (),
    )
