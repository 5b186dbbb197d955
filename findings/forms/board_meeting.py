"""When the board meets, and who comes."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import BoardAttendance, BoardMeeting
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, dress


class BoardMeetingForm(RecordForm):
    """The day of a meeting, held or planned."""

    held_on = DayField(label="Day of the meeting")


class BoardAttendanceForm(GovukForm):
    """For each agency whether it came and signed off; one that is left empty is no member."""

    def __init__(self, *args: Any, meeting: BoardMeeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {each.agency_id: each for each in meeting.attendance.all()}
        self.agencies = [*meeting.board.agencies.filter(active=True)]
        for agency in self.agencies:
            held = known.get(agency.pk)
            self.fields[f"way-{agency.pk}"] = forms.ChoiceField(
                label=agency.label, required=False, choices=[("", "No member"), *BoardAttendance.Way.choices],
                initial=held.way if held else "",
            )  # fmt: skip
            self.fields[f"signed-{agency.pk}"] = forms.BooleanField(
                label=f"{agency.label} signed off what was decided",
                required=False,
                initial=bool(held and held.signed_off),
            )
        for field in self.fields.values():
            dress(field)

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of each agency."""
        return [(self[f"way-{each.pk}"], self[f"signed-{each.pk}"]) for each in self.agencies]

    @property
    def said(self) -> dict[Any, tuple[str, bool]]:
        """What was sent, as the verb takes it."""
        sent = self.cleaned_data
        return {each: (sent[f"way-{each.pk}"], sent[f"signed-{each.pk}"]) for each in self.agencies}
