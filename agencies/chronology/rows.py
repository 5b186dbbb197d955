"""Makes entries of the records of one table; what is no entry is passed over with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from agencies.chronology import events, passed
from agencies.chronology.dates import find_dates
from agencies.chronology.dating import Dating, weekday_problem, with_end
from agencies.chronology.headings import CORE
from agencies.chronology.layout import DATED, Record
from agencies.chronology.shapes import FuzzyDate, Problem, ProposedColumn, Row, Skipped
from agencies.chronology.tables import Section
from agencies.chronology.times import Clock, read_time

REJECT = {"impossible", "no-event"}


@dataclass
class TableReader:
    """Reads one table from top to bottom. `rows` and `skipped` together hold every record of it."""

    section: Section
    columns: list[ProposedColumn]
    dating: Dating
    born: date | None = None
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    in_glossary: bool = False

    def __post_init__(self) -> None:
        self.place = {column.field: column.index for column in self.columns if column.field}
        self.heading = {column.index: self._named(column) for column in self.columns}
        self.name = self.section.layout.sheet.name
        self.dropped = {row: reason for row, _, reason in self.section.layout.sheet.dropped}

    def _named(self, column: ProposedColumn) -> str:
        """A heading that no other column has."""
        name = " ".join(column.heading.split()) or f"Column {column.index + 1}"
        same = [
            other for other in self.columns if other.index < column.index and " ".join(other.heading.split()) == name
        ]
        return f"{name} ({len(same) + 1})" if same else name

    def read(self) -> None:
        """Every record, in order."""
        if "date" in self.place:
            self.dating.study(self.section, self.place["date"])
        for record in self.section.above:
            if self._is_entry_above(record):
                self._add(
                    record,
                    Problem("above-headings", "This entry stands above the headings of its table: check its columns."),
                )
            else:
                self._skip(record, self.dropped.get(record.number, "title"))
        for record in self.section.header:
            self._skip(record, "header")
        self._join_pages()
        for at, record in enumerate(self.section.body):
            self._take(record, self.section.body[at + 1] if at + 1 < len(self.section.body) else None)

    def _join_pages(self) -> None:
        """A record that was cut by the end of a page goes on below the next page's headings."""
        pages, kept, fresh = set(self.section.layout.sheet.pages), [], False
        for record in self.section.body:
            fresh = fresh or record.number in pages
            if record.number in self.section.repeats:
                kept.append(record)
                continue
            whole = next((before for before in reversed(kept) if before.number not in self.section.repeats), None)
            if fresh and whole and self._goes_on(whole, record):
                for column in record.full:
                    whole.add(column, record.texts[column], " ")
                self._skip(record, f"goes on from row {whole.number}, on the page before")
            else:
                kept.append(record)
            fresh = False
        self.section.body = kept

    def _goes_on(self, whole: Record, record: Record) -> bool:
        event = self.place.get("event")
        if any(record.text(self.place.get(name)) for name in ("date", "time", "ref")):
            return False
        if passed.of_line(record.text(event)) or (
            passed.alone(record, self.section.layout) and passed.is_wide(record, self.section.layout)
        ):
            return False
        return not whole.text(event).endswith((".", "!", "?", ":")) or record.text(event)[:1].islower()

    def _is_entry_above(self, record: Record) -> bool:
        dated = DATED.match(record.text(self.place.get("date")))
        return bool(dated and record.text(self.place.get("event")) and len(record.full) >= 3)

    def _skip(self, record: Record, reason: str) -> None:
        text = " | ".join(dict.fromkeys(record.texts[column] for column in record.full))
        self.skipped.append(Skipped(self.name, record.number, text, reason))

    def _take(self, record: Record, following: Record | None) -> None:
        reason = self._passed_over(record, following)
        if reason:
            self._skip(record, reason)
        elif reason is not None:
            self._add(record)

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
        reason = passed.of_line(text, in_event=column == self.place.get("event") and not wide)
        if reason == "glossary":
            self.in_glossary = True
        if reason or self.in_glossary:
            return reason or "glossary"
        if passed.banner(text):
            self.dating.banner, self.dating.day_banner = text.strip(" -–—:*"), None
            return "banner"
        if passed.NO_CONTACT.search(text) and (wide or column != self.place.get("event")):
            self._add_line(record, text)
            return None
        found = (
            self.dating.read(record.value(column), text)
            if DATED.match(text) or column == self.place.get("date")
            else None
        )
        if found and found.date_from and _only_date(found, text):
            return self._dated_line(found, column, following, wide=wide)
        if column == self.place.get("event") and not wide:
            return ""
        if DATED.match(text) and _says_something(text):
            self._add_line(record, text)
            return None
        if column == self.place.get("date") and not wide and found and not found.date_from and passed.is_undated(text):
            return ""
        return "banner" if following else "note"

    def _dated_line(self, found: FuzzyDate, column: int, following: Record | None, *, wide: bool) -> str:
        """A date on its own: the day of the entries below it, or an entry that says nothing."""
        below = following is not None and not following.text(self.place.get("date")) and len(following.full) > 1
        if wide or column != self.place.get("date") or below:
            self.dating.day_banner = found if wide or "date" not in self.place or column != self.place["date"] else None
            self.dating.last = found
            return "banner"
        return ""

    def _add_line(self, record: Record, text: str) -> None:
        """A sentence across the table that is an entry, such as a stated period of no contact."""
        places = [place for place in find_dates(text) if place[2].date_from and place[2].date_to]
        dates = [found for _, _, found in places]
        period = FuzzyDate(
            text="", problems=(Problem("undated", "The period has no date: write when it began and ended."),)
        )
        if len(dates) == 1:
            period = dates[0]
        elif dates:
            first, last = min(d.date_from for d in dates if d.date_from), max(d.date_to for d in dates if d.date_to)
            period = replace(
                dates[0],
                text=text[places[0][0] : places[-1][1]],
                date_from=first,
                date_to=last,
                precision="range",
                time=None,
                end_time=None,
            )
        problem = Problem(
            "merged-row", "This line runs across the whole table: check that it is an entry, and its dates."
        )
        self._append(
            record, 1, period, [*period.problems, problem], {"event": text}, Clock(period.time, period.end_time), {}
        )

    def _add(self, record: Record, *also: Problem) -> None:
        """The entry of one record, or the entries where a cell holds several."""
        problems = [*self._marks(record), *also]
        extra = self._extra(record, problems)
        clock = self._clock(record, problems, extra)
        texts = {name: record.text(self.place.get(name)) for name in ("source", "event", "action")}
        lines = events.dated_lines(record.text(self.place.get("date")))
        paragraphs = events.paragraphs(texts["event"])
        if lines and len(lines) == len(paragraphs):
            self._add_aligned(record, lines, texts, problems, extra)
            return
        pieces = events.pieces(texts["event"]) if "\n" in texts["event"] or DATED.match(texts["event"]) else []
        found = self._dated(record, problems)
        if len(pieces) < 2:
            self._append(record, 1, found, problems, texts, clock, extra)
            return
        for sub, piece in enumerate(pieces, 1):
            self._add_piece(record, sub, piece, found, [*problems], {**texts, "event": piece.text}, clock, extra)

    def _add_aligned(
        self, record: Record, lines: list[str], texts: dict[str, str], problems: list[Problem], extra: dict[str, str]
    ) -> None:
        """As many dates as paragraphs: the first belongs to the first, and so on."""
        split = {name: events.paragraphs(text) for name, text in texts.items()}
        times = events.paragraphs(record.text(self.place.get("time")))
        for sub, line in enumerate(lines, 1):
            own = {name: parts[sub - 1] if len(parts) == len(lines) else texts[name] for name, parts in split.items()}
            found = self.dating.read(line, line)
            found = replace(found, problems=(*found.problems, *self.dating.doubts(line, found)))
            self.dating.last = found if found.date_from else self.dating.last
            clock = (
                read_time(times[sub - 1], times[sub - 1])
                if len(times) == len(lines)
                else Clock(found.time, found.end_time)
            )
            self._append(record, sub, found, [*problems, *found.problems], own, clock, dict(extra))

    def _add_piece(
        self,
        record: Record,
        sub: int,
        piece: events.Piece,
        whole: FuzzyDate,
        problems: list[Problem],
        texts: dict[str, str],
        clock: Clock,
        extra: dict[str, str],
    ) -> None:
        """One of several events in a cell; a date of its own goes before the record's."""
        found, own_clock = whole, clock
        if piece.date_text:
            found = self.dating.of_piece(piece.date_text, whole)
            problems = [
                problem for problem in problems if problem not in whole.problems or problem.kind == "formula-error"
            ]
            problems += found.problems
            own_clock = Clock(found.time, found.end_time)
            if not _within(found, whole):
                sentence = f"The cell holds several events, and this one's date ({piece.date_text}) is not the row's ({whole.text}): check it."
                problems.append(Problem("several-dates", sentence))
        elif piece.time_text:
            own_clock = read_time(piece.time_text, piece.time_text)
        before = {self.heading[self.place["event"]]: piece.before} if piece.before else {}
        self._append(record, sub, found, problems, texts, own_clock, {**extra, **before})

    def _dated(self, record: Record, problems: list[Problem]) -> FuzzyDate:
        """The record's date with its end, its problems added to `problems`."""
        column = self.place.get("date")
        found = self.dating.of(record, column)
        if not record.text(column) and (
            leading := events.leading_date(record.text(self.place.get("event")).split("\n")[0])
        ):
            found = self.dating.read(leading[0], leading[0])
            found = replace(
                found,
                problems=(
                    *found.problems,
                    Problem("date-in-event", "The date was taken from the words of the event: check it."),
                ),
            )
        end_column = self.place.get("end_date")
        if column is not None and not record.text(column) and record.text(end_column):
            found = self.dating.read(record.value(end_column), record.text(end_column))
            found = replace(
                found,
                certain=False,
                problems=(*found.problems, Problem("no-start", "Only the end is dated: write when it began.")),
            )
        problems += [
            _under(problem, self.heading.get(column if column is not None else -1)) for problem in found.problems
        ]
        if record.text(end_column):
            end = self.dating.read(record.value(end_column), record.text(end_column))
            found, ended = with_end(found, end)
            problems += [_under(problem, self.heading[end_column or 0]) for problem in ended]
        if later := self._later_than_recorded(record, found):
            problems.append(later)
        weekday = weekday_problem(record.text(self.place.get("weekday")), found)
        if weekday:
            problems.append(_under(weekday, self.heading[self.place["weekday"]]))
        return found

    def _later_than_recorded(self, record: Record, found: FuzzyDate) -> Problem | None:
        """Nobody writes down what has not happened: where an entry was made before its event, one date is wrong."""
        column = next((c for c in self.columns if c.field == "recorded_date" and c.confidence >= 0.9), None)
        if column is None or found.precision != "day" or not record.text(column.index):
            return None
        recorded = self.dating.read(record.value(column.index), record.text(column.index))
        if (
            recorded.precision != "day"
            or not recorded.date_from
            or not found.date_from
            or found.date_from <= recorded.date_from
        ):
            return None
        return Problem(
            "after-recorded",
            f"The event ({found.text}) lies after the day it was recorded ({recorded.text}): check both dates.",
        )

    def _clock(self, record: Record, problems: list[Problem], extra: dict[str, str]) -> Clock:
        """The times in the record's own columns; words that are no time of the clock stay with the entry."""
        read = {}
        for name in ("time", "end_time"):
            column = self.place.get(name)
            text = record.text(column)
            read[name] = read_time(record.value(column), text)
            if text and (not read[name].understood or read[name].doubtful):
                sentence = f"“{text}” is not plainly a time of day: write it as in 14:15."
                problems.append(Problem("time", sentence, self.heading[column or 0]))
            if text and not read[name].time:
                extra[self.heading[column or 0]] = text
        return Clock(read["time"].time, read["end_time"].time or read["time"].end_time)

    def _marks(self, record: Record) -> list[Problem]:
        marks = self.section.layout.marks.get(record.number, [])
        return [Problem(mark.kind, mark.message, self.heading.get(mark.column)) for mark in marks]

    def _extra(self, record: Record, problems: list[Problem]) -> dict[str, str]:
        """What stands in other columns, under its heading."""
        core = {self.place[name] for name in CORE if name in self.place}
        extra = {}
        for column in record.full:
            if column not in core:
                extra[self.heading.get(column, f"Column {column + 1}")] = record.texts[column]
        beyond = [column for column in record.full if self.section.headings and column >= len(self.section.headings)]
        if beyond:
            problems.append(
                Problem(
                    "extra-cells",
                    "The row has more cells than the table has headings: check that nothing slipped into the wrong column.",
                )
            )
        return extra

    def _append(
        self,
        record: Record,
        sub: int,
        found: FuzzyDate,
        problems: list[Problem],
        texts: dict[str, str],
        clock: Clock,
        extra: dict[str, str],
    ) -> None:
        if passed.WORDLESS.match(texts.get("event", "")):
            problems = [
                *problems,
                Problem(
                    "no-event",
                    "The row has no words that say what happened: write the event, or leave the row out.",
                    self.heading.get(self.place.get("event", -1)),
                ),
            ]
        if clock.time and found.time and clock.time != found.time and "time" in self.place:
            problems = [
                *problems,
                Problem("time", f"The date says {found.time} and the time column {clock.time}: check the time."),
            ]
        if self.born and found.date_to and found.date_to < self.born:
            problems = [
                *problems,
                Problem("before-birth", f"The date lies before the date of birth ({self.born:%d/%m/%Y}): check it."),
            ]
        kinds = {problem.kind for problem in problems}
        self.rows.append(
            Row(
                sheet=self.name, row=record.number, sub=sub, date_text=found.text, date_from=found.date_from, date_to=found.date_to,
                precision=found.precision, certain=found.certain, time=clock.time or found.time, end_time=clock.end_time or found.end_time,
                source=texts.get("source", ""), event=texts.get("event", ""), action=texts.get("action", ""), extra=extra,
                status="reject" if kinds & REJECT else "needs-attention" if kinds else "ok", problems=list(dict.fromkeys(problems)),
            )
        )  # fmt: skip


def _under(problem: Problem, heading: str | None) -> Problem:
    return problem if problem.column else replace(problem, column=heading)


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


def _within(one: FuzzyDate, whole: FuzzyDate) -> bool:
    if None in (one.date_from, one.date_to, whole.date_from, whole.date_to):
        return True
    return bool(whole.date_from <= one.date_from and one.date_to <= whole.date_to)  # type: ignore[operator]
