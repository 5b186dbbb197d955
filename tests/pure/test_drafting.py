"""What is typed or pasted line by line, and how it is understood."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.drafting import FIELDS, pasted, understand

TODAY = date(2026, 11, 28)


def line(**cells: str) -> dict[str, str]:
    return {**dict.fromkeys(FIELDS, ""), "event": "Seen.", **cells}


@pytest.mark.parametrize(
    ("written", "time", "said"),
    [
        ("27/3/2019", "", "27 March 2019"),
        ("27/3/2019", "1415hrs", "27 March 2019, 14:15"),
        ("27/3/2019 at 0915", "", "27 March 2019, 09:15"),
        ("about March 2019", "", "about March 2019"),
        ("2016", "", "2016"),
        ("1/1/2018 to 31/12/2018", "", "1 January 2018 to 31 December 2018"),
        ("?12/3/2019", "", "12 March 2019 (not certain)"),
        ("unknown", "", "no day that can be told"),
    ],
)
def test_a_date_is_read_back_in_words(written: str, time: str, said: str) -> None:
    found = understand(line(date_text=written, time_text=time), TODAY)
    assert (found.words, found.wrong) == (said, ())


def test_a_line_that_cannot_be_an_entry_says_why() -> None:
    wrong = understand(line(date_text="31/02/2019", time_text="9ish", event=""), TODAY).wrong
    assert ["not a day that exists" in wrong[0], wrong[1], "time of day" in wrong[2]] == [
        True,
        "Write what happened.",
        True,
    ]


def test_lines_are_pasted_by_their_headings_or_by_their_number() -> None:
    headed = pasted("What happened\tDate\tShoe size\nSeen at home.\t27/3/2019\t5\n")
    assert [(each["date_text"], each["event"]) for each in headed] == [("27/3/2019", "Seen at home.")]
    two = pasted('27/3/2019\t"Seen at home.\nNobody else was in."\n\n28/3/2019\tLetter sent.')
    assert [each["event"] for each in two] == ["Seen at home.\nNobody else was in.", "Letter sent."]
    five = pasted("27/3/2019\t14:15\tLog\tSeen.\tNone\n")
    assert five == [
        {
            "date_text": "27/3/2019",
            "time_text": "14:15",
            "source": "Log",
            "event": "Seen.",
            "action": "None",
            "seen": "",
        }
    ]
    six = pasted("27/3/2019\t14:15\tLog\tCalled.\tNone\tNo reply\n28/3/2019\t\tLog\tCalled.\tNone\tY\n")
    assert [each["seen"] for each in six] == ["no", "yes"]
    assert pasted("\n \n") == []


@pytest.mark.parametrize(
    ("heading", "cell", "seen"),
    [
        ("Child seen?", "Yes, alone", "yes"),
        ("Child seen?", "not seen", "no"),
        ("Seen", "n/k", ""),
        ("Seen alone", "No", ""),
    ],
)
def test_whether_somebody_was_seen_is_read_from_a_column_that_says_so(heading: str, cell: str, seen: str) -> None:
    assert [each["seen"] for each in pasted(f"Date\tWhat happened\t{heading}\n27/3/2019\tVisit.\t{cell}\n")] == [seen]
