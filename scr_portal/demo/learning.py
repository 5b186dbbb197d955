"""What practitioners read of the published review: a briefing, whom it reached, and what their teams made of it."""

from __future__ import annotations

from typing import Any

from findings import tasks
from findings.models import Audience, Edition, Product, Report
from findings.product_text import made
from findings.services import audience, learning, product
from reviews.models import Review
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

PARTS = {
    "background": "Child A, of primary school age, was seriously harmed by his stepfather. Four concerns had been passed on before, by two services, and each was dealt with by itself.",
    "why": "Child A told an adult at school what his days were like, and what he said was written down with care. The picture that four contacts would have made together was never looked at.",
    "information": "- A second contact about the same child is information by itself, whatever it says.\n- Whoever lives with a child belongs in the child’s record, parent or not.\n- A form tells what somebody wrote. A call tells what they think.",
    "findings": "- A form was sent where a conversation was needed.\n- The man in the household was a name at the school gate.",
    "action": "- Ring when you send something for the second time, and ring back when you receive it.\n- Ask at each visit who lives here, and write it where the next person finds it.\n- Say aloud what you think may be happening, and ask the other service what they see.",
    "questions": "- When did we last ring instead of sending a form?\n- Whom of the household do our records not hold?\n- What would a child have to say before we asked another service what they know?",
}  # fmt: skip
QUIZ = [
    {"question": "You are about to send a second form about the same child. What do you do?", "answers": ["Send it and note the time", "Ring the service that has the first one", "Wait for the answer to the first"], "right": 1},
    {"question": "Who of a household belongs in the child’s record?", "answers": ["Everybody who lives with the child", "Parents and carers with responsibility", "Those who come to appointments"], "right": 0},
    {"question": "What was missing before Child A was harmed?", "answers": ["Concern", "Records", "Somebody who put four contacts together"], "right": 2},
]  # fmt: skip
# Agency, level, way, how many; days ago when the team used it, in which way, with how many, what will be different.
PLAN: tuple[tuple[str, str, str, int, tuple[int, str, int, str] | None], ...] = (
    ("school", "school", "meeting", 30, (370, "meeting", 26, "The designated lead keeps one page for each child, and rings before a second form goes out.")),
    ("childrens-social-care", "manager", "supervision", 12, (362, "supervision", 11, "Duty managers look for earlier contacts before they close a second one.")),
    ("childrens-social-care", "front_line", "training", 60, (341, "training", 48, "A second contact within ninety days is answered by telephone.")),
    ("police", "front_line", "email", 140, None),
    ("health-visiting", "front_line", "event", 25, None),
)  # fmt: skip
# Who says that they read it, at which level, and what they answered.
READERS = (("school.lead", "school", [1, 0, 2]), ("school.author", "school", [1, 1, 2]), ("police.author", "front_line", [0, 0, 2]))  # fmt: skip


def of_the_published_review(cast: Cast, review: Review) -> None:
    """Written by the reviewer, checked by the panel, released by the board, sent, and answered by some."""
    report = Report.objects.select_related("review__board", "publication").get(review=review)
    edition = briefing(cast, report)
    with on(ago(380)):
        lines = [planned(cast, edition, *line[:4]) for line in PLAN]
    for line, (key, *_, used) in zip(lines, PLAN, strict=True):
        if used is not None:
            answered(cast, line, key, *used)
    with on(ago(365)):
        for key, level, answers in READERS:
            learning.read(by=cast[key], edition=edition, level=level, answers=list(answers))
    with on(ago(30)):
        values = {"agency": cast.agencies["police"], "level": "executive", "channel": "meeting", "expected": 8}
        days = {"planned_on": ago(-20), "answer_by": ago(-50)}
        audience.plan(by=cast["manager"], review=edition.review, values={"product": edition.product, **values, **days})


def briefing(cast: Cast, report: Report) -> Edition:
    """The seven-minute briefing, from its first words to its release."""
    with on(ago(410), "14:00"):
        begun = product.begin(by=cast["reviewer"], report=report, kind=Product.Kind.BRIEFING)
        for part in begun.parts.select_related("product__report__review__board"):
            product.write(by=cast["reviewer"], part=part, text=PARTS[part.key])
        begun = product.set_quiz(by=cast["reviewer"], product=begun, quiz=QUIZ)
        while left := made(begun).leftovers:
            product.settle(
                by=cast["reviewer"], product=begun, leftover=left[0], choice="keep", replacement="", reason="Identifies nobody."
            )  # fmt: skip
        tasks.build_product(begun.pk, cast["reviewer"].pk)
    with on(ago(405)):
        found = product.check_text(by=cast["panel"], product=begun, note="Read beside the press reports of the trial.")
    with on(ago(400)):
        return product.release(by=cast["manager"], product=found)


def planned(cast: Cast, edition: Edition, key: str, level: str, channel: str, expected: int) -> Audience:
    """One line of the plan, sent on its day."""
    values = {"agency": cast.agencies[key], "level": level, "channel": channel, "expected": expected}
    days = {"planned_on": ago(380), "answer_by": ago(320)}
    line = audience.plan(
        by=cast["manager"], review=edition.review, values={"product": edition.product, **values, **days}
    )
    return audience.send(by=cast["manager"], audience=line)


def answered(cast: Cast, line: Audience, key: str, days: int, channel: str, reached: int, different: str) -> None:
    """What a team made of it, said by its agency's lead."""
    said: dict[str, Any] = {"used_on": ago(days), "channel": channel, "reached": reached, "different": different}
    with on(ago(days - 3)):
        audience.answer(by=cast[f"{key}.lead"], audience=line, values=said)
