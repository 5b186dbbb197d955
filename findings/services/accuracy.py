"""The round of factual accuracy: agencies check the passages that concern them before the report is signed off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Request
from findings import passages
from findings.models import AccuracyComment, AccuracyInvitation, AccuracyPassage, AccuracyRound, Report
from findings.services.anonymity import covering
from reviews.access import check
from reviews.clocks import Unit, due
from reviews.models import Disclosure, Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.disclosure import log
from reviews.services.events import record
from reviews.services.milestone import set_milestone
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed, locked


def proposed_day(review: Review, today: date) -> date:
    """The day by which agencies answer, by the rule set's clock for challenges; else seven working days."""
    rules = review.rules
    clock = next((clock for clock in rules.clocks if clock.key == "challenge"), None)
    length, unit = (clock.length, clock.unit) if clock else (7, "working_days")
    return due(today, length=length, unit=cast(Unit, unit), calendar=rules.calendar)


@transaction.atomic
def begin(*, by: Any, report: Report, requests: Sequence[Request], due_on: date, note: str = "") -> AccuracyRound:
    """Prepare a round; each agency's passages are proposed from what names it or its people. Nothing is sent yet."""
    check(by, "accuracy.run", report.review)
    if report.review.stage != Stage.DRAFTING:
        raise Refused("Passages are checked while the report is drafted: ask the board to send it back first.")
    if AccuracyRound.objects.filter(report=report, closed_on__isnull=True).exists():
        raise Refused("A round of factual accuracy is open already: close it before you begin another.")
    if due_on < timezone.localdate():
        raise Refused("That day has passed: choose a day by which the agencies can answer.")
    if not requests or any(request.review_id != report.review_id for request in requests):
        raise Refused("Choose at least one agency of this review.")
    made = AccuracyRound.objects.create(report=report, due_on=due_on, note=note, opened_by=by)
    everything = passages.paragraphs(report)
    for request in requests:
        proposed = passages.concerning(request.agency, report, everything)
        AccuracyInvitation.objects.create(
            round=made, request=request, chosen=[[each.section, each.number] for each in proposed]
        )
    record(by, "accuracy.begun", made, facts={"due": due_on, "requests": [request.pk for request in requests]})
    return made


@transaction.atomic
def choose(
    *, by: Any, invitation: AccuracyInvitation, chosen: Iterable[str], seen_version: int | None = None
) -> AccuracyInvitation:
    """Say which paragraphs an agency will see; `chosen` are keys of paragraphs ("analysis-3").

    Raises Stale where somebody else chose since the form was opened.
    """
    check(by, "accuracy.run", invitation.review)
    if invitation.round.sent_on is not None:
        raise Refused("The passages have been sent: what an agency was shown stays as it was.")
    wanted = set(chosen)
    known = [each for each in passages.paragraphs(invitation.round.report) if each.key in wanted]
    found, _ = changed(
        invitation, {"chosen": [[each.section, each.number] for each in known]}, seen_version=seen_version
    )
    record(by, "accuracy.chosen", found, facts={"passages": len(known)})
    return found


@transaction.atomic
def send(*, by: Any, round: AccuracyRound) -> AccuracyRound:
    """Show each agency its passages as they stand, names covered, and tell its people by e-mail."""
    check(by, "accuracy.run", round.review, deed="passages.send")
    if locked(round).sent_on is not None:
        raise Refused("The passages have been sent already.")
    invitations = list(round.invitations.select_related("request__agency"))
    if empty := [each.request.agency.label for each in invitations if not each.chosen]:
        raise Refused(f"Choose the passages that {', '.join(empty)} should see, or begin again without that agency.")
    cover, standing = covering(round.review), {}
    for each in passages.paragraphs(round.report):
        standing[(each.section, each.number)] = each.text
    sections = {section.key: section for section in round.report.sections.all()}
    for invitation in invitations:
        places = [(key, number) for key, number in invitation.chosen if (key, number) in standing]
        for key, number in places:
            shown = cover(standing[(key, number)])
            AccuracyPassage.objects.create(invitation=invitation, section=sections[key], text=shown)
        tell(invitation)
    today = timezone.localdate()
    found, _ = changed(round, {"sent_on": today})
    set_milestone(round.review, "draft_shared", today, by)
    for asked in invitations:
        what, to = f"Passages of the draft report ({len(asked.chosen)})", asked.request.agency.label
        log(by, round.review, Disclosure.Kind.PASSAGES, what=what, to=to, why="Check of factual accuracy")
    record(by, "accuracy.sent", found, facts={"agencies": [each.request.agency_id for each in invitations]})
    return found


def tell(invitation: AccuracyInvitation) -> None:
    """Tell an agency's leads that passages wait for them: a link and a reference, nothing of the case."""
    review, day = invitation.review, invitation.round.due_on
    link = settings.SITE_URL + reverse("findings.accuracy.answer", args=[invitation.pk])
    leads = invitation.request.agency.people.filter(
        is_active=True, memberships__role=Role.AGENCY_LEAD, memberships__board=review.board_id
    )
    for lead in leads.distinct():
        message.queue(
            key=f"accuracy:{invitation.pk}:{lead.pk}",
            kind="accuracy",
            subject=f"{review.board}: passages to check, {review.ref}",
            text=f"Your agency is asked to check passages of the draft report in {review.ref}, by {day.day} {day:%B %Y}.\n\n"
            f"Sign in to read them: {link}{message.FOOT}",
            to=lead,
            board=review.board,
            about=f"accuracy:{invitation.pk}",
        )


def writable(by: Any, invitation: AccuracyInvitation) -> None:
    """Pass while the agency may say something about its passages, or raise Refused with why not."""
    check(by, "accuracy.answer", invitation.request)
    standing = locked(invitation.round)
    if standing.sent_on is None or standing.closed_on is not None:
        raise Refused("This round of factual accuracy is closed: write to the board’s business manager instead.")


@transaction.atomic
def comment(*, by: Any, passage: AccuracyPassage, kind: str, text: str, evidence: str = "") -> AccuracyComment:
    """Say what is wrong with a passage, and where the evidence is."""
    writable(by, passage.invitation)
    made = AccuracyComment.objects.create(passage=passage, kind=kind, text=text, evidence=evidence, written_by=by)
    record(by, "accuracy.commented", made, facts={"kind": kind})
    return made


@transaction.atomic
def finish(*, by: Any, invitation: AccuracyInvitation) -> AccuracyInvitation:
    """The agency has read its passages and said what it had to say."""
    writable(by, invitation)
    if locked(invitation).answered_on is not None:
        raise Refused("Your agency has answered already; you can still add a comment until the round is closed.")
    found, _ = changed(invitation, {"answered_on": timezone.localdate(), "answered_by": by})
    said = AccuracyComment.objects.filter(passage__invitation=found).count()
    record(by, "accuracy.answered", found, facts={"comments": said})
    return found


@transaction.atomic
def decide(
    *, by: Any, comment: AccuracyComment, decision: str, reason: str, seen_version: int | None = None
) -> AccuracyComment:
    """Decide a comment, with the reason; deciding it again settles a dispute about it.

    Raises Stale where it was decided, or disputed, since the form was opened.
    """
    check(by, "accuracy.run", comment.review)
    if locked(comment.passage.invitation.round).closed_on is not None:
        raise Refused("This round is closed, and its decisions stand. Begin another round if something has changed.")
    if not reason.strip():
        raise Refused("Say why: the agency reads your reason.")
    values = {"decision": decision, "reason": reason, "decided_by": by, "decided_on": timezone.localdate()}
    found, _ = changed(comment, {**values, "dispute": ""}, seen_version=seen_version)
    record(by, "accuracy.decided", found, why=reason, facts={"decision": decision})
    return found


@transaction.atomic
def stand_by(*, by: Any, comment: AccuracyComment, words: str) -> AccuracyComment:
    """The agency disputes the decision; its words go into the report's addendum unless it is settled."""
    writable(by, comment.passage.invitation)
    if locked(comment).decision not in {AccuracyComment.Decision.IN_PART, AccuracyComment.Decision.NOT_ACCEPTED}:
        raise Refused("There is nothing to dispute: this comment was accepted, or is not decided yet.")
    found, _ = changed(comment, {"dispute": words})
    record(by, "accuracy.disputed", found)
    return found


@transaction.atomic
def close(*, by: Any, round: AccuracyRound) -> AccuracyRound:
    """End the round once every comment is decided; disputes that stand go into the addendum."""
    check(by, "accuracy.run", round.review)
    if locked(round).closed_on is not None:
        raise Refused("This round is closed already.")
    comments = AccuracyComment.objects.filter(passage__invitation__round=round)
    if left := comments.filter(decision="").count():
        raise Refused(f"{left} comment{' is' if left == 1 else 's are'} not decided yet: decide each one first.")
    today = timezone.localdate()
    found, _ = changed(round, {"closed_on": today})
    set_milestone(round.review, "challenge_closed", today, by)
    record(by, "accuracy.closed", found, facts={"disputes": comments.exclude(dispute="").count()})
    return found
