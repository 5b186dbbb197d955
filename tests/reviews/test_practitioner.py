"""What practitioners say in conversations and at learning events: evidence, as far as they agree, unread by their employers."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from findings.models import Evidence
from findings.services import finding as findings
from reviews import family
from reviews.models import Contribution, ParallelProcess, Person, Restriction, Review
from reviews.services import contribution
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()
WORDS = "I carried twenty-six families that month and nobody covered my leave."


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="analysis")


@pytest.fixture
def visitor(board: make.World, review: Review) -> Person:
    named = {"given": "Grace", "surname": "Baker", "pseudonym": "Health Visitor 1", "part": "professional"}
    return make.subject(board, review, agency=board.school, **named)


def heard(board: make.World, person: Person, **values: Any) -> Contribution:
    """Words that were given today at a learning event, unless it says otherwise."""
    said = {"words": WORDS, "given_on": TODAY, "way": "event", "with_whom": "Hana Svensson", "choice": "use"}
    return contribution.add(by=board.reviewer, person=person, values={**said, **values})


def test_their_words_are_evidence_as_far_as_they_agree(board: make.World, review: Review, visitor: Person) -> None:
    values = {"title": "No cover", "what": "w", "why": "y", "impact": ""}
    finding = findings.add(by=board.reviewer, review=review, values=values)
    with pytest.raises(Refused, match="Health Visitor 1 has not agreed"):
        findings.rest_on(by=board.reviewer, finding=finding, contributions=[heard(board, visitor, choice="none")])
    findings.rest_on(by=board.reviewer, finding=finding, contributions=[made := heard(board, visitor)])
    assert Evidence.objects.get().contribution == made


def test_they_stand_on_a_page_of_their_own_and_not_with_the_family(
    board: make.World, review: Review, visitor: Person, signed_in: Any
) -> None:
    made = heard(board, visitor)
    assert not [each for each in family.members(review) if each.person == visitor]
    client = signed_in(board.reviewer)
    shown = client.get(f"/reviews/{review.ref}/practitioner/").content.decode()
    assert "Health Visitor 1" in shown
    assert f"/contribution/{made.pk}/" in shown
    assert WORDS not in shown
    assert client.get(f"/reviews/{review.ref}/family/{visitor.pk}/").status_code == 404
    form = client.get(f"/reviews/{review.ref}/family/{visitor.pk}/contribution/new/").content.decode()
    assert "At a practitioners’ learning event" in form
    assert "Through an advocate" not in form
    assert "nor does their own employer" in form


def test_their_employers_the_panel_and_auditors_read_neither_page_nor_words(
    board: make.World, review: Review, visitor: Person, signed_in: Any
) -> None:
    made = heard(board, visitor)
    for who in ("auditor", "panel", "police_lead", "school_lead", "school_author", "legal"):
        client = signed_in(board.people[who])
        for where in ("practitioner/", f"contribution/{made.pk}/"):
            assert client.get(f"/reviews/{review.ref}/{where}").status_code in (403, 404), (who, where)


def test_an_event_is_stopped_where_practitioners_may_not_be_met_and_a_letter_is_not(
    board: make.World, review: Review, visitor: Person
) -> None:
    process = ParallelProcess.objects.create(review=review, kind="criminal", started_on=TODAY)
    limit = Restriction.objects.create(process=process, limit="family", asked_by="DI Khan", since=TODAY)
    assert heard(board, visitor).pk
    Restriction.objects.filter(pk=limit.pk).update(limit="interviews")
    with pytest.raises(Refused, match="You cannot hold a practitioner event now"):
        heard(board, visitor)
    assert heard(board, visitor, way="letter").pk
