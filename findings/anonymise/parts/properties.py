"""The properties of an office file: title, authors, company, and what somebody added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from findings.anonymise.parts.archive import attribute, tag
from findings.anonymise.parts.shapes import Manner, Part

_AUTHORS = {"creator": "author", "lastModifiedBy": "last changed by", "Manager": "manager", "Company": "company"}
_WORDS = {
    "title": "title",
    "subject": "subject",
    "description": "comments",
    "keywords": "key words",
    "category": "category",
    "contentStatus": "status",
}
_MOMENTS = frozenset(
    {"created", "modified", "lastPrinted", "revision", "version", "AppVersion", "Application", "language"}
)
PLAIN = re.compile(
    r"[-+\d.,:%]*|0x[0-9A-Fa-f]+|[0-9A-Fa-f]{8,}|\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|true|false"
    r"|\d{4}-\d\d-\d\dT[\d:.Z+-]*",
    re.I,
)


def properties(root: etree._Element, part: str) -> Iterator[Part]:
    """Yield the properties in `root`, of whichever of the three kinds it is."""
    for node in root.iter():
        text = (node.text or "").strip()
        if not text or not tag(node):
            continue
        name = tag(node)
        added = next((above for above in node.iterancestors() if tag(above) == "property"), None)
        if added is not None:
            if not PLAIN.fullmatch(text):
                yield Part("document properties: one that was added", text, part)
        elif name not in _MOMENTS and not PLAIN.fullmatch(text):
            yield Part(f"document properties: {_said(name)}", text, part, _manner(name))
    for node in root.iter():
        if tag(node) == "property":
            yield Part("document properties: name of one that was added", attribute(node, "name"), part, "names")


def _said(name: str) -> str:
    return _AUTHORS.get(name) or _WORDS.get(name) or {"Template": "template", "lpstr": "list of parts"}.get(name, name)


def _manner(name: str) -> Manner:
    if name in _AUTHORS:
        return "author"
    return "words" if name in _WORDS else "names"
