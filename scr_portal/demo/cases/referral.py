"""A new referral that nobody has screened yet, and a draft that its writer has not sent."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from scr_portal.demo.board import Cast
from scr_portal.demo.governance import invite
from scr_portal.demo.steps import Told, refer
from scr_portal.demo.timetable import ago


def tell(cast: Cast, folder: Path) -> None:
    """The referral came in yesterday; the draft is from this morning; two people are invited."""
    invite(cast, ago(2))
    refer(
        cast,
        Told(
            "england-child@2023", "Idris Vaughan-Bello", ago(160), "serious_harm", ago(6), ago(5),
            "Idris, five months old, was brought to the emergency department by his father with a swollen thigh. Imaging showed a "
            "fracture of the femur and two healing rib fractures. The explanation given does not fit. He is in hospital, in the care "
            "of his grandmother, and is expected to recover.",
            "Three services had seen him in the fortnight before. A bruise was recorded at the six-week check and nobody asked about it. "
            "His parents had been discharged from the perinatal mental health team without a plan that anybody else knew of.",
            sex="male",
            safety="His sister, aged three, is staying with the same grandmother under an agreement with children’s social care.",
        ),
        ago(1),
    )  # fmt: skip
    refer(
        cast,
        Told(
            "england-adult-sar@2014", "Bernard Achterberg", ago(1) - timedelta(days=71 * 365), "died", ago(12), ago(9),
            "Mr Achterberg, 71, was found dead at home by a housing officer. He had not answered the door for some weeks. The flat was full, "
            "there was no heating, and he was very thin.",
            "", sex="male",
        ),
        ago(0),
        by="hospital.lead",
        send=False,
    )  # fmt: skip
