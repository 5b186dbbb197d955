"""Storing rights anew on many boards, measured: `python -m tests.bench.measuring_regrant [boards] [reviews of each]`."""

from __future__ import annotations

import io
import sys
from datetime import timedelta
from functools import partial
from typing import Any

from tests.bench import apart
from tests.bench.apart import best, settled

AGENCIES = 10  # that each review asks
say = partial(apart.say, "regrant")


def grown(boards: int, reviews: int) -> None:
    """Boards with all of their people, reviews with three people of their own, and a request to each of ten agencies."""
    from django.utils import timezone

    from agencies.models import Agency, Request
    from reviews.models import Membership, Review
    from reviews.policy import Role
    from tests import make

    due = timezone.localdate() + timedelta(days=21)
    for number in range(boards):
        world = make.world(f"Area {number}")
        partners = Agency.objects.bulk_create(
            Agency(board=world.board, name=f"Partner {each}") for each in range(AGENCIES - 2)
        )
        made = Review.objects.bulk_create(
            Review(
                board=world.board, ref=f"SCR-2026-{1000 * (number + 1) + each}", title="Child A", rule_set=make.CHILD
            )
            for each in range(reviews)
        )
        own = ((world.reviewer, Role.REVIEW_CHAIR), (world.panel, Role.PANEL_MEMBER), (world.legal, Role.LEGAL_ADVISER))
        Membership.objects.bulk_create(
            Membership(board=world.board, review=review, user=user, role=role) for review in made for user, role in own
        )
        Request.objects.bulk_create(
            Request(review=review, agency=agency, sent_on=due, due_on=due)
            for review in made for agency in (world.police, world.school, *partners)
        )  # fmt: skip


def asks() -> int:
    """How many queries it takes where nothing differs."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        again()
    return len(found)


def again() -> Any:
    """Store the rights anew."""
    from django.core.management import call_command

    return call_command("regrant", stdout=io.StringIO())


def measure() -> None:
    """Build, then print one figure a line."""
    boards, reviews = (int(word) for word in sys.argv[1:3])
    grown(boards, reviews)
    size = f"{boards} boards with {reviews} reviews each"
    say(f"all rights of {size}, written", best(again, 1), "s", "once, where nothing is stored")
    settled()
    say(f"{size}, where nothing differs: each start", best(again, 3), "s", "below 10 s")
    say(f"{size}, where nothing differs: queries", asks(), "queries", "a few for each board")


if __name__ == "__main__":
    apart.on_test_database(measure)
