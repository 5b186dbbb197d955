"""Handing in a chronology, saying which column is which, putting rows right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import Truncator

from agencies.models import Entry
from agencies.services.reading import DAY_FIRST, MONTH_FIRST, UNTOLD
from agencies.services.repeat import ADD, KEEP, REPLACE
from scr_portal.lib.columns import chosen, proposed
from scr_portal.lib.forms import GovukForm, StampedForm, long_text, radios
from scr_portal.lib.uploads import UploadField

# Field of an entry → what people call it. Everything else is kept with the entry under its own heading.
FIELDS = [
    ("", "Keep it as it is"), ("date", "Date it happened"), ("end_date", "Date it ended"), ("time", "Time"), ("end_time", "Time it ended"),
    ("event", "What happened"), ("source", "Source of the information"), ("action", "Response or action taken"),
    ("seen", "Was the child or adult seen?"),
]  # fmt: skip

# The texts of a row that was read; what else a file holds is kept under its own heading.
ROW_TEXTS = {"date_text", "time", "end_time", "event", "source", "action"}
SHOWN = 3
SEEN = [*Entry.Seen.choices, ("", "The record does not say")]

FILES = 10


class FilesInput(forms.ClearableFileInput):
    """A file box that takes several at once."""

    allow_multiple_selected = True


class FilesField(UploadField):
    """One file or several, as a list; what is wrong with each of them is said when it is read, and stops no other."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files that were chosen, at most so many as are read in good time."""
        files = [super(FilesField, self).clean(each, initial) for each in data or [None]]
        if len(files) > FILES:
            raise forms.ValidationError(f"Choose at most {FILES} files at once, and hand in the others after them.")
        return files


class UploadForm(GovukForm):
    """Files as the agency wrote them."""

    file = FilesField(
        label="Chronology",
        limited=False,  # The verb turns it away, and keeps that on record.
        help_text=f"Excel, Word, OpenDocument, CSV or PDF, up to 60 MB each; up to {FILES} files at once. Send them as you have them: you need not change their headings or dates.",
        error_messages={"required": "Choose a file first."},
        allow_empty_file=True,
    )


class ColumnsForm(StampedForm):
    """Which column is which; one choice per heading of the file."""

    def __init__(self, *args: Any, parsed: Mapping[str, Any], columns: Mapping[str, str], **kwargs: Any) -> None:
        standing, read = chosen(parsed, columns), proposed(parsed)
        super().__init__(*args, standing=standing, **kwargs)
        self.headings = sorted(standing)
        for number, heading in enumerate(self.headings):
            known = dict(FIELDS)
            field = standing[heading]
            self.fields[f"column-{number}"] = forms.ChoiceField(
                choices=FIELDS,
                label=heading or "Column without a heading",
                help_text=examples(parsed, heading, read[heading]),
                initial=field if field in known else "",
                required=False,
                widget=forms.Select(attrs={"class": "govuk-select"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = [field for field in self.columns.values() if field]
        if "date" not in chosen:
            self.add_error(None, "Say which column holds the date on which things happened.")
        if "event" not in chosen:
            self.add_error(None, "Say which column tells what happened.")
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
    name = {"date": "date_text"}.get(field, field)
    found: dict[str, None] = {}
    for row in parsed["rows"]:
        value = row.get(name) if name in ROW_TEXTS else row["extra"].get(heading)
        if value and len(found) < SHOWN:
            found[Truncator(str(value)).chars(60)] = None
    return "For example: " + " · ".join(found) if found else "Nothing stands in it."


class RowForm(StampedForm):
    """A row put right; the agency's first words stay beside it."""

    date_text = forms.CharField(
        required=False,
        max_length=200,
        label="Date",
        help_text="As you would write it: 27/3/2019, March 2019, about 2016.",
    )
    time = forms.CharField(
        required=False, max_length=40, label="Time", help_text="For example 14:15. Leave it empty where none is known."
    )
    event = long_text(5, label="What happened")
    source = forms.CharField(required=False, label="Source")
    action = long_text(3, required=False, label="Response")


class OrderForm(GovukForm):
    """The answer to the one question about a column that seems to put the month first."""

    order = radios(
        [
            (DAY_FIRST, "The day comes first, as in 27/3/2019"),
            (MONTH_FIRST, "The month comes first, as in 3/27/2019"),
            ("untold", "It cannot be told: leave the doubt beside each date"),
        ],
        label="In which order are these dates written?",
        error_messages={"required": "Choose the order in which these dates are written."},
    )

    @classmethod
    def about(cls, number: int, question: Mapping[str, Any]) -> OrderForm:
        """The form for one of several questions of a page, with its answer chosen where there is one."""
        answer = "untold" if question["answer"] == UNTOLD else question["answer"]
        return cls(initial={"order": answer}, auto_id=f"id_{number}_%s")

    def clean_order(self) -> str:
        """The answer as the reader takes it."""
        said: str = self.cleaned_data["order"]
        return UNTOLD if said == "untold" else said


class RepeatsForm(GovukForm):
    """The one answer for every row that repeats an entry of the return; without one, what is there stays."""

    repeats = radios(
        [
            (KEEP, "Keep what is there and leave the repeats out"),
            (REPLACE, "Replace what is there by the rows of this file"),
            (ADD, "Add them all the same"),
        ],
        label="What should become of the rows that repeat entries?",
        help_text="One answer for all of them. Every other row is imported whatever you choose, and undoing the import brings back what was replaced.",
        initial=KEEP,
        required=False,
    )

    def clean_repeats(self) -> str:
        """The answer, or the one that changes nothing."""
        return self.cleaned_data["repeats"] or KEEP


class EntryForm(GovukForm):
    """One entry typed by hand."""

    date_text = forms.CharField(
        max_length=200, label="Date and time", help_text="For example 27/3/2019 14:15, March 2019, about 2016."
    )
    event = long_text(3, label="What happened")
    action = long_text(2, required=False, label="Response")
    source = forms.CharField(max_length=200, required=False, label="Source", help_text="Where this is recorded.")
    seen = radios(SEEN, required=False, label="Was the child or adult seen?")


class CorrectionForm(GovukForm):
    """An entry of the return, put right."""

    date_text = forms.CharField(max_length=200, required=False, label="Date")
    time_text = forms.CharField(max_length=60, required=False, label="Time")
    event = long_text(5, label="What happened")
    action = long_text(3, required=False, label="Response")
    source = forms.CharField(required=False, label="Source", help_text="Where this is recorded.")
    seen = radios(SEEN, required=False, label="Was the child or adult seen?")
    why_corrected = forms.CharField(
        max_length=300,
        label="Why is it corrected?",
        help_text="For example: a slip of the pen; the record says otherwise.",
    )

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the entry, as a line has them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "why_corrected"}

    @property
    def why(self) -> str:
        """The reason."""
        return str(self.cleaned_data["why_corrected"])
