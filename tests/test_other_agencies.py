"""Agency against agency, board against board: by address, by what a form says, by what lists lead to, and after the last day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from agencies.models import Entry, Upload
from findings.models import Evidence
from reviews.policy import Role
from tests import make
from tests.case import CSV, Case, everything, one_of_everything, routes, unlike
from tests.others import beside_all, said
from tests.test_policy import BUTTONS, walked


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything, and the manager of another board."""
    board.people["elsewhere"] = make.world("Marlow").manager
    return one_of_everything(board)


# What was published, and what the portal says of itself, is read by whoever signs in.
PUBLISHED = {"findings.library.show", "help.role"}


def records() -> list[str]:
    """The pages that open a record of a case, the buttons left out."""
    return [name for name in walked() if "<" in routes()[name] and name not in BUTTONS | PUBLISHED]


@pytest.mark.parametrize("who", ["police_lead", "police_author", "police_senior", "police_owner"])
def test_an_agency_gets_404_on_everything_of_another_agency(case: Case, signed_in: Any, who: str) -> None:
    client, before = signed_in(case.world.people[who]), everything()
    theirs = [name for name in walked() if "<" in routes()[name] and name not in PUBLISHED]
    sent = {name: client.post(case.address(name, "school")).status_code for name in theirs}
    opened = {name: client.get(case.address(name, "school")).status_code for name in records()}
    assert (unlike(sent, dict.fromkeys(theirs, 404)), unlike(opened, dict.fromkeys(records(), 404))) == ([], [])
    assert unlike(everything(), before) == []


def test_a_board_gets_404_on_everything_of_another_board(case: Case, signed_in: Any) -> None:
    client, before = signed_in(case.world.elsewhere), everything()
    theirs = [name for name in routes() if "<" in routes()[name] and name not in PUBLISHED]
    sent = {name: client.post(case.address(name)).status_code for name in theirs}
    assert (unlike(sent, dict.fromkeys(theirs, 404)), unlike(everything(), before)) == ([], [])


def test_no_list_leads_to_what_its_reader_may_not_open(case: Case, signed_in: Any) -> None:
    for who in ("police_lead", "police_author", "school_owner", "outsider", "elsewhere"):
        client, other = signed_in(case.world.people[who]), "police" if who.startswith("school") else "school"
        theirs = {case.address(name, other): name for name in records()}
        for name in ("home", "reviews.review.list", "agencies.request.list", "findings.board.show"):
            shown = client.get(case.address(name)).content.decode()
            assert [page for address, page in theirs.items() if f'"{address}"' in shown] == [], (who, name)


# Somebody of a whole board, of one review, and of one agency in each of the ways that lists are narrowed.
READERS = ("manager", "reviewer", "police_lead", "police_senior", "support")


def test_a_list_says_the_same_whatever_others_hold(board: make.World, signed_in: Any) -> None:
    alone: dict[tuple[str, str], str] = {}
    clients = {who: signed_in(board.people[who]) for who in READERS}

    def look(case: Case, lists: list[tuple[str, str]]) -> None:
        alone.update({(who, name): said(case, clients[who], who, name) for who, name in lists if who in READERS})

    case = beside_all(board, look)
    assert {name for _, name in alone} >= {
        "home",
        "reviews.review.list",
        "findings.board.actions",
        "findings.policy.list",
    }
    assert [(who, name) for who, name in alone if said(case, clients[who], who, name) != alone[who, name]] == []


# Who, on which page, in which field they choose what is somebody else's.
FORGED: list[tuple[str, str, str, Any]] = [
    ("police_lead", "agencies.request.assign", "author", lambda case, other: case.world.school_author),
    ("police_lead", "agencies.request.assign", "author", lambda case, other: other.world.police_author),
    ("manager", "agencies.request.new", "agencies", lambda case, other: other.world.police),
    ("manager", "agencies.person.new", "agency", lambda case, other: other.world.police),
    ("manager", "reviews.appointment.new", "user", lambda case, other: other.world.police_lead),
    ("reviewer", "findings.finding.new", "themes", lambda case, other: other.records["theme"]),
    ("reviewer", "findings.finding.new", "lines_of_enquiry", lambda case, other: other.review.lines_of_enquiry.get()),
    ("reviewer", "findings.recommendation.new", "findings", lambda case, other: other.of["police"]["finding"]),
    ("reviewer", "findings.recommendation.new", "agencies", lambda case, other: other.world.school),
    ("panel", "findings.entry.show", "theme", lambda case, other: other.records["theme"]),
    ("manager", "findings.action.new", "agency", lambda case, other: case.world.school),
    ("manager", "findings.audience.new", "product", lambda case, other: other.records["product"]),
    ("manager", "findings.audience.new", "agency", lambda case, other: other.world.police),
    ("manager", "findings.action.new", "owner", lambda case, other: case.world.school_owner),
]


def test_a_choice_that_was_never_offered_is_refused(board: make.World, signed_in: Any) -> None:
    case, other = one_of_everything(board), one_of_everything(make.world("Marlow"))
    for who, page, field, chosen in FORGED:
        client, before = signed_in(board.people[who]), everything()
        answer = client.post(case.address(page), {field: chosen(case, other).pk})
        assert (answer.status_code, unlike(everything(), before)) == (422, []), (page, field)
        assert "available choices" in str(answer.context["form"].errors[field]), (page, field)


def test_a_filter_by_another_reviews_agency_or_theme_shows_nothing_of_theirs(board: make.World, signed_in: Any) -> None:
    case, other = one_of_everything(board), one_of_everything(make.world("Marlow"))
    asked = {"agency": other.world.police.pk, "theme": other.records["theme"].pk}
    said = signed_in(board.reviewer).get(case.address("findings.chronology.show"), asked).content.decode()
    assert other.address("findings.entry.show") not in said
    assert "Marlow" not in said


def test_what_an_agency_hands_in_hangs_on_its_own_request_whatever_the_form_says(
    case: Case, signed_in: Any, tmp_path: Any
) -> None:
    own, other = case.of["police"]["request"], case.of["school"]["request"]
    own.status = "in_progress"
    own.save()
    forged = {"request": other.pk, "agency": other.agency_id, "review": 0, "upload": case.of["school"]["upload"].pk}
    client, path = signed_in(case.world.police_author), tmp_path / "ours.csv"
    path.write_bytes(CSV)
    client.post(case.address("agencies.entry.new"), {"date_text": "1/2/2019", "event": "Seen.", **forged})
    assert Entry.objects.latest("pk").request == own
    with path.open("rb") as file:
        client.post(case.address("agencies.upload.new"), {"file": file, **forged})
    assert Upload.objects.latest("pk").request == own
    assert (other.entries.count(), other.uploads.count()) == (3, 1)


def test_evidence_of_another_review_cannot_be_ticked(board: make.World, signed_in: Any) -> None:
    case, theirs = one_of_everything(board, stage="analysis"), one_of_everything(make.world("Marlow")).of["police"]
    before, page = Evidence.objects.count(), case.address("findings.evidence.add")
    client = signed_in(board.reviewer)
    client.post(page, {"entry": theirs["entry"].pk, "section": theirs["section"].pk})
    assert Evidence.objects.count() == before
    client.post(page, {"entry": case.of["school"]["entry"].pk})
    assert Evidence.objects.count() == before + 1


@pytest.mark.parametrize(("who", "role"), [("panel", Role.PANEL_MEMBER), ("police_lead", Role.AGENCY_LEAD)])
def test_access_ends_after_its_last_day_without_anybody_doing_anything(
    case: Case, signed_in: Any, monkeypatch: pytest.MonkeyPatch, who: str, role: str
) -> None:
    today, person = timezone.localdate(), case.world.people[who]
    held = person.memberships.get(role=role)
    held.until = today
    held.save()
    call_command("regrant")
    page = case.address("overview" if who == "panel" else "agencies.request.show")
    assert signed_in(person).get(page).status_code == 200
    monkeypatch.setattr(timezone, "localdate", lambda *_: today + timedelta(days=1))
    client = signed_in(person)
    assert {client.get(case.address(name)).status_code for name in records()} == {404}


def test_a_membership_that_ended_yesterday_opens_nothing(case: Case, signed_in: Any) -> None:
    late, yesterday = make.person("Ivy Late"), timezone.localdate() - timedelta(days=1)
    make.member(case.world.board, late, Role.PANEL_MEMBER, review=case.review, until=yesterday)
    make.member(case.world.board, late, Role.BUSINESS_MANAGER, until=yesterday)
    client = signed_in(late)
    assert {client.get(case.address(name)).status_code for name in records()} == {404}


def test_a_closed_account_opens_nothing(case: Case, signed_in: Any) -> None:
    client = signed_in(case.world.panel)
    assert client.get(case.address("overview")).status_code == 200
    case.world.panel.is_active = False
    case.world.panel.save()
    assert client.get(case.address("overview"))["Location"].startswith("/account/login/")


def test_nobody_is_shown_a_form_that_they_may_not_send(case: Case, signed_in: Any) -> None:
    """An administrator keeps the board's roles; who is appointed to a review is the business manager's to end."""
    page = case.address("agencies.person.end", pk=case.records["membership"].pk)
    client = signed_in(case.world.administrator)
    assert client.get(page).status_code == client.post(page, {"reason": "Moved away."}).status_code
