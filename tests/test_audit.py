"""The record: one event for each change and for each reading that counts; none can be altered, and what is forced shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from reviews.models import Event
from tests import make
from tests.case import Case, everything, one_of_everything, unlike
from tests.posts import POSTS, Post
from tests.test_policy import FORMS, OF_THE_BOARD


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything."""
    return one_of_everything(board)


@contextmanager
def undone() -> Iterator[None]:
    """What is done within is undone at the end, so that one case serves every change."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_page_that_changes_something_is_sent_something_here() -> None:
    reading = (".see", ".audit", "-")
    changing = {name for name, action in FORMS.items() if not action.endswith(reading)}
    listing = {name for name in changing if name.endswith(".list")}
    assert changing - listing == {post.page for post in POSTS}


def sent(case: Case, signed_in: Any, post: Post, **more: Any) -> tuple[list[int], list[Event]]:
    """The statuses that came of sending a change, and the events that it left; the change itself is undone."""
    client = signed_in(case.world.people[post.who])
    with undone():
        post.prepare(case)
        before = Event.objects.count()
        statuses = post.send(case, client, **more)
        return statuses, list(Event.objects.all()[: Event.objects.count() - before])


def test_every_change_leaves_exactly_one_event_of_who_did_it_and_to_which_review(case: Case, signed_in: Any) -> None:
    found = []
    for post in POSTS:
        statuses, events = sent(case, signed_in, post)
        said = [(event.actor, event.board) for event in events]
        reviews = {event.review for event in events if not post.page.startswith((*OF_THE_BOARD, "reviews.referral."))}
        if statuses != [302] or said != [(case.world.people[post.who], case.world.board)] or reviews - {case.review}:
            found.append((post.page, statuses, [event.verb for event in events], said, reviews))
    assert found == [], "\n".join(map(str, found))


def test_a_form_sent_twice_leaves_one_event(case: Case, signed_in: Any) -> None:
    found = []
    for number, post in enumerate(POSTS):
        statuses, events = sent(case, signed_in, post, times=2, once=f"click-{number}")
        if len(events) != 1 or max(statuses) >= 500:
            found.append((post.page, statuses, [event.verb for event in events]))
    assert found == [], "\n".join(map(str, found))


# What is read, by whom, and the event that it leaves: files, real names, and what was refused.
READ = [
    ("agencies.upload.download", "police_author", "", "upload.downloaded"),
    ("findings.action.evidence", "police_owner", "", "action.evidence_downloaded"),
    ("findings.report.download", "chair", "", "report.downloaded"),
    ("reviews.person.list", "panel", "?names=real", "person.names_read"),
    ("findings.chronology.show", "panel", "?names=real", "chronology.named_view_opened"),
    ("findings.entry.show", "panel", "?names=real", "chronology.named_view_opened"),
    ("findings.finding.new", "panel", "", "person.refused"),
    ("agencies.agency.list", "chair", "", "person.refused"),
]


def test_downloads_real_names_and_refusals_leave_an_event(case: Case, signed_in: Any) -> None:
    for page, who, asked, verb in READ:
        before = Event.objects.count()
        signed_in(case.world.people[who]).get(case.address(page) + asked)
        events = list(Event.objects.all()[: Event.objects.count() - before])
        assert [(event.verb, event.actor) for event in events] == [(verb, case.world.people[who])], page
        assert events[0].address == "127.0.0.1"


def test_plain_reading_leaves_no_event(case: Case, signed_in: Any) -> None:
    client, before = signed_in(case.world.auditor), Event.objects.count()
    kept = {page for page, _, asked, _ in READ if not asked}
    reading = [name for name, action in FORMS.items() if action.endswith((".see", ".audit", "-")) and name not in kept]
    for name in reading:
        client.get(case.address(name))
    assert Event.objects.count() == before


def test_signing_in_and_out_leave_an_event_each(board: make.World, client: Any) -> None:
    board.manager.set_password("a long and private phrase")
    board.manager.save()
    said = {"login": board.manager.email, "password": "a long and private phrase"}
    assert client.post("/account/login/", said).status_code == 302
    assert client.post("/account/logout/").status_code == 302
    verbs = [(event.verb, event.actor, event.address) for event in Event.objects.order_by("pk")]
    assert verbs == [(f"person.signed_{way}", board.manager, "127.0.0.1") for way in ("in", "out")]


def test_a_wrong_password_leaves_an_event(board: make.World, client: Any) -> None:
    client.post("/account/login/", {"login": board.manager.email, "password": "not it at all"})
    assert Event.objects.count() == 1


def test_a_change_of_reference_data_in_the_admin_leaves_an_event(board: make.World, client: Any) -> None:
    root = make.person("Root Keeper")
    root.is_staff = root.is_superuser = True
    root.save()
    client.force_login(root, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = f"/reference-data/agencies/agency/{board.police.pk}/change/"
    values = {
        "board": board.board.pk,
        "name": "Harrowdale Constabulary",
        "short_name": "",
        "kind": "police",
        "active": "on",
    }
    client.post(page, values)
    board.police.refresh_from_db()
    assert (Event.objects.count() == 1) == (board.police.name == "Harrowdale Constabulary")


def test_who_may_read_the_record_reads_refusals_and_sign_ins_too(case: Case, signed_in: Any) -> None:
    signed_in(case.world.panel).get(case.address("findings.finding.new"))
    refused = Event.objects.latest("pk")
    assert refused in Event.objects.visible_to(case.world.auditor)


def test_an_event_that_cannot_be_recorded_takes_its_change_with_it(
    case: Case, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(Event, "save", full)
    found = []
    for post in POSTS:
        client = signed_in(case.world.people[post.who])
        with undone():
            post.prepare(case)
            before = everything()
            post.send(case, client)
            found += [(post.page, table) for table, _, _ in unlike(everything(), before)]
    assert found == [], "\n".join(map(str, found))
