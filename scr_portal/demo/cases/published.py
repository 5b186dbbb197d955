"""The review that was published: recommendations answered, actions done, under way and overdue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from findings import tasks
from findings.models import Recommendation, Report, Theme
from findings.services import anonymity, publication, recommendation, section
from findings.services import report as drafting
from reviews.models import Review
from reviews.services import stage
from scr_portal.demo import answers, family, learning, plans, policies, training
from scr_portal.demo.acting import act
from scr_portal.demo.board import Cast
from scr_portal.demo.meetings import challenged
from scr_portal.demo.steps import (
    Told,
    answer,
    ask,
    commission,
    dated,
    decide,
    find,
    hand_in,
    refer,
    report,
    screen,
    sign,
    type_in,
)
from scr_portal.demo.timetable import ago, on

ANSWERS = {
    "abuse-or-neglect": ("met", "The injuries were inflicted; his stepfather has admitted it."),
    "died-or-seriously-harmed": ("met", "Life-threatening head injury with lasting disability."),
    "improvements-needed": ("met", "A strategy discussion was asked for twice and held once."),
    "recurrent-themes": ("met", "A man in the household of whom records hardly speak."),
    "working-together": ("met", "School and police each told social care half."),
}
PEOPLE = (
    {
        "part": "subject",
        "given": "Tobias",
        "surname": "Renshaw",
        "sex": "male",
        "pseudonym": "Child A",
        "relation": "the child",
    },
    {
        "part": "family",
        "given": "Carla",
        "surname": "Renshaw",
        "sex": "female",
        "pseudonym": "Mother",
        "relation": "mother",
    },
    {"part": "family", "given": "Dean", "surname": "Hockley", "sex": "male", "pseudonym": "Stepfather", "relation": "stepfather"},
    {"kind": "school", "part": "other", "name": "St Brannoc’s Primary School", "pseudonym": "the primary school"},
)  # fmt: skip
TIES = (("Mother", "parent", "Child A"), ("Stepfather", "step_parent", "Child A"), ("Stepfather", "married", "Mother"))
CHRONOLOGY = """Date of event;Time;Source;What happened;Action taken
{0:%d/%m/%Y};09:10;CPOMS;Tobias came to school with a graze under his chin. He said that he fell off a wall.;Recorded; nobody told
{1:%d/%m/%Y};;CPOMS;Tobias said that Dean “does the shouting now”. Mother was rung and said that he exaggerates.;Pastoral check-ins begun
{2:%d/%m/%Y};15:40;CPOMS;Collected by Dean Hockley, who would not come in. Tobias did not want to go with him.;Concern passed to children’s social care by form
{3:%d/%m/%Y};;Attendance;Eleven half days missed since the half-term.;Letter sent
{4:%d/%m/%Y};10:05;CPOMS;Bruise on the upper arm, round, two centimetres. Tobias said nothing about it.;Rang children’s social care; told to send the form again
{5:%d/%m/%Y};08:50;CPOMS;Not in school. Police rang to say that he was in hospital.;Records secured
"""
TYPED = {
    "police": (
        (985, "Incident log", "Neighbour reports a man shouting at a child. Dean Hockley answers the door; Tobias seen in pyjamas, says that he is fine."),
        (929, "Notice to social care", "Notice sent of the visit two months ago; nobody rang."),
        (801, "Incident log", "Called to hospital. Dean Hockley arrested."),
    ),
    "childrens-social-care": (
        (930, "Front door", "Form from the school about collection by stepfather. No further action: school to monitor."),
        (928, "Front door", "Notice from the police. Linked to no other contact. Closed in one hour."),
        (839, "Front door", "Telephone call from the school. Asked to send the form again."),
    ),
}  # fmt: skip
FINDINGS: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    (
        {
            "title": "A form was sent where a conversation was needed",
            "what": "Concerns travelled as forms. Each was dealt with by itself, by whoever was on duty.",
            "why": "The front door was measured by the time it took to close a form. Ringing was discouraged because it could not be counted.",
            "impact": "The picture that four contacts would have made together was never looked at.",
        },
        ("form", "Rang"),
    ),
    (
        {
            "title": "The man in the household was a name at the school gate",
            "what": "Three services had met the stepfather. None had asked who he was.",
            "why": "Records have a box for parents. He was not one, so that there was nowhere to write what was known of him.",
            "impact": "His earlier convictions stayed in another force’s records.",
        },
        ("Dean",),
    ),
)  # fmt: skip
TEXTS = {
    "introduction": "This review was commissioned under Working Together because Tobias Renshaw was seriously harmed, abuse was known, and there was learning for several services.",
    "method": "Three agencies gave chronologies and reports. The family was offered a meeting with the reviewer and took part.",
    "person": "Tobias likes trains, and jokes that take a long time to tell. He now goes to another school with help.",
    "analysis": "## What was known\n\nTobias Renshaw told an adult at school what his days were like. What he said was written down with care.\n\n## Why it was not put together\n\nEach service answered the part that it held. Dean Hockley was known by sight only.",
    "findings": "- A form was sent where a conversation was needed.\n- The man in the household was a name at the school gate.",
    "recommendations": "Services talk before they write; and everybody in a household is somebody whom the record can hold.",
}
# (text, finding, agencies, answer, reason, actions: (agency, text, days from today to the target, how far it got))
PLAN: tuple[tuple[str, int, tuple[str, ...], str, str, tuple[tuple[str, str, int, str], ...]], ...] = (
    (
        "The front door answers a second contact about the same child with a conversation between the services that sent them.",
        0, ("childrens-social-care", "school", "police"), "accepted", "",
        (
            ("childrens-social-care", "A second contact within ninety days opens a call with everybody who made one.", 210, "closed"),
            ("police", "Officers add their number to each notice, and ring when they have sent two.", 35, "late"),
            ("school", "Designated leads keep one page for each child with all contacts on it.", 60, "claimed"),
        ),
    ),
    (
        "Every record of a child holds everybody who lives with the child, and what is known of them.",
        1, ("childrens-social-care", "health-visiting", "police"), "accepted", "",
        (
            ("health-visiting", "The household page is asked at every visit, and shown red when it is older than six months.", 12, "late"),
            ("police", "Checks on adults of the household are part of every strategy discussion.", -45, "going"),
            ("childrens-social-care", "Genograms are drawn at the first visit.", 90, "assured"),
        ),
    ),
    (
        "The national body considers a duty to notify when a person with convictions for violence joins a household with children.",
        1, ("police",), "not_accepted", "The board has no power over this; it has written to the Panel and will report the answer.", (),
    ),
)  # fmt: skip
# The theme of each finding, in their order.
THEMES = ("Sharing information in a timely and appropriate way", "Domestic abuse")


def tell(cast: Cast, folder: Path) -> None:
    """From a referral more than two years ago to a plan that is half done."""
    review = begin(cast)
    collect(cast, review, folder)
    family.of_the_published_review(cast, review, ago(730))
    made = analyse(cast, review)
    publish(cast, review)
    answers.answered(cast, made)
    follow(cast, made)
    policies.of_the_published_review(cast, made)
    plans.handed_in(cast, Review.objects.select_related("board").get(pk=review.pk), folder)
    learning.of_the_published_review(cast, review)
    training.of_the_published_review(cast, Review.objects.select_related("board").get(pk=review.pk), folder)


def begin(cast: Cast) -> Review:
    """Referred, decided, commissioned."""
    told = Told(
        "england-child@2023", "Tobias Renshaw", ago(3700), "serious_harm", ago(801), ago(800),
        "Tobias, aged seven, has a life-threatening head injury. His stepfather has been arrested.", "School had written to us four times.", sex="male",
    )  # fmt: skip
    review = screen(cast, refer(cast, told, ago(798)), ago(797), "Child A", "Serious harm; abuse admitted.")
    dated(cast, review, "notified", ago(796))
    dated(cast, review, "rapid_review_sent", ago(779), "Rapid review sent to the Panel.")
    dated(cast, review, "panel_replied", ago(768))
    answer(cast, review, ago(788), ANSWERS, "Nothing points to this.")
    review = decide(
        cast,
        review,
        ago(784),
        ago(780),
        "lcspr",
        "Four concerns from two services were each closed alone.",
        "White British; poverty and disability considered.",
    )
    challenged(cast, review.decisions.get(), ago(775), ago(770))
    return commission(
        cast, review, ago(760), purpose="To learn why four concerns did not become one.", scope=(ago(1300), ago(801)), method="silp",
        lines=("What happened to each concern that was passed on?", "What was known of the adults in the household?"), people=PEOPLE, ties=TIES,
    )  # fmt: skip


def collect(cast: Cast, review: Review, folder: Path) -> None:
    """Three agencies return what they were asked for."""
    requests = ask(
        cast, review, ago(758), ago(735), ("school", "police", "childrens-social-care"), "chronology_and_imr"
    )
    file = folder / "St Brannocs chronology.csv"
    file.write_text(CHRONOLOGY.format(*(ago(days) for days in (1010, 960, 930, 900, 840, 801))), encoding="utf-8")
    hand_in(cast, "school", requests["school"], ago(740), file)
    learned = {"learning": "We rang, and then stopped ringing because it changed nothing."}
    report(cast, "school", requests["school"], ago(739), learned)
    sign(cast, "school", requests["school"], ago(738))
    for key, rows in TYPED.items():
        dated_rows = [(f"{ago(days):%d/%m/%Y}", source, event) for days, source, event in rows]
        type_in(cast, key, requests[key], ago(741), dated_rows)
        sign(cast, key, requests[key], ago(737))


def analyse(cast: Cast, review: Review) -> list[Recommendation]:
    """Released, found, recommended."""
    with on(ago(700)):
        review = stage.move(by=cast["reviewer"], review=review, verb="release")
    themes = {theme.name: theme for theme in Theme.objects.filter(board=cast.board)}
    said = zip(FINDINGS, THEMES, strict=True)
    written = [
        find(cast, review, ago(650), {**values, "themes": [themes[name]]}, words) for (values, words), name in said
    ]
    with on(ago(640)):
        return [
            recommendation.add(
                by=cast["reviewer"], review=review,
                values={"text": text, "findings": [written[rests]], "agencies": [cast.agencies[key] for key in keys], "scope": "national" if not actions else "multi", "beyond_gift": not actions, "changes": ["system"] if actions else ["policy"], "measure": "Dip sample of twenty cases each half-year.", "baseline": "Two of twenty cases." if actions else ""},
            )
            for text, rests, keys, _, _, actions in PLAN
        ]  # fmt: skip


def publish(cast: Cast, review: Review) -> None:
    """The report is written, decided, read twice, signed off, scanned and published."""
    with on(ago(600)):
        begun = drafting.begin(by=cast["reviewer"], review=review)
        for each in begun.sections.filter(key__in=TEXTS):
            section.write(by=cast["reviewer"], section=each, text=TEXTS[each.key])
        decided(cast, begun)
    family.of_the_published_review_later(cast, review, ago(530))
    review.refresh_from_db()
    with on(ago(520)):
        review = drafting.send_for_sign_off(by=cast["reviewer"], review=review)
    with on(ago(470)):
        review = drafting.sign_off(
            by=cast["chair"], review=review, note="For the three statutory partners, at their meeting."
        )
    with on(ago(440)):
        begun = Report.objects.select_related("review").get(pk=begun.pk)
        drafting.read(by=cast["reviewer"], report=begun, order=1, accepted=True)
        drafting.read(by=cast["panel"], report=begun, order=2, accepted=True)
        for line in review.rules.checklist:
            begun = publication.tick(by=cast["manager"], report=begun, key=line.key, on=ago(440), note="")
    with on(ago(420)):
        tasks.build_report(begun.pk, cast["manager"].pk)
        publication.publish(by=cast["manager"], report=Report.objects.select_related("review").get(pk=begun.pk))


def decided(cast: Cast, begun: Report) -> None:
    """What the search asks about is ordinary here: the words stay, each on record."""
    while leftovers := anonymity.anonymised(begun).leftovers:
        anonymity.decide(
            by=cast["reviewer"],
            report=begun,
            leftover=leftovers[0],
            choice="keep",
            replacement="",
            everywhere=True,
            reason="Identifies nobody.",
        )


def follow(cast: Cast, made: list[Recommendation]) -> None:
    """The board answers; agencies act; some are late."""
    for found, (_, _, _, given, reason, steps) in zip(made, PLAN, strict=True):
        found = Recommendation.objects.select_related("review").get(pk=found.pk)
        with on(ago(410)):
            recommendation.respond(by=cast["chair"], recommendation=found, answer=given, reason=reason)
        for key, text, target, reached in steps:
            act(cast, found, key, text, ago(target), reached)
