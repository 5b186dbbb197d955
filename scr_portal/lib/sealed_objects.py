"""Files in a bucket of an object store that speaks S3: sealed before they leave this machine, opened after they came back.

The bucket is private, and stays so: no address of it is ever given to anybody, and no access list is sent with a file, so
that it has the bucket's own. An object is there whole or not at all; a request that asks for it before then finds none.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from storages.backends.s3 import S3Storage

from scr_portal.lib.sealed_files import UNFINISHED, FilesAway, SealedStorage, room
from scr_portal.lib.sealing import BEFORE, newest, sealed_pieces

log = logging.getLogger(__name__)

# Seconds: somebody waits for it. Not every server that speaks S3 knows Amazon's checksums; what is sealed shows by itself
# that it was changed.
REACHING: dict[str, Any] = {
    "connect_timeout": 3, "read_timeout": 30, "retries": {"mode": "standard", "total_max_attempts": 2},
    "request_checksum_calculation": "when_required", "response_checksum_validation": "when_required",
}  # fmt: skip
GONE = {"NoSuchKey", "404"}
TAKEN = {"PreconditionFailed", "ConditionalRequestConflict"}  # By one who was quicker.


@contextmanager
def reaching() -> Iterator[None]:
    """What the bucket answers, in our words: FileNotFoundError, FileExistsError, EOFError, or FilesAway for all else."""
    try:
        yield
    except ClientError as answer:
        code = str(answer.response.get("Error", {}).get("Code", ""))
        if code in GONE:
            raise FileNotFoundError(code) from answer
        if code in TAKEN:
            raise FileExistsError(code) from answer
        if code == "InvalidRange":  # An empty object has no first byte.
            raise EOFError(code) from answer
        raise _away(code) from answer
    except BotoCoreError as trouble:
        raise _away(type(trouble).__name__) from trouble


def _away(why: str) -> FilesAway:
    log.error("the bucket for files: %s", why)
    return FilesAway(why)


def set_down() -> IO[bytes]:
    """A place for a file on its way: in memory, or on the disk without a name where it is long. Only what is sealed is put there."""
    return cast(IO[bytes], SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE))


class SealedObjects(SealedStorage, S3Storage):
    """Sealed files in a bucket."""

    def __init__(self, **said: Any) -> None:
        # A server of one's own seldom has a name for each bucket: there the bucket stands in the path.
        style = "path" if said.get("endpoint_url") else "auto"
        config = Config(s3={"addressing_style": style}, **REACHING)
        super().__init__(file_overwrite=False, default_acl=None, client_config=config, **said)

    @property
    def client(self) -> Any:
        """The way to the bucket; each thread has its own."""
        return self.connection.meta.client

    def key(self, name: str) -> dict[str, str]:
        """What the bucket calls a file. Raises SuspiciousOperation for a name that leads elsewhere."""
        return {"Bucket": self.bucket_name, "Key": self._normalize_name(name)}

    def _put(self, name: str, parts: Iterable[bytes], **only: str) -> None:
        """One object in one request; `only`: the condition on which it is taken."""
        with set_down() as made:
            with room():
                made.writelines(parts)
            made.seek(0)
            with reaching():
                self.client.put_object(
                    **self.key(name),
                    Body=made,
                    ContentType="application/octet-stream",
                    **self.object_parameters,
                    **only,
                )

    def _save(self, name: str, content: Any) -> str:
        """Gives the name under which a file is kept; of two who want it at once one gets another. Raises Refused."""
        while True:
            try:
                self._put(name, sealed_pieces(content.chunks(), newest()), IfNoneMatch="*")
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def as_it_lies(self, name: str) -> IO[bytes]:
        kept = set_down()
        try:
            with reaching():
                answer = self.client.get_object(**self.key(name))
                with room():
                    kept.writelines(answer["Body"].iter_chunks(1024 * 1024))
        except BaseException:
            kept.close()
            raise
        kept.seek(0)
        return kept

    def head(self, name: str) -> bytes:
        try:
            with reaching():
                return bytes(self.client.get_object(**self.key(name), Range=f"bytes=0-{BEFORE - 1}")["Body"].read())
        except EOFError:
            return b""

    def lay(self, name: str, parts: Iterable[bytes], *, there: bool = False) -> None:
        if not there:
            return self._put(name, parts)
        with reaching():
            seen = self.client.head_object(**self.key(name))["ETag"]
        try:
            self._put(name, parts, IfMatch=seen)
        except FileExistsError:
            raise FileNotFoundError(name) from None  # It was taken away, or sealed anew by another, since it was read.

    def lying(self) -> Iterator[str]:
        before = f"{self.location}/" if self.location else ""
        with reaching():
            for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket_name, Prefix=before):
                for each in page.get("Contents", ()):
                    if not each["Key"].endswith(UNFINISHED):
                        yield each["Key"].removeprefix(before)

    def tried(self) -> None:
        """One object, always the same, is written: to be let in and to find something tells nothing of writing."""
        self._put(f"ready{UNFINISHED}", [b"ready"])

    def get_modified_time(self, name: str) -> datetime:
        """When a file came, by the bucket's own clock. Raises FileNotFoundError."""
        with reaching():
            return cast(datetime, self.client.head_object(**self.key(name))["LastModified"])

    def exists(self, name: str) -> bool:
        with reaching():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        with suppress(FileNotFoundError), reaching():
            self.client.delete_object(**self.key(name))

    def size(self, name: str) -> int:
        with reaching():
            return super().size(name)
