"""Judging details that identify together: one judgement for every like place, remembered and undone like the others."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from findings.anonymise import find
from findings.jigsaw import PREFIX, Assessment, Judgements, Like, assess
from findings.models import AnonymityDecision, Report
from findings.services.anonymity import Anonymised, anonymised, may_decide_now, register
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.records import Refused


def stand_outs(report: Report, made: Anonymised | None = None) -> Assessment:
    """What stands out in the anonymised text of a report; `made` is that text where the caller has it already."""
    made = made or anonymised(report)
    sections = [(title, text) for _, title, text in made.sections]
    return assess(sections, register(report.review), Judgements.of(report.review))


def next_after(report: Report, ref: str, place: int) -> tuple[Any, ...]:
    """Where to go on after the `place`-th detail was judged: to the next that is not, else to the list."""
    found = stand_outs(report).details
    waiting = [number for number, each in enumerate(found, start=1) if each.kept is None]
    ahead = next((number for number in waiting if number >= place), None) or next(iter(waiting), None)
    return ("findings.jigsaw.decide", ref, ahead) if ahead else ("findings.jigsaw.list", ref)


@transaction.atomic
def judge(*, by: Any, report: Report, like: Like, choice: str, replacement: str, reason: str) -> AnonymityDecision:
    """Decide about one detail wherever it stands: it stays with a reason, is put in other words, or (no words) is taken out.

    Raises Refused for other words that name or identify somebody themselves, and for pronouns, which an author rewrites.
    """
    check(by, "report.anonymise", report.review)
    may_decide_now(report.review)
    if choice == AnonymityDecision.Choice.KEEP and not reason.strip():
        raise Refused("Say why this may stay.")
    if choice == AnonymityDecision.Choice.REPLACE and like.of_pronouns:
        raise Refused(
            "Pronouns cannot be put in other words one by one: write the section anew, or say why they may stay."
        )
    if choice == AnonymityDecision.Choice.REPLACE and find(register(report.review), replacement):
        raise Refused("What you want to put there names or identifies somebody itself: choose other words.")
    if len(like.words) > 300:
        raise Refused("That is too long to be decided about as one detail: shorten the passage.")
    made = AnonymityDecision.objects.create(
        review=report.review, text=like.words, kind=f"{PREFIX}{like.kind}", choice=choice, replacement=replacement,
        reason=reason, decided_by=by,
    )  # fmt: skip
    facts = {
        "choice": choice,
        "kind": like.kind,
        "taken_out": choice != AnonymityDecision.Choice.KEEP and not replacement,
    }
    record(by, "detail.judged", made, why=reason, facts=facts)
    return made
