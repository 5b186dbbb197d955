"""Four plans of two hundred actions, one in each set of columns, drawn with a fixed seed in the manner of boards.

Written without the product's own writer: themes between rows, recommendations merged or left blank below the first,
headings repeated, dates as dates, as text and in words, states with their dates in one cell.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import partial
from typing import Any

from tests.corpus.plans import AGENCIES, Case, Plan

ACTIONS = (
    "Audit {n} records of supervision and report the result to the subgroup", "Write a single pathway for pre-birth assessment",
    "Put the neglect toolkit into the recording system", "Brief all team managers on professional curiosity, with {n} scenarios",
    "Agree with partners who chairs a strategy discussion out of hours", "Review the information-sharing protocol (3 months after launch)",
    "Train {n} practitioners in trauma-informed practice", "Publish a 7-minute briefing & test its use in {n} teams",
)  # fmt: skip
RECOMMENDATIONS = (
    "Partners should agree how bruising in babies who cannot move is assessed", "The board should test that strategy discussions include health",
    "Agencies should show that supervision asks about fathers", "Commissioners should fund advocacy for adults who self-neglect",
    "The partnership should review its escalation procedure", "Housing and social care should share what they know of cuckooing",
)  # fmt: skip
THEMES = (
    "Theme 1: Hearing the child",
    "Theme 2 – Working together",
    "Finding 3: Supervision",
    "Priority 4. Leadership",
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
Day = tuple[Any, str, date | None, str, tuple[str, ...]]  # the cell, its words, the last day, "after", what is asked


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def a_day(draw: random.Random, *, typed: bool) -> Day:
    """A target as boards write them."""
    year, month, day = draw.randint(2023, 2026), draw.randint(1, 12), draw.randint(1, 28)
    on, end, name = date(year, month, day), last_of(year, month), MONTHS[month - 1]
    kinds: list[Day] = [
        (on if typed else f"{on:%d/%m/%Y}", f"{on:%d/%m/%Y}", on, "", ()),
        (f"{on:%d.%m.%y}", f"{on:%d.%m.%y}", on, "", ()),
        (f"{name} {year}", f"{name} {year}", end, "", ()),
        (f"By end of {name} {year}", f"By end of {name} {year}", end, "", ()),
        (f"{name[:3]} {year % 100}", f"{name[:3]} {year % 100}", end, "", ()),
        (f"Summer {year}", f"Summer {year}", date(year, 8, 31), "", ()),
        ("Within 3 months", "Within 3 months", None, "3 months", ()),
        ("Immediate", "Immediate", None, "0 days", ()),
        ("Ongoing", "Ongoing", None, "", ("no-target",)),
        (f"By end Q2 {year}", f"By end Q2 {year}", None, "", ("quarter",)),
    ]
    return draw.choices(kinds, weights=(8, 3, 4, 3, 2, 1, 1, 1, 1, 1))[0]


def a_state(draw: random.Random) -> tuple[str, str, date | None]:
    """A state as boards write them: the cell, what it means, and the day of completion."""
    on = date(draw.randint(2023, 2024), draw.randint(1, 12), draw.randint(1, 28))
    return draw.choice(
        [
            ("Complete", "claimed_done", None), (f"Completed {on:%d/%m/%Y}", "claimed_done", on), ("Closed", "closed", None),
            ("In progress", "in_progress", None), ("Ongoing", "in_progress", None), ("Not yet started", "planned", None),
            ("Partially complete", "in_progress", None), ("On track", "in_progress", None), ("Overdue", "in_progress", None),
            (f"Complete - {on:%d %B %Y}", "claimed_done", on),
        ]
    )  # fmt: skip


def words(draw: random.Random, several: tuple[str, ...]) -> str:
    """A sentence of the kind."""
    return draw.choice(several).format(n=draw.randint(2, 60))


def base(draw: random.Random, plan: Plan, width: int) -> dict[str, Any]:
    """Now and then something that is no action: a theme, the headings again, a blank row."""
    told: dict[str, Any] = {}
    chance = draw.random()
    if chance < 0.04:
        text = draw.choice(THEMES)
        plan.aside([text], "theme of the rows below", wide=draw.random() < 0.5)
        told["theme"] = text.split(":")[-1].split("–")[-1].split("4.")[-1].strip()
    elif chance < 0.06:
        plan.aside(list(plan.headings), "repeated header")
    elif chance < 0.08:
        plan.aside([None] * width, "blank row")
    return told


def draw_plan(number: int, headings: list[str], line: Any, *, typed: bool) -> Plan:
    """Two hundred actions under recommendations of one to five each; `line` makes the cells of one action."""
    draw = random.Random(f"plan {number}")
    plan = Plan(headings, ["Wexcombe Safeguarding Partnership", f"Action plan {number}"])
    recommendation, theme, made = 0, "", 0
    while made < 200:
        recommendation += 1
        text = f"{draw.choice(RECOMMENDATIONS)} ({recommendation})"
        told = base(draw, plan, len(headings))
        theme = told.get("theme", theme)
        for place in range(1, min(draw.randint(1, 5), 200 - made) + 1):
            cells, gold, kinds = line(draw, recommendation, place, text, typed)
            state = "needs-attention" if kinds else "ok"
            plan.add(cells, {"theme": theme, **gold}, state=state, kinds=kinds)
            made += 1
    return plan


def facts(recommendation: int, place: int, text: str, action: str, agency: str, day: Day) -> dict[str, Any]:
    """What every set tells of an action."""
    return {
        "recommendation_number": recommendation, "recommendation": text, "number": f"{recommendation}.{place}", "action": action,
        "agencies": [agency], "target_text": day[1], "target_on": day[2], "after": day[3],
    }  # fmt: skip


def in_timescale(draw: random.Random, rec: int, place: int, text: str, typed: bool) -> tuple[list[Any], dict[str, Any], tuple[str, ...]]:  # fmt: skip
    """A line of the first set: what was done stands behind the target in one cell."""
    action, agency, day = words(draw, ACTIONS), draw.choice(AGENCIES), a_day(draw, typed=False)
    progress = draw.choice(("", "First audit reported to the subgroup", "Delayed by vacancies, chair told"))
    cell = f"{day[0]} - {progress}" if progress else day[0]
    kinds = (*day[4], *(("timescale",) if progress and day[1][:1].isdigit() else ()))
    first = f"{rec}. {text}" if place == 1 else draw.choice(("", "As above", f"{rec}. {text}"))
    rag = draw.choice(("Red", "AMBER", "Green", "Blue", ""))
    gold = facts(rec, place, text, action, agency, day) | {"progress": progress, "rag": rag.lower(), "evidence": "Minutes of 4 March"}  # fmt: skip
    gold["declared"] = "in_progress" if progress.startswith("Delayed") else ""
    return [first, agency, f"{rec}.{place} {action}", cell, "Minutes of 4 March", "", rag], gold, kinds


def in_milestones(draw: random.Random, rec: int, place: int, text: str, typed: bool) -> tuple[list[Any], dict[str, Any], tuple[str, ...]]:  # fmt: skip
    """A line of the second set: the day of completion and the outcome in one cell."""
    action, agency, day = words(draw, ACTIONS), draw.choice(AGENCIES), a_day(draw, typed=typed)
    on = date(2024, draw.randint(1, 12), draw.randint(1, 28))
    cell, status, done, outcome = draw.choice(
        [("", "", None, ""), (f"{on:%d/%m/%Y} - used by all teams", "claimed_done", on, "used by all teams"),
         (f"Completed {on:%d/%m/%y}", "claimed_done", on, ""), ("In progress: pilot in two teams", "in_progress", None, "pilot in two teams")]
    )  # fmt: skip
    scope, read = draw.choice((("Local", "multi"), ("Regional", "regional"), ("National", "national")))
    first = f"Recommendation {rec}: {text}" if place == 1 else ""
    gold = facts(rec, place, text, action, agency, day) | {"declared": status, "completed_on": done, "progress": outcome, "scope": read}  # fmt: skip
    gold["milestones"] = "Draft agreed\nPilot begun"
    return [first, scope, f"{rec}.{place}. {action}", agency, "Draft agreed\nPilot begun", day[0], cell], gold, day[4]


def in_register(draw: random.Random, rec: int, place: int, text: str, typed: bool) -> tuple[list[Any], dict[str, Any], tuple[str, ...]]:  # fmt: skip
    """A line of the third set: a column for everything."""
    action, agency, day = words(draw, ACTIONS), draw.choice(AGENCIES), a_day(draw, typed=typed)
    status, read, done = a_state(draw)
    number = f"R{rec}.{place}"
    gold = facts(rec, place, text, action, agency, day) | {"declared": read, "completed_on": done, "lead": "J. Hollis", "sponsor": "Director of Nursing", "rag": "amber", "measure": "Repeat audit"}  # fmt: skip
    gold |= {"number": number, "theme": "Supervision", "progress": "Update to follow", "evidence": ""}
    cells = [number, "Supervision", text if place == 1 else "", action, agency, "J. Hollis", "Director of Nursing", None, day[0], None, status, "Amber", "Update to follow", "", "Repeat audit"]  # fmt: skip
    return cells, gold, day[4]


def in_list(draw: random.Random, rec: int, place: int, text: str, typed: bool) -> tuple[list[Any], dict[str, Any], tuple[str, ...]]:  # fmt: skip
    """A line of the fourth set: a list that another system wrote, without the words of the recommendations."""
    action, agency, day = words(draw, ACTIONS), draw.choice(AGENCIES), a_day(draw, typed=typed)
    status, read, done = a_state(draw)
    gold = facts(rec, place, "", action, agency, day) | {"declared": read, "completed_on": done, "lead": "Head of Service", "progress": "None yet"}  # fmt: skip
    gold["number"] = f"{rec}{'abcdefgh'[place - 1]}"
    return [gold["number"], action, agency, "Head of Service", day[0], status, "None yet"], gold, day[4]


HEADINGS = (
    ["Recommendation", "Relevant agencies", "Actions", "Timescale and progress", "Supporting evidence", "Critical friend comments", "RAG"],
    ["Recommendation", "Scope (local, regional, national)", "Action to take", "Lead agency", "Key milestones", "Target date", "Completion date and outcome"],
    ["No.", "Finding / theme", "Recommendation", "Action", "Owner", "Lead person", "Executive sponsor", "Start", "Target", "Revised target", "Status", "RAG", "Progress", "Evidence", "Impact measure"],
    ["Ref", "Action", "Agency", "Responsible officer", "Due", "Status", "Comments"],
)  # fmt: skip
LINES = (in_timescale, in_milestones, in_register, in_list)
DRAWN = tuple(
    Case(f"drawn-{number}.{kind}", partial(draw_plan, number, HEADINGS[number - 1], LINES[number - 1], typed=kind == "xlsx"))
    for number, kind in ((1, "docx"), (2, "xlsx"), (3, "xlsx"), (4, "xlsx"), (1, "xlsx"), (2, "docx"))
)  # fmt: skip
