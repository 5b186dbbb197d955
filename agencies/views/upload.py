"""A chronology's way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_POST

from agencies.forms.upload import ColumnsForm, RepeatsForm, RowForm, UploadForm
from agencies.lifecycle import UploadStatus
from agencies.models import Entry, Request, Upload
from agencies.services import repeat
from agencies.services import upload as verbs
from agencies.services.entry import clock
from agencies.views.request import visible as visible_request
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

# What became of rows that repeat an entry: of one, of several.
BECAME = {
    repeat.LEFT_OUT: ("was left out", "were left out"),
    repeat.REPLACED: ("took its place", "took its place"),
    repeat.BESIDE: ("was added beside it", "were added beside it"),
}
SHOWN = {"attention": "needs-attention", "refused": "reject", "ok": "ok"}


def visible(request: HttpRequest, pk: int, action: str = "request.write") -> Upload:
    """The upload of the address, if the person may know of it and do `action`."""
    rows = Upload.objects.visible_to(request.user).select_related("request__review__board", "request__agency")
    found: Upload = get_object_or_404(rows, pk=pk)
    check(request.user, action, found.request)
    return found


@login_required
def list(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of one return, the latest first, each with what it waits for."""
    found = visible_request(request, pk, "request.see")
    rows = paged(request, found.uploads.select_related("uploaded_by"), 20)
    files = [{"upload": upload, "counts": verbs.counts(upload.parsed)} for upload in rows]
    return page(request, "agencies/upload/list.html", req=found, files=files, rows=rows)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in files; one leads to its columns, several to the list of files."""
    found = visible_request(request, pk, "request.write")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (made := attempt(form, lambda: received(request, found, form))):
        if len(form.cleaned_data["file"]) == 1:
            return done(
                request, "Your file was read. Check which column is which.", "agencies.upload.columns", made[0].pk
            )
        said = f"{len(made)} file{pluralize(len(made))} read. Check columns and rows of each."
        return done(request, said, "agencies.upload.list", pk)
    return page(request, "agencies/upload/new.html", req=found, form=form)


def received(request: HttpRequest, found: Request, form: UploadForm) -> Sequence[Upload]:
    """Hand in each file by itself, so that one that is refused stops no other.

    Sentences about refused ones go on the next page; where no file was read they are the form's own errors.
    """
    files, made, sentences = form.cleaned_data["file"], [], []
    for file in files:
        try:
            made.append(verbs.receive(by=request.user, request=found, file=file))
        except Refused as refusal:
            sentences.append(f"{file.name}: {refusal}" if len(files) > 1 else str(refusal))
    for sentence in sentences:
        messages.error(request, sentence) if made else form.add_error(None, sentence)
    return made


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
    rows = rows_of(upload)
    counts = {**verbs.counts(upload.parsed), "repeats": sum(row["repeat"] is not None for row in rows)}
    if show in SHOWN:
        rows = [row for row in rows if row["state"] == SHOWN[show]]
    elif show == "repeats":
        rows = [row for row in rows if row["repeat"]]
    shown = paged(request, upload.parsed.get("skipped", []) if show == "skipped" else rows, 50)
    if show != "skipped":
        shown.object_list = legible(request, upload, shown.object_list)
    context = {"upload": upload, "rows": shown, "show": show, "counts": counts, "form": RepeatsForm()}
    return page(request, "agencies/upload/preview.html", req=upload.request, **context)


def rows_of(upload: Upload) -> Sequence[dict[str, Any]]:
    """The rows of a file with their place, where they stand, and the entry that they repeat: found now, or kept at import."""
    live = repeat.found_in(upload) if upload.status == UploadStatus.PREVIEW else {}
    now = {index: {"entry": found.entry, "how": found.how} for index, found in live.items()}
    return [
        {**row, "index": index, "state": verbs.state(row), "repeat": now.get(index) or row.get("repeats")}
        for index, row in enumerate(upload.parsed.get("rows", []))
    ]


def legible(request: HttpRequest, upload: Upload, rows: Iterable[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The rows of one page as it shows them: days and times as such, the entries that they repeat, what was replaced since."""
    shown = [*rows]
    wanted = [row["repeat"]["entry"] for row in shown if row["repeat"]]
    entries = Entry.objects.visible_to(request.user).filter(request=upload.request_id).in_bulk(wanted)
    gone = set(upload.entries.filter(replaced_by__isnull=False).values_list("sheet", "row", "sub"))
    for row in shown:
        said = {**row, **(row.get("fix") or {})}
        days = {name: repeat.day(said[name]) for name in verbs.DAYS}
        row["read"] = {**said, **days, "time": clock(said["time"])}
        row["repeated"] = entries.get(row["repeat"]["entry"]) if row["repeat"] else None
        row["replaced"] = ((row["sheet"] or "")[:120], row["row"], row["sub"]) in gone
    return shown


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
    """Import the rows, with the one answer for those that repeat entries."""
    upload, form = visible(request, pk), RepeatsForm(request.POST)
    if not form.is_valid():
        return refused(request, "Choose one of the three answers for the repeats.", "agencies.upload.preview", pk)
    try:
        made = verbs.confirm(by=request.user, upload=upload, repeats=form.cleaned_data["repeats"])
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.upload.preview", pk)
    return done(request, outcome(made), "agencies.request.show", upload.request_id)


def outcome(upload: Upload) -> str:
    """What an import did, for whoever pressed the button."""
    said = ["Imported. You can undo this as a whole until you pass the return on."]
    for fate, number in sorted(repeat.fates(upload.parsed).items()):
        rows = f"{number} row{pluralize(number)} that repeat{pluralize(number, 's,')} an entry"
        said.append(f"{rows} {BECAME[fate][number != 1]}.")
    return " ".join(said)


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
    back = upload.entries.filter(replaces__isnull=False).count()
    try:
        verbs.undo(by=request.user, upload=upload)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.request.show", upload.request_id)
    said = "Undone: its entries are out of the return. The file is kept."
    if back:
        said += f" {back} {'entry that it had replaced is' if back == 1 else 'entries that it had replaced are'} back."
    return done(request, said, "agencies.request.show", upload.request_id)


@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came, as an attachment; this is recorded."""
    upload = visible(request, pk, "request.see")
    verbs.downloaded(by=request.user, upload=upload)
    return FileResponse(
        upload.file.open("rb"), as_attachment=True, filename=upload.filename, content_type="application/octet-stream"
    )
