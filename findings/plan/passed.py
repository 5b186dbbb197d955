"""What stands in a plan and is no action: said with its reason, never lost."""

from __future__ import annotations

import re

from agencies.chronology.layout import Layout, Record
from findings.plan import numbers

THEME = re.compile(r"^\W*(?:themes?|findings?|priority|key (?:finding|theme|line)|kloe|learning (?:point|theme)|lesson|area|objective|section|part|strand|domain|outcome|thema)\b\s*(?:\d+[a-z]?|[a-z]|one|two|three|four|five|six)?\s*[:.\-–)]?", re.IGNORECASE)  # fmt: skip
RECOMMENDATION = re.compile(r"^\W*(?:recommendation|rec\b|argymhelliad|R\d)", re.IGNORECASE)
LEGEND = re.compile(r"^\W*(?:(?:colour |b?rag |rating )*(?:key|legend)\b|(?:red|amber|green|blue|grey|purple)\s*(?:[=:–-]|means|is\b|\())", re.IGNORECASE)  # fmt: skip
COLOUR_ONLY = re.compile(r"^\W*(?:red|amber|green|blue|grey|purple|[rabg])\W*$", re.IGNORECASE)
NOTE = re.compile(r"^\W*(?:page \d+|\d+ of \d+$|version\b|v\d+\.\d|(?:last |date )?(?:updated|reviewed|printed|exported|generated|amended)\b|official|restricted|confidential|protect\b|notes?\W*:|\*|please |this (?:action )?plan|end of|signed|approved by|author|total\b|owner of)", re.IGNORECASE)  # fmt: skip
DITTO = re.compile(r"^\W*(?:ditto|do\.?|as above|see above|same as above|\"|''|”|“|〃|″|↓)\W*$", re.IGNORECASE)


def said(record: Record) -> str:
    """The words of a record, each once."""
    return " | ".join(dict.fromkeys(record.texts[column] for column in record.full))


def only_text(record: Record, layout: Layout) -> str:
    """The text of a record in which one text stands, in one cell or over several; "" for any other."""
    texts = {record.texts[column] for column in record.full if (record.number, column) not in layout.filled}
    return texts.pop() if len(texts) == 1 else ""


def is_legend(record: Record) -> bool:
    """Whether a record explains a colour: "Green", "Complete and evidenced"."""
    texts = [record.texts[column] for column in record.full]
    if LEGEND.match(texts[0]) and len(texts) <= 2:
        return True
    return len(texts) == 2 and bool(COLOUR_ONLY.match(texts[0]))


def theme_of(text: str) -> str:
    """A theme's own words, without "Theme 2:" in front of them."""
    return THEME.sub("", text, count=1).strip(" :.-–") or text.strip()


def banner(text: str, *, wide: bool) -> str:
    """What a line across a table is: "recommendation", "theme", "note"."""
    if NOTE.match(text) or LEGEND.match(text):
        return "note"
    if RECOMMENDATION.match(text):
        return "recommendation"
    if THEME.match(text):
        return "theme"
    return "recommendation" if wide and numbers.leading(text)[0] else "theme"
