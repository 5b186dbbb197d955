"""Figures in a text as they are read: where a caption stands above a table of numbers, the picture of it stands between them.

The picture is drawn from the table as it is read, so it says what the table says, names covered alike; the table is its twin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from findings.figures import Figure
from findings.matrix import drawn, svg
from scr_portal.lib import docx, pdf
from scr_portal.lib.docx import Block

CAPTION = re.compile(r"Figure \d+: (.+)")  # As `references.Register` says it.
NUMBER = re.compile(r"\d{1,3}(,\d{3})*|\d{1,6}")


@dataclass(frozen=True, slots=True)
class Drawing(docx.Picture):
    """A picture with its size in pixels; its PNG is made where a file wants one."""

    width: int = 0
    height: int = 0

    @property
    def for_word(self) -> Drawing:
        """The same with its PNG. Raises OSError where the libraries that make a PDF are missing."""
        return replace(self, png=pdf.picture(self.svg, self.width, self.height))


def blocks(text: str) -> list[Block]:
    """The blocks of a text, with the picture of each figure before its table."""
    found: list[Block] = []
    for block in docx.blocks(text):
        if found and (picture := pictured(found[-1], block)):
            found.append(picture)
        found.append(block)
    return found


def for_word(parts: Sequence[Block]) -> list[Block]:
    """Blocks as a Word document takes them: drawings as PNG."""
    return [part.for_word if isinstance(part, Drawing) else part for part in parts]


def pictured(caption: Block, table: Block) -> Drawing | None:
    """The picture of a table of numbers under the caption of a figure; None for anything else."""
    named = CAPTION.fullmatch(caption.text.strip()) if caption.kind == "paragraph" else None
    if named is None or table.kind != "table":
        return None
    (head, *columns), *rows = table.rows
    if not rows or not all(NUMBER.fullmatch(cell) for _, *cells in rows for cell in cells):
        return None
    counts = tuple((label, tuple(int(cell.replace(",", "")) for cell in cells)) for label, *cells in rows)
    figure = Figure("", named[1], "", head, tuple(columns), counts)
    picture = drawn(figure)
    if picture is None:
        return None
    return Drawing("picture", figure.words, svg=svg(figure, picture), width=picture.width, height=picture.height)
