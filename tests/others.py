"""What others hold beside the one review of tests/case.py, and what a list says to whom: a list that is not narrowed to its
reader says more as soon as others hold something. No test is here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from agencies.models import Agency, Extension, Upload, User
from findings import models as findings
from reviews import models as reviews
from reviews.models import Review
from reviews.stages import Stage
from tests import case as cases
from tests import make
from tests.case import Case, one_of_everything, routes
from tests.test_policy import ASKS, BUTTONS, OF_THE_BOARD, PEOPLE, expected_anywhere
from tests.told import AGENCYS, THEIRS, mark, stranger_to_all, words

NEARBY = "Thornholt"  # Others on the same board.
# To whom something can be offered: it names every board, and says nothing else of them (tests/reviews/test_sharing.py).
NAMES_BOARDS = "reviews.sharing.new"
# What is published is everybody's; the next are no lists of records, and the last are files of what a list shows.
NO_LISTS = ("findings.library.list", "findings.library.years", "findings.Lesson ", "findings.LibraryReview ", "help", "healthz",
            "readyz", "reviews.invited.", "findings.board.export", "findings.plan.whole", NAMES_BOARDS)  # fmt: skip
# Whose role is on the whole board, and what tells everybody on a board something of all of it: the others nearby are theirs.
OFFICERS = {"chair", "manager", "auditor", "administrator"}
OF_ALL = (*OF_THE_BOARD, "findings.policy.list", "findings.board.actions", "findings.board.show")
# What may be counted is no question of its own: whoever counts narrows it to one case.
QUESTIONS = ("visible_to", "answerable_by", "reportable_by")
# Made anew at each asking.
ANEW = re.compile(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"|nonce="[^"]*"|DTSTAMP:\S*|<dcterms:[^/]*')


def lists(who: str) -> list[str]:
    """The pages without a record in their address that somebody opens, and after them every question of QUESTIONS."""
    named = [name for name in routes() if "<" not in routes()[name] and name not in BUTTONS]
    pages = [name for name in named if expected_anywhere(who, name, ASKS) == 200]
    return [name for name in (*pages, *questions()) if not name.startswith(NO_LISTS)]


def questions() -> list[str]:
    """What somebody may see of each kind of record, and may do something about: "findings.Action visible_to"."""
    models = [model for app in ("reviews", "agencies", "findings") for model in apps.get_app_config(app).get_models()]
    asked = [(model, way) for model in models for way in QUESTIONS if hasattr(getattr(model, "objects", None), way)]
    return [f"{model._meta.label} {way}" for model, way in asked]


def said(case: Case, client: Any, who: str, name: str) -> str:
    """All that a list says to somebody, without what is made anew at each asking; what is kept of the asking is undone."""
    if name not in routes():
        label, way = name.split()
        asked: Any = getattr(apps.get_model(label), "objects")  # noqa: B009
        found = getattr(asked, way)(User.objects.get(pk=case.world.people[who].pk))
        return str(sorted(set(found.values_list("pk", flat=True))))
    with transaction.atomic():
        told = ANEW.sub("", words(client.get(case.address(name))))
        transaction.set_rollback(True)
    return told


def beside_all(world: make.World, look: Callable[[Case, list[tuple[str, str]]], None]) -> Case:
    """One of everything; then, one after another, others on the same board and another board come.

    `look` is called before, with the case and with the lists, as (who, page), that must say the same after that.
    """
    case = one_of_everything(world)
    mark(case, AGENCYS)
    every = [(who, name) for who in PEOPLE if who != "elsewhere" for name in lists(who)]
    pages = [(who, name) for who, name in every if who not in OFFICERS and name in routes()]
    apart = [(who, name) for who, name in pages if not name.startswith(OF_ALL)]
    look(case, apart)
    nearby(world)
    look(case, [each for each in every if each not in apart])
    other = one_of_everything(make.world(THEIRS))
    awaited(other.world, THEIRS, 2)
    stranger_to_all(other)
    mark(other, THEIRS)
    Review.objects.filter(pk=other.review.pk).update(title=THEIRS)
    world.people["elsewhere"] = make.world("Marlow").manager
    return case


def nearby(world: make.World) -> None:
    """On the same board: other agencies, other people, and their reviews."""
    police, school = (
        Agency.objects.create(board=world.board, name=f"{NEARBY} {kind}", kind=kind)
        for kind in (Agency.Kind.POLICE, Agency.Kind.SCHOOL)
    )
    beside = make.World(world.board, police, school)
    for who in (*make.OFFICERS, "reviewer", "legal", "outsider"):  # Of these none has a role on the board.
        beside.people[who] = make.person(f"{who} {NEARBY}")
    for who in ("panel", "support"):
        beside.people[who] = make.person(f"{who} {NEARBY}", agency=police)
    for name, people in make.AGENCY_PEOPLE.items():
        for key in people:
            user = beside.people[f"{name}_{key}"] = make.person(f"{name} {key} {NEARBY}", agency=getattr(beside, name))
            make.in_role(world.board, user, make.AGENCY_ROLE[key])
    review = make.review(beside, stage=Stage.PUBLICATION, number=2, title=NEARBY)
    case = Case(beside, review, {**cases.considered(beside, review), **cases.reported(beside, review)}, of={})
    case.records |= cases.supported(beside, review)
    for number, name in enumerate(("police", "school"), start=1):
        handed = cases.handed_in(beside, review, getattr(beside, name))
        case.of[name] = handed | cases.learned(beside, review, number, handed)
    case.records |= cases.planned(beside, review, case.of["police"]["action"])
    for make_more in (cases.checked, cases.taught, cases.spread, cases.trained):
        make_more(case)
    awaited(beside, NEARBY, 3)


def awaited(world: make.World, title: str, number: int) -> None:
    """Reviews of a board, numbered from `number`, in which much waits for somebody: returns, a draft, recommendations."""
    stages = (Stage.COLLECTION, Stage.DRAFTING, Stage.MONITORING)
    collecting, drafting, monitoring = (
        make.review(world, stage=stage, number=each, title=title) for each, stage in enumerate(stages, start=number)
    )
    late = timezone.localdate() - timedelta(days=1)
    asked = make.request(world, collecting, world.police, status="in_progress", due_on=late)
    make.request(world, collecting, world.school, status="with_senior")
    file = {"filename": f"{title}.csv", "sha256": "c2" * 32, "size": 9, "status": "preview"}
    Upload.objects.create(request=asked, uploaded_by=world.police_author, **file)
    Extension.objects.create(request=asked, until=late, reason=title, asked_by=world.police_author)
    told = {"subject_name": title, "outcome": "died", "circumstances": title, "rule_set": collecting.rule_set}
    for status, review in (("draft", collecting), ("sent", drafting)):
        ref = f"REF-2026-{500 + review.pk}"
        reviews.Referral.objects.create(board=world.board, ref=ref, status=status, referrer=world.referrer, **told)
    cases.reported(world, drafting)
    recommended(world, monitoring, title)


def recommended(world: make.World, review: Review, title: str) -> None:
    """Recommendations that wait for the board, for an action, for a national body; actions to report, assure and test."""
    late, by = timezone.localdate() - timedelta(days=1), world.reviewer
    made = [
        findings.Recommendation.objects.create(
            review=review, number=number, text=title, written_by=by, beyond_gift=True
        )
        for number in (1, 2, 3)
    ]
    for each in made:
        each.agencies.set([world.police])
    for each in made[1:]:
        findings.Response.objects.create(
            recommendation=each, answer="accepted", responded_by=world.chair, responded_on=late
        )
    answered = {"answer": "accepted", "responded_by": world.police_senior, "responded_on": late, "answers": 1}
    findings.AgencyResponse.objects.create(recommendation=made[1], agency=world.police, **answered)
    own = {"recommendation": made[2], "agency": world.police, "owner": world.police_owner, "target_on": late}
    for number, status in enumerate(("planned", "claimed_done", "assured"), start=1):
        action = findings.Action.objects.create(
            number=number, text=title, status=status, retest_on=late if status == "assured" else None, **own
        )
        for step in ("lead", "chair", "board") if number == 1 else ():
            barred = {"what": title, "who_can_lift": title, "since": late, "step_on": late, "step": step}
            findings.Barrier.objects.create(action=action, raised_by=world.police_owner, **barred)
