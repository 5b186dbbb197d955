"""Whether words that read like a listed name are meant as one: by how they are written and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from findings.anonymise.context import Verdict, word_or_name
from findings.anonymise.fold import Word
from findings.anonymise.forms import Form
from findings.anonymise.register import Match, Register
from findings.anonymise.titles import titles
from findings.anonymise.view import View
from findings.anonymise.words import frequent, lexicon, lexicons, ordinary

_SENT_AT = re.compile(r",? [\[(]?\d{1,2}[:.]\d\d(?: ?[ap]m)?[\])]?:", re.I)
_RARE = 3.0  # of a place in small letters, the word that nobody writes for anything else


def verdict_on(register: Register, view: View, match: Match, forms: Sequence[Form], title_at: int | None) -> Verdict:
    """Say whether the words are a name, a word, or unclear."""
    if match.slip:
        return "name"
    if match.last - match.first == 1 and _of_everybody(view, match.first, forms):
        return "word"
    written = [view.words[n] for n in range(match.first, match.last)]
    if forms[0].how in ("initials", "acronym", "initial and surname") and forms[0].capitals:
        return _initials(register, view, match, forms)
    if any(not ordinary(word.text) for word in written if len(word.text) > 1):
        country = len(written) == 1 and title_at is None and written[0].text in lexicon("known_names")
        return "unclear" if country else "name"  # or a people or a faith: "Islam"
    if title_at is not None:
        return "name" if written[0].capital else "unclear"
    if len(written) == 1 or register.people[forms[0].key].kind != "person":
        return _plain_words(register, view, match, forms)
    capitals = [word.capital for word in written if len(word.text) > 1 and word.text not in lexicon("small_words")]
    if not any(capitals) and written[0].text == "the":
        return "word"
    if all(capitals):
        return _several_words(view, match, forms)
    return "unclear" if not any(capitals) else "word"


def _of_everybody(view: View, index: int, forms: Sequence[Form]) -> bool:
    """Say whether a single word belongs to a set phrase, or is an abbreviation that only sounds like a short form."""
    word = view.words[index]
    if word.text == "dob" and forms[0].capitals:
        return True
    if index in view.phrases and ordinary(word.text):
        return True
    return word.upper and word.text in lexicon("bodies") and all(form.how == "possible short form" for form in forms)


def _plain_words(register: Register, view: View, match: Match, forms: Sequence[Form]) -> Verdict:
    """Judge a single ordinary word, or the name of a body that is made of ordinary words."""
    if register.people[forms[0].key].kind == "person":
        if match.ending:
            return "unclear" if view.words[match.first].capital or view.careless(match.first) else "word"
        if _called_after_somebody(register, view, match, forms):
            return "unclear"
        return "name" if _speaker(view, match.first) else word_or_name(view, match.first)
    written = [view.words[n] for n in range(match.first, match.last) if len(view.words[n].text) > 1]
    strong = [word for word in written if word.text not in lexicon("generic") or word.text in ("road", "street")]
    before = view.words[match.first - 1] if match.first and view.words[match.first].before == " " else None
    if register.people[forms[0].key].kind == "place" and before is not None and before.text in lexicon("before_place"):
        return "name" if written[0].capital else "word"
    capital = any(word.capital for word in strong or written[written[0].text == "the" :])
    if forms[0].how == "whole name" and len(written) > 1:
        return "name" if capital else "unclear"
    if not capital:
        return "unclear" if _place_in_a_message(view, match, before) else "word"
    if before is not None and before.text == "the" and register.people[forms[0].key].name[:4].lower() == "the ":
        return "name"
    return "unclear" if len(written) == 1 or not all(word.capital for word in strong) else "name"


def _speaker(view: View, index: int) -> bool:
    """Say whether the word begins the line of a message, before the time at which it was sent: "Will 15:10: Hi"."""
    begins = view.words[index].capital and (index == 0 or "\n" in view.gap(index))
    return begins and _SENT_AT.match(view.text, view.words[index].end) is not None


def _called_after_somebody(register: Register, view: View, match: Match, forms: Sequence[Form]) -> bool:
    """Say whether "the Glen" may be the unit that is known by a word that is a person's name too."""
    before = view.before(match.first)
    body = any(register.people[form.key].kind != "person" for form in forms)
    return body and before is not None and before.text == "the" and view.words[match.first].capital


def _place_in_a_message(view: View, match: Match, before: Word | None) -> bool:
    """Say whether a message without capitals speaks of a place or a body: "at quarry lane", "outside jubilee"."""
    if before is None or view.opens_sentence(match.first):
        after = view.after(match.last - 1)
        said = after is not None and (
            after.text in lexicons("person_verbs", "be_have", "message_verbs") or after.text[:1].isdigit()
        )
        return (match.last - match.first > 1 or said) and view.careless(match.first)
    led = before.text
    if led == "the" and not view.opens_sentence(match.first - 1):
        led = view.words[match.first - 2].text
    if led not in lexicons("led_to_places", "greetings") | {"or", "and", "want", "wants"}:
        return False
    rare = match.last - match.first > 1 and not frequent(view.words[match.last - 1].text, _RARE)
    return view.careless(match.first) or rare


def _several_words(view: View, match: Match, forms: Sequence[Form]) -> Verdict:
    """Judge a whole name of which every part is an ordinary word, all with a capital ("Will Young")."""
    after = view.after(match.last - 1)
    if forms[0].comma_at and "," not in view.words[match.first + forms[0].comma_at].before:
        return "name" if view.words[match.first].upper else "unclear"
    if (
        after is not None
        and after.capital
        and match.last not in view.names
        and after.before == " "
        and after.text in lexicon("generic")
    ):
        return "unclear"
    modal = view.opens_sentence(match.first) and view.words[match.first].text in ("will", "may", "mark")
    if modal and after is not None and not after.capital and after.text not in lexicons("person_verbs", "be_have"):
        return "unclear"
    return "name"


def _signs(view: View, index: int) -> bool:
    """Say whether what is written like a title stands between the day of an entry and its words: "11/04/2022 MR  Call from"."""
    if index + 1 >= len(view.words):
        return False
    after = view.words[index + 1]
    plain = ordinary(after.text) and not after.upper and index + 1 not in view.names and after.text not in view.listed
    apart = view.gap(index + 1)[:2] == "  "
    return index > 0 and index - 1 in view.taken and view.words[index].upper and (plain or apart)


def _initials(register: Register, view: View, match: Match, forms: Sequence[Form]) -> Verdict:
    """Judge initials: they may be an abbreviation that everybody uses, or an article before a surname."""
    written = [view.words[n] for n in range(match.first, match.last)]
    before = view.before(match.first)
    if forms[0].how == "initial and surname":
        dotted = len(written) > 1 and "." in written[1].before
        article = written[0].text == "a" and ordinary(written[-1].text) and not dotted
        opens = article and view.opens_sentence(match.first) and not written[-1].capital  # "A rose is drawn"
        return "word" if opens else "unclear" if article else "name"
    dotted = any("." in word.before for word in written[1:])
    if dotted and before is None and [word.text for word in written] == ["p", "s"]:
        return "unclear"  # a postscript
    joined = len(written) == 1
    if not joined and match.ending and written[-1].raw[:-1].isupper():
        return "unclear"  # "the D-Ks"
    common = written[0].text in lexicon("bodies") | titles() or frequent(written[0].text)
    if forms[0].how == "acronym" and joined and not common:
        return "name"
    if before is not None and before.text in lexicon("determiners") and not dotted:
        return "word" if not joined or written[0].text in lexicon("bodies") else "unclear"
    if not joined and not dotted:
        return "name" if all(word.before == " " for word in written[1:]) and len(written) > 1 else "unclear"
    word = written[0]
    after = view.after(match.first)
    if joined and common:
        ahead = view.words[match.last] if match.last < len(view.words) else None
        if (
            ahead is not None
            and word.text in lexicon("bodies")
            and view.gap(match.last) in (" ", "-", ": ", "/")
            and (match.last in view.taken or ahead.text[:1].isdigit())
        ):
            return "word"
        titled = word.text in titles() and after is not None and after.capital
        counted = before is not None and before.text[:1].isdigit() and before.before not in (".", ":")
        counted = counted and match.first - 1 not in view.taken  # "09/11/2021 ML" is signed, not measured
        if (view.capital_run(match.first) or titled or counted) and not _signs(view, match.first):
            return "word"
        return "unclear"
    return "name"
