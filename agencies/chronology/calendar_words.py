"""The words with which people name days, months, seasons and holidays, in English and Welsh."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr ion", "february feb febr chwefror chwef", "march mar mawrth maw", "april apr apl ebrill ebr", "may mai",
            "june jun mehefin meh", "july jul gorffennaf gorff", "august aug awst", "september sept sep medi",
            "october oct hydref hyd", "november nov tachwedd tach", "december dec rhagfyr rhag",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon llun", "tuesday tues tue", "wednesday weds wed mercher", "thursday thurs thur thu iau", "friday fri gwener",
            "saturday sat sadwrn", "sunday sun sul",
        )
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {
    "spring": (3, 5),
    "gwanwyn": (3, 5),
    "summer": (6, 8),
    "haf": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
    "gaeaf": (12, 2),
}
# The terms of a school by the first month of the season they are named after; as wide as any council sets them.
TERMS = {9: (9, 12), 3: (1, 4), 6: (4, 7)}
UNDATED = frozenset(
    ["undated", "nd", "n/d", "n.d", "n.d.", "nk", "n/k", "unknown", "notknown", "none", "n/a", "na", "illegible", "unclear", "tbc", "-", "--", "---", "?", "??", "???", "nil", "anhysbys"]
) | frozenset(
    ("not known", "not recorded", "no date", "date unknown", "date not known", "date illegible", "not clear", "not stated", "not dated",
     "no date recorded", "no date given", "dim dyddiad", "heb ddyddiad", "date not recorded", "date unclear", "undated entry", "date not given", "unknown date")
)  # fmt: skip
DITTO = frozenset(
    (
        '"',
        "''",
        "ditto",
        "do",
        "do.",
        "as above",
        "same",
        "same day",
        "same date",
        "“",
        "”",
        '""',
        "〃",
        "-do-",
        "uchod",
    )
)


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ll = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ll) // 433
    month = (h + ll - 7 * m + 90) // 25
    return date(year, month, (h + ll - 7 * m + 33 * month + 19) % 32)


NAMES_OF_HOLIDAYS = (
    (re.compile(r"['’.]"), ""),
    (re.compile(r"xmas|nadolig"), "christmas"),
    (re.compile(r"\b(?:y )?pasg"), "easter"),
    (re.compile(r"\b(?:school )?(?:holidays?|hols?|break)$"), "holidays"),
    (re.compile(r"^(?:new year|ny)s? (?=eve|day)"), "new years "),
    (re.compile(r"^st "), ""),
    (re.compile(r"^mother(?:ing|s)? (?:sunday|day)"), "mothering sunday"),
    (re.compile(r"^pancake day"), "shrove tuesday"),
    (re.compile(r"^(feb|may|whit|oct)\w*[\s-]+half[\s-]*term.*"), r"\1 half term"),
    (re.compile(r"^guy fawkes.*"), "bonfire night"),
)


def holiday(words: str, year: int) -> tuple[date, date]:
    """The days that a holiday covers, whatever it is called: one day where it is one, else the days around it; those of
    a school as wide as any council sets them."""
    sunday = easter(year)
    name = " ".join(words.lower().split())
    for called, usual in NAMES_OF_HOLIDAYS:
        name = called.sub(usual, name)
    from_easter = {
        "shrove tuesday": -47, "ash wednesday": -46, "mothering sunday": -21, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
        "easter sunday": 0, "easter day": 0, "easter monday": 1, "whit sunday": 49,
    }  # fmt: skip
    fixed = {
        "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new years eve": (12, 31), "new years day": (1, 1),
        "valentines day": (2, 14), "davids day": (3, 1), "halloween": (10, 31), "bonfire night": (11, 5),
    }  # fmt: skip
    if name in from_easter or name in fixed:
        day = sunday + timedelta(days=from_easter[name]) if name in from_easter else date(year, *fixed[name])
        return day, day
    whole = {
        "christmas": (date(year, 12, 20), date(year + 1, 1, 2)),
        "easter": (sunday - timedelta(days=9), sunday + timedelta(days=8)),
        "new year": (date(year - 1, 12, 31) if year > 1 else date(year, 1, 1), date(year, 1, 2)),
        "summer holidays": (date(year, 7, 15), date(year, 9, 7)),
        "christmas holidays": (date(year, 12, 15), date(year + 1, 1, 8)),
        "easter holidays": (sunday - timedelta(days=16), sunday + timedelta(days=16)),
        "feb half term": (date(year, 2, 1), date(year, 3, 1) - timedelta(days=1)),
        "may half term": (date(year, 5, 20), date(year, 6, 8)),
        "whit half term": (date(year, 5, 20), date(year, 6, 8)),
        "oct half term": (date(year, 10, 12), date(year, 11, 5)),
    }
    return whole[name]
