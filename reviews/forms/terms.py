"""Agencies in the terms, and the signature under a version of them."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.models import Review, TermsSignature
from scr_portal.lib.forms import GovukForm, RecordForm, long_text, radios

ASKED = "What it is asked"
SUCH_AS = "Such as a chronology from 2018, its report on lines 1 and 3, two practitioners for the learning event."


class ParticipationForm(GovukForm):
    """An agency that takes part, and what it is asked to bring."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    asked = long_text(4, label=ASKED, help_text=SUCH_AS)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = review.participations.filter(removed=False).values("agency")
        self.fields["agency"].queryset = review.board.agencies.filter(active=True).exclude(pk__in=named)  # type: ignore[attr-defined]


class ParticipationChangeForm(RecordForm):
    """What an agency is asked; or out of the terms with it."""

    asked = long_text(4, label=ASKED, help_text=SUCH_AS)
    removed = forms.BooleanField(required=False, label="Take this agency out of the terms")


class SignForm(GovukForm):
    """A partner's or panel member's word on a version of the terms."""

    answer = radios(TermsSignature.Answer.choices, label="Do you agree with these terms?")
    on_behalf_of = forms.CharField(max_length=160, label="On behalf of", help_text="Your agency or partner.")
    note = long_text(
        3, required=False, label="Note", help_text="Needed if you do not agree: what would have to change?"
    )
