"""The ways in which the files of a lot are written, each by its name and what it is told."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import weasyprint
from docx import Document

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import TableOf

Way = Callable[[Path, list[TableOf]], None]
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def delimited(encoding: str = "utf-8", delimiter: str = "comma") -> Way:
    return writers.text(encoding, DELIMITERS[delimiter])


def xlsx(*options: str) -> Way:
    """Options: 1904, merge=A1:C1, hide-row=4, hide-column=F."""

    def trap(book: Any) -> None:
        sheet = book.worksheets[0]
        for name, _, value in (option.partition("=") for option in options):
            if name == "merge":
                sheet.merge_cells(value)
            elif name == "hide-row":
                sheet.row_dimensions[int(value)].hidden = True
            elif name == "hide-column":
                sheet.column_dimensions[value].hidden = True

    return writers.xlsx(trap, epoch=1904 if "1904" in options else 1900)


def xls(*options: str) -> Way:
    return writers.xls(epoch=1904 if "1904" in options else 1900)


def ods() -> Way:
    return writers.ods()


def word(*options: str) -> Way:
    """Options: down=2-4 merges the first cells of those rows of the first table (1 is the first)."""

    def trap(document: Any) -> None:
        grid = document.tables[0]
        for name, _, value in (option.partition("=") for option in options):
            if name == "down":
                first, last = (int(number) - 1 for number in value.split("-"))
                merged = grid.cell(first, 0).merge(grid.cell(last, 0))
                for paragraph in merged.paragraphs[1:]:
                    paragraph._p.getparent().remove(paragraph._p)

    return writers.word(trap)


def lines(encoding: str = "utf-8", end: str = "unix") -> Way:
    """Each record a line of plain text."""

    def write(path: Path, tables: list[TableOf]) -> None:
        said = [writers.shown(record[0]) if record else "" for table in tables for record in table.records]
        path.write_bytes(({"unix": "\n", "windows": "\r\n"}[end].join(said) + "\n").encode(encoding))

    return write


def paragraphs(*headings: str) -> Way:
    """Each record a paragraph of a Word document."""

    def write(path: Path, tables: list[TableOf]) -> None:
        document = Document()
        for table in tables:
            for record in table.records:
                document.add_paragraph(writers.shown(record[0]) if record else "")
        document.save(str(path))

    return write


STYLES: Mapping[str, str] = {
    "ruled": "td, th { border: 1px solid #000 }",
    "underlined": "td, th { border-bottom: 1px solid #aaa }",
    "bare": "",
    "narrow": "table { table-layout: fixed } td, th { overflow-wrap: anywhere }",
    "landscape": "@page { size: A4 landscape }",
    "small": "@page { size: A5 } td, th, p, pre { font-size: 8pt }",
    "cut": "tr { break-inside: auto }",
    "numbered": "@page { @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }",
    "patient": "@page { @top-left { content: 'NHS No: 000 000 0000  DOB: 04/05/1950' } }",
    "printed": "@page { @bottom-left { content: 'Printed on 03/02/2023 at 14:10 by SYSTEM' } }",
    "first-narrow": "td:first-child, th:first-child { width: 13% }",
    "third-wide": "td:nth-child(3), th:nth-child(3) { width: 45% }",
    "second-wide": "td:nth-child(2), th:nth-child(2) { width: 55% }",
}
BASE = """@page { size: A4; margin: 18mm } td, th, p { font: 10pt sans-serif } tr { break-inside: avoid }
table { border-collapse: collapse; width: 100% } td, th { padding: 4px 8px; text-align: left; vertical-align: top }
p { margin: 0 0 3mm } pre { font: 9pt monospace; margin: 0; white-space: pre }"""


def pages(*styles: str) -> Way:
    """A PDF file with the tables in HTML; the headings come again on every page."""

    def write(path: Path, tables: list[TableOf]) -> None:
        _print(path, "".join(writers._html_table(table) for table in tables), styles)

    return write


def printed(tag: str = "p", *styles: str) -> Way:
    """A PDF file with each record a paragraph, or a line of a fixed width."""

    def write(path: Path, tables: list[TableOf]) -> None:
        said = [writers.shown(record[0]) if record else "\u00a0" for table in tables for record in table.records]
        _print(path, "".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in said), styles)

    return write


def _print(path: Path, body: str, styles: tuple[str, ...]) -> None:
    style = BASE + "".join(STYLES[name] for name in styles)
    weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf(path)


WAYS: Mapping[str, Callable[..., Way]] = {
    "csv": delimited, "xlsx": xlsx, "xls": xls, "ods": ods, "word": word, "lines": lines, "paragraphs": paragraphs, "pages": pages, "printed": printed,
}  # fmt: skip
