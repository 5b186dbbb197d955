"""What is refused whole, and the one sentence that an agency lead reads."""

from __future__ import annotations

from agencies.chronology.shapes import ChronologyRefused

MAX_BYTES = 60 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 1_000
MAX_CELL = 100_000
MAX_TEXT = 24 * 1024 * 1024

SENTENCES = {
    "empty": "The file is empty: check that the chronology was saved in it, and upload it again.",
    "no-entries": "The file has headings but no entries below them: fill it in, or send a nil return instead.",
    "missing": "The file is no longer there: upload it again.",
    "password": "The file is protected with a password: remove the password, save it and upload it again.",
    "truncated": "The file is cut short or damaged: open it in the program it was made with, save it and upload it again.",
    "open-quote": "A quotation mark that begins a cell is never closed: the file is cut short, or a lone mark stands for ditto; write the date out, export it again as CSV and upload that.",
    "wrong-type": "This is not a file that a chronology can be read from: save it as .xlsx, .docx, .ods, .csv or a PDF with text.",
    "web-page": "This is a web page, whatever its name says: open it in Excel or Word, save it as .xlsx or .docx and upload that.",
    "rtf": "This is a rich text file: open it in Word, choose Save As, Word Document (.docx) and upload that.",
    "word-97": "This is a Word 97-2003 document: open it in Word, choose Save As, Word Document (.docx) and upload that.",
    "open-document-text": "This is an OpenDocument text: open it, choose Save As, Word Document (.docx) and upload that.",
    "binary-workbook": "This is a binary Excel workbook (.xlsb): open it in Excel, save it as .xlsx and upload that.",
    "xml-spreadsheet": "This is an XML spreadsheet of an old kind: open it in Excel, save it as .xlsx and upload that.",
    "zip-bomb": "The file unpacks to far more than a chronology can hold, so it was not opened: save it anew and upload that.",
    "doctype": "The file holds a document type declaration, which no chronology needs and which is not safe to open: save it anew in Word or Excel and upload that.",
    "nul": "The text holds characters that no text can hold (NUL): export it again as CSV in UTF-8 and upload that.",
    "too-wide": f"The table has more than {MAX_COLUMNS:,} columns: delete the stray columns to the right of the chronology, save it and upload it again.",
    "too-long": f"The file has more than {MAX_ROWS:,} rows: delete the stray rows below the chronology, or upload it in parts.",
    "stray-cell": "A stray cell stands far below or to the right of the table: delete everything outside the chronology, save it and upload it again.",
    "too-big": "The file is bigger than 60 MB or holds more text than a chronology can: take out pictures, or upload it in parts.",
    "too-slow": "The file takes too long to read: save it as .xlsx or .csv, or upload it in parts.",
    "too-much-memory": "The file needs too much memory to read: look for stray cells or pictures, delete them, or upload it in parts.",
    "unreadable": "The file could not be read: open it in the program it was made with, save it anew and upload that.",
    "scanned": "The PDF holds pictures of pages and no text: upload the Word or Excel file that it was made from.",
    "no-table": "No table was found in the file: put the chronology in a table with a heading above each column.",
    "no-date-column": "No column with dates was found: give the column that says when each event happened the heading Date.",
}  # fmt: skip


def refusal(kind: str) -> ChronologyRefused:
    """The refusal of one kind with its sentence; raise what comes back."""
    return ChronologyRefused(kind, SENTENCES[kind])
