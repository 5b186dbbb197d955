"""The golden thread of a review: from what was recorded, through findings, recommendations and actions, to what changed.

A strand is one finding with what it rests on before it and what came of it after it, as a tree: a recommendation that rests on
two findings stands in both strands. Records that a person may not see are not in it, and leave no gap (decision 0020).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.text import Truncator

from findings.broken import Broken, address, named
from findings.models import Action, Course, Evidence, Impact, PolicyAsk, Recommendation
from reviews.models import Review
from scr_portal.lib.page_tags import day

KINDS = ("evidence", "finding", "recommendation", "action", "proof", "impact")
HEADS = ("What was recorded", "Finding", "Recommendation", "Action", "Evidence of it", "Impact")


@dataclass(frozen=True, slots=True)
class Node:
    """One record of a strand: its key ("action-4"), its kind (of KINDS), its name, a few words, its page, what is missing, what follows."""

    key: str
    kind: str
    name: str
    words: str
    href: str
    broken: tuple[str, ...] = ()
    after: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This node and all that follow it."""
        yield self
        for each in self.after:
            yield from each.walk()


@dataclass(frozen=True, slots=True)
class Strand:
    """One finding, what it rests on, and what came of it; `head` is None for recommendations that rest on no finding."""

    before: tuple[Node, ...]
    head: Node

    def nodes(self) -> Iterator[Node]:
        """Every record of it, in the order of the chain."""
        yield from self.before
        yield from self.head.walk()

    def at(self, key: str) -> Strand | None:
        """The part that runs through one record; None where it is not here."""
        if any(each.key == key for each in self.before):
            return replace(self, before=tuple(each for each in self.before if each.key == key))
        found = through(self.head, key)
        return replace(self, head=found) if found else None


def through(node: Node, key: str) -> Node | None:
    """The way from a node to the record of `key`, and all that follows that record."""
    if node.key == key:
        return node
    kept = tuple(filter(None, (through(each, key) for each in node.after)))
    return replace(node, after=kept) if kept else None


@dataclass(slots=True)
class Weaver:
    """Makes nodes of records; `missing` is what is broken, by record."""

    review: Review
    missing: dict[str, list[str]] = field(default_factory=dict)

    def node(self, row: Any, kind: str, words: str, after: tuple[Node, ...] = ()) -> Node:
        """A finding, a recommendation or an action."""
        key = f"{kind}-{row.pk}"
        short = Truncator(words).chars(80)
        return Node(key, kind, named(row), short, address(row), tuple(self.missing.get(key, ())), after)

    def strands(self, user: Any) -> list[Strand]:
        """One for each finding; then one for each recommendation that rests on none."""
        held = Evidence.objects.visible_to(user).filter(removed=False)
        kinds = ("entry__agency", "imr_section__imr__request__agency", "contribution__person")
        rows = self.review.findings.prefetch_related(
            Prefetch("evidence", held.select_related(*kinds), to_attr="readable"),
            Prefetch("recommendations", recommendations(user)),
            Prefetch("courses", Course.objects.visible_to(user).trained()),
        )
        found = [self.strand(row) for row in rows]
        loose = recommendations(user).filter(review=self.review).without_finding()
        return found + [Strand((), self.recommendation(row)) for row in loose]

    def strand(self, finding: Any) -> Strand:
        """One finding with both sides."""
        after = tuple(self.recommendation(row) for row in finding.recommendations.all())
        after += tuple(training(each, finding, "recommendation") for each in finding.courses.all())
        before = tuple(self.evidence(finding, row) for row in finding.readable)
        return Strand(before, self.node(finding, "finding", finding.title, after))

    def evidence(self, finding: Any, row: Evidence) -> Node:
        """One thing that a finding rests on: its day and whose it is, never its words, in which people are named."""
        href = reverse("findings.finding.show", args=[self.review.ref, finding.number])
        if row.entry:
            href = reverse("findings.entry.show", args=[self.review.ref, row.entry_id])
            when = day(row.entry.date_from) if row.entry.precision == "day" else row.entry.date_text
            return Node(f"entry-{row.entry_id}", "evidence", when or "No date", row.entry.agency.label, href)
        if row.contribution:
            said = row.contribution
            words = f"Words of {said.person.pseudonym}"
            return Node(f"contribution-{said.pk}", "evidence", words, day(said.given_on), href)
        section: Any = row.imr_section
        return Node(f"section-{section.pk}", "evidence", "Agency’s report", section.imr.request.agency.label, href)

    def recommendation(self, row: Any) -> Node:
        """A recommendation and what was done about it: actions, policies, training."""
        after = [self.action(each) for each in row.actions.all()] + [policy(each) for each in row.policy_asks.all()]
        after += [training(each, row, "action") for each in row.courses.all()]
        return self.node(row, "recommendation", row.text, tuple(after))

    def action(self, row: Action) -> Node:
        """An action with what shows that it was done, and what its impact was."""
        updates = [*row.updates.all()]
        files = sum(len(each.files.all()) for each in updates)
        impacts = tuple(self.impact(row, each) for each in row.impacts.all())
        proof: tuple[Node, ...] = impacts
        if updates or impacts:
            words = f"{row.get_status_display()}"
            name = f"{files} file{'s' if files != 1 else ''}, {len(updates)} report{'s' if len(updates) != 1 else ''}"
            proof = (Node(f"proof-{row.pk}", "proof", name, words, f"{address(row)}#progress", (), impacts),)
        return self.node(row, "action", f"{row.agency.label}: {row.text}", proof)

    def impact(self, action: Action, row: Impact) -> Node:
        """What a test of the impact found."""
        href = f"{address(action)}#impact-{row.pk}"
        return Node(f"impact-{row.pk}", "impact", row.get_shown_display(), Truncator(row.result).chars(80), href)


def policy(ask: PolicyAsk) -> Node:
    """A policy that a recommendation names, and whether it was changed; it stands where the actions stand."""
    href = reverse("findings.policy.show", args=[ask.policy_id])
    words = f"changed {day(ask.change.approved_on)}" if ask.change and ask.met else ""
    missing = () if ask.met else ("is not changed yet",)
    return Node(f"policy-{ask.pk}", "action", f"Policy: {ask.policy}", words, href, missing)


def training(course: Course, row: Any, kind: str) -> Node:
    """A course that answers a finding or a recommendation, and how many came; it stands where what follows these stands."""
    came = course.trained  # type: ignore[attr-defined]
    href = reverse("findings.course.show", args=[course.pk])
    words = f"{came} {'person' if came == 1 else 'people'} trained" if came else ""
    key = f"course-{course.pk}-of-{row._meta.model_name}-{row.pk}"
    return Node(key, kind, f"Training: {course}", words, href, () if came else ("has trained nobody yet",))


def recommendations(user: Any) -> Any:
    """Recommendations with all that follows them, as a person may see it."""
    actions = Action.objects.visible_to(user).select_related("agency", "recommendation__review")
    return (
        Recommendation.objects.visible_to(user)
        .select_related("review")
        .prefetch_related(
            Prefetch("actions", actions.prefetch_related("updates__files", "impacts")),
            Prefetch("policy_asks", PolicyAsk.objects.visible_to(user).select_related("policy", "change")),
            Prefetch("courses", Course.objects.visible_to(user).trained()),
        )
    )


def strands(review: Review, user: Any, missing: list[Broken], at: str = "") -> list[Strand]:
    """The thread of a review, or with `at` (a node's key) the part that runs through one record."""
    by_record: dict[str, list[str]] = {}
    for each in missing:
        by_record.setdefault(each.record, []).append(each.kind.what)
    found = Weaver(review, by_record).strands(user)
    return [part for part in (each.at(at) for each in found) if part] if at else found
