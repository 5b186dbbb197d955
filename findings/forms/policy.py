"""Forms of the register of policies."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import Policy, PolicyAsk, PolicyChange, Recommendation
from findings.models.audience import Channel, Level
from reviews.models import Board
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text, radios


class PolicyForm(RecordForm):
    """What the register says of a policy."""

    title = forms.CharField(max_length=200, label="Title of the policy or procedure")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Whose it is", empty_label="The board itself"
    )
    edition = forms.CharField(
        max_length=40, required=False, label="Version that stands", help_text="For example, 3.1",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    review_on = DayField(required=False, label="Due for review on")

    def __init__(self, *args: Any, board: Board, record: Policy | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(board=board, active=True)  # type: ignore[attr-defined]


class ReviewForm(GovukForm):
    """That a policy was looked at, and when it is due again."""

    reviewed_on = PastDay(label="Looked at on", early="That day has not come yet: record it when it was looked at.")
    review_on = DayField(label="Due again on")


class PolicyAskForm(GovukForm):
    """The policy that a recommendation asks to be changed."""

    policy: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Which policy does it ask to be changed?", empty_label="Choose a policy"
    )

    def __init__(self, *args: Any, recommendation: Recommendation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = recommendation.policy_asks.values("policy")
        found: Any = self.fields["policy"]
        found.queryset = Policy.objects.filter(board=recommendation.review.board_id).exclude(pk__in=named)
        found.queryset = found.queryset.select_related("agency", "board")
        found.label_from_instance = lambda each: f"{each.title} ({each.owner})"


class PolicyChangeForm(RecordForm):
    """One clause before and after, and who approved it."""

    in_parts = (
        ("What was changed", ("clause", "before", "after", "edition_before", "edition_after")),
        ("Why, and at whose word", ("asks", "approved_by", "approved_on")),
    )

    clause = forms.CharField(max_length=120, label="Clause", help_text="For example, 4.2 Passing on a concern")
    before = long_text(
        6, required=False, label="Its words before", help_text="Leave it empty for a clause that is new. Name nobody of the case."
    )  # fmt: skip
    after = long_text(
        6, required=False, label="Its words after", help_text="Leave it empty for a clause that was taken out."
    )
    edition_before = forms.CharField(
        max_length=40, required=False, label="Version before",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    edition_after = forms.CharField(
        max_length=40, label="Version after", widget=forms.TextInput(attrs={"class": "govuk-input--width-10"})
    )
    asks: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Recommendations that it answers", widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    approved_by = forms.CharField(
        max_length=160, required=False, label="Approved by", help_text="A person or a meeting. Empty while it waits for approval."
    )  # fmt: skip
    approved_on = PastDay(
        required=False, label="Approved on", early="That day has not come yet: leave it empty until it is approved."
    )

    def __init__(
        self, *args: Any, user: Any, policy: Policy, record: PolicyChange | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"edition_before": policy.edition} if record is None else {"asks": record.asks.all()}
        super().__init__(*args, record=record, **kwargs)
        found: Any = self.fields["asks"]
        found.queryset = (
            PolicyAsk.objects.visible_to(user).filter(policy=policy).select_related("recommendation__review")
        )
        found.label_from_instance = lambda each: f"{each.review.ref}, {each.recommendation}: {each.recommendation.text}"
        if not found.queryset.exists():
            found.help_text = "No recommendation names this policy."


class ToldForm(GovukForm):
    """Which staff were told of a change."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    level = radios(Level.choices, label="Who in that agency")
    channel = forms.ChoiceField(choices=Channel.choices, label="By which way")
    told_on = PastDay(label="Told on", early="That day has not come yet: record it when they have been told.")

    def __init__(self, *args: Any, user: Any, change: PolicyChange, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Agency.objects.filter(board=change.policy.board_id, active=True)
        own = change.policy.belongs_to(user)  # An agency records whom it told among its own.
        self.fields["agency"].queryset = known.filter(pk=user.agency_id) if own else known  # type: ignore[attr-defined]
