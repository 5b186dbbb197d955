"""The children's practice review: twelve agencies, returns coming in from their own files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from agencies.models import Entry, Hold
from agencies.services import hold
from agencies.services import request as returns
from reviews.models import Review
from reviews.services import parallel, person, restriction, stage
from scr_portal.demo import chronologies, family, support
from scr_portal.demo.board import Cast
from scr_portal.demo.cases import governed
from scr_portal.demo.meetings import advised, meet, told
from scr_portal.demo.steps import Told, answer, ask, commission, dated, decide, hand_in, refer, report, screen, sign
from scr_portal.demo.timetable import ago, on

INCIDENT = date(2025, 9, 30)
TOLD = Told(
    "england-child@2023", "Jaydon Reece Marlowe", date(2023, 3, 14), "died", INCIDENT, INCIDENT,
    "Jaydon, aged two years and six months, was found lifeless in his cot by his mother. He weighed what a child of one year weighs. "
    "The home was cold and there was little food. His mother’s partner is under investigation.",
    "He was the subject of a child protection plan for neglect. Twelve services knew the family; appointments were missed for months, "
    "and after the last move several services did not know where he lived.",
    sex="male", safety="His half-sister is with her father’s parents under an interim care order.",
)  # fmt: skip
ANSWERS = {
    "abuse-or-neglect": (
        "met",
        "Neglect was known: he was on a child protection plan for it. The pathologist reports long malnutrition.",
    ),
    "died-or-seriously-harmed": ("met", "He died."),
    "improvements-needed": ("met", "Missed appointments were recorded by six services and put together by none."),
    "recurrent-themes": (
        "met",
        "Neglect, a hidden partner, and a move that records did not follow: as in this board’s review of two years ago.",
    ),
    "working-together": (
        "met",
        "The core group met without health twice; the housing move was told to one agency in ten.",
    ),
}
LINES = (
    "What was the child’s daily life like, and who knew it?",
    "How did agencies understand and answer missed appointments?",
    "What was known of the men in the household, and who told whom?",
    "How did information follow the family when they moved?",
    "What helped or hindered staff: workload, supervision, thresholds, systems?",
)
P, F, X = "professional", "family", "other"
PEOPLE = (
    {"part": "subject", "given": "Jaydon", "middle": "Reece", "surname": "Marlowe", "sex": "male", "pseudonym": "Child D", "relation": "the child", "aliases": ["Jay", "JM"], "nhs_number": "9990000018", "born_on": date(2023, 3, 14), "died_on": INCIDENT},
    {"part": F, "given": "Kayleigh", "surname": "Marlowe", "sex": "female", "pseudonym": "Mother", "relation": "mother", "aliases": ["Kay"], "born_text": "about 1998"},
    {"part": F, "given": "Reece", "surname": "Tully", "sex": "male", "pseudonym": "Father", "relation": "father", "born_text": "1994"},
    {"part": F, "given": "Connor", "surname": "Blythe", "sex": "male", "pseudonym": "Mother’s partner", "relation": "mother’s partner"},
    {"part": F, "given": "Sandra", "surname": "Marlowe", "sex": "female", "pseudonym": "Grandmother", "relation": "maternal grandmother", "aliases": ["MGM"], "born_text": "about 1972"},
    {"part": F, "given": "Ellie-Mae", "surname": "Tully", "sex": "female", "pseudonym": "Half-sister", "relation": "half-sister", "aliases": ["E-M"], "born_text": "May 2017"},
    {"part": P, "given": "Bethan", "surname": "Rooke", "sex": "female", "pseudonym": "Social Worker 1", "relation": "social worker"},
    {"part": P, "given": "Marcus", "surname": "Adeleke", "sex": "male", "pseudonym": "Social Worker 2", "relation": "social worker"},
    {"part": P, "given": "Hannah", "surname": "Quill", "sex": "female", "pseudonym": "Social Worker 3", "relation": "social worker"},
    {"part": P, "given": "Ruth", "surname": "Calloway", "sex": "female", "pseudonym": "Health Visitor 1", "relation": "health visitor"},
    {"part": P, "given": "Nisha", "surname": "Varma", "sex": "female", "pseudonym": "Health Visitor 2", "relation": "health visitor"},
    {"part": P, "title": "Dr", "surname": "Penhale", "pseudonym": "GP 1", "relation": "GP"},
    {"kind": "school", "part": X, "name": "St Brannoc’s Primary School", "pseudonym": "the primary school"},
    {"kind": "street", "part": X, "name": "Tidewell Close", "pseudonym": "the third address"},
    {"kind": "street", "part": X, "name": "Marine Terrace", "pseudonym": "the last address"},
)  # fmt: skip
TIES = (
    ("Mother", "parent", "Child D"), ("Father", "parent", "Child D"), ("Father", "parent", "Half-sister"),
    ("Half-sister", "half_sibling", "Child D"), ("Mother", "step_parent", "Half-sister", "2021"), ("Grandmother", "parent", "Mother"),
    ("Father", "ex_partner", "Mother"), ("Mother’s partner", "partner", "Mother", "May 2024"),
    *((who, "lives_at", "the last address", "April 2025") for who in ("Child D", "Half-sister", "Mother", "Mother’s partner")),
    ("Social Worker 3", "professional", "Child D", "February 2025"), ("Health Visitor 2", "professional", "Child D", "September 2024"),
)  # fmt: skip
# Given name, surname, published name, post.
STAFF = (
    ("Priya", "Nandra", "Social Worker 4", "social worker"), ("Tom", "Ellery", "Social Worker 5", "social worker"),
    ("Gill", "Sowerby", "Team Manager 1", "team manager"), ("Andrew", "Poole", "Team Manager 2", "assistant team manager"),
    ("Alison", "Treacher", "Health Visitor 3", "health visitor"), ("Joanne", "Hale", "Midwife 1", "community midwife"),
    ("Jess", "Holloway", "Key Worker 1", "nursery key worker"), ("Shona", "Birrell", "Advocate 1", "domestic violence adviser"),
    ("Paul", "Dacey", "Housing Officer 1", "housing officer"), ("Lorna", "Speight", "Housing Officer 2", "housing officer"),
    ("Craig", "Hollow", "Housing Officer 3", "housing officer"), ("", "Pask", "Safeguarding Lead 1", "designated safeguarding lead"),
    ("", "Fenn", "Paediatrician 1", "consultant paediatrician"), ("", "Okafor", "GP 2", "GP"), ("", "Lindqvist", "GP 3", "GP"),
)  # fmt: skip
PLACES = (("Pellow Court", "the first address"), ("Tamsin Road", "the second address"), ("Harbour Lodge", "the refuge"))
# The child, and his grandmother, to whom the decision was read before the review began.
KNOWN = (PEOPLE[0], PEOPLE[4])
REGISTER: tuple[Mapping[str, Any], ...] = (
    *(each for each in PEOPLE if each not in KNOWN),
    *(
        {"part": P, "given": given, "surname": surname, "pseudonym": known, "relation": post}
        for given, surname, known, post in STAFF
    ),
    *({"kind": "street", "part": X, "name": name, "pseudonym": known} for name, known in PLACES),
)
AGENCIES = (
    "police", "childrens-social-care", "hospital", "health-visiting", "gp", "housing", "school", "nursery", "ambulance", "probation",
    "domestic-abuse", "midwifery",
)  # fmt: skip
HANDED_IN = (
    "police", "childrens-social-care", "hospital", "health-visiting", "gp", "school", "nursery", "ambulance", "midwifery", "housing",
    "probation",
)  # fmt: skip
SIGNED = (
    "police",
    "childrens-social-care",
    "hospital",
    "health-visiting",
    "school",
    "ambulance",
    "nursery",
    "midwifery",
)


def tell(cast: Cast, folder: Path) -> None:
    """Referred after the death; the criminal investigation put the start off; returns are due now."""
    review = begin(cast)
    governed.child(cast, review)
    collect(cast, review, folder)
    support.of(cast, review)


def begin(cast: Cast) -> Review:
    """Referred, decided, commissioned late."""
    review = screen(
        cast,
        refer(cast, TOLD, date(2025, 10, 2)),
        date(2025, 10, 3),
        "Child D",
        "A child on a plan for neglect has died.",
    )
    dated(cast, review, "notified", date(2025, 10, 6))
    answer(cast, review, date(2025, 10, 16), ANSWERS, "The returns give no sign of this.")
    why = "A child known to twelve services died of neglect, and the learning reaches all of them."
    equality = "White British family; disability in the household (mother’s depression) and poverty were considered; both children’s voices were asked for."
    governed.decided_about(cast, review)
    at = meet(cast, review, date(2025, 10, 21), "lcspr", why, equality, ("Neglect", "Domestic abuse"))
    advised(cast, review, date(2025, 10, 21))
    review = decide(cast, review, date(2025, 10, 22), date(2025, 10, 24), "lcspr", why, equality, at=at)
    with on(date(2025, 10, 28), "15:30"):
        for known in KNOWN:
            person.add(by=cast["manager"], review=review, values=dict(known))
    told(cast, review, date(2025, 10, 29))
    dated(cast, review, "rapid_review_sent", date(2025, 10, 27), "Rapid review sent to the Panel.")
    dated(cast, review, "panel_replied", date(2025, 11, 7), "The Panel agrees that a local review suits.")
    waits(cast, review)
    governed.waiting(cast, review)
    return commission(
        cast, review, ago(75),
        purpose="To learn how services worked together to protect a small child who was known to be neglected, and what made that hard.",
        scope=(date(2022, 1, 1), INCIDENT), method="traditional", lines=LINES, people=REGISTER, ties=TIES,
    )  # fmt: skip


def waits(cast: Cast, review: Review) -> None:
    """The police ask that some things are not done before the trial."""
    with on(date(2025, 10, 28)):
        values = {
            "kind": "criminal",
            "lead_body": "Wexcombe Constabulary",
            "started_on": date(2025, 10, 1),
            "note": "The officer in the case asks that family members are not approached before interview.",
        }
        process = parallel.add(by=cast["chair"], review=review, values=values)
        asked = {"asked_by": "The officer in the case, by letter", "since": date(2025, 10, 28)}
        restriction.add(by=cast["chair"], process=process, values={**asked, "limit": "publication"})
        restriction.add(
            by=cast["chair"],
            process=process,
            values={**asked, "limit": "interviews", "detail": "Practitioners who are witnesses."},
        )


def collect(cast: Cast, review: Review, folder: Path) -> None:
    """Twelve agencies are asked; eight have returned, the others stand where agencies stand a week before the day."""
    with on(ago(74)):
        days = {"analysis": ago(5), "drafting": ago(-60), "sign_off": ago(-100), "publication": ago(-115)}
        stage.plan(by=cast["manager"], review=review, days=days)
    family.of_the_child(cast, review)
    requests = ask(cast, review, ago(45), ago(-4), AGENCIES, "chronology_and_imr")
    said = family.of_the_child_heard(cast, review)
    files = chronologies.write(folder / "child", case="child")
    for day, key in enumerate(HANDED_IN):
        hand_in(cast, key, requests[key], ago(30 - day), files[key], confirm=key != "probation")
    for key, sections in REPORTS.items():
        report(cast, key, requests[key], ago(14), sections)
    for key in SIGNED:
        sign(cast, key, requests[key], ago(10))
    family.of_the_child_now(cast, review, said)
    family.practitioners_heard(cast, review)
    sensitive = Entry.objects.visible_to(cast["housing.author"]).filter(request=requests["housing"]).standing()[4]
    with on(ago(5)):
        reason = "A neighbour told us this in confidence and could be known by it."
        hold.ask(by=cast["housing.author"], entry=sensitive, kind=Hold.Kind.THIRD_PARTY, reason=reason)
    for key in ("gp", "domestic-abuse"):
        requests[key].refresh_from_db()
    with on(ago(3)):
        returns.submit(by=cast["gp.lead"], request=requests["gp"])
        returns.extend(
            by=cast["manager"], request=requests["domestic-abuse"], due_on=ago(2), why="The author was on leave."
        )


REPORTS = {
    "police": {
        "author": "Written by a detective inspector of the review unit who had no part in any decision about the family.",
        "involvement": "Twenty-six incidents in the period, eleven of them domestic. A notice reached children’s social care after seven of the eleven.",
        "good_practice": "The officer who took Ellie-Mae’s account at school wrote it in her words and passed it on the same day.",
        "missed": "Officers spoke to adults at the door and did not see the children on five occasions.",
    },
    "health-visiting": {
        "author": "Written by the named nurse, who has not supervised either health visitor.",
        "involvement": "Forty contacts offered, twenty-one kept. Weight fell from the twenty-fifth centile to below the second.",
        "good_practice": "The second health visitor asked Kayleigh about Connor on her own, and recorded the answer.",
    },
    "school": {"involvement": "Ellie-Mae’s attendance fell from 92 to 66 per cent. She told staff that there was “only toast”."},
}  # fmt: skip
