"""Files in a bucket of a real server that speaks S3: sealed there, read by a worker from there, and away with a sentence."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
import redis
import requests
from celery import Celery
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import Upload
from findings.models import Action, EvidenceFile
from findings.services import action as actions
from reviews.models import FileToRemove, Review
from reviews.services.destruction import destroy, remove_files
from reviews.services.events import verify
from reviews.stages import Stage
from scr_portal import readiness
from scr_portal.celery import app
from scr_portal.lib.sealed_files import AWAY, kept_files
from scr_portal.lib.sealing import keys_in, newest, sealed_under
from tests import make
from tests.backup.test_backup import emptied, files, rows, said
from tests.case import one_of_everything
from tests.case_export import test_case_export as whole_case
from tests.findings.test_action import accepted
from tests.pure.test_sealing import NEW, OLD
from tests.reviews.test_destruction import full, proposed
from tests.services.bucket import Bucket, Server, object_storage
from tests.services.conftest import PATIENCE, working
from tests.services.web import Web, cookie_of, form, serving

# Emptying every table takes longer than most of these tests: it is done where something was committed.
committed = pytest.mark.django_db(transaction=True)
ROWS = b"Date,What happened\n27/03/2019,Seen at home.\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with object_storage(tmp_path_factory.mktemp("objects")) as server:
        yield server


@pytest.fixture(scope="module")
def live(server: Server) -> Bucket:
    """The bucket of a portal whose web service and worker are processes of their own."""
    return Bucket(server, "files-live")


@pytest.fixture(scope="module")
def web(django_db_setup: None, live: Bucket, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Both of them, with a Redis database of their own: the other tests' worker knows no bucket."""
    broker = urlsplit(settings.REDIS_URL)._replace(path="/15").geturl()
    redis.Redis.from_url(broker).flushdb()
    other = Celery(broker=broker, set_as_current=False)  # Else the tests after these would send their tasks there.
    folder = tmp_path_factory.mktemp("portal")
    given = live.environment(folder) | {"REDIS_URL": broker, "SEAL_KEYS": settings.SEAL_KEYS}
    with serving(folder, **given) as web, working(folder, other, **given):
        yield web


@pytest.fixture
def bucket(server: Server, request: pytest.FixtureRequest, settings: Any) -> Bucket:
    """An empty bucket in which this test keeps its files; what follows on a commit is done here, where it is known."""
    app.conf.task_always_eager = True  # Set back by the plugin that has tasks go to the worker.
    made = Bucket(server, f"files-{abs(hash(request.node.name))}")
    into(made, settings)
    return made


def into(bucket: Bucket, settings: Any, folder: str = "") -> None:
    """From here on files are kept there."""
    settings.STORAGES = {**settings.STORAGES, "default": bucket.settings(folder)}


@contextmanager
def away(server: Server) -> Iterator[None]:
    """Nobody gets through to the server meanwhile."""
    server.door.shut()
    try:
        yield
    finally:
        server.door.open()


@pytest.fixture
def sealed_with_a_key_of_its_own(settings: Any) -> Iterator[None]:
    settings.BACKUP_KEY, kept = OLD, settings.SEAL_KEYS
    yield
    settings.SEAL_KEYS = kept  # The tables are emptied after this, and whatever key is the newest then is noted.


def action_of(world: make.World) -> Action:
    """An action that its owner is about to report on."""
    review = make.review(world, number=2, stage=Stage.MONITORING)
    values = {"agency": world.police, "text": "Train all.", "target_on": timezone.localdate(), "owner": world.police_owner}  # fmt: skip
    return actions.set_action(by=world.manager, recommendation=accepted(world, review, 1), values=values)


@committed
def test_a_chronology_lies_sealed_in_the_bucket_is_read_by_a_worker_and_comes_back_as_it_was(
    web: Web, live: Bucket, signed_in: Any
) -> None:
    world = make.world()
    asked = make.request(world, make.review(world), world.police, author=world.police_author)
    who = cookie_of(signed_in(world.police_author))
    status, text, _ = web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("ours.csv", ROWS)))
    assert status == 302, text
    deadline = time.monotonic() + PATIENCE
    while (upload := Upload.objects.get()).status == "reading":
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert (upload.status, len(upload.parsed["rows"])) == ("preview", 1)
    [(name, lying)] = live.held().items()
    assert name == upload.file.name
    assert b"home" not in lying
    assert sealed_under(BytesIO(lying)) == newest().name
    assert not [path for path in web.files.rglob("*") if path.is_file()]
    status, text, _ = web.ask(f"/agencies/upload/{upload.pk}/download/", who)
    assert (status, text.encode()) == (200, ROWS)
    assert requests.get(f"{live.server.url}/{live.name}/{name}", timeout=PATIENCE).status_code == 403
    with away(live.server):
        status, text, _ = web.ask(f"/agencies/upload/{upload.pk}/download/", who)
        assert (status, AWAY in text) == (503, True)
        status, text, _ = web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("more.csv", ROWS * 9)))
        assert (status, AWAY in text) == (422, True)
        assert web.ask("/", who)[0] == 200
        assert web.ask("/readyz")[0] == 503
    assert "EndpointConnectionError" in web.log.read_text()
    assert [*Upload.objects.all()] == [upload]
    status, _, _ = web.ask(f"/agencies/request/{asked.pk}/upload/new/", who, *form(file=("more.csv", ROWS * 9)))
    assert status == 302
    assert len(live.held()) == 2


@committed
def test_what_was_typed_beside_a_file_stays_while_the_bucket_is_away(
    bucket: Bucket, server: Server, signed_in: Any
) -> None:
    world = make.world()
    address = f"/findings/action/{action_of(world).pk}/progress/"

    def sent() -> dict[str, Any]:
        return {
            "note": "All thirty were trained.",
            "evidence": SimpleUploadedFile("list.pdf", b"%PDF-1.7 the names of thirty"),
        }

    with away(server):
        answer = signed_in(world.police_owner).post(address, sent())
    assert answer.status_code == 422
    assert AWAY in answer.content.decode()
    assert "All thirty were trained." in answer.content.decode()
    assert (EvidenceFile.objects.count(), bucket.held()) == (0, {})
    assert signed_in(world.police_owner).post(address, sent()).status_code == 302
    assert [*bucket.held()] == [EvidenceFile.objects.get().file.name]


@pytest.mark.django_db
def test_the_portal_is_ready_only_where_the_bucket_takes_a_file(
    bucket: Bucket, server: Server, client: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def word() -> tuple[int, str]:
        monkeypatch.setattr(readiness, "KEPT", {})
        answer = client.get("/readyz")
        return answer.status_code, answer.json()["storage"]

    assert word() == (200, "answers")
    with away(server):
        assert word() == (503, "does not answer")
    assert word() == (200, "answers")
    assert [*kept_files().lying()] == []
    Bucket(server, "of-somebody-else")
    said, right = settings.STORAGES["default"]["OPTIONS"], settings.STORAGES
    for wrong in ({"secret_key": "wrong"}, {"bucket_name": "files-nobody-made"}, {"bucket_name": "of-somebody-else"}):
        settings.STORAGES = {**right, "default": {**right["default"], "OPTIONS": said | wrong}}
        assert word() == (503, "does not answer"), wrong


def test_of_two_that_want_one_name_each_gets_its_own(bucket: Bucket) -> None:
    with patch.object(default_storage, "get_available_name", lambda name, max_length=None: name):
        assert default_storage.save("evidence/list", ContentFile(b"one")) == "evidence/list"
    storage, asked = kept_files(), []

    def free_a_moment_ago(name: str, max_length: int | None = None) -> str:
        asked.append(name)
        return name if len(asked) == 1 else f"{name}-other"

    with patch.object(storage, "get_available_name", free_a_moment_ago):
        assert default_storage.save("evidence/list", ContentFile(b"two")) == "evidence/list-other"
    for name, content in (("evidence/list", b"one"), ("evidence/list-other", b"two")):
        with default_storage.open(name) as kept:
            assert kept.read() == content
        assert default_storage.size(name) == 3
    assert not default_storage.exists("evidence/none")
    with pytest.raises(FileNotFoundError):
        default_storage.open("evidence/none")


def test_a_long_file_and_one_from_before_there_were_keys_are_read_at_any_place(bucket: Bucket) -> None:
    content = bytes(range(256)) * 40_000  # longer than is held in memory
    name = default_storage.save("long", ContentFile(content))
    with default_storage.open(name) as kept:
        kept.seek(9_000_007)
        assert kept.read(300) == content[9_000_007:9_000_307]
    assert default_storage.size(name) == len(content)
    for plain in (b"Amara", b""):
        bucket.objects.put_object(Bucket=bucket.name, Key="old.txt", Body=plain)
        with default_storage.open("old.txt") as kept:
            assert kept.read() == plain
        assert default_storage.size("old.txt") == len(plain)


@committed
@pytest.mark.usefixtures("sealed_with_a_key_of_its_own")
def test_a_backup_of_one_bucket_is_restored_into_another_byte_for_byte(
    bucket: Bucket, server: Server, settings: Any, tmp_path: Path
) -> None:
    one_of_everything(make.world())
    before, lying = rows(), bucket.held()
    assert len(lying) > 5
    said("backup", to=tmp_path / "whole")
    emptied()
    assert bucket.held() == {}
    other = Bucket(server, "files-restored")
    into(other, settings, "portal/live")
    default_storage.save("evidence/stray", ContentFile(b"of another installation"))
    said("restore", source=tmp_path / "whole", over=True)
    assert rows() == before
    assert other.held() == {f"portal/live/{name}": content for name, content in lying.items()}
    assert [*verify()] == []
    upload = Upload.objects.exclude(file="").first()
    assert upload is not None
    with upload.file.open("rb") as kept:
        assert len(kept.read()) == upload.size
    with away(server), pytest.raises(CommandError, match="cannot be kept or fetched"):
        said("backup", to=tmp_path / "second")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["whole"]


@committed
@pytest.mark.usefixtures("sealed_with_a_key_of_its_own")
def test_a_portal_moves_from_its_disk_into_a_bucket_and_a_case_leaves_it_for_another(
    server: Server, settings: Any, tmp_path: Path
) -> None:
    review: Review = one_of_everything(make.world()).review
    lying = files()
    said("backup", to=tmp_path / "whole")
    moved = Bucket(server, "files-moved")
    into(moved, settings)
    said("restore", source=tmp_path / "whole", over=True)
    assert moved.held() == lying == files()
    kept = dict(whole_case.named_files(review))
    call_command("export_case", review.ref, to=tmp_path / "case.zip", stdout=StringIO())
    emptied()
    into(Bucket(server, "files-elsewhere"), settings)
    call_command("import_case", source=tmp_path / "case.zip", stdout=StringIO())
    assert dict(whole_case.named_files(Review.objects.get(ref=review.ref))) == kept
    assert len(kept) > 5


@committed
@pytest.mark.usefixtures("sealed_with_a_key_of_its_own")
def test_every_file_in_the_bucket_goes_under_the_newest_key_and_none_that_went_comes_back(
    bucket: Bucket, settings: Any
) -> None:
    one_of_everything(make.world())
    stray = default_storage.save("stray", ContentFile(b"Zephyrine"))
    plain = {name: default_storage.open(name).read() for name in bucket.held()}
    settings.SEAL_KEYS = f"{NEW} {settings.SEAL_KEYS}"
    opened = kept_files().opened

    def gone_once_read(name: str) -> Any:
        found = opened(name)
        default_storage.delete(name)
        return found

    with patch.object(kept_files(), "opened", gone_once_read), pytest.raises(FileNotFoundError):
        kept_files().reseal(stray)
    assert stray not in bucket.held()
    out = StringIO()
    call_command("reseal", stdout=out)
    assert {sealed_under(BytesIO(content)) for content in bucket.held().values()} == {newest(keys_in(NEW)).name}
    settings.SEAL_KEYS = NEW
    assert {name: default_storage.open(name).read() for name in bucket.held()} == {
        name: content for name, content in plain.items() if name != stray
    }
    assert not kept_files().reseal(next(iter(bucket.held())))


@committed
def test_files_of_a_destroyed_case_are_taken_out_once_the_bucket_is_back(bucket: Bucket, server: Server) -> None:
    case = full(make.world())
    decision = proposed(case)
    before = bucket.held()
    with away(server):
        destroy(by=case.world.chair, decision=decision)
    left = [*FileToRemove.objects.all()]
    assert {(each.tries, each.trouble) for each in left} == {(1, "FilesAway: EndpointConnectionError")}
    assert len(left) > 5
    assert bucket.held() == before
    assert remove_files() == len(left)
    assert bucket.held().keys() == before.keys() - {each.name for each in left}


def test_when_a_file_came_is_known_and_one_that_went_is_missed(bucket: Bucket) -> None:
    name = kept_files().save("came.txt", ContentFile(b"words"))
    assert abs(timezone.now() - kept_files().get_modified_time(name)) < timedelta(hours=1)
    kept_files().delete(name)
    with pytest.raises(FileNotFoundError):
        kept_files().get_modified_time(name)
