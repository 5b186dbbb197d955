"""Web pages: what is shown, what is hidden, and what stands in attributes, comments, scripts and embedded data."""

from __future__ import annotations

import base64
import binascii
import codecs
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree
from lxml import html as markup

from findings.anonymise.parts.archive import tag
from findings.anonymise.parts.known import INLINE, LINK_ATTRIBUTES, PLAIN_ATTRIBUTES
from findings.anonymise.parts.packed import unescaped
from findings.anonymise.parts.shapes import Inner, Manner, Part, Unreadable

_CODE = frozenset({"script", "style"})
_WORDS = {
    "alt": "alternative text",
    "title": "title that shows under the pointer",
    "aria-label": "label for screen readers",
    "aria-description": "label for screen readers",
    "aria-placeholder": "label for screen readers",
    "aria-roledescription": "label for screen readers",
    "aria-valuetext": "label for screen readers",
    "placeholder": "text of an empty field",
    "value": "content of a field",
    "label": "label",
    "summary": "summary of a table",
    "abbr": "short form of a heading",
}
_META_WORDS = re.compile(
    r"description|keywords|title|subject|abstract|summary|site_name|alt|category|comment|section|tag", re.I
)
_META_AUTHORS = re.compile(r"author|creator|publisher|contributor|owner|reply-to", re.I)
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\D|$)|font-size\s*:\s*0(?!\.?\d)|clip(?:-path)?\s*:",
    re.I,
)
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_DECLARATION = re.compile(r"<!DOCTYPE([^>]*)>", re.I)
_DATA = re.compile(r"""data:(?P<type>[\w/+.-]*)(?P<rest>(?:;[\w=.-]+)*),(?P<body>[^"'\s)>]*)""", re.I)


def read(content: bytes, inner: Inner) -> Iterator[Part]:
    """Yield all text of the web page in `content`; raises Unreadable."""
    root = _root(content)
    yield from _declared(_decoded(content), root)
    yield from _flow(root)
    for node in root.iter():
        if not isinstance(node.tag, str):
            yield from _comment(node, inner)
            continue
        if tag(node) in _CODE:
            yield from _code(node, inner)
        yield from _attributes(node, inner)


def _declared(text: str, root: etree._Element) -> Iterator[Part]:
    """Yield what the page declares of itself, and the names of elements and attributes that somebody gave."""
    for declaration in _DECLARATION.findall(text):
        if declaration.strip().casefold() != "html":
            yield Part("declaration at the head of the page", declaration, "page", "names")
    elements = {node.tag for node in root.iter() if isinstance(node.tag, str)}
    attributes = {str(key) for node in root.iter() if isinstance(node.tag, str) for key in node.attrib}
    for said, names in (("name of an element", elements), ("name of an attribute", attributes)):
        for name in sorted(names):
            yield Part(said, name, "page", "names" if set("-_:.") & set(name) else "sure")


def _root(content: bytes) -> etree._Element:
    text = _decoded(content)
    # A null character ends the text for the parser and for nobody else.
    clean = text.replace("\x00", "").strip()
    if not clean or "<" not in clean:
        raise Unreadable("The page is empty or damaged, so it cannot be checked.")
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        tree = etree.ElementTree(markup.document_fromstring(clean.encode("utf-8", "replace"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unreadable("The page is empty or damaged, so it cannot be checked.") from None
    root = tree.getroot()
    # What stands above and below the page is part of it, though the parser keeps it aside.
    for aside in [*root.itersiblings(preceding=True), *root.itersiblings()]:
        root.append(aside)
    return root


def _decoded(content: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    said = _CHARSET.search(content[:4096])
    for encoding in ("utf-8", said.group(1).decode("ascii") if said else "cp1252", "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _flow(root: etree._Element) -> Iterator[Part]:
    """Yield the text block by block; what stands in line is joined without a space."""
    pieces: list[tuple[str, str]] = []
    for text, unseen in _pieces(root, ""):
        if text is not None:
            pieces.append((text, unseen))
            continue
        yield from _block(pieces)
        pieces = []
    yield from _block(pieces)


def _block(pieces: list[tuple[str, str]]) -> Iterator[Part]:
    text, marks = "", []
    for piece, unseen in pieces:
        if unseen:
            marks.append((len(text), len(text) + len(piece), unseen))
        text += piece
    if text.strip():
        yield Part("body", text, "page", marks=tuple(marks))
        if marks and len(marks) < len(pieces):
            yield Part("body", "".join(piece for piece, unseen in pieces if not unseen), "page", again=True)


def _pieces(node: etree._Element, unseen: str) -> Iterator[tuple[str | None, str]]:
    """Yield (text, "" or what hides it) in order, and (None, …) where a block begins or ends."""
    work: list[tuple[etree._Element, str, bool]] = [(node, unseen, False)]
    while work:
        here, hidden, done = work.pop()
        name = tag(here)
        if done or not name:
            if name and name not in INLINE and name != "br":
                yield None, hidden
            yield from _after(here, hidden, node)
            continue
        below = hidden or ("hidden text" if _hidden(here) else "")
        if name == "br":
            yield "\n", below
        elif name not in INLINE:
            yield None, below
        if name in _CODE:
            yield from _after(here, hidden, node)
            continue
        if here.text:
            yield (
                re.sub(r"[ \t\r\n\f]+", " ", here.text),
                "title of the page" if name == "title" and tag(here.getparent()) != "svg" else below,
            )
        work.append((here, hidden, True))
        work.extend((child, below, False) for child in reversed(here))


def _after(node: etree._Element, hidden: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    if node is not root and node.tail:
        yield re.sub(r"[ \t\r\n\f]+", " ", node.tail), hidden


def _hidden(node: etree._Element) -> bool:
    named = set(node.get("class", "").split())
    return (
        node.get("hidden") is not None
        or tag(node) in ("template", "noscript", "datalist")
        or _UNSEEN.search(node.get("style", "")) is not None
        or bool(named & {"hidden", "visually-hidden", "govuk-visually-hidden", "sr-only"})
    )


def _comment(node: etree._Element, inner: Inner) -> Iterator[Part]:
    text = (node.text or "").strip()
    if not text:
        return
    if re.match(r"\[if\b", text) or re.search(r"<\w+[^>]*>", text):
        yield from inner("comment.html", f"<div>{text}</div>".encode(), "comment in the code of the page")
    yield Part("comment in the code of the page", text, "comment", "names" if text.startswith("[") else "words")


def _code(node: etree._Element, inner: Inner) -> Iterator[Part]:
    """Yield scripts and styles, with the letters that they write as codes; structured data value by value."""
    text, name = node.text or "", tag(node)
    where = "script" if name == "script" else "style sheet"
    if "json" in node.get("type", ""):
        try:
            yield from _values(json.loads(text))
            return
        except (ValueError, RecursionError):
            pass  # It is no proper data: then it is read as it stands.
    yield Part(where, unescaped(text), name, "names")
    yield from _embedded(text, inner)


def _values(data: object) -> Iterator[Part]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield Part("structured data", str(key), "script", "names")
            yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)
    elif isinstance(data, str):
        yield Part("structured data", data, "script", "names")


def _attributes(node: etree._Element, inner: Inner) -> Iterator[Part]:
    for key, value in node.attrib.items():
        local, text = str(key).lower(), str(value)
        if local in PLAIN_ATTRIBUTES or not text.strip():
            continue
        if local == "srcdoc":
            yield from inner("frame.html", text.encode(), "page inside the page")
        said, manner = _said(node, local)
        if _DATA.search(text):
            yield from _embedded(text, inner)
            text = _DATA.sub(" ", text)
        if text.strip():
            yield Part(said, unquote(text) if manner == "names" else text, f"{tag(node)} {local}", manner)


def _said(node: etree._Element, local: str) -> tuple[str, Manner]:
    """Return what an attribute is to a person, and how it is held to account."""
    if tag(node) == "meta" and local == "content":
        told = node.get("name") or node.get("property") or node.get("itemprop") or ""
        if _META_AUTHORS.search(told):
            return "author of the page", "author"
        return f"details of the page: {told or 'other'}", "words" if _META_WORDS.search(told) else "names"
    if local in _WORDS:
        return (
            "content of a hidden field" if local == "value" and node.get("type") == "hidden" else _WORDS[local]
        ), "words"
    if local in LINK_ATTRIBUTES:
        return "target of a link", "names"
    return f"attribute “{local}”", "names"


def _embedded(text: str, inner: Inner) -> Iterator[Part]:
    """Yield what is in data that stands in the page itself (data: …)."""
    for found in _DATA.finditer(text):
        body = found.group("body")
        try:
            base = ";base64" in found.group("rest").lower()
            held = base64.b64decode(unquote(body) + "==") if base else unquote_to_bytes(body)
        except (binascii.Error, ValueError):
            yield Part("embedded data", "data in the page cannot be read", "data", "flag", kind="unread")
            continue
        ending = ".html" if "html" in found.group("type") or "svg" in found.group("type") else ""
        yield from inner(f"data{ending}", held, "embedded data")
