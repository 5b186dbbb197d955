"""The policy table at work: who may, what they see, and its projection onto object permissions.

Rights that hang on a board come straight from active memberships. Rights on a review or a request are rows of guardian's
direct-foreign-key permissions, written by `regrant` from (active membership x table) and read once per person and record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.utils import timezone
from guardian.models import UserObjectPermissionBase

from reviews.policy import BOARD, REVIEW, SEE, granted, rule
from reviews.restrictions import obstacle
from scr_portal.lib.records import Refused

T = TypeVar("T")
Waiting = Callable[[Any, date], Iterator[T]]


class ScopedQuerySet(models.QuerySet[Any]):
    """Querysets of carriers (reviews, requests): `visible_to` first, always."""

    def visible_to(self, user: Any, *actions: str) -> Any:
        """The carriers on which `user` holds one of `actions` today (by default: the one that makes an insider)."""
        asked = {rule(action).codename for action in actions or (SEE[self.model.carrier],)}
        codenames = asked & getattr(user, "_held", {}).get(self.model, asked)
        if not codenames:
            return self.none()
        grants = self.model.grants.rel.related_model.objects.filter(
            current(), user_id=user.pk, permission__codename__in=codenames
        )
        return self.filter(pk__in=grants.values("content_object_id"))

    def by_action(self, user: Any, actions: Iterable[str]) -> dict[str, list[Any]]:
        """Action → the carriers on which `user` holds it today: several questions of a page in one query."""
        codenames = {rule(action).codename: action for action in actions}
        grants = self.model.grants.rel.related_model.objects.filter(
            current(), user_id=user.pk, permission__codename__in=codenames
        )
        held: dict[int, set[str]] = defaultdict(set)
        for carrier, codename in grants.values_list("content_object_id", "permission__codename"):
            held[carrier].add(codenames[codename])
        found: dict[str, list[Any]] = {action: [] for action in codenames.values()}
        for record in self.filter(pk__in=held):
            for action in held[record.pk]:
                found[action].append(record)
        return found


class Grant(UserObjectPermissionBase):
    """Mixin of the stored grants: one person's object permission on one carrier, until a date."""

    until = models.DateField(null=True, blank=True)

    class Meta(UserObjectPermissionBase.Meta):
        abstract = True

    @property
    def ended(self) -> bool:
        """Whether it opens nothing any more."""
        return self.until is not None and self.until < timezone.localdate()


class Carrier(models.Model):
    """Mixin of the records that carry grants. `carrier` names them in the table; `holders_of` gives the memberships."""

    carrier: str

    class Meta:
        abstract = True

    @classmethod
    def holders_of(cls, records: Iterable[Any]) -> Mapping[int, Iterable[Any]]:
        """Key of each record → the active memberships that reach it."""
        raise NotImplementedError


def current() -> Q:
    """Grants and memberships that have not ended."""
    return Q(until__isnull=True) | Q(until__gte=timezone.localdate())


def roles_on(user: Any, board: Any) -> frozenset[str]:
    """The roles that `user` holds on the whole of `board` today; one query per person and request."""
    if not hasattr(user, "_roles_by_board"):
        held = defaultdict(set)
        for board_id, role in user.memberships.active().order_by().values_list("board_id", "role"):
            held[board_id].add(role)
        user._roles_by_board = held
    return frozenset(user._roles_by_board.get(board.pk if hasattr(board, "pk") else board, ()))


def boards_where(user: Any, action: str, *, own: bool = False) -> list[int]:
    """The keys of the boards on which `user` holds a board-carried `action`; with `own`, for what is their own."""
    line = rule(action)
    wanted = line.own if own else line.may
    roles_on(user, 0)
    return [board for board, roles in user._roles_by_board.items() if roles & wanted]


def read_at_once(user: Any, *carriers: type[Carrier]) -> None:
    """Read which rights `user` holds on any record of each of `carriers`, for a page that asks about many rights.

    For the rest of the request `visible_to` gives nothing, without asking, where they hold a right nowhere.
    """
    user._held = {}
    for model in carriers:
        grants = model.grants.rel.related_model.objects.filter(  # type: ignore[attr-defined]
            current(), user_id=user.pk, permission=OuterRef("pk")
        )
        known = Permission.objects.filter(
            content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name
        )
        user._held[model] = frozenset(known.filter(Exists(grants)).order_by().values_list("codename", flat=True))


def holds_anywhere(user: Any, action: str) -> bool:
    """Whether `user` may hold `action` on any record today, be it only on what is their own.

    False is certain; of rights on carriers that were not read at once (`read_at_once`) it says True.
    """
    line = rule(action)
    if line.on == BOARD:
        return bool(boards_where(user, action) or boards_where(user, action, own=True))
    known = {model.carrier: codenames for model, codenames in getattr(user, "_held", {}).items()}
    return line.codename in known.get(line.on, {line.codename})


def for_holders(*actions: str) -> Callable[[Waiting[T]], Waiting[T]]:
    """Of what waits for a person: nothing, without asking, for who holds none of `actions` anywhere."""

    def of(source: Waiting[T]) -> Waiting[T]:
        @wraps(source)
        def asked(user: Any, today: date) -> Iterator[T]:
            return source(user, today) if any(holds_anywhere(user, action) for action in actions) else iter(())

        return asked

    return of


def grants_on(user: Any, record: Any) -> frozenset[str]:
    """The codenames that `user` holds on a review or request today; one query per person and record."""
    cache = user.__dict__.setdefault("_grants", {})
    key = (record._meta.label, record.pk)
    if key not in cache:
        rows = record.grants.filter(current(), user_id=user.pk)
        cache[key] = frozenset(rows.values_list("permission__codename", flat=True))
    return cache[key]


def holders(record: Any, action: str) -> set[int]:
    """The keys of everybody who holds `action` on a review or request today."""
    rows = record.grants.filter(current(), permission__codename=rule(action).codename)
    return {*rows.values_list("user_id", flat=True)}


def carrier_of(record: Any, on: str) -> Any:
    """The board, review or request that `record` hangs on; the record itself where it is one."""
    if getattr(record, "carrier", None) == on:
        return record
    return getattr(record, on)


def is_own(user: Any, record: Any) -> bool:
    """Whether `record` is the person's own, or their agency's."""
    return bool(getattr(record, "belongs_to", lambda _: False)(user))


def allowed(user: Any, action: str, record: Any) -> bool:
    """Whether `user` may do `action` on `record` (a carrier, or anything that hangs on one)."""
    line = rule(action)
    if lets := getattr(user, "lets", None):  # An invitation: it lets whoever holds its key make one referral.
        return bool(lets(action, record))
    if not user.is_authenticated or not user.is_active:
        return False
    carrier = carrier_of(record, line.on)
    if line.on == BOARD:
        roles = roles_on(user, carrier)
        return bool(roles & line.may) or (bool(roles & line.own) and is_own(user, record))
    return line.codename in grants_on(user, carrier)


def check(user: Any, action: str, record: Any, *, deed: str = "", on: date | None = None) -> None:
    """Pass, or raise: Http404 for who cannot even see the record's carrier, PermissionDenied for an insider.

    `deed` names what a parallel process may have asked the review to wait with, `on` the day on which it is done (today).
    Raises Refused while a restriction stops it. What was asked first remains known for the rest of the request: it is
    what opened the page, of which somebody may ask who else can see it.
    """
    if not hasattr(user, "_asked"):
        user._asked = (action, record)
    if allowed(user, action, record):
        if deed and (sentence := obstacle(carrier_of(record, REVIEW), deed, on)):
            raise Refused(sentence)
        return
    if not hasattr(user, "lets") and allowed(user, SEE[rule(action).on], record):
        raise PermissionDenied(f"Your role does not let you {rule(action).label}.")
    raise Http404


@transaction.atomic
def regrant(*records: Any, dry_run: bool = False) -> tuple[int, int]:
    """Make the stored grants of reviews, or of requests, what memberships and table say; gives (added, removed).

    Only what differs is written, and as many queries asked for many records as for one. With `dry_run` nothing changes, and a
    grant that has ended by its own date is no difference: it opens nothing.
    """
    if not records:
        return 0, 0
    kind = type(records[0])
    model, meta = kind.grants.rel.related_model, kind._meta
    known = Permission.objects.filter(content_type__app_label=meta.app_label, content_type__model=meta.model_name)
    wanted = rights(kind.holders_of(records), kind.carrier, dict(known.values_list("codename", "pk")))
    held = model.objects.filter(content_object__in=[record.pk for record in records]).order_by()
    rows = [*held.values_list("content_object_id", "user_id", "permission_id", "until", "pk")]
    stored = {row[:3]: row[3] for row in rows}
    if stored == wanted:
        return 0, 0
    closed = timezone.localdate() if dry_run else date.min
    surplus = [
        pk for *key, until, pk in rows
        if wanted.get(tuple(key), ...) != until and (tuple(key) in wanted or until is None or until >= closed)
    ]  # fmt: skip
    missing = [key for key, until in wanted.items() if stored.get(key, ...) != until]
    if not dry_run:
        model.objects.filter(pk__in=surplus).delete()
        model.objects.bulk_create(
            model(
                content_object_id=record, user_id=user, permission_id=permission, until=wanted[record, user, permission]
            )
            for record, user, permission in missing
        )
    return len(missing), len(surplus)


def rights(
    holders: Mapping[int, Iterable[Any]], carrier: str, permissions: Mapping[str, int]
) -> dict[tuple[int, int, int], date | None]:
    """(record, user, permission) → until when, of what the table gives those who hold a role on each record."""
    found: dict[tuple[int, int, int], date | None] = {}
    by_role: dict[str, list[int]] = {}
    for record, held_there in holders.items():
        for held in held_there:
            if held.role not in by_role:
                by_role[held.role] = [permissions[codename] for codename in granted(held.role, carrier)]
            for permission in by_role[held.role]:
                key = (record, held.user_id, permission)
                ends = {found[key], held.until} if key in found else {held.until}
                found[key] = None if None in ends else max(filter(None, ends))
    return found
