"""Handing in an action plan, saying which column is which, answering what is asked, putting rows right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import Truncator

from findings.models import Recommendation
from findings.plan.sets import STATES
from findings.plan_matching import ALL, Settling
from scr_portal.lib.columns import chosen, proposed
from scr_portal.lib.forms import DayField, GovukForm, StampedForm, dress, long_text, radios
from scr_portal.lib.uploads import UploadField

# Field of an action → what people call it. Everything else is kept with the action under its own heading.
FIELDS = [
    ("", "Keep it as it is"), ("number", "Number"), ("theme", "Theme or finding"), ("recommendation", "Recommendation"),
    ("scope", "Scope"), ("agency", "Agency"), ("action", "Action"), ("lead", "Lead person"), ("sponsor", "Executive sponsor"),
    ("milestones", "Milestones"), ("start", "Start"), ("target", "Target date"), ("revised", "Revised target"),
    ("timescale", "Timescale and progress in one"), ("status", "Status"), ("rag", "RAG"), ("completion", "Completion date and outcome in one"),
    ("progress", "Progress or comments"), ("evidence", "Evidence"), ("critical_friend", "Critical friend’s comments"), ("measure", "Impact measure"),
]  # fmt: skip
# Under which name a row keeps what stands in a column.
KEPT = {"target": "target_text", "revised": "revised_text", "start": "start_text", "agency": "agencies"}
SHOWN = 3
NONE = "none"


class PlanFileForm(GovukForm):
    """One file, as the board has it."""

    file = UploadField(
        label="Action plan",
        limited=False,  # The verb turns it away, and keeps that on record.
        help_text="Excel, Word, OpenDocument, CSV or PDF, up to 60 MB. Send it as you have it: you need not change its headings or dates.",
        error_messages={"required": "Choose the file that holds the action plan."},
    )

    def clean_file(self) -> UploadedFile:
        """The file; what is wrong with it is said when it is read."""
        found: UploadedFile = self.cleaned_data["file"]
        return found


class PlanColumnsForm(StampedForm):
    """Which column is which; one choice per heading of the file."""

    def __init__(self, *args: Any, parsed: Mapping[str, Any], columns: Mapping[str, str], **kwargs: Any) -> None:
        standing, read = chosen(parsed, columns), proposed(parsed)
        super().__init__(*args, standing=standing, **kwargs)
        self.headings = sorted(standing)
        for number, heading in enumerate(self.headings):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                choices=FIELDS,
                label=heading,
                help_text=examples(parsed, heading, read[heading]),
                initial=standing[heading],
                required=False,
                widget=forms.Select(attrs={"class": "govuk-select"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "action" not in self.columns.values():
            self.add_error(None, "Say which column holds the actions.")
        return cleaned

    def as_it_stands(self, standing: Mapping[str, str]) -> dict[str, Any]:
        """The choice for each heading as it stands."""
        return {f"column-{number}": standing.get(heading, "") for number, heading in enumerate(self.headings)}

    @property
    def columns(self) -> dict[str, str]:
        """Heading → field, as chosen."""
        return {heading: self.cleaned_data.get(f"column-{number}", "") for number, heading in enumerate(self.headings)}


def examples(parsed: Mapping[str, Any], heading: str, field: str) -> str:
    """What stands in a column, for who has to say what it is: its first different values, cut short."""
    found: dict[str, None] = {}
    for row in parsed["rows"]:
        value = row["extra"].get(heading) or row.get(KEPT.get(field, field))
        if field in ("status", "rag"):
            value = row["status_text"] or (row["rag"] if field == "rag" else STATES.get(row["declared"]))
        value = "; ".join(value) if isinstance(value, list) else value
        if value and len(found) < SHOWN:
            found[Truncator(str(value)).chars(60)] = None
    return "For example: " + " · ".join(found) if found else ""


class PlanAnswersForm(StampedForm):
    """What the file leaves open, asked once for all rows: names, recommendations, days."""

    def __init__(self, *args: Any, settling: Settling, **kwargs: Any) -> None:
        super().__init__(*args, standing=settling.answers, **kwargs)
        self.asked = settling.questions
        choices = [
            ("", "Choose an agency"), *((str(each.pk), each.name) for each in settling.directory),
            (ALL, "Every agency that this file names"), (NONE, "Not in the directory: leave its rows out"),
        ]  # fmt: skip
        for number, (written, rows, near) in enumerate(self.asked.agencies.values()):
            self.fields[f"agency-{number}"] = forms.ChoiceField(
                choices=choices, label=f"Which agency is “{written}”?",
                error_messages={"required": f"Choose which agency “{written}” is, or that it is not in the directory."},
                help_text=f"In {rows} row{'' if rows == 1 else 's'}." + (f" The nearest name in the directory is {near}." if near else ""),
                widget=forms.Select(attrs={"class": "govuk-select"}),
            )  # fmt: skip
        for number, (written, nearest) in enumerate(self.asked.recommendations.values()):
            self.fields[f"recommendation-{number}"] = same_or_new(settling.known[nearest], written)
        self._days()
        self.initial.update(self.as_it_stands(settling.answers))

    def _days(self) -> None:
        for name, rows, label, more in (
            ("agreed_on", self.asked.agreed, "When was this plan agreed?", "with a target such as “within 3 months”, which counts from that day."),
            ("review_on", self.asked.undated, "By when is an action without a date looked at?", "without a target that can be read. What stands there instead is kept beside the date."),
        ):  # fmt: skip
            if rows:
                self.fields[name] = DayField(
                    label=label, help_text=f"{rows} row{'' if rows == 1 else 's'} {more} For example, 27/3/2024",
                    error_messages={"required": "Enter a day, such as 27/3/2024."},
                )  # fmt: skip
                dress(self.fields[name])

    def as_it_stands(self, standing: Mapping[str, Any]) -> dict[str, Any]:
        """Field → the answer that stands there."""
        found: dict[str, Any] = {}
        for number, name in enumerate(self.asked.agencies):
            said = standing.get("agencies", {}).get(name)
            found[f"agency-{number}"] = NONE if said == [] else said if said == ALL else str(said[0]) if said else ""
        for number, words in enumerate(self.asked.recommendations):
            known = standing.get("recommendations", {}).get(words)
            found[f"recommendation-{number}"] = "" if known is None else str(known)
        for name in {"agreed_on", "review_on"} & {*self.fields}:
            found[name] = date.fromisoformat(standing[name]) if standing.get(name) else None
        return found

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, as the file keeps it."""
        said = self.cleaned_data
        agencies = {
            name: ALL if chosen == ALL else [] if chosen == NONE else [int(chosen)]
            for number, name in enumerate(self.asked.agencies)
            if (chosen := said.get(f"agency-{number}"))
        }
        recommendations = {
            words: int(chosen)
            for number, words in enumerate(self.asked.recommendations)
            if (chosen := said.get(f"recommendation-{number}"))
        }
        days = {name: said[name].isoformat() for name in ("agreed_on", "review_on") if said.get(name)}
        return {"agencies": agencies, "recommendations": recommendations, **days}


def same_or_new(known: Recommendation, written: str) -> forms.ChoiceField:
    """Whether words of the file are one of the review's recommendations, or a new one."""
    text = Truncator(known.text).chars(160)
    return radios(
        [(str(known.number), f"It is recommendation {known.number}: {text}"), ("0", "It is another recommendation, and is added")],
        label=f"“{Truncator(written).chars(160)}”",
        error_messages={"required": "Say whether this is one of the review’s recommendations."},
    )  # fmt: skip


class PlanRowForm(StampedForm):
    """A row put right; its first words stay beside it."""

    action = long_text(4, label="What will be done")
    recommendation_number = forms.IntegerField(
        required=False, min_value=1, max_value=9999, label="Recommendation", help_text="Its number in this review."
    )
    agencies = forms.CharField(required=False, label="Agencies", help_text="Several with a semicolon between them.")
    target_text = forms.CharField(
        required=False, max_length=200, label="Target", help_text="For example 30/6/2024, June 2024, within 3 months."
    )
    lead = forms.CharField(required=False, max_length=160, label="Lead person")
