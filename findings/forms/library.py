"""Published reviews, what they found and recommended, searches that are kept, and places for further study."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from findings.models import Lesson, LibraryReview, Theme
from reviews.models import Board
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, long_text, radios
from scr_portal.lib.uploads import UploadField

FIRST_YEAR = 1970


def themes_field(help_text: str) -> forms.ModelMultipleChoiceField:
    """The board's themes, any number of them."""
    return forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Themes", widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


def address_field(label: str, *, required: bool) -> forms.URLField:
    """An address on the web, checked for its form."""
    wrong = {"invalid": "Enter a whole address, such as https://www.example.org/report.pdf."}
    return forms.URLField(required=required, label=label, assume_scheme="https", max_length=400, error_messages=wrong,
                          help_text="The portal checks its form and never opens it.")  # fmt: skip


class WithThemes(RecordForm):
    """A record that bears themes of a board."""

    def __init__(self, *args: Any, board: Board, record: Any = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {"themes": record.themes.all()}
        super().__init__(*args, record=record, **kwargs)
        self.fields["themes"].queryset = Theme.objects.filter(board=board, active=True)  # type: ignore[attr-defined]


class LibraryReviewForm(WithThemes):
    """A published review: who published what and when, what it is about, and its words."""

    title = forms.CharField(max_length=200, label="Title", help_text="As it was published, such as “Child K”.")
    publisher = forms.CharField(max_length=160, label="Published by", help_text="The board or partnership.")
    regime = forms.ChoiceField(label="Kind of review", choices=LibraryReview.Regime.choices)
    year = forms.IntegerField(label="Year of publication", widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}))  # fmt: skip
    published_on = DayField(required=False, label="Day of publication")
    harm = forms.ChoiceField(label="Harm that it is mostly about", choices=LibraryReview.Harm.choices)
    age = forms.ChoiceField(label="Age of the person", choices=LibraryReview.Age.choices)
    themes = themes_field("It is found under each of them.")
    link = address_field("Where it is published", required=False)
    text = long_text(
        12, required=False, label="Full text", help_text="Searches look in it. Paste what was published, and nothing that was not."
    )  # fmt: skip

    def clean_year(self) -> int:
        """A year in which a review can have been published."""
        year: int = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= timezone.localdate().year:
            raise forms.ValidationError(f"Enter a year from {FIRST_YEAR} to {timezone.localdate().year}.")
        return year

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, year = cleaned.get("published_on"), cleaned.get("year")
        if day and year and day.year != year:
            self.add_error("published_on", f"That day is not in {year}: correct the day or the year.")
        return cleaned


class LibraryFileForm(GovukForm):
    """A published review as a file."""

    file = UploadField(label="File", help_text="A PDF with text, or a Word document (.docx), up to 60 MB.")


class TakeOutForm(GovukForm):
    """Why a review leaves the library."""

    why = long_text(3, label="Why does it leave the library?", help_text="Such as: its board has taken it down.")


class LessonForm(WithThemes):
    """A finding or recommendation, and what became of it."""

    kind = radios(Lesson.Kind.choices, label="What is it?", initial=Lesson.Kind.RECOMMENDATION)
    number = forms.CharField(required=False, max_length=12, label="Number", widget=forms.TextInput(attrs={"class": "govuk-input--width-4"}))  # fmt: skip
    text = long_text(5, label="Its words")
    themes = themes_field("What it is about.")
    answer = forms.ChoiceField(required=False, label="Was it accepted?", choices=Lesson.Answer.choices)
    outcome = long_text(3, required=False, label="What became of it")


class SavedSearchForm(GovukForm):
    """The name of a search."""

    name = forms.CharField(
        max_length=80, label="Name of the search", help_text="Such as “Bruising in babies since 2020”."
    )


class StudyForm(RecordForm):
    """A place for further study."""

    title = forms.CharField(max_length=160, label="What it is called")
    link = address_field("Its address", required=True)
    about = forms.CharField(required=False, max_length=240, label="What is found there")
    active = forms.BooleanField(required=False, initial=True, label="Show it on the page of the library")
