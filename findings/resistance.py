"""What stands in the way across reviews: how old it is by kind, and what lifted the like of it before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from findings import matrix
from findings.figures import Figure
from findings.models import Barrier
from findings.plan_pictures import Shown

Kind = Barrier.Kind
# The label of each class of age, and the most days that a barrier of it has stood.
AGES = (("Up to 30 days", 30), ("31 to 90 days", 90), ("91 to 180 days", 180), ("Over 180 days", 100_000))
NOTE = (
    "Barriers that stand, by what they are about and how long they have stood. The darker a square, the more barriers."
)
SHOWN, READ = 5, 400


def age(days: int) -> int:
    """The place in AGES of so many days."""
    return next(place for place, (_, most) in enumerate(AGES) if days <= most)


def by_age(standing: Iterable[tuple[str, date]], today: date) -> Figure:
    """Kinds × ages of barriers that stand, each given as (kind, since when); kinds without one are left out."""
    found = Counter((kind, age((today - since).days)) for kind, since in standing)
    rows = [(label, tuple(found[kind, place] for place in range(len(AGES)))) for kind, label in Kind.choices]
    columns = tuple(label for label, _ in AGES)
    kept = tuple((label, numbers) for label, numbers in rows if any(numbers))
    return Figure("barriers-by-age", "How long barriers have stood", NOTE, "What it is about", columns, kept)


def picture(rows: Any, today: date) -> Shown | None:
    """The picture of the barriers among `rows` that stand, with its table; None where none does."""
    figure = by_age(rows.standing().order_by().values_list("kind", "since"), today)
    made = matrix.drawn(figure)
    if made is None:
        return None
    return Shown(
        figure.title, figure.note, figure.words, matrix.svg(figure, made), made.width, made.height, figure.table
    )


@dataclass(frozen=True, slots=True)
class Lifted:
    """What lifted barriers of one kind: how many were lifted, after how many days in the middle, and the latest with their days."""

    label: str
    number: int
    days: int
    latest: Sequence[tuple[Barrier, int]]


def lifted_before(rows: Any, kind: str = "") -> list[Lifted]:
    """What lifted barriers among `rows`, kind by kind, or of one kind alone; read from the latest READ of them. One query."""
    found = rows.filter(lifted_on__isnull=False, **({"kind": kind} if kind else {}))
    chain = found.select_related("action__recommendation__review", "action__agency").order_by("-lifted_on", "-pk")
    by_kind: dict[str, list[tuple[Barrier, int]]] = {}
    for each in chain[:READ]:
        by_kind.setdefault(each.kind, []).append((each, (each.lifted_on - each.since).days))
    return [
        Lifted(label, len(by_kind[key]), round(median(days for _, days in by_kind[key])), by_kind[key][:SHOWN])
        for key, label in Kind.choices
        if key in by_kind
    ]
