"""What stands around a word, and whether a word that is also a name is meant as one."""

from __future__ import annotations

from findings.anonymise.opening import MODALS, Verdict, neighbour, opening_word
from findings.anonymise.smallletters import in_small_letters
from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import lexicon, lexicons, ordinary, plain_word, word_names


def word_or_name(view: View, index: int) -> Verdict:
    """Say whether word `index`, an ordinary word that is somebody's name too, is meant as the name here."""
    word, before = view.words[index], view.before(index)
    if not word.capital:
        return in_small_letters(view, index)
    if word.text in (lexicons("determiners", "link_words", "pronouns")) - {"i"}:
        return _little_word(view, index)
    if before is not None and before.text in ("named", "called", "aka", "nee"):
        return "name" if not _of_time(view, index) else "word"
    if word.text in lexicon("days") or _of_time(view, index):
        led = before is not None and before.text in lexicons("before_days", "month_before")
        time = led or _of_time(view, index) or view.words[index - 1].text in lexicon("days")
        return "word" if time else "unclear"
    if _part_of_a_thing(view, index):
        return "word"
    if word.text in word_names("mostly_names"):
        after = None if before is not None else view.after(index)  # "Carol service at the church"
        return "unclear" if after is not None and after.text in lexicon("nouns_after_names") else "name"
    if word.upper and (word.text in MODALS or view.capital_run(index)):
        return "unclear"
    if before is not None:
        return _inside(view, index)
    verdict = opening_word(view, index)
    if verdict == "word" and view.may_be_wrapped(index) and _inside(view, index) == "name":
        return "unclear"
    return verdict


def _of_time(view: View, index: int) -> bool:
    """Say whether the word is a month or a season and meant as one."""
    before, after = view.before(index), view.after(index)
    if before is not None and before.text == "since" and after is not None and after.text in lexicon("person_verbs"):
        return False  # "since May died"
    return view.words[index].text in lexicons("months", "seasons") and of_the_calendar(view, index)


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
    return before.text in (lexicons("month_before", "months", "days")) - lexicon("unsure_times")


def _month_across(view: View, index: int) -> bool:
    """Say whether another month is joined by "and", "to" or a dash: "between May and August"."""
    months, links = lexicons("months", "seasons"), ("and", "to", "or", "until", "till")
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
    things = lexicons("streets_sure", "organisations_sure")
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


def _inside(view: View, index: int) -> Verdict:
    """A capital inside a sentence makes a name, unless the word is part of the name of a thing."""
    word, before, after = view.words[index], view.words[index - 1], neighbour(view, index)
    if before.text in ("both", "either", "neither"):
        joined = view.possessive(index) or (after is not None and after.text in ("and", "or", "nor"))
        return "name" if joined else "unclear" if after is None and view.given_name(word.text) else "word"
    if before.text in lexicon("determiners"):
        return _after_article(view, index)
    if (
        after is not None
        and after.capital
        and index + 1 not in view.names
        and after.text not in lexicon("person_verbs") | {"i"}
    ):
        if after.text in word_names("surname") and after.text not in word_names("institution"):
            return "unclear"
        return "word" if ordinary(after.text) and after.text not in lexicon("bodies") else "unclear"
    institution = word.text in word_names("institution")
    if after is not None and after.text in lexicon("person_verbs"):
        return "unclear" if institution and after.text in lexicon("lifeless_verbs") else "name"
    if before.capital and index - 1 not in view.names and not view.opens_sentence(index - 1) and before.text != "i":
        sure = lexicons("official_roles", "kin_titles", "person_verbs", "contacted")
        return "name" if before.text in sure else "unclear"
    if institution or (word.text in lexicon("months") and before.text in lexicon("month_before")):
        return "unclear"
    return "name"


def _after_article(view: View, index: int) -> Verdict:
    """A capital after an article or "our": a thing, but for "the Grace family", "our Will hasn't" and "born a Chase"."""
    word, before, after = view.words[index], view.words[index - 1], neighbour(view, index)
    if after is not None and after.text in lexicon("house_words"):
        return "name"
    if (
        after is not None
        and after.text in lexicon("people_of_a_family")
        and (word.text in view.listed or after.text in ("girl", "boy", "woman", "man", "lad", "lady", "lass", "bloke"))
    ):
        return "unclear"
    habit = word_names("institution") | lexicons("months", "seasons", "days")
    goes_on = after is None or after.text in lexicons("link_words", "person_verbs", "be_have")
    if before.text in ("no", "any", "another", "this", "that", "which") and word.text in view.given and not word.upper:
        kin = index + 2 < len(view.words) and view.words[index + 2].text in lexicon("kin")
        if view.possessive(index) and (kin or word.text not in habit):
            return "unclear"  # "No, no Dean's mother", "that Rose's"
    # "Dad's a King"
    borne = before.text == "a" and index > 1 and view.words[index - 2].text in ("is", "s", "was", "born")
    plain = borne or word.text not in habit
    if before.text in ("our", "my", "your", "a", "an") and goes_on and plain and not word.upper:
        return "unclear"
    return "word"


def _little_word(view: View, index: int) -> Verdict:
    """A listed name that is written like an article or a pronoun ("An", "My"): mostly that is what it is."""
    word, after = view.words[index], view.after(index)
    if view.possessive(index):
        return "name"
    if not view.opens_sentence(index):
        return "name" if not word.upper and not view.words[index - 1].capital else "unclear"
    if after is None or after.text in lexicons("person_verbs", "be_have"):
        return "unclear"
    return "unclear" if word.text == "an" and after.text[0] not in "aeiouhx8" else "word"
