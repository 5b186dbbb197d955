"""A service that can be taken away: a door in front of it that the tests shut and open."""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import urlsplit, urlunsplit

from scr_portal.setup.services import HOST, free_port


class Door:
    """Passes on what is sent to a service, until it is shut."""

    def __init__(self, url: str, usual: int) -> None:
        parts = urlsplit(url)
        self.beyond = (parts.hostname or HOST, parts.port or usual)
        self.port = free_port()
        self.url = urlunsplit(
            parts._replace(netloc=f"{parts.netloc.rpartition('@')[0]}@{HOST}:{self.port}".lstrip("@"))
        )
        self.through: set[socket.socket] = set()
        self.open()

    def open(self) -> None:
        """Let through whoever comes."""
        self.listening = socket.create_server((HOST, self.port))
        threading.Thread(target=self._listen, args=[self.listening], daemon=True).start()

    def shut(self) -> None:
        """Break what goes through, and let nobody in."""
        with contextlib.suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for one in [*self.through]:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _listen(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection(self.beyond)
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=[one, other], daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        self.through.add(one)
        with contextlib.suppress(OSError), one:
            while said := one.recv(65536):
                other.sendall(said)
        self.through.discard(one)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)
