"""Action plans in the columns of their board."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from findings import plan_export
from findings.forms.board import PlanFilterForm
from findings.services import board as board_verbs
from findings.services import plan as verbs
from findings.views.board import plan_of
from reviews.access import check
from reviews.views.review import visible
from scr_portal.lib.papers import filename


def kind_of(request: HttpRequest) -> str:
    """The format that ?format= asks for. Raises Http404 for one that there is not."""
    kind = request.GET.get("format", "xlsx")
    if kind not in plan_export.KINDS:
        raise Http404
    return kind


@login_required
def export(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The plan of one review, as a workbook or a Word document (?format=); this is recorded."""
    review, kind = visible(request, ref, "finding.see"), kind_of(request)
    made = plan_export.of_review(review, plan_export.columns_of(review.board), timezone.localdate())
    write, content_type = plan_export.KINDS[kind]
    content = write(made)
    verbs.taken(by=request.user, review=review, kind=kind, rows=len(made.rows), content=content)
    name = filename(f"{made.marking} {made.title}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=content_type)


@login_required
def whole(request: HttpRequest) -> HttpResponseBase:
    """The actions that the filters leave of a board's whole plan, in the same columns; this is recorded."""
    kind = kind_of(request)
    board, plan, _ = plan_of(request)
    if board is None:
        raise Http404
    check(request.user, "whole_plan.see", board)
    form = PlanFilterForm(request.GET, board=board, plan=plan)
    made = plan_export.of_board(board, form.narrowed, form.in_words, plan_export.columns_of(board), plan.today)
    write, content_type = plan_export.KINDS[kind]
    content = write(made)
    board_verbs.taken(by=request.user, board=board, kind=kind, rows=len(made.rows), content=content)
    name = filename(f"{made.marking} {made.title}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=content_type)
