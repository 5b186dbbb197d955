"""What kind of event an account tells of, in the words that services use for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

NOTHING = frozenset[str]()
# Kind → (what one word at least is like in every text that tells of it, what finds it). A kind is said to the reader as it
# stands here: "both tell of: strategy discussion".
PATTERNS: dict[str, tuple[str, str]] = {
    "strategy discussion": ("strat|planning", r"\bstrat(?:egy)?\.? (?:meeting|discussion|call|mtg|disc)|s(?:ection )?42 planning|planning (?:call|discussion)"),
    "section 47 enquiry": ("47", r"\bs(?:ection)? ?47"),
    "case conference": ("cpc|conference", r"\b[ir]cpc\b|case conference|protection conference|review conference"),
    "core group": ("core", r"core group"),
    "child in need meeting": ("cin$|need$", r"(?:cin|child in need) (?:meeting|review)"),
    "multi-agency meeting": (
        "marm|multi|neglect|panel|marac|mappa|professionals|provider|interests|around",
        r"\bmarm\b|multi[- ]agency (?:\w+[- ]?){0,2}meeting|self[- ]neglect (?:\(\w+\) )?meeting|risk panel|\bmarac\b|\bmappa\b|professionals'? meeting"
        r"|provider (?:of )?concerns? (?:meeting|call)|best interests? meeting|team around",
    ),
    "pre-birth meeting": ("birth$", r"pre-?\s?birth (?:planning )?(?:meeting|conference)"),
    "capacity assessment": ("capacity", r"capacity (?:assessment|test)|mental capacity"),
    "medical examination": ("medical|skeletal", r"(?:cp|protection) medical|skeletal survey"),
    "arrest": ("arrest", r"\barrest(?:ed|s)?\b"),
    "domestic incident": ("domestic|dash", r"domestic (?:incident|abuse|dispute)|\bdash\b|\bdomestic at\b"),
    "overdose": (r"overdose|\bod'?d\b|tablets$", r"\boverdose|\bod'?d\b|tablets and alcohol"),
    "fall": (r"\bfall\b|\bfell\b|fallen", r"\bfall\b|\bfell\b|fallen"),
    "fire": ("fire", r"\bfire at\b|house fire|bedding (?:fire|alight)|caught fire|call to fire|attended (?:house )?fire"),
    "birth": ("born|delivery|birth$", r"\bborn\b|delivery|birth notification"),
    "death": (r"died|death|deceased|passed$|extinct|\brip\b", r"\bdied\b|\bdeath\b|deceased|passed away|life extinct|\brip\b"),
    "hospital attendance": (
        r"a&e|\bed\b|\bcau\b|casualty|emergency|biba|alert|conveyed|taken$|gcs",
        r"(?:seen in|attend\w*|to|by|from|in) (?:a&e|ed|cau|casualty|the emergency department)\b|\bed(?: attendance|,|:)|\bbiba\b|pre-?alert|conveyed"
        r"|taken to (?:hospital|the general|maternity|the royal)|\bgcs\b",
    ),
    "discharge": ("discharge", r"\bdischarged?\b"),
    "admission": ("admi", r"\badmitted\b|\badmission\b"),
    "forced entry": ("forced$|entry|cannot$|welfare$|concern$", r"forced (?:the )?(?:door|entry)|forced by police|gain entry|cannot get in|welfare check|concern for safety"),
    "missing": ("missing|misper", r"\bmissing (?:from|person|episode|report)|reported missing|\bmisper\b"),
    "bruise or injury": (r"bruis|fracture|\beye|burn|lacer|body$", r"bruis\w*|fracture\w*|black eye|\bburns?\b|laceration|body map"),
    "theft": ("theft|stolen|card|took$", r"\btheft\b|\bstolen\b|took his|cash card|bank card"),
    "court order": (r"order|\bico\b|granted$", r"care order|\bico\b|court order|granted by"),
    "joint visit": ("joint$|safe$|unannounced$", r"joint visit|safe and well|unannounced visit"),
    "seizure of records": ("files|records", r"(?:seized|removed|took) (?:the )?(?:care )?(?:files|records)|(?:files|records)[^.]{0,40}seized"),
}  # fmt: skip
# Happens every day or week to the same person: the same kind alone says nothing.
ROUTINE = "routine"
PATTERNS[ROUTINE] = (
    r"(?:am|pm|lunch|tea|bed|ward|personal|statutory)$|\bdn$|weekly|routine",
    r"(?:am|pm|lunch|tea|bed) call|\bdn visit|ward round|weekly|routine|personal care|statutory visit",
)
FINDS = {kind: (re.compile(clue), re.compile(pattern)) for kind, (clue, pattern) in PATTERNS.items()}


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of event that `text` tells of; empty for most entries."""
    low = text.lower()
    return told(low, set(low.split())) - {ROUTINE}


def told(low: str, words: Iterable[str]) -> frozenset[str]:
    """The kinds of event that a text in small letters of these words tells of, and ROUTINE where it says that it is."""
    near = [kind for word in words for kind in near_word(word)]
    return frozenset(kind for kind in near if FINDS[kind][1].search(low)) if near else NOTHING


@lru_cache(maxsize=60_000)
def near_word(word: str) -> tuple[str, ...]:
    """The kinds of event of which a text with this word may tell."""
    return tuple(kind for kind, (clue, _) in FINDS.items() if clue.search(word))
