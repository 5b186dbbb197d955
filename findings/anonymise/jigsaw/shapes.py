"""What comes out of the search for identifying details: plain, frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "sex", "siblings", "relation", "occupation", "origin", "religion", "language", "condition", "injury", "exact_age",
    "event", "exact_time", "described_place", "family", "court",
]  # fmt: skip

# Kind → (what a person reads, why it may identify, what blurs it).
KINDS: dict[Kind, tuple[str, str, str]] = {
    "sex": ("Sex", "halves the number of people who could be meant", "child, adult, they"),
    "siblings": ("Brothers and sisters", "number and order of children are known to every neighbour", "one of several children"),
    "relation": ("Relation", "an unusual relation fits few families", "a relative, a member of the household"),
    "occupation": ("Occupation", "colleagues and customers know who does this work", "worked, was in skilled work"),
    "origin": ("Origin", "in most places few people share it", "another country, of a minority ethnic background"),
    "religion": ("Religion", "a congregation knows its members", "had a faith that mattered to the family"),
    "language": ("Language", "where few speak it, few can be meant", "a first language other than English"),
    "condition": ("Illness or disability", "a rare or visible condition is known to many", "a long-term condition"),
    "injury": ("Injury", "court and press reports repeat injuries exactly", "serious injuries"),
    "exact_age": ("Exact age", "with a year it gives the year of birth", "of primary school age, in later life"),
    "event": ("Unusual event", "what was seen or reported locally leads straight to the case", "a serious incident"),
    "exact_time": ("Exact time", "it can be matched with press and inquest", "in the early hours, that winter"),
    "described_place": ("Described place", "who knows the area can point at the house", "a flat, a small town"),
    "family": ("Family", "the make-up of a household is seen by everybody around it", "the household"),
    "court": ("Court", "hearings and sentences are reported with names", "a criminal conviction, court orders"),
}  # fmt: skip


@dataclass(frozen=True)
class Detail:
    """Words that tell something about somebody: offsets, what they tell, why that may identify, and about whom.

    `who` is the key of a Person of the register, or the folded words by which the text speaks of them.
    """

    start: int
    end: int
    kind: Kind
    reason: str
    who: str = ""
