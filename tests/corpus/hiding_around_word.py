"""Hiding places around the text of Word documents: pictures, properties, files inside, links and settings."""

from __future__ import annotations

import io

from docx.document import Document as Word
from docx.shared import Inches

from tests.corpus.hiding_in_word import RELS, SETTINGS, W, built, in_body, run, workbook
from tests.corpus.hiding_places import before, jpeg, linked, named_file, patched, place, png


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
