"""Who bears a word of a name: the register's names word by word, as they sound, and run together."""

from __future__ import annotations

from functools import cached_property, lru_cache

from findings.anonymise.forms import split_name, tokens_of
from findings.anonymise.register import Register
from findings.anonymise.shapes import Person
from findings.anonymise.slips import one_slip
from findings.anonymise.sounds import heard
from findings.anonymise.titles import relations
from findings.anonymise.words import lexicon, lexicons, ordinary

_SHORTEST = 5  # letters of a name that is no ordinary word and is looked for at either end of a longer word
_LONG = 6  # letters of one that is looked for anywhere in it, and of an ordinary word at its ends
Keys = tuple[str, ...]


class Bearers:
    """The words of a register's names, with the keys of those who bear them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.names: dict[str, Keys] = {}
        self.dull: set[str] = set()  # ordinary words in small letters in which no name was found
        self._held: dict[str, Keys] = {}
        for person in register.people.values():
            for token in _own_words(person):
                self.names[token] = tuple(dict.fromkeys((*self.names.get(token, ()), person.key)))

    @cached_property
    def sounding(self) -> dict[str, Keys]:
        """The names of people by how they sound, those with too few consonants left out."""
        found: dict[str, Keys] = {}
        for name, keys in self.names.items():
            people = tuple(key for key in keys if self.register.people[key].kind == "person")
            sound = heard(name) if len(name) >= _SHORTEST and people else ""
            if sound:
                found[sound] = tuple(dict.fromkeys((*found.get(sound, ()), *people)))
        return found

    @cached_property
    def _joined(self) -> dict[str, Keys]:
        """Given name or initial with surname, either first, and the first words of a body, without what is between them."""
        found: dict[str, Keys] = {}
        for person in self.register.people.values():
            for form in _run_together(person):
                if len(form) >= _SHORTEST and not ordinary(form):
                    found[form] = (*found.get(form, ()), person.key)
        return found

    def near(self, text: str) -> Keys:
        """Return who bears a name from which the ordinary word `text` differs by one slip of the keyboard."""
        names = self.register._find_slips(text, plain=True)
        return tuple(dict.fromkeys(key for name in names for key in self.names.get(name, ())))

    def begun(self, text: str) -> Keys:
        """Return who bears a name that begins with `text`."""
        return tuple(dict.fromkeys(key for name, keys in self.names.items() if name.startswith(text) for key in keys))

    def tagged(self, text: str, least: int) -> Keys:
        """Return who bears a name of `least` and more letters that stands anywhere in `text`."""
        held = (keys for name, keys in self.names.items() if len(name) >= least and name in text)
        return tuple(dict.fromkeys(key for keys in held for key in keys))

    def held(self, text: str) -> Keys:
        """Return who bears a name that the strange word `text` holds: "wheresamara", "aokafor01"."""
        if text not in self._held:
            self._held[text] = self._find_held(text.strip("0123456789"))
        return self._held[text]

    def _find_held(self, letters: str) -> Keys:
        if len(letters) < _LONG:
            return self._joined.get(letters, ())
        found = [key for form, keys in self._joined.items() if _nearly_holds(letters, form) for key in keys]
        for name, keys in self.names.items():
            if len(name) < _SHORTEST or len(name) >= len(letters):
                continue
            at_an_end = letters.startswith(name) or letters.endswith(name)
            plain = ordinary(name)
            if (at_an_end and (not plain or len(name) >= _LONG)) or (
                not plain and len(name) >= _LONG and name in letters
            ):
                found += keys
        return tuple(dict.fromkeys(found))


def _nearly_holds(letters: str, form: str) -> bool:
    """Say whether `letters` hold names run together, or are a long one but for a slip of the keyboard."""
    return (len(form) >= _LONG and form in letters) or (len(form) > _LONG + 1 and one_slip(form, letters))


def _own_words(person: Person) -> set[str]:
    """Return the words of a name that are the bearer's own: no particle, and no word that many bodies share."""
    given, middle, surname = split_name(person) if person.kind == "person" else ("", "", person.name)
    names = (given, middle, surname, person.former_surname, *person.aliases)
    shared = lexicon("particles") | relations()
    if person.kind != "person":
        shared |= lexicons("generic", "small_words", "streets", "streets_sure", "organisations")
    tokens = {token for name in names for token in tokens_of(name)}
    tokens |= {"".join(tokens_of(name)) for name in (given, surname)}
    if person.kind != "person":
        tokens = {token for token in tokens if not ordinary(token) or len(token) > _LONG}
    return {token for token in tokens if len(token) > 2 and token not in shared and token.isalpha()}


def _run_together(person: Person) -> set[str]:
    if person.kind != "person":
        base = tokens_of(person.name)
        return {"".join(base[:length]) for length in range(2, len(base) + 1) if base[0] != "the"}
    given, _, surname = ("".join(tokens_of(part)) for part in split_name(person))
    called = {given, *("".join(tokens_of(alias)) for alias in person.aliases)} - {""}
    if not surname:
        return set()
    found = {form for name in called for form in (name + surname, surname + name)}
    halves = {surname, *(token for token in tokens_of(split_name(person)[2]) if len(token) > 2)}
    return found | {
        form for half in halves for form in (given + half, half + given, given[:1] + half, half + given[:1])
    }


@lru_cache(maxsize=64)
def bearers_of(register: Register) -> Bearers:
    """Return the words of the names of `register`; made once for each."""
    return Bearers(register)
