"""What belongs to a name that was found and would be left standing beside it: initials, letters of a body, the rest of a place.

Where what is left does not suit the one who was found, a person must decide about the whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from findings.anonymise.detect_written import IN_PLACES
from findings.anonymise.doubt import couple
from findings.anonymise.forms import SURNAMES, split_name, tokens_of
from findings.anonymise.register import Register
from findings.anonymise.shapes import Person, Span
from findings.anonymise.titles import fits, titles
from findings.anonymise.view import View
from findings.anonymise.words import lexicon, lexicons, ordinary

_GIVEN = ("given name", "nickname", "alias", "middle name", "other spelling")
_IN_PLACES = IN_PLACES | {"in", "by", "of", "and"}
_FIRMS = frozenset(["sons", "son", "daughters", "co", "partners", "bros", "brothers", "associates"])
_ENDS = frozenset('.,;:|\n\t)"”')


def with_edges(register: Register, view: View, spans: Sequence[Span]) -> list[Span]:
    """Return the spans of names with what belongs to them; `spans` are in order, and none lies over another."""
    starts = [word.start for word in view.words]
    covered: set[int] = set()
    ranges = []
    for span in spans:
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        ranges.append((first, last))
        covered.update(range(first, last))
    done: list[Span] = []
    for span, (first, last) in zip(spans, ranges, strict=True):
        widened = _widened(register, view, span, (first, last), covered) if first < last else span
        if done and _two_people(view, done[-1], widened):
            one = done.pop()
            keys = tuple(dict.fromkeys(one.keys + widened.keys))
            widened = Span(
                one.start, widened.end, "person", keys, None, "the given name of one and the surname of another"
            )
        done.append(widened)
    return done


def _two_people(view: View, one: Span, other: Span) -> bool:
    """Say whether the given name of one listed person stands right before the surname of another."""
    if one.replacement is None or other.replacement is None or one.keys == other.keys:
        return False
    between = view.text[one.end : other.start]
    return between in (" ", "\u00a0") and one.reason in _GIVEN[:4] and other.reason in SURNAMES and one.kind == "person"


def _widened(register: Register, view: View, span: Span, at: tuple[int, int], covered: set[int]) -> Span:
    """Return `span` with the words that belong to it; flagged where they do not suit whom it was given to."""
    first, last = at
    person = register.people.get(span.keys[0]) if span.replacement is not None and span.keys else None
    if span.kind in ("person", "unlisted_person"):
        start, end, suits = _with_initials(view, person, span, first, last, covered)
        start -= span.replacement is None and _titled(view, start, covered, span.kind == "unlisted_person")
        start -= not span.keys and _called_by_size(view, start, covered)
        if (
            not span.keys
            and view.words[start].text in titles()
            and couple(view, start)
            and _free(view, start - 1, covered)
        ):
            start -= 2 if view.words[start - 1].text in ("and", "or", "nor") else 1
    else:
        start, end, suits = first, last, True
    further = _rest_of_body(view, span, start, end, covered)
    bracket = span.kind == "person" and further == end and _title_in_brackets(view, end, covered)
    if bracket:
        further = end = end + 1
        suits = suits and (person is None or fits(view.words[end - 1].text, person) is not False)
    suits = suits and further == end
    if (start, further) == (first, last):
        return span
    edge = replace(
        span,
        start=min(span.start, view.words[start].start),
        end=max(span.end, view.words[further - 1].end + bracket),
    )
    if suits or span.replacement is None:
        return edge
    return replace(edge, replacement=None, reason="something stands beside the name that is not in the register")


def _titled(view: View, start: int, covered: set[int], unlisted: bool) -> bool:
    """Say whether the word before `start` is a title of a name that is asked about."""
    if not _free(view, start - 1, covered) or view.words[start].before.strip(" ") not in ("", "."):
        return False
    word = view.words[start - 1]
    borne = titles() if unlisted else titles() - lexicon("kin_titles")
    return word.capital and word.text in borne and word.before != "'"


def _called_by_size(view: View, start: int, covered: set[int]) -> bool:
    """Say whether "Big" or "Wee" stands before a name: "Big Trev"."""
    if not _free(view, start - 1, covered) or view.words[start].before != " ":
        return False
    return view.words[start].capital and view.words[start - 1].text in ("big", "wee", "lil")


def _title_in_brackets(view: View, end: int, covered: set[int]) -> bool:
    """Say whether a title stands in brackets behind a name: "P. Long (Mrs)"."""
    if not _free(view, end, covered) or view.words[end].before != " (" or view.gap(end + 1)[:1] != ")":
        return False
    return view.words[end].capital and view.words[end].text in titles() - lexicon("police_ranks")


def _free(view: View, index: int, covered: set[int]) -> bool:
    return 0 <= index < len(view.words) and index not in covered and index not in view.taken


def _with_initials(
    view: View, person: Person | None, span: Span, first: int, last: int, covered: set[int]
) -> tuple[int, int, bool]:
    """Return the ends of a person's name with the initials beside it, and whether these are the person's own."""
    own = _letters(person) if person else frozenset()
    start, end, letters = first, last, []
    given = "".join(tokens_of(split_name(person)[0])) if person else ""
    how = span.reason.removesuffix(", with a slip")
    by_surname = span.replacement is None or how in SURNAMES or how.startswith("initial")
    by_surname = by_surname or (
        start > 1 and _is_initial(view, start - 2) and view.text[view.words[start - 2].end] == "."
    )  # "T.V. Minh"
    while by_surname and _free(view, start - 1, covered) and _is_initial(view, start - 1):
        apart = len(view.words[start].text) == 1 and view.words[start].before == " "  # "H M Cross"
        slipped = how != span.reason and view.words[start - 1].text == given[:1]  # "A Okafro"
        apart = apart or (slipped and view.words[start].before == " ")
        if not apart and view.words[start].before not in (". ", ".", "-", ".-", "_"):
            break
        start -= 1
        letters.append(view.words[start].text)
    start -= bool(given) and start == first and _clipped(view, start, given, covered)
    while _free(view, end, covered) and _initial_after(view, end, span):
        letters.append(view.words[end].text)
        end += 1
    if _free(view, end, covered) and view.words[end].before == "-" and view.words[end].raw.islower():
        strange = not ordinary(view.words[end].text) and len(view.words[end].text) > 1
        return start, end + strange, not strange and set(letters) <= own
    return start, end, set(letters) <= own


def _clipped(view: View, start: int, given: str, covered: set[int]) -> bool:
    """Say whether the beginning of the given name stands before the surname, with a full stop: "Gr. Mensah" for Grace Mensah."""
    if not _free(view, start - 1, covered) or view.words[start].before not in (". ", "."):
        return False
    before = view.words[start - 1]
    return before.capital and 1 < len(before.text) < len(given) and given.startswith(before.text)


def _letters(person: Person) -> frozenset[str]:
    """Return the first letters of all names of `person`."""
    names = (*split_name(person), person.former_surname, *person.aliases)
    return frozenset(token[0] for name in names for token in tokens_of(name))


def _is_initial(view: View, index: int) -> bool:
    word = view.words[index]
    if len(word.text) == 1 and word.raw.islower() and index + 1 < len(view.words):
        following = view.words[index + 1]  # of an account: "g.appleyard"
        return following.before in (".", "_") and following.raw.islower()
    return len(word.text) == 1 and word.raw.isupper() and word.before != "'"


def _initial_after(view: View, index: int, span: Span) -> bool:
    """Say whether word `index`, right after a name, is an initial that belongs to it: "Tariq K", "Ndlovu, P."."""
    glued = index and view.words[index].before in (".", "_") and view.words[index - 1].raw.islower()
    if glued and len(view.words[index].text) == 1 and view.words[index].text not in "ais":
        return True  # of an account: "amara_o"
    if not _is_initial(view, index):
        return False
    word, gap = view.words[index], view.gap(index + 1)[:1]
    quoted = bool(span.keys) and view.gap(index + 1).lstrip(".")[:1] in ('"', "”", ")")  # filed under "Abdi, H."
    if word.before == ", " and (span.kind == "unlisted_person" or quoted):
        return gap in _ENDS or not gap
    if word.before not in (" ", "\u00a0", ".", ". ", "-") or gap in ("/", "&", "'", "’", "-", "+"):
        return False
    if (
        word.before == ". "
        and span.end < word.start
        and view.text[span.end] == "."
        and view.words[index - 1].end == span.end
    ):
        return len(view.words[index - 1].text) == 1
    return word.text not in ("i", "a") or gap == "."


def _rest_of_body(view: View, span: Span, start: int, end: int, covered: set[int]) -> int:
    """Return the end of the name of a place or body with its letters ("Tyne Vale ICB") and what goes on it ("-on-Sea")."""
    further = _across_hyphens(view, end, covered)
    further += 2 * _and_sons(view, further, span, covered)
    if not span.keys and _free(view, further, covered) and view.words[further].before.strip() in ("&", ""):
        further += view.words[further].capital and view.words[further].text in _FIRMS
    if _free(view, further, covered) and view.words[further].before == " ":
        word = view.words[further]
        letters = word.raw.isupper() and word.text in lexicon("letters_of_bodies")
        firm = word.text in ("plc", "ltd", "llp", "cic") and span.kind != "person"
        known = span.kind == "person" or (span.keys and word.text == "uk")
        if (letters and not known and not view.capital_run(further)) or firm:
            further += 1
    if span.keys and span.kind != "person" and span.replacement is None and further == end:
        further = _another_body(view, end, covered)
    short = span.keys and span.kind != "person" and "short form" in span.reason
    if short and _free(view, further + 1, covered) and view.words[further].text in ("of", "for"):
        while (
            _free(view, further + 1, covered)
            and view.words[further + 1].capital
            and view.words[further + 1].before == " "
        ):
            further += 1
        further += further > end
    return further


def _across_hyphens(view: View, end: int, covered: set[int]) -> int:
    """Return the end of a place's name that goes on with small words between hyphens: "-on-Sea", "-de-la-Zouch"."""
    ahead = end
    while _free(view, ahead, covered) and view.words[ahead].before == "-" and view.words[ahead].text in _IN_PLACES:
        ahead += 1
    closed = ahead > end and _free(view, ahead, covered) and view.words[ahead].before == "-"
    return ahead + 1 if closed and view.words[ahead].capital else end


def _and_sons(view: View, index: int, span: Span, covered: set[int]) -> bool:
    """Say whether "and Sons" goes on the name of a firm that is not in the register."""
    if span.keys or not _free(view, index + 1, covered) or view.words[index].text != "and":
        return False
    return view.words[index + 1].capital and view.words[index + 1].text in _FIRMS


def _another_body(view: View, end: int, covered: set[int]) -> int:
    """Return the end of a longer name that goes on after `end` and closes with a word of bodies: "Marron Valley CCG"."""
    last = end
    while _free(view, last, covered) and view.words[last].capital and view.words[last].before == " ":
        last += 1
    kinds = lexicons("letters_of_bodies", "organisations_sure", "streets_sure") | {
        "service",
        "services",
        "team",
        "site",
        "camp",
    }
    return last if last > end and view.words[last - 1].text in kinds and not view.capital_run(end) else end
