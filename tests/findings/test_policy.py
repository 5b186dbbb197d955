"""The register of policies: what a recommendation names stands out until it was changed and approved; each sees its own."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from agencies.models import Agency
from findings.broken import broken
from findings.models import Policy, PolicyAsk, PolicyChange, Recommendation, Response
from findings.services import policy as verbs
from findings.services.policy_reminder import remind_all
from findings.thread import strands
from reviews.models import Message, Review
from scr_portal.lib.records import Refused, Stale
from tests import make
from tests.findings.test_thread import finding, recommended

TODAY = timezone.localdate()


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="monitoring")


@pytest.fixture
def asked(board: make.World, review: Review) -> Recommendation:
    """A recommendation to the police that the board accepted."""
    made = recommended(board, review, 1, finding(board, review, 1))
    Response.objects.create(recommendation=made, answer="accepted", responded_by=board.chair, responded_on=TODAY)
    return Recommendation.objects.select_related("review__board").get(pk=made.pk)


def entered(board: make.World, agency: Agency | None = None, **values: Any) -> Policy:
    said = {"title": "Passing on concerns", "agency": agency, "edition": "3.1", "review_on": None, **values}
    return verbs.enter(by=board.manager, board=board.board, values=said)


def changed(board: make.World, policy: Policy, *asks: PolicyAsk, **values: Any) -> PolicyChange:
    said = {"clause": "4.2", "before": "Send a form to the front door.", "after": "Ring the front door.", "edition_before": "3.1",
            "edition_after": "3.2", "approved_by": "The executive group", "approved_on": TODAY}  # fmt: skip
    return verbs.change(by=board.manager, policy=policy, values={**said, "asks": asks, **values})


def page(client: Any, address: str) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


def kinds(review: Review) -> set[str]:
    return {each.kind.key for each in broken([review])}


def test_what_a_recommendation_names_is_a_broken_link_until_an_approved_change_answers_it(
    board: make.World, review: Review, asked: Recommendation, signed_in: Any
) -> None:
    Recommendation.objects.filter(pk=asked.pk).update(changes=["policy"])
    assert "policy" in kinds(review)  # It should change a policy, and names none.
    policy = entered(board, board.police)
    ask = verbs.name(by=board.manager, recommendation=asked, policy=policy)
    assert {"policy", "unchanged"} & kinds(review) == {"unchanged"}
    client = signed_in(board.manager)
    assert "Named, not changed" in page(client, "/findings/policy/")
    assert "1 named and not changed" in page(client, "/findings/")
    assert "nobody has changed it" in page(client, "/")
    made = changed(board, policy, ask, approved_by="", approved_on=None)
    assert "unchanged" in kinds(review)
    assert "Waits for approval" in page(client, f"/findings/policy/{policy.pk}/")
    values = {
        "clause": "4.2",
        "before": made.before,
        "after": made.after,
        "edition_before": "3.1",
        "edition_after": "3.2",
    }
    verbs.correct(by=board.manager, change=made, values={**values, "asks": [ask], "approved_by": "The chief", "approved_on": TODAY})  # fmt: skip
    assert "unchanged" not in kinds(review)
    assert Policy.objects.get().edition == "3.2"
    assert "Named, not changed" not in page(client, "/findings/policy/")
    assert "nobody has changed it" not in page(client, "/")


def test_the_thread_leads_from_a_recommendation_to_the_policy(
    board: make.World, review: Review, asked: Recommendation
) -> None:
    policy = entered(board, board.police)
    ask = verbs.name(by=board.manager, recommendation=asked, policy=policy)

    def node() -> Any:
        (strand,) = strands(review, board.reviewer, broken([review]), f"policy-{ask.pk}")
        return next(each for each in strand.nodes() if each.key == f"policy-{ask.pk}")

    assert node().broken == ("is not changed yet",)
    changed(board, policy, ask)
    assert node().broken == ()
    assert node().words.startswith("changed ")


def test_the_words_that_changed_are_shown_one_by_one(board: make.World, signed_in: Any) -> None:
    policy = entered(board)
    changed(board, policy)
    said = page(signed_in(board.chair), f"/findings/policy/{policy.pk}/")
    assert "[taken out: </span>Send a form to" in said
    assert "[put in: </span>Ring" in said
    assert re.search(r"</ins>\s*the front door\.", said)


def test_an_agency_sees_and_changes_its_own_alone(board: make.World, asked: Recommendation, signed_in: Any) -> None:
    own, theirs, boards = entered(board, board.police), entered(board, board.school), entered(board)
    client = signed_in(board.police_lead)
    said = page(client, "/findings/policy/")
    assert f"/findings/policy/{own.pk}/" in said
    for other in (theirs, boards):
        assert f"/findings/policy/{other.pk}/" not in said
        assert client.get(f"/findings/policy/{other.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        verbs.look_again(by=board.school_lead, policy=own, reviewed_on=TODAY, review_on=TODAY + timedelta(days=9))
    with pytest.raises(PermissionDenied):
        verbs.name(by=board.police_lead, recommendation=asked, policy=own)


def test_what_somebody_may_not_see_stays_answered_when_they_correct_a_change(board: make.World, review: Review) -> None:
    """A policy of the police may be named by a recommendation to the school, of which the police know nothing."""
    made = recommended(board, review, 2, finding(board, review, 2))
    made.agencies.set([board.school])
    policy = entered(board, board.police)
    ask = verbs.name(by=board.manager, recommendation=made, policy=policy)
    change = changed(board, policy, ask)
    values = {"clause": "4.2", "before": "Send.", "after": "Ring.", "edition_before": "", "edition_after": "3.2"}
    verbs.correct(by=board.police_lead, change=change, values={**values, "asks": [], "approved_by": "x", "approved_on": TODAY})  # fmt: skip
    assert PolicyAsk.objects.get().change == change


def test_what_does_not_fit_is_said_in_one_sentence(board: make.World, asked: Recommendation) -> None:
    policy, other = entered(board), entered(board, title="Bruises in babies")
    ask = verbs.name(by=board.manager, recommendation=asked, policy=other)
    for sentence, values in (
        ("are the same", {"after": "Send  a form to the front door."}),
        ("both who approved it and when", {"approved_by": ""}),
        ("that name this policy", {"asks": [ask]}),
    ):
        with pytest.raises(Refused, match=sentence):
            changed(board, policy, **values)
    with pytest.raises(Refused, match="already"):
        verbs.name(by=board.manager, recommendation=asked, policy=other)
    changed(board, other, ask)
    with pytest.raises(Refused, match="so it stays"):
        verbs.take_back(by=board.manager, ask=ask)
    with pytest.raises(Refused, match="Choose an agency of this board"):
        entered(board, make.world("Marlow").police)
    with pytest.raises(Stale):
        verbs.write(by=board.manager, policy=policy, values={"title": "t", "agency": None}, seen_version=9)


def test_staff_are_told_of_what_was_approved_and_the_change_then_stays_approved(board: make.World) -> None:
    policy = entered(board, board.police)
    waiting = changed(board, policy, approved_by="", approved_on=None)
    told = {"agency": board.police, "level": "front_line", "channel": "email", "told_on": TODAY}
    with pytest.raises(Refused, match="not approved yet"):
        verbs.tell(by=board.police_lead, change=waiting, values=told)
    made = changed(board, policy, clause="4.3")
    with pytest.raises(Refused, match="before it was approved"):
        verbs.tell(by=board.police_lead, change=made, values={**told, "told_on": TODAY - timedelta(days=1)})
    verbs.tell(by=board.police_lead, change=made, values=told)
    values = {"clause": "4.3", "before": "a", "after": "b", "edition_before": "", "edition_after": "4", "asks": []}
    with pytest.raises(Refused, match="stays approved"):
        verbs.correct(by=board.manager, change=made, values={**values, "approved_by": "", "approved_on": None})


def test_a_policy_that_is_due_is_told_to_its_leads_once_and_waits_in_their_work(
    board: make.World, signed_in: Any
) -> None:
    policy = entered(board, board.police, review_on=TODAY)
    entered(board, board.school, review_on=TODAY + timedelta(days=1))
    boards_own = entered(board, review_on=TODAY - timedelta(days=5))
    assert remind_all() == 2
    assert remind_all() == 0
    letters = {letter.to: letter.text for letter in Message.objects.filter(kind="policy")}
    assert set(letters) == {board.police_lead, board.manager}
    assert f"/findings/policy/{policy.pk}/review/" in letters[board.police_lead]
    assert "Passing on concerns" not in letters[board.police_lead]
    assert f"/findings/policy/{policy.pk}/review/" in page(signed_in(board.police_lead), "/")
    assert f"/findings/policy/{boards_own.pk}/review/" in page(signed_in(board.manager), "/")
    assert "/review/" not in page(signed_in(board.school_lead), "/")
    with pytest.raises(Refused, match="enter a later day"):
        verbs.look_again(by=board.police_lead, policy=policy, reviewed_on=TODAY, review_on=TODAY)
    verbs.look_again(by=board.police_lead, policy=policy, reviewed_on=TODAY, review_on=TODAY + timedelta(days=365))
    assert not Message.objects.waiting().filter(kind="policy", to=board.police_lead).exists()
    assert f"/findings/policy/{policy.pk}/review/" not in page(signed_in(board.police_lead), "/")
