"""What a letter can merge in about a review: each field's value as far as it is known."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from reviews.decision_content import labelled
from reviews.kinship import together
from reviews.models import Challenge, Decision, Letter, Letterhead, Person, Review
from reviews.policy import Role
from reviews.regimes.shapes import MERGE_FIELDS
from scr_portal.lib import merging
from scr_portal.lib.page_tags import day

# Letters about what one agency was asked for. Other letters to an agency have other days and lead elsewhere.
OF_A_REQUEST = frozenset({"information-request", "reminder", "escalation", "extension"})


def values(review: Review, *, key: str, recipient: str, to: str, agency: Any, by: Any) -> dict[str, str]:
    """The merge fields of the letter `key` to `recipient`, by name; a field whose value is not known is empty or missing."""
    chair = review.board.memberships.active().filter(role=Role.BOARD_CHAIR).select_related("user").first()
    rules = review.rules
    return {
        "today": day(timezone.localdate()), "reference": review.ref, "board": review.board.name, "recipient": recipient,
        "agency": str(agency or ""), "person": person(review, to), "review_type": rules.review_type, "decider": rules.decider,
        "power": rules.request_power.sentence, "national_body": rules.national_body.name, "support": review.board.support_text,
        "chair": str(chair.user) if chair else "", "sender": ", ".join(filter(None, (str(by), by.job_title))),
        "sender_contact": by.email, "link": settings.SITE_URL + reverse("overview", args=[review.ref]), **happened(review), **decided(review),
        **challenged(review), **(asked(review, agency) if key in OF_A_REQUEST else {}),
    }  # fmt: skip


def person(review: Review, to: str) -> str:
    """Whom the review is about: each by name to the family, by the review's title to everybody else."""
    subjects = review.people.filter(part=Person.Part.SUBJECT) if to == "family" else ()
    return together(subject.real_name for subject in subjects) or review.title


def happened(review: Review) -> dict[str, str]:
    """Dates, meetings and what runs beside."""
    dates = {each.event: day(each.happened_on) for each in review.milestones.all()}
    referral, meeting = getattr(review, "referral", None), review.meetings.filter(finished_on=None).first()
    held = [f"{each} ({each.process.named})" for each in review.restrictions_standing]
    where = ", ".join(filter(None, (str(meeting), meeting.starts_at, meeting.place))) if meeting else ""
    return {
        "received_on": dates.get("referral_received", ""), "incident_date": day(referral.happened_on) if referral else "",
        "restrictions": "; ".join(held) or "none asked for so far", "meeting": where,
    }  # fmt: skip


def decided(review: Review) -> dict[str, str]:
    """The decision, where there is one, and how each criterion was answered."""
    found: Decision | None = review.decisions.filter(decided_on__isnull=False).exclude(outcome="withdrawn").first()
    names = {known.key: known.label for known in review.rules.criteria}
    answers = [
        f"{names.get(each.criterion, each.criterion)}: {each.get_answer_display()}"
        for each in review.criterion_answers.all()
    ]
    said = {"criteria": "; ".join(answers)}
    if found is None:
        return said
    return {
        **said,
        "decided_on": day(found.decided_on),
        "decision": labelled(review, found.outcome),
        "reasons": found.rationale,
    }


def challenged(review: Review) -> dict[str, str]:
    """How the last challenge that was answered was answered."""
    answered = Challenge.objects.filter(decision__review=review, answered_on__isnull=False)
    found = answered.order_by("answered_on", "pk").last()
    if found is None:
        return {}
    return {
        "challenge_answered_on": day(found.answered_on),
        "challenge_answer": found.get_answer_display(),
        "challenge_reasons": found.answer_reason,
    }


def asked(review: Review, agency: Any) -> dict[str, str]:
    """What an agency was last asked for, where it answers, and what was said when it wished for more time."""
    requests: Any = review.requests
    found = requests.filter(agency=agency).order_by("round", "pk").last() if agency else None
    if found is None:
        return {}
    given = found.extensions.exclude(answer="").first()
    period = " to ".join(day(each) for each in (found.period_from, found.period_to) if each)
    questions = "; ".join(f"{each.number}. {each.text}" for each in found.questions.order_by("number"))
    return {
        "due_on": day(found.due_on), "return_kind": found.get_wanted_display(), "period": period or "not limited",
        "questions": questions or "none beside the return itself", "extension_reasons": given.answer_reason if given else "",
        "link": settings.SITE_URL + reverse("agencies.request.show", args=[found.pk]),
    }  # fmt: skip


def document(letter: Letter) -> bytes:
    """The letter as a Word document on the board's letterhead. Raises Refused where the letterhead cannot be filled in."""
    own = Letterhead.of(letter)
    if own is not None:
        with own.file.open("rb") as file:
            head = file.read()
    else:
        head = merging.usual()
    said = values(
        letter.review,
        key=letter.key,
        recipient=letter.recipient,
        to=letter.to,
        agency=letter.agency,
        by=letter.written_by,
    )
    shown = {
        **dict.fromkeys(MERGE_FIELDS, ""),
        **said,
        "subject": letter.subject,
        "body": letter.text,
        "address": letter.address,
    }
    return merging.filled(head, shown)
