"""Comments and suggestions on the draft, and how the reviewer answers them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.anchoring import AROUND, before, replaced
from findings.models import Remark, ReportSection
from findings.reconciling import plain
from findings.services.section import writable
from reviews.access import check
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed, locked

Answer = Remark.Answer


@transaction.atomic
def add(*, by: Any, section: ReportSection, kind: str, text: str = "", quote: str = "", words: str = "") -> Remark:
    """Say something about a section, or about words quoted from it; a suggestion says what should stand there instead."""
    check(by, "report.comment", section.review)
    if section.review.stage not in {Stage.DRAFTING, Stage.SIGN_OFF}:
        raise Refused("The report is not a draft any more, so nothing can be suggested for it now.")
    standing, quoted = locked(section), plain(quote)
    lead = before(standing.text, quoted)
    if quoted and replaced(standing.text, quoted, lead, "") is None:
        raise Refused("These words do not stand in the section: copy them from it as they are.")
    suggests = kind == Remark.Kind.SUGGESTION
    if suggests and not quoted:
        raise Refused("Copy the words from the section that your own should take the place of.")
    if suggests and plain(words).split() == quoted.split():
        raise Refused("Change the words: what you suggest is what stands there already.")
    if not suggests and not text.strip():
        raise Refused("Say what you have to say about it.")
    made = Remark.objects.create(
        section=section, kind=kind, on_version=standing.version, quote=quoted, lead=lead[-AROUND:], text=text,
        words=plain(words) if suggests else "", written_by=by,
    )  # fmt: skip
    record(by, "remark.added", made, facts={"section": section.key, "kind": kind, "passage": bool(quoted)})
    return made


@transaction.atomic
def answer(*, by: Any, remark: Remark, answer: str, reason: str = "") -> Remark:
    """Answer a remark. A suggestion that is accepted makes a version of the section, with the suggester's words and name."""
    writable(by, remark.review)
    standing = locked(remark)
    if standing.answer:
        raise Refused(f"This has been answered already: {standing.get_answer_display().lower()}.")
    if answer in {Answer.DECLINED, Answer.ANSWERED} and not reason.strip():
        raise Refused("Say why: whoever wrote it reads your answer.")
    values: dict[str, Any] = {
        "answer": answer, "reason": reason, "answered_by": by, "answered_on": timezone.localdate(),
    }  # fmt: skip
    if answer == Answer.ACCEPTED and standing.kind == Remark.Kind.SUGGESTION:
        why, text = f"Words suggested by {standing.written_by}", with_its_words(standing)
        made, _ = changed(standing.section, {"text": text}, by=by, why=why)
        values["made_version"] = made.version
    found, _ = changed(remark, values)
    record(by, f"remark.{answer}", found, why=reason, facts={"version": found.made_version})
    return found


def with_its_words(remark: Remark) -> str:
    """The section as it stands with the suggested words in place. Raises Refused where the quoted ones are gone."""
    text = replaced(locked(remark.section).text, remark.quote, remark.lead, remark.words)
    if text is None:
        raise Refused(
            "The passage has changed since this was suggested. Write it into the section yourself, and then answer it."
        )
    return plain(text)


@transaction.atomic
def withdraw(*, by: Any, remark: Remark) -> Remark:
    """Take back what one has said oneself and nobody has answered."""
    check(by, "report.comment", remark.review)
    if remark.written_by_id != by.pk:
        raise Refused("Only whoever wrote it can withdraw it.")
    if locked(remark).answer:
        raise Refused("This has been answered already, and stays on record.")
    found, _ = changed(remark, {"answer": Answer.WITHDRAWN})
    record(by, "remark.withdrawn", found)
    return found
