"""The steps of a journey that the board takes: from a worried referral to agencies that are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from reviews.models import Review
from tests import make
from tests.journeys.browser import Somebody


@dataclass(frozen=True)
class Regime:
    """What differs between the two journeys: only the words."""

    choice: str
    title: str
    person: str
    given: str
    surname: str
    outcome: str
    recommended: str


CHILD = Regime(
    "A child: Rapid review and LCSPR", "Child A", "Amara Okafor", "Amara", "Okafor", "The person has died",
    "Local child safeguarding practice review",
)  # fmt: skip
ADULT = Regime(
    "An adult: Safeguarding Adult Review", "Adult B", "Derek Walsh", "Derek", "Walsh", "The person has died",
    "Mandatory Safeguarding Adult Review",
)  # fmt: skip


def day(on: date) -> str:
    """As people type it."""
    return f"{on.day}/{on.month}/{on.year}"


TODAY = timezone.localdate()
WEEK_AGO = day(TODAY - timedelta(days=7))


def refer(enter: Callable[[str], Somebody], regime: Regime) -> None:
    """A referrer saves a referral half-finished, comes back and sends it."""
    dev = enter("referrer")
    dev.go("/reviews/")
    dev.press("Make a referral")
    dev.choose(regime.choice)
    dev.fill("What happened?", f"{regime.person} was found unresponsive at home by a neighbour.")
    dev.press("Save the draft")
    dev.press("Send it to the board")
    dev.reads("say who it is about")
    dev.press("Go on writing")
    dev.fill("Name of the child or adult", regime.person)
    dev.choose(regime.outcome)
    dev.fill("When did your agency become aware of it?", WEEK_AGO)
    dev.press("Save the draft")
    dev.press("Send it to the board")
    dev.reads("Sent. The business manager has it now")


def screen(enter: Callable[[str], Somebody], regime: Regime) -> str:
    """The business manager screens it in, answers the criteria and refers it to the chair; gives the reference."""
    tom = enter("manager")
    tom.go("/reviews/")
    tom.page.locator("th a[href*='/referral/']").first.click()
    tom.press("Screen it")
    tom.choose("Take it forward")
    tom.fill("A title that names nobody", regime.title)
    tom.fill("Reason", "Known to several agencies, and neglect is suspected.")
    tom.press("Record it")
    review = Review.objects.get()
    tom.go(f"/reviews/{review.ref}/clock/")
    tom.go(f"/reviews/{review.ref}/criteria/")
    tom.go(f"/reviews/{review.ref}/criteria/{review.rules.criteria[0].key}/edit/")
    for criterion in review.rules.criteria:  # One kind of page, looked at once.
        tom.page.goto(f"/reviews/{review.ref}/criteria/{criterion.key}/edit/")
        tom.choose("Met")
        tom.fill("Reason", "The records that we have seen say so.")
        tom.press("Save the answer")
    tom.press("Refer to the chair for decision")
    tom.choose(regime.recommended)
    tom.fill("Reasons for the recommendation", "The definition is met, and agencies can learn from it.")
    tom.fill(
        "How race, culture and protected characteristics were considered", "Considered with the family’s own account."
    )
    tom.press("Refer to the chair")
    tom.reads("The chair has it for decision.")
    return review.ref


def decide(enter: Callable[[str], Somebody], ref: str, regime: Regime) -> None:
    """The chair agrees."""
    ruth = enter("chair")
    ruth.go(f"/reviews/{ref}/criteria/")
    ruth.press("Decide")
    ruth.choose(regime.recommended)
    ruth.choose("Agrees with the recommendation")
    ruth.fill("Reasons for the decision", "I agree, for the reasons given.")
    ruth.choose("I have read the criteria, the recommendation and any dissent")
    ruth.press("Make this decision")
    ruth.reads("Decision recorded.")


def commission(enter: Callable[[str], Somebody], world: make.World, ref: str, regime: Regime) -> None:
    """Terms, line of enquiry, reviewer and panel, people register."""
    tom = enter("manager")
    tom.go(f"/reviews/{ref}/terms/edit/")
    tom.fill("What the review is for", "To learn how agencies worked together.")
    tom.fill("Period in scope: first day", "1/1/2019")
    tom.fill("Period in scope: last day", "30/6/2020")
    tom.page.get_by_role("radio").first.check()
    tom.press("Save")
    tom.press("Add a line of enquiry")
    tom.fill("Question", "How was daily life understood by those who visited?")
    tom.press("Add it")
    for name, role in (
        (world.reviewer.name, "Review chair or independent reviewer"),
        (world.panel.name, "Review panel member"),
    ):
        tom.press("Appoint somebody")
        tom.select("Person", name)
        tom.choose(role)
        tom.fill("Independence and conflicts of interest", "Has never worked for an agency in this review.")
        tom.press("Appoint")
    tom.go(f"/reviews/{ref}/person/")
    for given, surname, pseudonym, part in (
        (regime.given, regime.surname, regime.title, "Subject of the review"),
        ("Marion", "Teasdale", "Social Worker 1", "Professional"),
    ):
        tom.press("Add to the register")
        tom.select("Part in the review", part)
        tom.fill("Published name", pseudonym)
        tom.fill("Given name", given)
        tom.fill("Surname", surname)
        tom.press("Add")
    tom.go(f"/reviews/{ref}/")
    tom.press("Start the review")
    tom.reads("Collecting returns")
