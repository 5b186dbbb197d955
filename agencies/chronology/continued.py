"""Records that are the rest of another one: cut by the end of a page, or written on in the row below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agencies.chronology import passed
from agencies.chronology.layout import Layout, Record, is_dated

CONTINUED = re.compile(r"^\W*(?:cont(?:'?d|inued|inues)?|parhad)\W*$", re.IGNORECASE)
ENDS = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")")
SENTENCES = 4  # of five entries that must be written as sentences before one that is not is taken for a part of one


def is_rest_of_page(whole: Record, record: Record, place: Mapping[str, int], layout: Layout, *, always: bool) -> bool:
    """Whether the first record of a page is the rest of the last one before it: it has no date where entries `always`
    have one, or goes on in the middle of a sentence."""
    event = place.get("event")
    if any(record.text(place.get(name)) for name in ("date", "time", "ref")):
        return False
    if passed.of_line(record.text(event)) or (passed.alone(record, layout) and passed.is_wide(record, layout)):
        return False
    return always or not whole.text(event).endswith((".", "!", "?", ":")) or record.text(event)[:1].islower()


def is_beginning_of_page(whole: Record, record: Record, place: Mapping[str, int]) -> bool:
    """Whether the last record of a page is the beginning of the first one on the next, whose date did not fit on the page
    before, wholly or in part: apart from the words of the event, each holds what the other lacks."""
    date, event = place.get("date"), place.get("event")
    if date is None or event is None or not (whole.text(event) and record.text(event)):
        return False
    shared = set(whole.full) & set(record.full) - {event}
    if not whole.text(date):
        return bool(record.text(date)) and not shared and set(whole.full) > {event}
    cut = shared == {date} and not re.search(r"\d{4}", whole.text(date))
    return cut and is_dated("", f"{whole.text(date)} {record.text(date)}")


def written_on(body: Sequence[Record], place: Mapping[str, int], repeats: set[int]) -> Iterator[tuple[Record, Record]]:
    """Each record that goes on, in the middle of a sentence and with nothing else, where the one above it breaks off,
    with that one; only in a table whose entries are written as sentences."""
    event = place.get("event")
    words = {event, *([place["action"]] if "action" in place else [])}
    rests = {record.number for record in body if len(record.full) <= len(words) and set(record.full) <= words}
    if not rests:
        return
    told = [record for record in body if record.number not in repeats and len(record.full) > 1]
    begun = [record for record in told if record.full[0] != event and record.text(event)]
    plain = [record for record in begun if record.text(event)[:1].isupper() and record.text(event).endswith(ENDS)]
    if event is None or len(begun) < 3 or 5 * len(plain) < SENTENCES * len(begun):
        return
    whole: Record | None = None
    for record in body:
        rest = record.number in rests and record.text(event)[:1].islower()
        broken = whole is not None and all(not whole.text(column).endswith(ENDS) for column in record.full)
        if whole is not None and rest and broken and whole.text(event) and whole.number not in repeats:
            yield whole, record
        else:
            whole = record
