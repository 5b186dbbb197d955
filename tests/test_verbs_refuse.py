"""Every verb, called straight by everybody who may not: what a page hides is refused where it is done as well."""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial, wraps
from importlib import import_module
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

import agencies.services
import findings.services
import reviews.services
from agencies.chronology import ChronologyRefused
from agencies.models import User
from agencies.services import reading, upload
from findings.plan import PlanRefused
from findings.services import annual_report, board_pack, plan_file, plan_reading, product, report
from reviews.services import destruction
from tests import make
from tests.case import Case, everything, one_of_everything, routes, unlike
from tests.posts import POSTS, Post
from tests.test_audit import READ
from tests.test_house import HANDS_OVER
from tests.test_policy import ASKS, FORMS, PEOPLE, holds

Verb = Callable[..., Any]
HANDING_OVER = {name.replace(".py ", ".").replace("/", ".") for name in HANDS_OVER}
# Verbs that nobody calls from a page that they sent, and who does.
UNHEARD = {
    **dict.fromkeys((
        "agencies.services.reading.accept", "agencies.services.reading.read_kept", "agencies.services.reading.turn_away",
        "findings.services.plan_reading.accept", "findings.services.plan_reading.read_kept", "findings.services.plan_reading.turn_away",
        "findings.services.annual_report.keep", "findings.services.board_pack.keep", "findings.services.product.built",
        "findings.services.report.built_and_scanned",
    ), "a task, in the name of whoever asked for it"),
    **dict.fromkeys(("agencies.services.upload.refuse", "findings.services.plan_file.refuse"), "where a file is refused whole"),
    **dict.fromkeys(("reviews.services.invited.keep", "reviews.services.invited.send"), "who holds an invitation"),
    "reviews.services.destruction.destroy": "what the chair confirms: tests/reviews/test_destruction.py",
    "reviews.services.disposal.destroy": "what the chair confirms: tests/reviews/test_disposal.py",
}  # fmt: skip
REFUSALS = (PermissionDenied, Http404)
NOTHING: dict[str, Any] = {"files": {}, "suspicions": ()}
BUILT: dict[str, Any] = {"files": {}, "text": ""}
# Of these the ones that somebody answers for: the verb, the right that it asks for, and what it is called with.
UNSENT: list[tuple[Verb, str, Callable[[Case], dict[str, Any]]]] = [
    (reading.accept, "request.write", lambda case: {"upload": being_read(case.of["police"]["upload"]), "parsed": {}, "columns": {}}),
    (reading.turn_away, "request.write", lambda case: {
        "upload": being_read(case.of["police"]["upload"]), "refusal": ChronologyRefused("empty", "It is empty."),
    }),
    (plan_reading.accept, "action.set", lambda case: {"plan": being_read(case.records["plan_file"]), "parsed": {}, "columns": {}}),
    (plan_reading.turn_away, "action.set", lambda case: {
        "plan": being_read(case.records["plan_file"]), "refusal": PlanRefused("empty", "It is empty."),
    }),
    (annual_report.keep, "annual_report.write", lambda case: {"build": case.records["annual_build"], "content": {}, "left": (), **NOTHING}),
    (board_pack.keep, "board_pack.make", lambda case: {"pack": case.records["board_pack"], **NOTHING}),
    (product.built, "report.write", lambda case: {"product": case.records["product"], **BUILT}),
    (report.built_and_scanned, "report.write", lambda case: {"report": case.records["report"], **BUILT}),
    (upload.refuse, "request.write", lambda case: {"request": case.of["police"]["request"], "digest": "d", "kind": "empty"}),
    (plan_file.refuse, "action.set", lambda case: {"review": case.review, "digest": "d", "kind": "empty"}),
    (destruction.destroy, "kept.destroy", lambda case: {"decision": case.records["retention_decision"]}),
]  # fmt: skip


def being_read(file: Any) -> Any:
    """A file as a task finds it."""
    file.status = "reading"
    file.save()
    return file


@pytest.fixture
def case(board: make.World) -> Case:
    """A review at a late stage with one of everything, and the manager of another board."""
    board.people["elsewhere"] = make.world("Marlow").manager
    return one_of_everything(board)


@cache
def verbs() -> dict[Verb, str]:
    """Every function of services/ that somebody does, with where it stands."""
    found: dict[Verb, str] = {}
    for package in (reviews.services, agencies.services, findings.services):
        for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, verb in vars(import_module(each.name)).items():
                if inspect.isfunction(verb) and verb.__module__ == each.name:
                    parameter = inspect.signature(verb).parameters.get("by")
                    if parameter is not None and parameter.kind is parameter.KEYWORD_ONLY:
                        found[verb] = f"{each.name}.{name}"
    return found


@contextmanager
def overheard(hear: Callable[[Verb, dict[str, Any]], None]) -> Iterator[None]:
    """Tells of each verb that somebody calls, before it runs: of those that it calls in turn only where it asks nothing."""
    routes()  # Every view is loaded, so that what it calls is known.
    calling: list[Verb] = []

    def listening(verb: Verb) -> Verb:
        @wraps(verb)
        def called(**said: Any) -> Any:
            if not calling or verbs()[calling[-1]] in HANDING_OVER:
                hear(verb, said)
            calling.append(verb)
            try:
                return verb(**said)
            finally:
                calling.pop()

        return called

    ears = {verb: listening(verb) for verb in verbs()}
    heard = [
        (module, name, value)
        for key, module in [*sys.modules.items()]
        if key.partition(".")[0] in {"reviews", "agencies", "findings", "scr_portal"}
        for name, value in [*vars(module).items()]
        if inspect.isfunction(value) and value in ears
    ]
    for module, name, value in heard:
        setattr(module, name, ears[value])
    try:
        yield
    finally:
        for module, name, value in heard:
            setattr(module, name, value)


# What the address of a page says besides, and the right that it then asks for.
BY_ADDRESS = {("verb", "release"): "chronology.release", ("order", 2): "report.second_read"}


def unfit(post: Post) -> list[str]:
    """Who may not send what is sent there."""
    right = next((BY_ADDRESS[said] for said in post.to.items() if said in BY_ADDRESS), FORMS[post.page])
    return [who for who in PEOPLE if right != "-" and not holds(who, right)]


def tried(case: Case, send: Callable[[], Any], people: list[str]) -> dict[tuple[str, str], str]:
    """(verb, who) → what came of it, for each of `people` who call a verb in the place of who sends; all is undone."""
    found: dict[tuple[str, str], str] = {}

    def hear(verb: Verb, said: dict[str, Any]) -> None:
        if not isinstance(said["by"], User):
            return
        found[verbs()[verb], ""] = "heard"
        for who in people:
            with transaction.atomic():
                by = User.objects.get(pk=case.world.people[who].pk)
                found[verbs()[verb], who] = came_of(verb, {**said, "by": by})
                transaction.set_rollback(True)

    with transaction.atomic(), overheard(hear):
        with patch("agencies.tasks.read_upload.delay"), patch("findings.tasks.read_plan.delay"):
            send()
        transaction.set_rollback(True)
    return found


def sending(case: Case, client: Any, post: Post) -> Callable[[], Any]:
    """Brings the case to where a change can be sent, and sends it."""

    def send() -> None:
        post.prepare(case)
        post.send(case, client)

    return send


def came_of(verb: Verb, said: dict[str, Any]) -> str:
    """ "refused", "done", or the name of what else was raised."""
    try:
        verb(**said)
    except REFUSALS:
        return "refused"
    except Exception as failure:
        return type(failure).__name__
    return "done"


# What is read and kept on record: the right that is asked for where it is not that of the page.
OF_READING = {
    "person.names_read": ("review.names",),
    "chronology.named_view_opened": ("review.names",),
    "request.read": ("request.see",),
    "report.section_read": ("report.see",),
    "action.evidence_downloaded": ("plan.see", "finding.see"),
}
READING = [line for line in READ if line[3] != "person.refused"]


def unfit_to_read(page: str, verb: str) -> list[str]:
    """Who may not read what is kept on record there."""
    rights = OF_READING.get(verb, (ASKS[page],))
    return [who for who in PEOPLE if "-" not in rights and not any(holds(who, right) for right in rights)]


def called(case: Case, verb: Verb, right: str, said: Callable[[Case], dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(verb, who) → what came of it, for everybody who lacks the right and calls a verb that no page calls; all is undone."""
    found: dict[tuple[str, str], str] = {}
    for who in [who for who in PEOPLE if not holds(who, right)]:
        with transaction.atomic():
            by = User.objects.get(pk=case.world.people[who].pk)
            found[verbs()[verb], who] = came_of(verb, {**said(case), "by": by})
            transaction.set_rollback(True)
    return found


def test_every_verb_that_no_page_calls_refuses_whoever_may_not(case: Case) -> None:
    before = everything()
    found = {key: what for line in UNSENT for key, what in called(case, *line).items()}
    assert len(found) > 10 * len(UNSENT)
    assert {key: what for key, what in found.items() if what != "refused"} == {}
    assert unlike(everything(), before) == []


def test_every_verb_refuses_whoever_may_not_whatever_page_they_come_from(case: Case, signed_in: Any) -> None:
    clients = {who: signed_in(user) for who, user in case.world.people.items()}
    before, found, heard = everything(), [], set()
    for post in POSTS:
        came = tried(case, sending(case, clients[post.who], post), unfit(post))
        found += [(post.page, *key, what) for key, what in came.items() if what not in {"refused", "heard"}]
        heard |= {verb for verb, _ in came}
    for page, who, asked, verb in READING:
        came = tried(case, partial(clients[who].get, case.address(page) + asked), unfit_to_read(page, verb))
        found += [(page, *key, what) for key, what in came.items() if what not in {"refused", "heard"}]
        heard |= {verb for verb, _ in came}
    unheard = set(verbs().values()) - heard
    found += [("called here", each, "", str(each in heard)) for each in sorted(unheard ^ set(UNHEARD))]
    assert found == [], "\n".join(map(str, found))
    assert unlike(everything(), before) == []
