"""Hiding places in PDF files."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from weasyprint import HTML

from tests.corpus import hiding_in_word
from tests.corpus.hiding_places import jpeg, named_file, place

FILLER = "The review considered how agencies worked together and what they knew about the family. "


@cache
def printed(body: str = "", style: str = "") -> bytes:
    """A tagged report with nothing in it to find, and what is added to its body."""
    html = f'<html lang="en-GB"><head><title>What we learned</title><style>{style}</style></head><body>'
    content: bytes = HTML(string=f"{html}<h1>What we learned</h1><p>{FILLER}</p>{body}</body></html>").write_pdf(
        pdf_variant="pdf/ua-1"
    )
    return content


def changed(add: Callable[[PdfWriter], object], content: bytes = b"") -> bytes:
    """A report to which `add` did something."""
    writer = PdfWriter(clone_from=io.BytesIO(content or printed()))
    add(writer)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def text(word: str) -> TextStringObject:
    return TextStringObject(word)


def entry(**values: Any) -> DictionaryObject:
    """A dictionary of a PDF by plain words."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


@place("pdf", "page", "page 1")
def _(word: str) -> bytes:
    return printed(f"<p>They heard {word} speak.</p>")


@place("pdf", "name split over lines", "page 1")
def _(word: str) -> bytes:
    return printed(f"<p style='width: 1em'>{word.replace(' ', '<br>')}</p>")


@place("pdf", "name cut by a hyphen", "page 1")
def _(word: str) -> bytes:
    first, _, last = word.partition(" ")
    cut = last[:3] + "-<br>" + last[3:] if len(last) > 3 else last
    return printed(f"<p>They heard {first} {cut} speak.</p>")


@place("pdf", "name that goes on over the page", "from page 1 to page 2")
def _(word: str) -> bytes:
    first, _, last = word.partition(" ")
    return printed(
        f"<p>They heard {first}</p><p style='break-before: page'>{last} speak.</p>",
        "@page {@bottom-right {content: counter(page)}}",
    )


@place("pdf", "foot of the page", "page 1")
def _(word: str) -> bytes:
    return printed("", f"@page {{ @bottom-left {{ content: '{word}' }} }}")


@place("pdf", "invisible text", "page 1")
def _(word: str) -> bytes:
    return shown(f"BT /F1 12 Tf 3 Tr 72 400 Td ({word}) Tj ET")


@place("pdf", "text beside the page", "page 1")
def _(word: str) -> bytes:
    return shown(f"BT /F1 12 Tf 72 -400 Td ({word}) Tj ET")


def shown(code: str) -> bytes:
    """A report with more code on its page, in a font that every reader has."""

    def add(writer: PdfWriter) -> None:
        page = writer.pages[0]
        font = entry(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
        resources: Any = page["/Resources"]
        resources.get_object().setdefault(NameObject("/Font"), entry()).get_object()[NameObject("/F1")] = font
        stream = DecodedStreamObject()
        stream.set_data(b"\n" + code.encode("latin-1"))
        page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(stream)])

    return changed(add)


@place("pdf", "document properties: title")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_metadata({"/Title": f"Report on {word}"}))


@place("pdf", "document properties: author")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_metadata({"/Author": word}))


@place("pdf", "document properties of one's own", "detail")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_metadata({"/SourceModified": "D:20240503", "/Case": word}))


@place("pdf", "metadata (XMP)")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        start = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        names = '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq>'
        stream = DecodedStreamObject()
        stream.set_data(
            f"{start}{names}<rdf:li>{word}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>".encode()
        )
        stream.update(entry(Type=NameObject("/Metadata"), Subtype=NameObject("/XML")))
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return changed(add)


@place("pdf", "outline")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_outline_item(title=f"What {word} said", page_number=0))


@place("pdf", "attached document", "attached file")
def _(word: str) -> bytes:
    held = hiding_in_word.built(lambda document: document.add_paragraph(word))
    return changed(lambda writer: writer.add_attachment("evidence.docx", held))


@place("pdf", "name of an attached file", "name of an attached or linked file")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_attachment(f"{word}.txt", b"Nothing."))


@place("pdf", "note on a page")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_annotation(0, Text(rect=(50, 50, 90, 90), text=f"Ask {word} first.")))


@place("pdf", "words written over a page", "note on a page")
def _(word: str) -> bytes:
    return changed(lambda writer: writer.add_annotation(0, FreeText(rect=(50, 50, 190, 90), text=word)))


@place("pdf", "author of a note on a page")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        writer.add_annotation(0, Text(rect=(50, 50, 90, 90), text="Is this right?"))[NameObject("/T")] = text(word)

    return changed(add)


@place("pdf", "target of a link")
def _(word: str) -> bytes:
    return printed(f'<p><a href="https://www.example.org/{word.replace(" ", "-").lower()}">here</a></p>')


@place("pdf", "alternative text")
def _(word: str) -> bytes:
    drawing = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    return printed(f'<p><img alt="A drawing by {word}" src="{drawing}"></p>')


@place("pdf", "text that stands for a picture", "text that stands for a picture or letters")
def _(word: str) -> bytes:
    return shown(f"/Span << /ActualText ({word}) >> BDC BT /F1 12 Tf 72 400 Td (They) Tj ET EMC")


@place("pdf", "name of a place in the document", "name")
def _(word: str) -> bytes:
    return printed(f'<p id="{word.replace(" ", "_")}">Here.</p><p><a href="#{word.replace(" ", "_")}">there</a></p>')


@place("pdf", "label of a page")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        label = entry(P=text(f"{word}-"), S=NameObject("/D"))
        writer.root_object[NameObject("/PageLabels")] = entry(Nums=ArrayObject([NumberObject(0), label]))

    return changed(add)


@place("pdf", "name of a layer")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        layer = writer._add_object(entry(Type=NameObject("/OCG"), Name=text(word)))
        writer.root_object[NameObject("/OCProperties")] = entry(OCGs=ArrayObject([layer]), D=entry())

    return changed(add)


@place("pdf", "script")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/OpenAction")] = entry(
            S=NameObject("/JavaScript"), JS=text(f"app.alert('{word}')")
        )

    return changed(add)


@place("pdf", "content of a form field")
def _(word: str) -> bytes:
    return form(T=text("who"), V=text(word))


@place("pdf", "help of a form field")
def _(word: str) -> bytes:
    return form(T=text("who"), TU=text(f"What did {word} say?"))


@place("pdf", "name of a form field")
def _(word: str) -> bytes:
    return form(T=text(word))


def form(**values: Any) -> bytes:
    def add(writer: PdfWriter) -> None:
        field = writer._add_object(entry(FT=NameObject("/Tx"), Subtype=NameObject("/Widget"), **values))
        writer.root_object[NameObject("/AcroForm")] = entry(Fields=ArrayObject([field]))

    return changed(add)


@place("pdf", "details kept in a photograph", "details kept in a picture")
def _(word: str) -> bytes:
    def add(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(jpeg(word))
        size = {"Width": NumberObject(40), "Height": NumberObject(30), "BitsPerComponent": NumberObject(8)}
        stream.update(
            entry(
                Subtype=NameObject("/Image"),
                ColorSpace=NameObject("/DeviceRGB"),
                Filter=NameObject("/DCTDecode"),
                **size,
            )
        )
        resources: Any = writer.pages[0]["/Resources"]
        resources.get_object()[NameObject("/XObject")] = entry(Im1=writer._add_object(stream))

    return changed(add)


@place("pdf", "earlier version kept in the file")
def _(word: str) -> bytes:
    """The name is on the page of the first version; the second puts an empty page in its place and keeps the first below."""
    first = shown(f"BT /F1 12 Tf 72 400 Td ({word}) Tj ET")
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(DecodedStreamObject())
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


@place("pdf", "after the end of the file")
def _(word: str) -> bytes:
    return printed() + f"\n% {word}\n".encode()


named_file("pdf", printed)
