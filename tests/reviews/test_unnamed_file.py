"""Files that no record names go after a day; one that anything names stays, whatever it is that names it."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import models

from reviews.append_only import declared_destruction
from reviews.hanging import of_history
from reviews.models import Event, FileToRemove
from reviews.services import unnamed_file as verbs
from reviews.tasks import remove_unnamed
from scr_portal.lib.records import Refused
from scr_portal.lib.sealed_files import kept_files
from tests import make
from tests.case import Case, one_of_everything

DAY_AGO = time.time() - timedelta(days=1, minutes=1).total_seconds()


@pytest.fixture
def case(board: make.World) -> Case:
    return one_of_everything(board)


@pytest.fixture
def at_night(settings: Any, django_capture_on_commit_callbacks: Any) -> Callable[[], set[str]]:
    """Has the timer come when all files are older than a day, and gives what went."""

    def comes() -> set[str]:
        for name in (before := {*kept_files().lying()}):
            os.utime(Path(settings.MEDIA_ROOT, name), (DAY_AGO, DAY_AGO))
        with django_capture_on_commit_callbacks(execute=True):
            remove_unnamed()
        return before - {*kept_files().lying()}

    return comes


def kept(name: str) -> str:
    """A file that no record names."""
    return kept_files().save(name, ContentFile(b"half a report"))


def test_what_nothing_names_goes_and_all_else_stays(case: Case, at_night: Callable[[], set[str]]) -> None:
    left = {kept("reports/half.pdf"), kept("half.docx")}
    assert at_night() == left
    assert Event.objects.get(verb="unnamed_file.removed").facts == {"files": 2}
    assert at_night() == set()
    assert Event.objects.filter(verb="unnamed_file.removed").count() == 1


def test_what_came_within_a_day_stays(case: Case, django_capture_on_commit_callbacks: Any) -> None:
    name = kept("reports/half.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        assert remove_unnamed() == 0
    assert kept_files().exists(name)


def test_what_was_half_written_goes_after_a_day_however_much_it_is(
    case: Case, settings: Any, at_night: Callable[[], set[str]]
) -> None:
    half = [Path(settings.MEDIA_ROOT, f"reports/tmp{number}.part") for number in range(verbs.MANY + 2)]
    half[0].parent.mkdir(exist_ok=True)
    for path in half:
        path.write_bytes(b"half")
    for path in half[1:]:
        os.utime(path, (DAY_AGO, DAY_AGO))
    assert at_night() == set()
    assert [path.exists() for path in half] == [True, *[False] * (len(half) - 1)]
    assert Event.objects.get(verb="unnamed_file.removed").facts == {"files": len(half) - 1}


def test_every_column_that_names_a_file_is_asked_and_so_is_every_history_of_one(case: Case) -> None:
    asked = set()
    for model in apps.get_models():
        for field in (of_history(model) or model)._meta.concrete_fields:
            row = model._base_manager.order_by("pk").last() if isinstance(field, models.FileField) else None
            if row is not None:
                name = f"named-by/{model._meta.label_lower}/{field.name}"
                with declared_destruction():  # Of the versions too, which nobody changes.
                    model._base_manager.filter(pk=row.pk).update(**{field.name: name})
                assert name in verbs.named()
                asked.add(model._meta.label)
    assert asked >= {"agencies.Upload", "agencies.HistoricalUpload", "findings.BuiltReport", "findings.BoardPack"}
    assert asked >= {"findings.AnnualBuild", "findings.EvidenceFile", "findings.PlanFile", "findings.ProductFile"}


def test_a_file_that_only_an_earlier_version_names_stays(
    case: Case, at_night: Callable[[], set[str]], settings: Any
) -> None:
    upload = case.of["police"]["upload"]
    before = upload.file.name
    upload.file = ""
    upload.save()
    assert before in verbs.named()
    assert at_night() == set()


def test_a_file_that_is_to_be_removed_with_its_case_is_left_to_that(
    case: Case, at_night: Callable[[], set[str]]
) -> None:
    FileToRemove.objects.create(certificate=case.records["certificate"], name=kept("of-a-case.pdf"))
    assert at_night() == set()


def test_where_much_is_named_by_nothing_none_goes_until_somebody_has_looked(
    case: Case,
    at_night: Callable[[], set[str]],
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    of = len([*kept_files().lying()])
    left = [kept(f"half-{number}.pdf") for number in range(max(verbs.MANY, of) + 1)]
    assert at_night() == set()
    assert f"{len(left)} of {of + len(left)} files are named by no record, so none was removed" in caplog.text
    said = io.StringIO()
    call_command("unnamed_files", stdout=said)
    assert said.getvalue().split("\n")[:-2] == sorted(left)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("unnamed_files", remove=True, stdout=io.StringIO())
    assert len([*kept_files().lying()]) == of


def test_a_database_that_is_not_the_one_of_the_files_removes_none(
    case: Case, at_night: Callable[[], set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "named", set)
    assert at_night() == set()
    with pytest.raises(Refused, match="DATABASE_URL"):
        verbs.remove()
