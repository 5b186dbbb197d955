"""Forms of what is sent to national bodies."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Response
from scr_portal.lib.forms import GovukForm, PastDay, RecordForm, long_text, radios

EARLY = "That day has not come yet: record it when it has been done."


class SendForm(GovukForm):
    """To which body, why, and when."""

    body = radios([], label="To which body")
    other = forms.CharField(
        required=False, max_length=160, label="Another body", help_text="Where it is none of these: its name."
    )
    why = long_text(3, label="Why it cannot be met here", help_text="Name nobody of the case.")
    sent_on = PastDay(label="Sent on", early=EARLY)
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

    written_on = PastDay(label="You wrote again on", early=EARLY)


class AnswerForm(RecordForm):
    """What the body answered."""

    outcome = radios(Response.Answer.choices, label="What it says", help_text="An acknowledgement is no answer yet.")
    answer = long_text(5, label="Its answer", help_text="What it will do and by when, or why it will not.")
    answered_on = PastDay(label="Answered on", early=EARLY)
