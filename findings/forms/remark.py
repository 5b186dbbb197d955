"""Comments and suggestions on the draft, and their answers."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.models import Remark
from scr_portal.lib.forms import GovukForm, long_text, radios

KINDS = (
    (Remark.Kind.COMMENT, "A comment"),
    (Remark.Kind.SUGGESTION, "A suggestion: other words for this passage"),
)
ANSWERS = {
    Remark.Kind.COMMENT: (
        (Remark.Answer.ACCEPTED, "Accepted: the section says so now, or will"),
        (Remark.Answer.ANSWERED, "Answered"),
        (Remark.Answer.DECLINED, "Declined"),
    ),
    Remark.Kind.SUGGESTION: (
        (Remark.Answer.ACCEPTED, "Accept it: put these words in the place of the passage"),
        (Remark.Answer.ANSWERED, "Answered: written in another way, or to be talked about"),
        (Remark.Answer.DECLINED, "Declined"),
    ),
}


class RemarkForm(GovukForm):
    """What somebody says about a section, or about words of it."""

    kind = radios(KINDS, label="What is it?", initial=Remark.Kind.COMMENT)
    quote = long_text(4, required=False, label="The passage", help_text="Words copied from the section as they stand. Leave it empty for a comment on the whole section.")  # fmt: skip
    text = long_text(4, required=False, label="Your comment, or why you suggest it")
    words = long_text(4, required=False, label="For a suggestion: what should stand there instead", help_text="Leave it empty if the passage should go.")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Remark.Kind.COMMENT and not cleaned.get("text"):
            self.add_error("text", "Write your comment.")
        if cleaned.get("kind") == Remark.Kind.SUGGESTION and not cleaned.get("quote"):
            self.add_error("quote", "Copy the words from the section that your own should take the place of.")
        return cleaned


class AnswerForm(GovukForm):
    """How a remark is answered."""

    answer = forms.ChoiceField(widget=forms.RadioSelect, label="Your answer")
    reason = long_text(3, required=False, label="What you say to it", help_text="Needed unless you accept it.")

    def __init__(self, *args: Any, remark: Remark, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = ANSWERS[Remark.Kind(remark.kind)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") not in {None, Remark.Answer.ACCEPTED} and not cleaned.get("reason"):
            self.add_error("reason", "Say why: whoever wrote it reads your answer.")
        return cleaned
