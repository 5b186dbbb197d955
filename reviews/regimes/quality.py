"""Quality markers: what a good review shows, and where the portal looks for it; data of their own, in `data/quality/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reviews.regimes.vocabulary import RegimeError

FOLDER = Path(__file__).parent / "data" / "quality"
# What a look-up may look for: a dated fact, an event of the record, a letter that went, a meeting, a tick before publication,
# what is recorded of the family.
LOOKS = ("date", "event", "letter", "meeting", "tick", "family")


@dataclass(frozen=True, slots=True)
class LookUp:
    """One piece of evidence that the portal finds by itself: `look` is its kind and key, such as "date:family_told"."""

    look: str
    label: str


@dataclass(frozen=True, slots=True)
class Marker:
    """One quality marker: what is asked, and what speaks for it."""

    key: str
    number: int
    label: str
    asks: str
    evidence: tuple[LookUp, ...]


@dataclass(frozen=True, slots=True)
class Markers:
    """A versioned list of quality markers; stamped like a rule set."""

    key: str
    version: str
    label: str
    source: str
    items: tuple[Marker, ...]

    @property
    def stamp(self) -> str:
        """What a judgement keeps to say which list, in which version, it was made against."""
        return f"{self.key}@{self.version}"

    def marker(self, key: str) -> Marker | None:
        """The marker of a key, or None."""
        return next((each for each in self.items if each.key == key), None)


def read(path: Path) -> Markers:
    """The list of a file. Raises RegimeError for a look-up that the portal does not know."""
    with path.open("rb") as file:
        said = tomllib.load(file)
    items = []
    for number, each in enumerate(said["marker"], start=1):
        evidence = tuple(LookUp(**look) for look in each.get("evidence", ()))
        for known in evidence:
            if known.look.partition(":")[0] not in LOOKS:
                raise RegimeError(f"{path.name}: {known.look} is not looked for; there are {', '.join(LOOKS)}.")
        items.append(Marker(each["key"], number, each["label"], each["asks"], evidence))
    return Markers(said["key"], said["version"], said["label"], said["source"], tuple(items))


@lru_cache(maxsize=1)
def markers() -> Markers:
    """The list in use: the newest version."""
    return read(max(FOLDER.glob("*.toml")))
