"""Forms of the plan of whom the learning reaches, and of what comes back."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import Audience, Edition, Product, TeamAnswer
from findings.models.audience import Channel, Level
from findings.product_text import lettered
from reviews.models import Review
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, dress, long_text, radios


class AudienceForm(RecordForm):
    """One line of the plan."""

    product: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="What", empty_label="Choose a product"
    )
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    level = radios(Level.choices, label="For whom in that agency")
    channel = forms.ChoiceField(choices=Channel.choices, label="By which way")
    expected = forms.IntegerField(
        min_value=1, max_value=100_000, required=False, label="How many people it should reach",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    planned_on = DayField(label="Planned for")
    answer_by = DayField(label="The team says by then how it used it")

    def __init__(self, *args: Any, review: Review, record: Audience | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        products: Any = self.fields["product"]
        products.queryset = Product.objects.filter(report__review=review).select_related("report__review")
        products.label_from_instance = Product.get_kind_display
        self.fields["agency"].queryset = Agency.objects.filter(board=review.board_id, active=True)  # type: ignore[attr-defined]


class TeamAnswerForm(RecordForm):
    """Two minutes: how a team used the learning."""

    used_on = PastDay(
        label="When did your team use it?", early="That day has not come yet: answer when your team has used it."
    )
    channel = forms.ChoiceField(choices=Channel.choices, label="In which way?")
    reached = forms.IntegerField(
        min_value=1, max_value=100_000, label="How many people took part?",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    different = long_text(
        3, label="What will your team do differently?", help_text="One or two sentences. Name nobody, of the case or of your staff."
    )  # fmt: skip

    def __init__(self, *args: Any, record: TeamAnswer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)


class ReceiptForm(GovukForm):
    """That somebody has read it, at which level they work, and the product's own questions."""

    level = radios(Level.choices, label="At which level do you work?")

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = [f"question-{number}" for number, _ in enumerate(edition.quiz)]
        for name, question in zip(self.asked, edition.quiz, strict=True):
            choices = [(str(place), answer) for place, (_, answer) in enumerate(lettered(question))]
            self.fields[name] = radios(choices, required=False, label=question["question"])
            dress(self.fields[name])

    @property
    def said(self) -> dict[str, Any]:
        """The level, and the place of each answer; None for a question that was left out."""
        given = [self.cleaned_data[name] for name in self.asked]
        return {"level": self.cleaned_data["level"], "answers": [int(each) if each else None for each in given]}
