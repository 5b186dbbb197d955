"""Office files are zip archives: what is checked before any part of one is parsed."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from lxml import etree

from agencies.chronology.refusals import refusal

MAX_UNPACKED = 150 * 1024 * 1024
MAX_PART = 80 * 1024 * 1024
MAX_PARTS = 4_000
MAX_RATIO = 250
RATIO_COUNTS_FROM = 8 * 1024 * 1024
CHUNK = 256 * 1024
MARKUP = (".xml", ".rels", ".vml", ".xhtml", ".rdf")
# A declaration may be written in any encoding that XML allows.
DECLARATIONS = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


def opened(path: Path) -> zipfile.ZipFile:
    """The archive at `path`, its declared sizes checked; raises ChronologyRefused."""
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN:
        raise refusal("truncated") from None
    parts = archive.infolist()
    if not parts:
        raise refusal("empty")
    if any(part.flag_bits & 0x1 for part in parts):
        raise refusal("password")
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise refusal("unreadable")
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or _too_dense(unpacked, packed):
        raise refusal("zip-bomb")
    return archive


def _too_dense(unpacked: int, packed: int) -> bool:
    return unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(packed, 1)


def check_markup(archive: zipfile.ZipFile) -> None:
    """Unpack every part that is markup once, in small pieces: sizes as they are and no declaration; raises
    ChronologyRefused. Entities that expand (the "billion laughs") cannot be written without a declaration."""
    total = 0
    for part in archive.infolist():
        if part.filename.lower().endswith(MARKUP):
            total += _checked(archive, part)
            if total > MAX_UNPACKED:
                raise refusal("zip-bomb")


def _checked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """The true size of one part; the end of each piece is looked at again with the next."""
    size, tail = 0, b""
    try:
        with archive.open(part) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > MAX_PART or _too_dense(size, part.compress_size):
                    raise refusal("zip-bomb")
                window = tail + piece
                if b"!" in window and any(word in window for word in DECLARATIONS):
                    raise refusal("doctype")
                tail = window[-24:]
    except BROKEN:
        raise refusal("truncated") from None
    return size


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part; raises ChronologyRefused where it is missing or damaged."""
    try:
        return archive.read(name)
    except (KeyError, *BROKEN):
        raise refusal("truncated") from None


def xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """The root of one part; entities stay unresolved and nothing outside is fetched; raises ChronologyRefused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(read_part(archive, name), parser)
    except etree.XMLSyntaxError:
        raise refusal("truncated") from None
    if root.getroottree().docinfo.doctype:
        raise refusal("doctype")
    return root


def tag(element: etree._Element) -> str:
    """The local name of an element: the strict and the transitional dialect differ in the namespace alone."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """The value of the attribute with this local name, None where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the archive: id → (kind, name of the part). Outside links are never followed."""
    folder, _, leaf = part.rpartition("/")
    name = f"{folder}/_rels/{leaf}.rels" if folder else f"_rels/{leaf}.rels"
    if name not in archive.namelist():
        return {}
    found = {}
    for link in xml(archive, name):
        if attribute(link, "TargetMode") == "External":
            continue
        target = attribute(link, "Target") or ""
        kind = (attribute(link, "Type") or "").rpartition("/")[2]
        found[attribute(link, "Id") or ""] = (kind, _joined(folder, target))
    return found


def _joined(folder: str, target: str) -> str:
    path = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
    kept: list[str] = []
    for step in path.split("/"):
        if step == "..":
            kept = kept[:-1]
        elif step not in ("", "."):
            kept.append(step)
    return "/".join(kept)


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the document or workbook itself, "" where the archive names none."""
    return next((name for kind, name in targets(archive, "").values() if kind == "officeDocument"), "")
