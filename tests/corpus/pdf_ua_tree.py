"""The structure of a tagged PDF: what may stand in what, headings in order, tables with real headings, words for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
INSIDE = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "TFoot": {"Table"}, "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}  # fmt: skip
HOLDING = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """One element: its type with roles followed, what it says, and what it holds."""

    kind: str
    held: Any
    above: Node | None
    below: list[Node] = field(default_factory=list)

    def each(self) -> Iterator[Node]:
        yield self
        for node in self.below:
            yield from node.each()


class Tree:
    """The structure of a file, read once."""

    def __init__(self, reader: PdfReader) -> None:
        root: Any = reader.root_object
        self.root: Any = root.get("/StructTreeRoot", DictionaryObject()).get_object()
        self.roles: Any = self.root.get("/RoleMap", DictionaryObject()).get_object()
        self.top = Node("", self.root, None)
        self.marks: dict[int, set[int]] = {}
        self._read(self.root, self.top, None)
        self.parents = dict(numbers(self.root.get("/ParentTree", DictionaryObject()).get_object()))

    def _read(self, held: Any, above: Node, page: Any) -> None:
        kids: Any = held.get("/K", ArrayObject())
        kids = kids.get_object()
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            each: Any = kid.get_object()
            if isinstance(each, NumberObject):
                self._mark(page, int(each))
            elif each.get("/Type") == "/MCR":
                self._mark(each.raw_get("/Pg") if "/Pg" in each else page, int(each["/MCID"]))
            elif "/S" in each:
                node = Node(self.role(str(each["/S"])[1:]), each, above)
                above.below.append(node)
                self._read(each, node, each.raw_get("/Pg") if "/Pg" in each else page)

    def _mark(self, page: Any, number: int) -> None:
        if isinstance(page, IndirectObject):
            self.marks.setdefault(page.idnum, set()).add(number)

    def role(self, name: str) -> str:
        """The standard type that a type stands for; itself where nobody says."""
        for _ in range(10):
            if name in STANDARD or f"/{name}" not in self.roles:
                return name
            name = str(self.roles[f"/{name}"])[1:]
        return "a circle of roles"

    def marks_of(self, page: PageObject) -> set[int]:
        """The numbers of the content of a page that the structure holds."""
        reference = page.indirect_reference
        return self.marks.get(reference.idnum, set()) if reference is not None else set()

    def parent_of(self, note: Any) -> str | None:
        """The type of the element that holds an annotation, or None."""
        held = self.parents.get(int(note.get("/StructParent", -1)))
        return f"/{self.role(str(held.get_object()['/S'])[1:])}" if held is not None else None


def numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """What a number tree holds."""
    pairs = tree.get("/Nums", ArrayObject()).get_object()
    yield from ((int(pairs[place]), pairs[place + 1]) for place in range(0, len(pairs) - 1, 2))
    for kid in tree.get("/Kids", ()):
        yield from numbers(kid.get_object())


def faults(tree: Tree) -> Iterator[str]:
    """What is wrong with a structure."""
    if not tree.top.below:
        yield "01-005: there is no structure"
    nodes = list(tree.top.each())[1:]
    for node in nodes:
        yield from of_node(node)
    yield from of_headings([node for node in nodes if node.kind in {"H", *(f"H{level}" for level in range(1, 7))}])
    for table in (node for node in nodes if node.kind == "Table"):
        yield from of_table(table)
    notes = [str(node.held.get("/ID", "")) for node in nodes if node.kind == "Note"]
    if "" in notes or len(set(notes)) != len(notes):
        yield "19-003: a note has no name of its own"


def of_node(node: Node) -> Iterator[str]:
    """One element: a type that is known, where it may stand, and words where it has none of its own."""
    above = node.above.kind if node.above else ""
    if node.kind not in STANDARD:
        yield f"02-001: {node.kind} is no type that readers know"
    if node.kind in INSIDE and above not in INSIDE[node.kind]:
        yield f"09-004: {node.kind} stands in {above or 'the root'}"
    for each in node.below:
        if node.kind in HOLDING and each.kind not in HOLDING[node.kind]:
            yield f"09-005: {node.kind} holds {each.kind}"
    if node.kind in {"Figure", "Formula"} and not str(node.held.get("/Alt", node.held.get("/ActualText", ""))).strip():
        yield f"{'13-004' if node.kind == 'Figure' else '17-002'}: a {node.kind.lower()} has no words that stand for it"
    if "/Alt" in node.held and not str(node.held["/Alt"]).strip():
        yield f"13-004: the words for a {node.kind} are empty"


def of_headings(found: list[Node]) -> Iterator[str]:
    """Headings: from the first level on, none left out."""
    if any(node.kind == "H" for node in found):
        yield "14-007: headings with and without a level stand in one file"
        return
    levels = [int(node.kind[1]) for node in found]
    if levels and levels[0] != 1:
        yield f"14-002: the first heading is of level {levels[0]}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"14-003: a heading of level {after} follows one of level {before}"


def of_table(table: Node) -> Iterator[str]:
    """One table: as many cells in each row, and headings that say what they head."""
    rows = [node for node in table.each() if node.kind == "TR"]
    widths = {sum(attribute(cell, "/ColSpan", 1) for cell in row.below) for row in rows}
    spans = any(attribute(cell, "/RowSpan", 1) > 1 for row in rows for cell in row.below)
    if len(widths) > 1 and not spans:
        yield f"09-006: the rows of a table have {sorted(widths)} cells"
    heads = [cell for row in rows for cell in row.below if cell.kind == "TH"]
    if not heads:
        yield "house: a table has no headings"
    for cell in heads:
        if str(attribute(cell, "/Scope", "")) not in {"/Row", "/Column", "/Both"}:
            yield "15-003: a heading of a table does not say whether it heads a row or a column"
            return


def attribute(node: Node, name: str, otherwise: Any) -> Any:
    """What an element says of itself under /A."""
    held: Any = node.held.get("/A", ArrayObject()).get_object()
    for each in held if isinstance(held, ArrayObject) else [held]:
        said: Any = each.get_object()
        if isinstance(said, DictionaryObject) and name in said:
            return said[name]
    return otherwise
