"""A register made ready for searching: all forms of all names in one tree, and the slips of the keyboard around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from findings.anonymise.bodies import body_forms
from findings.anonymise.fold import Word, fold, words
from findings.anonymise.forms import Form, Tokens
from findings.anonymise.names import person_forms
from findings.anonymise.published import standing_alone, surname_follows
from findings.anonymise.shapes import Person
from findings.anonymise.slips import deletions, figures_before, hump, humped, one_slip
from findings.anonymise.words import frequent, lexicon, ordinary
from findings.anonymise.writing import joined, written_so

_RARE = 3.0  # a word that is seldomer is rather a name with an s behind it
_RARE_OF_SOMEBODY = 3.6  # "deans car", "franks safe"
_SHORTEST_SPELT = 4  # letters set apart that are fewer are initials
_SHORTEST_SLIP = 5  # a name with fewer letters is too close to too many words
_EXACT_ONLY = frozenset(
    {
        "other spelling",
        "nickname",
        "possible short form",
        "initials",
        "acronym",
        "possible acronym",
        "surname of a relative",
    }
)


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True)
class Match:
    """Words `first` to `last` (not included) read like some forms of some names."""

    first: int
    last: int
    forms: tuple[Form, ...]
    slip: bool = False
    ending: str = ""  # "s" or "es" that was taken off the last word: a plural or a lost apostrophe


class Register:
    """The people of one review, compiled once."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people: dict[str, Person] = {person.key: person for person in people}
        self.root = _Node()
        self.pseudonyms: dict[Tokens, str] = {}
        self._slips: dict[str, set[str]] = {}
        self._names: set[str] = set()
        self.vocabulary: set[str] = set()
        self.given: set[str] = set()
        self._spelt: set[str] = set()  # words that may be spelt out: no initials
        self._standing: re.Pattern[str] | None = None
        self._seen: dict[str, tuple[str, ...]] = {}
        self._begins: dict[str, bool] = {}
        for person in people:
            forms = person_forms(person) if person.kind == "person" else body_forms(person)
            for form in forms:
                self._add(form)
            pseudonym = tuple(word.text for word in words(person.pseudonym))
            if pseudonym:
                self.pseudonyms[pseudonym] = person.pseudonym
        for name in self._names:
            for shorter in deletions(name):
                self._slips.setdefault(shorter, set()).add(name)

    def _add(self, form: Form) -> None:
        node = self.root
        self.vocabulary.update(form.tokens)
        self._spelt.update(() if form.capitals else form.tokens)
        if form.how in ("given name", "nickname", "alias") and len(form.tokens) == 1:
            self.given.add(form.tokens[0])
        for token in form.tokens:
            node = node.children.setdefault(token, _Node())
        node.forms.append(form)
        spelt_otherwise = form.how == "whole name" and self.people[form.key].kind == "person"
        if form.how in _EXACT_ONLY or form.capitals or spelt_otherwise:
            return
        self._names.update(token for token in form.tokens if len(token) >= _SHORTEST_SLIP)

    def slips(self, token: str) -> tuple[str, ...]:
        """Return the words of names from which `token` differs by one slip of the keyboard."""
        if token not in self._seen:
            self._seen[token] = self._find_slips(token)
        return self._seen[token]

    def _find_slips(self, token: str, plain: bool = False) -> tuple[str, ...]:
        """Look for near names; an ordinary word counts as a slip only where `plain` allows it, after a given name."""
        if len(token) < _SHORTEST_SLIP - 1 or token in self._names or not token.isalnum():
            return ()
        if ordinary(token) and not plain:
            return ()
        near: set[str] = set(self._slips.get(token, ()))
        for shorter in deletions(token):
            near |= self._slips.get(shorter, set())
            if shorter in self._names:
                near.add(shorter)
        return tuple(sorted(name for name in near if one_slip(token, name)))

    def pseudonyms_in(self, text: str) -> list[tuple[int, int]]:
        """Return where pseudonyms stand in `text`, as they are written in the register."""
        if self._standing is None:
            sure = {name for tokens, name in self.pseudonyms.items() if not self._names_another(tokens, name)}
            written = sorted(sure, key=len, reverse=True)
            first = "".join(sorted({re.escape(pseudonym[0]) for pseudonym in written}))
            alternatives = "|".join(map(standing_alone, written))
            self._standing = re.compile(f"(?=[{first}])(?:{alternatives})" if written else r"(?!)")
        return [match.span() for match in self._standing.finditer(text) if not self._initial(text, match.end())]

    def _initial(self, text: str, end: int) -> bool:
        begun = self.root.children.get(fold(text[end - 1]))
        return begun is not None and surname_follows(text, end, begun.children)

    def _names_another(self, tokens: Tokens, pseudonym: str) -> bool:
        """Say whether a pseudonym is also the real name of somebody else, so that a person must say who is meant."""
        node: _Node | None = self.root
        for token in tokens:
            node = node.children.get(token) if node else None
        return node is not None and any(self.people[form.key].pseudonym != pseudonym for form in node.forms)

    def rejoined(self, text_words: Sequence[Word]) -> list[Word]:
        """Return the words with names made whole that a line's end cut ("Oka-\\nfor"), taken apart that were run together."""
        joined: list[Word] = []
        for word in self._spelt_out(text_words):
            before = joined[-1] if joined else None
            cut = word.before[:1] in ("-", "/") and before is not None
            if before is not None and cut and self._cut_in_two(before, word):
                joined[-1] = Word(before.text + word.text, before.start, word.end, before.raw + word.raw, before.before)
            elif (
                humped(word.raw) and len(word.text) > 4 and not (word.text in self.vocabulary or self.slips(word.text))
            ):
                joined += self._humps(word)
            else:
                joined.append(word)
        return joined

    def _spelt_out(self, text_words: Sequence[Word]) -> Iterator[Word]:
        """Yield the words; letters that spell a name of the register are one word: "A-M-A-R-A", "A M A R A"."""
        place = 0
        while place < len(text_words):
            last = place + 1
            if len(text_words[place].text) > 1:
                yield text_words[place]
                place = last
                continue
            while last < len(text_words) and len(text_words[last].text) == 1 == len(text_words[last - 1].text):
                if text_words[last].before not in ("-", " ", ".", ". ") or not text_words[last].raw.isalpha():
                    break
                last += 1
            first, whole = text_words[place], "".join(word.text for word in text_words[place:last])
            if last - place >= _SHORTEST_SPELT and (whole in self._spelt or self.slips(whole)):
                raw = "".join(word.raw for word in text_words[place:last])
                yield Word(whole, first.start, text_words[last - 1].end, raw, first.before)
            else:
                yield from text_words[place:last]
            place = last

    def _cut_in_two(self, before: Word, word: Word) -> bool:
        """Say whether two words are one: a name that a line's end cut, or a rank ("D/S")."""
        gap = word.before
        if gap[:1] == "-" and "\n" in gap:
            quoted = not gap.strip("- \n>|")  # a line of a message that is quoted begins with a sign
            return quoted and before.text + word.text in self.vocabulary
        return gap == "/" and before.text + word.text in lexicon("police_ranks")

    def _humps(self, word: Word) -> list[Word]:
        """Return the parts of a word with capitals inside ("JusticeForAmara") if one is a word of a name."""
        cuts = [0, *(n for n in range(1, len(word.raw)) if hump(word.raw[n - 1], word.raw[n])), len(word.raw)]
        parts = [word.raw[begin:end] for begin, end in pairwise(cuts)]
        parts = [piece for part in parts for piece in self._begun(part, word.raw)]
        cuts = [sum(map(len, parts[:n])) for n in range(len(parts) + 1)]
        folded = [fold(part) for part in parts]
        street = figures_before(parts) and any(
            part in self.root.children and len(part) > 3 for part in folded
        )  # "86Paradise"
        if not street and not any(part in self.vocabulary and len(part) > 3 and not ordinary(part) for part in folded):
            return [word]
        return [
            Word(text, word.start + begin, word.start + end, raw, "" if begin else word.before)
            for text, raw, (begin, end) in zip(folded, parts, pairwise(cuts), strict=True)
        ]

    def _begun(self, part: str, raw: str) -> list[str]:
        """Return a part of an account's name ("shazm14") as the name that it begins with and the letters after it."""
        text = fold(part)
        if not raw[-1:].isdigit() or len(text) != len(part) or text in self.vocabulary or not part.isalpha():
            return [part]
        for length in range(len(text) - 1, 3, -1):
            if text[:length] in self.given and not ordinary(text[:length]):
                return [part[:length], part[length:]]
        return [part]

    def matches_at(self, text_words: Sequence[Word], first: int) -> list[Match]:
        """Return what may begin with word `first`: the longest first, and of one length what is free of slips."""
        following = text_words[first + 1].text if first + 1 < len(text_words) else ""
        if not self._may_begin(text_words[first], following):
            return []
        found: list[tuple[int, bool, str, _Node]] = []
        stack: list[tuple[int, _Node, bool]] = [(first, self.root, False)]
        while stack:
            position, node, slip = stack.pop()
            if position >= len(text_words):
                continue
            word = text_words[position]
            if position > first and not joined(text_words[position - 1], word):
                continue
            for child, after in self._parted(text_words, position, node):
                found += [(after, slip, "", child)] if child.forms else []
                stack.append((after, child, slip))
            for token, slipped, ending in self._readings(word, node):
                child = node.children[token]
                if child.forms:
                    found.append((position + 1, slip or slipped, ending, child))
                if not ending:
                    stack.append((position + 1, child, slip or slipped))
        return _ordered(text_words, first, found) if found else []

    def _may_begin(self, word: Word, following: str) -> bool:
        """Say whether a name may begin with `word` in any of its readings: nearly all words of a text are none."""
        text, begins = word.text, self._begins.get(word.text)
        if begins is None:
            stems = {text, text.removesuffix("s"), text.removesuffix("es")} & self.root.children.keys()
            starts = (text[:cut] for cut in range(3, len(text) - 2)) if len(text) > _SHORTEST_SLIP else ()
            begins = bool(stems) or any(start in self.root.children for start in starts) or bool(self.slips(text))
            self._begins[text] = begins
        return begins or text + following in self.root.children

    def _parted(self, text_words: Sequence[Word], position: int, node: _Node) -> Iterator[tuple[_Node, int]]:
        """Yield where one goes on when a word of a name is written as two ("Silver Birch"), or two as one ("Bramblewood")."""
        word = text_words[position]
        after = text_words[position + 1] if position + 1 < len(text_words) else None
        if after is not None and after.before in (" ", "-") and len(word.text) > 1 and len(after.text) > 1:
            child = node.children.get(word.text + after.text)
            particle = node is not self.root and word.text in lexicon("particles")
            if child is not None and (particle or (word.capital and (after.capital or after.before == "-"))):
                yield child, position + 2
        if word.text in node.children or len(word.text) < _SHORTEST_SLIP + 1:
            return
        for cut in range(3, len(word.text) - 2):
            first = node.children.get(word.text[:cut])
            second = first.children.get(word.text[cut:]) if first else None
            if second is not None:
                yield second, position + 1

    def _readings(self, word: Word, node: _Node) -> list[tuple[str, bool, str]]:
        """Return how `word` may be read at `node`: as it is, without an s at its end, or with a slip put right."""
        if word.text in node.children:
            return [(word.text, False, "")]
        found = []
        for ending in ("es", "s"):
            stem = word.text.removesuffix(ending)
            of_somebody = stem in self.given and stem not in lexicon("often_words")
            rare = not ordinary(word.text) or not frequent(word.text, _RARE_OF_SOMEBODY if of_somebody else _RARE)
            if (stem != word.text and len(stem) > 2 and stem in node.children and rare) or (
                stem != word.text
                and stem in node.children
                and word.capital
                and (len(stem) > 2 or not frequent(word.text))
            ):
                found.append((stem, False, ending))
        if found:
            return found
        near = self.slips(word.text)
        if not near and node is not self.root and word.capital:
            near = self._find_slips(word.text, plain=True)
        return [(name, True, "") for name in near if name in node.children]


def _ordered(text_words: Sequence[Word], first: int, found: list[tuple[int, bool, str, _Node]]) -> list[Match]:
    """Return the matches whose forms allow the way the words are written, the best first."""
    matches = []
    for last, slip in sorted({(last, slip) for last, slip, _, _ in found}, key=lambda each: (-each[0], each[1])):
        at = [each for each in found if each[:2] == (last, slip)]
        forms = tuple(
            form
            for _, _, ending, node in at
            for form in node.forms
            if not (slip and form.how in _EXACT_ONLY)
            and written_so(text_words, first, last, form, slip or bool(ending))
        )
        if forms:
            matches.append(Match(first, last, forms, slip, at[0][2]))
    return matches
