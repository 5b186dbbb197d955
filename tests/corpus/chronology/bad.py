"""Files that must be refused whole: name, the refusal's kind, and how the file is written."""

from __future__ import annotations

import gzip
import io
import struct
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pypdf
import weasyprint
import xlwt
from odf.opendocument import OpenDocumentText
from pptx import Presentation
from xlwt.CompoundDoc import XlsDoc

from tests.corpus.chronology import documents, other_workbooks, workbooks, writers
from tests.corpus.chronology.spec import TableOf

Build = Callable[[], bytes]
GOOD_CSV = b"Date,Event\r\n12/03/2019,Visit made.\r\n13/03/2019,Call made.\r\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def good(suffix: str) -> bytes:
    """A sound file of one kind, to be spoilt."""
    makers: dict[str, tuple[Callable[[], list[TableOf]], Callable[[Path, list[TableOf]], None]]] = {
        "xlsx": (workbooks.police, writers.xlsx()),
        "xls": (other_workbooks.hospital, writers.xls()),
        "ods": (other_workbooks.housing, writers.ods()),
        "docx": (documents.school, writers.word()),
        "pdf": (documents.fire, writers.pdf()),
    }
    tables, write = makers[suffix]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"good.{suffix}"
        write(path, tables())
        return path.read_bytes()


def rezipped(
    data: bytes, change: Callable[[str, bytes], bytes] = lambda name, part: part, add: dict[str, bytes] | None = None
) -> bytes:
    """An archive with its parts changed or others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (add or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def doctype(suffix: str, part: str, declaration: bytes = LAUGHS, encoding: str = "utf-8") -> Build:
    """A sound file with a document type declaration in one part."""

    def change(name: str, data: bytes) -> bytes:
        if name != part:
            return data
        start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
        if encoding == "utf-8":
            return data[:start] + declaration + data[start:]
        return b"\xff\xfe" + (declaration + data[start:]).decode("utf-8").encode(encoding)

    return lambda: rezipped(good(suffix), change)


def cut(suffix: str, share: float = 0.6) -> Build:
    def build() -> bytes:
        data = good(suffix)
        return data[: int(len(data) * share)]

    return build


def renamed_stream(name: str) -> Build:
    """A compound file whose one stream has another name."""

    def build() -> bytes:
        stream = io.BytesIO()
        XlsDoc().save(stream, bytes(8192))
        old, new = "Workbook\0".encode("utf-16-le"), (name + "\0").encode("utf-16-le")
        data = bytearray(stream.getvalue())
        place = data.find(old)
        data[place : place + 64] = new.ljust(64, b"\0")
        data[place + 64 : place + 66] = struct.pack("<H", len(new))
        return bytes(data)

    return build


def xls_with_password() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("Log").write(0, 0, "Date")
    data = book.get_biff_data()
    length = 4 + struct.unpack_from("<H", data, 2)[0]
    protected = data[:length] + b"\x2f\x00\x36\x00" + bytes(54) + data[length:]
    stream = io.BytesIO()
    XlsDoc().save(stream, protected)
    return stream.getvalue()


def zip_with_password() -> bytes:
    data = bytearray(good("xlsx"))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def pdf_with_password() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(good("pdf")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def ods_with_password() -> bytes:
    return rezipped(
        good("ods"),
        lambda name, part: part.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"),
    )


def open_document_text() -> bytes:
    stream = io.BytesIO()
    OpenDocumentText().write(stream)
    return stream.getvalue()


def slides() -> bytes:
    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


def archive_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def bomb() -> bytes:
    """A sheet of 160 MB of blanks in a small file."""
    return rezipped(good("xlsx"), lambda name, part: part + b" " * (160 << 20) if name == SHEET else part)


def lying_bomb() -> bytes:
    """The same in a smaller way, with a size in the directory that hides it."""
    data = bytearray(rezipped(good("xlsx"), lambda name, part: part + b" " * (40 << 20) if name == SHEET else part))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", data, place + 24, 1000)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def workbook(*cells: tuple[str, str]) -> Build:
    """A workbook with a small chronology and some cells elsewhere."""

    def build() -> bytes:
        book = openpyxl.Workbook()
        for record in (("Date", "Event"), ("12/03/2019", "Visit made.")) if cells else ():
            book.active.append(record)
        for place, text in cells:
            book.active[place] = text
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return build


def far_row_of_ods() -> bytes:
    stray = b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    return rezipped(
        good("ods"), lambda name, part: part.replace(b"</table:table>", stray, 1) if name == "content.xml" else part
    )


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("Dear colleague, please find our summary of involvement in the post.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def picture_of_a_page() -> bytes:
    return bytes(weasyprint.HTML(string="<div style='width:5cm;height:5cm;background:#888'></div>").write_pdf())


def of_glossary() -> bytes:
    return b"Abbreviation,Meaning\r\nASB,Anti-social behaviour\r\nHV,Health visitor\r\n"


BAD: list[tuple[str, str, Build]] = [
    ("empty.xlsx", "empty", lambda: b""),
    ("blank.csv", "empty", lambda: b" \r\n\r\n  \r\n"),
    ("blank-workbook.xlsx", "empty", workbook()),
    ("headings-only.csv", "no-entries", lambda: b"Date,Time,Event\r\n"),
    ("password.xlsx", "password", renamed_stream("EncryptedPackage")),
    ("password.xls", "password", xls_with_password),
    ("password-in-zip.xlsx", "password", zip_with_password),
    ("password.pdf", "password", pdf_with_password),
    ("password.ods", "password", ods_with_password),
    ("cut.xlsx", "truncated", cut("xlsx")),
    ("cut.docx", "truncated", cut("docx")),
    ("cut.ods", "truncated", cut("ods")),
    ("cut.xls", "truncated", cut("xls")),
    ("cut.pdf", "truncated", cut("pdf")),
    ("cut.csv", "open-quote", lambda: GOOD_CSV + b'14/03/2019,"Visit made and then'),
    ("cut-utf-16.csv", "truncated", lambda: b"\xff\xfe" + GOOD_CSV.decode().encode("utf-16-le")[:-1]),
    ("picture.xlsx", "wrong-type", lambda: PNG),
    ("program.csv", "wrong-type", lambda: b"MZ\x90\x00" + bytes(500)),
    ("archive.xlsx", "wrong-type", lambda: archive_of({"a.txt": b"12/03/2019"})),
    (
        "web-page.xls",
        "web-page",
        lambda: b"<html><body><table><tr><td>Date</td><td>Event</td></tr></table></body></html>",
    ),
    ("rich-text.docx", "rtf", lambda: rb"{\rtf1\ansi 12/03/2019 Visit}"),
    ("old.doc", "word-97", renamed_stream("WordDocument")),
    ("text.odt", "open-document-text", open_document_text),
    ("slides.docx", "wrong-type", slides),
    ("packed.csv", "wrong-type", lambda: gzip.compress(GOOD_CSV)),
    ("data.xml", "wrong-type", lambda: b"<?xml version='1.0'?><rows><row/></rows>"),
    (
        "old-spreadsheet.xls",
        "xml-spreadsheet",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    ("noise.csv", "wrong-type", lambda: bytes(range(1, 32)) * 40),
    ("bomb.xlsx", "zip-bomb", bomb),
    ("lying-bomb.xlsx", "truncated", lying_bomb),
    (
        "many-parts.docx",
        "zip-bomb",
        lambda: rezipped(good("docx"), add={f"word/x{number}.xml": b"<x/>" for number in range(4100)}),
    ),
    ("laughs.docx", "doctype", doctype("docx", "word/document.xml")),
    ("doctype.xlsx", "doctype", doctype("xlsx", "xl/styles.xml", b"<!DOCTYPE x>")),
    ("doctype-utf-16.xlsx", "doctype", doctype("xlsx", SHEET, b"<!DOCTYPE x>", "utf-16-le")),
    ("doctype.ods", "doctype", doctype("ods", "content.xml", b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x">')),
    ("nul.csv", "nul", lambda: GOOD_CSV.replace(b"made", b"ma\x00de")),
    ("wide.csv", "too-wide", lambda: GOOD_CSV + b"," * 1_000_000),
    ("wide.xlsx", "too-wide", workbook(("XFD1", "x"))),
    ("stray.xlsx", "stray-cell", workbook(("XFD1048576", "x"))),
    ("stray-below.xlsx", "stray-cell", workbook(("A1048576", "x"))),
    ("stray.ods", "stray-cell", far_row_of_ods),
    ("long.csv", "too-long", lambda: GOOD_CSV + b"14/03/2019,Visit\r\n" * 50_001),
    ("letter.docx", "no-table", letter),
    ("prose.txt", "no-table", lambda: b"Please find our chronology in the post.\r\nYours faithfully\r\n"),
    ("no-dates.csv", "no-date-column", lambda: b"Name,Event\r\nAsh,Visit made.\r\nElm,Call made to the school.\r\n"),
    ("glossary.csv", "no-date-column", of_glossary),
    ("scanned.pdf", "scanned", picture_of_a_page),
]
