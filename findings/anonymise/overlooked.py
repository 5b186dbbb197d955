"""The last look: words that nothing has taken although a listed name is in them, or nearly is. A person decides about each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from findings.anonymise.bearers import Bearers
from findings.anonymise.fold import fold
from findings.anonymise.forms import split_name
from findings.anonymise.shapes import Span
from findings.anonymise.sounds import heard
from findings.anonymise.titles import fits
from findings.anonymise.view import View
from findings.anonymise.words import frequent, lexicons, ordinary

_PIECE = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")
_SHORTEST = 5  # letters of a word that is compared by its sound
_ACCOUNT = "a listed name in the name of an account or a file"
_TAGGED = 4  # letters of a name that is looked for in a tag
_SELDOM = 3.0  # what is written oftener is slang or a word of its own
_RARE = 3.8  # of an ordinary word that bears a capital inside a sentence


def overlooked(bearers: Bearers, view: View) -> Iterator[Span]:
    """Yield flags for words of `view` that are left and hold a listed name, sound like one, or are one with a gap in it."""
    for index, word in enumerate(view.words):
        if index in view.taken:
            continue
        if word.before == " " and word.text in bearers.dull and word.raw.islower() and not _goes_on(view, index):
            continue
        if len(word.text) < 2:
            if keys := _titled_letter(bearers, view, index):
                yield Span(view.words[index - 1].start, word.end, "person", keys, None, "a title and an initial")
            continue
        keys, reason = _told(bearers, view, index)
        if keys:
            first, last = _compound(view, index) if reason == _ACCOUNT else (index, index)
            yield Span(view.words[first].start, view.words[last].end, "person", keys, None, reason)
        elif (keys := _parted(bearers, view, index)) != ():
            yield Span(word.start, view.words[index + 1].end, "person", keys, None, "a listed name with a gap in it")
        elif word.raw.islower() and ordinary(word.text) and word.text not in bearers.names:
            bearers.dull.add(word.text)


def _goes_on(view: View, index: int) -> bool:
    """Say whether word `index` goes on without a space, or the word behind it is no ordinary one."""
    if index + 1 >= len(view.words):
        return False
    following = view.words[index + 1]
    return following.before in ("_", "-") or (following.before == " " and not ordinary(following.text))


def _told(bearers: Bearers, view: View, index: int) -> tuple[tuple[str, ...], str]:
    """Return whose name word `index` holds or nearly is, and why that is thought."""
    word = view.words[index]
    if (keys := _of_an_account(bearers, view, index)) != ():
        return keys, _ACCOUNT
    if not (word.raw.islower() or word.raw.isupper() or word.raw.istitle()):
        pieces = [fold(piece) for piece in _PIECE.findall(word.raw)]
        seams = [key for piece in pieces if len(pieces) > 1 for key in bearers.names.get(piece, ())]
        if seams:
            return tuple(dict.fromkeys(seams)), "a listed name with letters beside it"
    slip = word.capital and not word.upper and len(word.text) >= _SHORTEST - 1
    slip = slip and (not view.opens_sentence(index) or _quoted(view, index))
    if slip and index not in view.phrases and ordinary(word.text) and not frequent(word.text, _RARE):
        return bearers.near(word.text), "nearly a listed name"
    if (
        len(word.text) < _SHORTEST
        or word.text in lexicons("bodies", "known_names")
        or view.text[word.start - 1 : word.start] == "@"
    ):
        return (), ""
    if word.before.endswith("#"):
        return bearers.tagged(word.text, _TAGGED), "a tag that holds a listed name"
    if ordinary(word.text) or frequent(word.text, _SELDOM):
        return (), ""
    held = bearers.held(word.text)
    if held:
        return held, "holds a listed name"
    sound = heard(word.text) if word.text.isalpha() else ""
    return bearers.sounding.get(sound, ()) if sound else (), "sounds like a listed name"


def _compound(view: View, index: int) -> tuple[int, int]:
    """Return the first and the last word of what is joined by "_" to word `index`."""
    first = last = index
    while view.words[first].before == "_" and first - 1 not in view.taken:
        first -= 1
    while last + 1 < len(view.words) and view.words[last + 1].before == "_" and last + 1 not in view.taken:
        last += 1
    return first, last


def _quoted(view: View, index: int) -> bool:
    """Say whether word `index` stands alone in quotation marks."""
    return view.gap(index)[-1:] in ('"', "“", "‘", "'") and view.gap(index + 1)[:1] in ('"', "”", "’", "'")


def _of_an_account(bearers: Bearers, view: View, index: int) -> tuple[str, ...]:
    """Return whose name word `index` is, joined to something by "_" or to figures: "d_reed78", "reed78"."""
    word = view.words[index]
    letters = word.text.rstrip("0123456789")
    if len(letters) < 3 or letters not in bearers.names or letters in lexicons("months", "seasons", "days"):
        return ()
    goes_on = view.text[word.end : word.end + 1] == "_"
    return bearers.names[letters] if goes_on or letters != word.text or word.before.endswith("_") else ()


def _titled_letter(bearers: Bearers, view: View, index: int) -> tuple[str, ...]:
    """Return whose surname may begin with the letter that stands behind a title in a careless message: "ask mrs j"."""
    word, title = view.words[index], view.words[index - 1] if index else None
    if title is None or title.text not in ("mr", "mrs", "ms", "miss", "dr") or word.before != " " or word.capital:
        return ()
    people = bearers.register.people.values()
    titled = (one for one in people if one.kind == "person" and fits(title.text, one) is not False)
    return tuple(one.key for one in titled if fold(split_name(one)[2])[:1] == word.text)


def _parted(bearers: Bearers, view: View, index: int) -> tuple[str, ...]:
    """Return whose name a space has cut in two where no name has one: "Im ran", "hus sain"."""
    word = view.words[index]
    following = view.words[index + 1] if index + 1 < len(view.words) and index + 1 not in view.taken else None
    if (
        following is None
        or following.before not in (" ", "-")
        or following.capital
        or len(word.text + following.text) < _SHORTEST
    ):
        return ()
    keys = bearers.names.get(word.text + following.text, ())
    if not keys or ordinary(word.text + following.text):
        return ()
    strange = not (ordinary(word.text) and ordinary(following.text)) or (word.capital and len(word.text) == 2)
    return keys if strange else ()
