"""What a board may say in its own words and lengths, in the admin: labels, and how long its local clocks run."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews import regimes
from reviews.clocks import UNITS
from reviews.legend import USUAL
from reviews.models import Board
from reviews.regimes.local import LABELLED
from reviews.regimes.shapes import RegimeError, RuleSet

SAID = ("stage", "outcome", "clock")
UNIT_CHOICES = [(unit, many) for unit, (_, many) in UNITS.items()]


def local_fields(board: Board | None) -> dict[str, forms.Field]:
    """A length and a unit for each local clock, and a label for each stage, outcome and clock, of every rule set in use."""
    found: dict[str, forms.Field] = {}
    for rules in rule_sets(board):
        for clock in rules.clocks:
            if clock.overridable:
                usual = f"Local policy. By the rule set: {clock.length} {UNITS[clock.unit][clock.length != 1]}. Empty: as there."
                name = f"{rules.stamp}~length~{clock.key}"
                found[name] = forms.IntegerField(
                    label=f"{clock.label}: own length", help_text=usual, required=False, min_value=1, max_value=730
                )
                found[name.replace("~length~", "~unit~")] = forms.ChoiceField(
                    label=f"{clock.label}: counted in", choices=UNIT_CHOICES, required=False, initial=clock.unit
                )
        for kind, item in labelled(rules):
            found[f"{rules.stamp}~label~{kind}:{key(item)}"] = forms.CharField(
                label=f"{kind.capitalize()}: {item.label}", required=False, max_length=80
            )
    return found


def legend_fields() -> dict[str, forms.Field]:
    """A label and a meaning for each colour in which agencies report, with what it means unless the board says otherwise."""
    found: dict[str, forms.Field] = {}
    for colour in USUAL:
        for part, usual, long in (("label", colour.label, 40), ("meaning", colour.meaning, 200)):
            found[f"legend_{colour.key}_{part}"] = forms.CharField(
                label=f"{colour.label}: {part}", required=False, max_length=long, help_text=f"Empty: {usual}"
            )
    return found


def rule_sets(board: Board | None) -> list[RuleSet]:
    """The rule sets that a board works under."""
    known = regimes.rule_sets()
    return [known[stamp] for stamp in (board.regimes if board else []) if stamp in known]


def labelled(rules: RuleSet) -> list[tuple[str, Any]]:
    """(kind, item) of everything that a board may call something else."""
    return [(kind, item) for kind in SAID for item in getattr(rules, LABELLED[kind])]


def key(item: Any) -> str:
    """The key by which a rule set knows an item."""
    return str(getattr(item, "key", None) or item.code)


class BoardForm(forms.ModelForm):
    """A board's settings. The law's own lengths are not among them: a clock that is not local has no field here."""

    class Meta:
        model = Board
        exclude = ("labels", "clock_lengths", "rag_legend")  # noqa: DJ006 - a new setting of a board is meant to show here

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stamp, said in self.instance.labels.items():
            self.initial.update({f"{stamp}~label~{name}": label for name, label in said.items()})
        for stamp, lengths in self.instance.clock_lengths.items():
            for clock, own in lengths.items():
                self.initial.update({f"{stamp}~length~{clock}": own["length"], f"{stamp}~unit~{clock}": own["unit"]})

        for colour, parts in self.instance.rag_legend.items():
            self.initial.update({f"legend_{colour}_{part}": text for part, text in parts.items()})

    def clean_regimes(self) -> list[str]:
        """Rule sets that there are."""
        stamps = self.cleaned_data["regimes"]
        try:
            return [regimes.get(stamp).stamp for stamp in stamps]
        except (RegimeError, TypeError) as error:
            raise forms.ValidationError(str(error)) from None

    def save(self, commit: bool = True) -> Any:
        """Keep what was said, and nothing for what was left as the rule set, or the usual legend, has it."""
        labels: dict[str, dict[str, str]] = {}
        lengths: dict[str, dict[str, Any]] = {}
        for name, value in self.cleaned_data.items():
            stamp, kind, what = [*name.split("~"), "", ""][:3]
            if kind == "label" and value:
                labels.setdefault(stamp, {})[what] = value
            if kind == "length" and value:
                unit = self.cleaned_data.get(f"{stamp}~unit~{what}") or regimes.get(stamp).clock(what).unit
                lengths.setdefault(stamp, {})[what] = {"length": value, "unit": unit}
        self.instance.labels, self.instance.clock_lengths = labels, lengths
        self.instance.rag_legend = self.own_legend()
        return super().save(commit)

    def own_legend(self) -> dict[str, dict[str, str]]:
        """The colours that the board calls or means otherwise than is usual."""
        said = self.cleaned_data
        own = {c.key: {part: said.get(f"legend_{c.key}_{part}") or "" for part in ("label", "meaning")} for c in USUAL}
        return {
            key: {part: text for part, text in parts.items() if text}
            for key, parts in own.items()
            if any(parts.values())
        }
