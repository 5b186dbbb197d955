"""All text of a built file, from every part of it: the pages, and whatever else travels with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from findings.anonymise.parts.archive import opened
from findings.anonymise.parts.binary import picture, strings
from findings.anonymise.parts.packed import coded, unpacked
from findings.anonymise.parts.shapes import Manner, Part, Unreadable

__all__ = ["KINDS", "Manner", "Part", "Unreadable", "parts_of"]

KINDS = {".docx": "docx", ".pdf": "pdf", ".pptx": "pptx", ".html": "html", ".htm": "html"}
_DEEPEST = 3
_EXTENSIONS = (".html", ".htm", ".xhtml", ".svg", ".mht", ".mhtml")


def parts_of(content: bytes, suffix: str) -> Iterator[Part]:
    """Yield the parts of a built file whose name ends with `suffix`.

    Raises Unreadable when the file is damaged, locked, or not what its name says.
    """
    kind = KINDS.get(suffix.lower())
    if kind is None:
        raise Unreadable("Only Word, PDF, PowerPoint and HTML files can be checked: this one is none of them.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "The file is locked with a password or of an older kind, so it cannot be checked: save it anew without one."
        )
    if content.startswith(b"PK"):
        opened(content).close()  # It says what is wrong with an archive before anything else does.
    found = _kind(content, f"x{suffix}")
    if found != kind:
        raise Unreadable("The file is damaged, or is not what its name says, so it cannot be checked.")
    for part in _read(kind, content, 0):
        yield part
        yield from coded(part)


def _read(kind: str, content: bytes, depth: int) -> Iterator[Part]:
    """Yield the parts by the reader of `kind`; what lies inside the file is read one step deeper."""

    def inner(name: str, held: bytes, where: str) -> Iterator[Part]:
        return _inside(name, held, where, depth + 1)

    # Loads the reader of one format only when there is a file of it.
    found: Iterator[Part] = import_module(f"findings.anonymise.parts.{kind}").read(content, inner)
    return found


def _inside(name: str, held: bytes, where: str, depth: int) -> Iterator[Part]:
    """Yield the parts of a file inside a file; one that cannot be read is itself something to ask about."""

    def deeper(name: str, held: bytes, where: str) -> Iterator[Part]:
        return _inside(name, held, where, depth + 1)

    told = picture(held, where, name)
    if told is not None:
        yield from told
        return
    kind = _kind(held, name)
    if depth <= _DEEPEST and (packed := unpacked(name, held, where, deeper)) is not None:
        yield from packed
        return
    if kind is None:
        yield from strings(held, where, name)
        return
    try:
        if depth > _DEEPEST:
            raise Unreadable("The file lies too deep inside other files to be checked.")
        for part in _read(kind, held, depth):
            yield replace(part, where=f"{part.where}, in {where}", part=f"{name} › {part.part}")
    except Unreadable as problem:
        yield Part(where, str(problem), name, "flag", kind="unread")
        yield from strings(held, where, name)


def _kind(content: bytes, name: str) -> str | None:
    """Return which reader suits the bytes, by what they are before what they are called."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf\x00 \r\n\t")
    if start.startswith(b"PK"):
        return _kind_of_archive(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if b"PK\x03\x04" in content and b"PK\x05\x06" in content and content.startswith(b"\xd0\xcf\x11\xe0"):
        return _kind_of_archive(content)
    markup = start.startswith((b"<", b"\xff\xfe<", b"\xfe\xff"))
    return "html" if markup or name.lower().endswith(_EXTENSIONS) else None


def _kind_of_archive(content: bytes) -> str:
    try:
        names = opened(content).namelist()
    except Unreadable:
        return "xlsx"  # Its reader says what is wrong.
    return "docx" if "word/document.xml" in names else "pptx" if "ppt/presentation.xml" in names else "xlsx"
