"""How long records are kept, what holds a case, and what is decided when its time has come."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone

from reviews.models import Disposal, LegalHold
from reviews.regimes.retention import schedule
from scr_portal.lib.forms import DayField, GovukForm, PastDay, long_text, radios

LONGEST = 150


class PeriodForm(GovukForm):
    """The board's own period of one line of the schedule."""

    line = forms.ChoiceField(label="Which kind of record")
    kept = radios([("years", "A number of years"), ("good", "For good")], label="How long does your board keep it?")
    years = forms.IntegerField(
        min_value=0, max_value=LONGEST, required=False, label="Years", help_text="Only for a number of years."
    )
    reason = long_text(
        3,
        label="Why does it differ?",
        help_text="Name your own schedule, and who adopted it. Longer or shorter: both need it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [(line.key, line.label) for line in schedule().lines if line.scope != "within"]
        cast(forms.ChoiceField, self.fields["line"]).choices = [("", "Choose one"), *own]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kept") == "good":
            cleaned["years"] = None
        elif cleaned.get("kept") == "years" and cleaned.get("years") is None and "years" not in self.errors:
            self.add_error("years", "Enter how many years.")
        return cleaned


class LegalHoldForm(GovukForm):
    """Why nothing may be destroyed, since when, and when that is looked at again."""

    kind = radios(LegalHold.Kind.choices, label="What is the hold for?")
    why = long_text(3, label="Who asked for it, and why?")
    since = PastDay(label="Since")
    look_again_on = DayField(
        label="Look at it again on", help_text="The hold does not end on that day: it stands until somebody lifts it."
    )

    def clean_look_again_on(self) -> Any:
        """A day to come."""
        day = self.cleaned_data["look_again_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError("That day is not to come: say when it is looked at again.")
        return day


class KeepForm(GovukForm):
    """Until when, and why."""

    until = DayField(label="Keep it until", help_text="From that day on it is on the list again.")
    reason = long_text(3, label="Why is it still needed?")


class ProposeForm(GovukForm):
    """Why a case is destroyed, and what of it stays."""

    reason = long_text(
        3, label="Why is it to be destroyed?", help_text="This stays on the certificate for good: name nobody."
    )
    library = radios(
        [("keep", "It stays in the library: it is public"), ("destroy", "It is destroyed as well")],
        label="What becomes of what was published?",
        initial="keep",
    )
    confirm = forms.BooleanField(label="I have looked at the list of what goes, and nothing of it is needed any more")


class DisposalForm(GovukForm):
    """What is decided about a record of no case whose time has come."""

    choice = radios(Disposal.Choice.choices, label="What is decided?")
    until = DayField(required=False, label="Keep it until", help_text="Only to keep it longer. From that day on it is on the list again.")  # fmt: skip
    reason = long_text(
        3, label="Why?", help_text="To destroy it: this stays on the certificate for good, so name nobody."
    )
    confirm = forms.BooleanField(required=False, label="To destroy it: I have looked at what goes, and nothing of it is needed any more")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("choice") == Disposal.Choice.KEEP and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter until when it is kept.")
        if cleaned.get("choice") == Disposal.Choice.DESTROY and not cleaned.get("confirm"):
            self.add_error("confirm", "Look at what goes, and tick the box.")
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        """What the verb takes."""
        return {name: self.cleaned_data[name] for name in ("choice", "until", "reason")}


class AnswerForm(GovukForm):
    """The second person's answer to a proposal."""

    answer = radios(
        [("destroy", "Destroy it: this cannot be undone"), ("send_back", "Send the proposal back")], label="Your answer"
    )
    ref = forms.CharField(
        max_length=20,
        required=False,
        label="Its reference, to destroy it",
        help_text="So that no other case is destroyed by mistake.",
    )
    reason = long_text(3, required=False, label="Why do you send it back?", help_text="Only if you send it back.")

    def __init__(self, *args: Any, review_ref: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review_ref = review_ref

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") == "destroy" and cleaned.get("ref", "").strip().upper() != self.review_ref:
            self.add_error("ref", f"Type {self.review_ref}, so that no other case is destroyed by mistake.")
        if cleaned.get("answer") == "send_back" and not cleaned.get("reason"):
            self.add_error("reason", "Say why you send it back.")
        return cleaned
