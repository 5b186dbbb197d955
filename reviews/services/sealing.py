"""Sealing anew, at the server: what was sealed under older keys is sealed under the newest, so that these can go."""

from __future__ import annotations

from django.db import transaction

from reviews.models import SealingKey
from reviews.sealed import noted
from reviews.services.events import record
from scr_portal.lib.sealing import newest


@transaction.atomic
def renewed(*, values: int, files: int) -> None:
    """Keep on record that everything is sealed under the newest key; the older ones are no longer needed."""
    noted()
    gone = [key.name for key in SealingKey.objects.exclude(name=newest().name)]
    for key in SealingKey.objects.filter(name__in=gone):
        key.delete()
    record(None, "sealing.renewed", facts={"key": newest().name, "gone": gone, "values": values, "files": files})
