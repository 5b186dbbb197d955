"""The process that opens an agency's file: small, limited, and nothing lost if it dies.

Started by `limits.read` as `python -m agencies.chronology.child FILE`; writes one JSON object to its standard output:
{"kind", "sheets"} or {"refused": kind}.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from agencies.chronology import confined, grid
from agencies.chronology.refusals import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, refusal
from agencies.chronology.shapes import ChronologyRefused


def sheets_of(path: Path) -> tuple[str, list[grid.Sheet]]:
    """What kind of file it is and its sheets; raises ChronologyRefused."""
    from agencies.chronology.sniff import kind_of

    kind = kind_of(path)
    reader = importlib.import_module(f"agencies.chronology.readers.{kind}")
    sheets: list[grid.Sheet] = reader.read(path)
    for sheet in sheets:
        _check(sheet)
    if sum(_text(sheet) for sheet in sheets) > MAX_TEXT:
        raise refusal("too-big")
    return kind, sheets


def _check(sheet: grid.Sheet) -> None:
    if len(sheet.rows) > MAX_ROWS:
        raise refusal("too-long")
    if max(map(len, sheet.rows), default=0) > MAX_COLUMNS:
        raise refusal("too-wide")


def _text(sheet: grid.Sheet) -> int:
    return sum(sum(map(len, [cell for cell in row if type(cell) is str])) for row in sheet.rows)


def answer(path: Path) -> dict[str, Any]:
    """What is sent back for one file."""
    try:
        kind, sheets = sheets_of(path)
    except ChronologyRefused as refused:
        return {"refused": refused.kind}
    except MemoryError:
        return {"refused": "too-much-memory"}
    except RecursionError:
        return {"refused": "unreadable"}
    except FileNotFoundError:
        return {"refused": "missing"}
    except Exception:  # whatever a reader stumbles over, the person is told that the file cannot be read
        return {"refused": "unreadable"}
    return {"kind": kind, "sheets": grid.dump(sheets)}


if __name__ == "__main__":
    confined.confine()
    sys.stdout.buffer.write(grid.to_json(answer(Path(sys.argv[1]))))
