"""Word documents: where each part of one is, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from findings.anonymise.parts import office
from findings.anonymise.parts.archive import attribute, tag, xml
from findings.anonymise.parts.shapes import Inner, Part

MAIN = "word/document.xml"
_PLACES = (
    (r"word/document\.xml", "body"),
    (r"word/footnotes\.xml", "footnote"),
    (r"word/endnotes\.xml", "endnote"),
    (r"word/comments.*\.xml", "comment"),
    (r"word/people\.xml", "list of reviewers"),
    (r"word/glossary/.*", "building blocks of the template"),
    (r"word/(?:settings|webSettings)\.xml", "settings of the document"),
    (r"word/(?:styles|stylesWithEffects|numbering|fontTable)\.xml|word/theme/.*", "styles"),
    (r"word/charts/.*", "chart"),
    (r"word/diagrams/.*", "diagram"),
    (r"word/embeddings/.*", "embedded file"),
    (r"word/media/.*", "picture"),
    (r"word/afchunk.*", "embedded file"),
    (r"customXml/.*", "custom XML"),
    (r"docProps/.*", "document properties"),
    (r".*\.rels", "links"),
)
_PAGES = {"first": "of the first page", "even": "of even pages"}


def read(content: bytes, inner: Inner) -> Iterator[Part]:
    """Yield all text of the Word document in `content`; raises Unreadable."""
    return office.read(content, inner, _places)


def _places(parts: dict[str, bytes]) -> Callable[[str], str]:
    pages = _pages(parts)

    def place(name: str) -> str:
        known = re.fullmatch(r"word/(header|footer)\d*\.xml", name)
        if known:
            return f"{known.group(1)} {pages.get(name, '')}".strip()
        return next((said for pattern, said in _PLACES if re.fullmatch(pattern, name)), "a part of the file")

    return place


def _pages(parts: dict[str, bytes]) -> dict[str, str]:
    """Return which headers and footers are for first or even pages only."""
    links = parts.get("word/_rels/document.xml.rels")
    if links is None or MAIN not in parts:
        return {}
    targets = {attribute(link, "Id"): "word/" + attribute(link, "Target") for link in xml(links)}
    return {
        targets[attribute(node, "id")]: _PAGES[attribute(node, "type")]
        for node in xml(parts[MAIN]).iter()
        if tag(node) in ("headerReference", "footerReference")
        and attribute(node, "type") in _PAGES
        and attribute(node, "id") in targets
    }
