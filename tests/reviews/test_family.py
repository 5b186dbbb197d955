"""The person and the family: what was done with each, what is missing, who speaks for them, and what they are called."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.services.anonymity import covering
from reviews import family
from reviews.models import Advocate, Contact, Event, Letter, Milestone, ParallelProcess, Person, Restriction, Review
from reviews.quality_evidence import gathered
from reviews.services import advocate, contact, contribution, letter
from reviews.services import family as verbs
from scr_portal.lib.records import Refused, Stale
from tests import make

TODAY = timezone.localdate()


@pytest.fixture
def review(board: make.World) -> Review:
    return make.review(board)


@pytest.fixture
def mother(board: make.World, review: Review) -> Person:
    return make.subject(board, review, given="Ngozi", pseudonym="Ms O", part="family")


def touched(board: make.World, person: Person, kind: str, **values: Any) -> Contact:
    """A contact today, unless it says otherwise."""
    said = {"happened_on": TODAY, "by_whom": "Tom Brennan", "way": "home", "what": "w", **values}
    return contact.add(by=board.manager, person=person, kind=kind, values=said)


def missing(person: Person) -> list[str]:
    """What is missing of somebody's part, as the page has it."""
    found = Person.objects.get(pk=person.pk)
    return [step.text for step in family.member(found.review, found).steps]


def test_each_step_leads_to_the_next(board: make.World, mother: Person) -> None:
    assert missing(mother)[0] == "Tell them, or record why not"
    touched(board, mother, "told")
    assert missing(mother)[0] == "Invite them to take part, or record why not"
    touched(board, mother, "invited")
    assert missing(mother) == ["Ask for their answer", "Offer an advocate", "Ask what they should be called"]
    touched(board, mother, "answered", answer="later", ask_again_on=TODAY + timedelta(days=30))
    advocate.offer(by=board.manager, person=mother, values={"kind": "independent", "offered_on": TODAY})
    assert missing(mother) == ["Ask what they should be called"]
    Review.objects.update(stage="drafting")
    assert missing(mother)[0] == "Let them read the draft before it is published"
    touched(board, mother, "draft", edition="Draft 2")
    assert missing(mother) == ["Ask what they should be called"]


def test_who_wants_to_be_asked_later_is_asked_again_on_the_day(board: make.World, mother: Person) -> None:
    for kind, day in (("told", 40), ("invited", 39)):
        touched(board, mother, kind, happened_on=TODAY - timedelta(days=day))
    touched(board, mother, "answered", answer="later", ask_again_on=TODAY, happened_on=TODAY - timedelta(days=20))
    again = "Ask them again whether they want to take part"
    assert missing(mother)[0] == again
    touched(board, mother, "invited")
    assert missing(mother)[0] == "Ask for their answer"
    touched(board, mother, "answered", answer="no")
    assert again not in missing(mother)


def test_who_declined_is_not_sent_the_draft(board: make.World, mother: Person) -> None:
    Review.objects.update(stage="drafting")
    for kind, more in (("told", {}), ("invited", {}), ("answered", {"answer": "no"})):
        touched(board, mother, kind, **more)
    assert not any("draft" in step for step in missing(mother))


def test_a_line_that_was_corrected_stays_and_counts_no_more(board: make.World, mother: Person) -> None:
    wrong = touched(board, mother, "told", what="Told by mistake: it was her sister.")
    touched(board, mother, "other", what="It was her sister who was told.", corrects=wrong)
    assert Contact.objects.count() == 2
    assert missing(mother)[0] == "Tell them, or record why not"


def test_a_line_of_somebody_else_is_not_corrected(board: make.World, review: Review, mother: Person) -> None:
    father = make.subject(board, review, given="Obi", pseudonym="Mr O", part="family")
    line = touched(board, father, "told")
    with pytest.raises(Refused, match="about somebody else"):
        touched(board, mother, "told", corrects=line)


def test_a_reason_takes_the_place_of_telling_until_it_is_looked_at_again(board: make.World, mother: Person) -> None:
    values = {
        "untold_because": "process",
        "untold_why": "The officer asked.",
        "look_again_on": TODAY + timedelta(days=7),
    }
    made = verbs.involve(by=board.manager, person=mother, values=values)
    assert missing(mother) == ["Ask what they should be called"]
    verbs.involve(by=board.manager, person=mother, values={"look_again_on": TODAY}, seen_version=made.version)
    assert missing(mother)[0] == "Look again at why they were not told or invited"
    with pytest.raises(Stale):
        verbs.involve(by=board.manager, person=mother, values={"language": "Igbo"})


def test_family_told_is_dated_with_the_earliest_day(board: make.World, review: Review, mother: Person) -> None:
    for days in (3, 9, 5):
        touched(board, mother, "told", happened_on=TODAY - timedelta(days=days))
    assert Milestone.objects.get(event="family_told").happened_on == TODAY - timedelta(days=9)
    touched(board, mother, "invited", happened_on=TODAY - timedelta(days=30))
    assert Milestone.objects.get(event="family_told").happened_on == TODAY - timedelta(days=9)
    assert not Event.objects.filter(verb="milestone.dated").exists()


def test_what_is_stopped_says_by_what_and_until_when_and_opens_with_its_end(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    process = ParallelProcess.objects.create(
        review=review, kind="criminal", lead_body="Harrowdale Police", started_on=TODAY - timedelta(days=9)
    )
    asked = {"limit": "family", "asked_by": "DI Khan", "since": TODAY - timedelta(days=2), "until": date(2035, 1, 2)}
    Restriction.objects.create(process=process, **asked)
    client = signed_in(board.manager)
    where = f"/reviews/{review.ref}/family/"
    shown = client.get(where).content.decode()
    assert "You cannot tell the family now" in shown
    assert "until 2 January 2035" in shown
    assert "stopped by a parallel process now" in shown
    said = {"happened_on": f"{TODAY:%d/%m/%Y}", "by_whom": "Tom", "way": "home", "what": "That a review is held."}
    answer = client.post(f"{where}{mother.pk}/contact/told/new/", said)
    assert answer.status_code == 422
    assert "(Harrowdale Police)" in answer.content.decode()
    assert "That a review is held." in answer.content.decode()
    assert not Contact.objects.exists()
    earlier = TODAY - timedelta(days=5)
    assert touched(board, mother, "told", happened_on=earlier).pk
    ParallelProcess.objects.update(ended_on=TODAY)
    assert client.post(f"{where}{mother.pk}/contact/told/new/", said).status_code == 302


def test_the_law_requires_an_advocate_for_a_living_adult_who_would_have_difficulty(board: make.World) -> None:
    review = make.review(board, rule_set=make.ADULT)
    adult = make.subject(board, review, pseudonym="Adult B", born_on=date(1950, 1, 1))
    assert "Find out whether the law requires an advocate (Care Act 2014, section 68)" in missing(adult)
    made = verbs.involve(by=board.manager, person=adult, values={"difficulty": "yes"})
    owed = "Arrange an independent advocate: Care Act 2014, section 68 requires one"
    assert owed in missing(adult)
    offered = advocate.offer(by=board.manager, person=adult, values={"kind": "independent", "offered_on": TODAY})
    assert owed in missing(adult)
    said = {"kind": "duty", "name": "Jo Field", "answer": "accepted", "answered_on": TODAY}
    offered = advocate.write(by=board.manager, advocate=offered, values=said)
    assert owed not in missing(adult)
    advocate.write(by=board.manager, advocate=offered, values={"ended_on": TODAY})
    assert owed in missing(adult)
    verbs.involve(by=board.manager, person=adult, values={"supported_by": "Her son"}, seen_version=made.version)
    assert owed not in missing(adult)


def test_the_duty_is_not_for_the_dead_nor_for_a_childrens_review(
    board: make.World, mother: Person, signed_in: Any
) -> None:
    review = make.review(board, rule_set=make.ADULT, number=2)
    dead = make.subject(board, review, pseudonym="Adult C", died_on=date(2026, 1, 1))
    assert missing(dead) == ["Ask the family what they should be called"]
    with pytest.raises(Refused, match="requires no advocate"):
        advocate.offer(by=board.manager, person=mother, values={"kind": "duty", "offered_on": TODAY})
    page = signed_in(board.manager).get(f"/reviews/{mother.review.ref}/family/{mother.pk}/advocate/new/")
    assert "whom the law requires" not in page.content.decode()
    assert not Advocate.objects.exists()


def test_the_name_that_they_chose_is_what_the_review_uses(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    client, where = signed_in(board.reviewer), f"/reviews/{review.ref}/family/{mother.pk}/naming/edit/"
    said = {"naming_wish": "She likes Ada.", "pseudonym": "Ada", "pseudonym_chosen_by": "Herself", "pseudonym_chosen_on": "1/9/2026"}  # fmt: skip
    refused = client.post(where, {**said, "pseudonym": "Ngozi O", "seen_version": 1})
    assert refused.status_code == 422
    assert "a real name of theirs" in refused.content.decode()
    assert client.post(where, {**said, "seen_version": 1}).status_code == 302
    mother.refresh_from_db()
    assert (mother.pseudonym, mother.pseudonym_chosen_by, mother.given) == ("Ada", "Herself", "Ngozi")
    assert covering(review)("Ngozi came to the meeting.") == "Ada came to the meeting."
    assert not any("called" in step for step in missing(mother))
    page = client.get(f"/reviews/{review.ref}/family/{mother.pk}/").content.decode()
    assert "She likes Ada." not in page
    assert "She likes Ada." in client.get(f"/reviews/{review.ref}/family/{mother.pk}/?names=real").content.decode()


def test_professionals_and_places_have_no_page_here(board: make.World, review: Review, signed_in: Any) -> None:
    school = make.subject(board, review, kind="school", name="Elm School", pseudonym="the school", part="other")
    nurse = make.subject(board, review, pseudonym="Nurse 1", part="professional")
    client = signed_in(board.manager)
    for each in (school, nurse):
        assert client.get(f"/reviews/{review.ref}/family/{each.pk}/").status_code == 404
    assert client.get(f"/reviews/{review.ref}/family/{nurse.pk}/contact/rumour/new/").status_code == 404
    with pytest.raises(Refused, match="not a person"):
        touched(board, school, "told")


def test_forms_say_what_is_wrong_and_keep_what_was_typed(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    client, where = signed_in(board.manager), f"/reviews/{review.ref}/family/{mother.pk}/"
    wrong: list[tuple[str, dict[str, str], str]] = [
        ("edit/", {"untold_because": "wish"}, "Say who decided that and what was asked"),
        ("edit/", {"uninvited_why": "Her words."}, "Choose the reason that these words belong to"),
        ("edit/", {"look_again_on": "1/9/2035"}, "There is no reason to look at again"),
        ("contact/told/new/", {"happened_on": "1/9/2035", "by_whom": "T", "way": "home", "what": "w"}, "has not come yet"),
        ("contact/told/new/", {"happened_on": "1/9/2026", "by_whom": "T", "way": "home"}, "Answer “What were they told"),
        ("contact/answered/new/", {"happened_on": "1/9/2026", "by_whom": "T", "way": "home", "answer": "yes", "ask_again_on": "1/9/2035"}, "They have answered"),
        ("advocate/new/", {"kind": "chosen", "offered_on": "1/9/2026", "answer": "accepted", "answered_on": "1/8/2026", "name": "n"}, "The answer is before the offer"),
        ("advocate/new/", {"kind": "chosen", "offered_on": "1/9/2026", "answer": "accepted"}, "Say on which day they answered."),
    ]  # fmt: skip
    for page, said, sentence in wrong:
        answer = client.post(where + page, said)
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True), (page, said)


def test_agency_people_and_the_panel_do_not_read_it(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    for who, status in (("panel", 403), ("police_lead", 404), ("legal", 404), ("auditor", 200), ("chair", 200)):
        assert signed_in(board.people[who]).get(f"/reviews/{review.ref}/family/").status_code == status, who
    shown = signed_in(board.panel).get(f"/reviews/{review.ref}/person/").content.decode()
    assert f"/reviews/{review.ref}/family/" not in shown


def test_a_letter_that_is_sent_stands_on_the_record_of_each_to_whom_it_went(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    father = make.subject(board, review, given="Obi", pseudonym="Mr O", part="family")
    client, letters = signed_in(board.manager), f"/reviews/{review.ref}/letter/"
    touched(board, father, "told", happened_on=TODAY - timedelta(days=3))
    said = {"key": "decision-family", "recipient": "Ms O", "people": [mother.pk]}
    assert client.post(f"{letters}new/", said).status_code == 302
    draft = Letter.objects.get()
    words = {"recipient": "Mr and Ms O", "people": [mother.pk, father.pk], "subject": "s", "text": "Dear both"}
    assert client.post(f"{letters}{draft.pk}/edit/", {**words, "seen_version": draft.version}).status_code == 302
    assert not Contact.objects.filter(letter=draft).exists()
    sent = {"way": "in_person", "sent_on": f"{TODAY:%d/%m/%Y}", "told": "They asked to be rung."}
    assert client.post(f"{letters}{draft.pk}/send/", sent).status_code == 302
    lines = [
        (each.person.pseudonym, each.kind, each.way, each.what) for each in draft.contacts.order_by("person__pseudonym")
    ]
    assert lines == [(who, "told", "meeting", "They asked to be rung.") for who in ("Mr O", "Ms O")]
    assert Milestone.objects.get(event="family_told").happened_on == TODAY - timedelta(days=3)
    page = client.get(f"/reviews/{review.ref}/family/{mother.pk}/").content.decode()
    assert f"{letters}{draft.pk}/" in page
    invitation = letter.begin(
        by=board.manager, review=review, key="family-invitation",
        values={"recipient": "Ms O", "address": "", "agency": None, "people": [mother]},
    )  # fmt: skip
    Letter.objects.filter(pk=invitation.pk).update(text="Dear Ms O")
    letter.send(
        by=board.manager,
        letter=Letter.objects.get(pk=invitation.pk),
        values={"way": "post", "sent_on": TODAY, "told": ""},
    )
    assert "Ask for their answer" in missing(mother)


def test_a_letter_to_somebody_else_names_nobody_of_the_register(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    said = {"key": "coroner", "recipient": "HM Coroner", "people": [mother.pk]}
    answer = signed_in(board.manager).post(f"/reviews/{review.ref}/letter/new/", said)
    assert answer.status_code == 422
    assert "Only a letter to the family" in answer.content.decode()
    with pytest.raises(Refused, match="Only a letter to the family"):
        letter.begin(
            by=board.manager,
            review=review,
            key="coroner",
            values={"recipient": "c", "address": "", "agency": None, "people": [mother]},
        )
    begun = signed_in(board.manager).get(f"/reviews/{review.ref}/letter/new/?person={mother.pk}").content.decode()
    assert re.search(rf'name="people" value="{mother.pk}"[^>]* checked', begun)


def test_the_quality_markers_fill_themselves_and_say_who_is_missing(
    board: make.World, review: Review, mother: Person
) -> None:
    make.subject(board, review, pseudonym="Child A", died_on=date(2026, 1, 1))
    make.subject(board, review, given="Obi", pseudonym="Mr O", part="family")
    assert {key for key in gathered(review) if key.startswith("family:")} == set()
    touched(board, mother, "told", happened_on=date(2026, 9, 3))
    touched(board, mother, "invited", happened_on=date(2026, 9, 4))
    found = gathered(review)
    assert found["family:told"] == "1 of 2, first on 3 September 2026; not yet: Mr O"
    assert found["family:invited"] == "1 of 2; not yet: Mr O"
    assert "family:answered" not in found
    touched(board, mother, "answered", answer="yes")
    said = {"words": "He laughed.", "given_on": TODAY, "way": "letter", "with_whom": "Tom", "choice": "not_asked"}
    contribution.add(by=board.manager, person=mother, values=said)
    found = gathered(review)
    assert (found["family:answered"], found["family:words"]) == ("1 of 1", "1 of 1")
    assert "family:consent" not in found
    Person.objects.filter(pk=mother.pk).update(pseudonym_chosen_by="Herself")
    assert gathered(review)["family:named"] == "1 of 3; not yet: Child A, Mr O"


def test_the_overview_counts_who_was_told_and_heard(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    make.subject(board, review, pseudonym="Child A", died_on=date(2026, 1, 1))
    wrong = touched(board, mother, "told")
    client = signed_in(board.manager)
    where = f'href="/reviews/{review.ref}/family/">'
    assert f"{where}1 of 1 told" in client.get(reverse("overview", args=[review.ref])).content.decode()
    touched(board, mother, "other", what="It was her sister.", corrects=wrong)
    assert f"{where}0 of 1 told" in client.get(reverse("overview", args=[review.ref])).content.decode()


def test_what_is_to_be_looked_at_again_waits_in_your_work(
    board: make.World, review: Review, mother: Person, signed_in: Any
) -> None:
    father = make.subject(board, review, given="Obi", pseudonym="Mr O", part="family")
    day = TODAY - timedelta(days=2)
    verbs.involve(
        by=board.manager, person=mother, values={"untold_because": "process", "untold_why": "w", "look_again_on": day}
    )
    touched(board, father, "told")
    touched(board, father, "answered", answer="later", ask_again_on=TODAY)
    shown = signed_in(board.manager).get("/").content.decode()
    assert "Look again at why Ms O was not told or not invited" in shown
    assert "Ask Mr O again whether they want to take part" in shown
    assert "Ms O" not in signed_in(board.panel).get("/").content.decode()
    touched(board, father, "answered", answer="yes")
    verbs.involve(by=board.manager, person=mother, values={"untold_because": "", "untold_why": ""}, seen_version=1)
    shown = signed_in(board.manager).get("/").content.decode()
    assert "Ms O" not in shown
    assert "Mr O" not in shown
