"""The advice about one return, as its pages show it: what was noticed, what was answered, what stands open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from agencies.lifecycle import UploadStatus
from agencies.models import Abbreviation, Entry, Request, Standing
from agencies.quality import Advice, Line, abbreviations, advise, meanings

LOOKED_AT = ("date_from", "date_to", "precision", "source", "event", "action")
# Where a file explains its abbreviations: in what was read as a glossary, or in the words around its tables.
GLOSSARIES = {"glossary", "outside the tables"}
K = Standing.Kind


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a reader would ask about: `about` is what its answer names, `stands` the reason that was given."""

    kind: str
    about: str
    said: Any
    entry: dict[str, Any] | None = None
    answer: Standing | None = None


@dataclass(slots=True)
class LookedOver:
    """The advice about a return, the entries that it was given about by their keys, and what was let stand."""

    advice: Advice
    told: dict[int, dict[str, Any]]
    answers: dict[tuple[str, str], Standing] = field(default_factory=dict)

    def points(self, kind: str) -> list[Point]:
        """All points of one kind, those that are open first."""
        advice = self.advice
        found: dict[str, list[tuple[str, Any, int | None]]] = {
            K.SOURCE: [(str(key), None, key) for key in advice.unsourced],
            K.OPINION: [(str(key), ", ".join(words), key) for key, words in advice.opinions.items()],
            K.ABBREVIATION: [(short, len(keys), keys[0]) for short, keys in advice.abbreviations.items()],
            K.SILENCE: [(f"{gap.first:%Y-%m-%d}/{gap.last:%Y-%m-%d}", gap, None) for gap in advice.gaps],
        }
        points = [
            Point(kind, about, said, self.told.get(key) if key else None, self.answers.get((kind, about)))
            for about, said, key in found[kind]
        ]
        return sorted(points, key=lambda point: point.answer is not None)

    def open(self) -> dict[str, int]:
        """How many points of each kind nobody has answered; kinds without any are left out."""
        numbers = {kind: sum(point.answer is None for point in self.points(kind)) for kind in K.values}
        return {kind: number for kind, number in numbers.items() if number}

    def let_stand(self) -> list[Point]:
        """The points that the agency lets stand."""
        return [point for kind in K.values for point in self.points(kind) if point.answer]


def looked_over(user: Any, request: Request) -> LookedOver:
    """The advice about the entries of a return that `user` may read."""
    rows = Entry.objects.visible_to(user).filter(request=request).standing()
    told = {row["pk"]: row for row in rows.values("pk", "date_text", *LOOKED_AT)}
    lines = (Line(key, **{name: row[name] for name in LOOKED_AT}) for key, row in told.items())
    terms = getattr(request.review, "terms", None)
    scope = (terms.scope_from, terms.scope_to) if terms and terms.scope_from and terms.scope_to else None
    if scope:
        scope = (scope[0], min(scope[1], timezone.localdate()))
    explained = Abbreviation.objects.filter(request=request).values_list("short", flat=True)
    declared = request.silences.values_list("first", "last")
    found = advise(lines, scope=scope, glossary=glossary_of(request), explained=explained, declared=declared)
    answers = {(answer.kind, answer.about): answer for answer in request.let_stand.select_related("let_by")}
    return LookedOver(found, told, answers)


def glossary_of(request: Request) -> list[str]:
    """The lines of imported files that explain something."""
    imported = request.uploads.filter(status=UploadStatus.IMPORTED).values_list("parsed__skipped", flat=True)
    return [line["text"] for skipped in imported for line in skipped or () if line["reason"] in GLOSSARIES]


@dataclass(frozen=True, slots=True)
class Short:
    """One abbreviation of a return: in how many entries, its meaning as far as it is known, and from where."""

    short: str
    number: int
    meaning: str
    origin: str


def shorts(user: Any, request: Request) -> list[Short]:
    """The abbreviations of a return, the most frequent first: those in its entries, in its files' glossaries, and kept ones.

    A meaning is the one that was kept; else the file's; else the one of the agency's latest return that has it.
    """
    rows = Entry.objects.visible_to(user).filter(request=request).standing().values_list("event", "action")
    numbers = Counter(short for event, action in rows for short in abbreviations(f"{event}\n{action}"))
    kept = dict(request.abbreviations.values_list("short", "meaning"))
    filed = meanings(glossary_of(request))
    others = (
        Abbreviation.objects.filter(request__agency=request.agency_id).exclude(request=request).order_by("changed_at")
    )
    before = dict(others.values_list("short", "meaning"))
    found = []
    for short in {*numbers, *kept, *filed}:
        for origin, known in (("kept", kept), ("file", filed), ("before", before), ("", {short: ""})):
            if short in known:
                found.append(Short(short, numbers[short], known[short], origin))
                break
    return sorted(found, key=lambda each: (-each.number, each.short))
