"""What leaders of the demonstration promised and kept, who came to the board, and members' statements for its yearly reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from findings.models import AnnualReport
from findings.services import leadership, statement
from scr_portal.demo.acting import LEADS
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

# Agency, what was promised, with what, days ago when and by when; kept or not, what shows it.
PROMISED: tuple[tuple[str, str, str, int, int, str, str], ...] = (
    ("police", "A sergeant at the front door on every weekday.", "One sergeant’s post, for two years", 470, 420, "yes", "The rota shows one on 58 of 60 days."),
    ("childrens-social-care", "Duty managers have a day a month to listen to calls.", "£18,000 for cover", 460, 380, "partly", "Ten of twelve months; the cover was not paid in August."),
    ("health-visiting", "Three vacant posts are filled.", "Three posts", 450, 300, "no", "Two rounds of interviews found nobody. The chief nurse has asked for a higher grade."),
    ("school", "Every class has an adult whose work is to listen.", "", 430, 90, "", ""),
    ("police", "The notice has a number to ring.", "£40,000 for the supplier", 200, -60, "", ""),
)  # fmt: skip
# Who came, meeting by meeting, the earliest first: t(here), d(eputy), a(pologies), - (nobody).
CAME = {"police": "ttt", "childrens-social-care": "tdt", "health-visiting": "aat", "school": "t-a", "adult-social-care": "ttt", "hospital": "dta"}  # fmt: skip
WAYS = {"t": "there", "d": "deputy", "a": "apologies", "-": "absent"}
STATEMENTS = {
    "police": "We named a sponsor for each of our actions and looked at them in each quarter.\n\n- Officers ring when they have sent two notices.\n- What we could not do: the notice itself, which our supplier has not changed.",
    "childrens-social-care": "Duty managers listened to twenty-two calls and wrote down what was decided. Families tell us that they are asked once, not three times.",
}  # fmt: skip


def lead(cast: Cast) -> None:
    """Promises with what became of them, and who came to the meetings that were held."""
    for key, what, resources, made, due, kept, evidence in PROMISED:
        values: dict[str, Any] = {
            "agency": cast.agencies[key],
            "leader": LEADS[key][1],
            "what": what,
            "resources": resources,
        }
        with on(ago(made)):
            found = leadership.commit(
                by=cast["manager"], board=cast.board, values={**values, "made_on": ago(made), "due_on": ago(due)}
            )
        if kept:
            with on(ago(due - 20)):
                leadership.judge(by=cast["chair"], commitment=found, kept=kept, evidence=evidence, on=ago(due))
    meetings = cast.board.board_meetings.filter(held_on__lt=ago(0)).order_by("held_on")
    for place, meeting in enumerate(meetings):
        said = {cast.agencies[key]: (WAYS[ways[place]], ways[place] in "td") for key, ways in CAME.items()}
        with on(meeting.held_on):
            leadership.attend(by=cast["manager"], meeting=meeting, said=said)


def stated(cast: Cast, report: AnnualReport, day: date) -> None:
    """Members are asked, and some answer."""
    with on(day, "09:00"):
        asked = [cast.agencies[key] for key in CAME]
        statement.ask(by=cast["manager"], report=report, agencies=asked, due_on=max(ago(-10), day))
        for each in report.statements.select_related("agency", "report__board"):
            key = next(key for key, agency in cast.agencies.items() if agency == each.agency)
            if key in STATEMENTS:
                statement.give(by=cast[f"{key}.senior"], statement=each, text=STATEMENTS[key])
