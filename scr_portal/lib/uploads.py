"""What is looked at in an uploaded file before anything else reads it: is it infected; and would opening it run something."""

from __future__ import annotations

import logging
from typing import Any, BinaryIO, cast

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

log = logging.getLogger(__name__)

# What a program or a page that runs begins with, whatever its name says: nothing of the kind is evidence of anything.
RUNS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00")  # fmt: skip
PAGES = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<?xml")
SECONDS = 60


def scanner() -> ClamdNetworkSocket | None:
    """The virus scanner at `CLAMD` ("host:port" or the path of a socket); None where the portal has none."""
    if not settings.CLAMD:
        return None
    if settings.CLAMD.startswith("/"):
        return ClamdUnixSocket(path=settings.CLAMD, timeout=SECONDS)
    host, _, port = settings.CLAMD.rpartition(":")
    return ClamdNetworkSocket(host=host, port=int(port), timeout=SECONDS)


def runs(file: UploadedFile) -> bool:
    """Whether a file is a program or a page that a browser would run, told by what it begins with."""
    file.seek(0)
    head = file.read(512)
    file.seek(0)
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith(RUNS) or words.startswith(PAGES)


def infection(file: UploadedFile) -> str:
    """What the virus scanner finds in a file; "" where it finds nothing or there is no scanner.

    Raises ClamdError where the scanner does not answer, or says that it could not look.
    """
    found = scanner()
    if found is None:
        return ""
    file.seek(0)
    try:
        status, name = found.instream(cast(BinaryIO, file))["stream"]
    finally:
        file.seek(0)
    if status == "ERROR":
        raise ClamdError(name)
    return (name or "unnamed") if status == "FOUND" else ""


def look_at(file: UploadedFile) -> tuple[str, str]:
    """Why a file cannot be taken, in a word for the record and a sentence for the person; two empty texts where it can.

    What is larger than the portal takes is not looked at: it is refused for its size.
    """
    if (file.size or 0) > settings.UPLOAD_LIMIT:
        return "", ""
    try:
        found = infection(file)
    except (ClamdError, OSError):
        log.exception("the virus scanner does not answer")
        said = "Files cannot be checked for viruses at the moment, so none can be taken: try again in a few minutes."
        return "not checked", said
    if found:
        said = f"“{file.name}” holds a virus ({found}) and was not kept: tell your IT service, and send a clean copy."
        return found, said
    return "", ""


class UploadField(forms.FileField):
    """A file box. A file that was turned away before it came here says why; `limited`: so does one that is too large."""

    def __init__(self, *, limited: bool = True, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limited = limited

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file. Raises ValidationError with the sentence that says why it cannot be taken."""
        if sentence := getattr(data, "turned_away", ""):
            raise forms.ValidationError(sentence)
        if self.limited and data and (data.size or 0) > settings.UPLOAD_LIMIT:
            raise forms.ValidationError(f"“{data.name}” is larger than 60 MB: send a smaller one, or a part of it.")
        return super().clean(data, initial)
