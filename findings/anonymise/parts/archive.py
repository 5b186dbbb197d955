"""Office files are zip archives: opened with limits, their markup parsed without declarations and without the network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from findings.anonymise.parts.shapes import DAMAGED, Unreadable

MAX_UNPACKED = 400 * 1024 * 1024
MAX_PARTS = 10_000
MAX_RATIO = 250
RATIO_COUNTS_FROM = 16 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def opened(content: bytes) -> zipfile.ZipFile:
    """Return the archive in `content`, its declared sizes checked; raises Unreadable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN:
        raise Unreadable(DAMAGED) from None
    entries = archive.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("The file is locked with a password, so it cannot be checked.")
    unpacked = sum(entry.file_size for entry in entries)
    dense = unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(len(content), 1)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED or dense:
        raise Unreadable("The file unpacks to far more than its size: it was not opened, so it cannot be checked.")
    return archive


def entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each entry, entries of one name included; raises Unreadable at a damaged one."""
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        try:
            # The declared size was checked, and reading stops there: an entry that holds more fails its check sum.
            yield entry.filename, archive.read(entry)
        except BROKEN:
            raise Unreadable(DAMAGED) from None


def extras(content: bytes, archive: zipfile.ZipFile) -> Iterator[bytes]:
    """Yield what programs note beside the name of each entry, in both of the places where an archive has room for it."""
    for entry in archive.infolist():
        yield entry.extra
        lengths = content[entry.header_offset + 26 : entry.header_offset + 30]
        start = entry.header_offset + 30 + int.from_bytes(lengths[:2], "little")
        yield content[start : start + int.from_bytes(lengths[2:], "little")]


def gaps(content: bytes, archive: zipfile.ZipFile) -> Iterator[bytes]:
    """Yield what lies before, between and behind the entries of the archive, where no reader of it would look."""
    place = 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        yield content[place : entry.header_offset].removeprefix(b"PK\x07\x08")
        lengths = content[entry.header_offset + 26 : entry.header_offset + 30]
        name, extra = int.from_bytes(lengths[:2], "little"), int.from_bytes(lengths[2:], "little")
        place = entry.header_offset + 30 + name + extra + entry.compress_size
    end = content.rfind(b"PK\x05\x06")
    yield content[place : archive.start_dir].removeprefix(b"PK\x07\x08")
    yield content[end + 22 + len(archive.comment) :]


def xml(content: bytes) -> etree._Element:
    """Return the root of a part; nothing is expanded and nothing fetched; raises Unreadable."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(DAMAGED) from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable("The file holds a document type declaration, which none should: it was not read further.")
    return root


def tag(node: etree._Element | None) -> str:
    """Return the local name of an element; "" for comments and instructions."""
    name = getattr(node, "tag", None)
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(node: etree._Element, name: str) -> str:
    """Return the value of the attribute with this local name, "" where there is none."""
    return next((str(value) for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")
