"""Papers that are kept and given out: headed blocks as plain values, and the same words as Word document and tagged PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scr_portal.lib import docx, pdf
from scr_portal.lib.docx import Block, blocks

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
Sections = tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A title, whose paper it is, the protective marking of each page, and headed sections."""

    title: str
    board: str
    marking: str
    sections: Sections


def facts(pairs: Iterable[tuple[str, str]]) -> Block:
    """What is known, each with its name before it."""
    return Block("facts", rows=tuple((name, text) for name, text in pairs))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Block:
    """A table whose first row holds the headings."""
    return Block("table", rows=(tuple(headings), *(tuple(row) for row in rows)))


def words(text: str) -> list[Block]:
    """Written text as paragraphs, sub-headings and lists."""
    return blocks(text)


def kept(paper: Paper) -> dict[str, Any]:
    """A paper as plain values for a JSON field; `paper_of` reads them back."""
    sections = [{"heading": heading, "blocks": [asdict(block) for block in parts]} for heading, parts in paper.sections]
    return {"title": paper.title, "board": paper.board, "marking": paper.marking, "sections": plain(sections)}


def plain(value: Any) -> Any:
    """Tuples as lists, so that what is kept and what is read back compare equal."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def paper_of(content: dict[str, Any]) -> Paper:
    """The paper that `kept` gave these values for."""
    sections = tuple((each["heading"], tuple(map(block_of, each["blocks"]))) for each in content["sections"])
    return Paper(content["title"], content["board"], content["marking"], sections)


def block_of(values: dict[str, Any]) -> Block:
    """One block, from plain values."""
    rows = tuple(tuple(row) for row in values["rows"])
    return Block(values["kind"], values["text"], tuple(values["items"]), rows)


def file(paper: Paper, kind: str) -> bytes:
    """The paper as "docx" or "pdf" (PDF/UA-1). Raises OSError where the libraries that make a PDF are missing."""
    if kind == "docx":
        return docx.write(paper.title, paper.sections, subject=paper.board, marking=paper.marking)
    return pdf.render("pages/document.html", {"paper": paper})


def filename(title: str, kind: str) -> str:
    """A name for the file, of letters, figures and hyphens."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', title).strip('-')}.{kind}"
