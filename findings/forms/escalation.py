"""Forms of what is sent to national bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from findings.models import Response
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios


class PastDayField(DayField):
    """A day that has come."""

    def clean(self, value: Any) -> Any:
        """The day; raises ValidationError for one to come."""
        found: date | None = super().clean(value)
        if found and found > timezone.localdate():
            raise forms.ValidationError("That day has not come yet: record it when it has been done.")
        return found


class SendForm(GovukForm):
    """To which body, why, and when."""

    body = radios([], label="To which body")
    other = forms.CharField(
        required=False, max_length=160, label="Another body", help_text="Where it is none of these: its name."
    )
    why = long_text(3, label="Why it cannot be met here", help_text="Name nobody of the case.")
    sent_on = PastDayField(label="Sent on")
    reference = forms.CharField(required=False, max_length=80, label="Reference of the letter")

    def __init__(self, *args: Any, bodies: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [*((name, name) for name in bodies), ("other", "Another body")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The name of the body, wherever it was said."""
        cleaned = super().clean()
        other = cleaned.pop("other", "")
        if cleaned.get("body") == "other":
            cleaned["body"] = other
            if not other:
                self.add_error("other", "Write the name of the body.")
        return cleaned


class ChaseForm(GovukForm):
    """When the body was written to again."""

    written_on = PastDayField(label="You wrote again on")


class AnswerForm(RecordForm):
    """What the body answered."""

    outcome = radios(Response.Answer.choices, label="What it says", help_text="An acknowledgement is no answer yet.")
    answer = long_text(5, label="Its answer", help_text="What it will do and by when, or why it will not.")
    answered_on = PastDayField(label="Answered on")
