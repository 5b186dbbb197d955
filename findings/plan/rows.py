"""Makes actions of the records of one table; what is no action is passed over with its reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from agencies.chronology.layout import Record
from findings.plan import cells, numbers, passed
from findings.plan.filling import Filling
from findings.plan.shapes import ActionRow, Problem, Skipped
from findings.plan.tables import Section

GOES_ON = ("milestones", "progress", "evidence", "critical_friend", "measure", "timescale", "completion")


@dataclass(slots=True)
class Above:
    """What the rows below go on with: theme, recommendation and its number."""

    theme: str = ""
    recommendation: str = ""
    number: int | None = None


@dataclass
class TableReader:
    """Reads one table from top to bottom. `rows` and `skipped` together hold every record of it."""

    section: Section
    known: Collection[str]
    today: date | None
    before: TableReader | None = None
    rows: list[ActionRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def __post_init__(self) -> None:
        on = self.before is not None and not self.section.header
        self.above: Above = self.before.above if self.before is not None and on else Above()
        self.filling = Filling(self.section, self.known, self.today)
        self.name = self.section.layout.sheet.name
        self.dropped = {row: reason for row, _, reason in self.section.layout.sheet.dropped}
        self.seen: dict[str, int] = {}

    def read(self) -> None:
        """Every record, in order."""
        for record in self.section.above:
            self._skip(record, self.dropped.get(record.number, "legend" if passed.is_legend(record) else "title"))
        for record in self.section.header:
            self._skip(record, "header")
        for at, record in enumerate(self.section.body):
            self._take(record, self.section.body[at + 1] if at + 1 < len(self.section.body) else None)

    def _skip(self, record: Record, reason: str) -> None:
        self.skipped.append(Skipped(self.name, record.number, passed.said(record), reason))

    def _text(self, record: Record, name: str) -> str:
        return record.text(self.section.place(name))

    def _take(self, record: Record, following: Record | None) -> None:
        if record.number in self.dropped:
            self._skip(record, self.dropped[record.number])
        elif self.section.repeats(record):
            self._skip(record, "repeated header")
        elif passed.is_legend(record) and record.full[0] != self.section.place("rag"):
            self._skip(record, "legend")
        elif reason := self._alone(record, following) or self._goes_on(record):
            self._skip(record, reason)
        else:
            self._add(record)

    def _alone(self, record: Record, following: Record | None) -> str:
        """A record of one text: a theme, a recommendation above its actions, a note; "" where it is an action's own."""
        text = passed.only_text(record, self.section.layout)
        return self._line(record, text, following) if text else ""

    def _line(self, record: Record, text: str, following: Record | None) -> str:
        column = record.full[0]
        wide = column in self.section.layout.across.get(record.number, {}) or len(record.full) > 1
        place = self.section.place
        if column == place("action") and not wide:
            return ""
        if self.rows and column in {place(name) for name in GOES_ON} and not wide:
            return ""
        kind = passed.banner(text, wide=wide)
        if kind == "note":
            return "note"
        own = column == place("recommendation") and not wide and not passed.THEME.match(text)
        if own and (following or kind == "recommendation" or numbers.leading(text)[0]):
            return self._recommendation(text, following)
        if following is None:
            return "note"
        if kind == "recommendation":
            self._above(text)
            return "recommendation of the rows below"
        self.above.theme, self.above.recommendation, self.above.number = passed.theme_of(text), "", None
        return "theme of the rows below"

    def _recommendation(self, text: str, following: Record | None) -> str:
        """A recommendation alone in its cell: over the actions below it, or without any."""
        if following is None or self._text(following, "recommendation") or not self._text(following, "action"):
            return ""
        self._above(text)
        return "recommendation of the rows below"

    def _above(self, text: str) -> None:
        number, rest = numbers.leading(text)
        self.above.recommendation = rest.strip()
        self.above.number = number.recommendation if number else None

    def _goes_on(self, record: Record) -> str:
        """Why a record is the rest of the row before it: it says more of what was done, and nothing else."""
        places = {self.section.place(name): name for name in GOES_ON}
        layout = self.section.layout
        own = [column for column in record.full if (record.number, column) not in layout.filled]
        merged = {(record.number, column) for column in record.full} - {(record.number, column) for column in own}
        telling = {self.section.place(name) for name in ("action", "recommendation", "number", "agency")}
        if not self.rows or not own or not {*own} <= {*places} or (merged and not any(c in telling for _, c in merged)):
            return ""
        whole = self.rows[-1]
        for column in own:
            self.filling.more(whole, places[column], record.texts[column])
        return f"goes on from row {whole.row}"

    def _add(self, record: Record) -> None:
        """The actions of one record."""
        number, sequel = self._number(record)
        theme, recommendation, given = self._carried(record, number)
        text = self._text(record, "action")
        texts, doubtful = ([text], False) if number and number.several else cells.actions(text)
        for sub, action in enumerate(texts, start=1):
            made = ActionRow(self.name, record.number, sub, theme=theme, recommendation=recommendation)
            own, made.action = (None, action) if number and number.several else numbers.leading(action)
            made.action = made.action.strip()
            made.number = number.text if number and number.several else own.text if own else ""
            made.recommendation_number = given if given is not None else own.recommendation if own and own.several else None  # fmt: skip
            self.filling.fill(made, record, sub, len(texts))
            made.notice(*sequel, *self._marks(record), *self._checks(made, record, doubtful=doubtful))
            self.rows.append(made)

    def _marks(self, record: Record) -> list[Problem]:
        """What the reader saw in the cells, such as a formula that gives an error."""
        marks = self.section.layout.marks.get(record.number, [])
        return [Problem(mark.kind, mark.message, self.filling.heading.get(mark.column)) for mark in marks]

    def _number(self, record: Record) -> tuple[numbers.Number | None, list[Problem]]:
        """The number in the row's own column, and what is doubtful about it."""
        column = self.section.place("number")
        value, text = record.value(column), record.text(column)
        if isinstance(value, date | datetime):
            return None, [Problem("number-date", f"The number of this row became a date ({text[:10]}) in the spreadsheet: write it as text.")]  # fmt: skip
        found = numbers.read(text) if text else None
        if text and found is None:
            return None, [Problem("number", f"“{text}” was not read as a number of a recommendation or action.")]
        if found is None or not found.several:
            return found, []
        again = self.seen.get(found.text)
        self.seen.setdefault(found.text, record.number)
        if again:
            return found, [Problem("number-again", f"Number {found.text} stands in row {again} as well: a spreadsheet drops the last nought of 1.10.")]  # fmt: skip
        return found, []

    def _carried(self, record: Record, number: numbers.Number | None) -> tuple[str, str, int | None]:
        """Theme, recommendation and its number, from the record or from above it."""
        theme = self._text(record, "theme")
        if theme and not passed.DITTO.match(theme):
            self.above.theme = theme
        text = self._text(record, "recommendation")
        if text and not passed.DITTO.match(text):
            known, rest = numbers.leading(text)
            rest, found = rest.strip(), known.recommendation if known else None
            if found is None and number is not None and (number.several or not self._running):
                found = number.recommendation
            self.above.recommendation, self.above.number = rest, found
        elif number is not None and self._other(number):
            self.above.recommendation, self.above.number = "", number.recommendation
        return self.above.theme, self.above.recommendation, self.above.number

    def _other(self, number: numbers.Number) -> bool:
        """Whether a number alone says that a row belongs to another recommendation than the rows above it."""
        if self.section.place("recommendation") is not None or number.recommendation == self.above.number:
            return False
        return number.several or not self.above.recommendation

    @cached_property
    def _running(self) -> bool:
        """Whether the numbers of the table count its rows and not its recommendations: one recommendation has several."""
        by_text: dict[str, set[str]] = {}
        for each in self.section.body:
            if text := self._text(each, "recommendation"):
                by_text.setdefault(text, set()).add(self._text(each, "number"))
        return any(len(found - {""}) > 1 for found in by_text.values())

    def _checks(self, made: ActionRow, record: Record, *, doubtful: bool) -> list[Problem]:
        """What a person has to look at in the row as a whole."""
        found = []
        own = self._text(record, "recommendation")
        if not made.action:
            if own and not passed.DITTO.match(own) and (record.number, self.section.place("recommendation")) not in self.section.layout.filled:  # fmt: skip
                found.append(Problem("only-recommendation", "The row has a recommendation and no action: it comes in without any."))  # fmt: skip
            else:
                found.append(Problem("no-action", "The row does not say what will be done: write it, or leave the row out."))  # fmt: skip
        if not made.recommendation and made.recommendation_number is None:
            found.append(Problem("no-recommendation", "It is not said which recommendation this belongs to: put that right first."))  # fmt: skip
        if doubtful:
            found.append(Problem("several-actions", "The cell may hold several actions; it is kept as one."))
        if made.action and not made.agencies:
            found.append(Problem("no-agency", "It is not said which agency acts: put that right first."))
        return found
