"""The governance of the demonstration: terms that are issued and signed, restrictions, the adviser, self-assessment, invitations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from findings.services import saved_view
from reviews.models import Letter, ParallelProcess, Review
from reviews.policy import Role
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.services import (
    advice,
    disclosure,
    invitation,
    invited,
    letter,
    membership,
    plan,
    quality,
    restriction,
    terms,
)
from scr_portal.demo.board import Cast
from scr_portal.demo.family import of
from scr_portal.demo.timetable import on
from scr_portal.lib import merging


def appoint(cast: Cast, review: Review, day: date, key: str, role: Role, independence: str) -> None:
    """Somebody is appointed to one review, with what is said of their independence."""
    with on(day, "09:15"):
        membership.grant(
            by=cast["manager"], board=cast.board, user=cast[key], role=role, review=review, independence=independence
        )


def advised_by(cast: Cast, review: Review, day: date) -> None:
    """The board's solicitor is appointed legal adviser, and records what was asked and answered."""
    appoint(cast, review, day, "legal", Role.LEGAL_ADVISER, "Advises the board; has advised none of the agencies about this case.")  # fmt: skip
    with on(day + timedelta(days=6), "17:20"):
        values = {
            "given_by": f"{cast['legal']}", "given_on": day + timedelta(days=6),
            "question": "May the panel read the transcripts of the care proceedings?",
            "advice": "Not without the leave of the family court: apply, and name the passages that are wanted. The chronologies of the agencies may be read meanwhile.",
        }  # fmt: skip
        advice.add(by=cast["legal"], review=review, values=values)


@dataclass(frozen=True)
class Word:
    """Somebody's word on a version of the terms: who (by key), for whom, whether they agree, and why not."""

    who: str
    on_behalf_of: str
    agrees: bool = True
    note: str = ""


def issue(cast: Cast, review: Review, day: date, why: str, words: Sequence[Word]) -> None:
    """The terms are issued as they stand, and signed or sent back."""
    with on(day, "11:30"):
        made = terms.issue(by=cast["manager"], review=review, why=why)
    for word in words:
        answer = "agrees" if word.agrees else "disagrees"
        with on(day + timedelta(days=1), "15:45"):
            terms.sign(by=cast[word.who], issue=made, on_behalf_of=word.on_behalf_of, answer=answer, note=word.note)


def asked_of(cast: Cast, review: Review, day: date, agencies: Mapping[str, str]) -> None:
    """Each agency is named in the terms, with what it is asked."""
    with on(day, "11:00"):
        for key, asked in agencies.items():
            terms.add_agency(by=cast["manager"], review=review, agency=cast.agencies[key], asked=asked)


def restrict(
    cast: Cast, process: ParallelProcess, day: date, values: Mapping[str, Any], lifted: tuple[date, str] | None = None
) -> None:
    """A parallel process asks for something, and lets it go again, where it has."""
    with on(day, "10:20"):
        made = restriction.add(by=cast["chair"], process=process, values={"since": day, **values})
    if lifted:
        with on(lifted[0], "12:10"):
            restriction.lift(by=cast["chair"], restriction=made, why=lifted[1])


@dataclass(frozen=True)
class Sent:
    """A letter that went out: the rule set's letter, to whom, by which way, what was said, what fills its gaps, who of the family."""

    key: str
    recipient: str
    way: str = "secure_email"
    told: str = ""
    agency: str = ""
    fill: Mapping[str, str] | None = None
    who: str = ""


def write(cast: Cast, review: Review, day: date, letters: Sequence[Sent]) -> None:
    """Letters are drafted, filled in and sent on one day."""
    manager = cast["manager"]
    with on(day, "15:10"):
        for each in letters:
            agency = cast.agencies.get(each.agency)
            people = [of(review, each.who)] if each.who else []
            to = {"recipient": each.recipient, "address": "", "agency": agency, "people": people}
            made = filled(manager, letter.begin(by=manager, review=review, key=each.key, values=to), each.fill or {})
            letter.send(by=manager, letter=made, values={"way": each.way, "sent_on": day, "told": each.told})


def filled(by: Any, made: Letter, fill: Mapping[str, str]) -> Letter:
    """A draft whose gaps were filled in."""
    subject, text = made.subject, made.text
    for gap in merging.gaps(f"{subject}\n{text}", MERGE_FIELDS):
        subject, text = (part.replace(f"[{gap}]", fill[gap]) for part in (subject, text))
    if (subject, text) == (made.subject, made.text):
        return made
    return letter.write(by=by, letter=made, values={"subject": subject, "text": text}, seen_version=made.version)


def give(cast: Cast, review: Review, day: date, values: Mapping[str, Any]) -> None:
    """Something is given outside the portal, and logged."""
    with on(day, "16:05"):
        disclosure.add(by=cast["manager"], review=review, values={"given_on": day, **values})


def judge(cast: Cast, review: Review, day: date, judgements: Sequence[tuple[str, str, str, str]]) -> None:
    """The review is judged against the quality markers: (marker, side, verdict, reason)."""
    who = {"board": "chair", "subgroup": "manager", "manager": "manager", "reviewer": "reviewer"}
    with on(day, "18:30"):
        for marker, side, verdict, reason in judgements:
            quality.judge(by=cast[who[side]], review=review, marker=marker, side=side, verdict=verdict, reason=reason)


def keep_views(cast: Cast, review: Review, day: date, views: Sequence[tuple[str, str, bool, Mapping[str, list[str]]]]) -> None:  # fmt: skip
    """Readers keep what they asked of the merged chronology: (who, name, shared, what was asked for)."""
    with on(day, "19:20"):
        for who, name, shared, asked in views:
            saved_view.add(by=cast[who], review=review, values={"name": name, "shared": shared}, asked=asked)


def notified(cast: Cast, review: Review, aware: date, day: date) -> None:
    """The serious incident notification goes out, and the first tasks of the plan are done."""
    with on(day, "11:20"):
        said = {
            "sent_by": "Joy Mensah, for the local authority", "reference": "NOT-4471",
            "partners_told": "The integrated care board and the police, by telephone at 11:00 and in writing.",
            "note": "Sent through the national form.",
        }  # fmt: skip
        plan.notify(by=cast["manager"], review=review, aware_on=aware, notified_on=day, values=said)


def tick(cast: Cast, review: Review, ticks: Mapping[str, date]) -> None:
    """Tasks of the plan are ticked off."""
    for task, day in ticks.items():
        with on(day, "16:50"):
            plan.tick(by=cast["manager"], review=review, task=task)


# Who is invited, an address, for how many days; what they have written so far.
INVITED: tuple[tuple[str, str, int, dict[str, Any]], ...] = (
    ("Dr Ana Mistry, out-of-hours doctor", "ana.mistry@doctors.example", 14, {}),
    (
        "Father Declan Roe, St Piran’s", "", 10,
        {"rule_set": "england-adult-sar@2014", "subject_name": "Bernard Achterberg", "circumstances": "He used to come on Sundays. I wrote to the council in the spring and heard nothing."},
    ),
)  # fmt: skip


def invite(cast: Cast, day: date) -> None:
    """Two people without an account are invited to refer; one of them has begun to write."""
    for who, address, days, values in INVITED:
        with on(day, "14:40"):
            made, _ = invitation.make(
                by=cast["manager"],
                board=cast.board,
                invited=who,
                address=address,
                expires_on=day + timedelta(days=days),
            )
            if values:
                invited.keep(by=made, values=values)
