"""Entries that several agencies wrote of the same events, among others that only look alike; labelled by hand.

Four invented reviews, written before the suggester was tuned: the two in `tuned/` chose its weights, the two in `kept/`
were kept back. Hard cases in them: daily visits of two services, several events of one day, meetings that recur with the same
people, an agency that is a day out, a letter that comes days later.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time
from itertools import combinations
from pathlib import Path

from findings.same_event import Account, suggest
from findings.telling import Party, Reader, mentioned

HALVES = ("tuned", "kept")
# Kinds of agency that the directory has under another word.
AS_IN_DIRECTORY = {
    "home_care": "care_provider",
    "care_home": "care_provider",
    "commissioner": "icb",
    "fire": "other",
    "regulator": "other",
}


def read(path: Path) -> tuple[list[Account], set[frozenset[int]]]:
    """The accounts of one review and the pairs that are truly of one event, from its lines."""
    lines = [line.split("|", 4) for line in path.read_text().splitlines() if line.strip() and line[0] != "#"]
    rows = [[cell.strip() for cell in line] for line in lines]
    keys = {kind: place for place, kind in enumerate(dict.fromkeys(row[1] for row in rows))}
    reader = Reader(Party(key, AS_IN_DIRECTORY.get(kind, kind), kind.replace("_", " ")) for kind, key in keys.items())
    accounts, events = [], defaultdict(list)
    for number, (event, kind, day, at, text) in enumerate(rows):
        on = date.fromisoformat(day)
        words = reader.words(keys[kind])
        assert words is not None
        spoken = frozenset(mentioned(text, words))
        accounts.append(Account(number, keys[kind], on, on, text, time.fromisoformat(at) if at else None, spoken))
        if event != "-":
            events[event].append(number)
    return accounts, {frozenset(pair) for told in events.values() for pair in combinations(told, 2)}


def reviews(half: str) -> list[tuple[list[Account], set[frozenset[int]]]]:
    """The labelled reviews of one half of the corpus."""
    return [read(path) for path in sorted((Path(__file__).parent / half).glob("*.txt"))]


def measured(half: str) -> dict[str, float]:
    """Precision and recall of the suggester, by pairs within the groups that it suggests; and the number of true pairs."""
    suggested = true = right = 0
    for accounts, same in reviews(half):
        found = {frozenset(pair) for group in suggest(accounts) for pair in combinations(group.keys, 2)}
        suggested, true, right = suggested + len(found), true + len(same), right + len(found & same)
    return {"precision": right / max(suggested, 1), "recall": right / true, "pairs": true}
