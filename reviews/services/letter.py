"""Writing letters, and keeping them as they were sent."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from reviews import letters
from reviews.access import check
from reviews.models import Disclosure, Letter, Review
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.restrictions import of_letter
from reviews.services.contact import on_record
from reviews.services.disclosure import log, taken
from reviews.services.events import record
from reviews.services.milestone import dated
from scr_portal.lib import merging
from scr_portal.lib.records import Refused, changed, locked

# A letter whose sending is itself a dated fact that clocks know.
DATED = {"decision-family": "family_told"}


def writable(by: Any, letter: Letter) -> None:
    """Pass while a letter is a draft. Raises Refused once it was sent."""
    check(by, "letter.write", letter.review)
    if letter.sent_on:
        raise Refused("This letter was sent, so it stays as it is. Write another one.")


@transaction.atomic
def begin(*, by: Any, review: Review, key: str, values: dict[str, Any]) -> Letter:
    """A draft from the rule set's own words, with what is known filled in.

    `values`: recipient, address, agency, and the `people` of the register to whom a letter to the family goes.
    """
    check(by, "letter.write", review)
    kind = review.rules.letter(key)
    plain = {name: value for name, value in values.items() if name != "people"}
    known = letters.values(review, key=key, recipient=values["recipient"], to=kind.to, agency=values["agency"], by=by)
    made = Letter.objects.create(
        review=review, key=key, label=kind.label, to=kind.to, written_by=by,
        subject=merging.merged(kind.subject, known, MERGE_FIELDS)[:300],
        text=merging.merged(kind.text, known, MERGE_FIELDS).strip(), **plain,
    )  # fmt: skip
    addressed(made, values)
    record(by, "letter.begun", made, facts={"key": key, "to": made.to})
    return made


@transaction.atomic
def write(*, by: Any, letter: Letter, values: dict[str, Any], seen_version: int | None = None) -> Letter:
    """Change a draft. Raises Refused once it was sent, Stale as `changed` does."""
    writable(by, letter)
    plain = {name: value for name, value in values.items() if name != "people"}
    found, differing = changed(letter, plain, seen_version=seen_version)
    addressed(found, values)
    record(by, "letter.written", found, facts={"fields": differing})
    return found


def addressed(letter: Letter, values: dict[str, Any]) -> None:
    """Name the people of the register to whom it goes. Raises Refused for a letter that is not to the family."""
    if "people" not in values:
        return
    if values["people"] and letter.to != "family":
        raise Refused("Only a letter to the family goes to people of the register: leave them unticked.")
    letter.people.set(values["people"])


@transaction.atomic
def send(*, by: Any, letter: Letter, values: dict[str, Any], seen_version: int | None = None) -> Letter:
    """Record that a letter went out: by which way, on which day; its Word document is kept as it is now.

    Raises Refused while gaps are left in it, where the letterhead cannot be filled in, and while a restriction stops it;
    Stale where it was changed after it was read.
    """
    writable(by, letter := locked(letter))
    check(by, "letter.write", letter.review, deed=of_letter(letter), on=values.get("sent_on"))
    if left := merging.gaps(f"{letter.subject}\n{letter.text}", MERGE_FIELDS):
        raise Refused(f"Fill in what is still open in the letter first: {', '.join(left)}.")
    content = letters.document(letter)
    sha256 = hashlib.sha256(content).hexdigest()
    found, _ = changed(letter, {**values, "sent_by": by, "sha256": sha256}, seen_version=seen_version)
    found.file.save("letter.docx", ContentFile(content), save=True)
    if found.key in DATED and found.sent_on:
        dated(found.review, DATED[found.key], found.sent_on, by, found.get_way_display())
    on_record(by, found)
    kind = Disclosure.Kind.COPY if found.key == "statutory-copies" else Disclosure.Kind.LETTER
    to = ", ".join(filter(None, (found.recipient, str(found.agency or ""))))
    log(
        by, found.review, kind, what=found.label, to=to, why=f"To tell the {found.to}", sha256=sha256, on=found.sent_on,
        power=found.review.rules.request_power.citation if found.key == "information-request" else "",
    )  # fmt: skip
    record(by, "letter.sent", found, facts={"key": found.key, "to": found.to, "way": found.way, "sha256": sha256})
    return found


@transaction.atomic
def downloaded(*, by: Any, letter: Letter, kind: str) -> None:
    """Keep on record that a letter left the portal as a file."""
    check(by, "letter.see", letter.review)
    taken(by, letter.review, Disclosure.Kind.LETTER, what=letter.label, sha256=letter.sha256 if kind == "docx" else "")
    record(by, "letter.downloaded", letter, facts={"format": kind})
