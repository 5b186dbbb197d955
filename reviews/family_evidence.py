"""What the family's records show for the quality markers: how many were told, invited and heard, and who is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reviews.family import Member, everybody
from reviews.models import Consent, Review
from scr_portal.lib.page_tags import day

# What can be looked for, and of whom it is true; of the living, unless it is about names.
LOOKS: dict[str, Callable[[Member], bool]] = {
    "told": lambda each: bool(each.told or (each.involvement and each.involvement.untold_because)),
    "language": lambda each: bool(each.involvement and each.involvement.language),
    "invited": lambda each: bool(each.invited or excused(each)),
    "answered": lambda each: bool(each.answered),
    "advocate": lambda each: bool(each.advocates or (each.involvement and each.involvement.supported_by)),
    "words": lambda each: bool(each.contributions),
    "draft": lambda each: bool(each.draft),
    "named": lambda each: each.named,
}
# Asked of those alone who were invited, and who did not decline.
OF_THE_INVITED = {"answered", "advocate"}
OF_THE_WILLING = {"words", "draft"}


def excused(each: Member) -> bool:
    """Whether it is on record why they are not invited, or not told in the first place."""
    said = each.involvement
    return bool(said and (said.uninvited_because or (said.untold_because and not each.told)))


def looked(review: Review) -> dict[str, str]:
    """Look-up ("family:told") → what was found, for all of which anything was."""
    people = everybody(review)
    found = {f"family:{key}": counted(key, concerned(key, people)) for key in LOOKS}
    asked = [each for one in people for each in one.contributions]
    unasked = [each for each in asked if not each.consent or each.consent.choice == Consent.Choice.NOT_ASKED]
    if asked:
        found["family:consent"] = f"{len(asked) - len(unasked)} of {len(asked)}"
    return {key: said for key, said in found.items() if said and not said.startswith("0 of")}


def concerned(key: str, people: Iterable[Member]) -> list[Member]:
    """The people of whom a look-up asks."""
    if key == "named":
        return [*people]
    living = [each for each in people if not each.dead]
    if key in OF_THE_INVITED:
        return [each for each in living if each.invited]
    if key in OF_THE_WILLING:
        return [each for each in living if each.answered and each.answered.answer == each.answered.Answer.YES]
    return living


def counted(key: str, asked: list[Member]) -> str:
    """Of how many it is true, when first, and of whom it is not yet; nothing where nobody is asked for."""
    if not asked:
        return ""
    there = [each for each in asked if LOOKS[key](each)]
    missing = ", ".join(each.person.pseudonym for each in asked if each not in there)
    days = sorted(each.told.happened_on for each in there if each.told) if key == "told" else []
    first = f", first on {day(days[0])}" if days else ""
    return f"{len(there)} of {len(asked)}{first}" + (f"; not yet: {missing}" if missing else "")
