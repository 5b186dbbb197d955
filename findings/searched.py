"""What the search for names found in a text, remembered from one page to the next: the same texts are read by many people.

The search is worked out of the register, the rule and the text alone, so what it found cannot go out of date: another register,
rule or text is another question. Questions are kept as checksums, so that no words of a case stay in memory for this.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from findings.anonymise import DateRule, Person, Span, find

# So many texts, those that were asked for last: some megabytes of each process.
MOST = 10_000
_known: OrderedDict[bytes, tuple[Span, ...]] = OrderedDict()
_turn = Lock()


class Search:
    """The search with one register under one rule: `Search(people, rule)(text)` gives the spans that `find` gives."""

    def __init__(self, people: tuple[Person, ...], rule: DateRule) -> None:
        self.people, self.rule = people, rule
        # A dataclass writes all of its fields.
        self.asked = hashlib.sha256(repr((people, rule)).encode())

    def __call__(self, text: str) -> tuple[Span, ...]:
        """What identifies somebody in `text`, sorted, not overlapping, by offsets into it."""
        asked = self.asked.copy()
        asked.update(text.encode(errors="surrogatepass"))
        key = asked.digest()
        with _turn:
            if key in _known:
                _known.move_to_end(key)
                return _known[key]
        found = tuple(find(self.people, text, dates=self.rule))
        with _turn:
            _known[key] = found
            if len(_known) > MOST:
                _known.popitem(last=False)
        return found
