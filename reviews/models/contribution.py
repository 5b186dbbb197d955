"""What the person, the family and practitioners say, in their own words, and what they agree may be done with these."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from reviews.models.people import Person
from reviews.models.review import Review


class ContributionQuerySet(models.QuerySet[Any]):
    """Contributions as each person may read them, and by what may be done with them."""

    def visible_to(self, user: Any) -> Any:
        """Those of reviews whose contributions `user` may read; what was told in confidence, only if they also record them."""
        readable = Q(person__review__in=Review.objects.visible_to(user, "contribution.read"))
        trusted = Q(person__review__in=Review.objects.visible_to(user, "contribution.record"))
        return self.agreed().filter(readable, Q(confided=False) | trusted)

    def agreed(self) -> Any:
        """Each with what was last agreed: `allowed`, and `confided` for what was told in confidence."""
        latest = Consent.objects.filter(contribution=Coalesce(OuterRef("first"), OuterRef("pk"))).order_by("-pk")
        return self.annotate(
            allowed=Subquery(latest.values("choice")[:1]), confided=Subquery(latest.values("in_confidence")[:1])
        )

    def unusable(self) -> Any:
        """Those that may not be used: never agreed, refused or withdrawn."""
        return self.agreed().exclude(allowed__in=USABLE)

    def unquotable(self) -> Any:
        """Those whose words may not be quoted."""
        return self.agreed().exclude(allowed=Consent.Choice.QUOTE)


class Contribution(models.Model):
    """One version of what somebody said or wrote, as they gave it. Never changed: a later version stands beside it."""

    class Way(models.TextChoices):
        MEETING = "meeting", "At a meeting"
        CALL = "call", "In a telephone or video call"
        RECORDING = "recording", "A recording, written up"
        LETTER = "letter", "A letter or e-mail"
        EVENT = "event", "At a practitioners’ learning event"
        ADVOCATE = "advocate", "Through an advocate or somebody they chose"
        OTHER = "other", "In another way, such as a drawing or a poem"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contributions")
    first = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    number = models.PositiveSmallIntegerField(default=1)
    words = models.TextField()
    why = models.CharField(max_length=300, blank=True, help_text="Why there is a later version.")
    given_on = models.DateField()
    way = models.CharField(max_length=10, choices=Way.choices)
    with_whom = models.CharField(max_length=200)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = ContributionQuerySet.as_manager()
    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["given_on", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["first", "number"], name="one_version_per_number")]

    def __str__(self) -> str:
        return f"Words of {self.person}, version {self.number}"

    @property
    def review(self) -> Review:
        """The review of the person."""
        return self.person.review

    @property
    def head(self) -> Contribution:
        """The first version, on which what was agreed is kept."""
        return self.first or self

    @property
    def consent(self) -> Consent | None:
        """What was last agreed."""
        return next(reversed([*self.head.consents.all()]), None)

    @property
    def superseded(self) -> bool:
        """Whether a later version stands beside this one."""
        return any(each.number > self.number for each in self.head.later.all())

    @property
    def quotable(self) -> bool:
        """Whether the words may be quoted."""
        return self.consent is not None and self.consent.choice == Consent.Choice.QUOTE

    @property
    def usable(self) -> bool:
        """Whether a finding may rest on it."""
        return self.consent is not None and self.consent.choice in USABLE


class Consent(models.Model):
    """What somebody agreed to for their words on one day. Never changed: a later answer stands beside it and rules."""

    class Choice(models.TextChoices):
        QUOTE = "quote", "May be quoted"
        USE = "use", "May be used, without a quote"
        NONE = "none", "May not be used"
        NOT_ASKED = "not_asked", "They have not been asked yet"
        WITHDRAWN = "withdrawn", "Consent withdrawn"

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="consents")
    choice = models.CharField(max_length=10, choices=Choice.choices)
    in_confidence = models.BooleanField(default=False)
    given_on = models.DateField()
    said_to = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_choice_display()}: {self.contribution}"

    @property
    def review(self) -> Review:
        """The review of the person."""
        return self.contribution.review


USABLE = (Consent.Choice.QUOTE, Consent.Choice.USE)
