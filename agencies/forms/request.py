"""Asking agencies, and what agencies say of their returns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from agencies.models import Agency, Request, User
from reviews.models import Review
from reviews.policy import Role
from reviews.regimes.shapes import Return, RuleSet
from reviews.services.milestone import own_lengths
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, StampedForm, long_text, radios


class AskForm(GovukForm):
    """Whom to ask, for what, by when: one page for all agencies of a review."""

    agencies: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="Agencies to ask", widget=forms.CheckboxSelectMultiple,
        help_text="An agency whose return is still awaited is not listed.",
        error_messages={"required": "Choose at least one agency to ask."},
    )  # fmt: skip
    wanted = radios((), label="What do you ask them for?")
    due_on = DayField(label="Due on")
    period_from = DayField(required=False, label="Period: first day")
    period_to = DayField(required=False, label="Period: last day")
    questions = long_text(
        4, required=False, label="Questions", help_text="One a line. Each agency answers each of them by itself."
    )
    secure = long_text(2, required=False, label="Records to secure")
    note = long_text(
        3,
        required=False,
        label="Anything they should know",
        help_text="It is seen by the agencies that you ask. Leave out what they need not know.",
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        awaited = review.requests.awaited().values("agency")
        known = Agency.objects.filter(board=review.board, active=True)
        self.fields["agencies"].queryset = known.exclude(pk__in=awaited)  # type: ignore[attr-defined]
        usual = usual_times(review.rules)
        self.fields["wanted"].choices = [choice for choice in Request.Wanted.choices if choice[0] in usual]  # type: ignore[attr-defined]
        lengths = "; ".join(usual_time(review, item) for item in review.rules.returns)
        self.fields["due_on"].help_text = f"Usual under this rule set: {lengths}."

    def clean_due_on(self) -> Any:
        """Agencies cannot answer in the past."""
        due = self.cleaned_data["due_on"]
        if due < timezone.localdate():
            raise forms.ValidationError("That day is in the past: give the agencies time to answer.")
        return due

    def clean_questions(self) -> list[str]:
        """The questions, one a line, without the numbers that people put before them."""
        lines = (NUMBERED.sub("", line).strip() for line in self.cleaned_data["questions"].splitlines())
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        """The period runs forwards, and answers are wanted to something."""
        cleaned = super().clean()
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", "The period ends before it begins: check the two days.")
        if cleaned.get("wanted") == Request.Wanted.ANSWERS and cleaned.get("questions") == []:
            self.add_error("questions", "Write at least one question, or ask for another kind of return.")
        return cleaned


NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-•*])\s+")
UNITS = {"working_days": "working days", "days": "days", "months": "months"}
# Which of the rule set's returns says how long each kind usually takes; the first of them that the rule set knows.
USUAL = {
    Request.Wanted.CHRONOLOGY_AND_IMR: ("imr",),
    Request.Wanted.CHRONOLOGY: ("chronology",),
    Request.Wanted.IMR: ("imr",),
    Request.Wanted.SUMMARY: ("summary",),
    Request.Wanted.RAPID_RETURN: ("rapid-return",),
    Request.Wanted.ANSWERS: ("rapid-return", "summary", "chronology", "imr"),
}


def usual_time(review: Review, item: Return) -> str:
    """How long a kind of return usually takes; the board’s own length of its clock is said to be that."""
    own = next((own_lengths(review).get(clock.key) for clock in review.rules.clocks if item.key in clock.returns), None)
    usual = f"{item.length} {UNITS[item.unit]}"
    if own is None:
        return f"{item.label.lower()} {usual}"
    return f"{item.label.lower()} {own.length} {UNITS[own.unit]} (the board’s own length instead of {usual})"


def usual_times(rules: RuleSet) -> dict[str, Return]:
    """The kinds of return that a rule set knows, each with the return whose usual time is its own."""
    known = {item.key: item for item in rules.returns}
    found = {kind: next((known[key] for key in keys if key in known), None) for kind, keys in USUAL.items()}
    return {kind.value: item for kind, item in found.items() if item}


class AssignForm(StampedForm):
    """Who writes the agency's return."""

    author: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Author", empty_label="Choose a person", help_text="Somebody who did not manage the case."
    )

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        standing = request.appointed()
        super().__init__(*args, standing=standing, initial=standing, **kwargs)
        roles = (Role.AGENCY_AUTHOR, Role.AGENCY_LEAD)
        people = User.objects.filter(agency=request.agency_id, is_active=True, memberships__role__in=roles).distinct()
        self.fields["author"].queryset = people  # type: ignore[attr-defined]

    def as_it_stands(self, standing: Mapping[str, Any]) -> dict[str, Any]:
        """Who is appointed now."""
        return {"author": User.objects.filter(pk=standing["author"]).first()}


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
