"""The questions that a rule set asks on the referral form beside what every referral asks: as fields, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from reviews import regimes
from reviews.regimes.paper import Question
from scr_portal.lib.forms import DayField, dress, long_text, radios

# What every referral asks already, by the key under which a rule set may ask it too.
ASKED_ANYWAY = {"aware-on": "aware_on"}
YES_NO = (("yes", "Yes"), ("no", "No"), ("not_known", "Not known"))
BEFORE = "question-"


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with what was said to it; `wanted`: the rule set wants it answered before the referral is sent."""

    label: str
    said: str
    wanted: bool


def of_rule_set(stamp: str) -> list[Question]:
    """The questions of a rule set that are not asked anyway; none for a stamp that is not known."""
    rules = regimes.rule_sets().get(stamp)
    return [each for each in rules.questions if each.key not in ASKED_ANYWAY] if rules else []


def field(question: Question) -> forms.Field:
    """The field that asks a question. None of them is needed to save: a referral may be half-finished."""
    said: dict[str, Any] = {"label": question.label, "help_text": question.help, "required": False}
    listed = [(option, option) for option in question.options]
    if question.kind == "text":
        made: forms.Field = long_text(3, **said)
    elif question.kind == "date":
        made = DayField(**{**said, "help_text": question.help or "For example, 27/3/2024"})
    elif question.kind == "number":
        made = forms.IntegerField(min_value=0, **said)
    elif question.kind in ("yes_no", "choice"):
        made = radios(YES_NO if question.kind == "yes_no" else listed, **said)
    elif question.kind == "choices":
        made = forms.MultipleChoiceField(choices=listed, widget=forms.CheckboxSelectMultiple, **said)
    else:
        made = forms.CharField(max_length=200, **said)
    dress(made)
    return made


def fields(stamp: str) -> dict[str, forms.Field]:
    """The fields of a rule set's questions, by the name of each in a form."""
    return {BEFORE + question.key: field(question) for question in of_rule_set(stamp)}


def initial(stamp: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields begin with, from the answers that a record keeps."""
    days = {question.key for question in of_rule_set(stamp) if question.kind == "date"}
    return {BEFORE + key: date.fromisoformat(said) if key in days else said for key, said in answers.items()}


def kept(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """What a record keeps of the fields: question → answer, in words that JSON can hold; what was left empty is left out."""
    return {
        name.removeprefix(BEFORE): value.isoformat() if isinstance(value, date) else value
        for name, value in cleaned.items()
        if name.startswith(BEFORE) and value not in (None, "", [])
    }


def answered(stamp: str, answers: Mapping[str, Any]) -> list[Answered]:
    """Every question of a rule set with what was said to it, in the order in which it is asked."""
    return [
        Answered(question.label, spoken(question, answers.get(question.key)), question.required_to_submit)
        for question in of_rule_set(stamp)
    ]


def spoken(question: Question, said: Any) -> str:
    """An answer as people read it."""
    if said is None:
        return ""
    if question.kind == "yes_no":
        return dict(YES_NO).get(said, "")
    if question.kind == "date":
        day = date.fromisoformat(said)
        return f"{day.day} {day:%B %Y}"
    return "; ".join(said) if isinstance(said, list) else str(said)


def missing(stamp: str, answers: Mapping[str, Any]) -> list[str]:
    """The labels of the questions that the rule set wants answered and that were not."""
    return [each.label for each in answered(stamp, answers) if each.wanted and not each.said]
