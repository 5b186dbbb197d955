"""Keeping the filters of the merged chronology under a name, and asking for what was kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from findings.forms.chronology import FilterForm
from findings.models import SavedView
from reviews.models import Review
from scr_portal.lib.forms import RecordForm
from scr_portal.lib.refs import key


class SavedViewForm(RecordForm):
    """The name of a view, and who opens it."""

    name = forms.CharField(
        max_length=80, label="Name of the view", help_text="Such as “Missed visits in 2019”. Name nobody."
    )
    shared = forms.BooleanField(required=False, label="Share it with the review’s panel", help_text="Then each of them can open it, rename it and delete it.")  # fmt: skip


def asking(request: HttpRequest, review: Review, *, named: bool = False) -> FilterForm:
    """The filters that an address asks for: its own, or with ?view= those of a view that the person may open."""
    if not request.GET.get("view"):
        return FilterForm(request.GET, review=review, named=named)
    known = SavedView.objects.visible_to(request.user).filter(review=review)
    view = known.filter(pk=key(request.GET["view"])).first()
    said = QueryDict(mutable=True)
    for name, values in (view.asked if view else {}).items():
        said.setlist(name, values)
    said["on"] = request.GET.get("on", "")
    form = FilterForm(said, review=review, named=named)
    form.view, form.view_gone = view, view is None
    return form


def kept(form: FilterForm) -> dict[str, list[str]]:
    """What a view keeps of the filters: each field in which something was chosen, as the address carries it."""
    said: Any = form.data
    found = {name: [value for value in said.getlist(name) if value] for name in form.fields if name != "on"}
    return {name: values for name, values in found.items() if values}
