"""The text of a learning product on its way through the gate that the report passes: register, decisions, judgements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from findings.anonymise import DateRule, Person, Span, redact
from findings.jigsaw import PREFIX, Assessment, Judgements, Like, assess, blurred
from findings.models import Product
from findings.models.report import LEARNING
from findings.services.anonymity import (
    AROUND,
    Anonymised,
    Decisions,
    Leftover,
    date_rule,
    decided_spans,
    register,
    under_cover,
)
from reviews.models import Review

# Where the questions to readers stand among the parts.
QUIZ = ("quiz", "Three questions to yourself")
LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Gate:
    """What one review knows about its names and details, read once for all texts that pass."""

    people: tuple[Person, ...]
    decisions: Decisions
    rule: DateRule
    judgements: Judgements

    @classmethod
    def of(cls, review: Review) -> Gate:
        """The report's standing decisions hold here as well; those made for learning products win over them."""
        decisions, judgements = Decisions.of(review), Judgements.of(review)
        made = list(review.anonymity_decisions.of_learning().select_related("decided_by"))
        words = {row.text.casefold(): row for row in made if not row.kind.startswith(PREFIX)}
        judged = {Like(row.kind.removeprefix(PREFIX), row.text).key: row for row in made if row.kind.startswith(PREFIX)}
        # A decision about one place of the report is about that place alone.
        return cls(
            register(review),
            Decisions({}, {**decisions.words, **words}),
            date_rule(review),
            Judgements({**judgements.by_key, **judged}),
        )

    def spans(self, text: str) -> list[Span]:
        """What the search finds in a text, with people's decisions applied."""
        return decided_spans(self.people, self.decisions, LEARNING, text, self.rule)

    def sure(self, text: str) -> str:
        """The text as it is saved: what is surely a name of the register, or was decided, stands in its published form."""
        return redact(text, [span for span in self.spans(text) if span.replacement is not None])

    def through(self, key: str, title: str, text: str) -> tuple[str, list[Leftover], str]:
        """(text as it would be released, what nobody has decided, text with a cover over that) of one part."""
        spans = self.spans(text)
        pseudonyms = {person.key: person.pseudonym for person in self.people}
        left = [
            Leftover(
                key, title, span, text[span.start : span.end], text[max(0, span.start - AROUND) : span.start],
                text[span.end : span.end + AROUND], tuple(pseudonyms[key] for key in span.keys if key in pseudonyms),
            )
            for span in spans if span.replacement is None
        ]  # fmt: skip
        said = blurred(redact(text, spans), self.people, self.judgements)
        covered = redact(text, [under_cover(span) for span in spans])
        return said, left, blurred(covered, self.people, self.judgements)


def texts(product: Product) -> list[tuple[str, str, str]]:
    """(key, title, text) of each part that says something, and of the questions to its readers."""
    held = [(part.key, part.title, part.text) for part in product.parts.all() if part.text.strip()]
    return [*held, (*QUIZ, asked(product.quiz))] if product.quiz else held


def asked(quiz: list[dict[str, Any]]) -> str:
    """The questions to readers with what may be answered, as a text; which answer is right is not told."""
    return "\n\n".join(
        "\n".join([f"## {each['question']}", *(f"- {letter}: {answer}" for letter, answer in lettered(each))])
        for each in quiz
    )


def lettered(question: dict[str, Any]) -> list[tuple[str, str]]:
    """The answers of one question with their letters."""
    return list(zip(LETTERS, question["answers"], strict=False))


def made(product: Product, gate: Gate | None = None) -> Anonymised:
    """The product's text as it would be released, and what nobody has decided about it yet."""
    gate = gate or Gate.of(product.review)
    passed = [(key, title, *gate.through(key, title, text)) for key, title, text in texts(product)]
    return Anonymised(
        tuple((key, title, said) for key, title, said, _, _ in passed),
        tuple(leftover for _, _, _, left, _ in passed for leftover in left),
        tuple((title, covered) for _, title, _, _, covered in passed),
    )


def stand_outs(product: Product, text: Anonymised, gate: Gate) -> Assessment:
    """Which details of the product identify together."""
    return assess([(title, said) for _, title, said in text.sections], gate.people, gate.judgements)
