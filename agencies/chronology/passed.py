"""What stands in a table and is no entry: banners, totals, footers, examples. Said with its reason, never lost."""

from __future__ import annotations

import re

from agencies.chronology.layout import DATED, MONTH, UNDATED, Layout, Record

TOTAL = re.compile(
    r"^\W*(?:(?:grand |sub-? ?|overall )?totals?|count|sum|cyfanswm)(?: (?:number |no\.? )?(?:of )?(?:entries|contacts|events|rows|records|calls|visits|incidents|hours|time|days|minutes|attendances|appointments|admissions|referrals|sessions|meetings|concerns|logs|reports|activity))?\W*[\d.,:]*\W*(?:entries|contacts|events|rows|records)?\W*$"
    r"|^\W*(?:number|no\.?) of (?:entries|contacts|events|rows|records)\b"
    r"|^\W*(?:grand )?totals?\W+\d+ \w+\W*$|^[^\W\d][\w ]{2,40}\(totals?\)\W*$"
    r"|^\W*\d+ (?:\w+ )?(?:records?|entries|rows|occurrences?|incidents?|contacts?|events?|results?|consultations?|attendances?|notes?|items?)(?:\W*$| (?:were )?(?:found|returned|listed|shown|displayed|printed|exported|in (?:total|all))\b)",
    re.IGNORECASE,
)
TOTAL_OF = re.compile(r"^\W*(?:grand |sub-? ?|overall |monthly |weekly )?totals?\b|^\W*cyfanswm\b", re.IGNORECASE)
_END = r"end of (?:(?:[\w-]+ ){0,3}(?:notes?|log|file|journal|extract|print-?(?:out)?|list|listing|statement|diary|history|timeline|data|search|results|contacts|events)\W*$|chronology|table|document|record|report|entries)"
FOOTER = re.compile(
    r"^\W*(?:page \d+|tudalen \d+|\d+ of \d+$|eof\b|"
    + _END
    + r"|(?:official|restricted|confidential|protect)\b|printed\b|generated\b|exported\b"
    r"|report (?:run|generated|produced)|(?:entries|records|contacts|items|events|rows|lines) (?:printed|exported|listed|shown|displayed|returned|found)\b|(?:prepared|completed|compiled|written|produced|signed off|authori[sz]ed|approved|reviewed|checked|submitted)\W+(?:by\b|on\b|date|\d)|signed?\b\W*$|signed:|signature\b|author\W|version\b|continued\b|cont(?:'d|d)?\W*$"
    r"|(?:colou?r )?(?:key|legend)\W*:|n\.?b\.?\W|notes?\W*:|\*+ ?\w|please (?:note|return|add)|source of data|diwedd)",
    re.IGNORECASE,
)
PAGE_END = re.compile(
    r"^\W*(?:page \d+|tudalen \d+|"
    + _END
    + r"|printed (?:on|by|at)|generated (?:on|by|at)|diwedd)\b|^.{1,60}?(?:\s{2,}|\t)(?:page|tudalen) \d+(?: (?:of|o) \d+)?\s*$",
    re.IGNORECASE,
)
GLOSSARY = re.compile(
    r"^\W*(?:(?:glossary|abbreviations?|acronyms?|geirfa|talfyriadau|byrfoddau)\b[^.]{0,40}|(?:key|legend)(?: (?:to|of) [^.]{0,30})?\W*)$",
    re.IGNORECASE,
)
EXAMPLE = re.compile(r"^\W*(?:e\.?g\.?\W|example\b|for example|enghraifft)", re.IGNORECASE)
NO_CONTACT = re.compile(
    r"\bno (?:further |recorded |known |other |direct |face to face )?(?:contacts?|records?|entries|involvement|activity|information|attendances?|visits?|appointments?|events?|significant events?)\b|\bnot (?:seen|known to|open to)\b|\bnothing (?:recorded|known)\b|\bdim (?:cyswllt|cofnod)",
    re.IGNORECASE,
)
PERIOD = re.compile(
    rf"^\W*(?:(?:(?:the )?(?:rest|remainder) of(?: the)?|gweddill|events? (?:of|in)|entries (?:for|in)|period|month|year|calendar year|academic year|school year|financial year|tax year|blwyddyn|mis)\W+)?(?:(?:week|w/?c|week commencing|quarter|q)\W*\d*\W*)?"
    rf"(?:(?:{MONTH}\b\W*)?(?:19|20)\d\d(?:\W{{1,3}}(?:{MONTH}\b\W*)?(?:(?:19|20)\d\d|\d\d))?|{MONTH}\b(?:\W{{1,3}}{MONTH}\b)?|(?:spring|summer|autumn|winter)(?: term)?\W*(?:(?:19|20)\d\d)?)"
    r"\W*(?:\(?(?:continued|cont'?d?|\d+ entries)\W*)?$",
    re.IGNORECASE,
)
SHORT_MONTH = re.compile(rf"^\W*({MONTH})\W{{0,2}}['’]?(\d\d)\W*$", re.IGNORECASE)
DITTO = re.compile(
    r"^\W*(?:(?:dd|yr un) ?/ ?ditto|ditto|dd|do\.?|as above|as before|(?:later )?(?:the )?same(?: (?:day|date|evening|night|afternoon|as above))?(?: (?:later|pm|am))?|(?:later )?that (?:same )?(?:day|evening|night|afternoon|morning)|later (?:on )?(?:that|the same) (?:day|evening|night|afternoon)|uchod|yr un dyddiad|\"|''|”|“|〃|″|,,|''|↓)+\W*$",
    re.IGNORECASE,
)
TIME_ALONE = re.compile(
    r"^\W{0,3}(?:at )?(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?(?:hrs?|hours|[ap]\.?m\.?))?|(?:[01]\d|2[0-3])[.:]?[0-5]\d ?(?:hrs?|hours)|(?:0?[1-9]|1[0-2])(?:[.:][0-5]\d)? ?[ap]\.?m\.?)\W{0,3}$",
    re.IGNORECASE,
)
LABEL = re.compile(r"^[^\d:]{2,40}:$")
RULE = re.compile(r"^\s*([-–—=*_~#])(?:\s?\1){2,}\s*$")
SIGNED = re.compile(
    r"^\W*(?:prepared|completed|compiled|written|produced|signed(?: off)?|authori[sz]ed|approved|reviewed|checked|submitted)\W+(?:by\b|on\b)|^\W*(?:author|signed|dated)\W*:",
    re.IGNORECASE,
)
COUNT_OF = re.compile(
    r"^\W*(?:(?:total|number|no\.?|count)(?: of)? )?(?:entries|contacts|events|rows|records)(?: (?:listed|recorded|shown|in (?:the )?period|in total))?\W*$"
    r"|^\W*(?:entry|contact|event|row|record) count\W*$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+){0,4}$")
PAIR = re.compile(r"^[A-Z][A-Za-z ]{1,25}: \S")
WORDLESS = re.compile(r"^[\W_]*$")
NO_TELLING = re.compile(r"^\W*(?:n/?a|nil|none|not applicable|tbc|amh(?:erthnasol)?)?\W*$", re.IGNORECASE)
NO_YEAR = re.compile(r"\bno year\b|\byear (?:is |was )?(?:not |un)(?:known|written|given|clear)\b", re.IGNORECASE)
NUMBER_ONLY = re.compile(r"^[\W\d_]+$")


def alone(record: Record, layout: Layout) -> tuple[int, str] | None:
    """The column and the text of a record that says one thing only; None where it says more.

    A merged cell counts once; so does the same text repeated in every cell, as some programs unmerge cells.
    """
    if not layout.filled and len(record.full) > 1 and record.texts[record.full[0]] != record.texts[record.full[1]]:
        return None
    own = [column for column in record.full if (record.number, column) not in layout.filled]
    if not own:
        return None
    texts = {record.texts[column] for column in own}
    return (own[0], record.texts[own[0]]) if len(own) == 1 or (len(texts) == 1 and len(own) > 2) else None


def is_wide(record: Record, layout: Layout) -> bool:
    """Whether the record's first cell is merged over most of the table, or its text repeated over it."""
    reach = max((right - left + 1 for left, right in layout.across.get(record.number, {}).items()), default=1)
    return reach >= max(2, 0.6 * layout.width) or (
        len(record.full) > 2 and len({record.texts[c] for c in record.full}) == 1
    )


def banner(text: str) -> bool:
    """Whether a line only names a period: "MARCH 2019", "2018/19", "Summer term 2017"."""
    return len(text) <= 60 and bool(PERIOD.match(text))


def period_of_sheet(name: str) -> str:
    """The month or year that a sheet's name gives its entries: "2018", "March 2019", "Mar 19"; "" where it gives none."""
    short = SHORT_MONTH.match(name)
    return f"{short[1]} 20{short[2]}" if short else name if name and banner(name) else ""


def of_line(text: str, *, in_event: bool = False) -> str:
    """Why a line on its own is no entry; "" where nothing says so. In the column of events only plain signs count."""
    if RULE.match(text):
        return "separator"
    if in_event:
        return "footer" if PAGE_END.match(text) else "total" if TOTAL.match(text) else ""
    if TOTAL.match(text):
        return "total"
    if GLOSSARY.match(text):
        return "glossary"
    if FOOTER.match(text) and not DATED.match(text):
        return "footer"
    if EXAMPLE.match(text):
        return "example"
    return ""


def of_record(record: Record, date_column: int | None, event_column: int | None) -> str:
    """Why a record with several cells is no entry; "" where nothing says so."""
    date_text, first = record.text(date_column), record.texts[record.full[0]]
    if EXAMPLE.match(date_text) or EXAMPLE.match(first):
        return "example"
    if all(WORDLESS.match(record.texts[column]) for column in record.full):
        return "separator"
    if LABEL.match(first) and record.full[0] != event_column:
        return "note"
    if len(record.full) <= 4 and _is_signed(record, event_column):
        return "footer"
    if DATED.match(date_text):
        return ""
    if (
        TOTAL.match(first)
        or (TOTAL_OF.match(first) and not record.text(event_column))
        or _is_count(record, event_column)
    ):
        return "total"
    if LABEL.match(date_text) and not record.text(event_column):
        return "note"
    if record.full[0] != event_column and len(record.full) <= 4 and FOOTER.match(first):
        return "footer"
    return ""


def _is_count(record: Record, event_column: int | None) -> bool:
    """Whether a record only says how many of something there are: "Visits in period", "14"."""
    cells = [record.texts[column] for column in record.full]
    if len(cells) != 2 or UNDATED.match(cells[0]):
        return False
    if record.full[0] == event_column:
        return bool(COUNT_OF.match(cells[0])) and cells[1].isdigit()
    return bool(COUNTED.match(cells[0])) and cells[1].isdigit() and len(cells[1]) < 5


def _is_signed(record: Record, event_column: int | None) -> bool:
    """Whether a record only says who made or checked the table, and when: "Checked by", "S. Moss", "14/02/2023"."""
    cells = [record.texts[column] for column in record.full]
    if any(len(cell) > 40 for cell in cells):
        return False
    return (record.full[0] != event_column and bool(SIGNED.match(cells[0]))) or (
        len(cells) > 1 and all(PAIR.match(cell) for cell in cells)
    )


def is_undated(text: str) -> bool:
    """Whether a date cell says that the date is not known."""
    return bool(UNDATED.match(text))
