"""Milestones of an action."""

from __future__ import annotations

from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text


class MilestoneForm(GovukForm):
    """A step on the way, and its day."""

    text = long_text(2, label="What will be reached")
    due_on = DayField(label="By")


class MilestoneEditForm(RecordForm, MilestoneForm):
    """A step on the way, its day, and the day on which it was reached."""

    done_on = PastDay(
        required=False,
        label="Reached on",
        early="That day has not come yet: leave it empty until the milestone is reached.",
    )
