"""What a parallel process asks the review to wait with."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.restrictions import Limit, Material
from scr_portal.lib.forms import DayField, GovukForm, radios


class RestrictionForm(GovukForm):
    """One thing that is asked for, by whom and for how long."""

    limit = radios(Limit.choices, label="What does it ask for?")
    material = radios(
        Material.choices, required=False, label="Which material?", help_text="Only for “No disclosure of one material”."
    )
    detail = forms.CharField(
        max_length=300,
        required=False,
        label="What exactly was asked",
        help_text="Such as whom it concerns. “Something else” is shown to whoever writes a letter or records a disclosure.",
    )
    asked_by = forms.CharField(
        max_length=160, label="Who asked for it", help_text="Office or name, and how they asked."
    )
    since = DayField(label="From")
    until = DayField(required=False, label="Last day", help_text="Leave it empty if it lasts until it is lifted.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        material, since, until = cleaned.get("material"), cleaned.get("since"), cleaned.get("until")
        if cleaned.get("limit") == Limit.DISCLOSURE and not material:
            self.add_error("material", "Choose the material that may not be disclosed.")
        if cleaned.get("limit") != Limit.DISCLOSURE:
            cleaned["material"] = ""
        if material == Material.OTHER and cleaned.get("material") and not cleaned.get("detail"):
            self.add_error("detail", "Say which material may not be disclosed.")
        if since and until and until < since:
            self.add_error("until", "The last day is before the first: check both dates.")
        return cleaned
