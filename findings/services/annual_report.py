"""The yearly report: begun, written, made, decided about, approved, published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from findings.lifecycle import ANNUAL_LIFECYCLE, AnnualStatus
from findings.models import AnnualBuild, AnnualPart, AnnualReport, AnonymityDecision
from findings.services import report_build as progress
from findings.services import unsaved
from findings.services.board_pack import put_in
from findings.services.product import decided
from findings.versions import text_at
from reviews import regimes
from reviews.access import check
from reviews.models import Board, Review
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, changed, locked


@transaction.atomic
def begin(*, by: Any, board: Board, year: int, regime: str) -> AnnualReport:
    """Begin the report of a year under the board's newest rule set of a regime, with the sections that its law asks for."""
    check(by, "annual_report.write", board)
    stamp = next((each for each in board.regimes if each.partition("@")[0] == regime), None)
    if stamp is None:
        raise Refused("Choose one of the board’s own regimes.")
    locked(board)
    if AnnualReport.objects.filter(board=board, year=year, regime=regime).exists():
        raise Refused("It has been begun already: open it in the list below.")
    found = AnnualReport.objects.create(board=board, year=year, regime=regime, rule_set=stamp, begun_by=by)
    for order, line in enumerate(regimes.get(stamp).annual.sections, start=1):
        AnnualPart.objects.create(report=found, key=line.key, title=line.title, order=order)
    record(by, "annual_report.begun", found, facts={"year": year, "rule_set": stamp})
    return found


def writable(by: Any, report: AnnualReport) -> AnnualReport:
    """The report, locked while it can be written, or Refused with why not."""
    check(by, "annual_report.write", report)
    found = locked(report)
    if found.status != AnnualStatus.DRAFT:
        raise Refused("It is not being written now. Have it sent back, or write it anew, before you change it.")
    return found


@transaction.atomic
def write(*, by: Any, part: AnnualPart, text: str, seen_version: int | None = None) -> AnnualPart:
    """Write one section; what was typed before stays as a version."""
    writable(by, part.report)
    said = text.replace("\r\n", "\n").strip()
    found, differing = changed(part, {"text": said, "written_by": by}, seen_version=seen_version, by=by)
    unsaved.saved(found, by)
    facts = {"part": found.key, "words": len(said.split()), "changed": "text" in differing}
    record(by, "annual_report.part_written", found, facts=facts)
    return found


@transaction.atomic
def put_back(*, by: Any, part: AnnualPart, number: int) -> AnnualPart:
    """Let an earlier version stand again, as a version of its own. Raises Refused where the section says that already."""
    writable(by, part.report)
    values = {"text": text_at(part, number), "written_by": by}
    found, differing = changed(part, values, by=by, why=f"Version {number} put back")
    if "text" not in differing:
        raise Refused("The section says that already.")
    record(by, "annual_report.part_put_back", found, facts={"part": found.key, "version": number})
    return found


@transaction.atomic
def ask_build(*, by: Any, report: AnnualReport) -> AnnualBuild:
    """Have it made once this stands. Raises Refused while that is under way already."""
    found = writable(by, report)
    last = found.builds.first()
    if last is not None and last.running:
        raise Refused("It is being made already. This page shows how far it is.")
    made = AnnualBuild.objects.create(report=found, asked_by=by)
    record(by, "annual_report.build_asked", found)
    later("findings.tasks.make_annual_report", made.pk)
    return made


@transaction.atomic
def keep(
    *, by: Any, build: AnnualBuild, content: dict[str, Any], left: Sequence[dict[str, Any]],
    files: Mapping[str, bytes], suspicions: Sequence[dict[str, str]],
) -> AnnualBuild:  # fmt: skip
    """Keep what was made: its words, the places that nobody has decided about, and files where there is no such place.

    One that had ended before stays as it is: somebody may have approved its files since.
    """
    check(by, "annual_report.write", build.report)
    ended = progress.end(build.pk, AnnualBuild)
    found = AnnualBuild.objects.select_for_update().get(pk=build.pk)
    if not ended:
        return found
    found.content, found.left = content, [*left]
    put_in(found, files, suspicions)
    facts = {"left": len(left), "found": len(suspicions), "docx": found.docx_sha256, "pdf": found.pdf_sha256}
    record(by, "annual_report.made", found.report, facts=facts)
    return found


@transaction.atomic
def settle(
    *, by: Any, build: AnnualBuild, place: int, choice: str, replacement: str, reason: str = ""
) -> AnonymityDecision:
    """Decide what stands for words that could tell of somebody, in all that is made from the report of their review."""
    writable(by, build.report)
    held = AnnualBuild.objects.select_for_update().get(pk=build.pk)
    asked = held.left[place]
    if asked.get("decided"):
        raise Refused("That is decided already. Make the report again to see it.")
    review = Review.objects.select_related("board").get(pk=asked["review"])
    check(by, "report.anonymise", review)
    kept = decided(by, review, asked["text"], asked["kind"], choice, replacement, reason)
    alike = (asked["review"], asked["text"].casefold())
    held.left = [
        {**each, "decided": True} if (each["review"], each["text"].casefold()) == alike else each for each in held.left
    ]
    held.save(update_fields=["left"])
    record(by, "annual_report.decided", kept, why=reason, facts={"choice": choice, "kind": kept.kind})
    return kept


def obstacles(report: AnnualReport, build: AnnualBuild | None) -> list[str]:
    """Every sentence that stands between the report as it was last made and its approval."""
    wanted = {line.key for line in report.rules.annual.sections if line.required}
    parts = [*report.parts.all()]
    found = [f"“{part.title}” is not written yet." for part in parts if part.key in wanted and not part.text]
    if build is None or not build.finished_at or build.trouble:
        return [*found, "The report has not been made yet: make it, and read it through."]
    if any(each.changed_at > build.asked_at for each in (*parts, *report.statements.all())):
        found.append("Something was written since the report was made: make it again.")
    if build.left and not build.undecided:
        found.append("All words are decided: make the report again.")
    if build.undecided:
        found.append(f"Words that could tell of somebody are not decided yet: {build.undecided}.")
    if build.suspicions:
        found.append(f"Places in the files that could name somebody, by their scan: {len(build.suspicions)}.")
    return found


@transaction.atomic
def approve(*, by: Any, report: AnnualReport, note: str) -> AnnualReport:
    """Approve the report as it was last made. Raises Refused with the first obstacle, and to whoever wrote in it."""
    check(by, "annual_report.approve", report)
    if report.parts.filter(written_by=by).exists():
        raise Refused("You have written in it: somebody else has to approve it.")
    found = ANNUAL_LIFECYCLE.advance(report, "approve", by=by)
    build: Any = found.builds.first()
    if sentences := obstacles(found, build):
        raise Refused(sentences[0])
    found, _ = changed(found, {"approved_by": by, "approved_on": timezone.localdate()}, by=by, why=note)
    tell(found, build)
    record(by, "annual_report.approved", found, why=note, facts={"build": build.pk, "docx": build.docx_sha256})
    return found


def tell(report: AnnualReport, build: AnnualBuild) -> None:
    """Write to whoever publishes it that it was approved."""
    link, board = settings.SITE_URL + reverse("findings.annual_report.show", args=[report.pk]), report.board
    for person in officers(board, "manager"):
        message.queue(
            key=f"annual:{build.pk}:approved:{person.pk}", kind="annual_report", about=f"board-{board.pk}", to=person,
            subject=f"{board}: the annual report is approved", text=f"It can be published now: {link}{message.FOOT}", board=board,
        )  # fmt: skip


def reopened(by: Any, report: AnnualReport, verb: str, why: str) -> AnnualReport:
    """Back to writing, within the verb that calls this."""
    found = ANNUAL_LIFECYCLE.advance(report, verb, by=by)
    found, _ = changed(found, {"approved_by": None, "approved_on": None}, by=by, why=why)
    return found


@transaction.atomic
def send_back(*, by: Any, report: AnnualReport, why: str) -> AnnualReport:
    """Send an approved report back to be written."""
    check(by, "annual_report.approve", report)
    found = reopened(by, report, "send_back", why)
    record(by, "annual_report.sent_back", found, why=why)
    return found


@transaction.atomic
def publish(*, by: Any, report: AnnualReport) -> AnnualReport:
    """Publish the files that were approved: from then on everybody of the board reads them here."""
    found = ANNUAL_LIFECYCLE.advance(report, "publish", by=by)
    build: Any = found.builds.first()
    build.published_on = timezone.localdate()
    build.save(update_fields=["published_on"])
    record(by, "annual_report.published", found, facts={"docx": build.docx_sha256, "pdf": build.pdf_sha256})
    return found


@transaction.atomic
def revise(*, by: Any, report: AnnualReport, why: str) -> AnnualReport:
    """Write a published report anew; readers keep what was published until the next is."""
    check(by, "annual_report.write", report)
    found = reopened(by, report, "revise", why)
    record(by, "annual_report.revised", found, why=why)
    return found


@transaction.atomic
def taken(*, by: Any, build: AnnualBuild, kind: str) -> AnnualBuild:
    """Keep on record that a file of the report was taken."""
    check(by, "board.see" if build.published_on else "annual_report.see", build.report)
    facts = {"format": kind, "sha256": getattr(build, f"{kind}_sha256")}
    record(by, "annual_report.taken", build.report, facts=facts)
    return build
