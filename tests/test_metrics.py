"""The figures that Prometheus reads: for whoever has the token, and about nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from agencies.models import Upload
from reviews.models import Message
from tests import make

TOKEN = "of-this-test-only"


@pytest.fixture(autouse=True)
def _token(settings: Any) -> None:
    settings.METRICS_TOKEN = TOKEN


def figures(**labels: str) -> dict[str, float]:
    """Name → figure, of those whose labels are these."""
    answer = Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    found = text_string_to_metric_families(answer.content.decode())
    return {each.name: each.value for family in found for each in family.samples if each.labels == labels}


@pytest.mark.parametrize("said", [{}, {"Authorization": "Bearer "}, {"Authorization": "Bearer another"}])
@pytest.mark.parametrize("token", [TOKEN, ""])
def test_without_the_token_there_is_no_such_page(db: None, settings: Any, said: dict[str, str], token: str) -> None:
    settings.METRICS_TOKEN = token
    answer, nowhere = (Client().get(path, headers=said) for path in ("/metrics", "/nothing-is-here"))
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, nowhere.headers["Content-Type"])
    assert b"portal_" not in answer.content


def test_requests_are_counted_and_timed_by_view_method_and_status(board: make.World, signed_in: Any) -> None:
    review, labels = make.review(board), {"view": "overview", "method": "GET", "status": "200"}
    before = figures(**labels).get("portal_requests_total", 0)
    assert signed_in(board.manager).get(f"/reviews/{review.ref}/").status_code == 200
    assert figures(**labels)["portal_requests_total"] == before + 1
    assert figures(view="overview")["portal_request_seconds_count"] >= 1
    said = Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    assert review.ref not in said
    assert board.manager.email not in said


def test_an_address_that_is_none_is_counted_without_what_was_asked(db: None) -> None:
    Client().get("/Amara-Okafor")
    assert figures(view="none", method="GET", status="404")["portal_requests_total"] >= 1
    assert b"Okafor" not in Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content


def test_a_method_of_somebodys_own_making_is_no_figure_of_its_own(db: None) -> None:
    labels = {"view": "none", "method": "other", "status": "404"}
    before = figures(**labels).get("portal_requests_total", 0)
    for made in ("OKAFOR", "AMARA"):
        Client().generic(made, "/nowhere")
    assert figures(**labels)["portal_requests_total"] == before + 2
    assert b"OKAFOR" not in Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content


def test_what_waits_stands_in_the_figures(board: make.World) -> None:
    assert figures()["portal_letters_waiting"] == figures()["portal_uploads_reading"] == 0
    hour = timezone.now() - timedelta(hours=1)
    Message.objects.create(key="a", kind="k", subject="s", text="t", address="a@b.example", queued_at=hour, try_at=hour)
    asked = make.request(board, make.review(board), board.police)
    for since in (hour, timezone.now()):
        Upload.objects.create(request=asked, filename="log.csv", size=1, uploaded_by=board.police_author, reading_since=since)  # fmt: skip
    found = figures()
    assert (found["portal_letters_waiting"], found["portal_uploads_reading"], found["portal_uploads_stopped"]) == (
        1,
        2,
        1,
    )
    assert 3600 <= found["portal_letters_waiting_seconds"] < 4000


def test_when_the_record_was_last_verified_stands_in_the_figures(board: make.World) -> None:
    assert "portal_audit_verified_at" not in figures()
    call_command("audit", "--verify")
    found = figures()
    assert found["portal_audit_breaks"] == 0
    assert abs(found["portal_audit_verified_at"] - timezone.now().timestamp()) < 600


def test_figures_of_a_database_that_is_away_are_left_out(db: None) -> None:
    with patch("scr_portal.metrics.Message.objects.waiting", side_effect=OperationalError("away")):
        found = figures()
    assert "portal_letters_waiting" not in found
    assert figures()["portal_letters_waiting"] == 0


def test_sign_ins_that_fail_are_counted(board: make.World) -> None:
    cache.clear()  # Other tests have tried too, and too many tries are not looked at.
    before = figures(why="wrong password").get("portal_sign_ins_failed_total", 0)
    Client().post("/account/login/", {"login": board.manager.email, "password": "not this one"})
    assert figures(why="wrong password")["portal_sign_ins_failed_total"] == before + 1
