"""Unlisted names that their letters do not show: written small, or a word with a capital where a name is expected."""

from __future__ import annotations

from functools import lru_cache

from findings.anonymise.view import View
from findings.anonymise.words import (
    calendar_word,
    frequent,
    given_name,
    lexicon,
    lexicons,
    ordinary,
    places,
    word_names,
)

_STRANGE = 3.0  # what is written oftener, though in no dictionary, is slang ("gonna") rather than a name
_HABIT = ("generic", "bodies", "known_names", "official_roles", "organisations", "determiners", "pronouns", "link_words",
          "be_have", "person_verbs", "kin", "feasts", "streets", "children", "house_words", "days", "months", "men", "women",
          "other_titles")  # fmt: skip

_COMMON = ("generic", "bodies", "known_names", "official_roles", "kin", "children", "feasts", "days", "months")


def small_name(view: View, index: int) -> tuple[int, str] | None:
    """Return the end and the kind of a name in small letters that begins at `index`: "karen", "from inverness"."""
    word = view.words[index]
    if index in view.taken or word.capital or len(word.text) < 3 or not word.text.isalpha():
        return None
    if ordinary(word.text):
        town = _called_by_a_word(word.text) and _plain_town(view, index)
        return (index + 1, "unlisted_place") if town else None
    if len(word.text) == 3 and not (given_name(word.text) and view.careless(index)):
        return None
    if word.before in ("@", ".", "/", "_") or _goes_on_as_address(view, index):
        return None
    before = view.before(index)
    led = before is not None and before.text in lexicon("led_to_places")
    moved = before is not None and before.text in ("moved", "moving", "move", "lives", "live", "living")
    if (led or moved) and (word.text,) in places().get(word.text, ()):
        return index + 1, "unlisted_place"
    if given_name(word.text):
        return index + 1 + _strange(view, index + 1), "unlisted_person"
    if not _strange(view, index) or not view.careless(index):
        return None
    if _strange(view, index + 1):
        return index + 2, "unlisted_person"
    return (index + 1, "unlisted_person") if _of_somebody(view, index) else None


@lru_cache(maxsize=65536)
def _called_by_a_word(text: str) -> bool:
    """Say whether there is a town that is called by the rare word `text`."""
    return (text,) in places().get(text, ()) and not frequent(text)


def _plain_town(view: View, index: int) -> bool:
    """Say whether a message speaks of a town that is called by a rare word: "a room in paisley"."""
    before, after = view.before(index), view.after(index)
    if not view.careless(index):
        return False
    led = before is not None and before.text in lexicon("led_to_places")
    return led and (after is None or after.text in lexicons("link_words", "pronouns", "adverbs"))


def _goes_on_as_address(view: View, index: int) -> bool:
    following = view.words[index + 1] if index + 1 < len(view.words) else None
    return (
        following is not None
        and following.before in ("@", "_", "/", ".")
        and following.start == view.words[index].end + 1
    )


def _strange(view: View, index: int) -> bool:
    """Say whether word `index` is written small, right after the one before it, and is no word that anybody knows."""
    word = view.words[index] if index < len(view.words) and index not in view.taken | view.names else None
    if word is None or word.capital or len(word.text) < 4 or not word.text.isalpha():
        return False
    joined = word.before == " " or view.opens_sentence(index)
    return joined and not ordinary(word.text) and not frequent(word.text, _STRANGE)


def _of_somebody(view: View, index: int) -> bool:
    """Say whether the words beside a strange word are said of people or places: "with hibos", "bobo was"."""
    before, after = view.before(index), view.after(index)
    led = lexicons("led_to_people", "led_to_places", "asked_after", "hailed")
    if before is not None and before.text in led:
        return True
    alone = before is None or before.text in lexicons("link_words", "reported")
    said = lexicons("person_verbs", "be_have", "message_verbs")
    return alone and after is not None and after.text in said


def called_name(view: View, index: int) -> int | None:
    """Return the end of a word with a capital that somebody is called by, or that is a name by its making: "Chi-Chi"."""
    word = view.words[index]
    if index in view.taken or not word.capital or word.upper or len(word.text) < 2:
        return None
    last = index + 1
    while last < len(view.words) and view.words[last].before == "-" and last not in view.taken:
        last += 1
    if last == index + 2 and view.words[index + 1].text == word.text and view.words[index + 1].capital:
        return last
    earlier = [view.words[n].text for n in range(max(0, index - 2), index)]
    called = len(earlier) == 2 and earlier[0] in ("call", "calls", "called", "nicknamed") and earlier[1] in (
        "him", "her", "them", "me", "it",
    )  # fmt: skip
    if _written_down(view, index):
        return last
    return last if called and view.before(index) is not None else None


def _written_down(view: View, index: int) -> bool:
    """Say whether a word in quotation marks is how a name was put down: 'wrote the surname as "Fielding"'."""
    if view.gap(index)[-1:] not in ('"', "“", "‘") or view.gap(index + 1)[:1] not in ('"', "”", "’"):
        return False
    earlier = [view.words[n].text for n in range(max(0, index - 5), index)]
    return earlier[-1:] in (["as"], ["is"], ["was"]) and bool({"name", "surname", "names"} & set(earlier))


def lone_name(view: View, index: int, last: int) -> int | None:
    """Return the end of the name in a run of capitals that reads like ordinary words: "buried in Knock.", "team Ashlar"."""
    pair = view.words[last - 1].text in ("town", "bay", "hill", "harbour", "port", "city", "high") and last - index == 2
    written = [word for word in view.words[index:last] if word.text != "s"]
    owned = len(written) < last - index and not any(word.text in lexicons(*_COMMON) for word in written)
    pair = pair or owned  # "in Bishop's Castle"
    if last - index == 2 and (_spot(view, index) or _firm(view, index, last)):
        return last
    if len(written) > 2 or (not pair and any(_by_habit(word.text) or word.upper for word in written)):
        return None
    if last - index == 1 and _rare(view, index):
        return last
    before = view.before(index)
    if (
        before is None
        or before.capital
        or before.text not in ("in", "near", "from", *(["at"] if pair else []))
        or view.after(last - 1) is not None
    ):
        return None
    return None if given_name(view.words[index].text) else last


def _spot(view: View, index: int) -> bool:
    """Say whether two words are what a street or a park is called, though both are ordinary: "at Quarry Rise", ", Firth Park,"."""
    word, kind, before = view.words[index], view.words[index + 1], view.before(index)
    if before is None or before.capital or kind.text not in lexicon("streets") or kind.before != " ":
        return False
    if word.upper or _by_habit(word.text) or word.text in lexicon("before_common_spots"):
        return False
    return before.text in lexicon("before_place") or (word.before == ", " and view.after(index + 1) is None)


def _firm(view: View, index: int, last: int) -> bool:
    """Say whether a word for a firm or a body leads to its name: "his firm Kingfisher Roofing"."""
    before = view.before(index)
    led = before is not None and before.text in lexicon("before_firms") and view.words[index].before == " "
    return led and not any(_by_habit(word.text) or word.upper for word in view.words[index:last])


def _rare(view: View, index: int) -> bool:
    """Say whether word `index` bears a capital inside a sentence though it is an ordinary word, and a rare one."""
    word, before = view.words[index], view.before(index)
    if (word.text,) in places().get(word.text, ()) and not frequent(word.text, 3.6):
        return True
    if before is None or not before.text.isalpha() or len(word.text) < 5 or frequent(word.text, 2.8):
        return False
    return not word.text.endswith(("ing", "ed", "ly", "ism", "ist", "ics", "ian"))


def _by_habit(text: str) -> bool:
    """Say whether a word is written with a capital by habit, or is what stands in such places: "in Reception"."""
    return calendar_word(text) or any(text in lexicon(one) for one in _HABIT) or text in word_names("institution")
