"""Forms of training: courses, sessions, who came, what people said before and after, what agencies do differently since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from rapidfuzz import fuzz, process

from agencies.chronology.headings import normal
from agencies.models import Agency
from findings.attendance_sheet import level
from findings.models import AttendanceFile, Course, Finding, Practice, Recommendation, TrainingSession
from findings.models.audience import Level
from reviews.models import Board, Review
from scr_portal.lib.forms import DayField, GovukForm, RecordForm, dress, long_text, radios
from scr_portal.lib.uploads import UploadField

MOST_QUESTIONS = 5
NEAR = 85  # of 100: so alike that the name of the directory is shown beside the words of the file
LEFT_OUT = "none"
FEW = {"class": "govuk-input--width-5"}


def several(**kwargs: Any) -> Any:
    """Records to tick; the form says which."""
    return forms.ModelMultipleChoiceField(queryset=None, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)


class CourseForm(RecordForm):
    """What is taught, and what people judge before and after."""

    title = forms.CharField(max_length=160, label="Title of the course")
    about = long_text(
        4,
        required=False,
        label="What it teaches",
        help_text="Everybody on the board reads it. Name nobody of the case.",
    )
    questions = long_text(
        5, required=False, label="Statements that people agree with or not, before and after",
        help_text="One on each line, five at most. For example: I know whom to ring about a second concern.",
    )  # fmt: skip
    ask_after = forms.IntegerField(
        min_value=1, max_value=24, initial=3, label="After how many months are agencies asked what they do differently?",
        widget=forms.NumberInput(attrs=FEW),
    )  # fmt: skip

    def __init__(self, *args: Any, record: Course | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {"questions": "\n".join(record.questions)}
        super().__init__(*args, record=record, **kwargs)

    def clean_questions(self) -> list[str]:
        """The statements. Raises ValidationError for more than can be asked in two minutes."""
        found = [line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()]
        if len(found) > MOST_QUESTIONS:
            raise forms.ValidationError("Five statements at most: people answer them in two minutes.")
        return found


class CourseLinkForm(GovukForm):
    """Which findings and recommendations of a review a course answers."""

    course: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Course", empty_label="Choose a course"
    )
    findings = several(label="Findings that it teaches")
    recommendations = several(label="Recommendations that it answers")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "course": Course.objects.filter(board=review.board_id),
            "findings": Finding.objects.filter(review=review),
            "recommendations": Recommendation.objects.filter(review=review),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        told: Any = self.fields["recommendations"]
        told.label_from_instance = lambda each: f"{each}: {each.text}"


class SessionForm(RecordForm):
    """One session of a course."""

    held_on = DayField(label="Day")
    online = forms.BooleanField(required=False, label="It is online")
    place = forms.CharField(required=False, max_length=160, label="Place", help_text="Empty where it is online only.")
    places = forms.IntegerField(
        required=False, min_value=1, max_value=100_000, label="Places", widget=forms.NumberInput(attrs=FEW)
    )
    trainer = forms.CharField(max_length=160, label="Who teaches it")


class AttendeesForm(GovukForm):
    """People of one agency, level and role who came."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label="Agency", empty_label="Choose an agency"
    )
    level = radios(Level.choices, label="At which level they work")
    role = forms.CharField(
        required=False, max_length=120, label="Role", help_text="A role such as social worker, never a name."
    )
    number = forms.IntegerField(
        min_value=1, max_value=100_000, label="How many came", widget=forms.NumberInput(attrs=FEW)
    )

    def __init__(self, *args: Any, session: TrainingSession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(board=session.board, active=True)  # type: ignore[attr-defined]


class AttendanceFileForm(GovukForm):
    """An attendance sheet, as the trainer has it."""

    file = UploadField(
        label="Attendance sheet",
        help_text="Excel, Word, OpenDocument, CSV or PDF, up to 5 MB, with a heading above each column.",
        error_messages={"required": "Choose the file that says who came."},
    )
    agency = forms.CharField(
        required=False, max_length=60, label="Heading of the column of agencies", help_text="Only where it is not found by itself."
    )  # fmt: skip
    role = forms.CharField(
        required=False, max_length=60, label="Heading of the column of roles", help_text="Only where it is not found by itself."
    )  # fmt: skip


class AttendanceWordsForm(GovukForm):
    """Which agency each name in a sheet means, and at which level each role works."""

    def __init__(self, *args: Any, file: AttendanceFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = {str(each.pk): each for each in Agency.objects.filter(board=file.board, active=True)}
        self.agencies, self.roles = list(file.people("agency")), list(file.people("role"))
        for number, (words, people) in enumerate(file.people("agency").items()):
            self.fields[f"agency-{number}"] = self.which(words, people)
        known = roles_before(file.board)
        for number, (words, people) in enumerate(file.people("role").items()):
            said = f"“{words}”" if words else "somebody whose role is not written"
            self.fields[f"role-{number}"] = forms.ChoiceField(
                choices=Level.choices, initial=known.get(normal(words)) or level(words), help_text=came(people),
                label=f"At which level does {said} work?",
            )  # fmt: skip
        for field in self.fields.values():
            dress(field)

    def which(self, words: str, people: int) -> forms.ChoiceField:
        """The question which agency is meant; the directory’s own name is chosen already, a like one is shown."""
        names = {key: (normal(each.name), normal(each.short_name)) for key, each in self.directory.items()}
        same = next((key for key, said in names.items() if words and normal(words) in said), "")
        like = process.extractOne(words, [each.name for each in self.directory.values()], scorer=fuzz.WRatio) if words and not same else None  # fmt: skip
        near = f" The nearest name in the directory is {like[0]}." if like and like[1] >= NEAR else ""
        said = f"“{words}”" if words else "the rows without one"
        return forms.ChoiceField(
            choices=[("", "Choose an agency"), *((key, each.name) for key, each in self.directory.items()), (LEFT_OUT, "Not in the directory: leave these out")],
            initial=same, help_text=came(people) + near, label=f"Which agency is {said}?",
            error_messages={"required": f"Choose which agency {said} is, or that these are left out."},
        )  # fmt: skip

    @property
    def settled(self) -> dict[str, Any]:
        """What every word means, as the verb takes it."""
        said = self.cleaned_data
        return {
            "agencies": {words: self.directory.get(said[f"agency-{n}"]) for n, words in enumerate(self.agencies)},
            "levels": {words: said[f"role-{n}"] for n, words in enumerate(self.roles)},
        }


def came(people: int) -> str:
    """How many a word counts."""
    return f"{people} {'person' if people == 1 else 'people'}."


def roles_before(board: Board) -> Mapping[str, str]:
    """Role → level, as the board said it for the last sheets."""
    files = AttendanceFile.objects.filter(session__course__board=board).exclude(answers={}).order_by("-pk")[:20]
    found: dict[str, str] = {}
    for file in files:
        for role, said in file.answers["levels"].items():
            found.setdefault(normal(role), said)
    return found


class AnswersForm(RecordForm):
    """How many agreed with each statement, before and after."""

    def __init__(self, *args: Any, session: TrainingSession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = session.version
        self.asked = [
            [f"{name}-{number}" for name in ("agreed-before", "not-before", "agreed-after", "not-after")]
            for number, _ in enumerate(session.course.questions)
        ]
        words = ("Before: agreed", "Before: did not", "After: agreed", "After: did not")
        for number, names in enumerate(self.asked):
            kept = session.answers[number] if session.answers else [None] * 4
            for name, label, value in zip(names, words, kept, strict=True):
                self.fields[name] = forms.IntegerField(
                    min_value=0, max_value=100_000, initial=value, label=label, widget=forms.NumberInput(attrs=FEW),
                    error_messages={"required": f"Enter a number for “{label}”; 0 where there was nobody."},
                )  # fmt: skip
                dress(self.fields[name])
        self.in_parts = tuple(zip(session.course.questions, map(tuple, self.asked), strict=True))  # type: ignore[misc]

    @property
    def answers(self) -> list[list[int]]:
        """Four numbers for each statement."""
        return [[self.cleaned_data[name] for name in names] for names in self.asked]


class PracticeForm(RecordForm):
    """Two minutes: what an agency does differently since a session."""

    differs = radios(Practice.Differs.choices, label="Does your agency do anything differently since?")
    what = long_text(
        3, label="What is done differently, or what stands in the way", help_text="One or two sentences. Name nobody."
    )
    shown_by = long_text(
        2, required=False, label="How do you know?", help_text="For example, an audit, supervision, what people say."
    )
