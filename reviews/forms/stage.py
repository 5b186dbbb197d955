"""The plan of a review: by which day each stage is to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.forms import DayField, StampedForm, dress


class PlanForm(StampedForm):
    """One day for each stage that is still to come; all of them may be left open."""

    def __init__(self, *args: Any, review: Review, names: Mapping[str, str], **kwargs: Any) -> None:
        known = review.planned_days()
        super().__init__(*args, standing=known, **kwargs)
        order = list(Stage)
        for stage in order[order.index(Stage(review.stage)) + 1 :]:
            self.fields[stage.value] = DayField(
                required=False, label=names[stage], initial=known.get(stage), help_text=""
            )
            dress(self.fields[stage.value])
