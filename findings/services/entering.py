"""Our own reports enter the library when they are published, and leave it when they are taken down: parts of those verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from findings.anonymise import redact
from findings.jigsaw import Judgements, blurred
from findings.models import Lesson, LibraryReview, Report, Theme
from findings.published_file import proposed
from findings.services.anonymity import Anonymised, Decisions, date_rule, decided_spans, register, under_cover
from findings.services.lesson import indexed
from findings.services.library import out
from reviews.models import Review
from scr_portal.lib.records import changed


def enter(by: Any, report: Report, made: Anonymised) -> LibraryReview:
    """Our own report enters the library as it is published: the anonymised text, and its recommendations as anonymous."""
    review, board = report.review, report.review.board
    told = "\n\n".join(f"# {title}\n\n{text}" for _, title, text in made.sections if text.strip())
    seems = proposed(told, report.title, timezone.localdate().year)
    values: dict[str, Any] = {
        "title": report.title, "publisher": board.name, "regime": regime_of(review), "year": timezone.localdate().year,
        "published_on": timezone.localdate(), "harm": seems.harm or LibraryReview.Harm.OTHER, "age": seems.age or LibraryReview.Age.SEVERAL, "text": told, "shown": True, "taken_out_why": "",
    }  # fmt: skip
    known = LibraryReview.objects.filter(review=review).first()
    if known is None:
        fixed = {"board": board, "source": LibraryReview.Source.OURS, "review": review, "added_by": by}
        known = LibraryReview.objects.create(**fixed, **values)
    else:
        known = changed(known, values)[0]
    known.themes.set(Theme.objects.filter(findings__review=review).distinct())
    anonymous = as_published(review)
    for each in review.recommendations.prefetch_related("findings__themes"):
        said = {"number": str(each.number), "text": anonymous(each.text)}
        lesson = Lesson.objects.filter(recommendation=each).first()
        lesson = (
            changed(lesson, said)[0] if lesson else Lesson.objects.create(published=known, recommendation=each, **said)
        )
        lesson.themes.set({theme for finding in each.findings.all() for theme in finding.themes.all()})
        indexed(lesson)
    return known


def leave(report: Report, why: str) -> None:
    """Our own report leaves the library when it is taken down."""
    known = LibraryReview.objects.filter(review=report.review).first()
    if known is not None:
        out(known, why)


def as_published(review: Review) -> Callable[[str], str]:
    """What makes one text after another of a review anonymous as its report is; what is undecided stays covered."""
    people, decisions, rule = register(review), Decisions.of(review), date_rule(review)
    judgements = Judgements.of(review)

    def anonymous(text: str) -> str:
        spans = [under_cover(span) for span in decided_spans(people, decisions, "", text, rule)]
        return blurred(redact(text, spans), people, judgements)

    return anonymous


def regime_of(review: Review) -> str:
    """The kind of review by the series of its rule set; another kind where the library has none of that name."""
    kind = review.rules.series.casefold()
    return kind if kind in LibraryReview.Regime.values else LibraryReview.Regime.OTHER
