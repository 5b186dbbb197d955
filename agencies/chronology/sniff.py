"""What a file is, told by its contents: its name is never trusted."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from agencies.chronology import archive, compound
from agencies.chronology.refusals import refusal

HEAD = 4096
NOT_TEXT = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM6", b"II*\x00", b"MM\x00*", b"RIFF", b"MZ", b"\x7fELF", b"\x1f\x8b", b"BZh",
    b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"\xca\xfe\xba\xbe", b"OggS", b"ID3", b"SQLite format 3", b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00\x1cftyp", b"\x00\x00\x00 ftyp", b"!BDN", b"%!PS", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
MARKUP = re.compile(rb"<(?:\?xml|!doctype|html|head|body|table|meta|svg|!--)", re.IGNORECASE)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def kind_of(path: Path) -> str:
    """ "xlsx" "xls" "ods" "docx" "pdf" or "text"; raises ChronologyRefused for everything else."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        raise refusal("empty")
    if head.startswith(b"PK"):
        return _in_archive(path)
    if head.startswith(compound.SIGNATURE):
        return _in_compound(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _plain(head)


def _plain(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").replace(b"\x00", b"")
    if head.startswith(b"{\\rtf"):
        raise refusal("rtf")
    if head.startswith(NOT_TEXT):
        raise refusal("wrong-type")
    if MARKUP.match(start):
        lowered = start.lower()
        if b"schemas-microsoft-com:office:spreadsheet" in lowered:
            raise refusal("xml-spreadsheet")
        web = any(word in lowered for word in (b"<html", b"doctype html", b"<table", b"<body"))
        raise refusal("web-page" if web else "doctype" if b"<!doctype" in lowered else "wrong-type")
    return "text"


def _in_archive(path: Path) -> str:
    with archive.opened(path) as opened:
        names = set(opened.namelist())
        archive.check_markup(opened)
        if "mimetype" in names:
            return _open_document(opened)
        if "[Content_Types].xml" not in names:
            raise refusal("wrong-type")
        main = archive.main_part(opened)
        if main.endswith(".bin"):
            raise refusal("binary-workbook")
        if main not in names:
            raise refusal("truncated" if main else "wrong-type")
        root = archive.tag(archive.xml(opened, main)) if main.startswith(("xl/", "word/")) else ""
        kind = {"workbook": "xlsx", "document": "docx"}.get(root)
    if kind is None:
        raise refusal("wrong-type")
    return kind


def _open_document(opened: ZipFile) -> str:
    mime = archive.read_part(opened, "mimetype")[:200].decode("ascii", "replace").strip()
    if not mime.startswith(OPEN_DOCUMENT):
        raise refusal("wrong-type")
    if mime.startswith(f"{OPEN_DOCUMENT}text"):
        raise refusal("open-document-text")
    if not mime.startswith(f"{OPEN_DOCUMENT}spreadsheet"):
        raise refusal("wrong-type")
    names = opened.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read_part(opened, "META-INF/manifest.xml"):
        raise refusal("password")
    return "ods"


def _in_compound(path: Path) -> str:
    names = compound.Compound(path.read_bytes()).names()
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise refusal("password")
    if names & {"Workbook", "Book"}:
        return "xls"
    raise refusal("word-97" if "WordDocument" in names else "wrong-type")
