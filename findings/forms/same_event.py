"""Saying which accounts tell of one event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from agencies.models import Entry
from scr_portal.lib.forms import GovukForm
from scr_portal.lib.page_tags import day


def label_of(entry: Entry) -> str:
    """An entry in a few words, without any of its own."""
    at = f", {entry.time:%H:%M}" if entry.time else ""
    return f"{entry.agency.label}, {day(entry.date_from) or 'undated'}{at}"


class SameEventForm(GovukForm):
    """The accounts that belong together: all of them, unless some are left out."""

    entries = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        label="Accounts that tell of this event",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, offered: Iterable[Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].choices = [(entry.pk, label_of(entry)) for entry in offered]  # type: ignore[attr-defined]
