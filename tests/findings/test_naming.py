"""Who is named in an entry: what the portal finds, what it leaves to a person, and who learns of it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from agencies.models import Entry, Request
from agencies.services import entry as entries
from agencies.services import hold as holds
from agencies.services import request as returns
from findings import merged, tasks
from findings.chronology_export import make as make_file
from findings.models import Naming, Recognition
from findings.services import naming
from reviews.models import Event, Person, Review
from reviews.services import person as register
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_merged import told

OTHERS = {"panel", "chair", "auditor"}


@pytest.fixture
def review(board: make.World) -> Review:
    """A released review with Amara and Ngozi Okafor in its register, and a return of the police."""
    made = make.review(board, stage=Stage.ANALYSIS)
    make.request(board, made, board.police, status="returned")
    make.subject(board, made)
    make.subject(board, made, given="Ngozi", pseudonym="Mother", part="family")
    return made


def found(entry: Entry) -> dict[str, str]:
    """Published name → what stands about it."""
    return {each.person.pseudonym: each.state for each in entry.namings.select_related("person")}


def test_people_are_found_in_every_text_of_an_entry(board: make.World, review: Review) -> None:
    seen = told(board, review, "police", "Amara was seen.", None)
    acted = told(board, review, "police", "Called.", None, action="Rang Ngozi.")
    column = told(board, review, "police", "Called.", None, extra={"Who was there": "Ngozi Okafor"})
    nobody = told(board, review, "police", "Nobody at home.", None)
    tasks.recognise(review.pk)
    assert [found(each) for each in (seen, acted, column, nobody)] == [
        {"Child A": "named"}, {"Mother": "named"}, {"Mother": "named"}, {},
    ]  # fmt: skip


def test_what_fits_several_waits_for_a_person(board: make.World, review: Review, signed_in: Any) -> None:
    entry = told(board, review, "police", "Okafor did not come to the door.", None)
    tasks.recognise(review.pk)
    assert found(entry) == {"Child A": "undecided", "Mother": "undecided"}
    page = signed_in(board.panel).get(f"/findings/{review.ref}/entry/{entry.pk}/").content.decode()
    assert "[name] may mean Mother or Child A" in page
    named = signed_in(board.panel).get(f"/findings/{review.ref}/entry/{entry.pk}/?names=real").content.decode()
    assert "“Okafor” may mean Mother or Child A" in named


def test_what_a_person_decides_is_kept_when_the_portal_looks_again(board: make.World, review: Review) -> None:
    entry = told(board, review, "police", "Okafor did not come; Amara was there.", None)
    tasks.recognise(review.pk)
    child, mother = review.people.get(pseudonym="Child A"), review.people.get(pseudonym="Mother")
    naming.decide(by=board.panel, entry=entry, person=mother, names=True)
    naming.decide(by=board.panel, entry=entry, person=child, names=False)
    Person.objects.filter(pk=mother.pk).update(aliases=["Goz"])
    tasks.recognise(review.pk)
    assert found(entry) == {"Child A": "not_named", "Mother": "named"}
    assert [(event.verb, event.actor) for event in Event.objects.filter(subject_type="findings.naming")] == [
        ("naming.decided", board.panel), ("naming.decided", board.panel),
    ]  # fmt: skip


def test_the_same_decision_twice_is_one_and_somebody_of_another_review_is_refused(
    board: make.World, review: Review
) -> None:
    entry = told(board, review, "police", "A woman called.", None)
    mother = review.people.get(pseudonym="Mother")
    naming.decide(by=board.panel, entry=entry, person=mother, names=True)
    with pytest.raises(Refused, match="decided so already"):
        naming.decide(by=board.panel, entry=entry, person=mother, names=True)
    stranger = make.subject(board, make.review(board, number=2), pseudonym="Child B")
    with pytest.raises(Refused, match="this review’s people register"):
        naming.decide(by=board.panel, entry=entry, person=stranger, names=True)


def test_a_change_of_the_register_or_of_the_return_is_looked_at_again_and_nothing_else_is(
    board: make.World, review: Review
) -> None:
    entry = told(board, review, "police", "Mr Marsh rang about Amara.", None)
    tasks.recognise(review.pk)
    tasks.recognise_all()
    assert Event.objects.filter(verb="naming.recognised").count() == 1
    values = {"pseudonym": "Stepfather", "given": "Daniel", "surname": "Marsh", "sex": "male"}
    register.add(by=board.manager, review=review, values=values)
    tasks.recognise(review.pk)
    assert found(entry) == {"Child A": "named", "Stepfather": "named"}
    later = told(board, review, "police", "Daniel Marsh rang again.", None)
    tasks.recognise(review.pk)
    assert found(later) == {"Stepfather": "named"}


def test_a_name_that_leaves_the_register_leaves_the_entries(board: make.World, review: Review) -> None:
    entry = told(board, review, "police", "Ngozi rang.", None)
    tasks.recognise(review.pk)
    register.write(
        by=board.manager, person=review.people.get(pseudonym="Mother"), values={"pseudonym": "Mother", "given": "Chika"}
    )
    tasks.recognise(review.pk)
    assert found(entry) == {}


def test_signing_off_a_return_and_changing_the_register_have_it_done(
    board: make.World, review: Review, django_capture_on_commit_callbacks: Any
) -> None:
    school = make.request(board, review, board.school, status="with_senior")
    entry = told(board, review, "school", "Amara was late.", None)
    with django_capture_on_commit_callbacks(execute=True):
        returns.sign_off(by=board.school_senior, request=school)
    assert found(entry) == {"Child A": "named"}
    with django_capture_on_commit_callbacks(execute=True):
        register.write(by=board.manager, person=review.people.get(pseudonym="Child A"), values={"pseudonym": "Child Z"})
    assert found(entry) == {"Child Z": "named"}


def test_a_return_that_is_not_in_the_chronology_is_not_looked_at(board: make.World, review: Review) -> None:
    make.request(board, review, board.school, status="in_progress")
    entry = told(board, review, "school", "Amara was late.", None)
    tasks.recognise(review.pk)
    assert found(entry) == {}
    assert Recognition.objects.count() == 1


def test_what_an_agency_takes_out_again_takes_what_was_found_with_it_but_no_decision(
    board: make.World, review: Review
) -> None:
    entry = told(board, review, "police", "Amara was seen.", None)
    decided = told(board, review, "police", "Amara was seen again.", None)
    tasks.recognise(review.pk)
    naming.decide(by=board.panel, entry=decided, person=review.people.get(pseudonym="Mother"), names=True)
    Request.objects.filter(review=review).update(status="in_progress")
    entries.remove_by_hand(by=board.police_author, entry=Entry.objects.get(pk=entry.pk))
    assert not Naming.objects.filter(entry=entry.pk).exists()
    with pytest.raises(Refused, match="can no longer be taken out"):
        entries.remove_by_hand(by=board.police_author, entry=Entry.objects.get(pk=decided.pk))


def test_an_entry_on_hold_tells_nobody_who_is_named_in_it(board: make.World, review: Review, signed_in: Any) -> None:
    entry = told(board, review, "police", "An informant spoke of Amara.", None)
    tasks.recognise(review.pk)
    holds.place(by=board.reviewer, review=review, entries=[entry], kind="police", reason="A trial waits.")
    child, before = review.people.get(pseudonym="Child A"), Event.objects.count()
    for who in OTHERS:
        client, sent = signed_in(board.people[who]), {"person": child.pk, "answer": "not_named"}
        assert client.get(f"/findings/{review.ref}/entry/{entry.pk}/").status_code == 404
        assert client.post(f"/findings/{review.ref}/naming/{entry.pk}/decide/", sent).status_code in {403, 404}
    assert found(entry) == {"Child A": "named"}
    naming.decide(by=board.reviewer, entry=entry, person=child, names=False)
    said = Event.objects.filter(pk__gt=before, verb="naming.decided")
    assert not said.filter(pk__in=Event.objects.visible_to(board.auditor)).exists()
    assert said.filter(pk__in=Event.objects.visible_to(board.manager)).exists()


def shown(review: Review, user: Any, **filters: Any) -> list[str]:
    return [entry.event for entry in merged.entries(review, user, merged.Filters(**filters))]


def test_filters_by_people_and_by_who_was_seen_narrow_together(board: make.World, review: Review) -> None:
    told(board, review, "police", "Amara and Ngozi were at home.", date(2019, 3, 1), seen="yes")
    told(board, review, "police", "Ngozi rang about Amara.", date(2019, 3, 2))
    told(board, review, "police", "Amara was at school.", date(2019, 3, 3), seen="yes")
    told(board, review, "police", "Okafor did not open.", date(2019, 3, 4), seen="no")
    tasks.recognise(review.pk)
    child, mother = (review.people.get(pseudonym=name).pk for name in ("Child A", "Mother"))
    both = ["Amara and Ngozi were at home.", "Ngozi rang about Amara."]
    assert shown(review, board.panel, people=(child, mother)) == both
    assert shown(review, board.panel, people=(child, mother), seen="yes") == both[:1]
    assert shown(review, board.panel, people=(mother,), seen="unsaid", words="rang") == both[1:]
    assert (
        shown(review, board.panel, seen="no")
        == shown(review, board.panel, naming="undecided")
        == ["Okafor did not open."]
    )


def test_the_page_of_the_chronology_filters_by_person_and_says_who_is_named(
    board: make.World, review: Review, signed_in: Any
) -> None:
    told(board, review, "police", "Amara was at school.", date(2019, 3, 3), seen="no")
    told(board, review, "police", "Called.", date(2019, 3, 4))
    tasks.recognise(review.pk)
    asked = f"/findings/{review.ref}/chronology/?person={review.people.get(pseudonym='Child A').pk}"
    page = signed_in(board.panel).get(asked).content.decode()
    assert [words in page for words in ("1 entry", "Named: Child A", "Not seen", "Amara")] == [True, True, True, False]
    assert "Named: Amara Okafor" in signed_in(board.panel).get(f"{asked}&names=real").content.decode()


@pytest.mark.parametrize("names", ["covered", "real"])
def test_files_follow_the_filters_and_say_who_is_named_as_the_view_does(
    board: make.World, review: Review, names: str
) -> None:
    Person.objects.filter(pseudonym="Child A").update(born_on=date(2016, 3, 1))
    told(board, review, "police", "Amara was at school.", date(2019, 3, 3), seen="yes")
    told(board, review, "police", "Called.", date(2019, 3, 4))
    tasks.recognise(review.pk)
    asked = merged.Filters(people=(review.people.get(pseudonym="Child A").pk,))
    file = make_file(review, board.panel, asked, kind="csv", named=names == "real")
    *_, headings, line = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    said = dict(zip(headings, line, strict=True))
    assert (said["People"], said["Age"], said["Child/adult seen"]) == (
        "Amara Okafor" if names == "real" else "Child A", "Child A: 3 years", "Yes",
    )  # fmt: skip
