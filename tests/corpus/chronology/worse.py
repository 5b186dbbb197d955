"""More files that are refused whole: bombs of other kinds, real encryption, mail and web pages under other names."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx
import openpyxl
import pypdf
import weasyprint
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table
from xlwt.CompoundDoc import XlsDoc

from tests.corpus.chronology.bad import GOOD_CSV, SHEET, Build, good, renamed_stream, rezipped

QUADRATIC = b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 20_000 + b'">]>'
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)


def inflated(suffix: str, part: str, size: int) -> Build:
    """A part of the file goes on for `size` bytes of one letter inside its text."""

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"</", b"x" * size + b"</", 1) if name == part else data

    return lambda: rezipped(good(suffix), change)


def nested_archive() -> bytes:
    """An archive inside an archive inside an archive, each of a bomb."""
    data = b"0" * (64 << 20)
    for level in range(4):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for copy in range(4 if level else 1):
                new.writestr(f"{level}-{copy}.zip", data)
        data = out.getvalue()
    return data


def external_entity() -> bytes:
    declaration = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'

    def change(name: str, data: bytes) -> bytes:
        return data[: data.find(b"?>") + 2] + declaration + data[data.find(b"?>") + 2 :] if name == "word/document.xml" else data  # fmt: skip

    return rezipped(good("docx"), change)


def quadratic() -> bytes:
    def change(name: str, data: bytes) -> bytes:
        start = data.find(b"?>") + 2
        return data[:start] + QUADRATIC + data[start:] if name == "content.xml" else data

    return rezipped(good("ods"), change)


def pdf_aes() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(good("pdf")))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    """A page whose contents unpack to 800 MB of blanks."""
    packed = zlib.compressobj(9)
    body = b"".join(packed.compress(b" " * (8 << 20)) for _ in range(100)) + packed.flush()
    return _pdf(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(body) + body + b"\nendstream")


def pdf_loop() -> bytes:
    """Pages that are their own parents and kids."""
    return _pdf(b"<< /Length 0 >>\nstream\n\nendstream", kids=b"[2 0 R 3 0 R 2 0 R]", count=b"99999999")


def _pdf(contents: bytes, kids: bytes = b"[3 0 R]", count: bytes = b"1") -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids " + kids + b" /Count " + count + b" >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        contents,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)  # fmt: skip


def only_headings_docx() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Date", "Event", "Source"), strict=True):
        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def only_headings_pdf() -> bytes:
    page = "<style>td{border:1px solid #000;padding:4px}</style><table><tr><td>Date</td><td>Event</td><td>Source</td></tr></table>"
    return bytes(weasyprint.HTML(string=page).write_pdf())


def blank_xls() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("One")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def blank_ods() -> bytes:
    book = OpenDocumentSpreadsheet()
    book.spreadsheet.addElement(Table(name="One"))
    stream = io.BytesIO()
    book.write(stream)
    return stream.getvalue()


def blank_docx() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def many_columns_docx() -> bytes:
    document = docx.Document()
    document.add_table(rows=1, cols=2)
    stream = io.BytesIO()
    document.save(stream)
    cell = b"<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    return rezipped(stream.getvalue(), lambda name, part: part.replace(b"</w:tr>", cell * 200_000 + b"</w:tr>", 1) if name == "word/document.xml" else part)  # fmt: skip


def repeated_columns() -> bytes:
    """An OpenDocument row that says a cell ten million times."""
    row = b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="10000000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    return rezipped(good("ods"), lambda name, part: part.replace(b"</table:table>", row, 1) if name == "content.xml" else part)  # fmt: skip


def no_dates_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for record in (("Name", "Role", "Phone"), ("A", "GP", "01632 960001"), ("B", "HV", "01632 960002")):
        book.active.append(record)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def deep_word() -> bytes:
    """Tables within tables, three thousand deep."""
    start, end = b"<w:tbl><w:tr><w:tc>" * 3000, b"<w:p/></w:tc></w:tr></w:tbl>" * 3000
    return rezipped(good("docx"), lambda name, part: part.replace(b"<w:body>", b"<w:body>" + start + end, 1) if name == "word/document.xml" else part)  # fmt: skip


def long_text() -> bytes:
    """Sixty million bytes of sound records."""
    line = b"12/03/2019," + b"Visit made and all was well with everybody there. " * 30 + b"\r\n"
    return b"Date,Event\r\n" + line * (59_000_000 // len(line))


def broken_xls() -> bytes:
    """A workbook whose records claim more than there is."""
    data = bytearray(good("xls"))
    for place in range(600, len(data) - 4, 97):
        struct.pack_into("<H", data, place, 0xFFFF)
    return bytes(data)


def own_stream(name: str) -> bytes:
    stream = io.BytesIO()
    XlsDoc().save(stream, bytes(8192))
    return renamed_stream(name)()


# What is refused, with the kinds that are a true answer.
WORSE: list[tuple[str, set[str], Build]] = [
    ("cell.xlsx", {"zip-bomb", "too-big", "too-much-memory"}, inflated("xlsx", SHEET, 150 << 20)),
    ("paragraph.docx", {"zip-bomb", "too-big", "too-much-memory"}, inflated("docx", "word/document.xml", 150 << 20)),
    ("paragraph.ods", {"zip-bomb", "too-big", "too-much-memory"}, inflated("ods", "content.xml", 150 << 20)),
    ("styles.docx", {"zip-bomb"}, inflated("docx", "word/styles.xml", 250 << 20)),
    ("nested.zip.xlsx", {"wrong-type", "zip-bomb"}, nested_archive),
    ("secret.docx", {"doctype"}, external_entity),
    ("quadratic.ods", {"doctype"}, quadratic),
    ("aes.pdf", {"password"}, pdf_aes),
    ("bomb.pdf", {"too-much-memory", "too-slow", "too-big", "unreadable", "scanned", "truncated"}, pdf_bomb),
    ("loop.pdf", {"truncated", "unreadable", "scanned", "too-slow", "empty"}, pdf_loop),
    ("encryption-info.docx", {"password"}, lambda: own_stream("EncryptionInfo")),
    ("mail.msg", {"wrong-type"}, lambda: own_stream("__properties_version1.0")),
    ("slides.ppt", {"wrong-type"}, lambda: own_stream("PowerPoint Document")),
    ("letter.doc", {"word-97"}, lambda: own_stream("WordDocument")),
    ("page.xls", {"web-page"}, lambda: b"\xef\xbb\xbf<!DOCTYPE html>\r\n<html><table><tr><td>Date<td>Event</table></html>"),
    ("page-utf-16.xls", {"web-page"}, lambda: "\ufeff<html><table><tr><td>Date</td></tr></table></html>".encode("utf-16-le")),
    ("archive.mht", {"web-page", "wrong-type", "no-table"}, lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table><tr><td>Date</td></tr></table></html>"),
    ("rich.doc", {"rtf"}, lambda: rb"{\rtf1\ansi{\trowd 12/03/2019\cell Visit\cell\row}}"),
    ("photo.pdf", {"wrong-type"}, lambda: JPEG),
    ("nul.tsv", {"nul", "wrong-type"}, lambda: b"Date\tEvent\r\n12/03/2019\tVi\x00sit\r\n"),
    ("nuls.csv", {"nul", "empty", "wrong-type"}, lambda: bytes(5000)),
    ("blank.xls", {"empty", "no-table"}, blank_xls),
    ("blank.ods", {"empty", "no-table"}, blank_ods),
    ("blank.docx", {"empty", "no-table"}, blank_docx),
    ("blank-utf-16.txt", {"empty"}, lambda: b"\xff\xfe" + "\r\n \r\n".encode("utf-16-le")),
    ("headings.docx", {"no-entries", "no-table"}, only_headings_docx),
    ("headings.pdf", {"no-entries", "no-table"}, only_headings_pdf),
    ("columns.docx", {"too-wide", "zip-bomb", "too-big", "too-slow", "too-much-memory"}, many_columns_docx),
    ("columns.ods", {"too-wide", "stray-cell", "too-long"}, repeated_columns),
    ("people.xlsx", {"no-date-column", "no-table"}, no_dates_xlsx),
    ("deep.docx", {"unreadable", "too-much-memory", "truncated", "zip-bomb"}, deep_word),
    ("long.csv", {"too-big", "too-long"}, long_text),
    ("broken.xls", {"unreadable", "truncated", "too-much-memory", "wrong-type", "no-table", "empty"}, broken_xls),
    ("half-a-mark.csv", {"open-quote"}, lambda: GOOD_CSV + b'"14/03/2019,Visit made.\r\n15/03/2019,Call made.\r\n'),
    ("cut-in-directory.docx", {"truncated"}, lambda: good("docx")[:-30]),
    ("cut-in-head.pdf", {"truncated", "unreadable", "scanned"}, lambda: good("pdf")[:900]),
]  # fmt: skip
