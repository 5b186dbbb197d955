"""The portal's own reports pass the scan when their text is anonymous, and are stopped when it is not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from findings.anonymise.residue import residue
from scr_portal.lib import docx, pdf
from tests.corpus.hiding_places import PEOPLE

BOARD = "Northshire Safeguarding Children Partnership"
TITLE = "Local Child Safeguarding Practice Review: Child A"
TEXT = """This review considers how agencies worked together to help {name} and her mother between March 2019 and autumn 2021.
It was written by an independent reviewer, who read the records of every agency that knew the family.

## What we know of the child's daily life

{name} liked to draw. Social Worker 1 visited the home in the spring of 2020, and School 1 wrote to the mother about absences. Mother
told the health visitor that she was afraid, and the health visitor did not pass this on, because she believed that the police knew.

- Children's social care closed the case after one assessment.
- The police recorded seven incidents of domestic abuse.
- Nobody asked {name} what a day at home was like.

## Why it made sense at the time

Practitioners carried more work than they could hold. Managers relied on what parents said about themselves."""
SECTIONS = (
    "Introduction",
    "Method",
    "Background and timeline",
    "Analysis",
    "Findings",
    "Recommendations",
    "Conclusion",
)


def sections(name: str) -> list[tuple[str, list[docx.Block]]]:
    return [(title, docx.blocks(TEXT.format(name=name))) for title in SECTIONS]


def written(kind: str, name: str, folder: Path) -> Path:
    path = folder / f"report.{kind}"
    if kind == "docx":
        path.write_bytes(docx.write(TITLE, sections(name), subject=BOARD))
    else:
        context = {
            "title": TITLE,
            "board": SimpleNamespace(name=BOARD),
            "ref": "SCR-2026-004",
            "sections": sections(name),
        }
        path.write_bytes(pdf.render("findings/report/document.html", context))
    return path


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_an_anonymous_report_passes(kind: str, tmp_path: Path) -> None:
    assert residue(written(kind, "Child A", tmp_path), PEOPLE, allowed=[BOARD]) == []


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_report_with_a_name_is_stopped_wherever_the_name_stands(kind: str, tmp_path: Path) -> None:
    found = residue(written(kind, "Amara", tmp_path), PEOPLE, allowed=[BOARD])
    assert {(hit.text, hit.keys, hit.replacement) for hit in found} == {("Amara", ("c",), "Child A")}
    told = " ".join(hit.context for hit in found)
    assert all(words in told for words in ("help Amara and her mother", "Amara liked to draw", "Nobody asked Amara"))
