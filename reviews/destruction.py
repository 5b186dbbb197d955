"""What goes when a case is destroyed, row by row and file by file, and what stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from reviews.hanging import chains, known, of_case, of_history, outlives, way
from reviews.models import ChainHead, Event, Message, Review
from reviews.regimes.records import kinds

# What letters of the outbox say that they are about: the word before the key, and the kind of record whose key it is.
ABOUT = {
    "review": "reviews.Review", "release": "reviews.Review", "invitation": "reviews.Invitation", "request": "agencies.Request",
    "action": "findings.Action", "audience": "findings.Audience", "accuracy": "findings.AccuracyInvitation",
}  # fmt: skip
# Lists in records of the board that name a case under "review": what waits to be decided in a yearly report.
NAMED_IN = {"findings.AnnualBuild": "left"}
# Of these not even a number is told to who may not read them, and a certificate is read by such people too.
UNTOLD = {"agencies.hold"}
STAYS = (
    "The board’s own record of who did what on the whole board, with references and without words of the case",
    "Yearly reports, papers of board meetings, policies, courses and numbers of who came to training",
    "The accounts of people who worked on it, and the directory of agencies",
    "The certificate of its destruction",
)
PUBLISHED = "What was published of it: its text in the library, and its recommendations there"

Model = type[models.Model]


@dataclass(frozen=True, slots=True)
class Going:
    """How many records of one kind go, and how many earlier versions of them; `part`: of the case, as records.toml has it."""

    label: str
    part: str
    rows: int
    versions: int


def goes(model: Model, *, keep_library: bool) -> bool:
    """Whether the rows that a model has in a case are destroyed with it."""
    return bool(way(model)) and not (keep_library and outlives(model))


def models_that_go(*, keep_library: bool) -> list[Model]:
    """Every model whose rows go with their case, the stored rights and the histories among them."""
    return [model for model in known() if goes(model, keep_library=keep_library)]


def named(model: Model) -> str:
    """A kind of record as people read it."""
    name = str(model._meta.verbose_name_plural)
    return name[:1].upper() + name[1:]


class Rows(models.Subquery):
    """How many rows a query gives, so that one question to the database counts all kinds."""

    template = "(SELECT count(*) FROM (%(subquery)s) counted)"
    output_field = models.IntegerField()


def told(model: Model) -> bool:
    """Whether a kind of record is counted: a link between two is not, nor a stored right, nor what only some may know of."""
    base = of_history(model) or model
    kind = kinds().get(base._meta.label_lower)
    links = base._meta.auto_created or base._meta.label_lower.endswith("grant")
    return not links and not (kind and (kind.part == "support" or kind.label in UNTOLD))


def going(review: Review, *, keep_library: bool) -> list[Going]:
    """What goes, by kind; without what tells of support for staff and of entries on hold, and without links between records."""
    counted = [model for model in models_that_go(keep_library=keep_library) if told(model)]
    asked = [
        Rows(
            (Event.objects.unsealed().filter(review=review) if model is Event else of_case(model, review))
            .order_by()
            .values("pk")
        )
        for model in counted
    ]
    numbers = Review.objects.filter(pk=review.pk).values_list(*asked).get()
    by_model = dict(zip(counted, numbers, strict=True))
    versions = {kept: number for model, number in by_model.items() if (kept := of_history(model))}
    found = [
        Going(named(model), part_of(model), number, versions.get(model, 0))
        for model, number in by_model.items()
        if of_history(model) is None
    ]
    return sorted((each for each in found if each.rows or each.versions), key=lambda each: each.label)


def part_of(model: Model) -> str:
    """The part of a case that a kind of record belongs to."""
    kind = kinds().get(model._meta.label_lower)
    return kind.part if kind else "case"


def files(review: Review, *, keep_library: bool) -> set[str]:
    """The names of all files of a case, those among them that only an earlier version of a record names."""
    named_by = [
        of_case(model, review).order_by().values_list(field.name)
        for model in models_that_go(keep_library=keep_library)
        for field in (of_history(model) or model)._meta.local_fields
        if isinstance(field, models.FileField)
    ]
    return {str(name) for (name,) in named_by[0].union(*named_by[1:]) if name}


def messages(review: Review) -> models.QuerySet[Any]:
    """The letters of the outbox, sent or not, that are about a case or something in it, or that say its reference."""
    about = set[str]()
    by_label = {model._meta.label: model for model in known()}
    for word, label in ABOUT.items():
        keys = of_case(by_label[label], review).values_list("pk", flat=True)
        about |= {f"{word}{mark}{key}" for key in keys for mark in "-:"}
    ref = rf"{review.ref}([^0-9]|$)"
    return Message.objects.filter(Q(about__in=about) | Q(subject__regex=ref) | Q(text__regex=ref))


def heads(review: Review) -> models.QuerySet[Any]:
    """Where each chain of events of the case stands."""
    return ChainHead.objects.filter(chains(review)).order_by("chain")


def links_from_outside(review: Review, *, keep_library: bool) -> Iterator[tuple[models.QuerySet[Any], str]]:
    """(rows, column) of what stays and names something that goes, in a column that may be empty."""
    for model in known():
        for field in model._meta.local_fields:
            if not isinstance(field, models.ForeignKey) or not field.null or not way(field.related_model):
                continue
            if goes(field.related_model, keep_library=keep_library):
                further = way(field.related_model)
                at = field.name if further == "pk" else f"{field.name}__{further}"
                rows = model._base_manager.filter(**{at: review.pk})
                if goes(model, keep_library=keep_library):
                    rows = rows.exclude(**{way(model): review.pk})
                yield rows, field.name
