"""More time: what the agency asks, what the board answers."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from agencies.models import Extension
from scr_portal.lib.forms import DayField, GovukForm, long_text, radios


class ExtensionForm(GovukForm):
    """What an agency asks for."""

    until = DayField(label="Until when?")
    reason = long_text(3, label="Why is more time needed?", help_text="Leave out names.")


class AnswerForm(GovukForm):
    """What the board says to it."""

    given = radios(Extension.Answer.choices, label="Your answer")
    until = DayField(required=False, label="The other date", help_text="Only where you give another date.")
    reason = long_text(3, required=False, label="Reason", help_text="The agency reads it. Needed unless you grant it.")

    def clean(self) -> dict[str, Any]:
        """Another date is given and to come; what is not granted has a reason."""
        cleaned = super().clean()
        given, until = cleaned.get("given"), cleaned.get("until")
        if given == Extension.Answer.OTHER and "until" not in self.errors and not until:
            self.add_error("until", "Enter the date that you give them.")
        if given == Extension.Answer.OTHER and until and until < timezone.localdate():
            self.add_error("until", "That day is in the past: enter a day to come.")
        if given in {Extension.Answer.OTHER, Extension.Answer.REFUSED} and not cleaned.get("reason"):
            self.add_error("reason", "Say why, in a sentence: the agency has asked for something else.")
        return cleaned
