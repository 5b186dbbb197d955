"""Words as they are looked for: without capitals, accents and the typewriter's choice of quotation marks. Pure.

What is kept of an entry and what somebody types are folded alike, so every database finds the same entries.
"""

from __future__ import annotations

import re
import unicodedata

PLAIN = str.maketrans("‘’‚‛“”„‐‑‒–—", "''''\"\"\"-----", "\u00ad\u200b\ufeff")
PHRASE = re.compile(r'"([^"]*)"|(\S+)')
# Stands between the parts of one entry, so that no phrase runs from what happened into what was done about it.
BETWEEN = "\n"


def folded(*parts: str) -> str:
    """The words of all parts, folded; a part's own line breaks are spaces."""
    return BETWEEN.join(_plain(part) for part in parts if part)


def wanted(text: str) -> list[str]:
    """What an entry must hold all of: each word, or part of one, and each "phrase in quotation marks" as it stands."""
    found = [phrase or word.replace('"', "") for phrase, word in PHRASE.findall(_plain(text))]
    return [each.strip() for each in found if each.strip()]


def _plain(text: str) -> str:
    """A text in small letters without accents, with plain quotation marks and single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.translate(PLAIN).casefold())
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())
