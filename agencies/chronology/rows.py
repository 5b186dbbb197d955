"""Makes entries of the records of one table; what is no entry is passed over with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from agencies.chronology import continued, events, passed, verdict
from agencies.chronology.entries import EntryMaker
from agencies.chronology.heading_rows import labelled
from agencies.chronology.layout import DATED, Record
from agencies.chronology.running_days import settle_running_days
from agencies.chronology.shapes import FuzzyDate, Problem, Row, Skipped


@dataclass
class TableReader:
    """Reads one table from top to bottom. `rows` and `skipped` together hold every record of it."""

    entries: EntryMaker
    skipped: list[Skipped] = field(default_factory=list)
    in_glossary: bool = False

    def __post_init__(self) -> None:
        self.section, self.dating, self.place = self.entries.section, self.entries.dating, self.entries.place
        self.name = self.section.layout.sheet.name
        self.dropped = {row: reason for row, _, reason in self.section.layout.sheet.dropped}

    @property
    def rows(self) -> list[Row]:
        """The entries made so far."""
        return self.entries.rows

    def read(self) -> None:
        """Every record, in order."""
        if "date" in self.place:
            self.dating.study(self.section, self.place["date"])
        elif day := verdict.day_above(self.section):
            self.dating.last = self.dating.read(day, day)
        for record in self.section.above:
            if self._is_entry_above(record):
                self.entries.add(
                    record,
                    Problem("above-headings", "This entry stands above the headings of its table: check its columns."),
                )
            else:
                self._skip(record, self.dropped.get(record.number, "title"))
        for record in self.section.header:
            self._skip(record, "header")
        for record, number in self.section.joined:
            self._skip(record, f"part of the entry at row {number}")
        self._join_pages()
        self._join_rows()
        for at, record in enumerate(self.section.body):
            self._take(record, self.section.body[at + 1] if at + 1 < len(self.section.body) else None)
        if (
            self.section.header or not self.section.headings
        ):  # of blocks of labels, each has a day of its own to fill in
            settle_running_days(
                self.rows, {line.row for line in self.skipped if line.reason in ("banner", "note", "total")}
            )

    def _join_pages(self) -> None:
        """A record that was cut by the end of a page goes on below the next page's headings."""
        pages, kept, fresh = set(self.section.layout.sheet.pages), [], False
        for record in self.section.body:
            fresh = fresh or record.number in pages
            if record.number in self.section.repeats:
                kept.append(record)
                continue
            whole = next((before for before in reversed(kept) if before.number not in self.section.repeats), None)
            date = self.place.get("date")
            if whole and continued.CONTINUED.match(record.text(date)) and record.text(self.place.get("event")):
                for column in record.full:
                    if column != date:
                        whole.add(column, record.texts[column], " ")
                self._skip(record, f"goes on from row {whole.number}")
                continue
            if fresh and whole and self._goes_on(whole, record, kept):
                for column in record.full:
                    whole.add(column, record.texts[column], " ")
                self._skip(record, f"goes on from row {whole.number}, on the page before")
            else:
                kept.append(record)
            fresh = False
        self.section.body = kept

    def _goes_on(self, whole: Record, record: Record, before: list[Record]) -> bool:
        """Whether the first record of a page and the last one `before` it are one."""
        date = self.place.get("date")
        undated = [other for other in before if len(other.full) > 1 and not other.text(date)]
        always = len(before) > 2 and not undated
        if len(before) > 2 and undated in ([], [whole]) and continued.is_beginning_of_page(whole, record, self.place):
            # A cell that others leave blank as well says nothing of what is missing here.
            others = [other for other in before if other is not whole and len(other.full) > 1]
            if all(other.text(column) for other in others for column in whole.full):
                return True
        return continued.is_rest_of_page(whole, record, self.place, self.section.layout, always=always)

    def _join_rows(self) -> None:
        """A record that is written on in the row below it."""
        rest = set()
        for whole, record in continued.written_on(self.section.body, self.place, set(self.section.repeats)):
            for column in record.full:
                whole.add(column, record.texts[column], " ")
            self._skip(record, f"goes on from row {whole.number}")
            rest.add(record.number)
        self.section.body = [record for record in self.section.body if record.number not in rest]

    def _is_entry_above(self, record: Record) -> bool:
        dated = DATED.match(record.text(self.place.get("date")))
        told = bool(dated and record.text(self.place.get("event")) and len(record.full) >= 3)
        return told and not labelled(record)

    def _skip(self, record: Record, reason: str) -> None:
        text = " | ".join(dict.fromkeys(record.texts[column] for column in record.full))
        self.skipped.append(Skipped(self.name, record.number, text, reason))

    def _take(self, record: Record, following: Record | None) -> None:
        reason = self._passed_over(record, following)
        if reason:
            self._skip(record, reason)
        elif reason is not None:
            self.entries.add(record)

    def _passed_over(self, record: Record, following: Record | None) -> str | None:
        """Why a record is no entry; "" where it is one, None where it was dealt with on the way."""
        if record.number in self.dropped:
            return self.dropped[record.number]
        if record.number in self.section.repeats:
            return "repeated header"
        line = passed.alone(record, self.section.layout)
        if line:
            return self._line(record, line[0], line[1], following)
        if set(record.full) <= {self.place.get("term"), self.place.get("meaning")}:
            return "glossary"
        reason = passed.of_record(record, self.place.get("date"), self.place.get("event"))
        if not reason and self.in_glossary:
            if DATED.match(record.text(self.place.get("date"))):
                self.in_glossary = False
            else:
                reason = "glossary"
        return reason

    def _line(self, record: Record, column: int, text: str, following: Record | None) -> str | None:
        """A record of one cell: a banner, a title, a footer, a period of no contact, or an entry without the rest."""
        wide = passed.is_wide(record, self.section.layout)
        text = events.labelled_day(text)
        reason = passed.of_line(text, in_event=column == self.place.get("event") and not wide)
        if reason == "glossary":
            self.in_glossary = True
        if reason or self.in_glossary:
            return reason or "glossary"
        if passed.banner(text):
            self.dating.banner, self.dating.day_banner = text.strip(" -–—:*"), None
            return "banner"
        if passed.NO_CONTACT.search(text) and (wide or column != self.place.get("event")):
            self.entries.add_line(record, text)
            return None
        found = (
            self.dating.read(record.value(column) if text == record.text(column) else text, text)
            if DATED.match(text) or column == self.place.get("date")
            else None
        )
        if found and found.date_from and _only_date(found, text):
            return self._dated_line(found, column, following, wide=wide)
        if column == self.place.get("event") and not wide:
            return ""
        if DATED.match(text) and _says_something(text):
            self.entries.add_line(record, text)
            return None
        if column == self.place.get("date") and not wide and found and not found.date_from and passed.is_undated(text):
            return ""
        if passed.NO_YEAR.search(text):
            self.dating.banner, self.dating.day_banner = "", None
        return "banner" if following else "note"

    def _dated_line(self, found: FuzzyDate, column: int, following: Record | None, *, wide: bool) -> str:
        """A date on its own: the day of the entries below it, or an entry that says nothing."""
        below = following is not None and not following.text(self.place.get("date")) and len(following.full) > 1
        if wide or column != self.place.get("date") or below:
            self.dating.day_banner = found if wide or "date" not in self.place or column != self.place["date"] else None
            self.dating.last = found
            return "banner"
        return ""


def _only_date(found: FuzzyDate, text: str) -> bool:
    """Whether a line is a date and nothing else worth a word."""
    if any(problem.kind == "words" for problem in found.problems):
        return False
    leading = events.leading_date(text)
    return leading is None or len(leading[1]) < 4 or passed.WORDLESS.match(leading[1]) is not None


def _says_something(text: str) -> bool:
    """Whether three words or more follow a line's date."""
    leading = events.leading_date(text)
    return leading is not None and len(leading[1].split()) > 2
