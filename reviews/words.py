"""Where the review's own texts repeat words of the family, and whether these may be quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reviews.models import Contribution, Review
from reviews.quoting import quoted


@dataclass(frozen=True, slots=True)
class Place:
    """One passage of a section of the report or of a finding that repeats somebody's words."""

    where: str
    passage: str


def texts(review: Review) -> Iterator[tuple[str, str]]:
    """(title, text) of each section of the report and of each finding."""
    report = getattr(review, "report", None)
    for section in report.sections.all() if report else ():
        yield section.title, section.text
    for each in review.findings.all():
        yield f"Finding {each.number}", "\n".join((each.what, each.why, each.impact))


def places(contribution: Contribution) -> list[Place]:
    """Where the words of one contribution stand."""
    said = contribution.words
    return [Place(where, passage) for where, text in texts(contribution.review) for passage in quoted(text, said)]


def unquotable(review: Review) -> list[Contribution]:
    """The contributions to a review whose words may not be quoted."""
    return [*Contribution.objects.unquotable().filter(person__review=review).select_related("person")]


def repeated(text: str, contributions: Iterable[Contribution]) -> list[Contribution]:
    """Those of `contributions` whose words a text repeats."""
    return [each for each in contributions if quoted(text, each.words)]


def without_consent(review: Review) -> Iterator[tuple[str, Contribution]]:
    """(where, whose words) for each section of the report that repeats words which may not be quoted."""
    report: Any = getattr(review, "report", None)
    kept = unquotable(review) if report else []
    for section in report.sections.all() if kept else ():
        yield from ((section.title, each) for each in repeated(section.text, kept))
