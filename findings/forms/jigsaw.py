"""The form of a judgement about a detail that identifies together with others."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import AnonymityDecision
from scr_portal.lib.forms import GovukForm, long_text, radios

REMOVE = "remove"


class JudgementForm(GovukForm):
    """What becomes of one detail, wherever it stands."""

    choice = radios(
        [
            ("keep", "Keep it, because the learning needs it or it identifies nobody"),
            ("replace", "Put it in other words that tell less"),
            (REMOVE, "Take it out"),
        ],
        label="What should happen with it?",
    )
    replacement = forms.CharField(max_length=200, required=False, label="Other words")
    reason = long_text(2, required=False, label="Reason", help_text="Needed when it stays.")

    def __init__(self, *args: Any, blur: str = "", pronouns: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if blur:
            self.fields["replacement"].help_text = f"Such as: {blur}. They stand exactly where the marked words stand."
        if pronouns:
            self.fields["choice"].choices = [self.fields["choice"].choices[0]]  # type: ignore[attr-defined]
            self.fields["choice"].initial = AnonymityDecision.Choice.KEEP
            del self.fields["replacement"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choice = cleaned.get("choice")
        if choice == AnonymityDecision.Choice.KEEP and not cleaned.get("reason"):
            self.add_error("reason", "Say why this may stay.")
        if choice == AnonymityDecision.Choice.REPLACE and not cleaned.get("replacement"):
            self.add_error("replacement", "Say which words should stand there instead.")
        return cleaned

    @property
    def judgement(self) -> dict[str, str]:
        """What the verb wants: taken out is put in no other words."""
        kept = self.cleaned_data["choice"] == AnonymityDecision.Choice.KEEP
        other = self.cleaned_data.get("replacement", "") if self.cleaned_data["choice"] == "replace" else ""
        choice = AnonymityDecision.Choice.KEEP if kept else AnonymityDecision.Choice.REPLACE
        return {"choice": choice, "replacement": other, "reason": self.cleaned_data["reason"]}
