"""The base of every form: fields drawn as GOV.UK draws them, errors as one sentence each, stale forms noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, cast

from django import forms
from django.forms.renderers import TemplatesSetting
from django.http import QueryDict
from django.utils import timezone

from scr_portal.lib.records import stamp

TEXT_WIDGETS = (forms.TextInput, forms.EmailInput, forms.NumberInput, forms.PasswordInput, forms.URLInput)


class GovukRenderer(TemplatesSetting):
    """Draws forms, fields and widgets from templates/forms/."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"


class DateInput(forms.DateInput):
    """A day typed as day/month/year in one box: quicker than three boxes for people who type dates all day."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            attrs={"class": "govuk-input--width-10", "inputmode": "numeric", **(attrs or {})}, format="%d/%m/%Y"
        )


class DayField(forms.DateField):
    """A day, day-first always; also "12 March 2019" and 2019-03-12."""

    widget = DateInput
    default_error_messages = {"invalid": "Enter a real date, such as 27/3/2024."}
    formats = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "For example, 27/3/2024")
        super().__init__(input_formats=self.formats, **kwargs)


class PastDay(DayField):
    """A day that has been; `early` is the sentence for one that has not come yet."""

    def __init__(self, *, early: str = "That day has not come yet: check it.", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.early = early

    def clean(self, value: Any) -> Any:
        """The day. Raises ValidationError for one that has not come yet."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError(self.early)
        return day


class GovukForm(forms.Form):
    """Plain forms of the portal. A field marked `optional` in its label needs no star: required is the rule."""

    use_required_attribute = False
    # A long form in parts: the legend of each, and the names of its fields. Empty: one part without a legend.
    in_parts: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)

    def clean(self) -> dict[str, Any]:
        """Name the field in the sentence where Django's own says only that it is required."""
        cleaned = super().clean() or {}
        for name, errors in self.errors.items():
            field = self.fields.get(name)
            for error in errors.as_data() if field is not None else ():
                if error.code == "required" and error.message == forms.Field.default_error_messages["required"]:
                    error.message = f"Answer “{field.label or name}”." if field is not None else error.message
        return cleaned

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The legend and the visible fields of each part; a field that no part names stands in the last one."""
        named = {name for _, names in self.in_parts for name in names}
        found = [(legend, [self[name] for name in names if name in self.fields]) for legend, names in self.in_parts]
        if found:
            found[-1][1].extend(field for field in self.visible_fields() if field.name not in named)
        return found

    @property
    def error_items(self) -> list[dict[str, str]]:
        """What the error summary lists: each sentence with a link to its field."""
        return [
            {"text": str(error), "href": f"#{self.target(name)}"}
            for name, errors in self.errors.items()
            for error in errors
        ]

    def target(self, name: str) -> str:
        """The id of the element that a sentence about field `name` leads to: the first of several boxes to tick."""
        if name not in self.fields:
            return "content"
        field = self[name]
        widget = field.field.widget
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return f"{field.auto_id}_0"
        return field.id_for_label or str(field.auto_id)


class ComparingForm(GovukForm):
    """A form that changes what is kept, and carries in the field `mark` what it was opened on: a later save is noticed."""

    mark: ClassVar[str]

    @property
    def values(self) -> dict[str, Any]:
        """What was entered, without the mark."""
        return {name: value for name, value in self.cleaned_data.items() if name != self.mark}

    def compare(self, standing: Mapping[str, Any], mark: str, sentence: str) -> None:
        """Say that something changed meanwhile, and beside each box what stands there now where it is something else.

        `standing`: field → value. What was typed stays, and with the mark of what stands now saving again goes through.
        """
        for name, value in standing.items():
            now = shown(self.fields[name], value)
            if now != shown(self.fields[name], self.cleaned_data.get(name)):
                self.fields[name].stands_now = now  # type: ignore[attr-defined]
        sent = cast(QueryDict, self.data).copy()
        sent[self.add_prefix(self.mark)] = mark
        self.data = sent
        self.add_error(None, sentence)


class RecordForm(ComparingForm):
    """A form that changes a record: carries the version that was opened."""

    mark = "seen_version"
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, record: Any = None, **kwargs: Any) -> None:
        if record is not None:
            initial = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
            kwargs["initial"] = {**initial, "seen_version": record.version, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def as_it_stands(self, record: Any) -> dict[str, Any]:
        """Field → what stands there in a record, of those that the record has under the same name."""
        return {name: getattr(record, name) for name in self.fields if hasattr(record, name)}

    def stale(self, current: Any, sentence: str) -> None:
        """Say that the record changed meanwhile; `current` is the record as it is now."""
        self.compare(self.as_it_stands(current), str(current.version), sentence)


class StampedForm(ComparingForm):
    """A form over several rows, or over what has no version: carries a stamp of what stood there when it was opened."""

    mark = "seen"
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, standing: Mapping[Any, Any], **kwargs: Any) -> None:
        kwargs["initial"] = {**(kwargs.get("initial") or {}), "seen": stamp(standing)}
        super().__init__(*args, **kwargs)

    def as_it_stands(self, standing: Mapping[Any, Any]) -> dict[str, Any]:
        """Field → what stands there; here the names of the fields are those that the stamp is made of."""
        return {name: standing[name] for name in self.fields if name in standing}

    def stale(self, standing: Mapping[Any, Any], sentence: str) -> None:
        """Say that something changed meanwhile; `standing` is what stands now."""
        self.compare(self.as_it_stands(standing), stamp(standing), sentence)


def shown(field: forms.Field, value: Any) -> str:
    """A value of a record or of a form as a person reads it: labels for choices, days as they are typed."""
    if hasattr(value, "all"):
        value = [*value.all()]
    if isinstance(value, list | tuple | set):
        return "\n".join(shown(field, each) for each in value) or NOTHING
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if not isinstance(field, forms.ModelChoiceField):
        value = field.prepare_value(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        value = {str(key): label for key, label in cast(Any, field.choices)}.get(str(value), value)
    return (
        str(field.widget.format_value(value) if isinstance(value, date) else "" if value is None else value) or NOTHING
    )


NOTHING = "nothing"


def dress(field: forms.Field) -> None:
    """Give a field's widget the classes that GOV.UK's style sheet knows."""
    widget = field.widget
    css = widget.attrs.get("class", "")
    if isinstance(widget, forms.Textarea):
        widget.attrs.setdefault("rows", 5)
        css = f"govuk-textarea {css}"
    elif isinstance(widget, forms.CheckboxInput):
        css = f"govuk-checkboxes__input {css}"
    elif isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return  # Their templates carry the classes, one by one.
    elif isinstance(widget, forms.Select):
        css = f"govuk-select {css}"
    elif isinstance(widget, forms.FileInput):
        css = f"govuk-file-upload {css}"
    elif isinstance(widget, (*TEXT_WIDGETS, forms.DateInput)):
        css = f"govuk-input {css}"
    widget.attrs["class"] = css.strip()


def radios(choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """One choice of a few, all of them in sight."""
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **kwargs)


def long_text(rows: int = 5, **kwargs: Any) -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
