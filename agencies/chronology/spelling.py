"""The names of months with the slips that people make in typing: a letter left out, doubled or changed over."""

from __future__ import annotations

import re

LONG = ("january", "february", "august", "september", "october", "november", "december")
WORD = re.compile(r"[A-Za-z]{5,11}")
# What lies further from the name than one slip, and is common all the same; April is too short for any slip to be plain.
COMMON = {
    "feburary": "february", "febraury": "february", "febuary": "february", "janurary": "january", "janauary": "january", "septemeber": "september",
    "novemeber": "november", "decemeber": "december", "octomber": "october", "ocotober": "october", "apirl": "april", "arpil": "april", "aprill": "april",
}  # fmt: skip


def _slips(name: str) -> set[str]:
    """A letter less, a letter twice, two letters changed over."""
    places = range(len(name))
    left_out = {name[:at] + name[at + 1 :] for at in places}
    twice = {name[:at] + name[at] + name[at:] for at in places}
    changed = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in places[:-1]}
    return (left_out | twice | changed) - {name}


SLIPS = {slip: name for name in LONG for slip in _slips(name)} | COMMON


def mended(text: str) -> str:
    """`text` with the first misspelt month as it is spelt; the same text where there is none."""
    for found in WORD.finditer(text):
        name = SLIPS.get(found.group().lower())
        if name:
            return f"{text[: found.start()]}{name}{text[found.end() :]}"
    return text
