"""The composition root as Django knows it."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Loads Celery's application: until then a task would go to Celery's own default, which nobody listens to."""

    name = "scr_portal"

    def ready(self) -> None:
        """Runs once, when all apps are loaded."""
        import_module("scr_portal.celery")
