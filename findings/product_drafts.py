"""What a learning product says before anybody has written in it: cut from the anonymised report, and the frame of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from findings.models import Product, Report
from findings.product_text import Gate
from findings.services.anonymity import anonymised

Kind = Product.Kind
Part = tuple[str, str, str]
# How many words of a section a briefing takes over before somebody shortens it.
LONGEST = 110
# (key, title, what the writer is asked) of the parts of each kind; the six of the briefing are the field's own.
PARTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    Kind.BRIEFING: (
        ("background", "Background", "What the review was about, in three or four sentences."),
        ("why", "Why it matters", "What it meant for the person, and why it could happen again."),
        ("information", "Information", "What a reader has to know to understand the findings."),
        ("findings", "Findings", "What was found, one line each."),
        ("action", "What to do", "What a reader does differently from tomorrow."),
        ("questions", "Questions", "What a team talks about for seven minutes."),
    ),
    Kind.SLIDES: (
        ("background", "Background", "Items of lists and tables stand on the slides; other paragraphs are the speaker’s notes."),
        ("why", "Why it matters", "What it meant for the person. Items are shown, paragraphs are notes."),
        ("information", "Information", "What listeners have to know. Items are shown, paragraphs are notes."),
        ("findings", "Findings", "One item for each finding; what is to be said about them as paragraphs."),
        ("action", "What to do", "One item or row for each change."),
        ("questions", "Questions", "What is asked of the room."),
    ),
    Kind.EVENT: (
        ("agenda", "Agenda", "Minutes and what happens, as a table."),
        ("facilitator", "Notes for the facilitator", "How to begin, how to keep it safe, and what to bring out."),
        ("group", "Questions for groups", "What groups talk about, from the findings."),
        ("handout", "Handout", "What people take home."),
        ("feedback", "Feedback form", "What people are asked at the end."),
    ),
}  # fmt: skip
AGENDA = (
    "| Minutes | What |", "| 10 | Welcome, how we work together, where support is |", "| 15 | What the review was about |",
    "| 20 | What was found |", "| 30 | Groups: the questions of this pack |", "| 10 | What we will do differently |",
    "| 5 | Feedback |",
)  # fmt: skip
FACILITATOR = (
    "## Before you begin",
    "\n".join((
        "- Somebody in the room may have known the family, or have lived through something like it. Say so, and say that anybody may leave.",
        "- Use the names of this pack only. Nobody is asked which services were involved.",
        "- This is about how work is set up, not about who did what.",
    )),
    "## What to bring out",
)  # fmt: skip
FEEDBACK = (
    "| Question | Your answer |", "| What will you do differently? |  |", "| What would help you to do it? |  |",
    "| What should the board know? |  |", "| Your level: executive, manager, front line, school or commissioned provider |  |",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """What may be told of a review: sections of its anonymised report by key, findings, and what is recommended to whom."""

    sections: dict[str, str] = field(default_factory=dict)
    findings: Sequence[tuple[str, str]] = ()  # what was found, and what it meant for the person
    recommended: Sequence[tuple[str, str]] = ()  # what should change, and the kinds of agency that it is addressed to
    instead: str = ""  # of a report that is not published: what is published in its place
    support: str = ""


def source(report: Report) -> Source:
    """What is or will be published of a review. Of a report that is not published nothing but what is published instead."""
    review, gate = report.review, Gate.of(report.review)
    planned = getattr(report, "publication", None)
    withheld = bool(report.not_published_reason) and report.published_on is None
    rows = review.recommendations.prefetch_related("agencies")
    return Source(
        {} if withheld else {key: text for key, _, text in anonymised(report).sections if text.strip()},
        () if withheld else [(gate.sure(each.title), gate.sure(each.impact)) for each in review.findings.all()],
        [(gate.sure(row.text), ", ".join(dict.fromkeys(agency.get_kind_display() for agency in row.agencies.all()))) for row in rows],
        gate.sure(planned.instead) if withheld and planned else "",
        review.board.support_text,
    )  # fmt: skip


def draft(kind: str, told: Source) -> list[Part]:
    """(key, title, text) of each part of a product of that kind."""
    write = {Kind.BRIEFING: briefing, Kind.SLIDES: slides, Kind.EVENT: event}[Kind(kind)]
    said = write(told)
    return [(key, title, said.get(key, "")) for key, title, _ in PARTS[kind]]


def briefing(told: Source) -> dict[str, str]:
    """Two pages that a team reads in seven minutes."""
    return {
        "background": cut(told.sections.get("introduction", "") or told.instead),
        "why": cut(together(impact for _, impact in told.findings) or told.sections.get("summary", "")),
        "information": cut(told.sections.get("background", "") or told.sections.get("analysis", "")),
        "findings": items(title for title, _ in told.findings) or cut(told.sections.get("findings", "")),
        "action": items(text for text, _ in told.recommended),
        "questions": questions(told),
    }


def slides(told: Source) -> dict[str, str]:
    """The briefing's parts: a few words to be shown, the rest to be said."""
    said = briefing(told)
    for key in ("background", "why", "information"):
        said[key] = together((items(sentences(said[key])[:3]), said[key]))
    notes = together(f"{title}: {impact}" for title, impact in told.findings if impact)
    said["findings"] = together((said["findings"], notes))
    if told.recommended:
        rows = "\n".join(f"| {text} | {kinds or 'All services'} |" for text, kinds in told.recommended)
        said["action"] = f"| What should change | Whose it is |\n{rows}"
    return said


def event(told: Source) -> dict[str, str]:
    """Everything for ninety minutes with a room of people."""
    short = briefing(told)
    points = items(title for title, _ in told.findings) or short["findings"]
    support = f"## Where support is\n\n{told.support}" if told.support else ""
    parts = ("## What it was about", short["background"], "## What was found", points, "## What to do", short["action"])
    return {
        "agenda": "\n".join(AGENDA),
        "facilitator": "\n\n".join(filter(None, (*FACILITATOR, points, support))),
        "group": questions(told),
        "handout": "\n\n".join(filled(parts)),
        "feedback": "\n".join(FEEDBACK),
    }


def filled(parts: Sequence[str]) -> list[str]:
    """Headings and their texts, without headings that nothing follows."""
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [each for heading, text in pairs if text for each in (heading, text)]


def questions(told: Source) -> str:
    """What a team can talk about: a question for each of the first findings, and what follows from them."""
    own = [f"Where in our own work could this happen: “{title.rstrip('.')}”?" for title, _ in told.findings[:4]]
    return items([*own, "What would we do differently from tomorrow?", "What stands in our way, and who can lift it?"])


def items(lines: Iterable[str]) -> str:
    """One item of a list for each line that says something."""
    return "\n".join(f"- {' '.join(line.split())}" for line in lines if line.strip())


def together(texts: Iterable[str]) -> str:
    """Texts one after the other, a paragraph each; those that say nothing are left out."""
    return "\n\n".join(text.strip() for text in texts if text.strip())


def cut(text: str) -> str:
    """The first whole sentences of a text, headings, tables and lists left out; never half a sentence."""
    plain = [line for line in text.splitlines() if not re.match(r"\s*(##|\||- )", line)]
    kept: list[str] = []
    for paragraph in "\n".join(plain).split("\n\n"):
        said: list[str] = []
        for sentence in sentences(paragraph):
            if kept + said and len(" ".join([*kept, *said, sentence]).split()) > LONGEST:
                return "\n\n".join([*kept, " ".join(said)]).strip()
            said.append(sentence)
        if said:
            kept.append(" ".join(said))
    return "\n\n".join(kept)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a point within an abbreviation or a number ends none."""
    flat = " ".join(text.split())
    return [each for each in re.split(r"(?<=[a-z’)”0-9][.?!])\s+(?=[A-Z“])", flat) if each]
