"""The jigsaw on a report: judged once for every like place, undone, shown to who signs, and never in the way by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from findings.jigsaw import Like
from findings.models import AnonymityDecision, Report
from findings.services import anonymity
from findings.services import jigsaw as verbs
from findings.services import report as report_verbs
from reviews.models import Event
from reviews.stages import Stage
from scr_portal.lib.records import Refused
from tests import make

TEXT = "Amara Okafor, the youngest of four, is deaf and Polish. She had a twin.\n\nA nurse said that the bed was free."


@pytest.fixture
def report(board: make.World) -> Report:
    """A report of two sections that tell the same of the child."""
    review = make.review(board, stage=Stage.DRAFTING)
    make.subject(board, review)
    report = Report.objects.create(review=review, title="Child A")
    for order, section in enumerate(review.rules.sections[:2], start=1):
        report.sections.create(key=section.key, title=section.title, order=order, text=TEXT)
    return report


def judged(board: make.World, report: Report, words: str, choice: str = "keep", **more: str) -> AnonymityDecision:
    like = next(each.like for each in verbs.stand_outs(report).details if each.like.words == words)
    said = {"replacement": "", "reason": "The learning needs it.", **more}
    return verbs.judge(by=board.reviewer, report=report, like=like, choice=choice, **said)


def test_a_passage_stands_out_with_its_kinds_and_a_person_with_hers(report: Report) -> None:
    found = verbs.stand_outs(report)
    assert [each.name for each in found.passages] == ["Child A", "Child A"]
    assert found.passages[0].passage.kinds == {"origin", "siblings", "condition", "sex"}
    assert [(name, len(kinds)) for name, kinds, _ in found.persons] == [("Child A", 4)]
    assert found.unjudged == 3


def test_one_judgement_serves_every_like_place(board: make.World, report: Report) -> None:
    judged(board, report, "deaf", "replace", replacement="disabled")
    assert [text.count("disabled") for _, _, text in anonymity.anonymised(report).sections] == [1, 1]
    assert report.sections.first().text == TEXT  # type: ignore[union-attr]


def test_what_is_taken_out_leaves_a_sentence(board: make.World, report: Report) -> None:
    judged(board, report, "youngest of four", "replace")
    assert "Child A is deaf and Polish. " in anonymity.anonymised(report).sections[0][2]


def test_a_judgement_is_taken_back(board: make.World, report: Report) -> None:
    before = anonymity.anonymised(report).sha256
    made = judged(board, report, "deaf", "replace", replacement="disabled")
    assert anonymity.anonymised(report).sha256 != before
    anonymity.undo(by=board.reviewer, decision=made)
    assert anonymity.anonymised(report).sha256 == before


def test_when_all_is_judged_nothing_is_open(board: make.World, report: Report) -> None:
    for each in verbs.stand_outs(report).details:
        verbs.judge(by=board.reviewer, report=report, like=each.like, choice="keep", replacement="", reason="Known.")
    assert verbs.stand_outs(report).unjudged == 0
    assert Event.objects.filter(verb="detail.judged").count() == len(verbs.stand_outs(report).details)


def test_blurred_details_no_longer_count(board: make.World, report: Report) -> None:
    judged(board, report, "deaf", "replace", replacement="with a long-term need")
    judged(board, report, "Polish", "replace", replacement="from abroad")
    assert verbs.stand_outs(report).passages == ()


def test_words_about_a_detail_decide_nothing_about_a_name(board: make.World, report: Report) -> None:
    section = report.sections.first()
    assert section is not None
    section.text = "Amara Okafor met Ottoline Brackenbury."
    section.save()
    like = Like("relation", "Ottoline Brackenbury")
    verbs.judge(by=board.reviewer, report=report, like=like, choice="keep", replacement="", reason="r")
    assert [each.text for each in anonymity.anonymised(report).leftovers] == ["Ottoline Brackenbury"]


def test_other_words_that_name_somebody_are_refused(board: make.World, report: Report) -> None:
    with pytest.raises(Refused, match="names or identifies somebody itself"):
        judged(board, report, "deaf", "replace", replacement="like Amara")


def test_pronouns_are_rewritten_never_replaced(board: make.World, report: Report) -> None:
    with pytest.raises(Refused, match="Pronouns"):
        judged(board, report, "she, her (Child A)", "replace", replacement="they")


def test_what_stays_has_a_reason(board: make.World, report: Report) -> None:
    with pytest.raises(Refused, match="why this may stay"):
        judged(board, report, "deaf", reason=" ")


def test_who_may_not_anonymise_judges_nothing(board: make.World, report: Report) -> None:
    with pytest.raises(PermissionDenied):
        verbs.judge(
            by=board.panel, report=report, like=Like("condition", "deaf"), choice="keep", replacement="", reason="r"
        )


def test_it_is_no_obstacle_to_sign_off(board: make.World, report: Report) -> None:
    assert verbs.stand_outs(report).unjudged
    reading = report_verbs.read(by=board.reviewer, report=report, order=1, accepted=True)
    assert reading.accepted


def test_who_signs_sees_how_many_are_not_judged(board: make.World, report: Report, client: Client) -> None:
    client.force_login(board.reviewer)
    answer = client.get(reverse("findings.report.read", args=[report.review.ref, 1]))
    assert "In 3 places, several details stand together" in answer.content.decode()


def test_the_page_marks_the_details_and_a_judgement_shows(board: make.World, report: Report, client: Client) -> None:
    client.force_login(board.reviewer)
    address = reverse("findings.jigsaw.list", args=[report.review.ref])
    shown = client.get(address).content.decode()
    assert "<mark>deaf</mark>" in shown
    assert "A nurse said" not in shown
    place = [each.like.words for each in verbs.stand_outs(report).details].index("deaf") + 1
    decide = reverse("findings.jigsaw.decide", args=[report.review.ref, place])
    sent: dict[str, Any] = {"like": "condition|deaf", "choice": "remove", "replacement": "", "reason": ""}
    assert client.post(decide, sent).status_code == 302
    shown = client.get(address).content.decode()
    assert "<mark>deaf</mark>" not in shown
    assert "taken out" in shown


def test_a_place_that_moved_decides_nothing(board: make.World, report: Report, client: Client) -> None:
    client.force_login(board.reviewer)
    decide = reverse("findings.jigsaw.decide", args=[report.review.ref, 1])
    client.post(decide, {"like": "condition|blind", "choice": "keep", "reason": "r"})
    assert not AnonymityDecision.objects.exists()


@pytest.mark.parametrize(("choice", "sentence"), [("keep", "Say why this may stay"), ("replace", "Say which words")])
def test_half_a_judgement_is_asked_about(
    board: make.World, report: Report, client: Client, choice: str, sentence: str
) -> None:
    client.force_login(board.reviewer)
    like = verbs.stand_outs(report).details[0].like
    decide = reverse("findings.jigsaw.decide", args=[report.review.ref, 1])
    answer = client.post(decide, {"like": like.key, "choice": choice})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
