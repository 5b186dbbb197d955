"""Forms of the report."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import AnonymityDecision
from scr_portal.lib.forms import GovukForm, long_text, radios


class LeftoverForm(GovukForm):
    """What stands for one leftover."""

    choice = radios(AnonymityDecision.Choice.choices, label="What should happen with these words?")
    replacement = forms.CharField(max_length=200, required=False, label="Put in their place")
    everywhere = forms.BooleanField(required=False, label="Decide the same wherever these words stand undecided")
    reason = forms.CharField(required=False, label="Reason", help_text="Needed when the words stay as they are.")

    def __init__(self, *args: Any, candidates: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if candidates:
            self.fields["replacement"].help_text = f"It may be {' or '.join(candidates)}."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("choice") == AnonymityDecision.Choice.REPLACE and not cleaned.get("replacement"):
            self.add_error("replacement", "Say what should stand in its place.")
        if cleaned.get("choice") == AnonymityDecision.Choice.KEEP and not cleaned.get("reason"):
            self.add_error("reason", "Say why these words identify nobody.")
        return cleaned


class ReadingForm(GovukForm):
    """A reader's signature, or what has to change first."""

    accepted = forms.TypedChoiceField(
        choices=[
            ("yes", "I have read all of it, and nobody can be found in it"),
            ("no", "Something has to change first"),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        label="What do you say?",
    )
    note = long_text(3, required=False, label="Note", help_text="Needed if something has to change.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("accepted") is False and not cleaned.get("note"):
            self.add_error("note", "Say what has to change before you can sign.")
        return cleaned
