"""Letters and the board's letterhead."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from reviews import regimes
from reviews.models import Board, Letter, Person, Review
from scr_portal.lib.forms import GovukForm, PastDay, RecordForm, long_text, radios
from scr_portal.lib.uploads import UploadField

TO_FAMILY = "For a letter to the family: once it is sent, it stands on the contact record of each."


def family_of(review: Review) -> QuerySet[Person]:
    """The people of the register to whom a letter to the family can go."""
    return review.people.filter(kind=Person.Kind.PERSON).exclude(part=Person.Part.PROFESSIONAL)


class LetterForm(GovukForm):
    """Which letter, and to whom."""

    key = forms.ChoiceField(label="Which letter")
    recipient = forms.CharField(
        max_length=160, label="To whom", help_text="The name or office that the letter begins with."
    )
    people: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Which of the family is it to?", widget=forms.CheckboxSelectMultiple, help_text=TO_FAMILY
    )  # fmt: skip
    address = long_text(3, required=False, label="Address")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="Not to an agency"
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = [(each.key, f"{each.label} (to: {each.to})") for each in review.rules.letters]  # type: ignore[attr-defined]
        self.fields["agency"].queryset = review.board.agencies.filter(active=True)  # type: ignore[attr-defined]
        self.to = {each.key: each.to for each in review.rules.letters}
        self.fields["people"].queryset = family_of(review)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("people") and self.to.get(cleaned.get("key", "")) != "family":
            self.add_error("people", "Only a letter to the family goes to people of the register: leave them unticked.")
        return cleaned


class DraftForm(RecordForm):
    """The words of a draft."""

    recipient = forms.CharField(max_length=160, label="To whom")
    people: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Which of the family is it to?", widget=forms.CheckboxSelectMultiple, help_text=TO_FAMILY
    )  # fmt: skip
    address = long_text(3, required=False, label="Address")
    subject = forms.CharField(max_length=300, label="What it is about")
    text = long_text(
        18,
        label="The letter",
        help_text="What is in square brackets is not known to the portal: fill it in or take it out.",
    )

    def __init__(self, *args: Any, record: Letter, **kwargs: Any) -> None:
        super().__init__(*args, record=record, initial={"people": record.people.all()}, **kwargs)
        if record.to == "family":
            self.fields["people"].queryset = family_of(record.review)  # type: ignore[attr-defined]
        else:
            del self.fields["people"]


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

    letter = forms.ChoiceField(
        required=False,
        label="Which letters are written on it",
        help_text="One kind of letter can have a document of its own.",
    )
    file = UploadField(label="Word document (.docx)", widget=forms.FileInput(attrs={"accept": ".docx"}))

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].choices = [("", "All that have none of their own"), *labels(board).items()]  # type: ignore[attr-defined]


def labels(board: Board) -> dict[str, str]:
    """The letters of the rule sets that a board works under, by key: what each is called."""
    rules = [regimes.get(stamp) for stamp in board.regimes]
    return {each.key: each.label for known in reversed(rules) for each in known.letters}
