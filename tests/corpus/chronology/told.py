"""Files of the corpus told in plain text, one each in `lots/`: its records, and before each what it holds.

    ! xlsx merge=A2:C2              how it is written: the names of `WAYS`, then what that way is to be told
    [Log] Date>date | Note>event    a table: its sheet, and the field of each heading
    ^                               the headings, as a record
    = Page 1 | of 2                 a record that is no entry; `==` over the whole width, `~` blank
    2019-03-12 14:15-15:00 :: {2019-03-12} | Visit, no reply.
                                    an entry: its days and times (as in `TableOf.entry`; `-` undated, `?` to be asked
                                    about, `x` rejected), then the cells; a date, a time or a number in braces is a true one
    2019-03-12 :: 12/3/19 Visit. ## Visit. #> Letter #s File
                                    the event, the action and the source that the cells do not say
    * :: 12/3/19 | 9am Visit. 2pm Call.
    + 2019-03-12 09:00 :: Visit.    several events in one record

A line break in a cell is written ⏎, a bar in it ‖.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from tests.corpus.chronology.spec import Case, Cell, TableOf
from tests.corpus.chronology.ways import WAYS
from tests.corpus.chronology.ways_of_pages import FURTHER_WAYS

LOTS = Path(__file__).parent / "lots"
EVERY_WAY = {**WAYS, **FURTHER_WAYS}
STATUS = {"?": "needs-attention", "x": "reject"}


def lot(name: str) -> list[Case]:
    """All files of a lot."""
    return [_case(path) for path in sorted((LOTS / name).glob("*.lot"))]


def _case(path: Path) -> Case:
    way, *told = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    name, *options = way.removeprefix("! ").split()
    return Case(path.stem, lambda: tables(told), EVERY_WAY[name](*options))


def tables(told: list[str]) -> list[TableOf]:
    """The tables that the lines tell of."""
    found: list[TableOf] = []
    for line in told:
        if match := re.fullmatch(r"\[(.*?)\] ?(.*)", line):
            headings = [heading.replace("⏎", "\n").rpartition(">") for heading in match[2].split(" | ")]
            columns = {(heading or field).strip(): field.strip() for heading, _, field in headings}
            found.append(TableOf(match[1] or None, columns))
        else:
            _record(found[-1], line)
    return found


def _record(table: TableOf, line: str) -> None:
    if line == "^":
        table.head()
    elif line == "~":
        table.line()
    elif line.startswith("="):
        table.line(*_cells(line.lstrip("=")), wide=line.startswith("=="))
    else:
        _entry(table, *line.split(" :: ", 1))


def _entry(table: TableOf, gold: str, cells: str) -> None:
    if gold == "*":
        table.records.append(_cells(cells))
        return
    known = _known(gold.removeprefix("+"))
    cells, *said = re.split(r" (#[#>s]) ?", cells)
    names = {"##": "event", "#>": "action", "#s": "source"}
    known |= {names[mark]: words.replace("⏎", "\n").strip() for mark, words in zip(said[::2], said[1::2], strict=True)}
    if not gold.startswith("+"):
        table.records.append(_cells(cells))
        table._gold(1, known.pop("on"), known)
        return
    row = len(table.records)
    known |= dict(zip(("event", "action"), (*map(str.strip, cells.split("|")), ""), strict=False))
    table._gold(1 + sum(one.row == row for one in table.gold), known.pop("on"), known)


def _known(gold: str) -> dict[str, Any]:
    on, *rest = gold.split()
    known: dict[str, Any] = {"on": None if on == "-" else on}
    for word in rest:
        if word in STATUS:
            known["status"] = STATUS[word]
        elif word.startswith("row="):
            known["row"] = int(word[4:])
        else:
            known["time"], _, end = word.partition("-")
            known["end_time"] = end or None
    return known


def _cells(line: str) -> list[Cell]:
    cells = line.split("|")
    # A line of plain text keeps the blanks that it begins with.
    return [_cell(cell.strip()) for cell in cells] if len(cells) > 1 else [_cell(line.removeprefix(" ").rstrip())]


def _cell(text: str) -> Cell:
    if not (text.startswith("{") and text.endswith("}")):
        return text.replace("⏎", "\n").replace("‖", "|") or None
    value = text[1:-1]
    for read in (int, float, time.fromisoformat, date.fromisoformat, datetime.fromisoformat):
        try:
            return read(value)
        except ValueError:
            continue
    raise ValueError(text)
