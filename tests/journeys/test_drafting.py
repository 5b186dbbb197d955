"""A section is written in the browser: what is typed is kept, two who write at once both stand, the panel suggests words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from findings.models import Finding, Report, ReportSection
from findings.services import section as sections
from reviews.stages import Stage
from tests import make
from tests.journeys.browser import Somebody

PASSWORD = "a long enough pass phrase"
BASE = "He was seen in March.\n\nNobody asked why he was not at school that week.\n\nThe letter came late."


@pytest.fixture
def section(transactional_db: None) -> ReportSection:
    """A section with three paragraphs in a review that is being drafted."""
    board = make.world()
    for who in ("reviewer", "manager", "panel"):
        board.people[who].set_password(PASSWORD)
        board.people[who].save()
    review = make.review(board, stage=Stage.DRAFTING)
    make.subject(board, review)
    Finding.objects.create(review=review, number=1, title="Letters", what="w", why="y", written_by=board.reviewer)
    report = Report.objects.create(review=review, title="Child A")
    made = ReportSection.objects.create(report=report, key="introduction", title="Introduction", order=1)
    return sections.write(by=board.reviewer, section=made, text=BASE)


def entered(somebody: Callable[[], Somebody], name: str) -> Somebody:
    found = somebody()
    found.sign_in(f"{name}@example.org", PASSWORD)
    return found


def test_two_people_write_in_one_section_and_the_panel_suggests_words(
    section: ReportSection, somebody: Callable[[], Somebody]
) -> None:
    address = f"/findings/{section.review.ref}/report/section/introduction/"
    hana, tom = entered(somebody, "hana.svensson"), entered(somebody, "tom.brennan")
    hana.go(address)
    hana.page.get_by_label("Text").press("Control+End")
    hana.page.get_by_label("Text").press_sequentially(" It is said in ")
    hana.page.get_by_text("Findings", exact=True).last.click()
    hana.press("Put in: [[finding 1]]")
    hana.reads("Kept at ")
    hana.go(f"/findings/{section.review.ref}/report/")
    hana.go(address)
    hana.reads("is not saved yet")
    tom.go(address)
    tom.fill("Text", BASE.replace("that week", "for eleven days").replace("late.", "nine days late."))
    tom.press("Save")
    tom.page.wait_for_url("**/report/")
    hana.press("Save")
    hana.reads("Nothing is lost: say below what shall stand.")
    hana.choose("Both, one after the other")
    hana.press("Save")
    hana.page.wait_for_url("**/report/")
    hana.reads("together with what somebody else wrote")
    section.refresh_from_db()
    paragraphs = section.text.split("\n\n")
    assert "for eleven days" in paragraphs[1]
    assert paragraphs[2] == "The letter came nine days late."
    assert paragraphs[3].startswith("The letter came late. It is said in [[finding 1#")
    lee = entered(somebody, "lee.grant")
    lee.go(f"/findings/{section.review.ref}/report/")
    lee.press("Introduction")
    lee.reads("finding 1")
    lee.press("Comment on paragraph 1")
    lee.choose("A suggestion: other words for this passage")
    lee.fill("For a suggestion: what should stand there instead", "He was seen twice in March.")
    lee.press("Add it")
    hana.go(f"/findings/{section.review.ref}/report/")
    hana.press("Comments and suggestions of the panel")
    hana.page.get_by_role("link", name="Answer it").click()
    hana.look()
    hana.choose("Accept it: put these words in the place of the passage")
    hana.press("Answer")
    hana.reads("Accepted: it is version")
    lee.go(f"/findings/{section.review.ref}/version/introduction/")
    lee.reads("Words suggested by Lee Grant")
    lee.page.get_by_role("link", name="With the one before").first.click()
    lee.look()
    lee.reads("1 word put in, 0 taken out")
