"""Details that identify together in a text that is to be published: what people decided about them, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from findings.anonymise import Person
from findings.anonymise.jigsaw import KINDS, Detail, Passage, details, passages, persons, without
from findings.models import AnonymityDecision
from reviews.models import Review

PREFIX = "jigsaw:"  # of the kind of a decision, by which these stand apart from those about names
PRONOUNS = {
    **dict.fromkeys(("she", "her", "hers", "herself"), "she, her"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he, him, his"),
}


@dataclass(frozen=True, slots=True)
class Like:
    """All places where the same is told: the kind, and the words. Pronouns are told of one person each."""

    kind: str
    words: str

    @property
    def key(self) -> str:
        """Its name in a form and in the memory of decisions."""
        return f"{self.kind}|{self.words.casefold()}"

    @property
    def of_pronouns(self) -> bool:
        """Whether its words are pronouns, which an author rewrites: nothing can be put in their place one by one."""
        return self.kind == "sex" and "(" in self.words

    @property
    def label(self) -> str:
        """What a person calls the kind."""
        return next(name for kind, (name, _, _) in KINDS.items() if kind == self.kind)


@dataclass(frozen=True, slots=True)
class Judgements:
    """The standing decisions of one review about details, by `Like.key`; later ones win."""

    by_key: dict[str, AnonymityDecision]

    @classmethod
    def of(cls, review: Review) -> Judgements:
        """Read once per text."""
        rows = review.anonymity_decisions.of_report().filter(kind__startswith=PREFIX).select_related("decided_by")
        return cls({Like(row.kind.removeprefix(PREFIX), row.text).key: row for row in rows})

    def kept(self, like: Like) -> AnonymityDecision | None:
        """The decision by which `like` stays as it is."""
        found = self.by_key.get(like.key)
        return found if found is not None and found.choice == AnonymityDecision.Choice.KEEP else None

    @property
    def blurs(self) -> bool:
        """Whether any detail is put in other words, or taken out."""
        return any(row.choice == AnonymityDecision.Choice.REPLACE for row in self.by_key.values())


def like(text: str, detail: Detail, people: Iterable[Person]) -> Like:
    """Which places are judged together with this one."""
    words = " ".join(text[detail.start : detail.end].split())
    if detail.kind == "sex" and (pronoun := PRONOUNS.get(words.casefold())):
        words = f"{pronoun} ({name_of(detail.who, people)})"
    return Like(detail.kind, words[:300])


def name_of(who: str, people: Iterable[Person]) -> str:
    """What the report calls somebody of whom details are told: the pseudonym, else the words of the text."""
    known = next((person.pseudonym for person in people if person.key == who), "")
    return known or ("the family" if who == "family" else f"{who[:1].upper()}{who[1:]}")


def blurred(text: str, people: tuple[Person, ...], judgements: Judgements) -> str:
    """The anonymised text with details put in other words, or taken out, as was decided."""
    if not judgements.blurs:
        return text
    pieces, done = [], 0
    for detail in details(text, people):
        decision = judgements.by_key.get(like(text, detail, people).key)
        if decision is None or decision.choice != AnonymityDecision.Choice.REPLACE:
            continue
        start, end = (detail.start, detail.end) if decision.replacement else without(text, detail.start, detail.end)
        pieces += [text[done : max(done, start)], decision.replacement]
        done = max(done, end)
    return "".join([*pieces, text[done:]])


@dataclass(frozen=True, slots=True)
class Told:
    """One detail where it stands, the places judged with it, and the decision by which it stays, if there is one."""

    words: str
    detail: Detail
    like: Like
    kept: AnonymityDecision | None


@dataclass(frozen=True, slots=True)
class Together:
    """One passage in which details stand together: where, about whom, and its words with the details among them."""

    title: str
    name: str
    passage: Passage
    pieces: tuple[tuple[str, Told | None], ...]

    @property
    def told(self) -> list[Told]:
        """Its details in order, each like one once."""
        return list({told.like.key: told for _, told in self.pieces if told}.values())

    @property
    def labels(self) -> list[str]:
        """The kinds that stand together, in words."""
        return [name for kind, (name, _, _) in KINDS.items() if kind in self.passage.kinds]

    @property
    def unjudged(self) -> bool:
        """Whether a person has yet to say something about one of its details."""
        return any(told.kept is None for _, told in self.pieces if told)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """One like detail: each place where it stands (section, words before, words, words after), and why it stays."""

    like: Like
    places: tuple[tuple[str, str, str, str], ...]
    kept: AnonymityDecision | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What stands out in a whole document, most identifying first."""

    passages: tuple[Together, ...]
    persons: tuple[tuple[str, tuple[str, ...], bool], ...]  # name, kinds in words, whether one is not judged yet
    details: tuple[Everywhere, ...]  # each like one once, those of the passage that tells most first

    @property
    def unjudged(self) -> int:
        """How many passages and people stand out with something that nobody has judged yet."""
        return sum(each.unjudged for each in self.passages) + sum(each[2] for each in self.persons)


def assess(sections: Sequence[tuple[str, str]], people: tuple[Person, ...], judgements: Judgements) -> Assessment:
    """Judge a document of (title, text as it is to be published) by what is told of each person in it."""
    found = [(title, text, details(text, people)) for title, text in sections]
    out = persons(detail for _, _, all_of in found for detail in all_of)
    together: list[Together] = []
    places: dict[Like, list[tuple[str, str, str, str]]] = {}
    open_of: dict[str, bool] = {}
    for title, text, all_of in found:
        told = [_told(text, detail, people, judgements) for detail in all_of]
        for passage in passages(text, all_of):
            inside = [each for each in told if passage.start <= each.detail.start < passage.end]
            if passage.stands_out:
                pieces = _pieces(text, passage, inside)
                together.append(Together(title, name_of(passage.who, people), passage, pieces))
            for each in inside:
                if each.detail.who in out:
                    open_of[each.detail.who] = open_of.get(each.detail.who, False) or each.kept is None
                if passage.stands_out or each.detail.who in out:
                    places.setdefault(each.like, []).append((title, *_around(text, each.detail)))
    together.sort(key=lambda each: (-len(each.passage.kinds), -len(each.told)))
    people_out = sorted(out.items(), key=lambda each: -len(each[1]))
    first = dict.fromkeys(told.like for each in together for told in each.told)
    return Assessment(
        tuple(together),
        tuple((name_of(who, people), tuple(KINDS[kind][0] for kind in KINDS if kind in kinds), open_of[who]) for who, kinds in people_out),
        tuple(Everywhere(each, tuple(places[each]), judgements.kept(each)) for each in {**first, **dict.fromkeys(places)}),
    )  # fmt: skip


def _told(text: str, detail: Detail, people: tuple[Person, ...], judgements: Judgements) -> Told:
    of = like(text, detail, people)
    return Told(text[detail.start : detail.end], detail, of, judgements.kept(of))


def _pieces(text: str, passage: Passage, inside: Sequence[Told]) -> tuple[tuple[str, Told | None], ...]:
    pieces: list[tuple[str, Told | None]] = []
    done = passage.start
    for told in inside:
        pieces += [(text[done : told.detail.start], None), (told.words, told)]
        done = told.detail.end
    return (*pieces, (text[done : passage.end], None))


def _around(text: str, detail: Detail, reach: int = 90) -> tuple[str, str, str]:
    """The words of a detail, between those around it."""
    return (
        text[max(0, detail.start - reach) : detail.start],
        text[detail.start : detail.end],
        text[detail.end : detail.end + reach],
    )
