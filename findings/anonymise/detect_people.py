"""People who stand in no register, in a run of words with capitals."""

from __future__ import annotations

from collections.abc import Iterator

from findings.anonymise.context import of_the_calendar, word_or_name
from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import (
    calendar_word,
    frequent,
    given_name,
    known_name,
    lexicon,
    lexicons,
    ordinary,
    word_names,
)

_MEDICINES = (
    "azepam", "azolam", "olol", "cillin", "mycin", "prazole", "conazole", "idone", "oxetine", "profen", "caine", "dipine",
    "sartan", "statin", "tidine", "cycline", "zapine", "tiapine", "triptan", "floxacin", "barbital", "thiazide", "gliptin",
)  # fmt: skip
_LITTLE = ("be_have", "link_words", "determiners", "pronouns", "bodies", "streets", "small_words", "of_things")


def people_in(view: View, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield first and last of the stretches of a run that read like people: strange words, given names, titles with a name."""
    start: int | None = None
    for index in range(first, last + 1):
        if index < last and _like_person(view, index, first, last, start is not None):
            start = index if start is None else start
            continue
        if start is not None:
            end = index
            while (
                end > start
                and view.words[end - 1].text in lexicon("links_of_people")
                and not view.words[end - 1].capital
            ):
                end -= 1
            yield _with_title(view, _with_strange_given_name(view, start, first)), end
            start = None


def _with_strange_given_name(view: View, start: int, first: int) -> int:
    """Return where the name begins when a word that is no known name stands before a surname: "with Hung Pawlak"."""
    before = start - 1
    if (
        before < first
        or view.words[start].before != " "
        or (view.opens_sentence(before) and not _rare_at_start(view, before))
    ):
        return start
    word = view.words[before]
    short = len(word.text) == 2 and not any(word.text in lexicon(one) for one in _LITTLE) and word.text not in titles()
    return before if word.capital and not word.upper and (short or not _habitual(word.text)) else start


def _rare_at_start(view: View, index: int) -> bool:
    """Say whether the word that opens a sentence before a surname is so rare that it is a given name: "Winsome Delacroix"."""
    text = view.words[index].text
    return len(text) > 3 and not frequent(text, 3.3) and not text.endswith(("ing", "ed", "ly"))


def _habitual(text: str) -> bool:
    """Say whether a word that is no name is often written with a capital, or belongs to the names of bodies."""
    sections = ("generic", "organisations", "official_roles", "bodies", "known_names", "link_words", "person_verbs", "kin",
                "be_have", "determiners", "pronouns", "streets", "feasts")  # fmt: skip
    return len(text) < 3 or calendar_word(text) or text in titles() or any(text in lexicon(one) for one in sections)


def _with_title(view: View, start: int) -> int:
    before = start - 1
    if before < 0 or before in view.taken or view.words[start].before.strip(" ") not in ("", "."):
        return start
    title = view.words[before]
    return before if title.capital and title.text in titles() - lexicon("kin_titles") else start


def _like_person(view: View, index: int, first: int, last: int, begun: bool) -> bool:
    """Say whether word `index` of a run is, or goes on, the name of a person."""
    word = view.words[index]
    if not word.capital:
        return begun and word.text in lexicon("links_of_people")
    if word.text in lexicons("bodies", "known_names", "days") or word.text[:1].isdigit():
        return False
    if len(word.text) == 1:
        return _initial(view, index, last, begun)
    if word.upper and not ordinary(word.text):
        return _capitals(view, index, begun)
    if not ordinary(word.text):
        return not calendar_word(word.text) and word.text not in titles() and not _medicine(word.text)
    if _titled(view, index):
        return word.text not in lexicon("generic") or word.text in word_names("surname")
    return _word_as_name(view, index, begun)


def _initial(view: View, index: int, last: int, begun: bool) -> bool:
    """Say whether a single letter is an initial: it follows a name, or a name follows it."""
    if view.words[index].text == "s" and view.words[index].before == "'":
        return False
    if begun:
        return view.words[index].before in (" ", "'", "-", ". ")
    if index + 1 >= last:
        return False
    following = view.words[index + 1]
    if not following.capital:
        return False
    if len(following.text) < 2:
        goes_on = index + 2 < last and view.words[index + 2].before == "'"
        return following.text in ("o", "d") and goes_on and view.words[index + 2].capital  # "N O'Sullivan"
    if view.words[index].text in ("a", "i") and "." not in following.before:
        return bare_initial(view, index)
    if "." in following.before and not frequent(following.text):
        return True
    return not ordinary(following.text) or following.text in word_names("surname")


def bare_initial(view: View, index: int) -> bool:
    """Say whether "I" or "A" without a stop is an initial: what follows is a surname and no sentence in capitals."""
    following = view.words[index + 1] if index + 1 < len(view.words) else None
    if following is None or not following.capital or following.before != " " or following.upper:
        return False
    if not ordinary(following.text):
        return following.text not in lexicon("known_names") and not calendar_word(following.text)
    return following.text in word_names("surname") and (view.words[index].text == "i" or not view.opens_sentence(index))


def _capitals(view: View, index: int, begun: bool) -> bool:
    """Say whether a word all in capitals is a name and not an abbreviation."""
    word = view.words[index]
    if len(word.text) < 4 and not begun and not given_name(word.text):
        return False
    following = view.words[index + 1] if index + 1 < len(view.words) else None
    if following is not None and following.before == ", " and following.capital and not ordinary(following.text):
        return True
    return (
        begun
        or given_name(word.text)
        or (len(word.text) > 4 and known_name(word.text))
        or len(word.text) > 6
        or (len(word.text) > 3 and (_quoted(view, index) or _titled(view, index)))
        or _beside_name(view, index)
    )


def _medicine(text: str) -> bool:
    """Say whether a word ends as the names of medicines do (the stems of the British Approved Names)."""
    return len(text) > 7 and text.endswith(_MEDICINES)


def _quoted(view: View, index: int) -> bool:
    """Say whether word `index` stands alone in quotation marks."""
    return view.gap(index)[-1:] in ('"', "“", "‘", "'") and view.gap(index + 1)[:1] in ('"', "”", "’", "'")


def _beside_name(view: View, index: int) -> bool:
    near = [n for n in (index - 1, index + 1) if 0 <= n < len(view.words)]
    return any(given_name(view.words[n].text) and view.words[n].capital and n not in view.taken for n in near)


def _titled(view: View, index: int) -> bool:
    """Say whether a title stands right before word `index`."""
    if index == 0 or view.words[index].before.strip(" \n") not in ("", "."):
        return False
    before = view.words[index - 1]
    if before.text not in titles() or not before.capital or index - 1 in view.taken:
        return False
    return before.text not in ("sister", "brother", "constable", "inspector", "sergeant", "judge", "nurse", "matron", "father",
                               "master", "midwife", "doctor", "professor", "uncle", "aunt", "coroner") or _strong(view, index)  # fmt: skip


def _strong(view: View, index: int) -> bool:
    text = view.words[index].text
    return given_name(text) or text in word_names("surname") - word_names("institution")


def _word_as_name(view: View, index: int, begun: bool) -> bool:
    """Say whether an ordinary word with a capital is meant as a name: after a given name, or by what stands around it."""
    text = view.words[index].text
    if begun:
        return _goes_on_as_name(view, index)
    if not given_name(text) and text not in word_names("surname"):
        return _strange_given_name(view, index)
    after = view.after(index)
    if given_name(text) and after is not None and after.capital and _surname_follows(view, index + 1):
        return not view.opens_sentence(index) or text not in (
            "will",
            "may",
            "mark",
            "grant",
            "hope",
            "bill",
            "rob",
            "chase",
        )
    if text in word_names("surname") and not given_name(text) and text in word_names("institution"):
        return False
    verdict = word_or_name(view, index)
    if verdict == "unclear" and given_name(text) and text not in lexicon("often_words"):
        return True
    return verdict == "name" and (given_name(text) or not view.opens_sentence(index))


def _strange_given_name(view: View, index: int) -> bool:
    """Say whether a word that is no known name is used as one: alone with its capital, between words said of people."""
    word, before, after = view.words[index], view.before(index), view.after(index)
    if before is None or before.capital or word.upper or _habitual(word.text) or (after is not None and after.capital):
        return False
    if before.text in ("friend", "named", "called", "dear", "neighbour", "boyfriend", "girlfriend", "cousin"):
        return True
    said = after is not None and after.text in lexicon("person_verbs") - lexicon("lifeless_verbs")
    return said and before.text in ("and", "that", "when", "because", "but", "while", "if", "as", "then", "so")


def _goes_on_as_name(view: View, index: int) -> bool:
    """Say whether an ordinary word with a capital goes on a name that has begun ("Wioletta Fielding")."""
    word, before = view.words[index], view.words[index - 1]
    if word.before not in (" ", "-", "'", ". ", "\n", "\u00a0") or not (
        given_name(before.text) or len(before.text) == 1 or not ordinary(before.text)
    ):
        return False
    if word.text in word_names("surname") or given_name(word.text):
        return True
    never = lexicons("generic", "official_roles", "person_verbs", "be_have", "link_words")
    return word.text not in never | lexicons("determiners", "pronouns", "organisations") and not (
        word.upper and view.capital_run(index)
    )


def _surname_follows(view: View, index: int) -> bool:
    text = view.words[index].text
    if text in lexicons("bodies", "known_names", "months", "days") or index in view.taken:
        return False
    if not ordinary(text):
        return True
    never = lexicons("generic", "organisations", "streets", "official_roles")
    rare = not frequent(text, 4.3) and text not in never
    return (rare or text in word_names("surname")) and not of_the_calendar(view, index)
