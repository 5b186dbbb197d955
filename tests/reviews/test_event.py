"""The record on its pages: narrowed, by person, by record with what differs, as a file, and its head to be lodged."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from agencies.models import Hold
from reviews.models import Event, LegalAdvice
from reviews.services import person as people
from reviews.services.events import chain_of, record, verify
from scr_portal.lib.page_tags import told
from tests import make
from tests.case import Case, one_of_everything


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything."""
    return one_of_everything(board)


def read(client: Any, address: str, **asked: Any) -> str:
    """A page in one line."""
    return " ".join(client.get(address, asked).content.decode().split())


def shown(page: str) -> list[str]:
    """The verbs in the table of events, in their order."""
    cells = page.partition("<tbody")[2].partition("</tbody>")[0].split('<tr class="govuk-table__row">')[1:]
    return [cell.split('<td class="govuk-table__cell">')[3].partition("<br>")[0] for cell in cells]


def test_the_record_is_narrowed_to_a_kind_of_event_a_person_a_kind_of_record_and_a_period(
    case: Case, signed_in: Any
) -> None:
    world, client = case.world, signed_in(case.world.auditor)
    record(world.manager, "review.looked_at", case.review)
    record(world.reviewer, "finding.looked_at", case.of["police"]["finding"])
    address = case.address("reviews.event.list")
    both = ["Finding looked at", "Review looked at"]
    assert shown(read(client, address)) == both
    assert shown(read(client, address, verb="review.looked_at")) == both[1:]
    assert shown(read(client, address, who=world.reviewer.pk)) == both[:1]
    assert shown(read(client, address, about="findings.finding")) == both[:1]
    assert shown(read(client, address, since="1/1/2020")) == both
    assert "Nothing fits." in read(client, address, until="1/1/2020")
    assert "The period ends before it begins" in read(client, address, since="2/1/2020", until="1/1/2020")
    assert 'value="31/02/2020"' in read(client, address, since="31/02/2020")


def test_facts_are_said_in_words_and_those_that_say_nothing_are_left_out() -> None:
    facts = {
        "done_on": "2026-03-25",
        "due": "2026-02-31",
        "until": None,
        "nil": False,
        "fields": ["first", "last"],
        "entries": 7,
    }
    said = [("done on", "25 March 2026"), ("due", "2026-02-31"), ("nil", "no"), ("fields", "first, last")]
    assert told(facts, {"entries"}) == said


def test_a_person_s_page_holds_what_they_did_as_far_as_its_reader_may_read_of_it(case: Case, signed_in: Any) -> None:
    world = case.world
    record(world.manager, "review.looked_at", case.review)
    record(world.manager, "person.signed_in", world.manager, board=world.board)
    record(None, "person.sign_in_failed", world.manager, board=world.board)
    record(world.chair, "person.signed_in", world.chair, board=world.board)
    address = case.address("reviews.event.of_person")
    failed, signed, looked = "Person sign in failed", "Person signed in", "Review looked at"
    assert shown(read(signed_in(world.auditor), address)) == [failed, signed, looked]
    assert shown(read(signed_in(world.administrator), address)) == [failed, signed]


def test_a_record_s_page_shows_word_by_word_what_differs(case: Case, signed_in: Any) -> None:
    subject = case.records["person"]
    people.write(
        by=case.world.manager,
        person=subject,
        values={"pseudonym": subject.pseudonym, "relation": "mother of the child"},
        seen_version=None,
    )
    people.write(
        by=case.world.manager,
        person=subject,
        values={"pseudonym": subject.pseudonym, "relation": "mother of the second child"},
        seen_version=None,
    )
    page = read(signed_in(case.world.auditor), case.address("reviews.history.show"))
    assert 'mother of the <ins class="scr-in"><span class="govuk-visually-hidden">[put in: </span>second <span' in page
    assert shown(page)[:2] == ["Person written", "Person written"]
    assert "Tom Brennan" in page


def test_the_words_of_a_version_are_read_with_the_right_to_what_the_record_says(case: Case, signed_in: Any) -> None:
    advice = LegalAdvice.objects.create(
        review=case.review, given_by="Counsel", given_on=case.world.board.created_at.date(), question="q", advice="Privileged words",
        recorded_by=case.world.manager,
    )  # fmt: skip
    record(case.world.manager, "legal_advice.added", advice)
    address = case.address("reviews.history.show", kind="reviews-legaladvice", pk=advice.pk)
    assert "Privileged words" in read(signed_in(case.world.chair), address)
    page = read(signed_in(case.world.auditor), address)
    assert "Legal advice added" in page
    assert "Privileged words" not in page


def test_versions_of_what_is_on_hold_are_for_those_who_may_read_it(case: Case, signed_in: Any) -> None:
    hold = Hold.objects.filter(review=case.review).first()
    assert hold is not None
    hold.reason = "A second reason."
    hold.save()
    address = case.address("reviews.history.show", kind="agencies-hold", pk=hold.pk)
    assert signed_in(case.world.auditor).get(address).status_code == 404
    assert "second reason" in read(signed_in(case.world.manager), address).replace("</span>", "")
    assert Event.objects.latest("pk").sealed


def test_the_review_itself_has_a_page_of_what_was_done_to_it(case: Case, signed_in: Any) -> None:
    address = case.address("reviews.history.show", kind="reviews-review", pk=case.review.pk)
    assert "england-child@2023" in read(signed_in(case.world.auditor), address)


def test_no_page_opens_for_a_record_of_another_review_or_of_a_kind_that_is_none(case: Case, signed_in: Any) -> None:
    other = make.subject(case.world, make.review(case.world, number=2, title="Child B"))
    client = signed_in(case.world.auditor)
    for kind, pk in (("reviews-person", other.pk), ("agencies-user", case.world.chair.pk), ("nothing", 1)):
        assert client.get(case.address("reviews.history.show", kind=kind, pk=pk)).status_code == 404


def test_the_files_hold_what_the_page_holds_and_no_formula(case: Case, signed_in: Any) -> None:
    record(
        case.world.manager,
        "review.looked_at",
        case.review,
        why="=HYPERLINK(1)",
        facts={"entries": 7, "stage": "closed"},
    )
    client, address = signed_in(case.world.auditor), case.address("reviews.event.list")
    asked = {"verb": "review.looked_at"}
    rows = [*csv.reader(StringIO(client.get(address, {**asked, "format": "csv"}).getvalue().decode("utf-8-sig")))]
    assert rows[0] == ["OFFICIAL-SENSITIVE"]
    assert "What: Review looked at" in rows[3]
    assert rows[-1][4] == "Review looked at"
    assert not rows[-1][7].startswith("=")
    assert rows[-1][8] == "stage: closed"  # How many entries there are would tell of those on hold.
    book = openpyxl.load_workbook(BytesIO(client.get(address, {**asked, "format": "xlsx"}).getvalue()))
    assert book.active.cell(6, 8).data_type == "s"
    assert client.get(address, {"format": "exe"}).status_code == 404


def test_the_head_of_the_record_is_a_paper_that_verifies(case: Case, signed_in: Any) -> None:
    event = record(case.world.manager, "review.looked_at", case.review)
    paper = signed_in(case.world.auditor).get(case.address("reviews.event.head")).getvalue()
    said = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())
    assert case.world.board.name.replace(" ", "") in said
    assert event.hash in said
    assert chain_of(case.review, None, sealed=True) not in said
    assert list(verify([f"{event.chain}:{event.number}:{event.hash}"])) == []


def test_a_review_that_is_not_theirs_is_refused_on_the_record_of_its_board(case: Case, signed_in: Any) -> None:
    stranger = make.world("Marlow").manager
    assert signed_in(stranger).get(case.address("overview")).status_code == 404
    refused = Event.objects.latest("pk")
    assert (refused.verb, refused.actor, refused.board) == ("person.refused", stranger, case.world.board)
    before = Event.objects.count()
    assert signed_in(stranger).get("/reviews/SCR-1999-999/criteria/").status_code == 404
    assert Event.objects.count() == before


def test_who_is_locked_out_is_on_record(board: make.World, client: Any) -> None:
    said = {"login": board.manager.email, "password": "wrong"}
    statuses = [client.post("/account/login/", said).status_code for _ in range(9)]
    assert statuses[-1] == 429
    assert {event.verb for event in Event.objects.filter(subject_id=board.manager.pk)} == {
        "person.sign_in_failed",
        "person.locked_out",
    }
