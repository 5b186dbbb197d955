"""The portal's own reports pass the scan when their text is anonymous, and are stopped when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from findings.anonymise.residue import residue
from findings.models import BuiltReport
from findings.report_files import Document, made_into
from scr_portal.lib import docx
from tests.corpus.hiding_places import PEOPLE

BOARD = "Northshire Safeguarding Children Partnership"
SUPPORT = "Samaritans answer day and night on 116 123."
TITLE = "Local Child Safeguarding Practice Review: Child A"
TEXT = """This review considers how agencies worked together to help {name} and her mother between March 2019 and autumn 2021.
It was written by an independent reviewer, who read the records of every agency that knew the family.

## What we know of the child's daily life

{name} liked to draw. Social Worker 1 visited the home in the spring of 2020, and School 1 wrote to the mother about absences. Mother
told the health visitor that she was afraid, and the health visitor did not pass this on, because she believed that the police knew.

- Children's social care closed the case after one assessment.
- The police recorded seven incidents of domestic abuse.
- Nobody asked {name} what a day at home was like.

| Agency | What it knew |
|---|---|
| Police | Seven incidents |
| School 1 | Absences |

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


def document(name: str) -> Document:
    sections = [(f"s{number}", title, docx.blocks(TEXT.format(name=name))) for number, title in enumerate(SECTIONS)]
    return Document(TITLE, BOARD, sections, support=SUPPORT)


def written(kind: str, name: str, folder: Path) -> Path:
    path = folder / f"report.{BuiltReport.ENDINGS[kind]}"
    path.write_bytes(made_into(kind, document(name)))
    return path


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_an_anonymous_report_passes(kind: str, tmp_path: Path) -> None:
    assert residue(written(kind, "Child A", tmp_path), PEOPLE, allowed=[BOARD, SUPPORT]) == []


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_a_report_with_a_name_is_stopped_wherever_the_name_stands(kind: str, tmp_path: Path) -> None:
    found = residue(written(kind, "Amara", tmp_path), PEOPLE, allowed=[BOARD, SUPPORT])
    assert {(hit.text, hit.keys, hit.replacement) for hit in found} == {("Amara", ("c",), "Child A")}
    told = " ".join(hit.context for hit in found)
    assert all(words in told for words in ("help Amara and her mother", "Amara liked to draw", "Nobody asked Amara"))
