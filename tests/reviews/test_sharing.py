"""Boards share what both of them say: nothing crosses by one side’s word, before it is accepted, or after either ends it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from findings.models import Edition
from reviews import access
from reviews.explain import on_review
from reviews.forms.reader import PARTS
from reviews.models import Event, LegalAdvice, Membership, Review, ReviewGrant, Sharing
from reviews.policy import Role
from reviews.services import membership
from reviews.services import sharing as verbs
from reviews.services.events import verify
from reviews.views.reader import known
from scr_portal.lib.records import Refused
from tests import make
from tests.case import Case, one_of_everything, unlike
from tests.test_links import linked
from tests.test_policy import ASKS, BUTTONS, MARKS, PEOPLE, expected, walked
from tests.told import words

TODAY = timezone.localdate()
SPRING = date(2099, 5, 1)
# Of entries on hold, support for staff, legal advice.
SEALED = ("Told in confidence.", "A trial waits.", "Constable 1", "Room 9", "Over tea", "Zephyrine")


@pytest.fixture
def marlow(board: make.World) -> make.World:
    """The board of the next area."""
    return make.world("Marlow")


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="analysis")


def offered(board: make.World, marlow: make.World, review: Review | None) -> Sharing:
    until = SPRING if review else None
    return verbs.offer(
        by=board.manager,
        board=board.board,
        to_boards=[marlow.board],
        review=review,
        until=until,
        why="She had lived there.",
    )[0]


def given(board: make.World, marlow: make.World, review: Review) -> Sharing:
    """A review that Marlow’s chair reads."""
    sharing = offered(board, marlow, review)
    return verbs.accept(by=marlow.manager, sharing=sharing, readers=[marlow.chair])


def reads(person: Any, review: Review) -> bool:
    """Whether somebody opens a review now."""
    return Review.objects.visible_to(person).filter(pk=review.pk).exists()


def test_a_review_is_read_once_both_boards_said_so_and_by_whom_the_other_names(
    board: make.World, marlow: make.World, review: Review
) -> None:
    sharing = offered(board, marlow, review)
    assert not any(reads(person, review) for person in marlow.people.values())
    verbs.accept(by=marlow.manager, sharing=sharing, readers=[marlow.chair])
    assert {name for name, person in marlow.people.items() if reads(person, review)} == {"chair"}
    verbs.name_readers(by=marlow.manager, sharing=sharing, readers=[marlow.manager])
    assert {name for name, person in marlow.people.items() if reads(person, review)} == {"manager"}
    call_command("regrant", "--check")


def test_either_board_ends_it_and_it_opens_nothing_from_then_on(
    board: make.World, marlow: make.World, review: Review
) -> None:
    for by in (board.manager, marlow.manager):
        sharing = given(board, marlow, review)
        assert reads(marlow.chair, review)
        verbs.end(by=by, sharing=sharing, why="The review of our part is done.")
        assert not reads(marlow.chair, review)
        call_command("regrant", "--check")
        with pytest.raises(Refused, match="not shared"):
            verbs.end(by=by, sharing=sharing, why="Again.")


def test_a_declined_offer_and_one_that_was_taken_back_open_nothing(
    board: make.World, marlow: make.World, review: Review
) -> None:
    declined, back = offered(board, marlow, review), offered(board, marlow, None)
    verbs.decline(by=marlow.manager, sharing=declined, why="We never knew her.")
    verbs.end(by=board.manager, sharing=back, why="Too early.")
    for sharing in (declined, back):
        with pytest.raises(Refused, match="no longer waits"):
            verbs.accept(by=marlow.manager, sharing=sharing, readers=[marlow.chair])
    assert not reads(marlow.chair, review)


def test_one_side_alone_neither_accepts_its_own_offer_nor_names_readers(
    board: make.World, marlow: make.World, review: Review
) -> None:
    sharing = offered(board, marlow, review)
    with pytest.raises(Http404):
        verbs.accept(by=board.manager, sharing=sharing, readers=[board.chair])
    with pytest.raises(PermissionDenied):
        verbs.accept(by=marlow.chair, sharing=sharing, readers=[marlow.chair])
    with pytest.raises(Refused, match="not shared"):  # Who was offered it says no by declining.
        verbs.end(by=marlow.manager, sharing=sharing, why="No.")
    verbs.accept(by=marlow.manager, sharing=sharing, readers=[marlow.chair])
    with pytest.raises(Http404):
        verbs.name_readers(by=board.manager, sharing=sharing, readers=[marlow.manager])


def test_no_board_gives_what_is_not_its_own_and_none_asks_twice(
    board: make.World, marlow: make.World, review: Review
) -> None:
    theirs = make.review(marlow)
    with pytest.raises(Http404):
        verbs.offer(by=board.manager, board=board.board, to_boards=[marlow.board], review=theirs, until=SPRING, why="w")
    with pytest.raises(Refused, match="until a day"):
        verbs.offer(by=board.manager, board=board.board, to_boards=[marlow.board], review=review, why="w")
    with pytest.raises(Refused, match="not to come"):
        verbs.offer(
            by=board.manager,
            board=board.board,
            to_boards=[marlow.board],
            review=review,
            until=date(2020, 1, 1),
            why="w",
        )
    offered(board, marlow, None)
    for ours, other in ((board, marlow), (marlow, board), (board, board)):
        with pytest.raises(Refused, match="share this"):
            verbs.offer(by=ours.manager, board=ours.board, to_boards=[other.board], why="w")


def test_only_who_governs_reviews_of_their_own_board_reads_another_boards_and_for_as_long_as_they_do(
    board: make.World, marlow: make.World, review: Review
) -> None:
    sharing = offered(board, marlow, review)
    for strange in (marlow.referrer, marlow.police_lead, marlow.outsider, board.chair):
        with pytest.raises(Refused, match="does not govern reviews of your board"):
            verbs.accept(by=marlow.manager, sharing=sharing, readers=[strange])
    with pytest.raises(Refused, match="Choose who of your board reads it"):
        verbs.accept(by=marlow.manager, sharing=sharing)
    with pytest.raises(Refused, match="A guest is named by their own board"):
        membership.grant(by=board.manager, board=board.board, user=marlow.chair, role=Role.GUEST, review=review)
    verbs.accept(by=marlow.manager, sharing=sharing, readers=[marlow.chair])
    assert {*ReviewGrant.objects.filter(user=marlow.chair).values_list("until", flat=True)} == {SPRING}
    membership.end(by=marlow.administrator, membership=marlow.chair.memberships.get(), why="Moved away.")
    assert not reads(marlow.chair, review)
    call_command("regrant", "--check")


def test_the_last_day_ends_it_by_itself(board: make.World, marlow: make.World, review: Review) -> None:
    sharing = given(board, marlow, review)
    yesterday = TODAY - timedelta(days=1)
    Sharing.objects.filter(pk=sharing.pk).update(until=yesterday)
    ReviewGrant.objects.filter(user=marlow.chair).update(until=yesterday)
    assert not reads(marlow.chair, review)
    assert not Sharing.objects.standing().exists()
    call_command("regrant", "--check")


def test_both_boards_have_each_step_in_their_own_record(board: make.World, marlow: make.World, review: Review) -> None:
    sharing = given(board, marlow, review)
    verbs.end(by=marlow.manager, sharing=sharing, why="Done.")
    steps = ["sharing.offered", "sharing.accepted", "sharing.ended"]
    for reader in (board.auditor, marlow.auditor):
        seen = Event.objects.visible_to(reader).filter(verb__startswith="sharing.").order_by("pk")
        assert [*seen.values_list("verb", flat=True)] == steps
    assert {*Event.objects.filter(board=marlow.board).values_list("review", flat=True)} == {None}
    assert list(verify()) == []


def test_who_can_see_this_names_the_sharing_and_agrees_with_the_portal(
    board: make.World, marlow: make.World, review: Review
) -> None:
    sharing = given(board, marlow, review)
    for may in (True, False):
        people = known(review)
        for action in PARTS:
            for person in (marlow.chair, marlow.manager):
                person.__dict__.pop("_grants", None)
                said = on_review(action, person, people.get(person, []), review, TODAY)
                assert said.may == access.allowed(person, action, review), (action, said)
        because = " ".join(on_review("review.see", marlow.chair, people[marlow.chair], review, TODAY).because)
        both = "Guest of another board (of Marlow: offered by Tom Brennan on"
        assert both in because
        assert ("that has ended" in because) is not may
        if may:
            verbs.end(by=board.manager, sharing=sharing, why="Done.")


def test_a_guest_opens_what_the_table_says_and_nothing_that_is_sealed(
    board: make.World, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case: Case = one_of_everything(board)
    LegalAdvice.objects.update(question=SEALED[-1], advice=SEALED[-1])
    guest = case.records["sharing"].readers.get()
    monkeypatch.setitem(PEOPLE, "guest", Role.GUEST)
    client = signed_in(guest)
    names = [name for name in walked() if ASKS[name] != "-"]
    answers = {name: client.get(case.address(name)) for name in names}
    said = {name: 405 if name in BUTTONS else expected("guest", name, ASKS[name]) for name in names}
    assert unlike({name: answer.status_code for name, answer in answers.items()}, said) == []
    opened = {name: words(answer) for name, answer in answers.items() if answer.status_code == 200}
    assert {"overview", "findings.chronology.show", "findings.report.show"} <= opened.keys()
    assert [(name, word) for name, text in opened.items() for word in SEALED if word in text] == []
    shown = {href for text in opened.values() for href in linked(text)}
    assert sorted(href for href in shown if client.get(href).status_code >= 400) == []
    theirs = words(signed_in(board.reviewer).get(case.address("findings.chronology.show")))
    assert SEALED[0] in theirs
    assert {action for action, (_, marks) in MARKS.items() if marks[Role.GUEST] == "y"} == {
        "review.see", "review.names", "chronology.see", "finding.see", "report.see",
    }  # fmt: skip


def test_learning_is_read_both_ways_while_both_share_it(board: make.World, marlow: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    edition, lead = case.records["edition"], marlow.school_lead
    address = case.address("findings.learning.show")

    def learns() -> bool:
        lead.__dict__.pop("_roles_by_board", None)
        return Edition.objects.visible_to(lead).filter(pk=edition.pk).exists()

    sharing = offered(board, marlow, None)
    assert not learns()
    assert signed_in(lead).get(address).status_code == 404
    verbs.accept(by=marlow.manager, sharing=sharing)
    assert learns()
    assert signed_in(lead).get(address).status_code == 200
    assert signed_in(lead).get(case.address("findings.learning.download")).status_code == 200
    assert signed_in(lead).post(address, {"level": "front_line"}).status_code == 404  # Receipts are the board’s own.
    assert Sharing.objects.learning_of(board.school_lead) >= {board.board.pk, marlow.board.pk}
    assert not Review.objects.visible_to(lead).filter(board=board.board).exists()
    verbs.end(by=marlow.manager, sharing=sharing, why="We part.")
    assert not learns()


def test_the_form_of_an_offer_names_boards_and_tells_nothing_else_of_them(board: make.World, signed_in: Any) -> None:
    other = one_of_everything(make.world("Tamsworth"))
    page = words(signed_in(board.manager).get("/reviews/sharing/new/"))
    assert page.count("Tamsworth") == page.count(str(other.world.board)) == 2  # And the board beside it.


def test_a_form_that_lacks_something_says_what_and_keeps_the_rest(
    board: make.World, marlow: make.World, review: Review, signed_in: Any
) -> None:
    client = signed_in(board.manager)
    answer = client.post("/reviews/sharing/new/", {"what": "review", "to_boards": [marlow.board.pk], "why": "Joint."})
    said = words(answer)
    assert answer.status_code == 422
    assert "Choose the review that you give to read." in said
    assert "Enter the last day on which the other board reads it." in said
    assert "Joint." in said
    sharing = offered(board, marlow, review)
    answer = signed_in(marlow.manager).post(f"/reviews/sharing/{sharing.pk}/answer/", {"answer": "decline"})
    assert "Say why you decline it." in words(answer)


def test_somebody_who_supports_staff_of_the_board_is_no_guest_in_it(
    board: make.World, marlow: make.World, review: Review
) -> None:
    Membership.objects.create(board=board.board, user=marlow.chair, role=Role.SUPPORT_LEAD, review=review)
    with pytest.raises(Refused, match="support lead"):
        verbs.accept(by=marlow.manager, sharing=offered(board, marlow, review), readers=[marlow.chair])
