"""Finding and replacing what identifies people. Pure: knows no Django, opens no connection, alters no original.

The door: `find` says where, `named` says who, `redact` makes the anonymised text, `residue` reads a built file.
"""

from __future__ import annotations

from findings.anonymise.redact import redact, undecided
from findings.anonymise.residue import Suspicion, residue
from findings.anonymise.search import find, named
from findings.anonymise.shapes import DateRule, Person, Span

__all__ = ["DateRule", "Person", "Span", "Suspicion", "find", "named", "redact", "residue", "undecided"]
