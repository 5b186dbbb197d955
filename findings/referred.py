"""What the references in a report name: findings, recommendations, entries, what agencies mean by their short forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse

from agencies.lifecycle import RequestStatus
from agencies.models import Abbreviation, Entry
from findings.models import Finding, Recommendation, Report
from findings.references import Key, Register, completed, figures, references
from reviews.models import Review

Found = tuple[int, str, str, str]  # key, words, words at first mention, address


@dataclass(slots=True)
class Referred:
    """What the references of a report mean today, and where each leads on the screen."""

    register: Register = field(default_factory=Register)
    addresses: dict[Key, str] = field(default_factory=dict)

    def linked(self, text: str) -> str:
        """A text as a page draws it, with links."""
        return self.register.said(text, around=self.addresses)


def of(report: Report, texts: Iterable[str] | None = None) -> Referred:
    """Look up what the texts of a report refer to; one query for each kind that is there. `texts`: all of its sections."""
    said = [section.text for section in report.sections.all()] if texts is None else [*texts]
    keys: dict[str, set[int]] = {}
    for mark in (mark for text in said for mark in references(text)):
        keys.setdefault(mark.kind, set()).add(mark.key or 0)
    found = Referred()
    words: dict[Key, str] = {}
    at_first: dict[Key, str] = {}
    for kind, look in KINDS.items():
        for key, short, long, address in look(report.review, keys[kind]) if kind in keys else ():
            words[kind, key], found.addresses[kind, key] = short, address
            if long:
                at_first[kind, key] = long
    found.register = Register(words, at_first, figures(said))
    return found


def of_findings(review: Review, keys: set[int]) -> Iterator[Found]:
    """Findings by their number."""
    for each in Finding.objects.filter(review=review, pk__in=keys):
        address = reverse("findings.finding.show", args=[review.ref, each.number])
        yield each.pk, f"finding {each.number}", "", address


def of_recommendations(review: Review, keys: set[int]) -> Iterator[Found]:
    """Recommendations by their number."""
    for each in Recommendation.objects.filter(review=review, pk__in=keys):
        address = reverse("findings.recommendation.show", args=[each.pk])
        yield each.pk, f"recommendation {each.number}", "", address


def of_entries(review: Review, keys: set[int]) -> Iterator[Found]:
    """Entries by agency and day, or what a corrected file put in their place; one on hold is not there for anybody."""
    replacing = Q(pk__in=keys) | Q(replaces__in=keys) | Q(replaces__replaces__in=keys)
    for each in Entry.objects.of_review(review).filter(replacing).select_related("agency", "replaces"):
        before = each.replaces.replaces_id if each.replaces else None
        address = reverse("findings.entry.show", args=[review.ref, each.pk])
        for key in filter(None, (each.pk, each.replaces_id, before)):
            yield key, f"{each.agency.label}, {in_full(each)}", "", address


def in_full(entry: Any) -> str:
    """The day of an entry in words."""
    from findings.chronology_export import date_words  # It reads the register, which reads the report: not at the top.

    return date_words.in_full(entry)


def of_terms(review: Review, keys: set[int]) -> Iterator[Found]:
    """Short forms, with what they mean at the first mention."""
    returned = review.requests.filter(status=RequestStatus.RETURNED)
    address = reverse("agencies.glossary.of_review", args=[review.ref])
    for each in Abbreviation.objects.filter(request__in=returned, pk__in=keys):
        yield each.pk, each.short, f"{each.meaning} ({each.short})" if each.meaning else "", address


KINDS: dict[str, Callable[[Review, set[int]], Iterator[Found]]] = {
    "finding": of_findings, "recommendation": of_recommendations, "entry": of_entries, "term": of_terms,
}  # fmt: skip


def with_keys(review: Review, text: str) -> str:
    """A text that is saved: what its writer referred to by number or short form is known by its key from now on."""
    asked = {(mark.kind, mark.label.casefold()) for mark in references(text) if mark.key is None}
    if not asked:
        return text
    keys: dict[tuple[str, str], int] = {}
    for kind, rows in (("finding", review.findings), ("recommendation", review.recommendations)):
        numbers = {int(label) for named, label in asked if named == kind and label.isdecimal() and len(label) < 5}
        keys |= {
            (kind, str(number)): key for key, number in rows.filter(number__in=numbers).values_list("pk", "number")
        }
    if any(kind == "term" for kind, _ in asked):
        returned = review.requests.filter(status=RequestStatus.RETURNED)
        for each in Abbreviation.objects.filter(request__in=returned).order_by("-pk"):
            keys["term", each.short.casefold()] = each.pk
    return completed(text, keys)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a writer can refer to: how it is written, and what it is."""

    written: str
    words: str


def offers(review: Review, user: Any) -> list[tuple[str, list[Offer]]]:
    """(kind, what can be referred to) for the list beside the text; entries are those on which findings rest."""
    returned = review.requests.filter(status=RequestStatus.RETURNED)
    resting = Entry.objects.of_review(review, user).filter(
        evidence_for__finding__review=review, evidence_for__removed=False
    )
    terms = {each.short: each for each in Abbreviation.objects.filter(request__in=returned).order_by("-pk")}
    found = [
        ("Findings", [Offer(f"[[finding {each.number}]]", each.title) for each in review.findings.all()]),
        ("Recommendations", [Offer(f"[[recommendation {each.number}]]", each.text) for each in review.recommendations.all()]),
        ("Short forms", [Offer(f"[[term {short}]]", each.meaning) for short, each in sorted(terms.items())]),
        ("Entries that findings rest on", [
            Offer(f"[[entry {in_full(each)}#{each.pk}]]", f"{each.agency.label}: {each.event}")
            for each in resting.select_related("agency").distinct()[:MOST]
        ]),
    ]  # fmt: skip
    return [(kind, rows) for kind, rows in found if rows]


# As many entries as a list beside a text can hold.
MOST = 100


def dead(report: Report) -> list[tuple[str, str, str]]:
    """(section's key, its title, the reference) of each one in a report that leads nowhere."""
    sections = [*report.sections.all()]
    register = of(report, [each.text for each in sections]).register
    return [(each.key, each.title, written) for each in sections for written in register.dead(each.text)]
