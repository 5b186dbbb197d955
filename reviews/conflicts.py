"""Conflicts of interest in a case: who declared one, and what the rule set keeps from them.

A conflict is declared at a meeting and holds for the whole case: somebody who left one discussion does not read the next.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from reviews.models import Attendance, Review

# What events say of votes and recommendations; the record of events is read by more than took part.
OF_THE_VOTE = frozenset({"answer", "outcome", "agreement", "quorate", "partner"})


def declared(user: Any, review: Review) -> bool:
    """Whether somebody declared a conflict of interest at any meeting about a case."""
    return Attendance.objects.filter(meeting__review=review, user=user).exclude(conflict="").exists()


def deciding(user: Any, review: Review) -> bool:
    """Whether a conflict keeps somebody from deciding, under the review's rule set."""
    return not review.rules.quorum.conflicted_vote and declared(user, review)


def reading(user: Any, review: Review) -> bool:
    """Whether a conflict keeps somebody from what was said and voted, under the review's rule set."""
    return not review.rules.quorum.conflicted_see and declared(user, review)


def open_to(user: Any, review: Review, *, instead: str = "") -> None:
    """Pass for who has no conflict in the case; PermissionDenied says what the rule is, and who does it `instead`."""
    user._asked_of_conflict = True
    if reading(user, review):
        said = (f"You declared a conflict of interest in this case. {review.rules.quorum.conflict}", instead)
        raise PermissionDenied(" ".join(filter(None, said)))
