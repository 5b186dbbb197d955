"""The words of an account as they are compared: folded to one form, weighed by how seldom they are used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from math import log

from findings.frequency import zipf

# What services call alike: abbreviation or variant → the words that stand for it everywhere.
FOLDED = {
    "mum": "mother", "mam": "mother", "mom": "mother", "dad": "father", "a&e": "emergency", "ed": "emergency", "ae": "emergency",
    "strat": "strategy", "sw": "socialworker", "gp": "doctor", "dr": "doctor", "doctor": "doctor", "hv": "healthvisitor",
    "dsl": "safeguardinglead", "s47": "section47", "s42": "section42", "icpc": "conference", "cp": "childprotection",
    "cin": "childin", "marm": "selfneglect", "paed": "paediatric", "mc": "capacity", "lac": "laceration",
    "rui": "investigation", "ico": "interim", "dn": "districtnurse", "tc": "telephone", "rang": "telephone", "phoned": "telephone",
    "telephoned": "telephone", "call": "telephone", "called": "telephone", "phone": "telephone", "rung": "telephone",
    "femoral": "femur", "thigh": "femur", "bone": "bone", "tv": "television", "lad": "boy", "male": "man", "female": "woman",
}  # fmt: skip
# Several words that are one: the spaces between them go, in one pass.
PHRASES = re.compile(
    r"\bsection (?=\d)|\b(?:social(?= worker)|health(?= visitor)|district(?= nurse)|child(?= protection)|child(?= in need)|emergency(?= department)) "
    r"|\bself[- ](?=neglect)|(?<=\d) (?=(?:kg|cm|mg|mm|weeks?|wks?)\b)"
)
# One of these stands in every text that PHRASES finds: many times quicker to look for.
JOINED = (
    "section ", "social worker", "health visitor", "district nurse", "child protection", "child in need", "emergency department",
    "self-neglect", "self neglect", " kg", " cm", " mg", " mm", " week", " wk",
)  # fmt: skip
TOKEN = re.compile(r"[a-z][a-z&'’]*\d*[a-z]*|£?\d[\d.]*[a-z]*")
ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "'s")
# Small words, and the words of every entry of every review; they say nothing about which event it is.
SMALL = (
    "the and for was were with that this from has had have her his him she they their them who not but all are been being will would "
    "she's he's said says say told seen see very after before when then than also into out about over one two new call day am pm "
    "mother father child children home house visit visited attended attend present due via made given per any did does done which "
    "today there now back get got went going came come some still until while own off down where its it's can could should may"
)
EVERYWHERE = frozenset(SMALL.split())


def stem(word: str) -> str:
    """A word without the ending that its number and tense give it: "arrested" → "arrest", "bruises" → "bruis"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 5 else word


def form_of(word: str) -> str:
    """The form under which a word is compared; empty for one that says nothing."""
    plain = word.strip("'’.").removesuffix("'s").removesuffix("’s")
    if len(plain) < 2 or plain in EVERYWHERE:
        return ""
    return FOLDED.get(plain) or stem(plain)


def forms(low: str, words: Iterable[str]) -> frozenset[str]:
    """The words of a text in small letters, each once, as they are compared; `words` is what stands between its spaces."""
    if any(sign in low for sign in JOINED):
        words = PHRASES.sub(lambda found: found[0].rstrip(" -"), low).split()
    return frozenset(chain.from_iterable(map(forms_in, words)))


@lru_cache(maxsize=60_000)
def forms_in(word: str) -> tuple[str, ...]:
    """The forms of what stands between two spaces: mostly one or none."""
    return tuple(filter(None, map(form_of, TOKEN.findall(word))))


@lru_cache(maxsize=60_000)
def rarity(form: str) -> float:
    """How seldom a word is used in English at large: 0.2 for the commonest, 1 for names and terms of the trade."""
    if any(letter.isdigit() for letter in form):
        return 0.8
    return min(1.0, max(0.2, (6.4 - zipf(form)) / 2.6))


def weight(form: str, found: int, number: int) -> float:
    """What it says that two accounts share a word which `found` of `number` accounts hold."""
    return rarity(form) * max(0.0, log((number + 1) / (found + 1)))
