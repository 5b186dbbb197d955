"""A chronology's way in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_POST

from agencies import preview as rows
from agencies.forms.upload import ColumnsForm, OrderForm, RepeatsForm, RowForm, UploadForm
from agencies.lifecycle import UploadStatus
from agencies.models import Request, Upload
from agencies.services import reading, repeat
from agencies.services import row as row_verbs
from agencies.services import upload as verbs
from agencies.services.request import read
from agencies.views.request import visible as visible_request
from reviews.access import check, holders
from reviews.forms.reason import ReasonForm
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

# What became of rows that repeat an entry: of one, of several.
BECAME = {
    repeat.LEFT_OUT: ("was left out", "were left out"),
    repeat.REPLACED: ("took its place", "took its place"),
    repeat.BESIDE: ("was added beside it", "were added beside it"),
}
# Nothing of these can be looked at: the list of files says why.
UNREAD = {UploadStatus.READING, UploadStatus.REFUSED}


def visible(request: HttpRequest, pk: int, action: str = "request.write") -> Upload:
    """The upload of the address, if the person may know of it and do `action`."""
    rows = Upload.objects.visible_to(request.user).select_related("request__review__board", "request__agency")
    found: Upload = get_object_or_404(rows, pk=pk)
    check(request.user, action, found.request)
    return found


@login_required
def list(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of one return, the latest first, each with what it waits for; it looks again by itself while any is read."""
    found = visible_request(request, pk, "request.see")
    files = paged(request, found.uploads.select_related("uploaded_by"), 20)
    listed = [{"upload": upload, "counts": reading.counts(upload.parsed)} for upload in files]
    together = [each for each in files if each.status in (UploadStatus.READING, UploadStatus.PREVIEW)]
    context = {
        "files": listed,
        "rows": files,
        "reading": sum(each.status == UploadStatus.READING and not each.stopped for each in files),
        "done": sum(each.status == UploadStatus.PREVIEW for each in together),
        "together": len(together),
        "writers": holders(found, "request.write"),
    }
    return page(request, "agencies/upload/list.html", req=found, **context)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in files; one that is read at once leads to its columns, all others to the list, where they are waited for."""
    found = visible_request(request, pk, "request.write")
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (made := attempt(form, lambda: received(request, found, form))):
        alone = len(form.cleaned_data["file"]) == 1
        if alone and made[0].status == UploadStatus.PREVIEW:
            return done(
                request, "Your file was read. Check which column is which.", "agencies.upload.columns", made[0].pk
            )
        kept = sum(each.status == UploadStatus.PREVIEW for each in made)
        said = f"{kept} file{pluralize(kept)} read. Check columns and rows of each."
        waiting = "Your files are being read. You can leave this page: what comes of them waits in your work."
        return done(request, said if kept == len(made) else waiting, "agencies.upload.list", pk)
    return page(request, "agencies/upload/new.html", req=found, form=form)


def received(request: HttpRequest, found: Request, form: UploadForm) -> Sequence[Upload]:
    """Hand in each file by itself, so that one that is refused stops no other; gives those that are read or going to be.

    Sentences about refused ones go on the next page; where all were refused they are the form's own errors.
    """
    files, made, sentences = form.cleaned_data["file"], [], []
    for file in files:
        try:
            upload = verbs.receive(by=request.user, request=found, file=file)
        except Refused as refusal:
            sentence = str(refusal)
        else:
            made += [] if (sentence := upload.refusal) else [upload]
        if sentence:
            sentences.append(f"{file.name}: {sentence}" if len(files) > 1 else sentence)
    for sentence in sentences:
        messages.error(request, sentence) if made else form.add_error(None, sentence)
    return made


@login_required
@once
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column is which: proposed, and changed by the agency where the proposal is wrong."""
    upload = visible(request, pk)
    if upload.status in UNREAD:
        return redirect("agencies.upload.list", upload.request_id)
    form = ColumnsForm(request.POST or None, parsed=upload.parsed, columns=upload.columns)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.map_columns(by=request.user, upload=upload, columns=form.columns, seen=form.cleaned_data["seen"]),
    ):
        return done(request, "Now look at the rows before they are imported.", "agencies.upload.preview", pk)
    return page(request, "agencies/upload/columns.html", req=upload.request, upload=upload, form=form)


@login_required
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row of the file, and what becomes of it."""
    upload = visible(request, pk, "request.file")
    if upload.status in UNREAD:
        return redirect("agencies.upload.list", upload.request_id)
    read(by=request.user, request=upload.request, part="file")
    show = request.GET.get("show", "")
    found, counts = rows.shown(upload, show)
    page_of_rows = paged(request, found, 50)
    if show != "skipped":
        page_of_rows.object_list = rows.legible(request, upload, page_of_rows.object_list)
    asked = reading.questions(upload) if upload.status == UploadStatus.PREVIEW else []
    context = {
        "upload": upload,
        "rows": page_of_rows,
        "show": show,
        "counts": counts,
        "form": RepeatsForm(),
        "reasons": rows.reasons(upload) if show == "skipped" else [],
        "questions": [(each, OrderForm.about(number, each)) for number, each in enumerate(asked, start=1)],
        "place": rows.place(request),
    }
    return page(request, "agencies/upload/preview.html", req=upload.request, **context)


@login_required
@require_POST
def order(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """In which order the dates of one part of the file are written; every row of it is read again."""
    upload, form = visible(request, pk), OrderForm(request.POST)
    asked = reading.questions(upload)[place - 1 : place]
    try:
        if not asked or not form.is_valid():
            raise Refused("Choose the order in which these dates are written.")
        answer = form.cleaned_data["order"]
        reading.answer_order(by=request.user, upload=upload, sheet=asked[0]["sheet"], order=answer)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.upload.preview", pk)
    return done(request, "Answered: the rows were read again.", "agencies.upload.preview", pk)


def row_of(upload: Upload, index: int) -> dict[str, Any]:
    """One row of a file. Raises Http404 where it has none of that number."""
    found = upload.parsed.get("rows", [])
    if index >= len(found):
        raise Http404
    row: dict[str, Any] = found[index]
    return row


@login_required
@once
def fix(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Put one row right; the agency's first words stay beside it."""
    upload = visible(request, pk)
    row = row_of(upload, index)
    standing = row_verbs.as_it_stands(row)
    form = RowForm(request.POST or None, standing=standing, initial=standing)
    if request.method == "POST" and attempt(
        form, lambda: row_verbs.fix(by=request.user, upload=upload, index=index, **form.cleaned_data)
    ):
        return done(request, f"Row {row['row']} put right.", rows.back(request, upload, index))
    context = {"upload": upload, "row": row, "form": form, "place": rows.place(request), "index": index}
    return page(request, "agencies/upload/fix.html", req=upload.request, **context)


@login_required
@once
def leave_out(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Leave one row out of the import, with the reason."""
    upload = visible(request, pk)
    row = row_of(upload, index)
    form = ReasonForm(
        request.POST or None, label="Why is this row left out?", help_text="For example: it is about another child."
    )
    if request.method == "POST" and attempt(
        form, lambda: row_verbs.leave_out(by=request.user, upload=upload, index=index, **form.cleaned_data)
    ):
        return done(request, f"Row {row['row']} is left out.", rows.back(request, upload, index))
    context = {"upload": upload, "row": row, "form": form, "place": rows.place(request), "index": index}
    return page(request, "agencies/upload/leave_out.html", req=upload.request, **context)


@login_required
@require_POST
def put_back(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Take a row in again that was left out."""
    upload = visible(request, pk)
    to = rows.back(request, upload, index)
    try:
        row_verbs.put_back(by=request.user, upload=upload, index=index)
    except Refused as refusal:
        return refused(request, str(refusal), to)
    return done(request, "The row is among the others again.", to)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin again with a file whose reading stopped."""
    upload = visible(request, pk)
    try:
        reading.read_again(by=request.user, upload=upload)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.upload.list", upload.request_id)
    return done(request, "The file is being read again.", "agencies.upload.list", upload.request_id)


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
    upload = visible(request, pk, "request.file")
    if not upload.file:
        raise Http404
    verbs.downloaded(by=request.user, upload=upload)
    return FileResponse(
        upload.file.open("rb"), as_attachment=True, filename=upload.filename, content_type="application/octet-stream"
    )
