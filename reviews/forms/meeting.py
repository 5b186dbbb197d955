"""Meetings: the agenda, the minutes, who came, the votes."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.forms.criteria import outcomes
from reviews.models import Attendance, Meeting, Review, Vote
from scr_portal.lib.forms import DayField, RecordForm, long_text, radios


class MeetingForm(RecordForm):
    """When and where people meet, and what about."""

    kind = radios(Meeting.Kind.choices, label="What kind of meeting is it?")
    held_on = DayField(label="Day")
    starts_at = forms.CharField(max_length=40, required=False, label="Time", help_text="Such as 10:00 to 12:00.")
    place = forms.CharField(max_length=160, required=False, label="Place, or how to join")
    led_by = forms.CharField(max_length=120, label="Who chairs it")
    agenda = long_text(8, label="Agenda", help_text="One item on each line.")


class MinutesForm(RecordForm):
    """What was said, and what is recommended."""

    discussion = long_text(10, required=False, label="What was said")
    equality = long_text(3, required=False, label="How race, culture and protected characteristics were considered")
    abuse_types = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, required=False, label="Types of abuse and neglect that were considered"
    )
    delay_reason = long_text(
        2,
        required=False,
        label="Reason for delay",
        help_text="Why the case is considered later than it should be, if it is.",
    )
    recommended_outcome = radios((), required=False, label="What does the meeting recommend?")
    recommendation = long_text(5, required=False, label="Reasons for the recommendation")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = review.rules
        self.fields["abuse_types"].choices = [(each, each) for each in rules.abuse_types]  # type: ignore[attr-defined]
        self.fields["recommended_outcome"].choices = [*outcomes(rules), ("", "Nothing yet")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("recommended_outcome") and not cleaned.get("recommendation"):
            self.add_error("recommendation", "Say why the meeting recommends this: the reasons go to the chair.")
        return cleaned


class AttendanceForm(RecordForm):
    """One person who came, or did not."""

    name = forms.CharField(max_length=120, label="Name")
    post = forms.CharField(max_length=120, required=False, label="Post")
    way = radios(Attendance.Way.choices, label="Were they there?")
    partner = forms.ChoiceField(required=False, label="For which partner", help_text="Whose vote they carry, if any.")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="None of the board’s agencies"
    )
    user: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Their account in the portal",
        empty_label="They have none",
        help_text="So that the minutes stay closed to them if they have a conflict of interest.",
    )
    deputy_for = forms.CharField(
        max_length=120, required=False, label="In whose place", help_text="If they came as a deputy."
    )
    conflict = long_text(2, required=False, label="Conflict of interest that they declared")
    conflict_handled = long_text(2, required=False, label="How it was handled")

    def __init__(self, *args: Any, review: Review, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        voters = [(voter.key, voter.label) for voter in review.rules.voters]
        self.fields["partner"].choices = [("", "None: without a vote"), *voters]  # type: ignore[attr-defined]
        self.fields["agency"].queryset = review.board.agencies.filter(active=True)  # type: ignore[attr-defined]
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["conflict_handled"].help_text = review.rules.quorum.conflict

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("conflict") and not cleaned.get("user") and self.has_an_account(cleaned.get("name", "")):
            self.add_error("user", f"{cleaned['name']} has an account: choose it, so that what was said stays closed to them.")  # fmt: skip
        if cleaned.get("conflict") and not cleaned.get("conflict_handled"):
            self.add_error("conflict_handled", "Say how the conflict was handled, such as “left for the discussion”.")
        return cleaned

    def has_an_account(self, name: str) -> bool:
        """Whether somebody of that name signs in to the board’s pages."""
        people = self.fields["user"].queryset  # type: ignore[attr-defined]
        return bool(people.filter(name__iexact=name.strip()).exists())


class VoteForm(RecordForm):
    """How one partner voted."""

    answer = radios(Vote.Answer.choices, label="How did this partner vote?")
    reason = long_text(4, required=False, label="Reason", help_text="Needed unless it supports the recommendation.")
    in_writing = forms.BooleanField(required=False, label="Given in writing, not at the meeting")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") and cleaned["answer"] != Vote.Answer.SUPPORT and not cleaned.get("reason"):
            self.add_error("reason", "Give the reason: it stands in the record beside the vote.")
        return cleaned
