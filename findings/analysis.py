"""Questions, conclusions and what they rest on, put side by side; and what is missing: answers, evidence, use of evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies.models import IMR_SECTIONS, SUMMARY_SECTIONS, Entry, ImrSection
from agencies.models.directory import Agency
from findings import merged
from findings.models import Evidence, Finding, Mark
from reviews.models import Contribution, LineOfEnquiry, Review
from reviews.models.contribution import USABLE

TITLES = {key: title for key, title, _ in (*IMR_SECTIONS, *SUMMARY_SECTIONS)}
# Sections that tell how a report was made, and not what happened.
HOW_MADE = ("author", "records", "method", "support", "view")
NOTABLE = (Mark.Kind.KEY_EPISODE, Mark.Kind.MISSED_OPPORTUNITY, Mark.Kind.GOOD_PRACTICE)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A finding and what of its evidence the reader may see."""

    finding: Finding
    evidence: tuple[Evidence, ...]

    @property
    def by_kind(self) -> list[tuple[str, list[Evidence]]]:
        """Its evidence by where it comes from."""
        kinds = (
            ("Chronology", lambda each: each.entry_id),
            ("Agencies’ reports", lambda each: each.imr_section_id),
            ("Words of the family and of practitioners", lambda each: each.contribution_id),
        )
        return [(name, found) for name, of in kinds if (found := [each for each in self.evidence if of(each)])]


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of an agency's report, and whether a finding rests on it."""

    section: ImrSection
    agency: Agency
    title: str
    used: bool


@dataclass(slots=True)
class Question:
    """A key line of enquiry, the conclusions that answer it, and what agencies answered to it."""

    line: LineOfEnquiry
    conclusions: list[Conclusion] = field(default_factory=list)
    answers: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Analysis:
    """The whole: questions with their conclusions, conclusions that answer none, and evidence that nobody has used."""

    questions: list[Question]
    apart: list[Conclusion]
    passages: list[Passage]
    marked: QuerySet[Entry]
    words: list[Contribution]

    @property
    def conclusions(self) -> list[Conclusion]:
        """Each conclusion once."""
        every = [each for question in self.questions for each in question.conclusions] + self.apart
        return list({each.finding.pk: each for each in sorted(every, key=lambda each: each.finding.number)}.values())

    @property
    def unanswered(self) -> list[Question]:
        """Questions that no conclusion answers."""
        return [question for question in self.questions if not question.conclusions]

    @property
    def resting_on_nothing(self) -> list[Conclusion]:
        """Conclusions without evidence."""
        return [each for each in self.conclusions if not each.evidence]

    @property
    def unfinished(self) -> list[Conclusion]:
        """Conclusions that do not say yet all that a finding says."""
        return [each for each in self.conclusions if each.finding.left_open]

    @property
    def unused(self) -> list[Passage]:
        """Sections of reports about what happened that no finding rests on."""
        return [each for each in self.passages if not each.used and each.section.key not in HOW_MADE]


def of_review(review: Review, user: Any) -> Analysis:
    """What `user` may see of it, in a handful of queries however long the chronology is."""
    standing = Evidence.objects.visible_to(user).filter(finding__review=review, removed=False)
    conclusions = _conclusions(review, standing)
    passages = _passages(review, standing)
    questions = [Question(line) for line in review.lines_of_enquiry.filter(removed=False)]
    for question in questions:
        asked = question.line.pk
        question.conclusions = [each for each in conclusions if asked in {line.pk for line in each.finding.lines_of_enquiry.all()}]  # fmt: skip
        question.answers = [each for each in passages if each.section.key == f"kloe-{question.line.number}"]
    asked_all = {question.line.pk for question in questions}
    apart = [each for each in conclusions if not asked_all & {line.pk for line in each.finding.lines_of_enquiry.all()}]
    return Analysis(questions, apart, passages, unused_marked(review, user), _unused_words(review, user, standing))


def _conclusions(review: Review, standing: QuerySet[Evidence]) -> list[Conclusion]:
    resting: dict[int, list[Evidence]] = {}
    wanted = standing.select_related("entry__agency", "imr_section__imr__request__agency", "contribution__person")
    for evidence in wanted:
        resting.setdefault(evidence.finding_id, []).append(evidence)
    found = review.findings.prefetch_related("themes", "lines_of_enquiry")
    return [Conclusion(finding, tuple(resting.get(finding.pk, ()))) for finding in found]


def _passages(review: Review, standing: QuerySet[Evidence]) -> list[Passage]:
    used = set(standing.filter(imr_section__isnull=False).values_list("imr_section_id", flat=True))
    returned = ImrSection.objects.filter(imr__request__review=review, imr__request__status="returned").exclude(text="")
    rows = returned.select_related("imr__request__agency")
    return [Passage(row, row.imr.request.agency, title_of(row.key), row.pk in used) for row in rows]


def title_of(key: str) -> str:
    """What a section of an agency's report is called."""
    return TITLES.get(key) or f"Line of enquiry {key.removeprefix('kloe-')}"


def unused_marked(review: Review, user: Any) -> QuerySet[Entry]:
    """Entries that somebody marked as an episode, a missed opportunity or good practice, and that no finding rests on."""
    resting = Evidence.objects.filter(entry=OuterRef("pk"), removed=False)
    notable = Mark.objects.filter(entry=OuterRef("pk"), removed=False, kind__in=NOTABLE)
    return merged.entries(review, user).filter(Q(Exists(notable)), ~Exists(resting))


def _unused_words(review: Review, user: Any, standing: QuerySet[Evidence]) -> list[Contribution]:
    used = standing.filter(contribution__isnull=False).values("contribution")
    usable = Contribution.objects.visible_to(user).filter(person__review=review, allowed__in=USABLE)
    return [*usable.exclude(pk__in=used).select_related("person")]
