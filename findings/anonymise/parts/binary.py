"""Files that are neither text nor archive: the words that stand in them, and what pictures say about themselves."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator

from findings.anonymise.parts.shapes import Part

_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{5,}|(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){5,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\x7f]\x01){4,}")
_WIDE_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]|\x01[\x00-\x7f]){4,}")
_DETAILS = (
    (0x8825, "position", "the picture says where it was taken; remove its details"),
    (1, "thumbnail", "the picture keeps a small copy of itself as it was taken; remove its details"),
)
_JPEG_BARE = (0x01, *range(0xD0, 0xD9))


def strings(content: bytes, where: str, part: str) -> Iterator[Part]:
    """Yield the stretches of `content` that read like text, in one byte and in two bytes a letter."""
    yield from _given(_stretches(content), where, part)


def _given(found: Iterator[str], where: str, part: str) -> Iterator[Part]:
    for text in dict.fromkeys(found):
        yield Part(where, text, part, "names")


def _stretches(content: bytes) -> Iterator[str]:
    for pattern, encoding in ((_NARROW, "utf-8"), (_WIDE, "utf-16-le"), (_WIDE_BIG, "utf-16-be")):
        for match in pattern.finditer(content):
            try:
                text = match.group().decode(encoding)
            except UnicodeDecodeError:
                text = match.group().decode("cp1252", "replace")
            letters = sum(character.isalpha() or character == " " for character in text)
            if letters * 3 >= len(text) * 2:
                yield text


def picture(content: bytes, where: str, part: str) -> Iterator[Part] | None:
    """Return what a picture says about itself, or None when `content` is no picture."""
    if content.startswith(b"\x89PNG"):
        return _of_picture(list(_png(content)), content, where, part)
    if content.startswith(b"\xff\xd8\xff"):
        return _of_picture(list(_jpeg(content)), content, where, part)
    if content.startswith((b"GIF8", b"II*\x00", b"MM\x00*", b"BM")) or content[8:12] == b"WEBP":
        return _of_picture([content] if content[:2] in (b"II", b"MM") else list(_chunks(content)), content, where, part)
    return None


def _of_picture(told: list[bytes], content: bytes, where: str, part: str) -> Iterator[Part]:
    for segment in told:
        yield from strings(segment, f"details kept in a picture, {where}", part)
    for number, kind, said in _DETAILS:
        if _has(content, number):
            yield Part(f"details kept in a picture, {where}", said, part, "flag", kind=kind)


def _has(content: bytes, number: int) -> bool:
    """Say whether the camera's details have the section `number`."""
    from PIL import Image  # Loads the readers of pictures: only when there is one.

    try:
        with Image.open(io.BytesIO(content)) as image:
            return bool(dict(image.getexif().get_ifd(number)))
    except Exception:  # Whatever is wrong with a picture's details, its text has been looked at already.
        return False


def _png(content: bytes) -> Iterator[bytes]:
    """Yield the chunks of text, the camera's details, and what stands behind the end."""
    place = 8
    while place + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[place : place + 8])
        data = content[place + 8 : place + 8 + length]
        place += 12 + length
        if kind in (b"tEXt", b"eXIf", b"tIME"):
            yield data
        elif kind in (b"zTXt", b"iTXt"):
            yield data
            yield from _unpacked(data)
        elif kind == b"IEND":
            yield content[place:]
            return


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the text of a packed chunk, wherever in it the packed bytes begin."""
    for start in (place for place in range(min(len(data), 200)) if data[place : place + 1] == b"\x78"):
        try:
            yield zlib.decompressobj().decompress(data[start:], 4 * 1024 * 1024)
        except zlib.error:
            continue
        return


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Yield the segments of a photograph that are not the picture: comments, camera, programs; and what is behind its end."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _JPEG_BARE or marker == 0xFF:
            place += 1 if marker == 0xFF else 2
            continue
        length = struct.unpack(">H", content[place + 2 : place + 4])[0]
        if marker == 0xFE or 0xE0 <= marker <= 0xEF:
            yield content[place + 4 : place + 2 + length]
        if marker == 0xDA:
            yield content[content.rfind(b"\xff\xd9") + 2 :]
            return
        place += 2 + length


def _chunks(content: bytes) -> Iterator[bytes]:
    """Yield the comments of a GIF, the details of a WebP; of other pictures nothing is text."""
    if content.startswith(b"GIF8"):
        for match in re.finditer(rb"\x21[\xfe\xff](?:([\x01-\xff])[\x20-\xff\x00]{0,255})+", content):
            yield match.group()
    for kind in (b"EXIF", b"XMP "):
        place = content.find(kind, 12)
        if content[8:12] == b"WEBP" and place > 0:
            yield content[
                place + 8 : place + 8 + struct.unpack("<I", content[place + 4 : place + 8].ljust(4, b"\0"))[0]
            ]
