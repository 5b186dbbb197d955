"""The main job, once through, for each regime: from a worried referral to an action that was shown to have worked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from agencies.models import User
from reviews.models import Review
from reviews.services.events import verify
from tests import make
from tests.journeys.browser import Somebody

PASSWORD = "a long enough pass phrase"


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
    relation: str


CHILD = Regime(
    "A child: Rapid review and LCSPR", "Child A", "Amara Okafor", "Amara", "Okafor", "The person has died",
    "Local child safeguarding practice review", "child",
)  # fmt: skip
ADULT = Regime(
    "An adult: Safeguarding Adult Review", "Adult B", "Derek Walsh", "Derek", "Walsh", "The person has died",
    "Mandatory Safeguarding Adult Review", "adult",
)  # fmt: skip


def day(on: date) -> str:
    """As people type it."""
    return f"{on.day}/{on.month}/{on.year}"


TODAY = timezone.localdate()
WEEK_AGO = day(TODAY - timedelta(days=7))


@pytest.fixture
def world(transactional_db: None) -> make.World:
    """A board whose people can sign in."""
    made = make.world()
    for user in User.objects.all():
        user.set_password(PASSWORD)
        user.save()
    return made


@pytest.fixture
def enter(world: make.World, somebody: Callable[[], Somebody]) -> Callable[[str], Somebody]:
    """One of the board's people, signed in: enter("manager")."""

    def sign_in(name: str) -> Somebody:
        person = somebody()
        person.sign_in(world.people[name].email, PASSWORD)
        return person

    return sign_in


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


CHRONOLOGY = """Date;Time;Source of information;Contact/event summary;Action or response
12.03.19;14.15;Incident log;{given} {surname} seen at home with Marion Teasdale. House cold, no food in the kitchen.;Referred to social care
?22-may-19;;Incident log;Neighbour rang: shouting heard. Nobody answered the door.;No further action recorded
June 2019;;Notebook;Two missed appointments. {given} was not seen.;Letter sent
31/02/2020;;Notebook;A day that does not exist.;
"""


def ask(enter: Callable[[str], Somebody], world: make.World, ref: str) -> None:
    """Both agencies are asked at once."""
    tom = enter("manager")
    tom.go(f"/agencies/request/of_review/{ref}/")
    tom.press("Ask agencies")
    tom.choose(world.police.name)
    tom.choose(world.school.name)
    tom.choose("Chronology and agency report (IMR)")
    tom.press("Ask them")
    tom.reads("Their leads have been told by e-mail.")


def hand_in(enter: Callable[[str], Somebody], world: make.World, regime: Regime, folder: Path) -> None:
    """The agency lead hands in a file, looks at columns and rows, imports, undoes, imports again; writes the report."""
    file = folder / "police chronology.csv"
    file.write_bytes(CHRONOLOGY.format(given=regime.given, surname=regime.surname).encode("cp1252"))
    sal = enter("police_lead")
    sal.go("/agencies/")
    sal.page.locator("th a").first.click()
    sal.look()
    sal.press("Appoint the author")
    sal.select("Author", world.police_author.name)
    sal.press("Appoint")
    for _ in range(2):
        sal.press("Hand in a chronology")
        sal.upload("Chronology", file)
        sal.press("Read this file")
        sal.select("Source of information", "Source of the information")
        sal.press("Go on to the rows")
        sal.press("Refused (1)")
        sal.reads("is not a day that exists")
        sal.press("Put it right, row 5")
        sal.fill("Date", "28/02/2020")
        sal.press("Save")
        sal.press("Import these rows")
        if _ == 0:
            sal.press("Undo this import")
            sal.reads("Undone: its entries are out of the return.")
    sal.reads("4 entries")
    sal.press("Type entries by hand")
    sal.fill("Date and time", "3 July 2019 1015hrs")
    sal.fill("What happened", "School rang the officer. No reply was recorded.")
    sal.press("Save and type the next")
    kim = enter("police_author")
    kim.go("/agencies/")
    kim.page.locator("th a").first.click()
    kim.press("Agency report (IMR)")
    kim.press("Missed opportunities")
    kim.fill("Text", "Nobody asked why the appointments were missed.")
    kim.press("Save")
    sal.go("/agencies/")
    sal.page.locator("th a").first.click()
    sal.page.wait_for_load_state("load")
    sal.press("Pass it on for sign-off")


def sign_return(enter: Callable[[str], Somebody]) -> None:
    """A senior person vouches for the return."""
    ann = enter("police_senior")
    ann.go("/agencies/")
    ann.page.locator("th a").first.click()
    ann.look()
    ann.press("Read and sign off")
    ann.choose("I have read this return")
    ann.choose("It is complete and fair as far as my agency’s records show")
    ann.press("Sign off and return")
    ann.reads("Signed off and returned.")


def nil_return(enter: Callable[[str], Somebody]) -> None:
    """The other agency has nothing, and says so; it never sees the first one's."""
    joy = enter("school_lead")
    joy.go("/agencies/")
    joy.page.locator("th a").first.click()
    joy.press("There is nothing to return")
    joy.fill("Why is there nothing to return?", "Searched under both names; never on roll.")
    joy.press("Make a nil return")
    joy.press("Pass it on for sign-off")


def analyse(enter: Callable[[str], Somebody], ref: str) -> None:
    """The reviewer releases; the panel marks; findings rest on entries, recommendations on findings."""
    hana = enter("reviewer")
    hana.go(f"/findings/{ref}/chronology/")
    hana.press("Release it to the panel")
    lee = enter("panel")
    lee.go(f"/findings/{ref}/chronology/")
    lee.fill("Words", "appointments")
    lee.press("Show")
    lee.reads("1 entry.")
    lee.page.locator("td a[href*='/entry/']").first.click()
    lee.look()
    lee.choose("Missed opportunity")
    lee.fill("What you saw in it", "Nobody asked why.")
    lee.press("Mark it")
    lee.reads("Marked.")
    hana.go(f"/findings/{ref}/finding/")
    hana.press("Write a finding")
    hana.fill("Finding in one sentence", "Missed appointments were counted and not understood")
    hana.fill("What happened", "Appointments were missed and letters were sent.")
    hana.fill("Why it happened", "A letter was what the procedure asked for.")
    hana.press("Save and link evidence")
    hana.page.get_by_role("checkbox", name="Entry of").first.check()
    hana.press("Link what is ticked")
    hana.reads("Evidence linked.")
    hana.go(f"/findings/{ref}/recommendation/")


def recommend(enter: Callable[[str], Somebody], world: make.World, ref: str) -> None:
    """A recommendation that rests on the finding."""
    hana = enter("reviewer")
    hana.go(f"/findings/{ref}/recommendation/")
    hana.press("Write a recommendation")
    hana.fill("Recommendation", "Agencies ask why an appointment was missed, and record the answer.")
    hana.choose("Finding 1: Missed appointments were counted and not understood")
    hana.choose(world.police.name)
    hana.choose("Several agencies")
    hana.fill("How will we know that it has worked?", "Audit of 20 records in six months.")
    hana.press("Save the recommendation")


def report(enter: Callable[[str], Somebody], ref: str, regime: Regime) -> None:
    """Sections are written with real names; leftovers are decided; the board signs off."""
    hana = enter("reviewer")
    hana.go(f"/findings/{ref}/report/")
    hana.press("Begin the report")
    for section in Review.objects.get().report.sections.all():
        hana.page.goto(f"/findings/{ref}/report/section/{section.key}/")
        hana.fill(
            "Text",
            f"{regime.given} {regime.surname} was visited by Marion Teasdale. Teasdale wrote to Ottoline Brackenbury of 4 Hawthorn Close.",
        )
        hana.press("Save")
    hana.press("Send it for sign-off")
    hana.reads("are not decided yet")
    hana.press("Decide")
    hana.press("Decide them one by one")
    while "/decide/" in hana.page.url:
        hana.choose("Replace it")
        hana.fill("Put in their place", "a relative")
        hana.choose("Decide the same wherever these words stand undecided")
        hana.press("Decide")
    hana.go(f"/findings/{ref}/report/preview/")
    text = hana.page.locator("main").inner_text()
    for name in (regime.surname, "Teasdale", "Brackenbury"):
        assert name not in text
    hana.go(f"/findings/{ref}/report/")
    hana.press("Send it for sign-off")
    ruth = enter("chair")
    ruth.go(f"/findings/{ref}/report/")
    ruth.press("Sign it off")
    ruth.fill("On whose behalf, and anything to be remembered", "For the partners.")
    ruth.press("Sign off")
    ruth.reads("Signed off.")


def publish(enter: Callable[[str], Somebody], ref: str, folder: Path) -> None:
    """Two readers, built and scanned files, the checklist; only then it can be published."""
    hana, lee, tom = enter("reviewer"), enter("panel"), enter("manager")
    tom.go(f"/findings/{ref}/report/")
    tom.press("Publish it")
    tom.reads("has not signed")
    for reader, order in ((hana, 1), (lee, 2)):
        reader.go(f"/findings/{ref}/report/read/{order}/")
        reader.choose("I have read all of it, and nobody can be found in it")
        reader.press("Sign your reading")
    tom.go(f"/findings/{ref}/report/")
    tom.press("Build the files and scan them")
    tom.reads("The scan found nothing")
    tom.saved("Download the PDF file", folder)
    early = day(TODAY - timedelta(days=20))
    for line in Review.objects.get().rules.checklist:
        tom.page.goto(f"/findings/{ref}/report/check/{line.key}/")
        tom.fill("Done on", early)
        tom.press("Tick it")
    tom.press("Publish it")
    tom.reads("Published")


def change(enter: Callable[[str], Somebody], world: make.World, ref: str) -> None:
    """The board responds, the agency acts and gives evidence, the board assures it, and impact is shown."""
    ruth = enter("chair")
    ruth.go("/findings/")
    ruth.press(f"{ref}, recommendation 1")
    ruth.press("Record the board’s response")
    ruth.choose("Accepted")
    ruth.press("Record the response")
    tom = enter("manager")
    tom.go(f"/findings/{ref}/recommendation/")
    tom.press("Recommendation 1")
    tom.press("Set an action")
    tom.select("Agency", world.police.name)
    tom.fill("What will be done", "Officers record why a visit was missed.")
    tom.select("Owner", f"{world.police_owner.name} ({world.police.label})")
    tom.fill("Target date", day(TODAY + timedelta(days=60)))
    tom.press("Set the action")
    bea = enter("police_owner")
    bea.go("/findings/")
    bea.page.locator("th a[href*='/action/']").first.click()
    bea.look()
    bea.press("Update it")
    bea.fill("What has been done since the last update?", "The form asks for the reason now.")
    bea.choose("It is done: the board can check it")
    bea.press("Send the update")
    tom.go("/findings/?show=claimed")
    tom.page.locator("th a[href*='/action/']").first.click()
    tom.press("Assure it")
    tom.fill("What satisfied you that it was done?", "Seen the form and ten records.")
    tom.press("Assure it")
    tom.press("Record its impact")
    tom.fill("What it is now", "18 of 20 records hold the reason.")
    tom.choose("It made the difference")
    tom.fill("Tested on", day(TODAY))
    tom.press("Record the impact")
    tom.reads("Closed: impact shown")
    tom.go(f"/reviews/{ref}/event/")
    tom.go("/")


@pytest.mark.parametrize("regime", [CHILD, ADULT], ids=["child", "adult"])
def test_from_referral_to_an_assured_action(
    regime: Regime, world: make.World, enter: Callable[[str], Somebody], downloads: Path
) -> None:
    refer(enter, regime)
    ref = screen(enter, regime)
    decide(enter, ref, regime)
    commission(enter, world, ref, regime)
    ask(enter, world, ref)
    hand_in(enter, world, regime, downloads)
    sign_return(enter)
    nil_return(enter)
    analyse(enter, ref)
    recommend(enter, world, ref)
    report(enter, ref, regime)
    publish(enter, ref, downloads)
    change(enter, world, ref)
    assert not list(verify())
