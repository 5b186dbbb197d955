"""The board's yearly reports: the partners' one of the year in which a review was signed off, published; the adults' one begun."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from findings import tasks
from findings.models import AnnualBuild, AnnualReport
from findings.services import annual_report
from reviews.year import Year
from scr_portal.demo import leaders
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

CHILDREN = {
    "foreword": "This was the year in which four concerns about one child taught us to talk before we write. The partners thank everybody who told us plainly what stood in their way.",
    "arrangements": "- The front door answers a second contact about a child with a conversation.\n- Every agency has named a sponsor for each action that it took on.\n- The three partners met in each quarter and looked at what was late, and why.",
    "effectiveness": "Of twenty second contacts, two were answered with a call before the review, and seventeen after it.\n\nThere is little evidence yet that records hold everybody who lives with a child.",
    "concluded": "The review found what others have found before: concern was written down with care, and nobody put it together.",
    "children": "Thirty children of two schools told us what a safe adult is. Their words open our training.",
    "scrutiny": "The independent scrutineer looked at ten records and found the household page in six.",
    "next": "| Priority | Who answers for it |\n| Everybody in the household | The police and health visiting |\n| A conversation at the second contact | Children’s social care |",
}  # fmt: skip
ADULTS = {
    "objective": "The board met in each quarter, and once with the partners for children about families in which both are at risk.",
}


def reports(cast: Cast) -> None:
    """The one is written, decided about, approved and published; the other waits to be written."""
    year = Year.holding(cast.board, ago(470))
    begun = written(cast, year.number, "england-child", CHILDREN)
    with on(after(year)):
        build = made(cast, begun)
        if build.left:
            decided(cast, build)
            made(cast, begun)
        approved = annual_report.approve(by=cast["chair"], report=begun, note="Read beside the partners’ own reports.")
        annual_report.publish(by=cast["manager"], report=approved)
    made(cast, written(cast, Year.holding(cast.board, ago(365)).number, "england-adult-sar", ADULTS))


def decided(cast: Cast, build: AnnualBuild) -> None:
    """What the search asks about is ordinary here: the words stay, each on record."""
    said = {"choice": "keep", "replacement": "", "reason": "Identifies nobody."}
    while build.undecided:
        place = next(place for place, each in enumerate(build.left) if not each.get("decided"))
        annual_report.settle(by=cast["manager"], build=build, place=place, **said)
        build.refresh_from_db()


def after(year: Year) -> Any:
    """A day two months after a year, or today where that is still to come."""
    return min(ago(0), year.last + timedelta(days=60))


def written(cast: Cast, year: int, regime: str, texts: dict[str, str]) -> AnnualReport:
    """A report that was begun, with what people wrote in it."""
    with on(after(Year.of(cast.board, year)) - timedelta(days=20)):
        begun = annual_report.begin(by=cast["manager"], board=cast.board, year=year, regime=regime)
        for part in begun.parts.filter(key__in=texts):
            annual_report.write(by=cast["manager"], part=part, text=texts[part.key])
    leaders.stated(cast, begun, after(Year.of(cast.board, year)) - timedelta(days=20))
    return begun


def made(cast: Cast, report: AnnualReport) -> AnnualBuild:
    """The report, made once."""
    build = annual_report.ask_build(by=cast["manager"], report=report)
    tasks.make_annual_report(build.pk)
    build.refresh_from_db()
    return build
