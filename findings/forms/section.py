"""Writing one section of the report, alone or with somebody else at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from findings.models import ReportSection, Unsaved
from findings.reconciling import BOTH, MINE, THEIRS, disputes
from findings.services.section import meeting
from findings.versions import version_at
from reviews.comparison import Piece, compared
from scr_portal.lib.forms import GovukForm, RecordForm, radios

STANDS = "stands-"
CHOICES = (
    (THEIRS, "What stands now"),
    (MINE, "What you wrote"),
    (BOTH, "Both, one after the other"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two people made of a paragraph: what differs from how it was, or that they took it out."""

    pieces: tuple[Piece, ...]
    gone: bool

    @classmethod
    def of(cls, base: str, text: str | None) -> Side:
        """Worked out from the paragraph before and after."""
        return cls(compared(base, text or ""), text is None)


@dataclass(frozen=True, slots=True)
class Place:
    """One place that both changed, and the field that asks what shall stand there."""

    field: Any
    theirs: Side
    mine: Side


class SectionForm(RecordForm):
    """The named text of one section. Where two changed the same words, it asks for each place what shall stand."""

    text = forms.CharField(
        required=False,
        label="Text",
        help_text="Write with real names: the anonymised text is made from this. A line that begins with ## is a heading; one that begins with - is a list item; lines that begin with | are a table, its headings first: | Agency | What it did |",
        widget=forms.Textarea(attrs={"rows": 20}),
    )

    def __init__(self, *args: Any, record: ReportSection, unsaved: Unsaved | None = None, **kwargs: Any) -> None:
        if unsaved is not None:
            kwargs["initial"] = {"text": unsaved.text, "seen_version": unsaved.seen_version}
        super().__init__(*args, record=record, **kwargs)
        self.places: list[Place] = []
        self.standing: Any = None

    @property
    def written(self) -> dict[str, Any]:
        """What was sent, as the verb takes it: the text, the version it was begun at, and what shall stand where."""
        sent = {name.removeprefix(STANDS): value for name, value in self.data.items() if name.startswith(STANDS)}
        choices = {key: str(value) for key, value in sent.items() if value in dict(CHOICES)}
        return {name: self.cleaned_data[name] for name in ("text", "seen_version")} | {"choices": choices}

    def stale(self, current: Any, sentence: str) -> None:
        """Ask what shall stand; what was typed and the version it was begun at stay as they were sent."""
        parts = meeting(current, self.cleaned_data["text"], self.cleaned_data["seen_version"])
        settled = self.written["choices"]
        for number, dispute in enumerate(disputes(parts), start=1):
            name = f"{STANDS}{dispute.key}"
            self.fields[name] = radios(CHOICES, label=f"What shall stand in place {number}?")
            if dispute.key not in settled:
                self.add_error(name, sentence if not self.errors else f"Say what shall stand in place {number}.")
            self.places.append(
                Place(self[name], Side.of(dispute.base, dispute.theirs), Side.of(dispute.base, dispute.mine))
            )
        self.standing = version_at(current, current.version)

    def outcome(self, made: ReportSection) -> str:
        """What happened, for the next page."""
        seen = self.cleaned_data["seen_version"]
        if seen is None or made.version - seen <= 1:
            return f"“{made.title}” saved."
        return (
            f"“{made.title}” saved together with what somebody else wrote in it meanwhile: read it through once more."
        )


class UnsavedForm(GovukForm):
    """What was typed so far, and the version of the section at which it began."""

    text = forms.CharField(required=False, strip=False)
    seen_version = forms.IntegerField(min_value=1, max_value=2**31 - 1)  # What the database holds.
