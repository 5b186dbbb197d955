"""Details that identify together: harmless one by one, and a name once three or four of them are read side by side.

The door: `details` says which and why, `passages` which paragraphs stand out, `persons` who does in the whole document.
Pure, as the rest of the search is. Everything found is for a person to judge: nothing is replaced by itself.
"""

from __future__ import annotations

from findings.anonymise.jigsaw.passages import PASSAGE_KINDS, PERSON_KINDS, Passage, passages, persons
from findings.anonymise.jigsaw.removing import without
from findings.anonymise.jigsaw.rules import details
from findings.anonymise.jigsaw.shapes import KINDS, Detail, Kind

__all__ = [
    "KINDS",
    "PASSAGE_KINDS",
    "PERSON_KINDS",
    "Detail",
    "Kind",
    "Passage",
    "details",
    "passages",
    "persons",
    "without",
]
