"""The board's packs: made, waited for, taken."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from findings.forms.board import BoardPackForm
from findings.models import BoardPack
from findings.services import board_pack as verbs
from reviews.access import allowed
from reviews.views.review import board_for
from scr_portal.lib.pages import done, once, page, paged, refused
from scr_portal.lib.papers import KINDS, filename
from scr_portal.lib.records import Refused


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The packs of the board, newest first; how far the last one is, and what stopped it if something did."""
    board = board_for(request, "whole_plan.see")
    packs = paged(
        request, BoardPack.objects.visible_to(request.user).filter(board=board).select_related("asked_by"), 20
    )
    can_make = allowed(request.user, "board_pack.make", board)
    context = {
        "board": board,
        "packs": packs,
        "newest": board.packs.first(),
        "making": BoardPackForm(),
        "can_make": can_make,
    }
    return page(request, "findings/board_pack/list.html", **context)


@login_required
@require_POST
@once
def make(request: HttpRequest) -> HttpResponse:
    """Make the pack, as Word and PDF; it waits on the page of packs and in one's own work."""
    board = board_for(request, "board_pack.make")
    try:
        verbs.ask(by=request.user, board=board, worded=bool(request.POST.get("worded")))
    except Refused as refusal:
        return refused(request, str(refusal), "findings.board_pack.list")
    return done(
        request,
        "The pack is being made. You can leave this page: it waits here and in your work.",
        "findings.board_pack.list",
    )


@login_required
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """Take a pack as Word or PDF; this is recorded."""
    board_for(request, "whole_plan.see")
    pack = get_object_or_404(BoardPack.objects.visible_to(request.user).select_related("board"), pk=pk)
    if kind not in BoardPack.KINDS or not pack.ready:
        raise Http404
    verbs.taken(by=request.user, pack=pack, kind=kind)
    name = filename(f"OFFICIAL-SENSITIVE Board pack {pack.asked_at:%Y-%m-%d}", kind)
    content = getattr(pack, kind).open("rb")
    return FileResponse(content, as_attachment=True, filename=name, content_type=KINDS[kind])
