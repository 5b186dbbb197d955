"""Which days to lay side by side."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from findings.forms.pattern import PatternForm
from findings.lanes import MOST_DAYS
from scr_portal.lib.forms import DayField


class LaneForm(PatternForm):
    """A window of days, 31 at most; a first day alone gives a fortnight."""

    first = DayField(required=False, label="From")
    last = DayField(required=False, label="To", help_text="31 days at most")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if last and not first and "first" not in self.errors:
            self.add_error("first", "Enter the first day.")
        elif first and last and last < first:
            self.add_error("last", "The last day is before the first: change one of them.")
        return cleaned

    @property
    def window(self) -> tuple[date, date] | None:
        """The first day and the last to show; None until a first day was entered."""
        first, last = self.said("first"), self.said("last")
        if first is None or self.errors:
            return None
        return first, min(last or first + timedelta(13), first + timedelta(MOST_DAYS - 1))

    @property
    def cut(self) -> bool:
        """Whether more days were asked for than are shown."""
        window = self.window
        return bool(window and self.said("last") and window[1] < self.said("last"))
