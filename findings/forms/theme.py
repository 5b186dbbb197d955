"""One theme of the board's lists."""

from __future__ import annotations

from django import forms

from scr_portal.lib.forms import RecordForm


class ThemeForm(RecordForm):
    """A theme: its name, the list it belongs to, and whether it is offered."""

    name = forms.CharField(max_length=160, label="Theme")
    source = forms.CharField(
        max_length=80,
        required=False,
        label="List",
        help_text="Themes of one list stand together, such as “Our own themes”.",
    )
    active = forms.BooleanField(required=False, initial=True, label="Offer it when entries and findings are marked")
