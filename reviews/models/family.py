"""How the person and the family are involved in a review: what each was told and offered, and what they answered."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from reviews.models.letter import Letter
from reviews.models.people import Person
from reviews.models.review import Review
from scr_portal.lib.records import Record


class Involvement(Record):
    """What makes contact right for one person, and why they were not told or not invited, where they were not."""

    class Because(models.TextChoices):
        PROCESS = "process", "A parallel process asks that they are not contacted"
        SAFETY = "safety", "It could put somebody in danger"
        WISH = "wish", "They asked not to be contacted"
        NOT_FOUND = "not_found", "They cannot be found"
        CARER = "carer", "A child, or somebody who cannot be told: those who care for them are told"
        OTHER = "other", "Another reason"

    class Difficulty(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_KNOWN = "not_known", "Not known yet"

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="involvement")
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.BooleanField(default=False)
    needs = models.TextField(blank=True, help_text="How they wish to be reached, and what makes it possible for them.")
    untold_because = models.CharField(max_length=12, choices=Because.choices, blank=True)
    untold_why = models.TextField(blank=True)
    uninvited_because = models.CharField(max_length=12, choices=Because.choices, blank=True)
    uninvited_why = models.TextField(blank=True)
    look_again_on = models.DateField(null=True, blank=True)
    difficulty = models.CharField(max_length=10, choices=Difficulty.choices, blank=True)
    supported_by = models.CharField(max_length=160, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"Involvement of {self.person}"

    @property
    def review(self) -> Review:
        """The review of the person."""
        return self.person.review


class Contact(models.Model):
    """One contact with a member of the family: told, invited, their answer, the draft. Never changed; a later line corrects."""

    class Kind(models.TextChoices):
        TOLD = "told", "Told"
        INVITED = "invited", "Invited to take part"
        ANSWERED = "answered", "Answered"
        SUPPORT = "support", "Support offered"
        DRAFT = "draft", "Saw the draft"
        OTHER = "other", "Other contact"

    class Way(models.TextChoices):
        MEETING = "meeting", "At a meeting"
        HOME = "home", "At their home"
        PHONE = "phone", "By telephone"
        VIDEO = "video", "By video"
        LETTER = "letter", "By letter"
        EMAIL = "email", "By e-mail"
        THROUGH = "through", "Through somebody else, such as a liaison officer"

    class Answer(models.TextChoices):
        YES = "yes", "Yes, they want to take part"
        NO = "no", "No, they do not want to"
        LATER = "later", "Not now: ask again later"
        NONE = "none", "No answer has come"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    happened_on = models.DateField()
    by_whom = models.CharField(max_length=160)
    way = models.CharField(max_length=10, choices=Way.choices)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.BooleanField(default=False)
    what = models.TextField(blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    ask_again_on = models.DateField(null=True, blank=True)
    edition = models.CharField(max_length=80, blank=True, help_text="Which version of the draft they saw.")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    append_only = ("UPDATE", "DELETE")

    class Meta:
        ordering: ClassVar = ["happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"

    @property
    def review(self) -> Review:
        """The review of the person."""
        return self.person.review


class Advocate(Record):
    """Somebody who speaks for a member of the family: offered, and then accepted or declined."""

    class Kind(models.TextChoices):
        DUTY = "duty", "Independent advocate whom the law requires"
        CAPACITY = "capacity", "Independent mental capacity advocate"
        INDEPENDENT = "independent", "Other independent advocate"
        CHOSEN = "chosen", "A relative, friend or other person of their choice"

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="advocates")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=160, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    offered_on = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["offered_on", "pk"]

    def __str__(self) -> str:
        return f"Advocate of {self.person}"

    @property
    def review(self) -> Review:
        """The review of the person."""
        return self.person.review

    @property
    def speaks(self) -> bool:
        """Whether they speak for the person today."""
        return self.answer == self.Answer.ACCEPTED and self.ended_on is None
