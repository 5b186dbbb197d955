"""What the record of a year says, for the sections of the yearly report (Care Act 2014, Schedule 2, paragraph 4, and its like).

Numbers of people and cases are covered below five and rounded, in disjoint parts with their own total (reviews.suppression):
two tables of one report, or of two years, give nothing back. An agency stands beside a review by its kind alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from findings.annual_sayings import Sayings
from findings.leading import attended
from findings.lifecycle import ActionStatus
from findings.models import Action, AgencyResponse, AnnualReport, Recommendation, Report, Response
from reviews.models import Review
from reviews.suppression import cell, suppressed
from reviews.year import Year, decisions, referrals
from scr_portal.lib.docx import Block
from scr_portal.lib.papers import facts, table, words

REFUSED = (Response.Answer.IN_PART, Response.Answer.NOT_ACCEPTED)
DONE = (ActionStatus.ASSURED, ActionStatus.CLOSED)
COVERED = "Numbers of cases from 1 to 4 are not shown and the others are rounded to five, so that nobody can be worked out from them."  # fmt: skip
Blocks = Iterator[Block]


@dataclass
class YearRecord:
    """One report's year, read from the record as far as the public may know it."""

    report: AnnualReport
    sayings: Sayings

    @cached_property
    def year(self) -> Year:
        """The year that is told of."""
        return self.report.span

    @cached_property
    def reviews(self) -> list[Review]:
        """All reviews of the board under the report's regime."""
        known = Review.objects.filter(board=self.report.board, rule_set__startswith=f"{self.report.regime}@")
        rows = known.select_related("board", "report__publication").prefetch_related("milestones", "decisions")
        return [*rows.order_by("ref")]

    def happened(self, review: Review, event: str) -> date | None:
        """The first day of an event of a review, if it happened by the end of the year."""
        days = [each.happened_on for each in review.milestones.all() if each.event == event]
        return min((day for day in days if day <= self.year.last), default=None)

    @cached_property
    def concluded(self) -> list[Review]:
        """Reviews that were concluded in the year, whenever they began."""
        event = self.report.rules.annual.concluded
        return [each for each in self.reviews if self.happened(each, event) in self.year]

    @cached_property
    def ongoing(self) -> list[Review]:
        """Reviews that were going on at its end."""
        ends = (self.report.rules.annual.concluded, "closed")
        begun = [each for each in self.reviews if self.happened(each, "commissioned")]
        return [each for each in begun if not any(self.happened(each, event) for event in ends)]

    @cached_property
    def told(self) -> list[Recommendation]:
        """The recommendations of reviews whose report is public, with what was done about each."""
        public = [review for review in self.reviews if published(review)]
        rows = Recommendation.objects.filter(review__in=public).select_related("review__board", "response")
        chain = rows.prefetch_related("actions__agency", "actions__impacts", "actions__barriers", "agencies")
        return [*chain.order_by("review__ref", "number")]

    def done_on(self, asked: Recommendation) -> date | None:
        """The day on which the last of its actions was assured; None while one is not, or there is none."""
        actions = [*asked.actions.all()]
        if not actions or any(each.status not in DONE for each in actions):
            return None
        return max((each.assured_on for each in actions if each.assured_on), default=None)

    def words_of(self, asked: Recommendation, title: str) -> tuple[str, str]:
        """Which review, and what it recommends."""
        return named(self.sayings, asked.review, title), self.sayings.told(asked.review, title, asked.text)

    def numbers(self, title: str) -> Blocks:
        """Referrals, reviews and decisions, each as one whole of disjoint parts."""
        board, year = self.report.board, self.year
        sent = {k: n for k, n in referrals(board, year, self.report.regime).items() if k != "Received"}
        worked = {"Concluded in the year": len(self.concluded), "Going on at its end": len(self.ongoing)}
        yield from words(COVERED)
        yield counted("Referrals received in the year", sent)
        yield counted("Reviews worked on in the year", worked)
        if found := decisions(self.reviews, year):
            yield counted("Decisions made in the year", found)
        met = sum(self.done_on(each) in year for each in self.told)
        yield facts(
            [("Recommendations of published reports", str(len(self.told))), ("Implemented in the year", str(met))]
        )

    def findings(self, title: str) -> Blocks:
        """What the reviews found that were concluded in the year; of one that is not published, what is published instead."""
        if not self.concluded:
            yield from words("No review was concluded in the year.")
        for review in self.concluded:
            if published(review):
                yield Block("heading", named(self.sayings, review, title))
                rows = [(each.title, each.impact) for each in review.findings.all()]
                yield table(
                    ("What was found", "What it meant"),
                    [tuple(self.sayings.told(review, title, text) for text in row) for row in rows],
                )
            elif said := instead(review):
                yield Block("heading", "A review that is not published")
                yield from words(self.sayings.told(review, title, said))
        waiting = sum(not published(each) and not instead(each) for each in self.concluded)
        if waiting:
            yield from words(f"Concluded and not published yet: {cell(waiting, rounded=True)}. Their findings are told once they are published.")  # fmt: skip

    def going_on(self, title: str) -> Blocks:
        """How many reviews were going on."""
        said = cell(len(self.ongoing), rounded=True)
        yield facts([(f"Reviews going on at the end of {self.year}", str(said))])

    def implemented(self, title: str) -> Blocks:
        """Recommendations of which the last action was assured in the year, and what difference it made."""
        found = [each for each in self.told if self.done_on(each) in self.year]
        if not found:
            yield from words("No recommendation was implemented in full in the year.")
            return
        rows = [
            (*self.words_of(each, title), kinds(each.actions.all()), f"{self.done_on(each):%B %Y}", difference(each))
            for each in found
        ]
        yield table(("Review", "Recommendation", "Done by", "Assured", "Difference"), rows)

    def not_implemented(self, title: str) -> Blocks:
        """What board or agencies decided in the year not to do, with the reason; and what was due and is still open."""
        rows = [*self.refused(title)]
        if rows:
            yield table(("Review", "Recommendation", "Whose decision", "Answer", "Reason"), rows)
        else:
            yield from words("Nobody decided in the year not to implement a recommendation.")
        late = [(each, open_) for each in self.told if (open_ := self.overdue(each))]
        if late:
            yield Block("heading", "Accepted, due by the end of the year and still open")
            found = [
                (*self.words_of(each, title), kinds(open_), self.in_the_way(each, open_, title)) for each, open_ in late
            ]
            yield table(("Review", "Recommendation", "Whose it is", "What stands in the way"), found)

    def refused(self, title: str) -> Iterator[tuple[str, ...]]:
        """Each decision of the year not to implement a recommendation, in full or in part."""
        span, told = (self.year.first, self.year.last), {each.pk: each for each in self.told}
        own = Response.objects.filter(recommendation__in=told, answer__in=REFUSED, responded_on__range=span)
        theirs = AgencyResponse.objects.filter(recommendation__in=told, answer__in=REFUSED, responded_on__range=span)
        for each in [
            *own.order_by("recommendation"),
            *theirs.select_related("agency").order_by("recommendation", "pk"),
        ]:
            asked = told[each.recommendation_id]
            who = each.agency.get_kind_display() if isinstance(each, AgencyResponse) else "The board"
            reason = self.sayings.told(asked.review, title, each.reason)
            yield (*self.words_of(asked, title), who, each.get_answer_display(), reason)

    def overdue(self, asked: Recommendation) -> list[Action]:
        """Its actions that were due by the end of the year and still wait for their agency."""
        return [each for each in asked.actions.all() if each.overdue(self.year.last)]

    def in_the_way(self, asked: Recommendation, actions: list[Action], title: str) -> str:
        """The barriers that stand in the way of actions."""
        standing = [each.what for action in actions for each in action.barriers.all() if each.lifted_on is None]
        return "\n".join(self.sayings.told(asked.review, title, what) for what in standing) or "Nothing on record"

    def members(self, title: str) -> Blocks:
        """Each member's own statement, which meetings it came to and what its leaders promised; and what was done, by kind."""
        for each in self.report.statements.exclude(text="").select_related("agency"):
            yield Block("heading", self.sayings.typed(title, each.agency.label))
            yield from words(self.sayings.typed(title, each.text))
        yield from self.came()
        yield from self.promised(title)
        actions = [action for each in self.told for action in each.actions.all() if action.done_on in self.year]
        found = Counter(action.agency.get_kind_display() for action in actions)
        if found:
            yield table(("Agencies", "Actions done in the year"), [(kind, str(n)) for kind, n in sorted(found.items())])

    def came(self) -> Blocks:
        """To how many meetings of the year each member came."""
        found = attended(self.report.board, self.year.last, self.year.first)
        if found.members:
            rows = [(name, f"{number} of {len(found.meetings)}") for name, _, number in found.members]
            yield table(("Member", "Meetings of the board that it came to"), rows)

    def promised(self, title: str) -> Blocks:
        """What leaders promised that was due in the year, and what became of it."""
        span = (self.year.first, self.year.last)
        found = self.report.board.commitments.filter(due_on__range=span).select_related("agency")
        if found:
            rows = [
                (each.agency.label, *(self.sayings.typed(title, text) for text in (each.what, each.resources)),
                 each.get_kept_display() or "Not judged yet", self.sayings.typed(title, each.evidence))
                for each in found
            ]  # fmt: skip
            yield table(("Member", "What was promised", "With what", "Kept", "What shows it"), rows)


# The key of a section's drawing in the rule set → what draws it.
DRAW: dict[str, Callable[[YearRecord, str], Blocks]] = {
    "numbers": YearRecord.numbers,
    "concluded": YearRecord.findings,
    "ongoing": YearRecord.going_on,
    "implemented": YearRecord.implemented,
    "not_implemented": YearRecord.not_implemented,
    "members": YearRecord.members,
}


def report_of(review: Review) -> Report | None:
    """The report of a review, if one was begun."""
    return getattr(review, "report", None)


def published(review: Review) -> bool:
    """Whether the public can read its report."""
    report = report_of(review)
    taken_down = getattr(getattr(report, "publication", None), "taken_down_on", None)
    return report is not None and report.published_on is not None and taken_down is None


def instead(review: Review) -> str:
    """What is published in place of a report that is not, once somebody has approved that."""
    report = report_of(review)
    planned = getattr(report, "publication", None)
    withheld = report is not None and report.not_published_reason and planned is not None and planned.approved_on
    return planned.instead if withheld and planned else ""


def named(sayings: Sayings, review: Review, title: str) -> str:
    """What the public knows a review by."""
    report = report_of(review)
    return sayings.told(review, title, report.title if report else review.title)


def kinds(actions: Any) -> str:
    """The kinds of agencies that act."""
    return ", ".join(dict.fromkeys(action.agency.get_kind_display() for action in actions))


def difference(asked: Recommendation) -> str:
    """What the last test of each of its actions showed."""
    latest = [next(iter(action.impacts.all()), None) for action in asked.actions.all()]
    return "\n".join(dict.fromkeys(each.get_shown_display() if each else "Not tested yet" for each in latest))


def counted(title: str, counts: Mapping[str, int]) -> Block:
    """A table of a whole and its disjoint parts, small numbers covered."""
    shown = suppressed(counts, rounded=True)
    rows = [(name, str(number)) for name, number in shown.cells.items()]
    return table((title, "Number"), [*rows, ("In all", str(shown.total))])
