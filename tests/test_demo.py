"""The demonstration: five cases through the real import, once, and never in a real portal."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import Entry, Upload
from findings.models import Action
from reviews.models import Board, Referral, Review
from reviews.services.events import verify
from reviews.services.milestone import running_clocks
from scr_portal.demo.board import PASSWORD, SIGN_INS, address
from tests import make


def test_a_real_portal_never_gets_invented_people(db: None, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="This is not the demonstration"):
        call_command("demo")
    assert not Board.objects.exists()


def test_what_was_entered_is_kept(board: make.World, settings: Any) -> None:
    settings.DEMO = True
    said = StringIO()
    call_command("demo", stdout=said)
    assert "what was entered is kept" in said.getvalue()
    assert Board.objects.count() == 1


def test_five_cases_are_told_through_the_portals_own_verbs(
    db: None, settings: Any, tmp_path: Path, client: Any
) -> None:
    settings.DEMO, settings.MEDIA_ROOT = True, tmp_path
    call_command("demo")
    stages = {review.title: review.stage for review in Review.objects.all()}
    assert stages == {"Child A": "monitoring", "Adult B": "drafting", "Child C": "information", "Child D": "collection"}
    assert Referral.objects.filter(status="sent").count() == 1
    largest = Review.objects.get(title="Child D")
    assert largest.requests.count() >= 8
    assert Entry.objects.filter(review=largest).count() >= 1500
    assert {Path(upload.filename).suffix for upload in Upload.objects.all()} == {".xlsx", ".csv", ".docx", ".ods"}
    rapid = next(
        clock
        for clock in running_clocks(Review.objects.get(title="Child C"), timezone.localdate())
        if clock.rule.key == "rapid-review"
    )
    assert rapid.due > timezone.localdate()
    assert Action.objects.overdue(timezone.localdate()).exists()
    assert not list(verify())
    for _, key in SIGN_INS:
        answer = client.post("/account/login/", {"login": address(key), "password": PASSWORD})
        assert answer.status_code == 302, key
        client.logout()
