"""Where a figure goes."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Report
from scr_portal.lib.forms import GovukForm


class FigureForm(GovukForm):
    """The section of the report that gets the picture and its table."""

    section = forms.ChoiceField(label="Section of the report")

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(section.key, section.title) for section in report.sections.all()]
        self.fields["section"].choices = [("", "Choose"), *known]  # type: ignore[attr-defined]
