"""Letters: drafted from the rule set's words, filled in, kept as they were sent; the letterhead is a document and runs nothing."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from agencies.models import Extension, Question
from reviews import letters, regimes
from reviews.models import Letter, Letterhead, Milestone, Review
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.services import challenge, letter, letterhead
from scr_portal.lib import merging
from scr_portal.lib.records import Refused
from tests import make
from tests.reviews.test_decision_record import decided, words

TO = {"recipient": "Dr <Ana> & Co", "address": "1 Mill Lane\nHarrowdale", "agency": None}


@pytest.fixture
def review(board: make.World) -> Review:
    made = make.review(board, stage="screening")
    make.subject(board, made)
    return made


def head(*paragraphs: str) -> bytes:
    """A Word document of these paragraphs."""
    document, kept = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(kept)
    return kept.getvalue()


def with_part(content: bytes, name: str, text: str) -> bytes:
    """The document with one part more, or in place of another."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return kept.getvalue()


@pytest.mark.parametrize("rule_set", sorted(regimes.rule_sets()))
def test_every_letter_of_every_rule_set_comes_back_from_its_files_as_it_was_entered(
    board: make.World, signed_in: Any, rule_set: str
) -> None:
    review = make.review(board, stage="screening", rule_set=rule_set)
    make.subject(board, review)
    decided(board, review)
    client = signed_in(board.manager)
    for number, kind in enumerate(review.rules.letters):
        made = letter.begin(by=board.manager, review=review, key=kind.key, values=TO)
        text = f"{made.text}\n\nP.S. Letter number {number}."
        for gap in merging.gaps(f"{made.subject}\n{text}", MERGE_FIELDS):
            text, made.subject = text.replace(f"[{gap}]", "filled in"), made.subject.replace(f"[{gap}]", "filled in")
        values = {"text": text, "subject": made.subject}
        made = letter.write(by=board.manager, letter=Letter.objects.get(pk=made.pk), values=values)
        made = letter.send(by=board.manager, letter=made, values={"way": "post", "sent_on": "2026-09-04", "told": ""})
        content = b""
        for file in ("docx", "pdf"):
            content = b"".join(client.get(f"/reviews/{review.ref}/letter/{made.pk}/{file}/download/").streaming_content)
            said = words(file, content)
            for part in (made.subject, *text.split("\n"), "Dr <Ana> & Co", "1 Mill Lane", review.ref):
                assert "".join(part.split()) in "".join(said.split()), (kind.key, file)
        root: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
    assert Milestone.objects.filter(review=review, event="family_told").exists()


def test_every_shipped_letter_can_be_merged() -> None:
    known = {name: f"<{name}>" for name in MERGE_FIELDS}
    for rules in regimes.rule_sets().values():
        for kind in rules.letters:
            assert "{{" not in merging.merged(kind.subject + kind.text, known, MERGE_FIELDS), kind.key


def test_a_letter_with_a_gap_is_not_sent_and_a_sent_one_stays(
    board: make.World, review: Review, signed_in: Any
) -> None:
    made, client = letter.begin(by=board.manager, review=review, key="publication", values=TO), signed_in(board.manager)
    page = f"/reviews/{review.ref}/letter/{made.pk}/"
    answer = client.post(f"{page}send/", {"way": "post", "sent_on": "1/9/2026"})
    assert answer.status_code == 422
    assert "still open in the letter first: planned date of publication" in answer.content.decode()
    text = {"subject": "Publication", "text": "It is published in May."}
    letter.write(by=board.manager, letter=made, values=text)
    assert client.post(f"{page}send/", {"way": "post", "sent_on": "1/9/2026"}).status_code == 302
    made.refresh_from_db()
    before = made.file.read()
    with pytest.raises(Refused, match="was sent"):
        letter.write(by=board.manager, letter=made, values={"text": "Other."})
    letterhead.add(
        by=board.administrator, board=board.board, content=head("New head", "{{ body }}"), filename="new.docx"
    )
    assert b"".join(client.get(f"{page}docx/download/").streaming_content) == before


def test_a_letter_that_somebody_changed_is_not_sent_unread(board: make.World, review: Review, signed_in: Any) -> None:
    made = letter.begin(by=board.manager, review=review, key="commission", values=TO)
    page, client = f"/reviews/{review.ref}/letter/{made.pk}/send/", signed_in(board.manager)
    opened = client.get(page).content.decode()
    assert f'name="seen_version" value="{made.version}"' in opened
    letter.write(by=board.reviewer, letter=made, values={"text": "Other words."})
    sent = {"way": "post", "sent_on": "1/9/2026", "told": "Rang first.", "seen_version": made.version}
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "Someone else changed this" in answer.content.decode()
    assert "Rang first." in answer.content.decode()
    made.refresh_from_db()
    assert made.sent_on is None
    assert client.post(page, {**sent, "seen_version": made.version}).status_code == 302


def test_the_family_is_written_to_by_name_and_others_are_not(board: make.World, review: Review) -> None:
    said = {
        key: letter.begin(by=board.manager, review=review, key=key, values=TO).text
        for key in ("family-invitation", "coroner")
    }
    assert "Amara Okafor" in said["family-invitation"]
    assert "Amara Okafor" not in said["coroner"]


def test_letters_are_written_on_the_boards_own_letterhead(board: make.World, review: Review) -> None:
    own = head("The Guildhall, Harrowdale", "{{ today }}  Our reference {{reference}}", "{{ subject }}", "{{ body }}")
    letterhead.add(by=board.administrator, board=board.board, content=own, filename="ours.docx")
    made = letter.begin(by=board.manager, review=review, key="coroner", values=TO)
    made = letter.write(
        by=board.manager, letter=made, values={"subject": "S", "text": "Line <one> & two.\n\nLine three."}
    )
    made = letter.send(by=board.manager, letter=made, values={"way": "post", "sent_on": "2026-09-04", "told": ""})
    with made.file.open("rb") as file:
        said = words("docx", file.read())
    assert "The Guildhall, Harrowdale" in said
    assert f"Our reference {review.ref}" in said
    assert "Line <one> & two." in said
    letterhead.retire(by=board.administrator, letterhead=Letterhead.objects.get())
    made = letter.begin(by=board.manager, review=review, key="coroner", values=TO)
    letter.write(by=board.manager, letter=made, values={"subject": "S", "text": "T"})
    made = letter.send(
        by=board.manager,
        letter=Letter.objects.get(pk=made.pk),
        values={"way": "post", "sent_on": "2026-09-04", "told": ""},
    )
    with made.file.open("rb") as file:
        assert "The Guildhall" not in words("docx", file.read())


def test_one_kind_of_letter_has_a_word_document_of_its_own(board: make.World, review: Review, signed_in: Any) -> None:
    client = signed_in(board.administrator)
    for key, words_ in (("", "For all."), ("coroner", "Coroners and Justice Act 2009.")):
        file = io.BytesIO(head(words_, "{{ body }}"))
        file.name = f"{key or 'all'}.docx"
        assert client.post("/reviews/letterhead/new/", {"file": file, "letter": key}).status_code == 302
    assert "Notice to the coroner" in client.get("/reviews/letterhead/").content.decode()

    def drafted(key: str) -> str:
        made = letter.begin(by=board.manager, review=review, key=key, values=TO)
        return words("docx", letters.document(made))

    assert "Coroners and Justice Act 2009." in drafted("coroner")
    assert "For all." in drafted("commission")
    letterhead.retire(by=board.administrator, letterhead=Letterhead.objects.get(letter="coroner"))
    assert "For all." in drafted("coroner")


REFUSED: list[tuple[bytes, str]] = [
    (b"not a document", "not a Word document"),
    (head("{{ body }} {{ shoe_size }}"), "“{{ shoe_size }}” is not a merge field"),
    (head("No field"), "Put {{ body }}"),
    (head("{{ body }} {% for n in range(9) %}{{ body }}{% endfor %}"), "no conditions, loops or formulas"),
    (head("{{ body }} {{ body.__class__.__mro__ }}"), "no conditions, loops or formulas"),
    (head("{{ body }} {{ cycler.__init__.__globals__.os.popen('id').read() }}"), "no conditions, loops or formulas"),
    (head("{{ body }} {{ 9 * 9 }}"), "no conditions, loops or formulas"),
    (head("{{ body }} {{ body | upper }}"), "no conditions, loops or formulas"),
    (head("{{ body }} {{ "), "cannot be read"),
    (with_part(head("{{ body }}"), "word/vbaProject.bin", "x"), "macros or embedded objects"),
    (with_part(head("{{ body }}"), "word/extra.xml", "<!DOCTYPE x [<!ENTITY y 'z'>]><x/>"), "cannot be read safely"),
    (with_part(head("{{ body }}"), "word/_rels/settings.xml.rels", '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="https://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>'), "fetches something from elsewhere"),
    (with_part(head("{{ body }}"), "docProps/core.xml", "<a>{{ 7 * 7 }}</a>"), "no conditions, loops or formulas"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), REFUSED)
def test_a_letterhead_that_would_do_more_than_fill_in_fields_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        merging.examine(content, MERGE_FIELDS)
    assert sentence in str(refusal.value)


def test_a_refused_letterhead_is_said_so_on_the_form(board: make.World, signed_in: Any) -> None:
    file = io.BytesIO(head("{{ body }} {{ shoe_size }}"))
    file.name = "ours.docx"
    answer = signed_in(board.administrator).post("/reviews/letterhead/new/", {"file": file})
    assert (answer.status_code, Letterhead.objects.count()) == (422, 0)
    assert "is not a merge field" in answer.content.decode()


def test_a_letter_about_a_request_says_what_that_agency_was_asked_and_where_it_answers(
    board: make.World, review: Review
) -> None:
    decided(board, review)
    asked = make.request(board, review, board.police, due_on="2026-12-04", period_from="2025-01-01", period_to="2025-06-30")  # fmt: skip
    for number, text in enumerate(("Who saw her alone?", "What was told to whom?"), start=1):
        Question.objects.create(request=asked, number=number, text=text)
    said = {"answer": "granted", "given_until": "2026-12-04", "answer_reason": "The named nurse is away.", "answered_on": "2026-11-20"}  # fmt: skip
    Extension.objects.create(request=asked, until="2026-12-04", reason="r", asked_by=board.police_lead, **said)
    to = {**TO, "agency": board.police}

    def drafted(key: str) -> str:
        return letter.begin(by=board.manager, review=review, key=key, values=to).text

    request = drafted("information-request")
    for words_ in (
        "Period: 1 January 2025 to 30 June 2025", "1. Who saw her alone?; 2. What was told to whom?", "Due: 4 December 2026",
        "Chronology and agency report (IMR)", f"/agencies/request/{asked.pk}/",
    ):  # fmt: skip
        assert words_ in request
    more_time = drafted("extension")
    assert "The named nurse is away." in more_time
    assert "each closed alone" not in more_time  # The reasons for the decision are no answer about more time.
    assert "[date a return is due]" in drafted("draft")  # The round of factual accuracy has a day of its own.


def test_the_answer_to_a_challenge_says_what_the_chair_answered(board: make.World, review: Review) -> None:
    made = decided(board, review)
    said = {"kind": "challenge", "from_whom": "Dr Ana", "received_on": made.decided_on, "why": "A scan was missed."}
    one = challenge.add(by=board.manager, decision=made, values=said)
    waiting = letter.begin(by=board.manager, review=review, key="challenge-reply", values=TO)
    assert "[answer to the challenge]" in waiting.text
    challenge.answer(by=board.chair, challenge=one, values={"answer": "stands", "answer_reason": "The scan was known."})
    text = letter.begin(by=board.manager, review=review, key="challenge-reply", values=TO).text
    assert "The decision stands" in text
    assert "The scan was known." in text
