"""Tasks belong to the portal's own Celery application, whichever process asks for them."""

from __future__ import annotations

import os
import subprocess
import sys
from unittest.mock import patch

import pytest
from celery import current_app
from celery.signals import worker_init

from findings import tasks


def test_tasks_belong_to_the_portals_own_application() -> None:
    assert tasks.build_report.app.main == current_app.main == "scr_portal"


def test_a_management_command_has_it_too() -> None:
    asked = "from agencies import tasks; print(tasks.remind.app.main, tasks.remind.app.conf.task_always_eager)"
    words = [sys.executable, "-c", f"import django; django.setup(); {asked}"]

    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "scr_portal.settings", "REDIS_URL": ""}
    said = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == ["scr_portal", "True"]


def test_a_worker_without_a_key_does_not_begin() -> None:
    with (
        patch("reviews.sealed.missing", return_value="Key 1 is not in SEAL_KEYS."),
        pytest.raises(SystemExit, match="Key 1"),
    ):
        worker_init.send(sender=None)
