"""The record: one event for each change and for each reading that counts; none can be altered, and what is forced shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from reviews.append_only import REFUSAL, protected, trigger_name
from reviews.models import Event
from reviews.services.events import record, verify
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
    taken = {name for name in changing if FORMS[name] in {"request.file", "review.pack", "contribution.read"}}
    taken |= {page for page, _, _, verb in READ if verb.endswith(("_taken", ".downloaded", ".exported"))}
    listing = {
        name
        for name in changing
        if name.endswith(
            (".list", ".plan_file.preview", ".letterhead.usual", ".letterhead.download", ".subject_access.show")
        )
    } | taken
    assert changing - listing == {post.page for post in POSTS}


def sent(case: Case, signed_in: Any, post: Post, **more: Any) -> tuple[list[int], list[Event]]:
    """The statuses that came of sending a change, and the events that it left; the change itself is undone."""
    client = signed_in(case.world.people[post.who])
    # What a task does afterwards leaves events of its own.
    with undone(), patch("agencies.tasks.read_upload.delay"), patch("findings.tasks.read_plan.delay"):
        post.prepare(case)
        before = Event.objects.count()
        statuses = post.send(case, client, **more)
        return statuses, list(Event.objects.all()[: Event.objects.count() - before])


# What is done there belongs to the board, although agencies see their own alone.
OF_NO_REVIEW = (
    "reviews.referral.",
    "findings.policy.",
    "findings.policy_change.",
    "findings.statement.",
    "findings.practice.",
    "reviews.certificate.",
)


# What two boards agree on stands in the record of each.
OF_TWO_BOARDS = "reviews.sharing."


def boards_told(case: Case, page: str) -> list[Any]:
    """The boards in whose record what is sent to a page leaves an event."""
    shared = page.startswith(OF_TWO_BOARDS)
    return sorted([case.world.board, *([case.records["neighbour"]] if shared else [])], key=lambda board: board.pk)


def test_every_change_leaves_exactly_one_event_of_who_did_it_and_to_which_review(case: Case, signed_in: Any) -> None:
    found = []
    for post in POSTS:
        statuses, events = sent(case, signed_in, post)
        said = sorted(((event.actor, event.board) for event in events), key=lambda each: each[1].pk if each[1] else 0)
        reviews = {event.review for event in events if not post.page.startswith((*OF_THE_BOARD, *OF_NO_REVIEW))}
        expected = [(case.world.people[post.who], board) for board in boards_told(case, post.page)]
        if statuses != [302] or said != expected or reviews - {case.review}:
            found.append((post.page, statuses, [event.verb for event in events], said, reviews))
    assert found == [], "\n".join(map(str, found))


def test_a_form_sent_twice_leaves_one_event(case: Case, signed_in: Any) -> None:
    found = []
    for number, post in enumerate(POSTS):
        statuses, events = sent(case, signed_in, post, times=2, once=f"click-{number}")
        if len(events) != len(boards_told(case, post.page)) or max(statuses) >= 500:
            found.append((post.page, statuses, [event.verb for event in events]))
    assert found == [], "\n".join(map(str, found))


# What is read, by whom, and the event that it leaves: files, real names, and what was refused.
READ = [
    ("agencies.upload.download", "police_author", "", "upload.downloaded"),
    ("findings.plan.export", "panel", "", "plan.exported"),
    ("findings.plan.whole", "manager", "", "plan.exported"),
    ("reviews.certificate.download", "auditor", "", "certificate.downloaded"),
    ("findings.plan_file.download", "manager", "", "plan_file.downloaded"),
    ("findings.action.evidence", "police_owner", "", "action.evidence_downloaded"),
    ("findings.section.show", "panel", "", "report.section_read"),
    ("findings.version.show", "auditor", "", "report.section_read"),
    ("findings.version.compare", "panel", "?first=1&then=1", "report.section_read"),
    ("findings.report.download", "chair", "", "report.downloaded"),
    ("findings.report.draft", "chair", "", "report.draft_taken"),
    ("findings.learning.download", "school_author", "", "learning.taken"),
    ("findings.product.download", "chair", "", "product.downloaded"),
    ("findings.publication.site", "manager", "", "publication.site_taken"),
    ("findings.publication.pack", "manager", "", "publication.pack_taken"),
    ("reviews.person.list", "panel", "?names=real", "person.names_read"),
    ("reviews.person.edit", "reviewer", "", "person.names_read"),
    ("findings.chronology.show", "panel", "?names=real", "chronology.named_view_opened"),
    ("findings.chronology.export", "panel", "", "chronology.exported"),
    ("findings.entry.show", "panel", "?names=real", "chronology.named_view_opened"),
    ("findings.finding.new", "panel", "", "person.refused"),
    ("agencies.agency.list", "chair", "", "person.refused"),
    ("reviews.decision_record.download", "auditor", "", "decision_record.downloaded"),
    ("reviews.letter.download", "chair", "", "letter.downloaded"),
    ("reviews.quality.download", "auditor", "", "quality.downloaded"),
    ("reviews.disclosure.download", "auditor", "", "disclosure.exported"),
    ("findings.subject_access.show", "legal", "", "subject_access.read"),
    ("findings.subject_access.download", "manager", "", "subject_access.exported"),
    ("findings.pack.download", "manager", "", "pack.taken"),
    ("reviews.advice.list", "chair", "", "legal_advice.read"),
    ("reviews.family.list", "auditor", "?names=real", "person.names_read"),
    ("reviews.family.show", "chair", "?names=real", "person.names_read"),
    ("reviews.contribution.show", "chair", "", "contribution.read"),
    ("findings.family.show", "panel", "?names=real", "person.names_read"),
    ("findings.family.download", "panel", "", "family_diagram.taken"),
    ("findings.figure.download", "panel", "", "figure.taken"),
    ("findings.board.export", "manager", "", "plan.exported"),
    ("findings.board_pack.download", "auditor", "", "board_pack.taken"),
    ("findings.annual_report.download", "school_author", "", "annual_report.taken"),
    ("reviews.event.list", "auditor", "?format=xlsx", "event.exported"),
    ("reviews.event.of_board", "administrator", "?format=csv", "event.exported"),
    ("reviews.event.of_person", "auditor", "?format=csv", "event.exported"),
    ("reviews.event.head", "auditor", "", "event.head_printed"),
    ("reviews.history.show", "auditor", "", "history.read"),
    ("findings.hold.list", "reviewer", "", "hold.read"),
    ("findings.leftover.list", "reviewer", "", "person.names_read"),
    ("findings.report.section", "reviewer", "", "report.section_read"),
    ("agencies.entry.list", "reviewer", "", "request.read"),
    ("agencies.entry.show", "auditor", "", "request.read"),
    ("agencies.imr.show", "auditor", "", "request.read"),
    ("agencies.upload.preview", "reviewer", "", "request.read"),
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


# Every way in which SQL can change or take away what stands in a table.
CHANGES = {
    "UPDATE": 'UPDATE "{table}" SET "{key}" = "{key}"',
    "DELETE": 'DELETE FROM "{table}"',
    "UPSERT": 'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{table}" WHERE true ON CONFLICT ("{key}") DO UPDATE SET "{key}" = "{table}"."{key}"',
    **({"REPLACE": 'REPLACE INTO "{table}" ({columns}) SELECT {columns} FROM "{table}"'} if connection.vendor == "sqlite" else {"TRUNCATE": 'TRUNCATE "{table}" CASCADE'}),
}  # fmt: skip
PART_OF = {"UPSERT": "UPDATE", "REPLACE": "DELETE", "TRUNCATE": "DELETE"}


def kept_for_good(change: str) -> list[Any]:
    """The models whose rows refuse a change: events, history, entries, updates of actions."""
    known = [model for app in ("reviews", "agencies", "findings") for model in apps.get_app_config(app).get_models(include_auto_created=True)]  # fmt: skip
    return [model for model in known if PART_OF.get(change, change) in protected(model)]


@pytest.mark.parametrize("change", CHANGES)
def test_no_sql_changes_or_deletes_what_was_recorded(case: Case, signed_in: Any, change: str) -> None:
    record(case.world.manager, "review.opened", case.review)
    case.world.board.save()
    models, found = kept_for_good(change), []
    connection.check_constraints()  # PostgreSQL empties no table that waits for a check.
    assert {"event", "historicalreview", "historicaluser", "historicalfinding_themes"} <= {
        m._meta.model_name for m in models
    }
    for model in models:
        assert model._default_manager.exists(), f"{model.__name__} has no row to try it on: add one to tests/case.py."
        columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.generated)
        said = CHANGES[change].format(table=model._meta.db_table, key=model._meta.pk.column, columns=columns)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(said)
            found.append((model.__name__, "was changed"))
        except DatabaseError as refusal:
            found += [] if REFUSAL in str(refusal) else [(model.__name__, str(refusal))]
    assert found == []


@contextmanager
def forced(*changes: str) -> Iterator[None]:
    """Somebody with the keys of the database drops the triggers first; their changes are undone at the end."""
    with undone(), connection.cursor() as cursor:
        connection.check_constraints()
        for operation in ("UPDATE", "DELETE"):
            name = trigger_name(Event._meta.db_table, operation)
            cursor.execute(
                f'DROP TRIGGER "{name}"'
                + (f' ON "{Event._meta.db_table}"' if connection.vendor == "postgresql" else "")
            )
        for change in changes:
            cursor.execute(change)
        yield


def rewritten(event: Event, **values: Any) -> str:
    """The SQL of somebody who knows how the chain works: they change an event and its hash to fit."""
    for name, value in values.items():
        setattr(event, name, value)
    event.hash = event.digest()
    said = ", ".join(f"{name} = '{value}'" for name, value in {**values, "hash": event.hash}.items())
    return f"UPDATE reviews_event SET {said} WHERE id = {event.pk}"


def test_verification_names_what_was_changed_removed_or_moved_by_force(case: Case) -> None:
    events = [record(case.world.manager, f"review.step_{number}", case.review) for number in range(1, 6)]
    chain, keys = events[0].chain, [event.pk for event in events]
    assert [event.number for event in events] == [1, 2, 3, 4, 5]
    assert list(verify()) == []
    swap = [f"UPDATE reviews_event SET number = {number} WHERE id = {key}" for number, key in ((99, keys[1]), (2, keys[2]), (3, keys[1]))]  # fmt: skip
    forgeries: dict[str, tuple[list[str], tuple[int, str]]] = {
        "a word changed": ([f"UPDATE reviews_event SET why = 'x' WHERE id = {keys[2]}"], (3, "was changed")),
        "another actor": ([f"UPDATE reviews_event SET actor_id = {case.world.chair.pk} WHERE id = {keys[0]}"], (1, "was changed")),
        "a fact changed": ([f"UPDATE reviews_event SET facts = '{{\"a\": 1}}' WHERE id = {keys[4]}"], (5, "was changed")),
        "changed with its hash": ([rewritten(Event.objects.get(pk=keys[1]), why="x")], (3, "does not follow from the one before it")),
        "the last changed with its hash": ([rewritten(Event.objects.get(pk=keys[4]), why="x")], (5, "is not where the chain ends: it was cut short or replaced")),
        "removed": ([f"DELETE FROM reviews_event WHERE id = {keys[2]}"], (3, "is missing")),
        "two removed": ([f"DELETE FROM reviews_event WHERE id IN ({keys[1]}, {keys[2]})"], (2, "and the following up to 3 are missing")),
        "the first removed": ([f"DELETE FROM reviews_event WHERE id = {keys[0]}"], (1, "is missing")),
        "the last removed": ([f"DELETE FROM reviews_event WHERE id = {keys[4]}"], (5, "is not where the chain ends: it was cut short or replaced")),
        "all removed": (["DELETE FROM reviews_event"], (5, "is not where the chain ends: it was cut short or replaced")),
        "moved": (swap, (2, "was moved here: it was written as event 3")),
        "the head removed": (["DELETE FROM reviews_chainhead"], (5, "the chain's head is missing")),
    }  # fmt: skip
    for what, (changes, (number, words)) in forgeries.items():
        with forced(*changes):
            assert (chain, number, words) in [(found.chain, found.number, found.what) for found in verify()], what
    assert list(verify()) == []


def test_a_chain_cut_short_together_with_its_head_shows_against_a_head_that_was_lodged(case: Case) -> None:
    events = [record(case.world.manager, f"review.step_{number}", case.review) for number in range(1, 6)]
    lodged = f"{events[4].chain}:5:{events[4].hash}"
    cut = f"DELETE FROM reviews_event WHERE id = {events[4].pk}"
    head = f"UPDATE reviews_chainhead SET number = 4, hash = '{events[3].hash}' WHERE chain = '{events[4].chain}'"
    anew = rewritten(Event.objects.get(pk=events[4].pk), why="x")
    forged = "UPDATE reviews_chainhead SET hash = '{hash}' WHERE chain = '{chain}'"
    assert list(verify([lodged, events[4].hash, events[2].hash])) == []
    with forced(cut, head):
        assert list(verify()) == []
        said = [str(found) for found in verify([lodged, events[4].hash, events[3].hash])]
        assert [each.partition(" was lodged")[0] for each in said] == [
            f"{events[4].chain}, event 5:", f"The head {events[4].hash}",
        ]  # fmt: skip
    with forced(anew, forged.format(hash=anew.partition("hash = '")[2][:64], chain=events[4].chain)):
        assert list(verify()) == []
        assert [found.number for found in verify([lodged])] == [5]
    assert "is no head" in str(*verify(["abc"]))


def test_the_audit_command_names_the_place_and_fails(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    event = record(case.world.manager, "review.opened", case.review)
    call_command("audit", "--verify")
    assert "Every chain of events holds." in capsys.readouterr().out
    call_command("audit", "--heads")
    assert f"{event.chain} 1 {event.hash}" in capsys.readouterr().out
    with (
        forced(f"UPDATE reviews_event SET verb = 'x' WHERE id = {event.pk}"),
        pytest.raises(CommandError, match="1 places"),
    ):
        call_command("audit", "--verify")
    assert f"{event.chain}, event 1: was changed" in capsys.readouterr().out
    call_command("audit", f"--head={event.hash}")
    with pytest.raises(CommandError, match="1 places"):
        call_command("audit", "--verify", f"--head={'0' * 64}")
    assert f"The head {'0' * 64} was lodged elsewhere" in capsys.readouterr().out
