"""Leadership on one page: sponsors, what was promised, who came."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from findings.dashboard import DISJOINT, STATES, Plan
from findings.leading import attended, promised
from findings.models import Commitment, MemberStatement
from reviews.access import allowed
from reviews.views.review import board_for
from scr_portal.lib.pages import page


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Who sponsors what, which commitments stand, were kept or not, who came to the last meetings, and who gave a statement."""
    board, today = board_for(request, "leadership.see"), timezone.localdate()
    commitments = Commitment.objects.visible_to(request.user).filter(board=board)
    statements = MemberStatement.objects.visible_to(request.user).filter(report__board=board)
    statements = statements.select_related("agency", "report__board").order_by(
        "-report__year", "report", "agency__name"
    )
    context = {
        "board": board,
        "sponsors": Plan.of(request.user, board, today).by("sponsor"),
        "columns": [STATES[key] for key in DISJOINT],
        "promised": promised(commitments.select_related("agency"), today),
        "attended": attended(board, today),
        "statements": statements[:50],
        "can_record": allowed(request.user, "leadership.record", board),
        "can_set_down": allowed(request.user, "board_meeting.record", board),
        "today": today,
    }
    return page(request, "findings/leadership/show.html", **context)
