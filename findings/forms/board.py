"""Which actions of the board's plan to show, and how its pack is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Q

from agencies.models import Agency
from findings.dashboard import CHANGES, LATENESS, NONE, STATES, UNNAMED, Plan
from findings.models import Recommendation, Theme
from reviews.models import Board
from scr_portal.lib.forms import GovukForm


class PlanFilterForm(GovukForm):
    """What the list of actions is narrowed by; all of it stands in the address, so that a list can be kept as a link."""

    show = forms.ChoiceField(required=False, label="Show")
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="All agencies"
    )
    review = forms.ChoiceField(required=False, label="Review")
    theme = forms.ChoiceField(required=False, label="Theme")
    sponsor = forms.ChoiceField(required=False, label="Sponsor")
    late = forms.ChoiceField(required=False, label="How late")
    change = forms.ChoiceField(required=False, label="Since the last meeting")
    words = forms.CharField(required=False, label="Words", max_length=100)

    def __init__(self, *args: Any, board: Board | None, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, named, actions = plan, self.fields, plan.actions.order_by()
        refs = actions.values_list("recommendation__review__ref", flat=True).distinct()
        sponsors = actions.exclude(sponsor="").values_list("sponsor", flat=True).distinct()
        themes = Theme.objects.filter(board=board, active=True).values_list("pk", "name")
        choices: dict[str, list[tuple[str, str]]] = {
            "show": [("", "Open"), *((key, label) for key, label in STATES.items() if key != "open")],
            "review": [("", "All reviews"), *((ref, ref) for ref in sorted(refs))],
            "theme": [("", "All themes"), (NONE, UNNAMED["theme"]), *((str(key), name) for key, name in themes)],
            "sponsor": [("", "All sponsors"), (NONE, UNNAMED["sponsor"]), *((each, each) for each in sorted(sponsors))],
            "late": [("", "Any"), *((key, label) for key, (label, *_) in LATENESS.items())],
            "change": [("", "Anything"), *CHANGES.items()],
        }
        for name, known in choices.items():
            named[name].choices = known  # type: ignore[attr-defined]
        named["agency"].queryset = Agency.objects.filter(board=board)  # type: ignore[attr-defined]
        for name, wanted in (("change", plan.since is not None), ("theme", "theme" in plan.ways)):
            if not wanted:
                del self.fields[name]

    @property
    def said(self) -> dict[str, Any]:
        """What was asked for; what the form does not know is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def narrowed(self) -> Any:
        """The actions that fit, the earliest target first: open ones, where nothing else is said of their state."""
        said, plan = self.said, self.plan
        otherwise = "all" if said.keys() & {"late", "change", "words"} else "open"
        found = plan.state(said.get("show", otherwise))
        for name, value in said.items():
            found &= FITS[name](plan, value)
        return plan.actions.filter(found).order_by("target_on", "pk")

    @property
    def in_words(self) -> str:
        """The filters that were set, as a person reads them: "Agency: Police; How late: 31 to 90 days late"."""
        labels = {name: dict(getattr(self.fields[name], "choices", ())) for name in self.fields if name != "agency"}
        said = [(name, labels.get(name, {}).get(value, value)) for name, value in self.said.items()]
        return "; ".join(f"{self.fields[name].label}: {value}" for name, value in said)


def of_theme(plan: Plan, value: str) -> Q:
    """Actions of recommendations that rest on a finding with a theme, or on none that has one."""
    themed = Recommendation.objects.order_by().filter(findings__themes__isnull=False)
    if value == NONE:
        return ~Q(recommendation__in=themed.values("pk"))
    return Q(recommendation__in=themed.filter(findings__themes=value).values("pk"))


def with_words(plan: Plan, words: str) -> Q:
    """Actions in which the words stand, or in whose recommendation they do."""
    asked = Recommendation.objects.order_by().filter(text__icontains=words)
    return Q(text__icontains=words) | Q(recommendation__in=asked.values("pk"))


FITS: dict[str, Callable[[Plan, Any], Q]] = {
    "show": lambda plan, key: plan.state(key),
    "late": lambda plan, key: plan.lateness(key),
    "change": lambda plan, key: plan.changed(key),
    "agency": lambda plan, agency: Q(agency=agency),
    "review": lambda plan, ref: Q(recommendation__review__ref=ref),
    "theme": of_theme,
    "sponsor": lambda plan, name: Q(sponsor="" if name == NONE else name),
    "words": with_words,
}


class BoardPackForm(GovukForm):
    """How the pack is made."""

    worded = forms.BooleanField(
        required=False,
        initial=True,
        label="With the words of actions, reasons and barriers",
        help_text="Without them each action stands as a reference with its numbers: for a pack that goes to many.",
    )
