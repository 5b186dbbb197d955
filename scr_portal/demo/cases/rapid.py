"""A rapid review inside its fifteen working days: three returns are in, two are awaited."""

from __future__ import annotations

from pathlib import Path

from agencies.models import Request
from agencies.services import extension
from reviews.services import criteria, person, stage
from scr_portal.demo import family
from scr_portal.demo.board import Cast
from scr_portal.demo.cases import governed
from scr_portal.demo.steps import Told, ask, refer, relate, reply, report, screen, sign, type_in
from scr_portal.demo.timetable import ago, on

PEOPLE = (
    {
        "part": "subject",
        "given": "Poppy",
        "surname": "Trevanion",
        "sex": "female",
        "pseudonym": "Child C",
        "relation": "the child",
    },
    {
        "part": "family",
        "given": "Lowenna",
        "surname": "Trevanion",
        "sex": "female",
        "pseudonym": "Mother of Child C",
        "relation": "mother",
    },
    {
        "part": "family",
        "given": "Ashley",
        "surname": "Crane",
        "sex": "male",
        "pseudonym": "Father of Child C",
        "relation": "father",
    },
)
TIES = (
    ("Mother of Child C", "parent", "Child C"),
    ("Father of Child C", "parent", "Child C"),
    ("Father of Child C", "partner", "Mother of Child C"),
)
RETURNS = {
    "health-visiting": (
        ("{a}", "SystmOne", "New birth visit. Poppy feeding well. Lowenna tired, low mood discussed, declined the listening visits."),
        ("{b}", "SystmOne", "No access visit. Card left."),
        ("{c}", "SystmOne", "Six-to-eight-week review. Ashley present throughout; Lowenna not seen alone, so the domestic abuse question was not asked."),
    ),
    "gp": (
        ("{a}", "Practice record", "Lowenna seen with her mother: tearful, not sleeping. Medication offered, review in two weeks."),
        ("{c}", "Practice record", "Lowenna did not attend the review. Text message sent."),
        ("{d}", "Practice record", "Poppy brought by Ashley with vomiting. Well on examination; not undressed."),
    ),
    "police": (
        ("{b}", "Incident log", "Neighbour reports shouting and a baby crying. Officers speak to Ashley at the door. No offences disclosed. Child not seen. No notice to children’s social care."),
        ("{d}", "Intelligence", "Ashley named in a report of assault on a former partner in another force area."),
    ),
}  # fmt: skip


QUESTIONS = (
    "Did anybody in your agency see the child undressed, and when?",
    "Was the mother ever seen alone, and asked about violence at home?",
    "What did your agency tell another agency, and what did it hear back?",
)
SECURE = "All records of the child, both parents and the household, e-mails and rota notes included."
REPLIES = {
    "health-visiting": (
        "At the new birth visit only.",
        "No. The father was present each time, and the question was put off.",
        "Nothing was told or asked. The card that was left is not recorded as followed up.",
    ),
    "gp": (
        "No. The child was held in a blanket during the examination.",
        "She came once with her own mother. The question was not asked.",
        "The missed review was not told to the health visitor.",
    ),
}
SUMMARIES = {
    "health-visiting": {
        "contact": "New birth visit to six-to-eight-week review. The case is open.",
        "learning": "Seeing a parent alone depends on luck where the other is at home. We want to understand why nobody tried again.",
        "actions": "Every open case with a put-off question has been listed, and the question is being asked.",
        "support": "The health visitor has had supervision, and has been offered counselling.",
        "view": "The criteria are met: serious harm, and abuse is suspected.",
    },
    "gp": {
        "contact": "Registered at birth; last seen with vomiting. The case is open.",
        "learning": "A missed review of a low mood after a birth was met with a text message.",
        "view": "The criteria are met.",
    },
}
ANSWERS = {
    "abuse-or-neglect": (
        "met",
        "The injuries have no innocent explanation; the hospital’s child protection report says so.",
    ),
    "died-or-seriously-harmed": ("met", "Life-threatening injury; long-term impairment is likely."),
    "improvements-needed": ("met", "A call to the police about a crying baby led to no notice to anybody."),
    "working-together": ("not_known", "Two returns are awaited."),
}


def tell(cast: Cast, folder: Path) -> None:
    """Notified eight days ago; the panel meets next week."""
    aware, notified = ago(11), ago(9)
    told = Told(
        "england-child@2023", "Poppy Trevanion", ago(150), "serious_harm", ago(12), aware,
        "Poppy, not yet five months old, was taken to hospital unresponsive. She has bleeding on the brain and in both eyes. Her father has been arrested.",
        "Health visitor, GP and police each held part of what would have been a worrying whole.", sex="female",
    )  # fmt: skip
    why = "Serious harm; abuse is suspected; three agencies knew the family."
    review = screen(cast, refer(cast, told, ago(10)), notified, "Child C", why)
    governed.rapid(cast, review, aware, notified)
    with on(notified, "12:00"):
        for values in PEOPLE:
            person.add(by=cast["manager"], review=review, values=dict(values))
        relate(cast, review, TIES)
        review = stage.move(by=cast["manager"], review=review, verb="gather")
    made = ask(
        cast, review, ago(8), ago(-3), [*RETURNS, "midwifery", "hospital"], "rapid_return", questions=QUESTIONS,
        period_from=ago(500), period_to=aware, secure=SECURE,
    )  # fmt: skip
    family.of_the_rapid_review(cast, review)
    days = {"a": ago(130), "b": ago(96), "c": ago(88), "d": ago(30)}
    for key, rows in RETURNS.items():
        written = [
            (when.format(**{name: f"{day:%d/%m/%Y}" for name, day in days.items()}), source, event)
            for when, source, event in rows
        ]
        type_in(cast, key, made[key], ago(6), written)
    for key, answers in REPLIES.items():
        reply(cast, key, made[key], ago(5), answers)
        report(cast, key, made[key], ago(5), SUMMARIES[key])
        sign(cast, key, made[key], ago(4))
    want_time(cast, made["hospital"])
    with on(ago(2)):
        for key, (given, reason) in ANSWERS.items():
            criteria.answer(
                by=cast["manager"], review=review, criterion=key, values={"answer": given, "reason": reason}
            )


def want_time(cast: Cast, asked: Request) -> None:
    """The hospital cannot answer in time, and says why."""
    with on(ago(3), "09:40"):
        extension.ask(
            by=cast["hospital.lead"], request=asked, until=ago(-6),
            reason="The imaging is being read a second time, and the named doctor is back on the day before.",
        )  # fmt: skip
