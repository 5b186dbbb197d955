"""The running text of an office part: paragraph by paragraph, read whole over runs, deletions and hidden words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from findings.anonymise.parts.archive import attribute, tag
from findings.anonymise.parts.shapes import Part

BLOCKS = frozenset({"p", "si", "is"})
_ANY_BLOCK = tuple(f"{{*}}{name}" for name in BLOCKS)  # as lxml asks for them, in whatever name space
TEXTS = frozenset({"t", "delText"})
_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_FIELDS = frozenset({"instrText", "delInstrText"})
_ANY_FIELD = tuple(f"{{*}}{name}" for name in (*_FIELDS, "fldChar"))
_BETWEEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_OFF = ("0", "false", "off")
_SAID = {
    "hidden": "hidden text",
    "gone": "deleted text of a tracked change",
    "come": "inserted text of a tracked change",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's text and what is special about it: "" "hidden" "gone" "come" "field"."""

    text: str
    state: str


def paragraphs(root: etree._Element, where: str, part: str) -> Iterator[Part]:
    """Yield the blocks of text under `root`; where changes are tracked or words hidden, also as they read without these."""
    for block in root.iter(*_ANY_BLOCK):
        pieces = list(_pieces(block, ""))
        if not any(piece.text.strip() for piece in pieces):
            continue
        yield from _readings(pieces, _place(block, where), part)


def _readings(pieces: list[Piece], where: str, part: str) -> Iterator[Part]:
    """Yield a block as it reads with its changes accepted, what was deleted by itself, and the other ways to read it."""
    states = {piece.state for piece in pieces}
    yield _joined([piece for piece in pieces if piece.state != "gone"], where, part)
    if "gone" in states:
        yield _joined([piece for piece in pieces if piece.state == "gone"], where, part)
        yield _joined([piece for piece in pieces if piece.state != "come"], where, part, again=True)
    if "hidden" in states:
        yield _joined([piece for piece in pieces if piece.state not in ("gone", "hidden")], where, part, again=True)


def fields(root: etree._Element, part: str) -> Iterator[Part]:
    """Yield the instructions of fields ("HYPERLINK …", "XE …"), joined where runs split them."""
    for block in root.iter(*_ANY_BLOCK):
        text = "".join((node.text or "") if tag(node) in _FIELDS else "\n" for node in block.iter(*_ANY_FIELD))
        if text.strip():
            yield Part("code of a field", text.strip(), part, "names")


def loose(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield (element, text) of what stands outside blocks or is no run of one, what follows an element included."""
    for node in root.iter():
        if (node.text or "").strip() and not (tag(node) in _FIELDS or (tag(node) in TEXTS and _within(node))):
            yield node, str(node.text)
        if (node.tail or "").strip():
            yield node, str(node.tail)


def _within(node: etree._Element) -> bool:
    return any(tag(above) in BLOCKS for above in node.iterancestors())


def _pieces(node: etree._Element, state: str) -> Iterator[Piece]:
    """Yield the pieces of a block in order; a block inside it (a text box) is read by itself."""
    for child in node:
        name = tag(child)
        if name in BLOCKS or name.endswith("Pr"):
            continue
        if name in TEXTS:
            yield Piece(child.text or "", state)
        elif name in _BETWEEN:
            yield Piece(_BETWEEN[name], state)
        elif name == "sym":
            yield Piece(_symbol(child), state)
        elif name == "fld" and attribute(child, "type").startswith("datetime"):
            yield from (Piece(piece.text, "field") for piece in _pieces(child, state))
        else:
            yield from _pieces(child, _state(child, name, state))


def _state(node: etree._Element, name: str, state: str) -> str:
    if name in _GONE:
        return "gone"
    if name in _COME:
        return state or "come"
    if name == "r" and any(
        tag(mark) in ("vanish", "specVanish", "webHidden") and _on(mark) for mark in _properties(node)
    ):
        return "hidden"
    return state


def _properties(run: etree._Element) -> list[etree._Element]:
    return [mark for child in run if tag(child) == "rPr" for mark in child]


def _on(mark: etree._Element) -> bool:
    return attribute(mark, "val") not in _OFF


def _symbol(node: etree._Element) -> str:
    code = attribute(node, "char")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _joined(pieces: list[Piece], where: str, part: str, *, again: bool = False) -> Part:
    """Put pieces together; today's date that the program fills in says nothing of the case and is left out."""
    text, marks = "", []
    for piece in pieces:
        if piece.state == "field":
            continue
        if piece.state:
            marks.append((len(text), len(text) + len(piece.text), _SAID[piece.state]))
        text += piece.text
    return Part(where, text, part, marks=tuple(marks), again=again)


def _place(block: etree._Element, where: str) -> str:
    """Return where a block stands: in a text box, a table, or under what its part is called."""
    note = next((node for node in block.iterancestors() if tag(node) == "comment" and attribute(node, "author")), None)
    if note is not None:
        return f"comment by {attribute(note, 'author')}"
    above = [tag(node) for node in block.iterancestors()]
    if "txbxContent" in above:
        return f"text box, {where}"
    return f"table, {where}" if "tbl" in above else where
