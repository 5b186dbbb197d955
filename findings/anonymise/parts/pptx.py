"""Presentations: where each part of one is, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from findings.anonymise.parts import office
from findings.anonymise.parts.archive import attribute, tag, xml
from findings.anonymise.parts.shapes import Inner, Part

MAIN = "ppt/presentation.xml"
_PLACES = (
    (r"ppt/slideMasters/.*", "slide master"),
    (r"ppt/slideLayouts/.*", "slide layout"),
    (r"ppt/notesMasters/.*", "master of the notes"),
    (r"ppt/handoutMasters/.*", "master of the handouts"),
    (r"ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml)", "comment"),
    (r"ppt/tags/.*", "tag"),
    (r"ppt/charts/.*", "chart"),
    (r"ppt/diagrams/.*", "diagram"),
    (r"ppt/embeddings/.*", "embedded file"),
    (r"ppt/media/.*", "picture, sound or film"),
    (r"ppt/(?:presentation|presProps|viewProps|tableStyles)\.xml", "settings of the presentation"),
    (r"ppt/theme/.*", "styles"),
    (r"ppt/printerSettings/.*", "settings of the printer"),
    (r"customXml/.*", "custom XML"),
    (r"docProps/.*", "document properties"),
    (r".*\.rels", "links"),
)


def read(content: bytes, inner: Inner) -> Iterator[Part]:
    """Yield all text of the presentation in `content`; raises Unreadable."""
    return office.read(content, inner, _places)


def _places(parts: dict[str, bytes]) -> Callable[[str], str]:
    slides = _slides(parts)

    def place(name: str) -> str:
        if name in slides:
            return slides[name]
        return next((said for pattern, said in _PLACES if re.fullmatch(pattern, name)), "a part of the file")

    return place


def _slides(parts: dict[str, bytes]) -> dict[str, str]:
    """Return which slide, or whose notes, a part is: counted in the order of the show, hidden ones said to be so."""
    found: dict[str, str] = {}
    for number, name in enumerate(_order(parts), 1):
        hidden = name in parts and attribute(xml(parts[name]), "show") in ("0", "false")
        found[name] = f"{'hidden ' if hidden else ''}slide {number}"
    for name in list(parts):
        if re.fullmatch(r"ppt/slides/[^/]+\.xml", name):
            found.setdefault(name, "slide that is not in the show")
    for name in list(found):
        folder, _, leaf = name.rpartition("/")
        for link in xml(parts.get(f"{folder}/_rels/{leaf}.rels", b"<none/>")):
            if attribute(link, "Type").endswith("/notesSlide"):
                found["ppt/" + attribute(link, "Target").removeprefix("../").removeprefix("/ppt/")] = (
                    f"notes of {found[name]}"
                )
    return found


def _order(parts: dict[str, bytes]) -> list[str]:
    links = xml(parts.get("ppt/_rels/presentation.xml.rels", b"<none/>"))
    targets = {attribute(link, "Id"): "ppt/" + attribute(link, "Target").removeprefix("/ppt/") for link in links}
    show = xml(parts.get(MAIN, b"<none/>"))
    listed = [node for node in show.iter() if tag(node) == "sldId"]
    numbers = [
        next((str(value) for key, value in node.attrib.items() if str(key).endswith("}id")), "") for node in listed
    ]
    return [targets[number] for number in numbers if number in targets]
