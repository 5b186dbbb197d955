"""What a board offers another, and what the other answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from reviews.models import Board, Review, Sharing
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios


class OfferForm(GovukForm):
    """What is offered, to which boards, until when, and why."""

    what = radios(
        [
            ("learning", "Learning, both ways: what was released of it, and what became of recommendations"),
            ("review", "One review, for people of the other board to read"),
        ],
        label="What do you offer?",
    )
    review: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Which review", empty_label="Choose one", help_text="Only for a review."
    )
    to_boards: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="To which boards?", widget=forms.CheckboxSelectMultiple
    )
    until = DayField(
        required=False, label="Until", help_text="The last day. A review needs one; learning may go on until one of you ends it."
    )  # fmt: skip
    why = long_text(3, label="Why?", help_text="The other board reads this: name nobody.")

    def __init__(self, *args: Any, board: Board, reviews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review"].queryset = reviews  # type: ignore[attr-defined]
        self.fields["to_boards"].queryset = Board.objects.exclude(pk=board.pk)  # type: ignore[attr-defined]

    def clean_until(self) -> Any:
        """A day to come."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError("That day is in the past: enter the last day on which it is shared.")
        return until

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("what") == "review":
            if not cleaned.get("review") and "review" not in self.errors:
                self.add_error("review", "Choose the review that you give to read.")
            if not cleaned.get("until") and "until" not in self.errors:
                self.add_error("until", "Enter the last day on which the other board reads it.")
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        """What the verb takes."""
        found = {name: self.cleaned_data[name] for name in ("to_boards", "until", "why")}
        review: Review | None = self.cleaned_data["review"] if self.cleaned_data["what"] == "review" else None
        return {**found, "review": review}


def readers_field() -> forms.ModelMultipleChoiceField:
    """Who of the board reads a review of another; a form says among whom."""
    return forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Who of your board reads it?", widget=forms.CheckboxSelectMultiple,
        help_text="Only they will. Their access ends with the sharing, and with their own role on your board.",
    )  # fmt: skip


class ReadersForm(RecordForm):
    """Who of the board reads a review of another."""

    readers = readers_field()

    def __init__(self, *args: Any, record: Sharing, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, record=record, initial={"readers": record.readers.all()}, **kwargs)
        self.fields["readers"].queryset = people  # type: ignore[attr-defined]


class AnswerOfferForm(GovukForm):
    """The answer to an offer."""

    answer = radios([("accept", "Accept it"), ("decline", "Decline it")], label="Your board’s answer")
    readers = readers_field()
    why = long_text(3, required=False, label="Why do you decline it?", help_text="Only if you decline. The other board reads this: name nobody.")  # fmt: skip

    def __init__(self, *args: Any, people: Any, of_review: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = people  # type: ignore[attr-defined]
        if not of_review:
            del self.fields["readers"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") == "decline" and not cleaned.get("why"):
            self.add_error("why", "Say why you decline it.")
        return cleaned
