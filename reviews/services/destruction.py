"""Destroying a case: in one transaction all of it or nothing, and a certificate stays. Never by the portal itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from reviews import destruction as reckoned
from reviews.access import check
from reviews.append_only import declared_destruction
from reviews.hanging import of_case
from reviews.models import DestructionCertificate, FileToRemove, RetentionDecision, Review
from reviews.regimes.retention import schedule
from reviews.retention import Keeping, keeping
from reviews.services.events import lodging, record
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, locked

AT_ONCE = 500  # rows that one statement takes away


@transaction.atomic
def destroy(*, by: Any, decision: RetentionDecision) -> DestructionCertificate:
    """Confirm a proposal of somebody else, and destroy the case: every row, history, event, letter, right and file of it.

    What stands in the way is asked again under the lock, so a hold that was placed meanwhile stops it. Files are taken away
    once the destruction stands. Raises Refused where anything stands in the way; then nothing is gone.
    """
    check(by, "kept.destroy", decision.review)
    locked(decision.review.board)  # A hold over all cases takes this lock too.
    review = locked(decision.review)
    found = keeping(review)
    if found.proposal is None or found.proposal.pk != decision.pk:
        raise Refused("This proposal no longer waits: look at the page of the case again. Nothing was destroyed.")
    if decision.decided_by_id == by.pk:
        raise Refused("You proposed this yourself: a second person must confirm it. Nothing was destroyed.")
    if sentence := next(found.obstacles(timezone.localdate()), ""):
        raise Refused(f"Nothing was destroyed. {sentence}")
    made = certified(by, found, decision)
    try:
        # A point to go back to within the declaration: on PostgreSQL it cannot be taken back after a failure otherwise.
        with declared_destruction(), transaction.atomic():
            take_away(review, made, keep_library=decision.keep_library)
            connection.check_constraints()
    except IntegrityError:
        raise Refused(
            "Something outside this case names a record in it, so nothing was destroyed: tell whoever maintains the portal."
        ) from None
    record(by, "case.destroyed", made, facts={"review": made.review_ref, "sha256": made.sha256})
    later("reviews.tasks.remove_files")
    return made


def certified(by: Any, found: Keeping, decision: RetentionDecision) -> DestructionCertificate:
    """The certificate, written while everything is still there to be counted."""
    review, line, now, keep = found.review, found.line, timezone.now(), decision.keep_library
    # Else an obstacle had stood.
    assert line is not None
    assert found.counted_from is not None
    assert found.years is not None
    assert found.due_on is not None
    own = f"{line.source}. The board’s own period: {found.own.reason}" if found.own else line.source
    return DestructionCertificate.objects.create(
        board=review.board, review_ref=review.ref, referral_ref=getattr(getattr(review, "referral", None), "ref", ""),
        rule_set=review.rule_set, schedule=schedule().stamp, line=line.key, label=line.label, years=found.years,
        counted_from=found.counted_from, due_on=found.due_on, basis=line.basis, source=own, reason=decision.reason,
        decided_by=decision.decided_by, decided_on=decision.decided_on, confirmed_by=by, destroyed_at=now,
        counts={each.label: [each.rows, each.versions] for each in reckoned.going(review, keep_library=keep)},
        files=len(reckoned.files(review, keep_library=keep)), heads=[lodging(head) for head in reckoned.heads(review)],
        stayed=[*reckoned.STAYS, *([reckoned.PUBLISHED] if keep else [])],
        backups_until=timezone.localdate(now) + timedelta(days=settings.BACKUP_DAYS) if settings.BACKUP_DAYS else None,
    )  # fmt: skip


def take_away(review: Review, certificate: DestructionCertificate, *, keep_library: bool) -> None:
    """Part what stays from the case, note its files, and take away every row. To be called where destruction is declared."""
    names = reckoned.files(review, keep_library=keep_library)
    FileToRemove.objects.bulk_create(FileToRemove(certificate=certificate, name=name) for name in sorted(names))
    forget(review)
    for rows, column in reckoned.links_from_outside(review, keep_library=keep_library):
        rows.update(**{column: None})
    # All keys first: where a row belongs is read from rows that go before it.
    doomed: list[tuple[Any, list[Any]]] = [
        (model, list(of_case(model, review).order_by().values_list("pk", flat=True)))
        for model in reckoned.models_that_go(keep_library=keep_library)
    ]
    for found in (reckoned.messages(review), reckoned.heads(review)):
        doomed.append((found.model, list(found.order_by().values_list("pk", flat=True))))
    for model, keys in doomed:
        remove(model, keys)


def remove(model: type[models.Model], keys: list[Any]) -> None:
    """Take rows away without asking what hangs on them: all of that goes as well, and the database is asked at the end."""
    for start in range(0, len(keys), AT_ONCE):
        model._base_manager.filter(pk__in=keys[start : start + AT_ONCE])._raw_delete(connection.alias)


def forget(review: Review) -> None:
    """Take what names the case out of lists in the board's own records."""
    for label, column in reckoned.NAMED_IN.items():
        for row in apps.get_model(label)._base_manager.exclude(**{column: []}):
            listed = getattr(row, column)
            if len(rest := [each for each in listed if each.get("review") != review.pk]) < len(listed):
                type(row)._base_manager.filter(pk=row.pk).update(**{column: rest})


def remove_files() -> int:
    """Take the files of destroyed cases away; what cannot be removed is noted and tried again. Gives how many went."""
    gone = 0
    for left in FileToRemove.objects.all():
        try:
            default_storage.delete(left.name)
        except OSError as error:
            left.tries, left.trouble = left.tries + 1, f"{type(error).__name__}: {error.strerror}"[:200]
            left.save(update_fields=["tries", "trouble"])
        else:
            left.delete()
            gone += 1
    return gone


@transaction.atomic
def certificate_taken(*, by: Any, certificate: DestructionCertificate, kind: str) -> None:
    """Keep on record that a certificate left the portal as a file."""
    check(by, "retention.see", certificate)
    record(by, "certificate.downloaded", certificate, facts={"format": kind})
