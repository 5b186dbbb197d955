"""Where files are kept: sealed, every one of them, whoever handed it in or built it."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile

from scr_portal.lib.records import Refused
from scr_portal.lib.sealing import newest, plain_size, sealed_pieces, sealed_under, unsealed

log = logging.getLogger(__name__)
FULL = (
    "There is no room left for files on the server, so nothing was kept. Tell whoever runs the portal, and send it again "
    "when they have made room."
)


class KeptFile(File):
    """A file as it was given. It is opened anew through the storage: what lies on the disk is sealed."""

    def __init__(self, storage: SealedFiles, name: str) -> None:
        super().__init__(storage.opened(name), name)
        self.storage = storage

    def open(self, mode: str | None = None, *args: Any, **kwargs: Any) -> KeptFile:
        """The same, from its beginning."""
        if self.closed:
            self.file = self.storage.opened(str(self.name))
        self.seek(0)
        return self


class SealedFiles(FileSystemStorage):
    """Files in a folder, each sealed under the key that was newest when it came."""

    def _save(self, name: str, content: Any) -> str:
        """Gives the name under which a file is kept. It has it once it is whole; raises Refused where the disk is full."""
        folder = Path(self.path(name)).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, suffix=".part") as made:
                made.writelines(sealed_pieces(content.chunks(), newest()))
                made.flush()
                os.fsync(made.fileno())
                os.fchmod(made.fileno(), self.file_permissions_mode or 0o644)
                return self._named(made.name, name)
        except OSError as error:
            if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
                raise
            log.error("no room is left for files")
            raise Refused(FULL) from error

    def _named(self, made: str, name: str) -> str:
        """The name that was free; of two who want it at once one gets another."""
        while True:
            try:
                os.link(made, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def _open(self, name: str, mode: str = "rb") -> KeptFile:
        if mode != "rb":
            raise ValueError("What is kept is read as bytes, and never written over.")
        return KeptFile(self, name)

    def opened(self, name: str) -> Any:
        """What a file holds, to be read; one that was kept before there were keys is read as it lies."""
        kept = open(self.path(name), "rb")  # noqa: SIM115 - whoever reads it closes it
        if not sealed_under(kept):
            kept.seek(0)
            return kept
        return unsealed(kept)

    def size(self, name: str) -> int:
        """How many bytes a file holds."""
        kept = super().size(name)
        with open(self.path(name), "rb") as file:
            return plain_size(kept) if sealed_under(file) else kept

    def reseal(self, name: str) -> bool:
        """Whether a file had to be sealed anew under the newest key. Until the new one is whole, the old one stands."""
        path = Path(self.path(name))
        with open(path, "rb") as kept:
            if sealed_under(kept) == newest().name:
                return False
        with self.opened(name) as plain, NamedTemporaryFile(dir=path.parent, delete=False) as made:
            try:
                made.writelines(sealed_pieces(iter(lambda: plain.read(64 * 1024), b""), newest()))
                made.flush()
                os.fsync(made.fileno())
                shutil.copymode(path, made.name)
                os.replace(made.name, path)
            except BaseException:
                os.unlink(made.name)
                raise
        return True


@contextmanager
def laid_out(file: FieldFile) -> Iterator[Path]:
    """A kept file as it was given, at a path of its own for as long as it is needed, for a reader in another process."""
    with NamedTemporaryFile(prefix="scr-portal-") as plain, file.open("rb") as kept:
        shutil.copyfileobj(kept, plain)
        plain.flush()
        yield Path(plain.name)
