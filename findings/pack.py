"""The pack for the national body, built from what was entered: nothing in it is written twice, and nothing is left to copy.

Real names stand where the body needs them: of the person whom the review is about. Everybody else is called by the
published name, and in the chronology names are covered. Legal advice is never in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects

from agencies.models import Request
from agencies.models.imr import IMR_SECTIONS, SUMMARY_SECTIONS
from findings import merged
from findings.annotated import born
from findings.chronology_export import entries
from findings.chronology_export.document import compose
from findings.chronology_export.pages import MOST_IN_PDF
from reviews import decision_content as said_of
from reviews import questions
from reviews.family import first_told
from reviews.models import DecisionRecord, Person, Review
from reviews.regimes.shapes import EVENTS
from reviews.stages import RELEASED
from scr_portal.lib.docx import Block
from scr_portal.lib.page_tags import day
from scr_portal.lib.papers import Paper, facts, paper_of, table, words
from scr_portal.lib.records import Refused

MARKING = "OFFICIAL-SENSITIVE"
Section = tuple[str, list[Block]]
# What agencies wrote in their reports that the national body asks for at this point.
LEARNING = ("involvement", "good_practice", "missed", "learning", "actions")
# Of the signed record, what the pack says in a section of its own.
SAID_ELSEWHERE = {"The case", "Criteria"}


def pack(review: Review, user: Any, today: date) -> Paper:
    """The whole pack as it stands today, with the entries that `user` may read."""
    told = Prefetch("people", Person.objects.select_related("involvement").annotate(told_on=first_told()))
    prefetch_related_objects([review], told, "milestones", "criterion_answers", "parallel_processes")
    requests, begun = asked(review), beginning(review)
    sections: list[Section] = [
        ("The case", case(review, today)), ("Who it is about", people(review)), *referral(begun), ("Dates", dates(review)), *notification(begun),
        ("Criteria", said_of.criteria(review)), ("Agencies asked, and their returns", returns(requests)), *learning(requests),
        *decision(review), ("The family", family(review)), ("Parallel processes", parallel(review)),
        ("Merged chronology", chronology(review, user, today)),
    ]  # fmt: skip
    return Paper(
        title(review), str(review.board.name), MARKING, tuple((head, tuple(parts)) for head, parts in sections)
    )


def title(review: Review) -> str:
    """What the pack is called under the review's rule set."""
    rapid = any(clock.stops == "rapid_review_sent" for clock in review.rules.clocks)
    return f"{'Rapid review' if rapid else 'Review'} pack: {review.ref}"


def check_length(paper: Paper) -> None:
    """Pass when a PDF holds the paper. Raises Refused for a chronology that is too long for one."""
    longest = max((len(block.rows) for _, parts in paper.sections for block in parts), default=0)
    if longest > MOST_IN_PDF:
        raise Refused(
            f"The chronology has {longest - 1:,} entries, and a PDF holds {MOST_IN_PDF:,} at most: take the Word document."
        )


def case(review: Review, today: date) -> list[Block]:
    """Which case, under which rules, for whom."""
    rules = review.rules
    said = [
        ("Reference", review.ref), ("Board", review.board.name), ("Area", review.board.area), ("To", rules.national_body.name),
        ("Address", rules.national_body.address), ("Rule set", rules.label), ("Stage", review.get_stage_display()),
        ("Made on", day(today)),
    ]  # fmt: skip
    return [facts([(name, text) for name, text in said if text])]


def people(review: Review) -> list[Block]:
    """The subjects with their real names and dates; the family by published names, and when each was told."""
    everybody: Any = review.people.all()
    subjects = [each for each in everybody if each.part == Person.Part.SUBJECT]
    about = [
        (each.pseudonym, each.real_name, each.get_sex_display(), each.born.text, each.died.text) for each in subjects
    ]
    family = [
        (each.pseudonym, each.relation, day(each.told_on) or untold(each))
        for each in everybody
        if each.part == Person.Part.FAMILY
    ]
    found = (
        [table(("Published name", "Name", "Sex", "Born", "Died"), about)]
        if about
        else words("Nobody is in the people register yet.")
    )
    return [*found, *([table(("Family and household", "Relation", "Told"), family)] if family else [])]


def untold(person: Person) -> str:
    """Why somebody was not told, as far as that is on record."""
    said = getattr(person, "involvement", None)
    return said.get_untold_because_display() if said and said.untold_because else "Not yet"


def beginning(review: Review) -> Review:
    """The review with what it began with: its referral and the notification, read at once."""
    made: Review = Review.objects.select_related(
        "referral__referrer", "referral__agency", "referral__invitation", "notification"
    ).get(pk=review.pk)
    return made


def referral(review: Review) -> Iterator[Section]:
    """What was referred, in the referrer's words."""
    found = getattr(review, "referral", None)
    if found is None:
        return
    said = [
        ("Reference", found.ref), ("Referred by", f"{found.made_by}{f', {found.agency}' if found.agency else ''}"),
        ("About", found.subject_name), ("Born", day(found.subject_born_on)), ("Also concerned", found.also_concerned),
        ("Other areas", found.other_areas), ("What has happened", found.get_outcome_display()), ("When it happened", day(found.happened_on)),
        ("When the agency became aware", day(found.aware_on)), ("Circumstances", found.circumstances),
        ("Agencies involved", found.agencies_involved), ("Concern about how agencies worked together", found.concern),
        ("Done to keep others safe", found.safety),
        *((each.label, each.said) for each in questions.answered(found.rule_set, found.answers)), ("Screening", found.screening_note),
    ]  # fmt: skip
    yield "Referral", [facts([(name, text) for name, text in said if text])]


def notification(review: Review) -> Iterator[Section]:
    """The serious incident notification: by whom, under which reference, who else was told."""
    found = getattr(review, "notification", None)
    if found is not None:
        said = [("Sent by", found.sent_by), ("Reference", found.reference), ("Partners told", found.partners_told), ("Note", found.note)]  # fmt: skip
        yield "Serious incident notification", [facts([pair for pair in said if pair[1]])]


def dates(review: Review) -> list[Block]:
    """Each dated fact, the notification among them."""
    rows = [
        (EVENTS.get(each.event, each.event).capitalize(), day(each.happened_on), each.note)
        for each in review.milestones.all()
    ]
    return [table(("What happened", "When", "Note"), rows)] if rows else words("No dates are recorded.")


def asked(review: Review) -> list[Request]:
    """The requests of the review, with what their agencies wrote."""
    found = (
        Request.objects.filter(review=review)
        .select_related("agency", "imr")
        .prefetch_related("imr__sections", "questions")
    )
    return list(found)


def returns(requests: Sequence[Request]) -> list[Block]:
    """Who was asked for what, and whether it came."""
    rows = [
        (
            each.agency.name,
            each.get_wanted_display(),
            day(each.sent_on),
            day(each.due_on),
            each.get_status_display(),
            outcome(each),
        )
        for each in requests
    ]
    head = ("Agency", "Asked for", "Sent", "Due", "Where it stands", "Outcome")
    return [table(head, rows)] if rows else words("No agency has been asked yet.")


def outcome(request: Request) -> str:
    """What came of a request: a nil return with its reason, or a signed return."""
    if request.nil_return:
        return f"Nil return: {request.nil_return_reason}"
    return f"Signed off on {day(request.signed_off_on)}" if request.signed_off_on else ""


def learning(requests: Sequence[Request]) -> Iterator[Section]:
    """What each agency that has returned takes from the case so far, in its own words."""
    parts: list[Block] = []
    for request in requests:
        said = written(request) if request.status == "returned" else []
        parts += [Block("heading", request.agency.name), facts(said)] if said else []
    yield "Immediate learning, agency by agency", parts or words("No agency has written of its learning yet.")


def written(request: Request) -> list[tuple[str, str]]:
    """What a return says: of a report its learning, of a summary or rapid return all of it, and the answers to questions."""
    imr = getattr(request, "imr", None)
    said = {each.key: each.text for each in imr.sections.all()} if imr is not None else {}
    form = SUMMARY_SECTIONS if request.asks_summary else [each for each in IMR_SECTIONS if each[0] in LEARNING]
    answers = [(each.text, each.answer) for each in request.questions.all() if each.answer]
    return [(title, said[key]) for key, title, _ in form if said.get(key)] + answers


def decision(review: Review) -> Iterator[Section]:
    """Meeting, votes, recommendation and decision: from the signed record where there is one."""
    newest = DecisionRecord.objects.filter(decision=OuterRef("pk")).order_by("-number").values("content")[:1]
    rows = review.decisions.exclude(outcome="withdrawn").annotate(signed=Subquery(newest))
    found: Any = rows.select_related("meeting", "recommended_by", "decided_by").first()
    if found is None:
        yield "Decision", words("No recommendation has been made yet.")
        return
    if found.signed is not None:
        for heading, parts in paper_of(found.signed).sections:
            if heading not in SAID_ELSEWHERE:
                yield heading, list(parts)
        return
    yield from said_of.meeting(found)
    yield "Recommendation", said_of.recommendation(found)
    yield "Decision", said_of.decided(found) if found.made else words("The chair has not decided yet.")
    yield "Matters considered", said_of.considered(found)


def family(review: Review) -> list[Block]:
    """When the family was told, and by which letters."""
    told = next((each for each in review.milestones.all() if each.event == "family_told"), None)
    letters = [
        (each.label, day(each.sent_on), each.get_way_display(), each.told)
        for each in review.letters.filter(to="family", sent_on__isnull=False).order_by("sent_on", "pk")
    ]
    said = [("The family was told on", day(told.happened_on)), ("Note", told.note)] if told else []
    parts = (
        [facts([pair for pair in said if pair[1]])] if told else words("That the family was told is not recorded yet.")
    )
    return [*parts, *([table(("Letter", "Sent", "How", "Said beside it"), letters)] if letters else [])]


def parallel(review: Review) -> list[Block]:
    """What runs beside the review."""
    rows = [
        (str(each), each.lead_body, each.reference, each.contact, day(each.started_on), day(each.ended_on), each.note)
        for each in review.parallel_processes.all()
    ]
    return (
        [table(("Process", "Led by", "Reference", "Contact", "Since", "Ended", "Note"), rows)]
        if rows
        else words("None known.")
    )


def chronology(review: Review, user: Any, today: date) -> list[Block]:
    """The merged chronology, names covered; what is on hold does not leave the board in a pack."""
    rows = entries(review, user, merged.Filters(holds="without"))
    document = compose(review, rows, named=False, asked=(), today=today, subjects=born(review))
    if not document.rows:
        return words(
            "No return with a chronology has been signed off yet."
            if review.stage not in RELEASED
            else "There are no entries."
        )
    return [*words(document.about[0]), table(document.headings, document.rows)]
