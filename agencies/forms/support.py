"""Who may be affected by a review, what they were offered, and where support is found."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from agencies.clinical_words import pointed_at
from agencies.models import Agency, SupportOffer
from reviews.models import Review
from scr_portal.lib.forms import GovukForm, PastDay, RecordForm, long_text, radios

NO_CLINICAL = "Nothing about anybody’s health: what was arranged, never why."


class WithoutClinicalContent(RecordForm):
    """A form whose short notes are looked through once for words about health. It points at them; saving again keeps them."""

    as_written = forms.CharField(widget=forms.HiddenInput, required=False)
    looked_through: tuple[str, ...] = ("note",)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        told = self.cleaned_data.pop("as_written", "")
        for name in self.looked_through:
            text = cleaned.get(name) or ""
            if (found := pointed_at(text)) and told != text:
                self.add_error(name, self.sentence(found))
                sent = cast(QueryDict, self.data).copy()
                sent[self.add_prefix("as_written")] = text
                self.data = sent
        return cleaned

    def sentence(self, found: list[str]) -> str:
        """What is said about the words that were found."""
        words = ", ".join(f"“{word}”" for word in found)
        says = "says" if len(found) == 1 else "say"
        return f"{words} {says} something about somebody’s health, which does not belong here: take it out, or save again to keep it."


class ProfessionalForm(RecordForm):
    """Somebody who may be affected."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    role_code = forms.CharField(
        max_length=40,
        label="Role code",
        help_text="Such as Health Visitor 1. No name is needed: use the code that the review uses, or one of your own.",
    )
    contact = forms.CharField(
        max_length=120,
        required=False,
        label="How to reach them",
        help_text="Only support leads read it. Leave it empty if you keep it elsewhere.",
    )
    wants_no_more = forms.BooleanField(required=False, label="They asked not to be offered support again")

    def __init__(self, *args: Any, review: Review, lead: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lead.agency_id or kwargs.get("record") is not None:
            del self.fields["agency"]
        else:
            self.fields["agency"].queryset = Agency.objects.filter(board=review.board_id, active=True)  # type: ignore[attr-defined]
        if kwargs.get("record") is None:
            del self.fields["wants_no_more"]


class OfferForm(WithoutClinicalContent):
    """One offer of support."""

    kind = radios(SupportOffer.Kind.choices, label="What was offered?")
    offered_on = PastDay(label="When was it offered?", initial=timezone.localdate)
    answer = radios([("", "No answer yet"), *SupportOffer.Answer.choices], required=False, label="What did they say?")
    answered_on = PastDay(
        required=False, label="When did they answer?", help_text="Leave it empty if it was on the same day."
    )
    contact_on = PastDay(required=False, label="Last contact about it", help_text="A day, if there was any.")
    note = forms.CharField(
        max_length=120, required=False, label="What was arranged", help_text=f"A few words. {NO_CLINICAL}"
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        offered, answered = cleaned.get("offered_on"), cleaned.get("answered_on")
        if not cleaned.get("answer"):
            cleaned["answered_on"] = None
        elif offered and not answered:
            cleaned["answered_on"] = offered
        if offered and answered and answered < offered:
            self.add_error("answered_on", "The answer is before the offer: check both days.")
        return cleaned


class AskForm(GovukForm):
    """Asking to be called about support."""

    reach = forms.CharField(
        max_length=120,
        required=False,
        label="How and when to reach you",
        help_text="Such as a telephone number and a time. You need not say why you ask.",
    )


class WordsForm(RecordForm):
    """Where support is found."""

    support_text = long_text(
        5,
        required=False,
        label="Where support is found",
        help_text="Names, telephone numbers and hours, as people will read them when they need them.",
    )
