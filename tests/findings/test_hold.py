"""An entry on hold: who reads it, and that for everybody else nothing shows that it is there."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from agencies.models import Entry, Hold, Request
from agencies.services import hold as holds
from findings import contact, merged, silence
from findings.models import Evidence
from findings.services import finding as findings
from findings.services import mark as marks
from reviews.models import Event, Review
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_merged import told

SECRET = "An informant spoke of the zebra"
READERS, OTHERS = ("manager", "reviewer"), ("panel", "chair", "auditor")


@pytest.fixture
def review(board: make.World) -> Review:
    """A released review: the police wrote three entries, of which the middle one is sensitive; the school wrote one."""
    made = make.review(board, stage=Stage.ANALYSIS)
    for agency in (board.police, board.school):
        make.request(board, made, agency, status="returned")
    told(board, made, "police", "Called to the home", date(2019, 1, 10))
    told(board, made, "police", f"{SECRET}. Told the school.", date(2019, 6, 10), source="Source register")
    told(board, made, "police", "Called again", date(2019, 12, 10))
    told(board, made, "school", "Absent", date(2019, 1, 11))
    return made


@pytest.fixture
def sensitive(review: Review) -> Entry:
    return Entry.objects.get(event__startswith=SECRET)


def held(board: make.World, entry: Entry, kind: str = "police") -> Hold:
    [made] = holds.place(by=board.reviewer, review=entry.review, entries=[entry], kind=kind, reason="A trial waits.")
    return made


def test_who_reads_an_entry_on_hold_of_each_kind(board: make.World, sensitive: Entry) -> None:
    everybody = [*READERS, *OTHERS, "police_author", "police_senior", "school_author"]
    for kind in Hold.Kind.values:
        made = held(board, sensitive, kind)
        for who in everybody:
            reads = sensitive in Entry.objects.visible_to(board.people[who])
            assert reads == (who in (*READERS, "police_author", "police_senior")), (who, kind)
            assert (sensitive in merged.entries(sensitive.review, board.people[who])) == (who in READERS), (who, kind)
        holds.lift(by=board.manager, hold=made, why="It may be read.")


def test_who_forgets_to_say_who_reads_gets_no_entry_on_hold(board: make.World, sensitive: Entry) -> None:
    held(board, sensitive)
    assert sensitive not in Entry.objects.of_review(sensitive.review)
    assert sensitive in Entry.objects.of_review(sensitive.review, reader=board.manager)


def address_of_each_page(review: Review, entry: Entry, finding: Any) -> list[str]:
    """Every page that shows, counts or draws entries."""
    at = f"/findings/{review.ref}/"
    return [
        f"{at}chronology/",
        f"{at}chronology/?words=zebra",
        f"{at}pattern/silence/",
        f"{at}pattern/knowledge/?on=1/7/2019",
        f"{at}pattern/sharing/",
        f"{at}finding/",
        f"{at}finding/{finding.number}/",
        f"{at}entry/{entry.pk}/",
        f"/reviews/{review.ref}/event/",
        f"/reviews/{review.ref}/",
        f"/agencies/request/of_review/{review.ref}/",
    ]


def plain(answer: Any) -> str:
    """A page without what differs from one drawing to the next."""
    assert answer.status_code in {200, 403}
    text = answer.content.decode() if answer.status_code == 200 else ""
    return re.sub(r'name="(once|csrfmiddlewaretoken)" value="[^"]*"', "", text)


@pytest.mark.parametrize("who", OTHERS)
def test_for_everybody_else_each_page_is_as_if_the_entry_did_not_exist(
    board: make.World, review: Review, sensitive: Entry, signed_in: Any, who: str
) -> None:
    first = Entry.objects.order_by("pk")[0]
    found = findings.add(by=board.reviewer, review=review, values={"title": "Late", "what": "w", "why": "y"})
    findings.rest_on(by=board.reviewer, finding=found, entries=[first])
    client, pages = signed_in(board.people[who]), address_of_each_page(review, first, found)
    held(board, sensitive)
    findings.rest_on(by=board.reviewer, finding=found, entries=[sensitive])
    marks.add(by=board.manager, entry=sensitive, values={"kind": "key_episode"})
    with_hold = {page: plain(client.get(page)) for page in pages}
    assert [page for page, text in with_hold.items() if "zebra" in text.replace("?words=zebra", "").replace('value="zebra"', "")] == []  # fmt: skip
    assert client.get(f"/findings/{review.ref}/entry/{sensitive.pk}/").status_code == 404
    Evidence.objects.filter(entry=sensitive).delete()
    sensitive.marks.all().delete()
    Hold.objects.all().delete()
    sensitive.delete()
    without = {page: plain(client.get(page)) for page in pages}
    assert [page for page in pages if with_hold[page] != without[page]] == []


def test_silences_counts_and_matrix_are_those_of_what_the_reader_may_read(
    board: make.World, review: Review, sensitive: Entry
) -> None:
    held(board, sensitive)
    seen = {}
    for who in ("reviewer", "panel"):
        user = board.people[who]
        absent = silence.absence(review, user, 30)
        assert absent is not None
        police = next(line for line in absent.agencies if line.agency == board.police)
        cells = dict(dict(contact.sharing(review, user).matrix())[board.police])
        cell = cells[board.school]
        assert cell is not None
        _, rows = merged.strip(review, user)
        number = sum(count for row in rows if row.agency_id == board.police.pk for _, count in row.months)
        seen[who] = (police.entries, police.longest > 330, cell.told, number)
    assert seen == {"reviewer": (3, True, 1, 3), "panel": (2, True, 0, 2)}


def test_a_file_leaves_them_out_unless_who_may_read_them_asks(
    board: make.World, review: Review, sensitive: Entry, signed_in: Any
) -> None:
    held(board, sensitive)
    address = f"/findings/{review.ref}/chronology/export/"
    for who, asked, there in (
        ("panel", "?holds=with", False),
        ("reviewer", "", False),
        ("reviewer", "?holds=with", True),
    ):
        answer = signed_in(board.people[who]).get(address + asked)
        book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
        words = " ".join(str(cell) for row in book.active.iter_rows(values_only=True) for cell in row)
        assert (("zebra" in words), ("On hold: Police-sensitive" in words)) == (there, there), (who, asked)


def test_the_panel_can_neither_mark_it_nor_rest_a_finding_on_it(
    board: make.World, review: Review, sensitive: Entry, signed_in: Any
) -> None:
    mark = marks.add(by=board.reviewer, entry=sensitive, values={"kind": "key_episode"})
    held(board, sensitive)
    client = signed_in(board.panel)
    assert client.post(f"/findings/{review.ref}/mark/{mark.pk}/remove/").status_code == 404
    assert client.post(f"/findings/{review.ref}/entry/{sensitive.pk}/", {"kind": "good_practice"}).status_code == 404


def test_what_is_done_with_it_is_sealed_in_the_record_and_leaves_no_number_out(
    board: make.World, review: Review, sensitive: Entry
) -> None:
    made = held(board, sensitive)
    holds.lift(by=board.manager, hold=made, why="The trial is over.")
    read = {
        who: [event.verb for event in Event.objects.visible_to(board.people[who]).filter(review=review)]
        for who in ("manager", "panel", "auditor")
    }
    assert read == {"manager": ["hold.lifted", "hold.placed"], "panel": [], "auditor": []}
    assert sensitive in Entry.objects.visible_to(board.panel)


def test_an_agency_asks_and_nobody_reads_it_while_that_is_decided(
    board: make.World, review: Review, sensitive: Entry
) -> None:
    asked = Request.objects.get(pk=sensitive.request_id)
    with pytest.raises(Refused, match="nothing in it can be changed"):
        holds.ask(by=board.police_author, entry=sensitive, kind="third_party", reason="A neighbour.")
    Request.objects.filter(pk=asked.pk).update(status="in_progress")
    sensitive = Entry.objects.get(pk=sensitive.pk)
    made = holds.ask(by=board.police_author, entry=sensitive, kind="third_party", reason="A neighbour.")
    Request.objects.filter(pk=asked.pk).update(status="returned")
    assert sensitive not in Entry.objects.visible_to(board.panel)
    assert holds.confirm(by=board.manager, hold=made).placed_by == board.manager
    with pytest.raises(Refused, match="decided already"):
        holds.confirm(by=board.reviewer, hold=made)
    Request.objects.filter(pk=asked.pk).update(status="in_progress")
    with pytest.raises(Refused, match="The review has decided"):
        holds.withdraw(by=board.police_author, hold=Hold.objects.get(pk=made.pk))


def test_an_entry_on_hold_cannot_slip_out_from_under_it(board: make.World, review: Review, sensitive: Entry) -> None:
    """Neither taken out, nor put aside for another that would not be on hold."""
    from agencies.services import entry as by_hand

    held(board, sensitive)
    Request.objects.filter(pk=sensitive.request_id).update(status="in_progress")
    with pytest.raises(Refused, match="on hold"):
        by_hand.remove_by_hand(by=board.police_author, entry=Entry.objects.get(pk=sensitive.pk))
    with pytest.raises(Refused, match="on hold already"):
        holds.place(by=board.manager, review=review, entries=[sensitive], kind="police", reason="Again.")


def test_several_ticked_entries_are_put_on_hold_together(
    board: make.World, review: Review, sensitive: Entry, signed_in: Any
) -> None:
    client, address = signed_in(board.reviewer), f"/findings/{review.ref}/hold/new/"
    ticked = [str(entry.pk) for entry in Entry.objects.filter(agency=board.police)]
    kept = client.post(address, {"entry": ticked, "kind": "police", "reason": ""})
    assert kept.status_code == 422
    assert kept.content.decode().count(" checked") >= len(ticked)
    client.post(address, {"entry": ticked, "kind": "police", "reason": "A trial waits."})
    assert Hold.objects.standing().count() == 3
    assert "Tick at least one entry first." in client.post(address, {"kind": "police", "reason": "r"}).content.decode()
    assert signed_in(board.panel).get(address).status_code == 403
