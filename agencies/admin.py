"""The admin holds reference data only: the directory. Case records are never in it."""

from __future__ import annotations

from django.contrib import admin

from agencies.models import Agency
from reviews.admin import ReferenceData


@admin.register(Agency)
class AgencyAdmin(ReferenceData):
    """The agencies of all boards."""

    list_display = ("name", "kind", "board", "active")
    list_filter = ("board", "kind")
    search_fields = ("name",)
