"""What the preview shows of a file: each row with what becomes of it, and why what is no entry was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from agencies.lifecycle import UploadStatus
from agencies.models import Entry, Upload
from agencies.services import repeat
from agencies.services.entry import clock
from agencies.services.reading import DAYS, accounted, counts

SHOWN = {"attention": "needs-attention", "refused": "reject", "ok": "ok", "left_out": "left-out"}
# What the reader calls what it passed over, as people would say it.
REASONS = {
    "title": "A title or a note above the table",
    "header": "The headings of the table",
    "repeated header": "The headings, once more",
    "banner": "A line that names the period of the rows below it",
    "footer": "A line at the foot of a page or of the table",
    "total": "A total",
    "note": "A note below the table",
    "glossary": "Part of a glossary",
    "example": "An example from the template",
    "separator": "Only signs, no words",
    "outside the tables": "Text outside the tables",
    "document control": "Part of a table about versions of the document",
    "not a chronology": "Part of a table that is no chronology",
    "no dates": "Part of a table without dates",
}


def shown(upload: Upload, show: str) -> tuple[Sequence[dict[str, Any]], dict[str, Any]]:
    """The rows that the filter `show` leaves (all of them for ""), and the counts of every filter."""
    rows = rows_of(upload)
    repeated = sum(row["repeat"] is not None for row in rows)
    numbers = {**counts(upload.parsed), **accounted(upload.parsed), "repeats": repeated, "rows": len(rows)}
    if show == "skipped":
        return passed_over(upload), numbers
    if show in SHOWN:
        return [row for row in rows if row["state"] == SHOWN[show]], numbers
    return [row for row in rows if row["repeat"]] if show == "repeats" else rows, numbers


def passed_over(upload: Upload) -> Sequence[dict[str, Any]]:
    """What was no entry, with the reason in words."""
    return [
        {**row, "reason": REASONS.get(row["reason"], row["reason"][:1].upper() + row["reason"][1:])}
        for row in upload.parsed.get("skipped", [])
    ]


def reasons(upload: Upload) -> list[tuple[str, int]]:
    """Why rows were passed over, and how many for each reason, the most frequent first."""
    return Counter(row["reason"] for row in passed_over(upload)).most_common()


def rows_of(upload: Upload) -> Sequence[dict[str, Any]]:
    """The rows of a file with their place, where they stand, and the entry that they repeat: found now, or kept at import."""
    live = repeat.found_in(upload) if upload.status == UploadStatus.PREVIEW else {}
    now = {index: {"entry": found.entry, "how": found.how} for index, found in live.items()}
    return [
        {**row, "index": index, "state": repeat.state(row), "repeat": now.get(index) or row.get("repeats")}
        for index, row in enumerate(upload.parsed.get("rows", []))
    ]


def legible(request: HttpRequest, upload: Upload, rows: Iterable[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The rows of one page as it shows them: days and times as such, the entries that they repeat, what was replaced since."""
    made = [*rows]
    wanted = [row["repeat"]["entry"] for row in made if row["repeat"]]
    entries = Entry.objects.visible_to(request.user).filter(request=upload.request_id).in_bulk(wanted)
    gone = set(upload.entries.filter(replaced_by__isnull=False).values_list("sheet", "row", "sub"))
    for row in made:
        said = {**row, **(row.get("fix") or {})}
        days = {name: repeat.day(said[name]) for name in DAYS}
        row["read"] = {**said, **days, "time": clock(said["time"])}
        row["repeated"] = entries.get(row["repeat"]["entry"]) if row["repeat"] else None
        row["replaced"] = ((row["sheet"] or "")[:120], row["row"], row["sub"]) in gone
    return made


def place(request: HttpRequest) -> str:
    """Which rows of the preview somebody was looking at, as the end of an address: "?show=refused&page=2"."""
    asked = {name: request.GET[name] for name in ("show", "page") if request.GET.get(name)}
    return f"?{urlencode(asked)}" if asked else ""


def back(request: HttpRequest, upload: Upload, index: int) -> str:
    """The address of one row of the preview, among those that somebody was looking at."""
    return f"{reverse('agencies.upload.preview', args=[upload.pk])}{place(request)}#row-{index}"
