"""What becomes of each row of an imported plan: which recommendation and agencies it means, and whether it is here already.

Nothing is guessed. A name that is not in the directory, and a recommendation that may or may not be one of the review's,
are asked about, once for all rows that say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from agencies.models import Agency
from findings.models import Action, PlanFile, Recommendation, Response
from findings.plan import ActionRow
from findings.plan.cells import normal
from findings.plan_lines import differing, line_of, with_lines
from reviews.clocks import due

NEW, HERE, REFUSED, ASKED, LEFT_OUT = "new", "here", "refused", "asked", "left-out"
ALL = "all"  # every agency that the file names
NEAR = 85  # of 100: so alike that a person is asked whether they are the same
DAYS = ("start_on", "target_on", "revised_on", "completed_on")


def row_of(row: Mapping[str, Any]) -> ActionRow:
    """A row as it was kept, with what was put right in it."""
    said = {**row, **(row.get("fix") or {})}
    made = ActionRow(**{name: said[name] for name in ActionRow.__slots__ if name != "problems"})
    for name in DAYS:
        value = getattr(made, name)
        setattr(made, name, date.fromisoformat(value) if value else None)
    return made


@dataclass(slots=True)
class Meant:
    """A recommendation that rows mean: one of the review's, or a new one with the number that it gets."""

    number: int
    text: str
    found: Recommendation | None = None
    measure: str = ""
    scope: str = ""
    agencies: dict[int, Agency] = field(default_factory=dict)


@dataclass(slots=True)
class Settled:
    """What becomes of one row: `agencies` are those that get an action of their own; `because` are sentences about it."""

    index: int
    row: ActionRow
    fate: str = NEW
    because: list[str] = field(default_factory=list)
    meant: Meant | None = None
    agencies: list[Agency] = field(default_factory=list)
    due_on: date | None = None


@dataclass(slots=True)
class Questions:
    """What is asked before anything is imported: names, recommendations that may be the review's, and days to count from."""

    agencies: dict[str, tuple[str, int, str]] = field(
        default_factory=dict
    )  # normal name → as written, rows, the nearest
    recommendations: dict[str, tuple[str, int]] = field(
        default_factory=dict
    )  # words → as written, number of the nearest
    agreed: int = 0
    undated: int = 0
    open: bool = False  # whether any of them waits for its answer


class Settling:
    """Settles the rows of one file against its review and the directory of its board; reads both once."""

    def __init__(self, plan: PlanFile) -> None:
        self.plan, self.answers = plan, plan.answers
        self.questions = Questions()
        self.directory = [*Agency.objects.filter(board=plan.review.board_id, active=True)]
        self.named: dict[str, list[Agency]] = {}
        for agency in self.directory:
            for name in {normal(agency.name), normal(agency.short_name)} - {""}:
                self.named.setdefault(name, []).append(agency)
        known = plan.review.recommendations.select_related("response").prefetch_related("agencies")
        self.known = {each.number: each for each in known}
        self.by_words = {normal(each.text): each for each in known}
        self.actions: dict[tuple[int, int, str], Action] = {}
        for action in with_lines(Action.objects.filter(recommendation__review=plan.review_id)):
            self.actions[action.recommendation_id, action.agency_id, normal(action.text)] = action
        self.meant: dict[str, Meant] = {}
        self.seen: dict[tuple[int, int, str], int] = {}

    def settle(self) -> list[Settled]:
        """Every row of the file with what becomes of it."""
        kept = self.plan.parsed.get("rows", [])
        made = [Settled(index, row_of(row)) for index, row in enumerate(kept)]
        standing = [each for each in made if not kept[each.index].get("left_out")]
        for each in standing:
            each.meant = self._recommendation(each.row)
        self.named_here = self._names([each.row for each in standing])
        for each in made:
            if kept[each.index].get("left_out"):
                each.fate = LEFT_OUT
            else:
                self._settle(each)
        return made

    def _names(self, rows: list[ActionRow]) -> dict[int, Agency]:
        """Every agency that the file names: those of the directory, and those that were given for an unknown name."""
        found: dict[int, Agency] = {}
        by_key = {agency.pk: agency for agency in self.directory}
        for name, written in {normal(name): name for row in rows for name in row.agencies}.items():
            known = self.named.get(name, [])
            if len(known) == 1:
                found[known[0].pk] = known[0]
                continue
            count = sum(name in map(normal, row.agencies) for row in rows)
            near = process.extractOne(written, [agency.name for agency in self.directory], score_cutoff=60)
            self.questions.agencies[name] = (written, count, near[0] if near else "")
            answer = self.answers.get("agencies", {}).get(name)
            self.questions.open |= answer is None
            if answer and answer != ALL:
                found |= {key: by_key[key] for key in answer if key in by_key}
        return found

    def _recommendation(self, row: ActionRow) -> Meant | None:
        """The recommendation that a row means, None where it cannot be told or waits for an answer."""
        words, number = normal(row.recommendation), row.recommendation_number
        if not words:
            if number is None:
                return None
            return self._existing(self.known[number]) if number in self.known else self._by_number(number)
        if words in self.by_words:
            return self._existing(self.by_words[words])
        near = self._nearest(words, number)
        if near is not None:
            self.questions.recommendations[words] = (row.recommendation, near)
            answer = self.answers.get("recommendations", {}).get(words)
            if answer is None:
                self.questions.open = True
                return None
            if answer in self.known:
                return self._existing(self.known[answer])
        return self._new(words, row)

    def _by_number(self, number: int) -> Meant | None:
        """A new recommendation of this file by its number."""
        return next((each for each in self.meant.values() if each.number == number), None)

    def _existing(self, found: Recommendation) -> Meant:
        key = f"#{found.number}"
        return self.meant.setdefault(key, Meant(found.number, found.text, found))

    def _new(self, words: str, row: ActionRow) -> Meant:
        if words not in self.meant:
            number, others = row.recommendation_number, [each for each in self.meant.values() if not each.found]
            same = (each for each in others if each.number == number and fuzz.ratio(words, normal(each.text)) >= NEAR)
            if slip := next(same, None):  # The same number and nearly the same words: a slip of the pen.
                self.meant[words] = slip
                return slip
            taken = {*self.known, *(each.number for each in self.meant.values())}
            free = number if number and number not in taken else max(taken, default=0) + 1
            self.meant[words] = Meant(free, row.recommendation, measure=row.measure, scope=row.scope)
        return self.meant[words]

    def _nearest(self, words: str, number: int | None) -> int | None:
        """The recommendation of the review that these words may be: nearly the same words, or the same number."""
        scores = {each.number: fuzz.token_sort_ratio(words, said) for said, each in self.by_words.items()}
        best = max(scores, key=lambda key: scores[key], default=None)
        if best is not None and scores[best] >= NEAR:
            return best
        return number if number in self.known else None

    def _settle(self, each: Settled) -> None:
        kept = self.plan.parsed["rows"][each.index]
        if (kept.get("fix") or kept)["state"] == "reject":
            each.fate = REFUSED
            return
        if each.meant is None:
            self._without_recommendation(each)
            return
        found = each.meant.found
        answer = getattr(found, "response", None) if found else None
        if answer is not None and answer.answer == Response.Answer.NOT_ACCEPTED:
            self._refuse(each, f"The board did not accept recommendation {each.meant.number}, so no action follows from it.")  # fmt: skip
            return
        if found and answer is None:
            each.because.append(f"The board’s response to recommendation {found.number} is not recorded yet.")
        if not each.row.action:
            each.fate = HERE if found else NEW
            if found and any(getattr(each.row, name) for name in ("progress", "evidence", "critical_friend", "milestones")):  # fmt: skip
                each.because.append("It has no action, so what else it says is not taken over: put it right by writing one.")  # fmt: skip
        else:
            # Both are looked at, so that all questions are asked at once.
            known, dated = self._agencies(each), self._day(each)
            if known and dated:
                self._repeats(each)

    def _refuse(self, each: Settled, sentence: str, fate: str = REFUSED) -> None:
        each.fate, each.because = fate, [*each.because, sentence]

    def _without_recommendation(self, each: Settled) -> None:
        number = each.row.recommendation_number
        if normal(each.row.recommendation):
            self._refuse(each, "Say first whether this is one of the review’s recommendations.", ASKED)
        elif number is not None:
            self._refuse(each, f"This review has no recommendation {number}, and the file does not give its words.")
        else:
            self._refuse(each, "It is not said which recommendation this belongs to: put the row right, or leave it out.")  # fmt: skip

    def _agencies(self, each: Settled) -> bool:
        """Find the agencies of a row; whether all of them are known."""
        if not each.row.agencies:
            self._refuse(each, "It is not said which agency acts: put the row right, or leave it out.")
            return False
        by_key = {agency.pk: agency for agency in self.directory}
        found: dict[int, Agency] = {}
        for written in each.row.agencies:
            known = self.named.get(normal(written), [])
            answer = self.answers.get("agencies", {}).get(normal(written))
            if len(known) == 1:
                found[known[0].pk] = known[0]
            elif answer is None:
                self._refuse(each, f"Say first which agency “{written}” is.", ASKED)
            elif answer == ALL:
                found |= self.named_here
            elif not answer:
                self._refuse(each, f"“{written}” is not in the directory.")
            else:
                found |= {key: by_key[key] for key in answer if key in by_key}
        each.agencies = [*found.values()]
        return each.fate == NEW and bool(found)

    def _day(self, each: Settled) -> bool:
        """Find the day by which a row is to be done; whether there is one."""
        row, agreed, review = each.row, self.answers.get("agreed_on"), self.answers.get("review_on")
        each.due_on = row.revised_on or row.target_on
        if each.due_on is None and row.after:
            self.questions.agreed += 1
            if agreed:
                amount, unit = row.after.split(" ", 1)
                each.due_on = counted(date.fromisoformat(agreed), int(amount), unit)
        elif each.due_on is None:
            self.questions.undated += 1
            each.due_on = date.fromisoformat(review) if review else None
        if each.due_on is None:
            self.questions.open = True
            self._refuse(each, "Say first from which day its target counts, or by when it is looked at.", ASKED)
        return each.due_on is not None

    def _repeats(self, each: Settled) -> None:
        """Leave out of a row the agencies whose action is here, or stands in a row above; say where it differs."""
        assert each.meant is not None
        words, left = normal(each.row.action), []
        for agency in each.agencies:
            key = (each.meant.number, agency.pk, words)
            found = each.meant.found and self.actions.get((each.meant.found.pk, agency.pk, words))
            if found:
                said = differing(each.row, line_of(found))
                each.because.append(f"{found} of {agency.label} says the same{'; it stays as it is here, but differs in: ' + ', '.join(said) if said else ''}.")  # fmt: skip
            elif key in self.seen:
                each.because.append(f"Row {self.seen[key]} says the same for {agency.label}.")
            else:
                self.seen[key] = each.row.row
                each.meant.agencies[agency.pk] = agency
                left.append(agency)
        each.agencies, each.fate = left, NEW if left else HERE


def counted(start: date, amount: int, unit: str) -> date:
    """The day that lies so many days, weeks, months or years after another."""
    if unit == "working days":
        return due(start, length=amount, unit="working_days")
    lengths = {"weeks": (7 * amount, "days"), "years": (12 * amount, "months")}
    length, kind = lengths.get(unit, (amount, unit))
    return due(start, length=length, unit=kind)  # type: ignore[arg-type]


def tally(settled: list[Settled], kept: list[dict[str, Any]]) -> dict[str, int]:
    """How many rows have each fate; new ones are told apart by whether somebody has to look at them."""
    states = Counter(standing(each, kept[each.index]) for each in settled)
    return {key: states[key] for key in ("ok", "attention", ASKED, REFUSED, HERE, LEFT_OUT)}


def standing(each: Settled, kept: Mapping[str, Any]) -> str:
    """The fate of a row, and "ok" or "attention" for one that is going to be imported."""
    if each.fate != NEW:
        return each.fate
    return "attention" if (kept.get("fix") or kept)["state"] == "needs-attention" else "ok"
