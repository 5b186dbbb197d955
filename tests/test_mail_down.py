"""The mail server is away, comes back, and is away again in the middle of a letter: all that waited is sent, each letter once."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from reviews.models import Message
from reviews.services import message
from scr_portal.setup.services import HOST, free_port
from tests import make


class Taking(socketserver.StreamRequestHandler):
    """One sender at the mail server."""

    server: Server

    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode().strip().upper():
            if line == "DATA":
                if self.server.breaks:
                    return  # As a server that is taken away: without a word.
                self.say("354 go on")
                words = [*iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")]
                self.server.taken.append(next(word for word in words if word.startswith("Message-ID")))
            self.say("221 gone" if line == "QUIT" else "250 taken")
            if line == "QUIT":
                return

    def say(self, word: str) -> None:
        """Answer."""
        self.wfile.write(f"{word}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    """A mail server that keeps the numbers of the letters that it took."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int) -> None:
        self.taken: list[str] = []
        self.breaks = False
        super().__init__((HOST, port), Taking)
        threading.Thread(target=self.serve_forever, daemon=True).start()


@pytest.fixture
def port(settings: Any) -> int:
    """Where the portal looks for its mail server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, free_port()
    return int(settings.EMAIL_PORT)


@pytest.fixture
def server(port: int) -> Iterator[Server]:
    """A mail server that is there."""
    with Server(port) as server:
        yield server
        server.shutdown()


@pytest.fixture
def three(board: make.World) -> None:
    """Three letters in the outbox."""
    for key in "abc":
        message.queue(key=key, kind="k", subject="s", text="t", to=board.manager, board=board.board)


def later() -> None:
    """The pauses are over."""
    Message.objects.waiting().update(try_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.usefixtures("three")
def test_letters_wait_while_it_is_away_and_go_once_when_it_is_back(port: int) -> None:
    assert message.send_waiting() == 0
    assert Message.objects.waiting().count() == 3
    assert [each.trouble.partition(":")[0] for each in Message.objects.exclude(trouble="")] == [
        "ConnectionRefusedError"
    ]
    with Server(port) as server:
        later()
        assert (message.send_waiting(), message.send_waiting()) == (3, 0)
        server.shutdown()
    assert len(set(server.taken)) == len(server.taken) == 3
    assert not Message.objects.waiting().exists()


@pytest.mark.usefixtures("three")
def test_a_letter_in_whose_middle_it_goes_away_is_sent_again(server: Server) -> None:
    server.breaks = True
    assert message.send_waiting() == 0
    server.breaks = False
    later()
    assert message.send_waiting() == 3
    assert len(set(server.taken)) == len(server.taken) == 3
