"""Barriers to actions."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import Barrier
from reviews.models import Review
from scr_portal.lib.forms import GovukForm, PastDay, long_text, radios


class BarrierForm(GovukForm):
    """What stands in the way, what it is about, who can lift it, since when, and with whom it is."""

    what = long_text(3, label="What stands in the way?", help_text="No names of people in the case.")
    kind = radios(
        Barrier.Kind.choices,
        label="What is it about?",
        help_text="The next one who meets its like finds what lifted it by this.",
    )
    who_can_lift = forms.CharField(label="Who can lift it?", max_length=160, help_text="A person, a post or a body.")
    since = PastDay(label="Since when?")
    step = radios(Barrier.Step.choices, label="With whom is it now?", initial=Barrier.Step.AGENCY)


class EscalateForm(GovukForm):
    """How far up a barrier is taken, and why."""

    step = radios((), label="Take it to")
    why = long_text(2, label="Why?", help_text="What has been tried.")

    def __init__(self, *args: Any, barrier: Barrier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        further = Barrier.Step.values.index(barrier.step) + 1
        self.fields["step"].choices = Barrier.Step.choices[further:]  # type: ignore[attr-defined]


class LiftForm(GovukForm):
    """What lifted a barrier, and when."""

    what = long_text(3, label="What lifted it?", help_text="Whoever meets the same barrier next reads this.")
    on = PastDay(label="On")


class BarrierFilterForm(GovukForm):
    """Which barriers to show."""

    review: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Review", empty_label="All reviews", to_field_name="ref"
    )
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="All agencies"
    )
    kind = forms.ChoiceField(required=False, label="About", choices=[("", "Anything"), *Barrier.Kind.choices])
    show = forms.ChoiceField(
        required=False, label="Show", choices=[("standing", "Standing"), ("lifted", "Lifted"), ("all", "All")]
    )

    def __init__(self, *args: Any, rows: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reviews = rows.order_by().values("action__recommendation__review")
        self.fields["review"].queryset = Review.objects.filter(pk__in=reviews).order_by("ref")  # type: ignore[attr-defined]
        self.fields["review"].label_from_instance = lambda review: review.ref  # type: ignore[attr-defined]
        agencies = rows.order_by().values("action__agency")
        self.fields["agency"].queryset = Agency.objects.filter(pk__in=agencies)  # type: ignore[attr-defined]

    def narrowed(self, rows: Any) -> Any:
        """The barriers that are asked for; those that stand unless it says otherwise."""
        said = self.cleaned_data if self.is_valid() else {}
        if said.get("review"):
            rows = rows.filter(action__recommendation__review=said["review"])
        if said.get("agency"):
            rows = rows.filter(action__agency=said["agency"])
        if said.get("kind"):
            rows = rows.filter(kind=said["kind"])
        show = said.get("show") or "standing"
        return rows if show == "all" else rows.filter(lifted_on__isnull=show == "standing")
