"""Places where a name hides in a built file, one file each, written when a test asks for it: none is kept here.

Every place is a function that writes a file with one word planted in it; the clean twin is the same file with another word.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image, PngImagePlugin

from findings.anonymise import Person

PEOPLE = (
    Person("c", "person", "child", "Child A", given="Amara", surname="Okafor", sex="F", date_of_birth=date(2014, 5, 4)),
    Person("m", "person", "mother", "Mother", title="Ms", given="Grace", surname="Okafor", sex="F"),
    Person("w", "person", "social worker", "Social Worker 1", given="Will", surname="May", professional=True),
    Person("s", "school", "school", "School 1", name="St Mary's C of E Primary School"),
    Person("t", "street", "home", "Address 1", name="Church Road"),
)
NAME, TWIN = "Amara Okafor", "Child A"


@dataclass(frozen=True)
class Place:
    """A hiding place: its format, what it is called, who writes the file, and words of `where` by which a person finds it."""

    kind: str
    title: str
    write: Callable[[Path, str], Path]
    where: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


PLACES: list[Place] = []


def place(kind: str, title: str, where: str = "") -> Callable[[Callable[[str], bytes]], Callable[[str], bytes]]:
    """Note a function that makes the bytes of a file from the word to plant."""

    def noted(make: Callable[[str], bytes]) -> Callable[[str], bytes]:
        def write(folder: Path, word: str) -> Path:
            path = folder / f"report.{kind}"
            path.write_bytes(make(word))
            return path

        PLACES.append(Place(kind, title, write, where or title))
        return make

    return noted


def named_file(kind: str, make: Callable[[], bytes]) -> None:
    """Note the place that every format has: the name of the file itself."""

    def write(folder: Path, word: str) -> Path:
        path = folder / f"{word.replace(' ', '_')} final.{kind}"
        path.write_bytes(make())
        return path

    PLACES.append(Place(kind, "file name", write, "file name"))


def patched(archive: bytes, changes: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """Return an office file with parts added, replaced or (by a function) changed."""
    with zipfile.ZipFile(io.BytesIO(archive)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    for name, change in changes.items():
        parts[name] = change if isinstance(change, bytes) else change(parts[name])
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return kept.getvalue()


def before(closing: str, addition: str) -> Callable[[bytes], bytes]:
    """Return a change that puts `addition` before the last `closing`."""

    def change(content: bytes) -> bytes:
        head, mark, tail = content.decode("utf-8").rpartition(closing)
        assert mark, closing
        return (head + addition + mark + tail).encode()

    return change


def linked(kind: str, target: str, *, outside: bool = False) -> Callable[[bytes], bytes]:
    """Return a change of a .rels part: one more relationship, numbered rId900."""
    root = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    mode = ' TargetMode="External"' if outside else ""
    return before("</Relationships>", f'<Relationship Id="rId900" Type="{root}{kind}" Target="{target}"{mode}/>')


def png(word: str = "") -> bytes:
    """A picture of one colour; with `word`, its author says so in the details."""
    details = PngImagePlugin.PngInfo()
    if word:
        details.add_text("Author", word)
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(kept, "png", pnginfo=details)
    return kept.getvalue()


def jpeg(word: str = "") -> bytes:
    """A photograph; with `word`, the camera noted who took it."""
    exif = Image.Exif()
    if word:
        exif[0x013B] = word
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(kept, "jpeg", exif=exif)
    return kept.getvalue()
