"""What belongs to no case and is let go by itself: what is due of it, what stands in the way, and what goes with it.

Referrals that were not taken forward, sessions of training, changes of policies that a later one has superseded, and the old
end of the board's own record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.utils import timezone

from reviews.hanging import known, of_history
from reviews.models import Board, Disposal, Event, LegalHold, Message
from reviews.models.referral import ReferralStatus
from reviews.regimes.retention import after, schedule
from reviews.retention import Kept, own_periods

Model = type[models.Model]
LOG = "record"  # The old end of the board's own record: the one kind that is no row.
# Kind → its line of the schedule, and the model whose rows are decided about one by one.
KINDS = {
    "referral": ("referrals-declined", "reviews.Referral"),
    "session": ("policies-and-training", "findings.TrainingSession"),
    "policy-change": ("policies-and-training", "findings.PolicyChange"),
    LOG: ("sign-ins", "reviews.Event"),
}
WHAT = {
    "referral": "Referral that was not taken forward",
    "session": "Session of training, with who was counted and what was answered",
    "policy-change": "Change of a policy that a later one has superseded",
    LOG: "The board’s own record, up to the end of its period: sign-ins, refusals and what was done on the whole board",
}
# What may be without such a record and goes with it all the same: the way there.
ALONG = {("reviews.Invitation", "reviews.Referral"): "referral"}


@dataclass
class Apart(Kept):
    """How long one record of no case is kept. `pk` is 0 for the board's own record."""

    board: Board = field(default_factory=Board)
    kind: str = ""
    pk: int = 0
    ref: str = ""  # How it is called, on its page and for good on its certificate: by no name of anybody.

    @property
    def what(self) -> str:
        """What kind of record it is, in words."""
        return WHAT[self.kind]

    def obstacles(self, today: date) -> Iterator[str]:
        """What stands in the way of destroying it, in sentences."""
        yield from super().obstacles(today)
        if any(rows.exists() for rows in held_by(self)):
            yield "A record of a case that is still kept rests on it: it can go once that case has gone."


def dated(kind: str, board: Board) -> Any:
    """The rows of a kind on a board, each with `counted`: the day from which its years count."""
    model: Any = apps.get_model(KINDS[kind][1])._base_manager
    if kind == "referral":
        declined = model.filter(board=board, status=ReferralStatus.NOT_TAKEN_FORWARD, review=None)
        return declined.annotate(counted=F("changed_at__date"))
    if kind == "session":
        return model.filter(course__board=board).annotate(counted=F("held_on"))
    later = model.filter(policy=OuterRef("policy"), approved_on__gt=OuterRef("approved_on")).order_by("approved_on")
    superseded = model.annotate(counted=Subquery(later.values("approved_on")[:1]))
    return superseded.filter(policy__board=board, counted__isnull=False)


def days(kind: str, board: Board, pk: int | None) -> list[tuple[int, str, date]]:
    """(key, reference, day from which it counts) of the rows of a kind, or of one of them."""
    if kind == LOG:
        first = log(board).aggregate(first=Min("at"))["first"]
        return [(0, f"RECORD-{board.pk}", timezone.localdate(first))] if first and pk in {None, 0} else []
    rows = dated(kind, board) if pk is None else dated(kind, board).filter(pk=pk)
    ref = F("ref") if kind == "referral" else Concat(Value(f"{kind.upper()}-"), "pk", output_field=models.CharField())
    return [*rows.order_by("counted", "pk").values_list("pk", ref, "counted")]


def log(board: Board) -> Any:
    """The events of the board's own chain."""
    return Event.objects.filter(chain=f"board-{board.pk}")


def aparts(board: Board, kind: str = "", pk: int | None = None) -> list[Apart]:
    """How long the records of no case are kept that a board has, or those of one kind, or one of them."""
    own, found = own_periods(board), []
    holds = [*LegalHold.objects.standing().filter(board=board, review=None).select_related("placed_by")]
    decided: dict[tuple[str, int], list[Any]] = {}
    for each in Disposal.objects.filter(board=board).select_related("decided_by"):
        decided.setdefault((each.kind, each.key), []).append(each)
    for name in [kind] if kind else KINDS:
        line = schedule().line(KINDS[name][0])
        for key, ref, day in days(name, board, pk):
            said: dict[str, Any] = {"line": line, "own": own.get(KINDS[name][0]), "counted_from": day, "holds": holds}
            found.append(Apart(**said, decisions=decided.get((name, key), []), board=board, kind=name, pk=key, ref=ref))
    return found


def due(board: Board, today: date) -> list[Apart]:
    """Those whose time has come, the longest first."""
    found = [each for each in aparts(board) if each.is_due(today)]
    return sorted(found, key=lambda each: (str(each.due_on), each.kind, each.pk))


@cache
def hangs(model: Model, root: str) -> str:
    """The look-up that leads from a row to the row of `root` that it cannot be without; else nothing."""
    if kept := of_history(model):
        return hangs(kept, root)
    if model._meta.label == root:
        return "pk"
    if (model._meta.label, root) in ALONG:
        return ALONG[model._meta.label, root]
    needed = [each for each in model._meta.local_fields if isinstance(each, models.ForeignKey) and not each.null]
    found = [(each.name, hangs(each.related_model, root)) for each in needed if each.related_model is not model]
    ways = [name if further == "pk" else f"{name}__{further}" for name, further in found if further]
    return min(ways, key=lambda each: (each.count("__"), each), default="")


def held_by(item: Apart) -> Iterator[models.QuerySet[Any]]:
    """The rows that stay and name something that would go."""
    root = KINDS[item.kind][1]
    for model in known() if item.kind != LOG else ():
        if of_history(model) is None and not hangs(model, root):
            for each in model._meta.local_fields:
                if isinstance(each, models.ForeignKey) and (further := hangs(each.related_model, root)):
                    at = each.name if further == "pk" else f"{each.name}__{further}"
                    yield model._base_manager.filter(**{at: item.pk})


def going(item: Apart) -> list[models.QuerySet[Any]]:
    """The rows that go with it, by model; of the board's own record all that is older than its period."""
    if item.kind == LOG:
        return [log(item.board).filter(number__lte=last(item))]
    found, root = [], KINDS[item.kind][1]
    for model in known():
        if (further := hangs(model, root)) and of_history(model) is None:
            found.append(model._base_manager.filter(**{further: item.pk}))
        elif further:
            kept: Any = of_history(model)
            own = kept._base_manager.filter(**{further: item.pk}).values("pk")
            if not kept._meta.auto_created:
                found.append(model._base_manager.filter(**{f"{kept._meta.pk.attname}__in": own}))
    return [*found, letters(item)] if item.kind == "referral" else found


def letters(item: Apart) -> models.QuerySet[Any]:
    """The letters of the outbox that are about a referral, by the invitation that it came in by or by its reference."""
    invited = apps.get_model("reviews.Invitation")._base_manager.filter(referral=item.pk).values_list("pk", flat=True)
    about = {f"invitation{mark}{pk}" for pk in invited for mark in "-:"}
    ref = rf"{item.ref}([^0-9]|$)"
    return Message.objects.filter(Q(about__in=about) | Q(subject__regex=ref) | Q(text__regex=ref))


def last(item: Apart) -> int:
    """The number of the last event of the board's own record whose period has passed; 0 for none."""
    years, today = item.years, timezone.localdate()
    if years is None:
        return 0
    start = after(today, -years)
    young = log(item.board).filter(at__date__gt=start).order_by("number").values_list("number", flat=True).first()
    return young - 1 if young else 0
