"""The library of published reviews, ours and others', with what each found and recommended; and the searches that people keep."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from findings.models.recommendation import Recommendation
from findings.models.theme import Theme
from findings.words_field import WordsField
from reviews.models import Board, Review
from scr_portal.lib.records import Record


class Library(models.QuerySet[Any]):
    """Published reviews: what is public is read by everybody who has signed in."""

    def visible_to(self, user: Any) -> Any:
        """Those that stand in the library; nothing for who has not signed in."""
        return self.filter(shown=True) if user.is_authenticated else self.none()

    def kept_by(self, board: Board) -> Any:
        """Those that a board added, whether they stand in the library or not."""
        return self.filter(board=board)


class LibraryReview(Record):
    """One published review, whole. Ours enter when they are published, with the anonymised text that the public reads."""

    class Regime(models.TextChoices):
        LCSPR = "lcspr", "Local child safeguarding practice review"
        SCR = "scr", "Serious case review"
        RAPID = "rapid", "Rapid review"
        SAR = "sar", "Safeguarding Adult Review"
        SUSR = "susr", "Single unified safeguarding review (Wales)"
        LEARNING = "learning", "Learning review (Scotland)"
        CMR = "cmr", "Case management review (Northern Ireland)"
        DHR = "dhr", "Domestic abuse related death review"
        THEMATIC = "thematic", "Thematic or national review"
        OTHER = "other", "Another kind of review"

    class Harm(models.TextChoices):
        PHYSICAL = "physical", "Physical abuse"
        NEGLECT = "neglect", "Neglect and acts of omission"
        SELF_NEGLECT = "self_neglect", "Self-neglect"
        SEXUAL = "sexual", "Sexual abuse"
        DOMESTIC = "domestic", "Domestic abuse"
        PSYCHOLOGICAL = "psychological", "Psychological abuse"
        EXPLOITATION = "exploitation", "Exploitation outside the family"
        SLAVERY = "slavery", "Modern slavery"
        FINANCIAL = "financial", "Financial or material abuse"
        ORGANISATIONAL = "organisational", "Organisational abuse"
        DISCRIMINATORY = "discriminatory", "Discriminatory abuse"
        SUICIDE = "suicide", "Suicide or self-harm"
        INFANT_DEATH = "infant_death", "Sudden death in infancy"
        OTHER = "other", "Other, or not said"

    class Age(models.TextChoices):
        INFANT = "under_1", "Under 1, or not yet born"
        SMALL = "1_4", "1 to 4"
        CHILD = "5_10", "5 to 10"
        YOUNG = "11_17", "11 to 17"
        YOUNG_ADULT = "18_25", "18 to 25"
        ADULT = "26_64", "26 to 64"
        OLDER = "65", "65 and over"
        SEVERAL = "several", "Several ages, or not said"

    class Source(models.TextChoices):
        OURS = "ours", "This portal’s own reviews"
        OTHERS = "others", "Other boards’ reviews"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="library")
    title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=160, help_text="The board or partnership that published it.")
    regime = models.CharField(max_length=10, choices=Regime.choices)
    year = models.PositiveSmallIntegerField(help_text="The year of publication.")
    published_on = models.DateField(null=True, blank=True)
    harm = models.CharField(max_length=16, choices=Harm.choices, default=Harm.OTHER)
    age = models.CharField(max_length=8, choices=Age.choices, default=Age.SEVERAL)
    themes = models.ManyToManyField(Theme, blank=True, related_name="library")
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.OTHERS)
    review = models.OneToOneField(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="in_library")
    link = models.URLField(max_length=400, blank=True)
    text = models.TextField(blank=True)
    words = WordsField(of=("title", "publisher", "text"), blank=True, editable=False)
    file_sha256 = models.CharField(max_length=64, blank=True)
    # Not while nobody has confirmed what was read from a file, and not after it was taken out.
    shown = models.BooleanField(default=True)
    taken_out_why = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords(m2m_fields=[themes], excluded_fields=["words"])

    objects = Library.as_manager()

    class Meta:
        ordering: ClassVar = ["-year", "title", "pk"]
        indexes: ClassVar = [models.Index(fields=["shown", "-year"], name="library_shown")]

    def __str__(self) -> str:
        return f"Published review {self.pk}"


class Lessons(models.QuerySet[Any]):
    """Findings and recommendations of published reviews."""

    def visible_to(self, user: Any) -> Any:
        """Those that somebody confirmed, of reviews that stand in the library."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(confirmed=True, published__shown=True)


class Lesson(Record):
    """One finding or recommendation of a published review, and what became of it."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        FINDING = "finding", "Finding"

    class Answer(models.TextChoices):
        NOT_KNOWN = "", "Not known"
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    published = models.ForeignKey(LibraryReview, on_delete=models.PROTECT, related_name="lessons")
    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.RECOMMENDATION)
    number = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    themes = models.ManyToManyField(Theme, blank=True, related_name="lessons")
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    outcome = models.TextField("What became of it", blank=True)
    # Of our own: answer and outcome are read from it.
    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="in_library"
    )
    confirmed = models.BooleanField(default=True)
    history = HistoricalRecords(m2m_fields=[themes])

    objects = Lessons.as_manager()

    class Meta:
        ordering: ClassVar = ["published", "-kind", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()

    @property
    def board(self) -> Board:
        """The board that keeps it."""
        return self.published.board


class LessonTerm(models.Model):
    """One term that a lesson is found by (`findings.made_before.terms`); only lessons that stand in the library have any."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=60)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["term", "lesson"], name="lessons_by_term")]

    def __str__(self) -> str:
        return self.term


class Study(Record):
    """A place for further study that a board adds; its address is checked for form, and never fetched."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="studies")
    title = models.CharField(max_length=160)
    link = models.URLField(max_length=400)
    about = models.CharField(max_length=240, blank=True)
    active = models.BooleanField(default=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        verbose_name_plural = "studies"

    def __str__(self) -> str:
        return self.title


class SavedSearches(models.QuerySet[Any]):
    """Searches that people keep."""

    def visible_to(self, user: Any) -> Any:
        """A person's own."""
        return self.filter(made_by=user.pk, removed=False)


class SavedSearch(Record):
    """What somebody asks of the library, under a name; never what was found."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    asked = models.JSONField(default=dict)
    removed = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    history = HistoricalRecords()

    objects = SavedSearches.as_manager()

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return f"Search {self.pk}"

    def belongs_to(self, user: Any) -> bool:
        """Whether it is the person's own."""
        return bool(self.made_by_id == user.pk)
