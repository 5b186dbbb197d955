"""From a signed report to one that is public: plan, checklist, what stands in the way, publishing, and taking it down."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import BuiltReport, Publication, Report
from findings.models.publication import earliest_take_down
from findings.report_files import wanted
from findings.services.anonymity import Anonymised, anonymised
from findings.services.entering import enter, leave
from findings.services.product import called_in_with
from findings.services.report import latest_files, signatures, text_sha256
from reviews.access import check
from reviews.clocks import due, spoken
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Disclosure, Review
from reviews.services.disclosure import log
from reviews.services.events import record
from reviews.services.milestone import set_milestone
from scr_portal.lib.page_tags import moment
from scr_portal.lib.records import Refused, as_seen, changed, locked

# The lines of checklists that say a dated fact of the review, and that fact.
FACTS = {"statutory-copies": "statutory_copies_sent"}
COPIES, REPOSITORY, TAKE_DOWN = "statutory-copies", "repository", "take-down"


def of(report: Report) -> Publication:
    """What is planned about the publication of `report`; not saved while nobody has planned anything."""
    return Publication.objects.filter(report=report).first() or Publication(report=report)


def kept(report: Report) -> Publication:
    """The same as a row that can be changed."""
    return Publication.objects.get_or_create(report=report)[0]


@transaction.atomic
def plan(*, by: Any, report: Report, values: dict[str, Any], seen_version: int | None = None) -> Publication:
    """Set embargo, page for the website and the day to take it down. Raises Refused for a day that is too early."""
    check(by, "report.publish", report.review)
    found = kept(report)
    earliest = earliest_take_down(report.review, report.published_on or timezone.localdate())
    if values["take_down_on"] and values["take_down_on"] < earliest:
        raise Refused(f"It is kept public for a year at least: enter {spoken(earliest)} or a later day.")
    if report.published_on and values["embargo_until"] != found.embargo_until:
        raise Refused("The report is published already, so its embargo cannot be changed.")
    found, differing = changed(found, values, seen_version=seen_version)
    if found.take_down_on and TAKE_DOWN in {line.key for line in report.review.rules.checklist}:
        mark(by, report, TAKE_DOWN, timezone.localdate(), str(by), f"To be taken down on {spoken(found.take_down_on)}")
    record(by, "publication.planned", found, facts={"changed": differing})
    return found


@transaction.atomic
def tick(*, by: Any, report: Report, key: str, on: date, note: str, who: str = "", seen: str | None = None) -> Report:
    """Tick one line of the checklist: who did it and when; a copy that law asks for goes into the disclosure log.

    Raises Stale where somebody else ticked the line since a form with the stamp `seen` was opened.
    """
    check(by, "report.publish", report.review)
    line = next((line for line in report.review.rules.checklist if line.key == key), None)
    if line is None:
        raise Refused("That line is not on this review’s checklist.")
    if on > timezone.localdate():
        raise Refused("That day has not come yet: tick it when it has been done.")
    as_seen(locked(report).checklist.get(key, {}), seen)
    found = mark(by, report, key, on, who or str(by), note)
    if key in FACTS:
        set_milestone(report.review, FACTS[key], on, by)
    if key == COPIES:
        built = report.built.first()
        log(
            by, report.review, Disclosure.Kind.COPY, what="Report, before publication", to=line.label, on=on, power=line.citation,
            why="Copy before publication", sha256=built.sha256 if built else "",
        )  # fmt: skip
    record(by, "report.checked", found, why=note, facts={"line": key, "on": on})
    return found


def mark(by: Any, report: Report, key: str, on: date, who: str, note: str) -> Report:
    """Write one line of the checklist; a copy is remembered with the text that was sent."""
    said = {"by": by.pk, "name": str(by), "who": who, "on": on.isoformat(), "note": note}
    if key == COPIES:
        said["sha256"] = text_sha256(report)
    report.refresh_from_db(fields=["checklist"])
    return changed(report, {"checklist": {**report.checklist, key: said}})[0]


def obstacles(report: Report, today: date, made: Anonymised | None = None) -> list[str]:
    """Every sentence that stands between the report and its publication; empty when nothing does.

    `made` is the anonymised text where the caller has it already.
    """
    made = made or anonymised(report)
    review, found = report.review, []
    if left := len(made.leftovers):
        found.append(f"{left} places could identify somebody and are not decided yet.")
    signed = signatures(report, made.sha256)
    found += [
        f"The {name} reader has not signed the text as it stands."
        for order, name in ((1, "first"), (2, "second"))
        if order not in signed
    ]
    found += [*unbuilt(report, made), *unticked(report, today)]
    embargo = of(report).embargo_until
    if embargo and embargo > timezone.now():
        found.append(f"It is under embargo until {moment(embargo)}.")
    move = REVIEW_LIFECYCLE.move("publish")
    if (sentence := move.obstacle(review)) and not found:
        found.append(sentence)
    return found


def unbuilt(report: Report, made: Anonymised) -> list[str]:
    """The files that are missing, of another text, or not clean."""
    files, found = latest_files(report), []
    for kind in wanted(made):
        built, label = files.get(kind), BuiltReport.Format(kind).label
        if built is None or built.text_sha256 != made.sha256:
            found.append(f"The {label} file has not been built from the text as it stands.")
        elif built.suspicions:
            found.append(
                f"The scan of the {label} file found {len(built.suspicions)} places that could identify somebody."
            )
    return found


def unticked(report: Report, today: date) -> list[str]:
    """What of the publication checklist is not done, or was done too short a time ago."""
    review, found = report.review, []
    for line in review.rules.checklist:
        ticked = report.checklist.get(line.key)
        if ticked is None and line.hold:
            found.append(f"Not ticked yet: {line.label}.")
        elif ticked and line.min_working_days:
            earliest = may_follow(review, line, date.fromisoformat(ticked["on"]))
            if today < earliest:
                found.append(f"{line.label}: publication may follow on {spoken(earliest)} at the earliest.")
    return found


def may_follow(review: Review, line: Any, on: date) -> date:
    """The first day of publication after a line was done on a day."""
    return due(on, length=line.min_working_days, unit="working_days", calendar=review.rules.calendar)


@transaction.atomic
def publish(*, by: Any, report: Report) -> Report:
    """Publish the built files. Raises Refused with the first obstacle."""
    check(by, "report.publish", report.review)
    today, made = timezone.localdate(), anonymised(report)
    if sentences := obstacles(report, today, made):
        raise Refused(sentences[0])
    review = REVIEW_LIFECYCLE.advance(report.review, "publish", by=by)
    found, _ = changed(report, {"published_on": today})
    files = [report.built.filter(format=kind).latest("pk") for kind in wanted(made)]
    for built in files:
        built.published = True
        built.save(update_fields=["published"])
        what = f"Report ({built.format})"
        log(by, review, Disclosure.Kind.PUBLICATION, what=what, to="The public", why="Publication", sha256=built.sha256)
    planned, earliest = kept(report), earliest_take_down(review, today)
    if planned.take_down_on is None or planned.take_down_on < earliest:
        changed(planned, {"take_down_on": earliest})
    set_milestone(review, "published", today, by)
    enter(by, found, made)
    record(by, "report.published", found, facts={built.format: built.sha256 for built in files})
    return found


@transaction.atomic
def withhold(*, by: Any, report: Report, reason: str, instead: str, approved_by: str, approved_on: date) -> Report:
    """Record that the report is not published, why, who approved that, and what the public reads instead."""
    check(by, "report.publish", report.review)
    if approved_on > timezone.localdate():
        raise Refused("That day has not come yet: record it when it has been approved.")
    REVIEW_LIFECYCLE.advance(report.review, "withhold", by=by)
    changed(kept(report), {"instead": instead, "approved_by": approved_by, "approved_on": approved_on})
    found, _ = changed(report, {"not_published_reason": reason})
    record(by, "report.withheld", found, why=reason, facts={"approved_by": approved_by, "on": approved_on})
    return found


@transaction.atomic
def take_down(*, by: Any, report: Report, on: date, why: str, urgent: bool) -> Publication:
    """Record that the report was taken down. Before its time only because somebody can be found in it (`urgent`)."""
    check(by, "report.publish", report.review)
    if report.published_on is None:
        raise Refused("The report is not published, so there is nothing to take down.")
    found = kept(report)
    if found.taken_down_on is not None:
        raise Refused(f"It was taken down on {spoken(found.taken_down_on)} already.")
    if not report.published_on <= on <= timezone.localdate():
        raise Refused("Enter the day on which it was taken down: after its publication, and not to come.")
    if on < (earliest := earliest_take_down(report.review, report.published_on)) and not urgent:
        raise Refused(
            f"It is kept public until {spoken(earliest)}. Take it down before only if somebody can be found in it, and say so."
        )
    found, _ = changed(found, {"taken_down_on": on, "taken_down_why": why})
    set_milestone(report.review, "taken_down", on, by)
    leave(report, why)
    learning = called_in_with(by, report, why)
    facts = {"on": on, "urgent": urgent, "learning_withdrawn": learning}
    record(by, "publication.taken_down", found, why=why, facts=facts)
    return found


@transaction.atomic
def deposit(*, by: Any, report: Report, on: date, reference: str) -> Publication:
    """Record that the published report lies in the national library, and under which reference."""
    check(by, "report.publish", report.review)
    if report.published_on is None or not report.published_on <= on <= timezone.localdate():
        raise Refused("Enter the day on which it was deposited: after its publication, and not to come.")
    found, _ = changed(kept(report), {"deposited_on": on, "deposited_ref": reference})
    if line := next((line for line in report.review.rules.checklist if line.key == REPOSITORY), None):
        mark(by, report, REPOSITORY, on, str(by), reference)
        log(
            by, report.review, Disclosure.Kind.PUBLICATION, what="Published report", to=line.label, on=on, why="Deposit"
        )
    record(by, "publication.deposited", found, facts={"on": on, "reference": reference})
    return found


@transaction.atomic
def taken(*, by: Any, report: Report, what: str, content: bytes) -> None:
    """Keep on record that `by` takes the page for the website, or the pack for the library; call it before it is handed out."""
    check(by, "report.publish", report.review)
    record(by, f"publication.{what}_taken", report, facts={"sha256": hashlib.sha256(content).hexdigest()})
