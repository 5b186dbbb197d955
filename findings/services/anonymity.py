"""From named text to anonymised text: the people register, the search, and what people decided about the leftovers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.db import transaction

from findings.anonymise import DateRule, Person, Span, find, redact
from findings.jigsaw import PREFIX, Judgements, blurred
from findings.models import AnonymityDecision, Report
from findings.passages import sections_with_disputes
from findings.searched import Search
from reviews.access import check
from reviews.models import Board, Review
from reviews.models import Person as Registered
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.records import Refused, changed

AROUND = 60
# What stands in the portal's anonymised view for words that nobody has decided about yet; never in a report.
COVERED = {
    "person": "[name]", "unlisted_person": "[name]", "place": "[place]", "street": "[place]", "unlisted_place": "[place]",
    "postcode": "[place]", "school": "[school]", "hospital": "[hospital]", "care_home": "[care home]",
}  # fmt: skip


def register(review: Review) -> tuple[Person, ...]:
    """The people register as the search wants it."""
    return tuple(
        Person(
            key=str(person.pk), kind=person.kind, role=person.relation or person.part, pseudonym=person.pseudonym, name=person.name,
            title=person.title, given=person.given, middle=person.middle, surname=person.surname,
            former_surname=person.former_surname, aliases=tuple(person.aliases), sex=person.sex,
            professional=person.part == "professional", date_of_birth=person.born.date_from if person.born.precision == "day" else None,
        )
        for person in review.people.all()
    )  # fmt: skip


# In the portal's own view days and ages in years stay: the panel needs them.
ON_SCREEN = DateRule(ages="keep")


def date_rule(review: Review) -> DateRule:
    """What the review's board puts in the place of exact days, and whether a person decides about ages in years.

    Where the rule needs a day that is not known (of the subject's birth, of the beginning of the period), days wait for a person.
    """
    board: Any = review.board
    form = board.days_become
    subject = review.people.filter(part=Registered.Part.SUBJECT).first() if form == Board.Days.AGE else None
    terms = getattr(review, "terms", None) if form == Board.Days.NUMBER else None
    return DateRule(
        form=form,
        subject=subject.pseudonym if subject else "",
        born=subject.born.date_from if subject and subject.born.precision == "day" else None,
        start=terms.scope_from if terms else None,
        ages=board.ages_in_years,
    )


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of one section that the search found and no one has decided about."""

    section: str
    title: str
    span: Span
    text: str
    before: str
    after: str
    candidates: tuple[str, ...]

    @property
    def context(self) -> str:
        """The words and those around them, by which this one place is known again."""
        return context(self.before, self.text, self.after)


def context(before: str, text: str, after: str) -> str:
    """The key of one place; short enough for the column that keeps it."""
    return f"{before}{text}{after}"[:400]


@dataclass(slots=True)
class Decisions:
    """The standing decisions of one review, as the text is made: for one place first, else for the words everywhere."""

    places: dict[tuple[str, str], AnonymityDecision]
    words: dict[str, AnonymityDecision]

    @classmethod
    def of(cls, review: Review) -> Decisions:
        """Read once per text; later decisions win over earlier ones."""
        standing = review.anonymity_decisions.of_report().exclude(kind__startswith=PREFIX)
        return cls(
            places={(row.section, row.context): row for row in standing if row.context},
            words={row.text.casefold(): row for row in standing if not row.context},
        )

    def on(self, section: str, text: str, where: str) -> AnonymityDecision | None:
        """What was decided about `text` at this place."""
        return self.places.get((section, where)) or self.words.get(text.casefold())

    def kept_words(self) -> set[str]:
        """The words that somebody decided to leave as they are, anywhere."""
        rows = [*self.places.values(), *self.words.values()]
        return {row.text.casefold() for row in rows if row.choice == AnonymityDecision.Choice.KEEP}


def decided_spans(
    people: tuple[Person, ...], decisions: Decisions, section: str, text: str, rule: DateRule
) -> list[Span]:
    """The spans of `text` with people's decisions applied: what is left with replacement None is undecided."""
    return decided(find(people, text, dates=rule), decisions, section, text)


def decided(found: Iterable[Span], decisions: Decisions, section: str, text: str) -> list[Span]:
    """What the search found in `text` with people's decisions applied."""
    spans = []
    for span in found:
        words = text[span.start : span.end]
        where = context(text[max(0, span.start - AROUND) : span.start], words, text[span.end : span.end + AROUND])
        decision = decisions.on(section, words, where) if span.replacement is None else None
        if decision is None:
            spans.append(span)
        elif decision.choice == AnonymityDecision.Choice.REPLACE:
            spans.append(replace(span, replacement=decision.replacement))
    return spans


@dataclass(frozen=True, slots=True)
class Anonymised:
    """The anonymised text of a report: (key, title, text) per section, and what nobody has decided yet.

    `covered` is (title, text) for the screen, with a cover over what is undecided.
    """

    sections: tuple[tuple[str, str, str], ...]
    leftovers: tuple[Leftover, ...]
    covered: tuple[tuple[str, str], ...]

    @property
    def sha256(self) -> str:
        """The SHA-256, in hex, of the text: what readers sign and files are built from."""
        return hashlib.sha256("\x1e".join("\x1f".join(section) for section in self.sections).encode()).hexdigest()


def anonymised(report: Report) -> Anonymised:
    """Make the anonymised text from the named one."""
    people, decisions, rule = register(report.review), Decisions.of(report.review), date_rule(report.review)
    judgements = Judgements.of(report.review)
    pseudonyms = {person.key: person.pseudonym for person in people}
    sections: list[tuple[str, str, str]] = []
    leftovers: list[Leftover] = []
    screen: list[tuple[str, str]] = []
    for key, title, text in sections_with_disputes(report):
        spans = decided_spans(people, decisions, key, text, rule)
        sections.append((key, title, blurred(redact(text, spans), people, judgements)))
        screen.append((title, blurred(redact(text, [under_cover(span) for span in spans]), people, judgements)))
        leftovers.extend(
            Leftover(
                key, title, span, text[span.start : span.end], text[max(0, span.start - AROUND) : span.start],
                text[span.end : span.end + AROUND], tuple(pseudonyms[key] for key in span.keys if key in pseudonyms),
            )
            for span in spans if span.replacement is None
        )  # fmt: skip
    return Anonymised(tuple(sections), tuple(leftovers), tuple(screen))


def covering(review: Review) -> Callable[[str], str]:
    """What covers the names in one text after another of a review; the register is read once, and so is a text that comes again."""
    search, decisions = Search(register(review), ON_SCREEN), Decisions.of(review)
    return lru_cache(maxsize=1024)(lambda text: covered(search, decisions, text))


def shown(review: Review, entries: Iterable[Any], *, named: bool) -> dict[int, dict[str, str]]:
    """The texts of entries for the screen, by entry: as written, or with names covered. Days stay: the panel needs them."""
    cover = str if named else covering(review)
    return {row.pk: {name: cover(getattr(row, name)) for name in ("event", "action", "source")} for row in entries}


def covered(search: Search, decisions: Decisions, text: str) -> str:
    """`text` with pseudonyms for names, and a cover over what is undecided."""
    spans = [span for span in decided(search(text), decisions, "", text) if span.kind != "date"]
    return redact(text, [under_cover(span) for span in spans])


def under_cover(span: Span) -> Span:
    """The span with a cover where nobody has decided what stands there."""
    return span if span.replacement is not None else replace(span, replacement=COVERED.get(span.kind, "[detail]"))


def may_decide_now(review: Review) -> None:
    """Raise Refused while the report is not being drafted, or after it was published."""
    if review.stage not in {Stage.DRAFTING, Stage.SIGN_OFF, Stage.PUBLICATION}:
        raise Refused("The report is not being drafted, so nothing can be decided about its words now.")


@transaction.atomic
def decide(
    *, by: Any, report: Report, leftover: Leftover, choice: str, replacement: str, everywhere: bool, reason: str = ""
) -> AnonymityDecision:
    """Decide what stands for one leftover, here or wherever the same words stand undecided."""
    check(by, "report.anonymise", report.review)
    may_decide_now(report.review)
    if choice == AnonymityDecision.Choice.REPLACE and not replacement.strip():
        raise Refused("Say what should stand in its place.")
    if choice == AnonymityDecision.Choice.REPLACE and find(register(report.review), replacement):
        raise Refused("What you want to put there names or identifies somebody itself: choose other words.")
    made = AnonymityDecision.objects.create(
        review=report.review, text=leftover.text[:300], kind=leftover.span.kind, choice=choice, replacement=replacement, reason=reason,
        section="" if everywhere else leftover.section, context="" if everywhere else leftover.context, decided_by=by,
    )  # fmt: skip
    record(
        by, "anonymity.decided", made, why=reason, facts={"choice": choice, "kind": made.kind, "everywhere": everywhere}
    )
    return made


@transaction.atomic
def undo(*, by: Any, decision: AnonymityDecision) -> AnonymityDecision:
    """Take a decision back: the words are a leftover again."""
    check(by, "report.anonymise", decision.review)
    found, _ = changed(decision, {"undone": True})
    record(by, "anonymity.undecided", found, facts={"kind": found.kind})
    return found
