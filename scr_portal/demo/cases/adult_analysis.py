"""What the reviewer of the adults' review thought: about details that identify together."""

from __future__ import annotations

from findings.jigsaw import Like
from findings.models import Report
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
