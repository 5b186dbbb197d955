"""The steps of a journey from the merged chronology to an action that worked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from reviews.models import Review
from tests import make
from tests.journeys.browser import Somebody
from tests.journeys.governing import TODAY, Regime, day


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
    tom.go(f"/findings/{ref}/publication/")
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
        tom.page.goto(f"/findings/{ref}/publication/check/{line.key}/")
        tom.fill("Who did it", line.who)
        tom.fill("Done on", early)
        tom.press("Tick it")
    tom.press("Publish it")
    tom.reads("Published")


def answer(enter: Callable[[str], Somebody], world: make.World, ref: str) -> None:
    """Agencies are asked; the police do not accept in full, with the reason; the chair judges the answer."""
    tom = enter("manager")
    tom.go(f"/findings/{ref}/recommendation/")
    tom.press("Ask the agencies for their answers")
    tom.press("Ask them")
    tom.reads(f"Asked: {world.police.label}.")
    sal = enter("police_lead")
    sal.go("/")
    sal.press(f"Answer 1 recommendation to your agency, {ref}")
    sal.press(f"Answer recommendation 1 of {ref}")
    sal.choose("Accepted in part")
    sal.press("Send the answer")
    sal.reads("Say why your agency does not accept it in full")
    sal.fill("Reason", "Front-line officers cannot ring on the same day.")
    sal.fill("What your agency will do", "The hub rings on the next day.")
    sal.press("Send the answer")
    ruth = enter("chair")
    ruth.go("/")
    ruth.press(f"Judge 1 answer of agencies, {ref}")
    ruth.press(f"{ref}, 1")
    ruth.press(f"Judge the answer of {world.police.name}")
    ruth.choose("Acceptable alternative: it does something else that meets the same need")
    ruth.fill("Reason", "The next day is soon enough.")
    ruth.press("Record the judgement")
    sal.go("/findings/agency_response/")
    sal.reads("Acceptable alternative")


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
    tom.go("/findings/board/actions/?show=claimed")
    tom.page.locator("th a[href*='/action/']").first.click()
    tom.press("Assure it")
    tom.fill("What satisfied you that it was done?", "Seen the form and ten records.")
    tom.press("Assure it")
    tom.press("Record its impact")
    tom.fill("What it is now", "18 of 20 records hold the reason.")
    tom.choose("It made the difference")
    tom.fill("Tested on", day(TODAY))
    tom.press("Record the impact")
    tom.reads("Action 1.1 Impact shown")
    tom.go(f"/reviews/{ref}/event/")
    tom.go("/")


def walk(enter: Callable[[str], Somebody], ref: str) -> None:
    """From a row of the chronology to the impact and back again, by what there is to press; and what is broken on the way."""
    tom = enter("manager")
    tom.go(f"/findings/{ref}/chronology/")
    tom.page.locator("td a[href*='/entry/']").first.click()
    row = tom.page.url
    tom.press("Its golden thread: what it rests on, and what came of it")
    tom.look()
    for kind in ("finding", "recommendation", "action"):
        tom.page.locator(f"main svg a[href*='/{kind}/']").first.click()
        tom.press("Its golden thread: what it rests on, and what came of it")
    tom.page.locator("main svg a[href*='#impact-']").first.click()
    tom.reads("18 of 20 records hold the reason.")
    tom.press("Recommendation 1")
    tom.press("Finding 1: Missed appointments were counted and not understood")
    tom.page.locator(f"main a[href='{urlsplit(row).path}']").first.click()
    assert tom.page.url == row
    tom.go(f"/findings/{ref}/thread/")
    tom.reads("It is reported done without evidence.")
    tom.go("/findings/thread/")
    tom.reads("Action is reported done without evidence (1)")
