"""What kind of event an account tells of, in the words that services use for it."""

from __future__ import annotations

import re

# Kind → (pieces of text of which one stands in every text that tells of it, what finds it). A kind is said to the reader as it
# stands here: "both tell of: strategy discussion".
PATTERNS: dict[str, tuple[str, str]] = {
    "strategy discussion": ("strat|planning ", r"\bstrat(?:egy)?\.? (?:meeting|discussion|call|mtg|disc)|s(?:ection )?42 planning|planning (?:call|discussion)"),
    "section 47 enquiry": ("47", r"\bs(?:ection)? ?47"),
    "case conference": ("cpc|conference", r"\b[ir]cpc\b|case conference|protection conference|review conference"),
    "core group": ("core group", r"core group"),
    "child in need meeting": ("cin |child in need", r"(?:cin|child in need) (?:meeting|review)"),
    "multi-agency meeting": (
        "marm|multi|neglect|risk panel|marac|mappa|professionals|provider|interests|team around",
        r"\bmarm\b|multi[- ]agency (?:\w+[- ]?){0,2}meeting|self[- ]neglect (?:\(\w+\) )?meeting|risk panel|\bmarac\b|\bmappa\b|professionals'? meeting"
        r"|provider (?:of )?concerns? (?:meeting|call)|best interests? meeting|team around",
    ),
    "pre-birth meeting": ("birth", r"pre-?\s?birth (?:planning )?(?:meeting|conference)"),
    "capacity assessment": ("capacity", r"capacity (?:assessment|test)|mental capacity"),
    "medical examination": ("medical|skeletal", r"(?:cp|protection) medical|skeletal survey"),
    "arrest": ("arrest", r"\barrest(?:ed|s)?\b"),
    "domestic incident": ("domestic|dash", r"domestic (?:incident|abuse|dispute)|\bdash\b|\bdomestic at\b"),
    "overdose": ("overdose|od|tablets", r"\boverdose|\bod'?d\b|tablets and alcohol"),
    "fall": ("fall|fell", r"\bfall\b|\bfell\b|fallen"),
    "fire": ("fire", r"\bfire at\b|house fire|bedding (?:fire|alight)|caught fire|call to fire|attended (?:house )?fire"),
    "birth": ("born|delivery|birth", r"\bborn\b|delivery|birth notification"),
    "death": ("died|death|deceased|passed|extinct|rip", r"\bdied\b|\bdeath\b|deceased|passed away|life extinct|\brip\b"),
    "hospital attendance": (
        "a&e|ed|cau|casualty|emergency|biba|alert|convey|taken|gcs",
        r"(?:seen in|attend\w*|to|by|from|in) (?:a&e|ed|cau|casualty|the emergency department)\b|\bed(?: attendance|,|:)|\bbiba\b|pre-?alert|conveyed"
        r"|taken to (?:hospital|the general|maternity|the royal)|\bgcs\b",
    ),
    "discharge": ("discharge", r"\bdischarged?\b"),
    "admission": ("admi", r"\badmitted\b|\badmission\b"),
    "forced entry": ("force|entry|get in|welfare|concern for", r"forced (?:the )?(?:door|entry)|forced by police|gain entry|cannot get in|welfare check|concern for safety"),
    "missing": ("missing|misper", r"\bmissing (?:from|person|episode|report)|reported missing|\bmisper\b"),
    "bruise or injury": ("bruis|fracture|eye|burn|lacer|body", r"bruis\w*|fracture\w*|black eye|\bburns?\b|laceration|body map"),
    "theft": ("theft|stole|card|took", r"\btheft\b|\bstolen\b|took his|cash card|bank card"),
    "court order": ("order|ico|granted", r"care order|\bico\b|court order|granted by"),
    "joint visit": ("visit|safe and", r"joint visit|safe and well|unannounced visit"),
    "seizure of records": ("files|records", r"(?:seized|removed|took) (?:the )?(?:care )?(?:files|records)|(?:files|records)[^.]{0,40}seized"),
}  # fmt: skip
KINDS = {kind: (tuple(pieces.split("|")), re.compile(pattern)) for kind, (pieces, pattern) in PATTERNS.items()}
# Happens every day or week to the same person: the same kind alone says nothing.
ROUTINE = re.compile(r"(?:am|pm|lunch|tea|bed) call|\bdn visit|ward round|weekly|routine|personal care|statutory visit")


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of event that `text` tells of; empty for most entries."""
    low = text.lower()
    near = (kind for kind, (pieces, _) in KINDS.items() if any(piece in low for piece in pieces))
    return frozenset(kind for kind in near if KINDS[kind][1].search(low))


def is_routine(text: str) -> bool:
    """Whether `text` calls itself a call, visit or round that happens again and again."""
    return bool(ROUTINE.search(text.lower()))
