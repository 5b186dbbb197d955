"""What to ask of the patterns in the chronology: how long a silence, which day, which two agencies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from agencies.models import Agency
from findings.merged import Filters
from scr_portal.lib.forms import DayField, GovukForm

LONGER_THAN, WITHIN = 30, 3
NUMBER = {"class": "govuk-input--width-4", "inputmode": "numeric"}


def number(label: str, least: int, most: int, **kwargs: Any) -> forms.IntegerField:
    """A small whole number of days; outside its bounds it says what they are."""
    sentence = f"Enter a number of days from {least} to {most}."
    said = {"invalid": sentence, "min_value": sentence, "max_value": sentence}
    return forms.IntegerField(
        required=False, label=label, min_value=least, max_value=most, error_messages=said,
        widget=forms.TextInput(attrs=NUMBER), **kwargs,
    )  # fmt: skip


class PatternForm(GovukForm):
    """A form in the address. What does not read is left out, and its error says so."""

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        """A link need not name every field: those that it leaves out show what they stand for."""
        usual = {name: field.initial for name, field in self.base_fields.items() if field.initial is not None}
        super().__init__(data and {**usual, **data.dict()}, **kwargs)

    def said(self, name: str) -> Any:
        """What was entered in a field; None where it is empty or does not read."""
        return self.cleaned_data.get(name) if self.is_valid() or hasattr(self, "cleaned_data") else None

    def offer(self, name: str, agencies: Iterable[Agency], empty: str) -> None:
        """Let a field choose one of these agencies, or none."""
        choices = [("", empty), *((agency.pk, agency.label) for agency in agencies)]
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class SilenceForm(PatternForm):
    """How many days without an entry are worth showing, and whose."""

    days = number("Silence longer than (days)", 1, 3650, initial=LONGER_THAN)
    agency = forms.ChoiceField(required=False, label="Agency")

    def __init__(self, data: QueryDict | None = None, *, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("agency", agencies, "Every agency")

    @property
    def longer_than(self) -> int:
        """The number of days; 30 unless another was given."""
        return self.said("days") or LONGER_THAN

    @property
    def chosen(self) -> int | None:
        """The agency that was chosen, or None."""
        return int(self.said("agency")) if self.said("agency") else None


class KnowledgeForm(PatternForm):
    """A day, how many days on either side of it, and words that the entries hold."""

    on = DayField(required=False, label="Day")
    within = number("Days before and after", 0, 31, initial=WITHIN)
    words = forms.CharField(required=False, label="Words")

    @property
    def day(self) -> date | None:
        """The day that was chosen."""
        return self.said("on")

    @property
    def margin(self) -> int:
        """The days on either side; 3 unless another number was given."""
        return WITHIN if self.said("within") is None else self.said("within")


class SharingForm(PatternForm):
    """A period, and the two agencies whose entries to list."""

    WHICH = [
        ("", "What was told"),
        ("unanswered", "Told, and nothing recorded by the other"),
        ("not_told", "Said not to have been told"),
    ]
    by = forms.ChoiceField(required=False, label="Who told")
    to = forms.ChoiceField(required=False, label="Whom")
    which = forms.ChoiceField(required=False, label="List", choices=WHICH)
    first = DayField(required=False, label="From", help_text="")
    last = DayField(required=False, label="To", help_text="")

    def __init__(self, data: QueryDict | None = None, *, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        agencies = list(agencies)
        self.offer("by", agencies, "Choose an agency")
        self.offer("to", agencies, "Choose an agency")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("by")) != bool(cleaned.get("to")):
            self.add_error("to" if cleaned.get("by") else "by", "Choose both agencies to list entries.")
        elif cleaned.get("by") and cleaned.get("by") == cleaned.get("to"):
            self.add_error("to", "Choose two different agencies.")
        return cleaned

    @property
    def filters(self) -> Filters:
        """The period that was asked for."""
        return Filters(first=self.said("first"), last=self.said("last"))

    @property
    def pair(self) -> tuple[int, int] | None:
        """The two agencies, who told and whom; None unless both were chosen."""
        by, to = self.said("by"), self.said("to")
        return (int(by), int(to)) if by and to else None

    @property
    def pair_labels(self) -> tuple[str, str]:
        """The labels of the two agencies, for a heading."""
        labels = {str(key): str(label) for key, label in self.fields["by"].choices}  # type: ignore[attr-defined]
        return labels[str(self.said("by"))], labels[str(self.said("to"))]
