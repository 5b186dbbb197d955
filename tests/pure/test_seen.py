"""A column that says whether the child or adult was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from agencies.chronology import parse
from agencies.chronology.seen import read_seen

CELLS = {
    "yes": ("Y", "yes", "Yes - alone", "Seen", "seen by HV at home", "Both children seen", "Oedd", "✓", "Amara: yes"),
    "no": (
        "N", "No", "no.", "Not seen", "Amara not seen", "DNA", "Was not brought", "No, only mother", "no access", "Kofi: no",
    ),
    "": ("", "N/A", "n/k", "not known", "unclear", "Amara seen, Kofi not seen", "Not alone", "by telephone", "?", "-"),
}  # fmt: skip


@pytest.mark.parametrize("said", CELLS)
def test_a_cell_says_yes_no_or_nothing(said: str) -> None:
    assert {text: read_seen(text, "Child seen?") for text in CELLS[said]} == dict.fromkeys(CELLS[said], said)


def test_a_no_under_seen_alone_says_nothing() -> None:
    assert read_seen("No", "Seen alone (Y/N)") == ""
    assert read_seen("Yes", "Seen alone (Y/N)") == "yes"


def test_the_column_is_read_with_the_row_and_its_words_stay(tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text(
        "Date,What happened,Child seen?,Seen alone?\n"
        "27/03/2019,Visit at home with the health visitor.,Yes,No\n"
        "28/03/2019,Visit; nobody answered the door.,Not seen,\n"
        "29/03/2019,Mother rang the duty team.,n/a,\n"
    )
    rows = parse(file).rows
    assert [row.seen for row in rows] == ["yes", "no", ""]
    assert rows[1].extra["Child seen?"] == "Not seen"
