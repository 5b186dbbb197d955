"""A referral by somebody without an account: one link, one referral, and nothing to be read with it but one's own words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from agencies.models import User
from reviews.models import Event, Invitation, Message, Referral
from reviews.services import invitation as verbs
from reviews.services import invited, message
from reviews.services import referral as referrals
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()
SAID = {"rule_set": make.CHILD, "subject_name": "Amara Okafor", "outcome": "died", "circumstances": "Found at home."}


@pytest.fixture(autouse=True)
def nobody_asked_before() -> None:
    cache.clear()


def made(board: make.World, address: str = "") -> tuple[Invitation, str]:
    until = TODAY + timedelta(days=3)
    who = "Dr Ana Mistry, Mill Lane Surgery"
    return verbs.make(by=board.manager, board=board.board, invited=who, address=address, expires_on=until)


def opened(key: str) -> Client:
    client = Client()
    answer = client.get("/reviews/invited/open/", {"key": key})
    assert (answer.status_code, answer["Location"], answer["Referrer-Policy"]) == (
        302,
        "/reviews/invited/",
        "no-referrer",
    )
    return client


def test_an_invited_person_saves_comes_back_sends_and_gets_a_receipt(board: make.World, signed_in: Any) -> None:
    invitation, key = made(board)
    people = User.objects.count()
    first = opened(key)
    assert "Dr Ana Mistry" in first.get("/reviews/invited/").content.decode()
    assert first.post("/reviews/invited/write/", {"rule_set": make.CHILD, "concern": "Slow."}).status_code == 302
    assert "say who it is about" in first.post("/reviews/invited/", follow=True).content.decode()
    later = opened(key)
    form = later.get("/reviews/invited/write/").content.decode()
    assert "Slow." in form
    seen = Referral.objects.get().version
    assert later.post("/reviews/invited/write/", {**SAID, "seen_version": seen}).status_code == 302
    receipt = later.post("/reviews/invited/", follow=True).content.decode()
    referral = Referral.objects.get()
    assert (referral.status, referral.referrer, referral.made_by) == ("sent", None, invitation.invited)
    assert referral.ref in receipt
    assert "What happens next" in receipt
    assert "Amara" not in receipt
    assert User.objects.count() == people
    verbs_of_it = [(event.verb, event.actor, event.facts.get("invitation")) for event in Event.objects.order_by("pk")]
    assert verbs_of_it[1:] == [(f"referral.{verb}", None, invitation.pk) for verb in ("begun", "written", "sent")]
    assert "by invitation" in signed_in(board.manager).get(f"/reviews/referral/{referral.ref}/").content.decode()


def test_a_spent_link_shows_the_receipt_and_takes_nothing_more(board: make.World) -> None:
    invitation, key = made(board)
    invited.keep(by=invitation, values=SAID)
    invited.send(by=Invitation.objects.get())
    client = opened(key)
    assert "Your referral was sent" in client.get("/reviews/invited/").content.decode()
    assert "Amara" not in client.get("/reviews/invited/write/").content.decode()
    client.post("/reviews/invited/write/", {**SAID, "circumstances": "Otherwise."})
    assert Referral.objects.get().circumstances == "Found at home."
    with pytest.raises(Refused, match="no longer takes"):
        invited.send(by=Invitation.objects.get())


def test_what_does_not_open_answers_alike(board: make.World) -> None:
    withdrawn, first = made(board)
    verbs.withdraw(by=board.manager, invitation=withdrawn)
    expired, second = made(board)
    Invitation.objects.filter(pk=expired.pk).update(expires_on=TODAY - timedelta(days=1))
    renewed, third = made(board)
    verbs.renew(by=board.manager, invitation=renewed, expires_on=TODAY)
    answers = [Client().get("/reviews/invited/open/", {"key": key}) for key in (first, second, third, "guessed")]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content.split(b"<main")[1] for answer in answers}) == 1


def test_a_session_ends_with_its_invitation(board: make.World) -> None:
    invitation, key = made(board)
    client = opened(key)
    verbs.withdraw(by=board.manager, invitation=invitation)
    assert client.post("/reviews/invited/write/", SAID).status_code == 200
    assert not Referral.objects.exists()


def test_nothing_is_stored_or_named_to_others_and_the_key_is_not_kept(board: make.World) -> None:
    _, key = made(board)
    client = opened(key)
    for answer in (
        client.get("/reviews/invited/open/"),
        client.get("/reviews/invited/"),
        client.get("/reviews/invited/write/"),
    ):
        assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("same-origin", "no-store, private")
        assert key not in answer.content.decode()
    assert key not in str(list(Invitation.objects.values())) + str(list(Invitation.history.values())) + str(
        client.session.items()
    )


def test_who_asks_too_often_waits(board: make.World) -> None:
    client, statuses = Client(), set()
    for number in range(61):
        statuses.add(client.get("/reviews/invited/open/", {"key": str(number)}).status_code)
    assert statuses == {404, 429}


def test_a_right_link_opens_whatever_others_tried_from_the_same_address(board: make.World) -> None:
    _, key = made(board)
    for number in range(61):
        Client().get("/reviews/invited/open/", {"key": str(number)})
    opened(key)


def test_the_link_goes_by_mail_and_its_words_are_forgotten(
    board: make.World, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _, key = made(board, address="ana@example.org")
    assert message.FORGOTTEN in Message.objects.get().text
    assert key not in str(list(Message.objects.values()))


def test_an_invitation_lets_nothing_else_be_done(board: make.World) -> None:
    invitation, _ = made(board)
    other = referrals.begin(by=board.referrer, board=board.board, values=SAID)
    assert not invitation.lets("referral.change", other)
    assert not invitation.lets("review.see", board.board)
    elsewhere = make.world("Marlow")
    assert not invitation.lets("referral.make", elsewhere.board)


def test_only_who_may_invites(board: make.World) -> None:
    for who in (board.chair, board.referrer, board.police_lead):
        with pytest.raises(Exception, match="Your role does not let you invite"):
            verbs.make(by=who, board=board.board, invited="A", address="", expires_on=TODAY)
