"""The words of one Word paragraph as they stand when every tracked change is accepted."""

from __future__ import annotations

from lxml import etree

from agencies.chronology.archive import attribute, tag

TRACKED = {"ins", "del", "moveFrom", "moveTo"}
GONE = {
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "pPr",
    "rPr",
    "sdtPr",
    "sdtEndPr",
    "rt",
    "annotationRef",
}
SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
    "lastRenderedPageBreak": "",
}


def paragraphs(paragraph: etree._Element) -> list[str]:
    """The paragraph's text, and the text of each box that hangs on it; one string each, line breaks kept."""
    boxes: list[etree._Element] = []
    text = _words(paragraph, boxes)
    found = [text]
    for box in boxes:
        for inner in box.iter():
            if tag(inner) == "p" and not _inside_box(inner, box):
                found += paragraphs(inner)
    return [part for part in found if part.strip()] or [""]


def _inside_box(paragraph: etree._Element, box: etree._Element) -> bool:
    """Whether another box lies between: its own paragraph has read it already."""
    parent = paragraph.getparent()
    while parent is not None and parent is not box:
        if tag(parent) == "txbxContent":
            return True
        parent = parent.getparent()
    return False


def _words(element: etree._Element, boxes: list[etree._Element]) -> str:
    kind = tag(element)
    if kind in GONE:
        return ""
    if kind in SIGNS:
        return SIGNS[kind]
    if kind in ("t",):
        return element.text or ""
    if kind == "sym":
        return _symbol(element)
    if kind == "txbxContent":
        boxes.append(element)
        return ""
    if kind == "AlternateContent":
        return _alternate(element, boxes)
    if kind == "sdt" and is_placeholder(element):
        return ""
    return "".join(_words(child, boxes) for child in element)


def _alternate(element: etree._Element, boxes: list[etree._Element]) -> str:
    """The same thing said twice, for new and old versions of Word: one of them is enough."""
    choices = [child for child in element if tag(child) in ("Choice", "Fallback")]
    for choice in choices:
        before = len(boxes)
        words = "".join(_words(child, boxes) for child in choice)
        if words.strip() or len(boxes) > before:
            return words
    return ""


def is_placeholder(control: etree._Element) -> bool:
    """A content control that still shows its prompt ("Click to enter a date") holds nothing."""
    return any(
        tag(part) == "showingPlcHdr" for properties in control if tag(properties) == "sdtPr" for part in properties
    )


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xF000 <= number <= 0xF0FF else chr(number)
