"""How one side judges one quality marker."""

from __future__ import annotations

from reviews.models import QualityJudgement
from scr_portal.lib.forms import RecordForm, long_text, radios


class QualityForm(RecordForm):
    """A judgement and its reason."""

    verdict = radios(QualityJudgement.Verdict.choices, label="How far does this review show it?")
    reason = long_text(
        5, label="Why?", help_text="What speaks for it, what is missing, and what you would do differently."
    )
