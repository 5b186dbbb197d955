"""A form that asks for nothing but a reason."""

from __future__ import annotations

from typing import Any

from scr_portal.lib.forms import GovukForm, long_text


class ReasonForm(GovukForm):
    """One question, answered in a sentence or two."""

    reason = long_text(3)

    def __init__(self, *args: Any, label: str = "Why?", help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, help_text
