"""The merged chronology as a file, as it is filtered on the page: .xlsx, .csv, .docx and PDF.

Each can be handed in again: `agencies.chronology.parse` reads the same days, precision, certainty, times and words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from agencies.models import Entry
from findings import merged
from findings.annotated import born
from findings.chronology_export import pages, word
from findings.chronology_export.document import compose
from findings.models import Naming
from reviews.models import Review
from scr_portal.lib import sheets
from scr_portal.lib.records import Refused
from scr_portal.lib.sheets import MARKING, Document

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was made: what is in it, how it is called, and how many entries it holds."""

    kind: str
    content: bytes
    filename: str
    content_type: str
    entries: int
    named: bool

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, in hex."""
        return hashlib.sha256(self.content).hexdigest()


OFFICE = "application/vnd.openxmlformats-officedocument."
# Kind of file → its type, and what writes it.
KINDS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "xlsx": (f"{OFFICE}spreadsheetml.sheet", sheets.write_xlsx),
    "csv": ("text/csv; charset=utf-8", sheets.write_csv),
    "docx": (f"{OFFICE}wordprocessingml.document", word.write),
    "pdf": ("application/pdf", pages.write),
}


def entries(review: Review, user: Any, filters: merged.Filters) -> QuerySet[Entry]:
    """The entries that `user` may read and `filters` leave, with all that a row of a file says of them."""
    named = Naming.objects.filter(state=Naming.State.NAMED).select_related("person")
    rows = merged.entries(review, user, filters).defer("extra", "problems")
    return rows.prefetch_related(Prefetch("namings", named, to_attr="standing_namings"))


def make(
    review: Review, user: Any, filters: merged.Filters, *, kind: str, named: bool, asked: Sequence[str] = ()
) -> Export:
    """The entries that `user` may read and `filters` leave, as a file of one of KINDS; names are covered unless `named`.

    `asked` are the filters in words. Raises Refused for more entries than a PDF holds.
    """
    rows = entries(review, user, filters)
    if kind == "pdf" and (number := rows.count()) > pages.MOST_IN_PDF:
        raise Refused(
            f"These are {number:,} entries, and a PDF holds {pages.MOST_IN_PDF:,} at most: ask for less, or take Excel, CSV or Word."
        )
    found = rows.iterator(chunk_size=AT_ONCE)
    document = compose(review, found, named=named, asked=asked, today=timezone.localdate(), subjects=born(review))
    content_type, write = KINDS[kind]
    name = f"{MARKING} {review.ref} merged chronology{' with real names' if named else ''}.{kind}"
    return Export(kind, write(document), name, content_type, len(document.rows), named)
