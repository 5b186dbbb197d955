"""What of the record of events is shown: a kind of event, a person, a period, a kind of record."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils import timezone

from scr_portal.lib.forms import DayField, GovukForm
from scr_portal.lib.page_tags import day, spoken


def kind_of(label: str) -> str:
    """The words for a kind of record: "reviews.legaladvice" gives "Legal advice"; the label itself for one that is no more."""
    try:
        return str(apps.get_model(label)._meta.verbose_name).capitalize()
    except (LookupError, ValueError):
        return label


class EventForm(GovukForm):
    """Asked in the address, and empty at first. `events` are all that the reader may read of."""

    verb = forms.ChoiceField(required=False, label="What")
    who = forms.ChoiceField(required=False, label="Who")
    about = forms.ChoiceField(required=False, label="Kind of record")
    since = DayField(required=False, label="From", help_text="")
    until = DayField(required=False, label="To", help_text="")

    def __init__(self, *args: Any, events: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.events, unsorted = events, events.order_by()
        verbs = sorted(unsorted.values_list("verb", flat=True).distinct())
        people = get_user_model().objects.filter(pk__in=unsorted.values("actor")).order_by("name")
        kinds = unsorted.exclude(subject_type="").values_list("subject_type", flat=True).distinct()
        for name, choices in {
            "verb": [(verb, spoken(verb)) for verb in verbs],
            "who": [(str(person.pk), str(person)) for person in people],
            "about": sorted(((label, kind_of(label)) for label in kinds), key=lambda choice: choice[1]),
        }.items():
            self.fields[name].choices = [("", "All"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The period begins before it ends."""
        cleaned = super().clean()
        if (since := cleaned.get("since")) and (until := cleaned.get("until")) and until < since:
            self.add_error("until", "The period ends before it begins: give a later day, or leave it empty.")
        return cleaned

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for and can be read."""
        return (
            {name: value for name, value in self.cleaned_data.items() if value}
            if self.is_bound and self.is_valid()
            else {}
        )

    @property
    def narrowed(self) -> Any:
        """The events that the form leaves; all of them where it asks for nothing that can be read."""
        found, asked = self.events, self.asked
        for name, field in (("verb", "verb"), ("who", "actor"), ("about", "subject_type")):
            found = found.filter(**{field: asked[name]}) if name in asked else found
        found = found.filter(at__gte=moment(asked["since"], time.min)) if "since" in asked else found
        return found.filter(at__lte=moment(asked["until"], time.max)) if "until" in asked else found

    @property
    def in_words(self) -> str:
        """What was asked for, for the head of a file."""
        said = {
            name: dict(getattr(self.fields[name], "choices", ())).get(value) or day(value)
            for name, value in self.asked.items()
        }
        return "; ".join(f"{self.fields[name].label}: {words}" for name, words in said.items())


def moment(on: Any, at: time) -> datetime:
    """A day and time of the portal's own clock."""
    return timezone.make_aware(datetime.combine(on, at))
