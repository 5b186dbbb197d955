"""What stands around a word, and whether a word that is also a name is meant as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from findings.anonymise.fold import Word
from findings.anonymise.view import View
from findings.anonymise.words import given_name, lexicon, ordinary, plain_word, word_names

Verdict = Literal["name", "word", "unclear"]

_MODALS = frozenset({"will", "may"})


def word_or_name(view: View, index: int) -> Verdict:
    """Say whether word `index`, an ordinary word that is somebody's name too, is meant as the name here."""
    word, before = view.words[index], view.before(index)
    if not word.capital:
        return _lower_case(view, index)
    if (word.text in lexicon("months") or word.text in lexicon("seasons")) and of_the_calendar(view, index):
        return "word"
    if before is not None and before.text in ("named", "called", "aka", "nee"):
        return "name"
    if _part_of_a_thing(view, index):
        return "word"
    if word.text in word_names("mostly_names"):
        return "name"
    if word.upper and (word.text in _MODALS or view.capital_run(index)):
        return "unclear"
    if before is not None:
        return _inside(view, index)
    opening = _opening(view, index)
    if opening == "word" and view.may_be_wrapped(index) and _inside(view, index) == "name":
        return "unclear"
    return opening


def of_the_calendar(view: View, index: int) -> bool:
    """Say whether a month's or season's name at `index` is one: a number or a word of time stands beside it."""
    after = view.after(index)
    if after is not None:
        if after.text[:1].isdigit() or after.text in lexicon("months") | {"half", "term", "bank"}:
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
        return index - 1 not in view.taken
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
        and index - 1 not in view.names
        and not given_name(before.text)
        and len(before.text) > 2
    )


def _lower_case(view: View, index: int) -> Verdict:
    """A word in lower case is a word, unless what stands beside it is said of people only."""
    word, before, after = view.words[index], view.before(index), view.after(index)
    if word.text in word_names("mostly_names"):
        return "unclear"
    if not given_name(word.text) or word.text in _MODALS:
        return (
            "unclear" if before is not None and before.text in ("named", "called") and given_name(word.text) else "word"
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


def _neighbour(view: View, index: int) -> Word | None:
    """Return the word after `index`; a month tells as little as the day that stood there."""
    after = view.after(index)
    return None if after is not None and after.text in lexicon("months") and index + 1 not in view.names else after


def _inside(view: View, index: int) -> Verdict:
    """A capital inside a sentence makes a name, unless the word is part of the name of a thing."""
    word, before, after = view.words[index], view.words[index - 1], _neighbour(view, index)
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


def _opening(view: View, index: int) -> Verdict:
    """The first word of a sentence: its neighbour decides."""
    word, after = view.words[index], _neighbour(view, index)
    if view.possessive(index):
        thing = word.text in word_names("institution") or not given_name(word.text)
        kin = index + 2 < len(view.words) and view.words[index + 2].text in lexicon("kin")
        return "name" if kin or not thing else "unclear"
    if after is None:
        return _before_a_pause(view, index)
    ahead = index + 1
    while after.text in lexicon("adverbs") and ahead + 1 < len(view.words) and word.text not in _MODALS:
        ahead += 1
        after = view.words[ahead]
    if word.text in _MODALS and after.text in lexicon("adverbs") and ahead + 1 < len(view.words):
        said = view.words[ahead + 1].text
        if said in lexicon("person_verbs") - lexicon("bare_verbs") and said.endswith(("ed", "s", "d", "t")):
            return "unclear"
    if word.text in _MODALS and after.text in lexicon("pronouns") | lexicon("determiners") | {"be", "have", "not"}:
        return "word"
    if index + 1 in view.names or after.capital:
        things = lexicon("generic") | lexicon("known_names") | lexicon("organisations")
        thing = after.text in things and index + 1 not in view.names
        return "word" if word.text in _MODALS or thing else "unclear"
    return _by_next_word(view, word.text, after.text, ahead)


def _before_a_pause(view: View, index: int) -> Verdict:
    """A comma, a bracket or the end follows: "Grace, aged 3" is somebody."""
    follows = view.words[index + 1] if index + 1 < len(view.words) else None
    if (
        follows is not None
        and follows.before.strip() in (",", "(")
        and (follows.text == "aged" or follows.text.isdigit())
    ):
        return "name"
    announced = ":" in view.gap(index) and follows is not None and follows.before.strip() in (",", ";")
    return "name" if announced and given_name(view.words[index].text) else "unclear"


def _by_next_word(view: View, word: str, after: str, ahead: int) -> Verdict:
    """Judge an opening `word` by the word `after` it, which is word `ahead` of the text."""
    thing = word in word_names("institution") | lexicon("verbs_that_are_names") or not given_name(word)
    if word in lexicon("loose_words") and after not in lexicon("speech"):
        said = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
        person = after in lexicon("person_verbs") | lexicon("of_people") | lexicon("whereabouts") or (
            after in lexicon("be_have") and said in lexicon("of_people")
        )
        return "unclear" if person and word not in lexicon("amounts") else "word"
    if after in lexicon("be_have"):
        return _by_complement(view.words[ahead + 1 : ahead + 3], thing)
    if after in lexicon("person_verbs"):
        bare = word in _MODALS and after in lexicon("bare_verbs")
        return "unclear" if bare or (thing and after in lexicon("lifeless_verbs")) else "name"
    if after in lexicon("of_people"):
        return "unclear" if thing and word not in _MODALS else "name"
    if after == "and":
        beyond = view.words[ahead + 1 : ahead + 2]
        return "name" if beyond and (ahead + 1 in view.names or beyond[0].capital) else "word"
    return _by_small_word(view, word, after, ahead) or _by_ending(word, after, thing)


def _by_small_word(view: View, word: str, after: str, ahead: int) -> Verdict | None:
    """Judge by a pronoun, an article or a preposition."""
    if after in lexicon("pronouns") | lexicon("determiners"):
        return "word" if word in lexicon("verbs_that_are_names") else "unclear"
    further = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
    if after == "on" and word in ("mark", "marks") and further in lexicon("body_parts"):
        return "word"
    if after in ("of", "for", "that") or (after == "on" and not given_name(word)):
        return "word"
    return "unclear" if after in lexicon("link_words") else None


def _by_ending(word: str, after: str, thing: bool) -> Verdict:
    """Judge by the kind of word that follows: a figure, a verb form, an adjective or a noun."""
    if (after[:1].isdigit() and not thing) or after in lexicon("whereabouts"):
        return "unclear"
    if after.endswith("ing") and len(after) > 4:
        return _by_ing(word, after, thing)
    if after.endswith("ed") and len(after) > 4:
        return "unclear" if thing else "name"
    if given_name(word) and not thing and after not in lexicon("nouns_after_names"):
        return "unclear"
    return "word" if ordinary(after) else "unclear"


def _by_ing(word: str, after: str, thing: bool) -> Verdict:
    """Judge by a word in -ing: "Will shouting" is somebody, "Will writing" and "Summer reading" are not."""
    if after in lexicon("nouns_in_ing"):
        return "word"
    if word in _MODALS:
        return "name"
    return "word" if thing else "name"


def _by_complement(further: Sequence[Word], thing: bool) -> Verdict:
    """Judge by what somebody or something was: "Grace was born", "Hope was expressed"."""
    skipped = lexicon("adverbs") | {"been", "being"}
    said = next((word.text for word in further if word.text not in skipped), "")
    if said in lexicon("of_people") or said.isdigit():
        return (
            "unclear"
            if thing and said in ("found", "made", "seen", "known", "back", "away", "described", "identified")
            else "name"
        )
    return "word" if said in lexicon("of_things") and thing else "unclear"
