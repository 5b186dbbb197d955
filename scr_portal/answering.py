"""Your work: what waits for an answer: to a recommendation, from agencies, the board and national bodies; to another board’s offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min
from django.urls import reverse

from findings.models import AgencyResponse, Escalation, Recommendation
from reviews.access import boards_where, for_holders
from reviews.models import Review, Sharing
from scr_portal.lib.items import SHOWN, Item


@for_holders("response.ask")
def to_ask(user: Any, today: date) -> Iterator[Item]:
    """Reviews whose agencies were not all asked for their answers, for whoever asks."""
    waiting = Recommendation.objects.unasked().filter(review__board__in=boards_where(user, "response.ask"))
    for review in Review.objects.visible_to(user).filter(pk__in=waiting.values("review"))[:SHOWN]:
        href = reverse("findings.agency_response.ask", args=[review.ref])
        yield Item("Ask the agencies to answer the recommendations", str(review), href)


def agencies_answers(user: Any, today: date) -> Iterator[Item]:
    """Recommendations that wait for the answer of one's agency: one line for each review."""
    boards = boards_where(user, "response.give", own=True)
    if not boards or not user.agency_id:
        return
    waiting = Recommendation.objects.unanswered_by(user.agency_id).filter(review__board__in=boards)
    rows = Recommendation.objects.filter(pk__in=waiting.values("pk")).due_for(user.agency_id)
    counted = rows.order_by().values("review__ref").annotate(number=Count("pk"), due=Min("due_on"))
    for row in counted.order_by("review__ref")[:SHOWN]:
        what = f"Answer {several(row['number'], 'recommendation')} to your agency"
        due = row["due"]
        yield Item(
            what, row["review__ref"], reverse("findings.agency_response.list"), due, due is not None and due < today
        )


@for_holders("response.judge")
def board_judgements(user: Any, today: date) -> Iterator[Item]:
    """Answers that wait for the board's judgement, and answers that did not come: one line for each review."""
    boards = boards_where(user, "response.judge")
    rows = AgencyResponse.objects.filter(
        recommendation__review__board__in=boards, recommendation__review__in=Recommendation.objects.answerable().values("review")
    ).to_judge(today)  # fmt: skip
    href = reverse("findings.agency_response.list")
    counted = AgencyResponse.objects.filter(pk__in=rows.values("pk")).order_by()
    for row in counted.values("recommendation__review__ref").annotate(number=Count("pk")).order_by("recommendation__review__ref")[:SHOWN]:  # fmt: skip
        yield Item(f"Judge {several(row['number'], 'answer')} of agencies", row["recommendation__review__ref"], href)


@for_holders("escalation.send")
def national_bodies(user: Any, today: date) -> Iterator[Item]:
    """What is not in local gift and was sent to nobody, and bodies that have not answered for long."""
    boards = boards_where(user, "escalation.send")
    unsent = Recommendation.objects.not_sent_on().filter(review__board__in=boards).select_related("review")
    for row in unsent[:SHOWN]:
        href = reverse("findings.escalation.send", args=[row.pk])
        yield Item(f"Send recommendation {row.number} to a national body", str(row.review), href)
    waiting = Escalation.objects.filter(recommendation__review__board__in=boards).waiting().order_by("written_on")
    for sent in waiting.select_related("recommendation__review__board")[:SHOWN]:
        if sent.overdue(today):
            href = reverse("findings.escalation.chase", args=[sent.pk])
            what = f"Write again about recommendation {sent.recommendation.number}: {sent.body} has not answered"
            due = sent.written_on + timedelta(days=sent.board.escalation_days)
            yield Item(what, str(sent.review), href, due, True)


def several(number: int, what: str) -> str:
    """A number and a word: 1 answer, 3 answers."""
    return f"{number} {what}{'' if number == 1 else 's'}"


@for_holders("sharing.keep")
def offers(user: Any, today: date) -> Iterator[Item]:
    """What other boards offer to share, for whoever answers for their own."""
    rows = Sharing.objects.waiting().filter(to_board__in=boards_where(user, "sharing.keep"))
    for each in rows.select_related("board")[:SHOWN]:
        href = reverse("reviews.sharing.answer", args=[each.pk])
        yield Item(f"Answer what {each.board} offers to share", "Sharing with other boards", href, each.until)
