"""Support for professionals is its support lead's alone: nobody else finds a page, a count below 5, or a trace of it.

Every page, file, list, search, feed and record that somebody can open is read twice, once while nothing about support was
ever recorded, and once when it was, through the portal's own verbs and with the letters and reminders that follow. Both
readings must be the same, word for word: so there is nothing to find, whatever it would have looked like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import reverse

from agencies.models import Professional, SupportAsk, SupportOffer
from agencies.services import support
from reviews.models import Event, Message, Milestone
from reviews.policy import Role
from reviews.services import calendar
from reviews.services.events import verify
from scr_portal.demo.timetable import on
from tests import make
from tests.case import Case, one_of_everything, routes
from tests.test_house import ROOT, modules
from tests.test_kept_apart import FILES, words
from tests.test_policy import BUTTONS, PEOPLE

TODAY = date(2026, 11, 27)
# Stand nowhere but in the records of support.
PLANTED = ("Zephyrwatch", "Quillmere", "Ambergate", "Dovecote")
OTHERS = sorted({*PEOPLE} - {"support"})
# Lists, searches and exports that are asked for something, beside each page as it opens.
ASKED = (
    ("reviews.event.list", "?verb=support.offered"), ("reviews.event.list", "?verb=professional.added"),
    ("reviews.event.of_board", "?verb=support.asked"), ("reviews.message.list", "?state=waiting"),
    ("reviews.message.list", "?state=sent"), ("findings.chronology.show", "?words=Zephyrwatch"),
    ("findings.chronology.export", "?format=docx"), ("findings.earlier.show", "?words=Zephyrwatch"),
    ("reviews.review.list", "?late=1"), ("reviews.person.list", "?names=real"),
)  # fmt: skip
# What differs between any two readings of one page: tokens, the moment and checksum of a file that is made anew, and the
# keys of choices (PostgreSQL counts on when what was made is undone).
FLEETING = re.compile(
    r'(name="(?:csrfmiddlewaretoken|once)" value=)"[^"]*"|nonce-[\w+/=-]+|"X-CSRFToken": "\w+"|(?<=<option value=")\d+|\b[0-9a-f]{64}\b|\b[0-9a-f]{16}…|\b\d{8}T\d{6}Z|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?'
)


@pytest.fixture
def case(board: make.World) -> Iterator[Case]:
    """A review with one of everything but support, a support lead of no agency, and the manager of another board."""
    with on(TODAY):
        board.people["elsewhere"] = make.world("Marlow").manager
        made = one_of_everything(board)
        board.people["coordinator"] = make.person("Cora Whitfield")
        make.member(board.board, board.coordinator, Role.SUPPORT_LEAD, review=made.review)
        Milestone.objects.create(
            review=made.review, event="commissioned", happened_on=date(2026, 10, 5), recorded_by=board.manager
        )
        for model in (SupportOffer, Professional, SupportAsk):
            model.objects.all().delete()
        yield made


@contextmanager
def undone() -> Iterator[None]:
    """What is done within is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def plant(case: Case) -> None:
    """Support as it is recorded: three of the police and one of the school, offers and answers, two who ask, reminders."""
    world, review = case.world, case.review
    looked_after, *_ = [
        support.add(
            by=world.support, review=review, agency=world.police,
            values={"role_code": f"{PLANTED[0]} {number}", "contact": PLANTED[1]},
        )
        for number in (3, 2, 1)
    ]  # fmt: skip
    values = {"kind": "counselling", "offered_on": date(2026, 10, 7), "note": PLANTED[2]}
    offered = support.offer(by=world.support, professional=looked_after, values=values)
    support.answer(by=world.support, offer=offered, values={"answer": "accepted", "answered_on": TODAY})
    theirs = {"role_code": f"{PLANTED[0]} 9", "contact": ""}
    other = support.add(by=world.coordinator, review=review, agency=world.school, values=theirs)
    support.write(by=world.coordinator, professional=other, values={**theirs, "wants_no_more": True})
    support.ask(by=world.police_senior, board=world.board, reach=PLANTED[3])
    asked = support.ask(by=world.auditor, board=world.board, reach=PLANTED[3])
    support.take_up(by=world.coordinator, ask=asked)
    assert support.remind_all()


def lasting(answer: Any) -> str:
    """The words of an answer without what differs between any two."""
    return FLEETING.sub(r"\1", words(answer))


def opened(case: Case, client: Client, who: str) -> dict[str, str]:
    """Every page of the table that opens, every file in each format, the calendar's feed: address → words."""
    found = {}
    addresses = [case.address(name) + asked for name, asked in ASKED]
    for name in sorted(set(routes()) - BUTTONS):
        kinds = FILES if "<slug:kind>/download" in routes()[name] else (None,)
        addresses += [case.address(name, **({"kind": kind} if kind else {})) for kind in kinds]
    if who in {"chair", "manager", "reviewer", "panel"}:
        key = calendar.make(by=case.world.people[who], board=case.world.board)
        addresses.append(f"{reverse('reviews.calendar.feed')}?key={key}")
    for address in addresses:
        answer = client.get(address)
        if answer.status_code == 200:
            found[address.partition("?key=")[0]] = lasting(answer)
    return found


def reading(case: Case, who: str, *, planted: bool) -> dict[str, str]:
    """What somebody finds, with or without support on record; nothing of it stays."""
    with undone():
        if planted:
            plant(case)
        client = Client()
        client.force_login(case.world.people[who], backend="allauth.account.auth_backends.AuthenticationBackend")
        return opened(case, client, who)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_but_the_support_lead_finds_a_trace(case: Case, who: str) -> None:
    without, found = reading(case, who, planted=False), reading(case, who, planted=True)
    assert [address for address, said in found.items() if said != without.get(address)] == []
    assert sorted(found) == sorted(without)
    assert [
        address for address, said in found.items() if "?" not in address and any(word in said for word in PLANTED)
    ] == []


def test_the_support_lead_finds_all_of_it_and_the_records_hold(case: Case) -> None:
    plant(case)
    client = Client()
    client.force_login(case.world.support, backend="allauth.account.auth_backends.AuthenticationBackend")
    shown = words(client.get(case.address("agencies.support.list")))
    assert [word for word in PLANTED[:3] if word not in shown] == []
    assert "Zephyrwatch 9" not in shown  # Of the school, so the coordinator's.
    assert "support offered" in shown
    asked = words(client.get("/agencies/support/"))
    assert "Dovecote" in asked
    assert "Ines Carvalho" not in asked  # Of no agency, so the coordinator's.
    verbs = Event.objects.filter(chain__contains="-support-").values_list("verb", flat=True)
    assert {*verbs} == {
        "professional.added", "professional.written", "support.offered", "support.answered", "support.asked",
        "support.taken_up", "support.reminded",
    }  # fmt: skip
    assert list(verify()) == []
    client.force_login(case.world.coordinator, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Zephyrwatch 9" in words(client.get(case.address("agencies.support.list")))


def test_no_letter_about_support_says_what_it_is_about_or_stands_in_an_outbox(case: Case) -> None:
    plant(case)
    sent = Message.objects.filter(kind=support.KIND)
    assert {message.to for message in sent} == {case.world.support, case.world.coordinator}
    for message in sent:
        assert message.subject in {"Support", f"Support, {case.review.ref}"}
        assert message.board is None
        told = f"{message.subject} {message.text} {message.key} {message.about}"
        names = [person.name for person in case.world.people.values()]
        assert [word for word in (*PLANTED, *names, "counselling", "asked for") if word in message.text] == [], told


def test_the_admin_has_no_record_of_support(case: Case) -> None:
    root = make.person("Root Keeper")
    root.is_staff = root.is_superuser = True
    root.save()
    client = Client()
    client.force_login(root, backend="allauth.account.auth_backends.AuthenticationBackend")
    lists = [
        f"/reference-data/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry
    ]  # fmt: skip
    pages = ["/reference-data/", *lists, *case_pages(case)]
    before = [lasting(client.get(address)) for address in pages]
    plant(case)
    assert [lasting(client.get(address)) for address in pages] == before
    assert not any(word in said for said in before for word in PLANTED)


def case_pages(case: Case) -> list[str]:
    """The support lead's own pages: being a superuser alone opens none of them."""
    names = ("list", "counts")
    return [case.address(f"agencies.support.{name}") for name in names]


# Who reads events by other ways, and why that shows none about support.
OTHER_WAYS = {
    "reviews/services/events.py": "verifies chains and shows no event",
    "scr_portal/metrics.py": "when all chains were last verified",
    "reviews/disposal.py": "the board's own chain, of which it tells how much is old and nothing else",
    "findings/dashboard.py": "events of actions, by the type of their subject",
}


def test_events_are_read_where_those_about_support_are_left_out() -> None:
    ways = re.compile(
        r"\bEvent\.(?:objects\.(?!visible_to|unsealed)|_default_manager|_base_manager)"
        r"|(?<!services)(?<!models)\.events\.(?!visible_to|unsealed)\w+\("
    )
    found = {path for path in modules() if ways.search((ROOT / path).read_text())}
    assert found - set(OTHER_WAYS) == set()
