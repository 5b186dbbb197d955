"""The adults' review: findings stand, the report is being drafted, some of its words are not decided yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from agencies.models import Entry, Hold
from agencies.services import hold
from findings.models import AccuracyPassage, EventLink, Mark, Remark, Report, Theme
from findings.services import accuracy, episode, mark, recommendation, remark, same_event, section
from findings.services import finding as findings
from findings.services import report as drafting
from reviews.models import Contribution, Review
from reviews.services import disclosure, parallel, stage
from scr_portal.demo import chronologies, family
from scr_portal.demo.board import Cast
from scr_portal.demo.cases import governed
from scr_portal.demo.cases.adult_analysis import judged, questions, tell_more
from scr_portal.demo.steps import Told, answer, ask, commission, decide, find, hand_in, refer, report, screen, sign
from scr_portal.demo.timetable import ago, on

TOLD = Told(
    "england-adult-sar@2014", "Maureen Hollis", date(1946, 11, 2), "died", date(2025, 4, 20), date(2025, 4, 28),
    "Mrs Hollis, 78, lived at Larkfield House. She died in hospital of sepsis from a pressure ulcer of the worst grade. She weighed 38 kg.",
    "Her daughter had complained twice. District nurses, the GP and the home each believed that another had the wound in hand.", sex="female",
)  # fmt: skip
ANSWERS = {
    "in-area": ("met", "She lived in the area throughout."),
    "care-and-support-needs": ("met", "Dementia, frailty and help with every meal."),
    "working-together": ("met", "Three services saw the wound and none led."),
    "died": ("met", "She died, and neglect is suspected to have contributed."),
}
LINES = (
    "How was Adult B’s skin and weight watched, and who led?",
    "What was done with her daughter’s complaints?",
    "How were mental capacity and her own wishes understood?",
)
PEOPLE = (
    {"part": "subject", "title": "Mrs", "given": "Maureen", "surname": "Hollis", "sex": "female", "pseudonym": "Adult B", "relation": "the adult", "born_on": date(1946, 11, 2), "died_on": date(2025, 4, 20)},
    {"part": "family", "given": "Janet", "surname": "Pryce", "sex": "female", "pseudonym": "Daughter of Adult B", "relation": "daughter"},
    {"kind": "care_home", "part": "other", "name": "Larkfield House", "pseudonym": "the care home"},
)  # fmt: skip
TIES = (("Adult B", "parent", "Daughter of Adult B"), ("Adult B", "lives_at", "the care home", "March 2024"))
AGENCIES = ("adult-social-care", "care-home", "gp", "hospital", "district-nursing", "ambulance")
FINDINGS: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    (
        {
            "title": "Everybody treated the wound and nobody owned it",
            "what": "Dressings were changed by three services in turn. No record says who decided that it was getting worse.",
            "why": "The wound pathway names a lead only when the person is at home. In a care home each service read the gap as the other’s part, and visits were counted by task.",
            "impact": "Adult B waited nineteen days for a specialist who could have come in two.",
        },
        ("pressure", "wound", "sacr"),
    ),
    (
        {
            "title": "A daughter’s complaint was filed, not heard",
            "what": "Two complaints were answered in time and in form. Neither led to anybody looking at her mother.",
            "why": "Complaints and safeguarding were two desks with two clocks; the first was measured by replies sent.",
            "impact": "The person who knew Adult B best was not asked what had changed.",
        },
        ("daughter", "Janet", "complain"),
    ),
    (
        {
            "title": "Weight was measured and not read",
            "what": "Monthly weights show the loss of a quarter of her body weight. The chart was complete.",
            "why": "Filling the chart was the task; reading it was nobody’s, and the tool turns red only at a single month’s loss.",
            "impact": "Food was fortified four months after it was needed.",
        },
        ("weight", "weigh", "MUST"),
    ),
)  # fmt: skip
SECTIONS = {
    "introduction": "This review was commissioned under section 44 of the Care Act 2014 because Maureen Hollis died with needs for care and support, neglect is suspected, and there is concern about how agencies worked together.",
    "method": "Six agencies gave chronologies and reports. Mrs Hollis’s daughter, Janet Pryce, spoke with the reviewer twice. Care staff took part in a learning event. Night records of one month could not be found.",
    "person": "Maureen Hollis was born in Ireland, the youngest of seven children, and came to this country when she was 17. She worked as a seamstress at a theatre. She lived in a bungalow opposite the lifeboat station until she fell in her kitchen at the age of 77, and used a wheelchair from then on.\n\nShe sang in the choir of her church. At Larkfield House she folded napkins every evening. Janet Pryce asked that she be remembered for her laugh.",
    "analysis": "## Who led\n\nThe district nurses, the practice and Larkfield House each changed dressings. Sister Imelda Garrity recorded on 3 February 2025 that the wound was “reviewed by GP”; the practice has no such review.\n\n## What the family said\n\nMrs Pryce wrote twice. The second letter described the smell in the room. She told the reviewer: “Nobody ever rang me. Nobody asked me to come and show them.”",
}


def tell(cast: Cast, folder: Path) -> None:
    """Referred in May 2025; released in the autumn; the draft is due to be shared."""
    review = begin(cast)
    collect(cast, review, folder)
    said = family.of_the_adult(cast, review)
    analyse(cast, review, said)
    family.of_the_adult_later(cast, review, said)
    governed.adult(cast, review)


def begin(cast: Cast) -> Review:
    """Referred, decided, commissioned."""
    review = screen(
        cast,
        refer(cast, TOLD, date(2025, 5, 6), by="hospital.lead"),
        date(2025, 5, 8),
        "Adult B",
        "Died in hospital from a wound that several services saw.",
    )
    answer(cast, review, date(2025, 5, 21), ANSWERS, "She died; this limb is for those who lived.")
    why = "The mandatory duty applies: she died, neglect is suspected, and agencies could have worked together better."
    review = decide(
        cast,
        review,
        date(2025, 5, 22),
        date(2025, 5, 27),
        "mandatory",
        why,
        "Age, disability and religion were considered; her church gave her a community that services did not know of.",
    )
    with on(date(2025, 6, 2)):
        values = {
            "kind": "coroner",
            "lead_body": "HM Coroner, South Vale",
            "started_on": date(2025, 4, 24),
            "note": "Inquest opened and adjourned. The coroner has asked for the report when it is done.",
        }
        parallel.add(by=cast["chair"], review=review, values=values)
        given = {
            "kind": "other",
            "what": "List of agencies that were asked",
            "to": "The coroner’s officer",
            "given_on": date(2025, 6, 2),
        }
        reason = {"why": "The coroner asked who holds records", "power": "Coroners and Justice Act 2009, Schedule 5"}
        disclosure.add(by=cast["manager"], review=review, values={**given, **reason})
    return commission(
        cast, review, date(2025, 6, 18), purpose="To learn how a woman in a care home died of a wound that many saw.",
        scope=(date(2024, 3, 1), date(2025, 4, 20)), method="traditional", lines=LINES, people=PEOPLE, ties=TIES,
    )  # fmt: skip


def collect(cast: Cast, review: Review, folder: Path) -> None:
    """Six agencies hand in their files and sign them off."""
    requests = ask(cast, review, date(2025, 6, 20), date(2025, 7, 18), AGENCIES, "chronology_and_imr")
    files = chronologies.write(folder / "adult", case="adult")
    for key in AGENCIES:
        hand_in(cast, key, requests[key], date(2025, 7, 10), files[key])
        report(
            cast,
            key,
            requests[key],
            date(2025, 7, 14),
            {
                "involvement": "A summary of what our records show is in the chronology.",
                "learning": "We name who leads for a wound, and we read what we chart.",
            },
        )
        sign(cast, key, requests[key], date(2025, 7, 17))


def analyse(cast: Cast, review: Review, said: list[Contribution]) -> None:
    """Released, marked, found, recommended; the report is half written."""
    with on(ago(120)):
        review = stage.move(by=cast["reviewer"], review=review, verb="release")
    marked(cast, review)
    kept_back(cast, review)
    linked(cast, review)
    asked = zip(FINDINGS, questions(review), strict=True)
    written = [find(cast, review, ago(95), {**values, **question}, words) for (values, words), question in asked]
    with on(ago(94), "20:10"):
        findings.rest_on(
            by=cast["reviewer"],
            finding=written[1],
            contributions=said,
            note="What the letters felt like from the other side.",
        )
    tell_more(cast, written)
    with on(ago(70)):
        for text, resting, named in RECOMMENDATIONS:
            values = {
                "text": text,
                "findings": [written[resting]],
                "agencies": [cast.agencies[name] for name in named],
                "scope": "multi",
                "changes": ["system"],
                "measure": "Audit of thirty records six months after the change, repeated after a year.",
            }
            recommendation.add(by=cast["reviewer"], review=review, values=values)
    with on(ago(50), "21:15"):
        begun = drafting.begin(by=cast["reviewer"], review=review)
        for each in begun.sections.filter(key__in=SECTIONS):
            section.write(by=cast["reviewer"], section=each, text=SECTIONS[each.key])
    judged(cast, Report.objects.get(pk=begun.pk))
    remarked(cast, Report.objects.get(pk=begun.pk))
    checked(cast, Report.objects.get(pk=begun.pk))


def remarked(cast: Cast, report: Report) -> None:
    """The panel has read the draft: one suggestion is accepted, a comment and another suggestion wait."""
    analysis = report.sections.get(key="analysis")
    for kind, quote, words, text in REMARKS:
        said = {"kind": kind, "quote": quote, "words": words, "text": text}
        with on(ago(45), "19:20"):
            remark.add(by=cast["panel"], section=analysis, **said)
    with on(ago(44), "08:15"):
        first = Remark.objects.filter(section=analysis, kind="suggestion").earliest("pk")
        remark.answer(by=cast["reviewer"], remark=first, answer="accepted", reason="Clearer. Thank you.")


REMARKS = (
    ("suggestion", "The second letter described the smell in the room.", "Her second letter described the smell in the room, and asked who would come.", "She asked a question. That it was one matters."),
    ("comment", "the practice has no such review", "", "Was the out-of-hours service asked as well? It may hold the record."),
    ("suggestion", "Mrs Pryce wrote twice.", "Mrs Pryce wrote twice, on 14 and on 27 January.", ""),
)  # fmt: skip


def checked(cast: Cast, report: Report) -> None:
    """Two agencies are sent what concerns them; the district nurses object and are answered, the practice is late."""
    with on(ago(20), "10:05"):
        asked = report.review.requests.filter(agency__in=[cast.agencies[key] for key in ("district-nursing", "gp")])
        begun = accuracy.begin(by=cast["reviewer"], report=report, requests=list(asked), due_on=ago(9))
        for invitation in begun.invitations.all():
            accuracy.choose(by=cast["reviewer"], invitation=invitation, chosen=["analysis-1"])
        accuracy.send(by=cast["reviewer"], round=begun)
    passage = AccuracyPassage.objects.get(invitation__request__agency=cast.agencies["district-nursing"])
    with on(ago(12), "16:40"):
        said = accuracy.comment(
            by=cast["district-nursing.lead"],
            passage=passage,
            kind="fact",
            text=OBJECTION,
            evidence="Wound chart and e-mail of 4 February 2025.",
        )
        accuracy.finish(by=cast["district-nursing.lead"], invitation=passage.invitation)
    with on(ago(8), "20:30"):
        accuracy.decide(by=cast["reviewer"], comment=said, decision="in_part", reason=ANSWER)


OBJECTION = "The entry of 3 February was followed by an e-mail to the practice on the next day. The text reads as if nobody asked."
ANSWER = "The e-mail is added. That no answer came, and that nobody asked again for eleven days, stands."


RECOMMENDATIONS = (
    ("The health and care partners name one lead clinician for every wound of a person in a care home, and the home knows the name.", 0, ("district-nursing", "gp", "care-home")),
    ("A complaint that speaks of a person’s body is looked at by somebody who then looks at the person, within one working day.", 1, ("hospital", "adult-social-care", "care-home")),
    ("Weight loss is shown over six months on the chart that is filled in, with the step that follows.", 2, ("care-home", "gp")),
)  # fmt: skip


def marked(cast: Cast, review: Any) -> None:
    """The panel has read, and marked what it saw."""
    themes = {theme.name: theme for theme in Theme.objects.filter(board=cast.board)}
    wanted: tuple[tuple[str, str, str], ...] = (
        ("wound", Mark.Kind.KEY_EPISODE, ""), ("DNA", Mark.Kind.MISSED_OPPORTUNITY, ""), ("complain", Mark.Kind.MISSED_OPPORTUNITY, ""),
        ("capacity", Mark.Kind.THEME, "Direct practice with the person"), ("referr", Mark.Kind.THEME, "The team around the person"),
        ("weight", Mark.Kind.THEME, "Neglect and acts of omission"), ("hand", Mark.Kind.GOOD_PRACTICE, ""),
    )  # fmt: skip
    with on(ago(105), "19:00"):
        for word, kind, theme in wanted:
            for entry in Entry.objects.visible_to(cast["panel"]).of_review(review).filter(event__icontains=word)[:6]:
                if not entry.marks.filter(kind=kind, removed=False).exists():
                    mark.add(by=cast["panel"], entry=entry, values={"kind": kind, "theme": themes.get(theme)})


def linked(cast: Cast, review: Any) -> None:
    """The panel has begun to say which accounts tell of one event: the likeliest are, the least likely is not."""
    with on(ago(104), "10:30"):
        same_event.look(by=cast["panel"], review=review)
        waiting = EventLink.objects.filter(review=review, status="suggested").order_by("-score", "pk")
        for link in [*waiting[:6]]:
            entries = link.entries.values_list("pk", flat=True)
            same_event.confirm(by=cast["panel"], link=link, entries=[*entries])
        if last := waiting.last():
            same_event.reject(by=cast["panel"], link=last)
    with on(ago(103), "18:40"):
        for values in EPISODES:
            episode.add(by=cast["panel"], review=review, values=dict(values))


EPISODES = (
    {"title": "From the kitchen floor to the home", "kind": "key_episode", "first": date(2024, 3, 6), "last": date(2024, 4, 30), "note": "What the ward knew of her skin, and what the home was told."},
    {"title": "A daughter asks, and nobody goes to look", "kind": "missed_opportunity", "first": date(2025, 1, 14), "last": date(2025, 2, 3), "note": "Three services heard of the heel within the week. None of them looked at it."},
)  # fmt: skip


# Agency, kind of hold, why, and why it was lifted since.
HELD = (
    ("district-nursing", Hold.Kind.CORONER, "The coroner has asked that this is not shared before the inquest resumes.", ""),
    ("adult-social-care", Hold.Kind.THIRD_PARTY, "Names another resident’s family, who have not been asked.", ""),
    ("ambulance", Hold.Kind.CORONER, "The crew’s statement was with the coroner.", "The coroner’s officer has no objection any more."),
)  # fmt: skip


def kept_back(cast: Cast, review: Review) -> None:
    """The reviewer keeps three entries from the panel, and later lets it read one of them."""
    for key, kind, reason, lifted in HELD:
        unmarked = Entry.objects.of_review(review).filter(agency=cast.agencies[key], marks__isnull=True)
        with on(ago(104)):
            [made] = hold.place(by=cast["reviewer"], review=review, entries=[unmarked[0]], kind=kind, reason=reason)
        if lifted:
            with on(ago(60)):
                hold.lift(by=cast["reviewer"], hold=made, why=lifted)
