"""What stands beside a decision: signing the record, challenges, legal advice."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.models import Challenge, Review
from scr_portal.lib.forms import GovukForm, PastDay, long_text, radios


class SignForm(GovukForm):
    """Sign the record of a decision for the first time."""

    confirm = forms.BooleanField(label="I have read this record, and it says what was decided and why")


class CorrectionForm(SignForm):
    """Sign a later version, beside the earlier one."""

    correction = long_text(4, label="What do you correct or add?", help_text="It stands at the end of the new version. The signed version stays as it is.")  # fmt: skip
    why = long_text(2, label="Why?")
    field_order = ("correction", "why", "confirm")


class ChallengeForm(GovukForm):
    """Who holds that the decision is wrong, or refers the same case again."""

    kind = radios(Challenge.Kind.choices, label="What has come in?")
    from_whom = forms.CharField(max_length=160, label="Who from")
    received_on = PastDay(label="When did it arrive?")
    why = long_text(5, label="What do they say?")
    referral: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="The new referral", empty_label="None in the portal"
    )

    def __init__(self, *args: Any, review: Review, referrals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["referral"].queryset = referrals.filter(board=review.board).exclude(review=review)  # type: ignore[attr-defined]


class AnswerForm(GovukForm):
    """The chair's answer to a challenge."""

    answer = radios(Challenge.Answer.choices, label="What is your answer?")
    answer_reason = long_text(5, label="Reasons", help_text="These are what the person who wrote will be told.")


class AdviceForm(GovukForm):
    """Legal advice as it was given."""

    given_by = forms.CharField(max_length=160, label="Who gave it")
    given_on = PastDay(label="When")
    question = long_text(3, label="What was asked")
    advice = long_text(8, label="The advice")
