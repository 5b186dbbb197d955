"""A worker that is killed in each kind of task: nothing is lost, nothing half done, nothing done twice, and the page says so.

Each is killed twice: when all is written and nothing is committed, and when all is done and the broker does not know it.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from agencies.models import Professional, Request, Upload
from findings.models import (
    AgencyResponse,
    MemberStatement,
    PlanFile,
    Practice,
    Publication,
    Report,
)
from findings.models import TrainingSession as Session
from reviews.models import Event, FileToRemove, Message, Milestone, Person
from reviews.services import message
from reviews.services.events import verify
from scr_portal.celery import app
from scr_portal.lib.packing import Pack
from tests import make
from tests.case import Case, everything, one_of_everything, unlike
from tests.posts import LONG_AGO, POSTS
from tests.services.conftest import PATIENCE
from tests.services.workers import QUEUE, Workers, end_of

LATE = timezone.localdate() - timedelta(days=40)


@dataclass(frozen=True)
class Kind:
    """A kind of task: how it comes about, the point at which all is written and nothing committed, the event that it leaves.

    `ask` gets the case and how somebody signs in. `page` is where a person sees of it, by whom, and what it says while the
    worker is dead and when another has done it. What a person asked for leaves one event; what the clock asks for leaves
    one for each record.
    """

    task: str
    ask: Callable[[Case, Any], Any]
    point: str
    verb: str = ""
    page: tuple[str, str, str, str] | None = None
    by_clock: bool = False

    def __str__(self) -> str:
        return self.task


def asked(task: str, form: str, point: str, verb: str, *page: str) -> Kind:
    """A kind that a person asks for with the first form of a page."""
    post = next(each for each in POSTS if each.page == form)

    def ask(case: Case, signed_in: Any) -> None:
        post.prepare(case)
        assert post.send(case, signed_in(case.world.people[post.who])) == [302]

    show, while_dead, at_last = page or ("", "", "")
    return Kind(task, ask, point, verb, (show, post.who, while_dead, at_last) if page else None)


def timed(task: str, before: Callable[[Case], Any], point: str, verb: str = "") -> Kind:
    """A kind that nobody asks for but the clock; what it is to find stands there already."""

    def ask(case: Case, signed_in: Any) -> None:
        before(case)
        app.tasks[task].delay()

    return Kind(task, ask, point, verb, by_clock=True)


def nothing_more(case: Case) -> None:
    """The case has what is to be found."""


def return_is_due(case: Case) -> None:
    Request.objects.filter(pk=case.of["police"]["request"].pk).update(status="sent", due_on=LATE)


def support_is_due(case: Case) -> None:
    said = {"happened_on": timezone.localdate(), "recorded_by": case.world.manager}
    Milestone.objects.update_or_create(review=case.review, event="commissioned", defaults=said)
    of = {"review": case.review, "agency": case.world.police, "recorded_by": case.world.support}
    Professional.objects.create(role_code="Constable 9", **of)


def file_is_left(case: Case) -> None:
    left = {"status": "reading", "reading_since": LONG_AGO, "uploaded_by": case.world.police_author}
    Upload.objects.filter(pk=case.of["police"]["upload"].pk).update(**left)


def plan_is_left(case: Case) -> None:
    PlanFile.objects.filter(pk=case.records["plan_file"].pk).update(status="reading", reading_since=LONG_AGO)


def file_is_to_go(case: Case) -> None:
    for name in ("gone-1", "gone-2"):
        default_storage.save(name, ContentFile(b"words"))
        FileToRemove.objects.create(certificate=case.records["certificate"], name=name)


def file_of_nobody(case: Case) -> None:
    path = default_storage.path(default_storage.save("half.pdf", ContentFile(b"words")))
    os.utime(path, (0, 0))


def report_comes_down(case: Case) -> None:
    Report.objects.update(published_on=timezone.localdate())
    Publication.objects.update(take_down_on=timezone.localdate(), taken_down_on=None)


def statement_is_due(case: Case) -> None:
    MemberStatement.objects.filter(pk=case.of["school"]["statement"].pk).update(due_on=LATE)


def register_changed(case: Case) -> None:
    Person.objects.filter(pk=case.records["person"].pk).update(aliases=["Mara"])


def answer_is_due(case: Case) -> None:
    AgencyResponse.objects.update(answers=0, due_on=LATE)


def nobody_was_asked(case: Case) -> None:
    Practice.objects.all().delete()
    Session.objects.update(held_on=timezone.localdate() - timedelta(days=400))


AT, OF = "agencies.services", "findings.services"
KINDS = [
    asked("agencies.tasks.read_upload", "agencies.upload.new", f"{AT}.reading.record", "upload.read",
          "agencies.upload.list", "what comes of the files waits in your work", "Check the columns"),
    asked("findings.tasks.read_plan", "findings.plan_file.new", f"{OF}.plan_reading.record", "plan_file.read",
          "findings.plan_file.list", "what comes of the file waits in your work", "Check the columns"),
    asked("findings.tasks.build_report", "findings.report.build", f"{OF}.report.record", "report.built",
          "findings.report.show", "steps done)", "The scan found nothing"),
    asked("findings.tasks.build_product", "findings.product.build", f"{OF}.product.record", "product.built",
          "findings.product.show", "You can leave this page", "Download"),
    asked("findings.tasks.make_board_pack", "findings.board_pack.make", f"{OF}.board_pack.record", "board_pack.made",
          "findings.board_pack.list", "steps done)", " of the pack of "),
    asked("findings.tasks.make_annual_report", "findings.annual_report.build", f"{OF}.annual_report.record", "annual_report.made",
          "findings.annual_report.show", "You can leave this page", "The report as it was last made"),
    asked("findings.tasks.look_for_same_events", "findings.same_event.look", f"{OF}.same_event.record", "same_event.looked_for"),
    asked("findings.tasks.recognise", "reviews.person.new", f"{OF}.naming.record", "naming.recognised"),
    timed("findings.tasks.recognise_all", register_changed, f"{OF}.naming.record", "naming.recognised"),
    timed("agencies.tasks.read_stopped", file_is_left, "agencies.tasks.read_upload.delay", "upload.read"),
    timed("findings.tasks.read_stopped", plan_is_left, "findings.tasks.read_plan.delay", "plan_file.read"),
    timed("reviews.tasks.remove_files", file_is_to_go, "reviews.models.FileToRemove.delete"),
    timed("reviews.tasks.remove_unnamed", file_of_nobody, "reviews.services.unnamed_file.record", "unnamed_file.removed"),
    timed("agencies.tasks.remind", return_is_due, f"{AT}.reminder.record", "request.reminded"),
    timed("agencies.tasks.remind_of_support", support_is_due, f"{AT}.support.record", "support.reminded"),
    timed("reviews.tasks.remind", nothing_more, "reviews.services.reminder.record", "clock.reminded"),
    timed("findings.tasks.remind_of_take_downs", report_comes_down, f"{OF}.publication_reminder.record", "publication.reminded"),
    timed("findings.tasks.remind_of_actions", nothing_more, f"{OF}.action_reminder.record", "action.reminded"),
    timed("findings.tasks.remind_of_answers", answer_is_due, f"{OF}.agency_response_reminder.record", "response.reminded"),
    timed("findings.tasks.remind_of_statements", statement_is_due, f"{OF}.statement_reminder.record", "statement.reminded"),
    timed("findings.tasks.remind_of_policies", nothing_more, f"{OF}.policy_reminder.record", "policy.reminded"),
    timed("findings.tasks.ask_what_changed", nobody_was_asked, f"{OF}.practice_reminder.record", "practice.asked"),
]  # fmt: skip
# Letters are told apart below: a mail server that took one cannot be asked whether it did.
LETTERS = "reviews.tasks.send_waiting"
UNSENT, SENT = "reviews.services.message.letter", "reviews.services.message.sent"
# Where a case that is exported is written and the file has not got its name.
EXPORT = "scr_portal.case_export.leaving.beside"
# How far a build is may stand there before its files do.
TOLD = {"ReportBuild", "ProductBuild", "BoardPack", "AnnualBuild"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests and the workers keep their files."""
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(scope="module")
def all_workers(django_db_setup: None, folder: Path) -> Iterator[Workers]:
    """Workers that can be stopped; the one of other tests takes nothing meanwhile, and what was left is not for them."""
    app.control.cancel_consumer(QUEUE, reply=True)
    app.control.purge()
    app.autodiscover_tasks(force=True)
    found = Workers(folder, [*{kind.point for kind in KINDS}, UNSENT, SENT, EXPORT])
    try:
        yield found
    finally:
        found.end()
        app.control.add_consumer(QUEUE, reply=True)


@pytest.fixture
def workers(transactional_db: None, all_workers: Workers) -> Iterator[Workers]:
    """The same, of which none lives and nothing waits when the tables are emptied: one that stopped holds them."""
    yield all_workers
    all_workers.kill()
    all_workers.forget()


@pytest.fixture(autouse=True)
def files_of_this_test(folder: Path, settings: Any) -> None:
    """The folder of the workers instead of one for each test."""
    settings.MEDIA_ROOT, settings.EMAIL_FILE_PATH, settings.DEMO = folder / "files", folder / "mail", True
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES, settings.WHITENOISE_AUTOREFRESH = {**settings.STORAGES, "staticfiles": plain}, True


def told(page: tuple[str, str, str, str], case: Case, signed_in: Any) -> str:
    """What the page of a kind says."""
    return str(signed_in(case.world.people[page[1]]).get(case.address(page[0])).content.decode())


def test_every_kind_of_task_is_here() -> None:
    app.autodiscover_tasks(force=True)
    known = {name for name in app.tasks if not name.startswith(("celery.", "tests."))}
    assert known == {kind.task for kind in KINDS} | {LETTERS}


@pytest.mark.django_db(transaction=True)
def test_killed_work_is_done_once_by_the_next_worker(
    workers: Workers, signed_in: Any, subtests: pytest.Subtests
) -> None:
    case = one_of_everything(make.world())
    for kind in KINDS:
        with subtests.test(kind.task):
            killed_twice(kind, case, workers, signed_in)
        workers.forget()


def killed_twice(kind: Kind, case: Case, workers: Workers, signed_in: Any) -> None:
    """Look at one kind."""
    workers.halt()
    workers.stop_at(kind.point)
    last = Event.objects.latest("pk").pk
    kind.ask(case, signed_in)
    before = everything()
    workers.go_on()
    workers.await_stop(kind.point)
    workers.kill()
    assert [name for name, *_ in unlike(everything(), before) if name not in TOLD] == []
    assert not kind.page or kind.page[2] in told(kind.page, case, signed_in)

    workers.stop_at(end_of(kind.task))
    workers.begin()
    workers.await_stop(end_of(kind.task))
    workers.kill()
    workers.begin()
    workers.await_quiet()
    events = Event.objects.filter(pk__gt=last, verb=kind.verb)
    left = Counter((event.subject_type, event.subject_id, str(event.facts)) for event in events)
    assert [*left.values()] == [1] * (len(left) if kind.by_clock else 1)
    assert left or not kind.verb
    if kind.page:
        said = told(kind.page, case, signed_in)
        assert (kind.page[2] in said, kind.page[3] in said) == (False, True)
    assert not FileToRemove.objects.exists()
    assert list(verify()) == []


def letters_in(folder: Path) -> list[str]:
    """The Message-ID of every letter that the mail server took."""
    said = "".join(path.read_text() for path in sorted((folder / "mail").glob("*")))
    return re.findall(r"^Message-ID: (.*)$", said, re.MULTILINE)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("point", "meanwhile", "at_last"), [(UNSENT, 0, 1), (SENT, 1, 2), (end_of(LETTERS), 1, 1)])
def test_a_letter_is_sent_by_the_next_worker_and_a_second_copy_is_known_as_one(
    point: str, meanwhile: int, at_last: int, workers: Workers, folder: Path
) -> None:
    already = len(letters_in(folder))
    workers.stop_at(point)
    to = make.world().manager
    message.queue(key="k", kind="reminder", subject="A clock runs out", text="See there.", to=to)
    workers.begin()
    workers.await_stop(point)
    workers.kill()
    workers.begin()
    workers.await_quiet()
    found = Message.objects.get()
    # It is the dead worker's for a quarter of an hour: whether the mail server took it, nobody knows.
    assert (len(letters_in(folder)) - already, bool(found.sent_at)) == (meanwhile, point == end_of(LETTERS))
    Message.objects.update(try_at=found.try_at - message.CLAIMED_FOR)
    app.tasks[LETTERS].delay()  # As the clock does every five minutes.
    workers.await_quiet()
    copies = letters_in(folder)[already:]
    assert (len(copies), len({*copies})) == (at_last, 1)
    assert Message.objects.get().sent_at


@pytest.mark.django_db(transaction=True)
def test_an_export_that_is_killed_leaves_no_file_of_that_name_and_no_event_and_is_made_by_the_next(
    workers: Workers, tmp_path: Path
) -> None:
    review = one_of_everything(make.world()).review
    target, taken = tmp_path / "case.zip", Event.objects.filter(verb="case.exported")
    words = ["export_case", review.ref, "--to", str(target)]
    workers.stop_at(EXPORT)
    workers.begin(*words)
    workers.await_stop(EXPORT)
    workers.kill()
    assert (target.exists(), taken.count()) == (False, 0)
    workers.begin(*words)
    deadline = time.monotonic() + PATIENCE
    while not taken.exists():
        assert time.monotonic() < deadline, workers.log.read_text()
        time.sleep(0.1)
    Pack(target.open("rb")).check()
    assert [path.name for path in tmp_path.iterdir()] == ["case.zip"]
    assert list(verify()) == []
