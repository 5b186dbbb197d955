"""The register of policies: entered, named by recommendations, changed and approved, told of, looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import Policy, PolicyAsk, PolicyChange, PolicyTold, Recommendation
from reviews.access import check
from reviews.models import Board
from reviews.services import message
from reviews.services.events import record
from scr_portal.lib.records import Refused, changed, locked

KIND = "policy"


def about(policy: Policy) -> str:
    """What letters about a policy say that they are about."""
    return f"policy-{policy.pk}"


def fitting(board: Board, values: dict[str, Any]) -> None:
    """Pass for an owner of the board's own directory, or raise Refused."""
    if values["agency"] is not None and values["agency"].board_id != board.pk:
        raise Refused("Choose an agency of this board.")


@transaction.atomic
def enter(*, by: Any, board: Board, values: dict[str, Any]) -> Policy:
    """Enter a policy into the register."""
    check(by, "policy.enter", board)
    fitting(board, values)
    made = Policy.objects.create(board=board, entered_by=by, **values)
    record(by, "policy.entered", made, facts={"agency": made.agency_id})
    return made


@transaction.atomic
def write(*, by: Any, policy: Policy, values: dict[str, Any], seen_version: int | None = None) -> Policy:
    """Correct what the register says of a policy."""
    check(by, "policy.enter", policy)
    fitting(policy.board, values)
    found, differing = changed(policy, values, seen_version=seen_version, by=by)
    if "review_on" in differing:
        message.call_off(about=about(found))
    record(by, "policy.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def look_again(*, by: Any, policy: Policy, reviewed_on: date, review_on: date) -> Policy:
    """Record that a policy was looked at, and when it is due again. Raises Refused for a day that is not later."""
    check(by, "policy.change", policy)
    if review_on <= max(reviewed_on, timezone.localdate()):
        raise Refused("It is due again after today: enter a later day.")
    found, _ = changed(policy, {"reviewed_on": reviewed_on, "review_on": review_on}, by=by)
    message.call_off(about=about(found))
    record(by, "policy.reviewed", found, facts={"on": reviewed_on, "again": review_on})
    return found


@transaction.atomic
def name(*, by: Any, recommendation: Recommendation, policy: Policy) -> PolicyAsk:
    """Say that a recommendation asks for a policy to be changed. Raises Refused for one that it names already."""
    check(by, "policy.enter", recommendation)
    if policy.board_id != recommendation.review.board_id:
        raise Refused("Choose a policy of this board’s register.")
    found = locked(policy)
    if found.asks.filter(recommendation=recommendation).exists():
        raise Refused("This recommendation names that policy already.")
    made = PolicyAsk.objects.create(policy=found, recommendation=recommendation, asked_by=by)
    record(by, "policy.named", made, facts={"policy": found.pk})
    return made


@transaction.atomic
def take_back(*, by: Any, ask: PolicyAsk) -> None:
    """A recommendation names a policy no longer. Raises Refused once a change answers it."""
    check(by, "policy.enter", ask)
    found = locked(ask)
    if found.change_id is not None:
        raise Refused("A change of the policy answers this recommendation, so it stays.")
    record(by, "policy.named_no_longer", found, facts={"policy": found.policy_id})
    found.delete()


@transaction.atomic
def change(*, by: Any, policy: Policy, values: dict[str, Any]) -> PolicyChange:
    """Record how a clause was changed; with who approved it and when, it is the version that stands."""
    check(by, "policy.change", policy)
    plain, asks = parted(policy, values)
    made = PolicyChange.objects.create(policy=locked(policy), recorded_by=by, **plain)
    settle(made, asks, by)
    record(by, "policy.changed", made, facts={"approved": made.approved_on, "asks": [each.pk for each in asks]})
    return made


@transaction.atomic
def correct(*, by: Any, change: PolicyChange, values: dict[str, Any], seen_version: int | None = None) -> PolicyChange:
    """Correct a change, or record that it was approved; what stood before stays in its history."""
    check(by, "policy.change", change)
    plain, asks = parted(change.policy, values)
    if change.told.exists() and plain["approved_on"] is None:
        raise Refused("Staff were told of this change, so it stays approved.")
    found, differing = changed(change, plain, seen_version=seen_version, by=by)
    settle(found, asks, by)
    record(by, "policy.change_corrected", found, facts={"fields": differing, "asks": [each.pk for each in asks]})
    return found


def parted(policy: Policy, values: dict[str, Any]) -> tuple[dict[str, Any], list[PolicyAsk]]:
    """The fields of a change, and what it answers. Raises Refused where nothing differs, approval is half said, or
    a recommendation names another policy."""
    plain = {name: value for name, value in values.items() if name != "asks"}
    if plain["before"].split() == plain["after"].split():
        raise Refused("The words before and after are the same: enter what was changed.")
    if bool(plain["approved_by"]) != bool(plain["approved_on"]):
        raise Refused("Say both who approved it and when, or neither while it waits for approval.")
    asks = list(values["asks"])
    if any(each.policy_id != policy.pk for each in asks):
        raise Refused("Choose recommendations that name this policy.")
    return plain, asks


def settle(made: PolicyChange, asks: list[PolicyAsk], by: Any) -> None:
    """Let the asks that `by` may see say which change answers them, and the policy which version stands."""
    chosen = {each.pk for each in asks}
    for each in PolicyAsk.objects.visible_to(by).filter(policy=made.policy_id):
        wanted = made if each.pk in chosen else None if each.change_id == made.pk else each.change
        changed(each, {"change": wanted}, by=by)
    newest = made.policy.changes.filter(approved_on__isnull=False).order_by("approved_on", "pk").last()
    if newest is not None:
        changed(made.policy, {"edition": newest.edition_after}, by=by)


@transaction.atomic
def tell(*, by: Any, change: PolicyChange, values: dict[str, Any]) -> PolicyTold:
    """Record which staff were told of an approved change, by which way and when."""
    check(by, "policy.change", change)
    if change.approved_on is None:
        raise Refused("It is not approved yet: staff are told of what stands.")
    if values["told_on"] < change.approved_on:
        raise Refused("They cannot have been told before it was approved: check the day.")
    if values["agency"].board_id != change.policy.board_id:
        raise Refused("Choose an agency of this board.")
    made = PolicyTold.objects.create(change=change, recorded_by=by, **values)
    facts = {"agency": made.agency_id, "level": made.level, "on": made.told_on}
    record(by, "policy.told", change, facts=facts)
    return made
