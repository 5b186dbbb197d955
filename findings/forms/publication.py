"""Forms of the publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, StampedForm, long_text

EARLY = "That day has not come yet: enter the day on which it was done."


class PlanForm(RecordForm):
    """Embargo, page for the website, and how long it stays."""

    embargo_on = DayField(
        required=False,
        label="Under embargo until: day",
        help_text="For example, 27/3/2027. Nobody can publish it in the portal before. Left empty: no embargo.",
    )
    embargo_at = forms.TimeField(
        required=False,
        label="Under embargo until: time",
        help_text="For example, 10:00. Left empty: the beginning of that day.",
        input_formats=("%H:%M", "%H.%M", "%H%M"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": "Enter a time, such as 10:00."},
    )
    page_wanted = forms.BooleanField(required=False, label="Make a page for the board’s website")
    page_words = long_text(
        5,
        required=False,
        label="What stands at the head of that page",
        help_text="Two or three sentences with published names only: they are scanned as the report is.",
    )
    keywords = forms.CharField(
        max_length=300, required=False, label="Key words for the national library", help_text="Parted by semicolons."
    )
    take_down_on = DayField(
        required=False,
        label="To be taken down on",
        help_text="A year after publication at the earliest; left empty, it is that day.",
    )

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        until = timezone.localtime(record.embargo_until) if record.embargo_until else None
        kwargs["initial"] = {"embargo_on": until.date(), "embargo_at": f"{until:%H:%M}"} if until else {}
        super().__init__(*args, record=record, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("embargo_at") and not cleaned.get("embargo_on") and "embargo_on" not in self.errors:
            self.add_error("embargo_on", "Enter the day of the embargo as well, or leave the time empty.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What was entered, the embargo as one moment."""
        found = super().values
        day, at = found.pop("embargo_on"), found.pop("embargo_at") or time()
        return {**found, "embargo_until": timezone.make_aware(datetime.combine(day, at)) if day else None}


class CheckForm(StampedForm):
    """One line of the publication checklist: who did it, and when."""

    who = forms.CharField(max_length=160, label="Who did it")
    on = PastDay(label="Done on", early="That day has not come yet: tick it when it has been done.")
    note = forms.CharField(required=False, max_length=300, label="Anything to remember")

    def as_it_stands(self, standing: Mapping[str, Any]) -> dict[str, Any]:
        """How the line is ticked now."""
        on = standing.get("on")
        said = {"who": standing.get("who", standing.get("name")), "note": standing.get("note")}
        return {**said, "on": date.fromisoformat(on) if on else None}


class WithholdForm(GovukForm):
    """Why a report is not published, who approved that, and what the public reads instead."""

    reason = long_text(3, label="Why is it not published?")
    instead = long_text(
        8,
        label="What is published instead",
        help_text="The improvements that should be made, in words in which nobody can be found. It can be put on the website as the report would have been.",
    )
    approved_by = forms.CharField(max_length=160, label="Who approved that", help_text="Name and office.")
    approved_on = PastDay(label="Approved on", early=EARLY)


class TakeDownForm(GovukForm):
    """That it was taken down."""

    on = PastDay(label="Taken down on", early=EARLY)
    why = long_text(3, label="Why")
    urgent = forms.BooleanField(
        required=False, label="It came down before its time, because somebody can be found in it"
    )


class DepositForm(GovukForm):
    """That it lies in the national library."""

    on = PastDay(label="Deposited on", early=EARLY)
    reference = forms.CharField(
        max_length=120, required=False, label="Reference there", help_text="If the library gave one."
    )
