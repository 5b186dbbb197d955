"""What leaders promise, and what members say of their year."""

from __future__ import annotations

from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import AnnualReport, Commitment, MemberStatement
from reviews.models import Board
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text, radios


class CommitmentForm(RecordForm):
    """What was promised, by whom, by when, and with what."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(queryset=None, label="Agency")
    leader = forms.CharField(label="Who promised it?", max_length=160, help_text="Name and post.")
    what = long_text(3, label="What was promised?", help_text="No names of people in a case.")
    resources = long_text(
        2, label="Money, people or time that were promised", required=False, help_text="For example: two posts until March, or £20,000."
    )  # fmt: skip
    made_on = PastDay(label="Promised on")
    due_on = DayField(label="To be done by")

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(board=board)  # type: ignore[attr-defined]


class KeptForm(RecordForm):
    """Whether a commitment was kept, and what shows it."""

    kept = radios(Commitment.Kept.choices, label="Was it kept?")
    evidence = long_text(3, label="What shows it?", help_text="Or why it was not kept. No names of people in a case.")
    on = PastDay(label="As of")

    def as_it_stands(self, record: Commitment) -> dict[str, Any]:
        """What was judged last, and as of which day."""
        return {**super().as_it_stands(record), "on": record.judged_on}


class AskStatementsForm(GovukForm):
    """Which members are asked for a statement, and by when."""

    agencies: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None, widget=forms.CheckboxSelectMultiple, label="Which members?"
    )
    due_on = DayField(label="By when?")

    def __init__(self, *args: Any, report: AnnualReport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = report.statements.exclude(text="").values("agency")
        rows = Agency.objects.filter(board=report.board, active=True).exclude(pk__in=given)
        self.fields["agencies"].queryset = rows  # type: ignore[attr-defined]


class StatementForm(RecordForm):
    """What a member says of its year."""

    text = long_text(
        12,
        label="Your agency’s statement",
        help_text="What your agency did in the year, and what difference it made. This is public: no names of people in a case. A line that begins with - is a list item.",
    )

    def __init__(self, *args: Any, record: MemberStatement, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
