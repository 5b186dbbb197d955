"""Passages of the draft: its paragraphs, which of them concern an agency, and the disputes that stay as an addendum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from agencies.models import Agency
from findings import referred
from findings.models import AccuracyComment, Report
from findings.references import Key

ADDENDUM = ("addendum", "Addendum: unresolved disputes")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the named draft: where it stands and what it says."""

    section: str
    title: str
    number: int
    text: str

    @property
    def key(self) -> str:
        """The paragraph's name in a form: "analysis-3"."""
        return f"{self.section}-{self.number}"


def paragraphs(report: Report) -> list[Paragraph]:
    """Every paragraph of the draft that says something, headings left out, in order."""
    found = []
    sections = [*report.sections.all()]
    register = referred.of(report, [section.text for section in sections]).register
    for section in sections:
        parts = [part.strip() for part in register.said(section.text).replace("\r\n", "\n").split("\n\n")]
        said = [part for part in parts if part and not (part.startswith("#") and "\n" not in part)]
        found += [Paragraph(section.key, section.title, number, text) for number, text in enumerate(said, start=1)]
    return found


def names_of(agency: Agency, report: Report) -> set[str]:
    """The names by which a draft may speak of `agency`: its own, and those of its staff and services in the register."""
    people = report.review.people.filter(agency=agency)
    known = {agency.name, agency.label}
    for person in people:
        known |= {person.real_name, person.surname, person.pseudonym, *person.aliases}
    return {name.casefold() for name in known if len(name) > 2}


def concerning(agency: Agency, report: Report, among: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs that name the agency or somebody of it; a proposal, which a person corrects."""
    names = names_of(agency, report)
    return [each for each in among if any(name in each.text.casefold() for name in names)]


def addendum(report: Report) -> str:
    """What the report says about disputes that were not settled: the agency's words, and why the text stands."""
    standing = AccuracyComment.objects.filter(passage__invitation__round__report=report).exclude(dispute="")
    rows = standing.select_related("passage__section", "passage__invitation__request__agency")
    return "\n\n".join(
        f"## {row.request.agency.label}, on “{row.passage.section.title}”\n\n"
        f"The agency says: {row.dispute}\n\nThe text stands because: {row.reason}"
        for row in rows
    )


def sections_with_disputes(report: Report) -> list[tuple[str, str, str]]:
    """(key, title, named text with what its references say) of each section; unsettled disputes follow in the addendum, whoever wrote there."""
    sections, met = [*report.sections.all()], set[Key]()
    register = referred.of(report, [section.text for section in sections]).register
    told = [(section.key, section.title, register.said(section.text, met)) for section in sections]
    disputes = addendum(report)
    if not disputes:
        return told
    if ADDENDUM[0] not in {key for key, _, _ in told}:
        return [*told, (*ADDENDUM, disputes)]
    return [
        (key, title, "\n\n".join(filter(None, (text, disputes))) if key == ADDENDUM[0] else text)
        for key, title, text in told
    ]
