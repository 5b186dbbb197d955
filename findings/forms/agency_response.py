"""Asking agencies for their answers, answering, and judging an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from findings.models import AgencyResponse, Response
from findings.models.agency_response import OF_AN_ANSWER, OF_SILENCE, STANDINGS, Verdict
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios

WHY = "Say why your agency does not accept it in full: the board has to give the reason in its report."
# What each class means, so that two boards use it alike.
MEANS = {
    Verdict.ACCEPTABLE: "what it will do meets the recommendation",
    Verdict.ALTERNATIVE: "it does something else that meets the same need",
    Verdict.EXCEEDS: "it does more than was asked",
    Verdict.UNACCEPTABLE: "what it will do does not meet the need",
    Verdict.NONE_RECEIVED: "the day has passed without an answer",
    Verdict.SUPERSEDED: "another recommendation, or a change in the law, has taken its place",
}


class AskForm(GovukForm):
    """The day by which agencies answer."""

    due_on = DayField(label="They answer by")


class AgencyResponseForm(RecordForm):
    """The answer of one agency."""

    answer = radios(Response.Answer.choices, label="Your agency’s answer")
    undertaking = long_text(
        4,
        required=False,
        label="What your agency will do",
        help_text="Also where it does something else that meets the same need. Name nobody of the case.",
    )
    reason = long_text(
        4,
        required=False,
        label="Reason",
        help_text="Needed where it is not accepted, or only in part: the law asks the board for the reason.",
    )

    def __init__(self, *args: Any, record: AgencyResponse | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **({} if record else {"initial": {"seen_version": 0}}), **kwargs)

    def clean(self) -> dict[str, Any]:
        """A reason where there has to be one."""
        cleaned = super().clean()
        refused = (Response.Answer.IN_PART, Response.Answer.NOT_ACCEPTED)
        if cleaned.get("answer") in refused and not cleaned.get("reason"):
            self.add_error("reason", WHY)
        return cleaned


class JudgementForm(GovukForm):
    """The board's judgement: the classes that fit what came, or that nothing came."""

    verdict = radios([], label="The board’s judgement")
    reason = long_text(4, label="Reason", help_text="The agency reads it.")

    def __init__(self, *args: Any, response: AgencyResponse, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = OF_AN_ANSWER if response.answers else OF_SILENCE
        self.fields["verdict"].choices = [(each.value, f"{each.label}: {MEANS[each]}") for each in fitting]  # type: ignore[attr-defined]
        if not response.answers and response.due_on and response.due_on < timezone.localdate():
            self.initial["verdict"] = Verdict.NONE_RECEIVED


class StandingFilterForm(GovukForm):
    """Which answers to show."""

    standing = forms.ChoiceField(required=False, label="Show")
    agency = forms.ChoiceField(required=False, label="Agency")

    def __init__(self, *args: Any, counts: dict[str, int], agencies: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [(key, f"{label} ({counts[key]})") for key, label in STANDINGS.items()]
        self.fields["standing"].choices = [("", f"All ({sum(counts.values())})"), *said]  # type: ignore[attr-defined]
        self.fields["agency"].choices = [("", "All agencies"), *agencies]  # type: ignore[attr-defined]
