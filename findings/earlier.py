"""What earlier reviews of the same board recommended about the same themes, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from findings.lifecycle import ActionStatus
from findings.models import Recommendation, Theme
from reviews.models import Review
from reviews.stages import Stage

# A review whose learning is out: published, or not published with the reason, or closed.
ENDED = (Stage.MONITORING, Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier recommendation: the themes that it shares, how the board answered, and what came of its actions."""

    recommendation: Recommendation
    themes: tuple[str, ...]
    answer: str
    outcome: str


def earlier(review: Review, user: Any) -> Any:
    """The recommendations of the board's ended reviews that `user` may see, this review's own left out."""
    visible = Recommendation.objects.visible_to(user).exclude(review=review)
    return visible.filter(review__board_id=review.board_id, review__stage__in=ENDED)


def themes(review: Review, user: Any) -> list[Theme]:
    """The themes that earlier recommendations bear, the most frequent first; `number` says how many do."""
    found = Theme.objects.filter(board=review.board_id, findings__recommendations__in=earlier(review, user))
    return [*found.annotate(number=Count("findings__recommendations", distinct=True)).order_by("-number", "name")]


def proposed(review: Review, known: Collection[Theme]) -> set[int]:
    """The themes to begin with: those marked in this review, and those named as types of abuse when it was considered."""
    marked = set(review.marks.filter(removed=False, theme__isnull=False).values_list("theme_id", flat=True))
    named = {name.lower() for types in review.decisions.values_list("abuse_types", flat=True) for name in types}
    return {theme.pk for theme in known if theme.pk in marked or theme.name.lower() in named}


def about(review: Review, user: Any, chosen: Collection[int]) -> list[Earlier]:
    """The earlier recommendations that rest on findings with one of the chosen themes, the newest review first."""
    pks = earlier(review, user).filter(findings__themes__in=chosen).order_by().values("pk")
    rows = (
        Recommendation.objects.filter(pk__in=pks)
        .select_related("review", "response")
        .prefetch_related("findings__themes", "actions__impacts")
        .order_by("-review__ref", "number")
    )
    return [told(each, set(chosen)) for each in rows]


def told(recommendation: Recommendation, chosen: set[int]) -> Earlier:
    """One recommendation with what became of it, in words."""
    shared = {t.name for finding in recommendation.findings.all() for t in finding.themes.all() if t.pk in chosen}
    response = getattr(recommendation, "response", None)
    answer = response.get_answer_display() if response else "Not answered yet"
    return Earlier(recommendation, tuple(sorted(shared)), answer, outcome(recommendation))


def outcome(recommendation: Recommendation) -> str:
    """What its actions have come to."""
    actions = [*recommendation.actions.all()]
    if not actions:
        return "No action was set."
    shown = sum(any(impact.shown != "no" for impact in action.impacts.all()) for action in actions)
    done = sum(action.status in {ActionStatus.ASSURED, ActionStatus.CLOSED} for action in actions)
    return f"{done} of {len(actions)} actions assured; an impact was shown for {shown}."
