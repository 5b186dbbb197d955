"""What the reviewer of the adults' review thought: of the findings, and of details that identify together."""

from __future__ import annotations

from collections.abc import Sequence

from findings.jigsaw import Like
from findings.models import Finding, Report
from findings.services import finding as findings
from findings.services import jigsaw
from reviews.models import LineOfEnquiry, Review
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

DETAILS = (
    ("seamstress", "occupation", "keep", "", "Her daughter asked that her work be told."),
    ("opposite the lifeboat station", "described_place", "replace", "near the harbour", "Only one bungalow stands there."),
)  # fmt: skip


def judged(cast: Cast, report: Report) -> None:
    """The reviewer has begun to judge which details of her life may stay beside one another."""
    with on(ago(48), "20:40"):
        for words, kind, choice, other, reason in DETAILS:
            jigsaw.judge(
                by=cast["reviewer"], report=report, like=Like(kind, words), choice=choice, replacement=other, reason=reason
            )  # fmt: skip


def questions(review: Review) -> list[dict[str, list[LineOfEnquiry]]]:
    """Which question each finding answers; the third question has no conclusion yet."""
    return [{"lines_of_enquiry": [*review.lines_of_enquiry.filter(number=number)]} for number in (1, 2, 1)]


# What each finding says beyond what happened and why. The last is not judged yet.
JUDGED = (
    {
        "expected": "The local wound pathway and the national guidance on pressure ulcers ask for one named lead, a reassessment each week and a referral within two working days once a wound is of category 3. All three services had signed the pathway.",
        "sense": "Each nurse who changed a dressing saw a wound that had been dressed well, and a plan that said “continue”. Nobody was shown the last three photographs side by side.",
        "outcome": "contributed",
        "outcome_why": "The tissue viability nurse would have come within days, and the infection was treatable then.",
    },
    {
        "expected": "A complaint that tells of harm to a person with care and support needs is a safeguarding concern, and somebody looks at the person the same day.",
        "sense": "The complaints officer could see letters and not records, and was praised for answering in time.",
        "outcome": "may_have",
        "outcome_why": "A visit in January would have found the heel; whether the pathway would then have been followed cannot be known.",
    },
    {"expected": "Weight is read over six months, and a loss of a tenth asks for a dietitian."},
)


def tell_more(cast: Cast, written: Sequence[Finding]) -> None:
    """The reviewer goes back to each finding, a fortnight after it was written."""
    for finding, values in zip(written, JUDGED, strict=True):
        with on(ago(80), "21:10"):
            findings.write(by=cast["reviewer"], finding=finding, values=values)
