"""What was done with each member of the family, what is missing, and the next step; worked out from what is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from reviews import restrictions
from reviews.models import Advocate, Consent, Contact, Contribution, Involvement, Person, Review
from reviews.stages import Stage

K, A = Contact.Kind, Contact.Answer
# There is a draft that the family can read.
DRAFTED = (Stage.DRAFTING, Stage.SIGN_OFF, Stage.PUBLICATION)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is missing: what to do, the page where it is done (URL name and what follows the reference), what stops it."""

    text: str
    page: str
    keys: tuple[Any, ...]
    obstacle: str = ""


@dataclass(slots=True)
class Member:
    """One person with everything that is recorded of their part in the review."""

    person: Person
    involvement: Involvement | None
    contacts: tuple[Contact, ...]
    advocates: tuple[Advocate, ...]
    contributions: tuple[Contribution, ...]
    steps: list[Step] = field(default_factory=list)

    @property
    def standing(self) -> list[Contact]:
        """The contacts that no later line corrects, oldest first."""
        corrected = {each.corrects_id for each in self.contacts}
        return [each for each in self.contacts if each.pk not in corrected]

    def of(self, kind: str) -> list[Contact]:
        """The standing contacts of one kind, oldest first."""
        return [each for each in self.standing if each.kind == kind]

    @property
    def told(self) -> Contact | None:
        """When they were first told."""
        return next(iter(self.of(K.TOLD)), None)

    @property
    def invited(self) -> Contact | None:
        """When they were last invited."""
        return next(reversed(self.of(K.INVITED)), None)

    @property
    def answered(self) -> Contact | None:
        """Their last answer."""
        return next(reversed(self.of(K.ANSWERED)), None)

    @property
    def draft(self) -> Contact | None:
        """The last version of the draft that they saw."""
        return next(reversed(self.of(K.DRAFT)), None)

    @property
    def unasked(self) -> Contribution | None:
        """The first of their contributions of which nobody has asked what may be done with it."""
        asked = Consent.Choice.NOT_ASKED
        return next((each for each in self.contributions if not each.consent or each.consent.choice == asked), None)

    @property
    def advocate(self) -> Advocate | None:
        """Who speaks for them today; else the last who was offered."""
        return next((each for each in self.advocates if each.speaks), None) or next(reversed(self.advocates), None)

    @property
    def dead(self) -> bool:
        """Whether the person has died, so that nobody tells or invites them."""
        return bool(self.person.died.text)

    @property
    def owed(self) -> bool:
        """Whether the law may require an advocate for them."""
        return self.person.part == Person.Part.SUBJECT and not self.dead

    @property
    def named(self) -> bool:
        """Whether it is on record who chose their published name."""
        return bool(self.person.pseudonym_chosen_by)


def members(review: Review) -> list[Member]:
    """The subjects and the family, and whoever else something is recorded of; subjects first, each with what is missing."""
    found, stops = everybody(review), stopped(review)
    for each in found:
        each.steps = [*steps(each, review, stops)]
    return found


def everybody(review: Review) -> list[Member]:
    """The same people, without what is missing of each."""
    known = Q(part__in=(Person.Part.SUBJECT, Person.Part.FAMILY)) | recorded()
    people = review.people.filter(known, kind=Person.Kind.PERSON).exclude(part=Person.Part.PROFESSIONAL)
    found = [of(each) for each in gathered(people)]
    order = [*Person.Part.values]
    return sorted(found, key=lambda each: (order.index(each.person.part), each.person.pseudonym))


def recorded() -> Q:
    """People of whom anything is recorded here."""
    return Q(*(Exists(model._default_manager.filter(person=OuterRef("pk"))) for model in (Contact, Advocate, Involvement, Contribution)), _connector=Q.OR)  # fmt: skip


def others(review: Review) -> Any:
    """The people of the register who are neither family nor professionals, and of whom nothing is recorded here yet."""
    return review.people.filter(kind=Person.Kind.PERSON, part=Person.Part.OTHER).exclude(recorded())


def gathered(people: Any) -> Any:
    """People with what `of` reads."""
    return people.select_related("involvement").prefetch_related(
        "contacts", "advocates", "contributions__consents", "contributions__first__consents"
    )


def member(review: Review, person: Person) -> Member:
    """One person with what is missing."""
    found = of(person)
    found.steps = [*steps(found, review, stopped(review))]
    return found


def of(person: Person) -> Member:
    """One person, from what was fetched with them."""
    involvement = getattr(person, "involvement", None)
    contacts, advocates, contributions = person.contacts.all(), person.advocates.all(), person.contributions.all()
    return Member(person, involvement, tuple(contacts), tuple(advocates), tuple(contributions))


def stopped(review: Review) -> dict[str, str]:
    """Deed → the sentence of what stops it today."""
    return {line.key: said for line, said in restrictions.stopped(review.restrictions_standing, timezone.localdate())}


def steps(found: Member, review: Review, stops: dict[str, str]) -> Iterator[Step]:
    """What is missing of one person's part, the next step first."""
    if not found.dead:
        yield from reached(found, stops)
        yield from supported(found, review)
        yield from heard(found, stops)
        yield from shown(found, review, stops)
    if not found.named:
        yield Step(
            "Ask what they should be called" if not found.dead else "Ask the family what they should be called",
            "reviews.naming.edit",
            (found.person.pk,),
        )


def contact(found: Member, text: str, kind: str, stops: dict[str, str]) -> Step:
    """A step that is a contact, with what stops it."""
    obstacle = stops.get(restrictions.CONTACTS.get(kind, ""), "")
    return Step(text, "reviews.contact.new", (found.person.pk, kind), obstacle)


def reached(found: Member, stops: dict[str, str]) -> Iterator[Step]:
    """Told, invited, answered; and a reason that is to be looked at again."""
    said, today = found.involvement, timezone.localdate()
    untold, uninvited = (said.untold_because, said.uninvited_because) if said else ("", "")
    if not found.told and not untold:
        yield contact(found, "Tell them, or record why not", K.TOLD, stops)
    if not found.invited and not uninvited and not (untold and not found.told):
        yield contact(found, "Invite them to take part, or record why not", K.INVITED, stops)
    if found.invited and not answered_since(found):
        yield contact(found, "Ask for their answer", K.ANSWERED, stops)
    last = found.answered
    if last and last.answer in (A.LATER, A.NONE) and (last.ask_again_on or today) <= today:
        yield contact(found, "Ask them again whether they want to take part", K.INVITED, stops)
    if said and said.look_again_on and said.look_again_on <= today and (untold or uninvited):
        yield Step("Look again at why they were not told or invited", "reviews.family.edit", (found.person.pk,))


def answered_since(found: Member) -> bool:
    """Whether an answer came after the last invitation."""
    return bool(found.invited and found.answered and found.answered.happened_on >= found.invited.happened_on)


def supported(found: Member, review: Review) -> Iterator[Step]:
    """An advocate offered; and where the law requires one, whether it does here."""
    said, duty = found.involvement, review.rules.advocacy
    if duty.citation and found.owed:
        difficulty = said.difficulty if said else ""
        if difficulty in ("", Involvement.Difficulty.NOT_KNOWN):
            yield Step(
                f"Find out whether the law requires an advocate ({duty.citation})",
                "reviews.family.edit",
                (found.person.pk,),
            )
        elif difficulty == Involvement.Difficulty.YES and not (said and said.supported_by) and not represented(found):
            yield Step(
                f"Arrange an independent advocate: {duty.citation} requires one",
                "reviews.advocate.new",
                (found.person.pk,),
            )
            return
    if found.invited and not found.advocates:
        yield Step("Offer an advocate", "reviews.advocate.new", (found.person.pk,))


def heard(found: Member, stops: dict[str, str]) -> Iterator[Step]:
    """Their words, and what they agree may be done with these."""
    willing = found.answered and found.answered.answer == A.YES
    if willing and not found.contributions:
        text = "Hear them, and take down what they say"
        yield Step(text, "reviews.contribution.new", (found.person.pk,), stops.get("family.meet", ""))
    if unasked := found.unasked:
        yield Step("Ask what may be done with their words", "reviews.consent.new", (unasked.pk,))


def represented(found: Member) -> bool:
    """Whether the advocate whom the law requires is there."""
    return any(each.speaks and each.kind == Advocate.Kind.DUTY for each in found.advocates)


def shown(found: Member, review: Review, stops: dict[str, str]) -> Iterator[Step]:
    """The draft, once there is one, for those who were told and did not decline to take part."""
    declined = found.answered and found.answered.answer == A.NO
    if review.stage in DRAFTED and found.told and not declined and not found.draft:
        yield contact(found, "Let them read the draft before it is published", K.DRAFT, stops)


def spoken(person: Person) -> dict[str, Any]:
    """The language in which somebody is spoken to, where it is not English, and whether through an interpreter."""
    said = getattr(person, "involvement", None)
    if said is None or said.language.casefold() in ("", "english"):
        return {"interpreter": bool(said and said.interpreter)}
    return {"language": said.language, "interpreter": said.interpreter}


def waiting(reviews: Any, today: date) -> Iterator[tuple[Person, str, date]]:
    """Whose part in any of `reviews` is to be looked at by today: (person, what, the day)."""
    people = Person.objects.filter(review__in=reviews).select_related("review__board")
    kept = people.filter(involvement__look_again_on__lte=today).exclude(
        involvement__untold_because="", involvement__uninvited_because=""
    )
    for person in kept.select_related("involvement"):
        yield person, "Look again at why {} was not told or not invited", person.involvement.look_again_on or today
    lines = Contact.objects.filter(person=OuterRef("pk"), corrections=None, kind__in=(K.ANSWERED, K.INVITED))
    latest = lines.order_by("-happened_on", "-pk").values("ask_again_on")[:1]
    for person in people.annotate(again=Subquery(latest)).filter(again__lte=today):
        yield person, "Ask {} again whether they want to take part", person.again


def first_told() -> Subquery:
    """The day on which each person of a query was first told."""
    told = Contact.objects.filter(person=OuterRef("pk"), kind=K.TOLD, corrections=None)
    return Subquery(told.order_by("happened_on").values("happened_on")[:1])


def told_of(review: Review) -> dict[str, int]:
    """How many of the living there are, how many of them were told, and how many heard in their own words."""
    family = Q(part__in=(Person.Part.SUBJECT, Person.Part.FAMILY), died_on=None, died_text="")
    said = Contribution.objects.filter(person=OuterRef("pk"))
    living = review.people.filter(family, kind=Person.Kind.PERSON).annotate(told=first_told(), heard=Exists(said))
    rows = [*living.values_list("told", "heard")]
    return {"all": len(rows), "told": sum(one is not None for one, _ in rows), "heard": sum(one for _, one in rows)}


def first_told_on(review: Review) -> date | None:
    """The day on which the family was first told, by the dates of the review."""
    found = next((each for each in review.milestones.all() if each.event == "family_told"), None)
    return found.happened_on if found else None
