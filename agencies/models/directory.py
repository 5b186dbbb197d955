"""The directory: agencies, and the people who sign in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from simple_history.models import HistoricalRecords

from scr_portal.lib.records import Record


class Agency(Record):
    """An organisation that takes part in a board's reviews."""

    class Kind(models.TextChoices):
        POLICE = "police", "Police"
        CHILDRENS_SOCIAL_CARE = "childrens_social_care", "Children's social care"
        ADULT_SOCIAL_CARE = "adult_social_care", "Adult social care"
        GENERAL_PRACTICE = "general_practice", "GP practice"
        HOSPITAL = "hospital", "Acute hospital"
        COMMUNITY_HEALTH = "community_health", "Community health and health visiting"
        MENTAL_HEALTH = "mental_health", "Mental health trust"
        AMBULANCE = "ambulance", "Ambulance service"
        MIDWIFERY = "midwifery", "Midwifery"
        SCHOOL = "school", "School or college"
        EARLY_YEARS = "early_years", "Nursery or early years"
        HOUSING = "housing", "Housing"
        PROBATION = "probation", "Probation"
        CARE_PROVIDER = "care_provider", "Care home or provider"
        VOLUNTARY = "voluntary", "Charity or voluntary organisation"
        ICB = "icb", "Integrated care board"
        OTHER = "other", "Other"

    board = models.ForeignKey("reviews.Board", on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=30, choices=Kind.choices, default=Kind.OTHER)
    active = models.BooleanField(default=True)
    support_text = models.TextField(blank=True, help_text="Where the agency’s own staff find support.")
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "agencies"
        constraints: ClassVar = [models.UniqueConstraint(fields=["board", "name"], name="agency_name_once_per_board")]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The short name where there is one, for tables."""
        return self.short_name or self.name

    def belongs_to(self, user: Any) -> bool:
        """Whether the person works for it."""
        return user.agency_id == self.pk


class UserManager(BaseUserManager["User"]):
    """Makes people who sign in by e-mail."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new person; without a password they cannot sign in until they set one."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person who keeps reference data in the admin; that alone opens no case record."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in by e-mail; `agency` is empty for independents and for the board's own staff."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def entry(self) -> dict[str, Any]:
        """What the directory says of the person, and those who keep it can change."""
        return {"name": self.name, "job_title": self.job_title, "is_active": self.is_active}
