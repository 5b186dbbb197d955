"""Whether a title can be borne by somebody: the one thing that may decide among people who share a surname."""

from __future__ import annotations

from datetime import UTC, datetime

from findings.anonymise.forms import tokens_of
from findings.anonymise.shapes import Person
from findings.anonymise.words import lexicon, lexicons

_GROWN = 16 * 365.25


_YOUNG = frozenset({"baby", "child", "infant", "twin"})


def titles() -> frozenset[str]:
    """Return every word that is read as a title before a name."""
    return lexicons("men", "women", "other_titles")


def relation_fits(word: str, person: Person) -> bool:
    """Say whether a word of kinship or childhood before a surname ("Nana Okafor", "Baby Okafor") is sure to mean `person`."""
    if word in _YOUNG:
        return is_child(person) or word in tokens_of(person.role)
    return word in tokens_of(person.role)


def relations() -> frozenset[str]:
    """Return the words of kinship and childhood that stand before a surname."""
    return lexicon("kin_titles") | _YOUNG


def fits(title: str, person: Person) -> bool | None:
    """Say whether `person` can be called by `title`: True and False are certain, None is not known."""
    own = tokens_of(person.title)[:1]
    own_title = own[0] if own else ""
    if title and own_title == title:
        return True
    if title in lexicon("official_titles"):
        return _office(title, own_title, person)
    if title in lexicon("men") or title in lexicon("women"):
        return _gender(title, own_title, person)
    if title == "sister" and person.professional and {"nurse", "sister", "matron"} & set(tokens_of(person.role)):
        return True  # of a ward
    return None


def is_child(person: Person) -> bool:
    """Say whether `person` is known to be a child: by date of birth, else by the role's words."""
    if person.date_of_birth is not None:
        return (datetime.now(UTC).date() - person.date_of_birth).days < _GROWN
    return bool(lexicon("children") & set(tokens_of(person.role)))


def _gender(title: str, own_title: str, person: Person) -> bool | None:
    sex = person.sex[:1].upper()
    male = sex == "M" or own_title in lexicon("men")
    female = sex == "F" or own_title in lexicon("women")
    if male == female:
        return None
    if male != (title in lexicon("men")):
        return False
    if is_child(person) and title not in ("miss", "master"):
        return False if person.date_of_birth is not None else None
    if lexicon("children") & set(tokens_of(person.role)) and title not in ("miss", "master"):
        return None  # grown up by now, and a child when the record was written
    return True


def _office(title: str, own_title: str, person: Person) -> bool | None:
    """An office is borne by those who hold it; of a professional whose title is not known it stays open."""
    role = set(tokens_of(person.role))
    if not person.professional and own_title not in lexicon("official_titles") and not role & lexicon("official_roles"):
        return False
    if title in lexicon("police_ranks"):
        if own_title in lexicon("police_ranks") or role & lexicon("police_roles"):
            return True
        return False if own_title or role & lexicon("doctors") else None
    if title in ("dr", "doctor"):
        if own_title in ("dr", "doctor", "prof", "professor") or role & lexicon("doctors"):
            return True
        return False if own_title or role & lexicon("police_roles") else None
    return True if title in role else None
