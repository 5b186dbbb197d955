"""A rapid review inside its fifteen working days: three returns are in, two are awaited."""

from __future__ import annotations

from pathlib import Path

from reviews.services import criteria, person, stage
from scr_portal.demo.board import Cast
from scr_portal.demo.steps import Told, ask, dated, refer, screen, sign, type_in
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
    review = screen(
        cast,
        refer(cast, told, ago(10)),
        notified,
        "Child C",
        "Serious harm; abuse is suspected; three agencies knew the family.",
    )
    dated(cast, review, "notified", notified, "Through the national notification form.")
    with on(notified, "12:00"):
        for values in PEOPLE:
            person.add(by=cast["manager"], review=review, values=dict(values))
        review = stage.move(by=cast["manager"], review=review, verb="gather")
    made = ask(cast, review, ago(8), ago(-3), [*RETURNS, "midwifery", "hospital"], "summary")
    days = {"a": ago(130), "b": ago(96), "c": ago(88), "d": ago(30)}
    for key, rows in RETURNS.items():
        written = [
            (when.format(**{name: f"{day:%d/%m/%Y}" for name, day in days.items()}), source, event)
            for when, source, event in rows
        ]
        type_in(cast, key, made[key], ago(6), written)
    for key in ("health-visiting", "gp"):
        sign(cast, key, made[key], ago(4))
    with on(ago(2)):
        for key, (given, reason) in ANSWERS.items():
            criteria.answer(
                by=cast["manager"], review=review, criterion=key, values={"answer": given, "reason": reason}
            )
