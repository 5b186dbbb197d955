"""What of PDF/UA-1 a machine can judge, checked by the numbers of the Matterhorn Protocol 1.1 (PDF Association, 2021).

Not veraPDF, and not all of its conditions: those that a file made from a page of ours could fail. What is left out: fonts that are
not embedded as CID TrueType, media, digital signatures and forms filled in by script, none of which these files hold. Whether an
alternative text says what the picture shows, a person must judge.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from tests.corpus import pdf_ua_tree

PAINTS = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"INLINE IMAGE"}
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def faults(content: bytes) -> list[str]:
    """What is wrong with a PDF, each with the number of its condition; empty when nothing is."""
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.root_object
    tree = pdf_ua_tree.Tree(reader)
    return [
        *of_file(reader, root, content), *pdf_ua_tree.faults(tree), *of_outline(reader, root),
        *(fault for number, page in enumerate(reader.pages, 1) for fault in of_page(page, number, tree)),
        *of_fonts(reader),
    ]  # fmt: skip


def of_file(reader: PdfReader, root: Any, content: bytes) -> Iterator[str]:
    """The file as a whole: tagged, titled, with a language, readable by aids, and silent about who wrote it."""
    said: Any = root.get("/MarkInfo", DictionaryObject()).get_object()
    xmp = root["/Metadata"].get_object().get_data().decode("utf-8", "replace") if "/Metadata" in root else ""
    author = reader.metadata.author if reader.metadata else ""
    judged = (
        (bool(said.get("/Marked")), "06-001: the file does not say that it is tagged"),
        (not said.get("/Suspects"), "01-007: the file says that its tags may be wrong"),
        (re.search(r"pdfuaid:part(?:>|=\")\s*1", xmp), "06-002: the metadata does not say PDF/UA-1"),
        (re.search(r"dc:title>.*?<rdf:li[^>]*>[^<]+<", xmp, re.S), "06-003: the metadata has no title"),
        (not re.search(r"dc:creator>", xmp) and not author, "house: the file says who wrote it"),
        (root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"), "07-001: the window does not show the title"),
        (LANGUAGE.fullmatch(str(root.get("/Lang", ""))), "11-006: the file does not say its language"),
        (not reader.is_encrypted, "26-001: the file is encrypted"),
        ("/XFA" not in root.get("/AcroForm", {}), "25-001: the file holds a dynamic form"),
        (content.startswith(b"%PDF-1."), "house: the file is of no version that PDF/UA-1 knows"),
    )
    yield from (sentence for holds, sentence in judged if not holds)


def of_outline(reader: PdfReader, root: Any) -> Iterator[str]:
    """Bookmarks: a document with headings has them."""
    headings = sum(1 for page in reader.pages[:50] for _ in re.finditer(r"/H[1-6]\b", marks_of(page)))
    if headings > 1 and "/Outlines" not in root:
        yield "house: a document with headings has no bookmarks"


def marks_of(page: PageObject) -> str:
    """The tags of a page, as its code names them."""
    content: Any = page.get_contents()
    return content.get_data().decode("latin-1") if content is not None else ""


def of_page(page: PageObject, number: int, tree: pdf_ua_tree.Tree) -> Iterator[str]:
    """One page: all that is painted is tagged or an artifact, and all that is tagged is in the tree."""
    where = f"page {number}"
    if page.get("/Annots") and page.get("/Tabs") != "/S":
        yield f"28-009: {where} does not follow the structure from link to link"
    content: Any = page.get_contents()
    stack: list[str] = []
    used: set[int] = set()
    for operands, operator in content.operations if content is not None else ():
        if operator in (b"BDC", b"BMC"):
            kind, number_of_mark = mark(operands, page)
            if kind == "artifact" and "tagged" in stack:
                yield f"01-003: {where} has an artifact inside tagged content"
            if kind == "tagged" and "artifact" in stack:
                yield f"01-004: {where} has tagged content inside an artifact"
            stack.append(kind)
            used |= {number_of_mark} if number_of_mark is not None else set()
        elif operator == b"EMC":
            stack.pop()
        elif operator in PAINTS and not {"tagged", "artifact"} & set(stack):
            yield f"01-005: {where} paints something that is neither tagged nor an artifact ({operator.decode()})"
            break
    known = tree.marks_of(page)
    for each in sorted(used - known):
        yield f"01-005: {where} has content {each} that the structure does not know"
    yield from of_notes(page, where, tree)


def mark(operands: Any, page: PageObject) -> tuple[str, int | None]:
    """What a mark begins: "artifact", "tagged" or "other", and its number."""
    name = str(operands[0])
    properties = operands[1] if len(operands) > 1 else None
    if not isinstance(properties, DictionaryObject) and properties is not None:
        named: Any = page["/Resources"].get("/Properties", {})  # type: ignore[attr-defined]
        properties = named.get(str(properties), DictionaryObject()).get_object()
    if name == "/Artifact":
        return "artifact", None
    number = properties.get("/MCID") if properties else None
    return ("tagged", int(number)) if number is not None else ("other", None)


def of_notes(page: PageObject, where: str, tree: pdf_ua_tree.Tree) -> Iterator[str]:
    """Links and other annotations: in the structure, and with words of their own."""
    for reference in page.get("/Annots", ()):
        note: Any = reference.get_object()
        kind = str(note.get("/Subtype"))
        if int(note.get("/F", 0)) & 2 or kind == "/Popup":
            continue
        held = tree.parent_of(note)
        if held is None:
            yield f"28-002: a {kind} on {where} is not in the structure"
        elif kind == "/Link" and held != "/Link":
            yield f"28-011: a link on {where} is not tagged as one, but as {held}"
        if kind == "/Link" and not str(note.get("/Contents", "")).strip():
            yield f"28-012: a link on {where} has no words that say where it leads"
        if kind == "/Widget" and not note.get("/TU"):
            yield f"28-005: a field on {where} has no name for those who do not see it"
        if kind == "/TrapNet":
            yield f"28-006: {where} holds a TrapNet"


def of_fonts(reader: PdfReader) -> Iterator[str]:
    """Every font is in the file, and says which letters it shows."""
    for reference in fonts(reader):
        font: Any = reference.get_object()
        name = str(font.get("/BaseFont"))
        if "/ToUnicode" not in font:
            yield f"10-001: {name} does not say which letters it shows"
        elif b"<FFFE>" in (held := font["/ToUnicode"].get_data().upper()) or re.search(rb">\s*<0000>", held):
            yield f"31-029: {name} maps to a letter that there is not"
        for each in font.get("/DescendantFonts", [font]):
            inside: Any = each.get_object()
            described: Any = inside.get("/FontDescriptor", DictionaryObject()).get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described):
                yield f"31-009: {name} is not in the file"
            if inside.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inside:
                yield f"31-005: {name} does not say which glyph belongs to which number"


def fonts(reader: PdfReader) -> Iterator[IndirectObject]:
    """The fonts that pages and drawings use, each once."""
    seen: set[int] = set()
    work: list[Any] = [page.get("/Resources") for page in reader.pages]
    while work:
        held: Any = work.pop()
        resources: Any = held.get_object() if held is not None else DictionaryObject()
        named: Any = resources["/Font"].get_object() if "/Font" in resources else DictionaryObject()
        for name in named:
            reference = named.raw_get(name)
            if isinstance(reference, IndirectObject) and reference.idnum not in seen:
                seen.add(reference.idnum)
                yield reference
        drawings: Any = resources["/XObject"].get_object() if "/XObject" in resources else DictionaryObject()
        for name in drawings:
            drawing = drawings.raw_get(name)
            if isinstance(drawing, IndirectObject) and drawing.idnum not in seen:
                seen.add(drawing.idnum)
                inside: Any = drawing.get_object()
                work.append(inside.get("/Resources"))
