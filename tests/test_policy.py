"""Who may open what: every role against every action of the policy table, and against every page of the portal.

What is expected here is worked out from the table's own text and from PAGES below, never by asking the code under test.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import Entry, RequestGrant, Upload
from agencies.services import directory
from findings.models import Evidence
from reviews import access, policy
from reviews.models import Review, ReviewGrant
from reviews.policy import Role
from reviews.services import membership
from tests import make

# URL name, the action that opens the page (405: a button, nothing to open), the action that a form or button asks for
# where it is another. "-": whoever is signed in; what the page lists is theirs alone.
PAGES = """
healthz                        -
readyz                         -
home                           -
overview                       review.see
reviews.review.list            -
reviews.referral.new           referral.make
reviews.referral.show          referral.see
reviews.referral.edit          referral.change
reviews.referral.send          405                referral.change
reviews.referral.screen        referral.screen
reviews.criteria.list          review.see
reviews.criteria.edit          review.screen
reviews.decision.recommend     review.screen
reviews.decision.decide        review.decide
reviews.decision.defer         review.decide
reviews.terms.show             review.see
reviews.terms.edit             review.scope
reviews.line.new               review.scope
reviews.line.edit              review.scope
reviews.line.remove            review.scope
reviews.appointment.new        review.commission
reviews.appointment.end        review.commission
reviews.person.list            review.see
reviews.person.new             review.people
reviews.person.edit            review.people
reviews.stage.move             405                review.close
reviews.clock.list             review.see
reviews.clock.date             review.screen
reviews.clock.slip             review.screen
reviews.parallel.new           review.hold
reviews.parallel.edit          review.hold
reviews.event.list             review.audit
agencies.request.list          -
agencies.request.of_review     review.see
agencies.request.new           review.request
agencies.request.show          request.see
agencies.request.assign        request.assign
agencies.request.extend        request.extend
agencies.request.nil           request.write
agencies.request.unnil         405                request.write
agencies.request.submit        405                request.submit
agencies.request.take_back     405                request.submit
agencies.request.sign_off      request.sign_off
agencies.request.decline       request.sign_off
agencies.request.send_back     request.extend
agencies.upload.new            request.write
agencies.upload.columns        request.write
agencies.upload.preview        request.see
agencies.upload.fix            request.write
agencies.upload.confirm        405                request.write
agencies.upload.discard        405                request.write
agencies.upload.undo           405                request.write
agencies.upload.download       request.see
agencies.entry.list            request.see
agencies.entry.new             request.write
agencies.entry.remove          405                request.write
agencies.imr.show              request.see
agencies.imr.edit              request.write
agencies.agency.list           board.administer
agencies.agency.new            board.administer
agencies.agency.edit           board.administer
agencies.person.list           board.administer
agencies.person.new            board.administer
agencies.person.edit           board.administer
agencies.person.end            board.administer
findings.board.show            -
findings.chronology.show       chronology.see
findings.entry.show            chronology.see     chronology.mark
findings.mark.remove           405                chronology.mark
findings.finding.list          finding.see
findings.finding.new           finding.write
findings.finding.show          finding.see
findings.finding.edit          finding.write
findings.evidence.add          finding.write
findings.evidence.remove       405                finding.write
findings.report.show           report.see
findings.report.begin          405                finding.write
findings.report.section        report.write
findings.report.preview        report.see
findings.report.read           report.anonymise
findings.report.build          405                report.write
findings.report.download       report.see
findings.report.check          report.publish
findings.report.submit         405                report.write
findings.report.sign_off       report.sign_off
findings.report.send_back      report.sign_off
findings.report.publish        405                report.publish
findings.report.withhold       report.publish
findings.leftover.list         report.anonymise
findings.leftover.decide       report.anonymise
findings.leftover.undo         405                report.anonymise
findings.recommendation.list   finding.see
findings.recommendation.new    recommendation.write
findings.recommendation.edit   recommendation.write
findings.recommendation.show   plan.see
findings.recommendation.respond recommendation.respond
findings.action.new            action.set
findings.action.show           plan.see
findings.action.progress       action.update
findings.action.evidence       plan.see
findings.action.assure         action.assure
findings.action.reopen         action.assure
findings.action.impact         impact.record
"""
ASKS = {name: (asks[0], asks[-1]) for name, *asks in map(str.split, PAGES.strip().splitlines())}
# Pages of a whole board, without a record in their address.
OF_THE_BOARD = ("agencies.agency.", "agencies.person.", "reviews.referral.new")

# The table's own text, read here a second time: action → (carrier, role → mark).
MARKS = {
    action: (on, dict(zip(Role, cells, strict=True)))
    for action, on, *cells in (line.partition("|")[0].split() for line in policy.TABLE.strip().splitlines() if line)
}
# Everybody of make.world with the one role that they hold; "school" is the other agency, "elsewhere" another board.
PEOPLE: dict[str, Role | None] = {
    "chair": Role.BOARD_CHAIR, "manager": Role.BUSINESS_MANAGER, "reviewer": Role.REVIEW_CHAIR, "panel": Role.PANEL_MEMBER,
    "auditor": Role.AUDITOR, "referrer": Role.REFERRER, "administrator": Role.ADMINISTRATOR, "outsider": None, "elsewhere": None,
    "police_lead": Role.AGENCY_LEAD, "police_author": Role.AGENCY_AUTHOR, "police_senior": Role.AGENCY_SENIOR,
    "police_owner": Role.ACTION_OWNER, "school_lead": Role.AGENCY_LEAD,
}  # fmt: skip


@pytest.fixture
def case(board: make.World) -> make.Case:
    """A review at a late stage with one of everything, and the manager of another board."""
    board.people["elsewhere"] = make.world("Marlow").manager
    return make.case(board)


def owns(who: str, kind: str) -> bool:
    """Whether a record of the walk is one's own: the referrer wrote the referral, all else is the police's."""
    return who == "referrer" if kind == "referral" else who.startswith("police_")


def holds(who: str, action: str) -> bool:
    """Whether the table gives `who` the right to `action` on the record of the walk."""
    on, marks = MARKS[action]
    role = PEOPLE[who]
    mark = marks[role] if role else "."
    if on == policy.REQUEST and role in policy.AGENCY_ROLES:
        return mark == "y" and owns(who, "request")
    return mark == "y" or (mark == "o" and owns(who, action.split(".")[0]))


def sees(who: str, name: str) -> bool:
    """Whether the record in the address of a page is one that `who` may know of."""
    route = make.routes()[name]
    if "<" not in route:
        return True
    if "referral/<ref:ref>" in route:
        return holds(who, "referral.see")
    if "<ref:ref>" in route:
        return holds(who, "review.see")
    if "recommendation/" in route or "action/" in route:
        return holds(who, "plan.see") or holds(who, "finding.see")
    return holds(who, "request.see")


def expected(who: str, name: str, action: str) -> int:
    """What the table says that a page answers."""
    if action == "-" or action == "405":
        return 200 if action == "-" else 405
    if not sees(who, name):
        return 404
    if holds(who, action) or (action == "plan.see" and sees(who, name)):
        return 200
    return 403 if holds(who, policy.SEE[MARKS[action][0]]) else 404


def walked() -> list[str]:
    """The pages that hang on a record, or on nothing; those of a whole board have a test of their own."""
    return [name for name in make.routes() if not name.startswith(OF_THE_BOARD)]


def records() -> list[str]:
    """Those that open a record of a case."""
    return [name for name in walked() if "<" in make.routes()[name] and ASKS[name][0] != "405"]


def unlike(found: dict[str, Any], said: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """(name, what was found, what was expected) wherever they differ."""
    return [
        (name, found.get(name), said.get(name)) for name in sorted({*found, *said}) if found.get(name) != said.get(name)
    ]


def everything() -> dict[str, Any]:
    """Every row of every table that people write in, so that a change shows."""
    known = [model for app in ("reviews", "agencies", "findings") for model in apps.get_app_config(app).get_models()]
    kept = [model for model in known if model._meta.model_name not in {"event", "chainhead"}]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in kept}


def test_every_page_says_here_what_it_asks_for() -> None:
    assert set(make.routes()) == set(ASKS)


def test_an_action_that_is_not_in_the_table_raises(case: make.Case) -> None:
    for ask in (
        lambda: access.check(case.world.manager, "review.burn", case.review),
        lambda: access.allowed(case.world.manager, "review.burn", case.review),
        lambda: access.boards_where(case.world.manager, "review.burn"),
        lambda: Review.objects.visible_to(case.world.manager, "review.burn"),
    ):
        with pytest.raises(LookupError, match="not an action"):
            ask()


def test_the_code_lets_each_role_do_what_the_table_says(case: make.Case) -> None:
    police = case.of["police"]
    kinds = {"referral": case.records["referral"], "plan": police["action"], "action": police["action"]}
    carriers = {policy.BOARD: case.world.board, policy.REVIEW: case.review, policy.REQUEST: police["request"]}
    for action, (on, _) in MARKS.items():
        record = kinds.get(action.split(".")[0], carriers[on]) if on == policy.BOARD else carriers[on]
        allowed = {who for who in PEOPLE if access.allowed(case.world.people[who], action, record)}
        assert allowed == {who for who in PEOPLE if holds(who, action)}, action


def test_the_store_holds_for_each_role_what_the_table_says(case: make.Case) -> None:
    for on, record in ((policy.REVIEW, case.review), (policy.REQUEST, case.of["police"]["request"])):
        for who in PEOPLE:
            stored = record.grants.filter(user=case.world.people[who]).values_list("permission__codename", flat=True)
            said = [action for action, (carrier, _) in MARKS.items() if carrier == on and holds(who, action)]
            assert sorted(stored) == sorted(action.replace(".", "_") for action in said), who


def test_a_grant_that_was_tampered_with_is_found(case: make.Case) -> None:
    call_command("regrant", "--check")
    stored: list[tuple[Any, Any]] = [(ReviewGrant, case.review), (RequestGrant, case.of["police"]["request"])]
    for model, record in stored:
        grant = model.objects.filter(content_object=record).first()
        model.objects.create(user=case.world.outsider, permission=grant.permission, content_object=record)
        with pytest.raises(CommandError, match="0 permissions are missing and 1 are too many"):
            call_command("regrant", "--check")
        call_command("regrant")
        model.objects.filter(pk=grant.pk).update(until=date(2099, 1, 1))
        with pytest.raises(CommandError, match="1 permissions are missing and 1 are too many"):
            call_command("regrant", "--check")
        model.objects.filter(pk=grant.pk).delete()
        with pytest.raises(CommandError, match="1 permissions are missing and 0 are too many"):
            call_command("regrant", "--check")
        call_command("regrant")
        call_command("regrant", "--check")


def test_verbs_that_change_who_holds_a_role_keep_store_and_table_in_step(case: make.Case) -> None:
    world, by = case.world, case.world.administrator
    new = directory.invite(by=by, board=world.board, email="new@example.org", name="Neve Gill", role=Role.AUDITOR)
    call_command("regrant", "--check")
    held = membership.grant(by=world.manager, board=world.board, user=new, role=Role.PANEL_MEMBER, review=case.review)
    call_command("regrant", "--check")
    membership.end(by=world.manager, membership=held, why="Moved away.")
    call_command("regrant", "--check")
    directory.write_person(by=by, board=world.board, user=new, values={"is_active": False})
    call_command("regrant", "--check")


def test_nobody_opens_anything_without_signing_in(case: make.Case, client: Any) -> None:
    for name in set(ASKS) - {"healthz", "readyz"}:
        for answer in (client.get(case.address(name)), client.post(case.address(name))):
            assert (answer.status_code, answer.headers.get("Location", "")[:15]) == (302, "/account/login/"), name


def test_each_page_answers_each_role_as_the_table_says(case: make.Case, signed_in: Any) -> None:
    for who in PEOPLE:
        client = signed_in(case.world.people[who])
        answered = {name: client.get(case.address(name)).status_code for name in walked()}
        assert unlike(answered, {name: expected(who, name, ASKS[name][0]) for name in walked()}) == [], who


def test_what_a_role_may_not_do_is_refused_and_changes_nothing(case: make.Case, signed_in: Any) -> None:
    for who in PEOPLE:
        client, before = signed_in(case.world.people[who]), everything()
        said = {name: expected(who, name, ASKS[name][1]) for name in walked()}
        refused = {name: status for name, status in said.items() if status in {403, 404}}
        answered = {name: client.post(case.address(name)).status_code for name in refused}
        assert (unlike(answered, refused), unlike(everything(), before)) == ([], []), who


def test_the_boards_own_pages_answer_404_to_strangers_and_403_to_who_lacks_the_right(
    case: make.Case, signed_in: Any
) -> None:
    names = [name for name in ASKS if name.startswith(OF_THE_BOARD)]
    found = []
    for who in PEOPLE:
        client = signed_in(case.world.people[who])
        said = {name: 200 if holds(who, ASKS[name][0]) else 403 if holds(who, "board.see") else 404 for name in names}
        if who == "elsewhere":
            said = {name: 404 if "<" in make.routes()[name] else 200 for name in names}
        answered = {name: client.get(case.address(name)).status_code for name in names}
        found += [(who, *line) for line in unlike(answered, said)]
    assert found == []


def test_the_auditor_reads_all_and_changes_nothing(case: make.Case, signed_in: Any) -> None:
    client, before = signed_in(case.world.auditor), everything()
    reading = [name for name, (action, _) in ASKS.items() if action.endswith((".see", ".audit")) or action == "-"]
    assert [name for name in reading if client.get(case.address(name)).status_code != 200] == []
    for name in set(ASKS) - {"healthz", "readyz"}:
        answer = client.post(case.address(name), {"once": name, "reason": "r", "note": "n"})
        assert answer.status_code in ({200, 405} if name in reading and len(set(ASKS[name])) == 1 else {403, 404}), name
    assert unlike(everything(), before) == []


def test_each_page_asks_for_the_right_that_is_named_here(
    case: make.Case, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two rights that the same roles hold cannot be told apart from outside: so listen to what each page asks."""
    client, asked, allowed = signed_in(case.world.auditor), [], access.allowed

    def listening(user: Any, action: str, record: Any) -> bool:
        asked.append(action)
        return allowed(user, action, record)

    monkeypatch.setattr(access, "allowed", listening)
    seen = {"-", "review.see", "request.see", "referral.see", "plan.see", "board.administer", "referral.make"}
    for name, (_, action) in ASKS.items():
        asked.clear()
        client.post(case.address(name))
        assert action in seen or asked[0] == action, (name, asked)


@pytest.mark.parametrize("who", ["police_lead", "police_author", "police_senior", "police_owner"])
def test_an_agency_gets_404_on_everything_of_another_agency(case: make.Case, signed_in: Any, who: str) -> None:
    client, before = signed_in(case.world.people[who]), everything()
    theirs = [name for name in walked() if "<" in make.routes()[name]]
    sent = {name: client.post(case.address(name, "school")).status_code for name in theirs}
    opened = {name: client.get(case.address(name, "school")).status_code for name in records()}
    assert (unlike(sent, dict.fromkeys(theirs, 404)), unlike(opened, dict.fromkeys(records(), 404))) == ([], [])
    assert unlike(everything(), before) == []


@pytest.mark.parametrize("who", ["police_lead", "police_author", "school_owner", "outsider", "elsewhere"])
def test_no_list_leads_to_what_its_reader_may_not_open(case: make.Case, signed_in: Any, who: str) -> None:
    client, other = signed_in(case.world.people[who]), "police" if who.startswith("school") else "school"
    for name in ("home", "reviews.review.list", "agencies.request.list", "findings.board.show"):
        said = client.get(case.address(name)).content.decode()
        hidden = [page for page in walked() if "<" in make.routes()[page] and f'"{case.address(page, other)}"' in said]
        assert hidden == [], name


# Who, on which page, what they choose beside a valid form: always something that belongs to somebody else.
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
    ("manager", "findings.action.new", "owner", lambda case, other: case.world.school_owner),
]


@pytest.mark.parametrize(("who", "page", "field", "chosen"), FORGED)
def test_a_choice_that_was_never_offered_is_refused(
    board: make.World, signed_in: Any, who: str, page: str, field: str, chosen: Any
) -> None:
    case, other = make.case(board), make.case(make.world("Marlow"))
    client, before = signed_in(board.people[who]), everything()
    answer = client.post(case.address(page), {field: chosen(case, other).pk})
    assert (answer.status_code, unlike(everything(), before)) == (422, [])
    assert "available choices" in str(answer.context["form"].errors[field])


def test_what_an_agency_hands_in_hangs_on_its_own_request_whatever_the_form_says(
    case: make.Case, signed_in: Any, tmp_path: Any
) -> None:
    own, other = case.of["police"]["request"], case.of["school"]["request"]
    own.status = "in_progress"
    own.save()
    forged = {"request": other.pk, "agency": other.agency_id, "review": 0, "upload": case.of["school"]["upload"].pk}
    client, path = signed_in(case.world.police_author), tmp_path / "ours.csv"
    path.write_bytes(make.CSV)
    client.post(case.address("agencies.entry.new"), {"date_text": "1/2/2019", "event": "Seen.", **forged})
    with path.open("rb") as file:
        client.post(case.address("agencies.upload.new"), {"file": file, **forged})
    assert (Entry.objects.latest("pk").request, Upload.objects.latest("pk").request) == (own, own)


def test_evidence_of_another_review_cannot_be_ticked(board: make.World, signed_in: Any) -> None:
    case, other = make.case(board, stage="analysis"), make.case(make.world("Marlow"))
    before, theirs = Evidence.objects.count(), other.of["police"]
    client, page = signed_in(board.reviewer), case.address("findings.evidence.add")
    client.post(page, {"entry": theirs["entry"].pk, "section": theirs["section"].pk})
    assert Evidence.objects.count() == before
    client.post(page, {"entry": case.of["school"]["entry"].pk})
    assert Evidence.objects.count() == before + 1


@pytest.mark.parametrize(("who", "role"), [("panel", Role.PANEL_MEMBER), ("police_lead", Role.AGENCY_LEAD)])
def test_access_ends_the_day_after_its_last_day_without_anybody_doing_anything(
    case: make.Case, signed_in: Any, monkeypatch: pytest.MonkeyPatch, who: str, role: str
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


def test_a_membership_that_ended_yesterday_opens_nothing(case: make.Case, signed_in: Any) -> None:
    late = make.person("Ivy Late")
    yesterday = timezone.localdate() - timedelta(days=1)
    make.member(case.world.board, late, Role.PANEL_MEMBER, review=case.review, until=yesterday)
    make.member(case.world.board, late, Role.BUSINESS_MANAGER, until=yesterday)
    client = signed_in(late)
    assert {client.get(case.address(name)).status_code for name in records()} == {404}
