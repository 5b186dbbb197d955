"""A finding."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Finding, Theme
from reviews.models import Review
from scr_portal.lib.forms import RecordForm, long_text, radios


class FindingForm(RecordForm):
    """What happened, why, and what it meant."""

    title = forms.CharField(max_length=200, label="Finding in one sentence")
    expected = long_text(
        4, required=False, label="What good practice would have been",
        help_text="By which standard, policy or law, and whether people at the time could have known it.",
    )  # fmt: skip
    what = long_text(5, label="What happened")
    why = long_text(
        5, label="Why it happened", help_text="In the system, not in one person: what led to it, and what held it up."
    )
    sense = long_text(
        4, required=False, label="Why it made sense at the time",
        help_text="What the people who did it saw, knew and were asked to do. Without hindsight.",
    )  # fmt: skip
    impact = long_text(3, required=False, label="What it meant for the person")
    outcome = radios(
        [*Finding.Outcome.choices, ("", "Not judged yet")], required=False, label="Its part in the outcome"
    )
    outcome_why = long_text(3, required=False, label="Why you judge it so")
    lines_of_enquiry: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Lines of enquiry that it answers", widget=forms.CheckboxSelectMultiple
    )
    themes: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Themes", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, review: Review, record: Finding | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {"lines_of_enquiry": record.lines_of_enquiry.all(), "themes": record.themes.all()}
        super().__init__(*args, record=record, **kwargs)
        self.fields["lines_of_enquiry"].queryset = review.lines_of_enquiry.filter(removed=False)  # type: ignore[attr-defined]
        self.fields["themes"].queryset = Theme.objects.filter(board=review.board, active=True)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("outcome") and not cleaned.get("outcome_why"):
            self.add_error("outcome_why", "Say why you judge its part in the outcome so, or choose “Not judged yet”.")
        return cleaned
