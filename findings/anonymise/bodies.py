"""All the forms under which the records may speak of a school, a hospital, an agency, a street or a place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from findings.anonymise.forms import Form, Tokens, spelled, titles_of_all, tokens_of
from findings.anonymise.shapes import Person
from findings.anonymise.words import frequent, given_name, lexicon, lexicons, ordinary

# Words that are written in several ways in the names of bodies and streets.
_WRITTEN: tuple[frozenset[Tokens], ...] = tuple(
    frozenset(tuple(way.split()) for way in line.split("|"))
    for line in (
        "saint|st", "street|st|str", "road|rd", "avenue|ave|av", "close|cl", "lane|ln", "drive|dr|dv", "crescent|cres|cresc",
        "gardens|gdns|garden", "terrace|terr|ter|tce", "place|pl", "court|ct", "square|sq", "grove|gr|grv", "park|pk",
        "centre|center|ctr", "and|", "c of e|ce|coe|church of england|c e", "rc|r c|roman catholic|catholic",
        "hospital|hosp", "primary|prim", "school|sch", "academy|acad", "infirmary|inf", "community|comm",
        "university|uni|univ", "sixth|6th", "metropolitan|met", "building|bldg", "first|1st", "hotel|htl", "association|assoc|assn", "nursery|nurs", "general|gen", "foundation|fdn", "housing|hsg", "department|dept", "metropolitan borough council|mbc", "county council|cc", "borough council|bc", "north|n", "south|s",
        "east|e", "west|w", "doctor s|doctors|dr s", "children s|childrens", "mount|mt", "great|gt", "upper|upr",
        "lower|lwr", "surgery|surg", "nursing home|nh", "care home|home", "residential home|home", "limited|ltd", "company|co", "technology|tech", "college|coll", "memorial|mem",
    )
)  # fmt: skip
_WAYS = {way: group for group in reversed(_WRITTEN) for way in group}
_NASAL = {"p": "mh", "t": "nh", "c": "ngh"}  # Welsh after "yn": "ym Mhontcelyn"; the other mutations change one letter
# The softer sound; what is written with two letters comes first.
_SOFT = (("ll", "l"), ("rh", "r"), ("ch", "ch"), ("dd", "dd"), ("th", "th"), ("ph", "ph"), ("p", "b"), ("t", "d"), ("c", "g"), ("b", "f"), ("d", "dd"),
         ("g", ""), ("m", "f"))  # fmt: skip
_VAGUE = frozenset({"agency", "place", "street"})
_NAMED_BY_ONE = frozenset({"agency", "care_home", "hospital", "school"})


def body_forms(person: Person) -> list[Form]:
    """Return every form of the name of what is not a person, the whole name first."""
    found: dict[tuple[Tokens, bool], Form] = {}
    whole = person.name or " ".join((person.given, person.surname)).strip()
    before_comma = [name.split(",")[0] for name in (whole, *person.aliases) if "," in name]
    for name in (whole, *person.aliases, *before_comma):
        for form in _forms_of_name(person, name):
            found.setdefault((form.tokens, form.capitals), form)
    return list(found.values())


def _forms_of_name(person: Person, name: str) -> Iterator[Form]:
    base = tokens_of(name.replace("&", " and "))
    if person.kind in ("street", "place", "care_home") and base[:1] and base[0][:1].isdigit():
        yield from (Form(form, person.key, "whole name") for form in _ways(base))
        base = base[1:]
    if base[:1] == ("the",) and len(base) > 1:
        base = base[1:]
    if not base:
        return
    yield from (Form(form, person.key, "whole name") for form in _ways(base))
    if person.kind in ("place", "street") and not ordinary(base[0]) and (soft := _softened(base[0])):
        yield Form((soft, *base[1:]), person.key, "whole name")
    if person.kind == "place" and base[0][0] in _NASAL:
        yield Form((_NASAL[base[0][0]] + base[0][1:], *base[1:]), person.key, "whole name")
    yield from _short_forms(person, base, name)
    yield from _tails_in_letters(person, base)
    yield from _stretches(person, base)
    for letters in _acronyms(base):
        if len(letters) == 2:
            pair = letters not in lexicon("bodies") | titles_of_all() and person.kind not in ("street", "place")
            yield from [Form((letters,), person.key, "possible acronym", capitals=True)] if pair else []
        elif base != (letters,):
            yield Form((letters,), person.key, "acronym", capitals=True)
            yield Form(tuple(letters), person.key, "acronym", capitals=True)


def _softened(word: str) -> str:
    """Return `word` as Welsh says it after "i", "o" and most other small words ("i Gors Las"), or nothing if it does not change."""
    for hard, soft in _SOFT:
        if word.startswith(hard):
            return soft + word.removeprefix(hard)
    return ""


def _short_forms(person: Person, base: Tokens, name: str) -> Iterator[Form]:
    """Yield what is left of a name when words that many such bodies share are taken away; a vague one is asked about."""
    streets = lexicon("streets_sure") | {"street", "road"}
    for short in _shortened(base, person.kind):
        vague = person.kind == "street" or (person.kind in _VAGUE and len(short) == 1) or short[-1] in streets
        how = "vague short form" if vague else "short form"
        yield from (Form(form, person.key, how) for form in _ways(short))
    if person.kind in ("hospital", "school", "care_home") and len(base) > 1:
        for word in (word for word in base[:2] if len(word) > 3 and (person.kind == "hospital" or not ordinary(word))):
            yield Form((word,), person.key, "vague short form", capitals=True)
    if name[:4].lower() == "the " and len(base) > 1 and ordinary(base[0]):
        yield Form(base[:1], person.key, "vague short form", capitals=True)


def _tails_in_letters(person: Person, base: Tokens) -> Iterator[Form]:
    """Yield the name with the words that many such bodies share as their letters: "Merrow Vale HA", "Strathmoor DGH"."""
    cut = _end_of_own_words(base)
    for start in range(cut, len(base) - 1):
        strong = [word for word in base[start:] if word not in lexicon("small_words") and len(word) > 1]
        if len(strong) > 1:
            for own in _ways(base[:cut]):
                yield Form((*own, *base[cut:start], "".join(word[0] for word in strong)), person.key, "short form")
    lead = 1 if base[1:2] != ("borough",) else 2
    if len(base) > lead + 1 and base[0] in ("london", "royal", "city", "borough") and base[lead : lead + 1] == ("of",):
        letters = "".join(word[0] for word in base[:lead])
        for own in _ways(base[lead + 1 :]):
            yield from (Form((letters, *of, *own), person.key, "short form") for of in ((), ("of",)))


def _stretches(person: Person, base: Tokens) -> Iterator[Form]:
    """Yield the beginnings and ends of a name that a person would know it by: "Brave Hearts", "Sun Lane"; all are asked about."""
    small, generic = lexicon("small_words"), lexicons("generic", "streets_sure", "streets")
    ends = [base[:cut] for cut in range(2, len(base))] + [base[cut:] for cut in range(1, len(base) - 1)]
    for part in ends:
        strong = [word for word in part if word not in small and len(word) > 1]
        own = [word for word in strong if word not in generic]
        if len(strong) > 1 and own and part[0] not in small and part[-1] not in small and part[0] != "s":
            yield from (Form(form, person.key, "vague short form") for form in _ways(part))
    yield from _ends_only(person, base)
    first = base[0]
    own_word = len(first) > 4 and first not in generic and (not ordinary(first) or not frequent(first))
    if len(base) > 1 and person.kind in _NAMED_BY_ONE and own_word:
        yield Form((first,), person.key, "vague short form", capitals=True)
    if person.kind == "street" and len(base) > 1 and own_word and not ordinary(first) and not given_name(first):
        yield Form((first,), person.key, "vague short form")
    built = (
        person.kind in ("street", "care_home")
        and len(base) == 2
        and base[-1] not in lexicon("streets_sure") | {"street", "road"}
    )
    if built and len(first) > 4 and not frequent(first, 4.4):
        yield Form((first,), person.key, "vague short form")
    tail = base[_end_of_own_words(base) :]
    if person.kind == "hospital" and len(tail) > 1:
        yield Form(tail, person.key, "vague short form", capitals=True)


def _ends_only(person: Person, base: Tokens) -> Iterator[Form]:
    """Yield the first word with the last ones, the middle left out: "Sunflower Hub" of Sunflower Welcome Hub."""
    strong = tuple(word for word in base if word not in lexicon("small_words") and len(word) > 1)
    own = tuple(word for word in base if word not in lexicon("generic"))
    if len([word for word in own if len(word) > 1]) > 1 and own != base:
        yield from (Form(form, person.key, "vague short form") for form in _ways(own))
    if person.kind == "care_home" and len(base) > 1:
        for word in base[1:]:
            if word in lexicon("houses"):  # "at the Lodge"
                yield Form(("the", word), person.key, "vague short form")
    if len(strong) > 3:
        for left_out in range(1, len(strong) - 1):
            shorter = (*strong[:left_out], *strong[left_out + 1 :])
            yield from (Form(form, person.key, "vague short form") for form in _ways(shorter))
    if len(strong) < 3 or strong[0] in lexicon("generic") or base[0] != strong[0]:
        return
    tail = tuple(word for word in base[_end_of_own_words(base) :] if word not in lexicon("small_words"))
    ends = {tail[begin:end] for begin in range(len(tail)) for end in range(begin + 1, min(begin + 4, len(tail)) + 1)}
    for end in sorted({strong[-1:], tail} | ends - {()}):
        yield from (Form(form, person.key, "vague short form") for form in _ways((strong[0], *end)))


def _end_of_own_words(base: Tokens) -> int:
    """Return where the words begin that many such bodies share: "Housing Association", "District General Hospital"."""
    cut = len(base)
    while cut > 1 and (base[cut - 1] in lexicons("generic", "streets_sure") or base[cut - 1] == "s"):
        cut -= 1
    return cut


def _ways(base: Tokens) -> list[Tokens]:
    """Return the ways to write `base`: St and Saint, Rd and Road, "&" for "and", with and without apostrophe s."""
    choices: list[list[Tokens]] = []
    position = 0
    while position < len(base):
        length, ways = _written_at(base, position)
        if position + 1 < len(base) and base[position + 1] == "s" and length == 1 and len(base[position]) > 1:
            ways = [*((*way, "s") for way in ways), *((way[-1] + "s",) for way in ways if way), *ways]
            length = 2
        elif position and length == 1 and base[position - 1] in ("st", "saint"):
            ways = [*ways, (base[position], "s"), (base[position] + "s",)]
        elif length == 1 and position + 1 < len(base) and len(base[position]) > 4 and base[position].endswith("s"):
            ways = [*ways, (base[position][:-1], "s")]
        choices.append(ways)
        position += length
    found: dict[Tokens, None] = {base: None}
    for chosen in islice(product(*choices), 400):
        found[tuple(word for way in chosen for word in way)] = None
    glued = {form: None for form in spelled(" ".join(base)) if len(form) > 1}
    return [form for form in {**found, **glued} if form]


def _written_at(base: Tokens, position: int) -> tuple[int, list[Tokens]]:
    """Return how many words at `position` are written in several ways, and the ways; the one in the register first."""
    for length in (3, 2, 1):
        part = base[position : position + length]
        if len(part) == length and part in _WAYS and not (part == ("s",) and position):
            return length, [part, *sorted(_WAYS[part] - {part})]
    return 1, [base[position : position + 1]]


def _shortened(base: Tokens, kind: str) -> list[Tokens]:
    """Return the short forms: what is left when words that many such bodies share are taken from the end or the middle."""
    generic = lexicons("generic", "streets_sure")
    cut = _end_of_own_words(base)
    head = base[:cut]
    if cut == len(base) or all(word in generic or word == "s" for word in head):
        return []
    if kind == "street":
        return [head] if len(head) > 1 else []
    rest = base[cut:]
    kept = [head, *(head + rest[:length] for length in range(1, len(rest)))]
    kept += [head + rest[start:] for start in range(1, len(rest))]
    kept += [(*head, rest[0], rest[-1])] if len(rest) > 2 else []
    if len([word for word in head if word not in lexicon("small_words")]) > 2 and head[1] not in lexicon("small_words"):
        kept.append(head[:2])
    lead = (
        [head[1:]] if len(head) > 2 and head[0] in generic - {"great", "little", "new", "old", "north", "south"} else []
    )
    return list(dict.fromkeys(kept + lead))


def _acronyms(base: Tokens) -> set[str]:
    """Return the acronyms by which a body of three and more words may go ("RVI")."""
    strong = [word for word in base if word not in lexicon("small_words")]
    every = [word for word in base if word != "s"]
    found = {"".join(word[0] for word in chosen) for chosen in (strong, every) if len(chosen) > 1}
    for chosen in (strong, every, [word for word in strong if word != "nhs"]):
        own = max(_end_of_own_words(tuple(chosen)), 3)
        found |= {"".join(word[0] for word in chosen[:length]) for length in range(own, len(chosen) + 1)}
    return {letters for letters in found if letters.isalpha()}
