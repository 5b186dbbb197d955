"""Hiding places in PDF files and web pages that no one looks into: left-over objects, coded words, names of elements."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from tests.corpus.hiding_deep_in_office import encoded
from tests.corpus.hiding_in_pages import page
from tests.corpus.hiding_in_pdf import changed, entry, form, printed, shown, text
from tests.corpus.hiding_places import TWIN, place


@place("pdf", "form of the newer kind (XFA)", "body, in a part of the file")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(
            f"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><data><child>{word}</child></data></xdp:xdp>".encode()
        )
        writer.root_object[NameObject("/AcroForm")] = entry(
            XFA=ArrayObject([text("datasets"), writer._add_object(stream)])
        )

    return changed(add)


@place("pdf", "details that a program keeps of a page", "detail")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/PieceInfo")] = entry(Sketch=entry(Private=entry(Layer=text(word))))

    return changed(add)


@place("pdf", "history of the file (XMP)", "metadata (XMP)")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        start = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        path = f"C:/Cases/{word}/draft.indd"
        said = f'<rdf:Description xmlns:r="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" r:filePath="{path}"/>'
        stream = DecodedStreamObject()
        stream.set_data(f"{start}{said}</rdf:RDF></x:xmpmeta>".encode())
        stream.update(entry(Type=NameObject("/Metadata"), Subtype=NameObject("/XML")))
        writer.pages[0][NameObject("/Metadata")] = writer._add_object(stream)

    return changed(add)


@place("pdf", "name written as codes in a script", "script")
def _(word: str) -> bytes:
    coded = "".join(f"\\x{ord(letter):02x}" for letter in word)

    def add(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/OpenAction")] = entry(
            S=NameObject("/JavaScript"), JS=text(f"app.alert('{coded}')")
        )

    return changed(add)


@place("pdf", "letters that a typeface does not name", "page 1")
def _(word: str) -> bytes:
    """Letters that only a typeface knows; the clean twin is set in one that says what its letters are."""
    if word == TWIN:
        return printed(f"<p>They heard {word} speak.</p>")

    def add(writer: PdfWriter) -> None:
        for font in [each.get_object() for each in writer._objects if each is not None]:
            if isinstance(font, dict) and font.get("/Type") == "/Font":
                font.pop(NameObject("/ToUnicode"), None)

    return changed(add, printed(f"<p>They heard {word} speak.</p>"))


@place("pdf", "object that nothing leads to", "left in the file")
def _(word: str) -> bytes:
    return slipped(f"9000 0 obj\n<< /Note ({word}) >>\nendobj\n".encode())


@place("pdf", "packed object that nothing leads to", "left in the file")
def _(word: str) -> bytes:
    held = zlib.compress(f"BT /F1 12 Tf ({word}) Tj ET".encode())
    head = f"9000 0 obj\n<< /Length {len(held)} /Filter /FlateDecode >>\nstream\n".encode()
    return slipped(head + held + b"\nendstream\nendobj\n")


@place("pdf", "remark between objects", "left in the file")
def _(word: str) -> bytes:
    return slipped(f"% {word}\n".encode())


def slipped(held: bytes) -> bytes:
    """A report with bytes between its last object and the table that says where its objects are."""
    content = changed(lambda writer: None)
    place_ = content.rfind(b"xref", 0, content.rfind(b"startxref"))
    start = content[:place_] + held + content[place_:]
    return start.replace(f"startxref\n{place_}".encode(), f"startxref\n{place_ + len(held)}".encode())


@place("pdf", "choice of a form field")
def _(word: str) -> bytes:
    return form(T=text("who"), Opt=ArrayObject([text("Nobody"), text(word)]))


@place("pdf", "title of a part of the document")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        tree: Any = writer.root_object["/StructTreeRoot"].get_object()
        part: Any = tree["/K"]
        part = (part[0] if isinstance(part, ArrayObject) else part).get_object()
        part[NameObject("/T")] = text(word)

    return changed(add)


@place("pdf", "text of a drawing that is used nowhere", "page that is shown no more")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 10 Td ({word}) Tj ET".encode())
        stream.update(entry(Type=NameObject("/XObject"), Subtype=NameObject("/Form")))
        writer._add_object(stream)

    return changed(add)


@place("pdf", "layer that is not shown", "page 1")
def _(word: str) -> bytes:
    return shown(f"/OC /hidden BDC BT /F1 12 Tf 72 400 Td ({word}) Tj ET EMC")


@place("html", "coded words in an attribute", "attribute “data-state”")
def _(word: str) -> bytes:
    held = base64.b64encode(json.dumps({"child": {"name": word}}).encode()).decode()
    return page(f'<div data-state="{held}">Here.</div>')


@place("html", "coded words in a script", "script")
def _(word: str) -> bytes:
    return page(f"<script>show(atob('{encoded(word)}'));</script>")


@place("html", "name of an element", "name of an element")
def _(word: str) -> bytes:
    name = f"x-{word.replace(' ', '-').lower()}"
    return page(f"<{name}>Here.</{name}>")


@place("html", "name of an attribute", "name of an attribute")
def _(word: str) -> bytes:
    return page(f'<p data-{word.replace(" ", "-").lower()}="1">Here.</p>')


@place("html", "class of an element", "attribute “class”")
def _(word: str) -> bytes:
    return page(f'<p class="child-{word.replace(" ", "-").lower()}">Here.</p>')


@place("html", "packed drawing in the page", "embedded data")
def _(word: str) -> bytes:
    held = gzip.compress(f"<svg xmlns='http://www.w3.org/2000/svg'><text>{word}</text></svg>".encode())
    return page(f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(held).decode()}">')


@place("html", "declaration at the head of the page", "declaration")
def _(word: str) -> bytes:
    return page().replace(b"<!DOCTYPE html>", f'<!DOCTYPE html SYSTEM "{word}">'.encode())


@place("html", "letters that a style sheet codes", "style sheet")
def _(word: str) -> bytes:
    coded = "".join(f"\\{ord(letter):06x}" for letter in word)
    return page(head=f"<style>p::after {{ content: '{coded}' }}</style>")


@place("html", "where the page moves to", "details of the page")
def _(word: str) -> bytes:
    return page(head=f'<meta http-equiv="refresh" content="900; url=/cases/{word.replace(" ", "-").lower()}">')


@place("html", "setting of an object in the page", "content of a field")
def _(word: str) -> bytes:
    return page(f'<object><param name="child" value="{word}"></object>')
