"""Abbreviations within the words of entries, each with what its agency means by it: on a press, a tap or a key. Knows no database.

A text is gone through once, whatever the length of the glossary: its words in capitals are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from agencies.quality import ABBREVIATION, abbreviations

HELP = (
    '<details class="scr-short"><summary>{}<span class="govuk-visually-hidden">, what it means</span></summary>'
    "<span> ({})</span></details>"
)


@dataclass(slots=True)
class Meanings:
    """What agencies mean by their short forms; the first that is added of one return, or of one agency, stands."""

    of_return: dict[tuple[int, str], str] = field(default_factory=dict)
    of_agency: dict[tuple[str, str], str] = field(default_factory=dict)
    of_all: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def add(self, returned: int, agency: str, short: str, meaning: str) -> None:
        """One line of the glossary of one return."""
        self.of_return.setdefault((returned, short), meaning)
        self.of_agency.setdefault((agency, short), meaning)
        self.of_all.setdefault(short, {}).setdefault(meaning.casefold(), (meaning, agency))

    def of(self, returned: int, agency: str, short: str) -> str:
        """What `short` means in an entry: in its return, else to its agency, else to the others, if they agree. "" if nobody says.

        "DNA" is one thing to a nurse and another to the police: what others mean is said to be theirs.
        """
        own = self.of_return.get((returned, short)) or self.of_agency.get((agency, short))
        if own:
            return own
        others = [*self.of_all.get(short, {}).values()]
        return f"{others[0][0]}, as {others[0][1]} uses it" if len(others) == 1 else ""


def used(texts: Iterable[str]) -> set[str]:
    """The short forms that stand in texts."""
    return {short for text in texts for short in abbreviations(text)}


def with_help(text: str, meanings: Mapping[str, str]) -> SafeString:
    """The text as a page shows it: at its first mention each short form with a meaning can be opened."""
    known = {short for short in abbreviations(text) if meanings.get(short)}
    made, since = SafeString(""), 0
    for found in ABBREVIATION.finditer(text) if known else ():
        short = found[1]
        if short in known:
            known.remove(short)
            made += conditional_escape(text[since : found.start()]) + format_html(HELP, found[0], meanings[short])
            since = found.end()
    return made + conditional_escape(text[since:])
