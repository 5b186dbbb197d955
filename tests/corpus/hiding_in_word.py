"""Hiding places in Word documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.shared import Inches
from openpyxl import Workbook

from tests.corpus.hiding_places import before, jpeg, linked, named_file, patched, place, png

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


@place("docx", "alternative text")
def _(word: str) -> bytes:
    def add(document: Word) -> None:
        shape = document.add_picture(io.BytesIO(png()), width=Inches(1))
        shape._inline.docPr.set("descr", f"A drawing by {word}")

    return built(add)


@place("docx", "document properties: title")
def _(word: str) -> bytes:
    return built(lambda document: setattr(document.core_properties, "title", f"Report on {word}"))


@place("docx", "document properties: author")
def _(word: str) -> bytes:
    return built(lambda document: setattr(document.core_properties, "author", word))


@place("docx", "document properties: company")
def _(word: str) -> bytes:
    return patched(
        built(), {"docProps/app.xml": lambda xml: xml.replace(b"<Company/>", f"<Company>{word}</Company>".encode())}
    )


@place("docx", "document properties: one that was added")
def _(word: str) -> bytes:
    root = "http://schemas.openxmlformats.org/officeDocument/2006/"
    added = f'<property name="Subject of review" pid="2"><vt:lpwstr xmlns:vt="{root}docPropsVTypes">{word}</vt:lpwstr></property>'
    return patched(
        built(), {"docProps/custom.xml": f'<Properties xmlns="{root}custom-properties">{added}</Properties>'.encode()}
    )


@place("docx", "custom XML")
def _(word: str) -> bytes:
    return patched(built(), {"customXml/item7.xml": f"<case><child>{word}</child></case>".encode()})


@place("docx", "embedded workbook", "embedded file")
def _(word: str) -> bytes:
    return patched(built(), {"word/embeddings/Sheet1.xlsx": workbook(word)})


def workbook(word: str) -> bytes:
    book = Workbook()
    book.active["B2"] = word
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@place("docx", "embedded document in an embedded document", "embedded file")
def _(word: str) -> bytes:
    inmost = built(lambda document: document.add_paragraph(word))
    return patched(built(), {"word/embeddings/a.docx": patched(built(), {"word/embeddings/b.docx": inmost})})


@place("docx", "embedded object of an older kind", "embedded file")
def _(word: str) -> bytes:
    held = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + word.encode("utf-16-le") + bytes(40)
    return patched(built(), {"word/embeddings/oleObject1.bin": held})


@place("docx", "picture of the first page")
def _(word: str) -> bytes:
    return built() if word == "Child A" else patched(built(), {"docProps/thumbnail.jpeg": jpeg()})


@place("docx", "name of a bookmark")
def _(word: str) -> bytes:
    name = word.replace(" ", "_")
    return in_body(f'<w:p><w:bookmarkStart w:id="3" w:name="{name}"/>{run("Here.")}<w:bookmarkEnd w:id="3"/></w:p>')


@place("docx", "target of a link")
def _(word: str) -> bytes:
    target = f"https://www.example.org/{word.lower().replace(' ', '')}"
    return patched(built(), {RELS: linked("hyperlink", target, outside=True)})


@place("docx", "code of a field")
def _(word: str) -> bytes:
    half = len(word) // 2
    code = "".join(
        f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in (' XE "', word[:half], word[half:], '" ')
    )
    return in_body(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@place("docx", "tag of a content control", "tag")
def _(word: str) -> bytes:
    return in_body(
        f'<w:sdt><w:sdtPr><w:tag w:val="{word}"/></w:sdtPr><w:sdtContent><w:p>{run("Here.")}</w:p></w:sdtContent></w:sdt>'
    )


@place("docx", "title of a content control")
def _(word: str) -> bytes:
    return in_body(
        f'<w:sdt><w:sdtPr><w:alias w:val="{word}"/></w:sdtPr><w:sdtContent><w:p>{run("Here.")}</w:p></w:sdtContent></w:sdt>'
    )


@place("docx", "building blocks of the template")
def _(word: str) -> bytes:
    text = f"<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartBody><w:p>{run(word)}</w:p></w:docPartBody></w:docPart>"
    return patched(built(), {"word/glossary/document.xml": f"{text}</w:docParts></w:glossaryDocument>".encode()})


@place("docx", "list of reviewers", "name of a reviewer")
def _(word: str) -> bytes:
    start = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    return patched(built(), {"word/people.xml": f'{start}<w15:person w15:author="{word}"/></w15:people>'.encode()})


@place("docx", "document variable")
def _(word: str) -> bytes:
    added = f'<w:docVars><w:docVar w:name="who" w:val="{word}"/></w:docVars>'
    return patched(built(), {SETTINGS: before("</w:settings>", added)})


@place("docx", "source of a mail merge")
def _(word: str) -> bytes:
    return patched(built(), {"word/_rels/settings.xml.rels": rels("mailMergeSource", f"file:///C:/Cases/{word}.xlsx")})


@place("docx", "path of the template")
def _(word: str) -> bytes:
    account = word.replace(" ", ".").lower()
    return patched(
        built(), {"word/_rels/settings.xml.rels": rels("attachedTemplate", f"file:///C:/Users/{account}/Board.dotx")}
    )


def rels(kind: str, target: str) -> bytes:
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return linked(kind, target.replace(" ", "%20"), outside=True)(empty)


@place("docx", "details kept in a picture")
def _(word: str) -> bytes:
    return built(lambda document: document.add_picture(io.BytesIO(png(word))))


@place("docx", "details kept in a photograph", "details kept in a picture")
def _(word: str) -> bytes:
    return built(lambda document: document.add_picture(io.BytesIO(jpeg(word))))


@place("docx", "page put in whole", "embedded file")
def _(word: str) -> bytes:
    return patched(built(), {"word/afchunk1.html": f"<p>They heard {word} speak.</p>".encode()})


named_file("docx", built)
