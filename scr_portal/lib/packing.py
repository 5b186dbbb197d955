"""A zip that says of itself what it holds: `manifest.json` has the length and the SHA-256 of every member."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

MANIFEST = "manifest.json"
AT_ONCE = 1024 * 1024
NO_PACK = "This is no export or backup of the portal, or it was cut short."


class NoPack(Exception):
    """A file that is no pack, or not the one that was made; each line of the text names a member and what is wrong."""


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, read by its owner alone; it has its name once it is whole, and is gone where it was not finished."""
    part = path.with_name(path.name + ".part")
    try:
        with open(part, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as made:
            yield made
            made.flush()
            os.fsync(made.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


class Packing:
    """A pack that is being made, written straight to `target`; nothing in it has to be held in memory."""

    def __init__(self, target: IO[bytes]) -> None:
        self.packed = ZipFile(target, "w", ZIP_DEFLATED)
        self.members: dict[str, dict[str, Any]] = {}

    def add(self, name: str, parts: Iterable[bytes]) -> None:
        """One member, in parts of any size."""
        digest, size = hashlib.sha256(), 0
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED
        with self.packed.open(info, "w", force_zip64=True) as member:
            for part in parts:
                member.write(part)
                digest.update(part)
                size += len(part)
        self.members[name] = {"size": size, "sha256": digest.hexdigest()}

    def say(self, **said: Any) -> None:
        """The manifest, with what else is to be known of the whole; nothing is added after it."""
        manifest = json.dumps({**said, "members": self.members}, indent=1, ensure_ascii=False)
        self.packed.writestr(MANIFEST, manifest)

    def __enter__(self) -> Packing:
        return self

    def __exit__(self, *trouble: Any) -> None:
        self.packed.close()


def parts_of(file: IO[bytes]) -> Iterator[bytes]:
    """What a file holds, in parts."""
    return iter(lambda: file.read(AT_ONCE), b"")


class Pack:
    """A pack that was made. Raises NoPack for what is none."""

    def __init__(self, source: IO[bytes]) -> None:
        try:
            self.packed = ZipFile(source)
            self.said = json.loads(self.packed.read(MANIFEST))
            self.members: dict[str, dict[str, Any]] = self.said["members"]
        except (BadZipFile, KeyError, ValueError, TypeError):
            raise NoPack(NO_PACK) from None

    def parts(self, name: str) -> Iterator[bytes]:
        """What a member holds, in parts. Raises NoPack, with its name, where it is not what the manifest says."""
        said, digest, size = self.members[name], hashlib.sha256(), 0
        try:
            with self.packed.open(name) as member:
                for part in parts_of(member):
                    digest.update(part)
                    size += len(part)
                    yield part
        except KeyError:
            raise NoPack(f"{name}: is missing") from None
        except BadZipFile:
            raise NoPack(f"{name}: was changed") from None
        if (size, digest.hexdigest()) != (said["size"], said["sha256"]):
            raise NoPack(f"{name}: was changed")

    def faults(self) -> Iterator[str]:
        """Every member that is missing, was changed, or is not in the manifest."""
        for name in self.members:
            try:
                for _ in self.parts(name):
                    pass
            except NoPack as fault:
                yield str(fault)
        for name in sorted({*self.packed.namelist()} - {*self.members, MANIFEST}):
            yield f"{name}: is not in the manifest"

    def check(self) -> None:
        """Pass when the whole is what was made. Raises NoPack with a line for each member that is not."""
        if found := list(self.faults()):
            raise NoPack("\n".join(found))
