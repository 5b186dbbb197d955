"""Sealing: words and files are kept so that whoever holds the database or the disk, and not the keys, reads nothing.

AES-256-GCM (NIST SP 800-38D) by the `cryptography` library. Every sealed value says under which key it is: a key's name is
the beginning of its SHA-256. A stream is sealed in pieces under a key of its own, each with its number and whether it is
the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015, with the sizes of the age format), so
that a piece that was changed, moved or cut off is noticed, and any place can be read without what stands before it.
"""

from __future__ import annotations

import hashlib
import io
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import IO, Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

MARK, HEAD = "sealed:", b"SCRSEAL1"
NAME, SALT, NONCE, TAG, PIECE = 8, 16, 12, 16, 64 * 1024
BEFORE = len(HEAD) + NAME + SALT


class LostKey(ImproperlyConfigured):
    """Something is sealed under a key that is not at hand; the text names the key and says what to do."""

    def __init__(self, name: str, setting: str = "SEAL_KEYS") -> None:
        super().__init__(
            f"Key {name} is not in {setting}, and something is sealed under it: put the key back "
            "(older keys stand after the newest), or restore the backup that names it."
        )
        self.name = name


class Broken(Exception):
    """What was sealed was changed since, or cut short."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name (8 hexadecimal digits) and its 32 bytes."""

    name: str
    secret: bytes

    @property
    def cipher(self) -> AESGCM:
        """What seals and opens words."""
        return AESGCM(self.secret)

    def of_stream(self, salt: bytes) -> AESGCM:
        """What seals and opens one stream (RFC 5869)."""
        return AESGCM(HKDF(SHA256(), 32, salt, b"scr-portal stream").derive(self.secret))


Keys = Mapping[str, Key]


@cache
def keys_in(said: str, setting: str = "SEAL_KEYS") -> Keys:
    """Name → key, the newest first, of keys as base64 parted by spaces, commas or lines.

    Raises ImproperlyConfigured where there is none, or one is not 32 bytes.
    """
    found = {}
    for place, each in enumerate(said.replace(",", " ").split(), start=1):
        try:
            secret = urlsafe_b64decode(each + "=" * (-len(each) % 4))
        except ValueError:
            secret = b""
        if len(secret) != 32:
            raise ImproperlyConfigured(
                f"Key {place} of {setting} is not 32 bytes in base64: `manage.py reseal --new-key` makes one."
            )
        name = hashlib.sha256(secret).hexdigest()[:NAME]
        found[name] = Key(name, secret)
    if not found:
        raise ImproperlyConfigured(f"{setting} holds no key: `manage.py reseal --new-key` makes one.")
    return found


def keys() -> Keys:
    """The keys of this installation, the newest first."""
    return keys_in(settings.SEAL_KEYS)


def newest(among: Keys | None = None) -> Key:
    """The key under which everything new is sealed."""
    return next(iter((among or keys()).values()))


def named(name: str, among: Keys, setting: str = "SEAL_KEYS") -> Key:
    """The key of that name. Raises LostKey."""
    if name not in among:
        raise LostKey(name, setting)
    return among[name]


def seal(text: str) -> str:
    """The words, sealed under the newest key."""
    key, nonce = newest(), os.urandom(NONCE)
    kept = nonce + key.cipher.encrypt(nonce, text.encode(), None)
    return f"{MARK}{key.name}:{urlsafe_b64encode(kept).decode()}"


def unseal(kept: str) -> str:
    """The words; what was never sealed is given as it stands. Raises LostKey and Broken."""
    if not kept.startswith(MARK):
        return kept
    name, _, body = kept.removeprefix(MARK).partition(":")
    key = named(name, keys())
    try:
        sealed = urlsafe_b64decode(body)
        return key.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], None).decode()
    except (InvalidTag, ValueError):
        raise Broken(f"A value that was sealed under key {name} was changed since.") from None


def nonce(number: int, *, last: bool) -> bytes:
    """The nonce of one piece of a stream: its number from 0, and whether it is the last."""
    return number.to_bytes(NONCE - 1, "big") + bytes([last])


class Sealer:
    """Makes a sealed stream, piece after piece, of what it is given in parts of any size."""

    def __init__(self, key: Key) -> None:
        salt = os.urandom(SALT)
        self.cipher, self.numbers, self.waiting = key.of_stream(salt), count(), bytearray()
        self.head = HEAD + key.name.encode() + salt

    def add(self, part: bytes) -> bytes:
        """The pieces that are whole with this part."""
        self.waiting += part
        made = []
        while len(self.waiting) > PIECE:
            made.append(self.sealed(bytes(self.waiting[:PIECE]), last=False))
            del self.waiting[:PIECE]
        return b"".join(made)

    def end(self) -> bytes:
        """The last piece."""
        return self.sealed(bytes(self.waiting), last=True)

    def sealed(self, piece: bytes, *, last: bool) -> bytes:
        """One piece as it is kept."""
        return self.cipher.encrypt(nonce(next(self.numbers), last=last), piece, None)


def sealed_pieces(plain: Iterable[bytes], key: Key) -> Iterator[bytes]:
    """A stream of bytes as it is kept: what it is sealed under, then piece after piece."""
    sealer = Sealer(key)
    yield sealer.head
    yield from map(sealer.add, plain)
    yield sealer.end()


class Sealing(io.RawIOBase):
    """A stream to write to; what is written lies sealed in `kept`, whole once this is closed."""

    def __init__(self, kept: IO[bytes], key: Key) -> None:
        self.kept, self.sealer = kept, Sealer(key)
        kept.write(self.sealer.head)

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        self.kept.write(self.sealer.add(bytes(part)))
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self.kept.write(self.sealer.end())
        super().close()


def sealed_under(kept: IO[bytes]) -> str:
    """The name of the key that a stream is sealed under; nothing for one that is not sealed. Reads from its beginning."""
    kept.seek(0)
    head = kept.read(BEFORE)
    sealed = len(head) == BEFORE and head.startswith(HEAD)
    return head[len(HEAD) :][:NAME].decode("ascii", "replace") if sealed else ""


class Unsealed(io.RawIOBase):
    """A sealed stream, read as what it holds. Raises LostKey when it is opened, and Broken where it was changed."""

    def __init__(self, kept: IO[bytes], among: Keys | None = None, setting: str = "SEAL_KEYS") -> None:
        name = sealed_under(kept)
        kept.seek(BEFORE - SALT)
        self.cipher = named(name, among or keys(), setting).of_stream(kept.read(SALT))
        self.kept, self.place = kept, 0
        whole = kept.seek(0, os.SEEK_END)
        self.size, self.last = plain_size(whole), pieces_of(whole) - 1
        self.held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self.place = max(0, offset + (0, self.place, self.size)[whence])
        return self.place

    def piece(self, number: int) -> bytes:
        """What one piece holds."""
        if self.held[0] != number:
            self.kept.seek(BEFORE + number * (PIECE + TAG))
            sealed = self.kept.read(PIECE + TAG)
            try:
                self.held = number, self.cipher.decrypt(nonce(number, last=number == self.last), sealed, None)
            except InvalidTag:
                raise Broken("A file that was sealed was changed since, or cut short.") from None
        return self.held[1]

    def readinto(self, buffer: Any) -> int:
        number, within = divmod(self.place, PIECE)
        if number > self.last:
            return 0
        found = self.piece(number)[within : within + len(buffer)]
        buffer[: len(found)] = found
        self.place += len(found)
        return len(found)

    def close(self) -> None:
        self.kept.close()
        super().close()


def unsealed(kept: IO[bytes], among: Keys | None = None, setting: str = "SEAL_KEYS") -> io.BufferedReader:
    """A sealed stream to read from, any number of bytes at a time. Raises LostKey, and Broken where it was cut short."""
    return io.BufferedReader(cast(io.RawIOBase, Unsealed(kept, among, setting)), PIECE)


def pieces_of(kept: int) -> int:
    """In how many pieces a sealed stream of `kept` bytes is."""
    return -(-(kept - BEFORE) // (PIECE + TAG))


def plain_size(kept: int) -> int:
    """How many bytes a sealed stream of `kept` bytes holds. Raises Broken for one that is too short to hold any."""
    if pieces_of(kept) < 1:
        raise Broken("A file that was sealed was cut short.")
    return kept - BEFORE - pieces_of(kept) * TAG
