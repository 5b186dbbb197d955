"""Ages: those so exact that a day of birth can be counted back from them, and those in years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from findings.anonymise.figures import TEENS, TENS, UNITS
from findings.anonymise.fold import fold
from findings.anonymise.shapes import Span
from findings.anonymise.starts import FIGURES, Finder, Sought, Starts, matches_at

_G = r"[\s\u00a0]"
_H = rf"(?:{_G}|[-‐‑–])"
_SOMEBODY = r"(?:he|she|they|i|who|boyfriend|girlfriend|husband|wife|partner|son|daughter|brother|sister|mother|father|mum|dad|boy|girl|baby|child|twins?|infant)"
_SMALL = rf"(?:\d{{1,3}}|a|an|{TEENS}|{UNITS}|twenty)(?:½|\.5)?"
_FIGURE = r"(?:1[01]\d|\d{1,2})(?:½|\.5)?"
_WORDS = rf"(?:(?:{TENS})(?:{_H}(?:{UNITS}))?|{TEENS}|{UNITS})"
_YEARS = rf"(?:{_FIGURE}|{_WORDS})"
_YEAR = r"(?:years?|yrs?)"
# What ends an age that has no word for years behind it: else the figure counts something.
_END = rf"(?=[.,;:)!?\n\"”’]|{_G}*$|{_G}+(?:when|at|and|but|then|now|by|or|who|on|in|that|this|last|next|with|was|is|had|could|would|should)\b)(?!\.\d|,\d|:\d)"
# How a number in figures or in words begins.
_NUMBER_BEGIN = rf"{FIGURES}|{TENS}|{TEENS}|{UNITS}"
_SMALL_BEGIN = rf"an?\Z|{_NUMBER_BEGIN}"
_EXACT = tuple(
    Sought(re.compile(age, re.I), begins)
    for begins, age in (
        (_SMALL_BEGIN, rf"\b{_SMALL}{_H}*(?:years?|yrs?|y){_H}*(?:,|and|&)?{_H}*{_SMALL}{_H}*(?:months?|mths?|m|weeks?|days?)\b(?:{_H}*(?:old|of{_G}age))?"),
        (_SMALL_BEGIN, rf"\b{_SMALL}{_H}*(?:months?|mths?|weeks?|wks?|days?|hours?){_H}*(?:,|and|&){_H}*{_SMALL}{_H}*(?:weeks?|wks?|days?|hours?){_H}*(?:old|of{_G}age)"),
        (_SMALL_BEGIN, rf"\b{_SMALL}{_H}*(?:months?|mths?|weeks?|wks?|days?|hours?){_H}*(?:old\b|of{_G}age\b)"),
        (r"(?:aged?|at)\Z", rf"\b(?:aged{_G}+|(?:age|at|age of){_G}+(?=\w))(?P<it>{_SMALL}{_H}*(?:months?|mths?|weeks?|wks?|days?)(?:,?{_G}(?:and|&){_G}{_SMALL}{_H}*(?:weeks?|wks?|days?))?)\b(?!{_G}*(?:ago|later|before|after|earlier|gestation))"),
        (rf"{_SOMEBODY}\Z", rf"\b{_SOMEBODY}(?:['’]s|{_G}+(?:is|was|aged?))(?:{_G}+(?:only|just|now|about|nearly|almost|still))?{_G}+(?P<it>{_SMALL}{_H}*(?:months?|mths?|weeks?|wks?|days?))(?=[.,;)\n]|{_G}*$|{_G}+(?:when|at|and)\b)"),
        (r"(?:baby|infant|newborn|twins?|child|boy|girl|son|daughter)\Z", rf"\b(?:baby|infant|newborn|twins?|child|boy|girl|son|daughter){_G}(?P<it>\d{{1,3}}{_G}(?:months?|mths?|weeks?|wks?|days?))(?=[.,;)])"),
        (FIGURES, rf"(?<=,{_G})\d{{1,3}}{_G}(?:months?|mths?|weeks?|wks?)(?=[,.;])"),
        (r"now\Z", rf"\bnow{_G}+(?P<it>\d{{1,3}}{_H}*(?:months?|mths?|weeks?|wks?))(?=[.,;)])"),
        (FIGURES, rf"(?<=,{_G})\d{{1,2}}/(?:12|52)(?=,{_G}[a-z])"),
        (r"\(", rf"\((?P<it>\d{{1,3}}{_H}*(?:months?|mths?|weeks?|wks?|days?))\)"),
        (r"aged?\Z", rf"\b(?:aged|age){_G}*:?{_G}*(?P<it>\d{{1,2}}\.\d{{1,2}}|\d{{1,2}}[:/]\d{{1,2}}|\d{{1,2}}½)(?!\d)"),
    )
)  # fmt: skip
_IN_YEARS = tuple(
    Sought(re.compile(age, re.I), begins)
    for begins, age in (
        (FIGURES, rf"\b{_FIGURE}{_G}*(?:y/?o|yoa|y\.o\.?)(?![a-z])"),
        (FIGURES, rf"(?<=\(){_FIGURE}{_G}*(?:{_YEAR}|y)(?=\))"),
        (FIGURES, rf"(?<=,{_G}){_FIGURE}{_G}{_YEAR}(?=[,.;])"),
        (FIGURES, r"(?<![\w£$.,])\d{2}[MF](?=[.,;:)\s]|$)"),
        (r"[mf]\Z", rf"(?<=, )[MF]{_G}?(?P<it>\d{{1,2}})(?={_G}?(?:[|,;)\n]|$))"),
        (FIGURES, rf"\b{_FIGURE},{_G}(?:nearly|almost|just){_G}{_FIGURE}{_END}"),
        (FIGURES, rf"(?<=[A-Za-z][\"”’],{_G})(?P<it>[1-9]\d)(?=\.(?:\s|$))"),
        (FIGURES, r"(?<![\w£$.,])\d{1,2}y(?=[.,;:)\s]|$)"),
        (rf"(?:hes|shes|im|whos|theyre|{_SOMEBODY})\Z", rf"\b(?:hes|shes|im|whos|theyre|{_SOMEBODY}(?:['’](?:s|m|re)|{_G}+(?:is|was|am|are|were|turned|turns|be)))(?:{_G}+(?:only|just|now|about|nearly|almost|still|already|barely)){{0,2}}{_G}+(?P<it>{_YEARS}){_END}"),
        (FIGURES, rf"(?<=[a-z],{_G})(?P<it>[1-9]\d)(?=\.(?:\s|$))"),
        ("", rf"(?:^|[.;:]{_G}+)(?:about|around|approx(?:imately)?\.?|circa|c\.){_G}*(?P<it>[1-9]\d)(?=[.;]{_G}|[.;]?$)"),
        (r"(?:male|female|boy|girl|man|woman|child|son|daughter|brother|sister)\Z", rf"(?:\b(?:male|female|boy|girl|man|woman|child|son|daughter|brother|sister),?){_G}+(?P<it>{_FIGURE}{_G}*{_YEAR})\b(?!{_G}+(?:ago|later|before|after|of|in)\b)"),
        (_NUMBER_BEGIN, rf"\b{_YEARS}{_H}*{_YEAR}{_H}*(?:old\b|of{_G}+age\b)"),
        (r"aged?\Z", rf"\baged?(?:{_G}+(?:claimed|given|now|about|around|approx(?:imately)?|only|just|nearly|of|at{_G}death|group))*{_G}*[:=-]?{_G}*{_YEARS}(?![\w/%:]|\.\d|-\d|{_G}*(?:months?|mths?|weeks?|wks?|days?|hours?)\b)"),
        (r"(?:was|were|is)\Z", rf"\b(?:was|were|is){_G}+(?P<it>{_YEARS})(?={_G}+(?:when{_G}+(?:he|she|they|i)|at{_G}+the{_G}+time)\b)"),
        (r"(?:was|is|be|being)\Z", rf"\b(?:was|is|be|being){_G}(?P<it>{_FIGURE}{_G}{_YEAR})(?={_G}(?:when|at)\b)"),
        (r"how\Z", rf"\bhow{_G}+old\b[^?\n]{{0,30}}\?[\s\"”’]*(?:[A-Z][\w ]{{0,20}}:{_G}*)?(?P<it>{_YEARS}){_END}"),
        (r"down\Z", rf"\bdown{_G}as{_G}(?P<it>{_YEARS}){_END}"),
        (r"thought\Z", rf"\bthought(?:{_G}(?:him|her))?{_G}(?P<it>{TEENS}){_END}"),
        (r"a\Z", rf"\ba{_G}young{_G}(?P<it>{TEENS}){_END}"),
        (r"what\Z", rf"\bwhat{_G}(?P<it>{TEENS}){_G}looks{_G}like\b"),
        (r"(?:boy|girl|man|woman|child|lad|baby|son|daughter|youngster|teenager|widow|widower|mother|father|pensioner|male|female)\Z", rf"(?<!one )\b(?:boy|girl|man|woman|child|lad|baby|son|daughter|youngster|teenager|widow|widower|mother|father|pensioner|male|female){_G}+of{_G}+(?P<it>{_YEARS}){_END}"),
        (r"(?:turned|turning|when|till|until)\Z", rf"\b(?:turned|turning|(?:when|till|until){_G}+(?:he|she|they|i){_G}+(?:is|was|were)){_G}+(?P<it>\d{{2}}|{_WORDS}){_END}"),
        (r"(?:grandson|granddaughter|grandchild|son|daughter|brother|sister|nephew|niece|husband|wife)\Z", rf"\b(?:grandson|granddaughter|grandchild|son|daughter|brother|sister|nephew|niece|husband|wife),{_G}(?P<it>{_FIGURE})(?=,)"),
        (r"(?:more|less|older|younger|looks?|looked)\Z", rf"\b(?:more|less|older|younger|looks?|looked){_G}+(?:than|about|around|over|under){_G}+(?P<it>\d{{2}}){_END}"),
        (r"(?:ill|died|married|pregnant|left|mother|father|parent|widowed|convicted|promised|betrothed|engaged|wed|orphaned|adopted|sectioned)\Z", rf"\b(?:ill|died|married|pregnant|left|mother|father|parent|widowed|convicted|promised|betrothed|engaged|wed|orphaned|adopted|sectioned){_G}+at{_G}+(?:the{_G}+age{_G}+of{_G}+)?(?P<it>{TEENS}|{TENS}|(?:{TENS}){_H}(?:{UNITS})|1\d|[2-9]\d){_END}"),
    )
)  # fmt: skip
# Behind a name: "Joy, 8," and "MILLER 4 YRS"; the word before must be one of a listed name.
_BEHIND_NAME = re.compile(
    rf"(?P<name>[^\W\d_][\w'’-]*)(?:,{_G}(?:(?:then|now|only|just|at){_G})?(?P<it>(?:{_FIGURE}|{_WORDS})(?:{_G}*{_YEAR}\b)?)(?=,|\.(?!\d)|;|:(?!\d)|{_G}+(?:by|when|now)\b)|"
    rf"(?:{_G}(?:is|was|turned)|['’]?s){_G}(?P<said>{_FIGURE}|{_WORDS}){_END}|"
    rf"{_G}(?P<bare>{_FIGURE}{_G}?{_YEAR})\b(?!{_G}+(?:ago|later|before|after|of|in|for)\b)|{_G}\((?P<within>{_FIGURE})\))",
    re.I,
)
_NUMBERED = re.compile(r"\(1\).*\(2\)", re.S)
EXACT = "an age this exact leads to the day of birth"
YEARS = "an age in years"


_FINDERS = {False: Finder(_EXACT), True: Finder([*_EXACT, *_IN_YEARS])}


def age_spans(starts: Starts, names: AbstractSet[str] = frozenset(), *, years: bool = True) -> Iterator[Span]:
    """Yield ages; a person decides. Those in months, weeks or days give a day of birth away; those in years if `years`.

    `names` holds the folded words of the register's names: a bare figure is an age when it stands behind one of them.
    """
    for number, match in _FINDERS[years].found(starts):
        group = "it" if "it" in match.re.groupindex else 0
        reason = EXACT if number < len(_EXACT) else YEARS
        yield Span(match.start(group), match.end(group), "age", (), None, reason)
    if years:
        yield from _behind_names(starts, names)


def _behind_names(starts: Starts, names: AbstractSet[str]) -> Iterator[Span]:
    """Yield ages in years that stand right behind one of `names`."""
    named = []
    for word, places in starts.places.items():
        plain = word if word.isascii() else fold(word)
        if plain in names or (len(plain) > 2 and plain.removesuffix("s") in names):
            named += places
    numbered = _NUMBERED.search(starts.text) is not None
    for match in matches_at(_BEHIND_NAME, starts.text, sorted(named)):
        group = match.lastgroup or "it"
        if not (numbered and group == "within"):
            yield Span(match.start(group), match.end(group), "age", (), None, YEARS)
