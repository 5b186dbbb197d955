"""Recording what was done, and verifying that the record is whole."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords

from reviews.access import check
from reviews.models import ChainHead, DestructionCertificate, Event
from reviews.models.events import SEALED, SUPPORT
from scr_portal.lib.sealing import Broken


def chain_of(review: Any, board: Any, *, sealed: bool = False, support: Any = None) -> str:
    """The chain that an event belongs to: its review's (or what is sealed in it), else its board's, else the portal's own.

    `support`: the agency whose staff it tells of; 0 for who belongs to none.
    """
    part = SEALED if sealed else "" if support is None else f"{SUPPORT}{support}"
    if review is not None:
        return f"review-{review.pk}{part}"
    return f"board-{board.pk}{part}" if board is not None else "portal"


def asking_address() -> str:
    """The network address of the request being answered, where there is one."""
    request = getattr(HistoricalRecords.context, "request", None)
    return request.META.get("REMOTE_ADDR", "") if request is not None else ""


@transaction.atomic
def record(
    by: Any,
    verb: str,
    subject: Any = None,
    *,
    why: str = "",
    facts: dict[str, Any] | None = None,
    review: Any = None,
    board: Any = None,
    sealed: bool = False,
    support: int | None = None,
) -> Event:
    """Add one event to its chain, inside the caller's transaction.

    `by` is a user, an invitation whose link somebody holds, or None for the portal itself; `verb` is past tense with its noun ("referral.sent"). Review and board
    are taken from `subject` where it has them. `facts` holds keys, counts and choices, never a person's name. What is done
    with an entry on hold is `sealed`: only those who may read such entries read of it. What is done for the staff of an
    agency who may be affected names that agency in `support`: its support lead alone reads of it.
    """
    if invitation := by if hasattr(by, "lets") else None:
        by, facts = None, {**(facts or {}), "invitation": invitation.pk}
    review = review or getattr(subject, "review", None)
    board = board or (review.board if review is not None else getattr(subject, "board", None))
    head, _ = ChainHead.objects.select_for_update().get_or_create(
        chain=chain_of(review, board, sealed=sealed, support=support)
    )
    event = Event(
        chain=head.chain, number=head.number + 1, at=timezone.now(), actor=by if getattr(by, "pk", None) else None, verb=verb,
        board=board, review=review, subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None, subject=str(subject or "")[:160], why=why,
        facts=json.loads(json.dumps(facts or {}, default=str)), address=asking_address(), before=head.hash,
    )  # fmt: skip
    event.hash = event.digest()
    event.save(force_insert=True)
    head.number, head.hash = event.number, event.hash
    head.save()
    return event


@transaction.atomic
def exported(*, by: Any, of: Any, kind: str, rows: int, content: bytes) -> None:
    """Keep on record that events left the portal as a file; `of` is a review or a board."""
    check(by, "review.audit" if hasattr(of, "board") else "board.audit", of)
    facts = {"format": kind, "rows": rows, "sha256": hashlib.sha256(content).hexdigest()}
    record(by, "event.exported", of, facts=facts, board=getattr(of, "board", of))


@transaction.atomic
def head_printed(*, by: Any, review: Any) -> None:
    """Keep on record that the head of a review's chain was printed, to be lodged elsewhere."""
    check(by, "review.audit", review)
    record(by, "event.head_printed", review)


@transaction.atomic
def history_read(*, by: Any, review: Any, kind: str, pk: int, sealed: bool) -> None:
    """Keep on record that the versions of a record were read: they say what it said before."""
    check(by, "review.audit", review)
    record(by, "history.read", review, facts={"kind": kind, "record": pk}, sealed=sealed)


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a chain does not hold: which chain, at which number, and what is wrong."""

    chain: str
    number: int
    what: str

    def __str__(self) -> str:
        place = f", event {self.number}:" if self.number else ""
        return f"{self.chain}{place} {self.what}"


def verify(lodged: Iterable[str] = ()) -> Iterator[Break]:
    """Every place where an event was changed, removed, moved or cut off; nothing when all chains hold.

    `lodged` are heads that were kept elsewhere, as `lodging` writes them: each must be the hash of an event that is there.
    Whoever holds the keys of the database can cut a chain short and write its head anew; what was lodged they cannot reach.
    """
    heads, begun = {head.chain: head for head in ChainHead.objects.all()}, beginnings()
    chains = set(heads) | set(Event.objects.order_by().values_list("chain", flat=True).distinct())
    for chain in sorted(chains):
        yield from verify_chain(chain, heads.get(chain), *begun.get(chain, (0, "")))
    yield from verify_certificates()
    for said in lodged:
        yield from verify_lodged(said)


def beginnings() -> dict[str, tuple[int, str]]:
    """Board's chain → the last number, and its hash, of what certificates say was destroyed of its old end."""
    found: dict[str, tuple[int, str]] = {}
    for heads in DestructionCertificate.objects.order_by("pk").values_list("heads", flat=True):
        for chain, number, last in (head.rsplit(":", 2) for head in heads):
            if chain.startswith("board-"):
                found[chain] = max(found.get(chain, (0, "")), (int(number), last))
    return found


def verify_certificates() -> Iterator[Break]:
    """Every certificate of destruction that was changed or is gone, and every one that no event tells of."""
    kept = {each.pk: each for each in DestructionCertificate.objects.all()}
    for event in Event.objects.filter(verb="case.destroyed"):
        # Its own, and those whose events went with the old end of the board's record.
        for pk, said in {event.subject_id: event.facts["sha256"], **event.facts.get("certificates", {})}.items():
            found = kept.pop(int(pk or 0), None)
            if found is None or found.sha256 != said:
                yield Break(
                    event.chain, event.number, f"its certificate {'is missing' if found is None else 'was changed'}"
                )
    for stray in kept.values():
        yield Break(f"board-{stray.board_id}", 0, f"no event tells of certificate {stray.pk}")


def destroyed(said: dict[str, str]) -> bool:
    """Whether a head that was lodged elsewhere is of a chain that a certificate says was destroyed, and not past its end."""
    heads = DestructionCertificate.objects.values_list("heads", flat=True)
    for chain, number, last in (head.rsplit(":", 2) for each in heads for head in each):
        if said["hash"] == last or (said.get("chain") == chain and int(said["number"]) < int(number)):
            return True
    return False


def lodging(head: ChainHead) -> str:
    """A head in one word, to be lodged elsewhere: chain, number and hash."""
    return f"{head.chain}:{head.number}:{head.hash}"


def verify_lodged(said: str) -> Iterator[Break]:
    """The break that a head lodged elsewhere shows; `said` is its hash, or all that `lodging` wrote."""
    where = re.fullmatch(r"(?:(?P<chain>\S+)[:\s]+(?P<number>\d+)[:\s]+)?(?P<hash>[0-9a-f]{64})", said.strip())
    if where is None:
        yield Break(said, 0, "is no head of a chain: give its hash, of 64 letters and figures")
        return
    known = {name: value for name, value in where.groupdict().items() if value}
    if not Event.objects.filter(**known).exists() and not destroyed(known):
        what = "was lodged elsewhere, and its event is not there: the chain was cut short or written anew"
        yield Break(where["chain"] or f"The head {where['hash']}", int(where["number"] or 0), what)


FAR = 500  # places to each side are looked at for where an event was written


def written_as(event: Event) -> int | None:
    """The number under which an event was written that stands under another now; None where more of it was changed."""
    here, said = event.number, event.hash
    for number in sorted(range(max(1, here - FAR), here + FAR), key=lambda place: abs(place - here)):
        event.number = number
        found = event.digest() == said
        event.number = here
        if found:
            return number
    return None


def told(chain: str) -> Iterator[Event]:
    """The events of a chain, in order. One whose sealed words cannot be opened comes with none, so that it does not hold."""
    rows, last = Event.objects.filter(chain=chain).order_by("number"), -1
    try:
        for event in rows.iterator():
            yield event
            last = event.number
    except Broken:
        for pk in rows.filter(number__gt=last).values_list("pk", flat=True):
            try:
                yield Event.objects.get(pk=pk)
            except Broken:
                event = Event.objects.defer("why").get(pk=pk)
                event.why = "\0"
                yield event


def verify_chain(chain: str, head: ChainHead | None, number: int = 0, before: str = "") -> Iterator[Break]:
    """The breaks of one chain, after the event `number` with the hash `before` where its old end was destroyed."""
    for event in told(chain):
        if event.number != number + 1:
            yield Break(
                chain,
                number + 1,
                "is missing"
                if event.number == number + 2
                else f"and the following up to {event.number - 1} are missing",
            )
        elif event.before != before:
            yield Break(chain, event.number, "does not follow from the one before it")
        if event.digest() != event.hash:
            written = written_as(event)
            yield Break(
                chain, event.number, f"was moved here: it was written as event {written}" if written else "was changed"
            )
        number, before = event.number, event.hash
    if head is None:
        yield Break(chain, number, "the chain's head is missing")
    elif (head.number, head.hash) != (number, before):
        yield Break(chain, head.number, "is not where the chain ends: it was cut short or replaced")
