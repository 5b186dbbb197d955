"""A text with what is right about it: which stretch names whom, what only looks like a name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from findings.anonymise import Person

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
_MARK = re.compile(r"\[\[(?P<what>[^:\]]+)::(?P<words>.+?)\]\]", re.S)


@dataclass(frozen=True)
class Mark:
    """kind: "person" (anyone or anything of the register, by `keys`), "unlisted", "pattern", or "word" (no name at all)."""

    start: int
    end: int
    kind: str
    keys: tuple[str, ...]
    variant: str


@dataclass(frozen=True)
class Document:
    people: Sequence[Person]
    text: str
    marks: Sequence[Mark]
    name: str = ""


def read(marked: str, people: Sequence[Person], name: str = "") -> Document:
    """Read `[[keys::words]]`: keys by commas, or "?" for what is not listed, "#kind" for a pattern, "~" for a word."""
    text, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        what, words = found["what"], found["words"]
        kind = {"?": "unlisted", "#": "pattern", "~": "word"}.get(what[0], "person")
        keys = tuple(what.split(",")) if kind == "person" else ()
        unknown = set(keys) - {person.key for person in people}
        if unknown:
            raise ValueError(f"{name}: the register has no {', '.join(sorted(unknown))}")
        marks.append(Mark(len(text), len(text) + len(words), kind, keys, what[1:] if kind != "person" else ""))
        text += words
        last = found.end()
    return Document(people, text + marked[last:], marks, name)


def person(line: Mapping[str, object]) -> Person:
    """Return a person of a register from a table of a TOML file."""
    return Person(**{**line, "aliases": tuple(line.get("aliases", ()))})  # type: ignore[arg-type]
