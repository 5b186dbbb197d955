"""Whether the first word of a sentence, whose capital says nothing, is meant as a name: its neighbours decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from findings.anonymise.fold import Word
from findings.anonymise.view import View
from findings.anonymise.words import lexicon, lexicons, ordinary, word_names

Verdict = Literal["name", "word", "unclear"]

MODALS = frozenset({"will", "may"})


def neighbour(view: View, index: int) -> Word | None:
    """Return the word after `index`; a month tells as little as the day that stood there."""
    after = view.after(index)
    if after is None or index + 1 in view.names:
        return after
    begins = (
        after.capital and after.text != "i" and not after.upper and after.text in lexicons("pronouns", "determiners")
    )
    return None if after.text in lexicon("months") or begins else after


def opening_word(view: View, index: int) -> Verdict:
    """The first word of a sentence: its neighbour decides."""
    word, after = view.words[index], neighbour(view, index)
    if view.possessive(index):
        thing = word.text in word_names("institution") or not view.given_name(word.text)
        kin = index + 2 < len(view.words) and view.words[index + 2].text in lexicon("kin")
        return "name" if kin or not thing else "unclear"
    if after is None:
        return _before_a_pause(view, index)
    ahead = index + 1
    before_verb = lexicon("adverbs") | {"re"}  # "King re-arrested"
    while after.text in before_verb and ahead + 1 < len(view.words) and word.text not in MODALS:
        ahead += 1
        after = view.words[ahead]
    if word.text in MODALS and after.text in lexicon("adverbs") | {"self"} and ahead + 1 < len(view.words):
        said = view.words[ahead + 1].text
        if said in lexicon("person_verbs") - lexicon("bare_verbs") and said.endswith(("ed", "s", "d", "t")):
            return "unclear"
    if word.text in MODALS and after.text in lexicons("pronouns", "determiners") | {"be", "have", "not"}:
        return "word"
    theirs = after.text == "family" or word.text not in lexicon("loose_words")
    if theirs and word.text in view.listed and after.text in lexicon("people_of_a_family"):
        return "unclear"  # "Ward child 2 was seen"
    if index + 1 in view.names or after.capital:
        things = lexicons("generic", "known_names", "organisations")
        thing = after.text in things and index + 1 not in view.names
        return "word" if word.text in MODALS or thing else "unclear"
    return _by_next_word(view, index, after.text, ahead)


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
    return "name" if announced and view.given_name(view.words[index].text) else "unclear"


def _by_next_word(view: View, index: int, after: str, ahead: int) -> Verdict:
    """Judge an opening word by the word `after` it, which is word `ahead` of the text: adverbs may stand between."""
    word, skipped = view.words[index].text, ahead > index + 1
    thing = word in word_names("institution") | lexicon("verbs_that_are_names") or not view.given_name(word)
    if word in lexicon("loose_words") and after not in lexicon("speech"):
        return "unclear" if skipped and after in lexicon("link_words") else _by_verb(view, word, after, ahead)
    if skipped and after.endswith(("ing", "ed")):
        return "unclear"
    if after in ("is", "was", "has", "does") and word.endswith("s") and ordinary(word[:-1]):
        return "unclear"  # "Wills is the officer": no plural
    said = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
    if _has_an_object(after, said) or (word in MODALS and after in ("was", "is") and not _of_months(view, ahead)):
        return "unclear"
    if after in lexicon("be_have") and [word.text for word in view.words[ahead + 1 : ahead + 3]] == ["the", "name"]:
        return "unclear"
    if after in lexicon("be_have"):
        return _by_complement(view.words[ahead + 1 : ahead + 3], thing)
    if after in lexicon("person_verbs"):
        bare = word in MODALS and after in lexicon("bare_verbs")
        return "unclear" if bare or (thing and after in lexicon("lifeless_verbs")) else "name"
    if after in lexicon("of_people"):
        return "unclear" if thing and word not in MODALS else "name"
    if after == "and":
        beyond = view.words[ahead + 1 : ahead + 3]
        # A day that became its month says no more than the day did: "Baker and March 2019".
        month = len(beyond) > 1 and len(beyond[1].text) == 4 and beyond[1].text.isdigit()
        return "name" if beyond and (ahead + 1 in view.names or (beyond[0].capital and not month)) else "word"
    return _by_small_word(view, word, after, ahead) or _by_ending(word, after, thing)


def _of_months(view: View, index: int) -> bool:
    """Say whether what is told of "May" is told of the month: "May is a busy month"."""
    return any(word.text in ("month", "months", "time") for word in view.words[index + 1 : index + 5])


def _has_an_object(after: str, said: str) -> bool:
    """Say whether what follows is a verb with what it is done to, which no thing does: "Mark locks the food"."""
    verb = after in ("had", "has") or (
        after.endswith("s") and after not in lexicons("be_have", "pronouns", "determiners")
    )
    return verb and said in ("the", "his", "her", "their", "him", "them", "me", "us")


def _by_verb(view: View, word: str, after: str, ahead: int) -> Verdict:
    """Judge a word that stands before anything ("Little", "Best"): a verb said of people leaves it open, nothing else does."""
    if after in lexicons("person_verbs", "whereabouts") or (after.endswith("ed") and len(after) > 4):
        return "unclear"
    amount = word in lexicon("amounts")
    said = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
    if after in lexicon("be_have"):
        later = after in ("will", "would", "shall", "could", "should", "must", "can")
        return "unclear" if later or (said in lexicon("of_people") and not amount) else "word"
    return "unclear" if after in lexicon("of_people") and not amount else "word"


def _by_small_word(view: View, word: str, after: str, ahead: int) -> Verdict | None:
    """Judge by a pronoun, an article or a preposition."""
    said_of = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
    if after in ("like", "as") and word in view.given and said_of in lexicon("determiners") | {"in"}:
        return "unclear"  # "Summer like the season?"
    if after == "that" and ahead + 1 < len(view.words) and view.words[ahead + 1].text == "was":
        return "unclear"  # "Page that was": who bore the name before she married
    if after in lexicons("pronouns", "determiners"):
        return "word" if word in lexicon("verbs_that_are_names") else "unclear"
    further = view.words[ahead + 1].text if ahead + 1 < len(view.words) else ""
    if after == "on" and word in ("mark", "marks") and further in lexicon("body_parts"):
        return "word"
    if after in ("of", "for", "that"):
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
    if not thing and after not in lexicon("nouns_after_names"):
        return "unclear"
    return "word" if ordinary(after) else "unclear"


def _by_ing(word: str, after: str, thing: bool) -> Verdict:
    """Judge by a word in -ing: "Will shouting" is somebody, "Will writing" and "Summer reading" are not."""
    if after in lexicon("nouns_in_ing"):
        return "word"
    if word in MODALS:
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
