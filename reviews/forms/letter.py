"""Letters and the board's letterhead."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.forms.record import PastDay
from reviews.models import Letter, Review
from scr_portal.lib.forms import GovukForm, RecordForm, long_text, radios


class LetterForm(GovukForm):
    """Which letter, and to whom."""

    key = forms.ChoiceField(label="Which letter")
    recipient = forms.CharField(
        max_length=160, label="To whom", help_text="The name or office that the letter begins with."
    )
    address = long_text(3, required=False, label="Address")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="Not to an agency"
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = [(each.key, f"{each.label} (to: {each.to})") for each in review.rules.letters]  # type: ignore[attr-defined]
        self.fields["agency"].queryset = review.board.agencies.filter(active=True)  # type: ignore[attr-defined]


class DraftForm(RecordForm):
    """The words of a draft."""

    recipient = forms.CharField(max_length=160, label="To whom")
    address = long_text(3, required=False, label="Address")
    subject = forms.CharField(max_length=300, label="What it is about")
    text = long_text(
        18,
        label="The letter",
        help_text="What is in square brackets is not known to the portal: fill it in or take it out.",
    )


class SendForm(RecordForm):
    """When it went, and by what way; of the letter as it was read."""

    way = radios(Letter.Way.choices, label="By what way was it sent?")
    sent_on = PastDay(label="When?")
    told = long_text(
        4,
        required=False,
        label="What was said beside the letter",
        help_text="What the family or others were told, and what they said.",
    )


class LetterheadForm(GovukForm):
    """A Word document of the board's own."""

    file = forms.FileField(label="Word document (.docx)", widget=forms.FileInput(attrs={"accept": ".docx"}))
