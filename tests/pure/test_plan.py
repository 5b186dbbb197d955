"""Action plans read as a careful person would, every record accounted for, and read back as they were written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from agencies.chronology.grid import Sheet, clean
from findings.plan import ActionRow, Parsed, PlanRefused, parse
from findings.plan.headings import meaning
from findings.plan.reading import interpret
from findings.plan.sets import SETS, ColumnSet
from tests.corpus.chronology.here import in_this_process
from tests.corpus.plans import AGENCIES, Case, Plan
from tests.corpus.plans.cases import CASES
from tests.corpus.plans.drawn import DRAWN
from tests.corpus.plans.score import TODAY, compare, read


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Parsed, Plan]]:
    """Every file of the corpus, written and read once."""
    folder = tmp_path_factory.mktemp("plans")
    with in_this_process():
        return {case.name: read(case, folder) for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_plan_is_read_as_a_careful_person_would(case: Case, built: dict[str, tuple[Parsed, Plan]]) -> None:
    assert compare(*built[case.name]).wrong == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_record_is_accounted_for_once(case: Case, built: dict[str, tuple[Parsed, Plan]]) -> None:
    parsed, plan = built[case.name]
    told, passed = {row.row for row in parsed.rows}, [each.row for each in parsed.skipped]
    assert not told & set(passed)
    assert len(set(passed)) == len(passed)
    assert told | set(passed) == set(range(1, len(plan.rows) + 1))


def test_the_four_sets_are_drawn_with_two_hundred_actions_each(built: dict[str, tuple[Parsed, Plan]]) -> None:
    assert len({tuple(case.make().headings) for case in DRAWN}) == 4
    assert all(len(built[case.name][0].rows) == 200 for case in DRAWN)


def test_a_file_is_opened_by_the_limited_child(tmp_path: Path) -> None:
    parsed, plan = read(next(case for case in CASES if case.name == "merged.xlsx"), tmp_path)
    assert compare(parsed, plan).wrong == []


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Scope of recommendation i.e. local or regional", "scope"), ("Key milestones achieved in enacting recommendation", "milestones"),
        ("Date of completion and Outcome", "completion"), ("Lead Agency", "agency"), ("Rec. No.", "number"), ("BRAG rating", "rag"),
        ("Timescales and Progress", "timescale"), ("What will success look like?", "measure"), ("Named lead officer", "lead"), ("SRO", "sponsor"),
        ("Critical Friend's comments", "critical_friend"), ("Revised due date", "revised"), ("Progress update Q3 2024", "progress"), ("Cost code", ""),
        ("Lead Agency/Responsible Person", "agency"), ("Owner (agency)", "agency"), ("Agency action(s)", "action"), ("What will we do?", "action"),
        ("Who will do it?", "lead"), ("When will it be done by?", "target"), ("Summary of Action Taken & Date", "progress"), ("Complete Y/N", "status"),
        ("Red Amber Green", "rag"), ("Assurance provided", "evidence"), ("Current position", "progress"), ("Single Agency / Multi Agency", "scope"),
    ],
)  # fmt: skip
def test_headings_in_use_are_known(heading: str, field: str) -> None:
    assert meaning(heading)[0] == field


def test_a_person_says_what_a_column_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in (["Ourselves", "Verbs", "Ending"], ["Police", "Train all", "1/5/2025"]):
        book.active.append(line)
    book.save(path := tmp_path / "own.xlsx")
    with in_this_process():
        with pytest.raises(PlanRefused, match="Recommendation, Action and Target date"):
            parse(path)
        row = parse(path, columns={"Ourselves": "agency", "Verbs": "action", "Ending": "target"}).rows[0]
    assert (row.agencies, row.action, row.target_on) == (["Police"], "Train all", date(2025, 5, 1))


def test_a_table_without_headings_goes_on_with_the_columns_before_it(tmp_path: Path) -> None:
    word = Document()
    for lines in (
        [["Recommendation", "Action", "Agency", "By when"], ["1. Share risk", "Write it", "ICB", "May 2025"]],
        [["", "Teach it", "Police", "June 2025"]],
    ):
        table = word.add_table(len(lines), 4)
        for cells, texts in zip(table.rows, lines, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    word.save(str(path := tmp_path / "two.docx"))
    with in_this_process():
        first, second = parse(path).rows
    assert (second.recommendation, second.action, second.agencies) == (first.recommendation, "Teach it", ["Police"])


def test_no_cell_is_lost_where_several_columns_have_one_heading_or_none() -> None:
    rows: list[list[object]] = [
        ["Recommendation", "Action", "Agency", "Update", "Update", "Update"],
        ["1. Share", "Write it", "ICB", "March", "June", "September", "Beside the table"],
    ]
    row = interpret([Sheet("Plan", rows)], {}, (), TODAY).rows[0]  # type: ignore[arg-type]
    assert (row.progress, row.extra) == ("March", {"Update": "June\nSeptember", "Column 7": "Beside the table"})


def test_a_column_that_is_only_coloured_is_said() -> None:
    rows: list[list[object]] = [["Recommendation", "Action", "Agency", "RAG"], ["1. Share", "Write it", "ICB", None]]
    parsed = interpret([Sheet("Plan", rows)], {}, (), TODAY)  # type: ignore[arg-type]
    assert "write the colours as words" in parsed.notices[0]


def test_what_was_refused_speaks_of_an_action_plan(tmp_path: Path) -> None:
    (path := tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(PlanRefused, match="check that the action plan was saved"):
        parse(path)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co"]), min_size=1, max_size=60)  # fmt: skip
SENTENCE = st.one_of(
    WORDS.map(clean).filter(lambda text: any(letter.isalpha() for letter in text)),
    st.sampled_from(("Review the policy:\n• fathers\n• siblings", "3. Audit twice", "=SUM(A1)", "1.5 posts\n2.5 posts", "-cmd", "Red", "as above - twice", "1. Write\n2. Teach", "Completed")),
)  # fmt: skip
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
DUE = st.one_of(
    DAYS.map(lambda day: (f"{day:%d/%m/%Y}", day)),
    st.tuples(st.sampled_from(("Within 3 months", "By end Q2", "Summer 2024", "Ongoing", "June", "as funds allow")), DAYS),
    st.just(("", None)),
)  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> list[ActionRow]:
    """The actions of a review, numbered as the portal numbers them."""
    rows = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        text = draw(SENTENCE)
        for place in range(1, draw(st.integers(1, 3)) + 1):
            (target, on), (later, later_on) = draw(DUE), draw(DUE)
            rows.append(ActionRow(
                None, 0, number=f"{number}.{place}", recommendation_number=number, recommendation=text, action=draw(SENTENCE),
                agencies=[draw(st.sampled_from(AGENCIES))], scope=draw(st.sampled_from(("single", "multi", "regional", "national"))),
                lead=draw(st.one_of(st.just(""), SENTENCE)), sponsor=draw(st.one_of(st.just(""), SENTENCE)), milestones=draw(st.one_of(st.just(""), SENTENCE)),
                target_text=target, target_on=on, revised_text=later if on else "", revised_on=later_on if on else None,
                declared=draw(st.sampled_from(("planned", "in_progress", "claimed_done", "assured", "closed"))), rag=draw(st.sampled_from(("", "red", "amber", "green", "blue"))),
                progress=draw(st.one_of(st.just(""), SENTENCE)), evidence=draw(st.one_of(st.just(""), SENTENCE)), critical_friend=draw(st.one_of(st.just(""), SENTENCE)),
                measure=draw(st.one_of(st.just(""), SENTENCE)),
            ))  # fmt: skip
            if rows[-1].declared in {"claimed_done", "assured", "closed"} and draw(st.booleans()):
                rows[-1].completed_on = draw(DAYS)
    return rows


@pytest.mark.parametrize("columns", SETS, ids=lambda each: each.key)
@settings(max_examples=25, deadline=None)
@given(rows=plans())
def test_what_is_written_is_read_back(columns: ColumnSet, rows: list[ActionRow]) -> None:
    lines = [["OFFICIAL-SENSITIVE"], [column.heading for column in columns.columns], *(list(columns.cells(row)) for row in rows)]  # fmt: skip
    parsed = interpret([Sheet("Plan", lines)], {}, AGENCIES, None)  # type: ignore[arg-type]
    assert [row.row for row in parsed.rows] == list(range(3, len(rows) + 3))
    for given_row, read_row in zip(rows, parsed.rows, strict=True):
        for name in columns.fields:
            assert getattr(read_row, name) == getattr(given_row, name), name
