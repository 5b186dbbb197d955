"""The family's own words: as they gave them, read by few and on record, used as far as they agree and no longer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from findings.models import Evidence, Finding, Report, ReportSection
from findings.services import finding as findings
from reviews.lifecycle import REVIEW_LIFECYCLE, findings_rest_on_evidence
from reviews.models import Consent, Contribution, Event, ParallelProcess, Person, Restriction, Review
from reviews.services import consent, contribution
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()
WORDS = "Nobody ever asked me what had changed at home after the baby came."


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board, stage="analysis")


@pytest.fixture
def mother(board: make.World, review: Review) -> Person:
    return make.subject(board, review, given="Ngozi", pseudonym="Ms O", part="family")


def heard(board: make.World, person: Person, choice: str = "quote", **values: Any) -> Contribution:
    """Words that were given today at a meeting, unless it says otherwise."""
    said = {"words": WORDS, "given_on": TODAY, "way": "meeting", "with_whom": "Hana Svensson", "choice": choice}
    return contribution.add(by=board.reviewer, person=person, values={**said, **values})


def answers(board: make.World, made: Contribution, choice: str, **values: Any) -> Consent:
    """What they agree to from today on."""
    said = {"choice": choice, "in_confidence": False, "given_on": TODAY, "said_to": "Tom", "note": "", **values}
    return consent.give(by=board.manager, contribution=Contribution.objects.get(pk=made.pk), values=said)


def written(board: make.World, review: Review) -> Finding:
    values = {"title": "Nobody asked", "what": "w", "why": "y", "impact": ""}
    return findings.add(by=board.reviewer, review=review, values=values)


def test_words_are_kept_as_they_were_given_and_a_later_version_stands_beside(board: make.World, mother: Person) -> None:
    first = heard(board, mother)
    later = {"words": "I asked for help twice.", "given_on": TODAY, "way": "letter", "with_whom": "Hana", "choice": "use", "why": "She read it again."}  # fmt: skip
    second = contribution.revise(by=board.reviewer, contribution=first, values=later)
    third = contribution.revise(by=board.reviewer, contribution=second, values={**later, "choice": "quote"})
    assert [(each.number, each.head, each.words) for each in Contribution.objects.order_by("number")] == [
        (1, first, WORDS),
        (2, first, "I asked for help twice."),
        (3, first, "I asked for help twice."),
    ]
    assert {each.consent.choice for each in (first, second, third) if each.consent} == {"quote"}
    for change in (lambda: Contribution.objects.update(words="x"), lambda: Consent.objects.update(choice="quote")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_reading_is_recorded_and_the_record_holds_no_word_of_it(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    made = heard(board, mother)
    shown = signed_in(board.chair).get(f"/reviews/{review.ref}/contribution/{made.pk}/")
    assert WORDS in shown.content.decode()
    event = Event.objects.latest("pk")
    assert (event.verb, event.actor, event.subject) == ("contribution.read", board.chair, "Words of Ms O, version 1")
    assert not [each for each in Event.objects.all() if "Nobody" in str(each.facts) or "Ngozi" in each.subject]
    person = signed_in(board.auditor).get(f"/reviews/{review.ref}/family/{mother.pk}/").content.decode()
    assert "May be quoted" in person
    assert WORDS not in person
    assert f"/contribution/{made.pk}/" not in person


def test_agency_people_do_not_read_it_and_what_is_confided_only_those_who_take_it_down(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    made, confided = heard(board, mother), heard(board, mother, in_confidence=True)
    expected = {"chair": (200, 404), "manager": (200, 200), "reviewer": (200, 200), "auditor": (403, 403), "panel": (403, 403), "police_lead": (404, 404), "legal": (404, 404)}  # fmt: skip
    found = {
        who: tuple(
            signed_in(board.people[who]).get(f"/reviews/{review.ref}/contribution/{each.pk}/").status_code
            for each in (made, confided)
        )
        for who in expected
    }
    assert found == expected
    answers(board, confided, "quote")
    assert signed_in(board.chair).get(f"/reviews/{review.ref}/contribution/{confided.pk}/").status_code == 200


def test_meeting_the_family_is_stopped_and_a_letter_that_comes_is_not(
    board: make.World, review: Review, mother: Person
) -> None:
    process = ParallelProcess.objects.create(review=review, kind="criminal", started_on=TODAY)
    Restriction.objects.create(process=process, limit="family", asked_by="DI Khan", since=TODAY)
    for way in ("meeting", "call", "recording"):
        with pytest.raises(Refused, match="You cannot meet the family now"):
            heard(board, mother, way=way)
    assert heard(board, mother, way="letter").pk
    assert heard(board, mother, given_on=TODAY - timedelta(days=1)).pk
    ParallelProcess.objects.update(ended_on=TODAY)
    assert heard(board, mother).pk


def test_a_finding_rests_on_words_that_may_be_used_and_on_no_others(
    board: make.World, review: Review, mother: Person
) -> None:
    finding = written(board, review)
    for choice in ("none", "not_asked"):
        with pytest.raises(Refused, match="has not agreed"):
            findings.rest_on(by=board.reviewer, finding=finding, contributions=[heard(board, mother, choice)])
    other = make.review(board, number=2, stage="analysis")
    elsewhere = make.subject(board, other, pseudonym="Ms P", part="family")
    with pytest.raises(Refused, match="belongs to another review"):
        findings.rest_on(by=board.reviewer, finding=finding, contributions=[heard(board, elsewhere)])
    made = heard(board, mother, "use")
    findings.rest_on(by=board.reviewer, finding=finding, contributions=[made])
    assert Evidence.objects.get().contribution == made
    assert findings_rest_on_evidence(review) is None
    with pytest.raises(Refused, match="rests on that already"):
        findings.rest_on(by=board.reviewer, finding=finding, contributions=[made])


def test_withdrawn_consent_shows_at_the_finding_and_is_never_dropped(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    finding, made = written(board, review), heard(board, mother)
    findings.rest_on(by=board.reviewer, finding=finding, contributions=[made])
    where = f"/findings/{review.ref}/finding/{finding.number}/"
    assert "May be quoted" in signed_in(board.panel).get(where).content.decode()
    assert WORDS not in signed_in(board.panel).get(where).content.decode()
    answers(board, made, "withdrawn")
    shown = signed_in(board.panel).get(where).content.decode()
    assert "Consent withdrawn" in shown
    assert Evidence.objects.get().removed is False
    assert (
        findings_rest_on_evidence(review) == "“Nobody asked” rests on no evidence yet: link an entry or a report to it."
    )
    answers(board, made, "quote")
    assert findings_rest_on_evidence(review) is None


def test_a_report_that_quotes_without_consent_goes_no_further(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    made = heard(board, mother)
    report = Report.objects.create(review=review, title="Child A")
    for order, each in enumerate(review.rules.sections, start=1):
        ReportSection.objects.create(report=report, key=each.key, title=each.title, order=order, text="It was late.")
    section = report.sections.all()[0]
    ReportSection.objects.filter(pk=section.pk).update(
        text="She said: “nobody ever asked me what had changed at home”."
    )
    ways = [REVIEW_LIFECYCLE.move(verb) for verb in ("submit", "sign_off", "publish")]
    stopped = f"“{section.title}” repeats words that Ms O gave on {TODAY.day} {TODAY:%B %Y} and that may not be quoted"
    assert not any(stopped in (move.obstacle(review) or "") for move in ways)
    for choice in ("withdrawn", "none", "not_asked", "use"):
        answers(board, made, choice)
        review = Review.objects.get(pk=review.pk)
        assert all(stopped in (guarded(move, review) or "") for move in ways), choice
    page = signed_in(board.reviewer).get(f"/reviews/{review.ref}/contribution/{made.pk}/").content.decode()
    assert "“nobody ever asked me what had changed at home”" in page
    answers(board, made, "quote")
    assert not any(stopped in (guarded(move, review) or "") for move in ways)


def guarded(move: Any, review: Review) -> str | None:
    """The last sentence that stands in the way: the one about quoting, where it stands there."""
    return next((sentence for guard in reversed(move.guards) if (sentence := guard(review))), None)


def test_consent_says_what_stands_and_takes_back_only_what_was_given(board: make.World, mother: Person) -> None:
    made = heard(board, mother, "not_asked")
    with pytest.raises(Refused, match="Nothing was agreed to that could be withdrawn"):
        answers(board, made, "withdrawn")
    answers(board, made, "use")
    with pytest.raises(Refused, match="what stands already, since"):
        answers(board, made, "use")
    answers(board, made, "use", in_confidence=True)
    assert [each.choice for each in made.consents.all()] == ["not_asked", "use", "use"]
    verbs = Event.objects.filter(verb="contribution.consented").order_by("pk")
    assert [(each.facts["before"], each.facts["consent"]) for each in verbs] == [("not_asked", "use"), ("use", "use")]


def test_the_page_of_the_person_says_what_is_missing(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    client, where = signed_in(board.reviewer), f"/reviews/{review.ref}/family/{mother.pk}/"
    said = {
        "words": WORDS,
        "given_on": f"{TODAY:%d/%m/%Y}",
        "way": "meeting",
        "with_whom": "Hana",
        "choice": "not_asked",
    }
    assert client.post(f"{where}contribution/new/", {**said, "words": ""}).status_code == 422
    assert client.post(f"{where}contribution/new/", said).status_code == 302
    assert "Ask what may be done with their words" in client.get(where).content.decode()
    made = Contribution.objects.get()
    answer = {"choice": "quote", "given_on": f"{TODAY:%d/%m/%Y}", "said_to": "Hana"}
    assert client.post(f"/reviews/{review.ref}/contribution/{made.pk}/consent/new/", answer).status_code == 302
    assert "Ask what may be done with their words" not in client.get(where).content.decode()
    form = client.get(f"/reviews/{review.ref}/contribution/{made.pk}/consent/new/").content.decode()
    assert "They withdraw their consent" in form
