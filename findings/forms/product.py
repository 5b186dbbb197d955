"""Forms of learning products."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from findings.models import AnonymityDecision, Product, ProductPart
from findings.product_text import LETTERS
from scr_portal.lib.forms import GovukForm, RecordForm, dress, long_text, radios

QUESTIONS, ANSWERS = 3, 3


class PartForm(RecordForm):
    """The text of one part of a product."""

    text = forms.CharField(
        required=False,
        label="Text",
        help_text="Published names only: a name of the register is put in its published form when you save. A line that begins with ## is a heading; one that begins with - is a list item; lines that begin with | are a table, its headings first.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )

    def __init__(self, *args: Any, record: ProductPart, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)


class QuizForm(RecordForm):
    """Three questions to whoever reads the product, with three answers each; a question that is left empty is not asked."""

    in_parts: ClassVar = tuple(
        (f"Question {number}", (f"question-{number}", *(f"answer-{number}-{each}" for each in range(ANSWERS)), f"right-{number}"))
        for number in range(1, QUESTIONS + 1)
    )  # fmt: skip

    def __init__(self, *args: Any, record: Product, **kwargs: Any) -> None:
        kwargs["initial"] = first(record.quiz)
        super().__init__(*args, record=record, **kwargs)
        for number in range(1, QUESTIONS + 1):
            self.fields[f"question-{number}"] = forms.CharField(max_length=200, required=False, label="What is asked")
            for each in range(ANSWERS):
                label = f"Answer {LETTERS[each]}"
                self.fields[f"answer-{number}-{each}"] = forms.CharField(max_length=160, required=False, label=label)
            choices = [(str(each), f"Answer {LETTERS[each]}") for each in range(ANSWERS)]
            self.fields[f"right-{number}"] = radios(choices, required=False, label="Which answer is right?")
        for field in self.fields.values():
            dress(field)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for number in range(1, QUESTIONS + 1):
            answers = self.answers(cleaned, number)
            if not cleaned.get(f"question-{number}"):
                continue
            if len(answers) < 2:
                self.add_error(f"answer-{number}-0", f"Write at least two answers to question {number}.")
            elif int(cleaned.get(f"right-{number}") or len(answers)) >= len(answers):
                self.add_error(f"right-{number}", f"Say which of its answers is right for question {number}.")
        return cleaned

    def as_it_stands(self, record: Any) -> dict[str, Any]:
        """The questions and answers of a product in their boxes."""
        return {**dict.fromkeys(self.fields.keys() - {"seen_version"}, ""), **first(record.quiz)}

    @staticmethod
    def answers(cleaned: dict[str, Any], number: int) -> list[str]:
        """The answers of one question, those that were left empty aside."""
        return [text for each in range(ANSWERS) if (text := cleaned.get(f"answer-{number}-{each}"))]

    @property
    def quiz(self) -> list[dict[str, Any]]:
        """The questions as the product keeps them."""
        said = self.cleaned_data
        return [
            {"question": said[f"question-{n}"], "answers": self.answers(said, n), "right": int(said[f"right-{n}"])}
            for n in range(1, QUESTIONS + 1) if said[f"question-{n}"]
        ]  # fmt: skip


def first(quiz: list[dict[str, Any]]) -> dict[str, Any]:
    """The questions as the form shows them at first."""
    found: dict[str, Any] = {}
    for number, each in enumerate(quiz, start=1):
        found |= {f"question-{number}": each["question"], f"right-{number}": str(each["right"])}
        found |= {f"answer-{number}-{place}": text for place, text in enumerate(each["answers"])}
    return found


class SettleForm(GovukForm):
    """What stands for words that may identify somebody, in learning products."""

    choice = radios(AnonymityDecision.Choice.choices, label="What should happen with these words?")
    replacement = forms.CharField(max_length=200, required=False, label="Put in their place")
    reason = long_text(2, required=False, label="Reason", help_text="Needed when the words stay as they are.")

    def __init__(self, *args: Any, candidates: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if candidates:
            self.fields["replacement"].help_text = f"It may be {' or '.join(candidates)}."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("choice") == AnonymityDecision.Choice.REPLACE and not cleaned.get("replacement"):
            self.add_error("replacement", "Say what should stand in its place.")
        if cleaned.get("choice") == AnonymityDecision.Choice.KEEP and not cleaned.get("reason"):
            self.add_error("reason", "Say why these words identify nobody.")
        return cleaned
