"""What the portal finds by itself for the quality markers of a review: each look-up answered from what was recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max
from django.utils import timezone

from reviews.family_evidence import looked
from reviews.models import Review
from reviews.regimes.quality import Marker
from scr_portal.lib.page_tags import day


@dataclass(frozen=True, slots=True)
class Evidence:
    """One look-up and what it found; nothing found is what is missing."""

    label: str
    found: str


def gathered(review: Review) -> dict[str, str]:
    """Look-up → what was found, for all that was found. What is sealed is not looked at."""
    found = {f"date:{each.event}": day(each.happened_on) for each in review.milestones.all()}
    events = review.events.unsealed().order_by().values("verb")
    for row in counted(events, "at"):
        found[f"event:{row['verb']}"] = times(row["number"], timezone.localdate(row["last"]))
    letters = review.letters.filter(sent_on__isnull=False).order_by().values("key")
    for row in counted(letters, "sent_on"):
        found[f"letter:{row['key']}"] = times(row["number"], row["last"])
    meetings = review.meetings.filter(held_on__lte=timezone.localdate()).order_by().values("kind")
    for row in counted(meetings, "held_on"):
        found[f"meeting:{row['kind']}"] = times(row["number"], row["last"])
    found |= looked(review)
    report = getattr(review, "report", None)
    for key, ticked in (report.checklist if report else {}).items():
        found[f"tick:{key}"] = f"{day(date.fromisoformat(ticked['on']))}, {ticked['name']}"
    return found


def counted(rows: Any, moment: str) -> Any:
    """For each kind of row how many there are, and the last moment."""
    return rows.annotate(number=Count("pk"), last=Max(moment))


def times(number: int, last: date) -> str:
    """How often, and when last."""
    return day(last) if number == 1 else f"{number} times, last on {day(last)}"


def evidence(marker: Marker, found: Mapping[str, str]) -> list[Evidence]:
    """Every look-up of a marker with what was found for it."""
    return [Evidence(each.label, found.get(each.look, "")) for each in marker.evidence]
