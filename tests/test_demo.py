"""The demonstration: five cases through the real import, once, and never in a real portal."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import Entry, Upload
from findings.models import Action, SavedView
from reviews.models import (
    Attendance,
    Board,
    ClockSlip,
    Disclosure,
    Invitation,
    LegalAdvice,
    Letter,
    Notification,
    Participation,
    PlanTick,
    QualityJudgement,
    Referral,
    Restriction,
    Review,
    TermsSignature,
    TermsVersion,
)
from reviews.restrictions import Limit
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


def governed() -> dict[str, int]:
    """How much of each part of a board's work the demonstration has to show."""
    limits = Restriction.objects.order_by().values_list("limit", flat=True).distinct()
    return {
        "every kind of restriction": {*limits} == {*Limit.values},
        "a restriction that was lifted": Restriction.objects.filter(lifted_on__isnull=False).count(),
        "views that are kept": SavedView.objects.filter(shared=True).count(),
        "a second version of the terms": TermsVersion.objects.filter(number=2).count(),
        "terms that were not agreed": TermsSignature.objects.filter(answer="disagrees").count(),
        "what agencies are asked": Participation.objects.count(),
        "letters that were sent": Letter.objects.filter(sent_on__isnull=False).count(),
        "disclosures": Disclosure.objects.filter(by_hand=True).count(),
        "each side's judgement": set(QualityJudgement.objects.order_by().values_list("side", flat=True)) == {*QualityJudgement.Side.values},
        "advice of the legal adviser": LegalAdvice.objects.filter(recorded_by__email=address("legal")).count(),
        "a conflict of somebody with a sign-in": Attendance.objects.filter(user__email=address("conflicted")).exclude(conflict="").count(),
        "a clock of the board's own length": sum(bool(each.clock_lengths) for each in Board.objects.all()),
        "a clock that slipped": ClockSlip.objects.count(),
        "a notification": Notification.objects.count(),
        "tasks of the plan that are done": PlanTick.objects.count(),
        "an invitation with a draft": Invitation.objects.filter(referral__isnull=False).count(),
    }  # fmt: skip


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
    shown = governed()
    assert {what for what, number in shown.items() if not number} == set(), shown
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
