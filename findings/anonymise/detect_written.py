"""Unlisted names that are known by how they are written: the surname in capitals first, a house with its article."""

from __future__ import annotations

from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import calendar_word, given_name, lexicon, ordinary, word_names

# Small words inside the names of places that join nothing else between hyphens, as "at" does: "Stay-at-Home".
IN_PLACES = frozenset(["on", "upon", "le", "la", "les", "de", "under", "next", "super", "sur", "cum", "y", "yr", "the"])


def surname_first(view: View, index: int) -> int | None:
    """Return the end of a name that begins at `index` with its surname in capitals: "LANE, Marek"."""
    last = index
    while _in_capitals(view, last) and (last == index or view.words[last].before == "-"):
        last += 1
    if last == index or last >= len(view.words) or last in view.taken or view.words[last].before not in (", ", ","):
        return None
    texts, word = {each.text for each in view.words[index:last]}, view.words[last]
    habit = lexicon("bodies") | lexicon("known_names") | titles() | lexicon("kin") | lexicon("official_roles")
    things = (lexicon("generic") | lexicon("organisations")) - word_names("surname")
    if texts & (habit | things) or any(map(calendar_word, texts)):
        return None
    if not word.capital or word.upper or len(word.text) < 2 or word.text in habit or calendar_word(word.text):
        return None
    return last + 1 if given_name(word.text) or not ordinary(word.text) else None


def _in_capitals(view: View, index: int) -> bool:
    return index < len(view.words) and index not in view.taken and view.words[index].upper


def signed_after_day(view: View, index: int) -> int | None:
    """Return the end of the initials in brackets, behind its day, of who wrote an entry: "21/09/23 (LL)"."""
    word = view.words[index]
    if index == 0 or index in view.taken or index - 1 not in view.taken or not word.upper or not 1 < len(word.text) < 4:
        return None
    if (
        view.gap(index).strip(" \u00a0") != "("
        or view.gap(index + 1)[:1] != ")"
        or not view.words[index - 1].text.isdigit()
    ):
        return None
    return None if word.text in lexicon("bodies") | titles() | lexicon("official_roles") else index + 1


def house_with_article(view: View, index: int) -> int | None:
    """Return the end of a name that begins with "The" inside a sentence: "at The Crown and Anchor"."""
    if (
        index in view.taken
        or view.words[index].text != "the"
        or not view.words[index].capital
        or view.before(index) is None
    ):
        return None
    last = _capitals_end(view, index + 1)
    if last > index + 1 and last + 1 < len(view.words) and view.words[last].text in ("and", "of", "in"):
        last = max(last, _capitals_end(view, last + 1))
    own = [word.text for word in view.words[index + 1 : last] if word.capital]
    idle = ("generic", "bodies", "known_names", "official_roles", "children", "kin", "house_words", "months", "days")
    if view.words[index].upper or not any(all(text not in lexicon(one) for one in idle) for text in own):
        return None
    return last


def place_across_hyphens(view: View, index: int) -> int | None:
    """Return the end of a place's name that small words between hyphens hold together: "Pen-y-Fan", "Bourton-on-the-Water"."""
    if index in view.taken or not view.words[index].capital:
        return None
    last = index + 1
    while last < len(view.words) and view.words[last].before == "-" and view.words[last].text in IN_PLACES:
        last += 1
    small = {word.text for word in view.words[index + 1 : last]} - {"the", "a", "s"}
    closed = last < len(view.words) and view.words[last].before == "-" and view.words[last].capital
    return last + 1 if small and closed and last not in view.taken else None


def _capitals_end(view: View, index: int) -> int:
    """Return the end of the words with capitals from `index` on, of one name; `index` itself when there is none."""
    last = index
    while last < len(view.words) and last not in view.taken and view.words[last].capital:
        if view.words[last].before != " " or view.words[last].upper:
            break
        last += 1
    return last
