"""Rule sets: what the law and the guidance ask of a review, as data with a version.

One TOML file in `data/` is one version of one regime; another folder adds regimes without a line of Python: name it
in `use`, or pass `folders`. A file whose name begins with "_" is only ground for others to extend. Pure: knows no
Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias, TypeVar

from reviews.regimes import checks, reading
from reviews.regimes.advice import advice, met
from reviews.regimes.shapes import RegimeError, RuleSet
from reviews.regimes.themelists import ThemeList

__all__ = [
    "DATA", "RegimeError", "RuleSet", "ThemeList", "advice", "choices", "get", "in_force", "latest", "load",
    "load_themes", "met", "rule_sets", "theme_list", "themes", "use",
]  # fmt: skip

DATA = Path(__file__).parent / "data"
_added: tuple[Path, ...] = ()
Found: TypeAlias = tuple[dict[str, RuleSet], dict[str, ThemeList]]
T = TypeVar("T")


def use(*folders: Path | str) -> None:
    """Names the folders that add to what ships, in place of those named before; with none, only what ships is left.

    A rule set there with a stamp that is already taken is refused. Raises RegimeError if a folder does not load.
    """
    global _added
    wanted = tuple(Path(folder) for folder in folders)
    _read(wanted)
    _added = wanted
    _current.cache_clear()


def load(folder: Path | str) -> dict[str, RuleSet]:
    """The rule sets of one folder by stamp. Raises RegimeError with the file's name and what to mend."""
    found: dict[str, RuleSet] = {}
    for path in _files(Path(folder)):
        rules = reading.build(RuleSet, reading.table(path), path.name)
        checks.check(rules, path.name)
        if rules.stamp in found:
            raise RegimeError(f"{path.name}: {rules.stamp} is already in another file; give this one its own version.")
        found[rules.stamp] = rules
    return found


def load_themes(folder: Path | str) -> dict[str, ThemeList]:
    """The theme lists of one folder by stamp. Raises RegimeError as `load` does."""
    found: dict[str, ThemeList] = {}
    for path in _files(Path(folder)) if Path(folder).is_dir() else ():
        listed = reading.build(ThemeList, reading.table(path), path.name)
        checks.check_themes(listed, path.name)
        if listed.stamp in found:
            raise RegimeError(f"{path.name}: {listed.stamp} is already in another file; give this one its own version.")
        found[listed.stamp] = listed
    return found


def rule_sets(*, folders: Iterable[Path | str] | None = None) -> dict[str, RuleSet]:
    """Every rule set by stamp: what ships, and what is in `folders` (unless given: those named in `use`)."""
    return dict(_all(folders)[0])


def get(stamp: str, *, folders: Iterable[Path | str] | None = None) -> RuleSet:
    """The rule set of a stamp such as "england-child@2023". Raises RegimeError for one that is not there."""
    found = _all(folders)[0]
    if stamp not in found:
        raise RegimeError(f"There is no rule set {stamp!r}; there are {', '.join(found)}.")
    return found[stamp]


def latest(key: str, *, folders: Iterable[Path | str] | None = None) -> RuleSet:
    """The newest version of a regime. Raises RegimeError for a regime that is not there."""
    return _versions(key, folders)[-1]


def in_force(key: str, on: date, *, folders: Iterable[Path | str] | None = None) -> RuleSet:
    """The version of a regime that was in force on a day. Raises RegimeError if none was yet."""
    versions = [rules for rules in _versions(key, folders) if rules.in_force_from <= on]
    if not versions:
        raise RegimeError(f"No version of {key!r} was in force on {on}; choose an earlier regime.")
    return versions[-1]


def choices(
    *, folders: Iterable[Path | str] | None = None, subject: str | None = None, latest_only: bool = False
) -> list[tuple[str, str]]:
    """(stamp, label) of every rule set for a form: current regimes before legacy ones, newest version first.

    `subject` "child" or "adult" leaves those that can hold such a review; `latest_only` one version of each regime.
    """
    found = sorted(_all(folders)[0].values(), key=_order, reverse=True)
    found.sort(key=lambda rules: (rules.legacy, rules.key))
    if subject:
        found = [rules for rules in found if rules.subject in (subject, "either")]
    if latest_only:
        found = [rules for rules in found if rules == latest(rules.key, folders=folders)]
    return [(rules.stamp, rules.label) for rules in found]


def themes(rules: RuleSet | None = None, *, folders: Iterable[Path | str] | None = None) -> tuple[ThemeList, ...]:
    """The theme lists that a rule set codes with; without one, every list there is."""
    found = _all(folders)[1]
    return tuple(found.values()) if rules is None else tuple(found[stamp] for stamp in rules.themes)


def theme_list(stamp: str, *, folders: Iterable[Path | str] | None = None) -> ThemeList:
    """The theme list of a stamp. Raises RegimeError for one that is not there."""
    found = _all(folders)[1]
    if stamp not in found:
        raise RegimeError(f"There is no theme list {stamp!r}; there are {', '.join(found)}.")
    return found[stamp]


def _versions(key: str, folders: Iterable[Path | str] | None) -> list[RuleSet]:
    found = _all(folders)[0]
    versions = sorted((rules for rules in found.values() if rules.key == key), key=_order)
    if not versions:
        raise RegimeError(
            f"There is no regime {key!r}; there are {', '.join(sorted({r.key for r in found.values()}))}."
        )
    return versions


def _order(rules: RuleSet) -> tuple[date, list[tuple[int, str]]]:
    # Numbers in a version count as numbers, so that "2.10" comes after "2.9".
    parts = re.findall(r"\d+|\D+", rules.version)
    return rules.in_force_from, [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _all(folders: Iterable[Path | str] | None) -> Found:
    return _current() if folders is None else _read(folders)


@lru_cache(maxsize=1)
def _shipped() -> Found:
    return load(DATA), load_themes(DATA / "themes")


@lru_cache(maxsize=1)
def _current() -> Found:
    return _read(_added)


def _read(added: Iterable[Path | str]) -> Found:
    found, listed = dict(_shipped()[0]), dict(_shipped()[1])
    for folder in map(Path, added):
        _add(found, load(folder), folder)
        _add(listed, load_themes(folder / "themes"), folder)
    checks.check_together(found, listed)
    return found, listed


def _add(found: dict[str, T], more: dict[str, T], folder: Path) -> None:
    for stamp in more:
        if stamp in found:
            raise RegimeError(f"{folder.name}: {stamp} is already taken; give this one its own key or version.")
    found.update(more)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RegimeError(f"{folder}: there is no such folder of rule sets.")
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("_"))
