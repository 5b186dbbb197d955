"""The date of one record out of all its columns: the start, the end, the weekday, the day it was written down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agencies.chronology import events
from agencies.chronology.dating import Dating, weekday_problem, with_end
from agencies.chronology.layout import Record
from agencies.chronology.shapes import FuzzyDate, Problem, ProposedColumn


@dataclass(frozen=True, slots=True)
class RecordDates:
    """What is needed to date the records of one table."""

    columns: Sequence[ProposedColumn]
    place: Mapping[str, int]
    heading: Mapping[int, str]
    dating: Dating
    rivals: Sequence[int] = ()

    def of(self, record: Record) -> tuple[FuzzyDate, list[Problem]]:
        """The record's date with its end, and what is to be asked about it."""
        problems: list[Problem] = []
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
            end = replace(end, problems=(*end.problems, *self.dating.doubts(record.value(end_column), end)))
            found, ended = with_end(found, end)
            problems += [_under(problem, self.heading[end_column or 0]) for problem in ended]
        if self.rivals:
            problems += self._rival_days(record, found)
        if later := self._later_than_recorded(record, found):
            problems.append(later)
        weekday = weekday_problem(record.text(self.place.get("weekday")), found)
        if weekday:
            problems.append(_under(weekday, self.heading[self.place["weekday"]]))
        return found, problems

    def _rival_days(self, record: Record, found: FuzzyDate) -> list[Problem]:
        """Where two columns could be when it happened and their days differ, a person says which of them holds."""
        problems = []
        for column in self.rivals:
            other = self.dating.read(record.value(column), record.text(column)) if record.text(column) else None
            if other and other.date_from and found.date_from and other.date_from != found.date_from:
                taken, left = self.heading.get(self.place.get("date", -1), ""), self.heading.get(column, "")
                sentence = f"Two columns could say when this happened: “{taken}” ({found.text}) was taken, “{left}” ({other.text}) was not. Check which is right."
                problems.append(Problem("which-date", sentence, left))
        return problems

    def _later_than_recorded(self, record: Record, found: FuzzyDate) -> Problem | None:
        """Nobody writes down what has not happened: where an entry was made before its event, one date is wrong."""
        column = next((c for c in self.columns if c.field == "recorded_date" and c.confidence >= 0.6), None)
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


def _under(problem: Problem, heading: str | None) -> Problem:
    return problem if problem.column else replace(problem, column=heading)
