"""Records of no case go like cases: never by themselves, by two people, with a certificate, and not while a hold stands."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from findings.models import Attendees, Course, PolicyAsk, PolicyChange, TrainingSession
from reviews.append_only import declared_destruction
from reviews.disposal import LOG, aparts, due
from reviews.models import DestructionCertificate, Disposal, Event, LegalHold, Referral
from reviews.services import disposal as verbs
from reviews.services import referral as referrals
from reviews.services import retention
from reviews.services.events import record, verify
from reviews.tasks import remove_files, remove_unnamed
from scr_portal.lib.records import Refused
from tests import make
from tests.case import Case, one_of_everything
from tests.told import words

TODAY, LONG_AGO = timezone.localdate(), timezone.now() - timedelta(days=4000)


def declined(board: make.World) -> Referral:
    """A referral that was not taken forward, long ago."""
    said = {"subject_name": "Amara Okafor", "outcome": "died", "circumstances": "At home.", "rule_set": make.CHILD}
    referral = referrals.begin(by=board.referrer, board=board.board, values=said)
    referral = referrals.decline(
        by=board.manager, referral=referrals.send(by=board.referrer, referral=referral), note="No harm."
    )
    Referral.objects.filter(pk=referral.pk).update(changed_at=LONG_AGO)
    return referral


def proposed(board: make.World, kind: str, pk: int) -> Disposal:
    return verbs.decide(
        by=board.manager, board=board.board, kind=kind, pk=pk, choice="destroy", reason="Its time has come."
    )


def without_hold(board: make.World) -> Case:
    """One of everything, and no hold over it."""
    case = one_of_everything(board)
    LegalHold.objects.update(lifted_on=TODAY)
    return case


def test_a_declined_referral_goes_whole_by_two_people_and_leaves_a_certificate(board: make.World) -> None:
    referral = declined(board)
    assert [(each.kind, each.pk) for each in due(board.board, TODAY)] == [("referral", referral.pk)]
    decision = proposed(board, "referral", referral.pk)
    with pytest.raises(PermissionDenied):
        verbs.destroy(by=board.manager, decision=decision)
    made = verbs.destroy(by=board.chair, decision=decision)
    for model in ("Referral", "HistoricalReferral"):
        assert not apps.get_model("reviews", model)._base_manager.filter(ref=referral.ref).exists()
    assert (made.review_ref, made.line, made.counts["Referrals"]) == (referral.ref, "referrals-declined", [1, 5])
    assert "Okafor" not in str([field.value_from_object(made) for field in made._meta.concrete_fields])
    assert list(verify()) == []
    assert referrals.begin(by=board.referrer, board=board.board, values={"rule_set": make.CHILD}).ref != referral.ref


def test_one_whose_time_has_not_come_or_that_became_a_case_is_not_due(board: make.World) -> None:
    referral = declined(board)
    Referral.objects.filter(pk=referral.pk).update(changed_at=timezone.now())
    with pytest.raises(Refused, match="Its period ends on"):
        proposed(board, "referral", referral.pk)
    Referral.objects.filter(pk=referral.pk).update(changed_at=LONG_AGO, review=make.review(board))
    assert due(board.board, TODAY) == []
    with pytest.raises(Refused, match="no such record"):
        proposed(board, "referral", referral.pk)


def test_a_hold_over_all_cases_holds_it_also_after_it_was_proposed(board: make.World) -> None:
    referral = declined(board)
    decision = proposed(board, "referral", referral.pk)
    hold = {
        "kind": "moratorium",
        "why": "The inquiry.",
        "since": TODAY,
        "look_again_on": TODAY,
        "placed_by": board.manager,
    }
    LegalHold.objects.create(board=board.board, **hold)
    with pytest.raises(Refused, match="A legal hold stands"):
        verbs.destroy(by=board.chair, decision=decision)
    assert Referral.objects.filter(pk=referral.pk).exists()


def test_what_is_kept_longer_is_on_the_list_again_when_that_day_has_come(board: make.World) -> None:
    referral = declined(board)
    keep: Any = {"by": board.manager, "board": board.board, "kind": "referral", "pk": referral.pk, "choice": "keep"}
    with pytest.raises(Refused, match="not to come"):
        verbs.decide(**keep, reason="r", until=TODAY)
    verbs.decide(**keep, reason="It is read for research.", until=date(2090, 1, 1))
    assert due(board.board, TODAY) == []
    assert ("referral", referral.pk) in [(each.kind, each.pk) for each in due(board.board, date(2090, 1, 1))]


def test_a_reason_that_names_the_person_is_refused(board: make.World) -> None:
    referral = declined(board)
    with pytest.raises(Refused, match="names somebody"):
        verbs.decide(
            by=board.manager, board=board.board, kind="referral", pk=referral.pk, choice="destroy", reason="Amara is grown."
        )  # fmt: skip


def test_who_proposed_it_does_not_confirm_it_and_it_can_be_sent_back(board: make.World) -> None:
    make.member(board.board, board.chair, "business_manager")
    referral = declined(board)
    own = verbs.decide(
        by=board.chair, board=board.board, kind="referral", pk=referral.pk, choice="destroy", reason="Its time has come."
    )  # fmt: skip
    with pytest.raises(Refused, match="a second person must confirm it"):
        verbs.destroy(by=board.chair, decision=own)
    verbs.send_back(by=board.chair, decision=own, why="Ask the archive.")
    with pytest.raises(Refused, match="no longer waits"):
        verbs.destroy(by=board.chair, decision=own)
    with pytest.raises(Http404):
        verbs.destroy(by=make.world("Marlow").chair, decision=proposed(board, "referral", referral.pk))


def test_a_session_of_training_goes_with_its_counts(board: make.World) -> None:
    case = without_hold(board)
    session, course = case.records["session"], case.records["course"]
    TrainingSession.objects.filter(pk=session.pk).update(held_on=date(2001, 1, 1))
    made = verbs.destroy(by=board.chair, decision=proposed(board, "session", session.pk))
    assert not TrainingSession.objects.filter(pk=session.pk).exists()
    assert Course.objects.filter(pk=course.pk).exists()
    assert not Attendees.objects.filter(session=session.pk).exists()
    assert made.counts["Attendees"][0] > 0
    assert list(verify()) == []


def test_a_superseded_change_of_a_policy_waits_for_the_case_that_rests_on_it(board: make.World) -> None:
    case = without_hold(board)
    change = case.of["police"]["policy_change"]
    assert "policy-change" not in {each.kind for each in aparts(board.board)}
    PolicyChange.objects.filter(pk=change.pk).update(approved_on=date(2000, 1, 1))
    later = {"clause": "4.2", "before": "Ring.", "after": "Go.", "edition_after": "3", "recorded_by": board.manager}
    PolicyChange.objects.create(policy=change.policy, approved_by="The chief", approved_on=date(2001, 1, 1), **later)
    PolicyAsk.objects.filter(policy=change.policy).update(change=change)
    with pytest.raises(Refused, match="A record of a case that is still kept rests on it"):
        proposed(board, "policy-change", change.pk)
    PolicyAsk.objects.filter(policy=change.policy).update(change=None)
    verbs.destroy(by=board.chair, decision=proposed(board, "policy-change", change.pk))
    assert change.policy.changes.count() == 1


def old_record(board: make.World, number: int) -> list[Event]:
    """Events of the whole board; all but the last are older than their period."""
    for each in range(number):
        with make_time(LONG_AGO if each < number - 1 else timezone.now()):
            record(board.manager, "person.signed_in", board=board.board)
    return [*Event.objects.filter(chain=f"board-{board.board.pk}").order_by("number")]


def make_time(moment: Any) -> Any:
    """Has `record` write down another moment."""
    return patch("reviews.services.events.timezone", SimpleNamespace(now=lambda: moment))


def test_the_old_end_of_the_boards_record_goes_and_what_is_left_verifies(board: make.World) -> None:
    events = old_record(board, 5)
    heads = [f"{event.chain}:{event.number}:{event.hash}" for event in events]
    made = verbs.destroy(by=board.chair, decision=proposed(board, LOG, 0))
    left = Event.objects.filter(chain=events[0].chain).order_by("number")
    assert left.first() == events[4]
    assert made.counts["Events"] == [4, 0]
    assert made.heads == [heads[3]]
    assert list(verify(heads)) == []
    assert due(board.board, TODAY) == []


def test_a_cut_that_no_certificate_tells_of_is_found(board: make.World) -> None:
    events = old_record(board, 4)
    with declared_destruction():
        Event.objects.filter(pk=events[0].pk).delete()
    assert "is missing" in str(next(iter(verify())))


def test_certificates_whose_events_went_are_still_vouched_for(board: make.World) -> None:
    with make_time(LONG_AGO):
        first = verbs.destroy(by=board.chair, decision=proposed(board, "referral", declined(board).pk))
    old_record(board, 2)
    verbs.destroy(by=board.chair, decision=proposed(board, LOG, 0))
    assert list(verify()) == []
    with declared_destruction():
        DestructionCertificate.objects.filter(pk=first.pk).update(reason="Another.")
    assert "its certificate was changed" in str(next(iter(verify())))


def test_the_page_lists_what_is_due_and_the_boards_own_period_counts(board: make.World, signed_in: Any) -> None:
    referral = declined(board)
    client = signed_in(board.manager)
    assert referral.ref in words(client.get("/reviews/retention/"))

    retention.set_period(
        by=board.manager, board=board.board, line="referrals-declined", years=40, reason="Our schedule."
    )
    said = words(client.get("/reviews/retention/"))
    assert "None is due." in said
    page = words(client.get(f"/reviews/disposal/referral/{referral.pk}/"))
    assert "Its period ends on" in page
    assert "40 years" in page
    assert client.get("/reviews/disposal/building/1/").status_code == 404


def test_nothing_goes_by_itself(board: make.World) -> None:
    referral = declined(board)
    proposed(board, "referral", referral.pk)
    remove_files()
    remove_unnamed()
    assert Referral.objects.filter(pk=referral.pk).exists()
