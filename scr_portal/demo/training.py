"""Training in what the published review found: courses, sessions that were counted, what agencies do differently since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter
from django.core.files import File

from findings.models import Course, Practice, Recommendation, TrainingSession
from findings.services import attendees, course, practice, practice_reminder
from reviews.models import Review
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

RING = {
    "title": "Ring before you write",
    "about": "Two hours on second concerns: whom to ring, what to say, and what to write down afterwards. With a call that people take in turns.",
    "questions": ["I know whom to ring about a second concern.", "I would ring before I send a second form."],
    "ask_after": 3,
}
HOUSEHOLD = {
    "title": "Who lives here?",
    "about": "One hour online on asking about everybody in a household, and where it is written down.",
    "questions": ["I ask who lives in the home at every visit."],
    "ask_after": 3,
}
# Agency, as the trainer writes it; role; how many.
CAME = (
    ("Police", "Constable", 14), ("Police", "Sergeant", 3), ("Children’s social care", "Social worker", 11),
    ("Children’s social care", "Team manager", 4), ("Primary school", "Designated safeguarding lead", 6),
)  # fmt: skip
# A sheet that waits to be counted: a name twice, one who did not come.
WAITING = (
    ("Niamh Corrigan", "Police", "Inspector", "Yes"), ("Owen Tait", "Police", "Inspector", "Yes"),
    ("Owen Tait", "Police", "Inspector", "Yes"), ("Rhea Sandhu", "Health visiting", "Team leader", "Yes"),
    ("Alec Moran", "CSC", "Service manager", "No"), ("Bryony Peel", "CSC", "Service manager", "Yes"),
)  # fmt: skip
ANSWERS = {
    "childrens-social-care": ("yes", "Duty managers ring before a second contact is closed; it is the first line of the checklist.", "Twenty second contacts looked at in May: 17 had a call."),
    "police": ("in_part", "Two of three stations ring. The third waits for a number that is answered at night.", ""),
}  # fmt: skip


def of_the_published_review(cast: Cast, review: Review, folder: Path) -> None:
    """Two courses, one taught and asked about, the other planned; a second session whose sheet waits to be counted."""
    manager, made = cast["manager"], {}
    rests = [*Recommendation.objects.filter(review=review).order_by("number")[:2]]
    with on(ago(350)):
        for values, answered in ((RING, rests[0]), (HOUSEHOLD, rests[1])):
            found = course.write_new(by=manager, board=cast.board, values=values)
            made[found.title] = course.link(
                by=manager, review=review, course=found, findings=[*answered.findings.all()], recommendations=[answered]
            )
    first = held(cast, made["Ring before you write"], ago(320), "Guildhall, room 2", 40)
    counted(cast, first, ago(318), folder)
    since(cast, first)
    second = held(cast, made["Ring before you write"], ago(20), "", 25)
    path = folder / "Attendance list.xlsx"
    write(path, ("Name", "Organisation", "Job title", "Attended"), WAITING)
    with on(ago(12)), path.open("rb") as content:
        attendees.receive(by=cast["manager"], session=second, file=File(content, name=path.name))  # type: ignore[arg-type]
    held(cast, made["Who lives here?"], ago(-30), "", 100)


def held(cast: Cast, taught: Course, day: date, place: str, places: int) -> TrainingSession:
    """A session; without a place it is online."""
    values = {
        "held_on": day,
        "online": not place,
        "place": place,
        "places": places,
        "trainer": "Nia Rees, training lead",
    }
    with on(ago(340)):
        return course.plan(by=cast["manager"], course=taught, values=values)


def counted(cast: Cast, session: TrainingSession, day: date, folder: Path) -> None:
    """Who came, from the trainer's numbers, and what people said before and after."""
    path = folder / "Numbers.xlsx"
    write(path, ("Agency", "Role", "Number"), CAME)
    with on(day), path.open("rb") as content:
        file = attendees.receive(by=cast["manager"], session=session, file=File(content, name=path.name))  # type: ignore[arg-type]
        keys = {"Police": "police", "Children’s social care": "childrens-social-care", "Primary school": "school"}
        levels = {"Constable": "front_line", "Sergeant": "manager", "Social worker": "front_line", "Team manager": "manager", "Designated safeguarding lead": "school"}  # fmt: skip
        attendees.confirm(
            by=cast["manager"], file=file, levels=levels,
            agencies={words: cast.agencies[key] for words, key in keys.items()},
        )  # fmt: skip
        course.judge(by=cast["manager"], session=session, answers=[[9, 27, 33, 3], [7, 29, 31, 4]])


def since(cast: Cast, session: TrainingSession) -> None:
    """Three months later each agency is asked, and two of three answer."""
    with on(ago(225)):
        practice_reminder.ask(session=session, today=ago(225))
    asked = {row.agency_id: row for row in Practice.objects.filter(session=session).select_related("session__course__board")}  # fmt: skip
    with on(ago(210)):
        for key, (differs, what, shown_by) in ANSWERS.items():
            values = {"differs": differs, "what": what, "shown_by": shown_by}
            practice.answer(by=cast[f"{key}.lead"], practice=asked[cast.agencies[key].pk], values=values)


def write(path: Path, headings: tuple[str, ...], rows: tuple[tuple[str | int, ...], ...]) -> None:
    """Rows as a workbook."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Attendance")
    for number, row in enumerate((headings, *rows)):
        page.write_row(number, 0, row)
    book.close()
