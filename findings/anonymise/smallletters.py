"""Words in small letters that are somebody's name too: a word, unless what stands beside it is said of people only.

In messages ("dont tell will im out", "who is bill") no name bears its capital, so there more is asked about.
"""

from __future__ import annotations

from findings.anonymise.opening import MODALS, Verdict
from findings.anonymise.view import View
from findings.anonymise.words import frequent, lexicon, lexicons, word_names

_RARE = 3.3  # a listed name in small letters is asked about when the word itself is seldom written


def in_small_letters(view: View, index: int) -> Verdict:
    """Say of word `index`, written small, whether it is a word or must be asked about."""
    word, before = view.words[index], view.before(index)
    if word.text in word_names("mostly_names"):
        return "unclear"
    if before is not None and _one_of_two(view, index):
        return "unclear"
    if before is not None and before.text in lexicon("before_pet_names") and word.text in view.listed:
        return "unclear"  # "wee pat"
    if before is not None and _after_article(before.text, word.text):
        return "unclear" if _nothing_else(view, index, index - 1) else "word"
    if _of_a_listed_body(view, index):
        return "unclear"
    often = word.text in lexicon("often_words")
    if word.text in view.given and view.careless(index) and (not often or _of_a_message(view, index)):
        return "unclear"
    if word.text in view.listed and view.careless(index) and (_acts(view, index) or _nothing_else(view, index)):
        return "unclear"
    if not frequent(word.text, _RARE):
        return "unclear"
    if not view.given_name(word.text) or word.text in MODALS:
        called = before is not None and before.text in ("named", "called") and view.given_name(word.text)
        return "unclear" if called else "word"
    return "unclear" if _beside_people(view, index) else "word"


def _after_article(before: str, text: str) -> bool:
    """Say whether the word before makes it a thing or a day: "no joy", "to be frank", "on sunday"."""
    if text in lexicon("days"):
        return before in lexicons("before_days", "determiners")
    return before in (lexicon("determiners") | {"be", "more", "so", "very", "too"}) - {
        "our",
        "my",
        "your",
        "all",
        "both",
    }


def _of_a_listed_body(view: View, index: int) -> bool:
    """Say whether a message says of what body somebody is: "hope from larkfield"."""
    if index + 2 >= len(view.words) or view.words[index].text not in view.given or not view.careless(index):
        return False
    whence = view.words[index + 2].text
    return view.words[index + 1].text == "from" and whence in view.listed and not frequent(whence)


def _one_of_two(view: View, index: int) -> bool:
    """Say whether two of one name are told apart: "saw the other faith there"."""
    told = view.words[index - 1].text in ("other", "elder", "older", "younger")
    return told and index > 1 and view.words[index - 2].text == "the" and view.words[index].text in view.given


def _nothing_else(view: View, index: int, first: int | None = None) -> bool:
    """Say whether a message says no more than a surname, with the article `first`: "a king.", "bishop"."""
    begins = view.opens_sentence(index if first is None else first)
    quoted = view.gap(index).strip() in ('"', "“", "'", "‘")
    alone = begins and not quoted and (index + 1 == len(view.words) or view.opens_sentence(index + 1))
    return alone and view.words[index].text in view.listed - view.given and view.careless(index)


def _beside_people(view: View, index: int) -> bool:
    """Say whether the words beside `index` are said of people: "told grace", "mum grace said", "and grace went"."""
    before, after = view.before(index), view.after(index)
    joined = after is not None and after.text in ("and", "of")
    if before is not None and before.text in lexicon("contacted") and not joined:
        return True
    if before is not None and before.text in lexicon("kin") and after and after.text in lexicon("person_verbs"):
        return True
    if before is not None and before.text not in lexicon("link_words") and index - 1 not in view.names:
        return False
    said = lexicon("person_verbs") - lexicon("bare_verbs") - lexicon("lifeless_verbs")
    if after is not None and after.text in said:
        return True
    kin = view.possessive(index) and index + 2 < len(view.words) and view.words[index + 2].text in lexicon("kin")
    return kin


def _of_a_message(view: View, index: int) -> bool:
    """Say whether a message without capitals speaks of somebody by this word."""
    before, after = view.before(index), view.after(index)
    text = view.words[index].text
    if before is None and after is None:
        return True
    if before is not None and before.text in lexicons("asked_after", "hailed"):
        return True
    if (
        before is not None
        and before.text in lexicon("greetings")
        and text not in MODALS
        and view.opens_sentence(index - 1)
    ):
        return True
    pause = after is None and text not in MODALS
    if pause and before is not None and before.text in lexicon("before_a_name_called"):
        return True  # "dont summer", "love you rose"
    if before is not None and before.text in ("is", "was", "has", "did") and view.opens_sentence(index - 1):
        return after is None or after.text not in lexicon("nouns_after_names")  # "is mark home yet"
    if before is not None and before.text in ("is", "was", "s") and index > 1:
        asked = view.words[index - 2].text in ("who", "where", "how", "it", "this", "that", "thats", "here")
        if asked and (after is None or after.text not in lexicon("nouns_after_names")):
            return True
    if text in MODALS:
        return _no_modal(view, index)
    if before is not None and before.text in lexicon("led_to_people") and (before.text != "to" or not _verb_too(text)):
        return True
    said = lexicons("person_verbs", "be_have", "message_verbs")
    alone = before is None or before.text in lexicons("link_words", "reported") or index - 1 in view.names
    return alone and after is not None and after.text in said - lexicon("bare_verbs")


def _acts(view: View, index: int) -> bool:
    """Say whether a surname in a message is rung, or does something to somebody: "callin storm", "moss owes me"."""
    before, after = view.before(index), view.after(index)
    if before is not None:
        return before.text in lexicons("rung", "asked_after")
    object_of = view.words[index + 2].text if after is not None and index + 2 < len(view.words) else ""
    return after is not None and after.text.endswith(("s", "ed")) and object_of in lexicon("objects")


def _no_modal(view: View, index: int) -> bool:
    """Say whether "will" or "may" cannot be the verb where it stands: another verb follows, or a preposition is before it."""
    before, after = view.before(index), view.after(index)
    if before is not None and before.text in lexicon("led_to_people"):
        return True
    if after is None:
        return False
    finite = lexicon("person_verbs") - lexicon("bare_verbs") | lexicon("message_verbs")
    finite |= {"is", "was", "has", "had", "does", "did", "who", "what", "where", "when", "why", "and"}
    return after.text in finite - {"never", "still", "just", "always", "also"} and not _bare(after.text)


def _bare(text: str) -> bool:
    """Say whether a verb may be the bare form that follows "will": it ends neither in s nor in the past."""
    return text in ("need", "miss", "bathe", "feed", "hit", "hurt", "read", "want", "get", "say", "put")


def _verb_too(text: str) -> bool:
    return text in lexicon("verbs_that_are_names")
