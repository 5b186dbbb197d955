"""Whether the child or adult was seen, from a column that is headed so: "Yes, alone", "N", "Not seen", "DNA"."""

from __future__ import annotations

import re

from agencies.chronology.headings import normal

YES, NO, UNSAID = "yes", "no", ""
_UNSAID = re.compile(
    r"n/?[ak]\b|n\.a\b|not? (?:applicable|known|recorded|stated|clear|alone|specified|relevant|sure)|unknown|unclear|unsure"
)
_YES = re.compile(r"(?:y|yes|yep|ie|do|oedd|true|seen)\b|[✓✔☑]")
_NO = re.compile(
    r"(?:n|no|nac?|nage|naddo|nac oedd|false|none|neither|unseen|absent|dna|wnb)\b|not\b|did not attend|was not brought|[✗✘☒]"
)
_SEEN = re.compile(r"(?<!not )(?<!not been )(?<!nor )(?<!un)\bseen\b|\byes\b")
_NOT_SEEN = re.compile(
    r"\bnot (?:been )?seen\b|\bunseen\b|\bdid not attend\b|\bnot (?:at home|present|brought|in)\b|\bno (?:access|reply|answer)\b|\bdna\b|\bwnb\b|: ?no\b"
)


def read_seen(text: str, heading: str = "") -> str:
    """ "yes", "no", or nothing where the cell does not say, or says both of several people.

    Under "Seen alone" a no says nothing: somebody else may have been there.
    """
    said = " ".join(text.lower().split()).strip(" .*-–")
    found = _read(said) if said else UNSAID
    return UNSAID if found == NO and "alone" in normal(heading).split() else found


def _read(said: str) -> str:
    if _UNSAID.match(said):
        return UNSAID
    seen, not_seen = bool(_SEEN.search(said)), bool(_NOT_SEEN.search(said))
    if seen and not_seen:
        return UNSAID
    if _YES.match(said):
        return YES if not not_seen else UNSAID
    if _NO.match(said):
        return NO
    return YES if seen else NO if not_seen else UNSAID


def seen_of(cells: list[tuple[str, str]]) -> str:
    """What the columns of one entry say together, each with its heading: seen where one says so."""
    found = {read_seen(text, heading) for heading, text in cells}
    return YES if YES in found else NO if NO in found else UNSAID
