"""Findings and the evidence that they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from agencies.models import Entry, ImrSection
from agencies.services.hold import on_hold
from findings.models import Evidence, Finding
from reviews.access import check
from reviews.models import Contribution, Review
from reviews.services.events import record
from reviews.stages import RELEASED, Stage
from scr_portal.lib.records import Refused, changed

MANY = ("lines_of_enquiry", "themes")


def writable(by: Any, review: Review) -> None:
    """Pass while findings can change, or raise Refused with why not."""
    check(by, "finding.write", review)
    if review.stage not in RELEASED:
        raise Refused("Findings begin when the merged chronology has been released.")
    if review.stage not in {Stage.ANALYSIS, Stage.DRAFTING}:
        raise Refused(
            "The report is with the board, so its findings stay as they are. Ask for it to be sent back first."
        )


def judged_with_reason(values: dict[str, Any]) -> None:
    """Pass unless a part in the outcome is judged without saying why."""
    if values.get("outcome") and not values.get("outcome_why", "").strip():
        raise Refused("Say why you judge its part in the outcome so.")


@transaction.atomic
def add(*, by: Any, review: Review, values: dict[str, Any]) -> Finding:
    """Write a finding under the next number."""
    writable(by, review)
    judged_with_reason(values)
    plain = {name: value for name, value in values.items() if name not in MANY}
    number = (review.findings.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Finding.objects.create(review=review, number=number, written_by=by, **plain)
    for name in MANY:
        getattr(made, name).set(values.get(name, ()))
    record(by, "finding.written", made, facts={"number": number})
    return made


@transaction.atomic
def write(*, by: Any, finding: Finding, values: dict[str, Any], seen_version: int | None = None) -> Finding:
    """Change a finding."""
    writable(by, finding.review)
    judged_with_reason(values)
    plain = {name: value for name, value in values.items() if name not in MANY}
    found, differing = changed(finding, plain, seen_version=seen_version)
    for name in MANY:
        if name in values:
            getattr(found, name).set(values[name])
    record(by, "finding.changed", found, facts={"number": found.number, "fields": differing})
    return found


@transaction.atomic
def rest_on(
    *, by: Any, finding: Finding, entries: Sequence[Entry] = (), sections: Sequence[ImrSection] = (),
    contributions: Sequence[Contribution] = (), note: str = "",
) -> Finding:  # fmt: skip
    """Let a finding rest on entries, passages and words of the same review; what it rests on already is passed over.

    Raises Refused when it rests on all of it already, and for words which those who gave them did not agree to.
    """
    writable(by, finding.review)
    belonging(finding, entries, sections, contributions)
    held = finding.evidence.filter(removed=False)
    known: set[tuple[int | None, int | None, int | None]] = set(
        held.values_list("entry_id", "imr_section_id", "contribution_id")
    )
    new = [Evidence(entry=entry) for entry in entries if (entry.pk, None, None) not in known]
    new += [Evidence(imr_section=section) for section in sections if (None, section.pk, None) not in known]
    new += [Evidence(contribution=said) for said in contributions if (None, None, said.pk) not in known]
    if not new:
        raise Refused("This finding rests on that already.")
    for evidence in new:
        evidence.finding, evidence.note, evidence.added_by = finding, note, by
        evidence.save(force_insert=True)
    facts = {
        "entries": [each.entry_id for each in new if each.entry_id],
        "sections": [each.imr_section_id for each in new if each.imr_section_id],
        "contributions": [each.contribution_id for each in new if each.contribution_id],
    }
    record(by, "evidence.added", finding, facts=facts, sealed=on_hold(entries))
    return finding


def belonging(
    finding: Finding, entries: Sequence[Entry], sections: Sequence[ImrSection], contributions: Sequence[Contribution]
) -> None:
    """Pass when all of it is of the finding's review, and whoever gave words agreed that they are used."""
    reviews = {each.review_id for each in entries} | {each.imr.request.review_id for each in sections}
    if (reviews | {each.person.review_id for each in contributions}) - {finding.review_id}:
        raise Refused("That evidence belongs to another review.")
    if wanting := next((each for each in contributions if not each.usable), None):
        raise Refused(f"{wanting.person.pseudonym} has not agreed that these words are used: ask them first.")


@transaction.atomic
def no_longer_rests_on(*, by: Any, evidence: Evidence) -> Evidence:
    """Take one piece of evidence off a finding; it stays on record as removed."""
    writable(by, evidence.finding.review)
    found, _ = changed(evidence, {"removed": True})
    facts = {"entry": found.entry_id, "section": found.imr_section_id, "contribution": found.contribution_id}
    record(by, "evidence.removed", found.finding, facts=facts, sealed=on_hold([found.entry] if found.entry else []))
    return found
