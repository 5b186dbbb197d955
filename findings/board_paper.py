"""The pack for a meeting of the board, ready for its agenda: what it is asked, what has changed, what is late and why.

Nothing is written for it twice: every line is made from what was entered. Names of the people registers are covered in each
text by what the review calls these people in public; the built files are scanned all the same.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from findings.anonymise import Person
from findings.dashboard import CHANGES, STATES, Plan, Told, told
from findings.models import AgencyResponse, Impact, Recommendation
from findings.models.agency_response import LATE, STANDINGS, TO_JUDGE, Verdict
from findings.plan_pictures import Shown, charts
from findings.services import anonymity
from reviews.models import Board, Review
from scr_portal.lib import pdf
from scr_portal.lib.docx import Block, Picture
from scr_portal.lib.page_tags import day
from scr_portal.lib.papers import Paper, facts, table, words

MARKING = "OFFICIAL-SENSITIVE"
Section = tuple[str, tuple[Block, ...]]
LONG = 90  # days late from which on the board is asked what it will do
# What tells who somebody is, listed or not; days, ages and reference numbers stand in every pack.
TELLING = frozenset({"email", "phone", "nhs_number", "ni_number", "postcode", "dob", "unread", "thumbnail", "position"})


@dataclass(slots=True)
class Composer:
    """One pack being composed: the plan, whether it holds words, and how each review covers its names."""

    board: Board
    plan: Plan
    worded: bool = True
    covers: dict[int, Callable[[str], str]] = field(default_factory=dict)
    named: dict[int, Review] = field(default_factory=dict)

    def said(self, review: Review, text: str) -> str:
        """A text of a review with its names covered; nothing in a pack without words."""
        self.named.setdefault(review.pk, review)
        if not self.worded or not text:
            return ""
        if review.pk not in self.covers:
            self.covers[review.pk] = anonymity.covering(review)
        return self.covers[review.pk](" ".join(text.split()))

    def ref(self, action: Any) -> str:
        """What an action is called: "SCR-2026-004, 2.1"."""
        review = action.recommendation.review
        self.named.setdefault(review.pk, review)
        return f"{review.ref}, {action.recommendation.number}.{action.number}"

    def told(self, state: str) -> list[Told]:
        """The actions of a state, the earliest target first."""
        found = self.plan.actions.filter(self.plan.state(state)).order_by("target_on", "pk")
        return told(found, self.plan.today)

    def paper(self) -> Paper:
        """The whole pack."""
        late, claimed = self.told("overdue"), self.told("claimed")
        waiting = list(self.waiting())
        sections: list[Section] = [
            ("What the board is asked", tuple(self.asked(late, claimed, waiting))),
            ("Where the plan stands", (self.counts(),)),
            ("What has changed since the last meeting", tuple(self.changed())),
            ("Overdue actions, with reasons and barriers", tuple(self.overdue(late))),
            ("Reported done, waiting for assurance", tuple(self.claimed(claimed))),
            ("Responses and judgements", tuple(self.responses(waiting))),
            ("Impact", tuple(self.impact())),
            ("The plan in pictures", tuple(self.pictures())),
        ]
        title = f"Board pack: recommendations and actions, {day(self.plan.today)}"
        return Paper(title, self.board.name, MARKING, tuple(sections))

    def asked(self, late: Sequence[Told], claimed: Sequence[Told], waiting: Sequence[Recommendation]) -> list[Block]:
        """What the members are to do, each with its number."""
        long = [row for row in late if row.late > LONG]
        alone = [row for row in long if not row.barriers]
        asks = [
            (len(waiting), "Respond to {} recommendation{}"),
            (len(claimed), "Assure {} action{} that agencies report done, or open them again"),
            (len(long), f"Decide what is to happen with {{}} action{{}} more than {LONG} days late"),
            (len(alone), "Ask why {} of these ha{} no barrier on record"),
        ]
        items = tuple(text.format(n, plural(text, n)) for n, text in asks if n)
        return [Block("list", items=items)] if items else words("Nothing waits for a decision of the board.")

    def counts(self) -> Block:
        """The headline numbers."""
        found = self.plan.states()
        return facts((STATES[key], f"{found[key]:,}") for key in STATES if key != "all")

    def changed(self) -> list[Block]:
        """Each change since the last meeting: how many, and which."""
        if self.plan.since is None:
            return words("No earlier meeting of the board is set down.")
        rows = [self.change(key, label) for key, label in CHANGES.items()]
        return [*words(f"Since {day(self.plan.since)}, that day included."), table(("Change", "Number", "Which"), rows)]

    def change(self, key: str, label: str) -> tuple[str, str, str]:
        """One change as a row."""
        found = self.plan.actions.filter(self.plan.changed(key)).select_related("recommendation__review")
        refs = [
            self.ref(action)
            for action in found.order_by("recommendation__review__ref", "recommendation__number", "number")
        ]
        return label, f"{len(refs):,}", "; ".join(refs)

    def overdue(self, rows: Sequence[Told]) -> list[Block]:
        """Every overdue action, the longest first: by how much, what is in the way, and the last word on it."""
        if not rows:
            return words("No action is overdue.")
        head = ("Action", "Agency and sponsor", "Target", "Barriers", "Last word")
        return [table(head, [self.late_row(row) for row in rows])]

    def late_row(self, row: Told) -> tuple[str, ...]:
        """One overdue action."""
        action, review = row.action, row.action.recommendation.review
        target = f"{day(action.target_on)}\n{row.late} days late"
        target += f"\nMoved {row.moved} times, first {day(row.first_target)}" if row.moved else ""
        barriers = "\n".join(self.barrier(review, each) for each in row.barriers) or "None on record"
        last = f"{day(action.last_word_on)}\n{self.said(review, row.note)}".strip() if row.note else "No word yet"
        return self.what(action), self.who(action), target, barriers, last

    def what(self, action: Any) -> str:
        """An action's reference and its words."""
        return "\n".join(filter(None, (self.ref(action), self.said(action.recommendation.review, action.text))))

    def who(self, action: Any) -> str:
        """The agency and its sponsor."""
        return action.agency.label + (f"\n{action.sponsor}" if action.sponsor else "")

    def barrier(self, review: Review, each: Any) -> str:
        """What stands in the way, since when, how far up it has gone, and who can lift it."""
        said = f"Since {day(each.since)}. {each.get_step_display()}."
        return (
            f"{self.said(review, each.what)} {self.said(review, each.who_can_lift)} can lift it. {said}"
            if self.worded
            else said
        )

    def claimed(self, rows: Sequence[Told]) -> list[Block]:
        """Every action that was reported done: by whom, and with how much evidence."""
        if not rows:
            return words("No action waits for assurance.")
        found = [
            (
                self.what(row.action), self.who(row.action), day(row.action.last_word_on), str(row.files),
                self.said(row.action.recommendation.review, row.note),
            )
            for row in rows
        ]  # fmt: skip
        return [table(("Action", "Agency and sponsor", "Reported on", "Files of evidence", "What was said"), found)]

    def waiting(self) -> Any:
        """Recommendations without the board's response."""
        found = Recommendation.objects.without_response().filter(review__board=self.board)
        return found.select_related("review").prefetch_related("agencies").order_by("review__ref", "number")

    def responses(self, waiting: Sequence[Recommendation]) -> list[Block]:
        """How agencies answered and the board judged, what is not settled, and what waits for the board itself."""
        known = AgencyResponse.objects.filter(recommendation__review__board=self.board)
        numbers = known.counts(self.plan.today)
        counts = facts((STANDINGS[key], f"{number:,}") for key, number in numbers.items() if number)
        parts: list[Block] = (
            [counts, *self.unsettled(known)] if any(numbers.values()) else words("No agency was asked yet.")
        )
        return [*parts, *self.unanswered(waiting)]

    def unsettled(self, known: Any) -> Iterator[Block]:
        """Answers that are late, wait for a judgement, or were judged unacceptable."""
        open_ = (LATE, TO_JUDGE, Verdict.UNACCEPTABLE, Verdict.NONE_RECEIVED)
        found = known.standing_on(self.plan.today).filter(standing__in=open_).waiting_first()
        rows = [
            (
                f"{each.review.ref}, {each.recommendation.number}", each.agency.label,
                each.get_answer_display() if each.answer else f"None by {day(each.due_on)}", each.standing_label,
                self.said(each.review, each.reason),
            )
            for each in found.select_related("recommendation__review", "agency")
        ]  # fmt: skip
        if rows:
            yield Block("heading", "Not settled")
            yield table(("Recommendation", "Agency", "Answer", "Where it stands", "Reason given"), rows)

    def unanswered(self, waiting: Sequence[Recommendation]) -> list[Block]:
        """Recommendations that wait for the board."""
        if not waiting:
            return words("Every recommendation has the board’s response.")
        rows = [
            (
                f"{each.review.ref}, {each.number}", self.said(each.review, each.text),
                ", ".join(agency.label for agency in each.agencies.all()),
            )
            for each in waiting
        ]  # fmt: skip
        return [
            Block("heading", "Waiting for the board’s response"),
            table(("Recommendation", "Words", "Addressed to"), rows),
        ]

    def impact(self) -> list[Block]:
        """Whether actions made a difference: the counts, and what is to be tested."""
        done = self.plan.actions.filter(status__in=("assured", "closed")).order_by()
        newest = Impact.objects.filter(action__in=done.values("pk")).order_by("action", "-tested_on", "-pk")
        latest: dict[int, str] = {}
        for action, shown in newest.values_list("action", "shown"):
            latest.setdefault(action, shown)
        total, found = done.count(), list(latest.values())
        said = [(label, f"{found.count(key):,}") for key, label in Impact.Shown.choices]
        parts: list[Block] = [
            facts([("Assured actions", f"{total:,}"), *said, ("Not tested yet", f"{total - len(latest):,}")])
        ]
        due = self.told("retest")
        rows = [(self.what(row.action), row.action.agency.label, day(row.action.retest_on)) for row in due]
        return [*parts, *([Block("heading", "To be tested"), table(("Action", "Agency", "By"), rows)] if rows else [])]

    def pictures(self) -> list[Block]:
        """The pictures, each with its table."""
        found = [part for chart in charts(self.plan) for part in drawn(chart)]
        return found or words("There is nothing to draw yet.")


def plural(text: str, number: int) -> str:
    """The ending that a number asks for."""
    return ("s" if number == 1 else "ve") if "ha{}" in text else ("" if number == 1 else "s")


def drawn(chart: Shown) -> tuple[Block, ...]:
    """A picture, how it was counted, and the same as a table."""
    png = pdf.picture(chart.drawing, chart.width, chart.height)
    picture = Picture("picture", text=chart.words, svg=chart.drawing, png=png)
    head, *rows = chart.table
    return Block("heading", chart.title), Block("paragraph", chart.note), picture, table(head, rows)


def registers(board: Board, reviews: Sequence[Review]) -> tuple[Person, ...]:
    """The people registers of all reviews that a pack names, without the board's own agencies: a pack says who is to act."""
    own = {name.casefold() for each in board.agencies.all() for name in (each.name, each.short_name) if name}
    found = (person for review in reviews for person in anonymity.register(review))
    return tuple(person for person in found if person.name.casefold() not in own or person.kind == "person")


def scan(board: Board, people: Sequence[Person], kind: str, content: bytes) -> list[dict[str, str]]:
    """What in a built file names or tells somebody of a people register: where it stands, and the words around it."""
    from findings.anonymise.residue import residue  # Loads the readers of every format: only when a file is scanned.

    names = {name for each in board.agencies.all() for name in (each.name, each.short_name) if name}
    allowed = {board.name, board.short_name, board.area, *names}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"pack.{kind}"
        path.write_bytes(content)
        found = [hit for hit in residue(path, people, allowed=allowed) if hit.keys or hit.kind in TELLING]
    return [{"where": hit.where, "text": hit.text, "context": hit.context, "kind": hit.kind} for hit in found]
