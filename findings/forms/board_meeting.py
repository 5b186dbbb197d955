"""When the board meets."""

from __future__ import annotations

from scr_portal.lib.forms import DayField, RecordForm


class BoardMeetingForm(RecordForm):
    """The day of a meeting, held or planned."""

    held_on = DayField(label="Day of the meeting")
