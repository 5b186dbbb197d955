"""What the field says in several ways: one name → the words and phrases that mean it. Written from the field's own language."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def ways() -> dict[str, tuple[str, ...]]:
    """Name → the ways of saying it, as `alike.txt` has them: "name: way; way", a line each."""
    text = (Path(__file__).parent / "alike.txt").read_text("utf-8")
    named = (line.partition(":") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name: tuple(way.strip() for way in said.split(";")) for name, _, said in named}
