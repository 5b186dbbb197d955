"""The attributes of an office part: which are words for people, which are names that people give, which are settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from findings.anonymise.parts.archive import attribute, tag
from findings.anonymise.parts.known import TYPEFACES
from findings.anonymise.parts.shapes import Manner, Part

# By attribute, whatever element bears it.
_ANYWHERE: dict[str, tuple[str, Manner]] = {
    "descr": ("alternative text", "words"),
    "alt": ("alternative text", "words"),
    "title": ("title of a picture or shape", "words"),
    "tooltip": ("screen tip of a link", "words"),
    "screenTip": ("screen tip of a link", "words"),
    "displayText": ("choice of a drop-down list", "words"),
    "string": ("word art", "words"),
    "author": ("author of a change or comment", "author"),
    "displayName": ("name of a reviewer", "author"),
    "initials": ("initials of an author", "names"),
    "userId": ("account of a reviewer", "names"),
    "instr": ("code of a field", "names"),
    "anchor": ("target of a link", "names"),
    "docLocation": ("target of a link", "names"),
    "Target": ("target of a link", "names"),
    "href": ("target of a link", "names"),
    "src": ("target of a link", "names"),
    "action": ("target of a link", "names"),
    "location": ("target of a link", "names"),
    "xpath": ("binding of a content control", "names"),
}
# By element and attribute.
_HERE: dict[tuple[str, str], tuple[str, Manner]] = {
    ("bookmarkStart", "name"): ("name of a bookmark", "names"),
    ("docPr", "name"): ("name of a picture or shape", "names"),
    ("cNvPr", "name"): ("name of a picture or shape", "names"),
    ("alias", "val"): ("title of a content control", "names"),
    ("tag", "val"): ("tag", "names"),
    ("tag", "name"): ("tag", "names"),
    ("docVar", "name"): ("document variable", "names"),
    ("docVar", "val"): ("document variable", "words"),
    ("tblCaption", "val"): ("alternative text of a table", "words"),
    ("tblDescription", "val"): ("alternative text of a table", "words"),
    ("statusText", "val"): ("help of a form field", "words"),
    ("helpText", "val"): ("help of a form field", "words"),
    ("listItem", "value"): ("choice of a drop-down list", "names"),
    ("listEntry", "val"): ("choice of a drop-down list", "names"),
    ("default", "val"): ("content of a form field", "names"),
    ("query", "val"): ("source of a mail merge", "names"),
    ("connectString", "val"): ("source of a mail merge", "names"),
    ("udl", "val"): ("source of a mail merge", "names"),
    ("section", "name"): ("name of a section", "names"),
    ("custShow", "name"): ("name of a show", "names"),
    ("sheet", "name"): ("name of a sheet", "names"),
    ("definedName", "name"): ("defined name", "names"),
    ("cmAuthor", "name"): ("author of a comment", "author"),
    ("person", "author"): ("name of a reviewer", "author"),
    ("author", "name"): ("author of a comment", "author"),
    ("chgData", "name"): ("author of a change", "author"),
    ("property", "name"): ("document properties: name of one", "names"),
    ("ins", "author"): ("author of a tracked change", "author"),
    ("del", "author"): ("author of a tracked change", "author"),
    ("moveFrom", "author"): ("author of a tracked change", "author"),
    ("moveTo", "author"): ("author of a tracked change", "author"),
    ("comment", "author"): ("author of a comment", "author"),
    ("style", "name"): ("name of a style", "sure"),
}
_SKIPPED = frozenset(
    {
        "Type",
        "ContentType",
        "Extension",
        "script",
        "schemaLocation",
        "lang",
        "altLang",
        "hash",
        "salt",
        "hashValue",
        "saltValue",
        "xsi:type",
    }
)
# Numbers, marks, colours, identifiers, languages, moments, and the addresses of the format itself.
_IDLE = re.compile(
    r"[-+]?[\d.,:;%#*\s]*(?:pt|in|cm|mm|px|em)?|#?[0-9A-Fa-f]{6,}|\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?"
    r"|[a-z]{2,3}-[A-Za-z0-9-]{2,11}|\d{4}-\d\d-\d\dT[\d:.Z+-]*|rId\d+|.{0,3}"
    r"|(?:https?://(?:schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|www\.w3\.org|purl\.org|purl\.oclc\.org)|urn:schemas)\S*",
    re.S,
)
_FACES = frozenset({"typeface", "ascii", "hAnsi", "cs", "eastAsia", "font"})


def named(root: etree._Element, part: str, where: str) -> Iterator[Part]:
    """Yield the names of elements, attributes and name spaces that are not the format's own: somebody gave them."""
    found = {space for _, (_, space) in etree.iterwalk(root, events=("start-ns",))}
    if part.startswith("customXml/"):
        for node in root.iter("*"):
            found |= {tag(node), *(str(key).rpartition("}")[2] for key in node.attrib)}
    for text in sorted(found):
        if not _IDLE.fullmatch(text):
            yield Part(where, unquote(text), part, "names")


def spoken(root: etree._Element, part: str, where: str) -> Iterator[Part]:
    """Yield the values of attributes under `root`, each once, with what they are to a person."""
    seen: set[tuple[str, str, str]] = set()
    for node in root.iter("*"):
        name = tag(node) if node.attrib else ""
        for key, value in node.items():
            if (name, key, value) not in seen:
                seen.add((name, key, value))
                yield from _value(node, name, str(key).rpartition("}")[2], str(value), part, where)


def _value(node: etree._Element, name: str, local: str, text: str, part: str, where: str) -> Iterator[Part]:
    if local in _SKIPPED or not text.strip() or _skipped(node, name, local, text):
        return
    said, manner = _HERE.get((name, local)) or _ANYWHERE.get(local) or (f"setting “{local}”, {where}", "sure")
    if manner != "sure" or not (_IDLE.fullmatch(text) or _face(name, local, text)):
        yield Part(_by(node, said), unquote(text) if manner == "names" else text, part, manner)


def _skipped(node: etree._Element, name: str, local: str, text: str) -> bool:
    """Say whether a value is of the format itself: a relationship's number, or initials that only repeat an author."""
    if name == "Relationship":
        return local in ("Id", "Target", "TargetMode")
    if local == "initials":
        by = attribute(node, "author") or attribute(node, "name")
        return text.casefold() == "".join(word[:1] for word in by.split()).casefold()
    return local == "title" and _IDLE.fullmatch(text) is not None


def _face(name: str, local: str, text: str) -> bool:
    return (local in _FACES or name == "font") and (text.partition(" ")[0].casefold() in TYPEFACES)


def _by(node: etree._Element, said: str) -> str:
    """Return the place more closely where a comment says whose it is."""
    return (
        said
        if tag(node) != "comment" or not attribute(node, "id").isdigit()
        else f"{said} ({int(attribute(node, 'id')) + 1})"
    )
