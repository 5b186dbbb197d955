"""When the board meets, and who comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from findings.models import BoardAttendance, BoardMeeting
from scr_portal.lib.forms import DayField, RecordForm, StampedForm, dress

NO_MEMBER = ("", False)


class BoardMeetingForm(RecordForm):
    """The day of a meeting, held or planned."""

    held_on = DayField(label="Day of the meeting")


class BoardAttendanceForm(StampedForm):
    """For each agency whether it came and signed off; one that is left empty is no member."""

    def __init__(self, *args: Any, meeting: BoardMeeting, **kwargs: Any) -> None:
        came = meeting.came()
        super().__init__(*args, standing=came, **kwargs)
        self.agencies = [*meeting.board.agencies.filter(active=True)]
        for agency in self.agencies:
            way, signed = came.get(agency.pk, NO_MEMBER)
            self.fields[f"way-{agency.pk}"] = forms.ChoiceField(
                label=agency.label, required=False, choices=[("", "No member"), *BoardAttendance.Way.choices],
                initial=way,
            )  # fmt: skip
            self.fields[f"signed-{agency.pk}"] = forms.BooleanField(
                label=f"{agency.label} signed off what was decided",
                required=False,
                initial=signed,
            )
        for field in self.fields.values():
            dress(field)

    def as_it_stands(self, standing: Mapping[int, tuple[str, bool]]) -> dict[str, Any]:
        """The two fields of each agency as they stand."""
        found: dict[str, Any] = {}
        for each in self.agencies:
            found[f"way-{each.pk}"], found[f"signed-{each.pk}"] = standing.get(each.pk, NO_MEMBER)
        return found

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of each agency."""
        return [(self[f"way-{each.pk}"], self[f"signed-{each.pk}"]) for each in self.agencies]

    @property
    def said(self) -> dict[Any, tuple[str, bool]]:
        """What was sent, as the verb takes it."""
        sent = self.cleaned_data
        return {each: (sent[f"way-{each.pk}"], sent[f"signed-{each.pk}"]) for each in self.agencies}
