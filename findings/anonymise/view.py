"""A text as a row of words, with what has been found out about each of them so far."""

from __future__ import annotations

from collections.abc import Sequence

from findings.anonymise.fold import Word
from findings.anonymise.words import given_name, lexicon

_ENDS = frozenset('.!?:;•|\t·▪●◦■–—\u2026*>"“”{}()/')


class View:
    """The words of a text with what has been found out about them."""

    def __init__(self, text: str, text_words: Sequence[Word]) -> None:
        self.text = text
        self.words = text_words
        self.names: set[int] = set()  # words that are, or stand for, somebody: matches and pseudonyms
        self.taken: set[int] = set()  # words of pseudonyms, labels and patterns: nothing is looked for in them
        self.given: frozenset[str] = frozenset()  # given names of the register, and what its people are called
        self.listed: frozenset[str] = frozenset()  # all words of the register's names
        self.phrases: set[int] = set()  # words of set phrases and of the names of bodies that everybody knows
        self._first: dict[int, bool] = {}

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the one before it."""
        if index >= len(self.words):
            return self.text[self.words[-1].end :] if self.words else self.text
        return self.text[self.words[index - 1].end if index else 0 : self.words[index].start]

    def opens_sentence(self, index: int) -> bool:
        """Say whether word `index` is the first of its sentence, so that its capital says nothing."""
        if index not in self._first:
            self._first[index] = self._opens(index)
        return self._first[index]

    def _opens(self, index: int) -> bool:
        if index == 0:
            return True
        gap, before = self.gap(index), self.words[index - 1]
        if before.text.isdigit() and self._numbers(index - 1):
            return True
        if before.text in ("q", "a") and gap.startswith(".") and self._begins_line(index - 1):
            return True  # question and answer of an interview
        if gap.startswith("/") and before.text in ("w", "c", "o"):
            return False
        if (
            gap.strip() == "."
            and "\n" not in gap
            and index - 1 not in self.taken
            and (
                (before.text in lexicon("abbreviations_with_stop") and (before.text != "no" or self._figure(index)))
                or (len(before.text) == 1 and before.capital and index - 1 not in self.names)
            )
        ):
            return False
        return any(sign in _ENDS for sign in gap) or " - " in gap or "\n" in gap

    def _figure(self, index: int) -> bool:
        return self.words[index].text[:1].isdigit()

    def _begins_line(self, index: int) -> bool:
        return index == 0 or "\n" in self.gap(index)

    def _numbers(self, index: int) -> bool:
        """Say whether word `index` ends the number of a paragraph ("4.11") that stands at the beginning of its line."""
        while not self._begins_line(index) and self.words[index].before == "." and self.words[index - 1].text.isdigit():
            index -= 1
        return self._begins_line(index)

    def careless(self, index: int) -> bool:
        """Say whether the sentence around word `index` does without capitals, so that a small letter says nothing."""
        here = index
        while index and not self.opens_sentence(index):
            index -= 1
        while index < here and not self.words[index].raw[0].isalpha():
            index += 1
        return self.words[index].raw.islower()

    def may_be_wrapped(self, index: int) -> bool:
        """Say whether word `index` begins a line although the sentence of the line before may go on."""
        if index == 0 or not self.words[index - 1].raw.islower():
            return False
        gap = self.gap(index)
        return gap.count("\n") == 1 and not gap.strip(" \n,")

    def before(self, index: int) -> Word | None:
        """Return the word before `index` in the same sentence."""
        return None if self.opens_sentence(index) else self.words[index - 1]

    def after(self, index: int) -> Word | None:
        """Return the word after `index` when nothing but a space stands between and it is not part of a number or date."""
        ahead = index + 1
        if ahead >= len(self.words) or self.words[ahead].before.strip(" \n"):
            return None
        gap = self.gap(ahead)
        if "\n" in gap and (gap.count("\n") > 1 or self.opens_sentence(index) or self.words[ahead].capital):
            return None  # a word at the end of its line, as under a letter
        return None if ahead in self.taken and ahead not in self.names else self.words[ahead]

    def given_name(self, text: str) -> bool:
        """Say whether `text` is a given name, of the register or known without one."""
        return text in self.given or given_name(text)

    def possessive(self, index: int) -> bool:
        """Say whether word `index` bears 's."""
        return index + 1 < len(self.words) and self.words[index + 1].text == "s" and self.words[index + 1].before == "'"

    def capital_run(self, index: int) -> bool:
        """Say whether the words beside `index` are in capitals too, so that capitals mean nothing."""
        beside = [
            n
            for n in (index - 1, index + 1)
            if 0 <= n < len(self.words) and not set("\n:|") & set(self.gap(max(n, index)))
        ]
        beside = [n for n in beside if not self.words[n].raw.isdigit()]
        return bool(beside) and all(self.words[n].raw.upper() == self.words[n].raw for n in beside)
