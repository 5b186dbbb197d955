"""Several events in one cell: paragraphs that each begin with their own date or time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agencies.chronology.dates import find_dates
from agencies.chronology.layout import DATED, DAY_NAME, MONTH
from agencies.chronology.spelling import mended
from agencies.chronology.times import Clock, read_time

_AFTER = re.compile(r"^[\s:;,.)\]–—-]+")
_POINT = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d ?(?:hrs?|hours|[ap]\.?m\b\.?)?|(?:[01]\d|2[0-3])[.:]?[0-5]\d ?(?:hrs?|hours)\b|\d{1,2}(?:[.:][0-5]\d)? ?[ap]\.?m\b\.?)"
_LEAD_UP = re.compile(
    rf"\W*(?:(?:at )?{_POINT}(?: on|,)? )?(?:(?:on|from|between|during|in|circa|ca?|approx\w*|about|around|by|w/?c|w/?e|week (?:commencing|beginning|ending))\W+(?:the )?)?(?:bank holiday )?(?:(?:{DAY_NAME})\W+)?",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(rf"^\W{{0,3}}(?:at )?{_POINT}(?: on|,)? (?=\S)", re.IGNORECASE)
# "The next day (5 February 2020) a worker rang": the day stands within the sentence, which is kept whole.
_LATER = re.compile(
    r"\W*(?:later|(?:later )?(?:the )?(?:next|following|same|previous) (?:day|morning|afternoon|evening|night|week|month)|(?:\w+ )?(?:days?|weeks?|months?) later)\s*[(\[,]\s*(?:on )?",
    re.IGNORECASE,
)
_RULER = re.compile(r"\s*[-–—=*_~]{3,}$")
_LABELLED_DAY = re.compile(
    r"^\W*(?:date|day|dyddiad|diwrnod|entries for|records? for|log for)\s*(?:[:–—-]\s*|of entry\s*:\s*)", re.IGNORECASE
)
_COLON = re.compile(r":(?!\d)")
_BULLET = re.compile(r"^[\s•·▪*o◦>–—-]*(?:\(?\d{1,2}[.)]\s+(?=\d|\w{3}))?(?=\S)")
_YEARLESS = re.compile(
    rf"^(?P<day>(?:{DAY_NAME}\W+)?\d{{1,2}}(?:[/.]\d{{1,2}}|(?:st|nd|rd|th)? (?:of )?{MONTH}))(?![\d/.])\s*[:–—-]\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
# What of a year is said without it, before a mark: "early March - ", "August to October - ", "w/c 5/6 - ".
_SOME = rf"(?:(?:early|mid|late|beginning of|end of|start of)[ -])?{MONTH}"
_DAY_OF = rf"\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{MONTH}|/\d{{1,2}})"
_OF_YEAR = re.compile(
    rf"^\W{{0,3}}(?P<day>(?:between |from |during |in )?{_SOME}(?: ?(?:[-–—/&]|to|and|until) ?{_SOME})?|(?:w/?c|w/?e|w/?b|week (?:commencing|beginning|ending)) {_DAY_OF}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?|{_DAY_OF}) ?(?:[-–—&]|to|and|until) ?{_DAY_OF}|(?:spring|summer|autumn|winter|christmas|xmas|easter)(?: (?:term|holidays?))?)(?: ?: ?| [-–—] )(?P<rest>\S.*)",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    rf"^\W{{0,3}}(?P<day>(?:{DAY_NAME}\W+|w/?[ceb] |week (?:commencing|beginning|ending) )?(?:the )?\d{{1,2}}(?:st|nd|rd|th))(?: ?: ?| [-–—] )(?P<rest>\S.*)",
    re.IGNORECASE,
)
OPENING = 60
_TIMED = re.compile(
    r"^\W{0,3}(?:at )?(?P<time>(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:hrs?|hours|[ap]\.?m\.?)?|(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs?|hours)|\d{1,2} ?[ap]\.?m\.?)(?![\d/.])[\s:;,–—-]+(?=\S)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^\W{{0,3}}(?:(?:at|from|approx(?:imately)?\.?|circa|about) )?(?P<times>{_POINT}(?:\s*(?:[-–—]|to|until)\s*{_POINT})?)(?![\d/.:])[\s:;,–—-]+(?=\S)",
    re.IGNORECASE,
)
# "0915 Arrives": a time without a mark is one where every line begins with one, and no measure follows it.
_BARE = re.compile(
    r"^\W{0,3}(?:at )?(?P<time>(?:[01]\d|2[0-3])[0-5]\d(?:\s*(?:-|–|to)\s*(?:[01]\d|2[0-3])[0-5]\d)?)(?![\w/.:])[\s:;,–—-]+(?=[^\W\d]|[\"'“‘(])(?!(?:mls?|mgs?|mcg|kgs?|grams?|g|kcals?|cals?|steps|units?|metres|miles|pounds|people|hrs|hours|x)\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)[0-5]\d")
# "9am Visit, no reply. 2pm Mother texts": a further sentence that begins with a time.
_CLOCKS = re.compile(rf"(?<=[.;!?])\s+(?={_POINT}[\s:;,–—-]+[A-Z\"“‘'])")
_LAST_TIME = re.compile(rf"\s*(?:,|@|at|[-–—])?\s*(?P<time>{_POINT})\W*$", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=[.;!?])\s+|\A)(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*[:–—-]\s)")

# "Action: diary sheets sent.": what was done, under its label behind what happened.
_DONE = re.compile(
    r"(?:\n\W{0,3}|(?<=[.!?”\"'’)]) +)(?:actions?(?: taken)?|outcome)(?: ?: ?| [–—-] )(?=\S)", re.IGNORECASE
)
_BOTH = re.compile(r"\b(?:actions?|outcomes?|response|decision|plan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One event of a cell: the date or time it begins with, as written, and the rest of its words; `before` are words that
    only lead up to the first one ("Contacts this week:")."""

    text: str
    date_text: str = ""
    time_text: str = ""
    before: str = ""


def without_year(line: str) -> tuple[str, str] | None:
    """The day and month that a line begins with, and the words after them; None where it begins otherwise."""
    start = _BULLET.match(line)
    rest = line[start.end() :] if start else line
    found = _YEARLESS.match(rest)
    if not found and (spelt := mended(rest[:OPENING])) != rest[:OPENING]:
        found = _YEARLESS.match(spelt + rest[OPENING:])
        end = found.end("day") + len(rest[:OPENING]) - len(spelt) if found else 0
        return (rest[:end].strip(), found["rest"]) if found else None
    return (found["day"].strip(), found["rest"]) if found else None


def of_a_month(line: str) -> tuple[str, str] | None:
    """The day of a month that a line begins with, and the words after its mark: "3rd - …", "Mon 4th: …". None where it
    begins otherwise."""
    found = _OF_MONTH.match(line)
    return (found["day"].strip(), found["rest"]) if found else None


def of_a_year(line: str) -> tuple[str, str] | None:
    """The month, the days or the week without a year that a line begins with, and the words after them: "early March - …",
    "w/c 5/6: …". None where it begins otherwise."""
    found = _OF_YEAR.match(line)
    return (found["day"].strip(), found["rest"]) if found else None


def leading_date(line: str) -> tuple[str, str] | None:
    """The date that a line begins with and the words after it; None where it begins otherwise."""
    start = _BULLET.match(line)
    rest = line[start.end() :] if start else line
    later = _LATER.match(rest)
    if later and DATED.match(rest[later.end() : later.end() + 80]):
        dated = leading_date(rest[later.end() :])
        return (dated[0], rest) if dated else None
    if not DATED.match(rest[:80]) and not DATED.match(_TIME_FIRST.sub("", rest[:80])):
        spelt = mended(rest[:OPENING])
        if spelt == rest[:OPENING] or not (dated := leading_date(spelt + rest[OPENING:])):
            return None
        return rest[: len(rest) - len(dated[1])].rstrip(" :;,.)]–—-"), dated[1]
    # Dates lie at the beginning: a long paragraph need not be searched.
    places = find_dates(_COLON.sub(" ", rest[:120]))
    for first, last, _ in places:
        if re.search(r"\w", rest[:first]) and not _LEAD_UP.fullmatch(rest[:first]):
            return None
        # "Between 23 March and 30 June 2020": the first day leans on the year of the second.
        last = max(end for start, end, _ in places if start == first)
        following = rest[last:]
        if following[:1].isalnum() and rest[last - 1 : last].isalnum():
            return None
        return rest[:last].strip(), _RULER.sub("", _AFTER.sub("", following))
    return None


def with_first_time(day: str, words: str) -> tuple[str, str]:
    """The day and the words of a line; where further sentences begin with times of their own ("12 May 2020 - 9am Rang. 4pm
    No reply."), the first one's time goes with its words."""
    time = _LAST_TIME.search(day)
    if not time or len(_CLOCKS.split(words)) < 2:
        return day, words
    return day[: time.start()], f"{time['time']} {words}"


def labelled_day(text: str) -> str:
    """ "12/03/2019" out of "Date: 12/03/2019"; other words as they are."""
    return _LABELLED_DAY.sub("", text) if len(text) < 60 else text


def leading_time(line: str) -> tuple[str, str] | None:
    """The time that a line begins with and the words after it; None where it begins otherwise."""
    found = _TIMED.match(line)
    return (found["time"].strip(), line[found.end() :].strip()) if found else None


def opening_clock(text: str) -> Clock:
    """The time with which an event begins, plainly written as one: "At 1415hrs the caller …"."""
    found = _OPENING.match(text[:60])
    return read_time(found["times"], found["times"]) if found else Clock()


def pieces(text: str) -> list[Piece]:
    """The events of one cell: one piece with all of the text unless two or more begin with a date or a time."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = [line for line in _INLINE.split(text) if line.strip()]
    if len(lines) == 1 and _TIMED.match(text):
        lines = _CLOCKS.split(text)
    if len(lines) < 2:
        return [Piece(text)]
    return _by_date(lines) or _by_time(lines) or [Piece(text)]


def _by_date(lines: list[str]) -> list[Piece]:
    found: list[tuple[str, list[str]]] = []
    lead: list[str] = []
    for line in lines:
        dated = leading_date(line) or without_year(line)
        if dated:
            found.append((dated[0], [dated[1]] if dated[1] else []))
        elif found:
            found[-1][1].append(line)
        else:
            lead.append(line)
    if len(found) < 2 or not all(words for _, words in found):
        return []
    introduction = "\n".join(lead)
    split = [Piece("\n".join(words).strip(), date_text) for date_text, words in found]
    if introduction.endswith(":"):
        return [replace(split[0], before=introduction), *split[1:]]
    return [Piece(introduction), *split] if lead else split


def _by_time(lines: list[str]) -> list[Piece]:
    """Only where every line begins with a time of day. Of times without a mark one at least must be none that could be a
    year, and none earlier than that before it."""
    timed = [_TIMED.match(line) or _BARE.match(line) for line in lines]
    if not all(timed):
        return []
    found = [
        Piece(line[found.end() :].strip(), time_text=found["time"].strip())
        for line, found in zip(lines, timed, strict=True)
        if found
    ]
    bare = [piece.time_text[:4] for piece in found if piece.time_text[:4].isdigit()]
    years = bool(bare) and len(bare) == len(found) and all(_YEARS.fullmatch(clock) for clock in bare)
    return [] if years or bare != sorted(bare) else found


def with_action(event: str, heading: str) -> tuple[str, str]:
    """What happened and, where one label in the cell says so, what was done. Left together where the heading of the
    column names both."""
    parts = _DONE.split(event) if not _BOTH.search(heading) else [event]
    plain = len(parts) == 2 and parts[0].strip() and "\n" not in parts[1].strip()
    return (parts[0].rstrip(), parts[1].strip()) if plain else (event, "")


def dated_lines(text: str) -> list[str]:
    """The lines of a date cell where every one is a date of its own; [] where there is but one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(DATED.match(line) for line in lines):
        return []
    if any(re.search(r"(?:[-–—]|\bto|\band|&)$", line, re.IGNORECASE) for line in lines[:-1]):
        return []
    return lines


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a cell without the blank ones."""
    return [line.strip() for line in text.split("\n") if line.strip()]
