"""The plan of a review: by which day each stage is to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib.forms import DayField, GovukForm, dress


class PlanForm(GovukForm):
    """One day for each stage that is still to come; all of them may be left open."""

    def __init__(self, *args: Any, review: Review, names: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {planned.stage_key: planned.planned_on for planned in review.planned_stages.all()}
        order = list(Stage)
        for stage in order[order.index(Stage(review.stage)) + 1 :]:
            self.fields[stage.value] = DayField(
                required=False, label=names[stage], initial=known.get(stage), help_text=""
            )
            dress(self.fields[stage.value])
