"""The steps that every story takes, each through the verb that a person's button calls, on the day that it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db.models import Q

from agencies.advice import shorts
from agencies.models import Entry, Request
from agencies.services import entry, glossary, imr, upload
from agencies.services import question as questions
from agencies.services import request as returns
from findings.models import Finding
from findings.services import finding as findings
from reviews.decision_content import dissent_of
from reviews.models import Meeting, Referral, Review
from reviews.policy import Role
from reviews.services import criteria, decision_record, membership, milestone, person, referral, relation, stage, terms
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import on

Tie = tuple[str, ...]  # who, is the what, of whom, and since when


@dataclass(frozen=True)
class Told:
    """What a referrer tells."""

    rule_set: str
    subject: str
    born: date
    outcome: str
    happened: date
    aware: date
    circumstances: str
    concern: str
    sex: str = ""
    safety: str = "No other child or adult is thought to be at immediate risk."

    def values(self) -> dict[str, Any]:
        """As the form gives them."""
        return {
            "rule_set": self.rule_set, "subject_name": self.subject, "subject_born_on": self.born, "subject_sex": self.sex,
            "outcome": self.outcome, "happened_on": self.happened, "aware_on": self.aware, "circumstances": self.circumstances,
            "concern": self.concern, "safety": self.safety,
        }  # fmt: skip


def refer(cast: Cast, told: Told, day: date, *, by: str = "referrer", send: bool = True) -> Referral:
    """A referral is written, and sent."""
    with on(day, "16:20"):
        made = referral.begin(by=cast[by], board=cast.board, values=told.values())
        return referral.send(by=cast[by], referral=made) if send else made


def screen(cast: Cast, made: Referral, day: date, title: str, note: str) -> Review:
    """The business manager takes it forward."""
    with on(day):
        return referral.take_forward(by=cast["manager"], referral=made, title=title, note=note)


def answer(cast: Cast, review: Review, day: date, reasons: Mapping[str, tuple[str, str]], otherwise: str) -> None:
    """Limb by limb: (answer, reason) by criterion; the others are answered as not met, for the reason `otherwise`."""
    with on(day):
        for criterion in review.rules.criteria:
            given, reason = reasons.get(criterion.key, ("not_met", otherwise))
            criteria.answer(
                by=cast["manager"], review=review, criterion=criterion.key, values={"answer": given, "reason": reason}
            )


def decide(
    cast: Cast, review: Review, asked: date, decided: date, outcome: str, why: str, equality: str, *, at: Meeting | None = None,
) -> Review:  # fmt: skip
    """The chair is asked, where there was a meeting with its recommendation, decides as was recommended, and signs."""
    with on(asked, "15:00"):
        values: dict[str, Any] = {"recommended_outcome": outcome, "recommendation": why, "equality": equality}
        if at is not None:
            values |= {"meeting": at, "abuse_types": at.abuse_types, "dissent": dissent_of(at)}
        criteria.recommend(by=cast["manager"], review=review, values=values)
    with on(decided, "09:10"):
        values = {
            "outcome": outcome,
            "agreement": "agrees",
            "rationale": "I have read the criteria and the returns. " + why,
        }
        made = criteria.decide(by=cast["chair"], review=review, values=values)
    with on(decided, "09:40"):
        decision_record.sign(by=cast["chair"], decision=made)
    review.refresh_from_db()
    return review


def commission(
    cast: Cast, review: Review, day: date, *, purpose: str, scope: tuple[date, date], method: str, lines: Sequence[str],
    people: Sequence[Mapping[str, Any]], ties: Sequence[Tie] = (),
) -> Review:  # fmt: skip
    """Terms, lines of enquiry, reviewer and panel, people register; then the review starts."""
    manager = cast["manager"]
    with on(day):
        values = {"purpose": purpose, "scope_from": scope[0], "scope_to": scope[1], "method": method}
        terms.write(by=manager, review=review, values=values)
        for question in lines:
            terms.add_line(by=manager, review=review, question=question)
        for key, role in (("reviewer", Role.REVIEW_CHAIR), ("panel", Role.PANEL_MEMBER)):
            independence = (
                "Has never worked for, or advised, any agency in this review. No conflict of interest declared."
            )
            membership.grant(
                by=manager, board=cast.board, user=cast[key], role=role, review=review, independence=independence
            )
        for registered in people:
            person.add(by=manager, review=review, values=dict(registered))
        relate(cast, review, ties)
        return stage.move(by=manager, review=review, verb="commission")


def relate(cast: Cast, review: Review, ties: Sequence[Tie]) -> None:
    """What people of the register are to each other, by their published names."""
    known = {each.pseudonym: each for each in review.people.all()}
    for first, kind, second, *since in ties:
        values = {"first": known[first], "kind": kind, "second": known[second], "since_text": " ".join(since)}
        relation.add(by=cast["manager"], review=review, values=values)


def ask(
    cast: Cast, review: Review, day: date, due: date, agencies: Sequence[str], wanted: str, **more: Any
) -> dict[str, Request]:
    """Agencies are asked together; gives their requests by the agency's key. `more` as the verb has it: questions, period."""
    with on(day):
        asked = [cast.agencies[key] for key in agencies]
        made = returns.ask(by=cast["manager"], review=review, agencies=asked, wanted=wanted, due_on=due, **more)
    by_agency = {request.agency_id: request for request in made}
    return {key: by_agency[cast.agencies[key].pk] for key in agencies}


def hand_in(cast: Cast, key: str, request: Request, day: date, file: Path, *, confirm: bool = True) -> None:
    """The lead appoints the author, who hands in the agency's file and imports what can be imported."""
    request.refresh_from_db()
    with on(day, "11:45"):
        returns.assign(by=cast[f"{key}.lead"], request=request, author=cast[f"{key}.author"])
        with file.open("rb") as content:
            received = upload.receive(by=cast[f"{key}.author"], request=request, file=File(content, name=file.name))  # type: ignore[arg-type]
        if confirm:
            upload.confirm(by=cast[f"{key}.author"], upload=received)
            known = {each.short: each.meaning for each in shorts(cast[f"{key}.author"], request) if each.meaning}
            glossary.write(by=cast[f"{key}.author"], request=request, meanings=known)


def type_in(cast: Cast, key: str, request: Request, day: date, rows: Sequence[tuple[str, str, str]]) -> None:
    """A small agency types its entries by hand: (date, source, event)."""
    request.refresh_from_db()
    with on(day, "13:15"):
        for written, source, event in rows:
            entry.enter_by_hand(by=cast[f"{key}.lead"], request=request, date_text=written, source=source, event=event)


def report(cast: Cast, key: str, request: Request, day: date, sections: Mapping[str, str]) -> None:
    """The author writes sections of the agency's report."""
    request.refresh_from_db()
    with on(day, "14:30"):
        for section, text in sections.items():
            imr.write(by=cast[f"{key}.author"], request=request, key=section, text=text)


def reply(cast: Cast, key: str, request: Request, day: date, answers: Sequence[str]) -> None:
    """The lead answers the questions of the request, in their order."""
    with on(day, "14:05"):
        for asked, text in zip(request.questions.all(), answers, strict=True):
            questions.answer(by=cast[f"{key}.lead"], question=asked, text=text, seen_version=asked.version)


def sign(cast: Cast, key: str, request: Request, day: date) -> None:
    """The lead passes the return on, the senior person vouches for it."""
    request.refresh_from_db()
    with on(day, "16:00"):
        request = returns.submit(by=cast[f"{key}.lead"], request=request)
    with on(day, "17:10"):
        returns.sign_off(by=cast[f"{key}.senior"], request=request, note="Read in full against the records.")


def find(
    cast: Cast, review: Review, day: date, values: Mapping[str, Any], words: Sequence[str], most: int = 4
) -> Finding:
    """The reviewer writes a finding that rests on the entries in which any of `words` stands, at most `most` of them."""
    with on(day, "20:40"):
        made = findings.add(by=cast["reviewer"], review=review, values=dict(values))
        wanted = Q()
        for word in words:
            wanted |= Q(event__icontains=word)
        entries = Entry.objects.visible_to(cast["reviewer"]).of_review(review).filter(wanted)[:most]
        findings.rest_on(by=cast["reviewer"], finding=made, entries=[*entries])
    return made


def dated(cast: Cast, review: Review, event: str, day: date, note: str = "") -> None:
    """A dated fact that starts or stops a clock."""
    with on(day):
        milestone.correct(by=cast["manager"], review=review, event=event, on=day, note=note)
