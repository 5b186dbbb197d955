"""Exact days and dates of birth, and what the board's rule puts in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta

from findings.anonymise.shapes import DateRule, Span
from findings.anonymise.starts import FIGURES, Finder, Sought, Starts

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr", "february feb chwefror", "march mar mawrth fawrth", "april apr ebrill", "may mai fai", "june jun mehefin fehefin",
            "july jul gorffennaf orffennaf", "august aug awst", "september sept sep medi fedi", "october oct hydref",
            "november nov tachwedd dachwedd", "december dec rhagfyr ragfyr",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_TEENS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = {
    **{word: number for number, word in enumerate(_TEENS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_TEENS[:9], 1)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
}
_G = r"[\s\u00a0]"
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_MONTH_NAMES})(?![A-Za-z])\.?"
# Two figures behind a month may count something else; four are a year, whatever follows.
_YEAR = (
    r"(?P<year>(?:19|20)\d\d(?!\d|:\d|\s?hrs\b)|['’]\d\d(?!\d)|"
    rf"(?!(?:0\d|1[0-2]){_G}*[ap]m\b)\d\d(?!\d|:\d|(?:st|nd|rd|th)\b|\.\d|\s+(?:{_MONTH_NAMES})\b|\s+(?:people|children|adults|minutes|hours|staff|days|weeks|months|years|%)))"
)
_GOES_ON = r"(?<!\.(?=\n))(?!\.?\n)"  # a full stop at the end of a line ends the day as well
_NO_STOP = r"(?!\.\s*\n)"
_LONG_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)(?!\d)"
_WEEK = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
# A full stop and a new line after a weekday end what it belongs to.
_WEEKDAY = rf"(?:{_WEEK}(?:\.,?[^\S\n]+|,?{_G}+)(?:the{_G}+)?)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?"  # English and Welsh
_LEAD = re.compile(
    rf"(?P<on>\bon{_G}+(?:or{_G}+(?:about|around){_G}+)?)?(?:\bthe{_G}+)?(?:\b{_WEEKDAY})?(?:\bthe{_G}+)?\Z", re.I
)
_MORE_DAYS = rf"(?:[0-3]?\d(?:st|nd|rd|th)?{_G}*(?:-|–|—|to|and|&|/|,|or){_G}*(?:the{_G}+)?){{0,4}}"
_SEPARATOR = r"[./\-–‑]"
_WORDED_BEGIN = "|".join((*_TEENS, "twent", "thirt"))
_WORDED = "(?P<worded>" + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", r"[- ]") + ")"
_FORMS = tuple(
    Sought(re.compile(form, re.I), begins)
    for begins, form in (
        (FIGURES, r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.–‑])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-3]?\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d/])"),
        (FIGURES, rf"(?<![\d/.£-])(?!(?<=\n)\d{{1,2}}\.{_G}[0-2]\d\.[0-5]\d{_G}[A-Za-z]){_DAY}{_G}?{_NO_STOP}(?P<sep>{_SEPARATOR}){_G}?(?P<number>[0-3]?\d){_G}?{_NO_STOP}{_SEPARATOR}{_G}?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"),
        (FIGURES, rf"(?<![\d/.£-])(?P<day>[0-3]\d){_G}(?P<number>[01]\d){_G}(?P<year>(?:19|20)\d\d)(?!\d)"),
        (FIGURES, rf"(?<![\d/.£]){_MORE_DAYS}(?<!\d){_DAY}{_G}*(?:(?:day{_G}+)?of?{_G}+)?[-/.,–]?{_G}*{_MONTH}{_GOES_ON}{_G}*[-/,–]?{_G}*(?:of{_G}+)?{_YEAR}"),
        (FIGURES, rf"(?<![\d/.£]){_MORE_DAYS}(?<!\d){_DAY}{_G}*(?:(?:day{_G}+)?of?{_G}+)?[-/–]?{_G}*{_MONTH}(?!{_G}+(?:be|not|have|also)\b)"),
        (_MONTH_NAMES, rf"(?<![A-Za-z]){_MONTH}(?:{_G}(?!(?<=\n)\d{{1,2}}[ \t]*[|.)]))+(?:the{_G}+)?{_DAY}(?:{_G}*(?:-|–|to|and|&){_G}*[0-3]?\d(?:st|nd|rd|th)?)?(?!\d|:|\.\d|{_G}*(?:%|am|pm|weeks?|months?|days?|years?|people|children))(?:,?{_G}*{_LONG_YEAR})?"),
        (_WORDED_BEGIN, rf"(?<![A-Za-z-]){_WORDED}{_G}+(?:day{_G}+)?(?:of{_G}+)?{_MONTH}(?:,?{_G}*{_YEAR})?"),
        (FIGURES, rf"(?:(?<=\bon{_G})|(?<=\bsince{_G})|(?<=\bdated{_G})|(?<=\bof{_G}))(?P<day>[0-3]?\d)(?P<sep>[/.])(?P<number>[01]?\d)(?![\d/.])"),
        (FIGURES, r"(?<![\d/.£-])[0-3]?\d[-–](?P<day>[0-3]?\d)/(?P<number>[01]?\d)/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"),
        (FIGURES, r"(?<![\d/.£-])(?P<day>[0-3]?\d)[./-](?P<roman>viii|vii|iii|xii|vi|iv|ii|ix|xi|i|v|x)[./-](?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"),
        (FIGURES, r"(?<![\d/.A-Za-z-])(?P<year>(?:19|20)\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d|[-/]\d)"),
    )
)  # fmt: skip
_FEASTS = re.compile(
    rf"\b(?:Christmas (?:Day|Eve)|Boxing Day|New Year[’']?s? (?:Day|Eve)|Good Friday|Easter (?:Sunday|Monday)|Bonfire Night|"
    rf"Mother[’']?s Day|Father[’']?s Day|Valentine[’']?s Day|Halloween)\b(?:,?{_G}+(?:in{_G}+|of{_G}+)?(?:19|20)\d\d\b)?",
    re.I,
)
_DAY_ALONE = re.compile(
    rf"\b(?:on|for|by|from|until|till|since|visit|seen|review|due){_G}+(?:the{_G}+)?(?P<it>[0-3]?\d(?:st|nd|rd|th))(?=[.,;:)?!–-]|{_G}+(?:[–-]|(?:and|at|she|he|they|when|but|the|a|to)\b)|{_G}*$|{_G}*\n)|"
    rf"\b(?P<week>{_WEEK}{_G}+(?:the{_G}+)?(?:[0-3]?\d(?:st|nd|rd|th)\b|(?:[12]?\d|3[01])(?=[.,;:)](?!\d)|{_G}+[–-]|{_G}*$|{_G}*\n)))",
    re.I | re.M,
)
_THIS_MONTH = r"(?:0?[1-9]|1[0-2])"
_NO_YEAR = re.compile(
    # two figures each, or a day that can be nothing but a day; 24/7 is every day
    rf"(?<![\w/.£$-])(?!24/7\b){_WEEKDAY}(?:(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])|(?:1[3-9]|2\d|3[01])/{_THIS_MONTH})(?![\w/%-]|\.\d|{_G}*%)|"
    # in the name of a file, and at the end of a sentence
    rf"(?<=_)(?:0[1-9]|[12]\d|3[01])[-.](?:0[1-9]|1[0-2])(?=[._])|(?<=,{_G})(?![1-3]/[2-4]\b|\d/5\b)(?:[1-9]|[12]\d|3[01])/{_THIS_MONTH}(?=[.;)](?!\d))|"
    # the first of several in brackets
    rf"(?<=\()(?:[1-9]|[12]\d|3[01])/{_THIS_MONTH}(?=,{_G}\d{{1,2}}/)|"
    # else a weekday, the beginning of a line, or a word that leads to a day
    rf"(?<![\w/.£$-])(?:{_WEEK}{_G}+|(?<=\n)|\A|(?<=\breview )|(?<=\bgroup )|(?<=\bby )|(?<=\btill )|(?<=\buntil )|(?<=\bfrom )|"
    rf"(?<=\bdated )|(?<=\bmeeting )|(?<=\bconference )|(?<=\bvisit )|(?<=\bappt )|(?<=\bw/c )|(?<=\bseen ))"
    rf"(?:[1-9]|[12]\d|3[01])/{_THIS_MONTH}(?![\w/%-]|\.\d|{_G}*%)",
    re.I,
)
_POINTED = re.compile(rf"(?<=[|\t/]{_G})(?:1[3-9]|2\d|3[01]|0[1-9])\.(?:0[1-9]|1[0-2])(?={_G}*(?:[|\t/]|$))", re.M)
_BIRTH = re.compile(
    r"(?:\bd\.?\s?o\.?\s?b\.?|\bdate of birth|\bbirth ?date|\bbirthday|\bborn|\bdate born|\bbirth)\W{0,4}(?:\b(?:is|was|on|in|of|being|given as|recorded as|at|the)\b\W{0,3}){0,3}\Z|\bborn\b[^.\n;]{0,40}\bon\s*(?:the\s*)?\Z",
    re.I,
)
_BORN_IN = re.compile(rf"\bborn{_G}+(?:in|around|about){_G}+(?P<it>{_MONTH}{_G}+(?:19|20)\d\d)", re.I)
BIRTH_REMOVED = "[date of birth removed]"
_MAY_BE = "may be a day and a month"
_OTHERS = (
    (Sought(_BORN_IN, "born"), "dob", "month of birth"),
    (Sought(_FEASTS, "christmas|boxing|new|good|easter|bonfire|mother|father|valentine|halloween"), "date", "a feast day is an exact day"),
    (Sought(_NO_YEAR, rf"{FIGURES}|{_WEEK}"), "date", _MAY_BE),
    (Sought(_POINTED), "date", _MAY_BE),
    (Sought(_DAY_ALONE, rf"(?:on|for|by|from|until|till|since|visit|seen|review|due)\Z|{_WEEK}"), "date", "a day whose month stands elsewhere"),
)  # fmt: skip
_FINDER = Finder([*_FORMS, *(sought for sought, _, _ in _OTHERS)])


def date_spans(starts: Starts, rule: DateRule, births: Collection[date] = ()) -> Iterator[Span]:
    """Yield exact days, with what `rule` puts there, and dates of birth: those so called, and those of the register."""
    for number, match in _FINDER.found(starts):
        if number < len(_FORMS):
            yield from _date_span(starts.text, match, rule, births)
            continue
        kind, reason = _OTHERS[number - len(_FORMS)][1:]
        group = match.lastgroup if match.lastgroup in ("it", "week") else 0
        yield Span(match.start(group), match.end(group), kind, (), None, reason)


def _date_span(text: str, match: re.Match[str], rule: DateRule, births: Collection[date]) -> Iterator[Span]:
    found = match.groupdict()
    end = match.end()
    lead_from = max(0, match.start() - 40)
    led = _LEAD.search(text[lead_from : match.start()])
    start = lead_from + led.start() if led else match.start()
    on = led["on"] or "" if led else ""
    on_start = start + len(on)
    month, day = _month_and_day(found)
    if re.search(r"\.\s*\n", match.group()):
        return  # a month ends one sentence and a number opens the next
    year = _year(found.get("year"))
    if month is None or day is None:
        return
    if _BIRTH.search(text[max(0, start - 48) : on_start]):
        yield Span(on_start, end, "dob", (), BIRTH_REMOVED, "date of birth")
        return
    exact = _exact(year, month, day)
    if exact is not None and exact in births:
        yield Span(on_start, end, "dob", (), BIRTH_REMOVED, "the date of birth of somebody in the register")
    elif year is not None and exact is None:
        yield Span(on_start, end, "date", (), None, "there is no such day")
    else:
        words = in_words(rule, year, month, exact)
        lead, begin = _lead(on, words, start, on_start)
        if words and begin == start and not lead and on[:1].isupper():
            words = words[0].upper() + words[1:]
        yield Span(begin, end, "date", (), None if words is None else lead + words, "exact day")


def _lead(on: str, words: str | None, start: int, after: int) -> tuple[str, int]:
    """Turn "on" before a day into "in" before a month; other words before the day stay outside the span."""
    if words is None or not on.lower().startswith("on") or words.startswith("Day"):
        return "", after
    if words.startswith(("when", "before")):
        return "", start
    return ("In " if on[0].isupper() else "in "), start


def _month_and_day(found: dict[str, str | None]) -> tuple[int | None, int | None]:
    """Return month and day; figures are read day first, and month first only when nothing else can be meant."""
    worded = found.get("worded")
    day = _ORDINALS[re.sub(r"\s", "-", worded.lower())] if worded else int(found["day"] or 0)
    if found.get("month"):
        return _MONTHS[(found["month"] or "").lower()], day if 1 <= day <= 31 else None
    if found.get("roman"):
        return _ROMAN.index((found["roman"] or "").lower()) + 1, day if 1 <= day <= 31 else None
    number = int(found["number"] or 0)
    if number > 12 >= day:
        number, day = day, number
    return (number, day) if 1 <= number <= 12 and 1 <= day <= 31 else (None, None)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    figures = int(text.strip("'’"))
    if figures >= 100:
        return figures
    return 2000 + figures if figures <= datetime.now(UTC).year % 100 + 1 else 1900 + figures


def _exact(year: int | None, month: int, day: int) -> date | None:
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None


def in_words(rule: DateRule, year: int | None, month: int, exact: date | None) -> str | None:
    """Return what `rule` says instead of a day; None when the day is not known well enough for the rule."""
    if rule.form == "month_year":
        return f"{_NAMES[month]} {year}" if year else _NAMES[month]
    if rule.form == "season_year":
        return _season(year, month)
    if exact is None:
        return None
    if rule.form == "age_then" and rule.born is not None:
        return _age_then(rule.subject or "the child", rule.born, exact)
    if rule.form == "day_n" and rule.start is not None:
        days = (exact - rule.start).days
        return f"Day {days + 1}" if days >= 0 else f"{-days} {'day' if days == -1 else 'days'} before Day 1"
    return None


def _season(year: int | None, month: int) -> str:
    season = ("winter", "spring", "summer", "autumn")[month % 12 // 3]
    if year is None:
        return season
    if season != "winter":
        return f"{season} {year}"
    first = year if month == 12 else year - 1
    return f"{season} {first}-{(first + 1) % 100:02d}"


def _age_then(subject: str, born: date, day: date) -> str:
    if day < born:
        return f"before {subject} was born"
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if months >= 24:
        return f"when {subject} was {months // 12} years old"
    if months >= 3:
        return f"when {subject} was {months} months old"
    weeks = (day - born) // timedelta(weeks=1)
    return f"when {subject} was {weeks} {'week' if weeks == 1 else 'weeks'} old"
