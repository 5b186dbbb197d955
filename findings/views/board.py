"""The board's view of what was recommended and what became of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from findings import plan_sheet
from findings.dashboard import CHANGES, DISJOINT, STATES, WAYS, Plan, told
from findings.forms.board import PlanFilterForm
from findings.models import AgencyResponse, BoardMeeting, Policy, Recommendation
from findings.models.agency_response import STANDINGS
from findings.plan_pictures import charts
from findings.services import board as verbs
from reviews.access import allowed, boards_where, check
from reviews.models import Board
from scr_portal.lib import sheets
from scr_portal.lib.pages import page, paged
from scr_portal.lib.papers import filename

LONGEST, WAITING = 10, 25


def plan_of(request: HttpRequest) -> tuple[Board | None, Plan, dict[str, Any]]:
    """The board whose plan is shown (the first of the person's, or that of ?board=), its plan, and what each page shows of it."""
    boards = list(Board.objects.filter(pk__in=boards_where(request.user, "board.see")))
    asked, today = request.GET.get("board", ""), timezone.localdate()
    board = next((each for each in boards if str(each.pk) == asked), boards[0] if boards else None)
    meetings = BoardMeeting.objects.visible_to(request.user).filter(board=board)
    last = meetings.last_before(today)
    plan = Plan.of(request.user, board, today, last.held_on if last else None)
    reports = [*boards_where(request.user, "action.update"), *boards_where(request.user, "action.update", own=True)]
    rights = ("whole_plan.see", "board_pack.make", "board_meeting.record", "leadership.see")
    may = {name.partition(".")[0]: bool(board) and allowed(request.user, name, board) for name in rights}
    context = {
        "board": board,
        "boards": boards,
        "last": last,
        "may": may,
        "reports": bool(reports),
        "today": today,
    }
    return board, plan, context


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """What a board needs to see before it meets: counts, what has changed, what is late and why, and where."""
    board, plan, context = plan_of(request)
    way = request.GET.get("by", "agency")
    way = way if way in plan.ways else "agency"
    waiting = Recommendation.objects.visible_to(request.user).without_response().filter(review__board=board)
    changes = plan.changes()
    context |= {
        "next": BoardMeeting.objects.visible_to(request.user).filter(board=board).next_from(plan.today),
        "counts": plan.states(),
        "changes": [(key, CHANGES[key], number) for key, number in changes.items()],
        "rows": told(plan.actions.filter(plan.state("open")).order_by("target_on", "pk")[:LONGEST], plan.today),
        "way": way,
        "ways": [(key, WAYS[key][0]) for key in plan.ways],
        "columns": [STATES[key] for key in DISJOINT],
        "breakdown": plan.by(way),
        "waiting": waiting.select_related("review").order_by("review__ref", "number")[:WAITING],
        "quiet": plan.quiet,
        "answers": answers(request, board, plan.today),
        "sends_on": bool(boards_where(request.user, "escalation.see")),
        "trains": bool(boards_where(request.user, "learning.see")),
        "named": Policy.objects.visible_to(request.user).named().filter(board=board).count(),
    }
    return page(request, "findings/board/show.html", **context)


def answers(request: HttpRequest, board: Board | None, today: date) -> list[tuple[str, str, int]]:
    """(key, label, number) of each standing of agencies' answers to recommendations; nothing before one was asked."""
    known = AgencyResponse.objects.visible_to(request.user).filter(recommendation__review__board=board).counts(today)
    return [(key, STANDINGS[key], number) for key, number in known.items() if number]


@login_required
def actions(request: HttpRequest) -> HttpResponse:
    """The actions that the filters in the address leave, the earliest target first."""
    board, plan, context = plan_of(request)
    form = PlanFilterForm(request.GET, board=board, plan=plan)
    rows = paged(request, form.narrowed, 50)
    context |= {"form": form, "page": rows, "rows": told(rows.object_list, plan.today), "said": form.in_words}
    return page(request, "findings/board/actions.html", **context)


@login_required
def pictures(request: HttpRequest) -> HttpResponse:
    """The plan in pictures, each with the same in a table."""
    _, plan, context = plan_of(request)
    return page(request, "findings/board/pictures.html", charts=charts(plan), **context)


@login_required
def export(request: HttpRequest) -> HttpResponseBase:
    """The actions that the filters leave, as a workbook or as plain text (?format=); this is recorded."""
    kind = request.GET.get("format", "xlsx")
    if kind not in sheets.KINDS:
        raise Http404
    board, plan, _ = plan_of(request)
    if board is None:
        raise Http404
    check(request.user, "whole_plan.see", board)
    form = PlanFilterForm(request.GET, board=board, plan=plan)
    sheet = plan_sheet.sheet(board, told(form.narrowed, plan.today), form.in_words, plan.today)
    write, content_type = sheets.KINDS[kind]
    content = write(sheet)
    verbs.taken(by=request.user, board=board, kind=kind, rows=len(sheet.rows), content=content)
    name = filename(f"{sheet.marking} {sheet.title}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=content_type)
