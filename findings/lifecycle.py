"""What may follow what: in an agency's action, in a link between accounts of one event, in a learning product, and in a yearly report."""

from __future__ import annotations

from django.db import models

from reviews.workflow import Lifecycle, Move


class ActionStatus(models.TextChoices):
    PLANNED = "planned", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    CLAIMED_DONE = "claimed_done", "Reported done"
    ASSURED = "assured", "Assured"
    CLOSED = "closed", "Closed: impact shown"

    @classmethod
    def unfinished(cls) -> tuple[str, ...]:
        """The states in which an action still waits for its agency."""
        return (cls.PLANNED, cls.IN_PROGRESS)


def has_evidence(action) -> str | None:  # type: ignore[no-untyped-def]
    """Nothing is reported done on a word alone."""
    if action.updates.exists():
        return None
    return "Say what was done, and add evidence if you have it, before you report this action as done."


def impact_was_shown(action) -> str | None:  # type: ignore[no-untyped-def]
    """An action is closed when it is known what difference it made."""
    if action.impacts.filter(shown__in=("yes", "partly")).exists():
        return None
    return "Record a result that shows a difference before you close this action."


def came_with_a_plan(action) -> str | None:  # type: ignore[no-untyped-def]
    """Only what a board kept elsewhere comes in as begun or done."""
    from_a_plan = type(action).objects.filter(pk=action.pk, plan_line__isnull=False)
    return None if from_a_plan.exists() else "Only an action of an imported plan is taken over as it stood there."


S = ActionStatus

ACTION_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("progress", (S.PLANNED, S.IN_PROGRESS), S.IN_PROGRESS, "action.update", "Report progress"),
        Move(
            "claim_done", (S.PLANNED, S.IN_PROGRESS), S.CLAIMED_DONE, "action.update", "Report it done", (has_evidence,)
        ),
        Move("assure", (S.CLAIMED_DONE,), S.ASSURED, "action.assure", "Assure it"),
        Move("reopen", (S.CLAIMED_DONE, S.ASSURED, S.CLOSED), S.IN_PROGRESS, "action.assure", "Reopen it"),
        Move("close", (S.ASSURED,), S.CLOSED, "impact.record", "Close it: impact shown", (impact_was_shown,)),
        # As a plan that was kept elsewhere has them: done is what its agency says, and the board still assures it here.
        Move(
            "take_over_begun", (S.PLANNED,), S.IN_PROGRESS, "action.set", "Take it over as begun", (came_with_a_plan,)
        ),
        Move("take_over_done", (S.PLANNED,), S.CLAIMED_DONE, "action.set", "Take it over as done", (came_with_a_plan,)),
        # A later test that shows no difference takes the claim back; the work stays assured.
        Move("unclose", (S.CLOSED,), S.ASSURED, "impact.record", "Its impact did not last"),
    ),
)


class LinkStatus(models.TextChoices):
    SUGGESTED = "suggested", "Not decided"
    CONFIRMED = "confirmed", "The same event"
    REJECTED = "rejected", "Not the same"
    JOINED = "joined", "Part of another event"


L = LinkStatus

LINK_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("confirm", (L.SUGGESTED,), L.CONFIRMED, "chronology.mark", "The same event"),
        Move("reject", (L.SUGGESTED,), L.REJECTED, "chronology.mark", "Not the same"),
        Move("part", (L.CONFIRMED,), L.REJECTED, "chronology.mark", "Part the accounts"),
        Move("join", (L.CONFIRMED,), L.JOINED, "chronology.mark", "Make it part of another event"),
        Move("undo", (L.CONFIRMED, L.REJECTED), L.SUGGESTED, "chronology.mark", "Undo the decision"),
    ),
)


class ProductStatus(models.TextChoices):
    DRAFT = "draft", "Being written"
    CHECKED = "checked", "Checked"
    RELEASED = "released", "Released"
    WITHDRAWN = "withdrawn", "Withdrawn"


def may_go_out(product) -> str | None:  # type: ignore[no-untyped-def]
    """Learning leaves once the report is public, or once it is on record why it is not and who approved that."""
    report = product.report
    planned = getattr(report, "publication", None)
    if planned is not None and planned.taken_down_on:
        return "The report was taken down, so nothing made from it is released."
    if report.published_on or (report.not_published_reason and planned is not None and planned.approved_on):
        return None
    return "It is released once the report is published, or once it is on record why it is not published."


def is_out(product) -> str | None:  # type: ignore[no-untyped-def]
    """Only what readers have can be withdrawn."""
    if product.editions.filter(withdrawn_on__isnull=True).exists():
        return None
    return "Nothing of it is out, so there is nothing to withdraw."


P = ProductStatus

PRODUCT_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("check", (P.DRAFT,), P.CHECKED, "learning.check", "Record that you checked it"),
        Move("send_back", (P.CHECKED,), P.DRAFT, "learning.check", "Send it back to be written"),
        Move("release", (P.CHECKED,), P.RELEASED, "report.publish", "Release it", (may_go_out,)),
        Move("revise", (P.RELEASED, P.WITHDRAWN), P.DRAFT, "report.write", "Write a new edition"),
        Move("withdraw", (P.DRAFT, P.CHECKED, P.RELEASED), P.WITHDRAWN, "report.publish", "Withdraw it", (is_out,)),
    ),
)


class AnnualStatus(models.TextChoices):
    DRAFT = "draft", "Being written"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"


A = AnnualStatus

ANNUAL_LIFECYCLE = Lifecycle(
    field="status",
    moves=(
        Move("approve", (A.DRAFT,), A.APPROVED, "annual_report.approve", "Approve it"),
        Move("send_back", (A.APPROVED,), A.DRAFT, "annual_report.approve", "Send it back to be written"),
        Move("publish", (A.APPROVED,), A.PUBLISHED, "annual_report.write", "Publish it"),
        Move("revise", (A.PUBLISHED,), A.DRAFT, "annual_report.write", "Write it anew"),
    ),
)
