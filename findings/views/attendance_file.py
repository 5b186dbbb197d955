"""Attendance sheets: handed in, looked at row by row, counted, undone. Neither the file nor a name in it is kept."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from findings.attendance_lifecycle import AttendanceFileStatus
from findings.forms.training import AttendanceFileForm, AttendanceWordsForm
from findings.models import AttendanceFile, TrainingSession
from findings.services import attendees as verbs
from findings.views.product import tried
from findings.views.session import SHOW, visible
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page, paged


def of_session(request: HttpRequest, pk: int) -> AttendanceFile:
    """The sheet of the address, if the person may know of its session and count who came."""
    rows = AttendanceFile.objects.filter(session__in=TrainingSession.objects.visible_to(request.user))
    found: AttendanceFile = get_object_or_404(rows.select_related("session__course__board"), pk=pk)
    check(request.user, "training.keep", found)
    return found


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in an attendance sheet; its numbers are read, its names are not kept."""
    session = visible(request, pk, "training.keep")
    form = AttendanceFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.receive(by=request.user, session=session, **form.cleaned_data))
    ):
        return redirect("findings.attendance_file.preview", made.pk)
    return page(request, "findings/attendance_file/new.html", form=form, session=session)


@login_required
@once
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row of a sheet and what becomes of it, and what its words mean; sending that counts them."""
    found = of_session(request, pk)
    form = AttendanceWordsForm(request.POST or None, file=found)
    if request.method == "POST" and attempt(form, lambda: verbs.confirm(by=request.user, file=found, **form.settled)):
        return done(request, "Counted. You can undo this as a whole.", SHOW, found.session_id)
    context = {
        "file": found,
        "session": found.session,
        "waits": found.status == AttendanceFileStatus.PREVIEW,
        "rows": paged(request, found.rows, 100),
        "people": sum(found.people("agency").values()),
        "passed": len(found.rows) - len(found.counting),
    }
    return page(request, "findings/attendance_file/preview.html", form=form, **context)


@login_required
@require_POST
@once
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a sheet aside."""
    found = of_session(request, pk)
    said = "Put aside; nobody was counted."
    return tried(request, lambda: verbs.discard(by=request.user, file=found), said, (SHOW, found.session_id))


@login_required
@require_POST
@once
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the count of a sheet as a whole."""
    found = of_session(request, pk)
    said = "Undone: whom this sheet counted is no longer counted."
    return tried(request, lambda: verbs.undo(by=request.user, file=found), said, (SHOW, found.session_id))
