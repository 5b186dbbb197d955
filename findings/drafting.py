"""What stands beside a section while it is written: its length, how it reads, its wording, what it can refer to."""

from __future__ import annotations

from typing import Any

from findings import referred, wording
from findings.models import Report, ReportSection
from reviews.models import Review

# As much advice as somebody takes in at once.
MOST = 12
# The section in which the mandate is stated, in every rule set.
INTRODUCTION = "introduction"


def budget(report: Report, key: str) -> int:
    """How many words a section may have: as the board commissioned it, else as the rule set says; 0 where nobody said."""
    line = next((line for line in report.review.rules.sections if line.key == key), None)
    return int(report.budgets.get(key) or (line.words if line else 0))


def lengths(report: Report, sections: list[ReportSection]) -> list[tuple[ReportSection, int, int, int]]:
    """(section, its words, its budget, by how many it is over) of each."""
    counted = [(each, len(each.text.split()), budget(report, each.key)) for each in sections]
    return [(each, words, most, max(0, words - most) if most else 0) for each, words, most in counted]


def mandate(review: Review) -> str:
    """How the report states the law under which the review was held, by what was decided; empty where nothing was."""
    decided = review.decisions.exclude(outcome="").order_by("pk").last()
    known = {outcome.code: outcome.mandate for outcome in review.rules.outcomes}
    return known.get(decided.outcome, "") if decided else ""


def beside(report: Report, section: ReportSection, text: str, user: Any) -> dict[str, Any]:
    """The advice about a section as it stands in the box, and what it can refer to."""
    text = referred.with_keys(report.review, text)
    register = referred.of(report, [text, *(each.text for each in report.sections.all())]).register
    said = register.said(text)
    remarks, most = wording.advice(said), budget(report, section.key)
    words = len(said.split())
    return {
        "offers": referred.offers(report.review, user),
        "dead": register.dead(text),
        "mandate": mandate(report.review) if section.key == INTRODUCTION else "",
        "words": words,
        "reading": wording.reading(said),
        "budget": most,
        "over": max(0, words - most) if most else 0,
        "advice": remarks[:MOST],
        "more": max(0, len(remarks) - MOST),
    }
