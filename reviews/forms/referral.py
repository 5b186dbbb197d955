"""The referral, and its screening."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews import questions, regimes
from reviews.models import Board, Referral
from scr_portal.lib.forms import GovukForm, PastDay, RecordForm, long_text, radios

ABOUT = {"child": "A child", "adult": "An adult", "either": "A child or an adult"}


class ReferralForm(RecordForm):
    """What a referrer writes. Everything but the kind of referral may be left for later."""

    rule_set = radios((), label="Who is it about?")
    subject_name = forms.CharField(max_length=160, required=False, label="Name of the child or adult")
    subject_born_on = PastDay(
        required=False, label="Date of birth", help_text="For example, 27/3/2019. Leave it empty if you do not know."
    )
    also_concerned = long_text(
        3,
        required=False,
        label="Other children or adults in the same incident",
        help_text="One a line: name, date of birth. For example: Sam Field, 27/3/2019",
    )
    outcome = radios(Referral.Outcome.choices, required=False, label="What has happened to them?")
    happened_on = PastDay(required=False, label="When did it happen?")
    aware_on = PastDay(
        required=False,
        label="When did your agency become aware of it?",
        help_text="The clocks of the law start on this day. For example, 27/3/2024",
    )
    circumstances = long_text(
        8,
        required=False,
        label="What happened?",
        help_text="What is known, and what is only suspected. Do not wait for an inquest or a trial.",
    )
    agencies_involved = long_text(3, required=False, label="Which agencies knew them?")
    other_areas = long_text(
        2,
        required=False,
        label="Is another area concerned?",
        help_text="Another board, local authority, force or health area: name it, and say whether it knows.",
    )
    concern = long_text(4, required=False, label="What worries you about how agencies worked together?")
    safety = long_text(
        3,
        required=False,
        label="What has been done to keep others safe?",
        help_text="Other children or adults who may be at risk now.",
    )

    def __init__(self, *args: Any, board: Board, record: Referral | None = None, **kwargs: Any) -> None:
        if record is not None:
            said = questions.initial(record.rule_set, record.answers)
            kwargs["initial"] = {**said, **(kwargs.get("initial") or {})}
        super().__init__(*args, record=record, **kwargs)
        rules = [regimes.get(stamp) for stamp in board.regimes]
        self.fields["rule_set"].choices = [  # type: ignore[attr-defined]
            (rule.stamp, f"{ABOUT[rule.subject]}: {rule.short_label}") for rule in rules
        ]
        only = rules[0].stamp if len(rules) == 1 else ""
        self.fields.update(questions.fields(self.data.get("rule_set") or (record.rule_set if record else only)))

    def clean(self) -> dict[str, Any]:
        """Nobody is aware of what has not happened, and nothing happens to who is not born: all else may follow later."""
        cleaned = super().clean()
        born, happened, aware = (cleaned.get(name) for name in ("subject_born_on", "happened_on", "aware_on"))
        if happened and aware and aware < happened:
            self.add_error("aware_on", "This is before the day on which it happened: check both dates.")
        if born and happened and happened < born:
            self.add_error("happened_on", "This is before the date of birth: check both dates.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What was entered; the answers to the rule set's own questions together, by their keys."""
        plain = {name: value for name, value in super().values.items() if not name.startswith(questions.BEFORE)}
        return {**plain, "answers": questions.kept(self.cleaned_data)}


class ScreeningForm(GovukForm):
    """The business manager's screening: in or out, with the reason."""

    verdict = radios(
        [
            ("acknowledge", "Acknowledge it for now"),
            ("take_forward", "Take it forward"),
            ("decline", "Do not take it forward"),
        ],
        label="What do you want to do?",
    )
    title = forms.CharField(
        max_length=120,
        required=False,
        label="A title that names nobody",
        help_text="Such as Child A or Adult B. Needed to take it forward.",
    )
    note = long_text(4, required=False, label="Reason", help_text="Needed unless you only acknowledge it.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        verdict = cleaned.get("verdict")
        if verdict == "take_forward" and not cleaned.get("title"):
            self.add_error("title", "Give the review a title that names nobody, such as Child A.")
        if verdict in {"take_forward", "decline"} and not cleaned.get("note"):
            self.add_error("note", "Say why, in a sentence or two: this is part of the record.")
        return cleaned
