"""Actions, reports of progress, and impact."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone

from agencies.forms.upload import FilesField
from findings.models import Action, Impact, Recommendation
from reviews.legend import choices
from reviews.models import Board, Membership
from reviews.policy import rule
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text, radios
from scr_portal.lib.uploads import runs


def reporting(agencies: Any) -> Any:
    """The people who may report on what one of `agencies` does: the agency's leads and its owners of actions."""
    held = Membership.objects.active().filter(role__in=rule("action.update").own, user__agency__in=agencies)
    people = get_user_model().objects.filter(pk__in=held.values("user"), is_active=True)
    return people.select_related("agency").order_by("agency__name", "name")


class People(forms.Form):
    """Who answers for an action: the fields that both its forms share."""

    owner: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Owner",
        empty_label="Nobody named yet",
        help_text="Who signs in and reports: a person of that agency. They are told by e-mail.",
    )
    lead_person = forms.CharField(
        required=False, max_length=160, label="Lead person", help_text="Who does the work: name and post."
    )
    sponsor = forms.CharField(
        required=False,
        max_length=160,
        label="Executive sponsor",
        help_text="Who vouches for it at the top of the agency: name and post. The board’s reports are sorted by it.",
        widget=forms.TextInput(attrs={"list": "sponsors"}),
    )
    start_on = DayField(required=False, label="Start")

    def offer(self, board: Board, agencies: Any) -> None:
        """Fill the choices: the people of the agencies, and the sponsors that the board's actions name already."""
        self.fields["owner"].queryset = reporting(agencies)  # type: ignore[attr-defined]
        self.fields["owner"].label_from_instance = lambda user: f"{user} ({user.agency.label})"  # type: ignore[attr-defined]
        named = Action.objects.filter(recommendation__review__board=board).exclude(sponsor="")
        self.sponsors = sorted(set(named.order_by().values_list("sponsor", flat=True)))

    def clean_sponsor(self) -> str:
        """As the board's other actions write it, whatever the capitals and spaces: reports are sorted by it."""
        said = " ".join(self.cleaned_data["sponsor"].split())
        return next((each for each in self.sponsors if each.casefold() == said.casefold()), said)


class ActionForm(People, GovukForm):
    """What one agency does, and by when."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    text = long_text(3, label="What will be done")
    target_on = DayField(label="Target date")

    field_order = ("agency", "text", "owner", "lead_person", "sponsor", "start_on", "target_on")

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        addressed = recommendation.agencies.all()
        self.fields["agency"].queryset = addressed  # type: ignore[attr-defined]
        self.offer(recommendation.review.board, addressed)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        owner, agency = cleaned.get("owner"), cleaned.get("agency")
        if owner and agency and owner.agency_id != agency.pk:
            self.add_error("owner", "The owner has to work for the agency that acts: choose one of its people.")
        start, target = cleaned.get("start_on"), cleaned.get("target_on")
        if start and target and start > target:
            self.add_error("start_on", "It would start after its target: check both days.")
        return cleaned


class EditForm(People, RecordForm):
    """Who answers for an action and when it starts; for the board, also what is to be done."""

    text = long_text(3, label="What will be done")

    field_order = ("text", "owner", "lead_person", "sponsor", "start_on")

    def __init__(self, *args: Any, record: Action, may_set: bool, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.action = record
        self.offer(record.board, [record.agency_id])
        if not may_set:
            del self.fields["text"]

    def clean_start_on(self) -> date | None:
        """A day before the target."""
        start: date | None = self.cleaned_data["start_on"]
        if start and start > self.action.target_on:
            raise forms.ValidationError("It would start after its target: check the day, or ask for another target.")
        return start


class TargetForm(GovukForm):
    """Another target, and why."""

    to_on = DayField(label="New target date")
    reason = long_text(3, label="Why is it moved?")


class AssureForm(GovukForm):
    """What satisfied the board, and when it will be seen whether it made a difference."""

    note = long_text(3, label="What satisfied you that it was done?", help_text="Which evidence you read or saw.")
    retest_on = DayField(
        required=False,
        label="Test its impact on",
        help_text="That day it comes back in “your work”, and you are reminded. For example, 27/3/2027",
    )

    def clean_retest_on(self) -> date | None:
        """A day to come."""
        return to_come(self.cleaned_data["retest_on"])


def to_come(day: date | None) -> date | None:
    """The day of a test that is planned, or the form's sentence where it lies in the past."""
    if day and day <= timezone.localdate():
        raise forms.ValidationError(
            "Choose a day that is still to come: what was tested already is recorded as impact."
        )
    return day


class EvidenceField(FilesField):
    """Files that show what was done: none, one or several; none of them one that runs when it is opened."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, each of them one that can be kept."""
        files = [file for file in super().clean(data, initial) if file]
        for file in files:
            if runs(file):
                said = f"“{file.name}” is a program or a web page: send what it shows as PDF, Word or a picture."
                raise forms.ValidationError(said)
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
    tested_on = PastDay(
        label="Tested on", early="That day has not come yet: record the result when it has been tested."
    )
    retest_on = DayField(
        required=False,
        label="Test it again on",
        help_text="Whether it lasted. That day it comes back in “your work”. For example, 27/3/2027",
    )

    def clean_retest_on(self) -> date | None:
        """A day to come."""
        return to_come(self.cleaned_data["retest_on"])

    @property
    def values(self) -> dict[str, Any]:
        """The result, without the day of the next test."""
        return {name: value for name, value in self.cleaned_data.items() if name != "retest_on"}
