"""What a trial or an inquest asks the review to wait with: it stops those verbs and no other, until it ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from findings.chronology_export import Export
from findings.merged import Filters
from findings.services import accuracy, pack
from findings.services import chronology as chronologies
from reviews import restrictions
from reviews.lifecycle import REVIEW_LIFECYCLE
from reviews.models import Event, ParallelProcess, Restriction, Review
from reviews.services import contact, contribution, letter, meeting, milestone, parallel, restriction
from scr_portal.lib.records import Refused
from tests import make
from tests.case import Case, one_of_everything

TODAY = timezone.localdate()
TO = {"recipient": "Somebody", "address": "", "agency": None}


@pytest.fixture
def case(board: make.World) -> Case:
    found = one_of_everything(board, stage="collection")
    Restriction.objects.all().delete()
    return found


def asked(case: Case, limit: str, material: str = "", **values: Any) -> Restriction:
    """A restriction of the inquest of the case, from today on unless it says otherwise."""
    said = {
        "limit": limit,
        "material": material,
        "detail": "",
        "asked_by": "The officer",
        "since": TODAY,
        "until": None,
    }
    process = case.records["parallel"]
    return restriction.add(by=case.world.chair, process=process, values={**said, **values})


def sends(key: str) -> Callable[[Case], Any]:
    """Writing a letter and recording that it went out today."""

    def send(case: Case) -> None:
        made = letter.begin(by=case.world.manager, review=case.review, key=key, values=TO)
        made.__class__.objects.filter(pk=made.pk).update(text="Dear all", subject="s")
        made.refresh_from_db()
        letter.send(by=case.world.manager, letter=made, values={"way": "post", "sent_on": TODAY, "told": ""})

    return send


def meets(kind: str) -> Callable[[Case], Any]:
    values = {"kind": kind, "held_on": TODAY + timedelta(days=9), "led_by": "Ruth", "agenda": "a"}
    return lambda case: meeting.call(by=case.world.manager, review=case.review, values=values)


def move(verb: str) -> Callable[[Case], Any]:
    def make_it(case: Case) -> None:
        if sentence := REVIEW_LIFECYCLE.move(verb).obstacle(case.review):
            raise Refused(sentence)

    return make_it


def passages(case: Case) -> Any:
    case.records["round"].__class__.objects.update(sent_on=None)
    return accuracy.send(by=case.world.manager, round=case.records["round"])


def exported(case: Case) -> Any:
    file = Export("xlsx", b"x", "x.xlsx", "text/plain", 1, False)
    return chronologies.exported(by=case.world.reviewer, review=case.review, filters=Filters(), file=file)


def told(case: Case) -> Any:
    return milestone.correct(by=case.world.manager, review=case.review, event="family_told", on=TODAY, note="n")


def contacted(kind: str) -> Callable[[Case], Any]:
    values = {"happened_on": TODAY, "by_whom": "Tom", "way": "phone", "what": "w"}
    return lambda case: contact.add(by=case.world.manager, person=case.records["member"], kind=kind, values=values)


def heard(case: Case) -> Any:
    values = {"words": "w", "given_on": TODAY, "way": "meeting", "with_whom": "Hana", "choice": "quote"}
    return contribution.add(by=case.world.manager, person=case.records["member"], values=values)


def moved(case: Case) -> Any:
    values = {"kind": "practitioners"}
    return meeting.write(by=case.world.manager, meeting=case.records["meeting"], values=values)


# Each verb, and what stops it: interviews, family, publication, the report, the chronology, the pack.
VERBS: dict[str, tuple[Callable[[Case], Any], str]] = {
    "a practitioner event": (meets("practitioners"), "i....."),
    "a panel meeting": (meets("panel"), "......"),
    "a meeting made a practitioner event": (moved, "i....."),
    "a letter to a practitioner": (sends("practitioner-invitation"), "i....."),
    "the decision to the family": (sends("decision-family"), ".f...."),
    "an invitation to the family": (sends("family-invitation"), ".f...."),
    "the day on which the family was told": (told, ".f...."),
    "telling somebody of the family": (contacted("told"), ".f...."),
    "inviting somebody of the family": (contacted("invited"), ".f...."),
    "support for the family": (contacted("support"), ".f...."),
    "the draft to the family": (contacted("draft"), ".f.r.."),
    "hearing the family": (heard, ".f...."),
    "what the family answers": (contacted("answered"), "......"),
    "a letter to the coroner": (sends("coroner"), "......"),
    "the notice of publication": (sends("publication"), "..pr.."),
    "the draft to an agency": (sends("draft"), "...r.."),
    "passages to agencies": (passages, "...r.."),
    "publication": (move("publish"), "..pr.."),
    "the release to the panel": (move("release"), "....c."),
    "the chronology as a file": (exported, "....c."),
    "the pack as a file": (lambda c: pack.taken(by=c.world.manager, review=c.review, kind="docx", content=b"x"), ".....k"),
}  # fmt: skip
RESTRICTIONS = {
    "i": ("interviews", ""), "f": ("family", ""), "p": ("publication", ""),
    "r": ("disclosure", "report"), "c": ("disclosure", "chronology"), "k": ("disclosure", "pack"),
}  # fmt: skip


def test_a_process_does_not_end_before_it_begins(case: Case, signed_in: Any) -> None:
    said = {"kind": "criminal", "started_on": "3/3/2026", "ended_on": "1/3/2026", "note": "Charged."}
    answer = signed_in(case.world.manager).post(f"/reviews/{case.review.ref}/parallel/new/", said)
    assert answer.status_code == 422
    assert "It ends before it begins" in answer.content.decode()
    assert "Charged." in answer.content.decode()


def test_each_restriction_stops_its_own_verbs_and_no_other(case: Case) -> None:
    found = []
    for sign, (limit, material) in RESTRICTIONS.items():
        for name, (verb, by) in VERBS.items():
            with suppress(InterruptedError), transaction.atomic():
                asked(case, limit, material)
                sentence = ""
                try:
                    verb(case)
                except Refused as refusal:
                    sentence = str(refusal)
                if ("because of the coroner's inquest" in sentence) != (sign in by):
                    found.append((name, limit, material, sentence))
                raise InterruptedError  # What was done here is undone.
    assert found == []


def test_the_sentence_names_the_process_who_lifts_it_and_what_may_be_done_meanwhile(case: Case) -> None:
    ParallelProcess.objects.update(kind="criminal", lead_body="Harrowdale Police")
    asked(case, "family", asked_by="DI Khan", until=date(2030, 1, 2))
    with pytest.raises(Refused) as refusal:
        sends("decision-family")(case)
    assert str(refusal.value) == (
        "You cannot write to the family now, because of the criminal investigation or trial (Harrowdale Police): “No contact with the "
        "family”, asked for by DI Khan until 2 January 2030; the board chair or the business manager can lift it, and meanwhile the "
        "letter can be drafted, and the lead body can be asked what may be said."
    )


def test_every_deed_of_the_table_is_named_by_a_verb() -> None:
    named = {*restrictions.LETTERS.values(), *restrictions.LETTERS_TO.values(), *restrictions.MEETINGS.values()}
    named |= {*restrictions.CONTACTS.values(), "family.meet"}
    named |= {*restrictions.EVENTS.values(), "passages.send", "chronology.export", "pack.take"}
    assert named | {each.deed for each in REVIEW_LIFECYCLE.moves if each.deed} == set(restrictions.READ)


def test_a_table_that_names_a_restriction_that_is_not_there_is_not_read() -> None:
    with pytest.raises(ValueError, match="does not read at a"):
        restrictions.read("a rumours - | do it | wait")


def test_a_restriction_ends_when_it_is_lifted_by_its_day_or_with_its_process(case: Case) -> None:
    def standing() -> list[str]:
        return [each.limit for each in case.review.restrictions_standing]

    lifted = asked(case, "family")
    asked(case, "interviews", until=TODAY - timedelta(days=1), since=TODAY - timedelta(days=9))
    asked(case, "publication")
    assert standing() == ["family", "publication"]
    restriction.lift(by=case.world.manager, restriction=lifted, why="The officer agrees.")
    sends("decision-family")(case)
    assert standing() == ["publication"]
    with pytest.raises(Refused, match="ended already"):
        restriction.lift(by=case.world.manager, restriction=lifted, why="Again.")
    ended = parallel.write(by=case.world.chair, process=case.records["parallel"], values={"ended_on": TODAY})
    event = Event.objects.filter(verb="parallel_process.ended").get()
    assert (standing(), event.facts["lifted"]) == ([], ["publication"])
    with pytest.raises(Refused, match="has ended"):
        asked(case, "family")
    parallel.write(by=case.world.chair, process=ended, values={"ended_on": None})
    assert standing() == ["publication"]


def test_what_was_done_before_it_was_asked_for_can_still_be_put_on_record(case: Case) -> None:
    asked(case, "family")
    earlier = TODAY - timedelta(days=1)
    by, note = case.world.manager, "By telephone, the day before the officer wrote."
    told = milestone.correct(by=by, review=case.review, event="family_told", on=earlier, note=note)
    assert told.happened_on == earlier


def test_a_stopped_letter_says_so_on_its_page_and_keeps_what_was_typed(case: Case, signed_in: Any) -> None:
    asked(case, "family")
    asked(case, "disclosure", "other", detail="The recording of the call.")
    client, review = signed_in(case.world.manager), case.review
    made = letter.begin(by=case.world.manager, review=review, key="decision-family", values=TO)
    made.__class__.objects.update(text="Dear Ms Okafor", subject="s")
    page = client.get(f"/reviews/{review.ref}/letter/{made.pk}/").content.decode()
    assert "You cannot write to the family now" in page
    assert "The recording of the call." in page
    said = {"way": "post", "sent_on": f"{TODAY:%d/%m/%Y}", "told": "Rang first."}
    answer = client.post(f"/reviews/{review.ref}/letter/{made.pk}/send/", said)
    assert answer.status_code == 422
    assert "Rang first." in answer.content.decode()


def test_the_page_of_restrictions_says_what_is_stopped(case: Case, signed_in: Any) -> None:
    assert "Nothing. Learning is never stopped" in page_of(case.review, signed_in(case.world.auditor))
    asked(case, "disclosure", "chronology")
    assert "You cannot take the chronology out now" in page_of(case.review, signed_in(case.world.auditor))


def page_of(review: Review, client: Any) -> str:
    content: bytes = client.get(f"/reviews/{review.ref}/restriction/").content
    return content.decode()


def test_a_material_must_be_named_to_be_kept_back(case: Case, signed_in: Any) -> None:
    address = f"/reviews/{case.review.ref}/parallel/{case.records['parallel'].pk}/restriction/new/"
    said = {"limit": "disclosure", "asked_by": "The coroner", "since": "1/2/2026"}
    client = signed_in(case.world.manager)
    assert "Choose the material that may not be disclosed." in client.post(address, said).content.decode()
    assert "Say which material" in client.post(address, {**said, "material": "other"}).content.decode()
    assert client.post(address, {**said, "limit": "family", "material": "report"}).status_code == 302
    assert Restriction.objects.get().material == ""
