"""Workbooks, and any other archive of parts, as they lie inside a document or a presentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from findings.anonymise.parts import office
from findings.anonymise.parts.shapes import Inner, Part

_PLACES = {
    "xl/sharedStrings.xml": "cells",
    "xl/worksheets/": "cells",
    "xl/comments": "comment",
    "xl/threadedComments/": "comment",
    "xl/persons/": "list of reviewers",
    "xl/drawings/": "drawing",
    "docProps/": "document properties",
}


def read(content: bytes, inner: Inner) -> Iterator[Part]:
    """Yield all text of the workbook or archive in `content`; raises Unreadable."""
    return office.read(content, inner, _places)


def _places(parts: dict[str, bytes]) -> Callable[[str], str]:
    return lambda name: next((said for start, said in _PLACES.items() if name.startswith(start)), "a part of the file")
