"""Made before: the nearest earlier recommendations and findings, in the library and in the reviews that the reader may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db.models import Case, Count, FloatField, Sum, Value, When

from findings.earlier import told
from findings.made_before import Candidate, Near, rank, said, telling, terms
from findings.made_before.vectors import there
from findings.models import Lesson, LessonTerm, Recommendation
from reviews.models import Review, Sharing

MOST, CANDIDATES, OWN = 5, 200, 1_000
# Candidates are looked for by the most telling terms, until so many rows would be read; by three at least.
ROWS, LEAST = 40_000, 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier finding or recommendation as a page tells it. `key` leads to it: in the library, or among our own."""

    text: str
    title: str
    year: int
    answer: str
    outcome: str
    alike: tuple[str, ...]
    lesson: Lesson | None = None
    recommendation: Recommendation | None = None


def near(user: Any, text: str, *, besides: Review | None = None, themes: Collection[str] = ()) -> list[Earlier]:
    """The nearest earlier ones, the nearest first; nothing of the review `besides`, and nothing that `user` may not read."""
    own = dict(_own(user, besides))
    held = Counter(_held(terms(text)))
    held.update(term for each in own.values() for term in terms(each))
    number = Lesson.objects.visible_to(user).count() + len(own)
    candidates = [
        *_from_library(user, text, held, number, besides),
        *(Candidate(-pk, each) for pk, each in own.items()),
    ]
    return _as_told(user, rank(text, candidates, held, number, themes=themes, most=MOST))


def _held(wanted: Iterable[str]) -> dict[str, int]:
    """How many lessons of the library hold each term."""
    rows = LessonTerm.objects.filter(term__in=wanted).order_by().values_list("term").annotate(number=Count("pk"))
    return dict(rows)


def _own(user: Any, besides: Review | None) -> Any:
    """(key, text) of the recommendations that the reader may see and that do not stand in the library, the latest first."""
    rows = Recommendation.objects.visible_to(user).exclude(in_library__published__shown=True)
    return rows.exclude(review=besides).order_by("-pk").values_list("pk", "text")[:OWN]


def _from_library(
    user: Any, text: str, held: Mapping[str, int], number: int, besides: Review | None
) -> list[Candidate]:
    """The lessons that hold most of what the text says."""
    weights = _few_rows(telling(text, held, number), held)
    if not weights:
        return []
    score = Sum(
        Case(*(When(term=term, then=Value(weight)) for term, weight in weights.items()), output_field=FloatField())
    )
    best = LessonTerm.objects.filter(term__in=weights).order_by().values("lesson").annotate(score=score)
    keys = [row["lesson"] for row in best.order_by("-score", "lesson")[:CANDIDATES]]
    rows = Lesson.objects.visible_to(user).filter(pk__in=keys).exclude(published__review=besides if besides else -1)
    return [
        Candidate(lesson.pk, lesson.text, frozenset(theme.name for theme in lesson.themes.all()))
        for lesson in rows.only("pk", "text").prefetch_related("themes")
    ]


def _few_rows(weights: Mapping[str, float], held: Mapping[str, int]) -> dict[str, float]:
    """The most telling of the terms that the library holds, as many as can be read in a moment."""
    found: dict[str, float] = {}
    rows = 0
    for term, weight in weights.items():
        if not held.get(term):
            continue
        rows += held[term]
        if rows > ROWS and len(found) >= LEAST:
            break
        found[term] = weight
    return found


def _as_told(user: Any, ranked: list[Near]) -> list[Earlier]:
    """What was found, as a page tells it."""
    lessons = Lesson.objects.filter(pk__in=[each.key for each in ranked if each.key > 0])
    lessons = lessons.select_related("published", "recommendation__response", "recommendation__review")
    known = {lesson.pk: lesson for lesson in lessons.prefetch_related("recommendation__actions__impacts").defer("published__text", "published__words")}  # fmt: skip
    own = Recommendation.objects.filter(pk__in=[-each.key for each in ranked if each.key < 0])
    own = own.select_related("review__board", "response").prefetch_related("actions__impacts")
    known |= {-each.pk: each for each in own}
    boards = Sharing.objects.learning_of(user)
    return [_one(each, known[each.key], boards) for each in ranked if each.key in known]


def _one(near: Near, found: Any, boards: Collection[int]) -> Earlier:
    alike = tuple(said(near.shared))
    if isinstance(found, Recommendation):
        came = told(found, set())
        title, year = f"{found.review.board}, {found.review.ref}", int(found.review.ref.split("-")[1])
        return Earlier(found.text, f"{title}, recommendation {found.number}", year, came.answer, came.outcome, alike, recommendation=found)  # fmt: skip
    answer, outcome = became(found, boards)
    title = f"{found.published.publisher}, {found.published.title}"
    return Earlier(found.text, title, found.published.year, answer, outcome, alike, lesson=found)


def became(lesson: Lesson, boards: Collection[int]) -> tuple[str, str]:
    """Whether it was accepted, and what became of it: of our own as it stands today, the outcome for people whom that board tells."""
    own = lesson.recommendation
    if own is None:
        return lesson.get_answer_display(), lesson.outcome
    came = told(own, set())
    return came.answer, came.outcome if own.review.board_id in boards else ""


def check_vectors(**_: Any) -> list[CheckMessage]:
    """Whether meaning can be compared, for `manage.py check`."""
    if there():
        return []
    return [
        Warning(
            "Earlier recommendations are compared by words alone: there is no table of word vectors.",
            hint="Run manage.py page_libraries --force where npm packages can be fetched, and start the portal again.",
            id="findings.W001",
        )
    ]
