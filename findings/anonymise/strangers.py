"""A listed name with an unlisted one beside it: a relative or a namesake who is not in the register."""

from __future__ import annotations

from collections.abc import Sequence

from findings.anonymise.forms import Form
from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import given_name, lexicon, lexicons, ordinary, word_names

_GIVEN = frozenset({"given name", "nickname", "middle name", "other spelling", "possible short form"})
_FAMILY = frozenset({"surname", "former surname", "half of the surname", "other spelling"})


def stranger_beside(
    view: View, first: int, last: int, titled: bool, forms: Sequence[Form], kind: str
) -> tuple[int, int, str] | None:
    """Return first word, last word and reason when an unlisted name stands directly beside words `first` to `last`.

    "Amara Thompson" is not the listed Amara Okafor, "Thomas Okafor" not the listed Amara either: a person must decide.
    """
    hows = {form.how for form in forms}
    if _names_a_thing(view, last) and last - first == 1 and forms[0].how != "whole name":
        return first, _thing_ends(view, last + 1), "named like somebody, but a place or a body"
    if (end := _firm_ends(view, last)) is not None and kind == "person":
        return first, end, "named like somebody, but a firm"
    vague = all(form.how == "vague short form" for form in forms)
    if (kind not in ("person", "agency") or (kind == "agency" and vague)) and _another_body(view, last, forms):
        return first, _thing_ends(view, last), "may be another body with the same beginning"
    if hows & {"whole name", "alias"}:
        return _hyphened(view, first, last)
    if hows <= _GIVEN and not all(form.family for form in forms):
        after = view.words[last] if last < len(view.words) else None
        if after is not None and _like_surname(view, last):
            return first, last + 1, f"{after.raw} is not in the register: perhaps a namesake"
    if hows <= _FAMILY and _given_follows(view, last):
        return first, last + 1, f"{view.words[last].raw} is not in the register: perhaps a relative"
    if hows & _FAMILY and any(form.family for form in forms) and not titled and _like_given(view, first):
        return first - 1, last, f"{view.words[first - 1].raw} is not in the register: perhaps a relative"
    return _hyphened(view, first, last)


def _names_a_thing(view: View, last: int) -> bool:
    """Say whether the next word makes the name that of a street or a body ("Hughes Court")."""
    word = view.words[last] if last < len(view.words) and last not in view.names else None
    if word is not None and word.text == "the" and word.before == " " and last + 1 < len(view.words):
        return view.words[last + 1].text in ("road", "street", "school", "hospital", "home", "house", "ward", "estate")
    if word is None or not word.capital or word.before != " ":
        return False
    return word.text in (lexicons("streets_sure", "organisations_sure")) - {"limited"} or word.text in (
        "court",
        "street",
    )


def _firm_ends(view: View, last: int) -> int | None:
    """Return the end of a firm's name that begins with a surname: "Goodchild & Sons", "Hale Brothers"."""
    joined = last < len(view.words) and (view.words[last].text == "and" or view.words[last].before.strip() == "&")
    kin = last + 1 if joined and view.words[last].text == "and" else last
    if kin >= len(view.words) or not view.words[kin].capital or view.words[kin].before not in (" ", " & "):
        return None
    of_firms = ("sons", "son", "daughters", "co") if joined else ("bros", "brothers", "holdings", "associates")
    return kin + 1 if view.words[kin].text in of_firms else None


def _another_body(view: View, last: int, forms: Sequence[Form]) -> bool:
    """Say whether the name is followed by a word that makes it the name of another body ("St Mary's Church")."""
    word = view.words[last] if last < len(view.words) and last not in view.names else None
    if word is None or not word.capital or word.before != " ":
        return False
    return word.text in lexicons("organisations", "streets") and not any(word.text in form.tokens for form in forms)


def _thing_ends(view: View, last: int) -> int:
    """Return the end of the name of a place or body: the words with capitals that such names are made of."""
    made_of = lexicons("generic", "streets", "organisations")
    while (
        last < len(view.words)
        and last not in view.names
        and view.words[last].capital
        and view.words[last].before == " "
        and view.words[last].text in made_of
    ):
        last += 1
    return last


def saint_before(view: View, first: int) -> bool:
    """Say whether "St" stands before the word: a saint's name is that of a church, a school or a hospital."""
    before = view.words[first - 1] if first else None
    if before is None or before.text not in ("st", "saint") or not before.capital or first - 1 in view.names:
        return False
    street = "." in view.words[first].before and first > 1 and view.words[first - 2].capital and before.before == " "
    return view.words[first].before.strip(".") == " " and not (street and view.words[first].upper and not before.upper)


def goes_on_otherwise(view: View, first: int, last: int) -> bool:
    """Say whether a comma within words `first` to `last` parts two in a list: "Mrs Bell, Victoria Road", "Jo Bell, Ann Bell"."""
    following = view.words[last] if last < len(view.words) else None
    if following is None or following.before != " ":
        return False
    street = following.capital and following.text in lexicons("streets", "streets_sure")
    return street or following.text == view.words[first].text


def _hyphened(view: View, first: int, last: int) -> tuple[int, int, str] | None:
    """A listed name that is half of an unlisted double-barrelled one."""
    start, end = first, last
    while start > 0 and view.words[start].before == "-" and view.words[start - 1].capital and _free(view, start - 1):
        start -= 1
    while end < len(view.words) and view.words[end].before == "-" and view.words[end].capital and _free(view, end):
        end += 1
    if (start, end) == (first, last):
        return None
    return start, end, "part of a longer name that is not in the register"


def _free(view: View, index: int) -> bool:
    word = view.words[index]
    return index not in view.names and index not in view.taken and len(word.text) > 1 and not ordinary(word.text)


def _like_surname(view: View, index: int) -> bool:
    """Say whether word `index`, right after a given name, is like a surname that is not in the register."""
    word = view.words[index]
    if index in view.names or index in view.taken or not word.capital or len(word.text) < 2:
        return False
    if word.before.strip(" \n") not in ("", "-"):
        return False
    if "\n" in word.before and view.opens_sentence(index):
        return False
    if word.text in lexicons("months", "days", "bodies", "known_names") | titles():
        return False
    if not ordinary(word.text):
        return True
    further = view.after(index)
    goes_on = (
        further is not None
        and further.capital
        and index + 1 not in view.names
        and further.text not in lexicon("months")
    )
    return word.text in word_names("surname") and not goes_on


def _given_follows(view: View, last: int) -> bool:
    """Say whether a surname in capitals is followed by a comma and a given name that is not in the register."""
    word = view.words[last] if last < len(view.words) else None
    if word is None or word.before not in (", ", ",") or not view.words[last - 1].upper or last in view.names:
        return False
    return word.capital and not word.upper and len(word.text) > 1 and given_name(word.text)


def _like_given(view: View, index: int) -> bool:
    """Say whether the word before `index` is like a given name or an initial that is not in the register."""
    before = index - 1
    if before < 0 or before in view.names or before in view.taken:
        return False
    word, gap = view.words[before], view.words[index].before.strip(" \n")
    if not word.capital or gap not in ("", "."):
        return False
    if len(word.text) == 1:
        return gap == "." or (word.text not in ("a", "i") and not view.opens_sentence(before))
    if gap or "\n" in view.words[index].before or word.text in ("will", "may"):
        return False
    if word.text in lexicons("bodies", "known_names", "months", "days") | lexicon("kin_titles"):
        return False
    return given_name(word.text) or not ordinary(word.text)
