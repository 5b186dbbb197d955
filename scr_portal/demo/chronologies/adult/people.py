"""Who was who in the adult's case, and what was so on a given day: place, workers, weight, skin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

Spans = Sequence[tuple[str, str]]  # (from this day on, this)

PLACES: Spans = (
    ("2024-03-01", "22 Penrose Gardens"),
    ("2024-03-06", "Wexcombe General, Ward 7"),
    ("2024-04-11", "Larkfield House, room 9"),
    ("2024-11-18", "Wexcombe General, Ward 4"),
    ("2024-11-27", "Larkfield House, room 21"),
    ("2025-04-09", "Wexcombe General, Ward 11"),
)
WORKERS: Spans = (
    ("2024-03-01", "Lucy Trevane"),
    ("2024-06-03", "Duty"),
    ("2024-09-25", "Owen Castell"),
    ("2024-11-11", "Duty"),
    ("2025-03-24", "Parveen Rashid"),
)
MANAGERS: Spans = (("2024-03-01", "Diane Rudge (manager)"), ("2025-02-03", "Kofi Asante (acting manager)"))
SKIN: Spans = (
    ("2024-03-01", "sacrum red, blanching"),
    ("2024-04-18", "sacrum cat 2"),
    ("2024-07-01", "sacrum healed, heels red"),
    ("2024-09-16", "sacrum cat 3"),
    ("2024-12-02", "sacrum cat 3, not reducing"),
    ("2025-03-20", "sacrum cat 4"),
)
WEIGHTS = ((0, 51.0), (90, 49.8), (180, 47.2), (270, 44.1), (340, 41.3), (400, 38.8), (416, 38.0))
POOLS = {
    "mh": ("Maureen", "MH", "Mrs Hollis", "Maureen"),
    "her": ("Maureen", "Mrs Hollis"),
    "dau": ("Janet", "daughter Janet Pryce", "Mrs Pryce", "Janet (daughter)"),
    "carer": ("Beata", "Shaun T.", "Grace", "agency carer (Ola)", "Marcie", "Tomasz", "agency carer, name not clear"),
    "senior": ("Senior Lorraine", "Senior Piotr", "Kofi Asante (deputy)"),
    "dn": ("SN Amy Bolitho", "HCA Ros Tamblin", "SN Femi Adewale", "Sr Moira Keane (team lead)"),
    "dr": ("Dr Haddad", "Dr Elise Norrish", "ANP Gwen Talbot"),
    "ward": ("SN Colm Byrne", "Sr Asha Pillai", "SN Iris Webb"),
    "crew": ("WX42 (Para Sleeman / Tech Ojo)", "WX33 (Para Hext / ECA Moran)", "WX47 (Para Dunn / Tech Ojo)"),
    "duty": ("Duty (Martin Keast)", "Duty (Sally Orme)", "Duty (Abena Mensah)"),
}  # fmt: skip


def at(spans: Spans, day: date) -> str:
    """What held on a day."""
    return next(value for first, value in reversed(spans) if first <= day.isoformat())


def weight(day: date) -> str:
    """Mrs Hollis's weight on a day, between the points that are known."""
    days = (day - date(2024, 3, 1)).days
    for (low, heavy), (high, light) in pairwise(WEIGHTS):
        if days <= high:
            return f"{heavy + (light - heavy) * (days - low) / (high - low):.1f}kg"
    return f"{WEIGHTS[-1][1]:.1f}kg"


@lru_cache(maxsize=1024)
def facts(day: date) -> dict[str, str]:
    """What the grammar may say of this day."""
    worker = at(WORKERS, day)
    return {
        "place": at(PLACES, day),
        "sw": "Duty SW" if worker == "Duty" else f"SW {worker}",
        "allocated": "duty" if worker == "Duty" else worker,
        "manager": at(MANAGERS, day),
        "skin": at(SKIN, day),
        "weight": weight(day),
        "must": str(min((day - date(2024, 3, 1)).days // 130 + 1, 3)),
        "yy": f"{day:%y}",
    }
