"""The pack for the national body says what was entered, in Word and in PDF, and no more names than it needs."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from pypdf import PdfReader

from agencies.models import Entry
from reviews.models import Event, Milestone, ParallelProcess, Person, Referral
from tests import make
from tests.case import entry, handed_in
from tests.reviews.test_decision_record import PRIVILEGED, decided, words

REFERRED = {
    "subject_name": "Amara Okafor", "outcome": "died", "circumstances": "Found at home by her aunt.", "concern": "Four calls,\nno meeting.",
    "safety": "Her brother is with an aunt.", "screening_note": "Neglect is suspected.", "agencies_involved": "Police and school.",
}  # fmt: skip
ENTERED = (
    "Amara Okafor", "Child A", "Found at home by her aunt.", "no meeting.", "Her brother is with an aunt.", "Neglect is suspected.",
    "Harrowdale Police", "Written by the officers.", "We ring back.", "Nil return: No record of the family.", "Through the national form.",
    "HM Coroner, Harrowdale", "Told at the hospital.", "Learning reaches beyond one agency.", "As health sees it.", "Seen.", "Mother of Child A",
)  # fmt: skip


def entered(board: make.World) -> Any:
    """A rapid review with a referral, two answers of agencies, a decision and a family that was told."""
    review = make.review(board, stage="screening")
    make.subject(board, review)
    Person.objects.create(review=review, added_by=board.manager, part="family", given="Ngozi", surname="Adichie-Bell", pseudonym="Mother of Child A", relation="mother")  # fmt: skip
    Referral.objects.create(board=board.board, ref="REF-2026-900", status="taken_forward", referrer=board.referrer, rule_set=make.CHILD, review=review, **REFERRED)  # fmt: skip
    handed = handed_in(board, review, board.police)
    handed["section"].key, handed["section"].text = "involvement", "Written by the officers."
    handed["section"].save()
    handed["section"].imr.sections.create(key="learning", text="We ring back.")
    Entry.objects.bulk_create([entry(handed["request"], 3, event="Ngozi Adichie-Bell rang; nobody came.")])
    make.request(
        board, review, board.school, status="returned", nil_return=True, nil_return_reason="No record of the family."
    )
    for event, note in (("notified", "Through the national form."), ("family_told", "Told at the hospital.")):
        Milestone.objects.create(
            review=review, event=event, happened_on="2026-09-03", note=note, recorded_by=board.manager
        )
    ParallelProcess.objects.create(
        review=review, kind="coroner", lead_body="HM Coroner, Harrowdale", started_on="2026-09-02"
    )
    decided(board, review)
    return review


def test_the_files_of_the_pack_say_what_was_entered(board: make.World, signed_in: Any) -> None:
    review, client = entered(board), signed_in(board.manager)
    shown = client.get(f"/findings/{review.ref}/pack/").content.decode()
    assert "The files hold 3 entries" in shown
    for kind in ("docx", "pdf"):
        content = b"".join(client.get(f"/findings/{review.ref}/pack/{kind}/download/").streaming_content)
        said = words(kind, content)
        assert [each for each in ENTERED if each not in said] == [], kind
        assert "rang; nobody came." in said
        assert "Adichie-Bell" not in said
        assert PRIVILEGED not in said
        if kind == "pdf":
            root: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]
            assert root["/MarkInfo"]["/Marked"]
            assert said.count("OFFICIAL-SENSITIVE") >= len(PdfReader(io.BytesIO(content)).pages)
        else:
            assert Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert Event.objects.filter(verb="pack.taken", actor=board.manager).count() == 2
