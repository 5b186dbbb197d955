"""Why somebody may, or may not, in sentences drawn from the policy table and their memberships. Asks no database.

The answer is worked out a second time, beside `reviews.access`, so that a person can follow it; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reviews.policy import AGENCY_ROLES, BOARD, REVIEW, Rule, rule
from reviews.stages import RELEASED


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether somebody may, and the sentences that say why or why not."""

    may: bool
    because: tuple[str, ...]

    def __and__(self, other: Answer) -> Answer:
        """Both are asked for: what both say where both let through, otherwise what stands in the way."""
        if self.may == other.may:
            return Answer(self.may, self.because + other.because)
        return other if self.may else self

    def __or__(self, other: Answer) -> Answer:
        """One of the two is enough."""
        if self.may == other.may:
            return Answer(self.may, tuple(dict.fromkeys(self.because + other.because)))
        return self if self.may else other


def yes(sentence: str) -> Answer:
    """Let through, because of `sentence`."""
    return Answer(True, (sentence,))


def no(sentence: str) -> Answer:
    """Not let through, because of `sentence`."""
    return Answer(False, (sentence,))


def on_review(action: str, person: Any, held: Iterable[Any], review: Any, today: date) -> Answer:
    """Whether `person` may do a review-carried `action`; `held` are all of their memberships, ended ones too.

    Raises LookupError for an action that is not in the table.
    """
    reaching = [each for each in held if each.role not in AGENCY_ROLES and each.reaches(review)]
    return by_roles(rule(action), person, reaching, today, "Holds no role that reaches this review.")


def on_request(action: str, person: Any, held: Iterable[Any], request: Any, today: date) -> Answer:
    """Whether `person` may do a request-carried `action` as one of the agency that was asked."""
    mine = person.agency_id == request.agency_id
    own = [each for each in held if mine and each.role in AGENCY_ROLES and each.reaches(request.review)]
    return by_roles(rule(action), person, own, today, "Holds no role in the agency that wrote it.")


def on_board(action: str, person: Any, held: Iterable[Any], record: Any, today: date) -> Answer:
    """Whether `person` may do a board-carried `action` on `record`; what is "own" counts where the record is theirs."""
    line = rule(action)
    own = bool(getattr(record, "belongs_to", lambda _: False)(person))
    line = replace(line, may=line.may | line.own if own else line.may)
    return by_roles(line, person, [*held], today, "Holds no role on this board.")


def on_carrier(action: str, person: Any, held: Sequence[Any], record: Any, today: date) -> Answer:
    """Whether `person` may do `action` of the table, whatever carries it, on `record`, which hangs on a review."""
    on = rule(action).on
    if on == BOARD:
        return on_board(action, person, held, record, today)
    if on == REVIEW:
        return on_review(action, person, held, record.review, today)
    asked = getattr(record, "request", record)
    return on_review(action, person, held, record.review, today) | on_request(action, person, held, asked, today)


def conflicted(rules: Any) -> Answer:
    """That somebody declared a conflict of interest, which the review's rule set lets keep them from it."""
    return no(f"Declared a conflict of interest in this case. {rules.quorum.conflict}")


def released(review: Any) -> Answer:
    """Whether the merged chronology was released to the panel."""
    if review.stage in RELEASED:
        return yes("The review chair has released the merged chronology.")
    return no("The merged chronology has not been released to the panel.")


def by_roles(line: Rule, person: Any, held: list[Any], today: date, otherwise: str) -> Answer:
    """What the line of the table makes of the roles that somebody holds."""
    if not person.is_active:
        return no("The account is closed.")
    found = no(otherwise) if not held else None
    for each in held:
        said = by_role(line, each, today)
        found = said if found is None else found | said
    assert found is not None
    return found


def by_role(line: Rule, held: Any, today: date) -> Answer:
    """What the line makes of one membership."""
    name = held.get_role_display()
    if held.since > today:
        return no(f"Will be {name} from {told(held.since)}.")
    if held.until is not None and held.until < today:
        return no(f"Was {name} until {told(held.until)}; that has ended.")
    if held.role not in line.may:
        return no(f"Is {name}: no line of the table lets that role {line.label}.")
    ends = f"until {told(held.until)}" if held.until else "with no end set"
    ends = "until the review closes" if held.ends_with_review else ends
    return yes(f"Is {name}, {ends}: the line “{line.action}” of the table lets that role {line.label}.")


def told(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"
