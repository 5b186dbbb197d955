"""The steps of a journey that agencies take: hand in, look, put right, sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests import make
from tests.journeys.browser import Somebody
from tests.journeys.governing import Regime

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
    sal.page.get_by_label("Date, line 1", exact=True).fill("3 July 2019")
    for typed in ("1015hrs", "", "School rang the officer. No reply was recorded."):
        sal.page.keyboard.press("Tab")
        sal.page.keyboard.type(typed)
    sal.page.keyboard.press("Enter")
    sal.reads("3 July 2019, 10:15")
    sal.press("Make entries of the lines")
    sal.reads("1 line is an entry now.")
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
