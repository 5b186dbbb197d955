"""Narrowing the merged chronology, and marking what is in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import prefetch_related_objects

from agencies.models import Entry
from findings.merged import Filters
from findings.models import Mark, SavedView, Theme
from findings.naming import called
from findings.paging import beginning
from reviews.models import Person, Review
from scr_portal.lib.forms import DayField, GovukForm, long_text, radios

PRECISIONS = [
    ("", "Any"),
    ("day", "Day"),
    ("month", "Month"),
    ("year", "Year"),
    ("range", "Range"),
    ("unknown", "Undated"),
]
SEEN = [("", "Any"), *Entry.Seen.choices, ("unsaid", "Not said")]
GONE = "This asks for something that is no longer in this review, so it was left out: choose again."
NAMING = [("", "Any"), ("undecided", "Somebody has to decide")]


class FilterForm(GovukForm):
    """What to show. Every field may stay empty."""

    words = forms.CharField(required=False, label="Words", help_text="All of them, or parts of them; a “phrase” as it stands", max_length=200)  # fmt: skip
    agency = forms.MultipleChoiceField(required=False, label="Agencies", widget=forms.CheckboxSelectMultiple)
    first = DayField(required=False, label="From", help_text="")
    last = DayField(required=False, label="To", help_text="")
    theme = forms.ChoiceField(required=False, label="Theme")
    mark = forms.ChoiceField(required=False, label="Marked as", choices=[("", "Any"), *Mark.Kind.choices])
    precision = forms.ChoiceField(required=False, label="Date known to the", choices=PRECISIONS)
    seen = forms.ChoiceField(required=False, label="Child or adult", choices=SEEN)
    person = forms.MultipleChoiceField(required=False, label="People", help_text="Entries in which all who are ticked are named", widget=forms.CheckboxSelectMultiple)  # fmt: skip
    naming = forms.ChoiceField(required=False, label="Who is named", choices=NAMING)
    on = forms.CharField(required=False, label="Begin at", help_text="A day, a month or a year", max_length=60)

    # The saved view that these filters come from; `view_gone` where one was asked for that cannot be opened.
    view: SavedView | None = None
    view_gone = False

    def __init__(self, *args: Any, review: Review, named: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prefetch_related_objects([review], "people")  # Ages and covers of names need them again.
        people = [each for each in review.people.all() if each.kind == Person.Kind.PERSON]
        self.fields["person"].choices = [(each.pk, called(each, named=named)) for each in people]  # type: ignore[attr-defined]
        for name in ("person", "agency", "theme"):
            self.fields[name].error_messages["invalid_choice"] = GONE
        agencies = [(request.agency_id, request.agency.label) for request in review.requests.select_related("agency")]
        themes = Theme.objects.filter(board=review.board, active=True)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", "Any"), *((theme.pk, theme.name) for theme in themes)]  # type: ignore[attr-defined]

    def clean_on(self) -> str:
        text: str = self.cleaned_data["on"]
        if text and not beginning(text):
            raise forms.ValidationError("Begin at a day, a month or a year, such as 27/3/2019, March 2019 or 2019.")
        return text

    @property
    def filters(self) -> Filters:
        """What was asked; a field that does not read is left out, and its error says so."""
        said = self.cleaned_data if self.is_valid() or hasattr(self, "cleaned_data") else {}
        return Filters(
            agencies=tuple(int(pk) for pk in said.get("agency", ())), first=said.get("first"), last=said.get("last"),
            theme=int(said["theme"]) if said.get("theme") else None, mark=said.get("mark", ""),
            precision=said.get("precision", ""), words=said.get("words", ""), seen=said.get("seen", ""),
            people=tuple(int(pk) for pk in said.get("person", ())), naming=said.get("naming", ""),
        )  # fmt: skip


class MarkForm(GovukForm):
    """What the reader saw in an entry."""

    kind = radios(Mark.Kind.choices, label="Mark it as")
    theme = forms.ModelChoiceField(
        queryset=Theme.objects.none(), required=False, label="Theme", empty_label="Choose a theme"
    )
    note = long_text(3, required=False, label="What you saw in it")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = Theme.objects.filter(board=review.board, active=True)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Mark.Kind.THEME and not cleaned.get("theme"):
            self.add_error("theme", "Choose the theme.")
        if cleaned.get("kind") == Mark.Kind.NOTE and not cleaned.get("note"):
            self.add_error("note", "Write the note.")
        if cleaned.get("kind") not in {None, Mark.Kind.THEME}:
            cleaned["theme"] = None
        return cleaned
