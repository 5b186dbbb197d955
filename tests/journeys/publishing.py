"""The steps of a journey from findings to a report that the public can read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from findings.models import Finding, Recommendation
from reviews.models import Review
from reviews.stages import Stage
from tests import make
from tests.journeys.browser import Somebody, violations
from tests.journeys.governing import ADULT, CHILD, TODAY, Regime, day

EARLY = day(TODAY - timedelta(days=20))


@dataclass(frozen=True)
class Case:
    """A review whose findings stand, and what the family wish for its person to be called."""

    world: make.World
    review: Review
    regime: Regime
    wished: str

    @property
    def ref(self) -> str:
        return self.review.ref


CASES = {"child": (CHILD, make.CHILD, "Robin"), "adult": (ADULT, make.ADULT, "Frank")}


def analysed(world: make.World, kind: str) -> Case:
    """A review that is ready for its report: people in the register, a return, a finding that rests on it, a recommendation."""
    regime, rule_set, wished = CASES[kind]
    review = make.review(world, stage=Stage.ANALYSIS, rule_set=rule_set, title=regime.title)
    make.subject(world, review, given=regime.given, surname=regime.surname, pseudonym=regime.title)
    officer = {"given": "Marion", "surname": "Teasdale", "pseudonym": "Officer 1", "part": "professional"}
    make.subject(world, review, agency=world.police, **officer)
    asked = make.request(world, review, world.police, status="returned")
    entry = asked.entries.create(
        review=review, agency=world.police, sequence=1, date_text="27/3/2019", precision="day", event="Seen at home.",
        date_from="2019-03-27", date_to="2019-03-27", recorded_by=world.police_author,
    )  # fmt: skip
    words = {"title": "Visits were counted and not understood", "what": "w", "why": "y"}
    finding = Finding.objects.create(review=review, number=1, written_by=world.reviewer, **words)
    finding.evidence.create(entry=entry, added_by=world.reviewer)
    made = Recommendation.objects.create(review=review, number=1, text="Ask why.", written_by=world.reviewer)
    made.findings.set([finding])
    return Case(world, review, regime, wished)


def wish(enter: Callable[[str], Somebody], case: Case) -> None:
    """The family would like another name than the board's letters."""
    tom, person = enter("manager"), case.review.people.get(pseudonym=case.regime.title)
    tom.go(f"/reviews/{case.ref}/family/{person.pk}/naming/edit/")
    tom.fill("What they wish about the name", f"We would like {case.wished}: nobody should be a letter.")
    tom.fill("Published name", case.wished)
    tom.fill("Who chose it", "The grandmother")
    tom.fill("When they chose it", EARLY)
    tom.press("Save in the register")
    tom.reads("Saved in the people register")


def write(enter: Callable[[str], Somebody], case: Case) -> None:
    """Sections with real names; what the search asks about is decided."""
    hana = enter("reviewer")
    hana.go(f"/findings/{case.ref}/report/")
    hana.press("Begin the report")
    seen = f"{case.regime.given} {case.regime.surname} was seen at home by Marion Teasdale, in the caravan by the pier."
    table = "| Agency | What it did |\n|---|---|\n| The police | Came once |"
    texts = {"analysis": f"{seen}\n\n{table}", "summary": "Visits were counted and not understood."}
    for section in case.review.rules.sections:
        if section.required or section.key == "summary":
            hana.page.goto(f"/findings/{case.ref}/report/section/{section.key}/")
            hana.fill("Text", texts.get(section.key, seen))
            hana.press("Save")
            hana.reads("saved")
    decide(hana, case)


def decide(hana: Somebody, case: Case) -> None:
    """Whatever waits for a person is replaced, one after another."""
    hana.go(f"/findings/{case.ref}/leftover/")
    if hana.page.get_by_role("link", name="Decide them one by one").count():
        hana.press("Decide them one by one")
    while "/decide/" in hana.page.url:
        hana.choose("Replace it")
        hana.fill("Put in their place", "a place nearby")
        hana.choose("Decide the same wherever these words stand undecided")
        hana.press("Decide")
        hana.reads("Decided.")


def dispute(enter: Callable[[str], Somebody], case: Case) -> None:
    """An agency says that a passage is wrong, is not followed, and stands by its words: they go into the addendum."""
    hana = enter("reviewer")
    hana.go(f"/findings/{case.ref}/accuracy/")
    hana.press("Begin a round")
    hana.choose(case.world.police.label)
    hana.fill("They answer by", day(TODAY + timedelta(days=7)))
    hana.press("Prepare the round")
    hana.press("Send the passages")
    hana.reads("Sent. Each agency sees its own passages only.")
    kim = enter("police_author")
    kim.go("/")
    kim.press(f"Check what the draft says about your agency, {case.ref}")
    kim.page.get_by_role("link", name="Say what is wrong").first.click()
    kim.look()
    kim.choose("A fact is wrong")
    kim.fill("What is wrong, and what would be right?", "The officer stayed an hour.")
    kim.press("Send it to the reviewer")
    kim.reads("the reviewer will decide it")
    hana.go(f"/findings/{case.ref}/accuracy/")
    hana.page.get_by_role("link", name="Decide").first.click()
    hana.choose("Not accepted: the text stands")
    hana.fill("Reason", "The log says ten minutes.")
    hana.press("Decide")
    hana.reads("Decided. The agency reads your reason.")
    ann = enter("police_senior")
    ann.go("/")
    ann.press(f"Check what the draft says about your agency, {case.ref}")
    ann.page.get_by_role("link", name="Dispute this decision").first.click()
    ann.fill("Your agency’s words for the report’s addendum", "The camera shows an hour.")
    ann.press("Dispute it")
    ann.reads("it stands in the report unless it is settled")
    hana.go(f"/findings/{case.ref}/accuracy/")
    hana.press("Close the round")
    hana.reads("Disputes that stand are in the addendum.")
    decide(hana, case)


def read_twice(enter: Callable[[str], Somebody], case: Case) -> None:
    """The second reader finds what identifies without a name; it is changed, and both sign anew."""
    hana, lee = enter("reviewer"), enter("panel")
    sign(hana, case, 1)
    lee.go(f"/findings/{case.ref}/report/read/2/")
    lee.choose("Something has to change first")
    lee.fill("Note", "The caravan by the pier: there is only one.")
    lee.press("Sign your reading")
    lee.reads("Your reading stands in the record.")
    hana.go(f"/findings/{case.ref}/report/")
    hana.reads("The caravan by the pier: there is only one.")
    for section in case.review.report.sections.exclude(text=""):
        hana.page.goto(f"/findings/{case.ref}/report/section/{section.key}/")
        hana.fill("Text", section.text.replace("in the caravan by the pier", "where she lived"))
        hana.press("Save")
        hana.reads("saved")
    hana.go(f"/findings/{case.ref}/report/")
    hana.reads("Has not signed this text")
    sign(hana, case, 1)
    sign(lee, case, 2)
    hana.go(f"/findings/{case.ref}/report/")
    hana.press("Send it for sign-off")
    hana.reads("The board chair has the report for sign-off.")
    ruth = enter("chair")
    ruth.go(f"/findings/{case.ref}/report/")
    ruth.press("Sign it off")
    ruth.fill("On whose behalf, and anything to be remembered", "For the board.")
    ruth.press("Sign off")
    ruth.reads("Signed off.")


def sign(reader: Somebody, case: Case, order: int) -> None:
    reader.go(f"/findings/{case.ref}/report/read/{order}/")
    reader.choose("I have read all of it, and nobody can be found in it")
    reader.press("Sign your reading")
    reader.reads("Your reading stands in the record.")


def hold(enter: Callable[[str], Somebody], case: Case) -> None:
    """The police ask that nothing is published before the trial."""
    tom = enter("manager")
    tom.go(f"/reviews/{case.ref}/restriction/")
    tom.press("Record a parallel process")
    tom.select("What it is", "Criminal investigation or trial")
    tom.fill("Since", EARLY)
    tom.press("Record it")
    tom.reads("Recorded. If it asks the review to wait")
    tom.page.get_by_role("link", name="Add a restriction").first.click()
    tom.choose("No publication")
    tom.fill("Who asked for it", "DI Osei, by letter")
    tom.fill("From", EARLY)
    tom.press("Record it")
    tom.reads("It stops what it names from its first day on.")


def prepare(enter: Callable[[str], Somebody], case: Case) -> None:
    """Plan, files, checklist; nothing but the hold is left in the way."""
    tom = enter("manager")
    tom.go(f"/findings/{case.ref}/report/")
    tom.press("Build the files and scan them")
    tom.reads("The scan found nothing")
    tom.go(f"/findings/{case.ref}/publication/plan/")
    tom.choose("Make a page for the board’s website")
    tom.fill("What stands at the head of that page", f"What was learned from what happened to {case.wished}.")
    tom.press("Save")
    tom.reads("The plan is saved.")
    for line in case.review.rules.checklist:
        tom.page.goto(f"/findings/{case.ref}/publication/check/{line.key}/")
        tom.fill("Who did it", line.who)
        tom.fill("Done on", EARLY)
        tom.press("Tick it")
        tom.reads(f"Ticked: {line.label}.")
    tom.press("Publish it")
    tom.reads("You cannot publish the report now, because of the criminal investigation or trial")


def publish(enter: Callable[[str], Somebody], case: Case, folder: Path) -> Path:
    """The hold lifts; it is published; gives the folder for the website, unpacked."""
    tom = enter("manager")
    tom.go(f"/reviews/{case.ref}/restriction/")
    tom.page.get_by_role("link", name="Lift").first.click()
    tom.look()
    tom.page.get_by_role("textbox").last.fill("The trial has ended.")
    tom.press("Lift it")
    tom.reads("Lifted.")
    tom.go(f"/findings/{case.ref}/publication/")
    tom.reads("Nothing stands in the way")
    tom.press("Publish it")
    tom.reads("Published")
    packed = tom.saved("Download the folder for the website (this is recorded)", folder)
    tom.saved("Download the pack for the national library (this is recorded)", folder)
    tom.press("Record the deposit")
    tom.fill("Deposited on", day(TODAY))
    tom.fill("Reference there", "C7001")
    tom.press("Record it")
    tom.reads("C7001")
    with zipfile.ZipFile(packed) as held:
        held.extractall(folder / "site")
    return folder / "site"


def browse(page: Page, site: Path, case: Case) -> None:
    """A stranger reads the folder without any server: no fault for a screen reader, nobody's name, nothing that leads back."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    read = {}
    for name in ("index.html", "report.html"):
        page.goto((site / name).as_uri())
        assert violations(page) == [], name
        read[name] = page.locator("body").inner_text()
        for real in (case.regime.given, case.regime.surname, "Teasdale", "caravan"):
            assert real not in read[name], (name, real)
    assert case.wished in read["index.html"]
    assert "The camera shows an hour." in read["report.html"]
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Read the report").click()
    expect(page.locator("h1")).to_be_visible()
    assert {url.partition(":")[0] for url in asked} == {"file"}
