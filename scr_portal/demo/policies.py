"""Policies that the published review's recommendations name: changed, waiting for approval, and not changed by anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from findings.models import Recommendation
from findings.services import policy
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on


@dataclass(frozen=True)
class Clause:
    """A clause before and after; `approved` is by whom and how many days ago, if it was; whom its staff were told of it."""

    clause: str
    before: str
    after: str
    edition: str
    approved: tuple[str, int] | None = None
    told: tuple[tuple[str, str, str, int], ...] = ()


# Title, whose (empty: the board's own), version, days ago on which it is due, the recommendation that names it, its change.
POLICIES: tuple[tuple[str, str, str, int, int, Clause | None], ...] = (
    (
        "Contacts at the front door", "childrens-social-care", "4.0", -160, 0,
        Clause(
            "3.2 A second contact",
            "A second contact about the same child is recorded and linked to the first. The worker on duty decides within one working day whether it meets the threshold.",
            "A second contact about the same child within ninety days is linked to the first. The manager on duty rings everybody who made one before it is decided whether it meets the threshold.",
            "4.1", ("The director’s management team", 300),
            (("childrens-social-care", "manager", "meeting", 290), ("childrens-social-care", "front_line", "training", 270), ("school", "school", "email", 268)),
        ),
    ),
    (
        "Notices about children", "police", "2019", 40, 0,
        Clause(
            "7. What a notice holds",
            "The notice names the child and the address, and what the officer saw.",
            "The notice names the child, the address and everybody who lives there, what the officer saw, and a number on which the officer can be rung.",
            "2025",
        ),
    ),
    ("Who lives here: the household page", "health-visiting", "1.3", 12, 1, None),
    (
        "Sharing information about children", "", "3", -300, 1,
        Clause(
            "2.4 Adults of the household",
            "What is known of parents may be shared where a child may be at risk.",
            "What is known of every adult who lives with a child may be shared where the child may be at risk.",
            "4", ("The safeguarding partnership", 150), (("police", "manager", "newsletter", 140),),
        ),
    ),
)  # fmt: skip


def of_the_published_review(cast: Cast, made: Sequence[Recommendation]) -> None:
    """Entered and named when the board accepted the recommendations, changed since or not."""
    for title, key, edition, due, names, clause in POLICIES:
        with on(ago(400)):
            values = {"title": title, "agency": cast.agencies.get(key), "edition": edition, "review_on": ago(due)}
            found = policy.enter(by=cast["manager"], board=cast.board, values=values)
            named = Recommendation.objects.select_related("review__board").get(pk=made[names].pk)
            ask = policy.name(by=cast["manager"], recommendation=named, policy=found)
        if clause is None:
            continue
        by = cast[f"{key}.lead"] if key else cast["manager"]
        approved, days = clause.approved or ("", 60)
        with on(ago(days)):
            said = {
                "clause": clause.clause, "before": clause.before, "after": clause.after, "edition_before": edition,
                "edition_after": clause.edition, "approved_by": approved, "approved_on": ago(days) if approved else None,
            }  # fmt: skip
            change = policy.change(by=by, policy=found, values={**said, "asks": [ask]})
        for agency, level, channel, day in clause.told:
            with on(ago(day)):
                told = {"agency": cast.agencies[agency], "level": level, "channel": channel, "told_on": ago(day)}
                policy.tell(by=by, change=change, values=told)
