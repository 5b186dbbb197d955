"""What each story has of terms, letters, restrictions, disclosures and self-assessment; told after the story itself."""

from __future__ import annotations

from datetime import date

from reviews.models import ParallelProcess, Review
from reviews.policy import Role
from reviews.services import milestone, terms
from scr_portal.demo.board import Cast
from scr_portal.demo.governance import (
    Sent,
    Word,
    advised_by,
    appoint,
    asked_of,
    give,
    issue,
    judge,
    keep_views,
    notified,
    restrict,
    tick,
    write,
)
from scr_portal.demo.timetable import ago, on

CONFLICT = (
    "Supervised the officers who attended in the month before. Declared it at the meeting of 21 October 2025, left for the "
    "discussion and the vote, and takes no part where the decision is talked about."
)
REPORTS = "A chronology from 1 January 2022, and a report against every line of enquiry."
ASKED = {
    "police": "A chronology, a report, and what the other force’s records say of the men in the household.",
    "childrens-social-care": f"{REPORTS} The minutes of each core group.",
    "hospital": f"{REPORTS} Every weight, with who was told of it.",
    "health-visiting": REPORTS, "gp": REPORTS, "housing": "A chronology, and who was told of each move.", "school": REPORTS,
    "nursery": REPORTS, "ambulance": "A chronology of calls.", "probation": "A chronology of the partner’s supervision.",
    "domestic-abuse": REPORTS, "midwifery": "A chronology, and the booking of the pregnancy.",
}  # fmt: skip
PARTNERS = "The local authority, the integrated care board and the police, at their meeting"
QUESTION = "What would the records of the other force have told anybody here who asked?"
PERIOD = "The period should begin with the booking of the pregnancy, and the other force’s records belong in the lines of enquiry."
CHILD_JUDGED = (
    ("referral", "board", "shown", "Referred on the day after the death, acknowledged on the next."),
    ("referral", "manager", "shown", "The hospital wrote within a day; nothing that was missing held it up."),
    ("decision", "board", "shown", "Each limb has its reason; one partner’s dissent stands in the record."),
    ("decision", "manager", "in_part", "The vote was recorded at once, the reasons of one partner a day later."),
    ("informing", "board", "in_part", "The grandmother was told in person. The father was told by post, late."),
    ("parallel", "board", "shown", "What the police asked for is dated, and stops what it names."),
    ("purpose", "reviewer", "shown", "The second version of the terms answers what the panel missed in the first."),
    ("commissioning", "board", "not_shown", "Ten months lay between the decision and the start, for the criminal investigation."),
)  # fmt: skip
ADULT_JUDGED = (
    ("process", "manager", "shown", "Six requests went out on one day and came back in time."),
    ("process", "subgroup", "in_part", "One agency was chased twice by telephone, which is on no record."),
    ("assembling", "reviewer", "in_part", "The night records of one month could not be found; the report says so."),
    ("practitioners", "reviewer", "in_part", "Care staff took part in one event; the agency nurses could not be reached."),
    ("family", "reviewer", "shown", "Her daughter was spoken with twice, in her own kitchen."),
    ("analysis", "reviewer", "shown", "Each finding says why, and rests on entries of more than one agency."),
    ("report", "board", "too_early", "The draft is being checked."),
)  # fmt: skip
VIEWS: tuple[tuple[str, str, bool, dict[str, list[str]]], ...] = (
    ("panel", "Wound and dressings", True, {"words": ["wound"]}),
    ("panel", "The last three months", False, {"first": ["20/1/2025"], "last": ["20/4/2025"]}),
    ("reviewer", "What her daughter wrote", True, {"words": ["daughter"], "first": ["1/1/2025"]}),
)


def decided_about(cast: Cast, review: Review) -> None:
    """A member of the case review group is appointed before the meeting at which he declares a conflict of interest."""
    appoint(cast, review, date(2025, 10, 17), "conflicted", Role.PANEL_MEMBER, CONFLICT)


def waiting(cast: Cast, review: Review) -> None:
    """Between decision and start: police ask for silence and let it go, and the board's solicitor is appointed."""
    process = ParallelProcess.objects.get(review=review, kind="criminal")
    told = {"asked_by": "The officer in the case, by letter", "limit": "family", "detail": "Until the mother and her partner have been interviewed."}  # fmt: skip
    lifted = "Both have been interviewed; the officer in the case wrote so on 11 December."
    restrict(cast, process, date(2025, 11, 3), told, (date(2025, 12, 12), lifted))
    advised_by(cast, review, date(2025, 12, 15))


def child(cast: Cast, review: Review) -> None:
    """The terms are sent back once; agencies and family are written to; the review is judged."""
    asked_of(cast, review, ago(75), ASKED)
    issue(
        cast, review, ago(74), "For signature before the agencies are asked.",
        (Word("chair", PARTNERS), Word("panel", "The integrated care board", agrees=False, note=PERIOD)),
    )  # fmt: skip
    with on(ago(71), "10:05"):
        terms.add_line(by=cast["manager"], review=review, question=QUESTION)
    words = (Word("chair", PARTNERS), Word("panel", "The integrated care board"))
    issue(cast, review, ago(70), "The panel’s question is added; the period begins before the booking already.", words)
    write(
        cast, review, ago(68),
        (
            Sent("commission", "Hana Svensson"),
            Sent("family-invitation", "Sandra Marlowe, grandmother", "post", "A talk at home with the reviewer, with her sister beside her. Nothing is written that she has not read.", who="Grandmother"),
        ),
    )  # fmt: skip
    transcripts = {"kind": "other", "what": "Case management directions, pages 1 to 4", "to": "The children’s guardian", "why": "Asked for in the care proceedings", "power": "Order of the family court, 3 March 2026"}  # fmt: skip
    give(cast, review, ago(60), transcripts)
    later(cast, review)
    judge(cast, review, ago(30), CHILD_JUDGED)


def later(cast: Cast, review: Review) -> None:
    """The review cannot be done in its six months, and the new date has its reason."""
    with on(ago(73), "09:30"):
        why = "The police asked that no witness is approached before charges; the three partners agreed to wait, and to this date."
        approver = f"{cast['chair']}, independent chair"
        milestone.slip(
            by=cast["manager"], review=review, clock="lcspr", new_due_on=ago(-125), reason=why, approver=approver
        )


def adult(cast: Cast, review: Review) -> None:
    """The coroner keeps one paper back; the family is written to; readers keep views; the review is judged."""
    process = ParallelProcess.objects.get(review=review, kind="coroner")
    kept = {"asked_by": "The coroner’s officer, by e-mail", "limit": "disclosure", "material": "other", "detail": "The report of the post-mortem examination."}  # fmt: skip
    restrict(cast, process, date(2025, 6, 4), kept)
    words = (Word("chair", "The Safeguarding Adults Board"), Word("panel", "The integrated care board"))
    issue(cast, review, date(2025, 6, 19), "For signature before the agencies are asked.", words)
    write(
        cast, review, date(2025, 6, 23),
        (
            Sent("decision-family", "Mrs Janet Pryce", "in_person", "Read with her at home. She asked that her mother be remembered for her laugh.", who="Daughter of Adult B"),
            Sent("family-invitation", "Mrs Janet Pryce", "post", "A talk with the reviewer at a time and place of her choice, with somebody beside her; a letter instead; or nothing at all.", who="Daughter of Adult B"),
            Sent("coroner", "HM Coroner, South Vale"),
        ),
    )  # fmt: skip
    keep_views(cast, review, ago(102), VIEWS)
    judge(cast, review, ago(25), ADULT_JUDGED)


def rapid(cast: Cast, review: Review, aware: date, day: date) -> None:
    """The notification is on record, the referrer has an answer, and the first tasks are done."""
    notified(cast, review, aware, day)
    write(cast, review, day, (Sent("acknowledgement", "Yvonne Clarke, consultant paediatrician"),))
    tick(cast, review, {"requests": ago(8), "safety": ago(8)})
