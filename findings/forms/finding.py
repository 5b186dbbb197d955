"""A finding."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Finding, Theme
from reviews.models import Review
from scr_portal.lib.forms import RecordForm, long_text


class FindingForm(RecordForm):
    """What happened, why, and what it meant."""

    title = forms.CharField(max_length=200, label="Finding in one sentence")
    what = long_text(5, label="What happened")
    why = long_text(
        5, label="Why it happened", help_text="And why it made sense to the people who did it, at the time."
    )
    impact = long_text(3, required=False, label="What it meant for the person")
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
