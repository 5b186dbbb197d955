"""What agencies do about recommendations: set, reported on, held up, assured, tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from findings.models import Action, Milestone, Recommendation
from findings.services import action as actions
from findings.services import barrier, milestone
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

# Who does the work in each agency, and who vouches for it at its top.
LEADS = {
    "childrens-social-care": ("Priya Nair, head of the front door", "Colm Reyes, director of children’s services"),
    "police": ("Jo Wade, inspector, public protection", "Lena Frost, assistant chief constable"),
    "school": ("Mel Okoro, designated safeguarding lead", "Ivor Penn, chair of governors"),
    "health-visiting": ("Sian Lowe, team leader", "Ruth Adair, chief nurse"),
}
NOTES = {
    True: "In place since the spring; the form and the guidance are attached to the board’s papers.",
    False: "The change to the system is with the supplier. A paper form is used until then.",
}


def act(cast: Cast, found: Recommendation, key: str, text: str, target: date, reached: str) -> None:
    """One action, as far as it `reached`: "going", "late", "claimed", "assured" or "closed"."""
    owner, manager = cast.people.get(f"{key}.owner") or cast[f"{key}.lead"], cast["manager"]
    done = reached in {"claimed", "assured", "closed"}
    found.refresh_from_db()
    with on(ago(400)):
        lead, sponsor = LEADS[key]
        values = {"agency": cast.agencies[key], "text": text, "owner": owner, "lead_person": lead, "sponsor": sponsor}
        # What is late was promised earlier still.
        first = target - timedelta(days=90) if reached == "late" else target
        values |= {"start_on": ago(395), "target_on": first}
        action = actions.set_action(by=manager, recommendation=found, values=values)
        begun, last = steps(action, owner, first)
    with on(ago(345)):
        milestone.reach(by=owner, milestone=begun, on=ago(345))
    with on(ago(250)):
        if done:
            milestone.reach(by=owner, milestone=last, on=ago(255))
        action = actions.report_progress(
            by=owner, action=action, note=NOTES[done], rag="green" if done else "amber", done=done
        )
    if reached in AFTER:
        AFTER[reached](cast, action, target)


def steps(action: Action, owner: Any, target: date) -> list[Milestone]:
    """A step at the beginning, and one in the month before the target."""
    planned = (("Guidance agreed by the team", ago(340)), ("Every team has been shown it", target - timedelta(days=30)))
    return [milestone.add(by=owner, action=action, values={"text": text, "due_on": due}) for text, due in planned]


@dataclass(frozen=True)
class Obstacles:
    """What stands in an agency's way and who can lift it, what did stand there and what lifted it."""

    stands: str
    lifter: str
    gone: str
    its_lifter: str
    lifted: str
    why_moved: str
    kind: str
    its_kind: str


OBSTACLES = {
    "police": Obstacles(
        "The notice has no field for a number to ring.", "The supplier of the records system",
        "Officers do not know when they have sent two.", "The duty inspector",
        "The control room counts the notices and tells the officer.", "The supplier cannot change the notice before the summer.",
        "supplier", "systems",
    ),
    "health-visiting": Obstacles(
        "Three of nine posts are vacant, so visits that are not urgent are late.", "The chief nurse",
        "Nobody was free to teach the teams.", "The training manager",
        "The neighbouring board lent its trainer for two days.", "Visits are late while posts are vacant.",
        "people", "people",
    ),
}  # fmt: skip


def held_up(cast: Cast, action: Action, target: date) -> None:
    """Its target is moved, and what stands in its way goes up step by step; an earlier barrier was lifted."""
    owner: Any = action.owner
    key = next(key for key, agency in cast.agencies.items() if agency.pk == action.agency_id)
    met, since = OBSTACLES[key], {"since": ago(245), "step": "agency"}
    with on(ago(240)):
        first = {"what": met.stands, "kind": met.kind, "who_can_lift": met.lifter, **since}
        other = {"what": met.gone, "kind": met.its_kind, "who_can_lift": met.its_lifter, **since}
        stands, gone = (barrier.add(by=owner, action=action, values=values) for values in (first, other))
    with on(ago(200)):
        barrier.lift(by=owner, barrier=gone, what=met.lifted, on=ago(201))
        actions.move_target(by=cast["manager"], action=action, to_on=target, reason=met.why_moved)
    for day, step in ((150, "lead"), (30, "board" if key == "police" else "sponsor")):
        with on(ago(day)):
            stands = barrier.escalate(by=owner, barrier=stands, step=step, why="Nothing has moved since.")


def asked(cast: Cast, action: Action, target: date) -> None:
    """The chair asks, as a critical friend, what would show it."""
    with on(ago(40)):
        text = "Who has looked at ten of these pages since September, and what was on them?"
        actions.comment(by=cast["chair"], action=action, text=text)


def assured(cast: Cast, action: Action, target: date, retest_on: date | None = None) -> None:
    """The board has seen it done; whether it made a difference is to be tested, and that is due by now."""
    with on(ago(200)):
        note = "Seen in ten records out of ten."
        actions.assure(by=cast["manager"], action=action, note=note, retest_on=retest_on or ago(8))


def shown(cast: Cast, action: Action, target: date) -> None:
    """A test showed the difference; whether it lasts is to be tested again."""
    assured(cast, action, target, retest_on=ago(60))
    with on(ago(60)):
        result = {
            "measure": "Second contacts answered with a call", "baseline": "2 of 20", "result": "17 of 20",
            "shown": "yes", "tested_on": ago(61),
        }  # fmt: skip
        actions.record_impact(by=cast["manager"], action=action, values=result, retest_on=ago(-120))


# What follows once it was reported on, by how far an action is said to have come.
AFTER = {"late": held_up, "claimed": asked, "assured": assured, "closed": shown}
