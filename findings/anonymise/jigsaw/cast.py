"""Who may be spoken of in a text: the people of the register, by what the report calls them and by their part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from findings.anonymise.fold import fold, words
from findings.anonymise.shapes import Person
from findings.anonymise.words import detail_words, given_name

# By what a register calls the one whom the review is about, where it does not say how they are related.
_SUBJECT = frozenset({"subject", "of", "the", "review", "child", "adult", "baby", "young", "person", "index", "focus"})


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of whom a text speaks; `tells` where what they are called tells their sex already."""

    key: str
    sex: str = ""
    tells: bool = False
    professional: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may be spoken of: by the phrases that name them, by their part, and the one whom "the child" means."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], Who], ...]]
    kin: dict[str, Who]
    subject: Who | None
    keys: frozenset[str]
    places: frozenset[tuple[str, ...]]


@lru_cache(maxsize=64)
def cast_of(people: tuple[Person, ...]) -> Cast:
    """Return the cast of a register; an empty one leaves "Child A" and "his mother" to their words."""
    named: dict[str, list[tuple[tuple[str, ...], Who]]] = {}
    kin: dict[str, Who | None] = {}
    subjects = []
    for person in people:
        if person.kind != "person":
            continue
        who = _who(person)
        parts = tuple(word.text for word in words(person.pseudonym))
        if parts:
            named.setdefault(parts[0], []).append((parts, who))
        if person.role and set(fold(person.role).split()) <= _SUBJECT:
            subjects.append(who)
        for word in {fold(part) for part in person.role.split()} & detail_words("kin_anchors"):
            kin[word] = None if word in kin else who
    return Cast(
        {first: tuple(sorted(all_of, key=lambda each: -len(each[0]))) for first, all_of in named.items()},
        {word: who for word, who in kin.items() if who is not None},
        subjects[0] if len(subjects) == 1 else None,
        frozenset(person.key for person in people),
        frozenset(tuple(word.text for word in words(each.pseudonym)) for each in people if each.kind != "person"),
    )


def _who(person: Person) -> Who:
    called = {word.text for word in words(f"{person.pseudonym} {person.role}")}
    told = told_sex(called)
    name = words(person.pseudonym)
    first_name = len(name) == 1 and given_name(name[0].text)
    return Who(person.key, person.sex[:1].upper() or told, bool(told) or first_name, person.professional)


def told_sex(called: set[str]) -> str:
    """Return "F" or "M" where words by which somebody is called tell it, else nothing."""
    if called & detail_words("tells_female"):
        return "F"
    return "M" if called & detail_words("tells_male") else ""
