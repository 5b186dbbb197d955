"""When the board meets, kept by the business manager."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings.forms.board_meeting import BoardAttendanceForm, BoardMeetingForm
from findings.models import BoardMeeting
from findings.services import board_meeting as verbs
from findings.services import leadership
from reviews.views.review import board_for
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """The meetings of the board, the latest day first."""
    board = board_for(request, "board_meeting.record")
    meetings = paged(request, board.board_meetings.select_related("recorded_by"), 50)
    today = timezone.localdate()
    return page(request, "findings/board_meeting/list.html", board=board, meetings=meetings, today=today)


@login_required
@once
def new(request: HttpRequest) -> HttpResponse:
    """Set down a meeting."""
    board = board_for(request, "board_meeting.record")
    form = BoardMeetingForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.set_down(by=request.user, board=board, held_on=form.cleaned_data["held_on"])
    ):
        return done(request, "The meeting is set down.", "findings.board_meeting.list")
    return page(request, "findings/board_meeting/new.html", board=board, form=form)


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the day of a meeting."""
    board = board_for(request, "board_meeting.record")
    found: BoardMeeting = get_object_or_404(board.board_meetings, pk=pk)
    form = BoardMeetingForm(request.POST or None, record=found)
    if request.method == "POST" and attempt(
        form, lambda: verbs.correct(by=request.user, meeting=found, **form.cleaned_data)
    ):
        return done(request, "The day is corrected.", "findings.board_meeting.list")
    return page(request, "findings/board_meeting/edit.html", board=board, form=form, meeting=found)


@login_required
@once
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Set down who came to a meeting, and who signed off what was decided."""
    board = board_for(request, "board_meeting.record")
    found: BoardMeeting = get_object_or_404(board.board_meetings, pk=pk)
    form = BoardAttendanceForm(request.POST or None, meeting=found)
    if request.method == "POST" and attempt(
        form,
        lambda: leadership.attend(by=request.user, meeting=found, said=form.said, seen=form.cleaned_data["seen"]),
    ):
        return done(request, "Who came is set down.", "findings.leadership.show")
    return page(request, "findings/board_meeting/attendance.html", board=board, form=form, meeting=found)


@login_required
@require_POST
@once
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a meeting that was not held."""
    board = board_for(request, "board_meeting.record")
    found = get_object_or_404(board.board_meetings, pk=pk)
    try:
        verbs.remove(by=request.user, meeting=found)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.board_meeting.list")
    return done(request, "The meeting is taken out.", "findings.board_meeting.list")
