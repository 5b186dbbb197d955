"""The admin holds reference data only: boards and their settings. Case records are never in it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from reviews.forms.board import BoardForm, legend_fields, local_fields, rule_sets
from reviews.models import Board
from reviews.services.events import record


class ReferenceData(admin.ModelAdmin):
    """Reference data in the admin: each change leaves its event, and nothing is deleted there."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, and keep on record which fields differ."""
        super().save_model(request, obj, form, change)
        board, facts = (obj if isinstance(obj, Board) else obj.board), {"fields": form.changed_data}
        if change:
            record(request.user, "reference_data.changed", obj, board=board, facts=facts)
        else:
            record(request.user, "reference_data.added", obj, board=board, facts=facts)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Cases name it: it is switched off, not removed."""
        return False


@admin.register(Board)
class BoardAdmin(ReferenceData):
    """Boards and their settings, with the labels and the lengths of local clocks that are their own."""

    list_display = ("name", "area")
    form = BoardForm
    exclude = ("labels", "clock_lengths", "rag_legend")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form with a field for all that the board's own rule sets leave to it."""
        kwargs["form"] = type("BoardForm", (BoardForm,), local_fields(obj) | legend_fields())
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The board itself, then for each rule set its local clocks and its labels."""
        names = [str(name) for name in self.get_fields(request, obj)]
        own = [name for name in names if "~" not in name and not name.startswith("legend_")]
        legend = [name for name in names if name.startswith("legend_")]
        parts: list[Any] = [(None, {"fields": own}), ("What the colours of actions mean", {"fields": legend})]
        for rules in rule_sets(obj):
            for kind, title in (("~length~", "local clocks"), ("~label~", "labels")):
                kinds = (kind, "~unit~") if kind == "~length~" else (kind,)
                fields = [
                    name for name in names if name.startswith(rules.stamp) and any(each in name for each in kinds)
                ]
                if fields:
                    parts.append((f"{rules.short_label}: {title}", {"fields": fields, "classes": ["collapse"]}))
        return parts
