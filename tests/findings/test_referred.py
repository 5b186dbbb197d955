"""What the draft refers to: numbers that stay right, links on the screen, no name in what leaves, and what leads nowhere."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from agencies.models import Abbreviation, Hold
from findings import passages, referred
from findings.models import Finding, ReportSection
from findings.services import section as sections
from findings.services.anonymity import anonymised
from reviews.models import Review
from reviews.stages import Stage
from tests import make
from tests.case import Case, one_of_everything


@pytest.fixture
def case(board: make.World) -> Case:
    """One of everything, in a review that is being drafted."""
    found = one_of_everything(board)
    Review.objects.update(stage=Stage.DRAFTING)
    Abbreviation.objects.exclude(request=found.of["police"]["request"]).delete()
    return found


def written(case: Case, text: str) -> ReportSection:
    first = ReportSection.objects.filter(report=case.records["report"])[0]
    return sections.write(by=case.world.reviewer, section=first, text=text)


def shown(case: Case, client: Any, name: str = "findings.section.show") -> str:
    return unescape(client.get(case.address(name)).content.decode())


def test_a_finding_keeps_its_reference_when_its_number_changes(case: Case, signed_in: Any) -> None:
    finding = case.of["police"]["finding"]
    section = written(case, "[[Finding 1]] says why.")
    assert section.text == f"[[Finding 1#{finding.pk}]] says why."
    Finding.objects.filter(pk=finding.pk).update(number=7)
    page = shown(case, signed_in(case.world.panel))
    assert f'<a class="govuk-link" href="/findings/{case.review.ref}/finding/7/">Finding 7</a> says why.' in page
    assert anonymised(section.report).sections[0][2] == "Finding 7 says why."
    assert passages.paragraphs(section.report)[0].text == "Finding 7 says why."


def test_an_entry_is_named_by_agency_and_day_and_never_by_its_words(case: Case) -> None:
    entry = case.of["police"]["entry"]
    section = written(case, f"It was seen ([[entry Amara Okafor#{entry.pk}]]).")
    read = {key: text for key, _, text in passages.sections_with_disputes(section.report)}[section.key]
    assert read == f"It was seen ({entry.agency.label}, about 27 March 2019)."
    made = anonymised(section.report).sections[0][2]
    assert not any(word in made for word in ("Okafor", "27 March", entry.event))


def test_an_entry_on_hold_is_no_reference_for_anybody(case: Case) -> None:
    entry = case.of["police"]["entry"]
    section = written(case, f"([[entry 27 March 2019#{entry.pk}]])")
    Hold.objects.create(entry=entry, review=case.review, kind="police", reason="A trial.", asked_by=case.world.reviewer)
    assert passages.sections_with_disputes(section.report)[0][2] == "((reference missing))"


def test_a_short_form_is_told_in_full_once_in_the_whole_report(case: Case) -> None:
    section = written(case, "The [[term MASH]] met.")
    other = ReportSection.objects.filter(report=section.report)[1]
    sections.write(by=case.world.reviewer, section=other, text="The [[term mash]] closed it.")
    told = [text for _, _, text in passages.sections_with_disputes(section.report)[:2]]
    assert told == ["The Safeguarding hub (MASH) met.", "The MASH closed it."]
    Abbreviation.objects.update(meaning="Multi-Agency Safeguarding Hub")
    assert "Multi-Agency Safeguarding Hub (MASH)" in passages.sections_with_disputes(section.report)[0][2]


def test_what_leads_nowhere_is_listed_and_stops_nothing(case: Case, signed_in: Any) -> None:
    section = written(case, "See [[finding 99]] and [[figure visits]].")
    assert [(key, text) for key, _, text in referred.dead(section.report)] == [
        (section.key, "[[finding 99]]"),
        (section.key, "[[figure visits]]"),
    ]
    client = signed_in(case.world.reviewer)
    for name in ("findings.report.show", "findings.report.section"):
        assert "[[finding 99]]" in shown(case, client, name)
    assert anonymised(section.report).sections[0][2] == "See (reference missing) and (reference missing)."


def test_the_list_beside_the_text_offers_what_there_is(case: Case, signed_in: Any) -> None:
    written(case, "Nothing yet.")
    page = shown(case, signed_in(case.world.reviewer), "findings.report.section")
    for offer in ("[[finding 1]]", "[[recommendation 2]]", "[[term MASH]]", f"#{case.of['police']['entry'].pk}]]"):
        assert offer in page
