"""The options of a way in which a file is written, as a lot tells them."""

from __future__ import annotations


def told(options: tuple[str, ...]) -> dict[str, list[str]]:
    """Name → what it was told, once for each time; an underscore is a blank."""
    found: dict[str, list[str]] = {}
    for option in options:
        name, _, value = option.partition("=")
        found.setdefault(name, []).append(value.replace("_", " "))
    return found
