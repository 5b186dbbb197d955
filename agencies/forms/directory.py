"""The directory: agencies and people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from agencies.models import Agency, User
from reviews.models import Board
from reviews.policy import MEMBERSHIP_LABELS, REVIEW_ROLES
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, StampedForm


class AgencyForm(RecordForm):
    """An agency."""

    name = forms.CharField(max_length=160, label="Name")
    short_name = forms.CharField(max_length=40, required=False, label="Short name", help_text="For tables.")
    kind = forms.ChoiceField(choices=Agency.Kind.choices, label="Kind")
    active = forms.BooleanField(required=False, initial=True, label="It takes part in reviews")


class InviteForm(GovukForm):
    """Somebody new."""

    email = forms.EmailField(label="E-mail address")
    name = forms.CharField(max_length=120, label="Name")
    job_title = forms.CharField(max_length=120, required=False, label="Post")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="None: independent, or the board’s own staff"
    )
    role = forms.ChoiceField(
        required=False,
        label="Role on the board",
        help_text="Independent reviewers and panel members get their role when they are appointed to a review.",
    )
    until = DayField(
        required=False, label="Access ends on", help_text="The last day. Leave it empty while it has no end."
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(board=board, active=True)  # type: ignore[attr-defined]
        roles = [(role, label) for role, label in MEMBERSHIP_LABELS.items() if role not in REVIEW_ROLES]
        self.fields["role"].choices = [("", "None yet"), *roles]  # type: ignore[attr-defined]

    def clean_until(self) -> Any:
        """Access does not end in the past."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError("That day is in the past: enter the last day on which they need access.")
        return until


class PersonForm(StampedForm):
    """Somebody known."""

    name = forms.CharField(max_length=120, label="Name")
    job_title = forms.CharField(max_length=120, required=False, label="Post")
    is_active = forms.BooleanField(required=False, label="May sign in")

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        standing = person.entry()
        super().__init__(*args, standing=standing, initial=standing, **kwargs)
