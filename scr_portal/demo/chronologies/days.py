"""The calendar of the fictional area: periods as the prose writes them, and the days on which offices and schools are open."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

CLOSED = {(1, 1), (12, 24), (12, 25), (12, 26), (12, 27), (12, 31)}
BANK_HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2023-01-02",
        "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2024-03-29", "2024-04-01", "2024-05-06",
        "2024-05-27", "2024-08-26", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25",
    )
)  # fmt: skip
TERMS = tuple(
    (date.fromisoformat(first), date.fromisoformat(last))
    for first, last in (
        ("2022-01-05", "2022-02-18"), ("2022-02-28", "2022-04-08"), ("2022-04-25", "2022-05-27"), ("2022-06-06", "2022-07-22"),
        ("2022-09-05", "2022-10-21"), ("2022-10-31", "2022-12-16"), ("2023-01-04", "2023-02-10"), ("2023-02-20", "2023-03-31"),
        ("2023-04-17", "2023-05-26"), ("2023-06-05", "2023-07-21"), ("2023-09-05", "2023-10-20"), ("2023-10-30", "2023-12-15"),
        ("2024-01-03", "2024-02-09"), ("2024-02-19", "2024-03-28"), ("2024-04-15", "2024-05-24"), ("2024-06-03", "2024-07-19"),
        ("2024-09-04", "2024-10-25"), ("2024-11-04", "2024-12-20"), ("2025-01-06", "2025-02-14"), ("2025-02-24", "2025-04-04"),
        ("2025-04-22", "2025-05-23"), ("2025-06-02", "2025-07-22"), ("2025-09-03", "2025-10-24"),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_open(day: date, days: str) -> bool:
    """Whether an agency that keeps these days ("any", "office", "term") works on this one."""
    if days == "any":
        return True
    if day.weekday() > 4 or day in BANK_HOLIDAYS or (day.month, day.day) in CLOSED:
        return False
    return days == "office" or any(first <= day <= last for first, last in TERMS)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def window(text: str, first: date, last: date) -> tuple[date, date]:
    """A period as the prose writes it, within `first` to `last`: "*", "22-03..23-05", "24-03..", "23-03-14" (a day)."""
    if text == "*":
        return first, last
    start, dots, end = text.partition("..")
    begins = _bound(start) if start else first
    ends = _bound(end, closing=True) if end else last if dots else begins
    return max(begins, first), min(ends, last)


def _bound(text: str, *, closing: bool = False) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(2000 + parts[0], parts[1], parts[2])
    day = date(2000 + parts[0], parts[1], 1)
    return month_end(day) if closing else day
