"""The meetings of the demonstration, the advice that was taken, and what was said against a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from reviews.models import Decision, Meeting, Review
from reviews.services import advice, attendance, challenge, letter, meeting, vote
from scr_portal.demo.board import Cast
from scr_portal.demo.family import of
from scr_portal.demo.timetable import on

AGENDA = "Apologies and deputies\nConflicts of interest\nThe case and the agencies’ returns\nCriteria, limb by limb\nRace, culture and protected characteristics\nSafety of others now\nRecommendation and votes\nWhat the family is told, by whom"
DISCUSSION = """Each return was taken in turn. Members agreed on the facts and differed on what they show.

The police member who had supervised the officers in the case said so at the start and left; a superintendent sat in his place.

- Nobody asked who lived in the household after the last move.
- The parents were told by the social worker that a review is likely, and asked to be kept informed."""
# Name, post, partner, what else is recorded.
CAME: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("Marian Tregear", "Director of children’s services", "local-authority", {}),
    ("Dr Sunil Rao", "Chief nurse", "health", {"deputy_for": "Helen Marsh"}),
    ("Detective Superintendent Alan Pike", "Head of public protection", "police", {}),
    ("Detective Inspector Mark Sayle", "Child abuse investigation", "police", {"conflict": "Supervised the officers who attended in the month before.", "conflict_handled": "Left for the discussion and the vote; a superintendent sat for the force.", "user": "conflicted"}),
    ("Lee Grant", "Designated nurse", "", {"user": "panel"}),
    ("Helen Marsh", "Chief executive, integrated care board", "health", {"way": "apologies"}),
)  # fmt: skip


def meet(cast: Cast, review: Review, day: date, outcome: str, why: str, equality: str, abuse: Sequence[str]) -> Meeting:
    """The statutory partners meet: one member has a conflict, two partners support, one opposes."""
    manager = cast["manager"]
    called = {
        "kind": "partners", "held_on": day, "starts_at": "10:00 to 12:30", "place": "Guildhall, committee room 2", "led_by": "Marian Tregear",
        "agenda": AGENDA,
    }  # fmt: skip
    with on(day - timedelta(days=4), "09:50"):
        made = meeting.call(by=manager, review=review, values=called)
    with on(day, "13:20"):
        minutes = {
            "discussion": DISCUSSION, "equality": equality, "abuse_types": [*abuse], "recommended_outcome": outcome, "recommendation": why,
        }  # fmt: skip
        made = meeting.write(by=manager, meeting=made, values=minutes)
        for name, post, partner, more in CAME:
            values: dict[str, Any] = {"name": name, "post": post, "partner": partner, "way": "there", **more}
            if account := more.get("user"):
                values["user"] = cast[account]
            attendance.add(by=manager, meeting=made, values=values)
        votes = (("local-authority", "support", "The learning reaches all services."), ("health", "support", "Health’s own learning is not enough."), ("police", "oppose", "The criminal trial will answer most of what is asked; a review should wait for it."))  # fmt: skip
        for partner, answer, reason in votes:
            given = {"answer": answer, "reason": reason, "in_writing": False}
            vote.cast(by=manager, meeting=made, partner=partner, values=given)
        return meeting.finish(by=manager, meeting=made)


def advised(cast: Cast, review: Review, day: date) -> None:
    """The board's lawyer is asked before the decision."""
    with on(day, "16:45"):
        values = {
            "given_by": "Priory Chambers, for the council’s solicitor",
            "given_on": day,
            "question": "Must a review wait for the criminal trial?",
            "advice": "No. Publication may have to wait; the learning need not. Speak to the officer in the case before any witness is approached.",
        }
        advice.add(by=cast["manager"], review=review, values=values)


def challenged(cast: Cast, decision: Decision, received: date, answered: date) -> None:
    """Somebody holds that the decision is wrong; the chair answers."""
    with on(received, "11:15"):
        values = {
            "kind": "challenge",
            "from_whom": "Headteacher, St Brannoc’s Primary School",
            "received_on": received,
            "why": "The school asks for a review by the national body: the convictions were known to another force and to nobody here.",
        }
        made = challenge.add(by=cast["manager"], decision=decision, values=values)
    with on(answered, "10:05"):
        said = {
            "answer": "stands",
            "answer_reason": "The Panel was told of this with the rapid review and agreed that a local review suits. The terms of reference ask about the other force’s records.",
        }
        challenge.answer(by=cast["chair"], challenge=made, values=said)


# The rule set's letter, to whom, by what way, what was said beside it.
LETTERS = (
    ("decision-family", "Sandra Marlowe, grandmother", "in_person", "The business manager and the family liaison officer read it with her. She asked to choose his name in the report, and to be told before anything is in the press."),
    ("decision-referrer", "Yvonne Clarke, consultant paediatrician", "secure_email", ""),
    ("coroner", "HM Coroner, South Vale", "post", ""),
)  # fmt: skip


def told(cast: Cast, review: Review, day: date) -> None:
    """The family, the referrer and the coroner are told of the decision in writing; a letter to the agencies is a draft."""
    manager = cast["manager"]
    with on(day, "14:10"):
        for key, recipient, way, said in LETTERS:
            values: dict[str, Any] = {"recipient": recipient, "address": "", "agency": None}
            if key == "decision-family":
                values["people"] = [of(review, "Grandmother")]
            made = letter.begin(by=manager, review=review, key=key, values=values)
            letter.send(by=manager, letter=made, values={"way": way, "sent_on": day, "told": said})
        agency = cast.agencies["health-visiting"]
        values = {"recipient": "Head of service", "address": "", "agency": agency}
        letter.begin(by=manager, review=review, key="decision-agencies", values=values)
