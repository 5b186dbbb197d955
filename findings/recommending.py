"""Advice on a recommendation while it is written: what the field has found to change little. Pure; advice is never a block.

Reviews once averaged 47 recommendations, and making each one SMART only multiplied tasks (Brandon and others, 2012): fewer,
owned and measured ones are the field's advice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation as it is being written: its words, what it names, and how many its review has with it."""

    text: str
    findings: int = 0
    agencies: int = 0
    changes: Collection[str] = ()
    scope: str = ""
    beyond_gift: bool = False
    measure: str = ""
    baseline: str = ""
    number: int = 1
    advised: int = 10


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: what is seen, and why it matters."""

    key: str
    sentence: str
    why: str


STAFF = (
    r"(?:(?:all|every|their|its|our|the|relevant|front[- ]?line|front ?line|social|health|school|care|clinical)\s+)*"
    r"(?:staff|practitioners?|professionals?|workers?|officers?|nurses?|teachers?|clinicians?|doctors?|gps|colleagues|employees|teams?|managers?)"
)
KNOWING = r"(?:aware|reminded|familiar|conscious|mindful|clear about|know|understand|recogni[sz]e)"
REMINDING = re.compile(
    rf"\bremind(?:s|ed|er|ers|ing)?\b"
    rf"|\b(?:ensure|make sure|be assured|satisf\w+ \w+selves)\s+(?:that\s+)?{STAFF}\s+(?:(?:are|is|have been|be|fully|all|made)\s+)*{KNOWING}\b"
    rf"|\b(?:ensure|make sure)\s+(?:that\s+)?{STAFF}\s+have\s+(?:\w+\s+){{0,3}}(?:understanding|knowledge|awareness)\b"
    rf"|\b(?:rais(?:e|es|ing)|increas(?:e|es|ing)|heighten(?:s|ing)?|promot(?:e|es|ing))\s+(?:\w+\s+)?awareness\b"
    rf"|\b{STAFF}\s+(?:should|must|need to|are to|will)\s+(?:always\s+)?(?:be|remain)\s+(?:made\s+|fully\s+)?(?:aware|reminded|mindful|conscious)\b",
    re.IGNORECASE,
)
TRAINING = re.compile(
    r"\b(?:train(?:ing|ed)?|re-?train(?:ing)?|e-?learning|workshops?|briefings?|briefed|refresher|masterclass(?:es)?|"
    r"learning events?|seven[- ]minute briefings?|7[- ]minute briefings?|toolkits?|awareness)\b",
    re.IGNORECASE,
)
# What a sentence speaks of when it changes more than what people have been told.
BEYOND_TRAINING = re.compile(
    r"\b(?:system|record(?!\s+of\s+training)(?:ing|s)?|form|template|tool|alert|flag|prompt|policy|policies|procedures?|protocol|pathway|"
    r"process|threshold|contracts?|commission(?!er)(?:ing|s|ed)?|fund(?:ing|s|ed)?|budget|post|posts|caseloads?|workloads?|"
    r"capacity|vacanc(?:y|ies)|rota|supervision|audit(?:s|ed)?|dip[- ]sampl\w+|agreement|panel|meetings?|duty|referrals?|"
    r"assessments?|plan|plans|service|services)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:consider(?!ed|able|ably|ation)|consideration (?:should|must|is to) be given|give(?:n)? (?:further |due )?(?:consideration|thought)|"
    r"(?:should|must|needs? to|to)\s+review|encourage|promote|in a (?:timely|robust|appropriate) (?:manner|way|fashion)|explore|exploring|look (?:into|at)|reflect (?:on|upon)|endeavou?r|strive|seek to|aim to|work towards?|"
    r"where(?:ver)? (?:possible|practicable|appropriate)|as (?:far as|and when) (?:possible|appropriate|practicable))\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:should|must|shall|needs? to|(?:is|are) to)\b", re.IGNORECASE)
LISTED = re.compile(r"^\s*(?:[-•*–]|\(?[0-9ivx]{1,3}[.)]|\(?[a-h][.)])\s+\S", re.IGNORECASE | re.MULTILINE)
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+")
# A sentence that begins so goes on about the one before it.
GOES_ON = re.compile(
    r"\s*(?:this|it|that|these|they|which|the (?:aim|purpose|result|progress|outcome))\b", re.IGNORECASE
)
JOINED = re.compile(r"\b(?:and|;)\s+(?:also\s+)?(?:should|must|needs? to)\b", re.IGNORECASE)


def advise(draft: Draft) -> list[Advice]:
    """What is worth thinking about in a draft, the weightiest first; nothing where there is no text yet."""
    if not draft.text.strip():
        return []
    return [found for look in LOOKS if (found := look(draft))]


def too_many(draft: Draft) -> Advice | None:
    """More than the board's own number."""
    if draft.number <= draft.advised:
        return None
    return Advice(
        "too_many",
        f"This review has {draft.number} recommendations with this one; your board advises {draft.advised} at most.",
        "Reviews once averaged 47, and hardly any were followed to an effect. Join those that rest on the same finding, or leave out what is done already.",
    )


def no_finding(draft: Draft) -> Advice | None:
    """Resting on nothing."""
    if draft.findings:
        return None
    return Advice(
        "no_finding",
        "It rests on no finding yet.",
        "Nobody can tell later what it was meant to put right. It cannot be saved without one.",
    )


def no_addressee(draft: Draft) -> Advice | None:
    """Addressed to nobody."""
    if draft.agencies or draft.beyond_gift:
        return None
    return Advice(
        "no_addressee",
        "It is addressed to no agency.",
        "What belongs to everybody is done by nobody: an agency that is named has to answer it.",
    )


def reminding(draft: Draft) -> Advice | None:
    """“Remind staff”, “ensure that staff are aware”."""
    if not (found := REMINDING.search(draft.text)):
        return None
    return Advice(
        "reminding",
        f"“{short(found.group())}” asks people to know something that most of them knew.",
        "Ask why people who knew it could not do it on that day, and change that: the time, the form, the system, who decides.",
    )


def training_only(draft: Draft) -> Advice | None:
    """Training and nothing else."""
    found = TRAINING.search(draft.text)
    if found is None or BEYOND_TRAINING.search(TRAINING.sub("", draft.text)) or set(draft.changes) - {"behaviour"}:
        return None
    return Advice(
        "training_only",
        f"Training is all that it asks for (“{short(found.group())}”).",
        "Training alone seldom changes practice, and its effect leaves with those who leave. Say what else makes the new way the easy one.",
    )


def vague(draft: Draft) -> Advice | None:
    """Verbs that can be done without anything changing."""
    if not (found := VAGUE.search(draft.text)):
        return None
    return Advice(
        "vague",
        f"“{short(found.group())}” can be done without anything changing.",
        "Say what will be different when it is done, so that somebody can see whether it is.",
    )


def several(draft: Draft) -> Advice | None:
    """More than one recommendation in one."""
    asking = [each for each in SENTENCE.split(draft.text) if MODAL.search(each) and not GOES_ON.match(each)]
    if len(asking) < 2 and len(LISTED.findall(draft.text)) < 2 and not JOINED.search(draft.text):
        return None
    return Advice(
        "several",
        "It seems to hold several recommendations.",
        "Each part would be answered, done and measured differently, and one that is done would hide one that is not. Keep the one that matters most, or write them apart.",
    )


def no_change(draft: Draft) -> Advice | None:
    """Not said what it should change."""
    if draft.changes:
        return None
    return Advice(
        "no_change",
        "It does not say what it should change: what people do, how the system works, policy, or resources.",
        "Recommendations that change systems and resources last longer than those that ask people to try harder.",
    )


def no_measure(draft: Draft) -> Advice | None:
    """No way to know that it worked."""
    if draft.measure.strip():
        return None
    return Advice(
        "no_measure",
        "It does not say how you will know that it has worked.",
        "Without a measure an action can be finished and nothing be different for a child or an adult at risk.",
    )


def no_baseline(draft: Draft) -> Advice | None:
    """A measure with nothing to compare it with."""
    if draft.baseline.strip() or not draft.measure.strip():
        return None
    return Advice(
        "no_baseline",
        "It does not say how things stand today.",
        "A later number shows a difference only beside an earlier one, and today’s cannot be counted next year.",
    )


def beyond(draft: Draft) -> Advice | None:
    """Wider than the board reaches."""
    if draft.beyond_gift or draft.scope not in {"regional", "national"}:
        return None
    return Advice(
        "beyond",
        f"Its scope is {draft.scope}, and nobody outside the board is asked.",
        "If the agencies here cannot do it, say that it is not in local gift: then it is sent to a national body and followed there.",
    )


LOOKS: tuple[Callable[[Draft], Advice | None], ...] = (
    no_finding, too_many, reminding, training_only, vague, several, no_addressee, no_change, no_measure, no_baseline, beyond,
)  # fmt: skip


def short(words: str) -> str:
    """The words found, on one line and not too long to quote."""
    said = " ".join(words.split())
    return said if len(said) <= 60 else f"{said[:59].rstrip()}…"
