"""Recommendations, responses, actions, assurance, impact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from agencies.models import Agency
from findings.models import Action, Impact, Recommendation, Response
from reviews.models import Board, Review
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios


class RecommendationForm(RecordForm):
    """What should change, because of which findings, by whom, and how it will be known."""

    text = long_text(
        4,
        label="Recommendation",
        help_text="What should change: behaviour, system, policy or resources. “Remind staff” rarely changes anything.",
    )
    findings: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="It rests on", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one finding that this recommendation rests on."},
    )  # fmt: skip
    agencies: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="It is addressed to", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency that it is addressed to."},
    )  # fmt: skip
    scope = radios(Recommendation.Scope.choices, label="Scope")
    measure = long_text(2, label="How will we know that it has worked?")
    baseline = long_text(2, required=False, label="How do things stand today?")

    def __init__(self, *args: Any, review: Review, record: Recommendation | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {"findings": record.findings.all(), "agencies": record.agencies.all()}
        super().__init__(*args, record=record, **kwargs)
        self.fields["findings"].queryset = review.findings.all()  # type: ignore[attr-defined]
        self.fields["agencies"].queryset = Agency.objects.filter(board=review.board, active=True)  # type: ignore[attr-defined]


class ResponseForm(GovukForm):
    """The board's answer."""

    answer = radios(Response.Answer.choices, label="The board’s response")
    reason = long_text(
        4,
        required=False,
        label="Reason",
        help_text="The law asks for it when a recommendation is not accepted, or only in part.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") in {Response.Answer.IN_PART, Response.Answer.NOT_ACCEPTED} and not cleaned.get(
            "reason"
        ):
            self.add_error("reason", "Say why it is not accepted in full: the law asks for the reason.")
        return cleaned


class ActionForm(GovukForm):
    """What one agency does, and by when."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    text = long_text(3, label="What will be done")
    owner: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Owner",
        empty_label="Nobody named yet",
        help_text="A person of that agency.",
    )
    target_on = DayField(label="Target date")

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        addressed = recommendation.agencies.all()
        self.fields["agency"].queryset = addressed  # type: ignore[attr-defined]
        people = get_user_model().objects.filter(agency__in=addressed, is_active=True).select_related("agency")
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]
        self.fields["owner"].label_from_instance = lambda user: f"{user} ({user.agency.label})"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        owner, agency = cleaned.get("owner"), cleaned.get("agency")
        if owner and agency and owner.agency_id != agency.pk:
            self.add_error("owner", "The owner has to work for the agency that acts: choose one of its people.")
        return cleaned


class ProgressForm(GovukForm):
    """The two-minute update of an action."""

    note = long_text(3, label="What has been done since the last update?")
    rag = forms.ChoiceField(
        required=False, label="How does it stand?", choices=[("", "No change"), *Action.Rag.choices]
    )
    evidence = forms.FileField(required=False, label="Evidence", help_text="A file that shows it, up to 60 MB.")
    done = forms.BooleanField(required=False, label="It is done: the board can check it")

    def clean_evidence(self) -> UploadedFile | None:
        """A file that is not too large and not empty."""
        found: UploadedFile | None = self.cleaned_data["evidence"]
        if found and (found.size or 0) > settings.UPLOAD_LIMIT:
            raise forms.ValidationError("This file is larger than 60 MB: send a smaller one, or a part of it.")
        return found


class ImpactForm(GovukForm):
    """What difference an action made."""

    measure = long_text(2, label="What was measured")
    baseline = long_text(2, required=False, label="How it was before")
    result = long_text(3, label="What it is now")
    shown = radios(Impact.Shown.choices, label="Did it make the difference it was meant to make?")
    tested_on = DayField(label="Tested on")

    def clean_tested_on(self) -> Any:
        """A test lies in the past."""
        on = self.cleaned_data["tested_on"]
        if on > timezone.localdate():
            raise forms.ValidationError("That day has not come yet: record the result when it has been tested.")
        return on


class BoardFilterForm(GovukForm):
    """Which actions to show."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="All agencies"
    )
    show = forms.ChoiceField(
        required=False, label="Show",
        choices=[("open", "Open"), ("overdue", "Overdue"), ("claimed", "Waiting for assurance"), ("assured", "Assured, impact not shown yet"), ("all", "All")],
    )  # fmt: skip

    def __init__(self, *args: Any, boards: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(board__in=Board.objects.filter(pk__in=boards))  # type: ignore[attr-defined]
