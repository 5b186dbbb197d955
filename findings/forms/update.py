"""Many actions of one agency, reported on together: one row each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from agencies.models import Agency
from findings.models import Action
from reviews.access import boards_where
from scr_portal.lib.forms import GovukForm, PastDay


class RowForm(GovukForm):
    """How one action is going, a line on what was done, and the day on which it was done."""

    rag = forms.ChoiceField(required=False, label="How it is going")
    note = forms.CharField(required=False, label="What was done", max_length=1000)
    done_on = PastDay(
        required=False,
        label="Done on",
        help_text="",
        early="That day has not come yet: leave it empty until it is done.",
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"action-{action.pk}", **kwargs)
        self.action = action
        now = action.board.legend.get(action.rag)
        colours = [(key, colour.label) for key, colour in action.board.legend.items()]
        self.fields["rag"].choices = [("", f"Still {now.label.lower()}" if now else "Not said"), *colours]  # type: ignore[attr-defined]
        name = f"action {action.recommendation.number}.{action.number} of {action.review.ref}"
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}: {name}"
        self.fields["done_on"].widget.attrs["class"] += " govuk-input--width-5"

    @property
    def touched(self) -> bool:
        """Whether anything was entered."""
        return any(self[name].data for name in self.fields)

    def clean(self) -> dict[str, Any]:
        """A row that was begun says what was done."""
        cleaned = super().clean()
        if self.touched and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", "Say in a line what was done.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """As the verb takes them."""
        said = self.cleaned_data
        return {"note": said["note"], "rag": said["rag"], "done": bool(said["done_on"]), "done_on": said["done_on"]}


class Rows:
    """The rows of one page. `saved` are the keys of the actions whose rows were kept; the others stay as typed."""

    def __init__(self, actions: Iterable[Action], data: Mapping[str, Any] | None = None) -> None:
        self.forms = [RowForm(data, action=action) for action in actions]
        self.saved: set[int] = set()

    @property
    def begun(self) -> list[RowForm]:
        """The rows in which something was entered."""
        return [form for form in self.forms if form.is_bound and form.touched]

    @property
    def errors(self) -> bool:
        """Whether a row that was begun could not be kept."""
        return any(form.errors for form in self.begun if form.action.pk not in self.saved)

    @property
    def error_items(self) -> list[dict[str, str]]:
        """What the error summary lists, each with the action that it is about."""
        return [
            {**item, "text": f"Action {form.action.recommendation.number}.{form.action.number}: {item['text']}"}
            for form in self.begun
            for item in form.error_items
        ]

    def kept(self, form: RowForm) -> None:
        """A row was kept: it stands empty again, beside what is now known of its action."""
        self.saved.add(form.action.pk)
        form.action.refresh_from_db(fields=["status", "rag", "last_word_on", "done_on"])
        self.forms[self.forms.index(form)] = RowForm(action=form.action)


class AgencyForm(GovukForm):
    """Whose actions: for those who may report for several agencies."""

    agency: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Agency", empty_label="Choose an agency"
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boards = boards_where(user, "action.update")
        self.fields["agency"].queryset = Agency.objects.filter(board__in=boards, active=True)  # type: ignore[attr-defined]
