"""Turns a table of a TOML file into a frozen record, strictly: every name is known, every needed value is there.

A rule set decides what the law is taken to say, so nothing in its file may be misspelt and quietly ignored.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from reviews.regimes.vocabulary import RegimeError

T = TypeVar("T")
SAID = {str: "text in quotation marks", int: "a whole number", bool: "true or false", date: "a date such as 2024-10-01"}


def table(path: Path) -> dict[str, Any]:
    """The contents of a TOML file, what it `extends` laid under it. Raises RegimeError if it cannot be read.

    `extends = "name"` takes the file `name.toml` of the same folder, or of the folder that ships with the product, as
    the ground: a top-level name stated here replaces the whole of that name there.
    """
    own, seen = _parse(path), [path]
    while "extends" in own:
        below = _below(own.pop("extends"), seen[-1])
        if below in seen:
            raise RegimeError(f"{path.name}: it extends itself by way of {seen[-1].name}.")
        seen.append(below)
        own = {**_parse(below), **own}
    return own


def build(shape: type[T], values: object, where: str) -> T:
    """A record of `shape` from a table. Raises RegimeError, naming `where`, for unknown, missing or ill-typed names."""
    if not isinstance(values, Mapping):
        raise RegimeError(f"{where}: a table of names and values is wanted here, not {_shown(values)}.")
    known: dict[str, Field[Any]] = {each.name: each for each in fields(shape)}  # type: ignore[arg-type]
    for name in values:
        if name not in known:
            raise RegimeError(f"{where}: {name!r} is not known here; use {', '.join(known)}.")
    hints = get_type_hints(shape)
    given: dict[str, Any] = {}
    for name, each in known.items():
        if name in values:
            given[name] = _value(hints[name], values[name], f"{where}, {name}")
            if given[name] == "" and each.default is MISSING:
                raise RegimeError(f"{where}: {name!r} is empty.")
        elif each.default is MISSING:
            raise RegimeError(f"{where}: {name!r} is missing.")
    return shape(**given)


def _value(hint: Any, value: object, where: str) -> Any:
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise RegimeError(f"{where}: a list is wanted here, not {_shown(value)}.")
        kind = get_args(hint)[0]
        return tuple(_value(kind, item, f"{where} {_named(item, n)}") for n, item in enumerate(value, 1))
    if is_dataclass(hint):
        return build(hint, value, where)  # type: ignore[arg-type]
    if type(value) is not hint:
        raise RegimeError(f"{where}: {SAID[hint]} is wanted here, not {_shown(value)}.")
    return value.strip() if isinstance(value, str) else value


def _named(item: object, n: int) -> str:
    name = item.get("key", item.get("code")) if isinstance(item, Mapping) else None
    return f"{name!r}" if isinstance(name, str) else f"number {n}"


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return f"the date and time {value}"
    return f"{str(value)[:40]!r}"


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RegimeError(f"{path.name}: the file cannot be opened ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise RegimeError(f"{path.name}: the file is not UTF-8 text; save it again as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise RegimeError(f"{path.name}: the file is not valid TOML: {error}.") from None


def _below(name: object, beside: Path) -> Path:
    for folder in (beside.parent, Path(__file__).parent / "data"):
        if (found := folder / f"{name}.toml").is_file():
            return found
    raise RegimeError(f"{beside.name}: it extends {name!r}, and there is no file {name}.toml.")
