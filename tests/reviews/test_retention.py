"""The pages of retention: the list, the schedule, the holds, and the way of a case to its certificate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.models import Professional, SupportOffer
from reviews.models import DestructionCertificate, LegalHold, Review
from tests import make
from tests.case import Case
from tests.reviews.test_destruction import HELD, closed, full, proposed


@pytest.fixture
def case(board: make.World) -> Case:
    return full(board)


def words(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def of(case: Case, name: str) -> str:
    return case.address(f"reviews.retention.{name}")


def test_a_case_goes_from_the_list_to_its_certificate_by_two_people(
    case: Case, signed_in: Any, django_capture_on_commit_callbacks: Any
) -> None:
    world, ref = case.world, case.review.ref
    manager, chair = signed_in(world.manager), signed_in(world.chair)
    assert ref in words(manager, of(case, "list")).split("Holds over all cases")[0]
    assert "Propose that it is destroyed" in words(manager, of(case, "show"))
    asked = {"reason": "Its time has come.", "library": "keep", "confirm": "on"}
    assert manager.post(of(case, "propose"), asked).status_code == 302
    assert "Waits for the second person" in words(chair, of(case, "list"))
    assert "Its time has come." in words(chair, of(case, "answer"))
    wrong = chair.post(of(case, "answer"), {"answer": "destroy", "ref": "SCR-2026-999"})
    assert wrong.status_code == 422
    assert f"Type {ref}, so that no other case is destroyed by mistake." in wrong.content.decode()
    assert Review.objects.filter(ref=ref).exists()
    with django_capture_on_commit_callbacks(execute=True):
        done = chair.post(of(case, "answer"), {"answer": "destroy", "ref": ref})
    made = DestructionCertificate.objects.get(review_ref=ref)
    assert done.url == f"/reviews/certificate/{made.pk}/"
    said = words(chair, done.url)
    assert f"Certificate of destruction, {ref}" in said
    assert "Its time has come." in said
    assert "still kept" not in said
    assert chair.get(of(case, "show")).status_code == 404
    assert chair.get(f"/reviews/{ref}/").status_code == 404
    for kind, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        assert b"".join(chair.get(f"{done.url}download/{kind}/").streaming_content).startswith(start)


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(case: Case, signed_in: Any) -> None:
    manager = signed_in(case.world.manager)
    said = manager.post(of(case, "propose"), {"reason": "Amara is grown up.", "library": "keep", "confirm": "on"})
    assert said.status_code == 422
    assert "names somebody of the case (Amara)" in said.content.decode()
    assert "Amara is grown up." in said.content.decode()
    hold = {"kind": "inquest", "why": "Asked for.", "since": "1/9/2026", "look_again_on": "1/9/2020"}
    said = manager.post(case.address("reviews.legal_hold.new"), hold)
    assert said.status_code == 422
    assert "say when it is looked at again" in said.content.decode()
    said = manager.post(of(case, "period"), {"line": "sign-ins", "kept": "years", "reason": "r"})
    assert "Enter how many years." in said.content.decode()


def test_a_hold_stands_on_the_list_and_on_the_page_until_it_is_lifted(case: Case, signed_in: Any) -> None:
    chair = signed_in(case.world.chair)
    given = {"kind": "litigation", "why": "A claim is expected.", "since": "1/9/2026", "look_again_on": "1/9/2050"}
    assert chair.post(case.address("reviews.legal_hold.new"), given).status_code == 302
    assert "Legal hold" in words(chair, of(case, "list")).split("Other closed cases")[0]
    assert "A claim is expected." in words(chair, of(case, "show"))
    held = LegalHold.objects.standing().get()
    assert (
        chair.post(f"/reviews/{case.review.ref}/legal_hold/{held.pk}/lift/", {"reason": "Settled."}).status_code == 302
    )
    said = words(chair, of(case, "show"))
    assert "Settled." in said
    assert "What stands in the way" not in said


def test_the_board_sees_its_own_period_beside_the_schedule_with_every_version(case: Case, signed_in: Any) -> None:
    manager = signed_in(case.world.manager)
    address = "/reviews/retention/period/?line=published-child"
    for years in ("90", "30"):
        given = {"line": "published-child", "kept": "years", "years": years, "reason": f"Schedule of {years}."}
        assert manager.post(address, given).status_code == 302
    assert "30 years" in words(manager, of(case, "schedule"))
    assert "90 years. Schedule of 90." in words(manager, address)
    assert manager.post(address, {"line": "chronologies", "kept": "good", "reason": "r"}).status_code == 422


def test_whoever_may_not_read_entries_on_hold_reads_no_number_of_working_records(case: Case, signed_in: Any) -> None:
    proposed(case)
    chair = words(signed_in(case.world.chair), of(case, "answer"))
    manager = words(signed_in(case.world.manager), of(case, "propose"))
    cell = '<td class="govuk-table__cell govuk-table__cell--numeric">'
    assert f"Entries</th>{cell}All</td>{cell}All</td>" in chair
    assert f"Entries</th>{cell}6</td>" in manager
    for said in (chair, manager):
        assert "Professionals</th>" not in said
        assert "Holds</th>" not in said


def test_pages_are_the_same_whether_there_is_support_for_staff_or_not(case: Case, signed_in: Any) -> None:
    def plain(text: str) -> str:
        return text.split("<main")[1].split('name="csrf')[0]

    proposed(case)
    before = [plain(words(signed_in(case.world.manager), of(case, name))) for name in ("list", "show", "propose")]
    offers = SupportOffer.objects.filter(professional__review=case.review)
    offers.delete()
    Professional.objects.filter(review=case.review).delete()
    after = [plain(words(signed_in(case.world.manager), of(case, name))) for name in ("list", "show", "propose")]
    assert after == before


def test_pages_ask_the_database_as_often_for_many_cases_as_for_one(case: Case, signed_in: Any) -> None:
    proposed(case)
    manager, chair = signed_in(case.world.manager), signed_in(case.world.chair)

    def asked(client: Any, name: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            words(client, of(case, name))
        return len(queries)

    names = [(manager, "list"), (manager, "show"), (manager, "propose"), (chair, "answer"), (manager, "schedule")]
    before = [asked(client, name) for client, name in names]
    assert max(before) <= 25
    for number in range(2, 6):
        other = make.review(case.world, number=number)
        closed(other, case.world.manager)
        LegalHold.objects.create(board=case.world.board, review=other, placed_by=case.world.manager, **HELD)
    assert [asked(client, name) for client, name in names] == before


def test_what_is_kept_longer_stands_among_the_other_cases(case: Case, signed_in: Any) -> None:
    manager, until = signed_in(case.world.manager), timezone.localdate() + timedelta(days=40)
    assert manager.post(of(case, "keep"), {"until": f"{until:%d/%m/%Y}", "reason": "Research."}).status_code == 302
    assert case.review.ref not in words(manager, of(case, "list")).split("Other closed cases")[0]
