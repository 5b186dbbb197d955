"""What the heading of a column of dates says: how likely it is the day on which the event happened."""

from __future__ import annotations

import re
from functools import lru_cache

from agencies.chronology.headings import normal

PLAIN = re.compile(r"(?:dates?|day|dyddiad(?:au)?|diwrnod|when|pryd)(?: ?(?:/|and|&|\+)? ?(?:times?|amser|date|day|period|timeframe))?(?: (?:dd|hh).*)?(?: ?/ ?(?:dates?|dyddiad|when|pryd))?")  # fmt: skip
# The first that is found says most; a heading that also names a happening says the more for it.
AFTER = re.compile(
    r"\b(?:allocat\w+|clos\w+|authori[sz]\w+|sign\w* ?off|signed|finali[sz]\w+|validat\w+|review\w*|due|target|next|sent|actioned|resol\w+|respon\w+|repl(?:y|ied)|answer\w*|decision|outcome|complet\w+|approv\w+|expir\w+|scanned|coded|"
    r"dictated|filed|chased|returned|paid|issued|follow\w* up|published?|panel|deadline|planned|scheduled|expected|letter typed)\b"
)
TOLD = re.compile(
    r"\b(?:report(?:ed)?|receiv\w+|notif\w+|logged|raised|informed|told|passed|alerted|disclosed|aware|rec ?d|derbyn\w*|adrodd\w*)\b"
)
BEFORE = re.compile(r"\b(?:refer\w*|atgyfeir\w*|booked|booking|listed|request\w*|opened|registered|commissioned|tenancy start|letter dated?|dated|invited)\b")  # fmt: skip
HAPPENED = re.compile(
    r"\b(?:occur\w*|happen\w*|incidents?|events?|contacts?|visit\w*|seen|attend\w*|attended|consult\w+|sessions?|offences?|committed|observed|falls?|encounters?|diary|calls?|called|meetings?|digwydd\w*|cyswllt|ymweliad|arriv\w+|"
    r"interview\w*|disclosure|concern|onset|discover\w+|found|performed|inspect\w*|arrest\w*|conferences?|held|absent|exclusion|collected|sample|shift|effective|clinical|detention|journal|interaction|service|accident|injury|behaviour|episode|absence|missing|treatment|assessment|activity)\b"
)
BEGAN = re.compile(r"\b(?:start\w*|began|from|cychwyn|dechrau)\b")
STAMP = re.compile(r"time ?stamp|(?:start|time) ?(?:time)?|date ?stamp")
RECORDED = re.compile(
    r"\b(?:record(?:ed|ing)?|enter\w*|entry|typed|written up|logged|creat\w+|input\w*|added|keyed|uploaded|updated?|modified|saved|system|cofnod\w*)\b"
)
BOOKED = re.compile(r"\b(?:appointments?|appts?|admission|admitted|clinic|hearing)\b")
STRONG = 1.0


@lru_cache(maxsize=1024)
def happened(heading: str) -> float:
    """How far a heading says when it happened, 0 to 1; 0.5 where it says nothing of the kind."""
    text = normal(heading)
    if PLAIN.fullmatch(text):
        return 0.85
    if STAMP.fullmatch(text):  # when a form was opened or sent in
        return 0.6
    said = bool(HAPPENED.search(text))
    if TOLD.search(text):
        # A call that is received is the event itself; an incident that is reported is not.
        return 0.85 if re.search(r"\bcalls?\b", text) else 0.4
    if RECORDED.search(text):
        return 0.85 if re.search(r"\b(?:case note|note|contact record|record of)\b", text) else 0.15
    if AFTER.search(text):
        return 0.7 if said and re.search(r"\bor\b", text) else 0.1
    if BEFORE.search(text):
        return 0.75 if said and re.search(r"\bor\b|/", text) else 0.35
    return STRONG if said else 0.9 if BEGAN.search(text) else 0.8 if BOOKED.search(text) else 0.5


def is_earlier_step(heading: str) -> bool:
    """Whether a heading names what went before the event: it was referred, booked or opened."""
    text = normal(heading)
    return bool(BEFORE.search(text)) and not HAPPENED.search(text)
