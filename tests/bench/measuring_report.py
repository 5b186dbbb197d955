"""The report as a file: a hundred pages with ten pictures, beside the bare time of the library that makes it; and its scan."""

from __future__ import annotations

import io
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import django

django.setup()  # The report's files are named beside its records, and these want Django ready before they are read.

from django.template.loader import render_to_string  # noqa: E402
from pypdf import PdfReader  # noqa: E402
from weasyprint import HTML  # noqa: E402

from findings.anonymise.residue import residue  # noqa: E402
from findings.report_files import Document, made_into  # noqa: E402
from scr_portal.lib import docx, pdf  # noqa: E402
from tests.corpus.hiding_places import PEOPLE  # noqa: E402

GOAL = 1.5
SECONDS = "s of the processor"
PAGES, PICTURES, TIMES = 100, 10, 3
WORDS = (
    "Practitioners carried more work than they could hold, and managers relied on what parents said about themselves. "
    * 9
)
SECTION = f"## What was known\n\n{WORDS}\n\n- One\n- Two\n\n| Agency | What it did |\n|---|---|\n| Police | Came once |\n\n{WORDS}\n\n{WORDS}"


def figures() -> Iterator[dict[str, Any]]:
    """Times are medians of three; the ratio is of two that were taken one after the other."""
    html = whole()
    bare, ours = zip(
        *[(clock(lambda: plain(html)), clock(lambda: pdf.printed(html))) for _ in range(TIMES)], strict=True
    )
    content = pdf.printed(html)
    yield figure("pages", pages(content), "pages", f"{PAGES} wanted, with {PICTURES} pictures")
    yield figure("bare WeasyPrint of the same HTML", median(bare), SECONDS, "pdf/ua-1, nothing fetched")
    yield figure("the portal's PDF of the same HTML", median(ours), SECONDS, "margins set apart, headings scoped")
    yield figure("portal's time to bare time", median(ours) / median(bare), "times", f"goal: {GOAL} at most")
    yield figure(
        "the same report as Word document", clock(lambda: made_into("docx", report())), SECONDS, "off the request"
    )
    yield figure("the same report as web page", clock(lambda: made_into("html", report())), SECONDS, "off the request")
    yield figure("scan of the PDF", clock(lambda: scan(content)), SECONDS, "every part of the file, off the request")


def report() -> Document:
    """Sections that fill about a hundred pages."""
    return Document("Review: Child A", "A board", [(f"s{n}", f"Part {n}", docx.blocks(SECTION)) for n in range(1, 72)])


def whole() -> str:
    """The report as the page that the PDF is made of, with ten pictures in it."""
    html = render_to_string("findings/report/document.html", {"document": report(), "behind": ""})
    parts = html.split("<h2 id=")
    step = len(parts) // PICTURES
    return "<h2 id=".join(
        part + drawing(n) if n % step == 1 and n // step < PICTURES else part for n, part in enumerate(parts)
    )


def drawing(number: int) -> str:
    """A picture as the portal draws them: agencies by months, a cell for each."""
    cells = "".join(
        f'<rect x="{24 * month}" y="{26 * agency}" width="22" height="22" fill="#8fc0de"/><text x="{24 * month + 6}" y="{26 * agency + 16}" font-size="11">{(month * agency) % 9}</text>'
        for month in range(24)
        for agency in range(12)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="580" height="320" role="img"><title>Entries by agency and month, {number}</title>{cells}</svg>'


def plain(html: str) -> bytes:
    """The library alone."""
    content: bytes = HTML(string=html, url_fetcher=pdf.held_in_itself()).write_pdf(pdf_variant="pdf/ua-1")
    return content


def pages(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)


def scan(content: bytes) -> None:
    """What the gate does with the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(content)
        residue(path, PEOPLE)


def clock(work: Callable[[], object]) -> float:
    """Seconds of the processor: what else the machine does meanwhile counts for nothing."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def figure(name: str, value: float, unit: str, compared_with: str) -> dict[str, Any]:
    """One line of the bench."""
    return {"name": f"report: {name}", "value": round(value, 3), "unit": unit, "compared_with": compared_with}


if __name__ == "__main__":
    for line in figures():
        print(json.dumps(line), flush=True)
