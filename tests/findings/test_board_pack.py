"""The board's pack: made off the request, as Word and PDF of the same words, and never with a name of a people register."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pdfplumber
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from docx import Document

from findings import board_paper, tasks
from findings.models import Barrier, BoardMeeting, BoardPack, Recommendation
from findings.services import action as actions
from findings.services import board_pack as verbs
from reviews.models import Event, Review
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_board import accepted, action, ago, assured, plan, review  # noqa: F401 - fixtures


@pytest.fixture
def planned(board: make.World, accepted: Recommendation) -> Recommendation:  # noqa: F811 - as pytest names fixtures
    """A plan with something in every section, whose texts name the child of the register."""
    make.subject(board, accepted.review)
    police = {
        "kind": "agency",
        "name": board.police.name,
        "given": "",
        "surname": "",
        "part": "other",
        "pseudonym": "Police",
    }
    make.subject(board, accepted.review, **police)
    late = action(board, accepted, 120, text="Ring Amara Okafor’s school each week.", sponsor="The chief constable")
    actions.report_progress(by=board.police_owner, action=late, note="Amara’s file is found.")
    Barrier.objects.create(
        action=late, what="No licence.", who_can_lift="The finance director", since=ago(20), step_on=ago(20), raised_by=board.manager
    )  # fmt: skip
    claimed = action(board, accepted, -9, text="Mend the form.")
    actions.report_progress(by=board.police_owner, action=claimed, note="It is mended.", done=True)
    assured(board, action(board, accepted, -9, text="Train."))
    Recommendation.objects.create(review=accepted.review, number=2, text="Pay for it.", written_by=board.reviewer)
    BoardMeeting.objects.create(board=board.board, held_on=ago(9), recorded_by=board.manager)
    return accepted


def made(board: make.World, *, worded: bool = True) -> BoardPack:
    pack = verbs.ask(by=board.manager, board=board.board, worded=worded)
    tasks.make_board_pack(pack.pk)
    pack.refresh_from_db()
    return pack


def kept(board: make.World) -> BoardPack:
    """A pack whose files say nothing."""
    pack = verbs.ask(by=board.manager, board=board.board)
    return verbs.keep(by=board.manager, pack=pack, files={"docx": b"PK", "pdf": b"%PDF"}, suspicions=[])


def texts(pack: BoardPack) -> tuple[str, str]:
    """All words of the Word document, and of the PDF."""
    document = Document(io.BytesIO(pack.docx.open().read()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    with pdfplumber.open(io.BytesIO(pack.pdf.open().read())) as pages:
        printed = " ".join(page.extract_text() for page in pages.pages)
    return " ".join([*(part.text for part in document.paragraphs), *cells]), " ".join(printed.split())


def test_both_files_say_what_a_meeting_needs_and_name_nobody_of_the_register(
    board: make.World, planned: Recommendation
) -> None:
    """The police stand in it though a register lists them: a pack says who is to act."""
    pack = made(board)
    assert (pack.trouble, pack.suspicions, pack.ready, pack.running) == ("", [], True, False)
    word, printed = texts(pack)
    for words in (
        "Respond to 1 recommendation",
        "Assure 1 action ",
        "1 action more than 90 days late",
        "Open actions over time",
    ):
        assert words in word, words
        assert words in printed, words
    for words in (
        "120 days late", "No licence.", "The finance director can lift it", "The chief constable", "It is mended.", "Pay for it.",
        "Not tested yet", "Ring Child A’s school each week.", board.police.name,
    ):  # fmt: skip
        assert words in word, words
    assert "OFFICIAL-SENSITIVE" in printed
    assert [name for name in ("Amara", "Okafor") if name in word + printed] == []
    document = Document(io.BytesIO(pack.docx.open().read()))
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert [words.split(":")[0] for words in described] == [
        "Open actions", "Open actions by lateness", "Agencies and where their actions stand"
    ]  # fmt: skip
    assert {"At the end of", "Lateness", "Agency"} <= {table.rows[0].cells[0].text for table in document.tables}


def test_a_name_of_a_register_stops_the_pack_with_a_sentence_and_keeps_no_file(
    board: make.World, planned: Recommendation
) -> None:
    other = make.review(board, stage="monitoring", number=2, title="Child B")
    make.subject(board, other, given="Wojciech", surname="Brzeczek", pseudonym="Child B")
    Recommendation.objects.create(review=other, number=1, text="Look again.", written_by=board.reviewer)
    action(board, planned, 3, text="Write again.", sponsor="Wojciech Brzeczek, uncle")
    pack = made(board)
    assert (pack.ready, bool(pack.docx), bool(pack.pdf)) == (False, False, False)
    assert "could name somebody of a people register" in pack.stopped
    assert any("Wojciech" in hit["text"] for hit in pack.suspicions)
    stopped = Event.objects.get(verb="board_pack.stopped")
    assert stopped.facts["found"] == len(pack.suspicions)
    assert "Wojciech" not in str(stopped.facts)


def test_a_pack_without_words_holds_references_and_numbers(board: make.World, planned: Recommendation) -> None:
    paper = board_paper.Composer(board.board, plan(board), worded=False).paper()
    said = str(paper)
    assert [words for words in ("Mend the form.", "No licence.", "It is mended.", "Pay for it.") if words in said] == []
    assert f"{planned.review.ref}, 1.1" in said
    assert "120 days late" in said


def test_one_pack_is_made_at_a_time_and_by_whoever_may(board: make.World, planned: Recommendation) -> None:
    verbs.ask(by=board.chair, board=board.board)
    with pytest.raises(Refused, match="being made already"):
        verbs.ask(by=board.manager, board=board.board)
    with pytest.raises(PermissionDenied):
        verbs.ask(by=board.auditor, board=board.board)
    BoardPack.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    assert verbs.ask(by=board.manager, board=board.board).since == ago(9)


def test_it_waits_in_your_work_until_it_is_taken(board: make.World, signed_in: Any) -> None:
    pack = kept(board)
    client = signed_in(board.manager)
    assert "The board pack is ready" in client.get("/").content.decode()
    assert "The board pack is ready" not in signed_in(board.chair).get("/").content.decode()
    answer = client.get(f"/findings/board_pack/{pack.pk}/download/docx/")
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert "The board pack is ready" not in client.get("/").content.decode()
    assert Event.objects.get(verb="board_pack.taken").facts == {"format": "docx", "sha256": pack.docx_sha256}


def test_who_may_not_read_the_whole_plan_takes_no_pack(
    board: make.World, planned: Recommendation, signed_in: Any
) -> None:
    pack = kept(board)
    address = f"/findings/board_pack/{pack.pk}/download/pdf/"
    assert signed_in(board.auditor).get(address).status_code == 200
    assert [signed_in(who).get(address).status_code for who in (board.police_lead, board.outsider)] == [403, 404]
    assert signed_in(make.world("Marlow").manager).get(address).status_code == 404


def test_a_failure_is_told_in_a_sentence(
    board: make.World, planned: Recommendation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*said: Any) -> None:
        raise ValueError("no")

    monkeypatch.setattr(tasks, "scan_pack", broken)
    pack = verbs.ask(by=board.manager, board=board.board)
    with pytest.raises(ValueError, match="no"):
        tasks.make_board_pack(pack.pk)
    pack.refresh_from_db()
    assert (pack.running, pack.ready) == (False, False)
    assert pack.trouble.startswith("The files could not be built.")


def test_an_empty_plan_makes_a_pack_that_says_so(board: make.World, review: Review) -> None:  # noqa: F811 - as pytest names fixtures
    pack = made(board)
    assert pack.ready, pack.trouble
    assert "Nothing waits for a decision of the board." in texts(pack)[0]


@pytest.mark.parametrize(("number", "ending"), [(1, ""), (2, "s")])
def test_asks_are_in_the_number_that_they_name(number: int, ending: str) -> None:
    assert board_paper.plural("Assure {} action{}", number) == ending
    assert board_paper.plural("why {} of these ha{}", number) == ("s" if number == 1 else "ve")
