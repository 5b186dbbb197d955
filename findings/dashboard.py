"""The board's plan counted: by state, lateness, agency, review, theme and sponsor, and what has changed since a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from findings.burn_down import DONE, REOPENED, Course, Month, months
from findings.lifecycle import ActionStatus
from findings.models import Action, ActionUpdate, Barrier, EvidenceFile, Impact, Milestone, TargetRevision
from findings.models.standing import silent_since
from findings.standing_of_actions import Standing
from reviews.access import boards_where
from reviews.models import Event

OPEN = Q(status__in=ActionStatus.unfinished())
# Key → label. Those of DISJOINT leave nothing out and count nothing twice.
STATES = {
    "open": "Open",
    "overdue": "Overdue",
    "blocked": "Overdue with a barrier",
    "silent": "Overdue and quiet",
    "in_time": "Open, in time",
    "behind": "In time, a milestone missed",
    "stalled": "In time and quiet",
    "claimed": "Waiting for assurance",
    "assured": "Assured, impact not shown",
    "closed": "Shown to have worked",
    "retest": "Impact to be tested",
    "all": "All",
}
DISJOINT = ("overdue", "in_time", "claimed", "assured", "closed")
# Key → label, the fewest and the most days past the target; a target of today or later counts from nought down. None: the
# board's own number of days within which an action is due soon.
LATENESS: dict[str, tuple[str, int | None, int | None]] = {
    "later": ("Due later", None, None),
    "soon": ("Due soon", None, 0),
    "late-30": ("Up to 30 days late", 1, 30),
    "late-90": ("31 to 90 days late", 31, 90),
    "late-180": ("91 to 180 days late", 91, 180),
    "late-more": ("Over 180 days late", 181, 100_000),
}
CHANGES = {
    "new": "New",
    "done": "Reported done",
    "assured": "Assured",
    "worked": "Shown to have worked",
    "late": "Gone late",
    "blocked": "Barrier raised",
    "moved": "Target moved",
    "reopened": "Opened again",
}
VERBS = {"done": "action.reported_done", "assured": "action.assured", "reopened": "action.reopened"}
# By what the plan can be broken down: key → label, what is grouped by, and what gives the words of a row.
WAYS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "agency": ("Agency", "agency", ("agency__short_name", "agency__name")),
    "review": ("Review", "recommendation__review__ref", ("recommendation__review__ref",)),
    "theme": ("Theme", "recommendation__findings__themes", ("recommendation__findings__themes__name",)),
    "sponsor": ("Sponsor", "sponsor", ("sponsor",)),
}
NONE = "none"
UNNAMED = {"theme": "No theme", "sponsor": "No sponsor named"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown: its words, the value that the list is narrowed by, and a number for each state of DISJOINT."""

    label: str
    value: str
    numbers: tuple[int, ...]

    @property
    def cells(self) -> list[tuple[str, str, int]]:
        """(state, its label, number) of each column."""
        return [(key, STATES[key], number) for key, number in zip(DISJOINT, self.numbers, strict=True)]


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions that somebody may see of one board's plan, on a day; `since` is the day of the last meeting."""

    actions: Any
    today: date
    since: date | None = None
    soon: int = 30  # days before its target in which an action is due soon
    quiet: int = 60  # days after which one of which nobody has heard is quiet
    ways: tuple[str, ...] = tuple(WAYS)  # by which of them it may be broken down

    @classmethod
    def of(cls, user: Any, board: Any, today: date, since: date | None = None) -> Plan:
        """What `user` may see of the plan of `board`; nothing of no board."""
        seen = Action.objects.visible_to(user).filter(recommendation__review__board=board)
        if board is None:
            return cls(seen.none(), today)
        # An agency's people read no findings, nor what these are about.
        agencys = board.pk in boards_where(user, "plan.see", own=True)
        ways = tuple(way for way in WAYS if way != "theme" or not agencys)
        return cls(seen, today, since, board.due_soon_days, board.quiet_days, ways)

    def state(self, key: str) -> Q:
        """What an action of a state of STATES fits."""
        late = OPEN & Q(target_on__lt=self.today)
        standing, in_time = Barrier.objects.filter(lifted_on__isnull=True), OPEN & Q(target_on__gte=self.today)
        quiet = silent_since(self.today - timedelta(days=self.quiet))
        missed = Milestone.objects.filter(done_on__isnull=True, due_on__lt=self.today)
        return {
            "open": OPEN,
            "overdue": late,
            "blocked": late & Q(pk__in=standing.order_by().values("action")),
            "silent": late & quiet,
            "in_time": in_time,
            "behind": in_time & Q(pk__in=missed.order_by().values("action")),
            "stalled": in_time & quiet,
            "claimed": Q(status=ActionStatus.CLAIMED_DONE),
            "assured": Q(status=ActionStatus.ASSURED),
            "closed": Q(status=ActionStatus.CLOSED),
            "retest": Q(status__in=(ActionStatus.ASSURED, ActionStatus.CLOSED), retest_on__lte=self.today),
            "all": Q(pk__isnull=False),
        }[key]

    def lateness(self, key: str) -> Q:
        """What an open action of a class of LATENESS fits."""
        _, least, most = LATENESS[key]
        if key == "later":
            return OPEN & Q(target_on__gt=self.today + timedelta(days=self.soon))
        first = self.today - timedelta(days=most or 0) if key != "soon" else self.today
        last = self.today + timedelta(days=self.soon) if least is None else self.today - timedelta(days=least)
        return OPEN & Q(target_on__gte=first, target_on__lte=last)

    def changed(self, key: str) -> Q:
        """What an action fits to which a change of CHANGES happened on the day of the last meeting or later."""
        if self.since is None:
            return Q(pk__isnull=True)
        begun = timezone.make_aware(datetime.combine(self.since, time.min))
        if key in VERBS:
            events = Event.objects.filter(subject_type="findings.action", verb=VERBS[key], at__gte=begun)
            return Q(pk__in=events.order_by().values("subject_id"))
        if key == "late":  # Its day came after the meeting, and passed.
            return OPEN & Q(target_on__gte=self.since, target_on__lt=self.today)
        found: dict[str, Any] = {
            "worked": Impact.objects.filter(created_at__gte=begun).exclude(shown=Impact.Shown.NO),
            "moved": TargetRevision.objects.filter(revised_at__gte=begun),
            "blocked": Barrier.objects.filter(created_at__gte=begun),
        }
        return Q(pk__in=found[key].order_by().values("action")) if key in found else Q(created_at__gte=begun)

    def counted(self, asked: dict[str, Q]) -> dict[str, int]:
        """How many of the actions each Q of `asked` fits; one query."""
        names = {key: f"n{place}" for place, key in enumerate(asked)}
        numbers = {names[key]: Count("pk", filter=fits) for key, fits in asked.items()}
        found = self.actions.order_by().aggregate(**numbers)
        return {key: found[name] for key, name in names.items()}

    def states(self) -> dict[str, int]:
        """How many actions are in each state."""
        return self.counted({key: self.state(key) for key in STATES})

    def ages(self) -> dict[str, int]:
        """How many open actions there are in each class of lateness."""
        return self.counted({key: self.lateness(key) for key in LATENESS})

    def changes(self) -> dict[str, int]:
        """How many actions each change has happened to since the last meeting; nothing where there was none."""
        return self.counted({key: self.changed(key) for key in CHANGES}) if self.since else {}

    def by(self, way: str) -> list[Row]:
        """Broken down by a way of WAYS, most overdue first; an action of two themes counts under each. One query."""
        _, path, words = WAYS[way]
        several = way == "theme"  # Two findings of a recommendation may have the same theme.
        states = {key: Count("pk", filter=self.state(key), distinct=several) for key in DISJOINT}
        columns = {f"n{place}": number for place, number in enumerate(states.values())}
        found = self.actions.order_by().values_list(path, *words).annotate(**columns)
        rows = [row(way, line) for line in found]
        return sorted(rows, key=lambda each: (-each.numbers[0], -each.numbers[1], each.label.casefold()))

    def months(self) -> list[Month]:
        """How many actions were open at the end of each of the last twelve months, and today. Two queries."""
        actions = self.actions.order_by().values_list("pk", "created_at", "target_on", "status")
        moves: dict[int, list[tuple[date, str]]] = defaultdict(list)
        told = Event.objects.filter(subject_type="findings.action", verb__in=(VERBS["done"], VERBS["reopened"]))
        told = told.filter(subject_id__in=self.actions.order_by().values("pk"))
        for key, at, verb in told.order_by("pk").values_list("subject_id", "at", "verb"):
            moves[key or 0].append((timezone.localdate(at), DONE if verb == VERBS["done"] else REOPENED))
        unfinished = ActionStatus.unfinished()
        courses = [
            Course(timezone.localdate(at), due, status in unfinished, moves.get(key, ()))
            for key, at, due, status in actions
        ]
        return months(courses, self.today)


def row(way: str, line: Sequence[Any]) -> Row:
    """A line of a breakdown from a line of the answer: value, words, numbers."""
    words = [word for word in line[1 : -len(DISJOINT)] if word]
    value = NONE if line[0] in {None, ""} else str(line[0])
    return Row(words[0] if words else UNNAMED.get(way, ""), value, tuple(line[-len(DISJOINT) :]))


@dataclass(frozen=True, slots=True)
class Told:
    """One action as a list shows it: with its barriers that stand, its last word, its evidence, and its targets so far."""

    action: Action
    late: int
    barriers: Sequence[Barrier]
    note: str
    files: int
    moved: int
    first_target: date

    @property
    def standing(self) -> Standing:
        """Where it stands by its dates and reports, whatever colour its agency gives it."""
        return Standing(self.action.standing)  # type: ignore[attr-defined]


def told(actions: Any, today: date) -> list[Told]:
    """Each action with what stands around it; five queries, however many actions."""
    found = list(actions.with_standing(today).select_related("recommendation__review__board", "agency", "owner"))
    keys = [each.pk for each in found]
    barriers: dict[int, list[Barrier]] = defaultdict(list)
    for barrier in Barrier.objects.filter(action__in=keys).standing().order_by("since", "pk"):
        barriers[barrier.action_id].append(barrier)
    newest = ActionUpdate.objects.filter(action__in=keys).order_by().values("action").annotate(last=Max("pk"))
    notes = dict(ActionUpdate.objects.filter(pk__in=newest.values("last")).values_list("action", "note"))
    files = dict(of_actions(EvidenceFile.objects.filter(update__action__in=keys), "update__action"))
    oldest = TargetRevision.objects.filter(action__in=keys).order_by().values_list("action")
    moved = {key: (number, first) for key, number, first in oldest.annotate(Count("pk"), Min("pk"))}
    firsts = dict(
        TargetRevision.objects.filter(pk__in=[pk for _, pk in moved.values()]).values_list("action", "from_on")
    )
    return [
        Told(
            each, (today - each.target_on).days if each.overdue(today) else 0, barriers[each.pk], notes.get(each.pk, ""),
            files.get(each.pk, 0), moved.get(each.pk, (0, 0))[0], firsts.get(each.pk, each.target_on),
        )
        for each in found
    ]  # fmt: skip


def of_actions(rows: Any, path: str) -> Iterator[tuple[int, int]]:
    """(action, how many rows) of what hangs on actions."""
    yield from rows.order_by().values_list(path).annotate(Count("pk"))
