"""A case whose time has come is destroyed by two people, whole or not at all, and leaves a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.utils import timezone

from agencies.services import hold as agency_hold
from findings.models import AnnualBuild, Lesson, LibraryReview, Unsaved
from reviews import destruction as reckoned
from reviews import hanging
from reviews.append_only import declared_destruction
from reviews.models import (
    ChainHead,
    DestructionCertificate,
    Event,
    FileToRemove,
    Invitation,
    LegalHold,
    Message,
    Milestone,
    Review,
    SealingKey,
)
from reviews.policy import Role
from reviews.regimes.retention import after
from reviews.retention import keeping
from reviews.services import advice, destruction, legal_hold, retention
from reviews.services.events import lodging, verify
from reviews.services.message import queue
from reviews.services.referral import next_ref
from scr_portal.lib.records import Refused
from tests import make
from tests.case import Case, one_of_everything

LONG_AGO = date(1950, 3, 1)
HELD = {"kind": "inquest", "why": "The coroner asked.", "since": date(2026, 9, 1), "look_again_on": date(2027, 9, 1)}


def closed(review: Review, by: Any) -> None:
    """Bring a case to where its time has come: concluded and published long ago, and nothing beside it still runs."""
    for event in ("decided", "commissioned", "published", "closed"):
        Milestone.objects.create(review=review, event=event, happened_on=LONG_AGO, recorded_by=by)
    Review.objects.filter(pk=review.pk).update(stage="closed")
    LegalHold.objects.filter(board=review.board).update(lifted_on=LONG_AGO)
    review.retention_decisions.update(sent_back_on=LONG_AGO)
    review.parallel_processes.update(ended_on=LONG_AGO)
    review.subject_accesses.update(answered_on=LONG_AGO)


def full(world: make.World) -> Case:
    """One of everything, told through verbs where its record should be sealed, with files and letters, its time come."""
    found = one_of_everything(world)
    review = found.review
    given = {"given_by": "Counsel", "given_on": "2026-09-01", "question": "May we?", "advice": "You may."}
    advice.add(by=world.chair, review=review, values=given)
    agency_hold.lift(by=world.reviewer, hold=found.of["police"]["hold"], why="The trial is over.")
    for name in ("referral", "library"):
        type(found.records[name]).objects.filter(pk=found.records[name].pk).update(review=review)
    Invitation.objects.filter(pk=found.records["invitation"].pk).update(referral=found.records["referral"])
    Lesson.objects.filter(published__review=review).update(recommendation=found.of["police"]["recommendation"])
    found.records["lesson"].refresh_from_db()
    found.records["lesson"].save()  # So that its history names the recommendation too.
    Unsaved.objects.get_or_create(
        section=found.records["report"].sections.all()[0],
        writer=world.manager,
        defaults={"text": "Half", "seen_version": 1},
    )
    for about in (
        f"review-{review.pk}",
        f"request-{found.of['police']['request'].pk}",
        f"accuracy:{found.of['police']['invitation'].pk}",
    ):
        queue(
            key=f"{about}:1", kind="k", subject="s", text="t", address="a@example.org", board=world.board, about=about
        )
    # What support leads are told is about nothing, and says the reference alone.
    queue(key="support:1", kind="k", subject=f"Support, {review.ref}", text="t", address="a@example.org")
    queue(key="other:1", kind="k", subject=f"Support, {review.ref}7", text="t", address="a@example.org")
    upload = found.of["school"]["upload"]
    upload.file.save("longer.csv", ContentFile(b"Date,What happened\n" * 900), save=True)
    upload.file.save(
        "again.csv", ContentFile(b"Date,What happened\n"), save=True
    )  # The first is named by a version alone.
    legal_hold.lift(
        by=world.chair, hold=legal_hold.place(by=world.manager, review=review, values=HELD), why="It is over."
    )
    closed(review, world.manager)
    return found


@pytest.fixture
def case(board: make.World) -> Case:
    return full(board)


def proposed(case: Case, **said: Any) -> Any:
    said = {"reason": "Its time has come.", "keep_library": True, **said}
    return retention.propose(by=case.world.manager, review=case.review, **said)


def destroyed(case: Case, django_capture_on_commit_callbacks: Any, **said: Any) -> DestructionCertificate:
    with django_capture_on_commit_callbacks(execute=True):
        return destruction.destroy(by=case.world.chair, decision=proposed(case, **said))


def on_disk() -> set[str]:
    root = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def every_row() -> dict[str, list[Any]]:
    """Every row of every table, that of other libraries among them."""
    return {
        model._meta.label: [*model._base_manager.order_by("pk").values_list()] for model in hanging.known() if model is not SealingKey
    }  # fmt: skip


def left_of(review: Review) -> dict[str, int]:
    """Model → rows that still hang on the case, or name it or anything that was in it."""
    found = {model: hanging.of_case(model, review).count() for model in hanging.known() if hanging.way(model)}
    return {model._meta.label: number for model, number in found.items() if number}


def keys_of(review: Review) -> dict[str, set[Any]]:
    return {
        model._meta.label: set(hanging.of_case(model, review).values_list("pk", flat=True))
        for model in hanging.known() if hanging.way(model)
    }  # fmt: skip


def pointing_at(gone: dict[str, set[Any]]) -> Iterator[str]:
    """Every column of every table, histories too, that still holds a key of a row that is gone."""
    for model in hanging.known():
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey) and field.related_model._meta.label in gone:
                held = (
                    set(model._base_manager.values_list(field.attname, flat=True))
                    & gone[field.related_model._meta.label]
                )
                yield from (f"{model._meta.label}.{field.name} {key}" for key in held)
        kept = hanging.of_history(model)
        if kept is not None and kept._meta.label in gone and not kept._meta.auto_created:
            held = set(model._base_manager.values_list(kept._meta.pk.attname, flat=True)) & gone[kept._meta.label]
            yield from (f"{model._meta.label} {key}" for key in held)


def test_of_a_full_case_no_row_of_any_table_and_no_file_is_left(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    review, gone = case.review, keys_of(case.review)
    bare = {label for label, keys in gone.items() if not keys and "istorical" not in label}
    assert bare <= {"findings.Recognition"}  # The case has one of everything.
    assert sum(map(bool, gone.values())) > 130
    names = reckoned.files(review, keep_library=False)
    assert names <= on_disk()
    assert len(names) >= 8
    destroyed(case, django_capture_on_commit_callbacks, keep_library=False)
    assert left_of(review) == {}
    assert [*pointing_at(gone)] == []
    assert names & on_disk() == set()
    assert not FileToRemove.objects.exists()
    assert not ChainHead.objects.filter(hanging.chains(review)).exists()
    assert [message.key for message in Message.objects.all()] == ["other:1"]
    assert [entry for build in AnnualBuild.objects.all() for entry in build.left] == []
    assert [*verify()] == []


def test_another_case_of_the_same_board_is_untouched_row_for_row(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    world = case.world
    other = make.review(world, number=2, title="Child B")
    request = make.request(world, other, world.police)
    make.subject(world, other, given="Zara")
    advice.add(
        by=world.chair, review=other, values={"given_by": "C", "given_on": "2026-09-01", "question": "q", "advice": "a"}
    )
    queue(
        key="o",
        kind="k",
        subject="s",
        text="t",
        address="a@example.org",
        board=world.board,
        about=f"request-{request.pk}",
    )
    rows = {model: [*hanging.of_case(model, other).values_list()] for model in hanging.known() if hanging.way(model)}
    assert sum(map(bool, rows.values())) > 15
    doomed, before = keys_of(case.review), every_row()
    destroyed(case, django_capture_on_commit_callbacks, keep_library=False)
    assert {model: [*hanging.of_case(model, other).values_list()] for model in rows} == rows
    assert Message.objects.filter(about=f"request-{request.pk}").exists()
    # Nor is any other row of any table: what is gone hung on the case, and what is new tells of its destruction.
    told = {
        "reviews.Event",
        "reviews.ChainHead",
        "reviews.Message",
        "findings.AnnualBuild",
        "reviews.DestructionCertificate",
    }
    after_it = every_row()
    for label, kept in before.items():
        if label not in told:
            model = next(each for each in hanging.known() if each._meta.label == label)
            at = [field.attname for field in model._meta.concrete_fields].index(model._meta.pk.attname)
            assert [row for row in kept if row[at] not in doomed.get(label, set())] == after_it[label], label


def test_what_was_published_stays_in_the_library_and_leads_nowhere(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    certificate = destroyed(case, django_capture_on_commit_callbacks)
    kept = LibraryReview.objects.get(pk=case.records["library"].pk)
    assert (kept.review, kept.text, kept.lessons.get().recommendation) == (None, "Neglect.", None)
    assert left_of(case.review) == {}
    assert reckoned.PUBLISHED in certificate.stayed
    assert [*verify()] == []


def test_the_certificate_says_what_was_destroyed_and_nothing_of_what_it_said(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    review, world = case.review, case.world
    head = ChainHead.objects.get(chain=f"review-{review.pk}")
    made = destroyed(case, django_capture_on_commit_callbacks)
    made.refresh_from_db()
    assert (made.review_ref, made.referral_ref) == (review.ref, case.records["referral"].ref)
    assert (made.decided_by, made.confirmed_by, made.counted_from, made.years) == (
        world.manager,
        world.chair,
        LONG_AGO,
        75,
    )
    assert made.due_on == after(LONG_AGO, 75)
    assert made.counts["Entries"][0] == 6
    assert made.files >= 8
    # The proposal was the last event before the destruction.
    assert any(each.startswith(f"{head.chain}:{head.number + 1}:") for each in made.heads)
    event = Event.objects.get(verb="case.destroyed", subject_id=made.pk)
    assert (event.board, event.review, event.actor) == (world.board, None, world.chair)
    assert event.facts == {"review": review.ref, "sha256": made.sha256}
    said = str([getattr(made, field.attname) for field in made._meta.concrete_fields]) + str(event.facts)
    assert not [name for name in ("Amara", "Okafor", "Ngozi", "Child A") if name in said]
    assert not [kind for kind in made.counts if "upport" in kind or "rofessional" in kind or kind == "Holds"]


def test_no_two_kinds_of_record_are_called_the_same_on_a_certificate() -> None:
    """It says how many of each by what they are called: of two with one name it would say one."""
    called = [reckoned.named(model) for model in reckoned.models_that_go(keep_library=False) if reckoned.told(model)]
    assert sorted(called) == sorted(set(called))


def test_a_destroyed_case_verifies_and_an_undeclared_deletion_still_shows(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    lodged = [lodging(head) for head in ChainHead.objects.filter(hanging.chains(case.review))]
    made = destroyed(case, django_capture_on_commit_callbacks)
    assert [*verify([*lodged, made.heads[0].rpartition(":")[2]])] == []
    other = make.review(case.world, number=3)
    advice.add(
        by=case.world.chair,
        review=other,
        values={"given_by": "C", "given_on": "2026-09-01", "question": "q", "advice": "a"},
    )
    was = lodging(ChainHead.objects.get(chain=f"review-{other.pk}"))
    with declared_destruction(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reviews_event WHERE review_id = %s", [other.pk])
    assert [each.chain for each in verify()] == [f"review-{other.pk}"]
    ChainHead.objects.filter(chain=f"review-{other.pk}").delete()
    assert [each.chain for each in verify([was])] == [f"review-{other.pk}"]


def test_a_certificate_that_was_changed_or_removed_shows(case: Case, django_capture_on_commit_callbacks: Any) -> None:
    made = destroyed(case, django_capture_on_commit_callbacks)
    with declared_destruction(), connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_destructioncertificate SET years = 1 WHERE id = %s", [made.pk])
    assert [each.what for each in verify()] == ["its certificate was changed"]
    with declared_destruction(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reviews_destructioncertificate WHERE id = %s", [made.pk])
    with pytest.raises(CommandError, match="1 places"):
        call_command("audit", verify=True, stdout=StringIO())


def test_a_failure_in_the_middle_destroys_nothing(case: Case, monkeypatch: Any) -> None:
    decision, before, files = proposed(case), every_row(), on_disk()
    kept, calls = destruction.remove, iter(range(1000))

    def fails(model: Any, keys: Any) -> None:
        kept(model, keys)
        if next(calls) == 60:
            raise OSError("The power went.")

    monkeypatch.setattr(destruction, "remove", fails)
    with pytest.raises(OSError, match="power"):
        destruction.destroy(by=case.world.chair, decision=decision)
    assert next(calls) > 60
    assert every_row() == before
    assert on_disk() == files
    with pytest.raises(Exception, match="append-only"):
        Event.objects.filter(review=case.review).update(verb="x.y")


def test_a_row_outside_that_names_the_case_stops_it_whole(case: Case, monkeypatch: Any) -> None:
    decision = proposed(case)
    every = reckoned.models_that_go
    monkeypatch.setattr(
        reckoned, "models_that_go", lambda **how: [model for model in every(**how) if model is not Milestone]
    )
    with pytest.raises(Refused, match="Something outside"):
        destruction.destroy(by=case.world.chair, decision=decision)
    assert Review.objects.filter(pk=case.review.pk).exists()


@pytest.mark.parametrize("everywhere", [False, True])
def test_a_hold_placed_between_decision_and_confirmation_stops_it(case: Case, everywhere: bool) -> None:
    decision = proposed(case)
    if everywhere:
        legal_hold.place_on_board(by=case.world.manager, board=case.world.board, values={**HELD, "kind": "moratorium"})
    else:
        legal_hold.place(by=case.world.manager, review=case.review, values=HELD)
    with pytest.raises(Refused, match="legal hold stands"):
        destruction.destroy(by=case.world.chair, decision=decision)
    assert Review.objects.filter(pk=case.review.pk).exists()


def test_a_hold_does_not_end_by_itself(case: Case) -> None:
    held = legal_hold.place(
        by=case.world.manager,
        review=case.review,
        values={**HELD, "look_again_on": timezone.localdate() - timedelta(days=1)},
    )
    assert held.to_look_at
    with pytest.raises(Refused, match="legal hold stands"):
        proposed(case)
    legal_hold.lift(by=case.world.chair, hold=held, why="The inquest is over.")
    assert proposed(case).waits
    assert LegalHold.objects.get(pk=held.pk).lifted_by == case.world.chair


def test_who_proposed_it_does_not_confirm_it(case: Case) -> None:
    decision = proposed(case)
    make.member(case.world.board, case.world.manager, Role.BOARD_CHAIR)
    with pytest.raises(Refused, match="second person"):
        destruction.destroy(by=type(case.world.manager).objects.get(pk=case.world.manager.pk), decision=decision)


def test_a_proposal_that_was_answered_or_replaced_destroys_nothing(case: Case) -> None:
    decision = proposed(case)
    retention.send_back(by=case.world.chair, decision=decision, why="Ask the archive first.")
    with pytest.raises(Refused, match="no longer waits"):
        destruction.destroy(by=case.world.chair, decision=decision)
    again = proposed(case)
    retention.keep(
        by=case.world.manager, review=case.review, until=timezone.localdate() + timedelta(days=9), reason="Research."
    )
    with pytest.raises(Refused, match="no longer waits"):
        destruction.destroy(by=case.world.chair, decision=again)


def test_the_reference_of_a_destroyed_case_is_not_given_again(
    case: Case, django_capture_on_commit_callbacks: Any
) -> None:
    made = destroyed(case, django_capture_on_commit_callbacks)
    number = int(made.review_ref.rpartition("-")[2])
    assert next_ref(Review, "SCR", date(2026, 12, 1)) == f"SCR-2026-{number + 1:03d}"


def test_a_file_that_cannot_be_removed_is_reported_and_tried_again(
    case: Case, django_capture_on_commit_callbacks: Any, monkeypatch: Any
) -> None:
    remove = default_storage.delete

    def refuses(name: str) -> None:
        if name.startswith("reports/"):
            raise PermissionError(13, "Permission denied", name)
        remove(name)

    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "delete", refuses)
        made = destroyed(case, django_capture_on_commit_callbacks)
    left = list(made.files_left.all())
    assert left
    assert {(each.tries, each.trouble) for each in left} == {(1, "PermissionError: Permission denied")}
    assert {each.name for each in left} <= on_disk()
    call_command("remind", stdout=StringIO())
    assert not FileToRemove.objects.exists()
    assert not {each.name for each in left} & on_disk()


def test_the_schedule_decides_by_outcome_and_by_the_day_it_counts_from(case: Case) -> None:
    found = keeping(case.review)
    assert (found.line.key, found.counted_from, found.years) == ("published-child", LONG_AGO, 75)  # type: ignore[union-attr]
    assert found.is_due(timezone.localdate())
    case.review.milestones.filter(event="published").delete()
    assert keeping(case.review).line.key == "not-published-child"  # type: ignore[union-attr]
    case.review.milestones.filter(event__in=["commissioned", "closed"]).delete()
    assert keeping(case.review).line.key == "not-reviewed-child"  # type: ignore[union-attr]
    case.review.milestones.filter(event="decided").delete()
    with pytest.raises(Refused, match="not on record"):
        proposed(case)
    Review.objects.filter(pk=case.review.pk).update(stage="monitoring")
    with pytest.raises(Refused, match="not closed"):
        proposed(case)


def test_the_boards_own_period_counts_shorter_or_longer_and_every_version_stays(case: Case) -> None:
    world, today = case.world, timezone.localdate()
    for years, due in ((200, False), (None, False), (10, True)):
        retention.set_period(
            by=world.manager, board=world.board, line="published-child", years=years, reason="The council’s schedule."
        )
        assert keeping(case.review).is_due(today) is due
    assert world.board.retention_periods.filter(line="published-child").count() == 3
    with pytest.raises(Refused, match="at least 1 year"):
        retention.set_period(by=world.manager, board=world.board, line="published-child", years=0, reason="r")
    with pytest.raises(Refused, match="as long as its case"):
        retention.set_period(by=world.manager, board=world.board, line="chronologies", years=2, reason="r")


def test_what_is_kept_longer_is_not_due_and_cannot_be_destroyed(case: Case) -> None:
    until = timezone.localdate() + timedelta(days=30)
    retention.keep(by=case.world.manager, review=case.review, until=until, reason="A university reads it.")
    assert not keeping(case.review).is_due(timezone.localdate())
    assert keeping(case.review).is_due(until)
    with pytest.raises(Refused, match="decided to keep it until"):
        proposed(case)


@pytest.mark.parametrize("runs", ["parallel", "access"])
def test_what_still_runs_beside_a_case_stops_it(case: Case, runs: str) -> None:
    if runs == "parallel":
        case.review.parallel_processes.update(ended_on=None)
    else:
        case.review.subject_accesses.update(answered_on=None)
    with pytest.raises(Refused, match="has not"):
        proposed(case)


def test_a_reason_that_names_somebody_is_refused(case: Case) -> None:
    with pytest.raises(Refused, match="Amara"):
        proposed(case, reason="Amara would be grown up now.")
