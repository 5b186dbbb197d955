"""Forms of the running review: terms, lines of enquiry, people, panel, clocks, parallel processes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from reviews.models import ParallelProcess, Review
from reviews.policy import ROLE_LABELS, Role
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text, radios


class TermsForm(RecordForm):
    """Purpose, period in scope, method."""

    purpose = long_text(4, required=False, label="What the review is for")
    scope_from = DayField(label="Period in scope: first day")
    scope_to = DayField(label="Period in scope: last day")
    method = radios((), label="Method")
    method_reason = long_text(3, required=False, label="Why this method")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, record=getattr(review, "terms", None), **kwargs)
        self.fields["method"].choices = [(method.key, method.label) for method in review.rules.methods]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("scope_from"), cleaned.get("scope_to")
        if first and last and last < first:
            self.add_error("scope_to", "The last day is before the first: check both dates.")
        return cleaned


class LineForm(RecordForm):
    """One key line of enquiry."""

    question = long_text(3, label="Question", help_text="One question that returns and analysis can answer.")


class AppointmentForm(GovukForm):
    """Appoint somebody to one review."""

    user: forms.ModelChoiceField = forms.ModelChoiceField(queryset=None, label="Person", empty_label="Choose a person")
    role = radios(
        [
            (role, ROLE_LABELS[role])
            for role in (Role.REVIEW_CHAIR, Role.PANEL_MEMBER, Role.LEGAL_ADVISER, Role.SUPPORT_LEAD)
        ],
        label="Role in this review",
        help_text="A support lead looks after the staff of their own agency, or of every agency if they belong to none. What they record nobody else reads, and they open nothing else of the case.",
    )
    independence = long_text(
        3,
        label="Independence and conflicts of interest",
        help_text="How they are independent of the case and of the agencies in it; say what conflicts there are and how they are handled.",
    )
    until = DayField(
        required=False,
        label="Access ends on",
        help_text="The last day. Leave it empty to end it by itself on the day on which the review closes; a support lead’s goes on.",
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people  # type: ignore[attr-defined]

    def clean_until(self) -> Any:
        """Access does not end in the past."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError("That day is in the past: enter the last day on which they need access.")
        return until


class MilestoneForm(GovukForm):
    """When something happened, or a correction of it."""

    on = PastDay(label="When did it happen?", early="That day has not come yet: record it when it has happened.")
    note = long_text(2, label="Where this date comes from, or why it is corrected")


class SlipForm(GovukForm):
    """A later date for one clock."""

    new_due_on = DayField(label="New date")
    reason = long_text(3, label="Reason", help_text="It stands wherever the clock shows.")
    approver = forms.CharField(
        max_length=160, label="Who approved it", help_text="By name and role, such as Ruth Amankwah, independent chair."
    )


class ParallelForm(RecordForm):
    """A process beside the review."""

    kind = forms.ChoiceField(choices=ParallelProcess.Kind.choices, label="What it is")
    lead_body = forms.CharField(max_length=160, required=False, label="Who leads it")
    reference = forms.CharField(max_length=80, required=False, label="Their reference")
    contact = forms.CharField(max_length=160, required=False, label="Contact")
    started_on = DayField(label="Since")
    ended_on = DayField(required=False, label="Ended on", help_text="Its end lifts all that it asked for.")
    note = long_text(3, required=False, label="Notes")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        started, ended = cleaned.get("started_on"), cleaned.get("ended_on")
        if started and ended and ended < started:
            self.add_error("ended_on", "It ends before it begins: check both dates.")
        return cleaned
