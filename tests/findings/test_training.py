"""Training: who came in numbers and never by name, what they said before and after, what changed, and where nobody is trained."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from findings.broken import broken
from findings.gaps import of_review
from findings.models import AttendanceFile, Attendees, Course, Finding, Practice, TrainingSession
from findings.services import attendees as counting
from findings.services import course as verbs
from findings.services import practice
from findings.services.practice_reminder import remind_all
from findings.thread import strands
from reviews.models import Event, Message, Review
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_thread import finding, recommended

TODAY = timezone.localdate()
SHEET = """Ring before you write: attendance,,,
Name,Organisation,Job title,Attended
Sarah Quill,Harrowdale Police,Constable,Y
Tom Vane,Harrowdale Police,Constable,Y
Tom Vane,Harrowdale Police,Constable,Y
Ella Marsh,Harrowdale Primary,Head teacher,Yes
Ivo Lunt,Harrowdale Police,Inspector,No
Total,,,4
"""


@pytest.fixture
def course(board: make.World) -> Course:
    questions = ["I know whom to ring about a second concern."]
    values = {"title": "Ring before you write", "about": "", "questions": questions, "ask_after": 3}
    return verbs.write_new(by=board.manager, board=board.board, values=values)


def session(board: make.World, course: Course, held_on: date = TODAY) -> TrainingSession:
    values = {"held_on": held_on, "online": False, "place": "Town hall", "places": 20, "trainer": "Nia Rees"}
    return verbs.plan(by=board.manager, course=course, values=values)


def came(board: make.World, held: TrainingSession, agency: Any, number: int, level: str = "front_line") -> Attendees:
    values = {"agency": agency, "level": level, "role": "", "number": number}
    return counting.count(by=board.manager, session=held, values=values)


def sheet(board: make.World, held: TrainingSession, text: str = SHEET, **asked: str) -> AttendanceFile:
    file = SimpleUploadedFile("came.csv", text.encode())
    return counting.receive(by=board.manager, session=held, file=file, **asked)


def page(client: Any, address: str) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


def test_every_row_of_a_sheet_is_accounted_for_and_no_name_is_kept(board: make.World, course: Course) -> None:
    made = sheet(board, session(board, course))
    fates = {row["row"]: (row["agency"], row["number"], row["reason"]) for row in made.rows}
    assert fates == {
        1: ("", 0, "above the table, or outside of one"),
        2: ("", 0, "the headings"),
        3: ("Harrowdale Police", 1, ""),
        4: ("Harrowdale Police", 1, ""),
        5: ("Harrowdale Police", 0, "the same person as in row 4"),
        6: ("Harrowdale Primary", 1, ""),
        7: ("Harrowdale Police", 0, "did not attend"),
        8: ("", 0, "a total"),
    }
    kept = str(made.rows) + str([*AttendanceFile.history.values()]) + str([*Event.objects.values()])
    for name in ("Quill", "Vane", "Marsh", "Lunt"):
        assert name not in kept


def test_a_sheet_is_looked_at_counted_and_undone_in_the_browser(
    board: make.World, course: Course, signed_in: Any
) -> None:
    held = session(board, course)
    client = signed_in(board.manager)
    file = SimpleUploadedFile("came.csv", SHEET.encode())
    preview = client.post(f"/findings/session/{held.pk}/attendance_file/new/", {"file": file})["Location"]
    said = page(client, preview)
    assert "Counts nobody: the same person as in row 4" in said
    assert "The nearest name in the directory is Harrowdale Primary School" in said
    assert (
        client.post(preview, {"agency-0": board.police.pk, "role-0": "front_line", "role-1": "manager"}).status_code
        == 422
    )
    words = {"agency-0": board.police.pk, "agency-1": board.school.pk, "role-0": "front_line", "role-1": "school"}
    client.post(preview, words)
    assert [(each.agency, each.level, each.role, each.number) for each in Attendees.objects.all()] == [
        (board.police, "front_line", "Constable", 2), (board.school, "school", "Head teacher", 1),
    ]  # fmt: skip
    with pytest.raises(Refused, match="counted at this session already"):
        sheet(board, held)
    made = AttendanceFile.objects.get()
    client.post(f"/findings/attendance_file/{made.pk}/undo/")
    assert not Attendees.objects.exists()
    assert "Undone" in page(client, f"/findings/session/{held.pk}/")


def test_a_file_that_counts_nobody_is_refused_with_what_to_do(board: make.World, course: Course) -> None:
    held = session(board, course)
    for text, sentence in (
        ("Person,Where\nSarah Quill,Police\n", "No column of agencies was found"),
        ("Name,Agency\n", "nobody below them"),
        ("", "is empty"),
    ):
        with pytest.raises(Refused, match=sentence):
            sheet(board, held, text)
    with pytest.raises(Refused, match="No column has the heading “whence”"):
        sheet(board, held, "Person,Where\nSarah Quill,Police\n", agency="Whence")
    made = sheet(board, held, "Person,Where\nSarah Quill,Police\n", agency="Where")
    assert made.people("agency") == {"Police": 1}
    with pytest.raises(Refused, match="still to come"):
        sheet(board, session(board, course, TODAY + timedelta(days=1)))


def test_numbers_in_a_sheet_without_names_are_added_up(board: make.World, course: Course) -> None:
    made = sheet(board, session(board, course), "Agency,Role,Number\nPolice,PC,12\nPolice,PC,3\nPolice,PC,many\n")
    assert made.people("role") == {"PC": 15}
    assert [row["reason"] for row in made.rows][-1] == "no number of people that can be read"


def test_the_level_of_a_role_is_remembered_from_the_last_sheet(
    board: make.World, course: Course, signed_in: Any
) -> None:
    held = session(board, course)
    first = sheet(board, held, "Agency,Role\nHarrowdale Police,Gold\n")
    counting.confirm(by=board.manager, file=first, agencies={"Harrowdale Police": board.police}, levels={"Gold": "executive"})  # fmt: skip
    again = sheet(board, held, "Agency,Role\nHarrowdale Police,Gold\nHarrowdale Police,Clerk\n")
    said = page(signed_in(board.manager), f"/findings/attendance_file/{again.pk}/preview/")
    assert '<option value="executive" selected>' in said
    assert f'<option value="{board.police.pk}" selected>' in said


def test_small_numbers_of_before_and_after_are_never_shown(board: make.World, course: Course, signed_in: Any) -> None:
    held = session(board, course)
    verbs.judge(by=board.manager, session=held, answers=[[3, 11, 12, 2]])
    said = page(signed_in(board.chair), f"/findings/course/{course.pk}/")
    assert "Agreed: fewer than 5<br>Did not: about 10" in said
    assert "Agreed: about 10<br>Did not: fewer than 5" in said
    assert "Before and after" not in page(signed_in(board.police_author), f"/findings/course/{course.pk}/")
    with pytest.raises(Refused, match="judged these statements already"):
        values = {"title": "t", "about": "", "questions": ["Another"], "ask_after": 3}
        verbs.write(by=board.manager, course=Course.objects.get(), values=values)


def test_agencies_that_came_are_asked_once_on_the_day_and_answer_for_themselves(
    board: make.World, course: Course, signed_in: Any
) -> None:
    long_ago, lately = session(board, course, TODAY - timedelta(days=100)), session(board, course, TODAY - timedelta(days=60))  # fmt: skip
    came(board, long_ago, board.police, 3)
    came(board, lately, board.school, 3)
    assert remind_all() == 1
    assert remind_all() == 0
    asked = Practice.objects.get()
    letter = Message.objects.get(kind="practice")
    assert (asked.agency, letter.to) == (board.police, board.police_lead)
    assert f"/findings/practice/{asked.pk}/answer/" in letter.text
    assert "Say what your agency does differently" in page(signed_in(board.police_lead), "/")
    assert "Say what your agency does differently" not in page(signed_in(board.school_lead), "/")
    assert signed_in(board.school_lead).get(f"/findings/practice/{asked.pk}/answer/").status_code == 404
    values = {"differs": "in_part", "what": "Two teams ring first.", "shown_by": ""}
    with pytest.raises(PermissionDenied):
        practice.answer(by=board.school_lead, practice=asked, values=values)
    address = f"/findings/practice/{asked.pk}/answer/"
    assert address in page(signed_in(board.police_lead), "/findings/course/")
    make.review(board)  # Its panel member is of the police as well.
    for where in ("/findings/course/", f"/findings/course/{course.pk}/"):
        assert address not in page(signed_in(board.panel), where)
    practice.answer(by=board.police_lead, practice=asked, values=values)
    assert not Message.objects.waiting().filter(kind="practice").exists()
    assert "Two teams ring first." in page(signed_in(board.chair), f"/findings/course/{course.pk}/")
    assert "Two teams ring first." not in page(signed_in(board.school_lead), f"/findings/course/{course.pk}/")
    with pytest.raises(Refused, match="so the count stays"):
        counting.take_off(by=board.manager, attendees=Attendees.objects.get(agency=board.police))


def test_an_agency_reads_its_own_numbers_alone(board: make.World, course: Course, signed_in: Any) -> None:
    held = session(board, course)
    came(board, held, board.police, 7)
    came(board, held, board.school, 41)
    for address in (f"/findings/course/{course.pk}/", f"/findings/session/{held.pk}/"):
        said = page(signed_in(board.police_lead), address)
        assert "Harrowdale Police" in said
        assert "Primary School" not in said
        assert "41" not in said
        assert "Primary School" in page(signed_in(board.auditor), address)
    assert "Harrowdale Police</th>" not in page(signed_in(board.police_author), f"/findings/session/{held.pk}/")


@pytest.fixture
def taught(board: make.World, course: Course) -> tuple[Review, Finding, Finding]:
    """A review with two findings; the course answers a recommendation that rests on the first."""
    review = make.review(board, stage="monitoring")
    first, second = finding(board, review, 1), finding(board, review, 2)
    rests = recommended(board, review, 1, first)
    verbs.link(by=board.manager, review=review, course=course, findings=[], recommendations=[rests])
    return review, first, second


def test_where_nobody_is_trained_for_a_finding_stands_out(
    board: make.World, course: Course, taught: tuple[Review, Finding, Finding], signed_in: Any
) -> None:
    review, first, second = taught
    came(board, session(board, course), board.police, 6)
    gaps = of_review(review, TODAY)
    rows = {(row.agency.name, row.level): row.numbers for row in gaps.rows}
    assert rows == {
        ("Harrowdale Police", "executive"): (0, 0),
        ("Harrowdale Police", "manager"): (0, 0),
        ("Harrowdale Police", "front_line"): (6, 0),
    }
    assert [(found, len(places)) for found, places in gaps.open] == [(first, 2), (second, 3)]
    said = page(signed_in(board.panel), f"/findings/{review.ref}/gap/")
    assert "Finding 1: nobody is trained of Harrowdale Police (executive), Harrowdale Police (manager)." in said
    assert "No course" in said
    session(board, course, TODAY + timedelta(days=9))
    assert of_review(review, TODAY).taught[0].next_on == TODAY + timedelta(days=9)


def test_what_a_course_answers_elsewhere_stays_when_it_is_linked_here(
    board: make.World, course: Course, taught: tuple[Review, Finding, Finding]
) -> None:
    review, first, _ = taught
    other = make.review(board, number=2)
    verbs.link(by=board.manager, review=other, course=course, findings=[finding(board, other, 1)], recommendations=[])
    verbs.link(by=board.manager, review=review, course=course, findings=[first], recommendations=[])
    assert {each.review for each in course.findings.all()} == {review, other}
    assert not course.recommendations.exists()
    with pytest.raises(Refused, match="of this review"):
        verbs.link(by=board.manager, review=other, course=course, findings=[first], recommendations=[])


def test_the_thread_leads_from_a_finding_to_its_training(
    board: make.World, course: Course, taught: tuple[Review, Finding, Finding]
) -> None:
    review, first, _ = taught
    verbs.link(by=board.manager, review=review, course=course, findings=[first], recommendations=[])

    def node() -> Any:
        found = strands(review, board.reviewer, broken([review]))
        return next(each for strand in found for each in strand.nodes() if each.key.startswith("course-"))

    assert node().broken == ("has trained nobody yet",)
    came(board, session(board, course), board.police, 6)
    assert (node().broken, node().words) == ((), "6 people trained")
