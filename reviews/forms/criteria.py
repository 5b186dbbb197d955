"""One criterion answered with its reason, and the decision."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.models import CriterionAnswer, Decision, Review
from reviews.regimes import RuleSet
from scr_portal.lib.forms import GovukForm, RecordForm, long_text, radios


class CriterionForm(RecordForm):
    """Met, not met or not yet known; each answer has its own reason."""

    answer = radios(CriterionAnswer.Answer.choices, label="Is it met?")
    reason = long_text(5, label="Reason")
    evidence = long_text(
        3, required=False, label="Evidence", help_text="What this rests on: records, returns, what was said."
    )


class RecommendationToChairForm(GovukForm):
    """What is recommended to the chair."""

    meeting: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Which meeting recommends it?",
        empty_label="No meeting: this is my own recommendation",
        help_text="Meetings whose minutes are closed. The meeting must have been quorate.",
    )
    recommended_outcome = radios((), label="What is recommended?")
    recommendation = long_text(6, label="Reasons for the recommendation")
    equality = long_text(3, label="How race, culture and protected characteristics were considered")
    abuse_types = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, required=False, label="Types of abuse and neglect that were considered"
    )
    dissent = long_text(3, required=False, label="Dissent", help_text="Who did not agree, and why.")
    delay_reason = long_text(
        2, required=False, label="Reason for delay", help_text="Why this comes later than it should, if it does."
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules, meetings = review.rules, review.meetings.filter(finished_on__isnull=False)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["recommended_outcome"].choices = outcomes(rules)  # type: ignore[attr-defined]
        self.fields["abuse_types"].choices = [(each, each) for each in rules.abuse_types]  # type: ignore[attr-defined]


class DecisionForm(GovukForm):
    """What the chair decides: agreeing with the recommendation, or departing from it, and why."""

    outcome = radios((), label="Decision")
    agreement = radios(Decision.Agreement.choices, label="And the recommendation?")
    rationale = long_text(
        6,
        label="Reasons for the decision",
        help_text="These stand in the record as you write them and cannot be changed later.",
    )
    confirm = forms.BooleanField(label="I have read the criteria, the recommendation and any dissent")

    def __init__(self, *args: Any, rules: RuleSet, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision = decision
        self.fields["outcome"].choices = outcomes(rules)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        departs = cleaned.get("agreement") == Decision.Agreement.DEPARTS
        same = cleaned.get("outcome") == self.decision.recommended_outcome
        if cleaned.get("outcome") and cleaned.get("agreement") and departs == same:
            self.add_error(
                "agreement",
                "This does not fit your decision: choose “Departs” only where it differs from what was recommended.",
            )
        return cleaned


def outcomes(rules: RuleSet) -> list[tuple[str, str]]:
    """The outcomes that the rule set knows."""
    return [(outcome.code, outcome.label) for outcome in rules.outcomes]
