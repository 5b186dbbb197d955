"""The building of a report's files, off the request: asked for, told of while it lasts, and ended well or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from findings.models import Report, ReportBuild
from findings.models.report import Building
from reviews.access import check
from reviews.services.events import record
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, locked

MISSING = "The libraries that make a PDF are missing on the server: ask whoever runs it."
BROKEN = "The files could not be built. Try again; if it happens again, tell whoever runs the server."


@transaction.atomic
def ask(*, by: Any, report: Report) -> ReportBuild:
    """Have the files built and scanned once this stands. Raises Refused while that is under way already."""
    check(by, "report.write", report.review)
    locked(report)
    last = report.builds.first()
    if last is not None and last.running:
        raise Refused("The files are being built already. This page shows how far it is.")
    made = ReportBuild.objects.create(report=report, asked_by=by)
    record(by, "report.build_asked", report)
    later("findings.tasks.build_report", report.pk, by.pk, made.pk)
    return made


def wanted(pk: int | None, kind: type[Building] = ReportBuild) -> bool:
    """Whether a build is still to be made: it did not end, and no other was asked for since.

    A task comes again when its worker was killed, also after it had ended and nobody could say so any more.
    """
    found = kind._default_manager.filter(pk=pk).first() if pk else None
    return found is None or not (found.finished_at or found.overtaken)


def end(pk: int | None, kind: type[Building] = ReportBuild) -> bool:
    """End a build within the verb that keeps its files; False where it had ended: then nothing is to be kept again."""
    if pk is None:
        return True
    found = kind._default_manager.select_for_update().get(pk=pk)
    if found.finished_at:
        return False
    found.finished_at = timezone.now()
    found.save(update_fields=["finished_at"])
    return True


@contextmanager
def told(pk: int | None, kind: type[Building] = ReportBuild) -> Iterator[Callable[[str, int, int], None]]:
    """Gives what tells a page how far a build is; what goes wrong is written down in one sentence, and ends it."""
    trouble = BROKEN
    try:
        yield lambda words, done, steps: write(pk, kind, doing=words, done=done, steps=steps)
        trouble = ""
    except OSError:
        trouble = MISSING
        raise
    finally:
        if trouble:
            write(pk, kind, finished_at=timezone.now(), trouble=trouble)


@transaction.atomic
def write(pk: int | None, kind: type[Building], **values: Any) -> None:
    """Change the row of a build that has not ended; nothing where nobody asked for one."""
    found = kind._default_manager.select_for_update().filter(pk=pk).first() if pk else None
    if found is not None and not found.finished_at:
        for name, value in values.items():
            setattr(found, name, value)
        found.save(update_fields=list(values))
