"""Reading a file that was handed in: off the request, once, whoever asks for it and however often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from agencies.chronology import ChronologyRefused, Parsed, parse
from agencies.chronology.dates import propose_order
from agencies.chronology.dating import SWAPPED
from agencies.chronology.garbage import uncollected
from agencies.chronology.shapes import Row
from agencies.lifecycle import UPLOAD_LIFECYCLE, UploadStatus
from agencies.models import Request, Upload
from agencies.services.repeat import state
from agencies.services.request import writable
from reviews.models import Person
from reviews.services.events import record
from scr_portal.lib.columns import proposed
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, locked
from scr_portal.lib.sealed_files import laid_out

DAYS = ("date_from", "date_to")
ROW = tuple(field.name for field in fields(Row))
# The answers to the one question about a column that seems to put the month first.
DAY_FIRST, MONTH_FIRST, UNTOLD = "DMY", "MDY", ""
AFTER_DEATH = "The date lies after the death of the person whom the review is about: check it."


@uncollected()
def read_kept(*, by: Any, upload: Upload) -> Upload:
    """Read a file that was kept, and say on it what came of that. Raises MoveRefused where somebody read it before."""
    try:
        found = read_as_asked(upload, {}, {})
        columns = remembered(upload.request, found)
        if columns:
            found = read_as_asked(upload, columns, {})
    except ChronologyRefused as refusal:
        return turn_away(by=by, upload=upload, refusal=refusal)
    return accept(by=by, upload=upload, parsed=found, columns=columns)


@transaction.atomic
def accept(*, by: Any, upload: Upload, parsed: dict[str, Any], columns: dict[str, str]) -> Upload:
    """Keep what was read, for the agency to look at."""
    found = UPLOAD_LIFECYCLE.advance(upload, "read", by=by)
    found.parsed, found.columns = parsed, columns
    found.save()
    record(by, "upload.read", found.request, facts={"upload": found.pk, **counts(parsed)})
    return found


@transaction.atomic
def turn_away(*, by: Any, upload: Upload, refusal: ChronologyRefused) -> Upload:
    """Keep the reader's sentence about a file that is refused whole; the file itself is not kept."""
    found = UPLOAD_LIFECYCLE.advance(upload, "refuse", by=by)
    kept = found.file.name
    found.refusal, found.file = refusal.message, ""
    found.save()
    transaction.on_commit(partial(found.file.storage.delete, kept))
    facts = {"upload": found.pk, "sha256": found.sha256, "kind": refusal.kind}
    record(by, "upload.refused", found.request, facts=facts)
    return found


@transaction.atomic
def read_again(*, by: Any, upload: Upload) -> Upload:
    """Begin again with a file whose reading stopped half way. Raises Refused while it is read, and once it was."""
    writable(by, upload.request)
    found = locked(upload)
    if not found.stopped:
        raise Refused(f"This file is at “{found.get_status_display()}”, so it need not be read again.")
    found.reading_since = timezone.now()
    found.save()
    record(by, "upload.begun_again", found.request, facts={"upload": found.pk})
    later("agencies.tasks.read_upload", found.pk, by.pk)
    return found


@transaction.atomic
def answer_order(*, by: Any, upload: Upload, sheet: str, order: str) -> Upload:
    """Say in which order the dates of one sheet are written, once for all of its rows; they are read again."""
    writable(by, upload.request)
    found = locked(upload)
    if found.status != UploadStatus.PREVIEW:
        raise Refused("This file was imported or put aside, so its dates stay as they were read.")
    if sheet not in {each["sheet"] for each in questions(found)}:
        raise Refused("Nothing is asked about that part of the file.")
    if found.orders.get(sheet) == order:
        raise Refused("That was answered so already.")
    found.orders = {**found.orders, sheet: order}
    found.parsed = carried(found.parsed, read_as_asked(found, found.columns, found.orders))
    found.version += 1
    found.save()
    record(by, "upload.order_answered", found.request, facts={"upload": found.pk, "sheet": sheet, "order": order})
    return found


def read_as_asked(upload: Upload, columns: Mapping[str, str], orders: Mapping[str, str]) -> dict[str, Any]:
    """What a kept file says with the given columns and orders of dates, as JSON holds it. Raises ChronologyRefused.

    The reader knows one order at a time: the file is read once for each that was answered, and every sheet taken from
    its own reading. What a spreadsheet may have turned round before anybody was asked stays doubtful.
    """
    born, died = lifetime(upload.request)

    def reading(order: str | None) -> dict[str, Any]:
        # The name that it came with tells nothing that the content does not; the reader looks at the content.
        with laid_out(upload.file) as path:
            today = timezone.localdate()
            return stored(parse(path, columns=dict(columns) or None, today=today, born=born, order=order))

    found = reading(None)
    others = {order: by_place(reading(order)) for order in {*orders.values()} - {UNTOLD}}
    for index, row in enumerate(found["rows"]):
        other = others.get(orders.get(row["sheet"] or "", ""), {}).get(place(row))
        if other:
            swapped = [problem for problem in row["problems"] if problem["message"] == SWAPPED.message]
            found["rows"][index] = noticed(other, *swapped)
    for row in found["rows"]:
        if died and row["date_from"] and row["date_from"] > died.isoformat():
            noticed(row, {"kind": "after-death", "message": AFTER_DEATH, "column": None})
    return found


def noticed(row: dict[str, Any], *problems: dict[str, Any]) -> dict[str, Any]:
    """The row with more problems beside it, which somebody has to look at."""
    row["problems"] += [problem for problem in problems if problem not in row["problems"]]
    row["status"] = "needs-attention" if problems and row["status"] == "ok" else row["status"]
    return row


def place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Where a row stands in its file."""
    return row["sheet"], row["row"], row["sub"]


def by_place(parsed: Mapping[str, Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The rows of a file by where they stand in it."""
    return {place(row): row for row in parsed["rows"]}


def carried(before: Mapping[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What was read anew, with what the agency had done to the rows that still say the same."""
    done = {place(row): row for row in before["rows"] if row.get("fix") or row.get("left_out")}
    for row in after["rows"] if done else ():
        old = done.get(place(row))
        if old and (old["date_text"], old["event"]) == (row["date_text"], row["event"]):
            row.update({name: old[name] for name in ("fix", "left_out") if old.get(name)})
    return after


def lifetime(request: Request) -> tuple[date | None, date | None]:
    """The days between which something can have happened to the subjects of a review, as its register has them.

    A side is open while the register does not have that date of every one of them.
    """
    subjects = [*request.review.people.filter(part=Person.Part.SUBJECT)]
    born = [each.born.date_from for each in subjects if each.born.date_from]
    died = [each.died.date_to for each in subjects if each.died.date_to]
    known = [found if found and len(found) == len(subjects) else [] for found in (born, died)]
    return min(known[0], default=None), max(known[1], default=None)


def stored(parsed: Parsed) -> dict[str, Any]:
    """What was read, as JSON holds it: days as ISO text."""
    found = asdict(replace(parsed, rows=[]))
    return {**found, "rows": [stored_row(row) for row in parsed.rows]}


def stored_row(row: Row) -> dict[str, Any]:
    """One row, as JSON holds it. By hand: `asdict` copies every value, which takes longer than reading them."""
    found = {name: getattr(row, name) for name in ROW}
    days = {name: found[name].isoformat() for name in DAYS if found[name]}
    return {**found, **days, "problems": [asdict(problem) for problem in row.problems]}


def remembered(request: Request, parsed: Mapping[str, Any]) -> dict[str, str]:
    """The columns as this agency confirmed them for the same headings last time; empty when it never did."""
    wanted = proposed(parsed).keys()
    earlier = Upload.objects.filter(request__agency=request.agency_id, status=UploadStatus.IMPORTED).exclude(columns={})
    return next((dict(upload.columns) for upload in earlier[:20] if proposed(upload.parsed).keys() == wanted), {})


def questions(upload: Upload) -> list[dict[str, Any]]:
    """What has to be asked about the dates of a file: the sheets in which they seem to put the month first.

    Each with its heading of dates, three of them as written, and the answer where it was given.
    """
    sheets: dict[str, list[dict[str, Any]]] = {}
    for row in upload.parsed.get("rows", []):
        sheets.setdefault(row["sheet"] or "", []).append(row)
    named = {
        table.get("name") or "": column["heading"]
        for table in upload.parsed.get("tables", [])
        for column in table["columns"]
        if column["field"] == "date"
    }
    found = []
    for sheet, rows in sheets.items():
        texts = [row["date_text"] for row in rows if row["date_text"]]
        swapped = any(problem["message"] == SWAPPED.message for row in rows for problem in row["problems"])
        if swapped or propose_order(texts)[0] == MONTH_FIRST:
            examples = [*dict.fromkeys(texts)][:3]
            answer = upload.orders.get(sheet)
            found.append({"sheet": sheet, "heading": named.get(sheet, ""), "examples": examples, "answer": answer})
    return found


def counts(parsed: Mapping[str, Any]) -> dict[str, int]:
    """How many rows are ok, need attention, are refused, were left out by the agency, and were passed over."""
    states = Counter(state(row) for row in parsed.get("rows", []))
    return {
        "ok": states["ok"],
        "attention": states["needs-attention"],
        "refused": states["reject"],
        "left_out": states["left-out"],
        "skipped": len(parsed.get("skipped", [])),
    }


def accounted(parsed: Mapping[str, Any]) -> dict[str, int]:
    """How the rows of a file add up: all that hold something, those that hold entries, the entries, and the others."""
    rows, skipped = parsed.get("rows", []), parsed.get("skipped", [])
    told = {(row["sheet"], row["row"]) for row in rows}
    others = {(row["sheet"], row["row"]) for row in skipped} - told
    return {"all": len(told) + len(others), "told": len(told), "entries": len(rows), "others": len(others)}
