"""Saying which accounts tell of one event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict

from agencies.models import Entry
from findings.models import EventLink
from findings.services.same_event import keys_of
from scr_portal.lib.forms import RecordForm
from scr_portal.lib.page_tags import day


def label_of(entry: Entry) -> str:
    """An entry in a few words, without any of its own."""
    at = f", {entry.time:%H:%M}" if entry.time else ""
    return f"{entry.agency.label}, {day(entry.date_from) or 'undated'}{at}"


class SameEventForm(RecordForm):
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

    def as_it_stands(self, record: EventLink) -> dict[str, Any]:
        """The accounts that the link holds now, of those that are shown."""
        shown = {key for key, _ in self.fields["entries"].choices}  # type: ignore[attr-defined]
        return {"entries": [key for key in keys_of(record) if key in shown]}

    @property
    def ticked(self) -> list[str]:
        """The accounts that were sent, in a few words each."""
        sent = {*cast(QueryDict, self.data).getlist("entries")} if self.is_bound else set()
        return [label for key, label in self.fields["entries"].choices if str(key) in sent]  # type: ignore[attr-defined]
