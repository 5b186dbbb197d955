"""Support for professionals in the demonstration: who may be affected by a child's death, and what they were offered."""

from __future__ import annotations

from datetime import date

from agencies.services import support
from reviews.models import Review
from reviews.policy import Role
from scr_portal.demo.board import Cast
from scr_portal.demo.governance import appoint
from scr_portal.demo.timetable import ago, on

LEAD = "health-visiting.support"
# Role code, what was offered, how many days ago, what they said, what was arranged.
PEOPLE: tuple[tuple[str, str, int, str, str], ...] = (
    ("Health Visitor 1", "debrief", 58, "accepted", "Two talks with the named nurse"),
    ("Health Visitor 1", "counselling", 51, "accepted", "Wednesdays, for six weeks"),
    ("Health Visitor 2", "supervision", 58, "accepted", "Monthly, one more hour"),
    ("Nursery Nurse 1", "debrief", 57, "accepted", "With the whole team"),
    ("Nursery Nurse 2", "debrief", 57, "accepted", "With the whole team"),
    ("Team Leader 1", "supervision", 56, "accepted", "From another locality"),
    ("Student 1", "debrief", 55, "later", "Ask again after the placement"),
)
CARED_FOR = "Staff wellbeing, extension 4417: Nell Ashby, weekdays from eight to six. At night and at weekends the trust’s own line answers, 01632 960 201."


def of(cast: Cast, review: Review) -> None:
    """Two support leads are appointed; the health visitors' records whom she looks after, and one colleague asks to be called."""
    appoint(cast, review, ago(72), LEAD, Role.SUPPORT_LEAD, "Works in staff wellbeing; knew nobody of the family.")
    appoint(cast, review, ago(72), "support", Role.SUPPORT_LEAD, "Has no part in reviews; for agencies without a lead of their own.")  # fmt: skip
    agency = cast.agencies["health-visiting"]
    with on(ago(71), "10:20"):
        support.write_words(by=cast["health-visiting.lead"], agency=agency, text=CARED_FOR)
    with on(ago(70), "09:40"):
        made = {
            code: support.add(by=cast[LEAD], review=review, agency=agency, values={"role_code": code, "contact": ""})
            for code in dict.fromkeys(code for code, *_ in PEOPLE)
        }
    for code, kind, days, answer, note in PEOPLE:
        said: dict[str, date | str] = {
            "kind": kind,
            "offered_on": ago(days),
            "answer": answer,
            "answered_on": ago(days - 1),
            "note": note,
        }
        with on(ago(days - 1), "14:50"):
            support.offer(by=cast[LEAD], professional=made[code], values=said)
    with on(ago(6), "08:55"):
        support.add(by=cast[LEAD], review=review, agency=agency, values={"role_code": "Health Visitor 3", "contact": "By the duty desk"})  # fmt: skip
    with on(ago(2), "17:25"):
        support.ask(by=cast["health-visiting.author"], board=cast.board, reach="01632 960 114, after half past four")
