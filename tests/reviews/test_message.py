"""The outbox: a key once for ever, one sender for each letter, and a server that says no."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.utils import timezone

from reviews.models import Message
from reviews.services import message
from tests import make


def queued(board: make.World, key: str = "one", **more: Any) -> Message:
    message.queue(key=key, kind="k", subject="s", text="t", to=board.manager, board=board.board, **more)
    return Message.objects.get(key=key)


def test_a_key_is_used_once_whatever_became_of_its_letter(board: make.World, mailoutbox: list[Any]) -> None:
    queued(board, about="request-1")
    message.call_off(about="request-1")
    assert not message.queue(key="one", kind="k", subject="s", text="t", to=board.manager)
    assert (message.send_waiting(), mailoutbox) == (0, [])


def test_of_two_senders_one_wins(board: make.World) -> None:
    waiting = queued(board)
    assert [bool(message.claim(waiting.pk)), bool(message.claim(waiting.pk))] == [True, False]


def test_a_letter_whose_sender_died_is_tried_again_under_the_same_number(board: make.World) -> None:
    waiting = queued(board)
    first = message.claim(waiting.pk)
    Message.objects.update(try_at=timezone.now() - timedelta(seconds=1))
    second = message.claim(waiting.pk)
    assert first is not None
    assert second is not None
    assert message.letter(first).extra_headers == message.letter(second).extra_headers


def test_an_address_that_is_refused_holds_no_other_letter_up(
    board: make.World, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = queued(board, "bad", address="nobody@example.org")
    queued(board, "good")
    real = message.EmailMessage.send

    def send(letter: Any) -> int:
        if letter.to == ["nobody@example.org"]:
            raise SMTPRecipientsRefused({"nobody@example.org": (550, b"unknown")})
        return real(letter)

    monkeypatch.setattr(message.EmailMessage, "send", send)
    assert message.send_waiting() == 1
    bad.refresh_from_db()
    assert bad.trouble.startswith("SMTPRecipientsRefused")
    assert bad.try_at > timezone.now()


def test_a_link_that_opens_something_is_not_kept(board: make.World, mailoutbox: list[Any]) -> None:
    waiting = queued(board, forget=True)
    message.send_waiting()
    waiting.refresh_from_db()
    assert mailoutbox[0].body == "t"
    assert waiting.text == message.FORGOTTEN


def test_the_outbox_shows_what_went_to_whom_and_what_did_not(board: make.World, signed_in: Any) -> None:
    sent, stopped = queued(board, "sent"), queued(board, "stopped", about="request-1")
    queued(board, "waiting", forget=True)
    Message.objects.filter(pk=sent.pk).update(subject="Harrowdale: a clock runs out", sent_at=timezone.now(), text="Sign in.")  # fmt: skip
    message.call_off(about="request-1")
    Message.objects.filter(key="waiting").update(subject="A link", text="https://portal.example/?key=secret")
    message.put_off(Message.objects.get(key="waiting"), OSError("no route"))
    theirs = make.world("Marlow")
    message.queue(key="theirs", kind="k", subject="Marlow’s", text="t", to=theirs.manager, board=theirs.board)
    message.queue(key="account", kind="k", subject="Password", text="t", address="a@example.org")
    client = signed_in(board.manager)
    assert "/reviews/message/" in client.get("/reviews/").content.decode()
    page = client.get("/reviews/message/").content.decode()
    for words in ("Harrowdale: a clock runs out", "Sign in.", "Called off", "OSError: no route", board.manager.email):
        assert words in page, words
    for words in ("key=secret", "Marlow’s", "Password"):
        assert words not in page, words
    narrowed = client.get("/reviews/message/?state=trouble").content.decode()
    assert "A link" in narrowed
    assert "a clock runs out" not in narrowed
    assert "No e-mail fits" in client.get("/reviews/message/?to=nobody@").content.decode()
    assert signed_in(board.police_lead).get("/reviews/message/").status_code == 403
    assert stopped.state == "waiting"
