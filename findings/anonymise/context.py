"""What stands around a word, and whether a word that is also a name is meant as one."""

from __future__ import annotations

from findings.anonymise.opening import MODALS, Verdict, neighbour, opening_word
from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import frequent, lexicon, ordinary, plain_word, word_names

_RARE = 3.3  # a listed name in small letters is asked about when the word itself is seldom written


def word_or_name(view: View, index: int) -> Verdict:
    """Say whether word `index`, an ordinary word that is somebody's name too, is meant as the name here."""
    word, before = view.words[index], view.before(index)
    if not word.capital:
        return _lower_case(view, index)
    if (word.text in lexicon("months") or word.text in lexicon("seasons")) and of_the_calendar(view, index):
        return "word"
    if before is not None and before.text in ("named", "called", "aka", "nee"):
        return "name"
    if word.text in lexicon("days"):
        led = before is not None and before.text in lexicon("before_days") | lexicon("month_before")
        return "word" if led or view.words[index - 1].text in lexicon("days") else "unclear"
    if _part_of_a_thing(view, index):
        return "word"
    if word.text in word_names("mostly_names"):
        return "name"
    if word.upper and (word.text in MODALS or view.capital_run(index)):
        return "unclear"
    if before is not None:
        return _inside(view, index)
    verdict = opening_word(view, index)
    if verdict == "word" and view.may_be_wrapped(index) and _inside(view, index) == "name":
        return "unclear"
    return verdict


def of_the_calendar(view: View, index: int) -> bool:
    """Say whether a month's or season's name at `index` is one: a number or a word of time stands beside it."""
    after = view.after(index)
    if after is not None:
        beside = lexicon("months") - {view.words[index].text} | {"half", "term", "bank"}
        if after.text[:1].isdigit() or after.text in beside:
            return True
        if view.words[index].text in lexicon("seasons") and after.text in ("holiday", "holidays", "terms"):
            return True
    return _month_across(view, index) or _led_by_time(view, index)


def _led_by_time(view: View, index: int) -> bool:
    """Say whether the word before a month's name speaks of time: a figure, a day, "in", "early", "end of"."""
    before = view.before(index)
    if before is None or index - 1 in view.names:
        return False
    if before.text[:1].isdigit():
        return index - 1 not in view.taken and before.before != "."  # "3.2 May said" is a numbered paragraph
    if before.text == "of" and index > 1:
        earlier = view.words[index - 2].text
        return earlier[:1].isdigit() or earlier in lexicon("parts_of_time")
    return before.text in (lexicon("month_before") | lexicon("months") | lexicon("days")) - lexicon("unsure_times")


def _month_across(view: View, index: int) -> bool:
    """Say whether another month is joined by "and", "to" or a dash: "between May and August"."""
    months, links = lexicon("months") | lexicon("seasons"), ("and", "to", "or", "until", "till")
    words = view.words
    if index + 2 < len(words) and words[index + 1].text in links and words[index + 2].text in months:
        return True
    if index >= 2 and words[index - 1].text in links and words[index - 2].text in months | {"between"}:
        return words[index - 2].text in months
    beside = words[index + 1] if index + 1 < len(words) else None
    return beside is not None and beside.before.strip(" ") in ("-", "/") and beside.text in months


def _part_of_a_thing(view: View, index: int) -> bool:
    """Say whether the word belongs to the name of a street, a body, a feast or a numbered thing."""
    word, after = view.words[index], view.after(index)
    things = lexicon("streets_sure") | lexicon("organisations_sure")
    if after is not None and after.capital and after.text in things and index + 1 not in view.names:
        return True
    if (
        after is not None
        and after.text[:1].isdigit()
        and word.text in word_names("institution") | {"page", "mark", "bill", "day"}
    ):
        return True
    if index == 0 or view.words[index].before not in (" ", "\u00a0", "'", " '"):
        return False
    before = view.words[index - 1]
    if word.text in lexicon("colours") and before.text in lexicon("rated"):
        return True
    if before.text in lexicon("feasts") or (before.text == "s" and word.text == "eve"):
        return True
    if view.opens_sentence(index - 1) and plain_word(before.text):
        return False
    street = word.text in lexicon("streets") or word.text in lexicon("organisations_sure")
    return (
        street
        and before.capital
        and before.text not in titles()
        and index - 1 not in view.names
        and not view.given_name(before.text)
        and len(before.text) > 2
    )


def _lower_case(view: View, index: int) -> Verdict:
    """A word in lower case is a word, unless what stands beside it is said of people only."""
    word, before, after = view.words[index], view.before(index), view.after(index)
    if word.text in word_names("mostly_names"):
        return "unclear"
    if word.text in view.given and word.text not in lexicon("often_words") and view.careless(index):
        return "unclear"
    if not frequent(word.text, _RARE):
        return "unclear"
    if not view.given_name(word.text) or word.text in MODALS:
        return (
            "unclear"
            if before is not None and before.text in ("named", "called") and view.given_name(word.text)
            else "word"
        )
    if (
        before is not None
        and before.text in lexicon("contacted")
        and not (after is not None and after.text in ("and", "of"))
    ):
        return "unclear"
    alone = before is None or before.text in lexicon("link_words") or index - 1 in view.names
    if (
        before is not None
        and before.text in lexicon("kin")
        and after is not None
        and after.text in lexicon("person_verbs")
    ):
        return "unclear"
    if (
        alone
        and after is not None
        and after.text in lexicon("person_verbs") - lexicon("bare_verbs") - lexicon("lifeless_verbs")
    ):
        return "unclear"
    if alone and view.possessive(index) and index + 2 < len(view.words):
        return "unclear" if view.words[index + 2].text in lexicon("kin") else "word"
    return "word"


def _inside(view: View, index: int) -> Verdict:
    """A capital inside a sentence makes a name, unless the word is part of the name of a thing."""
    word, before, after = view.words[index], view.words[index - 1], neighbour(view, index)
    if before.text in ("both", "either", "neither"):
        joined = view.possessive(index) or (after is not None and after.text in ("and", "or", "nor"))
        return "name" if joined else "word"
    if before.text in lexicon("determiners"):
        return "name" if after is not None and after.text in lexicon("house_words") else "word"
    if (
        after is not None
        and after.capital
        and index + 1 not in view.names
        and after.text not in lexicon("person_verbs")
    ):
        if after.text in word_names("surname") and after.text not in word_names("institution"):
            return "unclear"
        return "word" if ordinary(after.text) and after.text not in lexicon("bodies") else "unclear"
    institution = word.text in word_names("institution")
    if after is not None and after.text in lexicon("person_verbs"):
        return "unclear" if institution and after.text in lexicon("lifeless_verbs") else "name"
    if before.capital and index - 1 not in view.names and not view.opens_sentence(index - 1) and before.text != "i":
        sure = lexicon("official_roles") | lexicon("kin_titles") | lexicon("person_verbs") | lexicon("contacted")
        return "name" if before.text in sure else "unclear"
    if institution or (word.text in lexicon("months") and before.text in lexicon("month_before")):
        return "unclear"
    return "name"
