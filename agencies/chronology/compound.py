"""The container of old Office files ([MS-CFB]): enough of it to tell what is inside and to read one stream."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from agencies.chronology.refusals import refusal

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END = 0xFFFFFFFA  # every number from here on marks free, end or table, not a sector
MINI = 64


@dataclass(frozen=True, slots=True)
class Stream:
    """One entry of the directory: where its bytes begin and how many there are."""

    name: str
    start: int
    size: int


class Compound:
    """A compound file held in memory. Every method raises ChronologyRefused where the file ends too soon."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise refusal("truncated")
        self.data = data
        self.size = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self.cutoff = struct.unpack_from("<I", data, 56)[0]
        self.fat = self._fat()
        self.streams = self._directory(struct.unpack_from("<I", data, 48)[0])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        piece = self.data[start : start + self.size]
        if not piece:
            raise refusal("truncated")
        return piece

    def _numbers(self, piece: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(piece) // 4}I", piece[: len(piece) // 4 * 4]))

    def _fat(self) -> list[int]:
        places = list(struct.unpack_from("<109I", self.data, 76))
        following, limit = struct.unpack_from("<I", self.data, 68)[0], len(self.data) // self.size + 1
        while following < END and len(places) <= limit + 109:
            numbers = self._numbers(self._sector(following))
            places += numbers[:-1]
            following = numbers[-1]
        fat: list[int] = []
        for place in places:
            if place < END:
                fat += self._numbers(self._sector(place))
        return fat

    def _chain(self, start: int, table: list[int]) -> list[int]:
        chain: list[int] = []
        while start < END:
            if start >= len(table) or len(chain) > len(table):
                raise refusal("truncated")
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self, start: int) -> list[Stream]:
        raw = b"".join(self._sector(number) for number in self._chain(start, self.fat))
        found = []
        for place in range(0, len(raw) - 127, 128):
            length, kind = struct.unpack_from("<HB", raw, place + 64)
            if kind in (1, 2, 5):
                name = raw[place : place + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
                first, size = struct.unpack_from("<II", raw, place + 116)
                found.append(Stream(name, first, size))
        if not found:
            raise refusal("truncated")
        return found

    def names(self) -> set[str]:
        """The names of all streams and storages."""
        return {stream.name for stream in self.streams}

    def read(self, name: str) -> bytes:
        """The bytes of the stream with this name; b"" where there is none."""
        stream = next((found for found in self.streams if found.name == name), None)
        if stream is None:
            return b""
        if stream.size >= self.cutoff:
            raw = b"".join(self._sector(number) for number in self._chain(stream.start, self.fat))
        else:
            raw = self._small(stream)
        if len(raw) < stream.size:
            raise refusal("truncated")
        return raw[: stream.size]

    def _small(self, stream: Stream) -> bytes:
        """Streams below the cut-off lie in pieces of 64 bytes inside the root's own stream."""
        root = self.streams[0]
        pool = b"".join(self._sector(number) for number in self._chain(root.start, self.fat))
        sectors = self._chain(struct.unpack_from("<I", self.data, 60)[0], self.fat)
        table = [number for sector in sectors for number in self._numbers(self._sector(sector))]
        return b"".join(pool[piece * MINI : (piece + 1) * MINI] for piece in self._chain(stream.start, table))
