"""From what reads like a name to a decision: whose it is, what stands for it, or that a person must say."""

from __future__ import annotations

from collections.abc import Sequence

from findings.anonymise.addresses import house_word, number_before
from findings.anonymise.doubt import OF_A_RELATIVE, couple, doubt
from findings.anonymise.forms import RANKS, Form
from findings.anonymise.judge import verdict_on
from findings.anonymise.register import Match, Register
from findings.anonymise.shapes import Person, Span
from findings.anonymise.strangers import goes_on_otherwise, saint_before, stranger_beside
from findings.anonymise.titles import fits, is_child, titles
from findings.anonymise.view import View
from findings.anonymise.words import lexicon, ordinary

_GIVEN = frozenset({"given name", "nickname", "alias", "middle name"})
_APOSTROPHES = "'’‘ʼ′`´＇"


def name_spans(register: Register, view: View) -> list[Span]:
    """Return the spans of all listed names in the text of `view`, in order."""
    options = _options(register, view)
    spans: list[Span] = []
    position = 0
    for index, matches in options.items():
        chosen = (
            next((done for match in matches if (done := _settle(register, view, match))), None)
            if index >= position
            else None
        )
        if chosen is None:
            continue
        span, position = chosen
        while spans and spans[-1].end > span.start:
            span = _merged(spans.pop(), span)
        spans.append(span)
        if span.replacement is not None:
            view.names.update(range(index, position))
    return spans


def _merged(one: Span, other: Span) -> Span:
    """Return one flag over two spans that claim a word in common."""
    keys = tuple(dict.fromkeys(one.keys + other.keys))
    return Span(min(one.start, other.start), max(one.end, other.end), one.kind, keys, None, one.reason)


def _options(register: Register, view: View) -> dict[int, list[Match]]:
    """Return the matches at each word, and note the words that are names beyond doubt."""
    options: dict[int, list[Match]] = {}
    for index, word in enumerate(view.words):
        if index in view.taken or not (word.text in register.root.children or len(word.text) > 2):
            continue
        matches = [m for m in register.matches_at(view.words, index) if view.taken.isdisjoint(range(m.first, m.last))]
        if matches:
            options[index] = matches
            best = matches[0]
            if _beyond_doubt(view, best):
                view.names.update(range(best.first, best.last))
    return options


def _beyond_doubt(view: View, match: Match) -> bool:
    """Say whether the match is a name whatever stands beside it: a word that is no ordinary one, or a whole name."""
    texts = [view.words[n] for n in range(match.first, match.last)]
    if any(not ordinary(word.text) for word in texts) or any("." in word.before for word in texts[1:]):
        return True
    whole = any(form.how == "whole name" and not form.comma_at for form in match.forms)
    return whole and len(texts) > 1 and all(word.capital for word in texts)


def _settle(register: Register, view: View, match: Match) -> tuple[Span, int] | None:
    """Return the span of `match` and the word after it, or None when it is no name here."""
    title_at = match.first - 1 if _title_before(register, view, match) else None
    forms = _allowed(view, match, title_at)
    if _begins_another(register, view, match):
        return None
    if not forms or saint_before(view, match.first):
        return None
    verdict = verdict_on(register, view, match, forms, title_at)
    if verdict == "word":
        return None
    forms += _rivals(register, view, match, forms, title_at)
    keys = _candidates(register, view, forms, match)
    stranger = stranger_beside(
        view, match.first, match.last, title_at is not None, forms, register.people[forms[0].key].kind
    )
    if stranger is not None:
        start, last, reason = stranger
        return _flag(view, start, last, _stranger_kind(register, keys), keys, reason), last
    reason = doubt(register, view, match, forms, keys, title_at, verdict)
    keys, decided = (keys, False) if reason else _whose(register, view, forms, keys, title_at)
    first = match.first if title_at is None else _whole_rank(view, title_at)
    person = register.people[keys[0]]
    if title_at is not None and couple(view, title_at):
        first = title_at - (2 if view.words[title_at - 1].text in ("and", "or", "nor") else 1)
    if reason == OF_A_RELATIVE:
        first = match.first - 1
    if not decided:
        first = house_word(view, first) if person.kind == "street" else first
        return _flag(view, first, match.last, person.kind, keys, reason or _shared(register, keys)), match.last
    return _replaced(view, first, match, person, forms[0].how), match.last


def _whole_rank(view: View, title_at: int) -> int:
    """Return the word with which the rank begins that ends with word `title_at`: "Detective Chief Inspector"."""
    first = title_at
    while first and view.words[title_at].text in lexicon("police_ranks") and view.words[first].before == " ":
        before = view.words[first - 1]
        if not before.capital or before.text not in lexicon("before_ranks") or first - 1 in view.taken:
            break
        first -= 1
    return first


def _begins_another(register: Register, view: View, match: Match) -> bool:
    """Say whether the initial behind a comma is that of the next one in a list: "Ms Lloyd, S. Rahman"."""
    last = match.last - 1
    titled = any(
        "," in view.words[n].before and view.words[n].text in titles() for n in range(match.first + 1, match.last)
    )
    following = view.after(last)
    if titled and following is not None and following.text in {view.words[n].text for n in range(match.first, last)}:
        return True  # "Mr F Bishop, Mrs R Bishop"
    if len(view.words[last].text) > 1 or "," not in view.words[last].before:
        return False
    return any(
        other.last > match.last and any(form.how == "initial and surname" for form in other.forms)
        for other in register.matches_at(view.words, last)
    )


def _stranger_kind(register: Register, keys: tuple[str, ...]) -> str:
    """Return what an unlisted name that shares words with a listed one is."""
    return "unlisted_person" if register.people[keys[0]].kind == "person" else "unlisted_organisation"


def _title_before(register: Register, view: View, match: Match) -> bool:
    """Say whether the word before the match is a title that belongs to it."""
    index = match.first - 1
    if index < 0 or index in view.taken or view.words[index].text not in titles():
        return False
    if view.words[match.first].before.strip(" \n") not in ("", "."):
        return False
    word = view.words[index]
    if word.text in lexicon("kin_titles") and not any(fits(word.text, register.people[f.key]) for f in match.forms):
        return False
    return word.capital or word.text in ("mr", "mrs", "dr", "ms", "pc", "miss")


def _allowed(view: View, match: Match, title_at: int | None) -> list[Form]:
    """Return the forms of `match` that fit where it stands, the surest first."""
    own = [form for form in match.forms if form.how != "surname of a relative"]
    forms = own or list(match.forms)
    whole = [form for form in forms if form.how == "whole name"]
    if _street_or_body(view, match, whole):
        return sorted(forms, key=lambda form: RANKS[form.how])
    if whole and (any(len(form.tokens) > 1 for form in whole) or _led_to_place(view, match.first)):
        forms = [form for form in forms if form.how != "vague short form"]
    written = [view.words[n] for n in range(match.first, match.last)]
    comma = any("," in word.before for word in written[1:])
    if title_at is not None and not comma:
        first_in_capitals = written[0].upper and not written[-1].upper
        forms = [form for form in forms if not form.comma_at or (first_in_capitals and len(form.tokens) > 1)]
        surnames = [form for form in forms if form.family or form.comma_at]
        forms = surnames or forms
    if comma:
        listed = goes_on_otherwise(view, match.first, match.last)
        forms = [form for form in forms if len(form.tokens) > 3 or (form.comma_at and not listed)]
    if match.ending and not written[-1].capital and all(word.text.islower() and not word.capital for word in written):
        forms = [form for form in forms if not ordinary(written[-1].text) or view.careless(match.first)]
    return sorted(forms, key=lambda form: RANKS[form.how])


def _street_or_body(view: View, match: Match, whole: Sequence[Form]) -> bool:
    """Say whether "at Canal Street" may be the school there: no house number stands before, and nothing that says "in"."""
    before = view.before(match.first)
    at = before is not None and before.text in ("at", "from", "left") and match.last - match.first > 1
    return (
        at and bool(whole) and number_before(view.text, view.words[match.first].start) == view.words[match.first].start
    )


def _rivals(register: Register, view: View, match: Match, forms: Sequence[Form], title_at: int | None) -> list[Form]:
    """Return the forms by which a titled surname may be the given name of somebody else: "Ms Grace", "Mr Wills"."""
    if title_at is None or match.last - match.first > 1 or not all(form.family for form in forms):
        return []
    text, known = view.words[match.first].text, {form.key for form in forms}
    nodes = [register.root.children.get(reading) for reading in {text, text.removesuffix("s")}]
    given = [form for node in nodes if node for form in node.forms if form.how in _GIVEN and form.key not in known]
    return [form for form in given if fits(view.words[title_at].text, register.people[form.key])]


def _led_to_place(view: View, first: int) -> bool:
    """Say whether "in" stands before the words, so that a place is meant and not a body that is called after it."""
    before = view.before(first)
    inside = before is not None and before.text == "in"
    return inside and (view.opens_sentence(first - 1) or not view.words[first - 1].capital)


def _candidates(register: Register, view: View, forms: Sequence[Form], match: Match) -> tuple[str, ...]:
    """Return whose the forms may be, the likeliest first."""
    rank: dict[str, int] = {}
    for form in forms:
        rank[form.key] = min(RANKS[form.how], rank.get(form.key, 99))
    beside = {view.words[n].text for n in range(max(0, match.first - 6), min(len(view.words), match.last + 6))}
    near = {key: -len(beside & set(register.people[key].role.lower().split())) for key in rank}
    return tuple(sorted(rank, key=lambda key: (near[key], rank[key], list(register.people).index(key))))


def _whose(
    register: Register, view: View, forms: Sequence[Form], keys: tuple[str, ...], title_at: int | None
) -> tuple[tuple[str, ...], bool]:
    """Return the candidates in order and whether the first is certain: alone, or the only one who can bear the title."""
    if title_at is not None:
        title = view.words[title_at].text
        verdicts = {key: fits(title, register.people[key]) for key in keys}
        able = [key for key in keys if verdicts[key] is not False]
        order = tuple(sorted(keys, key=lambda key: (verdicts[key] is not True, verdicts[key] is False)))
        if not able:
            return order, False
        former = all(form.how == "former surname" for form in forms) and verdicts[able[0]] is None
        if len(able) == 1 and not former and (verdicts[able[0]] or len(keys) == 1):
            return (able[0],), verdicts[able[0]] is True or not _child_alone(register, able[0], title)
        return order, False
    return keys, len({register.people[key].pseudonym for key in keys}) == 1


def _child_alone(register: Register, key: str, title: str) -> bool:
    """Say whether a grown-up's title stands before the surname of a child: then an unlisted relative may be meant."""
    return is_child(register.people[key]) and title not in ("miss", "master")


def _shared(register: Register, keys: Sequence[str]) -> str:
    if len(keys) == 1:
        return "the title does not fit the one person in the register with this name"
    return "fits several: " + ", ".join(register.people[key].pseudonym for key in keys)


def _flag(view: View, first: int, last: int, kind: str, keys: tuple[str, ...], reason: str) -> Span:
    return Span(view.words[first].start, view.words[last - 1].end, kind, keys, None, reason)


def _replaced(view: View, first: int, match: Match, person: Person, how: str) -> Span:
    """Return the span with its pseudonym; the possessive of the text is kept, and made whole where it was written otherwise."""
    start, end = view.words[first].start, view.words[match.last - 1].end
    pseudonym, text = person.pseudonym, view.text
    if person.kind != "person":
        start, pseudonym = _with_article(view, person, first)
    reason = how + (", with a slip" if match.slip else "")
    if match.ending:
        return Span(start, end, person.kind, (person.key,), pseudonym + "'s", reason)
    following = text[end : end + 3]
    if following[:1] in tuple(_APOSTROPHES) and following[1:2] == "S" and not following[2:3].isalpha():
        return Span(start, end + 2, person.kind, (person.key,), pseudonym + "'s", reason)
    quoted = start > 0 and text[start - 1] in _APOSTROPHES
    if following[:1] in tuple(_APOSTROPHES) and text[end - 1] in "sS" and following[1:2].isspace() and not quoted:
        return Span(start, end + 1, person.kind, (person.key,), pseudonym + "'s", reason)
    if (
        how in ("initials", "initial and surname")
        and following[:1] == "."
        and "." in text[start:end]
        and _goes_on(text, end)
    ):
        end += 1
    return Span(start, end, person.kind, (person.key,), pseudonym, reason)


def _with_article(view: View, person: Person, first: int) -> tuple[int, str]:
    """Return where the span of a body begins: with its article or its house number; and the pseudonym, with its capital."""
    start, pseudonym = view.words[first].start, person.pseudonym
    if person.kind in ("street", "place", "care_home"):
        start = number_before(view.text, start)
        if any(view.words[n].start >= start for n in range(max(0, first - 4), first) if n in view.taken):
            start = view.words[first].start
    before = first - 1
    if (
        before >= 0
        and view.words[before].text == "the"
        and view.words[first].before == " "
        and before not in view.taken
    ):
        start = view.words[before].start
        if person.kind in ("street", "place", "care_home"):
            start = number_before(view.text, start)
        elif view.words[before].capital:
            pseudonym = pseudonym[:1].upper() + pseudonym[1:]
    return start, pseudonym


def _goes_on(text: str, end: int) -> bool:
    """Say whether the full stop at `end` belongs to initials: the sentence goes on after it."""
    rest = text[end + 1 : end + 3].lstrip(" ")
    return rest[:1].islower() or rest[:1] in tuple(",;'’")
