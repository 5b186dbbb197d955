"""Writing a section of the report: each save is a version that stays, and nobody's words go because somebody else wrote too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from findings.models import ReportSection
from findings.reconciling import Part, disputes, joined, plain, reconciled
from findings.referred import with_keys
from findings.services import unsaved
from findings.versions import text_at
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale, changed, locked


class Disputed(Stale):
    """Two people changed the same paragraph; `record` is the section as it is now."""

    def __init__(self, record: ReportSection) -> None:
        super().__init__(record)
        self.args = (
            "Somebody else changed the same words while you were writing. Nothing is lost: say below what shall stand.",
        )


def writable(by: Any, review: Review) -> None:
    """Pass while sections can be written, or raise Refused with why not."""
    check(by, "report.write", review)
    if review.stage != Stage.DRAFTING:
        raise Refused("The report is no longer being drafted. Ask the board chair to send it back first.")


def meeting(section: ReportSection, text: str, seen_version: int) -> tuple[Part, ...]:
    """What a text that was begun at an earlier version and the section as it stands are together."""
    return reconciled(text_at(section, seen_version), with_keys(section.review, plain(text)), section.text)


@transaction.atomic
def write(
    *,
    by: Any,
    section: ReportSection,
    text: str,
    seen_version: int | None = None,
    choices: Mapping[str, str] | None = None,
) -> ReportSection:
    """Write one section; gives it as it stands then.

    What others saved since `seen_version` is joined with `text` by paragraphs. Raises Disputed where both changed the same
    paragraph and `choices` (the dispute's key → "mine", "theirs" or "both") does not say what stands.
    """
    writable(by, section.review)
    standing, why = locked(section), ""
    said = with_keys(section.review, plain(text))
    if seen_version is not None and seen_version != standing.version:
        parts = meeting(standing, said, seen_version)
        if {each.key for each in disputes(parts)} - set(choices or {}):
            raise Disputed(standing)
        said, why = joined(parts, choices or {}), f"Joined with version {standing.version}"
    found, differing = changed(section, {"text": said}, by=by, why=why)
    unsaved.saved(found, by)
    if differing:
        facts = {"section": found.key, "words": len(said.split()), "version": found.version, "joined": bool(why)}
        record(by, "report.section_written", found, facts=facts)
    return found


@transaction.atomic
def put_back(*, by: Any, section: ReportSection, number: int) -> ReportSection:
    """Let an earlier version stand again, as a version of its own. Raises Refused where the section says that already."""
    writable(by, section.review)
    found, differing = changed(section, {"text": text_at(section, number)}, by=by, why=f"Version {number} put back")
    if not differing:
        raise Refused("The section says that already.")
    record(by, "report.section_put_back", found, facts={"section": found.key, "version": number})
    return found


@transaction.atomic
def opened(*, by: Any, section: ReportSection) -> None:
    """Keep on record that a section was read with real names."""
    check(by, "report.see", section.review)
    record(by, "report.section_read", section, facts={"section": section.key})
