"""Of all the columns: the one that says in which record an entry stands, by its heading and by what its cells name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agencies.chronology.contents import Contents, Fields
from agencies.chronology.headings import normal
from agencies.chronology.layout import Record
from agencies.chronology.record_words import Named, named
from agencies.chronology.telling_words import telling

REFERRER = re.compile(r"referred by|referrer|referring (?:agency|person|service)|cyfeiriwyd gan")
REFERRAL = re.compile(r"\b(?:referr\w*|concerns?|contacts?|alerts?|enquir\w+|cyfeir\w*|atgyfeir\w*)\b")
# Words of a heading that lean to the record which an entry was taken from; the cells have to bear them out.
LEANS = re.compile(
    r"\b(?:where|written|recorded|recording|noted|documented|logged|filed|held|kept|stored|coded|entered|located|found|taken|seen|records?|documents?|documentation|docs?|papers?|files?|folders?|volumes?|systems?|databases?|"
    r"applications?|software|books?|forms?|registers?|notes?|pages?|folios?|bundles?|exhibits?|tabs?|appendix|annex|evidence|evidenced|proof|basis|origin|provenance|extracted|drawn|obtained|verified|verification|medium|electronic|modules?|ledgers?|logs?|platforms?|archives?|charts?|cards?|sheets?|repository|"
    r"cofnod\w*|dogfen\w*|ffeil\w*|llyfr|ffurflen)\b"
)
AGAINST = re.compile(
    r"\b(?:by|whom?|with|dates?|times?|when|owner|lead|status|outcomes?|actions?|responses?|decisions?|contacts?|visits?|methods?|modes?|channels?|teams?|services?|agency|agencies|shared|sent|copied|next|risk|"
    r"required|needed|completed)\b"
)
SORTED = re.compile(r"\b(?:records?|documents?|docs?|files?|papers?|forms?|evidence|system)\b")
NUMBERED = re.compile(r"\b(?:documents?|docs?|files?|folios?|pages?|bundles?|exhibits?|records?|papers?)\b")
PLACES = re.compile(
    r"where (?:(?:is|was|it|they|were|we) )*(?:held|seen|obtained|found|used|kept|read|reported|taken|located|listed|input|got|checked|accessed|from)|(?:found|held|kept|located|reported|registered|taken|known|learnt|learned|see)(?: (?:in|at|within|from|under|as))?"
)
YES_NO = re.compile(r"\W*(?:y|n|yes|no|n/?[ak]|true|false|ie|na|✓|✔|x)\W*", re.IGNORECASE)
SERIAL = re.compile(r"[A-Z]{0,3}[ .-]?\d{1,4}")  # "A1", "A2": the entries' own numbers, and no record
NARRATIVE = 45
CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d| ?[ap]\.?m)|\d{3,4} ?h")  # "Logged in" over times is when somebody came


def settle_sources(
    fields: Fields, asked: Mapping[int, str], headings: list[str], contents: list[Contents], sample: list[Record]
) -> None:
    """One column at most is the source. A wrong one is worse than none: a heading that only leans to it, or says nothing,
    counts where nearly all cells name records; one that says so is let go where its cells tell a story or say yes and no,
    or only number the entries beside a column that names records."""
    if "source" in asked.values():
        return
    cells = {c: [record.texts[c] for record in sample if c < len(record.texts) and record.texts[c]] for c in fields}
    held = {column: named(cells[column]) for column in fields if column not in asked}
    _let_go(fields, held, headings, contents, cells)
    headed = [c for c, (name, sure) in fields.items() if name == "source" and c not in asked and sure >= 0.6]
    serials = [c for c in headed if fields[c][1] < 0.95 and cells[c] and all(map(SERIAL.fullmatch, cells[c]))]
    if serials == headed:
        found = [c for c in held if _may_hold(fields[c], headings[c], contents[c], held[c], len(sample))]
        best_held = sorted(found, key=lambda c: (bool(LEANS.search(normal(headings[c]))), held[c].records, -c))[-1:]
        for column in best_held:
            fields.update(dict.fromkeys(serials, ("ref", 0.6)))
            fields[column] = ("source", 0.6)
        headed = best_held or headed
    best = max(headed, key=lambda c: (round(fields[c][1] + 0.2 * held[c].records, 1), -c), default=None)
    for column in headed:
        if column != best and held[best or 0].records > held[column].records + 0.5:
            fields[column] = ("", 0.0)


def settle_referrer(fields: Fields, asked: Mapping[int, str], headings: list[str]) -> None:
    """Who referred is who told of it where the entries are referrals; beside other events it is one of the people."""
    told = " ".join(normal(headings[column]) for column, (name, _) in fields.items() if name in ("date", "event"))
    for column, (name, _) in list(fields.items()):
        referred = REFERRER.fullmatch(normal(headings[column]))
        if name == "source" and column not in asked and referred and not REFERRAL.search(told):
            fields[column] = ("people", 0.6)


def _let_go(
    fields: Fields,
    held: Mapping[int, Named],
    headings: list[str],
    contents: list[Contents],
    cells: Mapping[int, list[str]],
) -> None:
    """Headings promise, cells hold: what tells a story, says only whether something was recorded or where somebody was
    seen, is no source."""
    for column, found in held.items():
        name, sure = fields[column]
        if name != "source" or sure >= 0.95 or not cells[column]:
            continue
        answers = all(YES_NO.fullmatch(cell) for cell in cells[column])
        long = contents[column].length > NARRATIVE and found.records + found.papers < 0.2
        place = PLACES.fullmatch(normal(headings[column])) and found.records + found.papers < 0.3
        clocks = 2 * sum(bool(CLOCK.match(cell)) for cell in cells[column]) > len(cells[column])
        if answers or clocks or place or (long and telling(cells[column]).tells >= 0.5):
            fields[column] = ("", 0.0)


def _may_hold(said: tuple[str, float], heading: str, contents: Contents, held: Named, many: int) -> bool:
    """Whether a column that is not headed as the source holds one."""
    name, text = said[0], normal(heading)
    if contents.dated or contents.timed or contents.length > 40 or 2 * contents.filled < many:
        return False
    if not text or AGAINST.search(text):
        return False
    leans = bool(LEANS.search(text))
    allowed = (
        name == ""
        or (name == "action" and leans and held.records >= 0.5)
        or (name in ("recorded_date", "place", "event", "comment", "quality") and leans)
        or (name == "kind" and bool(SORTED.search(text)))
        or (name == "ref" and bool(NUMBERED.search(text)))
    )
    if not allowed or contents.filled < (2 if leans else 3):
        return False
    plainly = held.records + held.papers
    if leans:
        return plainly + held.bare >= 0.8 and plainly >= 0.3
    return plainly >= 0.85 and held.records >= 0.5
