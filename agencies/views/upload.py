"""A chronology's way in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.forms.upload import ColumnsForm, RowForm, UploadForm
from agencies.models import Upload
from agencies.services import upload as verbs
from agencies.views.request import visible as visible_request
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

SHOWN = {"attention": "needs-attention", "refused": "reject", "ok": "ok"}


def visible(request: HttpRequest, pk: int, action: str = "request.write") -> Upload:
    """The upload of the address, if the person may know of it and do `action`."""
    rows = Upload.objects.visible_to(request.user).select_related("request__review__board", "request__agency")
    found: Upload = get_object_or_404(rows, pk=pk)
    check(request.user, action, found.request)
    return found


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in a file."""
    found = visible_request(request, pk, "request.write")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.receive(by=request.user, request=found, file=form.cleaned_data["file"]))
    ):
        return done(request, "Your file was read. Check which column is which.", "agencies.upload.columns", made.pk)
    return page(request, "agencies/upload/new.html", req=found, form=form)


@login_required
@once
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column is which: proposed, and changed by the agency where the proposal is wrong."""
    upload = visible(request, pk)
    form = ColumnsForm(request.POST or None, parsed=upload.parsed, columns=upload.columns)
    if request.method == "POST" and attempt(
        form, lambda: verbs.map_columns(by=request.user, upload=upload, columns=form.columns)
    ):
        return done(request, "Now look at the rows before they are imported.", "agencies.upload.preview", pk)
    return page(request, "agencies/upload/columns.html", req=upload.request, upload=upload, form=form)


@login_required
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row of the file, and what becomes of it."""
    upload = visible(request, pk, "request.see")
    show = request.GET.get("show", "")
    rows: list[dict[str, Any]] = [
        {**row, "index": index, "state": verbs.state(row)} for index, row in enumerate(upload.parsed.get("rows", []))
    ]
    if show in SHOWN:
        rows = [row for row in rows if row["state"] == SHOWN[show]]
    shown = paged(request, upload.parsed.get("skipped", []) if show == "skipped" else rows, 50)
    if show != "skipped":
        shown.object_list = [legible(row) for row in shown.object_list]
    context = {"upload": upload, "rows": shown, "show": show, "counts": verbs.counts(upload.parsed)}
    return page(request, "agencies/upload/preview.html", req=upload.request, **context)


def legible(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the preview with its days and times as such, so that the page can say them in words."""
    said = {**row, **(row.get("fix") or {})}
    days = {name: date.fromisoformat(said[name]) if said[name] else None for name in verbs.DAYS}
    return {**row, "read": {**said, **days, "time": verbs.clock(said["time"])}}


@login_required
@once
def fix(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Put one row right; the agency's first words stay beside it."""
    upload = visible(request, pk)
    rows = upload.parsed.get("rows", [])
    if index >= len(rows):
        raise Http404
    row = rows[index]
    said = row.get("fix") or row
    form = RowForm(request.POST or None, initial={"date_text": said["date_text"], "event": said["event"]})
    if request.method == "POST" and attempt(
        form, lambda: verbs.fix_row(by=request.user, upload=upload, index=index, **form.cleaned_data)
    ):
        return done(request, "Row put right.", "agencies.upload.preview", pk)
    return page(request, "agencies/upload/fix.html", req=upload.request, upload=upload, row=row, form=form)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Import the rows."""
    upload = visible(request, pk)
    try:
        verbs.confirm(by=request.user, upload=upload)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.upload.preview", pk)
    return done(
        request,
        "Imported. You can undo this as a whole until you pass the return on.",
        "agencies.request.show",
        upload.request_id,
    )


@login_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the file aside."""
    upload = visible(request, pk)
    try:
        verbs.discard(by=request.user, upload=upload)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.show", upload.request_id)
    return done(request, "Put aside; nothing was imported.", "agencies.request.show", upload.request_id)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an import as a whole."""
    upload = visible(request, pk)
    try:
        verbs.undo(by=request.user, upload=upload)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.show", upload.request_id)
    return done(
        request,
        "Undone: its entries are out of the return. The file is kept.",
        "agencies.request.show",
        upload.request_id,
    )


@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came, as an attachment; this is recorded."""
    upload = visible(request, pk, "request.see")
    verbs.downloaded(by=request.user, upload=upload)
    return FileResponse(
        upload.file.open("rb"), as_attachment=True, filename=upload.filename, content_type="application/octet-stream"
    )
