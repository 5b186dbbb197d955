"""A large board for measuring: many reviews in monitoring, each with recommendations, and actions with all that stands around them."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from django.utils import timezone

from agencies.models import Agency
from findings import models as learned
from reviews.models import Event, Review, ReviewGrant
from reviews.models.people import Person
from tests import make

AGENCIES, THEMES, SPONSORS, EACH = 20, 12, 15, 4  # actions of each recommendation
# State → how many of a hundred actions.
STATES = {"planned": 20, "in_progress": 30, "claimed_done": 10, "assured": 20, "closed": 20}
RARE = "zeppelin"
WORDS = [
    "call",
    "visit",
    "record",
    "review",
    "panel",
    "letter",
    "change",
    "form",
    "training",
    "audit",
    "system",
    "lead",
    "nurse",
    "school",
    "duty",
    "supervision",
]


class LargeBoard:
    """`reviews` reviews with `actions` actions in all, on the board of `world`; the business manager may read each."""

    def __init__(self, world: Any, year: int) -> None:
        self.world, self.year, self.draw, self.today = world, year, random.Random(7), timezone.localdate()
        self.agencies = Agency.objects.bulk_create(
            Agency(board=world.board, name=f"Agency {n}") for n in range(AGENCIES)
        )
        self.themes = learned.Theme.objects.bulk_create(
            learned.Theme(board=world.board, name=f"Theme {n}") for n in range(THEMES)
        )
        self.sponsors = [f"Sponsor {n}, chief officer" for n in range(SPONSORS)]
        self.first = make.review(world, stage="monitoring", number=1)

    def grown(self, reviews: int, actions: int) -> None:
        """Make them all at once; what hangs on an action follows its state."""
        made = self.of_reviews(reviews)
        recommendations = self.of_recommendations(made, actions // EACH)
        rows = [self.action(each, number) for each in recommendations for number in range(1, EACH + 1)]
        self.around(learned.Action.objects.bulk_create(rows))
        self.meet()

    def of_reviews(self, number: int) -> list[Review]:
        """Reviews in monitoring with a register each, open to whoever may open the first."""
        made = Review.objects.bulk_create(
            Review(
                board=self.world.board,
                ref=f"SCR-{self.year}-{n:03d}",
                title="Child B",
                rule_set=make.CHILD,
                stage="monitoring",
            )
            for n in range(1, number + 1)
        )
        held = list(self.first.grants.all())
        ReviewGrant.objects.bulk_create(
            ReviewGrant(user_id=grant.user_id, permission_id=grant.permission_id, content_object=review)
            for review in made for grant in held
        )  # fmt: skip
        Person.objects.bulk_create(
            Person(
                review=review, given=f"Amara{n}", surname=f"Okafor{n}", pseudonym="Child A", added_by=self.world.manager
            )
            for n, review in enumerate(made)
        )
        return made

    def of_recommendations(self, reviews: list[Review], number: int) -> list[learned.Recommendation]:
        """Recommendations over the reviews, each accepted and resting on a finding with two themes."""
        by = self.world.reviewer
        findings = learned.Finding.objects.bulk_create(
            learned.Finding(review=review, number=1, title="f", what="w", why="y", written_by=by) for review in reviews
        )
        themed = learned.Finding.themes.through
        themed.objects.bulk_create(
            themed(finding=finding, theme=theme) for finding in findings for theme in self.draw.sample(self.themes, 2)
        )
        made = learned.Recommendation.objects.bulk_create(
            learned.Recommendation(
                review=reviews[n % len(reviews)], number=n // len(reviews) + 1, text=self.text(n), written_by=by
            )
            for n in range(number)
        )
        resting = learned.Recommendation.findings.through
        resting.objects.bulk_create(
            resting(recommendation=each, finding=findings[n % len(reviews)]) for n, each in enumerate(made)
        )
        learned.Response.objects.bulk_create(
            learned.Response(
                recommendation=each, answer="accepted", responded_by=self.world.chair, responded_on=self.today
            )
            for each in made[30:]
        )
        return made

    def text(self, number: int) -> str:
        """Some words, and in one of a thousand a rare one."""
        return " ".join(self.draw.choices(WORDS, k=25)) + (f" {RARE}" if number % 1000 == 3 else "")

    def action(self, recommendation: learned.Recommendation, number: int) -> learned.Action:
        """One action, somewhere between a year and a half past its target and a year before it."""
        state = self.draw.choices([*STATES], [*STATES.values()])[0]
        due = self.today + timedelta(days=self.draw.randrange(-500, 365))
        heard = self.today - timedelta(days=self.draw.randrange(200))
        return learned.Action(
            recommendation=recommendation, number=number, agency=self.draw.choice(self.agencies), text=self.text(number), target_on=due,
            status=state, sponsor=self.draw.choice(self.sponsors), last_word_on=heard if state != "planned" else None,
        )  # fmt: skip

    def around(self, actions: list[learned.Action]) -> None:
        """Progress, evidence, barriers, moved targets, impact and events of the actions."""
        by, heard = self.world.manager, [each for each in actions if each.status != "planned"]
        updates = learned.ActionUpdate.objects.bulk_create(
            learned.ActionUpdate(action=each, note=self.text(n), written_by=by) for each in heard for n in range(2)
        )
        learned.EvidenceFile.objects.bulk_create(
            learned.EvidenceFile(update=each, file="evidence/none", name="list.txt", sha256="") for each in updates[::2]
        )
        learned.Barrier.objects.bulk_create(
            learned.Barrier(
                action=each, what="No money.", who_can_lift="The finance director", since=self.today, step_on=self.today, raised_by=by
            )
            for each in actions[::9]
        )  # fmt: skip
        learned.TargetRevision.objects.bulk_create(
            learned.TargetRevision(action=each, from_on=self.today, to_on=each.target_on, reason="r", revised_by=by)
            for each in actions[::5]
        )
        done = [each for each in heard if each.status != "in_progress"]
        learned.Impact.objects.bulk_create(
            learned.Impact(action=each, measure="m", result="r", shown="yes", tested_on=self.today, recorded_by=by)
            for each in done if each.status == "closed"
        )  # fmt: skip
        self.events("action.set", actions)
        self.events("action.progressed", heard)
        self.events("action.reported_done", done)
        self.events("action.assured", [each for each in done if each.status != "claimed_done"])

    def events(self, verb: str, actions: list[learned.Action]) -> None:
        """One event of each action within the last year. The chain is not kept: nothing that is measured reads it."""
        begun = Event.objects.count()
        Event.objects.bulk_create(
            Event(
                chain="measured", number=begun + n, at=timezone.now() - timedelta(days=self.draw.randrange(365)), actor=self.world.manager,
                verb=verb, board=self.world.board, subject_type="findings.action", subject_id=each.pk,
            )
            for n, each in enumerate(actions, 1)
        )  # fmt: skip

    def meet(self) -> None:
        """The board met three months ago."""
        learned.BoardMeeting.objects.create(
            board=self.world.board, held_on=self.today - timedelta(days=90), recorded_by=self.world.manager
        )
