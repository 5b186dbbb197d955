"""Where reviews of the whole country can be studied: what comes with the portal, and what each board adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from findings.models import Study
from reviews.access import boards_where


@dataclass(frozen=True, slots=True)
class Place:
    """A place for further study; `study` is the board's own row where it is one."""

    title: str
    link: str
    about: str
    study: Study | None = None


# Checked for form only; the portal fetches none of them. A board adds its own beside them.
NATIONAL = (
    Place(
        "NSPCC: national case review repository",
        "https://learning.nspcc.org.uk/case-reviews/national-case-review-repository",
        "Children: reviews of the United Kingdom in full, and briefings by theme.",
    ),
    Place(
        "National Network for Chairs of Adult Safeguarding Boards: library of Safeguarding Adult Reviews",
        "https://nationalnetwork.org.uk/search.html",
        "Adults: reviews in full. It took over the library that was kept with SCIE.",
    ),
    Place(
        "SCIE: Safeguarding Adult Reviews",
        "https://www.scie.org.uk/safeguarding/adults/reviews/",
        "Adults: how reviews are held, quality markers, and analyses.",
    ),
)


def places(user: Any) -> Iterable[Place]:
    """What comes with the portal, then what the person's boards added."""
    rows = Study.objects.filter(board__in=boards_where(user, "board.see"), active=True)
    return [*NATIONAL, *(Place(row.title, row.link, row.about, row) for row in rows)]
