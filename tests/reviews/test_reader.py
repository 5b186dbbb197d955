"""Who can see this, and why: the sentences agree with what the portal lets each person do."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.utils import timezone

from agencies.explain import reads
from agencies.models import Entry, Hold, Request
from reviews import access
from reviews.explain import on_review
from reviews.forms.reader import PARTS
from reviews.models import Review
from reviews.policy import Role
from reviews.views.reader import known
from tests import make
from tests.case import one_of_everything


def afresh(world: make.World) -> dict[str, Any]:
    """Everybody as a new request would find them: nothing remembered of their rights."""
    for person in world.people.values():
        for name in ("_grants", "_roles_by_board"):
            person.__dict__.pop(name, None)
    return world.people


def test_the_answer_is_what_the_portal_does_for_each_part_and_person(board: make.World) -> None:
    case = one_of_everything(board)
    make.member(board.board, board.outsider, Role.PANEL_MEMBER, review=case.review, until=timezone.localdate())
    people, today = known(case.review), timezone.localdate()
    for action in PARTS:
        for name, person in afresh(board).items():
            said = on_review(action, person, people.get(person, []), case.review, today)
            assert said.may == access.allowed(person, action, case.review), (name, action, said)
            assert said.because


def test_the_answer_about_an_entry_is_what_the_portal_does(board: make.World) -> None:
    case = one_of_everything(board)
    entry, by = case.of["police"]["entry"], board.manager
    for stage in ("collection", "analysis"):
        for status in ("in_progress", "returned"):
            for held in (False, True):
                Review.objects.filter(pk=case.review.pk).update(stage=stage)
                Request.objects.filter(pk=entry.request_id).update(status=status)
                hold = Hold.objects.create(review=case.review, entry=entry, kind="police", reason="r", placed_by=by) if held else None  # fmt: skip
                found = Entry.objects.visible_to(by).select_related("request__review", "review").filter(pk=entry.pk).first() or Entry.objects.select_related("request__review", "review").get(pk=entry.pk)  # fmt: skip
                people = known(case.review)
                for name, person in afresh(board).items():
                    said = reads(person, people.get(person, []), found, hold, timezone.localdate())
                    does = Entry.objects.visible_to(person).filter(pk=entry.pk).exists()
                    assert said.may == does, (stage, status, held, name, said)
                Hold.objects.filter(entry=entry).delete()


def test_it_says_why_not(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    yesterday = timezone.localdate() - timedelta(days=1)
    make.member(board.board, board.outsider, Role.PANEL_MEMBER, review=case.review, until=yesterday)
    entry, client = case.of["police"]["entry"], signed_in(board.reviewer)

    def answer(page: str, who: Any, **more: Any) -> str:
        return " ".join(client.get(page, {"who": who.pk, **more}).content.decode().split())

    page = f"/findings/{case.review.ref}/entry/{entry.pk}/reader/"
    assert "that has ended" in answer(page, board.outsider)
    assert "cannot" in answer(page, board.school_author)
    Hold.objects.create(review=case.review, entry=entry, kind="police", reason="r", placed_by=board.manager)
    assert "no line of the table lets that role read entries that are on hold" in answer(page, board.panel)
    page = f"/reviews/{case.review.ref}/reader/"
    assert "no line of the table lets that role see real names" in answer(
        page, board.administrator, what="review.names"
    )
    Review.objects.filter(pk=case.review.pk).update(stage="collection")
    assert "has not been released to the panel" in answer(page, board.panel, what="chronology.see")


def test_the_page_says_which_right_it_answers_for_where_none_was_asked(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    page = signed_in(board.auditor).get(case.address("reviews.reader.list")).content.decode()
    assert '<option value="review.see" selected>' in page


def test_a_conflict_of_interest_stands_in_the_answer_of_the_pages_that_it_closes(
    board: make.World, signed_in: Any
) -> None:
    case, client = one_of_everything(board), signed_in(board.auditor)
    case.records["attendance"].user, case.records["attendance"].conflict = board.panel, "Line manager of the officer."
    case.records["attendance"].save()
    page = client.get(case.address("reviews.decision_record.show")).content.decode()
    link = unescape(re.findall(r'href="(/reviews/[^"]*/reader/[^"]*)"', page)[-1])
    said = " ".join(client.get(f"{link}&who={board.panel.pk}").content.decode().split())
    assert "Declared a conflict of interest in this case." in said
    assert "cannot" in said
