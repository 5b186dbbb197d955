"""What stands in the demonstration’s library beside its own published review: reviews of other boards, all invented."""

from __future__ import annotations

from typing import Any

from findings.models import Theme
from findings.services import lesson, library, search
from scr_portal.demo.board import Cast
from scr_portal.demo.timetable import ago, on

SHARING, CRITICAL, RISK, DAILY = (
    "Sharing information in a timely and appropriate way",
    "Critical thinking and challenge",
    "Responding to changing risk and need",
    "Understanding the child's daily life",
)
TEAM, SELF_NEGLECT, OMISSION = "The team around the person", "Self-neglect", "Neglect and acts of omission"
# title, board, regime, year, harm, age, themes, text; (recommendation, whether it was accepted, what became of it)
SHELF: tuple[tuple[dict[str, Any], tuple[tuple[str, str, str], ...]], ...] = (
    (
        {"title": "Baby T", "publisher": "Marlow and Dean Safeguarding Children Partnership", "regime": "lcspr", "year": 2022, "harm": "physical", "age": "under_1", "themes": (CRITICAL, SHARING),
         "text": "Baby T was nine weeks old. A bruise on the cheek was seen by the nursery nurse of an older brother and by a midwife; each accepted that he had lain on a toy. Nobody knew what the other had seen. The father’s earlier family was known to another area. Professional curiosity was lacking, and the protocol on bruising in babies who cannot move was not known in early years."},
        (
            ("Bruising in a baby who is not mobile must be referred at once to children’s social care and be seen by a paediatrician.", "accepted", "The protocol was issued anew to GPs, nurseries and midwives. A sample after a year found it followed in 19 of 22 babies."),
            ("The history of fathers and other men in the household should be asked for from the areas in which they lived before.", "in_part", "Asked for when a child protection plan is made; not in earlier assessments."),
        ),
    ),
    (
        {"title": "Child R", "publisher": "Tarn Valley Safeguarding Children Board", "regime": "scr", "year": 2016, "harm": "neglect", "age": "1_4", "themes": (DAILY, RISK),
         "text": "Child R was three. Appointments for eyes, ears and weight were missed and each service closed the case on its own. The home was cold and dirty, and what the mother promised was taken for change. Neglect was seen by many and added up by nobody. Her daily life stands in no record."},
        (
            ("A child who is not brought to appointments should be followed up by the service that offered them, and the GP be told.", "accepted", "A policy was written by each trust. The board did not test whether it was used."),
            ("One tool for neglect should be used by all agencies.", "accepted", "The tool was bought and 140 people trained; use fell away when the trainer left."),
        ),
    ),
    (
        {"title": "Mrs F", "publisher": "North Marsh Safeguarding Adults Board", "regime": "sar", "year": 2021, "harm": "self_neglect", "age": "65", "themes": (SELF_NEGLECT, TEAM),
         "text": "Mrs F lived alone among her belongings. She declined a care assessment four times, and four times the case was closed. Her mental capacity to decide about her care was assumed. District nurses, the landlord and the fire service each knew a part. Self-neglect had no procedure in which they could meet."},
        (
            ("Adults who decline care in spite of high risk should be discussed by all agencies before any of them closes the case.", "accepted", "A monthly panel meets. In the first year it discussed 41 people; visits by the fire service doubled."),
            ("Whether somebody can carry out what they decide should be part of each assessment of capacity.", "accepted", "In the audit of 2023 it was found in 7 of 30 assessments."),
        ),
    ),
    (
        {"title": "Mr L", "publisher": "Tarn Valley Safeguarding Adults Board", "regime": "sar", "year": 2019, "harm": "neglect", "age": "65", "themes": (OMISSION, TEAM),
         "text": "Mr L came home from hospital on a Friday with a pressure ulcer of which the home care agency was not told. The discharge summary reached his GP after nine days. Carers saw the wound and did not know that it could be a safeguarding concern."},
        (
            ("Nobody with skin damage should leave hospital before the district nurses and the care agency have a plan.", "accepted", "A checklist is in use on all wards."),
        ),
    ),
    (
        {"title": "Learning from eleven reviews of infants", "publisher": "Marlow and Dean Safeguarding Children Partnership", "regime": "thematic", "year": 2024, "harm": "infant_death", "age": "under_1", "themes": (RISK, DAILY),
         "text": "In seven of the eleven families somebody had given advice on safer sleep, and in none had anybody seen where the baby slept. Alcohol, smoking and crowded rooms changed the risk from night to night. Advice should follow the family’s nights and not the leaflet."},
        (
            ("Advice on safer sleep should be given where the baby sleeps, and again when something in the home changes.", "accepted", "Part of each new birth visit since 2025; results are expected in a year."),
        ),
    ),
)  # fmt: skip


def fill(cast: Cast) -> None:
    """The business manager adds them; the panel member keeps a search."""
    themes = {theme.name: theme for theme in Theme.objects.filter(board=cast.board)}
    with on(ago(120), "10:10"):
        for values, lessons in SHELF:
            chosen = [themes[name] for name in values["themes"] if name in themes]
            said = {"published_on": None, "link": "", **values, "themes": chosen}
            made = library.add(by=cast["manager"], board=cast.board, values=said)
            for number, (text, answer, outcome) in enumerate(lessons, start=1):
                told = {"kind": "recommendation", "number": str(number), "text": text, "answer": answer, "outcome": outcome, "themes": chosen}  # fmt: skip
                lesson.add(by=cast["manager"], published=made, values=told)
    with on(ago(30), "15:20"):
        search.add(
            by=cast["chair"],
            board=cast.board,
            name="Bruising in babies",
            asked={"words": ["bruise"], "age": ["under_1"]},
        )
