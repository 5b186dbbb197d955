"""The papers say all that was entered: every field in which somebody can write, filled with a word that stands nowhere else,
is read back from the Word document and from the PDF. What a paper leaves out is named here, with the reason."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.db import models
from docx import Document
from pypdf import PdfReader

from agencies.models import Imr, ImrSection, Question, Request
from agencies.models.imr import SUMMARY_SECTIONS
from reviews import models as reviews
from reviews.services import challenge, criteria, decision_record
from tests import make

# Model and field → why a paper does not say it.
NOT_IN_THE_RECORD = {
    ("LegalAdvice", "question"): "privileged", ("LegalAdvice", "advice"): "privileged", ("LegalAdvice", "given_by"): "privileged",
    ("Meeting", "equality"): "said once, as it went to the chair", ("Meeting", "delay_reason"): "said once, as it went to the chair",
    ("Letter", "recipient"): "in the record nobody’s name is needed for that", ("Letter", "address"): "the same", ("Letter", "subject"): "the same",
    ("Letter", "text"): "the letter is kept by itself", ("Letter", "told"): "the letter is kept by itself",
    ("ParallelProcess", "reference"): "in the pack", ("ParallelProcess", "contact"): "in the pack", ("ParallelProcess", "note"): "in the pack",
    ("Milestone", "note"): "in the pack", ("Referral", "*"): "in the pack", ("Notification", "*"): "in the pack", ("Person", "*"): "in the pack",
    ("Question", "*"): "in the pack", ("ImrSection", "*"): "in the pack", ("Request", "*"): "in the pack",
}  # fmt: skip
NOT_IN_THE_PACK = {
    **{key: why for key, why in NOT_IN_THE_RECORD.items() if why != "in the pack" and key != ("Letter", "told")},
    ("Person", "aliases"): "the body needs the name", ("Person", "role_code"): "of professionals", ("Person", "relation"): "of the family",
    ("Person", "naming_wish"): "kept with the real names", ("Person", "pseudonym_chosen_by"): "kept with the register",
    ("Person", "name"): "of places", ("Person", "former_surname"): "the name as it is", ("Person", "nhs_number"): "no other identifier is needed",
    ("Request", "note"): "what the agency was told", ("Request", "secure"): "what the agency was told", ("Request", "closed_reason"): "of a refusal",
}  # fmt: skip


class Filled:
    """Records whose every written field holds a word of its own; `words`: the word → (model, field)."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, str]] = {}

    def word(self, model: str, field: str) -> str:
        """The next word, for one field of one model."""
        number = len(self.words)
        made = f"Zq{chr(97 + number // 26)}{chr(97 + number % 26)}x"
        self.words[made] = (model, field)
        return made

    def values(self, model: type[models.Model], given: dict[str, Any]) -> dict[str, Any]:
        """What is given, and a word for every other field in which somebody writes freely."""
        free = (models.CharField, models.TextField)
        names = [each.name for each in model._meta.fields if isinstance(each, free) and not each.choices]
        return {**{name: self.word(model.__name__, name) for name in names if name not in given}, **given}

    def make(self, model: Any, **given: Any) -> Any:
        """One record, kept."""
        return model._default_manager.create(**self.values(model, given))


def decided(board: make.World, filled: Filled) -> reviews.Decision:
    """From a referral to a decision that was challenged, with one of everything that a paper tells of."""
    review, by, day = make.review(board, stage="screening"), board.manager, "2026-09-03"
    filled.make(reviews.Referral, board=board.board, ref="REF-2026-900", status="taken_forward", outcome="died", referrer=board.referrer,
                rule_set=make.CHILD, review=review, subject_sex="")  # fmt: skip
    filled.make(
        reviews.Person,
        review=review,
        added_by=by,
        part="subject",
        born_text="2019",
        died_text="2026",
        nhs_number="9990000018",
    )
    filled.make(reviews.Notification, review=review)
    filled.make(reviews.Milestone, review=review, event="notified", happened_on=day, recorded_by=by)
    filled.make(reviews.ParallelProcess, review=review, kind="coroner", started_on=day)
    filled.make(
        reviews.Letter,
        review=review,
        key="decision-family",
        to="family",
        written_by=by,
        sent_by=by,
        sent_on=day,
        way="post",
        sha256="",
        file="",
    )
    filled.make(reviews.LegalAdvice, review=review, given_on=day, recorded_by=by)
    asked = filled.make(
        Request,
        review=review,
        agency=board.police,
        wanted="rapid_return",
        status="returned",
        sent_on=day,
        due_on=day,
        nil_return=True,
    )
    filled.make(Question, request=asked, number=1)
    imr = Imr.objects.create(request=asked)
    for key, _, _ in SUMMARY_SECTIONS:
        filled.make(ImrSection, imr=imr, key=key)
    for known in review.rules.criteria:
        said = filled.values(reviews.CriterionAnswer, {"criterion": known.key})
        said = {"answer": "met", "reason": said["reason"], "evidence": said["evidence"]}
        criteria.answer(by=by, review=review, criterion=known.key, values=said)
    code = "lcspr"
    meeting = filled.make(
        reviews.Meeting, review=review, kind="partners", held_on=day, recommended_outcome=code, finished_on=day
    )
    for voter in review.rules.voters:
        filled.make(
            reviews.Attendance,
            meeting=meeting,
            partner=voter.key,
            way="there",
            agency=board.school,
            conflict="" if voter.required else "x",
        )
        filled.make(reviews.Vote, meeting=meeting, partner=voter.key, answer="oppose", recorded_by=by)
    filled.make(reviews.Attendance, meeting=meeting, partner="", way="there")
    said = filled.values(
        reviews.Decision,
        {"recommended_outcome": code, "meeting": meeting, "abuse_types": ["Neglect"], "outcome": "", "rationale": ""},
    )
    criteria.recommend(by=by, review=review, values=said)
    made = criteria.decide(
        by=board.chair,
        review=review,
        values={"outcome": code, "agreement": "agrees", "rationale": filled.word("Decision", "rationale")},
    )
    one = challenge.add(
        by=by,
        decision=made,
        values={
            **filled.values(reviews.Challenge, {"answer_reason": ""}),
            "kind": "challenge",
            "received_on": made.decided_on,
        },
    )
    challenge.answer(
        by=board.chair,
        challenge=one,
        values={"answer": "stands", "answer_reason": filled.word("Challenge", "answer_reason")},
    )
    return reviews.Decision.objects.get(pk=made.pk)


def read(kind: str, content: bytes) -> str:
    """Every word of a Word document or a PDF."""
    if kind == "pdf":
        return " ".join(each.extract_text() for each in PdfReader(io.BytesIO(content)).pages)
    nodes = Document(io.BytesIO(content)).element.body.iter()
    return " ".join(node.text or "" for node in nodes if node.tag.endswith("}t"))


@pytest.mark.parametrize("paper", ["record", "pack"])
def test_every_word_that_was_entered_stands_in_the_files_or_is_named_as_left_out(
    board: make.World, signed_in: Any, paper: str
) -> None:
    filled = Filled()
    made = decided(board, filled)
    signed = decision_record.sign(by=board.chair, decision=made)
    client, ref = signed_in(board.manager), made.review.ref
    page = f"/findings/{ref}/pack" if paper == "pack" else f"/reviews/{ref}/decision_record/{signed.pk}"
    left_out = NOT_IN_THE_PACK if paper == "pack" else NOT_IN_THE_RECORD
    for kind in ("docx", "pdf"):
        said = read(kind, b"".join(client.get(f"{page}/{kind}/download/").streaming_content))
        missing = {where for word, where in filled.words.items() if word not in said}
        told = {where for word, where in filled.words.items() if word in said}
        known = {where for where in set(filled.words.values()) if where in left_out or (where[0], "*") in left_out}
        assert missing - known == set(), kind
        assert [where for where in told if where[0] == "LegalAdvice"] == []
