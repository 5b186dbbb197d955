"""People, places and organisations that stand in no register: found by their capitals, their words and their neighbours.

Everything found here is a flag: a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from findings.anonymise.addresses import number_before
from findings.anonymise.detect_people import bare_initial, people_in
from findings.anonymise.detect_places import place_in, saint_in
from findings.anonymise.detect_small import called_name, lone_name, small_name
from findings.anonymise.detect_written import house_with_article, place_across_hyphens, signed_after_day, surname_first
from findings.anonymise.shapes import Span
from findings.anonymise.view import View
from findings.anonymise.words import (
    body_phrases,
    frequent,
    given_name,
    lexicon,
    lexicons,
    ordinary,
    plain_word,
    word_names,
)

_SHAPES = {"unlisted_person": "a name of a person", "unlisted_place": "a name of a place",
           "unlisted_organisation": "a name of an organisation"}  # fmt: skip
_SHAPED = (
    (surname_first, "unlisted_person"),
    (signed_after_day, "unlisted_person"),
    (house_with_article, "unlisted_organisation"),
    (called_name, "unlisted_person"),
    (place_across_hyphens, "unlisted_place"),
)


def unlisted_spans(view: View) -> Iterator[Span]:
    """Yield flags for names that the register does not have, in the words of `view` that nothing else has taken."""
    view.taken |= view.phrases
    index = 0
    while index < len(view.words):
        last = index + 1
        if index in view.taken:
            pass
        elif not view.words[index].capital:
            if (small := small_name(view, index)) is not None:
                last = small[0]
                yield _span(view, index, *small)
        elif (shaped := _by_shape(view, index)) is not None:
            last = shaped[0]
            yield _span(view, index, *shaped)
        else:
            last = _run(view, index)
            yield from list(_judge(view, index, last)) or _lone(view, index, last)
        index = max(last, index + 1)


def _by_shape(view: View, index: int) -> tuple[int, str] | None:
    """Return the end and the kind of a name with a capital that is known by how it is written."""
    for ends, kind in _SHAPED:
        if (last := ends(view, index)) is not None:
            return last, kind
    return None


def _lone(view: View, index: int, last: int) -> list[Span]:
    """Return the flag over a run of capitals that is read as ordinary words, where a name is expected."""
    end = lone_name(view, index, last)
    return [] if end is None else [_span(view, index, end, "unlisted_place")]


def set_phrases(view: View) -> set[int]:
    """Return the words of known bodies, acts and set phrases: nothing in them is anybody's name."""
    found: set[int] = set()
    for index, word in enumerate(view.words):
        for parts in body_phrases().get(word.text, ()):
            last = index + len(parts)
            if last <= len(view.words) and all(view.words[index + n].text == part for n, part in enumerate(parts)):
                found.update(range(index, last))
    return found


def _open(view: View, index: int) -> bool:
    return index not in view.taken and view.words[index].raw[:1].isupper()


def _run(view: View, first: int) -> int:
    """Return the end of the words with capitals that begin at `first`, small links between them included."""
    last = first + 1
    while last < len(view.words):
        gap = view.words[last].before
        if gap.strip(" \n") not in ("", "-", "'", "&") and not _dotted(view, last):
            break
        if ("\n" in gap or " - " in gap) and view.opens_sentence(last):
            break
        if _open(view, last) or (gap == "'" and view.words[last].text == "s" and _goes_on(view, last)):
            last += 1
            continue
        beyond = _across_links(view, last)
        if beyond is None:
            break
        last = beyond
    return last


def _across_links(view: View, last: int) -> int | None:
    """Return the word after small links ("of the") and the capital behind them, if the name goes on across them."""
    ahead, small = last, lexicon("links_of_names")
    while ahead < min(len(view.words), last + 2) and view.words[ahead].text in small and not view.words[ahead].capital:
        ahead += 1
    if ahead == last or ahead >= len(view.words) or not _open(view, ahead) or view.words[ahead].before.strip(" -"):
        return None
    link = view.words[last].text
    hyphened = view.words[last].before == view.words[ahead].before == "-"
    loose = link == "and" or (link in ("in", "on", "the") and ahead == last + 1 and not hyphened)
    return None if loose and not _names_a_body(view, ahead) else ahead + 1


def _dotted(view: View, index: int) -> bool:
    """Say whether a full stop before `index` belongs to a title, an initial or "St."."""
    before = view.words[index - 1]
    return view.words[index].before.strip(" ") == "." and not view.opens_sentence(index) and len(before.text) <= 4


def _goes_on(view: View, index: int) -> bool:
    return index + 1 < len(view.words) and _open(view, index + 1) and view.words[index + 1].before == " "


def _names_a_body(view: View, index: int) -> bool:
    """Say whether a street or body is named within the next words ("Marsh and Dale Solicitors")."""
    sure = lexicons("organisations_sure", "streets_sure")
    ahead = view.words[index : index + 3]
    return any(word.capital and word.text in sure for word in ahead[1:]) and ahead[0].capital


def _judge(view: View, first: int, last: int) -> Iterator[Span]:
    """Take a run of capitals apart into what names something and what does not."""
    first, last = _trimmed(view, first, last)
    if first >= last:
        return
    body = _body(view, first, last) or saint_in(view, first, last) or _of_a_town(view, first, last)
    if body is not None:
        kind, start, end = body
        if start > first:
            yield from _judge(view, first, start)
        yield _span(view, start, end, kind)
        if end < last:
            yield from _judge(view, end, last)
        return
    tail = first
    for start, end in people_in(view, first, last):
        yield _span(view, start, end, "unlisted_person")
        tail = end
    if tail > first and tail < last and not view.words[tail].capital:  # "Nora Lisle of Bramble Way"
        yield from _lone(view, next(n for n in range(tail, last) if view.words[n].capital), last)


def _of_a_town(view: View, first: int, last: int) -> tuple[str, int, int] | None:
    """Return kind and ends of a town in the run, with the plain words before it that are called by it: "Pram Depot Penrith"."""
    place = place_in(view, first, last)
    if place is None:
        return None
    own = [word.text for word in view.words[first : place[0]]]
    called = len(own) > 1 and view.before(first) is not None
    if called and all(plain_word(text) and text not in lexicon("generic") and not _habitual(text) for text in own):
        return "unlisted_organisation", first, place[1]
    return "unlisted_place", *place


def _trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """Drop from both ends the words that owe their capital to their place or to habit."""
    while first < last and _idle(view, first):
        first += 1
    while last > first and (not view.words[last - 1].capital or view.words[last - 1].text == "s"):
        last -= 1
    return first, last


def _idle(view: View, index: int) -> bool:
    """Say whether word `index` is no name by itself: small, opening a sentence, a number, a known body, a month."""
    word = view.words[index]
    if not word.capital:
        return True
    if word.text in ("i", "a"):
        stop = index + 1 < len(view.words) and "." in view.words[index + 1].before
        return not stop and not bare_initial(view, index)
    small = lexicons("determiners", "link_words", "pronouns")
    following = view.words[index + 1] if index + 1 < len(view.words) else None
    if word.text == "our" and following is not None and following.text == "lady" and following.capital:
        return False
    if word.text == "don" and index + 1 < len(view.words) and view.words[index + 1].text == "t":
        return view.words[index + 1].before == "'"
    return word.text in small or word.text in ("street", "road")


def _body(view: View, first: int, last: int) -> tuple[str, int, int] | None:
    """Return kind and ends when the run names a street or an organisation; the longest name counts."""
    for end in range(last, first + 1, -1):
        if view.words[end - 1].text == "head" and view.words[end - 2].text == "s":
            return "unlisted_organisation", first, end
        before = [n for n in range(first, end - 1) if view.words[n].capital]
        kind = _kind_of_body(view, first, end, before) if before else None
        if kind is not None:
            return kind[0], max(first, _of_a_people(view, _start(view, kind[1]))), end
    return None


def _kind_of_body(view: View, first: int, end: int, before: list[int]) -> tuple[str, list[int]] | None:
    """Return what the words up to `end` name by their last one, and the words that are its own name."""
    words, text = view.words, view.words[end - 1].text
    own = [n for n in before if words[n].text not in lexicon("generic") and not _habitual(words[n].text)]
    if len(own) > 1 and view.opens_sentence(own[0]) and plain_word(words[own[0]].text):
        own = own[1:]
    street = text in lexicon("streets_sure")
    if text in lexicon("streets") and not street:
        start = words[first].start
        street = not ordinary(words[before[-1]].text) or number_before(view.text, start) < start
    if street and words[end - 2].capital and (own or words[before[-1]].text in lexicon("before_streets")):
        return "unlisted_place", own or before
    if text in lexicon("organisations") and own and (text in lexicon("organisations_sure") or _proper(view, own, text)):
        return "unlisted_organisation", own
    return None


def _start(view: View, numbers: list[int]) -> int:
    """Return where the name begins: with "St", "Royal" or "Upper" before it, if one stands there."""
    start = numbers[0]
    while start > 0 and view.words[start - 1].text in lexicon("before_names") and view.words[start - 1].capital:
        start -= 1
    opener = start - 1
    if start > 0 and view.opens_sentence(opener) and view.words[opener].capital and view.words[start].before == " ":
        idle = ("determiners", "link_words", "pronouns", "adverbs", "person_verbs", "generic", "be_have")
        text = view.words[opener].text
        plain = any(text in lexicon(one) for one in idle) or text.endswith(("ly", "ing", "ed")) or opener in view.taken
        return start if plain or frequent(text, 4.5) else opener
    return start


def _of_a_people(view: View, start: int) -> int:
    """Return where the name of a body begins that says for which people it is: "Somali Kitchen Project"."""
    people = start > 0 and view.words[start - 1].capital and view.words[start].before == " "
    return start - 1 if people and view.words[start - 1].text in lexicon("known_names") else start


def _habitual(text: str) -> bool:
    """Say whether a word is written with a capital by habit: known bodies, months, days, roles."""
    return any(text in lexicon(section) for section in ("bodies", "known_names", "months", "days", "official_roles"))


def _proper(view: View, own: list[int], body: str) -> bool:
    """Say whether among the words there is one that is no ordinary English, or that is a name too."""
    texts = [view.words[n].text for n in own]
    named = any(
        not ordinary(t) or given_name(t) or t in word_names("surname") - lexicon("official_roles") for t in texts
    )
    return named or body in lexicon("built")


def _span(view: View, first: int, last: int, kind: str) -> Span:
    start = view.words[first].start
    if kind != "unlisted_person":
        start = number_before(view.text, start)
    return Span(start, view.words[last - 1].end, kind, (), None, f"{_SHAPES[kind]} that is not in the register")
