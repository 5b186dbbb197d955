"""Recommendations and the board's response."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import Recommendation, Response
from findings.recommending import Draft
from reviews.models import Review
from scr_portal.lib.forms import RecordForm, long_text, radios


class RecommendationForm(RecordForm):
    """What should change, because of which findings, by whom, and how it will be known."""

    text = long_text(4, label="Recommendation", help_text="One change, in words that a person can be held to.")
    findings: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="It rests on", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one finding that this recommendation rests on."},
    )  # fmt: skip
    changes = forms.MultipleChoiceField(
        choices=Recommendation.Change.choices, required=False, label="What it should change",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    agencies: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="It is addressed to", widget=forms.CheckboxSelectMultiple,
        help_text="Each of them is asked for its answer.",
    )  # fmt: skip
    scope = radios(Recommendation.Scope.choices, label="Scope")
    beyond_gift = forms.BooleanField(
        required=False, label="Not in local gift",
        help_text="Somebody beyond this board has to act, such as a national body: it is sent there once the report is signed off.",
    )  # fmt: skip
    measure = long_text(2, required=False, label="How will we know that it has worked?")
    baseline = long_text(2, required=False, label="How do things stand today?")

    def __init__(self, *args: Any, review: Review, record: Recommendation | None = None, **kwargs: Any) -> None:
        self.review, self.record = review, record
        if record is not None:
            kept = {"findings": record.findings.all(), "agencies": record.agencies.all()}
            kwargs["initial"] = {**kept, **(kwargs.get("initial") or {})}
        super().__init__(*args, record=record, **kwargs)
        self.fields["findings"].queryset = review.findings.all()  # type: ignore[attr-defined]
        self.fields["agencies"].queryset = Agency.objects.filter(board=review.board, active=True)  # type: ignore[attr-defined]

    def looked_at(self) -> RecommendationForm:
        """The same words in a form that nobody has sent yet: what was typed stays, and nothing is called wrong."""
        typed = {name: self[name].value() for name in self.fields}
        return RecommendationForm(review=self.review, record=self.record, initial=typed)

    def draft(self) -> Draft:
        """What stands in the form, for advice on it."""
        said = {name: self[name].value() or "" for name in ("text", "scope", "measure", "baseline")}
        return Draft(
            findings=len(self["findings"].value() or ()), agencies=len(self["agencies"].value() or ()),
            changes=self["changes"].value() or (), beyond_gift=bool(self["beyond_gift"].value()),
            number=self.review.recommendations.count() + (self.record is None),
            advised=self.review.board.recommendations_advised, **said,
        )  # fmt: skip


class ResponseForm(RecordForm):
    """The board's answer."""

    answer = radios(Response.Answer.choices, label="The board’s response")
    reason = long_text(
        4,
        required=False,
        label="Reason",
        help_text="The law asks for it when a recommendation is not accepted, or only in part.",
    )

    def __init__(self, *args: Any, record: Response | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **({} if record else {"initial": {"seen_version": 0}}), **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") in {Response.Answer.IN_PART, Response.Answer.NOT_ACCEPTED} and not cleaned.get(
            "reason"
        ):
            self.add_error("reason", "Say why it is not accepted in full: the law asks for the reason.")
        return cleaned
