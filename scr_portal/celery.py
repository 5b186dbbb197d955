"""The Celery application: `celery -A scr_portal worker`, and `celery -A scr_portal beat` for what is done by the clock."""

import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging, worker_init
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scr_portal.settings")
app = Celery("scr_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Each of these may be missed, late, or run twice at once. An installation without beat runs `manage.py remind` instead.
app.conf.beat_schedule = {
    "letters": {"task": "reviews.tasks.send_waiting", "schedule": crontab(minute="*/5")},
    "files-of-destroyed-cases": {"task": "reviews.tasks.remove_files", "schedule": crontab(minute=40)},
    "files-that-nothing-names": {"task": "reviews.tasks.remove_unnamed", "schedule": crontab(minute=15, hour=3)},
    "reminders-of-requests": {"task": "agencies.tasks.remind", "schedule": crontab(minute=10, hour="7-18")},
    "reminders-of-clocks": {"task": "reviews.tasks.remind", "schedule": crontab(minute=20, hour="7-18")},
    "reports-that-come-down": {"task": "findings.tasks.remind_of_take_downs", "schedule": crontab(minute=30, hour=7)},
    "reminders-of-statements": {
        "task": "findings.tasks.remind_of_statements",
        "schedule": crontab(minute=45, hour="7-18"),
    },
    "reminders-of-actions": {"task": "findings.tasks.remind_of_actions", "schedule": crontab(minute=50, hour="7-18")},
    "answers-to-recommendations": {
        "task": "findings.tasks.remind_of_answers",
        "schedule": crontab(minute=55, hour="7-18"),
    },
    "policies-to-review": {"task": "findings.tasks.remind_of_policies", "schedule": crontab(minute=35, hour=7)},
    "practice-after-training": {"task": "findings.tasks.ask_what_changed", "schedule": crontab(minute=45, hour=7)},
    "offers-of-support": {"task": "agencies.tasks.remind_of_support", "schedule": crontab(minute=40, hour=7)},
    "files-that-nobody-reads": {"task": "agencies.tasks.read_stopped", "schedule": crontab(minute="*/5")},
    "plans-that-nobody-reads": {"task": "findings.tasks.read_stopped", "schedule": crontab(minute="*/5")},
    "people-in-entries": {"task": "findings.tasks.recognise_all", "schedule": crontab(minute=40)},
}


@setup_logging.connect(dispatch_uid="our-logs")
def logs_stay(**kwargs: Any) -> None:
    """A worker logs as the settings say: Celery's own lines would hold what went wrong with whom."""


@worker_init.connect(dispatch_uid="sealing-keys")
def keys_at_hand(**kwargs: Any) -> None:
    """A worker does not begin without the keys under which something is sealed. Celery goes on after any other exception."""
    from reviews.sealed import stand

    try:
        stand()
    except ImproperlyConfigured as trouble:
        raise SystemExit(str(trouble)) from None
