"""What the preview shows of an action plan: each row with what becomes of it, and why what is no action was passed over."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from findings.models import PlanFile
from findings.plan.sets import STATES
from findings.plan_lifecycle import PlanFileStatus
from findings.plan_matching import ASKED, HERE, LEFT_OUT, REFUSED, Settling, standing

SHOWN = ("ok", "attention", ASKED, REFUSED, HERE, LEFT_OUT)
# What the reader calls what it passed over, as people would say it.
REASONS = {
    "title": "A title or a note above the table",
    "header": "The headings of the table",
    "repeated header": "The headings, once more",
    "theme of the rows below": "A theme, kept with the rows below it",
    "recommendation of the rows below": "A recommendation, kept with the rows below it",
    "legend": "A line that explains the colours",
    "note": "A note below the table",
    "blank row": "A blank row",
}


class Preview:
    """One file as its page shows it; once it is imported its rows are told by what they became."""

    def __init__(self, plan: PlanFile) -> None:
        self.plan, self.kept = plan, plan.parsed.get("rows", [])
        self.settling = Settling(plan)
        self.rows = [
            {"declared": STATES.get(each.row.declared, ""), "said": each.row, "kept": self.kept[each.index], "index": each.index, "settled": each, "state": standing(each, self.kept[each.index])}
            for each in self.settling.settle()
        ]  # fmt: skip
        if plan.status == PlanFileStatus.IMPORTED:
            self._became()

    def _became(self) -> None:
        made: dict[tuple[str, int, int], list[Any]] = {}
        for line in self.plan.lines.select_related("action__recommendation", "recommendation"):
            made.setdefault((line.sheet, line.row, line.sub), []).append(line)
        for row in self.rows:
            said = row["said"]
            row["lines"] = made.get(((said.sheet or "")[:120], said.row, said.sub), [])
            if row["lines"]:
                row["state"] = "attention" if row["kept"]["state"] == "needs-attention" else "ok"

    def shown(self, show: str) -> list[dict[str, Any]]:
        """The rows that the filter `show` leaves, all of them for "", or what was passed over for "skipped"."""
        if show == "skipped":
            return [{**each, "reason": REASONS.get(each["reason"], each["reason"][:1].upper() + each["reason"][1:])} for each in self.plan.parsed.get("skipped", [])]  # fmt: skip
        return [row for row in self.rows if row["state"] == show] if show in SHOWN else self.rows

    def counts(self) -> dict[str, int]:
        """How many rows stand in each filter, and how the records of the file add up."""
        states = Counter(row["state"] for row in self.rows)
        told = {(row["sheet"], row["row"]) for row in self.kept}
        others = len(self.plan.parsed.get("skipped", []))
        numbers = {"left_out" if key == LEFT_OUT else key: states[key] for key in SHOWN}
        return {**numbers, "rows": len(self.rows), "told": len(told), "skipped": others, "all": len(told) + others}


def place(request: HttpRequest) -> str:
    """Which rows of the preview somebody was looking at, as the end of an address: "?show=refused&page=2"."""
    asked = {name: request.GET[name] for name in ("show", "page") if request.GET.get(name)}
    return f"?{urlencode(asked)}" if asked else ""


def back(request: HttpRequest, plan: PlanFile, index: int) -> str:
    """The address of one row of the preview, among those that somebody was looking at."""
    return f"{reverse('findings.plan_file.preview', args=[plan.pk])}{place(request)}#row-{index}"
