"""A rapid review opened at speed: from signing in to twelve agencies asked, in at most twelve page views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from agencies.models import Agency, Request
from reviews.models import Review
from reviews.services import referral
from tests import make
from tests.journeys.browser import Somebody
from tests.journeys.governing import day

PASSWORD = "a long enough pass phrase"
AT_MOST = 12
TODAY = timezone.localdate()


def counted(person: Somebody) -> list[str]:
    """The pages that this window is shown from now on; a redirect on the way to one is none."""
    shown: list[str] = []

    def answered(response: Any) -> None:
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            shown.append(response.url)

    person.page.on("response", answered)
    return shown


def test_a_manager_opens_a_rapid_review_with_twelve_requests_in_twelve_page_views(
    transactional_db: None, somebody: Callable[[], Somebody]
) -> None:
    world = make.world()
    world.manager.set_password(PASSWORD)
    world.manager.save()
    agencies = [world.police, world.school]
    agencies += [Agency.objects.create(board=world.board, name=f"Harrowdale Service {n}") for n in range(1, 11)]
    told = {
        "rule_set": make.CHILD, "subject_name": "Amara Okafor", "outcome": "serious_harm", "circumstances": "Found at home.",
        "aware_on": TODAY - timedelta(days=2),
    }  # fmt: skip
    made = referral.begin(by=world.referrer, board=world.board, values=told)
    referral.send(by=world.referrer, referral=made)

    tom = somebody()
    shown = counted(tom)
    tom.sign_in(world.manager.email, PASSWORD)
    tom.press(f"Screen this referral, {made.ref}")
    tom.choose("Take it forward")
    tom.fill("A title that names nobody", "Child A")
    tom.fill("Reason", "Serious harm, and abuse is suspected.")
    tom.press("Record it")
    tom.press("Ask agencies for information")
    tom.press("The plan, day by day")
    tom.press("Record the notification")
    tom.fill("When was the notification sent?", day(TODAY))
    tom.fill("Who sent it?", "Tom Brennan, business manager")
    tom.press("Record it")
    tom.press("Ask agencies for rapid returns, secure records")
    for agency in agencies:
        tom.choose(agency.name)
    tom.fill("Questions", "Who saw the child alone?\nWhat was told to whom?")
    tom.press("Ask them")
    tom.reads("Asked. Their leads have been told by e-mail.")

    review = Review.objects.get()
    assert Request.objects.filter(review=review).count() == 12
    assert len(shown) <= AT_MOST, shown
    print(f"page views from signing in to twelve requests: {len(shown)}")
    tom.go(f"/reviews/{review.ref}/plan/")
    tom.press("Tick: Ask agencies for rapid returns, secure records")
    tom.reads("Done")
