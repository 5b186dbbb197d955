"""Theme lists: what findings and entries are coded with; versioned data of their own, in `data/themes/*.toml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One entry of a theme list."""

    key: str
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ThemeList:
    """A versioned list of themes; stamped like a rule set."""

    key: str
    version: str
    label: str
    source: str
    items: tuple[Theme, ...]

    @property
    def stamp(self) -> str:
        """What a record keeps to say which list, in which version, it was coded with."""
        return f"{self.key}@{self.version}"
