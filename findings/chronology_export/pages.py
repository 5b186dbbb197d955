"""The merged chronology as a tagged PDF: pages on their side, each with the marking and the headings at its head."""

from __future__ import annotations

import re
from dataclasses import replace

from scr_portal.lib import pdf
from scr_portal.lib.sheets import JOINER, Document

# Pages are laid out line by line: this many entries take half a minute and half a gigabyte, and fill 200 pages.
MOST_IN_PDF = 2_000
BREAKABLE = re.compile(r"(?<=[^\w\s])(?=\S)")
HANGING = re.compile(r"(?<=\w-) (?=[a-z])")


def write(document: Document) -> bytes:
    """The pages of a document. Raises OSError where the system libraries that make them are missing."""
    rows = [tuple(unbroken(cell) for cell in row) for row in document.rows]
    return pdf.render("findings/chronology/document.html", {"document": replace(document, rows=rows)})


def unbroken(text: str) -> str:
    """A text whose lines break at spaces alone, and not behind a hyphen: at the end of a line "and/or" would be read as
    two words, and "pre- and post-natal" without its space."""
    return HANGING.sub("\xa0", BREAKABLE.sub(JOINER, text))
