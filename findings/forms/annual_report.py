"""Beginning a yearly report, and writing its sections."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from findings.models import AnnualPart, Unsaved
from reviews import regimes
from reviews.models import Board
from reviews.year import Year, years
from scr_portal.lib.forms import GovukForm, RecordForm, radios


class AnnualReportForm(GovukForm):
    """Which year, and under which regime."""

    year = forms.TypedChoiceField(coerce=int, label="Year")
    regime = radios((), label="Which report")

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = Year.of(board, Year.holding(board, timezone.localdate()).number - 1)
        known = sorted({last, *years(board)}, key=lambda year: year.number, reverse=True)
        asked = {stamp.partition("@")[0]: regimes.get(stamp).annual.title for stamp in reversed(board.regimes)}
        self.fields["year"].choices = [(year.number, str(year)) for year in known]  # type: ignore[attr-defined]
        self.fields["year"].initial = last.number
        self.fields["regime"].choices = [*asked.items()]  # type: ignore[attr-defined]


class AnnualPartForm(RecordForm):
    """What people write in one section."""

    text = forms.CharField(
        required=False,
        label="Text",
        help_text="This is public: no names of people in a case. A line that begins with ## is a heading; one that begins with - is a list item; lines that begin with | are a table, its headings first.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )

    def __init__(self, *args: Any, record: AnnualPart, unsaved: Unsaved | None = None, **kwargs: Any) -> None:
        if unsaved is not None:
            kwargs["initial"] = {"text": unsaved.text, "seen_version": unsaved.seen_version}
        super().__init__(*args, record=record, **kwargs)
