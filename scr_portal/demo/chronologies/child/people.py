"""Who was who in the children's case, and what was so on a given day: addresses, workers, ages, weights, attendance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

BORN = date(2023, 3, 14)
Spans = Sequence[tuple[str, str]]  # (from this day on, this)

HOMES: Spans = (
    ("2022-01-01", "Flat 9, Pellow Court"),
    ("2022-11-30", "14 Tamsin Road"),
    ("2023-10-16", "Harbour Lodge, Room 12"),
    ("2024-02-19", "6 Tidewell Close"),
    ("2025-04-14", "Flat 2, 77 Marine Terrace"),
)
# What most agencies went on believing: the last move reached nobody for weeks.
KNOWN_HOMES: Spans = (*HOMES[:4], ("2025-06-09", "Flat 2, 77 Marine Terrace"))
WORKERS: Spans = (
    ("2022-01-01", "Duty SW"),
    ("2022-05-05", "Priya Nandra"),
    ("2022-12-05", "Tom Ellery"),
    ("2023-06-26", "Duty SW"),
    ("2024-04-11", "Bethan Rooke"),
    ("2024-08-05", "Marcus Adeleke"),
    ("2025-02-03", "Hannah Quill"),
)
HEALTH_VISITORS: Spans = (
    ("2022-01-01", "Ruth Calloway"),
    ("2024-09-02", "Nisha Varma"),
    ("2025-02-10", "Alison Treacher"),
)
TEACHERS: Spans = (
    ("2022-01-01", "Miss Abbott"),
    ("2022-09-01", "Mr Lowry"),
    ("2023-09-01", "Mrs Fairchild"),
    ("2024-09-01", "Miss Sandhu"),
    ("2025-09-01", "Mr Brody"),
)
PARTNERS: Spans = (("2022-01-01", "Reece"), ("2024-05-03", "Connor"))
PARTNERS_IN_FULL: Spans = (("2022-01-01", "Reece TULLY"), ("2024-05-03", "Connor BLYTHE"))
PLANS: Spans = (
    ("2022-01-01", "open to assessment"),
    ("2023-03-10", "CIN"),
    ("2023-06-22", "closed"),
    ("2024-04-11", "C&F assessment"),
    ("2024-05-16", "CIN"),
    ("2024-12-19", "Early Help"),
    ("2025-02-18", "S47"),
    ("2025-03-11", "CP plan (neglect)"),
)
NEIGHBOURS: Spans = (
    ("2022-01-01", "{Mrs Adeyemi, Flat 8~a resident of Pellow Court}"),
    ("2022-11-30", "{neighbour at no. 16~a resident of Tamsin Road who did not wish to be named}"),
    ("2023-10-16", "{night porter at Harbour Lodge~another resident of Harbour Lodge}"),
    ("2024-02-19", "{Mr Corrigan, no. 4~tenant at no. 8~neighbour who wishes to remain anonymous}"),
    ("2025-04-14", "{occupant of the flat below~resident of 75 Marine Terrace}"),
)
HOUSING_OFFICERS: Spans = (
    ("2022-01-01", "Paul Dacey"),
    ("2023-10-01", "Lorna Speight"),
    ("2025-01-06", "Craig Hollow"),
)
# Weight in kg by age in months: falling through the centiles in the first year, never making it up, and less at the end.
WEIGHTS = (
    (0, 2.7),
    (1, 3.4),
    (2, 4.1),
    (3, 4.7),
    (5, 5.6),
    (8, 6.6),
    (12, 7.9),
    (18, 8.9),
    (24, 9.9),
    (27, 9.5),
    (31, 9.0),
)

FAMILY = {
    "mum": ("Kayleigh", "Ms Marlowe", "mother", "mum", "Kayleigh"),
    "mo": ("Kayleigh", "mo", "mother"),
    "mgm": ("MGM", "MGM Sandra", "Sandra Marlowe (MGM)", "maternal grandmother"),
    "em": ("Ellie-Mae", "Ellie-Mae", "E-M", "half-sister Ellie-Mae"),
    "jay": ("Jaydon", "Jaydon", "J", "JM"),
}
STAFF = {
    "pc": ("PC 4412 Dunmore", "PC 3087 Strand", "PC 5120 Iqbal", "PC 2964 Tresco", "PC 4731 Okoro", "PC 3390 Hale", "PS 1188 Varley", "PC 6025 Lomax", "PCSO 7714 Bright"),
    "ds": ("DS 2206 Whitlow", "DC 3841 Amari", "DC 5577 Penney"),
    "vault": ("Shirley Knapp (PPN triage)", "Ravi Sethi (MASH police)", "DC 5577 Penney"),
    "tm": ("Gill Sowerby (TM)", "TM Gill Sowerby", "Andrew Poole (ATM)"),
    "mash": ("Lucy Frame", "Obi Danjuma", "Karen Stott"),
    "edt": ("EDT (Neil Ashby)", "EDT (Fran Oduya)"),
    "dr": ("Dr Penhale", "Dr Okafor", "Dr Lindqvist"),
    "nurse": ("PN Tracey Bolt", "HCA Mel Pugh", "PN Tracey Bolt"),
    "ward": ("SN Orla Keegan", "SN Dean Pascoe", "Sr Beth Rowan"),
    "eddoc": ("Dr Bankole (ED)", "Dr Sethna (ED)", "ENP Lisa Corrie", "Dr Mallory (ED SHO)"),
    "paed": ("Dr Fenn (cons paed)", "Dr Yusuf (paed reg)", "Dr Fenn"),
    "mw": ("CMW Joanne Hale", "MW Petra Lowe", "CMW Joanne Hale", "MSW Dawn Tregear"),
    "dsl": ("Mrs Pask (DSL)", "Mrs Pask", "Mr Jory (deputy DSL)"),
    "ta": ("Mrs Birch (TA)", "Miss Cole (TA)", "Mr Deans (lunchtime supervisor)"),
    "key": ("Jess Holloway", "Jess", "Amira Dean"),
    "crew": ("WX71 (Para Toomey / ECA Rudd)", "WX64 (Para Nwosu / Tech Hicks)", "WX58 (Para Ellam / ECA Rudd)"),
    "idva": ("Shona Birrell", "Shona Birrell", "Magda Wilk"),
    "friend": ("Jade Timms", "Shanice Root", "Callum Fry"),
}  # fmt: skip
POOLS = FAMILY | STAFF


def at(spans: Spans, day: date) -> str:
    """What held on a day."""
    return next(value for first, value in reversed(spans) if first <= day.isoformat())


def months_old(day: date) -> int:
    """Jaydon's age in whole months; negative before he was born."""
    return (day.year - BORN.year) * 12 + day.month - BORN.month - (day.day < BORN.day)


def age(day: date) -> str:
    """Jaydon's age as it is jotted down: 9/7, 5/52, 7/12, 2y 1m."""
    months = months_old(day)
    if months >= 24:
        return f"{months // 12}y {months % 12}m" if months % 12 else f"{months // 12}y"
    days = (day - BORN).days
    return f"{months}/12" if months >= 3 else f"{days // 7}/52" if days >= 14 else f"{max(days, 0)}/7"


def weight(day: date) -> str:
    """Jaydon's weight on a day, between the points that are known."""
    months = max((day - BORN).days / 30.4, 0)
    for (low, light), (high, heavy) in pairwise(WEIGHTS):
        if months <= high:
            return f"{light + (heavy - light) * (months - low) / (high - low):.2f}kg"
    return f"{WEIGHTS[-1][1]:.2f}kg"


def attendance(day: date) -> str:
    """Ellie-Mae's attendance at school, falling over the years."""
    return f"{max(92 - ((day.year - 2022) * 12 + day.month) * 0.62 + day.day % 5 * 0.7, 61):.0f}%"


@lru_cache(maxsize=2048)
def facts(day: date) -> dict[str, str]:
    """What the grammar may say of this day."""
    worker = at(WORKERS, day)
    return {
        "home": at(HOMES, day),
        "known": at(KNOWN_HOMES, day),
        "sw": worker if worker == "Duty SW" else f"SW {worker}",
        "allocated": worker,
        "hv": f"HV {at(HEALTH_VISITORS, day)}",
        "visitor": at(HEALTH_VISITORS, day),
        "teacher": at(TEACHERS, day),
        "neighbour": at(NEIGHBOURS, day),
        "him": at(PARTNERS, day),
        "HIM": at(PARTNERS_IN_FULL, day),
        "plan": at(PLANS, day),
        "housing": at(HOUSING_OFFICERS, day),
        "age": age(day),
        "weight": weight(day),
        "attendance": attendance(day),
        "gest": f"{max(38 - (BORN - day).days // 7, 4)}",
        "emage": f"{day.year - 2016 - (day.month < 11)}",
        "born": "yes" if day >= BORN else "",
        "yy": f"{day:%y}",
    }
