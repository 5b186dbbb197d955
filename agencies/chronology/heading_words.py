"""What the single words of a heading lean to, for headings that no pattern knows whole."""

from __future__ import annotations

import re

# Word (its beginning, where it ends in "~") → what it says of a column; the words of the field itself, agency by agency.
_LEANINGS: dict[str, str] = {
    "event": (
        "narrative~ circumstances synopsis account situation story conversation~ diary note notes text history presentation presenting descri~ incident~ concern~ complaint~ "
        "observation~ observed disclos~ finding~ found detail~ summary entry entries recording log discuss~ said saw seen heard happened noticed behaviour behaviours symptom~ "
        "allegation~ accident~ injur~ nature content~ session enquiry query issue issues information report~ mo occurrence examination evaluation assessment subjective journal "
        "state interview dialogue activity delivered involvement what digwydd~ disgrifiad manylion crynodeb nodiad~ beth hanes pryder~ cofnod cyswllt"
    ),
    "action": (
        "action~ response~ outcome~ decision~ decided plan plans planning intervention~ referral~ referred signpost~ advice advised treatment~ treated dispos~ disposition manage~ "
        "follow~ followup next step~ sanction~ consequence~ remedy works ordered agreed undertaken taken done did offered given provided fitted informed notified made conveyance conveyed deploy~ "
        "finalisation enforcement resol~ result~ measure~ prevent~ change~ equipment prescri~ support help safety enquiries dealt tasks task onward escalat~ passed handed alerted recommend~ disposed lessons "
        "camau cam gweithred~ gweithredu nesaf wnaeth~ ymateb~ canlyniad~ penderfyniad~ cyngor cynllun atgyfeir~"
    ),
    "kind": "type types category categories code codes classification class status level grade strand qualifier cluster component kind mode channel theme specialty math categori",
    "author": "worker officer clinician nurse doctor author originator consultant consulter practitioner initials signature operator keyworker staff gweithiwr swyddog",
    "comment": "comment~ analysis rationale remark~ reflection~ learning view views opinion justification sylw~ dadansoddiad",
}  # fmt: skip
_ASIDE = re.compile(
    "code codes type types category categories class status level grade score number no id ref reference name names date dates time times by who whom owner lead due explanation rating priority phone email address location count total minutes mins hours ward team".replace(
        " ", "|"
    )
)
_WEAK = frozenset(
    (
        "what",
        "state",
        "next",
        "report",
        "support",
        "help",
        "made",
        "taken",
        "done",
        "did",
        "information",
        "enquiry",
        "activity",
    )
)
_LITTLE = frozenset(
    (
        "of",
        "the",
        "and",
        "or",
        "by",
        "to",
        "for",
        "from",
        "in",
        "on",
        "at",
        "with",
        "after",
        "following",
        "we",
        "i",
        "they",
        "was",
        "were",
        "is",
        "y",
        "yr",
        "a",
        "ac",
        "o",
        "r",
        "i",
        "au",
    )
)


def _pattern(words: str) -> re.Pattern[str]:
    parts = [f"{word[:-1]}\\w*" if word.endswith("~") else word for word in words.split()]
    return re.compile(rf"(?:{'|'.join(parts)})")


_COMPILED = {field: _pattern(words) for field, words in _LEANINGS.items()}


def leanings(text: str) -> dict[str, float]:
    """Field → how much the words of a normal heading lean to it, 0 to 1; {} where no word of it is known.

    The word that is qualified counts most: the first before "of" or "by", else the last ("Action by crew", "Crew notes").
    """
    words = re.findall(r"[^\W\d_]+", text)
    if not words or len(words) > 9:
        return {}
    heads = re.split(r"\b(?:of|by|to|for|from|following|at|on|with|yr|y)\b", text)[0].split() or words
    head = re.sub(r"[\W\d_]", "", heads[-1]) or words[-1]
    found: dict[str, float] = {}
    telling = [word for word in words if word not in _LITTLE]
    for field, pattern in _COMPILED.items():
        hits = [word for word in telling if pattern.fullmatch(word)]
        if hits:
            weight = sum(0.25 if word in _WEAK else 0.5 for word in hits) / len(telling)
            found[field] = round(min(1.0, weight + (0.4 if pattern.fullmatch(head) and head not in _WEAK else 0.15)), 2)
    if _ASIDE.fullmatch(head) or _ASIDE.fullmatch(words[-1]):
        found = {field: weight for field, weight in found.items() if field in ("kind", "author")}
    return found


def leaning(text: str) -> tuple[str, float]:
    """The field to which the words of a heading lean most plainly, and how surely, 0.65 at most; ("", 0.0) for none."""
    found = sorted(((weight, field) for field, weight in leanings(text).items()), reverse=True)
    if not found or found[0][0] < 0.4 or (len(found) > 1 and found[0][0] - found[1][0] < 0.1):
        return "", 0.0
    return found[0][1], min(0.65, found[0][0])
