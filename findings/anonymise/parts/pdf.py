"""PDF files: the pages as they read, the objects around them, and the earlier versions that the file still holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pdfplumber
from pdfplumber.page import Page
from pypdf import PdfReader

from findings.anonymise.parts.lines import Line, joined, lines_of
from findings.anonymise.parts.pdf_objects import objects_of
from findings.anonymise.parts.pdf_raw import left_over, unreached
from findings.anonymise.parts.shapes import DAMAGED, Inner, Part, Unreadable

LOCKED = "The PDF is locked with a password, so it cannot be checked."
_END = b"%%EOF"
_MOST_VERSIONS = 20
_SECRET = re.compile(r"(?:\(cid:\d+\)|\ufffd){3,}")
_PICTURE_OF_A_PAGE = 0.5  # a picture over half of a page without words is taken for a scan


def read(content: bytes, inner: Inner) -> Iterator[Part]:
    """Yield all text of the PDF in `content`; raises Unreadable."""
    if _END not in content[-2048:]:
        raise Unreadable(DAMAGED)
    known: set[int] = set()
    yield from _version(content, inner, known)
    yield from _versions_before(content, inner, known)
    yield from unreached(content, known)


def _version(content: bytes, inner: Inner, known: set[int]) -> Iterator[Part]:
    """Yield the text of one version of the file: the pages, then everything else."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(LOCKED)
        if not len(reader.pages):
            raise Unreadable(DAMAGED)
        known.update(place for places in reader.xref.values() for place in places.values())
        yield from _pages(content, len(reader.pages))
        yield from _pages_as_written(reader)
        yield from objects_of(reader, inner)
    except Unreadable:
        raise
    except Exception:  # The two libraries have no common error: whatever stops them stops the check.
        raise Unreadable(DAMAGED) from None


def _pages(content: bytes, expected: int) -> Iterator[Part]:
    """Yield each page as it looks, and the line that goes on from one page to the next."""
    with pdfplumber.open(io.BytesIO(content)) as opened:
        if len(opened.pages) != expected:
            raise Unreadable(DAMAGED)
        before: list[Line] = []
        for number, page in enumerate(opened.pages, 1):
            lines = lines_of(page.extract_words(keep_blank_chars=False))
            yield Part(f"page {number}", joined(lines), f"page {number}")
            yield from _scan(page, lines, number)
            yield from _seams(before, lines, number)
            before = lines or before
            page.close()


def _scan(page: Page, lines: list[Line], number: int) -> Iterator[Part]:
    """Yield a flag where a page cannot be read: it is a picture, or its typeface does not say which letters it shows."""
    area = float(page.width * page.height)
    scanned = not lines and any(each["width"] * each["height"] > _PICTURE_OF_A_PAGE * area for each in page.images)
    if scanned or any(_SECRET.search(line.text) for line in lines):
        said = (
            "the page is a picture: its words cannot be read" if scanned else "some letters of the page cannot be read"
        )
        yield Part(f"page {number}", said, f"page {number}", "flag", kind="unread")


def _seams(before: list[Line], lines: list[Line], number: int) -> Iterator[Part]:
    """Yield the end of one page with the beginning of the next; a running foot and head may stand between."""
    for tail in before[-2:]:
        for head in lines[:2]:
            text = tail.text + ("\n" if tail.text.endswith(("-", "‐")) else " ")
            where = f"from page {number - 1} to page {number}"
            yield Part(where, text + head.text, where, again=True, seam=len(text) - 1)


def _pages_as_written(reader: PdfReader) -> Iterator[Part]:
    """Yield each page in the order in which its words were written: cells and columns one after another."""
    for number, page in enumerate(reader.pages, 1):
        yield Part(f"page {number}", page.extract_text(), f"page {number}", again=True)


def _versions_before(content: bytes, inner: Inner, known: set[int]) -> Iterator[Part]:
    """Yield what earlier savings left in the file: what a new version takes away stays readable below it."""
    ends = [match.end() for match in re.finditer(_END, content)][:-1]
    if b"/Linearized" in content[:2048]:
        ends = ends[1:]  # The first end closes the first page of a file made for the web; it is no earlier version.
    if len(ends) > _MOST_VERSIONS:
        said = "the file holds too many earlier versions of itself to be checked; make it anew"
        yield Part("earlier versions kept in the file", said, "versions", "flag", kind="unread")
        return
    for number, (start, end) in enumerate(pairwise([0, *ends]), 1):
        try:
            for part in _version(content[:end], inner, known):
                yield replace(
                    part,
                    where=f"{part.where}, earlier version kept in the file",
                    part=f"version {number} › {part.part}",
                )
        except Unreadable:
            yield from left_over(content[start:end], "earlier version kept in the file", f"version {number}")
    yield from left_over(content[content.rfind(_END) + len(_END) :], "after the end of the file", "end")
