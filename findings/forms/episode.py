"""Naming a period of the chronology, and marking several of its entries at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from findings.forms.chronology import MarkForm
from findings.models import Episode, Theme
from reviews.models import Review
from scr_portal.lib.forms import DayField, RecordForm, long_text, radios


class EpisodeForm(RecordForm):
    """A period: its name, what it is, its first and last day."""

    title = forms.CharField(
        max_length=120, label="Name", help_text="Such as “The first report of bruises”. Name nobody."
    )
    kind = radios(Episode.Kind.choices, label="What it is", initial=Episode.Kind.KEY_EPISODE)
    first = DayField(label="From")
    last = DayField(label="To", help_text="")
    theme = forms.ModelChoiceField(queryset=Theme.objects.none(), required=False, label="Theme", empty_label="None")
    note = long_text(4, required=False, label="What you saw in it")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = Theme.objects.filter(board=review.board, active=True)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("first") and cleaned.get("last") and cleaned["last"] < cleaned["first"]:
            self.add_error("last", "The last day is before the first: change one of them.")
        return cleaned


class MarkSeveralForm(MarkForm):
    """One mark for several entries."""

    entries = forms.TypedMultipleChoiceField(
        coerce=int, required=True, label="Entries", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick the entries to mark."},
    )  # fmt: skip

    def __init__(self, *args: Any, offered: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].choices = [(key, str(key)) for key in offered]  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        """The mark, without the entries."""
        return {name: value for name, value in self.cleaned_data.items() if name != "entries"}
