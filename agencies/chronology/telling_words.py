"""Whether words tell what happened or say what was done about it: by who acts in them, by their verbs and by their length."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Someone the agency writes of, or what such a person said, did or looked like.
TELLS = re.compile(
    r"\b(?:he|she|they|him|her|his|them|i|mum|mummy|mother|father|dad|baby|child|children|boy|girl|son|daughter|sister|brother|partner|husband|wife|nephew|grandmother|nan|neighbours?|tenant|patient|client|"
    r"resident|pupil|victim|suspect|caller|male|female|woman|man|occupier|occupant|claimant|parents?|family|carer|says?|said|tells|states?|stated|reports?|reported|alleges?|alleged|denie[sd]|disclosed?|"
    r"rings|rang|shout\w*|cry\w*|found|seen|looked|appeared|presented|attended|arrived|came|fell|missed|absent|refus\w+|injur\w+|bruis\w+|fractur\w+|swelling|pain|burns?|drunk|intoxicated|did not|not brought|no reply|"
    r"no access|was|were|is|has|had|dywedodd|ffoniodd|mam|fam|tad|plentyn|plant|teulu|nain|oedd)\b",
    re.IGNORECASE,
)
# What an agency does, said without anybody who does it: "Letter sent", "Referral to MASH", "NFA".
DOES = re.compile(
    r"^\W*(?:nfa|none|nil|no (?:further )?action|n/?a)\b|\b(?:nfa|no further action|letters?|e-?mail\w*|text sent|referr\w*|sent|advice|advised|given|gave|made|booked|rebooked|arranged|told|informed|notified|passed|"
    r"filed|closed|logged|recorded|discharged?|admitted|admission|conveyed|review\w*|plan(?:ned)?|monitor\w*|follow-?up|offered|agreed|completed|ordered|raised|strategy|meeting|alert|task|served|charged|arrested|cautioned|bail\w*|"
    r"remanded|released|submitted|allocated|discuss\w*|chased|card left|prescribed|treated|dressed|cleaned|plaster|compress|forms?|dash|mash|section 4[27]|s4[27]|enquiry|escalat\w+|supervision|appointment|visit (?:arranged|booked)|"
    r"parcel|voucher|fitted|detention|exclusion|warning|sanction|recall|bloods|x-?ray|obs|999|111|101|called|rung|contacted|spoke|asked for|requested|supplied|issued|signposted|handed|circulated|put in place|added|updated|kept|"
    r"cyngor|cyfeiri\w+|llythyr|anfon\w*|cerdyn|trafodaeth)\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"[“\"‘'][^”\"’']{4,}[”\"’']|\b(?:says?|said|tells|states?|stated|alleg\w+|denie[sd]|disclosed?|dywedodd)\b",
    re.IGNORECASE,
)
MOST = 60


@dataclass(frozen=True, slots=True)
class Telling:
    """Of the cells of a column: how many words they have as a rule, and the shares that tell and that say what was done."""

    words: float = 0.0
    tells: float = 0.0
    does: float = 0.0


def telling(cells: Sequence[str]) -> Telling:
    """What the cells of a column of words are like; the first sixty speak for all."""
    cells = cells[:MOST]
    if not cells:
        return Telling()
    counted = [cell.count(" ") + 1 for cell in cells]
    tells = does = 0.0
    for cell, words in zip(cells, counted, strict=True):
        spoken = bool(SPOKEN.search(cell))
        someone = len(TELLS.findall(cell[:300]))
        tells += 1.0 if spoken or someone > 1 else 0.5 if someone and words > 3 else 0.0
        does += float(words <= 14 and not spoken and bool(DOES.search(cell)) and 8 * someone <= 2 * words)
    return Telling(sum(counted) / len(cells), tells / len(cells), does / len(cells))
