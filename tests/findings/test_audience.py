"""Whom the learning reaches: planned by level and agency, sent without a fact of the case, answered by teams, read by people."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404
from django.utils import timezone

from agencies.models import Agency
from findings import spread
from findings.models import Audience, Edition, Receipt, Report, TeamAnswer
from findings.services import audience as verbs
from findings.services import learning
from reviews.models import Event, Message
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_product import begun, checked, decided_on, published, release  # noqa: F401 - fixtures
from tests.findings.test_report import report  # noqa: F401 - a fixture

TODAY = timezone.localdate()
QUIZ = [{"question": "Who rings?", "answers": ["I do", "Nobody"], "right": 0}]


@pytest.fixture
def edition(board: make.World, published: Report) -> Edition:  # noqa: F811 - as pytest names fixtures
    """Slides that are out, with one question to their readers."""
    product = begun(board, published)
    product.quiz, product.quiz_by = QUIZ, board.reviewer
    product.save()
    return release(board, checked(board, product))


def planned(board: make.World, edition: Edition, agency: Agency | None = None, **values: Any) -> Audience:
    said = {"level": "front_line", "channel": "meeting", "expected": 20, "planned_on": TODAY, "answer_by": TODAY}
    whom = {"product": edition.product, "agency": agency or board.police}
    made = verbs.plan(by=board.manager, review=edition.review, values={**whom, **said, **values})
    return Audience.objects.select_related("product__report__review__board", "agency").get(pk=made.pk)


def answered(board: make.World, line: Audience, **values: Any) -> TeamAnswer:
    said = {"used_on": TODAY, "channel": "supervision", "reached": 12, "different": "We ring first."}
    return verbs.answer(by=board.police_lead, audience=line, values={**said, **values})


def page(client: Any, edition: Edition) -> str:
    found = client.get(f"/findings/{edition.review.ref}/audience/").content.decode()
    return re.sub(r"\s+", " ", found)


def readers(board: make.World, edition: Edition, number: int, answer: int = 0, level: str = "front_line") -> None:
    """So many more people of the police who read it."""
    start = Receipt.objects.count()
    for each in range(start, start + number):
        who = make.person(f"Reader {each}", agency=board.police)
        Receipt.objects.create(edition=edition, reader=who, agency=board.police, level=level, answers=[answer])


def test_what_is_sent_holds_a_link_and_a_reference_and_nothing_of_the_case(board: make.World, edition: Edition) -> None:
    line = planned(board, edition)
    verbs.send(by=board.manager, audience=line)
    letter = Message.objects.get(kind="learning")
    assert letter.to == board.police_lead
    assert f"/findings/audience/{line.pk}/answer/" in letter.text
    assert edition.review.ref in letter.subject
    for word in ("Child A", "Amara", "home", "Slides", "harm", "died"):
        assert word not in letter.text + letter.subject
    with pytest.raises(Refused, match="already"):
        verbs.send(by=board.manager, audience=line)


def test_only_what_is_released_can_be_sent_and_somebody_has_to_lead_there(board: make.World, published: Report) -> None:  # noqa: F811 - as pytest names fixtures
    product = begun(board, published)
    said = {"level": "manager", "channel": "email", "expected": None, "planned_on": TODAY, "answer_by": TODAY}
    line = verbs.plan(
        by=board.manager, review=published.review, values={**said, "product": product, "agency": board.police}
    )
    with pytest.raises(Refused, match="not released yet"):
        verbs.send(by=board.manager, audience=line)
    release(board, checked(board, product))
    nobody = Agency.objects.create(board=board.board, name="Harrowdale Housing", kind="housing")
    line = verbs.plan(by=board.manager, review=published.review, values={**said, "product": product, "agency": nobody})
    with pytest.raises(Refused, match="Nobody leads for Harrowdale Housing"):
        verbs.send(by=board.manager, audience=line)
    with pytest.raises(Refused, match="enter a later day"):
        verbs.write(
            by=board.manager, audience=line, values={**said, "product": product, "agency": nobody, "answer_by": TODAY - timedelta(days=1)}
        )  # fmt: skip


def test_gaps_and_teams_that_have_not_answered_stand_out(board: make.World, edition: Edition, signed_in: Any) -> None:
    make.request(board, edition.review, board.school)
    line = planned(board, edition, answer_by=TODAY)
    planning = Audience.objects.select_related("agency")
    assert spread.matrix(edition.review, list(planning), TODAY)[0][1][2].state == "planned"
    verbs.send(by=board.manager, audience=line)
    lines = list(Audience.objects.select_related("agency", "answer"))
    rows = {agency.name: [place.state for place in places] for agency, places in spread.matrix(edition.review, lines, TODAY)}  # fmt: skip
    assert rows == {
        "Harrowdale Police": ["gap", "gap", "awaited", "", ""],
        "Harrowdale Primary School": ["", "", "", "gap", ""],
    }
    tomorrow = TODAY + timedelta(days=1)
    assert spread.matrix(edition.review, lines, tomorrow)[0][1][2].state == "late"
    Audience.objects.update(answer_by=TODAY - timedelta(days=1))
    client = signed_in(board.manager)
    said = page(client, edition)
    assert "<strong>3</strong> gaps: nothing is planned" in said
    assert "No answer yet" in said
    assert "Teams are late to say how they used the learning" in client.get("/").content.decode()
    assert "Say how your team used the learning" in signed_in(board.police_lead).get("/").content.decode()
    answered(board, line)
    said = page(client, edition)
    assert "12 people reached" in said
    assert "We ring first." in said
    assert "No answer yet" not in said
    assert "Teams are late" not in client.get("/").content.decode()


def test_each_team_answers_for_itself_alone(board: make.World, edition: Edition, signed_in: Any) -> None:
    line = planned(board, edition)
    client = signed_in(board.police_lead)
    assert client.get(f"/findings/audience/{line.pk}/answer/").status_code == 404  # It was not sent.
    verbs.send(by=board.manager, audience=line)
    assert client.get(f"/findings/audience/{line.pk}/answer/").status_code == 200
    assert signed_in(board.school_lead).get(f"/findings/audience/{line.pk}/answer/").status_code == 404
    with pytest.raises(PermissionDenied):
        verbs.answer(by=board.school_lead, audience=line, values={})
    answered(board, line)
    again = answered(board, line, reached=15)
    assert [row.reached for row in again.history.all()] == [15, 12]
    with pytest.raises(Refused, match="so it stays on the plan"):
        verbs.drop(by=board.manager, audience=line)


def test_who_has_not_answered_is_reminded_once_a_day(board: make.World, edition: Edition) -> None:
    with pytest.raises(Refused, match="Every team"):
        verbs.remind(by=board.manager, review=edition.review)
    line = planned(board, edition)
    verbs.send(by=board.manager, audience=line)
    assert verbs.remind(by=board.manager, review=edition.review) == 1
    with pytest.raises(Refused, match="reminded today already"):
        verbs.remind(by=board.manager, review=edition.review)
    answered(board, line)
    assert not Message.objects.waiting().filter(kind="learning").exists()


def test_a_reader_says_so_once_and_sees_the_right_answers_afterwards(
    board: make.World, edition: Edition, signed_in: Any
) -> None:
    client, address = signed_in(board.school_author), f"/findings/learning/{edition.pk}/"
    before = client.get(address).content.decode()
    assert "Nobody" in before
    assert "What the learning says" not in before
    assert client.post(address, {"question-0": "1"}).status_code == 422  # At which level?
    client.post(address, {"level": "school", "question-0": "1"})
    assert "What the learning says: <strong>I do</strong>" in client.get(address).content.decode()
    found = Receipt.objects.get()
    assert (found.reader, found.agency, found.answers) == (board.school_author, board.school, [1])
    with pytest.raises(Refused, match="already"):
        learning.read(by=board.school_author, edition=edition, level="school", answers=[0])
    assert "answers" not in str(Event.objects.filter(verb="learning.read").values_list("facts", flat=True))
    with pytest.raises(DatabaseError), transaction.atomic():
        Receipt.objects.update(answers=[0])


def test_the_board_sees_numbers_never_below_five_and_never_whose(board: make.World, edition: Edition, signed_in: Any) -> None:  # fmt: skip
    client = signed_in(board.manager)
    planned(board, edition)
    readers(board, edition, 4)
    said = page(client, edition)
    assert "Read by fewer than 5" in said
    assert "Right: fewer than 5" in said
    assert "<strong>fewer than 5</strong> said that they read it" in said
    readers(board, edition, 8)
    readers(board, edition, 2, answer=1, level="manager")
    said = page(client, edition)
    assert "Read by about 10" in said
    assert "Right: about 10" in said
    assert "Another answer: fewer than 5" in said
    assert "Reader" not in said
    assert not re.search(r"\b(12|14|2) (said|read)", said)


def test_what_is_withdrawn_is_read_and_taken_no_more(board: make.World, edition: Edition, signed_in: Any) -> None:
    client = signed_in(board.police_author)
    taken = client.get(f"/findings/learning/{edition.pk}/download/pptx/")
    assert b"".join(taken.streaming_content)[:2] == b"PK"
    edition.withdrawn_on = TODAY
    edition.save()
    for address in ("", "download/pptx/"):
        assert client.get(f"/findings/learning/{edition.pk}/{address}").status_code == 404
    assert "Slides" not in client.get("/findings/learning/").content.decode()


def test_another_board_reads_nothing_of_it(board: make.World, edition: Edition) -> None:
    stranger = make.world("Marlow").manager
    assert list(Edition.objects.visible_to(stranger)) == []
    with pytest.raises(Http404):
        learning.read(by=stranger, edition=edition, level="manager", answers=[])
