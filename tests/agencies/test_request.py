"""A request: asked, assigned, written, passed on, signed by somebody else, sent back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from agencies.models import Request
from agencies.services import entry, imr
from agencies.services import request as verbs
from reviews.stages import Stage
from scr_portal.lib.records import Refused, Stale
from tests import make


@pytest.fixture
def asked(board: make.World) -> Request:
    """The police are asked, and Kim Doyle writes."""
    made = make.request(board, make.review(board), board.police)
    return verbs.assign(by=board.police_lead, request=made, author=board.police_author)


def written(board: make.World, asked: Request) -> Request:
    entry.enter_by_hand(by=board.police_author, request=asked, date_text="27/3/2019", event="Seen at home.")
    asked.refresh_from_db()
    return asked


def with_senior(board: make.World, asked: Request) -> Request:
    return verbs.submit(by=board.police_lead, request=written(board, asked))


def test_agencies_are_asked_together_and_their_leads_hear_of_it_without_a_fact_of_the_case(
    board: make.World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    review = make.review(board)
    with django_capture_on_commit_callbacks(execute=True):
        verbs.ask(
            by=board.manager,
            review=review,
            agencies=[board.police, board.school],
            wanted="chronology",
            due_on=timezone.localdate(),
        )
    assert {letter.to[0] for letter in mailoutbox} == {board.police_lead.email, board.school_lead.email}
    assert all("Child A" not in letter.body + letter.subject for letter in mailoutbox)
    assert all(review.ref in letter.subject for letter in mailoutbox)


def test_an_agency_is_asked_once_in_a_review(board: make.World, asked: Request) -> None:
    with pytest.raises(Refused, match="asked in this review already"):
        verbs.ask(
            by=board.manager,
            review=asked.review,
            agencies=[board.police],
            wanted="chronology",
            due_on=timezone.localdate(),
        )


def test_nobody_is_asked_once_the_report_is_drafted(board: make.World) -> None:
    review = make.review(board, stage=Stage.DRAFTING)
    with pytest.raises(Refused, match="this review is not there"):
        verbs.ask(
            by=board.manager, review=review, agencies=[board.police], wanted="chronology", due_on=timezone.localdate()
        )


def test_the_author_works_for_the_agency(board: make.World, asked: Request) -> None:
    with pytest.raises(Refused, match="has to work for your agency"):
        verbs.assign(by=board.police_lead, request=asked, author=board.school_author)


def test_an_empty_return_cannot_be_passed_on(board: make.World, asked: Request) -> None:
    with pytest.raises(Refused, match="There is nothing in this return yet"):
        verbs.submit(by=board.police_lead, request=asked)


def test_the_author_does_not_sign_their_own_report(board: make.World, asked: Request) -> None:
    make.member(board.board, board.police_author, "agency_senior")
    with pytest.raises(Refused, match="cannot sign it off"):
        verbs.sign_off(by=board.police_author, request=with_senior(board, asked))


def test_a_lead_cannot_sign_off(board: make.World, asked: Request) -> None:
    with pytest.raises(PermissionDenied):
        verbs.sign_off(by=board.police_lead, request=with_senior(board, asked))


def test_a_signed_return_is_closed_to_its_agency(board: make.World, asked: Request) -> None:
    signed = verbs.sign_off(by=board.police_senior, request=with_senior(board, asked))
    assert (signed.status, signed.signed_off_by) == ("returned", board.police_senior)
    with pytest.raises(Refused):
        entry.enter_by_hand(by=board.police_author, request=signed, date_text="28/3/2019", event="Later.")


def test_a_return_sent_back_leaves_the_merged_chronology_until_it_is_signed_again(
    board: make.World, asked: Request
) -> None:
    signed = verbs.sign_off(by=board.police_senior, request=with_senior(board, asked))
    sent_back = verbs.send_back(by=board.manager, request=signed, why="The period of the first year is missing.")
    assert (sent_back.status, sent_back.signed_off_by, sent_back.open) == ("sent_back", None, True)


def test_a_nil_return_has_a_reason_and_no_entries(board: make.World, asked: Request) -> None:
    with pytest.raises(Refused, match="has entries in it"):
        verbs.make_nil_return(by=board.police_lead, request=written(board, asked), reason="Nothing held.")


def test_a_double_submit_is_refused_in_words(board: make.World, asked: Request) -> None:
    passed = with_senior(board, asked)
    with pytest.raises(Refused, match="no longer applies"):
        verbs.submit(by=board.police_lead, request=passed)


def test_a_return_is_late_the_day_after_it_was_due(board: make.World, asked: Request) -> None:
    assert not asked.overdue(asked.due_on)
    assert asked.overdue(asked.due_on + timedelta(days=1))


def test_two_authors_in_one_section_lose_nothing(board: make.World, asked: Request, signed_in: Any) -> None:
    section = imr.write(by=board.police_author, request=asked, key="missed", text="First thoughts.")
    imr.write(
        by=board.police_lead, request=asked, key="missed", text="The lead’s thoughts.", seen_version=section.version
    )
    with pytest.raises(Stale):
        imr.write(
            by=board.police_author, request=asked, key="missed", text="Second thoughts.", seen_version=section.version
        )
    form = {"text": "Second thoughts.", "seen_version": section.version}
    page = signed_in(board.police_author).post(f"/agencies/request/{asked.pk}/imr/missed/edit/", form).content.decode()
    assert "Second thoughts." in page
    assert imr.Imr.objects.get().sections.get().text == "The lead’s thoughts."


def test_each_line_of_enquiry_has_a_section_in_the_agencys_report(asked: Request) -> None:
    keys = [key for key, _, _ in imr.sections_of(asked)]
    assert "kloe-1" in keys
    assert "missed" in keys


def test_the_usual_time_of_a_return_is_the_boards_own_and_says_so(board: make.World, signed_in: Any) -> None:
    review = make.review(board, rule_set=make.ADULT)
    board.board.clock_lengths = {make.ADULT: {"imr-return": {"length": 6, "unit": "working_days"}}}
    board.board.save()
    page = signed_in(board.manager).get(f"/agencies/request/new/{review.ref}/").content.decode()
    assert "6 working days (the board’s own length instead of 28 days)" in page
    assert "agency summary (scoping) 21 days;" in page
