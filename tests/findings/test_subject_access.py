"""What is held on one person: gathered from every kind of record, third parties marked, decided about, answered."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from docx import Document

from findings.models import Naming, SubjectAccess
from findings.subject_access import items
from reviews.models import Disclosure, Event, LegalAdvice, Person
from tests import make
from tests.case import Case, one_of_everything
from tests.posts import all_marked


@pytest.fixture
def case(board: make.World) -> Case:
    """A review in which several records tell of Child A, who is Amara Okafor, and of a neighbour."""
    case = one_of_everything(board)
    by, review = board.manager, case.review
    make.subject(
        board, review, given="Desmond", surname="Quarshie", pseudonym="Mr Q", sex="male", part=Person.Part.OTHER
    )
    finding = case.of["police"]["finding"]
    finding.what = "Amara Okafor was seen by Desmond Quarshie."
    finding.save()
    section = case.of["police"]["section"]
    section.text = "Desmond Quarshie alone is told of here."
    section.save()
    LegalAdvice.objects.create(review=review, given_by="Counsel", given_on=board.board.created_at.date(), question="May Amara be named?", advice="No.", recorded_by=by)  # fmt: skip
    entry = case.of["school"]["entry"]
    Naming.objects.get_or_create(entry=entry, person=case.records["person"], defaults={"state": "named"})
    return case


def on(case: Case, person: Person) -> dict[tuple[str, int], Any]:
    return {(each.kind, each.pk): each for each in items(case.review, person)}


def test_what_is_linked_to_the_person_and_what_names_them_is_gathered_and_nothing_else(case: Case) -> None:
    found, mother = on(case, case.records["person"]), on(case, case.records["member"])
    finding, section = case.of["police"]["finding"], case.of["police"]["section"]
    assert {("reviews.person", case.records["person"].pk), ("findings.finding", finding.pk), ("agencies.entry", case.of["school"]["entry"].pk)} <= set(found)  # fmt: skip
    assert "reviews.legaladvice" in {kind for kind, _ in found}
    assert ("agencies.imrsection", section.pk) not in found
    assert {"reviews.contribution", "reviews.contact", "reviews.relation", "reviews.letter"} <= {
        kind for kind, _ in mother
    }
    assert "reviews.contribution" not in {kind for kind, _ in found}
    assert [pk for kind, pk in mother if kind == "reviews.person"] == [
        case.records["member"].pk
    ]  # A surname is shared.
    assert not {"agencies.professional", "agencies.supportoffer"} & {kind for kind, _ in found | mother}


def test_third_parties_stand_in_brackets_and_the_person_does_not(case: Case) -> None:
    item = on(case, case.records["person"])["findings.finding", case.of["police"]["finding"].pk]
    assert "Amara Okafor was seen by [third party: Desmond Quarshie]" in item.text
    assert item.others == ("Mr Q",)
    tie = next(each for (kind, _), each in on(case, case.records["person"]).items() if kind == "reviews.relation")
    assert "First: Ms O" in tie.text
    assert tie.others == ("Ms O",)


def test_the_copy_of_an_entry_that_the_search_keeps_is_not_said_a_second_time(case: Case) -> None:
    entry = case.of["school"]["entry"]
    said = on(case, case.records["person"])["agencies.entry", entry.pk].text
    assert entry.words
    assert said.lower().count(entry.event.lower()) == 1


def test_what_is_not_given_as_it_is_has_a_ground_and_a_reason(case: Case, signed_in: Any) -> None:
    client, address = signed_in(case.world.legal), case.address("findings.subject_access.mark")
    answer = client.post(address, {"choice": "withhold", "ground": "", "reason": ""})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose the ground on which it is not given as it is." in said
    assert "Say why the ground holds for this record." in said
    asked = {"choice": "withhold", "ground": "harm", "reason": "Her doctor says so."}
    assert client.post(address, asked).status_code == 302
    mark = case.records["subject_access"].marks.get(record_kind="reviews.person")
    assert (mark.choice, mark.ground, mark.marked_by) == ("withhold", "harm", case.world.legal)


def test_it_is_answered_once_everything_is_decided_about_and_stands_in_the_disclosure_log(
    case: Case, signed_in: Any
) -> None:
    client, address = signed_in(case.world.manager), case.address("findings.subject_access.finish")
    given = {"answered_on": "1/9/2026", "answer": "All but one record."}
    answer = client.post(address, given)
    assert "records are not decided about yet" in answer.content.decode()
    assert "All but one record." in answer.content.decode()
    all_marked(case)
    assert client.post(address, given).status_code == 302
    line = Disclosure.objects.get(review=case.review, kind="subject_access")
    assert (line.to, line.given_by) == ("Ada Obi", case.world.manager)
    assert (
        "answered already"
        in client.post(case.address("findings.subject_access.mark"), {"choice": "give"}).content.decode()
    )


def test_the_files_hold_every_record_with_what_was_decided(case: Case, signed_in: Any) -> None:
    all_marked(case)
    client = signed_in(case.world.legal)
    count = len(items(case.review, case.records["member"]))
    book = openpyxl.load_workbook(
        BytesIO(client.get(case.address("findings.subject_access.download", kind="xlsx")).getvalue())
    )
    rows = [*book.active.iter_rows(values_only=True)]
    assert len(rows) == count + 4
    assert rows[3][5] == "Decision"
    assert rows[-1][5] == "Give it as it is"
    paper = Document(BytesIO(client.get(case.address("findings.subject_access.download", kind="docx")).getvalue()))
    assert sum(each.style is not None and each.style.name == "Heading 1" for each in paper.paragraphs) == count + 1
    assert "OFFICIAL-SENSITIVE" in paper.sections[0].header.paragraphs[0].text
    assert client.get(case.address("findings.subject_access.download", kind="pdf")).status_code == 404
    assert Event.objects.filter(verb="subject_access.exported").count() == 2


def test_a_request_is_due_one_month_after_it_came() -> None:
    def due(day: date, kind: str = "request") -> date | None:
        return SubjectAccess(kind=kind, asked_on=day).due_on

    assert due(date(2026, 1, 31)) == date(2026, 2, 28)
    assert due(date(2026, 12, 3)) == date(2027, 1, 3)
    assert due(date(2026, 12, 3), "order") is None
