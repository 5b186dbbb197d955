"""Every place of the product where something asks who may, found in its syntax, and the same code with a switch at each.

A switch (`__gates__`, see gates.py) stands only in what this tool runs: the files themselves stay as they are.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("reviews", "agencies", "findings", "scr_portal")
# These are not asked: the table itself (tests/test_policy.py holds it up to its text), what fills the demonstration, what
# runs at the server, and what only decides whether a button is drawn.
ELSEWHERE = (
    "/migrations/",
    "/demo/",
    "/setup/",
    "/management/",
    "/backup/",
    "/case_export/",
    "reviews/access.py",
    "/templatetags/",
    "metrics.py",
)

RAISES, SAYS, NARROWS, BOARDS, ASKS, GUARDS, OWNS, SIGNED_IN = (
    "raises", "says", "narrows", "boards", "asks", "guards", "owns", "signed in",
)  # fmt: skip
NARROWING = {NARROWS, BOARDS, OWNS}
# What is called, by its name → what becomes of it without its check.
KINDS = {
    "check": RAISES, "allowed": SAYS, "boards_where": BOARDS, "visible_to": NARROWS, "answerable_by": NARROWS,
    "reportable_by": NARROWS, "countable_by": NARROWS, "unheld": NARROWS, "of_own_agency": OWNS, "login_required": SIGNED_IN,
}  # fmt: skip
OF_CONFLICTS = {"open_to": RAISES, "reading": "hinders", "deciding": "hinders"}


def fetchers() -> set[str]:
    """The shared ways to a record, as tests/test_house.py names them; read, not imported: that would load the product."""
    house = ast.parse((ROOT / "tests" / "test_house.py").read_text())
    lines = [each for each in house.body if ast.unparse(each).startswith("FETCHERS")]
    return {str(each.value) for line in lines for each in ast.walk(line) if isinstance(each, ast.Constant)}


# What is called to ask within: the shared ways to a record, and the shared part of verbs.
ASKING = (fetchers() - {*KINDS, "opened_by", "invited", "own_boards"}) | {"writable", "advance"}


@dataclass(frozen=True)
class Site:
    """One such place. `number` is its switch; `function` holds it."""

    number: int
    path: str
    line: int
    kind: str
    name: str
    function: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.name}"


def asked_of(path: str) -> bool:
    """Whether a module is one whose checks are tried."""
    return path.split("/")[0] in FOLDERS and not any(part in f"/{path}" for part in ELSEWHERE)


def holds_askers(path: str) -> bool:
    """Whether what is called like a shared asker is one there: an `of_review` elsewhere only counts."""
    return "/views/" in path or "/services/" in path


class Switched(ast.NodeTransformer):
    """Puts a switch at each place of one module; `sites` lists them, numbered from `first`."""

    def __init__(self, path: str, first: int, tree: ast.Module) -> None:
        self.path, self.first, self.within = path, first, ["(module)"]
        self.sites: list[Site] = []
        self.from_access = {
            name.asname or name.name
            for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.module == "reviews.access"
            for name in each.names
        }  # fmt: skip
        own = {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
        self.fetchers = own & ASKING if holds_askers(f"/{path}") else set()
        for each in ast.walk(tree):
            if isinstance(each, ast.ImportFrom) and holds_askers(f"/{each.module or ''}/".replace(".", "/")):
                self.fetchers |= {name.asname or name.name for name in each.names if name.name in ASKING}

    def site(self, node: ast.AST, kind: str, name: str) -> ast.expr:
        """The number of a new place, as it stands in the code."""
        number = self.first + len(self.sites)
        self.sites.append(Site(number, self.path, node.lineno, kind, name, self.within[-1]))  # type: ignore[attr-defined]
        return ast.Constant(number)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.within.append(node.name)
        self.generic_visit(node)
        for place, mark in enumerate(node.decorator_list):
            if getattr(mark, "id", "") == "login_required":
                node.decorator_list[place] = switch("decorator", self.site(mark, SIGNED_IN, "login_required"), mark)
        if node.name == "belongs_to" and isinstance(found := node.body[-1], ast.Return) and found.value:
            found.value = switch("says", self.site(found, SAYS, "belongs_to"), found.value)
        self.within.pop()
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        test, last = ast.unparse(node.test), node.body[-1]
        self.generic_visit(node)
        raised = ast.unparse(last.exc or ast.Constant("")) if isinstance(last, ast.Raise) else ""
        # In a verb: what is for a person's own agency, or for another than who wrote it.
        personal = "/services/" in self.path and any(getattr(each, "id", "") == "by" for each in ast.walk(node.test))
        told = ast.unparse(node.test).startswith("__gates__.call(")  # Its question is a place by itself.
        if not told and (raised.startswith("PermissionDenied") or (raised.startswith("Refused") and personal)):
            node.test = switch("hinders", self.site(node, GUARDS, f"if {test}"[:60]), node.test)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if kind := self.kind_of(called, name, node.args):
            node.args.insert(0, called)
            node.args.insert(0, self.site(node, kind, name))
            node.func = ast.Attribute(ast.Name("__gates__", ast.Load()), "call", ast.Load())
        elif own := [key.arg for key in node.keywords if key.arg and "user.agency_id" in ast.unparse(key.value)]:
            node.args.insert(0, called)
            node.args.insert(0, ast.Constant(own[0]))
            node.args.insert(0, self.site(node, OWNS, f"{own[0]}=own"))
            node.func = ast.Attribute(ast.Name("__gates__", ast.Load()), "drop", ast.Load())
        return node

    def kind_of(self, called: ast.expr, name: str, args: list[ast.expr]) -> str:
        """What kind of place a call is; "" for none."""
        if isinstance(called, ast.Attribute):
            if ast.unparse(called.value) == "conflicts":
                return OF_CONFLICTS.get(name, "")
            if name == "closed_to":
                return "hinders"
            asks = name == "advance" or (name in ASKING and len(args) and ast.unparse(args[0]).startswith("request"))
            return ASKS if asks else KINDS[name] if KINDS.get(name) == NARROWS else ""
        if name in self.from_access or name == "of_own_agency":
            return KINDS.get(name, "")
        return ASKS if name in self.fetchers else ""


def switch(what: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("__gates__", ast.Load()), what, ast.Load()), [*args], [])


def switched(path: str, source: str, first: int) -> tuple[ast.Module, list[Site]]:
    """The module with switches, and its places."""
    tree = ast.parse(source)
    change = Switched(path, first, tree)
    changed = ast.fix_missing_locations(change.visit(tree))
    return changed, change.sites


def every_site() -> tuple[dict[str, ast.Module], list[Site]]:
    """Path → module with switches, of every module whose checks are tried; and all places."""
    trees: dict[str, ast.Module] = {}
    sites: list[Site] = []
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            path = file.relative_to(ROOT).as_posix()
            if asked_of(path):
                trees[path], found = switched(path, file.read_text(), len(sites))
                sites += found
    return trees, sites
