"""The families of the demonstration: told, asked, heard in their own words, and what they agreed to."""

from __future__ import annotations

from datetime import date
from typing import Any

from reviews.models import Contribution, Person, Review
from reviews.services import advocate, consent, contact, contribution, family, person, restriction
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

# The day, of whom, the kind of contact, by what way, what was said, and what else is recorded.
Line = tuple[date, str, str, str, str, dict[str, Any]]
REVIEWER = "Hana Svensson, independent reviewer"


def of(review: Review, pseudonym: str) -> Person:
    """Somebody of the register by their published name."""
    return Person.objects.select_related("review").get(review=review, pseudonym=pseudonym)


def touched(cast: Cast, review: Review, lines: tuple[Line, ...], since: date | None = None) -> None:
    """Contacts, recorded by the business manager each on its day; those from before `since` on that day."""
    for day, who, kind, way, what, more in lines:
        with on(max(day, since or day), "16:10"):
            values = {"happened_on": day, "by_whom": REVIEWER, "way": way, "what": what, **more}
            contact.add(by=cast["manager"], person=of(review, who), kind=kind, values=values)


def involved(cast: Cast, review: Review, day: date, said: dict[str, dict[str, Any]]) -> None:
    """How each is reached, or why they are not."""
    with on(day, "17:20"):
        for who, values in said.items():
            family.involve(by=cast["manager"], person=of(review, who), values=values)


def named(cast: Cast, review: Review, day: date, who: str, chosen_by: str, wish: str) -> None:
    """The published name stays, and it is on record who chose it."""
    with on(day, "17:40"):
        found = of(review, who)
        values = {
            "pseudonym": found.pseudonym, "pseudonym_chosen_by": chosen_by, "pseudonym_chosen_on": day, "naming_wish": wish,
        }  # fmt: skip
        person.write(by=cast["manager"], person=found, values=values)


def heard(cast: Cast, review: Review, day: date, who: str, words: str, choice: str, **more: Any) -> Contribution:
    """The reviewer takes down what somebody said."""
    values = {"words": words, "given_on": day, "way": "meeting", "with_whom": REVIEWER, "choice": choice, **more}
    with on(day, "18:05"):
        return contribution.add(by=cast["reviewer"], person=of(review, who), values=values)


def decided(cast: Cast, made: Contribution, day: date, choice: str, note: str) -> None:
    """Somebody agrees to something else than before."""
    values = {"choice": choice, "in_confidence": False, "given_on": day, "said_to": REVIEWER, "note": note}
    with on(day, "12:15"):
        consent.give(by=cast["reviewer"], contribution=made, values=values)


def offered(cast: Cast, review: Review, day: date, who: str, **values: Any) -> None:
    """An advocate is offered, and answered at once."""
    with on(day, "11:25"):
        said = {"offered_on": day, "answered_on": day, **values}
        advocate.offer(by=cast["manager"], person=of(review, who), values=said)


# Practitioners of the child's review.
PASSED_ON = (
    "I rang the duty line on the Tuesday and was told that it would be passed on. I thought that it had been. None of us could see the "
    "others’ records, and each of us believed that somebody else was going in."
)
ALONE = (
    "I had said in supervision that I could not hold thirty-one children. It was written down and nothing came of it."
)

# The adult's daughter.
COMPLAINED = (
    "I wrote in November because Mum’s heel was black and she cried when they moved her. They wrote back that my letter had been logged. "
    "In January I wrote again and said that the room smelled. I had a reply in nine working days, very polite.\n\n"
    "Nobody ever rang me. Nobody asked me to come and show them. I would have driven there that night."
)
REMEMBERED = "She sang alto for thirty-one years. In the home she folded every napkin into a bird, and if you unfolded it she laughed and did it again."
ANGRY = "The nurse who came on the Sunday told me herself that she had asked for help and nobody picked up the phone."
DAUGHTER: tuple[Line, ...] = (
    (date(2025, 5, 28), "Daughter of Adult B", "told", "home", "That a review is held, what it is for, that it blames nobody and does not replace the inquest. She asked who would read her two letters.", {"by_whom": "Tom Brennan, business manager"}),
    (date(2025, 7, 28), "Daughter of Adult B", "answered", "phone", "She wants to be heard first, before the records.", {"answer": "yes"}),
    (date(2025, 7, 28), "Daughter of Adult B", "support", "phone", "Bereavement support of the hospice, and the coroner’s court support service. She has the numbers.", {}),
)  # fmt: skip


def of_the_adult(cast: Cast, review: Review) -> list[Contribution]:
    """Mrs Hollis's daughter is told, heard twice, and later takes one thing back; gives what a finding can rest on."""
    who = "Daughter of Adult B"
    touched(cast, review, DAUGHTER, since=date(2025, 7, 21))
    needs = "Rings back after six; not on Sundays, which were her visiting days. Large print, please."
    involved(cast, review, date(2025, 7, 28), {who: {"language": "English", "needs": needs}})
    offered(
        cast, review, date(2025, 7, 29), who, kind="independent", organisation="Wexcombe Voices", answer="declined",
        note="She would rather have her friend from the choir beside her.",
    )  # fmt: skip
    first = heard(
        cast, review, date(2025, 8, 4), who, COMPLAINED, "quote", note="She wants it to stand as she said it."
    )
    heard(cast, review, date(2025, 8, 4), who, REMEMBERED, "quote", note="For the part about who her mother was.")
    last = heard(cast, review, date(2025, 8, 11), who, ANGRY, "use", way="call")
    named(
        cast, review, date(2025, 8, 4), "Adult B", "her daughter",
        "Janet Pryce would rather have had her mother’s first name, and agreed to the letter because her brother asked for it.",
    )  # fmt: skip
    named(cast, review, date(2025, 8, 4), who, "herself", "She wants to be in it as a daughter, not as a name.")
    return [first, last]


def of_the_adult_later(cast: Cast, review: Review, said: list[Contribution]) -> None:
    """The draft is read, and she takes one thing back."""
    who = "Daughter of Adult B"
    decided(
        cast,
        said[1],
        ago(7),
        "withdrawn",
        "She fears that the nurse would be known by it. The nurse was kind to her mother.",
    )
    lines: tuple[Line, ...] = (
        (ago(6), who, "draft", "home", "She read it with her friend beside her. The second letter was posted in January, not in February. She asked that the sentence about the smell stays.", {"edition": "Draft 1"}),
    )  # fmt: skip
    touched(cast, review, lines)


# The child's family.
GRANDMOTHER = (
    "Jay was a cuddler. He would hold your ear while he fell asleep. After they moved to the seafront I did not see him for eleven weeks "
    "and I rang four times to say so.\n\nI am not after anybody’s job. I want to know who wrote it down when I rang."
)
GRANDMOTHER_LATER = GRANDMOTHER.replace("four times", "five times") + " I found the fifth in my telephone bill."
CHILD: tuple[Line, ...] = (
    (ago(66), "Father", "told", "letter", "That a review is held, through the prison’s safer custody team.", {"by_whom": "Tom Brennan, business manager"}),
    (ago(62), "Father", "invited", "letter", "To write, to speak by video, or to have somebody speak for him.", {}),
    (ago(57), "Grandmother", "answered", "phone", "Yes, but not in the week of his birthday.", {"answer": "yes"}),
)  # fmt: skip
SILENT: tuple[Line, ...] = (
    (ago(40), "Father", "answered", "letter", "No letter has come back. The officer on his wing says that he keeps it by him.", {"answer": "none", "ask_again_on": ago(5)}),
)  # fmt: skip
UNTOLD: dict[str, dict[str, Any]] = {
    "Grandmother": {"language": "English", "needs": "At home, in the morning. She does not read on a screen."},
    "Mother": {
        "untold_because": "process", "untold_why": "She is a witness; the officer in the case asks that she is not approached before she has given evidence. The family liaison officer told her that a review exists.",
        "look_again_on": ago(-21),
    },
    "Mother’s partner": {"untold_because": "safety", "untold_why": "He is charged and knows the grandmother’s address. The panel decides again after the trial.", "look_again_on": ago(-90)},
    "Half-sister": {
        "untold_because": "carer", "untold_why": "She is eight. Her grandparents and her guardian were told; her social worker has a book with her in which he is.",
        "uninvited_because": "carer", "uninvited_why": "Her guardian will say when and how she is asked.",
    },
}  # fmt: skip


def of_the_child(cast: Cast, review: Review) -> None:
    """Jaydon's grandmother and father are asked; his mother and her partner are not approached."""
    touched(cast, review, CHILD)
    involved(cast, review, ago(57), UNTOLD)
    offered(
        cast, review, ago(56), "Grandmother", kind="chosen", name="Her sister", answer="accepted",
        note="Sits beside her, and speaks when she asks for it.",
    )  # fmt: skip


def of_the_child_heard(cast: Cast, review: Review) -> Contribution:
    """The father does not answer; the grandmother is heard, and says what the boy should be called."""
    touched(cast, review, SILENT)
    beside = f"{REVIEWER}, with her sister beside her"
    made = heard(cast, review, ago(33), "Grandmother", GRANDMOTHER, "quote", with_whom=beside)
    wish = "She would like “Jay”, and knows why it cannot be. A letter is better than a made-up name, she says."
    named(cast, review, ago(33), "Child D", "his grandmother", wish)
    return made


def practitioners_heard(cast: Cast, review: Review) -> None:
    """Two practitioners write, because nobody may meet them before the trial: one agrees to a quote, the other confides."""
    heard(cast, review, ago(12), "Health Visitor 2", PASSED_ON, "quote", way="letter")
    heard(cast, review, ago(11), "Social Worker 3", ALONE, "use", way="letter", in_confidence=True)


def of_the_child_now(cast: Cast, review: Review, said: Contribution) -> None:
    """The grandmother corrects herself; then the police ask that nobody is approached for a while."""
    later = {
        "words": GRANDMOTHER_LATER, "given_on": ago(9), "way": "letter", "with_whom": REVIEWER, "choice": "quote",
        "why": "She counted the calls again.",
    }  # fmt: skip
    with on(ago(9), "18:20"):
        contribution.revise(by=cast["reviewer"], contribution=said, values=later)
    with on(ago(7), "09:35"):
        asked = {
            "limit": "family", "asked_by": "The officer in the case, by telephone", "since": ago(7), "until": ago(-12),
            "detail": "The mother gives evidence; nobody of the family is approached before that.",
        }  # fmt: skip
        restriction.add(by=cast["chair"], process=review.parallel_processes.get(kind="criminal"), values=asked)


def of_the_rapid_review(cast: Cast, review: Review) -> None:
    """The mother was told at the hospital; the father is in custody."""
    lines: tuple[Line, ...] = (
        (ago(7), "Mother of Child C", "told", "meeting", "At the hospital, with the consultant. She asked whether it would be about her.", {"by_whom": "Tom Brennan, business manager"}),
        (ago(7), "Mother of Child C", "support", "meeting", "The ward’s psychologist, and a counselling line for parents.", {"by_whom": "Tom Brennan, business manager"}),
    )  # fmt: skip
    touched(cast, review, lines)
    said: dict[str, dict[str, Any]] = {
        "Mother of Child C": {"language": "English", "needs": "Text first, never ring. With her mother beside her, never with his."},
        "Father of Child C": {"untold_because": "process", "untold_why": "In custody; the officer in the case tells him after the second interview.", "look_again_on": ago(-4)},
    }  # fmt: skip
    involved(cast, review, ago(7), said)


def of_the_published_review(cast: Cast, review: Review, day: date) -> None:
    """The mother takes part; the stepfather is asked."""
    told = "What a review is for, and what it is not."
    lines: tuple[Line, ...] = (
        (day, "Mother", "told", "home", told, {}),
        (day, "Stepfather", "told", "letter", told, {}),
        (day, "Mother", "invited", "home", "To be heard by the reviewer, at home or elsewhere.", {}),
        (day, "Mother", "answered", "home", "Yes, at once.", {"answer": "yes"}),
        (day, "Stepfather", "invited", "letter", "To write, or to be visited.", {}),
    )
    touched(cast, review, lines)
    heard(cast, review, day, "Mother", "He told me as well, in his way, and I explained it away.", "use")


def of_the_published_review_later(cast: Cast, review: Review, day: date) -> None:
    """The mother reads the draft; the stepfather has declined."""
    lines: tuple[Line, ...] = (
        (day, "Stepfather", "answered", "letter", "Through his solicitor: no.", {"answer": "no"}),
        (day, "Mother", "draft", "home", "She read it twice. She asked that his trains stay in it.", {"edition": "Final draft"}),
    )  # fmt: skip
    touched(cast, review, lines)
    named(cast, review, day, "Child A", "his mother", "She left it to the board.")
