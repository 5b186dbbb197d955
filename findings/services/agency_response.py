"""What agencies answer to the recommendations addressed to them, and the board's judgement of each answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, User
from findings.models import AgencyResponse, Recommendation, Response, ResponseJudgement
from findings.models.agency_response import OF_AN_ANSWER, OF_SILENCE, Verdict
from findings.models.recommendation import ANSWERABLE
from reviews.access import check
from reviews.clocks import spoken
from reviews.models import Review
from reviews.policy import Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import Refused, Stale, changed, locked

KIND = "response"
NOT_NOW = "Recommendations are answered once the report has been signed off, until the review is closed."


def answerable(review: Review) -> None:
    """Pass while recommendations of a review can be answered, or raise Refused with when they can."""
    if review.stage not in ANSWERABLE:
        raise Refused(NOT_NOW)


@transaction.atomic
def ask(*, by: Any, review: Review, due_on: date) -> list[Agency]:
    """Ask every agency for its answer to what is addressed to it, by a day; those that have not answered get the new day.

    Gives the agencies that were asked. Raises Refused where all have answered or were asked by that day already.
    """
    check(by, "response.ask", review)
    answerable(review)
    today = timezone.localdate()
    if due_on < today:
        raise Refused("That day has passed: choose a day by which the agencies can answer.")
    asked: dict[int, Agency] = {}
    for recommendation in review.recommendations.prefetch_related("agencies"):
        for agency in recommendation.agencies.all():
            found, _ = AgencyResponse.objects.get_or_create(recommendation=recommendation, agency=agency)
            if not found.answers and found.due_on != due_on:
                changed(found, {"asked_on": today, "due_on": due_on, "asked_by": by})
                asked[agency.pk] = agency
    if not asked:
        raise Refused("Every agency has answered, or was asked to answer by that day already.")
    for agency in asked.values():
        tell(review, agency, due_on)
    record(by, "response.asked", review, facts={"agencies": sorted(asked), "due": due_on})
    return [*asked.values()]


def answering(review: Review, agency: Agency) -> list[User]:
    """Who answers for an agency: its leads and senior people; the business manager is told of one that has neither."""
    held = review.board.memberships.active().filter(role__in=(Role.AGENCY_LEAD, Role.AGENCY_SENIOR))
    people = User.objects.filter(pk__in=held.filter(user__agency=agency).values("user")).order_by("pk")
    return [*people] or officers(review.board, "manager")


def tell(review: Review, agency: Agency, due_on: date) -> None:
    """Queue the letters that ask an agency: a link and a reference, nothing of the case."""
    said = f"Your agency is asked to answer recommendations of {review.ref} by {spoken(due_on)}."
    write(review, answering(review, agency), f"{agency.pk}:{due_on}:asked", "recommendations to answer", said)


def write(review: Review, people: Iterable[Any], key: str, subject: str, said: str) -> int:
    """Queue one letter to each of `people` about the answers of a review; gives how many are new."""
    link = settings.SITE_URL + reverse("findings.agency_response.list")
    return sum(
        message.queue(
            key=f"response:{review.pk}:{key}:{person.pk}", kind=KIND, about=f"review-{review.pk}", to=person,
            subject=f"{review.board}: {subject}, {review.ref}", text=f"{said}\n\nSign in to read them: {link}{message.FOOT}",
            board=review.board,
        )
        for person in people
    )  # fmt: skip


@transaction.atomic
def give(
    *,
    by: Any,
    recommendation: Recommendation,
    answer: str,
    reason: str = "",
    undertaking: str = "",
    seen_version: int | None = None,
) -> AgencyResponse:
    """The agency's answer, asked for or not; a later one takes the place of the one before, which stays in the history.

    Raises Refused where it is not accepted in full and the reason is missing (Care Act 2014, Schedule 2, paragraph 4(1)(g)),
    and Stale where a colleague has answered since the form was opened (`seen_version` 0: there was no answer then).
    """
    check(by, "response.give", recommendation)
    answerable(recommendation.review)
    if answer != Response.Answer.ACCEPTED and not reason.strip():
        raise Refused("Say why your agency does not accept it in full: the board has to give the reason in its report.")
    key = {"recommendation": recommendation, "agency_id": by.agency_id}
    known = locked(AgencyResponse.objects.get_or_create(**key)[0])
    if known.answers and seen_version is not None and seen_version != known.version:
        raise Stale(known)
    said = {"answer": answer, "reason": reason, "undertaking": undertaking}
    if known.answers and all(getattr(known, name) == value for name, value in said.items()):
        raise Refused("That is what your agency has answered already: nothing was changed.")
    given = {"responded_by": by, "responded_on": timezone.localdate(), "answers": known.answers + 1}
    found, _ = changed(known, {**said, **given})
    record(by, "response.given", found, why=reason, facts={"answer": answer, "agency": found.agency_id})
    return found


@transaction.atomic
def judge(*, by: Any, response: AgencyResponse, verdict: str, reason: str) -> ResponseJudgement:
    """The board's judgement of an agency's answer, or of its absence; earlier judgements stay.

    Raises Refused for a class that does not fit: an answer that came, one that did not, one that may still come.
    """
    check(by, "response.judge", response)
    found, today = locked(response), timezone.localdate()
    if not reason.strip():
        raise Refused("Say why the board judges it so: the agency reads the reason.")
    if found.answers and verdict not in OF_AN_ANSWER:
        raise Refused("The agency has answered: judge its answer.")
    if not found.answers and verdict not in OF_SILENCE:
        raise Refused("The agency has not answered yet: there is no answer to judge.")
    if verdict == Verdict.NONE_RECEIVED and (found.due_on is None or found.due_on >= today):
        raise Refused("The agency can still answer: its day has not passed.")
    last = found.judgements.first()
    if last and (last.verdict, last.reason, last.on_answer) == (verdict, reason, found.answers):
        raise Refused("That is the judgement that stands already: nothing was changed.")
    said = {"verdict": verdict, "reason": reason, "on_answer": found.answers}
    made = ResponseJudgement.objects.create(response=found, judged_by=by, judged_on=today, **said)
    changed(found, {"verdict": verdict, "judged_answer": found.answers})
    record(by, "response.judged", found, why=reason, facts={"verdict": verdict, "agency": found.agency_id})
    return made
