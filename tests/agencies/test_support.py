"""Support for professionals as its support lead keeps it: whom, what was offered, when to offer, and who asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from agencies import supporting
from agencies.models import Professional, SupportAsk, SupportOffer
from agencies.services import support
from reviews.models import Message, Milestone, Review
from reviews.policy import Role
from reviews.services import membership
from scr_portal.lib.records import Refused
from tests import make
from tests.case import one_of_everything

TODAY = timezone.localdate()


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board)


def add(board: make.World, review: Review, code: str, agency: Any = None, by: Any = None) -> Professional:
    values = {"role_code": code, "contact": ""}
    return support.add(by=by or board.support, review=review, agency=agency or board.police, values=values)


def began(review: Review, board: make.World, day: date, event: str = "commissioned") -> None:
    Milestone.objects.create(review=review, event=event, happened_on=day, recorded_by=board.manager)


def test_from_the_menu_to_an_accepted_offer(board: make.World, review: Review, signed_in: Any) -> None:
    client = signed_in(board.support)
    hub = client.get("/agencies/support/").content.decode()
    address = f"/agencies/support/list/{review.ref}/"
    assert address in hub
    assert client.post(f"/agencies/professional/new/{review.ref}/", {"role_code": "Constable 1"}).status_code == 302
    found = Professional.objects.get()
    assert (found.role_code, found.agency, found.contact) == ("Constable 1", board.police, "")
    said = {"kind": "counselling", "offered_on": f"{TODAY:%d/%m/%Y}", "note": "Mondays at three"}
    assert client.post(f"/agencies/professional/{found.pk}/offer/new/", said).status_code == 302
    offer = SupportOffer.objects.get()
    said |= {"answer": "accepted", "seen_version": str(offer.version)}
    assert client.post(f"/agencies/offer/{offer.pk}/answer/", said).status_code == 302
    offer.refresh_from_db()
    assert (offer.answer, offer.answered_on) == ("accepted", TODAY)
    shown = client.get(address).content.decode()
    assert [word for word in ("Constable 1", "Counselling", "Mondays at three", "Accepted") if word not in shown] == []
    assert "<title>Support" in shown


def test_words_about_health_are_pointed_at_once_and_never_refused(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client, one = signed_in(board.support), add(board, review, "Constable 1")
    address, said = f"/agencies/professional/{one.pk}/offer/new/", {"kind": "debrief", "offered_on": "1/9/2026"}
    answer = client.post(address, {**said, "note": "Off sick with depression"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "“Off sick”, “depression” say something about somebody’s health" in page
    assert 'value="Off sick with depression"' in page
    assert not SupportOffer.objects.exists()
    again = {**said, "note": "Off sick with depression", "as_written": "Off sick with depression"}
    assert client.post(address, again).status_code == 302
    assert SupportOffer.objects.get().note == "Off sick with depression"
    # Other words are looked at anew, whatever was kept before.
    other = {**said, "note": "On tablets", "as_written": "Off sick with depression"}
    assert client.post(address, other).status_code == 422
    assert client.post(address, {**said, "note": "Room 3, after work"}).status_code == 302


def test_a_note_is_short(board: make.World, review: Review, signed_in: Any) -> None:
    one = add(board, review, "Constable 1")
    said = {"kind": "debrief", "offered_on": "1/9/2026", "note": "x" * 121}
    answer = signed_in(board.support).post(f"/agencies/professional/{one.pk}/offer/new/", said)
    assert answer.status_code == 422


def test_a_support_lead_looks_after_their_own_agency_and_one_of_no_agency_after_all(
    board: make.World, review: Review, signed_in: Any
) -> None:
    board.people["other"] = make.person("Ade Bright", agency=board.school)
    board.people["coordinator"] = make.person("Cora Whitfield")
    for who in ("other", "coordinator"):
        make.member(board.board, board.people[who], Role.SUPPORT_LEAD, review=review)
    add(board, review, "Constable 1")
    add(board, review, "Teacher 1", board.school, board.other)
    add(board, review, "Teacher 2", board.school, board.coordinator)
    with pytest.raises(PermissionDenied):
        add(board, review, "Teacher 3", board.school)
    seen = {who: {str(one) for one in Professional.objects.visible_to(board.people[who])} for who in board.people}
    assert {who: codes for who, codes in seen.items() if codes} == {
        "support": {"Constable 1"}, "other": {"Teacher 1", "Teacher 2"}, "coordinator": {"Constable 1", "Teacher 1", "Teacher 2"},
    }  # fmt: skip
    theirs = Professional.objects.get(role_code="Teacher 1")
    assert signed_in(board.support).get(f"/agencies/professional/{theirs.pk}/edit/").status_code == 404


def test_in_another_review_a_support_lead_finds_nothing_and_access_ends(board: make.World, review: Review) -> None:
    add(board, review, "Constable 1")
    other = Review.objects.create(board=board.board, ref="SCR-2026-999", title="Child Z", rule_set=make.CHILD)
    with pytest.raises(Http404):
        add(board, other, "Constable 2")
    held = board.support.memberships.get()
    membership.end(by=board.manager, membership=held, why="Moved away.")
    board.support.__dict__.pop("_grants", None)
    assert not Professional.objects.visible_to(board.support).exists()
    with pytest.raises(Http404):
        add(board, review, "Constable 2")


def test_a_role_code_stands_once_and_two_writers_lose_nothing(
    board: make.World, review: Review, signed_in: Any
) -> None:
    one = add(board, review, "Constable 1")
    with pytest.raises(Refused, match="recorded already"):
        add(board, review, "constable 1")
    client, address = signed_in(board.support), f"/agencies/professional/{one.pk}/edit/"
    said = {"role_code": "Sergeant 1", "seen_version": 1}
    assert client.post(address, {**said, "contact": "Room 9"}).status_code == 302
    answer = client.post(address, {**said, "contact": "Room 4"})
    assert answer.status_code == 422
    assert "Someone else changed this" in answer.content.decode()
    assert 'value="Room 4"' in answer.content.decode()


def test_who_supports_has_no_other_part_in_the_boards_reviews(board: make.World, review: Review) -> None:
    for who in ("manager", "chair", "panel", "police_lead", "police_author", "auditor", "administrator"):
        with pytest.raises(Refused, match="no other part"):
            membership.grant(
                by=board.manager, board=board.board, user=board.people[who], role=Role.SUPPORT_LEAD, review=review
            )
    with pytest.raises(Refused, match="is a support lead"):
        membership.grant(by=board.manager, board=board.board, user=board.support, role=Role.PANEL_MEMBER, review=review)
    made = membership.grant(
        by=board.manager, board=board.board, user=board.police_owner, role=Role.SUPPORT_LEAD, review=review
    )
    assert made.role == Role.SUPPORT_LEAD


def test_a_point_of_the_review_prompts_an_offer_until_it_is_made(
    board: make.World, review: Review, signed_in: Any
) -> None:
    first, second = add(board, review, "Constable 1"), add(board, review, "Constable 2")
    assert supporting.due(board.support, TODAY) == []
    began(review, board, TODAY - timedelta(days=3))
    (found,) = supporting.due(board.support, TODAY)
    assert (found.point.key, found.professionals) == ("start", (first, second))
    work = signed_in(board.support).get("/").content.decode()
    assert "Offer support: the start of the review" in work
    assert f"/agencies/support/list/{review.ref}/" in work
    support.offer(by=board.support, professional=first, values={"kind": "debrief", "offered_on": TODAY, "note": ""})
    values = {"role_code": "Constable 2", "contact": "", "wants_no_more": True}
    support.write(by=board.support, professional=second, values=values)
    assert supporting.due(board.support, TODAY) == []
    began(review, board, TODAY + timedelta(days=200), "published")
    later = supporting.due(board.support, TODAY + timedelta(days=190))
    assert [(each.point.key, each.professionals) for each in later] == [("publication", (first,))]


def test_a_prompt_is_mailed_once_for_a_point_and_says_nothing(board: make.World, review: Review) -> None:
    add(board, review, "Constable 1")
    began(review, board, TODAY)
    assert (support.remind_all(), support.remind_all()) == (1, 0)
    letter = Message.objects.get(kind=support.KIND)
    assert (letter.to, letter.subject, letter.board) == (board.support, f"Support, {review.ref}", None)
    assert f"/agencies/support/list/{review.ref}/" in letter.text
    assert [word for word in ("Constable", "start", "offer", "debrief") if word in letter.text] == []


def test_asking_reaches_the_support_leads_of_ones_agency_once(
    board: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.police_author)
    before = client.get("/agencies/support/").content.decode().partition("<form")[0]
    for _ in range(2):
        answer = client.post("/agencies/support/ask/", {"reach": "After four"}, follow=True)
        assert "A support lead will be in touch" in answer.content.decode()
    asked = SupportAsk.objects.get()
    assert (asked.asked_by, asked.agency) == (board.police_author, board.police)
    assert [letter.to for letter in Message.objects.filter(kind=support.KIND)] == [board.support]
    assert client.get("/agencies/support/").content.decode().partition("<form")[0] == before
    lead = signed_in(board.support)
    assert "After four" in lead.get("/agencies/support/").content.decode()
    assert "Somebody waits to be contacted" in lead.get("/").content.decode()
    for who in ("manager", "police_lead", "police_author", "auditor"):
        assert signed_in(board.people[who]).post(f"/agencies/support/{asked.pk}/take_up/").status_code == 404
    assert lead.post(f"/agencies/support/{asked.pk}/take_up/").status_code == 302
    assert "After four" not in lead.get("/agencies/support/").content.decode()


def test_where_nobody_would_read_it_asking_says_so_and_keeps_what_was_typed(board: make.World, signed_in: Any) -> None:
    answer = signed_in(board.school_author).post("/agencies/support/ask/", {"reach": "After four"})
    assert answer.status_code == 422
    assert "No support lead is named for you yet" in answer.content.decode()
    assert 'value="After four"' in answer.content.decode()
    assert not SupportAsk.objects.exists()


def counted(board: make.World, review: Review, accepted: int, waiting: int) -> list[list[str]]:
    for number in range(accepted + waiting):
        one = add(board, review, f"Constable {number}")
        values = {"kind": "debrief", "offered_on": TODAY, "note": ""}
        if number < accepted:
            values |= {"answer": "accepted", "answered_on": TODAY}
        support.offer(by=board.support, professional=one, values=values)
    return [
        [name, *(str(cell) for cell in shown.cells.values()), str(shown.total)]
        for name, shown in supporting.counts(review)
    ]


def test_the_board_reads_numbers_by_agency_and_none_below_five(
    board: make.World, review: Review, signed_in: Any
) -> None:
    for agency in (board.police, board.school):
        make.request(board, review, agency)
    few = "fewer than 5"
    assert counted(board, review, accepted=6, waiting=3) == [
        ["Harrowdale Police", "about 5", few, few, few, "at least 5"],
        ["Harrowdale Primary School", few, few, few, few, few],
        ["Other agencies", few, few, few, few, few],
    ]
    shown = signed_in(board.chair).get(f"/agencies/support/counts/{review.ref}/").content.decode()
    assert "about 5" in shown
    assert "Constable" not in shown


def test_each_person_finds_where_help_is_and_agencies_write_their_own(
    board: make.World, review: Review, signed_in: Any
) -> None:
    lead, address = signed_in(board.police_lead), f"/agencies/support/{board.police.pk}/words/"
    assert lead.post(address, {"support_text": "Ring Jo on 4417.", "seen_version": 1}).status_code == 302
    assert signed_in(board.administrator).post(
        "/agencies/support/edit/", {"support_text": "The board’s line: 960 188.", "seen_version": 1}
    ).status_code == 302  # fmt: skip
    own = signed_in(board.police_author).get("/agencies/support/").content.decode()
    others = signed_in(board.school_author).get("/agencies/support/").content.decode()
    assert ("Ring Jo on 4417." in own, "Ring Jo on 4417." in others) == (True, False)
    assert "960 188" in own
    assert "960 188" in others
    assert signed_in(board.school_lead).get(address).status_code == 403


# Pages on which harm is told, and somebody who reads them.
DISTRESSING = {
    "findings.chronology.show": "panel", "findings.entry.show": "panel", "findings.episode.show": "panel",
    "findings.report.preview": "chair", "findings.section.show": "panel", "findings.accuracy.answer": "police_author",
    "agencies.entry.list": "police_author", "agencies.entry.show": "police_author", "agencies.imr.show": "police_senior",
    "agencies.upload.preview": "police_author", "reviews.contribution.show": "chair", "reviews.referral.show": "referrer",
}  # fmt: skip


def test_before_what_can_distress_stands_that_it_can_and_where_help_is(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    for name, who in DISTRESSING.items():
        text = signed_in(board.people[who]).get(case.address(name)).content.decode()
        before, notice, _ = text.partition("can be hard to read")
        assert notice, name
        assert "Seen at home." not in before, name


def test_what_happens_in_a_review_is_read_without_an_account(client: Any, db: None) -> None:
    answer = client.get("/agencies/support/process/")
    assert answer.status_code == 200
    assert "decides nothing about blame" in answer.content.decode()
