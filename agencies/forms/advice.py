"""What an agency answers to the advice about its return, and what its short forms mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from agencies.advice import Short
from agencies.models import Standing
from scr_portal.lib.forms import DayField, GovukForm, StampedForm, long_text

ORIGINS = {
    "file": "The meaning is from the glossary in your file.",
    "before": "The meaning is from an earlier return of your agency.",
}


class GlossaryForm(StampedForm):
    """A meaning for each abbreviation of the return; one that is left empty stays unexplained. `kept`: those that stand."""

    def __init__(self, *args: Any, shorts: Sequence[Short], kept: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, standing=kept, **kwargs)
        self.shorts = shorts
        for each in shorts:
            number = f"In {each.number} entr{'y' if each.number == 1 else 'ies'}." if each.number else "In no entry."
            self.fields[f"short-{each.short}"] = forms.CharField(
                label=each.short,
                help_text=f"{number} {ORIGINS.get(each.origin, '')}".strip(),
                initial=each.meaning,
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"class": "govuk-input"}),
            )

    def as_it_stands(self, standing: Mapping[str, str]) -> dict[str, Any]:
        """The meanings by their fields; nothing for an abbreviation that has none."""
        return {f"short-{each.short}": standing.get(each.short, "") for each in self.shorts}

    @property
    def meanings(self) -> dict[str, str]:
        """Abbreviation → meaning, as typed."""
        return {each.short: self.cleaned_data.get(f"short-{each.short}", "") for each in self.shorts}


class SilenceForm(GovukForm):
    """A period without contact, and why."""

    first = DayField(label="First day without contact")
    last = DayField(label="Last day without contact")
    why = long_text(
        3,
        max_length=400,
        label="Why was there no contact?",
        help_text="For example: the case was closed to us; the family lived elsewhere; our records were searched under both names.",
    )


class StandingForm(GovukForm):
    """One point of the advice that is let stand."""

    kind = forms.ChoiceField(choices=Standing.Kind.choices)
    about = forms.CharField(max_length=40)
    reason = forms.CharField(max_length=300, required=False)
