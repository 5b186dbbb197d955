"""Makes entries of one record of a table: its date, its times, its words, and what a person must look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from agencies.chronology import events, passed
from agencies.chronology.dates import find_dates
from agencies.chronology.dating import Dating, over_night
from agencies.chronology.headings import CORE, meaning
from agencies.chronology.layout import DATED, Record
from agencies.chronology.record_dates import RecordDates
from agencies.chronology.seen import seen_of
from agencies.chronology.shapes import FuzzyDate, Problem, ProposedColumn, Row
from agencies.chronology.tables import Section
from agencies.chronology.times import Clock, read_time

REJECT = {"impossible", "no-event"}


@dataclass
class EntryMaker:
    """Makes the rows of one table; `place` says where each field stands and `heading` what each column is called."""

    section: Section
    columns: list[ProposedColumn]
    dating: Dating
    born: date | None = None
    rows: list[Row] = field(default_factory=list)
    several: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.place = {column.field: column.index for column in self.columns if column.field}
        self.heading = {column.index: self._named(column) for column in self.columns}
        self.core = {self.place[name] for name in CORE if name in self.place}
        self.seen = [column.index for column in self.columns if column.field == "seen"]
        self.name = self.section.layout.sheet.name
        self.dates = RecordDates(self.columns, self.place, self.heading, self.dating, self.section.rivals)

    def _named(self, column: ProposedColumn) -> str:
        """A heading that no other column has."""
        name = " ".join(column.heading.split()) or f"Column {column.index + 1}"
        same = [
            other for other in self.columns if other.index < column.index and " ".join(other.heading.split()) == name
        ]
        return f"{name} ({len(same) + 1})" if same else name

    def add(self, record: Record, *also: Problem) -> None:
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
        begun = DATED.match(texts["event"]) or (clock == Clock() and events.leading_time(texts["event"]))
        pieces = events.pieces(texts["event"]) if "\n" in texts["event"] or begun else []
        found, asked = self.dates.of(record)
        problems += asked
        if problems and (two_days := over_night(found, record.text(self.place.get("time")))):
            found, problems = two_days, [problem for problem in problems if problem.kind != "time"]
        if len(pieces) < 2:
            if clock == Clock() and not found.time:
                clock = events.opening_clock(texts["event"])
            self._append(record, found, problems, texts, clock, extra)
            return
        for piece in pieces:
            self._add_piece(record, piece, found, [*problems], {**texts, "event": piece.text}, clock, extra)

    def _add_aligned(
        self, record: Record, lines: list[str], texts: dict[str, str], problems: list[Problem], extra: dict[str, str]
    ) -> None:
        """As many dates as paragraphs: the first belongs to the first, and so on."""
        split = {name: events.paragraphs(text) for name, text in texts.items()}
        times = events.paragraphs(record.text(self.place.get("time")))
        for place, line in enumerate(lines):
            own = {name: parts[place] if len(parts) == len(lines) else texts[name] for name, parts in split.items()}
            found = self.dating.read(line, line)
            found = replace(found, problems=(*found.problems, *self.dating.doubts(line, found)))
            self.dating.last = found if found.date_from else self.dating.last
            clock = (
                read_time(times[place], times[place]) if len(times) == len(lines) else Clock(found.time, found.end_time)
            )
            self._append(record, found, [*problems, *found.problems], own, clock, dict(extra))

    def _add_piece(
        self,
        record: Record,
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
        self._append(record, found, problems, texts, own_clock, {**extra, **before})

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

    def _is_later_step(self) -> bool:
        """Whether the column of times says in its heading no more than how the matter went on: "In attendance", "On scene"."""
        return meaning(self.heading[self.place["time"]])[0] != "time" if "time" in self.place else False

    def _marks(self, record: Record) -> list[Problem]:
        marks = self.section.layout.marks.get(record.number, [])
        return [Problem(mark.kind, mark.message, self.heading.get(mark.column)) for mark in marks]

    def _extra(self, record: Record, problems: list[Problem]) -> dict[str, str]:
        """What stands in other columns, under its heading."""
        extra = {}
        for column in record.full:
            if column not in self.core:
                extra[self.heading.get(column, f"Column {column + 1}")] = record.texts[column]
        if self.section.headings and record.full and record.full[-1] >= len(self.section.headings):
            problems.append(
                Problem(
                    "extra-cells",
                    "The row has more cells than the table has headings: check that nothing slipped into the wrong column.",
                )
            )
        return extra

    def _telling(self, event: str) -> list[Problem]:
        """What is wrong with the words of an event: there are none, or only a number."""
        heading = self.heading.get(self.place.get("event", -1))
        if passed.NO_TELLING.match(event):
            said = "The row has no words that say what happened: write the event, or leave the row out."
            return [Problem("no-event", said, heading)]
        if passed.NUMBER_ONLY.match(event):
            return [Problem("number-only", f"“{event}” is only a number: write what happened.", heading)]
        return []

    def _append(
        self,
        record: Record,
        found: FuzzyDate,
        problems: list[Problem],
        texts: dict[str, str],
        clock: Clock,
        extra: dict[str, str],
    ) -> None:
        if "action" not in self.place and "event" in texts:
            event, action = events.with_action(texts["event"], self.heading.get(self.place.get("event", -1), ""))
            texts = {**texts, "event": event, "action": action}
        problems = [*problems, *self._telling(texts.get("event", ""))]
        if clock.time and found.time and clock.time != found.time and self._is_later_step():
            clock = Clock(found.time, found.end_time)
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
        self.several[record.number] += 1
        self.rows.append(
            Row(
                sheet=self.name, row=record.number, sub=self.several[record.number], date_text=found.text, date_from=found.date_from, date_to=found.date_to,
                precision=found.precision, certain=found.certain, time=clock.time or found.time, end_time=clock.end_time or found.end_time,
                source=texts.get("source", ""), event=texts.get("event", ""), action=texts.get("action", ""), extra=extra,
                status="reject" if kinds & REJECT else "needs-attention" if kinds else "ok", problems=list(dict.fromkeys(problems)),
                seen=seen_of([(self.heading[column], record.text(column)) for column in self.seen]) if self.seen else "",
            )
        )  # fmt: skip

    def add_line(self, record: Record, text: str) -> None:
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
            record, period, [*period.problems, problem], {"event": text}, Clock(period.time, period.end_time), {}
        )


def _within(one: FuzzyDate, whole: FuzzyDate) -> bool:
    if None in (one.date_from, one.date_to, whole.date_from, whole.date_to):
        return True
    return bool(whole.date_from <= one.date_from and one.date_to <= whole.date_to)  # type: ignore[operator]
