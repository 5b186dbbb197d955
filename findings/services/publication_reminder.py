"""Reminders that a published report comes down: to whoever publishes, each once for one day."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from findings.models import Publication
from reviews.clocks import spoken
from reviews.services import message
from reviews.services.events import record
from reviews.services.reminder import officers
from scr_portal.lib.records import locked

KIND = "take-down"
# How long before the day the first letter goes; the second goes on the day.
BEFORE = timedelta(days=30)


@transaction.atomic
def remind(*, publication: Publication, today: date) -> int:
    """Queue the letters that are wanted by `today` about one publication; gives how many are new."""
    found = locked(publication)
    if found.take_down_on is None or found.taken_down_on is not None:
        return 0
    when = "today" if found.take_down_on <= today else "soon"
    review = found.review
    link = settings.SITE_URL + reverse("findings.publication.show", args=[review.ref])
    text = f"The published report of {review.ref} is to be taken down on {spoken(found.take_down_on)}, or kept longer: {link}"
    queued = sum(
        message.queue(
            key=f"take-down:{found.pk}:{found.take_down_on}:{when}:{person.pk}", kind=KIND, about=f"review-{review.pk}", to=person,
            subject=f"{review.board}: a published report comes down on {spoken(found.take_down_on)}, {review.ref}",
            text=text + message.FOOT, board=review.board,
        )
        for person in officers(review.board, "manager")
    )  # fmt: skip
    if queued:
        record(None, "publication.reminded", found, facts={"on": found.take_down_on, "letters": queued})
    return queued


def remind_all() -> int:
    """Remind of every published report whose day is near or past; safe to run twice, at once, or days late."""
    today = timezone.localdate()
    rows = Publication.objects.coming_down(today + BEFORE).select_related("report__review__board").order_by("pk")
    return sum(remind(publication=row, today=today) for row in rows)
