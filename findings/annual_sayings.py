"""Texts on their way into the yearly report, which is public: past the gate of their review, or of every review of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from findings.anonymise import Person, Span, find, redact
from findings.board_paper import scan
from findings.models import AnonymityDecision
from findings.product_text import Gate
from findings.services.anonymity import AROUND, ON_SCREEN, under_cover
from reviews.models import Board, Review


@dataclass(slots=True)
class Sayings:
    """What the gates make of texts, and what nobody has decided yet."""

    board: Board
    reviews: Sequence[Review]
    gates: dict[int, Gate] = field(default_factory=dict)
    left: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, board: Board) -> Sayings:
        """Of a board: a name in a text that somebody typed may be of any of its reviews."""
        return cls(board, list(Review.objects.filter(board=board).select_related("board").order_by("pk")))

    def gate(self, review: Review) -> Gate:
        """The gate of a review, read once. Members of the board are not looked for: the report says what they did."""
        if review.pk not in self.gates:
            own = {
                name.casefold() for each in self.board.agencies.all() for name in (each.name, each.short_name) if name
            }
            gate = Gate.of(review)
            people = tuple(each for each in gate.people if each.kind != "agency" or each.name.casefold() not in own)
            self.gates[review.pk] = replace(gate, people=people)
        return self.gates[review.pk]

    def told(self, review: Review, title: str, text: str) -> str:
        """A text of a review as its published report would have it; a cover where somebody has to decide."""
        flat = " ".join(text.split())
        _, left, covered = self.gate(review).through("", title, flat)
        for each in left:
            self.note(review, title, each.span, flat, each.candidates)
        return covered

    def typed(self, title: str, text: str) -> str:
        """A text that somebody wrote for the report: whom a register lists stands in it by a person's decision alone."""
        for review in self.reviews if text else ():
            text = self.past(review, title, text)
        return text

    def past(self, review: Review, title: str, text: str) -> str:
        """A typed text past one register."""
        gate, spans = self.gate(review), []
        published = {person.key: person.pseudonym for person in gate.people}
        for span in find(gate.people, text, dates=ON_SCREEN):
            decision = gate.decisions.words.get(text[span.start : span.end].casefold())
            if not span.keys or (decision and decision.choice == AnonymityDecision.Choice.KEEP):
                continue
            if decision is None:
                self.note(review, title, span, text, tuple(published[key] for key in span.keys))
            spans.append(replace(span, replacement=decision.replacement) if decision else under_cover(span))
        return redact(text, spans)

    def note(self, review: Review, title: str, span: Span, text: str, candidates: tuple[str, ...]) -> None:
        """Keep a place that waits for a person."""
        start, end = span.start, span.end
        self.left.append({
            "review": review.pk, "ref": review.ref, "title": title, "text": text[start:end], "kind": span.kind, "reason": span.reason,
            "before": text[max(0, start - AROUND) : start], "after": text[end : end + AROUND], "candidates": [*candidates],
        })  # fmt: skip

    def found_in(self, kind: str, content: bytes) -> list[dict[str, str]]:
        """What a built file still tells of anybody whom a register lists, and nobody decided to keep."""
        people: list[Person] = [person for review in self.reviews for person in self.gate(review).people]
        kept = {word for gate in self.gates.values() for word in gate.decisions.kept_words()}
        return [hit for hit in scan(self.board, people, kind, content) if hit["text"].casefold() not in kept]
