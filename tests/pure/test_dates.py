"""Dates as evidence: every form that arrives in practice reads to the days that its words allow, or says why not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from agencies.chronology.dates import find_dates, propose_order, read_date
from agencies.chronology.times import read_time

TODAY = date(2026, 11, 24)


def read(text: object, **options: object) -> tuple[str, str, str, bool, str | None, str | None]:
    found = read_date(text, today=TODAY, **options)  # type: ignore[arg-type]
    first, last = (day.isoformat() if day else "" for day in (found.date_from, found.date_to))
    return first, last, found.precision, found.certain, found.time, found.end_time


def kinds(text: object, **options: object) -> set[str]:
    return {problem.kind for problem in read_date(text, today=TODAY, **options).problems}  # type: ignore[arg-type]


DAYS = """
2024-04-03 = 2024-04-03
20240403 = 2024-04-03
12/03/2019 = 2019-03-12
1/3/19 = 2019-03-01
22.05.16 = 2016-05-22
22.05/16 = 2016-05-22
22-may-16 = 2016-05-22
22 05 2016 = 2016-05-22
05MAY2019 = 2019-05-05
5-May-2019 = 2019-05-05
3rd of March '19 = 2019-03-03
3rd March, 2019 = 2019-03-03
March 3rd, 2019 = 2019-03-03
Mar 3 2019 = 2019-03-03
8 June 18 = 2018-06-08
15 Mawrth 2019 = 2019-03-15
Monday 12th March 2018 = 2018-03-12
Tues 12/03/2019 = 2019-03-12
(12/03/2019) = 2019-03-12
12/03/2019. = 2019-03-12
１２/０３/２０１９ = 2019-03-12
12/03/2019 evening = 2019-03-12
12/03/2019 00:00:00 = 2019-03-12
Christmas Day 2018 = 2018-12-25
29/02/2020 = 2020-02-29
9/10/11 = 2011-10-09
Dydd Mawrth 12 Mawrth 2019 = 2019-03-12
17 Sept 2018 = 2018-09-17
"""


@pytest.mark.parametrize("line", DAYS.strip().splitlines())
def test_a_day_reads_to_that_day_with_nothing_to_ask(line: str) -> None:
    text, _, day = line.rpartition(" = ")
    assert read(text) == (day, day, "day", True, None, None)
    assert kinds(text) == set()


SPANS = """
March 2019 = 2019-03-01 2019-03-31 month
Apr 2024 = 2024-04-01 2024-04-30 month
03/2019 = 2019-03-01 2019-03-31 month
2019-03 = 2019-03-01 2019-03-31 month
mid-March 2019 = 2019-03-01 2019-03-31 month
??/03/2019 = 2019-03-01 2019-03-31 month
2018 = 2018-01-01 2018-12-31 year
early 2018 = 2018-01-01 2018-12-31 year
c. 2016 = 2016-01-01 2016-12-31 year
c2016 = 2016-01-01 2016-12-31 year
Summer 2017 = 2017-06-01 2017-08-31 range
winter 2018/19 = 2018-12-01 2019-02-28 range
Autumn term 2018 = 2018-09-01 2018-12-31 range
spring term 2018/19 = 2019-01-01 2019-04-30 range
Summer Term 2019 = 2019-04-01 2019-07-31 range
late April/early May 2019 = 2019-04-01 2019-05-31 range
weekend of 3/4 July 2021 = 2021-07-03 2021-07-04 range
May-June 2019 = 2019-05-01 2019-06-30 range
Dec 2018 - Jan 2019 = 2018-12-01 2019-01-31 range
12/03/19 - 15/03/19 = 2019-03-12 2019-03-15 range
12-15 March 2019 = 2019-03-12 2019-03-15 range
12th to 15th March 2019 = 2019-03-12 2019-03-15 range
12 - 15/03/2019 = 2019-03-12 2019-03-15 range
12/03 - 15/03/2019 = 2019-03-12 2019-03-15 range
28 Feb - 3 March 2019 = 2019-02-28 2019-03-03 range
13 May - 17 May 2025 = 2025-05-13 2025-05-17 range
13th May–17th June 2025 = 2025-05-13 2025-06-17 range
12-03-2019-15-03-2019 = 2019-03-12 2019-03-15 range
Mon-Fri 4-8 May 2020 = 2020-05-04 2020-05-08 range
2011-12 = 2011-01-01 2012-12-31 range
between 3 and 5 May 2019 = 2019-05-03 2019-05-05 range
from 1 Feb 2019 to 28 Feb 2019 = 2019-02-01 2019-02-28 range
Sat 4th & Sun 5th May 2019 = 2019-05-04 2019-05-05 range
w/c 11/03/2019 = 2019-03-11 2019-03-17 range
week ending 15/03/2019 = 2019-03-09 2019-03-15 range
Week commencing Monday 11th March 2019 = 2019-03-11 2019-03-17 range
FY 2017/18 = 2017-04-01 2018-03-31 range
academic year 2018/19 = 2018-09-01 2019-08-31 range
2016-2018 = 2016-01-01 2018-12-31 range
Q2 2019 = 2019-04-01 2019-06-30 range
the 1990s = 1990-01-01 1999-12-31 range
"""


@pytest.mark.parametrize("line", SPANS.strip().splitlines())
def test_a_month_a_year_a_season_or_a_range_keeps_its_precision(line: str) -> None:
    text, _, said = line.rpartition(" = ")
    assert " ".join(read(text)[:3]) == said
    assert kinds(text) == set()


TIMES = """
14/05/2018 @ 1415hrs = 14:15
14/05/2018 1415 = 14:15
14/05/2018 14:15 = 14:15
14.05.2018 14.15 = 14:15
14/05/2018 2.30pm = 14:30
14/05/2018 2 p.m. = 14:00
14/05/2018 12.10am = 00:10
14/05/2018 at 0900 = 09:00
14/05/2018 noon = 12:00
2018-05-14T14:15:00 = 14:15
May 14, 2018, 3:15 PM = 15:15
14.05.18 09:30hrs = 09:30
14/05/2018 10:00 - 10:45 = 10:00 10:45
14/05/2018-14:15 = 14:15
14/05/2018 7-8pm = 19:00 20:00
14/05/2018 10.30-2pm = 10:30 14:00
14/05/2018 0930-1100 = 09:30 11:00
14/05/2018 2200-0600hrs = 22:00 06:00
10:00-10:45 14/05/2018 = 10:00 10:45
14/05/2018 08.30-09.15 = 08:30 09:15
"""


@pytest.mark.parametrize("line", TIMES.strip().splitlines())
def test_the_time_of_day_is_read_beside_the_day(line: str) -> None:
    text, _, said = line.rpartition(" = ")
    assert read(text)[0] == "2018-05-14"
    assert " ".join(filter(None, read(text)[4:])) == said
    assert kinds(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "?22 may 2016",
        "22/05/2016 approx",
        "about 22 May 2016",
        "22/05/2016?",
        "22/05/2016 (TBC)",
        "circa 22.5.16",
        "~22/05/2016",
    ],
)
def test_a_doubt_is_kept_and_nothing_is_asked(text: str) -> None:
    assert read(text)[:4] == ("2016-05-22", "2016-05-22", "day", False)
    assert kinds(text) == set()


PROBLEMS = """
31/02/2019 = impossible
31/14/2019 = impossible
45/03/2019 = impossible
29/02/2019 = impossible
03/25/2019 = month-first
12/03/2109 = year
12/03/1019 = year
12/03/209 = year
2109 = year
20/12/2026 = future
Monday 13th March 2018 = weekday
15/03/19 - 12/03/19 = reversed-range
15/03/2020-12/03/2020 = reversed-range
Monday 5th to Friday 8th May 2020 = weekday
12/3/19, 15/3/19 and 18/3/19 = several-dates
12/03/2019 and 15/03/2019 = several-dates
4th, 5th and 6th May 2020 = several-dates
12/03/2019 1 = words
2003-08 = not-a-date
=DATE(2019,1,9) = not-a-date
pre-2015 = open-ended
43525 = serial-as-text
12/O3/2019 = misread
12 March = no-year
before 2016 = open-ended
since March 2019 = open-ended
12/03/2019 - ongoing = open-ended
12/03/2019 25:00 = time
12/03/2019 Home visit = words
see above = not-a-date
ditto = ditto
as above = ditto
Undated = undated
n/k = undated
not known = undated
? = undated
"""


@pytest.mark.parametrize("line", PROBLEMS.strip().splitlines())
def test_what_is_wrong_is_said(line: str) -> None:
    text, _, kind = line.rpartition(" = ")
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text", ["31/02/2019", "03/25/2019", "12/03/2109", "Undated", "see above", "before 2016", "12 March", ""]
)
def test_what_cannot_be_read_allows_no_day(text: str) -> None:
    assert read(text)[:3] == ("", "", "unknown")


def test_the_words_are_kept_as_they_were_written() -> None:
    assert read_date("  12–15\u00a0March 2019 ").text == "  12–15\u00a0March 2019 "


def test_a_two_digit_year_in_the_future_is_asked_about() -> None:
    assert "year" in kinds("28/02/28")
    assert kinds("28/02/68") == set()
    assert read("28/02/68")[0] == "1968-02-28"


def test_a_year_soon_to_come_is_kept_as_it_is_written_and_asked_about() -> None:
    assert read("15/06/2032")[0] == read("15/06/32")[0] == read(date(2032, 6, 15))[0] == "2032-06-15"
    assert "future" in kinds("15/06/2032")
    assert kinds(date(2032, 6, 15)) == {"future"}
    assert read("15/06/2091")[0] == read(date(2091, 6, 15))[0] == read("2032")[0] == ""


def test_four_digits_beside_a_day_are_its_time() -> None:
    assert [read(f"12/03/2019 {time}")[4] for time in ("2015", "2030", "2050")] == ["20:15", "20:30", "20:50"]


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), 1.797e306, -1e300, 10**400])
def test_a_number_of_any_size_is_asked_about_and_never_raises(value: float) -> None:
    assert kinds(value) == {"not-a-date"}
    assert not read_time(value, "").understood


def test_month_first_is_read_only_where_a_person_said_so() -> None:
    assert read("03/25/2019", order="MDY")[0] == "2019-03-25"
    assert read("03/04/2019", order="MDY")[0] == "2019-03-04"
    assert kinds("25/03/2019", order="MDY") == {"day-first"}


@pytest.mark.parametrize(
    ("value", "epoch", "day", "clock"),
    [
        (43525, 1900, "2019-03-01", None),
        (43525.59375, 1900, "2019-03-01", "14:15"),
        (42063, 1904, "2019-03-01", None),
        (59, 1900, "1900-02-28", None),
        (61, 1900, "1900-03-01", None),
        (datetime(2019, 3, 1, 14, 15), 1900, "2019-03-01", "14:15"),
        (datetime(2019, 3, 1), 1900, "2019-03-01", None),
        (date(2019, 3, 1), 1900, "2019-03-01", None),
    ],
)
def test_a_spreadsheets_value_is_the_day_that_it_shows(value: object, epoch: int, day: str, clock: str | None) -> None:
    assert read(value, epoch=epoch) == (day, day, "day", True, clock, None)


def test_a_column_that_is_plainly_month_first_is_asked_about() -> None:
    assert propose_order(["03/25/2019", "04/03/2019", "12/31/2018"])[0] == "MDY"
    assert propose_order(["25/03/2019", "04/03/2019"]) == ("DMY", [])
    assert propose_order(["04/03/2019", "05/06/2019"]) == ("DMY", [])
    assert propose_order(["12-15/03/2019", "04/05/2019"]) == ("DMY", [])
    assert propose_order(["3/1/2019 9:00:00 AM", "3/2/2019 1:15:00 PM"])[0] == "MDY"
    assert propose_order(["01/04/2019", "02/01/2019", "03/06/2019", "04/02/2019", "05/01/2019"])[0] == "MDY"
    assert propose_order(["01/04/2019", "02/04/2019", "03/04/2019", "04/04/2019", "05/04/2019"]) == ("DMY", [])
    assert [problem.kind for problem in propose_order(["25/03/2019", "03/25/2019"])[1]] == ["month-first"]


def test_dates_are_found_in_running_text_with_their_places() -> None:
    text = "12/03/2019 - visit, no reply.\n15/03/2019 14:15 – called back; next seen in May 2019."
    found = find_dates(text)
    assert [text[start:end].strip() for start, end, _ in found] == ["12/03/2019", "15/03/2019 14:15", "May 2019"]
    assert found[1][2].time == "14:15"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shrove Tuesday 2018", "2018-02-13", "2018-02-13"),
        ("Mothering Sunday 2018", "2018-03-11", "2018-03-11"),
        ("Mother's Day 2019", "2019-03-31", "2019-03-31"),
        ("Valentine’s Day 2020", "2020-02-14", "2020-02-14"),
        ("NY Eve '18", "2018-12-31", "2018-12-31"),
        ("Summer hols '18", "2018-07-15", "2018-09-07"),
        ("Feb half-term 2019", "2019-02-01", "2019-02-28"),
        ("Nadolig 2018", "2018-12-20", "2019-01-02"),
        ("wk of 18 June 18", "2018-06-18", "2018-06-24"),
        ("10.xi.18", "2018-11-10", "2018-11-10"),
        ("July 23-27, 2018", "2018-07-23", "2018-07-27"),
        ("June '18 - Jan '19", "2018-06-01", "2019-01-31"),
        ("?/12/2018", "2018-12-01", "2018-12-31"),
    ],
)
def test_days_are_read_as_people_call_them(text: str, first: str, last: str) -> None:
    assert read(text)[:2] == (first, last)
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3rd, 4th and 7th June 2019", "2019-06-03", "2019-06-07"),
        ("3, 4 and 6 Nov 2018", "2018-11-03", "2018-11-06"),
        ("25/3, 1/4 and 8/4/15", "2015-03-25", "2015-04-08"),
        ("6+13 June 2018", "2018-06-06", "2018-06-13"),
    ],
)
def test_a_list_of_days_reaches_from_the_first_to_the_last_and_is_asked_about(text: str, first: str, last: str) -> None:
    assert read(text)[:2] == (first, last)
    assert kinds(text) == {"several-dates"}


@pytest.mark.parametrize("text", ["June 18th", "June 18th, 5pm", "July 23-27", "March 3rd"])
def test_a_day_behind_its_month_is_no_year(text: str) -> None:
    assert read(text)[:2] == ("", "")
    assert kinds(text) == {"no-year"}


@pytest.mark.parametrize("text", ["NY Eve 18", "Christmas Day 25"])
def test_two_digits_behind_a_holiday_may_be_a_day_and_are_asked_about(text: str) -> None:
    assert kinds(text) == {"year"}


def test_a_column_that_is_month_first_but_for_one_cell_is_asked_about() -> None:
    assert propose_order(["01/09/2018", "03/14/2018", "10/20/2018", "13/07/2019"])[0] == "MDY"
    assert propose_order(["13/07/2019", "14/07/2019", "07/22/2019"])[0] == "DMY"


@pytest.mark.parametrize(
    ("text", "first", "last", "doubtful"),
    [
        ("quarter past ten", "10:15", None, False),
        ("ten past nine", "09:10", None, False),
        ("half 11", "11:30", None, False),
        ("quarter to six pm", "17:45", None, False),
        ("11 till 12", "11:00", "12:00", False),
        ("9 – 9.30", "09:00", "09:30", False),
        ("half past two", "14:30", None, True),
        ("1/2 past 3", "15:30", None, True),
        ("quarter to seven", "06:45", None, True),
        ("between 2 and 3", "14:00", "15:00", True),
    ],
)
def test_times_are_read_as_people_say_them_and_asked_about_where_the_half_of_the_day_is_not_plain(
    text: str, first: str, last: str | None, doubtful: bool
) -> None:
    found = read_time(text, text)
    assert (found.time, found.end_time, found.doubtful) == (first, last, doubtful)


def test_a_long_text_where_a_time_is_expected_is_no_time_and_is_asked_about() -> None:
    for text in ("- " * 2_000, "morning " * 500, "10:15 " + "seen at home " * 20):
        found = read_time(text, text)
        assert (found.time, found.understood) == (None, False), text[:20]


@pytest.mark.parametrize("text", ["ten", "ten five", "70 past 3", "2ish", "9"])
def test_words_that_may_be_no_time_are_not_made_one(text: str) -> None:
    assert read_time(text, text).time is None
