"""What the record of a decision says, as headed blocks: worked out once, when it is signed, and kept with the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reviews import regimes
from reviews.models import Attendance, Decision, Meeting, Review
from reviews.models.parallel import ParallelProcess
from reviews.regimes.shapes import EVENTS
from scr_portal.lib.docx import Block
from scr_portal.lib.page_tags import day
from scr_portal.lib.papers import Paper, facts, kept, table, words

MARKING = "OFFICIAL-SENSITIVE"
Correction = tuple[int, str, str]


def content_of(
    decision: Decision, corrections: Sequence[Correction], *, number: int, signed: str, on: date
) -> dict[str, Any]:
    """The whole record of a decision, as plain values that can be kept: headings, paragraphs and tables."""
    review = decision.review
    sections = [
        ("The case", case(review)), ("Criteria", criteria(review)), *meeting(decision), ("Recommendation", recommendation(decision)),
        ("Decision", decided(decision)), ("Matters considered", considered(decision)), *challenges(decision),
    ]  # fmt: skip
    if letters := sent(review):
        sections.append(("Who was told in writing", [table(("Letter", "To", "Sent", "How"), letters)]))
    if corrections:
        rows = [(str(version), text, why) for version, text, why in corrections]
        sections.append(("Corrections and additions", [table(("Version", "What is corrected or added", "Why"), rows)]))
    said = [("Version", str(number)), ("Signed by", signed), ("Signed on", day(on))]
    sections.append(("Signature", [facts(said)]))
    paper = Paper(
        f"Decision record: {review.ref}", str(review.board.name), MARKING, tuple((h, tuple(b)) for h, b in sections)
    )
    return kept(paper)


def case(review: Review) -> list[Block]:
    """What is decided about, under which rules, and the dates so far."""
    rules = review.rules
    said = [
        ("Reference", review.ref), ("Title", review.title), ("Board", review.board.name), ("Kind of review", rules.review_type),
        ("Rule set", f"{rules.label} ({rules.stamp})"), ("Law and guidance", "; ".join(rules.basis)), ("Who decides", rules.decider),
    ]  # fmt: skip
    dates = [
        (EVENTS.get(each.event, each.event).capitalize(), day(each.happened_on)) for each in review.milestones.all()
    ]
    return [facts(said), table(("What happened", "When"), dates)] if dates else [facts(said)]


def criteria(review: Review) -> list[Block]:
    """Each limb of the test, with its answer, reason and evidence."""
    answers = {answer.criterion: answer for answer in review.criterion_answers.all()}
    rows = []
    for known in review.rules.criteria:
        answer = answers.get(known.key)
        given = (answer.get_answer_display(), answer.reason, answer.evidence) if answer else ("No answer", "", "")
        rows.append((f"{known.label} ({known.citation})", *given))
    return [table(("Criterion", "Answer", "Reason", "Evidence"), rows)]


def meeting(decision: Decision) -> Iterator[tuple[str, list[Block]]]:
    """Who met, with which conflicts, whether they were quorate, and how each partner voted."""
    found = decision.meeting
    if found is None:
        yield "Meeting", words("No meeting is linked to this recommendation: it is that of the person who made it.")
        return
    labels, rule = partners(found.review), found.review.rules.quorum
    rows = [
        (each.name, each.post, whose(each, labels), came(each), each.conflict, each.conflict_handled)
        for each in found.attendance.select_related("agency")
    ]
    said = [
        ("Meeting", str(found)),
        ("When and where", ", ".join(filter(None, (found.starts_at, found.place))) or "Not recorded."),
        ("Agenda", found.agenda),
        ("Chaired by", found.led_by),
        ("Rule", rule.sentence),
        ("Quorum", found.standing().sentence),
        ("What it recommended", labelled(found.review, found.recommended_outcome)),
        ("Its reasons", found.recommendation),
    ]
    yield "Meeting", [
        facts(said), table(("Name", "Post", "For", "Attendance", "Conflict of interest", "How it was handled"), rows),
        *words(found.discussion),
    ]  # fmt: skip
    votes = [
        (labels.get(vote.partner, vote.partner), vote.get_answer_display(), vote.reason, "In writing" if vote.in_writing else "At the meeting")
        for vote in found.votes.all()
    ]  # fmt: skip
    yield "Votes", [table(("Partner", "Vote", "Reason", "How"), votes)] if votes else words("No votes were recorded.")


def partners(review: Review) -> dict[str, str]:
    """Voters' keys and what they are called."""
    return {voter.key: voter.label for voter in review.rules.voters}


def whose(each: Attendance, labels: dict[str, str]) -> str:
    """For which partner and agency somebody came."""
    return ", ".join(filter(None, (labels.get(each.partner, ""), str(each.agency or ""))))


def came(each: Attendance) -> str:
    """Whether somebody was there, and in whose place."""
    return f"{each.get_way_display()}, for {each.deputy_for}" if each.deputy_for else each.get_way_display()


def labelled(review: Review, code: str) -> str:
    """An outcome's label in the review's rule set."""
    return {outcome.code: outcome.label for outcome in review.rules.outcomes}.get(code, code)


def recommendation(decision: Decision) -> list[Block]:
    """What was recommended to the chair, by whom, why, and who did not agree."""
    said = [
        ("Recommended", labelled(decision.review, decision.recommended_outcome)), ("Recommended by", str(decision.recommended_by)),
        ("Reasons", decision.recommendation), ("Dissent", decision.dissent or "None recorded."),
    ]  # fmt: skip
    return [facts(said)]


def decided(decision: Decision) -> list[Block]:
    """What the chair decided, and why; and where the rule set says that choice and answers part."""
    answers = {answer.criterion: answer.answer for answer in decision.review.criterion_answers.all()}
    said = [
        ("Decision", labelled(decision.review, decision.outcome)), ("And the recommendation", decision.get_agreement_display()),
        ("Decided by", str(decision.decided_by)), ("Decided on", day(decision.decided_on)), ("Reasons", decision.rationale),
    ]  # fmt: skip
    advice = regimes.advice(decision.review.rules, answers, decision.outcome)
    return [facts(said), *([Block("list", items=tuple(advice))] if advice else [])]


def considered(decision: Decision) -> list[Block]:
    """Equality, types of abuse, delay, legal advice (that it was taken, never what it says), and what runs beside."""
    review = decision.review
    taken = [day(each.given_on) for each in review.legal_advice.all()]
    beside = [process(each) for each in review.parallel_processes.all()]
    said = [
        ("Race, culture and protected characteristics", decision.equality or "Not recorded."),
        ("Types of abuse and neglect", "; ".join(decision.abuse_types) or "Not recorded."),
        ("Reason for delay", decision.delay_reason or "None recorded."),
        ("Legal advice", f"Taken on {', '.join(taken)}; privileged, and kept apart from this record." if taken else "None recorded."),
        ("Parallel processes", "; ".join(beside) or "None known."),
    ]  # fmt: skip
    return [facts(said)]


def sent(review: Review) -> list[tuple[str, ...]]:
    """The letters that went out, by kind of recipient: in the record nobody's name is needed for that."""
    found = review.letters.filter(sent_on__isnull=False).order_by("sent_on", "pk")
    return [(each.label, each.to.capitalize(), day(each.sent_on), each.get_way_display()) for each in found]


def process(each: ParallelProcess) -> str:
    """A parallel process and how long it has run."""
    return f"{str(each)[0]}{each.named[1:]}, since {day(each.started_on)}" + (
        f", ended {day(each.ended_on)}" if each.ended_on else ""
    )


def challenges(decision: Decision) -> Iterator[tuple[str, list[Block]]]:
    """Who held that the decision is wrong, or referred the case again, and the answer."""
    rows = [
        (each.get_kind_display(), each.from_whom, day(each.received_on), each.why, each.get_answer_display(), each.answer_reason)
        for each in decision.challenges.all()
    ]  # fmt: skip
    if rows:
        yield "Challenges", [table(("Kind", "From", "Received", "Why", "Answer", "Reasons"), rows)]


def dissent_of(meeting: Meeting) -> str:
    """Who did not support the recommendation at a meeting, and why, as a first draft for the record."""
    labels, against = partners(meeting.review), meeting.votes.filter(answer__in=("oppose", "abstain"))
    return "\n".join(
        f"{labels.get(vote.partner, vote.partner)}: {vote.get_answer_display().lower()}. {vote.reason}".strip()
        for vote in against
    )
