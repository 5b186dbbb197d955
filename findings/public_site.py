"""What leaves for the public: a folder that any web server can serve as it is, and the pack for the national library.

Both are archives of files that ask nobody for anything and lead nowhere but to each other. Their own words are scanned as the
report is: a page that could identify somebody is not made.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape

from django.template.loader import render_to_string
from pypdf import PdfReader

from findings.models import BuiltReport, Publication, Theme
from findings.report_files import scan
from scr_portal.lib.page_tags import day
from scr_portal.lib.records import Refused

# What the published files are called outside the portal: no reference of the case is in a name.
NAMES = {"pdf": "report.pdf", "html": "report.html", "summary": "executive-summary.pdf", "docx": "report.docx"}
LABELS = {"html": "Read the report", "pdf": "The report as a PDF", "summary": "Executive summary as a PDF"}
ON_THE_SITE = ("html", "summary", "pdf")
IN_THE_PACK = ("pdf", "summary")
# What people typed, among what a library is told: the rest are days, counts and the law.
TYPED = ("Title", "About", "Themes", "Key words", "Kinds of abuse", "Method")
# Every entry bears the same moment, so that the same files make the same archive.
MOMENT = (1980, 1, 1, 0, 0, 0)
DUBLIN_CORE = {
    "Title": "title", "Publisher": "publisher", "Published on": "date", "Kind of review": "type", "Themes": "subject",
    "Key words": "subject", "Kinds of abuse": "subject", "About": "description", "Language": "language", "Area": "coverage",
}  # fmt: skip


def site(publication: Publication) -> bytes:
    """The folder for the board's website, as a .zip: index.html and the published files, or what is published instead.

    Raises Refused where its own words could identify somebody, and where there is nothing to be shown.
    """
    report = publication.report
    files = published(publication, ON_THE_SITE)
    if publication.taken_down_on or not (files or publication.instead):
        raise Refused("There is nothing to be put on the website.")
    listed = [(NAMES[kind], LABELS[kind], size(content)) for kind, content in files.items()]
    context = {"report": report, "board": report.review.board, "publication": publication, "files": listed}
    page = render_to_string("findings/publication/public_page.html", context).encode()
    check_words(publication, page)
    return archive({"index.html": page, **{NAMES[kind]: content for kind, content in files.items()}})


def pack(publication: Publication) -> bytes:
    """The pack for the national library, as a .zip: the published PDFs and the record that describes them. Raises Refused."""
    files = published(publication, IN_THE_PACK)
    if not files:
        raise Refused("The report is not published, so there is nothing to deposit.")
    said = described(publication, files["pdf"])
    plain = "\n".join(f"{name}: {text}" for name, text in said.items())
    typed = "".join(f"<p>{escape(said[name])}</p>" for name in TYPED if name in said)
    check_words(publication, f"<html><body>{typed}</body></html>".encode())
    return archive(
        {
            **{NAMES[kind]: content for kind, content in files.items()},
            "record.txt": f"{plain}\n".encode(),
            "record.json": f"{json.dumps(said, indent=2, ensure_ascii=False)}\n".encode(),
            "record.xml": dublin_core(said).encode(),
        }
    )


def published(publication: Publication, kinds: Iterable[str]) -> dict[str, bytes]:
    """The published files of these formats, in this order."""
    rows = {built.format: built for built in publication.report.built.filter(published=True).order_by("pk")}
    found = {}
    for kind in (kind for kind in kinds if kind in rows):
        with rows[kind].file.open("rb") as held:
            found[kind] = held.read()
    return found


def described(publication: Publication, content: bytes) -> dict[str, str]:
    """What a library wants to know of a report, from what was entered; what nobody entered is left out."""
    report, review = publication.report, publication.review
    themes = Theme.objects.filter(findings__review=review).order_by("name").values_list("name", flat=True).distinct()
    decision = review.decisions.filter(decided_on__isnull=False).order_by("-pk").first()
    terms = getattr(review, "terms", None)
    said = {
        "Title": report.title, "Publisher": review.board.name, "Area": review.board.area,
        "Kind of review": review.rules.review_type, "Held under": review.rules.basis[0],
        "Published on": report.published_on.isoformat() if report.published_on else "",
        "Kept public until": day(publication.take_down_on), "Language": "en-GB",
        "About": publication.page_words, "Themes": "; ".join(themes), "Key words": publication.keywords,
        "Kinds of abuse": "; ".join(decision.abuse_types) if decision else "", "Method": terms.method if terms else "",
        "Findings": str(review.findings.count()), "Recommendations": str(review.recommendations.count()),
        "Pages": str(len(PdfReader(io.BytesIO(content)).pages)), "SHA-256 of report.pdf": digest(publication),
    }  # fmt: skip
    return {name: text for name, text in said.items() if text}


def digest(publication: Publication) -> str:
    """The checksum of the published PDF."""
    built = publication.report.built.filter(published=True, format=BuiltReport.Format.PDF).order_by("-pk").first()
    return str(built.sha256) if built else ""


def dublin_core(said: Mapping[str, str]) -> str:
    """The record in the fifteen elements that every library reads (ISO 15836-1)."""
    rows = "\n".join(
        f"  <dc:{DUBLIN_CORE[name]}>{escape(text)}</dc:{DUBLIN_CORE[name]}>"
        for name, text in said.items()
        if name in DUBLIN_CORE
    )
    space = "http://purl.org/dc/elements/1.1/"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<record xmlns:dc="{space}">\n{rows}\n  <dc:format>application/pdf</dc:format>\n</record>\n'


def check_words(publication: Publication, page: bytes) -> None:
    """Pass for a page in which nobody can be found. Raises Refused with what was found first."""
    hits: list[dict[str, Any]] = scan(publication.report, BuiltReport.Format.HTML, page)
    if hits:
        raise Refused(f"“{hits[0]['text']}” could identify somebody: change the words for the page first.")


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files as a .zip in which nothing tells when or where it was made."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def size(content: bytes) -> str:
    """How large a file is, as a reader with a slow connection wants to know it."""
    kilobytes = max(1, round(len(content) / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"
