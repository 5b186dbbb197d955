"""The people register: who is who, and what each is called in anything that leaves the review."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews import evidence_date, kinship
from reviews.evidence_date import FuzzyDate
from reviews.models.review import Review
from scr_portal.lib.records import Record
from scr_portal.lib.sealed_fields import SealedCharField, SealedDateField, SealedJSONField, SealedTextField


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
    title = SealedCharField(max_length=20, blank=True)
    given = SealedCharField(max_length=80, blank=True)
    middle = SealedCharField(max_length=80, blank=True)
    surname = SealedCharField(max_length=80, blank=True)
    former_surname = SealedCharField(max_length=80, blank=True)
    name = SealedCharField(max_length=160, blank=True, help_text="The whole name of what is not a person.")
    aliases = SealedJSONField(default=list, blank=True)
    sex = models.CharField(max_length=10, choices=Sex.choices, blank=True)
    born_on = SealedDateField(null=True, blank=True, help_text="Where it is one certain day.")
    born_text = SealedCharField(max_length=60, blank=True, help_text="Else the words, such as about 1985.")
    died_on = SealedDateField(null=True, blank=True)
    died_text = SealedCharField(max_length=60, blank=True)
    nhs_number = SealedCharField("NHS number", max_length=10, blank=True)
    role_code = models.CharField(
        max_length=20, blank=True, help_text="By which a professional is counted, such as SW1."
    )
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pseudonym = models.CharField(max_length=80)
    pseudonym_chosen_by = models.CharField(max_length=120, blank=True)
    pseudonym_chosen_on = models.DateField(null=True, blank=True)
    naming_wish = SealedTextField(blank=True, help_text="What they or their family wish about the name.")
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
    def professional(self) -> bool:
        """Whether it is a practitioner, whose words are taken down on a page of their own."""
        return self.part == self.Part.PROFESSIONAL

    @property
    def real_name(self) -> str:
        """The whole real name, for those who may see it."""
        parts = (self.title, self.given, self.middle, self.surname)
        return " ".join(filter(None, parts)) if self.kind == self.Kind.PERSON else self.name

    @property
    def born(self) -> FuzzyDate:
        """The date of birth as evidence."""
        return evidence_date.read(self.born_text, self.born_on)

    @property
    def died(self) -> FuzzyDate:
        """The date of death as evidence."""
        return evidence_date.read(self.died_text, self.died_on)

    @property
    def nhs_number_in_groups(self) -> str:
        """The NHS number as people read it: 943 476 5919."""
        return " ".join(filter(None, (self.nhs_number[:3], self.nhs_number[3:6], self.nhs_number[6:])))


class Relation(Record):
    """What one entry of the register is to another: the first is the … of the second."""

    class Certainty(models.TextChoices):
        KNOWN = "known", "Known"
        THOUGHT = "thought", "Thought, not confirmed"
        DISPUTED = "disputed", "Disputed"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="relations")
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations_first")
    kind = models.CharField(max_length=20, choices=kinship.CHOICES)
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relations_second")
    since_text = models.CharField(max_length=60, blank=True)
    until_text = models.CharField(max_length=60, blank=True)
    certainty = models.CharField(max_length=10, choices=Certainty.choices, default=Certainty.KNOWN)
    note = SealedTextField(blank=True)
    confirmed = models.BooleanField(default=False, help_text="A second mother or father by birth is no mistake.")
    removed = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return kinship.sentence(self.kind, self.first.pseudonym, self.second.pseudonym, self.first.sex)

    @property
    def since(self) -> FuzzyDate:
        """When it began, as evidence."""
        return evidence_date.read(self.since_text)

    @property
    def until(self) -> FuzzyDate:
        """When it ended, as evidence."""
        return evidence_date.read(self.until_text)

    @property
    def beside(self) -> str:
        """What is said of it beside the kind: from when to when, and how sure it is."""
        parts = [
            f"from {self.since_text}" if self.since_text else "",
            f"until {self.until_text}" if self.until_text else "",
        ]
        known = self.certainty == self.Certainty.KNOWN
        return ", ".join(
            filter(None, [" ".join(filter(None, parts)), "" if known else self.get_certainty_display().lower()])
        )
