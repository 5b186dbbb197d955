"""What waits for a person about learning and policies: what their agency is asked, and what the board has to look after.

The database is asked once, however many kinds of things can wait: your work is made of many such questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from findings.models import Audience, Policy, Practice
from reviews.access import boards_where, holds_anywhere
from reviews.models import Board, Review
from scr_portal.lib.items import SHOWN, Item

# Kind → what is said, and the page on which it is done; what the board has to look after is late as it stands.
OWN = {
    "audience": ("Say how your team used the learning", "findings.audience.answer"),
    "policy": ("Look at a policy again", "findings.policy.review"),
    "practice": ("Say what your agency does differently since the training", "findings.practice.answer"),
}
KEPT = {
    "teams": ("Teams are late to say how they used the learning", "findings.audience.list"),
    "named": ("A recommendation names a policy, and nobody has changed it", "findings.policy.list"),
}
NEVER = Value(None, DateField())


def waiting(user: Any, today: date) -> Iterator[Item]:
    """What their agency is asked, and for the board what is late."""
    asked = [*own(user, today), *kept(user, today)]
    if not asked:
        return
    rows = asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]
    for kind, key, case, due in rows.order_by("due")[:SHOWN]:
        what, page = {**OWN, **KEPT}[kind]
        late = kind in KEPT or due < today
        yield Item(what, case, reverse(page, args=[key] if key else []), due, late)


def told(rows: Any, kind: str, key: Any, case: Any, due: Any) -> Any:
    """Rows as (kind, key, case, due), so that several kinds fit one question."""
    named = {"kind": Value(kind, CharField()), "key": Cast(key, CharField()), "case": Cast(case, CharField())}
    return rows.order_by().annotate(**named, due=due).values_list(*named, "due")


def own(user: Any, today: date) -> Iterator[Any]:
    """Answers that the person's team owes, and policies that are due: their agency's, or the board's for who enters them."""
    answering = holds_anywhere(user, "learning.answer")
    if answering:
        lines = Audience.objects.unanswered().answerable_by(user)
        yield told(lines, "audience", F("pk"), F("product__report__review__ref"), F("answer_by"))
    if holds_anywhere(user, "policy.change"):
        theirs = Q(board__in=boards_where(user, "policy.change", own=True), agency=user.agency_id or 0)
        boards = Q(board__in=boards_where(user, "policy.change"), agency__isnull=True)
        yield told(Policy.objects.due(today).filter(theirs | boards), "policy", F("pk"), F("title"), F("review_on"))
    if answering:
        practice = Practice.objects.unanswered().answerable_by(user)
        yield told(practice, "practice", F("pk"), F("session__course__title"), F("answer_by"))


def kept(user: Any, today: date) -> Iterator[Any]:
    """Reviews with a team that is late, and boards with a policy that a recommendation names and nobody has changed."""
    if holds_anywhere(user, "learning.plan"):
        sending = Review.objects.visible_to(user, "learning.plan")
        late = Audience.objects.unanswered().filter(product__report__review__in=sending, answer_by__lt=today)
        title = Concat("ref", Value(" · "), "title", output_field=CharField())
        reviews = Review.objects.filter(pk__in=late.values("product__report__review"))
        yield told(reviews, "teams", F("ref"), title, NEVER)
    if holds_anywhere(user, "policy.enter"):
        named = Policy.objects.named().filter(board__in=boards_where(user, "policy.enter"))
        yield told(Board.objects.filter(pk__in=named.values("board")), "named", Value(""), F("name"), NEVER)
