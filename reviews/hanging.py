"""How each model hangs on a review: read from the models themselves, so that a new one that belongs to a case is in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from reviews.models import Review

APPS = ("reviews", "agencies", "findings")
Model = type[models.Model]

# What may belong to a case and may not: the way there, where it does.
WAYS = {
    "reviews.Review": "pk",
    "reviews.Referral": "review",
    "reviews.Invitation": "referral__review",
    "reviews.Membership": "review",
    "reviews.Event": "review",
    "reviews.LegalHold": "review",
    "reviews.Sharing": "review",
    "findings.LibraryReview": "review",
    "findings.Unsaved": "section__report__review",
}
# What hangs on a case and is not part of it, and why.
LEFT_OUT = {
    "reviews.ReviewGrant": "made anew from the memberships where the case arrives",
    "agencies.RequestGrant": "made anew from the memberships where the case arrives",
}
# What a case names without owning it, and by what it is seen that the row under the same key elsewhere is the same one. It comes
# along, and is not put over what the other portal has.
BESIDE = {
    "reviews.Board": "name", "agencies.Agency": "name", "agencies.User": "email", "findings.Theme": "name", "reviews.Referral": "ref",
    "findings.Course": "title", "findings.Policy": "title", "findings.PolicyChange": "clause",
}  # fmt: skip

# What is public and outlives its case, with all that leads to the case through it; `services.destruction` parts it from the case.
OUTLIVES = {"findings.LibraryReview"}


def known() -> Iterator[Model]:
    """Every model of the three apps, with the tables between two of them and the histories."""
    for app in APPS:
        yield from apps.get_app_config(app).get_models(include_auto_created=True)


def of_history(model: Model) -> Model | None:
    """Whose history a model keeps; None for one that is no history."""
    found: Model | None = getattr(model, "instance_type", None)
    return found


@cache
def way(model: Model) -> str:
    """The look-up that leads from a row to its review, the shortest over what a row cannot be without; else nothing."""
    if model._meta.app_label not in APPS:
        return ""
    if kept := of_history(model):
        return way(kept)
    if model._meta.label in WAYS:
        return WAYS[model._meta.label]
    needed = [field for field in model._meta.local_fields if isinstance(field, models.ForeignKey) and not field.null]
    found = [(field.name, way(field.related_model)) for field in needed if field.related_model is not model]
    ways = [name if further == "pk" else f"{name}__{further}" for name, further in found if further]
    return min(ways, key=lambda each: (each.count("__"), each), default="")


def outlives(model: Model) -> bool:
    """Whether a model's rows belong to a case through what stays when the case is destroyed, or are that themselves."""
    at: Any = of_history(model) or model
    for step in ("", *way(at).split("__")):
        at = at._meta.get_field(step).related_model if step not in {"", "pk"} else at
        if at._meta.label in OUTLIVES:
            return True
    return False


def of_case(model: Model, review: Review) -> models.QuerySet[Any]:
    """The rows of one model that belong to a case. History is there too of what is gone, and from before it was a case."""
    rows, kept = model._base_manager.order_by("pk"), of_history(model)
    if kept is None:
        return rows.filter(**{way(model): review.pk})
    if kept is Review:
        return rows.filter(id=review.pk)
    gone = Q(**{way(kept): review.pk})
    if kept._meta.auto_created:
        return rows.filter(gone)
    return rows.filter(gone | Q(**{f"{kept._meta.pk.attname}__in": of_case(kept, review).values("pk")}))


def models_of_a_case() -> list[Model]:
    """Every model that has rows in a case, by name."""
    of_it = (model for model in known() if way(model) and model._meta.label not in LEFT_OUT)
    return sorted(of_it, key=lambda model: model._meta.label)


def chains(review: Review) -> Q:
    """The chains of events of a case: its own, what is sealed in it, and what tells of support."""
    return Q(chain=f"review-{review.pk}") | Q(chain__startswith=f"review-{review.pk}-")
