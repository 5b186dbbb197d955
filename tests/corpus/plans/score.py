"""Compares what was read of an action plan with what is in it: rows, fields, what is asked, and what was passed over."""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from findings.plan import Parsed, parse
from tests.corpus.plans import AGENCIES, Case, Plan

TODAY = date(2025, 1, 1)


@dataclass
class Score:
    """Counts over one file; `wrong` says each difference in words."""

    rows: int
    fields: int
    wrong: list[str]


def plain(value: Any) -> Any:
    """A value as it is compared: spaces and line breaks count once."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


def compare(parsed: Parsed, plan: Plan) -> Score:
    """The differences between a reading and its gold, field by field and record by record."""
    wrong, fields = [], 0
    read = {(row.row, row.sub): row for row in parsed.rows}
    for gold in plan.gold:
        row = read.pop((gold.row, gold.sub), None)
        if row is None:
            wrong.append(f"row {gold.row}.{gold.sub} was not read")
            continue
        for name, value in gold.fields.items():
            fields += 1
            if plain(getattr(row, name)) != plain(value):
                wrong.append(f"row {gold.row}.{gold.sub} {name}: {getattr(row, name)!r}, not {value!r}")
        kinds = {problem.kind for problem in row.problems}
        if (row.state, kinds) != (gold.state, set(gold.kinds)):
            wrong.append(f"row {gold.row}.{gold.sub} is {row.state} {sorted(kinds)}, not {gold.state} {sorted(gold.kinds)}")  # fmt: skip
    wrong += [f"row {row}.{sub} is no action" for row, sub in read]
    passed = {each.row: each.reason for each in parsed.skipped}
    for number, reason in plan.skipped.items():
        if passed.pop(number, "") != reason:
            wrong.append(f"row {number} was not passed over as “{reason}”")
    wrong += [f"row {number} was passed over as “{reason}”" for number, reason in passed.items()]
    return Score(len(plan.gold), fields, wrong)


def read(case: Case, folder: Path) -> tuple[Parsed, Plan]:
    """Write a file of the corpus and read it."""
    path, plan = case.build(folder)
    return parse(path, known=AGENCIES, today=TODAY), plan


if __name__ == "__main__":
    from tests.corpus.plans.cases import CASES

    with tempfile.TemporaryDirectory() as name:
        for case in CASES:
            if len(sys.argv) > 1 and not any(part in case.name for part in sys.argv[1:]):
                continue
            score = compare(*read(case, Path(name)))
            print(f"{case.name}: {score.rows} actions, {score.fields} fields, {len(score.wrong)} wrong")
            print(*(f"  {line}" for line in score.wrong[:12]), sep="\n")
