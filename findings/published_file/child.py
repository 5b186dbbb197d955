"""The process that opens a published review's file: small, limited, and nothing lost if it dies.

Started as `python -m findings.published_file.child FILE`; writes one JSON object: {"text", "title"} or {"refused": kind}.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from agencies.chronology import archive, confined
from agencies.chronology.archive import tag
from agencies.chronology.grid import clean
from agencies.chronology.readers.word_text import paragraphs
from agencies.chronology.refusals import MAX_TEXT, refusal
from agencies.chronology.shapes import ChronologyRefused
from agencies.chronology.sniff import kind_of

MAX_PAGES, SECONDS = 600, 40
# A line that goes on in the next one is at least so long; the next one begins with neither of these.
FULL_LINE = 55
BEGINS = re.compile(
    r"\s*(?:[•●▪–-]|\(?[a-z0-9]{1,3}[.)]|recommendation|finding|chapter|section|appendix|[A-Z][A-Z ]{6,}$)", re.I
)
PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*", re.I)


def word(path: Path) -> tuple[list[str], str]:
    """The paragraphs of a Word document in their order, those of tables among them, and its title."""
    with archive.opened(path) as opened:
        root = archive.xml(opened, archive.main_part(opened))
        names = set(opened.namelist())
        core = archive.xml(opened, "docProps/core.xml") if "docProps/core.xml" in names else None
    title = next((each.text or "" for each in core if tag(each) == "title"), "") if core is not None else ""
    inside = ({"txbxContent"}, "p")
    blocks = (each for each in root.iter() if tag(each) == inside[1])
    outer = (each for each in blocks if not any(tag(up) in inside[0] for up in each.iterancestors()))
    return [clean(line) for block in outer for line in paragraphs(block)], title


def pdf(path: Path) -> tuple[list[str], str]:
    """The paragraphs of a PDF, without what stands at the head and foot of every page, and its title."""
    import pypdfium2

    confined.allow(SECONDS)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as broken:
        raise refusal("password" if "assword" in str(broken) else "unreadable") from None
    if len(document) > MAX_PAGES:
        raise refusal("too-big")
    pages = [page.get_textpage().get_text_range().splitlines() for page in document]
    title = document.get_metadata_value("Title") or ""
    if sum(len(line) for page in pages for line in page) < 40 * len(pages):
        raise refusal("scanned")
    return joined(without_margins(pages)), title


def without_margins(pages: Sequence[Sequence[str]]) -> Iterable[str]:
    """The lines of all pages but page numbers, and those that stand first or last on most pages."""
    ends = Counter(line.strip() for page in pages for line in {*page[:2], *page[-2:]})
    again = {line for line, n in ends.items() if line and n > max(2, len(pages) // 2)}
    for page in pages:
        yield from (line for line in page if line.strip() not in again and not PAGE_NUMBER.fullmatch(line))


def joined(lines: Iterable[str]) -> list[str]:
    """Lines of a page as paragraphs: one that fills its width and does not end a sentence goes on in the next."""
    found: list[str] = []
    open_line = False
    for line in (clean(each).replace("\n", " ").strip() for each in lines):
        if open_line and line and not BEGINS.match(line):
            whole = found.pop()
            found.append(whole[:-1] + line if whole.endswith("\u00ad") else f"{whole} {line}")
        else:
            found.append(line)
        open_line = len(line) >= FULL_LINE and line[-1] not in ".:?!"
    return found


def answer(path: Path) -> dict[str, str]:
    """What is sent back for one file."""
    try:
        kind = kind_of(path)
        if kind not in {"docx", "pdf"}:
            return {"refused": "wrong-type"}
        lines, title = word(path) if kind == "docx" else pdf(path)
    except ChronologyRefused as refused:
        return {"refused": refused.kind}
    except MemoryError:
        return {"refused": "too-much-memory"}
    except Exception:  # whatever a reader stumbles over, the person is told that the file cannot be read
        return {"refused": "unreadable"}
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).replace("\x00", "").strip()
    if len(text) > MAX_TEXT:
        return {"refused": "too-big"}
    return {"text": text, "title": clean(title)[:300]} if text else {"refused": "empty"}


if __name__ == "__main__":
    confined.confine()
    print(json.dumps(answer(Path(sys.argv[1]))))
