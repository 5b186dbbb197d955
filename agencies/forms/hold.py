"""Why an entry is put on hold."""

from __future__ import annotations

from agencies.models import Hold
from scr_portal.lib.forms import GovukForm, long_text, radios


class HoldForm(GovukForm):
    """What kind of hold it is, and why."""

    kind = radios(Hold.Kind.choices, label="What kind of hold is it?")
    reason = long_text(
        3, label="Why?", help_text="Read by those who decide about holds. Do not repeat what the entry says."
    )
