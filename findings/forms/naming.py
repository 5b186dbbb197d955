"""Who is named in an entry."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.models import Person, Review
from scr_portal.lib.forms import GovukForm

CHOOSE = "Choose who is named: somebody of this review’s people register."


class NamingForm(GovukForm):
    """One person of the register, and whether the entry names them."""

    person = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label="Somebody else who is named",
        empty_label="Choose a person",
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    answer = forms.ChoiceField(choices=[("named", "Named"), ("not_named", "Not named")], widget=forms.HiddenInput)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = review.people.filter(kind=Person.Kind.PERSON)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
