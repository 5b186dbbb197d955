"""The web service as docker-compose.yml starts it, with doors in front of what it stands on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.conf import settings

from scr_portal.setup import ROOT
from scr_portal.setup.services import HOST, free_port, listens
from tests.services.away import Door
from tests.services.conftest import PATIENCE, database_url


class Web:
    """A running portal: its doors, its files, what it has logged, and how a person opens and sends pages."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.database, self.broker = Door(database_url(), 5432), Door(settings.REDIS_URL, 6379)
        self.files, self.log, self.port = folder / "files", folder / "log", free_port()
        self.given = os.environ | {
            "DATABASE_URL": self.database.url, "REDIS_URL": self.broker.url, "MEDIA_ROOT": str(self.files),
            "VAR_DIR": str(folder), "SECRET_KEY": settings.SECRET_KEY, "SEAL_KEYS": settings.SEAL_KEYS, "DEMO": "1",
            **more,
        }  # fmt: skip
        words = ["gunicorn", "scr_portal.wsgi", f"--bind={HOST}:{self.port}", "--workers=1", "--threads=4"]
        with self.log.open("w") as said:
            self.process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, env=self.given, stdout=said, stderr=said)  # fmt: skip

    def ask(self, path: str, cookie: str = "", body: bytes = b"", kind: str = "") -> tuple[int, str, str]:
        """(status, text, where it leads) of a page that is opened with the cookies of a sign-in, or of a form that is sent."""
        token = uuid.uuid4().hex  # 32 letters and digits: a token of the form's own making, as the cookie has it.
        headers = {"Cookie": f"{cookie}; csrftoken={token}", "X-CSRFToken": token}
        connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        connection.request(
            "POST" if body else "GET", path, body or None, headers | ({"Content-Type": kind} if kind else {})
        )
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers.get("Location", "")


@contextmanager
def serving(folder: Path, **more: str) -> Iterator[Web]:
    """A portal that answers, ended afterwards."""
    web = Web(folder, **more)
    try:
        deadline = time.monotonic() + PATIENCE
        while not listens(web.port) or web.ask("/healthz")[0] != 200:
            assert web.process.poll() is None, web.log.read_text()
            assert time.monotonic() < deadline, web.log.read_text()
            time.sleep(0.2)
        yield web
    finally:
        web.process.terminate()
        web.process.wait(timeout=PATIENCE)
        web.database.shut()
        web.broker.shut()


def cookie_of(client: Any) -> str:
    """The cookies of a sign-in, as a browser sends them."""
    return "; ".join(f"{name}={each.value}" for name, each in client.cookies.items())


def form(**fields: str | tuple[str, bytes]) -> tuple[bytes, str]:
    """A form as a browser sends it: its bytes and their kind; a pair is a file of that name."""
    edge = uuid.uuid4().hex
    parts = []
    for name, value in fields.items():
        file = f'; filename="{value[0]}"' if isinstance(value, tuple) else ""
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        parts.append(head.encode() + (value[1] if isinstance(value, tuple) else value.encode()) + b"\r\n")
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def reference(text: str) -> str:
    """The reference on a page that says that something went wrong."""
    found = re.search(r"<strong>([0-9A-F]{8})</strong>", text)
    assert found, text
    return found[1]
