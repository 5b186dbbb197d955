"""Forms of the round of factual accuracy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from agencies.models import Request
from findings.models import AccuracyComment, AccuracyInvitation
from findings.passages import Paragraph
from reviews.models import Review
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios


class RoundForm(GovukForm):
    """Which agencies are asked, and by when."""

    requests: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, label="Agencies that check their passages", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency."},
    )  # fmt: skip
    due_on = DayField(label="They answer by")
    note = long_text(3, required=False, label="What they should know", help_text="They read it above their passages.")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = Request.objects.filter(review=review).select_related("agency").order_by("agency__name")
        field: Any = self.fields["requests"]
        field.queryset = asked
        field.label_from_instance = lambda request: request.agency.label


class PassagesForm(RecordForm):
    """Which paragraphs of the draft one agency will see."""

    passage = forms.MultipleChoiceField(
        required=False,
        label="Paragraphs of the draft",
        error_messages={
            "invalid_choice": "A paragraph that you ticked is no longer in the draft: look at the ticks again."
        },
    )

    def __init__(self, *args: Any, record: AccuracyInvitation, paragraphs: Iterable[Paragraph], **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        choices = [(each.key, f"{each.title}, paragraph {each.number}") for each in paragraphs]
        self.fields["passage"].choices = choices  # type: ignore[attr-defined]
        self.initial.update(self.as_it_stands(record))

    def as_it_stands(self, record: AccuracyInvitation) -> dict[str, Any]:
        """The paragraphs that are chosen, of those that the draft still has."""
        chosen = {f"{section}-{number}" for section, number in record.chosen}
        return {"passage": [key for key, _ in self.fields["passage"].choices if key in chosen]}  # type: ignore[attr-defined]


class CommentForm(GovukForm):
    """What is wrong with a passage."""

    kind = radios(AccuracyComment.Kind.choices, label="What is it about?")
    text = long_text(5, label="What is wrong, and what would be right?")
    evidence = long_text(
        2, required=False, label="Where is that recorded?", help_text="Such as the record, its date and who wrote it."
    )


class DecisionForm(RecordForm):
    """What becomes of a comment."""

    decision = radios(AccuracyComment.Decision.choices, label="Your decision")
    reason = long_text(4, label="Reason", help_text="The agency reads it. If it disputes it, it stands in the report.")
