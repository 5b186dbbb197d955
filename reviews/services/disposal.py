"""What is decided about records of no case whose time has come: kept longer, or destroyed by two people. Never by the portal itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from reviews.access import check
from reviews.append_only import declared_destruction
from reviews.destruction import named
from reviews.disposal import LOG, Apart, aparts, going
from reviews.hanging import of_history
from reviews.models import Board, DestructionCertificate, Disposal, FileToRemove
from reviews.regimes.retention import schedule
from reviews.services.destruction import remove
from reviews.services.events import record
from reviews.services.retention import said_in
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, changed, locked

GONE = "This proposal no longer waits: look at the page of the record again. Nothing was destroyed."
STAYS = ("The board’s own record of who decided it, and this certificate",)


def found(board: Board, kind: str, pk: int) -> Apart:
    """How long one record is kept, as it stands now. Raises Refused where it is none that is decided about by itself."""
    rows = aparts(board, kind, pk)
    if not rows:
        raise Refused("There is no such record to decide about: look at the list again.")
    return rows[0]


@transaction.atomic
def decide(
    *, by: Any, board: Board, kind: str, pk: int, choice: str, reason: str, until: date | None = None
) -> Disposal:
    """Keep a record longer, until a day, or propose that it is destroyed; nothing goes before somebody else confirms it.

    Raises Refused with what stands in the way, and for a reason that names somebody: it stays on the certificate.
    """
    check(by, "retention.keep", board)
    item, today = found(locked(board), kind, pk), timezone.localdate()
    if choice == Disposal.Choice.KEEP and (until is None or until <= today):
        raise Refused("That day is not to come: say until when it is kept.")
    if choice == Disposal.Choice.DESTROY:
        if sentence := next(item.obstacles(today), ""):
            raise Refused(f"It cannot be destroyed. {sentence}")
        if item.proposal:
            raise Refused("It is proposed already, and waits for the second person.")
        if names := said_in(names_of(item), reason):
            raise Refused(
                f"The reason names somebody ({', '.join(names)}), and it stays on the certificate: say it without names."
            )
    until = until if choice == Disposal.Choice.KEEP else None
    made = Disposal.objects.create(
        board=board, kind=kind, key=pk, choice=choice, reason=reason, until=until, decided_by=by
    )
    record(by, "disposal.decided", made, why=reason, facts={"choice": choice, "until": until, "ref": item.ref})
    return made


def names_of(item: Apart) -> set[str]:
    """The names that a referral gives of whom it is about; the other kinds name nobody."""
    rows = [each for each in going(item) if each.model._meta.label == "reviews.Referral"]
    return {part for rows_of in rows for each in rows_of for name, _ in each.people for part in name.split()}


@transaction.atomic
def send_back(*, by: Any, decision: Disposal, why: str) -> Disposal:
    """Send a proposal to destroy back, with the reason. Raises Refused where it no longer waits."""
    check(by, "retention.destroy", decision.board)
    if not locked(decision).waits:
        raise Refused(GONE)
    values = {"sent_back_by": by, "sent_back_on": timezone.localdate(), "sent_back_why": why}
    back, _ = changed(decision, values, by=by)
    record(by, "disposal.sent_back", back, why=why)
    return back


@transaction.atomic
def destroy(*, by: Any, decision: Disposal) -> DestructionCertificate:
    """Confirm a proposal of somebody else, and destroy the record: every row, version and file of it.

    What stands in the way is asked again under the lock. Raises Refused where anything does; then nothing is gone.
    """
    check(by, "retention.destroy", decision.board)
    item = found(locked(decision.board), decision.kind, decision.key)
    if item.proposal is None or item.proposal.pk != decision.pk:
        raise Refused(GONE)
    if decision.decided_by_id == by.pk:
        raise Refused("You proposed this yourself: a second person must confirm it. Nothing was destroyed.")
    if sentence := next(item.obstacles(timezone.localdate()), ""):
        raise Refused(f"Nothing was destroyed. {sentence}")
    rows = [each for each in going(item) if each.exists()]
    made, loose = certified(by, item, decision, rows), certificates_told(item, rows)
    try:
        with declared_destruction(), transaction.atomic():
            doomed = [(each.model, [*each.order_by().values_list("pk", flat=True)]) for each in rows]
            for model, keys in doomed:
                remove(model, keys)
            connection.check_constraints()
    except IntegrityError:
        raise Refused(
            "Something else names this record, so nothing was destroyed: tell whoever maintains the portal."
        ) from None
    facts = {"review": made.review_ref, "sha256": made.sha256, **({"certificates": loose} if loose else {})}
    record(by, "case.destroyed", made, facts=facts)
    later("reviews.tasks.remove_files")
    return made


def certificates_told(item: Apart, rows: list[models.QuerySet[Any]]) -> dict[str, str]:
    """Key → checksum of the certificates of which the events that go were the witness: the event of this destruction is, from now on."""
    told: dict[str, str] = {}
    for event in rows[0].filter(verb="case.destroyed").order_by("number") if item.kind == LOG else ():
        told |= {str(event.subject_id): event.facts["sha256"], **event.facts.get("certificates", {})}
    return told


def certified(by: Any, item: Apart, decision: Disposal, rows: list[models.QuerySet[Any]]) -> DestructionCertificate:
    """The certificate, written while everything is still there to be counted; with it the files that go are noted."""
    line, now = item.line, timezone.now()
    assert line is not None
    assert item.counted_from is not None
    assert item.years is not None
    assert item.due_on is not None
    referral = next((each.get() for each in rows if each.model._meta.label == "reviews.Referral"), None)
    counts: dict[str, list[int]] = {}
    for each in rows:
        kept = of_history(each.model)
        counts.setdefault(named(kept or each.model), [0, 0])[1 if kept else 0] += each.count()
    ends = rows[0].order_by("-number")[:1] if item.kind == LOG else []
    files = sorted(files_of(rows))
    made = DestructionCertificate.objects.create(
        board=item.board, review_ref=item.ref, referral_ref=referral.ref if referral else "",
        rule_set=referral.rule_set if referral else "", schedule=schedule().stamp, line=line.key, label=item.what[:160],
        years=item.years, counted_from=item.counted_from, due_on=item.due_on, basis=line.basis,
        source=f"{line.source}. The board’s own period: {item.own.reason}" if item.own else line.source,
        reason=decision.reason, decided_by=decision.decided_by, decided_on=decision.decided_on, confirmed_by=by, destroyed_at=now,
        counts=counts, files=len(files), heads=[f"{each.chain}:{each.number}:{each.hash}" for each in ends], stayed=[*STAYS],
        backups_until=timezone.localdate(now) + timedelta(days=settings.BACKUP_DAYS) if settings.BACKUP_DAYS else None,
    )  # fmt: skip
    FileToRemove.objects.bulk_create(FileToRemove(certificate=made, name=name) for name in files)
    return made


def files_of(rows: list[models.QuerySet[Any]]) -> set[str]:
    """The names of the files that rows and their versions name."""
    found: set[str] = set()
    for each in rows:
        for column in (of_history(each.model) or each.model)._meta.local_fields:
            if isinstance(column, models.FileField):
                found |= {str(name) for name in each.order_by().values_list(column.name, flat=True) if name}
    return found
