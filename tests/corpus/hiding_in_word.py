"""Hiding places in Word documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.document import Document as Word
from openpyxl import Workbook

from tests.corpus.hiding_places import before, linked, patched, place

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY, RELS, SETTINGS = "word/document.xml", "word/_rels/document.xml.rels", "word/settings.xml"
SAID = "The panel read what {} had said to her teacher about home."


def built(add: Callable[[Word], object] = lambda document: None) -> bytes:
    """A short report with nothing in it to find, and what `add` puts in."""
    document = Document()
    document.add_heading("What we learned", level=1)
    document.add_paragraph("The review considered how agencies worked together and what they knew about the family.")
    add(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def in_body(xml: str, **parts: Any) -> bytes:
    """A report with raw markup at the end of its body."""
    return patched(built(), {BODY: before("<w:sectPr", xml), **parts})


def workbook(word: str) -> bytes:
    book = Workbook()
    book.active["B2"] = word
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@place("docx", "body")
def _(word: str) -> bytes:
    return built(lambda document: document.add_paragraph(SAID.format(word)))


@place("docx", "table")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.add_table(2, 2).cell(1, 1).text = word

    return built(add)


@place("docx", "table inside a table", "table")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.add_table(1, 1).cell(0, 0).add_table(1, 1).cell(0, 0).text = word

    return built(add)


@place("docx", "header")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.sections[0].header.paragraphs[0].text = f"Report on {word}"

    return built(add)


@place("docx", "header of the first page")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = word

    return built(add)


@place("docx", "footer of even pages")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].even_page_footer.paragraphs[0].text = word

    return built(add)


@place("docx", "footnote")
def _(word: str) -> bytes:
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run(SAID.format(word))}</w:p></w:footnote></w:footnotes>'
    return in_body("", **{"word/footnotes.xml": note.encode(), RELS: linked("footnotes", "footnotes.xml")})


@place("docx", "endnote")
def _(word: str) -> bytes:
    note = f'<w:endnotes {W}><w:endnote w:id="2"><w:p>{run(SAID.format(word))}</w:p></w:endnote></w:endnotes>'
    return in_body("", **{"word/endnotes.xml": note.encode(), RELS: linked("endnotes", "endnotes.xml")})


@place("docx", "text box")
def _(word: str) -> bytes:
    box = '<w:r><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:txbxContent>'
    return in_body(f"<w:p>{box}<w:p>{run(word)}</w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>")


@place("docx", "text box of an older kind", "text box")
def _(word: str) -> bytes:
    box = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    return in_body(f"<w:p>{box}<w:p>{run(word)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>")


@place("docx", "comment")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.add_comment(
            document.paragraphs[0].runs, text=f"Is this about {word}?", author="Reviewer", initials="R"
        )

    return built(add)


@place("docx", "author of a comment")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        document.add_comment(document.paragraphs[0].runs, text="Is this right?", author=word, initials="")

    return built(add)


def changed(verb: str, element: str, text: str, author: str = "Author") -> str:
    said = f'w:id="7" w:author="{author}" w:date="2024-05-03T10:00:00Z"'
    return f"<w:p>{run('They heard ')}<w:{verb} {said}><w:r><w:{element}>{text}</w:{element}></w:r></w:{verb}>{run(' speak.')}</w:p>"


@place("docx", "inserted text of a tracked change")
def _(word: str) -> bytes:
    return in_body(changed("ins", "t", word))


@place("docx", "deleted text of a tracked change")
def _(word: str) -> bytes:
    return in_body(changed("del", "delText", word))


@place("docx", "author of a tracked change")
def _(word: str) -> bytes:
    return in_body(changed("ins", "t", "her", word))


@place("docx", "a name that is whole once a tracked change is accepted", "body")
def _(word: str) -> bytes:
    first, last = word[:3], word[3:]
    gone = '<w:del w:id="7" w:author="Author"><w:r><w:delText>tered at ten and le</w:delText></w:r></w:del>'
    return in_body(f"<w:p>{run('They heard ' + first)}{gone}{run(last)}</w:p>")


@place("docx", "hidden text")
def _(word: str) -> bytes:
    return in_body(f"<w:p>{run('They heard ')}{run(word, '<w:vanish/>')}{run(' speak.')}</w:p>")


@place("docx", "name split over runs", "body")
def _(word: str) -> bytes:
    pieces = "".join(run(letter, "<w:b/>" if number % 2 else "<w:i/>") for number, letter in enumerate(word))
    return in_body(f"<w:p>{run('They heard ')}{pieces}{run(' speak.')}</w:p>")
