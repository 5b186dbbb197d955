"""A backup brings everything back, row for row and byte for byte; one that was not finished or was changed brings nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, connections

from reviews.append_only import declared_destruction
from reviews.models import Board, Event, Person, Review
from reviews.sealed import missing
from reviews.services.events import verify
from scr_portal.backup import whole
from scr_portal.lib.packing import NoPack, Packing
from scr_portal.lib.sealed_files import kept_files
from scr_portal.lib.sealing import keys_in, newest
from scr_portal.management.commands.restore import Command
from tests import make
from tests.case import one_of_everything
from tests.pure.test_sealing import NEW, OLD

AFTER = ("backup.made", "backup.restored")  # What is written once a backup is made, and once it is restored.


def rows() -> dict[str, list[Any]]:
    """Every row of every table as the database holds it; without the portal's own events of backing up."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
    found["reviews_event"] = [row for row in found["reviews_event"] if not any(verb in row for verb in AFTER)]
    found["reviews_chainhead"] = [row for row in found["reviews_chainhead"] if "'portal'" not in row]
    return found


def files() -> dict[str, bytes]:
    return {name: file.read() for name, file in whole.lying()}


def said(command: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def full(transactional_db: None, settings: Any) -> Iterator[Review]:
    """An installation with one of everything, and a key for backups."""
    settings.BACKUP_KEY, kept = OLD, settings.SEAL_KEYS
    yield one_of_everything(make.world()).review
    settings.SEAL_KEYS = kept  # The tables are emptied after this, and whatever key is the newest then is noted.


def emptied() -> None:
    """As an installation is that was just migrated."""
    with declared_destruction():
        call_command("flush", interactive=False, verbosity=0)
    for name in [*kept_files().lying()]:
        default_storage.delete(name)


def test_an_empty_installation_gets_every_row_and_every_file_back(full: Review, tmp_path: Path) -> None:
    default_storage.save("evidence/noisy.bin", ContentFile(os.urandom(200_000)))
    before, lying = rows(), files()
    assert len(lying) > 5
    said("backup", to=tmp_path / "whole")
    emptied()
    assert not Board.objects.exists()
    assert "Every chain of events holds." in said("restore", source=tmp_path / "whole")
    assert rows() == before
    assert files() == lying
    assert Event.objects.latest("pk").verb == "backup.restored"
    assert [*verify()] == []
    made = Person.objects.create(review=full, pseudonym="Ms New", added_by_id=full.people.first().added_by_id)  # type: ignore[union-attr]
    assert made.pk > max(
        Person.objects.exclude(pk=made.pk).values_list("pk", flat=True)
    )  # Numbers go on where they stood.


def test_a_full_installation_is_left_alone_unless_told(full: Review, tmp_path: Path) -> None:
    said("backup", to=tmp_path / "whole")
    Review.objects.filter(pk=full.pk).update(title="Child Z")
    added = default_storage.save("evidence/later.txt", ContentFile(b"later"))
    with pytest.raises(CommandError, match="--over"):
        said("restore", source=tmp_path / "whole")
    assert Review.objects.get(pk=full.pk).title == "Child Z"
    said("restore", source=tmp_path / "whole", over=True)
    assert Review.objects.get(pk=full.pk).title == "Child A"
    assert not default_storage.exists(added)


def test_nobody_reads_a_backup_without_its_key(full: Review, tmp_path: Path, settings: Any) -> None:
    said("backup", to=tmp_path / "whole")
    content = (tmp_path / "whole").read_bytes()
    assert full.ref.encode() not in content
    assert b"manifest" not in content
    settings.BACKUP_KEY = NEW
    with pytest.raises(CommandError, match=f"Key {newest(keys_in(OLD)).name} is not in BACKUP_KEY"):
        said("restore", source=tmp_path / "whole", over=True)
    settings.BACKUP_KEY = ""
    with pytest.raises(CommandError, match="BACKUP_KEY holds no key"):
        said("backup", to=tmp_path / "other")


def test_a_backup_names_the_keys_that_it_needs_and_holds_none(full: Review, tmp_path: Path, settings: Any) -> None:
    said("backup", to=tmp_path / "whole")
    with whole.opened(tmp_path / "whole") as pack:
        assert pack.said["sealing_keys"] == [newest().name]
        assert settings.SEAL_KEYS not in str(pack.said)
    needed, settings.SEAL_KEYS = newest().name, NEW
    with pytest.raises(CommandError, match=f"SEAL_KEYS: {needed}"):
        said("restore", source=tmp_path / "whole", over=True)


def test_a_restore_mends_an_installation_whose_own_key_is_lost(full: Review, tmp_path: Path, settings: Any) -> None:
    said("backup", to=tmp_path / "whole")
    kept, settings.SEAL_KEYS = settings.SEAL_KEYS, NEW
    emptied()  # A fresh installation notes a key of its own.
    settings.SEAL_KEYS = kept
    assert missing()
    Command().run_from_argv(["manage.py", "restore", "--from", str(tmp_path / "whole")])  # With its checks, as typed.
    assert (missing(), full.people.get(pseudonym="Child A").given) == ("", "Amara")


def test_a_changed_or_cut_backup_changes_nothing(full: Review, tmp_path: Path) -> None:
    said("backup", to=tmp_path / "whole")
    content, before = (tmp_path / "whole").read_bytes(), (rows(), files())
    middle = len(content) // 2
    for wrong in (
        content[:middle],
        content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        b"no",
        b"",
    ):
        (tmp_path / "wrong").write_bytes(wrong)
        with pytest.raises(CommandError):
            said("restore", source=tmp_path / "wrong", over=True)
        assert (rows(), files()) == before


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, OSError("No space left on device")])
def test_a_backup_that_is_interrupted_leaves_no_file(
    full: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: Any
) -> None:
    whole_add = Packing.add

    def stopping(self: Packing, name: str, parts: Any) -> None:
        if name.startswith(whole.FILES):
            raise stopped
        whole_add(self, name, parts)

    monkeypatch.setattr(Packing, "add", stopping)
    (tmp_path / "out").mkdir()
    with pytest.raises((KeyboardInterrupt, CommandError)):
        said("backup", to=tmp_path / "out" / "whole")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_is_never_written_over(full: Review, tmp_path: Path) -> None:
    (tmp_path / "whole").write_bytes(b"an older one")
    with pytest.raises(CommandError, match="there already"):
        said("backup", to=tmp_path / "whole")
    assert (tmp_path / "whole").read_bytes() == b"an older one"


def test_a_backup_of_another_version_or_engine_is_refused(
    full: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("backup", to=tmp_path / "whole")
    with monkeypatch.context() as patched:
        patched.setattr("scr_portal.backup.database.state", lambda: ["reviews.9999_later"])
        with pytest.raises(CommandError, match="another version"):
            said("restore", source=tmp_path / "whole", over=True)
    with monkeypatch.context() as patched, pytest.raises(CommandError, match="runs on oracle"):
        patched.setattr(connections["default"], "vendor", "oracle")
        said("restore", source=tmp_path / "whole", over=True)


def test_a_record_that_did_not_hold_is_said_after_the_restore(full: Review, tmp_path: Path) -> None:
    event = Event.objects.create(
        chain="portal", number=7, at="2026-01-01T00:00:00Z", verb="x.y", subject="", before="", hash="forged"
    )
    assert "portal" in said("backup", to=tmp_path / "whole")
    with pytest.raises(CommandError, match="did not when the backup was made"):
        said("restore", source=tmp_path / "whole", over=True)
    assert Event.objects.filter(pk=event.pk).exists()


def test_a_name_that_leads_out_of_the_folder_is_no_place_for_a_file(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "out").symlink_to(tmp_path)
    for name in ("../elsewhere", "out/elsewhere", "/etc/elsewhere"):
        with pytest.raises(NoPack, match="no place for a file"):
            whole.put(name, [b"x"])
    assert [path.name for path in tmp_path.iterdir()] == ["files"]


def test_what_a_killed_process_was_writing_is_no_file_and_one_that_goes_meanwhile_is_left_out() -> None:
    kept = [default_storage.save(name, ContentFile(name.encode())) for name in ("one", "two")]
    Path(default_storage.path("three.part")).write_bytes(b"half")
    lying = whole.lying()
    assert next(lying)[0] == kept[0]
    default_storage.delete(kept[1])
    assert list(lying) == []
