"""The people register: who is who, and what each is called in anything that leaves the review."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.review import Review
from scr_portal.lib.records import Record


class Person(Record):
    """A person, place or organisation of the review; the real name is read only by those with the right."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        AGENCY = "agency", "Agency or service"
        SCHOOL = "school", "School or nursery"
        HOSPITAL = "hospital", "Hospital"
        CARE_HOME = "care_home", "Care home"
        STREET = "street", "Street or address"
        PLACE = "place", "Place"

    class Part(models.TextChoices):
        SUBJECT = "subject", "Subject of the review"
        FAMILY = "family", "Family or household"
        PROFESSIONAL = "professional", "Professional"
        OTHER = "other", "Other"

    class Sex(models.TextChoices):
        FEMALE = "female", "Female"
        MALE = "male", "Male"
        UNKNOWN = "", "Not recorded"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="people")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.PERSON)
    part = models.CharField(max_length=20, choices=Part.choices, default=Part.OTHER)
    relation = models.CharField(max_length=120, blank=True, help_text="Such as mother, half-brother, health visitor.")
    title = models.CharField(max_length=20, blank=True)
    given = models.CharField(max_length=80, blank=True)
    middle = models.CharField(max_length=80, blank=True)
    surname = models.CharField(max_length=80, blank=True)
    former_surname = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=160, blank=True, help_text="The whole name of what is not a person.")
    aliases = models.JSONField(default=list, blank=True)
    sex = models.CharField(max_length=10, choices=Sex.choices, blank=True)
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pseudonym = models.CharField(max_length=80)
    pseudonym_chosen_by = models.CharField(max_length=120, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["part", "pseudonym"]
        verbose_name_plural = "people"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "pseudonym"], name="pseudonym_once_per_review")
        ]

    def __str__(self) -> str:
        return self.pseudonym

    @property
    def real_name(self) -> str:
        """The whole real name, for those who may see it."""
        parts = (self.title, self.given, self.middle, self.surname)
        return " ".join(filter(None, parts)) if self.kind == self.Kind.PERSON else self.name
