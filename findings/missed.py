"""Appointments that were missed, as entries say it: a list of patterns, in plain words, that knows negation.

What is found is a suggestion for a person to check. Words such as "did not miss", "no DNAs" and "if she does not attend"
are known and left out; so are things that only look alike: DNA evidence, a missed opportunity, a day off school.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What can be missed or cancelled. "Session" and "programme" are probation's; "slot" is dentists' and clinics'.
APPOINTMENT = (
    r"(?:appointments?|appts?|apps?t|visits?|clinics?|scans?|sessions?|reviews?|checks?|assessments?|immunisations?|imms|vaccin\w+"
    r"|smears?|screening|slots?|meetings?|conference|weigh(?:t|ing)s?|contacts?|consultations?|baths?|transport)"
)
# How far apart the two halves of a sign may stand: within one sentence, not across a semicolon.
NEAR = r"[^.;!?\n]{0,60}?"
NOBODY = r"(?:no reply|no answer|(?:nobody|no one) (?:was )?(?:in|home|at home)|not (?:in|at home))"
NOT = r"(?:not|never|n['’]t|failed to|fails to|fail to|failure to|unable to)"
SEEMING = r"(?! (?:test|sampl|profil|swab|evidence|result|analys|match|polic|procedure|guidance|protocol|hit\b|link|database))"


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which entries say that an appointment was missed.

    `label` is what the page calls it; `word` stands in every text that it finds, so that it narrows the chronology (empty
    where no one word does); `stems` are small pieces of text of which one stands in every such text (the quick look before the pattern is tried).
    """

    label: str
    word: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]


def sign(label: str, word: str, stems: str, *patterns: str, cased: bool = False) -> Sign:
    """One sign from its patterns; `stems` are parted by "|"."""
    flags = 0 if cased else re.IGNORECASE
    return Sign(label, word, tuple(stems.split("|")), re.compile("|".join(f"(?:{each})" for each in patterns), flags))


SIGNS = (
    sign(
        "DNA", "DNA", "dna",
        rf"(?<![\w-])DNA(?:s|ed|['’](?:s|d|ed))?(?![\w-]){SEEMING}",
        cased=True,
    ),
    sign("WNB", "WNB", "wnb", r"(?<![\w-])WNB(?:s|['’]?d)?(?![\w-])(?! (?:polic|procedure|guidance|protocol))", cased=True),
    sign(
        "Did not attend", "attend", "attend",
        rf"(?<!\w){NOT} (?:then |again |in fact |also |ever |been )?attend(?:ed|ing)?\b"
        r"(?! (?:school|college|nursery|pre-?school|lessons|church|work|to\b))",
        r"n['’]t attend(?:ed|ing)?\b(?! (?:school|college|nursery|pre-?school|lessons|church|work|to\b))",
        r"\bnon[- ]?attend(?:ance|ed|er)s?\b(?! (?:at|from) (?:school|college|nursery))",
        r"\bfailed attendances?\b",
    ),
    sign(
        "Not brought", "brought", "brought",
        rf"(?<!book )(?<!diary )(?:\b{NOT}|n['’]t) (?:being |been |again )?brought\b"
        r"(?! (?:up|forward|about|together|back)\b)(?! to (?:\w+ ){0,2}(?:attention|notice))",
    ),
    sign(
        "Missed appointment", "miss", "miss",
        rf"\bmiss(?:ed|es|ing) (?:[\w'’-]+ ){{0,4}}?{APPOINTMENT}\b",
        rf"\b{APPOINTMENT} (?:(?:was|were|again|also|all|had been|have been|has been) ){{0,2}}missed\b",
        r"\bmissed (?:again|two|three|four|five|\d+)\b(?! (?:school|days?|lessons|calls?))",
    ),
    sign(
        "Cancelled", "cancel", "cancel",
        rf"\b{APPOINTMENT}\b{NEAR}\bcancell?(?:ed|ation|ing|s)?\b",
        rf"\bcancell?(?:ed|ation|ing|s)?\b{NEAR}\b{APPOINTMENT}\b",
        r"\bcancell?ed by (?!(?:the )?(?:caller|control|crew|police|ambulance|999)\b)\w+",
    ),
    sign(
        "No access", "", "access|no reply|no answer|no response|nobody|no one|not in|not at home",
        r"\bno[- ]access\b(?! to (?!(?:the )?(?:property|home|house|flat|address|premises|child|children|building)\b))",
        r"\b(?:could|did|was|were|has|had) (?:not|n['’]t)(?: be| been)? (?:gain(?:ed)?|get|got|given|allowed) access\b",
        r"(?:couldn|didn)['’]t (?:gain|get) access\b|\bunable to (?:gain|get) access\b|\baccess (?:was )?(?:not gained|refused|denied)\b",
        r"\bno (?:reply|answer|response) (?:at|from|to) (?:the )?(?:front )?(?:door|property|address|house|flat|home)\b",
        rf"\b(?:visit(?:ed|s|ing)?|unannounced|called (?:at|to|round))\b[^;!?\n]{{0,70}}?\b{NOBODY}\b",
    ),
    sign(
        "Did not come", "", "turn up|turned up|show up|shown up|showed up|no show|no-show|keep|kept|t come|t arrive|acceptable absence",
        rf"(?:\b{NOT}|n['’]t) (?:turn(?:ed)? up|show(?:n)? up|arrive for|come to (?:[\w'’]+ ){{0,2}}?{APPOINTMENT})\b",
        rf"(?:\b{NOT}|n['’]t) ke(?:ep|pt) (?:[\w'’]+ ){{0,3}}?{APPOINTMENT}\b|\b{APPOINTMENT} (?:was |were )?not kept\b",
        r"\bno[- ]shows?\b|\bunacceptable absence\b",
        r"\b(?:did not|didn['’]t) come(?=[.,;!?\n]|$| and\b)",
    ),
)  # fmt: skip
STEMS = tuple(sorted({stem for each in SIGNS for stem in each.stems}))

# Words before a sign that turn it round: "did not miss", "no DNAs", "no record of missed appointments", "never cancelled".
SMALL = r"(?:(?:a|an|any|been|ever|once|further|previous|other|recent|more|single|recorded|reported|record of|history of|evidence of|have|has|had) )"
TURNED = re.compile(
    rf"(?:\b(?:not|never|no|nil|zero|none|neither|nor|without|rarely)|n['’]t|\b0) {SMALL}{{0,3}}$", re.IGNORECASE
)
# "If DNA, discharge"; "letter says that unless she attends": what may happen has not happened.
SUPPOSED = re.compile(
    r"\b(?:if|unless|whenever|in case|in the event (?:of|that)) (?:[\w'’]+ ){0,3}$|\brisk of (?:[\w'’]+ )?$",
    re.IGNORECASE,
)
# "Not" stands inside these signs, so only what denies the whole of it turns them round.
NOT_AFTER = re.compile(
    r"\b(?:no|never|not|without) (?:record|evidence|report|history|instance|suggestion)s? (?:that (?:[\w'’]+ ){1,3}|of (?:[\w'’]+ )?)$",
    re.IGNORECASE,
)
OWN_NOT = frozenset({"Did not attend", "Not brought", "No access", "Did not come"})


def missed(text: str) -> tuple[str, ...]:
    """The labels of the signs in `text` that an appointment was missed, in the order of the list; empty where there is none."""
    low = text.lower()
    if not any(stem in low for stem in STEMS):
        return ()
    return tuple(each.label for each in SIGNS if any(stem in low for stem in each.stems) and stands(each, text))


def stands(each: Sign, text: str) -> bool:
    """Whether a sign is in `text` at a place where the words before it do not turn it round."""
    for found in each.pattern.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        turned = NOT_AFTER if each.label in OWN_NOT else TURNED
        inside = each.label == "Cancelled" and re.search(r"\bnot (?:been )?cancel", found[0], re.IGNORECASE)
        if not turned.search(before) and not SUPPOSED.search(before) and not inside:
            return True
    return False


WORDS = {each.label: each.word for each in SIGNS}
