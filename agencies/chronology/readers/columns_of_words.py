"""Tables in a PDF without ruled lines: the words stand in columns, and a line of headings says where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agencies.chronology.grid import Sheet, clean
from agencies.chronology.heading_rows import score
from agencies.chronology.headings import meaning
from agencies.chronology.layout import DATED, DAY_NAME, MONTH, UNDATED
from agencies.chronology.passed import FOOTER

SAME_LINE = 3.0
NARROWEST = 3
SHORT = 24
_LEADS_UP = rf"(?:(?:(?:{DAY_NAME})|on|or|about|around|approx\w*|circa|ca?|w/?c|w/?e|week|commencing|beginning|ending|early|mid|late|nights?|of|from|between|during|the|since|by|before|after|period|spring|summer|autumn|winter)(?:\W+|$))*"
CUT_DATE = re.compile(
    rf"^\W*{_LEADS_UP}(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\W{{1,3}}(?:(?:and|to)\W+)?\d{{1,2}}(?:st|nd|rd|th)?)?\W*(?:of\W*)?)?(?:{MONTH}\W*|\d{{1,2}}[-/.])?$",
    re.IGNORECASE,
)
CUT_SPAN = re.compile(r"\d.*(?:[-–—&]|\b(?:to|and|until|till|or))\W*$", re.IGNORECASE)
CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[.:]?[0-5]\d ?(?:hrs?|[ap]\.?m\.?)?|(?:1[0-2]|[1-9]) ?[ap]\.?m\.?", re.IGNORECASE
)
FAR = 8  # lines that are missing before what stands at the foot of a page
NUMBER_OF_PAGE = re.compile(r"\bpage \d+ of \d+\W*$|\btudalen \d+ o \d+\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """The words of one line, left to right, and where it stands on the page."""

    words: list[Word]
    top: float
    height: float


def lines(words: list[dict[str, Any]]) -> list[Line]:
    """Words of a page as lines, top to bottom."""
    found: list[Line] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if not found or word["top"] - found[-1].top > SAME_LINE:
            found.append(Line([], word["top"], word["bottom"] - word["top"]))
        found[-1].words.append(Word(word["text"], word["x0"], word["x1"]))
    for line in found:
        line.words.sort(key=lambda word: word.left)
    return found


def sheets(pages: list[list[Line]], ruled: Sequence[float] = ()) -> tuple[list[Sheet], list[str]]:
    """One sheet "table1" with all that stands below the first line of headings, and the lines outside it; no sheet
    where no line is one of headings. `ruled` says where its columns part, where a line under the headings shows it."""
    pages, running = without_running_lines(pages)
    body = [_body(page) for page in pages]
    first = next((place for place, (start, _) in enumerate(body) if start >= 0), None)
    if first is None:
        return [], [_text(line) for page in pages for line in page] + running
    inside = [page[max(start, 0) : end] for page, (start, end) in zip(pages[first:], body[first:], strict=True)]
    outside = [_text(line) for page in pages[:first] for line in page]
    for page, (start, end) in zip(pages[first:], body[first:], strict=True):
        outside += [_text(line) for line in [*page[: max(start, 0)], *page[end:]]]
    bounds = list(ruled) or _under_headings(_bounds([line for page in inside for line in page]), inside[0])
    sheet = Sheet(name="table1", wrapped=True)
    height, dated = 0, _dated_columns([_cells(line, bounds) for page in inside for line in page])
    for page, (start, _) in zip(inside, body[first:], strict=True):
        sheet.pages.append(len(sheet.rows) + 1)
        height = _add_page(sheet, page, bounds, height if start >= 0 else 0, dated)
    return [sheet], outside + running


def heading_places(page: list[Line]) -> list[int]:
    """The places of the lines that are headings by what they say."""
    return [place for place in range(len(page)) if _is_heading(page, place)]


def without_running_lines(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without the lines that stand at the head or the foot of every one of them, and those lines."""
    running: list[str] = []
    for end in (0, -1):
        while len(pages) > 1 and all(len(page) > 1 for page in pages) and _same_on_all([page[end] for page in pages]):
            running += [_text(page[end]) for page in pages]
            pages = [page[1:] if end == 0 else page[:-1] for page in pages]
    return pages, running


def _same_on_all(ends: list[Line]) -> bool:
    """Whether these lines say the same at the same height, a page number apart, and are no headings of a table."""
    texts = {re.sub(r"\d+", "#", _text(line)) for line in ends}
    level = max(line.top for line in ends) - min(line.top for line in ends) < SAME_LINE
    return level and len(texts) == 1 and not _is_heading(ends, 0)


def _text(line: Line) -> str:
    return clean(" ".join(word.text for word in line.words))


def _body(page: list[Line]) -> tuple[int, int]:
    """Where on a page its headings stand (-1 where it has none) and where the table ends."""
    headed = (_is_heading, _are_headings, _stand_over_dates)
    start = next((place for place in range(len(page)) if any(found(page, place) for found in headed)), -1)
    while start > 0 and _heads(page[start - 1], page[start]):
        start -= 1
    end = len(page)
    while end > max(start, 0) + 1 and (FOOTER.match(_text(page[end - 1])) or _is_foot(page, end - 1)):
        end -= 1
    return start, end


def _are_headings(page: list[Line], place: int) -> bool:
    """Whether a line and the one close below it are headings together: "Contact" over "date"."""
    if place + 2 >= len(page) or not _heads_any(page[place], page[place + 1]):
        return False
    below = {round(words[0].left): " ".join(word.text for word in words) for words in _together(page[place + 1])}
    joined = []
    for words in _together(page[place]):
        under = next((left for left in below if abs(left - words[0].left) <= SAME_LINE), None)
        joined.append(" ".join([*(word.text for word in words), *([below.pop(under)] if under is not None else [])]))
    return score([*joined, *below.values()]) >= 3


def _stand_over_dates(page: list[Line], place: int) -> bool:
    """Whether three words or more that are headings elsewhere stand in a line, and dates under one of them at once."""
    line, groups = _together(page[place]), _groups(page[place])
    known = sum(meaning(group)[1] >= 0.6 for group in groups)
    if len(groups) < 3 or known < 2 or 2 * known < len(groups) or any(DATED.match(group) for group in groups):
        return False
    below = [words for after in page[place + 1 : place + 4] for words in _together(after)]
    days = [words[0].left for words in below if DATED.match(" ".join(word.text for word in words))]
    return any(abs(words[0].left - left) <= SAME_LINE for words in line for left in days)


def _heads_any(upper: Line, lower: Line) -> bool:
    """Whether two lines stand close, as parts of headings do, and neither holds a date."""
    close = lower.top - upper.top < 1.8 * lower.height
    return (
        close
        and len(_together(upper)) > 2
        and not any(DATED.match(group) for group in [*_groups(upper), *_groups(lower)])
    )


def _heads(upper: Line, lower: Line) -> bool:
    """Whether a line is the beginning of the headings that go on in the line below it."""
    groups, below = _together(upper), [words[0].left for words in _together(lower)]
    close = lower.top - upper.top < 1.8 * lower.height
    under = sum(any(abs(words[0].left - left) < SAME_LINE for words in groups) for left in below)
    return (
        close
        and len(groups) > 1
        and under > 1
        and under >= len(below) - 1
        and not any(DATED.match(group) for group in _groups(upper))
    )


def _is_foot(page: list[Line], place: int) -> bool:
    """Whether a line stands at the foot of the page, far below all that goes before it, or says the page's number."""
    gap = page[place].top - page[place - 1].top
    return bool(NUMBER_OF_PAGE.search(_text(page[place]))) or (
        gap > FAR * page[place].height and not DATED.match(_text(page[place]))
    )


def _is_heading(page: list[Line], place: int) -> bool:
    line = page[place]
    words = [word.text for word in line.words]
    groups = _groups(line)
    dated = any(DATED.match(group) for group in groups)
    return not dated and len(groups) >= 2 and max(score(groups), score(words) if len(words) < 12 else 0) >= 2


def _groups(line: Line) -> list[str]:
    """Words that stand close together as one text."""
    return [" ".join(word.text for word in words) for words in _together(line)]


def _together(line: Line) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in line.words:
        if groups and word.left - groups[-1][-1].right < 0.6 * line.height:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _under_headings(bounds: list[float], page: list[Line]) -> list[float]:
    """The bounds of columns that have a heading: words of entries that happen to stand below each other make none."""
    first_entry = next((place for place, line in enumerate(page) if DATED.match(_text(line))), 1)
    starts = [words[0].left for line in page[: max(first_entry, 1)] for words in _together(line)]
    ends = [*bounds[1:], float("inf")]
    return [
        bound for bound, end in zip(bounds, ends, strict=True) if any(bound - 1 <= start < end - 1 for start in starts)
    ]


def _bounds(inside: list[Line]) -> list[float]:
    """Where the columns part: upright strips that next to no word of the table touches. Lines that stand in one column
    tell nothing of it, and may be none of the table."""
    across = [line for line in inside if len(_together(line)) > 1]
    inside = across if len(across) > 2 else inside
    width = int(max((word.right for line in inside for word in line.words), default=0)) + 2
    crossed = [0] * (width + 1)
    for line in inside:
        for x in {x for word in line.words for x in range(int(word.left), int(word.right) + 1)}:
            crossed[x] += 1
    allowed = 0.03 * len(inside)
    bounds, start = [], None
    for x in range(width + 1):
        free = crossed[x] <= allowed
        if free and start is None:
            start = x
        elif not free and start is not None:
            if start > 0 and x - start >= NARROWEST and any(crossed[:start]):
                bounds.append(x - 0.5)
            start = None
    return bounds


def _dated_columns(lines: list[list[str]]) -> set[int]:
    """The columns in which a date begins a record: the first three, and those further on that hold dates and little else."""
    found = {0, 1, 2}
    led = 0
    for column in range(max(map(len, lines), default=0)):
        cells = [cells[column] for cells in lines if cells[column]]
        days = sum(bool(DATED.match(cell)) and len(cell) < SHORT for cell in cells)
        if column < 3:
            if led > 2 and days < 0.3 * len(cells):  # words of entries, where the days stand before them
                found.discard(column)
            led = max(led, days)
        elif days > 1 and days >= 0.7 * (len(cells) - 1):
            found.add(column)
    return found


def _begins(before: str, cell: str) -> bool:
    """Whether a cell is a date of its own, and not the rest of one that was too long for its column."""
    return bool(DATED.match(cell) or UNDATED.match(cell)) and not _is_cut(before)


def _is_cut(text: str) -> bool:
    """Whether a date goes on in the line below: "Tuesday 3", "March", "17.05.2019 to"."""
    return bool(text) and bool(CUT_DATE.match(text) or CUT_SPAN.search(text))


def _add_page(sheet: Sheet, page: list[Line], bounds: list[float], height: int, dates: set[int]) -> int:
    """A line begins a record where it has a date in one of the columns `dates`, or stands apart from the line before; else it
    goes on with the last. The headings of later pages are as many lines (`height`) as those of the first; returned."""
    gaps = [round(after.top - before.top) for before, after in itertools.pairwise(page)]
    usual = min((gap for gap in gaps if gap > 4), default=0)
    begun, cells = 0, [""] * (len(bounds) + 1)
    clock = (
        next((c for c, cell in enumerate(_cells(page[0], bounds)) if meaning(cell)[0] == "time"), -1) if page else -1
    )
    for place, line in enumerate(page):
        before, cells = cells, _cells(line, bounds)
        dated = any(_begins(before[column], cells[column]) for column in dates if column < len(cells))
        # A whole time below a whole time is the next entry of the same day, where its words begin anew.
        above = str(sheet.rows[-1][clock] or "") if sheet.rows and clock >= 0 else ""
        timed = bool(above and CLOCK.fullmatch(cells[clock]) and CLOCK.fullmatch(above))
        dated = dated or (timed and any(cell[:1].isupper() for cell in cells[clock + 1 :]))
        apart = place == 0 or line.top - page[place - 1].top > 1.2 * usual + 1
        if place == height or ((dated or apart) and place > height):
            begun += 1
            height = place if begun == 2 and not height else height
            sheet.rows.append(list(cells))
        elif place == 0:
            sheet.rows.append(list(cells))
        else:
            sheet.rows[-1] = [f"{old or ''}\n{cell}".strip() for old, cell in zip(sheet.rows[-1], cells, strict=True)]
    return height


def _cells(line: Line, bounds: list[float]) -> list[str]:
    cells = ["" for _ in range(len(bounds) + 1)]
    for word in line.words:
        column = sum(word.left >= bound - 1 for bound in bounds)
        cells[column] = f"{cells[column]} {word.text}".strip()
    return [clean(cell) for cell in cells]
