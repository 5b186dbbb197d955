"""In production static files carry a digest in their names; that fails where a file points to one that is not there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings as live
from django.core.management import call_command


def test_all_static_files_can_be_collected_and_named_by_digest(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = {**live.STORAGES, "staticfiles": {"BACKEND": storage}}
    call_command("collectstatic", interactive=False, verbosity=0)
    paths = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    assert {"vendor/govuk/govuk-frontend.min.css", "vendor/moj/moj-frontend.min.css", "vendor/htmx/htmx.min.js"} <= set(
        paths
    )
    assert not [name for name in paths if "/." in name]
