"""What was said and voted in a case where the reader has a conflict of interest is looked for everywhere: every page, file and
feed that they can open is read, whatever its format. Privileged legal advice is looked for in tests/test_walk.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reviews.decision_content import content_of
from reviews.models import Attendance, DecisionRecord, Meeting, Vote
from reviews.models.record import digest
from tests import make
from tests.case import Case, one_of_everything, routes
from tests.test_policy import ASKS, BUTTONS, expected, walked
from tests.told import words

FILES = ("docx", "pdf", "xlsx", "csv", "html", "ics")
SAID = ("Brambledown", "Cinderwick", "Dovetalon", "Emberlyn")  # Discussion, recommendation, dissent, a vote's reason.


@pytest.fixture
def case(board: make.World) -> Case:
    """One of everything, with words that stand nowhere else where a meeting spoke."""
    made = one_of_everything(board)
    meeting = made.records["meeting"]
    Meeting.objects.filter(pk=meeting.pk).update(discussion=SAID[0], recommendation=SAID[1])
    Vote.objects.filter(meeting=meeting).update(reason=SAID[3])
    for name in ("decided", "decision"):
        made.records[name].meeting = Meeting.objects.get(pk=meeting.pk)
        made.records[name].recommendation, made.records[name].dissent = SAID[1], SAID[2]
        made.records[name].save()
    decided = made.records["decided"]
    content = content_of(decided, (), number=2, signed="Ruth Amankwah", on=decided.decided_on)
    made.records["signed"] = DecisionRecord.objects.create(
        decision=decided, number=2, content=content, sha256=digest(content), signed_by=board.chair,
        signed_at=made.records["signed"].signed_at,
    )  # fmt: skip
    return made


def addresses(case: Case, who: str) -> list[tuple[str, str]]:
    """(URL name, address) of everything that the tables let somebody open, each file in each of its formats."""
    found = []
    for name in walked():
        if name not in BUTTONS and expected(who, name, ASKS[name]) == 200:
            kinds = FILES if "<slug:kind>/download" in routes()[name] else (None,)
            found += [(name, case.address(name, **({"kind": kind} if kind else {}))) for kind in kinds]
    return found


def heard(case: Case, client: Any, who: str) -> Iterator[tuple[str, set[str]]]:
    """(page, those of SAID that stand in it) of each page and file that says any to who reads on."""
    for name, address in addresses(case, who):
        answer = client.get(address)
        if answer.status_code == 200 and (told := {word for word in SAID if word in words(answer)}):
            yield name, told


def left(case: Case, who: str) -> None:
    """Somebody declares a conflict of interest at an earlier meeting about the same case, and leaves."""
    earlier = Meeting.objects.create(
        review=case.review, kind="case_group", held_on="2026-08-01", led_by="Ruth Amankwah", agenda="The case"
    )
    Attendance.objects.create(
        meeting=earlier, name="x", user=case.world.people[who], conflict="Managed the case.", conflict_handled="Left."
    )


@pytest.mark.parametrize("who", ["chair", "manager", "reviewer", "panel", "auditor"])
def test_who_has_a_conflict_reads_what_was_said_and_voted_nowhere(case: Case, signed_in: Any, who: str) -> None:
    client = signed_in(case.world.people[who])
    looked_for = set(SAID)
    for _, told in heard(case, client, who):
        looked_for -= told
        if not looked_for:
            break
    assert looked_for == set()
    left(case, who)
    assert [*heard(case, client, who)] == []


def test_who_has_a_conflict_is_told_the_rule_and_who_acts_instead(case: Case, signed_in: Any) -> None:
    rule = case.review.rules.quorum.conflict
    for who, page, instead in (
        ("panel", "criteria/", rule), ("chair", "decision/decide/", "Somebody else must decide in the chair’s place."),
        ("manager", "decision/recommend/", "Somebody else must refer it to the chair."),
    ):  # fmt: skip
        left(case, who)
        shown = words(signed_in(case.world.people[who]).get(f"/reviews/{case.review.ref}/{page}"))
        assert instead in shown, who
        assert rule in shown, who
    pack = signed_in(case.world.manager).get(f"/findings/{case.review.ref}/pack/")
    assert pack.status_code == 403
    assert "Somebody else must make the pack." in words(pack)
