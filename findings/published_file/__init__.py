"""A published review as a file: its text, read by a small limited process, and what it seems to be. Pure: knows no Django.

The limits, and what a file is told by, are those of chronologies (`agencies.chronology`): a stranger's PDF is no safer than an agency's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import agencies
from agencies.chronology.limits import OUT_OF_TIME
from agencies.chronology.refusals import MAX_BYTES
from findings.published_file.proposed import Proposed, proposed

__all__ = ["Paper", "PaperRefused", "Proposed", "proposed", "read"]

ROOT = str(Path(agencies.__file__).resolve().parent.parent)
SECONDS_ON_THE_CLOCK = 60
UNREADABLE = "The file could not be read. Open it in the program it was made with, save it anew and choose that."
SENTENCES = {
    "empty": "The file is empty: check that it was saved, and choose it again.",
    "password": "The file is protected with a password: remove the password and choose it again.",
    "too-big": "The file is larger than 60 MB: choose one with smaller pictures.",
    "too-slow": "The file takes too long to read: save it as a Word document (.docx) and choose that.",
    "too-much-memory": "The file needs too much memory to read: choose one with fewer pictures.",
    "scanned": "The PDF holds pictures of pages and no text: choose the version with text, or copy the words in by hand.",
    "wrong-type": "Choose a PDF or a Word document (.docx).",
    "word-97": "This is a Word 97-2003 document: open it in Word, save it as a Word Document (.docx) and choose that.",
}


class PaperRefused(Exception):
    """A file that cannot be read; `message` is one sentence that says why and what to do."""

    def __init__(self, kind: str) -> None:
        self.message = SENTENCES.get(kind, UNREADABLE)
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a file, a paragraph a line, and the title that the file itself bears, where it has one."""

    text: str
    title: str


def read(path: Path) -> Paper:
    """The text of the PDF or Word document at `path`. Raises PaperRefused."""
    size = path.stat().st_size
    if not size or size > MAX_BYTES:
        raise PaperRefused("too-big" if size else "empty")
    said = {"PYTHONPATH": ROOT, "PATH": os.environ.get("PATH", os.defpath), "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"}
    command = [sys.executable, "-s", "-m", "findings.published_file.child", str(path.resolve())]
    try:
        run = subprocess.run(
            command, cwd=ROOT, env=said, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_ON_THE_CLOCK,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise PaperRefused("too-slow") from None
    if run.returncode:
        raise PaperRefused("too-slow" if run.returncode in OUT_OF_TIME else "too-much-memory")
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        raise PaperRefused("unreadable") from None
    if "refused" in answer:
        raise PaperRefused(answer["refused"])
    return Paper(answer["text"], answer["title"])
