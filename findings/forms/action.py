"""Actions, reports of progress, and impact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

from agencies.forms.upload import FilesField
from findings.models import Action, Impact, Recommendation
from reviews.legend import choices
from scr_portal.lib.forms import DayField, GovukForm, long_text, radios


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


class EvidenceField(FilesField):
    """Files that show what was done: none, one or several; none of them empty or too large."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, each of them one that can be kept."""
        files = [file for file in super().clean(data, initial) if file]
        for file in files:
            if (file.size or 0) > settings.UPLOAD_LIMIT:
                raise forms.ValidationError(f"“{file.name}” is larger than 60 MB: send a smaller one, or a part of it.")
        return files


class ProgressForm(GovukForm):
    """The two-minute update of an action: how is it going, what was done, what shows it."""

    rag = forms.ChoiceField(required=False, label="How is it going?", widget=forms.RadioSelect)
    note = long_text(3, label="What has been done since the last update?")
    evidence = EvidenceField(
        required=False,
        label="Evidence",
        help_text="Files that show it, up to 60 MB each. Choose several at once if you have several.",
    )
    done = forms.BooleanField(required=False, label="It is done: the board can check it")

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = action.board.legend.get(action.rag)
        same = f"No change: still {now.label.lower()}" if now else "Not said yet"
        self.fields["rag"].choices = [*choices(action.board.rag_legend), ("", same)]  # type: ignore[attr-defined]


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
