"""Uploaded files are looked at before anything reads them: what cannot be looked at is not taken, and nothing typed is lost."""

from __future__ import annotations

import ast
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agencies.models import Request, Upload
from findings.models import Action, EvidenceFile
from findings.services import action as verbs
from reviews.models import Event
from reviews.stages import Stage
from scr_portal import readiness
from scr_portal.lib import sealed_files
from scr_portal.lib.uploads import runs
from scr_portal.setup import ROOT
from tests import make
from tests.findings.test_action import accepted

ROWS = b"Date,What happened\n27/03/2019,Seen at home.\n"


@pytest.fixture
def silent(settings: Any) -> None:
    """A virus scanner that is set and does not answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.CLAMD = f"127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def asked(board: make.World) -> Request:
    return make.request(board, make.review(board), board.police, author=board.police_author)


@pytest.fixture
def action(board: make.World) -> Action:
    review = make.review(board, number=2, stage=Stage.MONITORING)
    values = {
        "agency": board.police,
        "text": "Train all.",
        "target_on": timezone.localdate(),
        "owner": board.police_owner,
    }
    return verbs.set_action(by=board.manager, recommendation=accepted(board, review, 1), values=values)


@pytest.mark.usefixtures("silent")
def test_a_scanner_that_does_not_answer_lets_no_file_in(board: make.World, asked: Request, signed_in: Any) -> None:
    sent = {"file": SimpleUploadedFile("ours.csv", ROWS)}
    answer = signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/upload/new/", sent)
    assert answer.status_code == 422
    assert "cannot be checked for viruses at the moment" in answer.content.decode()
    assert not Upload.objects.exists()
    event = Event.objects.get(verb="file.turned_away")
    assert (event.actor, event.facts["kind"]) == (board.police_author, "not checked")


@pytest.mark.usefixtures("silent")
def test_what_was_typed_beside_a_file_that_was_turned_away_stays(
    board: make.World, action: Action, signed_in: Any
) -> None:
    sent = {"note": "All thirty were trained.", "evidence": SimpleUploadedFile("list.pdf", b"%PDF-1.7")}
    answer = signed_in(board.police_owner).post(f"/findings/action/{action.pk}/progress/", sent)
    assert answer.status_code == 422
    assert "All thirty were trained." in answer.content.decode()
    assert not EvidenceFile.objects.exists()


@pytest.mark.parametrize(
    ("begins", "run"),
    [
        (b"MZ\x90\x00", True), (b"\x7fELF\x02", True), (b"#!/bin/sh\nrm", True), (b"  <!DOCTYPE html><p>", True),
        (b"\xef\xbb\xbf<svg onload=x>", True), (b"<script>1</script>", True), (b"L\x00\x00\x00\x01\x14\x02\x00", True),
        (b"%PDF-1.7", False), (b"PK\x03\x04", False), (b"\x89PNG\r\n", False), (b"Minutes of 3 May", False), (b"", False),
    ],
)  # fmt: skip
def test_what_runs_when_it_is_opened_is_told_by_what_it_begins_with(begins: bytes, run: bool) -> None:
    file = SimpleUploadedFile("minutes.pdf", begins)
    assert runs(file) is run
    assert file.read() == begins


def test_a_program_is_no_evidence_whatever_its_name(board: make.World, action: Action, signed_in: Any) -> None:
    sent = {"note": "See the list.", "evidence": SimpleUploadedFile("list.pdf", b"MZ\x90\x00")}
    answer = signed_in(board.police_owner).post(f"/findings/action/{action.pk}/progress/", sent)
    assert "“list.pdf” is a program or a web page" in answer.content.decode()
    assert not EvidenceFile.objects.exists()


def python_files() -> list[Path]:
    return [path for app in ("agencies", "findings", "reviews", "scr_portal") for path in (ROOT / app).rglob("*.py")]


def test_every_file_box_of_the_portal_is_one_that_says_what_was_turned_away() -> None:
    boxes = [
        str(path)
        for path in python_files()
        if "forms.FileField(" in path.read_text() and "migrations" not in path.parts
    ]
    assert [path for path in boxes if not path.endswith("lib/uploads.py")] == []


def test_no_file_is_served_for_a_browser_to_show_within_the_portal() -> None:
    inline = [
        f"{path}:{call.lineno}"
        for path in python_files()
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "FileResponse"
        if not any(each.arg == "as_attachment" and ast.literal_eval(each.value) is True for each in call.keywords)
    ]
    assert inline == []


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk without room: the kernel refuses what is written, once some of it is."""
    making = sealed_files.NamedTemporaryFile

    def begun(**said: Any) -> Any:
        file = making(**said)
        os.write(file.fileno(), b"begun")
        os.dup2(os.open("/dev/full", os.O_WRONLY), file.fileno())
        return file

    monkeypatch.setattr(sealed_files, "NamedTemporaryFile", begun)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("rows", [ROWS, ROWS * 100_000], ids=["in memory", "on disk"])
def test_a_full_disk_is_a_sentence_and_leaves_nothing_behind(
    board: make.World, signed_in: Any, settings: Any, rows: bytes
) -> None:
    asked = make.request(board, make.review(board), board.police, author=board.police_author)
    sent = {"file": SimpleUploadedFile("ours.csv", rows)}
    answer = signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/upload/new/", sent)
    assert answer.status_code == 422
    assert "There is no room left for files on the server" in answer.content.decode()
    assert not Upload.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_a_file_has_its_name_only_when_it_is_whole(settings: Any) -> None:
    def broken() -> Iterator[bytes]:
        yield b"the first half"
        assert [path.suffix for path in settings.MEDIA_ROOT.iterdir()] == [".part"]
        raise KeyboardInterrupt

    with patch.object(ContentFile, "chunks", lambda *_: broken()), pytest.raises(KeyboardInterrupt):
        default_storage.save("evidence", ContentFile(b""))
    assert [*settings.MEDIA_ROOT.iterdir()] == []


def test_two_files_that_want_one_name_are_both_kept() -> None:
    with patch.object(default_storage, "get_available_name", lambda name, max_length=None: name):
        assert default_storage.save("evidence", ContentFile(b"one")) == "evidence"
    assert default_storage.save("evidence", ContentFile(b"other")) != "evidence"
    with default_storage.open("evidence") as kept:
        assert kept.read() == b"one"


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a process that has just begun knows of what it stands on: nothing."""
    known: dict[str, Any] = {}
    monkeypatch.setattr(readiness, "KEPT", known)
    return known


def test_ready_says_a_word_for_each_thing_that_the_portal_stands_on(board: make.World, client: Any) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert set(answer.json()) == {"database", "migrations", "keys", "broker", "storage", "virus scanner"}
    assert answer.json()["storage"] == "answers"


def test_asked_often_it_writes_and_plans_once(client: Any, begun: dict[str, Any], settings: Any, db: None) -> None:
    plan, file = (
        patch.object(module, name, wraps=getattr(module, name))
        for module, name in ((readiness, "MigrationExecutor"), (sealed_files, "TemporaryFile"))
    )
    with plan as plans, file as files:
        answers = [client.get("/readyz").status_code for _ in range(3)]
    assert answers == [200, 200, 200]
    assert (plans.call_count, files.call_count) == (1, 1)
    assert list(settings.MEDIA_ROOT.iterdir()) == []


def test_the_disk_is_tried_again_when_its_word_stands_no_longer(
    client: Any, begun: dict[str, Any], settings: Any, db: None
) -> None:
    assert client.get("/readyz").json()["storage"] == "answers"
    begun["_storage"] = (time.monotonic(), "answers")
    settings.MEDIA_ROOT = Path("/proc/nowhere")
    assert client.get("/readyz").json()["storage"] == "does not answer"


@pytest.mark.usefixtures("begun")
def test_a_disk_that_keeps_nothing_is_not_ready(board: make.World, client: Any, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("a file where the folder should be")
    settings.MEDIA_ROOT = tmp_path / "full"
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["storage"]) == (503, "does not answer")


@pytest.mark.usefixtures("silent")
def test_without_its_scanner_the_portal_is_ready_for_all_but_files(board: make.World, client: Any) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["virus scanner"]) == (200, "does not answer")


def test_a_page_that_needs_a_file_says_that_files_cannot_be_reached(
    board: make.World, asked: Request, signed_in: Any
) -> None:
    person = signed_in(board.police_author)
    person.post(f"/agencies/request/{asked.pk}/upload/new/", {"file": SimpleUploadedFile("ours.csv", ROWS)})
    address = f"/agencies/upload/{Upload.objects.get().pk}/download/"
    with patch.object(sealed_files.kept_files(), "as_it_lies", side_effect=sealed_files.FilesAway("AccessDenied")):
        answer = person.get(address)
    assert answer.status_code == 503
    assert sealed_files.AWAY in answer.content.decode()
    assert b"".join(person.get(address).streaming_content) == ROWS
