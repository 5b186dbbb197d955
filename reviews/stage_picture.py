"""Where a review is: its stages and the moves between them, drawn from the tables of the life cycle and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Review
from reviews.policy import ROLE_LABELS, Role, rule
from reviews.stages import Stage

PLACES = {"past": "Done", "now": "Now", "next": "To come", "skipped": "Not used"}
# The drawing's measures: a box for each stage, one below the other; leaps run left of them, loops back run right.
TOP, STEP, HEIGHT, LEFT, WIDTH, REACH = 10, 74, 52, 80, 250, 14


@dataclass(frozen=True, slots=True)
class Way:
    """One move out of a stage: the verb's label, where it leads, and the roles that may make it."""

    verb: str
    label: str
    target: str
    target_label: str
    who: str


@dataclass(frozen=True, slots=True)
class Place:
    """One stage: under which name, where it stands now, when it was planned and really reached, and the ways out."""

    stage: str
    label: str
    place: str
    planned: date | None
    reached: tuple[date, ...]
    ways: tuple[Way, ...]
    y: int = 0

    @property
    def said(self) -> str:
        """Whether it is done, present or to come, in words."""
        return PLACES[self.place]

    @property
    def late_by(self) -> int:
        """By how many days it was reached after its planned day, or is behind it today; 0 when it is not."""
        if not self.planned:
            return 0
        came = self.reached[0] if self.reached else timezone.localdate()
        return max(0, (came - self.planned).days)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line of the drawing: the verbs that lead from one stage to another, and its path."""

    source: str
    target: str
    verbs: str
    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing, with the size of its view box."""

    places: tuple[Place, ...]
    arrows: tuple[Arrow, ...]
    width: int = LEFT * 2 + WIDTH
    height: int = field(default=TOP * 2 + STEP * len(Stage))
    left: int = LEFT
    box: int = WIDTH

    @property
    def now(self) -> Place:
        """The stage at which the review stands."""
        return next(place for place in self.places if place.place == "now")


def names(review: Review) -> dict[str, str]:
    """Stage → its name under the review's rule set, or the portal's own where the rule set has none."""
    own = {stage.key: stage.label for stage in review.rules.stages}
    return {stage.value: own.get(stage, stage.label) for stage in Stage}


def visits(review: Review) -> dict[str, tuple[date, ...]]:
    """Stage → the days on which the review came to it, first to last, from its history."""
    found: dict[str, list[date]] = {}
    before = None
    rows = review.history.order_by("history_date", "history_id").values_list("stage", "history_date")
    for stage, at in rows:
        if stage != before:
            found.setdefault(stage, []).append(timezone.localdate(at))
        before = stage
    return {stage: tuple(days) for stage, days in found.items()}


def places(review: Review) -> tuple[Place, ...]:
    """Every stage in order, with its ways out."""
    labels, came = names(review), visits(review)
    planned = {each.stage_key: each.planned_on for each in review.planned_stages.all()}
    here = list(Stage).index(Stage(review.stage))
    return tuple(
        Place(
            stage.value, labels[stage], standing(index, here, came, stage), planned.get(stage), came.get(stage, ()),
            tuple(ways(stage, labels)), TOP + index * STEP,
        )
        for index, stage in enumerate(Stage)
    )  # fmt: skip


def standing(index: int, here: int, came: Mapping[str, Any], stage: str) -> str:
    """Past, present, to come; or passed by, where the review's way led around it."""
    if index == here:
        return "now"
    if index > here:
        return "next"
    return "past" if stage in came or len(came) < 2 else "skipped"


def ways(stage: str, labels: Mapping[str, str]) -> Iterator[Way]:
    """The moves that lead out of a stage."""
    for move in REVIEW_LIFECYCLE.moves:
        if stage in move.sources:
            who = " or ".join(ROLE_LABELS[role].lower() for role in Role if role in rule(move.action).may)
            yield Way(move.verb, move.label, str(move.target), labels[move.target], who)


def picture(review: Review) -> Picture:
    """The drawing of a review's stages."""
    shown = places(review)
    return Picture(shown, tuple(arrows(shown)))


def arrows(shown: tuple[Place, ...]) -> Iterator[Arrow]:
    """One line for each pair of stages that a move joins."""
    order = [place.stage for place in shown]
    for place in shown:
        joined: dict[str, list[str]] = {}
        for way in place.ways:
            joined.setdefault(way.target, []).append(way.verb)
        for target, verbs in joined.items():
            path, kind = line(order.index(place.stage), order.index(target))
            yield Arrow(place.stage, target, " ".join(verbs), path, kind)


def line(first: int, then: int) -> tuple[str, str]:
    """The path from one box to another and its kind: straight down to the next, round the left ahead, round the right back."""
    if then == first + 1:
        x = LEFT + WIDTH // 2
        return f"M{x} {TOP + first * STEP + HEIGHT} V{TOP + then * STEP - 7}", "on"
    start, end = TOP + first * STEP + HEIGHT // 2, TOP + then * STEP + HEIGHT // 2
    out = min(LEFT - 12, REACH * (abs(then - first) + 1))
    if then > first:
        return f"M{LEFT} {start + 8} H{LEFT - out} V{end - 8} H{LEFT - 7}", "ahead"
    right = LEFT + WIDTH
    return f"M{right} {start - 8} H{right + out} V{end + 8} H{right + 7}", "back"


@dataclass(frozen=True, slots=True)
class Awaited:
    """Who is waited for where the review stands: a person or an agency, and for what."""

    who: str
    what: str


def awaited(review: Review) -> list[Awaited]:
    """The people who can make the next move, and the agencies whose returns are still out."""
    moves = [move for move in REVIEW_LIFECYCLE.moves if review.stage in move.sources]
    codes = {rule(move.action).codename: move.label for move in reversed(moves)}
    held: dict[str, list[str]] = {}
    grants = review.grants.filter(permission__codename__in=codes).select_related("user", "permission")
    for grant in grants.order_by("user__name"):
        if not grant.ended:
            held.setdefault(codes[grant.permission.codename], []).append(str(grant.user))
    people = [Awaited(" or ".join(dict.fromkeys(who)), label) for label, who in held.items()]
    if review.stage not in (Stage.INFORMATION, Stage.COLLECTION):
        return people
    out = review.requests.exclude(status="returned").select_related("agency").order_by("due_on")
    return [
        *(Awaited(asked.agency.label, f"return, due {asked.due_on.day} {asked.due_on:%B %Y}") for asked in out),
        *people,
    ]
