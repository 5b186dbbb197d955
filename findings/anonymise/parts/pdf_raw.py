"""Bytes of a PDF that no reader reaches any more: what was replaced, and what stands after the end."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from findings.anonymise.parts.binary import strings
from findings.anonymise.parts.shapes import Part

STRING = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<(?:[0-9A-Fa-f]{2}\s*){2,}>", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
_OBJECT = re.compile(rb"(?<![0-9])\d{1,10}\s+\d{1,5}\s+obj\b")
_LEFT = "left in the file, though nothing leads to it"
# Between objects a file has tables of places, its trailer (which is read as an object), and marks of its kind.
_OF_THE_FORMAT = re.compile(
    rb"xref\s[\d\snf]*|trailer\s*<<.*?>>(?=\s*startxref)|startxref\s+\d+|%%EOF|%PDF-\d\.\d|%[\x80-\xff]{4,}", re.S
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MOST = 32 * 1024 * 1024


def left_over(content: bytes, where: str, part: str) -> Iterator[Part]:
    """Yield the words in raw bytes: strings, and what packed streams hold."""
    if not content.strip():
        return
    packed = [match.group(1) for match in _STREAM.finditer(content)]
    for piece in (_STREAM.sub(b" ", content), *map(_unpacked, packed)):
        yield from (Part(where, text, part, "names") for text in texts(piece))
        yield from strings(piece, where, part)


def unreached(content: bytes, known: set[int]) -> Iterator[Part]:
    """Yield the words of objects that no table of the file leads to, and of whatever stands between objects.

    `known`: where the objects begin that a version of the file leads to.
    """
    starts = [match.start() for match in _OBJECT.finditer(content)]
    for start, following in pairwise([*starts, len(content)]):
        held = content[start:following]
        end = held.rfind(b"endobj") + len(b"endobj")
        if start not in known and end >= len(b"endobj"):
            yield from left_over(held[:end], _LEFT, f"bytes from {start}")
        yield from left_over(_OF_THE_FORMAT.sub(b" ", held[max(end, 0) :]), _LEFT, f"bytes from {start + end}")
    if starts:
        yield from left_over(_OF_THE_FORMAT.sub(b" ", content[: starts[0]]), _LEFT, "beginning")


def texts(content: bytes) -> Iterator[str]:
    """Yield the strings that stand in the code of a page or an object; pieces of one word are joined as they are shown."""
    for line in re.split(rb"\bT[jJ]\b|\bET\b|\bobj\b", content):
        pieces = [string(found) for found in STRING.findall(line)]
        yield from pieces
        if len(pieces) > 1:
            yield "".join(pieces)


def string(found: bytes) -> str:
    """Return the text of a string as it is written, in round or in pointed brackets."""
    if found.startswith(b"<"):
        held = bytes.fromhex(re.sub(rb"\s", b"", found[1:-1]).decode("ascii"))
    else:
        held = re.sub(rb"\\([0-7]{1,3}|\r?\n|.)", _escaped, found[1:-1], flags=re.S)
    if held.startswith(b"\xfe\xff"):
        return held[2:].decode("utf-16-be", "replace")
    return held.removeprefix(b"\xef\xbb\xbf").decode(
        "utf-8" if held.startswith(b"\xef\xbb\xbf") else "cp1252", "replace"
    )


def _escaped(found: re.Match[bytes]) -> bytes:
    code = found.group(1)
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in (b"\n", b"\r\n") else _ESCAPES.get(code, code)


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, _MOST)
    except zlib.error:
        return content
