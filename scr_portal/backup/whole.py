"""The whole installation in one file, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import SuspiciousOperation
from django.db import connection
from django.utils import timezone

from reviews.models import Board, SealingKey
from reviews.services.events import Break, record, verify
from scr_portal.backup import database
from scr_portal.lib.packing import NoPack, Pack, Packing, parts_of, whole_or_nothing
from scr_portal.lib.records import Refused
from scr_portal.lib.sealed_files import kept_files
from scr_portal.lib.sealing import Broken, Keys, Sealing, keys, keys_in, newest, unsealed

FORMAT, FILES = "scr-portal-backup/1", "files/"


@dataclass(frozen=True, slots=True)
class Done:
    """What a backup or a restore came to: tables' parts and files, and where the record of events does not hold."""

    parts: int
    files: int
    breaks: list[Break]


def backup_keys() -> Keys:
    """The keys that seal and open backups. Raises ImproperlyConfigured where there is none."""
    return keys_in(settings.BACKUP_KEY, "BACKUP_KEY")


def make(target: Path) -> Done:
    """Write a backup to `target`. Raises Refused where something has that name already."""
    key = newest(backup_keys())
    if target.exists():
        raise Refused(f"{target} is there already: choose another name, a backup is never written over.")
    with (
        whole_or_nothing(target) as made,
        Sealing(made, key) as sealing,
        Packing(cast(IO[bytes], sealing)) as packing,
    ):
        for name, parts in database.dumped():
            packing.add(name, parts)
        number = len(packing.members)
        for name, file in lying():
            packing.add(FILES + name, parts_of(file))
        packing.say(
            format=FORMAT, made_at=timezone.now().isoformat(), engine=connection.vendor, migrations=database.state(),
            sealing_keys=sorted(SealingKey.objects.values_list("name", flat=True)),
        )  # fmt: skip
    done = Done(number, len(packing.members) - number, list(verify()))
    record(None, "backup.made", facts={"files": done.files, "key": key.name})
    return done


def lying() -> Iterator[tuple[str, IO[bytes]]]:
    """(name, content) of every file as it lies, sealed or not; one that was taken away since it was listed is left out."""
    for name in kept_files().lying():
        with suppress(FileNotFoundError), kept_files().as_it_lies(name) as file:
            yield name, file


@contextmanager
def opened(source: Path) -> Iterator[Pack]:
    """A backup, to be read. Raises NoPack for what is none, LostKey for one under another key."""
    with source.open("rb") as kept:
        if not kept.read(1):
            raise NoPack(f"{source} is empty.")
        try:
            pack = Pack(cast(IO[bytes], unsealed(kept, backup_keys(), "BACKUP_KEY")))
        except Broken as trouble:
            raise NoPack(str(trouble)) from None
        if pack.said.get("format") != FORMAT:
            raise NoPack(f"{source} is no backup of the portal.")
        yield pack


def restore(source: Path, *, over: bool = False) -> Done:
    """Put what a backup holds in the place of what is here. All of it is read and checked before anything is changed.

    Raises NoPack, or Refused where it does not fit this installation, which is full unless `over` says that it may go.
    """
    with opened(source) as pack:
        fits(pack.said)
        if not over and holds_something():
            raise Refused("This installation holds boards, people or files: --over puts the backup in their place.")
        pack.check()
        names = {name.removeprefix(FILES) for name in pack.members if name.startswith(FILES)}
        for name in names:
            put(name, pack.parts(FILES + name))
        parts = [name for name in pack.members if not name.startswith(FILES)]
        database.load(parts, pack.parts)
        storage = kept_files()
        for name in [name for name in storage.lying() if name not in names]:
            storage.delete(name)
    done = Done(len(parts), len(names), list(verify()))
    record(None, "backup.restored", facts={"made_at": pack.said["made_at"], "files": done.files})
    return done


def fits(said: dict[str, Any]) -> None:
    """Pass when the backup can be used here. Raises Refused: another engine, another version, or a key that is missing."""
    if said["engine"] != connection.vendor:
        raise Refused(f"This backup is of {said['engine']}, and this installation runs on {connection.vendor}.")
    if said["migrations"] != database.state():
        raise Refused(
            "This backup is of another version of the portal: install that version, run migrate, restore, then upgrade."
        )
    if lost := [name for name in said["sealing_keys"] if name not in keys()]:
        raise Refused(f"What is in this backup is sealed under keys that are not in SEAL_KEYS: {', '.join(lost)}.")


def holds_something() -> bool:
    """Whether there is anything here that a restore would take away."""
    return Board.objects.exists() or get_user_model().objects.exists() or any(kept_files().lying())


def put(name: str, parts: Iterable[bytes]) -> None:
    """One file where it belongs. Raises NoPack for a name that leads elsewhere."""
    try:
        kept_files().lay(name, parts)
    except SuspiciousOperation:
        raise NoPack(f"{name}: is no place for a file of the portal") from None
