"""Any office file: every entry of the archive is read, known or not, so that no place is a hiding place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from lxml import etree

from findings.anonymise.parts.archive import attribute, entries, extras, gaps, opened, tag, xml
from findings.anonymise.parts.attributes import named, spoken
from findings.anonymise.parts.binary import strings
from findings.anonymise.parts.flow import fields, loose, paragraphs
from findings.anonymise.parts.properties import properties
from findings.anonymise.parts.shapes import Inner, Manner, Part, Unreadable

_ASIDE = "bytes beside the parts of the file"
_DESCRIPTOR = 24  # sizes and a check sum may stand behind an entry
MARKUP = (".xml", ".rels", ".vml")
_LINKS = {
    "hyperlink": "target of a link",
    "attachedTemplate": "path of the template",
    "mailMergeSource": "source of a mail merge",
    "mailMergeHeaderSource": "source of a mail merge",
    "image": "path of a linked picture",
}
# What stands outside paragraphs, by the name of its element.
_LOOSE: dict[str, tuple[str, Manner]] = {
    "v": ("", "words"),
    "text": ("", "words"),
    "author": ("author of a comment", "author"),
    "f": ("a formula", "names"),
    "formatCode": ("format of a number", "sure"),
    "definedName": ("defined name", "names"),
    **dict.fromkeys(
        ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"),
        ("header or footer", "words"),
    ),
}
# The pictures of an empty page that python-docx and python-pptx put into every file they make.
_EMPTY_PAGES = frozenset(
    {
        "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead",
        "116f9aa8ea038e39ef47ee99a23592ab569cf77feafecd0a30e222369e931d25",
    }
)


def read(content: bytes, inner: Inner, places: Callable[[dict[str, bytes]], Callable[[str], str]]) -> Iterator[Part]:
    """Yield all text of the office file in `content`.

    `places` makes, from the parts, what says in plain words where a part is. Raises Unreadable.
    """
    with opened(content) as archive:
        parts = list(entries(archive))
        aside = [gap for gap in gaps(content, archive) if len(gap) > _DESCRIPTOR]
        noted = list(extras(content, archive))
        comments = [archive.comment, *(entry.comment for entry in archive.infolist())]
    place = places(dict(parts))
    for comment in filter(None, comments):
        yield Part("comment of the archive", comment.decode("utf-8", "replace"), "", "names")
    for note in noted:
        yield from strings(note, _ASIDE, "")
    for gap in aside:
        if b"PK\x03\x04" in gap:
            yield Part(
                _ASIDE, "the file still holds parts that were removed from it; save it anew", "", "flag", kind="unread"
            )
        yield from strings(gap, _ASIDE, "")
    for name, held in parts:
        yield Part("name of a part inside the file", unquote(name), name, "names")
        if name.lower().endswith(MARKUP):
            yield from _markup(name, held, place(name))
        elif held:
            yield from _other(name, held, place(name), inner)


def _markup(name: str, held: bytes, where: str) -> Iterator[Part]:
    try:
        root = xml(held)
    except Unreadable:
        if not name.lower().endswith(".vml"):
            raise
        yield from strings(held, where, name)  # Drawings of old are often not well formed.
        return
    if name.lower().endswith(".rels"):
        yield from _links(root, name)
    elif name.startswith("docProps/") and tag(root).endswith("roperties"):
        yield from properties(root, name)
        return
    yield from paragraphs(root, where, name)
    yield from fields(root, name)
    yield from _loose(root, where, name)
    yield from spoken(root, name, where)
    yield from named(root, name, where)


def _loose(root: etree._Element, where: str, name: str) -> Iterator[Part]:
    seen = set()
    for node, text in loose(root):
        said, manner = (
            _LOOSE.get(tag(node), (where, "names")) if tag(node) else (f"comment in the code, {where}", "names")
        )
        if not text.strip().isdigit() and (said, text) not in seen:
            seen.add((said, text))
            yield Part(said or where, text, name, manner)


def _links(root: etree._Element, name: str) -> Iterator[Part]:
    """Yield what a part refers to, outside the file and in it."""
    for link in root:
        kind = attribute(link, "Type").rpartition("/")[2]
        outside = attribute(link, "TargetMode") == "External"
        said = _LINKS.get(kind, "path of a linked file") if outside else "name of a part inside the file"
        yield Part(said, unquote(attribute(link, "Target")), name, "names")


def _other(name: str, held: bytes, where: str, inner: Inner) -> Iterator[Part]:
    """Yield what is no markup: a picture of the first page, fonts (which hold no words), and files within the file."""
    if "thumbnail" in name.lower().rpartition("/")[2]:
        if hashlib.sha256(held).hexdigest() not in _EMPTY_PAGES:
            said = "the file keeps a small picture of its first page, which cannot be read; remove it"
            yield Part("picture of the first page", said, name, "flag", kind="thumbnail")
        return
    if name.lower().endswith("vbaproject.bin"):
        yield Part("macros", "the file holds macros, which cannot be read; remove them", name, "flag", kind="unread")
    if not name.lower().endswith((".odttf", ".fntdata", ".ttf")):
        yield from inner(name, held, where)
