"""Help: one page for each role, the words of the field, and which pictures of real pages go with them. Asks no database."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def written() -> dict[str, Any]:
    """What pages.toml says: "page", a list of pages with their steps in order, and "pictures", by name."""
    return tomllib.loads((FOLDER / "pages.toml").read_text("utf-8"))


@cache
def words() -> dict[str, dict[str, str]]:
    """The words of the field, by key: "word", what it "means", and "also" where it has other names; in order of the alphabet."""
    found = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    return dict(sorted(found.items(), key=lambda each: each[1]["word"]))


def page_of(key: str) -> dict[str, Any] | None:
    """The page of that key, or None."""
    return next((page for page in written()["page"] if page["key"] == key), None)


def page_for(roles: frozenset[str]) -> dict[str, Any] | None:
    """The first page that is written for one of `roles`, or None."""
    return next((page for page in written()["page"] if roles & {*page["roles"]}), None)
