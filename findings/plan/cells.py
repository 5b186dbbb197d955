"""Cells that hold more than one thing: several agencies, several actions, a target and what was done since."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from findings.plan import numbers

BULLET = re.compile(r"^\s*(?:[•·●▪◦‣\uf0b7*]|[-–—](?=\s)|o(?=\s))\s*(?=\S)")
ITEM = re.compile(r"^\s*(?:(?P<mark>[•·●▪◦‣\uf0b7*]|[-–—](?=\s)|o(?=\s))|(?P<number>\d{1,3}(?:\.\d{1,3})*)[.):]?(?=\s)|\(?(?P<letter>[a-h]|[ivx]{1,4})[.)](?=\s))\s*(?=\S)", re.IGNORECASE)  # fmt: skip
HARD = re.compile(r"\s*(?:[;\n|•]|\s/\s)\s*")
SOFT = re.compile(r"\s*(?:,|/|&|\+|\band\b)\s*", re.IGNORECASE)
LABELS = {
    "target": "target", "target date": "target", "timescale": "target", "due": "target", "by": "target", "deadline": "target",
    "started": "start", "start": "start", "start date": "start", "revised": "revised", "revised target": "revised", "status": "status",
    "rag": "rag", "completed": "completion", "date completed": "completion", "completion": "completion",
    "progress": "progress", "update": "progress", "outcome": "progress", "comment": "progress", "comments": "progress", "milestones": "milestones",
}  # fmt: skip
LABELLED = re.compile(rf"^\s*(?P<label>{'|'.join(sorted(LABELS, key=len, reverse=True))})\s*:\s*(?P<text>.*)$", re.IGNORECASE)  # fmt: skip


def normal(name: str) -> str:
    """A name as it is compared: lower case, plain apostrophes, single spaces, no stops."""
    return " ".join(re.sub(r"[^\w&/'+]+", " ", name.lower().replace("’", "'")).split())


@lru_cache(maxsize=64)
def _names(known: frozenset[str]) -> re.Pattern[str]:
    parts = [r"[\s.]+".join(map(re.escape, name.split())) for name in sorted(known, key=len, reverse=True) if name]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)


def agencies(text: str, known: Collection[str]) -> list[str]:
    """The agencies of a cell, each once and as written. A known name is never cut; "and" and the like part names only
    where a known one stands beside them."""
    pattern, found = _names(frozenset(name.replace("’", "'") for name in known)), []
    for piece in HARD.split(text.replace("’", "'")):
        piece = BULLET.sub("", piece).strip(" .,;")
        if not piece:
            continue
        found += [piece] if pattern.fullmatch(piece) else _parts(piece, pattern)
    return list(dict.fromkeys(found))


def _parts(piece: str, pattern: re.Pattern[str]) -> list[str]:
    held = [match[0] for match in pattern.finditer(piece)]
    covered = pattern.sub("\0", piece)
    rests = [part.strip(" .") for part in SOFT.split(covered)] if held else re.split(r"\s*,\s*(?:and\s+)?", piece)
    named = iter(held)
    if all("\0" not in part or part == "\0" for part in rests):
        return [next(named) if part == "\0" else part for part in rests if part]
    return [piece]


def actions(text: str) -> tuple[list[str], bool]:
    """The actions of a cell that lists several, each with the words that lead the list; and whether it is doubtful.

    A list is cut where it begins the cell or its lead ends in a colon. A cell that begins with a number of its own in
    parts ("1.1") is one action, and what it lists are its details, unless its numbers go on (1.1, 1.2).
    """
    lines = [line for line in text.split("\n") if line.strip()]
    marks = [_mark(line) for line in lines]
    own = numbers.leading(lines[0])[0] if lines else None
    kind = next((mark for mark in marks if mark), "")
    if own and own.several:
        kind, marks = "dotted", _following(lines, own)
    starts = [place for place, mark in enumerate(marks) if mark == kind]
    if not kind or len(starts) < 2:
        return [text], False
    lead = " ".join(lines[: starts[0]]).strip()
    if lead and not lead.endswith(":"):
        return [text], True
    ends = [*starts[1:], len(lines)]
    pieces = ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    bare = [piece if kind == "dotted" else ITEM.sub("", piece, count=1) for piece in pieces]
    return [f"{lead} {piece}".strip() for piece in bare], False


def _following(lines: list[str], own: numbers.Number) -> list[str]:
    """ "dotted" for each line whose number follows on from the one before it: 1.1, 1.2, 1.3."""
    found: list[str] = []
    last: tuple[str, ...] = ()
    for line in lines:
        number = numbers.leading(line)[0] if found else own
        on = number and (not last or number.parts == (*last[:-1], str(int(last[-1]) + 1) if last[-1].isdigit() else ""))
        found.append("dotted" if on else "")
        last = number.parts if number and on else last
    return found


def _mark(line: str) -> str:
    """Of which kind the item is that a line begins: "bullet", "number", "dotted", "letter"; "" for none."""
    match = ITEM.match(line)
    if match is None:
        return ""
    if match["mark"]:
        return "bullet"
    if match["number"]:
        return "dotted" if "." in match["number"] else "number"
    return "letter"


def parts(text: str, number: int) -> list[str] | None:
    """A cell in as many parts as there are actions beside it, or None where it does not have so many."""
    lines = [line for line in text.split("\n") if line.strip()]
    listed, _ = actions(text)
    if len(listed) == number:
        return listed
    return [ITEM.sub("", line, count=1).strip() for line in lines] if len(lines) == number > 1 else None


def labelled(text: str) -> dict[str, str] | None:
    """The parts of a cell that names them ("Target: June 2024" on one line, "Progress: …" on the next), by field.

    None where the first line has no label. Progress goes on to the end of the cell; other parts to the next label.
    """
    found: dict[str, str] = {}
    current = ""
    for line in text.split("\n"):
        match = LABELLED.match(line) if current != "progress" else None
        if match is None and not current:
            if line.strip():
                return None
            continue
        if match:
            current = LABELS[match["label"].lower()]
            found[current] = "\n".join(filter(None, (found.get(current, ""), match["text"])))
        else:
            found[current] += f"\n{line}"
    return {name: words.strip() for name, words in found.items()} or None
