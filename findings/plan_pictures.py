"""The board's plan as pictures: a line of open actions over time, and columns of their lateness.

Drawn with attributes and no style, so that the same picture stands in a page, a PDF and a Word file. Each has its table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from math import ceil

from django.template.loader import render_to_string

from findings import matrix
from findings.burn_down import Month
from findings.dashboard import DISJOINT, LATENESS, STATES, Plan
from findings.figures import Figure

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 720, 300, 46, 34, 44
FILLS = ("#8fc0de", "#2b6e9b", "#f6d7a7", "#f0a45d", "#d4622f", "#942514")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or a number on the picture, and where it stands."""

    x: int
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, how high it is, its number and what it is the number of."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    number: int
    label: tuple[Mark, ...]
    said: str

    @property
    def middle(self) -> int:
        """Where its number is centred."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line through the months: its points, how it is drawn, its name, and where that stands in the key."""

    points: str
    stroke: str
    dashes: str
    dots: tuple[Mark, ...]
    name: str
    key_x: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the templates draw, and the same in words and as a table, headings first."""

    key: str
    title: str
    note: str
    words: str
    table: tuple[tuple[str, ...], ...]
    steps: tuple[Mark, ...]
    feet: tuple[Mark, ...] = ()
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def floor(self) -> int:
        """Where nought stands."""
        return self.height - BOTTOM


def svg(chart: Chart) -> str:
    """The drawing as it stands in a file."""
    return render_to_string("findings/board/chart.html", {"chart": chart})


def burn_down(months: Sequence[Month]) -> Chart | None:
    """Open actions at the end of each month beside those that would be open if every target had been kept."""
    if not any(month.open or month.planned for month in months):
        return None
    scale = Scale.up_to(max(max(month.open, month.planned) for month in months))
    across = [LEFT + 30 + place * (WIDTH - LEFT - 66) // max(1, len(months) - 1) for place in range(len(months))]
    every = max(1, ceil(len(months) / 7))
    feet = [
        Mark(x, HEIGHT - BOTTOM + 20, f"{month.day:%b %Y}")
        for place, (x, month) in enumerate(zip(across, months, strict=True))
        if (len(months) - 1 - place) % every == 0
    ]
    lines = (
        line(
            across,
            [month.planned for month in months],
            scale,
            "#505a5f",
            "6 5",
            "If every target had been kept",
            LEFT + 110,
        ),
        line(across, [month.open for month in months], scale, "#12344d", "", "Open", LEFT),
    )
    first, last = months[0], months[-1]
    words = (
        f"Open actions: {first.open} at the end of {month_name(first.day)}, {last.open} today. "
        f"If every target had been kept, {last.planned} would be open today."
    )
    table = (
        ("At the end of", "Open", "If every target had been kept"),
        *((month_name(month.day), str(month.open), str(month.planned)) for month in months[:-1]),
        ("Today", str(last.open), str(last.planned)),
    )
    return Chart("burn-down", "Open actions over time", BURN_DOWN, words, table, scale.steps, tuple(feet), (), lines)


BURN_DOWN = "An action is open until its agency reports it done. Where the line lies above the dashed one, the plan is behind its targets as they stand now."  # fmt: skip
AGEING = "Open actions by how far they are before or past their target."


def ageing(counts: Sequence[tuple[str, int]]) -> Chart | None:
    """Open actions by lateness, (label, number) of each class."""
    if not any(number for _, number in counts):
        return None
    scale = Scale.up_to(max(number for _, number in counts))
    room = (WIDTH - LEFT) // len(counts)
    columns = tuple(
        column(LEFT + place * room + 14, room - 28, label, number, scale, FILLS[place % len(FILLS)])
        for place, (label, number) in enumerate(counts)
    )
    words = f"Open actions by lateness: {', '.join(f'{label.lower()} {number}' for label, number in counts)}."
    table = (("Lateness", "Open actions"), *((label, str(number)) for label, number in counts))
    return Chart("ageing", "How late open actions are", AGEING, words, table, scale.steps, (), columns)


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands at the left: up to which number it goes, in steps of what."""

    most: int
    step: int

    @classmethod
    def up_to(cls, number: int) -> Scale:
        """A scale of at most five round steps that holds `number`."""
        rounds = (first * 10**power for power in count() for first in (1, 2, 5))
        step = next(each for each in rounds if each * 5 >= number)
        return cls(step * ceil(max(1, number) / step), step)

    def y(self, number: int) -> int:
        """How far down a number stands."""
        return HEIGHT - BOTTOM - number * (HEIGHT - BOTTOM - TOP) // self.most

    @property
    def steps(self) -> tuple[Mark, ...]:
        """Each round number, and where its line runs."""
        return tuple(Mark(LEFT, self.y(number), f"{number:,}") for number in range(0, self.most + 1, self.step))


def line(
    across: Sequence[int], numbers: Sequence[int], scale: Scale, stroke: str, dashes: str, name: str, key_x: int
) -> Line:
    """One line through the numbers."""
    dots = tuple(Mark(x, scale.y(number), f"{number:,}") for x, number in zip(across, numbers, strict=True))
    return Line(" ".join(f"{dot.x},{dot.y}" for dot in dots), stroke, dashes, dots, name, key_x)


def column(x: int, width: int, label: str, number: int, scale: Scale, fill: str) -> Column:
    """One column with its label below, in two lines where it is long."""
    top, floor = scale.y(number), HEIGHT - BOTTOM
    words = label.split()
    half = (len(words) + 1) // 2
    lines = [" ".join(words[:half]), " ".join(words[half:])] if len(label) > 12 else [label]
    marks = tuple(Mark(x + width // 2, floor + 18 + 16 * place, each) for place, each in enumerate(lines))
    return Column(x, top, width, floor - top, fill, number, marks, f"{label}: {number}")


def month_name(day: date) -> str:
    """A month as people write it."""
    return f"{day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture as a page or a paper shows it: its name, how it was counted, the drawing with its size, its table."""

    title: str
    note: str
    words: str
    drawing: str
    width: int
    height: int
    table: Sequence[Sequence[str]]


def charts(plan: Plan) -> list[Shown]:
    """The pictures of a plan that there is something to draw for."""
    ages = [(LATENESS[key][0], number) for key, number in plan.ages().items()]
    found = [shown(chart) for chart in (burn_down(plan.months()), ageing(ages)) if chart is not None]
    figure = by_agency(plan)
    picture = matrix.drawn(figure)
    if picture is not None:
        drawing = matrix.svg(figure, picture)
        found.append(
            Shown(figure.title, figure.note, figure.words, drawing, picture.width, picture.height, figure.table)
        )
    return found


def by_agency(plan: Plan) -> Figure:
    """Agencies × states as a matrix of counts."""
    rows = tuple((row.label, row.numbers) for row in plan.by("agency"))
    columns = tuple(STATES[key] for key in DISJOINT)
    note = "Each action stands in one column. The darker a square, the more actions."
    return Figure("agencies-by-state", "Agencies and where their actions stand", note, "Agency", columns, rows)


def shown(chart: Chart) -> Shown:
    """A chart as a page shows it."""
    return Shown(chart.title, chart.note, chart.words, svg(chart), chart.width, chart.height, chart.table)
