"""Those whom a referral names are not typed a second time: each is filled in on the form of the register, one by one."""

from __future__ import annotations

from typing import Any

from reviews.models import Event, Person, Review
from reviews.services import referral
from tests import make

ALSO = "Sam Field, 27/3/2019\nNour Haddad"


def begun(board: make.World) -> Review:
    """A review of an incident with three children."""
    told = {"rule_set": make.CHILD, "subject_name": "Amara Grace Okafor", "subject_sex": "female", "outcome": "died", "circumstances": "Fire.", "also_concerned": ALSO}  # fmt: skip
    made = referral.begin(by=board.referrer, board=board.board, values=told)
    referral.send(by=board.referrer, referral=made)
    return referral.take_forward(by=board.manager, referral=made, title="Child A", note="n")


def test_each_child_of_one_incident_is_added_from_the_referral(board: make.World, signed_in: Any) -> None:
    review, client = begun(board), signed_in(board.manager)
    register, new = f"/reviews/{review.ref}/person/", f"/reviews/{review.ref}/person/new/"
    page = client.get(register).content.decode()
    assert "The referral names 3 people not in the register yet" in page
    assert "Okafor" not in page  # Names are read on the form, and that is on record.
    assert not Event.objects.filter(verb="person.names_read").exists()
    form = client.get(f"{new}?referred=1").content.decode()
    for said in ('value="Amara Grace"', 'value="Okafor"', 'value="Child A"'):
        assert said in form
    assert Event.objects.filter(verb="person.names_read", actor=board.manager).count() == 1
    sent = {"kind": "person", "part": "subject", "pseudonym": "Child A", "given": "Amara", "middle": "Grace", "surname": "Okafor"}  # fmt: skip
    assert client.post(f"{new}?referred=1", sent).status_code == 302
    assert "The referral names 2 people" in client.get(register).content.decode()
    again = client.get(f"{new}?referred=1").content.decode()
    assert "Okafor" not in again
    second = client.get(f"{new}?referred=2").content.decode()
    for said in ('value="Sam"', 'value="Field"', 'value="27/03/2019"'):
        assert said in second
    assert 'value="Child A"' not in second
    for place in ("0", "9", "x", "-1"):
        assert client.get(f"{new}?referred={place}").status_code == 200
    assert Person.objects.filter(review=review).count() == 1


def test_who_keeps_no_register_is_told_of_nobody(board: make.World, signed_in: Any) -> None:
    review = begun(board)
    assert "The referral names" not in signed_in(board.auditor).get(f"/reviews/{review.ref}/person/").content.decode()
