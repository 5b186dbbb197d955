"""Milestones of an action."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils import timezone

from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text


class MilestoneForm(GovukForm):
    """A step on the way, and its day."""

    text = long_text(2, label="What will be reached")
    due_on = DayField(label="By")


class MilestoneEditForm(RecordForm):
    """A step on the way, its day, and the day on which it was reached."""

    text = long_text(2, label="What will be reached")
    due_on = DayField(label="By")
    done_on = DayField(required=False, label="Reached on")

    def clean_done_on(self) -> date | None:
        """A day that has come."""
        on: date | None = self.cleaned_data["done_on"]
        if on and on > timezone.localdate():
            raise forms.ValidationError("That day has not come yet: leave it empty until the milestone is reached.")
        return on
