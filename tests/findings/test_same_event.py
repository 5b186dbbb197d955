"""Accounts of one event: suggested, decided by a person, taken back; and kept from whoever may not read all of them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Entry, Request
from findings import tasks
from findings.lifecycle import LinkStatus
from findings.models import EventLink
from findings.services import same_event as verbs
from reviews.models import Event, Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_merged import told

DAY = date(2019, 3, 27)


@pytest.fixture
def review(board: make.World) -> Review:
    """A review whose police and school both tell of one strategy meeting, and the school of its Easter assembly."""
    made = make.review(board, stage=Stage.ANALYSIS)
    for agency in (board.police, board.school):
        make.request(board, made, agency, status="returned")
    told(board, made, "police", "Strategy meeting with Mrs Hallam of school. Section 47 agreed.", DAY, time=time(14, 0))
    told(board, made, "school", "Mrs Hallam joined the strat meeting with police, s47 agreed.", DAY, time=time(14, 10))
    told(board, made, "school", "Easter assembly, no parent came.", DAY, time=time(9, 30))
    return made


def found(board: make.World, review: Review) -> EventLink:
    verbs.look(by=board.panel, review=review)
    return EventLink.objects.get(status=LinkStatus.SUGGESTED)


def texts(link: EventLink) -> list[str]:
    return [entry.event[:8] for entry in link.entries.order_by("pk")]


def test_what_is_found_waits_for_a_person_and_is_found_once(board: make.World, review: Review) -> None:
    link = found(board, review)
    assert texts(link) == ["Strategy", "Mrs Hall"]
    assert verbs.look(by=board.panel, review=review) == 0
    assert EventLink.objects.count() == 1


def test_not_the_same_is_never_suggested_again_until_it_is_taken_back(board: make.World, review: Review) -> None:
    link = verbs.reject(by=board.panel, link=found(board, review))
    assert verbs.look(by=board.manager, review=review) == 0
    verbs.undo(by=board.panel, link=link)
    assert found(board, review) == link


def test_an_account_is_taken_out_and_the_entries_stand(board: make.World, review: Review) -> None:
    before = list(Entry.objects.order_by("pk").values())
    link = found(board, review)
    link = verbs.confirm(by=board.panel, link=link, entries=[entry.pk for entry in link.entries.all()])
    assert verbs.look(by=board.panel, review=review) == 0
    assembly = Entry.objects.get(event__startswith="Easter")
    joined = verbs.link(by=board.panel, review=review, entries=[assembly.pk, link.entries.all()[0].pk])
    link.refresh_from_db()
    assert (link.status, joined.entries.count()) == (LinkStatus.JOINED, 3)
    left = verbs.part(by=board.panel, link=joined, entry=assembly)
    assert (left.status, texts(left)) == (LinkStatus.CONFIRMED, ["Strategy", "Mrs Hall"])
    ended = verbs.part(by=board.panel, link=left, entry=left.entries.all()[0])
    assert ended.status == LinkStatus.REJECTED
    assert verbs.look(by=board.panel, review=review) == 0
    assert list(Entry.objects.order_by("pk").values()) == before


def test_fewer_than_two_accounts_are_no_event(board: make.World, review: Review) -> None:
    link = found(board, review)
    with pytest.raises(Refused, match="at least two"):
        verbs.confirm(by=board.panel, link=link, entries=[link.entries.all()[0].pk])
    school = Entry.objects.filter(agency=board.school).values_list("pk", flat=True)
    with pytest.raises(Refused, match="at least two agencies"):
        verbs.link(by=board.panel, review=review, entries=school)


def test_a_suggestion_holds_nothing_that_its_reader_may_not_read(board: make.World, review: Review) -> None:
    link = found(board, review)
    assert list(EventLink.objects.visible_to(board.panel)) == [link]
    assert list(EventLink.objects.visible_to(board.police_lead)) == []
    Request.objects.filter(agency=board.school).update(status="in_progress")
    assert list(EventLink.objects.visible_to(board.panel)) == []


def test_one_is_decided_after_another_in_the_browser(board: make.World, review: Review, signed_in: Any) -> None:
    client, of = signed_in(board.panel), f"/findings/{review.ref}/same_event/"
    said = client.post(f"{of}look/", follow=True).content.decode()
    assert "The same day" in said
    link = EventLink.objects.get()
    page = client.get(f"{of}{link.pk}/").content.decode()
    assert "Is this the same event?" in page
    assert page.count("Differs") == 2  # Their times, and who they say was told.
    answer = client.post(
        f"{of}{link.pk}/", {"answer": "same", "entries": [entry.pk for entry in link.entries.all()]}, follow=True
    )
    assert "No suggestion is left" in answer.content.decode()
    assert "Told by other agencies too" in client.get(f"/findings/{review.ref}/chronology/").content.decode()
    assert (
        "Other agencies tell of it too"
        in client.get(f"/findings/{review.ref}/entry/{link.entries.all()[0].pk}/").content.decode()
    )
    client.post(f"{of}{link.pk}/undo/")
    assert EventLink.objects.get().status == LinkStatus.SUGGESTED
    verbs_kept = Event.objects.filter(verb__startswith="same_event.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs_kept) == ["same_event.looked_for", "same_event.confirmed", "same_event.undone"]


def test_a_look_that_comes_again_is_one_look_and_one_that_is_asked_for_again_another(
    board: make.World, review: Review
) -> None:
    asked_at = timezone.now()
    for _ in range(2):
        tasks.look_for_same_events(review.pk, board.panel.pk, asked_at.isoformat())
    looks = Event.objects.filter(verb="same_event.looked_for")
    assert looks.count() == 1
    tasks.look_for_same_events(review.pk, board.manager.pk, asked_at.isoformat())
    tasks.look_for_same_events(review.pk, board.panel.pk, timezone.now().isoformat())
    assert looks.count() == 3


def test_who_decides_second_reads_what_was_decided_and_what_they_had_chosen(
    board: make.World, review: Review, signed_in: Any
) -> None:
    link, client = found(board, review), signed_in(board.panel)
    page, keys = f"/findings/{review.ref}/same_event/{link.pk}/", [entry.pk for entry in link.entries.all()]
    opened = client.get(page).context["form"].initial["seen_version"]
    verbs.confirm(by=board.panel, link=link, entries=keys)
    late = client.post(page, {"answer": "not", "entries": keys, "seen_version": opened})
    said = late.content.decode()
    assert late.status_code == 422
    assert "This is now at “The same event”" in said
    assert "You had chosen “Not the same”" in said
    assert said.count("<li>Harrowdale Police, ") == 1
    assert EventLink.objects.get().status == LinkStatus.CONFIRMED
    verbs.undo(by=board.panel, link=EventLink.objects.get())
    for status in (422, 302):  # What was decided and taken back meanwhile is said once; then the decision goes through.
        answer = client.post(page, {"answer": "not", "entries": keys, "seen_version": opened})
        assert answer.status_code == status
        if status == 422:
            assert "Someone else changed this" in answer.content.decode()
            opened = answer.context["form"]["seen_version"].value()
    assert EventLink.objects.get().status == LinkStatus.REJECTED
