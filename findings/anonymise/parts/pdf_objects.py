"""Every object of a PDF, reached from a page or not: properties, outline, notes, forms, structure, layers, attachments."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import unquote

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from findings.anonymise.parts.archive import tag, xml
from findings.anonymise.parts.binary import picture, strings
from findings.anonymise.parts.known import PLAIN_KEYS
from findings.anonymise.parts.packed import unescaped
from findings.anonymise.parts.pdf_raw import STRING, string, texts
from findings.anonymise.parts.properties import PLAIN
from findings.anonymise.parts.shapes import DAMAGED, Inner, Manner, Part, Unreadable

_SAID: dict[str, tuple[str, Manner]] = {
    "/Author": ("document properties: author", "author"),
    "/Title": ("title or outline of the document", "words"),
    "/Subject": ("document properties: subject", "words"),
    "/Keywords": ("document properties: key words", "words"),
    "/Contents": ("note on a page", "words"),
    "/RC": ("note on a page", "words"),
    "/RV": ("content of a form field", "words"),
    "/Subj": ("subject of a note on a page", "words"),
    "/Alt": ("alternative text", "words"),
    "/ActualText": ("text that stands for a picture or letters", "words"),
    "/E": ("long form of an abbreviation", "words"),
    "/TU": ("help of a form field", "words"),
    "/V": ("content of a form field", "words"),
    "/DV": ("content of a form field", "words"),
    "/Opt": ("choice of a form field", "words"),
    "/CA": ("caption of a button", "words"),
    "/Desc": ("description of an attached file", "words"),
    "/Name": ("name of a layer or of a signature", "names"),
    "/URI": ("target of a link", "names"),
    "/F": ("name of an attached or linked file", "names"),
    "/UF": ("name of an attached or linked file", "names"),
    "/P": ("label of a page", "names"),
    "/Names": ("name of a place in the document", "names"),
    "/D": ("name of a place in the document", "names"),
    "/Dest": ("name of a place in the document", "names"),
    "/JS": ("script", "names"),
}
_BARE = (
    "/FontFile",
    "/FontFile2",
    "/FontFile3",
    "/ToUnicode",
    "/CIDToGIDMap",
    "/CIDSet",
    "/DestOutputProfile",
    "/ICCBased",
    "/Encoding",
)
_MOST = 64 * 1024 * 1024
_SPOKEN = re.compile(rb"/(ActualText|Alt|E)\s*(" + STRING.pattern + rb")", re.S)
_ADDRESS = re.compile(r"[a-z][a-z+.-]*:\S+|#\S+", re.I)
_CODE = re.compile(rb"\bBT\s|\sBDC\s|\scm\s|\sTf\s")
_REMARK = re.compile(rb"(?m)^%+\s*([\x20-\x7e]{4,})$")


def objects_of(reader: PdfReader, inner: Inner) -> Iterator[Part]:
    """Yield the text of every object; what lies in streams is read by what it is."""
    found = {number: _object(reader, number, generation) for number, generation in _numbers(reader)}
    found[0] = DictionaryObject(reader.trailer)
    names: dict[int, str] = {}
    bare: set[int] = set()
    drawn = {reference.idnum for page in reader.pages for reference in _contents(page)}
    for number, held in found.items():
        for key, value, owner in _walk(held):
            _note(key, value, owner, names, bare)
            yield from _told(key, value, owner, number)
    for number, held in found.items():
        if isinstance(held, StreamObject):
            _check(reader, held)
        if isinstance(held, StreamObject) and number not in bare:
            yield from _of_stream(reader, held, number, number in drawn, names.get(number, ""), inner)


def _numbers(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Yield number and generation of the objects in use."""
    for generation, places in reader.xref.items():
        yield from ((number, generation) for number in places if number)
    yield from ((number, 0) for number in reader.xref_objStm)


def _object(reader: PdfReader, number: int, generation: int) -> Any:
    free = reader.xref_free_entry.get(generation, {}).get(number)
    return None if free else reader.get_object(IndirectObject(number, generation, reader))


def _contents(page: PageObject) -> list[IndirectObject]:
    held = (
        page.get("/Contents")
        if not hasattr(page, "raw_get")
        else page.raw_get("/Contents")
        if "/Contents" in page
        else None
    )
    if isinstance(held, IndirectObject):
        inside = held.get_object()
        return (
            [held, *(each for each in inside if isinstance(each, IndirectObject))]
            if isinstance(inside, ArrayObject)
            else [held]
        )
    return [each for each in held or () if isinstance(each, IndirectObject)]


def _walk(held: Any) -> Iterator[tuple[str, Any, DictionaryObject]]:
    """Yield (key, value, dictionary) of everything directly inside an object; lists hand their key down."""
    work: list[tuple[str, Any, DictionaryObject]] = [("", held, DictionaryObject())]
    while work:
        key, value, owner = work.pop()
        if isinstance(value, DictionaryObject):
            for name in value:
                work.append((str(name), value.raw_get(name), value))
                yield "", NameObject(name), value
        elif isinstance(value, ArrayObject):
            first = str(value[0]) if value and isinstance(value[0], NameObject) else key
            work.extend((first if first == "/ICCBased" else key, each, owner) for each in list.__iter__(value))
        else:
            yield key, value, owner


def _note(key: str, value: Any, owner: DictionaryObject, names: dict[int, str], bare: set[int]) -> None:
    """Note which streams hold no words, and what attached files are called."""
    if not isinstance(value, IndirectObject):
        return
    if key in _BARE:
        bare.add(value.idnum)
    if key == "/EF" or (key in ("/F", "/UF") and "/EF" not in owner):
        names.setdefault(value.idnum, "attached file")


def _told(key: str, value: Any, owner: DictionaryObject, number: int) -> Iterator[Part]:
    part = f"object {number}"
    if key == "/Thumb":
        said = "the file keeps a small picture of a page, which cannot be read; remove it"
        yield Part("small picture of a page", said, part, "flag", kind="thumbnail")
    elif isinstance(value, NameObject):
        if len(value) > 4 and key not in PLAIN_KEYS and not re.fullmatch(r"/[A-Z]{6}\+.*", value):
            yield Part("a name in the code of the file", str(value)[1:], part, "sure")
    elif isinstance(value, ByteStringObject):
        if key not in PLAIN_KEYS:
            yield from strings(bytes(value), _manner(key, owner)[0], part)
    elif isinstance(value, TextStringObject) and key not in PLAIN_KEYS and value.strip():
        said, manner = _manner(key, owner)
        text = re.sub(r"<[^>]*>", "", value) if key in ("/RC", "/RV") else str(value)
        text = unescaped(text) if key == "/JS" else text
        if not PLAIN.fullmatch(text) and not re.fullmatch(r"D:\d{4,}.*", text):
            yield Part(said, unquote(text) if manner == "names" else text, part, manner)


def _manner(key: str, owner: DictionaryObject) -> tuple[str, Manner]:
    """Return what a string is to a person, and how it is held to account."""
    if key == "/T":
        if owner.get("/Type") == "/StructElem" or "/S" in owner:
            return "title of a part of the document", "words"
        note = "/Subtype" in owner and "/FT" not in owner and owner.get("/Subtype") != "/Widget"
        return ("author of a note on a page", "author") if note else ("name of a form field", "names")
    if key == "/Title":
        return ("outline", "words") if "/Parent" in owner else ("document properties: title", "words")
    if key == "/Contents" and owner.get("/Subtype") == "/Link" and _ADDRESS.fullmatch(str(owner[key])):
        return _SAID["/URI"]  # For readers of the screen a link says again where it leads.
    return _SAID.get(key, (f"detail {key.strip('/') or 'of the file'}", "names"))


def _of_stream(
    reader: PdfReader, held: StreamObject, number: int, drawn: bool, name: str, inner: Inner
) -> Iterator[Part]:
    kind, part = held.get("/Subtype"), f"object {number}"
    if held.get("/Type") in ("/ObjStm", "/XRef", "/CMap"):
        return
    if kind == "/Image":
        # Only a photograph is kept as a file with details of its own; it is looked at as it was put in.
        yield from (
            (picture(bytes(held._data), "picture", part) or ()) if "/DCTDecode" in str(held.get("/Filter")) else ()
        )
        return
    content = bytes(held.get_data())
    if b"begincmap" in content:
        return  # It says which letters a typeface shows.
    if not drawn and _CODE.search(content):
        yield from (Part("page that is shown no more", text, part, "sure") for text in texts(content))
    if drawn or kind == "/Form" or _CODE.search(content):
        yield from _of_drawing(reader, held, content, part, kind == "/Form")
    elif held.get("/Type") == "/Metadata" or b"<x:xmpmeta" in content[:4096]:
        yield from _of_metadata(content, part)
    elif held.get("/Type") != "/EmbeddedFile" and not name and _script(content):
        yield Part("script", unescaped(content.decode("utf-8", "replace")), part, "names")
    else:
        yield from inner(name or part, content, name or "a part of the file")


def _check(reader: PdfReader, held: StreamObject) -> None:
    """Raise Unreadable where a stream is cut or damaged: the library would pass over it in silence."""
    if held.get("/Filter") == "/FlateDecode" and not reader.is_encrypted:
        check = zlib.decompressobj()
        try:
            check.decompress(bytes(held._data), _MOST)
        except zlib.error:
            raise Unreadable(DAMAGED) from None
        if not check.eof:
            raise Unreadable(DAMAGED)


def _script(content: bytes) -> bool:
    return content[:200].isascii() and not content.lstrip().startswith((b"<", b"PK", b"%PDF"))


def _of_drawing(reader: PdfReader, held: StreamObject, content: bytes, part: str, form: bool) -> Iterator[Part]:
    """Yield what the code of a page says beside the words it shows, and the words of a drawing that is kept apart."""
    for match in _SPOKEN.finditer(content):
        said, manner = _SAID["/" + match.group(1).decode("ascii")]
        yield Part(said, string(match.group(2)), part, manner)
    for match in _REMARK.finditer(content):
        yield Part("remark in the code of a page", match.group(1).decode("ascii"), part, "sure")
    if form:
        yield Part("drawing", reader.pages[0].extract_xform_text(cast(EncodedStreamObject, held)), part, again=True)


def _of_metadata(content: bytes, part: str) -> Iterator[Part]:
    """Yield the details that are kept as XMP: whoever made the file, its title, and what programs noted."""
    try:
        root = xml(content.strip(b"\x00 \r\n\t"))
    except Unreadable:
        yield from strings(content, "metadata (XMP)", part)
        return
    for node in root.iter():
        if tag(node) == "Thumbnails":
            yield Part(
                "metadata (XMP)", "the file keeps a small picture of a page; remove it", part, "flag", kind="thumbnail"
            )
        path = [tag(above) for above in (node, *node.iterancestors())]
        values = [
            (path[0], node.text or ""),
            *((str(key).rpartition("}")[2], str(value)) for key, value in node.attrib.items()),
        ]
        for name, text in values:
            if text.strip() and not PLAIN.fullmatch(text.strip()) and name not in ("lang", "Producer"):
                yield Part("metadata (XMP)", text, part, _manner_of_metadata({name, *path}))


def _manner_of_metadata(path: set[str]) -> Manner:
    if path & {
        "creator",
        "Author",
        "contributor",
        "publisher",
        "AuthorsPosition",
        "CaptionWriter",
        "rightsHolder",
        "Owner",
    }:
        return "author"
    return "words" if path & {"title", "description", "subject", "Keywords", "Headline"} else "names"
