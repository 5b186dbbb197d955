"""Broken links of the chain from evidence to impact: what is missing, of which record, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from findings.lifecycle import ActionStatus
from findings.models import Action, Evidence, EvidenceFile, Finding, Impact, PolicyAsk, Recommendation
from reviews.models import Contribution
from reviews.models.contribution import USABLE

DONE = (ActionStatus.CLAIMED_DONE, ActionStatus.ASSURED, ActionStatus.CLOSED)
TESTED = (ActionStatus.ASSURED, ActionStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Break:
    """One kind of broken link: of which records, what is missing, what to do, and the rows of some reviews that have it."""

    key: str
    of: str
    what: str
    remedy: str
    rows: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken link: the record ("finding-3"), its name, its review, its page, and what is missing."""

    record: str
    name: str
    review: Any
    href: str
    kind: Break


def without_evidence(reviews: Any) -> Any:
    """Findings that rest on nothing which may be used."""
    usable = Contribution.objects.agreed().filter(pk=OuterRef("contribution"), allowed__in=USABLE)
    standing = Evidence.objects.filter(finding=OuterRef("pk"), removed=False)
    resting = Exists(standing.filter(contribution=None)) | Exists(standing.filter(Exists(usable)))
    return Finding.objects.filter(~resting, review__in=reviews).select_related("review")


def recommended(narrowed: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Recommendations of some reviews that lack one thing."""
    return lambda reviews: narrowed(Recommendation.objects.filter(review__in=reviews)).select_related("review")


def acted(narrowed: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Actions of some reviews that lack one thing."""
    rows = Action.objects.select_related("recommendation__review")
    return lambda reviews: narrowed(rows.filter(recommendation__review__in=reviews))


def unnamed(rows: Any) -> Any:
    """Recommendations that should change what policy says, were accepted, and name no policy."""
    policy = Recommendation.Change.POLICY
    asking = rows.annotate(words=Cast("changes", TextField())).filter(words__contains=f'"{policy}"')
    return asking.accepted().filter(policy_asks__isnull=True)


UNMET = PolicyAsk.objects.unmet().filter(recommendation=OuterRef("pk"))
SHOWS = EvidenceFile.objects.filter(update__action=OuterRef("pk"))
TESTS = Impact.objects.filter(action=OuterRef("pk"))

BREAKS: tuple[Break, ...] = (
    Break("evidence", "finding", "rests on no evidence", "Link an entry, a passage of a report or somebody’s words to it.", without_evidence),
    Break("finding", "recommendation", "rests on no finding", "Say on which finding it rests.", recommended(lambda rows: rows.without_finding())),
    Break("addressee", "recommendation", "is addressed to nobody", "Say who is to act, or that it goes to a national body.", recommended(lambda rows: rows.without_addressee().filter(beyond_gift=False))),
    Break("measure", "recommendation", "has no measure of its impact", "Say how it will be known that it has worked.", recommended(lambda rows: rows.without_measure())),
    Break("response", "recommendation", "has no response of the board", "Record whether the board accepts it.", recommended(lambda rows: rows.without_response())),
    Break("action", "recommendation", "was accepted, and nobody acts on it", "Set an action for each agency that is to act.", recommended(lambda rows: rows.without_action())),
    Break("policy", "recommendation", "should change a policy, and names none", "Name the policy in the register that it asks to be changed.", recommended(unnamed)),
    Break("unchanged", "recommendation", "names a policy that nobody has changed", "Record how the policy was changed, and who approved it.", recommended(lambda rows: rows.accepted().filter(Exists(UNMET)))),
    Break("target", "action", "has no measure of its impact", "Say at its recommendation how it will be known that it has worked, or record what its impact was.", acted(lambda rows: rows.filter(~Exists(TESTS), recommendation__measure=""))),
    Break("proof", "action", "is reported done without evidence", "Ask its owner for a file that shows it.", acted(lambda rows: rows.filter(~Exists(SHOWS), status__in=DONE))),
    Break("test", "action", "is assured, and nobody has tested whether it worked", "Test its impact and record the result.", acted(lambda rows: rows.filter(~Exists(TESTS), status__in=TESTED))),
)  # fmt: skip


# All records of a kind of some reviews, among which those with a broken link are looked for.
RECORDS: dict[str, Callable[[Any], Any]] = {
    "finding": lambda reviews: Finding.objects.filter(review__in=reviews).select_related("review"),
    "recommendation": recommended(lambda rows: rows),
    "action": acted(lambda rows: rows),
}


def broken(reviews: Any, kinds: tuple[Break, ...] = BREAKS) -> list[Broken]:
    """Every broken link of some reviews (a queryset or a list), in the order of the chain; one query for each kind of record."""
    found: list[Broken] = []
    for of, rows in RECORDS.items():
        some = [kind for kind in kinds if kind.of == of]
        lacks = {f"lacks_{kind.key}": Exists(kind.rows(reviews).filter(pk=OuterRef("pk"))) for kind in some}
        for row in rows(reviews).annotate(**lacks):
            found += [told(row, kind) for kind in some if getattr(row, f"lacks_{kind.key}")]
    return sorted(found, key=lambda each: kinds.index(each.kind))


def told(row: Any, kind: Break) -> Broken:
    """One row as a broken link."""
    return Broken(f"{kind.of}-{row.pk}", named(row), row.review, address(row), kind)


def named(row: Any) -> str:
    """What a record is called in its review."""
    return f"Finding {row.number}" if isinstance(row, Finding) else str(row)


def address(row: Any) -> str:
    """The page of a record."""
    if isinstance(row, Finding):
        return reverse("findings.finding.show", args=[row.review.ref, row.number])
    noun = "recommendation" if isinstance(row, Recommendation) else "action"
    return reverse(f"findings.{noun}.show", args=[row.pk])
