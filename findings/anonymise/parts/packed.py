"""Words that are packed or coded inside a part: squeezed drawings, web archives, rich text, base 64 and letters as codes."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from findings.anonymise.parts.shapes import Inner, Part

_MOST = 64 * 1024 * 1024
_WEB_ARCHIVE = re.compile(rb"\A\s*(?:MIME-Version|From|Content-Type|Content-Location|Subject):", re.I)
_CODED = re.compile(r"(?<![A-Za-z0-9+/=_-])(?:[A-Za-z0-9+/_-]\s?){12,}={0,2}(?![A-Za-z0-9+/=_-])")
_ESCAPED = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([0-9A-Fa-f]{2,6})\s?)")
_RICH = re.compile(
    r"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,5}) ?\??|\\([{}\\])|\\(par|line|tab|cell|row)\b ?|\\\*?[a-z]*-?\d* ?|[{}]"
)
_DRAWN = re.compile(r"[0-9A-Fa-f\s]{200,}")


def unpacked(name: str, held: bytes, where: str, inner: Inner) -> Iterator[Part] | None:
    """Return the parts of what is packed in `held`, or None when it is nothing of the kind."""
    if held.startswith(b"\x1f\x8b"):
        return _squeezed(name, held, where, inner)
    if held.lstrip().startswith(b"{\\rtf"):
        return iter([Part(where, _plain(held.decode("cp1252", "replace")), name)])
    if name.lower().endswith((".mht", ".mhtml", ".eml")) or _WEB_ARCHIVE.match(held):
        return _of_letter(message_from_bytes(held), name, where, inner)
    return None


def coded(part: Part) -> Iterator[Part]:
    """Yield the words that stand in a text in base 64, where it has any."""
    for match in _CODED.finditer(part.text) if part.manner in ("words", "names", "sure") else ():
        said = re.sub(r"\s", "", match.group()).rstrip("=").translate(str.maketrans("-_", "+/"))
        try:
            text = base64.b64decode(said + "=" * (-len(said) % 4)).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if text.isprintable() or all(letter.isprintable() or letter.isspace() for letter in text):
            yield replace(part, text=text, manner="names", marks=(), seam=None)


def unescaped(text: str) -> str:
    r"""Return code with the letters that it writes as numbers (\u0041, \x41, and \41 in a style sheet) put in."""

    def letter(found: re.Match[str]) -> str:
        code = int(next(filter(None, found.groups())), 16)
        return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else found.group()

    return _ESCAPED.sub(letter, text)


def _squeezed(name: str, held: bytes, where: str, inner: Inner) -> Iterator[Part]:
    try:
        content = zlib.decompressobj(wbits=31).decompress(held, _MOST)
    except zlib.error:
        yield Part(where, "a packed file cannot be read", name, "flag", kind="unread")
        return
    yield from inner(f"{name} unpacked", content, where)


def _of_letter(letter: Message, name: str, where: str, inner: Inner) -> Iterator[Part]:
    """Yield the heads of a web archive or a letter, and each of its pieces."""
    for head, value in letter.items():
        if head.lower() in ("from", "to", "cc", "subject", "content-location", "content-disposition"):
            yield Part(where, str(value), name, "names")
    for number, piece in enumerate(letter.walk()):
        payload = None if piece.is_multipart() else piece.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            ending = ".html" if piece.get_content_type() == "text/html" else ".txt"
            yield from inner(f"piece {number}{ending}", payload, where)


def _plain(rich: str) -> str:
    """Return the words of rich text, without its codes and without pictures that are written as figures."""

    def said(found: re.Match[str]) -> str:
        byte, number, sign, ending = found.groups()
        if byte:
            return bytes([int(byte, 16)]).decode("cp1252", "replace")
        if number:
            return chr(int(number) & 0xFFFF)
        return sign or ("\n" if ending else "")

    return _RICH.sub(said, _DRAWN.sub(" ", rich.replace("\r", "").replace("\n", "")))
