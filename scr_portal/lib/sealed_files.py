"""Where files are kept: sealed, every one of them, whoever handed it in or built it. In a folder, unless a bucket is named."""

from __future__ import annotations

import errno
import io
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import IO, Any, NoReturn, cast

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.db.models.fields.files import FieldFile

from scr_portal.lib.records import Refused
from scr_portal.lib.sealing import BEFORE, newest, plain_size, sealed_pieces, sealed_under, unsealed

log = logging.getLogger(__name__)
FULL = (
    "There is no room left for files on the server, so nothing was kept. Tell whoever runs the portal, and send it again "
    "when they have made room."
)
AWAY = (
    "Files cannot be kept or fetched at the moment, so nothing was done. Try again in a few minutes, and tell whoever runs "
    "the portal if it lasts."
)
UNFINISHED = ".part"  # How the name ends of what is being written, or was when a process was killed: it is no file.


class FilesAway(Refused, OSError):
    """What holds the files does not answer, or does not let the portal in; `strerror` says which, in a word."""

    def __init__(self, why: str = "") -> None:
        super().__init__(AWAY)
        self.strerror = why


@contextmanager
def room() -> Iterator[None]:
    """A disk without room for what is written becomes Refused, with the sentence for the person."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        log.error("no room is left for files")
        raise Refused(FULL) from error


class KeptFile(File):
    """A file as it was given. It is opened anew through the storage: what lies there is sealed."""

    def __init__(self, storage: SealedStorage, name: str) -> None:
        super().__init__(storage.opened(name), name)
        self.storage = storage

    def open(self, mode: str | None = None, *args: Any, **kwargs: Any) -> KeptFile:
        """The same, from its beginning."""
        if self.closed:
            self.file = self.storage.opened(str(self.name))
        self.seek(0)
        return self


class SealedStorage(Storage):
    """Files that are sealed, each under the key that was newest when it came; whoever derives from it says where they lie."""

    def as_it_lies(self, name: str) -> IO[bytes]:
        """A file as it lies, sealed or not, to be read at any place. Raises FileNotFoundError."""
        raise NotImplementedError

    def head(self, name: str) -> bytes:
        """The first bytes of a file as it lies, which say whether and under which key it is sealed. Raises FileNotFoundError."""
        raise NotImplementedError

    def lay(self, name: str, parts: Iterable[bytes], *, there: bool = False) -> None:
        """Put a file down as it is to lie, in the place of one that has its name; whole or not at all.

        `there`: raises FileNotFoundError where none has the name (any more). Raises SuspiciousOperation for a name that
        leads elsewhere.
        """
        raise NotImplementedError

    def lying(self) -> Iterator[str]:
        """The name of every file, in order; what is being written is left out."""
        raise NotImplementedError

    def unfinished(self) -> Iterator[str]:
        """The name of everything that is being written, or was when a process was killed; none where nothing lies half written."""
        yield from ()

    def tried(self) -> None:
        """Pass where a file is taken at this moment; raises OSError, or what the way there raises, where none is."""
        raise NotImplementedError

    def url(self, name: str | None) -> NoReturn:
        """None: a file leaves through a page that asks who may have it."""
        raise ValueError("What is kept has no address.")

    def _open(self, name: str, mode: str = "rb") -> KeptFile:
        if mode != "rb":
            raise ValueError("What is kept is read as bytes, and never written over.")
        return KeptFile(self, name)

    def opened(self, name: str) -> Any:
        """What a file holds, to be read; one that was kept before there were keys is read as it lies."""
        kept = self.as_it_lies(name)
        if not sealed_under(kept):
            kept.seek(0)
            return kept
        return unsealed(kept)

    def key_of(self, name: str) -> str:
        """The name of the key that a file is sealed under; nothing for one that is not sealed."""
        return sealed_under(io.BytesIO(self.head(name)))

    def size(self, name: str) -> int:
        """How many bytes a file holds."""
        kept = super().size(name)
        return plain_size(kept) if self.key_of(name) else kept

    def reseal(self, name: str) -> bool:
        """Whether a file had to be sealed anew under the newest key. Until the new one is whole, the old one stands."""
        if self.key_of(name) == newest().name:
            return False
        with self.opened(name) as plain:
            self.lay(name, sealed_pieces(iter(lambda: plain.read(64 * 1024), b""), newest()), there=True)
        return True


class SealedFiles(SealedStorage, FileSystemStorage):
    """Sealed files in a folder."""

    def _save(self, name: str, content: Any) -> str:
        """Gives the name under which a file is kept. It has it once it is whole; raises Refused where the disk is full."""
        folder = Path(self.path(name)).parent
        with room():
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, suffix=UNFINISHED) as made:
                made.writelines(sealed_pieces(content.chunks(), newest()))
                made.flush()
                os.fsync(made.fileno())
                os.fchmod(made.fileno(), self.mode)
                return self._named(made.name, name)

    @property
    def mode(self) -> int:
        """Who may read a new file on the disk."""
        return self.file_permissions_mode or 0o644

    def _named(self, made: str, name: str) -> str:
        """The name that was free; of two who want it at once one gets another."""
        while True:
            try:
                os.link(made, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def as_it_lies(self, name: str) -> IO[bytes]:
        return open(self.path(name), "rb")

    def head(self, name: str) -> bytes:
        with self.as_it_lies(name) as kept:
            return kept.read(BEFORE)

    def lay(self, name: str, parts: Iterable[bytes], *, there: bool = False) -> None:
        path = Path(self.path(name))
        if not path.resolve().is_relative_to(Path(self.location).resolve()):  # A link that leads out of the folder.
            raise SuspiciousFileOperation(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=UNFINISHED, delete=False) as made:
            try:
                made.writelines(parts)
                made.flush()
                os.fsync(made.fileno())
                os.fchmod(made.fileno(), path.stat().st_mode & 0o777 if there else self.mode)
                os.replace(made.name, path)
            except BaseException:
                os.unlink(made.name)
                raise

    def lying(self) -> Iterator[str]:
        return (name for name in self._all() if not name.endswith(UNFINISHED))

    def unfinished(self) -> Iterator[str]:
        return (name for name in self._all() if name.endswith(UNFINISHED))

    def _all(self) -> Iterator[str]:
        """The name of everything in the folder, in order."""
        root = Path(self.location)
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield path.relative_to(root).as_posix()

    def tried(self) -> None:
        """A full disk answers everything else. What is written has no name, so nothing can stay behind."""
        folder = Path(self.location)
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as kept:
            kept.write(b"ready")
            kept.flush()
            os.fsync(kept.fileno())


def kept_files() -> SealedStorage:
    """Where this portal keeps its files."""
    return cast(SealedStorage, default_storage)


@contextmanager
def laid_out(file: FieldFile) -> Iterator[Path]:
    """A kept file as it was given, at a path of its own for as long as it is needed, for a reader in another process."""
    with NamedTemporaryFile(prefix="scr-portal-") as plain, file.open("rb") as kept:
        shutil.copyfileobj(kept, plain)
        plain.flush()
        yield Path(plain.name)
