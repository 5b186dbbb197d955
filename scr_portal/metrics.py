"""Figures for whoever keeps the portal running, as Prometheus reads them. None tells of a person or a case."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import cast

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from redis import Redis, RedisError

from agencies.lifecycle import UploadStatus
from agencies.models import Upload
from reviews.models import Event, Message
from scr_portal.celery import app

# By view, never by address: an address holds the number of a record. Anybody may send a method of their own making, and each
# would be a figure of its own that stays.
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
REQUESTS = Counter("portal_requests", "Answered requests", ["view", "method", "status"])
SECONDS = Histogram(
    "portal_request_seconds", "Seconds until a request was answered", ["view"], buckets=(0.1, 0.3, 1, 3, 10, 30)
)
SIGN_INS_FAILED = Counter("portal_sign_ins_failed", "Sign-ins that were turned away", ["why"])


class MetricsMiddleware:
    """Counts and times every request, and answers /metrics to whoever has the token.

    For everybody else that address is one that there is not. It is no page: nobody signs in, and it stands before all else.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/metrics" and allowed(request):
            return HttpResponse(figures(), content_type=CONTENT_TYPE_LATEST)
        began = time.perf_counter()
        response = self.get_response(request)
        view = request.resolver_match.view_name if request.resolver_match else "none"
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(view, method, response.status_code).inc()
        SECONDS.labels(view).observe(time.perf_counter() - began)
        return response


def allowed(request: HttpRequest) -> bool:
    """Whether a request carries the token; where none is set, nobody's does."""
    said = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and constant_time_compare(said, settings.METRICS_TOKEN)


def figures() -> bytes:
    """All figures, in Prometheus's text format: what the processes counted, and what stands in database and broker now."""
    counted = REGISTRY
    if settings.METRICS_FOLDER:  # Several processes count: each in a file of its own.
        counted = CollectorRegistry()
        MultiProcessCollector(counted, settings.METRICS_FOLDER)
    standing = CollectorRegistry()
    standing.register(Standing())
    return generate_latest(counted) + generate_latest(standing)


class Standing(Collector):
    """What waits, and what was last found: asked for when somebody reads the figures."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each figure with its words; those of a service that does not answer are left out, and so show as missing."""
        with suppress(DatabaseError):
            yield from in_database()
        if (waiting := queued()) is not None:
            yield gauge("portal_tasks_waiting", "Tasks in the broker that no worker has taken", waiting)


def in_database() -> Iterator[GaugeMetricFamily]:
    """The figures that the database holds."""
    letters = Message.objects.waiting()
    since = letters.aggregate(since=Min("queued_at"))["since"]
    yield gauge("portal_letters_waiting", "Letters in the outbox that no mail server has taken", letters.count())
    yield gauge(
        "portal_letters_waiting_seconds", "Seconds for which the oldest of them has waited",
        (timezone.now() - since).total_seconds() if since else 0,
    )  # fmt: skip
    reading = [*Upload.objects.filter(status=UploadStatus.READING).defer("parsed")]
    yield gauge("portal_uploads_reading", "Files of agencies that are not read yet", len(reading))
    stopped = sum(upload.stopped for upload in reading)
    yield gauge("portal_uploads_stopped", "Those of them whose reading has stopped", stopped)
    if (verified := Event.objects.filter(verb="audit.verified").order_by("pk").last()) is not None:
        yield gauge("portal_audit_verified_at", "When all chains of events were last verified, in Unix seconds", verified.at.timestamp())  # fmt: skip
        yield gauge("portal_audit_breaks", "In how many places they did not hold then", verified.facts["breaks"])


def gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    """One figure that stands."""
    return GaugeMetricFamily(name, words, value=value)


def queued() -> int | None:
    """How many tasks wait in the broker; None where there is none, or it does not answer."""
    if not settings.REDIS_URL:
        return None
    try:
        with Redis.from_url(settings.REDIS_URL, socket_timeout=3, socket_connect_timeout=3) as broker:
            return int(cast(int, broker.llen(app.conf.task_default_queue)))
    except RedisError:
        return None
