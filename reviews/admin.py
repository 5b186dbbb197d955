"""The admin holds reference data only: boards and their settings. Case records are never in it."""

from __future__ import annotations

from django.contrib import admin

from reviews.models import Board

admin.site.register(Board, list_display=["name", "area"])
