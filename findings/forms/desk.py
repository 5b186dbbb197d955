"""What is done with the entries that were ticked at the desk."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Mark
from reviews.models import Review
from scr_portal.lib.forms import GovukForm, long_text
from scr_portal.lib.refs import keys

LINK, MARK = "link", "mark"
AS = [
    (Mark.Kind.KEY_EPISODE, "Key practice episode"), (Mark.Kind.MISSED_OPPORTUNITY, "Missed opportunity"),
    (Mark.Kind.GOOD_PRACTICE, "Good practice"),
]  # fmt: skip


class DeskForm(GovukForm):
    """The finding that is to rest on them, or the mark that they are to bear."""

    finding = forms.TypedChoiceField(required=False, label="Finding", coerce=int, empty_value=None)
    kind = forms.ChoiceField(required=False, label="Mark as", choices=[("", "Choose"), *AS])
    note = long_text(2, required=False, label="Why it matters")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(finding.number, str(finding)) for finding in review.findings.all()]
        self.fields["finding"].choices = [("", "Choose"), *known]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.data.get("do") == MARK and not cleaned.get("kind"):
            self.add_error("kind", "Choose what to mark the ticked entries as.")
        if self.data.get("do") != MARK and not cleaned.get("finding"):
            self.add_error("finding", "Choose the finding that rests on the ticked entries.")
        if not self.ticked:
            self.add_error(None, "Tick at least one entry first.")
        return cleaned

    @property
    def ticked(self) -> list[int]:
        """The entries that were ticked."""
        sent = self.data.getlist("entry") if hasattr(self.data, "getlist") else []
        return keys(sent)
