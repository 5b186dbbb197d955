"""A text as words in sentences and paragraphs, and of whom each of them speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from findings.anonymise.fold import Word, words
from findings.anonymise.jigsaw.cast import Who, cast_of, told_sex
from findings.anonymise.shapes import Person
from findings.anonymise.words import detail_words

_END = re.compile(r"[.!?\u2026][\"'”’)\]]*\s")
_BREAK = re.compile(r"\n\s*\n|\n\s*[-•*#]")
_STOPS = frozenset({"mr", "mrs", "ms", "dr", "st", "prof", "rev", "no", "e", "i", "eg", "ie", "approx", "inc"})
_BARE = frozenset(
    {"mother", "father", "mum", "dad", "mam", "grandmother", "grandfather", "nan", "grandad"}
)  # as records write
_REFERRING = frozenset({"the", "this", "that", "my", "our", "his", "her", "their", "s"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody; `pronoun` where they are "she" or "his"."""

    first: int
    last: int
    who: Who
    pronoun: str = ""


class Reading:
    """The words of one text, the sentence and the paragraph that each belongs to, and who is spoken of where."""

    def __init__(self, text: str, people: tuple[Person, ...]) -> None:
        self.text = text
        self.words: list[Word] = words(text)
        self.sentence, self.paragraph = self._divided()
        self.cast = cast_of(people)
        self.mentions: list[Mention] = _with_pronouns(self, _named(self))
        self._firsts = [mention.first for mention in self.mentions]

    def _divided(self) -> tuple[list[int], list[int]]:
        sentence, paragraph, here, part = [], [], 0, 0
        for index, word in enumerate(self.words):
            gap = word.before
            if index and ("\n" in gap and _BREAK.search(self.text[self.words[index - 1].end : word.start])):
                here, part = here + 1, part + 1
            elif (
                index and _END.search(gap + " ") and self.words[index - 1].text not in _STOPS and not word.raw.islower()
            ):
                here += 1
            sentence.append(here)
            paragraph.append(part)
        return sentence, paragraph

    def named_places(self) -> Iterator[tuple[int, int]]:
        """Yield where the published names of schools, streets and the like stand, as offsets."""
        firsts = {parts[0] for parts in self.cast.places if parts}
        for index, word in enumerate(self.words):
            for parts in self.cast.places if word.text in firsts else ():
                written = self.words[index : index + len(parts)]
                if parts and word.capital and tuple(each.text for each in written) == parts:
                    yield word.start, written[-1].end

    def before(self, index: int, count: int) -> list[str]:
        """Return up to `count` words before `index` in the same sentence, the nearest last."""
        first = index
        while first and index - first < count and self.sentence[first - 1] == self.sentence[index]:
            first -= 1
        return [word.text for word in self.words[first:index]]

    def after(self, index: int, count: int = 1) -> list[str]:
        """Return up to `count` words from `index` on in the sentence of the word before it."""
        found = []
        for word, sentence in zip(self.words[index : index + count], self.sentence[index : index + count], strict=True):
            if index and sentence != self.sentence[index - 1]:
                break
            found.append(word.text)
        return found

    def mentions_before(self, index: int, of: int | None = None) -> list[Mention]:
        """Return the mentions that begin before word `index`, the nearest first, in the paragraph of word `of` (else its own)."""
        here = self.paragraph[min(index, len(self.words) - 1) if of is None else of]
        found = []
        for place in range(bisect_left(self._firsts, index) - 1, -1, -1):
            if self.paragraph[self.mentions[place].first] != here:
                break
            found.append(self.mentions[place])
        return found

    def mentioned_after(self, index: int, sentence: int) -> Mention | None:
        """Return the first mention of somebody who is no professional from word `index` on in the sentence."""
        for place in range(bisect_left(self._firsts, index), len(self.mentions)):
            mention = self.mentions[place]
            if self.sentence[mention.first] != sentence:
                return None
            if not mention.who.professional:
                return mention
        return None

    def who(self, first: int, last: int, *, carried: bool) -> Who | None:
        """Return of whom words `first` to `last` speak: the nearest before them in the sentence, else the first after them.

        `carried`: else the last of whom the paragraph spoke. A professional only where the sentence has nobody else.
        """
        earlier = [each for each in self.mentions_before(last, first) if each.last <= first or each.first >= first]
        here = [each for each in earlier if self.sentence[each.first] == self.sentence[first]]
        for mention in here:
            if not mention.who.professional:
                return mention.who
        if (ahead := self.mentioned_after(last, self.sentence[first])) is not None:
            return ahead.who
        if here or not carried:
            return here[0].who if here else None
        return next((each.who for each in earlier if not each.who.professional), None) or self._in_paragraph(
            last, first
        )

    def _in_paragraph(self, index: int, of: int) -> Who | None:
        """Return the first of the family of whom the paragraph of word `of` speaks from word `index` on."""
        for place in range(bisect_left(self._firsts, index), len(self.mentions)):
            mention = self.mentions[place]
            if self.paragraph[mention.first] != self.paragraph[of]:
                return None
            if not mention.who.professional:
                return mention.who
        return None

    def at(self, place: int) -> int:
        """Return the number of the word that stands at or after `place` in the text."""
        return bisect_left(self.words, place + 1, key=lambda word: word.end)


def _named(reading: Reading) -> list[Mention]:
    """Return the words that name somebody: pseudonyms, "Child A" and its like, kin, "the child", professionals."""
    found: list[Mention] = []
    index = 0
    while index < len(reading.words):
        mention = _pseudonym(reading, index) or _shape(reading, index) or _noun(reading, index)
        if mention is not None:
            found.append(mention)
            index = mention.last
        else:
            index += 1
    return found


def _pseudonym(reading: Reading, index: int) -> Mention | None:
    for parts, who in reading.cast.phrases.get(reading.words[index].text, ()):
        last = index + len(parts)
        written = reading.words[index:last]
        if [word.text for word in written] == list(parts) and written[0].capital:
            return Mention(index, last, who)
    return None


def _shape(reading: Reading, index: int) -> Mention | None:
    """Return "Child A", "Young Person 2" or "Ms D", which the register may not have."""
    for length in (1, 2):
        last = index + length
        if last >= len(reading.words) or not reading.words[index].capital:
            return None
        kind = "_".join(word.text for word in reading.words[index:last])
        mark = reading.words[last]
        short = (len(mark.raw) == 1 and mark.raw.isupper()) or (mark.raw.isdigit() and len(mark.raw) <= 2)
        if kind in detail_words("anchor_shapes") and short and mark.before.strip() == "":
            told = told_sex(set(kind.split("_")))
            return Mention(index, last + 1, Who(f"{kind} {mark.text}".replace("_", " "), told, bool(told)))
    return None


def _noun(reading: Reading, index: int) -> Mention | None:
    word = reading.words[index]
    if word.text in detail_words("professional_nouns"):
        mark = reading.words[index + 1].text if index + 1 < len(reading.words) else ""
        number = mark if mark.isdigit() and len(mark) <= 2 else ""
        return Mention(index, index + 1, Who(f"professional {word.text} {number}".strip(), professional=True))
    led = index > 0 and reading.words[index - 1].text in _REFERRING
    bare = word.text in _BARE and (
        index == 0 or reading.words[index - 1].text not in ("a", "no", "any", "each", "every")
    )
    if word.text in detail_words("kin_anchors") and (word.capital or led or bare):
        told = told_sex({word.text})
        known = reading.cast.kin.get(word.text)
        return Mention(index, index + 1, known or Who(word.text, told, bool(told)))
    if not led and not (word.capital and word.text in ("baby", "child")):
        return None
    if word.text in detail_words("subject_nouns"):
        return Mention(index, index + 1, reading.cast.subject or Who("child"))
    return Mention(index, index + 1, Who("family")) if word.text in detail_words("family_nouns") else None


def _with_pronouns(reading: Reading, named: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with "she", "his" and "their" among them, each as the person whom it most likely means."""
    found: list[Mention] = []
    ahead = list(reversed(named))
    told: dict[str, str] = {}  # what a pronoun told of somebody whose sex was not known
    family_speaks = _family_speaks(reading)
    for index, word in enumerate(reading.words):
        while ahead and ahead[-1].first <= index:
            found.append(ahead.pop())
        sex = _sex_of(word.text)
        if family_speaks and word.text in ("we", "us", "our", "ours"):
            found.append(Mention(index, index + 1, Who("family"), "-"))
        if not sex and word.text not in ("they", "their", "them"):
            continue
        meant = _meant(reading, found, index, sex, told)
        if meant is not None:
            if sex and not meant.sex and (not meant.professional or meant.key[-1:].isdigit()):
                told[meant.key] = sex
            found.append(Mention(index, index + 1, replace(meant, sex=meant.sex or sex), sex or "-"))
    return found


def _sex_of(word: str) -> str:
    if word in detail_words("women_words"):
        return "F"
    return "M" if word in detail_words("men_words") else ""


def _family_speaks(reading: Reading) -> bool:
    """Say whether the text is a family's own words: "my son", "our daughter"."""
    kin = detail_words("kin_anchors") | detail_words("subject_nouns")
    return any(one.text in ("my", "our") and other.text in kin for one, other in pairwise(reading.words))


def _meant(reading: Reading, found: Sequence[Mention], index: int, sex: str, told: dict[str, str]) -> Who | None:
    """Return whom the pronoun at `index` means: of those before it in the nearest sentence with any, family first.

    Where its paragraph has nobody, it goes on about the last of the family who was named before.
    """
    sentence = -1
    open_to: list[Who] = []
    for mention in reversed(found):
        if open_to and reading.sentence[mention.first] != sentence:
            break
        who = mention.who
        if reading.paragraph[mention.first] != reading.paragraph[index] and (who.professional or mention.pronoun):
            continue
        sentence = reading.sentence[mention.first]
        if who.key != "family" and (not sex or (who.sex or told.get(who.key, "")) in ("", sex)):
            open_to.append(who)
    family = [who for who in open_to if not who.professional]
    sure = [who for who in family if sex and who.sex == sex]
    return next(iter(sure or family or open_to), None)
