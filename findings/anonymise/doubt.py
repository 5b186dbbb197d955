"""Why a person must decide although the name is plain and only one bears it."""

from __future__ import annotations

from collections.abc import Sequence

from findings.anonymise.context import Verdict
from findings.anonymise.forms import UNSURE, Form, split_name, tokens_of
from findings.anonymise.register import Match, Register
from findings.anonymise.titles import fits, relation_fits, relations, titles
from findings.anonymise.view import View
from findings.anonymise.words import given_name, known_name, lexicon

OF_A_RELATIVE = "may mean a relative who is not in the register"


def doubt(
    register: Register,
    view: View,
    match: Match,
    forms: Sequence[Form],
    keys: tuple[str, ...],
    title_at: int | None,
    verdict: Verdict,
) -> str:
    """Return why a person must decide although only one may be meant, or nothing."""
    if _run_together(view, match):
        return "run together with other words"
    if verdict == "unclear":
        return "may be an ordinary word or abbreviation"
    if all(form.how in UNSURE for form in forms):
        return "is not a form that belongs to one name only"
    texts = [view.words[n].text for n in range(match.first, match.last)]
    if reason := _by_spelling(register, view, match, forms, keys):
        return reason
    if title_at is None and forms[0].family and _of_a_family(view, match, forms):
        return "may mean the whole family"
    if register.people[keys[0]].kind == "person" and _some(view, match, title_at):
        return "may be somebody else of the same name"
    if title_at is None and forms[0].family and _of_a_relative(register, view, match, keys):
        return OF_A_RELATIVE
    if title_at is not None and (reason := _by_title(register, view, title_at, keys)):
        return reason
    if tuple(texts) in register.pseudonyms and register.pseudonyms[tuple(texts)] not in {
        register.people[key].pseudonym for key in keys
    }:
        return "is also what the report calls somebody else"
    return ""


def _by_spelling(register: Register, view: View, match: Match, forms: Sequence[Form], keys: tuple[str, ...]) -> str:
    """Return why words that are not spelt as in the register may be somebody else's name, or nothing."""
    texts = [view.words[n].text for n in range(match.first, match.last)]
    if len(texts) == 1 and not match.slip and _another_name(register, forms, texts[0], keys):
        return "is spelt like a name of its own: another spelling, or somebody who is not in the register"
    if match.slip and any(known_name(text) and text not in register.vocabulary for text in texts):
        return "is spelt like another name: a slip, or somebody who is not in the register"
    if match.slip and len(texts) == 1 and not view.words[match.first].capital and given_name(texts[0]):
        return "may be another word"
    return ""


def _another_name(register: Register, forms: Sequence[Form], text: str, keys: Sequence[str]) -> bool:
    """Say whether a given name alone is another spelling only by its sound: "Owen" for Eoghan, "Shaun" for Seán."""
    if forms[0].how != "other spelling" or forms[0].family:
        return False
    registered = {token for key in keys for token in tokens_of(split_name(register.people[key])[0])}
    return text in lexicon("own_names") or not any(token[:1] == text[:1] for token in registered)


def _run_together(view: View, match: Match) -> bool:
    """Say whether letters or figures stand right before or after the match ("JusticeForAmara"), other than a date's."""
    words = view.words
    beside = [match.first - 1] if match.first and words[match.first - 1].end == words[match.first].start else []
    beside += [match.last] if match.last < len(words) and words[match.last].start == words[match.last - 1].end else []
    return any(n not in view.taken or n in view.names for n in beside)


def _of_a_family(view: View, match: Match, forms: Sequence[Form]) -> bool:
    """Say whether a surname stands for the household: "the Smiths", "the Smith family"."""
    if match.last - match.first > len(forms[0].tokens) or forms[0].how in ("whole name", "initials"):
        return False
    after = view.after(match.last - 1)
    if match.ending:
        return True
    before = view.before(match.first)
    household = lexicon("house_words") - {"name", "case", "surname", "home", "residence", "house", "parents"}
    article = before is not None and before.text in ("the", "both", "all", "whole", "entire")
    return after is not None and (after.text in household or (article and after.text in lexicon("house_words")))


def _some(view: View, match: Match, title_at: int | None) -> bool:
    """Say whether an article makes the name that of somebody who is not known: "on a C McPhee from Dumfries"."""
    first = match.first if title_at is None else title_at
    before = view.before(first)
    several = title_at is not None or match.last - match.first > 1
    plain = before is not None and (not before.capital or title_at is not None)  # "A Penrose" may be an initial
    return several and plain and before is not None and before.text in ("a", "another")


def _of_a_relative(register: Register, view: View, match: Match, keys: tuple[str, ...]) -> bool:
    """Say whether a word of kinship with a capital, or "baby", stands before a surname and is not sure to fit its bearer."""
    before = view.before(match.first) or (view.words[match.first - 1] if match.first else None)
    if before is None or before.text not in relations() or view.words[match.first].before != " ":
        return False
    if not before.capital and before.text not in ("baby", "twin"):
        return False
    return not all(relation_fits(before.text, register.people[key]) for key in keys)


def _by_title(register: Register, view: View, title_at: int, keys: Sequence[str]) -> str:
    """Return why a title leaves open who is meant, or nothing."""
    if _of_the_older_one(register, view.words[title_at].text, keys):
        return "may mean the mother"
    return "stands for two people" if couple(view, title_at) else ""


def _of_the_older_one(register: Register, title: str, keys: Sequence[str]) -> bool:
    """Say whether "Mrs" stands before the surname of a daughter or a sister whose title is not known: her mother may be meant."""
    young = {"daughter", "sister", "granddaughter", "niece"}
    people = [register.people[key] for key in keys if fits(title, register.people[key]) is not False]
    return title == "mrs" and bool(people) and all(not one.title and young & set(tokens_of(one.role)) for one in people)


def couple(view: View, title_at: int) -> bool:
    """Say whether another title is joined to the one before the name: "Mr and Mrs Okafor"."""
    if title_at < 1:
        return False
    joined = view.words[title_at].before.strip() in ("&", "+", "/")
    before = title_at - 1
    if view.words[before].text in ("and", "or", "nor"):
        before, joined = before - 1, True
    return joined and before >= 0 and view.words[before].text in titles() and view.words[before].capital
