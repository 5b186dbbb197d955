"""The record of a serious incident notification."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from scr_portal.lib.forms import DayField, RecordForm, long_text


class NotificationForm(RecordForm):
    """When who told the national body, and whom else."""

    aware_on = DayField(
        label="When did the local authority become aware?", help_text="Day 0 of the clock. For example, 27/3/2024"
    )
    notified_on = DayField(label="When was the notification sent?")
    sent_by = forms.CharField(max_length=160, label="Who sent it?", help_text="Name and post.")
    reference = forms.CharField(max_length=80, required=False, label="Reference that came back")
    partners_told = long_text(2, required=False, label="Which partners were told, and when?")
    note = long_text(2, required=False, label="Notes", help_text="If it was late, say why.")

    def clean(self) -> dict[str, Any]:
        """Both days have come, in their order."""
        cleaned = super().clean()
        aware, notified = cleaned.get("aware_on"), cleaned.get("notified_on")
        for name, day in (("aware_on", aware), ("notified_on", notified)):
            if day and day > timezone.localdate():
                self.add_error(name, "That day has not come yet: record it when it has happened.")
        if aware and notified and notified < aware:
            self.add_error("notified_on", "This is before anybody was aware: check the two days.")
        return cleaned

    @property
    def words(self) -> dict[str, Any]:
        """What is kept on the notification itself; the two days are milestones."""
        return {name: value for name, value in self.values.items() if name not in {"aware_on", "notified_on"}}
