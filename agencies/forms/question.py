"""An agency's answer to one question of a request."""

from __future__ import annotations

from scr_portal.lib.forms import RecordForm, long_text


class QuestionForm(RecordForm):
    """The answer; “not known” is one."""

    answer = long_text(
        8, label="Your agency’s answer", help_text="If the records do not say, say that, and which were read."
    )
