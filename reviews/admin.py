"""The admin holds reference data only: boards and their settings. Case records are never in it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

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
    """Boards and their settings."""

    list_display = ("name", "area")
