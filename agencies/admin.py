"""The admin holds reference data only: the directory. Case records are never in it."""

from __future__ import annotations

from django.contrib import admin

from agencies.models import Agency

admin.site.register(
    Agency, list_display=["name", "kind", "board", "active"], list_filter=["board", "kind"], search_fields=["name"]
)
