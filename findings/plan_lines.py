"""An action of the portal as a line of an action plan: what is exported, and what an imported row is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from agencies.chronology.grid import clean
from findings.models import Action, Recommendation
from findings.plan import ActionRow
from findings.plan.states import DONE

# What is kept of an imported row beside the action that it became.
WRITTEN = (
    "number", "theme", "target_text", "target_on", "after", "revised_text", "revised_on", "start_text", "status_text", "declared", "milestones", "progress",
    "evidence", "critical_friend", "measure", "extra", "lead", "sponsor",
)  # fmt: skip
# What is compared with an action that is here, and what people call it.
COMPARED = {
    "lead": "lead person", "sponsor": "sponsor", "target_on": "target", "revised_on": "revised target", "start_on": "start", "declared": "status",
    "rag": "RAG", "completed_on": "day of completion", "progress": "progress", "evidence": "evidence", "critical_friend": "critical friend",
    "milestones": "milestones",
}  # fmt: skip
# What has to be fetched with actions so that lines cost no query each.
FETCHED = ("milestones", "target_revisions", "updates__files", "comments", "recommendation__findings")


def with_lines(actions: Any) -> Any:
    """Actions with all that their lines say, in the order of a plan."""
    together = actions.select_related("recommendation__review", "agency", "plan_line").prefetch_related(*FETCHED)
    return together.order_by("recommendation__review", "recommendation__number", "number")


def line_of(action: Action) -> ActionRow:
    """One action with what was reported on it, after the words that an imported plan had."""
    row, written = of_recommendation(action.recommendation), written_of(action)
    row.number = f"{action.recommendation.number}.{action.number}"
    row.action, row.agencies = clean(action.text), [clean(action.agency.label)]
    row.lead = cut(written.get("lead", ""), action.lead_person)
    row.sponsor = cut(written.get("sponsor", ""), action.sponsor)
    row.start_on, row.start_text = action.start_on, ""
    days_of(row, action, written)
    row.declared, row.rag = action.status, action.rag
    row.completed_on = action.done_on if action.status in DONE else None
    row.theme = row.theme or written.get("theme", "")
    row.measure = row.measure or written.get("measure", "")
    row.milestones = joined(written.get("milestones", ""), map(milestone, action.milestones.all()))
    notes = sorted(action.updates.all(), key=lambda each: each.pk)
    row.progress = joined(written.get("progress", ""), (f"{day(each.written_at)}: {each.note}" for each in notes))
    row.evidence = joined(written.get("evidence", ""), (file.name for each in notes for file in each.files.all()))
    said = sorted(action.comments.all(), key=lambda each: each.pk)
    row.critical_friend = joined(written.get("critical_friend", ""), (each.text for each in said))
    return row


def of_recommendation(recommendation: Recommendation) -> ActionRow:
    """A recommendation as a line without any action."""
    return ActionRow(
        None, 0, recommendation_number=recommendation.number, recommendation=clean(recommendation.text),
        scope=recommendation.scope, measure=clean(recommendation.measure),
        theme="; ".join(clean(finding.title) for finding in recommendation.findings.all()),
    )  # fmt: skip


def line_without_action(recommendation: Recommendation) -> ActionRow:
    """A recommendation without any action, with what the plan said of it that it came in with."""
    row, written = of_recommendation(recommendation), written_without_action(recommendation)
    for name in ("milestones", "progress", "evidence", "critical_friend", "lead", "sponsor", "target_text"):
        setattr(row, name, clean(written.get(name, "")))
    row.theme, row.measure = row.theme or written.get("theme", ""), row.measure or written.get("measure", "")
    return row


def written_without_action(recommendation: Recommendation) -> dict[str, Any]:
    """The words of the imported row in which a recommendation stood without any action; empty where there was none."""
    found = (line.written for line in recommendation.plan_lines.all() if line.action_id is None)
    return next(found, {})


def written_of(action: Action) -> dict[str, Any]:
    """The words of the imported row that an action came in with; empty for one that was set here."""
    line = getattr(action, "plan_line", None)
    return line.written if line else {}


# What an imported plan said of an action that the action has no other place for, as people call it.
LABELS = {
    "theme": "Theme", "target_text": "Target, as written", "revised_text": "Revised target, as written", "status_text": "Status, as written",
    "milestones": "Milestones", "progress": "Progress", "evidence": "Evidence", "critical_friend": "Critical friend", "measure": "Impact measure",
}  # fmt: skip


def written_words(written: dict[str, Any]) -> list[tuple[str, str]]:
    """What an imported row said of an action: (label, words), its own headings for columns nobody knows."""
    said = [(label, written.get(name, "")) for name, label in LABELS.items()]
    return [(label, words) for label, words in [*said, *written.get("extra", {}).items()] if words]


def days_of(row: ActionRow, action: Action, written: dict[str, Any]) -> None:
    """The target and the later one: as written while nobody moved it here, and as it stands now."""
    moved = action.target_on if action.target_revisions.all() else None
    row.target_on, row.target_text = action.first_target_on, written.get("target_text", "")
    row.revised_on, row.revised_text = moved, ""
    if written.get("revised_on"):
        row.target_on = date.fromisoformat(written["target_on"]) if written.get("target_on") else None
        row.revised_on, row.revised_text = moved or action.first_target_on, "" if moved else written["revised_text"]


def cut(written: str, kept: str) -> str:
    """The words as written where the portal has room for their beginning only, and nobody changed that."""
    return written if written and written[: len(kept)] == kept != "" else clean(kept)


def joined(first: str, more: Iterable[str]) -> str:
    """Words and what came after them, one a line."""
    return "\n".join(filter(None, (clean(first), *map(clean, more))))


def milestone(each: Any) -> str:
    """A milestone with its day, and when it was reached."""
    done = f", reached {each.done_on:%d/%m/%Y}" if each.done_on else ""
    return f"{each.due_on:%d/%m/%Y}: {each.text}{done}"


def day(moment: Any) -> str:
    """The day of a moment, as plans have it."""
    return f"{timezone.localtime(moment):%d/%m/%Y}"


def differing(row: ActionRow, line: ActionRow) -> list[str]:
    """In what a row says something else than an action that is here, as people call it; what it leaves empty says nothing."""

    def plain(value: Any) -> Any:
        return " ".join(value.split()) if isinstance(value, str) else value

    pairs = ((label, plain(getattr(row, name)), plain(getattr(line, name))) for name, label in COMPARED.items())
    return [label for label, said, kept in pairs if said and said != kept]
