"""Uploaded files and the entries that came from them. An agency's words are never altered."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.models import HistoricalRecords

from agencies.folded_field import FoldedField
from agencies.lifecycle import RequestStatus, UploadStatus
from agencies.models.hold import Hold
from agencies.models.request import Request
from reviews.access import allowed
from reviews.models import Review
from reviews.stages import RELEASED
from scr_portal.lib.records import Record

# The reader gives up after three minutes: whoever is not done after five has stopped.
PATIENCE = timedelta(minutes=5)


def stored_as(upload: Upload, filename: str) -> str:
    """Where an uploaded file is kept: under the request, by its checksum, never by the name that it came with."""
    return f"uploads/{upload.request_id}/{upload.sha256}"


class OfRequest(models.QuerySet[Any]):
    """What hangs on a request is seen by whoever sees the request."""

    def visible_to(self, user: Any) -> Any:
        """The rows whose request `user` may open."""
        return self.filter(request__in=Request.objects.visible_to(user))


class Upload(Record):
    """One file as an agency wrote it, what was read from it, and what became of it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="uploads")
    # Empty for a file that was turned away: what is no chronology is not kept.
    file = models.FileField(upload_to=stored_as, max_length=200, blank=True)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    status = models.CharField(max_length=12, choices=UploadStatus.choices, default=UploadStatus.READING)
    reading_since = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=400, blank=True, help_text="Why it was turned away, as its agency reads it.")
    # What the reader gave: {"tables": […], "rows": […], "skipped": […], "notices": […]}; rows carry their fixes beside.
    parsed = models.JSONField(default=dict)
    columns = models.JSONField(default=dict, help_text="Heading → field, as the agency confirmed it.")
    orders = models.JSONField(
        default=dict, help_text="Sheet → “DMY”, “MDY” or “” (cannot be told), as it was answered."
    )
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(excluded_fields=["parsed"])

    objects = OfRequest.as_manager()

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.filename

    @property
    def stopped(self) -> bool:
        """Whether nobody reads it any more although it was never read to its end, by a clock that may have been set."""
        since = self.reading_since or self.created_at
        return self.status == UploadStatus.READING and abs(timezone.now() - since) > PATIENCE


# Where an entry without a day, or without a time, stands: after all that have one.
NO_DAY, NO_TIME = date.max, time.max


def order_key(name: str, field: models.Field[Any, Any], instead: Any) -> models.GeneratedField:
    """A column that the database keeps itself: the value of `name`, or `instead` where there is none.

    Rows can be compared with a place in the order by these, and an index holds them in it; nothing compares with NULL.
    """
    kept = Coalesce(models.F(name), models.Value(instead, output_field=field))
    return models.GeneratedField(expression=kept, output_field=field, db_persist=True)


class EntryQuerySet(OfRequest):
    """Entries as the agency and as the review may see them."""

    def standing(self) -> Any:
        """Those that no later file of the agency replaced: what a return consists of now."""
        # Both conditions: the second lets the database read the few replacements from their index.
        replacement = Entry.objects.filter(replaces=OuterRef("pk"), replaces__isnull=False)
        return self.filter(~Exists(replacement))

    def of_review(self, review: Any, reader: Any = None) -> Any:
        """The standing entries of returns that were signed off in one review: what the merged chronology is made of.

        Without those on hold, unless `reader` may read them: who forgets to say who reads gets the rows that all may read.
        """
        found = self.filter(review=review, request__status=RequestStatus.RETURNED).standing()
        return found if reader is not None and allowed(reader, "chronology.held", review) else found.unheld()

    def of_review_by_day(self, review: Any, reader: Any = None) -> Counter[tuple[int, date]]:
        """How many of those that `of_review` gives begin on each day, by (return, day); undated ones are left out.

        All are counted in an index that knows nothing else, and the few that `of_review` leaves out are taken off: to look
        at each row of a million would take four times as long.
        """
        dated = self.filter(review=review, request__status=RequestStatus.RETURNED, date_from__isnull=False).order_by()
        numbers = dated.values_list("request", "date_from").annotate(number=models.Count("pk"))
        # From the few replacements to what they replaced: a join the other way goes through all.
        aside = [dated.filter(pk__in=Entry.objects.filter(replaces__isnull=False).values("replaces"))]
        if reader is None or not allowed(reader, "chronology.held", review):
            aside.append(dated.filter(pk__in=Hold.objects.standing().values("entry")))
        left_out = {row[0]: row[1:] for rows in aside for row in rows.values_list("pk", "request", "date_from")}
        found = Counter({(returned, day): number for returned, day, number in numbers})
        found.subtract(Counter(left_out.values()))
        return +found

    def unheld(self) -> Any:
        """Those on which no hold stands."""
        return self.exclude(Exists(Hold.objects.standing().filter(entry=OuterRef("pk"))))

    def countable_by(self, user: Any) -> Any:
        """Those of any state of a return that may be counted before `user`: their own agency's, and none on hold unless
        they may read it."""
        holding = Q(review__in=Review.objects.visible_to(user, "chronology.held"))
        own = Q(request__in=Request.objects.visible_to(user, "request.write", "request.sign_off"))
        hold = Hold.objects.standing().filter(entry=OuterRef("pk"))
        return self.filter(~Exists(hold) | holding | own)

    def visible_to(self, user: Any) -> Any:
        """An agency's own, on hold or not; and those of merged chronologies that the person may read, released or in
        preparation, without those on hold unless they may read these."""
        released = Review.objects.visible_to(user, "chronology.see").filter(stage__in=RELEASED)
        preparing = Review.objects.visible_to(user, "chronology.prepare")
        merged = Q(review__in=released) | Q(review__in=preparing)
        own = Q(request__in=Request.objects.visible_to(user, "request.write", "request.sign_off"))
        held = Exists(Hold.objects.standing().filter(entry=OuterRef("pk")))
        merged &= ~held | Q(review__in=Review.objects.visible_to(user, "chronology.held"))
        return self.filter((Q(request__status=RequestStatus.RETURNED) & merged) | own)


class Entry(models.Model):
    """One event of a chronology, in the agency's words, with the date as evidence: bounds, precision and doubt."""

    class Seen(models.TextChoices):
        YES = "yes", "Seen"
        NO = "no", "Not seen"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="entries")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, null=True, related_name="entries")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="entries")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="entries")
    sequence = models.PositiveIntegerField()
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True)
    sub = models.PositiveSmallIntegerField(default=1)
    date_text = models.CharField(max_length=200, blank=True)
    date_from = models.DateField(null=True)
    date_to = models.DateField(null=True)
    precision = models.CharField(max_length=10, default="unknown")
    certain = models.BooleanField(default=False)
    time = models.TimeField(null=True)
    end_time = models.TimeField(null=True)
    source = models.TextField(blank=True)
    event = models.TextField()
    action = models.TextField(blank=True)
    # Whether the child or adult was seen; empty where the agency does not say.
    seen = models.CharField(max_length=3, choices=Seen.choices, blank=True, default="")
    extra = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    why_corrected = models.CharField(
        max_length=300, blank=True, help_text="Why this takes the place of what it replaces."
    )
    # A corrected file replaces entries by new ones that name them. What was replaced is never touched: it stands aside
    # while its replacement is there, and comes back when that import is undone.
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    words = FoldedField(of=("event", "action", "source"), editable=False, default="")
    sort_from = order_key("date_from", models.DateField(), NO_DAY)
    sort_to = order_key("date_to", models.DateField(), NO_DAY)
    sort_time = order_key("time", models.TimeField(), NO_TIME)

    objects = EntryQuerySet.as_manager()
    # Until a return is submitted its import can be undone as a whole; no entry is ever changed.
    append_only = ("UPDATE",)

    class Meta:
        ordering: ClassVar = ["sort_from", "sort_to", "sort_time", "sequence", "pk"]
        verbose_name_plural = "entries"
        indexes: ClassVar = [
            models.Index(fields=["review", "sort_from", "sort_to", "sort_time", "sequence", "id"]),
            models.Index(fields=["review", "request", "date_from", "id"], name="entry_days"),
        ]

    def __str__(self) -> str:
        return f"{self.date_text or 'undated'} · {self.agency}"
