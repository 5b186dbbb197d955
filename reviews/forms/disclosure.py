"""A disclosure that was made outside the portal."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from reviews.models import Disclosure, Review
from scr_portal.lib.forms import GovukForm, PastDay, radios


class DisclosureForm(GovukForm):
    """What was given, to whom, when, why and under which power."""

    kind = radios(Disclosure.Kind.choices, label="What kind of material was it?")
    what = forms.CharField(
        max_length=200, label="Which document", help_text="Its title, or which part of it. Never what it says."
    )
    edition = forms.CharField(
        max_length=80, required=False, label="Which version", help_text="Such as draft 3, or a date."
    )
    sha256 = forms.CharField(
        max_length=64,
        required=False,
        label="Checksum of the file (SHA-256)",
        help_text="If it is known: 64 letters and figures.",
    )
    to = forms.CharField(max_length=200, label="To whom", help_text="Office or name.")
    given_on = PastDay(label="When")
    why = forms.CharField(max_length=300, label="Why", help_text="The purpose, without a fact of the case.")
    power = forms.CharField(
        max_length=300,
        label="Under which power",
        help_text="The law, the guidance, the order or the consent that lets the board give it.",
    )
    corrects: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Does it correct an earlier line?", empty_label="No",
        help_text="The earlier line stays; this one stands beside it.",
    )  # fmt: skip

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["corrects"]
        field.queryset = review.disclosures.all()  # type: ignore[attr-defined]
        field.label_from_instance = lambda line: f"{line.given_on:%d/%m/%Y} {line.what}, to {line.to}"  # type: ignore[attr-defined]

    def clean_sha256(self) -> str:
        """A checksum, in small letters, or nothing."""
        said = self.cleaned_data["sha256"].strip().lower()
        if said and not re.fullmatch(r"[0-9a-f]{64}", said):
            raise forms.ValidationError(
                "A SHA-256 has 64 figures and letters from a to f: copy it whole, or leave it empty."
            )
        return said
