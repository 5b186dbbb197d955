"""Towns, villages and what is called by a saint, in a run of words with capitals."""

from __future__ import annotations

from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import calendar_word, given_name, lexicon, lexicons, ordinary, places, word_names

_DEDICATIONS = {
    ("our", "lady"),
    ("sacred", "heart"),
    ("holy", "trinity"),
    ("holy", "family"),
    ("all", "saints"),
    ("holy", "cross"),
}


def saint_in(view: View, first: int, last: int) -> tuple[str, int, int] | None:
    """Return kind and ends of a body that is called by a saint only ("St Luke's", "Our Lady of Sorrows")."""
    for index in range(max(0, first - 1), last - 1):
        our = view.words[index].text == "our" and view.words[index].capital
        if our and view.words[index + 1].text == "lady" and view.words[index + 1].capital and last - index > 2:
            return "unlisted_organisation", index, last
    if tuple(word.text for word in view.words[first : first + 2]) in _DEDICATIONS and last - first > 1:
        return "unlisted_organisation", first, last
    for index in range(first, last - 1):
        if (
            view.words[index].text in ("st", "saint")
            and view.words[index + 1].capital
            and len(view.words[index + 1].text) > 1
        ):
            end = index + 2
            if end < last and view.words[end].text == "s":
                end += 1
            return "unlisted_organisation", index, end
    return None


def place_in(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Return the ends of a town's or village's name in the run, by the kept list of places."""
    for index in range(first, last):
        if _county(view, index, last):
            return index, index + 2
        for parts in places().get(view.words[index].text, ()):
            end = index + len(parts)
            if end > last or tuple(word.text for word in view.words[index:end]) != parts:
                continue
            if len(parts) == 1 and not _surely_place(view, index, last):
                continue
            return index, end
        if _village(view, index, last):
            return index, index + 2
    return None


def _county(view: View, index: int, last: int) -> bool:
    """Say whether a county is named as they are in Ireland and Durham: "in Rathkeale, County Limerick"."""
    if view.words[index].text != "county" or not view.words[index].capital or index + 1 >= last:
        return False
    name = view.words[index + 1]
    bodies = lexicons("generic", "organisations", "bodies", "official_roles", "house_words")
    return name.before == " " and name.capital and not name.upper and name.text not in bodies


def _village(view: View, index: int, last: int) -> bool:
    """Say whether two words of ordinary English are a village that no list has: "from Little Snoring"."""
    before = view.before(index)
    if before is None or before.capital or before.text not in lexicon("before_place") or index + 1 >= last:
        return False
    opener, name = view.words[index].text in lexicon("before_villages"), view.words[index + 1]
    idle = ("generic", "bodies", "known_names", "official_roles", "children", "organisations", "house_words")
    return opener and name.before == " " and name.capital and not any(name.text in lexicon(one) for one in idle)


def _surely_place(view: View, index: int, last: int) -> bool:
    """Say whether a single word that a town is called by means the town: no given name stands before it."""
    word, before = view.words[index], view.before(index)
    if word.text in lexicons("known_names", "bodies", "months", "generic"):
        return False
    led = before is not None and before.text in lexicon("before_place") and not before.capital
    if ordinary(word.text) or given_name(word.text):
        return (
            led
            and index + 1 == last
            and not given_name(word.text)
            and not calendar_word(word.text)
            and word.text not in word_names("surname")
        )
    if (
        before is not None
        and before.capital
        and (given_name(before.text) or before.text in titles() or len(before.text) == 1)
    ):
        return False
    return led or index + 1 == last
