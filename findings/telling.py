"""Who told whom, as entries say it: a word of telling and a mention of another agency in one sentence.

What is found is a suggestion for a person to check. "Told by CSC" and "call from police" are told the other way round;
"not shared with CSC" and "no referral made to MASH" are not telling; "advised mum to see the GP" tells the GP nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from findings.agency_words import IN_NAME, KIND_WORDS, NOT_BEFORE

# Words of telling: label → pattern. Each label is shown to the reader beside the entry.
TELLING = {
    "told": r"told|tells|telling",
    "rang": r"rang|rung|rings|ringing|phoned|telephoned|phone call|telephone call|t/c|calls? (?:to|from|with|by|received)|called(?! (?:at|in|round|for)\b)|voicemail|left (?:a )?message|message (?:left )?for",
    "informed": r"inform(?:ed|s|ing)?(?! consent)|made aware",
    "notified": r"notif(?:y|ied|ies|ication|ications)|alerted",
    "referred": r"(?:re-?)?refer(?:red|ral|rals|s|ring)?|MARFs?|PPNs?|concern form",
    "e-mail": r"e-?mail(?:ed|s|ing)?",
    "letter": r"letters?|wrote|written to|fax(?:ed)?",
    "shared": r"shar(?:ed|es|e|ing)(?! (?:(?:a|the|his|her|their|my) )?(?:bed|room|bath|house|home|kitchen|care|flat|accommodation|tenancy|toys?|crisps))",
    "strategy": r"strat(?:egy)? (?:meeting|discussion|call|mtg|disc)s?",
    "copied": r"cop(?:ied|y to|ies to|y sent|ies sent)|cc['’]?d|copy",
    "passed to": r"pass(?:ed|es|ing)?(?: (?:it|this|on|details|information|info|concerns?|message|notes?)){0,2} (?:to|on)|forwarded|sent to|(?:report|result|form|notes|chart|summary)s? (?:returned |sent )?to|task to|hand(?:ed )?over(?:s| to)?",
    "spoke with": r"sp(?:oke|eaks?) (?:to|with)|discuss(?:ed|ion|ions) with|liais(?:ed|e|es|on|ing)(?: with)?|contacted|raised with",
    "reported": r"report(?:ed|s|ing)? to|escalat(?:ed|es|ion)|disclosed to|flagged (?:to|with)",
}  # fmt: skip
TELLS = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<t{place}>{each})" for place, each in enumerate(TELLING.values())) + r")(?!\w)",
    re.IGNORECASE,
)
LABELS = tuple(TELLING)

# Before a word of telling: it was not done.
UNDONE = re.compile(
    r"(?:\b(?:not|never|without|nobody|no one|failed to|omitted to|forgot to|unable to|nothing|neither|nor)|n['’]t)"
    r"(?: (?!(?:and|but|so|who|then|because)\b)[\w'’-]+){0,3} $"
    r"|\bno (?:(?:re-?|further|formal|written|onward|new|such|recorded) ?)?$"
    r"|\bno (?:record|evidence|note|indication|trace|sign) (?:that|of)(?: [\w'’-]+){0,5} $",
    re.IGNORECASE,
)
# After one: "referral not made", "letter was never sent", "told no one", "e-mail returned undelivered".
UNMADE = re.compile(
    r"^(?: (?!(?:and|but)\b)[\w'’-]+){0,3} (?:was |were |is |had )?(?:not|never) (?:been )?(?:made|sent|done|completed|shared|received|read|passed|followed)"
    r"|^ (?:no one|nobody|none)\b|^[^.;]{0,60}\b(?:undelivered|bounced)\b",
    re.IGNORECASE,
)
# Straight before a mention: the other agency is the one who told.
FROM = re.compile(
    r"\b(?:from|by)(?: (?:the|a|an|our|their|her|his|duty|allocated|local|named|on-call|paediatric|community|family))* $",
    re.I,
)
# Straight after one: "HV rang", "SW Hannah Quill e-mailed us", "police told us"; a bare "HV told" is how notes say "told the HV".
SAYS = re.compile(
    r"^(?:['’]s)?(?: (?:[A-Z][\w'’-]+|\([^)]{1,40}\)|has|have|had|then|also|again|liaison|officer|control|team|duty|clerk|nurse|doctor|manager|worker|staff|desk)){0,4} "
    r"(?:rang|phoned|telephoned|wrote|asks?|asked|reports?|reported|says?|said|states?|stated|requests?|requested|shares?|sends?|want(?:s|ed)"
    r"|(?:told|tells?|informed|informs|notified|notifies|e-?mail(?:ed|s)|contacted|alerted|called|copied) (?:us|me|this|our))(?!\w)"
    r"|^(?:['’]s)? (?:closing |discharge |clinic |duty )?(?:letters?|reports?|notifications?|notices?|PPNs?|e-?mails?|calls?|messages?)(?!\w)(?! (?:to|sent|made|written)\b)"
)
# Somebody is told to go there: the agency itself is told nothing.
ADVISED = re.compile(
    r"\b(?:told|advised|asked|encouraged|reminded|says?|said)\b[^.;]*\bto (?:\w+ ){0,2}?(?:see|contact|ring|call|phone|attend|visit|speak (?:to|with)|"
    r"register with|go (?:back )?to|take \w+ to|book (?:in )?with|return to|bring \w+ to|dial) (?:(?:the|her|his|own|their|a|an|your) )*$",
    re.IGNORECASE,
)
TOKEN = re.compile(r"\w+(?:&\w+)?")
SENTENCES = re.compile(r"[^.!?;\n]+(?:\.(?=\w)[^.!?;\n]*)*")


@dataclass(frozen=True, slots=True)
class Party:
    """An agency as the search needs it: its key, its kind, its name and short name."""

    key: int
    kind: str
    name: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One suggestion: `by` told `to` (keys of agencies), found by `word`; `done` is False where the entry says it was not."""

    by: int
    to: int
    word: str
    done: bool = True


@dataclass(slots=True)
class Words:
    """What is looked for when one agency writes: the other agencies' names, and the words of their kinds."""

    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    kinds: dict[str, tuple[int, ...]] = field(default_factory=dict)
    telltales: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None


class Reader:
    """Reads entries of the agencies of one review. Made once for all entries; knows no database."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties = tuple(parties)
        self._by_key = {party.key: party for party in self.parties}
        self._made: dict[int, Words] = {}

    def words(self, writer: int) -> Words | None:
        """The words of an agency by its key, None for one that takes no part. Made when its first entry is read: a
        page of a few entries does not wait for the words of every agency."""
        if writer not in self._made and writer in self._by_key:
            self._made[writer] = self._words(self._by_key[writer])
        return self._made.get(writer)

    def _words(self, writer: Party) -> Words:
        """The words by which `writer` speaks of the others. A word that fits the writer too means the writer."""
        found = Words()
        generic = {word.casefold() for words in KIND_WORDS.values() for word in words}
        for party in self.parties:
            for name in {plain(party.name).casefold(), plain(party.short_name).casefold()} - {""} - generic:
                if party is not writer:
                    found.names[name] = (*found.names.get(name, ()), party.key)
        for word in dict.fromkeys(word for party in self.parties for word in KIND_WORDS.get(party.kind, ())):
            fitting = self._fitting(word)
            if writer.key not in fitting:
                found.kinds[word if word.isupper() else word.casefold()] = fitting
        spoken = sorted([*found.names, *found.kinds], key=len, reverse=True)
        if spoken:
            found.telltales = frozenset(each for word in spoken for each in forms_of(word))
            every = "|".join(written(word, own=word in found.names) for word in spoken)
            found.pattern = re.compile(rf"(?<![\w-])(?:{every})")
        return found

    def _fitting(self, word: str) -> tuple[int, ...]:
        """The agencies that a word of a kind may mean: all of the kind, or those whose name says so."""
        fitting = [party for party in self.parties if word in KIND_WORDS.get(party.kind, ())]
        pieces = IN_NAME.get(word.casefold(), ())
        named = [party for party in fitting if any(piece in plain(party.name).casefold() for piece in pieces)]
        return tuple(party.key for party in named or fitting)

    def told(self, writer: int, text: str) -> frozenset[Told]:
        """What an entry of agency `writer` says was told by whom to whom; empty for most entries."""
        words = self.words(writer)
        if words is None or words.telltales.isdisjoint(tokens(text)):
            return frozenset()
        said = SENTENCES.findall(plain(text))
        near = (sentence for sentence in said if not words.telltales.isdisjoint(tokens(sentence)))
        return frozenset(each for sentence in near for each in self._in(sentence, writer, words))

    def _in(self, sentence: str, writer: int, words: Words) -> Iterator[Told]:
        """The suggestions of one sentence."""
        tells = list(TELLS.finditer(sentence))
        for key, place in mentioned(sentence, words).items() if tells else ():
            before, after = sentence[: place.start()], sentence[place.end() :]
            apart = [found for found in tells if is_apart(found, place)]
            if not apart or ADVISED.search(before):
                continue
            nearest = min(
                apart, key=lambda found: min(abs(found.start() - place.end()), abs(place.start() - found.end()))
            )
            undone = UNDONE.search(sentence[: nearest.start()]) or UNMADE.search(sentence[nearest.end() :])
            word = LABELS[int(str(nearest.lastgroup)[1:])]
            back = not undone and (FROM.search(before) or SAYS.search(after))
            yield Told(key, writer, word) if back else Told(writer, key, word, done=not undone)


def is_apart(tell: re.Match[str], place: re.Match[str]) -> bool:
    """Whether a word of telling stands outside the mention. "Police called" says that somebody called them: "called" counts
    straight before a mention only."""
    if tell[0].casefold() == "called":
        return 0 <= place.start() - tell.end() <= 14
    return tell.end() <= place.start() or tell.start() >= place.end()


def mentioned(sentence: str, words: Words) -> dict[int, re.Match[str]]:
    """Agency → its first mention in a sentence. Names come first; a word that fits several agencies counts for each of
    them, unless one of them is spoken of in this sentence by name or by a word of its own."""
    found: dict[int, re.Match[str]] = {}
    several: list[tuple[tuple[int, ...], re.Match[str]]] = []
    for match in words.pattern.finditer(sentence) if words.pattern else ():
        keys = words.names.get(match[0].casefold()) or meant(match[0], words)
        if len(keys) == 1:
            found.setdefault(keys[0], match)
        else:
            several.append((keys, match))
    clear = set(found)
    for keys, match in several:
        for key in keys if not clear & set(keys) else ():
            found.setdefault(key, match)
    return found


def meant(said: str, words: Words) -> tuple[int, ...]:
    """The agencies that a word as it stands in the text may mean, its plural taken off."""
    keys = words.kinds.get(said) or words.kinds.get(said.casefold())
    return keys or (meant(said[:-1], words) if said[-1:] in {"s", "S"} else ())


def written(word: str, *, own: bool = False) -> str:
    """The pattern of one word: capitals as they are, anything else in any case; plural allowed, and what may not follow."""
    said = re.escape(word)
    said = said if word.isupper() else f"(?i:{said})"
    follow = NOT_BEFORE.get(word.casefold())
    barred = f"(?!(?i:[ -](?:{follow})))" if follow and not own else ""
    return rf"{said}(?:s(?!\w))?(?!\w){barred}"


def tokens(text: str) -> list[str]:
    """The words of `text` as the quick look compares them: in their own case, up to an apostrophe or a dash."""
    return TOKEN.findall(text)


def forms_of(word: str) -> Iterator[str]:
    """The forms of the longest part of `word`, of which one stands in every text that mentions it."""
    part = max(TOKEN.findall(plain(word)), key=len)
    for each in {part} if word.isupper() else {part.lower(), part.capitalize(), part.upper()}:
        yield from (each, f"{each}s", f"{each}S")


def plain(text: str) -> str:
    """`text` with one kind of apostrophe and of dash; the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
