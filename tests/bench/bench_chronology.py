"""Reading a chronology: how long 10,000 rows take, how much memory, and how much of the corpus is read aright."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from agencies.chronology import ChronologyRefused, parse
from tests.corpus.chronology import CASES
from tests.corpus.chronology.bad import BAD
from tests.corpus.chronology.naive import read
from tests.corpus.score import Score, compare

ROWS = 10_000
HEADINGS = (
    "Date",
    "Time",
    "Source of information",
    "Family member",
    "Event",
    "Action taken",
    "Author comment",
    "Good practice",
)
# In a process of its own, and by its own high-water mark: what the process that starts it took must not count.
MEASURE = """
import re, resource, sys
from pathlib import Path
from agencies.chronology import parse, reading
def most():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
before = most()
parsed = parse(Path(sys.argv[1]))
print(most() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
WORDS = "The health visitor called at the home and found the door open; the older child said that nobody had slept well and that he was to stay off school."


def figures() -> Iterator[dict[str, Any]]:
    """Time and memory of a 10,000-row workbook against the bare reader, then the corpus against a naive reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.xlsx"
        long_workbook(path)
        floor, ours = fastest(lambda: bare(path)), fastest(lambda: parse(path))
        yield figure("10,000-row xlsx: bare read of the cells", floor, "s", "the floor")
        yield figure("10,000-row xlsx: parsed with mapping and problems", ours, "s", "at most 1.5 s")
        yield figure("10,000-row xlsx: ratio to the floor", ours / floor, "times", "bare read in the same run")
        asking, reading = memory(path)
        yield figure("10,000-row xlsx: more memory in the process that asks", asking, "MB", "at most 300 MB")
        yield figure("10,000-row xlsx: most memory of the process that reads", reading, "MB", "at most 300 MB")
        yield from recalled(Path(folder))
        yield from refused(Path(folder))


def figure(name: str, value: float, unit: str, compared_with: str) -> dict[str, Any]:
    """One line of the bench."""
    return {"name": f"chronology: {name}", "value": round(value, 3), "unit": unit, "compared_with": compared_with}


def long_workbook(path: Path) -> None:
    """A plain chronology of 10,000 entries: true dates and written ones by turns."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(HEADINGS)
    for number in range(ROWS):
        day = date(2010, 1, 1) + timedelta(days=number // 3)
        when = day if number % 2 else day.strftime("%d/%m/%Y")
        sheet.append(
            (
                when,
                f"{number % 24:02}:{number % 60:02}",
                f"Case note {number}",
                "Child A",
                f"{WORDS} ({number})",
                "Noted.",
                "",
                "",
            )
        )
    book.save(path)


def bare(path: Path) -> None:
    """Every cell of the workbook, and nothing made of them."""
    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def memory(path: Path) -> tuple[float, float]:
    """How much more memory, in MB, parsing takes in the process that asks, and the most that the reading one takes."""
    run = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    asking, reading = run.stdout.split()
    return float(asking), float(reading)


def fastest(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def recalled(folder: Path) -> Iterator[dict[str, Any]]:
    """The corpus through the product and through a naive reader."""
    ours, naive = Score(), Score()
    for case in CASES:
        path, gold = case.build(folder)
        ours += compare(parse(path, today=date(2025, 1, 1)).rows, gold)
        naive += compare(read(path), gold)
    for part, name in (
        ("found", "rows recalled"),
        ("dates", "dates right"),
        ("times", "times right"),
        ("texts", "words right (source, event and action together)"),
        ("events", "events' words right"),
    ):
        yield figure(f"corpus: {name}", 100 * ours.share(part), "%", f"a naive reader: {100 * naive.share(part):.0f} %")
    yield figure(
        "corpus: rows accepted that should not be", ours.false_accepts, "rows", f"a naive reader: {naive.false_accepts}"
    )
    yield figure("corpus: silently wrong dates", ours.silent_dates, "rows", f"a naive reader: {naive.silent_dates}")


def refused(folder: Path) -> Iterator[dict[str, Any]]:
    """How many of the bad files are refused for the right reason, and how long the slowest takes."""
    right, slowest = 0, 0.0
    for name, kind, build in BAD:
        (folder / name).write_bytes(build())
        start = time.perf_counter()
        try:
            parse(folder / name)
        except ChronologyRefused as refusal:
            right += refusal.kind == kind
        slowest = max(slowest, time.perf_counter() - start)
    yield figure("bad files refused with the right sentence", right, "files", f"{len(BAD)} bad files")
    yield figure("bad files: the slowest refusal", slowest, "s", "at most 5 s")
