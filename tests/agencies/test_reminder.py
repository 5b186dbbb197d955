"""Twelve agencies chased over five weeks: each reminder once, none after the return, none lost, and nothing of the case in any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from agencies.models import Agency, Request, User
from agencies.services import reminder
from agencies.services import request as returns
from reviews.models import Event, Membership, Message, Person
from reviews.policy import Role
from reviews.services import message
from reviews.services import reminder as of_clocks
from scr_portal.demo.timetable import on
from tests import make

ASKED, DUE = date(2026, 9, 7), date(2026, 9, 21)
FREE_TEXT = "Held by the night team at Elm Road"


@pytest.fixture
def chased(board: make.World) -> dict[str, Request]:
    """Twelve agencies, asked on a Monday for a return in two weeks; by the local part of their leads' addresses."""
    review = make.review(board, rule_set=make.CHILD)
    make.subject(board, review)
    agencies = [board.police, board.school]
    for number in range(1, 11):
        agency = Agency.objects.create(board=board.board, name=f"Service at Elm Road {number}")
        make.member(board.board, make.person(f"Lead{number} Quill", agency=agency), Role.AGENCY_LEAD)
        agencies.append(agency)
    Membership.objects.update(since=ASKED - timedelta(days=30))
    with on(ASKED):
        made = returns.ask(
            by=board.manager, review=review, agencies=agencies, wanted="chronology", due_on=DUE, note=FREE_TEXT
        )
    return {lead_of(request).email: request for request in made}


def lead_of(request: Request) -> User:
    return User.objects.get(agency=request.agency, memberships__role=Role.AGENCY_LEAD)


def hand_in(board: make.World, name: str, request: Request) -> None:
    """A nil return, signed off."""
    request.refresh_from_db()
    lead = board.people[f"{name}_lead"]
    returns.make_nil_return(by=lead, request=request, reason=FREE_TEXT)
    returns.submit(by=lead, request=request)
    returns.sign_off(by=board.people[f"{name}_senior"], request=request)


def beat() -> None:
    """What the timer does in one of its rounds, twice, as two timers would."""
    for _ in range(2):
        reminder.remind_all()
        of_clocks.remind_all()
        message.send_waiting()


def live(first: date, last: date, also: dict[date, Callable[[], Any]], missed: set[date]) -> None:
    """Day by day: what happens on it, then the timer at seven, unless the day is missed."""
    day = first
    while day <= last:
        if day in also:
            with on(day, "06:30"):
                also[day]()
        if day not in missed:
            with on(day, "07:10"):
                beat()
        day += timedelta(days=1)


def down(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Take the mail server away; gives how to bring it back."""

    def refuse(*_: Any) -> None:
        raise ConnectionRefusedError("The mail server is down.")

    server = pytest.MonkeyPatch()
    server.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    monkeypatch.setattr(server, "undo", server.undo)
    return server.undo


@pytest.fixture
def five_weeks(
    board: make.World, chased: dict[str, Request], mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> list[Any]:
    """Police return before the date, the school long after it, one agency is given a week; the server is down for a day."""
    back: list[Callable[[], None]] = []
    police, school = chased[board.police_lead.email], chased[board.school_lead.email]
    given = chased["lead1.quill@example.org"]
    live(
        ASKED,
        ASKED + timedelta(days=35),
        {
            date(2026, 9, 16): lambda: hand_in(board, "police", police),
            date(2026, 9, 18): lambda: returns.extend(
                by=board.manager, request=given, due_on=date(2026, 9, 28), why=FREE_TEXT
            ),
            date(2026, 9, 22): lambda: back.append(down(monkeypatch)),
            date(2026, 9, 23): lambda: back[0](),
            date(2026, 10, 1): lambda: hand_in(board, "school", school),
        },
        missed={date(2026, 9, 12), date(2026, 9, 13)},
    )
    return mailoutbox


def kinds(address: str) -> list[str]:
    """The reminders that were sent to an address, in order, by the rule set's keys."""
    rows = Message.objects.filter(address=address, sent_at__isnull=False, kind="reminder").order_by("sent_at", "pk")
    return [row.key.split(":")[3] if row.key.startswith("request") else "clock" for row in rows]


def test_every_reminder_is_sent_once_and_none_is_lost(five_weeks: list[Any]) -> None:
    assert not Message.objects.waiting().exists()
    sent = Message.objects.filter(sent_at__isnull=False)
    assert len(five_weeks) == sent.count()
    assert max(Counter(letter.extra_headers["Message-ID"] for letter in five_weeks).values()) == 1
    assert kinds("lead2.quill@example.org") == ["soon", "today", "late", "still-late"]
    late = Message.objects.get(key__contains=":late:", address="lead2.quill@example.org")
    assert late.tries > 1
    assert late.sent_at is not None
    assert late.sent_at.date() == date(2026, 9, 23)


def test_none_comes_after_the_return_and_a_later_date_begins_anew(board: make.World, five_weeks: list[Any]) -> None:
    assert kinds(board.police_lead.email) == []
    assert kinds(board.school_lead.email) == ["soon", "today", "late", "still-late"]
    given = Message.objects.filter(address="lead1.quill@example.org", kind="reminder")
    assert [(row.key.split(":")[2], row.key.split(":")[3]) for row in given.order_by("queued_at")] == [
        ("2026-09-21", "soon"),
        *[("2026-09-28", key) for key in ("soon", "today", "late", "still-late")],
    ]


def test_the_chair_hears_of_each_return_that_does_not_come_once(
    board: make.World, chased: dict[str, Request], five_weeks: list[Any]
) -> None:
    told = Message.objects.filter(to=board.chair, key__contains=":escalated:")
    assert told.count() == 11
    assert Event.objects.filter(verb="request.escalated").count() == 11


def test_no_letter_holds_a_name_or_a_fact_of_the_case(board: make.World, five_weeks: list[Any]) -> None:
    words = {part for user in User.objects.all() for part in user.name.split()}
    words |= {word for each in Person.objects.all() for word in (each.given, each.surname, each.pseudonym) if word}
    words |= {agency.name for agency in Agency.objects.all()} | {"Child A", "Elm Road", FREE_TEXT}
    secret = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(words)))
    assert [found for letter in five_weeks if (found := secret.search(letter.subject + letter.body))] == []
    assert all(re.search(r"https?://\S+", letter.body) for letter in five_weeks)


def test_days_on_which_nothing_ran_are_made_up_by_one_letter(
    board: make.World, chased: dict[str, Request], mailoutbox: list[Any]
) -> None:
    live(ASKED, DUE + timedelta(days=14), {}, missed={DUE + timedelta(days=n) for n in range(-5, 9)})
    assert kinds("lead2.quill@example.org") == ["still-late"]


def test_what_waits_when_the_return_comes_in_is_called_off(
    board: make.World, chased: dict[str, Request], mailoutbox: list[Any]
) -> None:
    with on(DUE):
        reminder.remind_all()
        hand_in(board, "police", chased[board.police_lead.email])
        message.send_waiting()
    assert board.police_lead.email not in {letter.to[0] for letter in mailoutbox}


def test_an_agency_that_nobody_leads_is_chased_through_the_business_manager(
    board: make.World, chased: dict[str, Request]
) -> None:
    request = chased["lead2.quill@example.org"]
    User.objects.filter(agency=request.agency).update(is_active=False)
    with on(DUE):
        reminder.remind(request=request, today=DUE)
    assert Message.objects.get(about=f"request-{request.pk}", key__contains=":today:").to == board.manager


def test_without_a_timer_the_command_does_the_same(
    board: make.World, chased: dict[str, Request], mailoutbox: list[Any], capsys: Any
) -> None:
    with on(DUE):
        call_command("remind")
        call_command("remind")
    assert "0 reminders queued, 0 letters" in capsys.readouterr().out.splitlines()[-1]
    assert kinds("lead2.quill@example.org") == ["today"]
