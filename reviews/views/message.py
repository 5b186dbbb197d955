"""The outbox: what the portal wrote to whom by e-mail for the board, and what became of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews.models import Message
from reviews.models.message import STATES
from reviews.views.review import board_for
from scr_portal.lib.pages import page, paged


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Every e-mail of the board, newest first; ?state= narrows the list, ?to= to an address or a part of one."""
    board = board_for(request, "message.see")
    asked = {name: request.GET.get(name, "").strip() for name in ("state", "to")}
    rows = Message.objects.visible_to(request.user).filter(board=board).in_state(asked["state"])
    if asked["to"]:
        rows = rows.filter(address__icontains=asked["to"])
    shown = paged(request, rows.select_related("to"), 50)
    context = {"board": board, "rows": shown, "asked": asked, "states": STATES.items()}
    return page(request, "reviews/message/list.html", **context)
