"""What a parallel process asks the review to wait with, and which deeds each restriction stops.

A deed is a verb, or one way of using it, such as sending a letter to the family. `reviews.access.check` and the moves of a
life cycle name it, and are refused with the one sentence that stands here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from reviews.policy import ROLE_LABELS, rule


class Limit(models.TextChoices):
    """What is asked for."""

    INTERVIEWS = "interviews", "No interviews or events with practitioners"
    FAMILY = "family", "No contact with the family"
    PUBLICATION = "publication", "No publication"
    DISCLOSURE = "disclosure", "No disclosure of one material"


class Material(models.TextChoices):
    """What may not be disclosed. What is named `other` the portal can only remind of."""

    CHRONOLOGY = "chronology", "The merged chronology"
    REPORT = "report", "The report and its drafts"
    PACK = "pack", "The pack for the national body"
    OTHER = "other", "Something else: say what"


# A deed, the restriction and the material that stop it ("-": none does), what it is, and what may be done meanwhile.
DEEDS = """
practitioners.meet     interviews   -          | hold a practitioner event        | it can be planned, and agencies can support their staff
practitioners.write    interviews   -          | write to a practitioner          | the letter can be drafted, and agencies can support their staff
family.write           family       -          | write to the family              | the letter can be drafted, and the lead body can be asked what may be said
family.told            family       -          | tell the family                  | what they will be told can be prepared with the lead body
family.invite          family       -          | invite the family to take part   | the invitation can be drafted, and the lead body can be asked when it may go
family.meet            family       -          | meet the family                  | a letter that they write can be taken down, and their advocate can be spoken to
family.support         family       -          | offer the family support         | the lead body’s own liaison officer can be asked to offer it
family.draft           family       report     | show the family the draft        | how and when they will read it can be prepared with the lead body
report.publish         publication  report     | publish the report               | learning goes on: recommendations and actions wait for nothing
publication.announce   publication  report     | announce the publication         | the letter can be drafted, and learning goes on
report.send            -            report     | send the draft out               | the letter can be drafted
passages.send          -            report     | send passages to agencies        | the passages can be chosen
chronology.release     -            chronology | release the chronology           | the review chair can go on reading and marking it
chronology.export      -            chronology | take the chronology out          | it can be read on the page by those who may
pack.take              -            pack       | take the pack out                | it can be read and checked on its page
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the table."""

    key: str
    limit: str
    material: str
    label: str
    meanwhile: str


def read(table: str) -> dict[str, Deed]:
    """The deeds of a table, by key. Raises ValueError for a line that names what there is not."""
    found: dict[str, Deed] = {}
    for line in filter(str.strip, table.splitlines()):
        marks, label, meanwhile = (part.strip() for part in line.split("|"))
        key, limit, material = marks.split()
        if limit not in {"-", *Limit.values} or material not in {"-", *Material.values} or key in found:
            raise ValueError(f"The table of deeds does not read at {key}.")
        found[key] = Deed(key, limit, material, label, meanwhile)
    return found


READ = read(DEEDS)
# Letters that are deeds: by the kind of recipient, or by the letter's key in the rule set.
LETTERS_TO = {"practitioner": "practitioners.write", "family": "family.write"}
LETTERS = {"publication": "publication.announce", "draft": "report.send"}
MEETINGS = {"practitioners": "practitioners.meet"}
EVENTS = {"family_told": "family.told"}
# Contacts that the board seeks; that the family writes or rings is stopped by nothing.
CONTACTS = {"told": "family.told", "invited": "family.invite", "support": "family.support", "draft": "family.draft"}


def of_letter(letter: Any) -> str:
    """The deed that sending a letter is, or nothing."""
    return LETTERS_TO.get(letter.to) or LETTERS.get(letter.key, "")


def stopping(deed: str, restrictions: Iterable[Any], on: date) -> Any:
    """The first of the restrictions that stops a deed done on a day, or None. Raises LookupError for an unknown deed."""
    line = READ[deed]
    return next((each for each in restrictions if stops(each, line) and covers(each, on)), None)


def stops(restriction: Any, line: Deed) -> bool:
    """Whether a restriction is of the kind that stops a deed."""
    if restriction.limit == Limit.DISCLOSURE:
        return bool(restriction.material == line.material)
    return bool(restriction.limit == line.limit)


def covers(restriction: Any, on: date) -> bool:
    """Whether the restriction holds on a day; what was done before it was asked for can still be put on record."""
    return bool(restriction.since <= on and (restriction.until is None or on <= restriction.until))


def obstacle(review: Any, deed: str, on: date | None = None) -> str | None:
    """The sentence of what stops a deed on a day (today), or None."""
    found = stopping(deed, review.restrictions_standing, on or timezone.localdate())
    return sentence(found, READ[deed]) if found else None


def said(review: Any, deed: str = "", materials: Iterable[str] = (Material.OTHER,)) -> list[str]:
    """What somebody should read before a deed: what stops it, and which of `materials` may not be disclosed."""
    today = timezone.localdate()
    kept = review.restrictions_standing
    found = stopping(deed, kept, today) if deed else None
    reminders = [
        f"{each.process.named[0].upper()}{each.process.named[1:]} asks that this is not disclosed{until(each)}: {(each.detail or each.get_material_display().lower()).rstrip('.')}."
        for each in kept
        if each.limit == Limit.DISCLOSURE and each.material in materials
    ]
    return [*([sentence(found, READ[deed])] if found else []), *reminders]


def sentence(restriction: Any, line: Deed) -> str:
    """Which process stops it, who can lift it, and what may be done meanwhile."""
    return (
        f"You cannot {line.label} now, because of the {restriction.process.named}: “{restriction}”, asked for by {restriction.asked_by}"
        f"{until(restriction)}; {lifters()} can lift it, and meanwhile {line.meanwhile}."
    )


def until(restriction: Any) -> str:
    """How long it is to last, if anybody said."""
    return f" until {restriction.until.day} {restriction.until:%B %Y}" if restriction.until else ""


def lifters() -> str:
    """Who can lift a restriction, by the policy table."""
    may = rule("review.hold").may
    return "the " + " or the ".join(ROLE_LABELS[role].lower() for role in ROLE_LABELS if role in may)


def stopped(restrictions: Iterable[Any], today: date) -> list[tuple[Deed, str]]:
    """Every deed that is stopped now, with its sentence."""
    kept = [*restrictions]
    found = [(line, stopping(line.key, kept, today)) for line in READ.values()]
    return [(line, sentence(each, line)) for line, each in found if each]
