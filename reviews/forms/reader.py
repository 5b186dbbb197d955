"""Which right in a review, and which person, an answer is wanted for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from reviews.policy import POLICY, rule
from scr_portal.lib.forms import GovukForm

PARTS = (
    "review.see", "review.names", "chronology.see", "chronology.prepare", "chronology.held", "finding.see", "report.see",
    "review.audit",
)  # fmt: skip


class ReaderForm(GovukForm):
    """One person of the board. Asked in the address, and empty at first."""

    who = forms.ChoiceField(required=False, label="Person")

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        named = [
            (key, f"{person}, {person.agency}" if person.agency else str(person)) for key, person in self.people.items()
        ]
        self.fields["who"].choices = [("", "Choose a person"), *named]  # type: ignore[attr-defined]

    @property
    def person(self) -> Any:
        """Whom the answer is wanted for; None where nobody was chosen."""
        return self.people.get(self.cleaned_data.get("who", "")) if self.is_valid() else None


class PartForm(ReaderForm):
    """One right of the table, and one person; `of` names the record that a page was about, "agencies.request:12"."""

    what = forms.ChoiceField(
        required=False,
        label="May",
        initial=PARTS[0],
        choices=[(action, line.label.capitalize()) for action, line in POLICY.items()],
    )
    of = forms.CharField(required=False, widget=forms.HiddenInput)
    conflict = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("what", "who")

    @property
    def part(self) -> str:
        """The action that is asked about."""
        return (self.cleaned_data.get("what") if self.is_valid() else "") or PARTS[0]

    @property
    def label(self) -> str:
        """What the action lets somebody do, as the table says it."""
        return rule(self.part).label
