"""How long each section is to be."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Report
from scr_portal.lib.forms import RecordForm


class BudgetForm(RecordForm):
    """One number of words for each section; empty where there is no limit."""

    def __init__(self, *args: Any, record: Report, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        for section in record.sections.all():
            self.fields[f"words-{section.key}"] = forms.IntegerField(
                required=False, min_value=50, max_value=100_000, label=section.title,
                initial=record.budgets.get(section.key), widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input govuk-input--width-5"}),
                error_messages={"invalid": f"Enter the words for “{section.title}” as a number, such as 1500."},
            )  # fmt: skip

    @property
    def budgets(self) -> dict[str, int]:
        """Section's key → words, where a number was given."""
        return {name.removeprefix("words-"): words for name, words in self.values.items() if words}
