"""Asking agencies, and what agencies say of their returns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from agencies.models import Agency, Request, User
from reviews.models import Review
from reviews.policy import Role
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios


class AskForm(GovukForm):
    """Whom to ask, for what, by when."""

    agencies: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="Agencies to ask", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency to ask."},
    )  # fmt: skip
    wanted = radios(Request.Wanted.choices, label="What do you ask them for?")
    due_on = DayField(label="Due on")
    note = long_text(
        4,
        required=False,
        label="Anything they should know",
        help_text="It is seen by the agencies that you ask. Leave out what they need not know.",
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = review.requests.values("agency")
        self.fields["agencies"].queryset = Agency.objects.filter(board=review.board, active=True).exclude(pk__in=asked)  # type: ignore[attr-defined]

    def clean_due_on(self) -> Any:
        """Agencies cannot answer in the past."""
        due = self.cleaned_data["due_on"]
        if due < timezone.localdate():
            raise forms.ValidationError("That day is in the past: give the agencies time to answer.")
        return due


class AssignForm(GovukForm):
    """Who writes the agency's return."""

    author: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Author", empty_label="Choose a person", help_text="Somebody who did not manage the case."
    )

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = (Role.AGENCY_AUTHOR, Role.AGENCY_LEAD)
        people = User.objects.filter(agency=request.agency_id, is_active=True, memberships__role__in=roles).distinct()
        self.fields["author"].queryset = people  # type: ignore[attr-defined]


class ExtendForm(GovukForm):
    """A later date for one request."""

    due_on = DayField(label="New due date")
    why = long_text(2, label="Why?")


class SignOffForm(GovukForm):
    """What the senior person vouches for."""

    read = forms.BooleanField(label="I have read this return")
    complete = forms.BooleanField(label="It is complete and fair as far as my agency’s records show")
    note = long_text(2, required=False, label="Anything the review should know")


class ImrSectionForm(RecordForm):
    """One section of the agency's report."""

    text = forms.CharField(required=False, label="Text", widget=forms.Textarea(attrs={"rows": 16}))
