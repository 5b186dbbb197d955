"""Who asks what is held on a person, what is decided about each record, and what was given."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import SubjectAccess, SubjectAccessMark
from reviews.models import Person, Review
from scr_portal.lib.forms import GovukForm, PastDay, RecordForm, long_text, radios


class SubjectAccessForm(GovukForm):
    """Who asks about whom, and how it is known that they may."""

    kind = radios(SubjectAccess.Kind.choices, label="What came?")
    person: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="About whom", empty_label="Choose from the register"
    )
    asked_by = forms.CharField(
        max_length=160, label="Who asks", help_text="The person, or who acts for them: solicitor, parent, court."
    )
    asked_on = PastDay(label="When it came")
    identity = forms.CharField(max_length=300, label="How it was checked that they are who they say, and may ask")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = review.people.filter(kind=Person.Kind.PERSON)


class MarkForm(RecordForm):
    """What is decided about one record."""

    choice = radios(SubjectAccessMark.Choice.choices, label="What becomes of it?")
    ground = forms.ChoiceField(
        required=False, choices=[("", "None"), *SubjectAccessMark.Ground.choices], label="On which ground", help_text="Where it is withheld, or parts are taken out."
    )  # fmt: skip
    reason = long_text(
        3, required=False, label="Why", help_text="Why the ground holds for this record. It is kept on record."
    )

    def clean(self) -> dict[str, Any]:
        """Whatever is not given as it is has a ground and a reason."""
        cleaned = super().clean()
        if cleaned.get("choice") in {"redact", "withhold"}:
            for name, sentence in (
                ("ground", "Choose the ground on which it is not given as it is."),
                ("reason", "Say why the ground holds for this record."),
            ):
                if not cleaned.get(name):
                    self.add_error(name, sentence)
        return cleaned


class AnswerForm(GovukForm):
    """What was given."""

    answered_on = PastDay(label="When it was answered")
    answer = long_text(
        5,
        label="What was given, what was not, and why",
        help_text="As the person was told; without a fact of the case.",
    )
