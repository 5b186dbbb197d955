"""Entries of the people register, and what they are to each other."""

from __future__ import annotations

from typing import Any

from django import forms
from stdnum.exceptions import ValidationError as NotANumber
from stdnum.gb import nhs

from reviews import evidence_date
from reviews.evidence_date import FuzzyDate
from reviews.kinship import CHOICES
from reviews.models import Person, Relation, Review
from scr_portal.lib.forms import PastDay, RecordForm, long_text

SUCH_AS = "As far as it is known: 27/3/2024, March 2019, 1985 or about 1985."


class EvidenceDateField(forms.CharField):
    """A date as it is known: a day, a month, a year, a span, or about when. Gives what was understood, or None."""

    def __init__(self, *, undated: bool = False, **kwargs: Any) -> None:
        super().__init__(max_length=60, required=False, **{"help_text": SUCH_AS, **kwargs})
        self.undated = undated
        self.widget.attrs["class"] = "govuk-input--width-20"

    def prepare_value(self, value: Any) -> Any:
        """The words that stand in the box."""
        return value.text if isinstance(value, FuzzyDate) else value

    def clean(self, value: Any) -> Any:
        """The date. Raises ValidationError, in one sentence, for what is none."""
        text = super().clean(value).strip()
        if not text:
            return None
        found = evidence_date.read(text)
        if self.undated and [each.kind for each in found.problems] == ["undated"]:
            return found
        if wrong := evidence_date.problem(found):
            raise forms.ValidationError(wrong)
        return found


class PersonForm(RecordForm):
    """An entry of the people register."""

    in_parts = (
        ("Who or what it is", ("kind", "part", "relation", "role_code", "agency")),
        ("Published name", ("pseudonym", "pseudonym_chosen_by", "pseudonym_chosen_on", "naming_wish")),
        ("Real name", ("title", "given", "middle", "surname", "former_surname", "aliases", "name")),
        ("Particulars", ("sex", "born", "died", "nhs_number")),
    )

    kind = forms.ChoiceField(choices=Person.Kind.choices, label="What it is")
    part = forms.ChoiceField(
        choices=Person.Part.choices,
        label="Part in the review",
        help_text="Each child or adult whom the review is about is a subject of it.",
    )
    pseudonym = forms.CharField(
        max_length=80, label="Published name", help_text="Such as Child A, Ms D, Social Worker 1, Primary School 1."
    )
    pseudonym_chosen_by = forms.CharField(max_length=120, required=False, label="Who chose the published name")
    pseudonym_chosen_on = PastDay(required=False, label="When they chose it")
    naming_wish = long_text(
        2,
        required=False,
        label="What they or their family wish about the name",
        help_text="Such as a first name that they would like to be used. It is kept with the real names.",
    )
    relation = forms.CharField(
        max_length=120,
        required=False,
        label="Relation or role",
        help_text="Such as mother, half-brother, health visitor.",
    )
    role_code = forms.CharField(
        max_length=20, required=False, label="Role code", help_text="For a professional, such as SW1 or HV2."
    )
    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="None, or not known", help_text="For a professional."
    )
    title = forms.CharField(max_length=20, required=False, label="Title", help_text="Such as Mrs, Dr, PC.")
    given = forms.CharField(max_length=80, required=False, label="Given name")
    middle = forms.CharField(max_length=80, required=False, label="Middle names")
    surname = forms.CharField(max_length=80, required=False, label="Surname")
    former_surname = forms.CharField(max_length=80, required=False, label="Former surname")
    name = forms.CharField(
        max_length=160,
        required=False,
        label="Whole name",
        help_text="For a school, street, hospital, service or place.",
    )
    aliases = forms.CharField(
        required=False, label="Also known as", help_text="Nicknames and other names, separated by commas."
    )
    sex = forms.ChoiceField(choices=Person.Sex.choices, required=False, label="Sex")
    born = EvidenceDateField(label="Date of birth")
    died = EvidenceDateField(
        label="Date of death",
        undated=True,
        help_text="“Not known” for somebody who has died, nobody knows when. " + SUCH_AS,
    )
    nhs_number = forms.CharField(
        max_length=20, required=False, label="NHS number", help_text="Ten digits. It is kept with the real names."
    )

    def __init__(self, *args: Any, review: Review, record: Person | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {
                "aliases": ", ".join(record.aliases), "nhs_number": record.nhs_number_in_groups,
                **{name: found for name in ("born", "died") if (found := getattr(record, name)).text},
            }  # fmt: skip
        super().__init__(*args, record=record, **kwargs)
        self.fields["agency"].queryset = review.board.agencies.all()  # type: ignore[attr-defined]

    def clean_aliases(self) -> list[str]:
        """The names as a list."""
        return [alias.strip() for alias in self.cleaned_data["aliases"].split(",") if alias.strip()]

    def clean_nhs_number(self) -> str:
        """The ten digits, whose last one proves the others."""
        given = self.cleaned_data["nhs_number"].strip()
        try:
            return str(nhs.validate(given)) if given else ""
        except NotANumber:
            raise forms.ValidationError(
                f"“{given}” is not an NHS number, because its digits do not prove each other: check it."
            ) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        person = cleaned.get("kind") == Person.Kind.PERSON
        if person and not (cleaned.get("given") or cleaned.get("surname")):
            self.add_error("given", "Enter a given name or a surname, so that the report can be made anonymous.")
        if not person and not cleaned.get("name"):
            self.add_error("name", "Enter the whole name, so that the report can be made anonymous.")
        born, died = cleaned.get("born"), cleaned.get("died")
        if born and died and not evidence_date.possible(born, died):
            self.add_error("died", "The date of death is before the date of birth: check both.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What was entered, each date as its columns."""
        said = super().values
        for name in ("born", "died"):
            said |= evidence_date.split(name, said.pop(name))
        return said


class RelationForm(RecordForm):
    """What one entry of the register is to another."""

    first: forms.ModelChoiceField = forms.ModelChoiceField(queryset=None, label="Who", empty_label="Choose")
    kind = forms.ChoiceField(
        choices=CHOICES,
        label="Is the",
        help_text="Read it as a sentence: who is the parent by birth of whom. “Lives at” leads to an address of the register.",
    )
    second: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Of whom, or where", empty_label="Choose"
    )
    since = EvidenceDateField(label="From")
    until = EvidenceDateField(label="Until", help_text="Leave it empty where it goes on. " + SUCH_AS)
    certainty = forms.ChoiceField(
        choices=Relation.Certainty.choices, label="How sure is it", initial=Relation.Certainty.KNOWN
    )
    note = long_text(2, required=False, label="Note", help_text="Where this is known from. Use published names.")
    confirmed = forms.BooleanField(required=False, label="A second mother or father by birth is no mistake")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].queryset = review.people.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and not evidence_date.possible(since, until):
            self.add_error("until", "It ends before it begins: check both dates.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """What was entered, with the dates as they were given."""
        said = super().values
        for name in ("since", "until"):
            found = said.pop(name)
            said[f"{name}_text"] = found.text if found else ""
        return said


class RelationChangeForm(RelationForm):
    """What one is to another; or no longer in the register."""

    removed = forms.BooleanField(required=False, label="Take this relation out: it was recorded by mistake")
