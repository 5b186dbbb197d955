"""Every kind of record that hangs on a review, and who reads the words of its versions; data, in `data/records/`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reviews.policy import rule
from reviews.regimes.vocabulary import RegimeError

FOLDER = Path(__file__).parent / "data" / "records"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its label ("reviews.person"), the right that opens its versions or "", and its part of the case."""

    label: str
    words: str
    part: str


def read(path: Path) -> dict[str, Kind]:
    """The kinds of a file, by label. Raises RegimeError for a kind that stands twice, LookupError for a right that is none."""
    found: dict[str, Kind] = {}
    for part, kinds in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for label, said in kinds.items():
            if label in found:
                raise RegimeError(f"{path.name}: {label} stands twice.")
            words = said.get("words", "")
            found[label] = Kind(label, rule(words).action if words else "", part)
    return found


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind of record that hangs on a review, by label."""
    return read(FOLDER / "records.toml")
