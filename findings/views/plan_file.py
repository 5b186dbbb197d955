"""An action plan's way in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from findings.forms.plan_file import PlanAnswersForm, PlanColumnsForm, PlanFileForm, PlanRowForm
from findings.models import PlanFile
from findings.plan_lifecycle import PlanFileStatus
from findings.plan_preview import Preview, back, place
from findings.services import plan_file as verbs
from findings.services import plan_reading as reading
from findings.services import plan_row as row_verbs
from reviews.access import check, holders
from reviews.forms.reason import ReasonForm
from reviews.views.review import visible as visible_review
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused

# Nothing of these can be looked at: the list of files says why.
UNREAD = {PlanFileStatus.READING, PlanFileStatus.REFUSED}
HERE = "recommendations"


def visible(request: HttpRequest, pk: int) -> PlanFile:
    """The file of the address, if the person may know of it and sets actions in its review."""
    rows = PlanFile.objects.visible_to(request.user).select_related("review__board")
    found: PlanFile = get_object_or_404(rows, pk=pk)
    check(request.user, "action.set", found.review)
    return found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The action plans that were handed in, the latest first; it looks again by itself while any is read."""
    review = visible_review(request, ref, "action.set")
    files = paged(request, review.plan_files.defer("parsed").select_related("uploaded_by"), 20)
    reading_now = sum(each.status == PlanFileStatus.READING and not each.stopped for each in files)
    context = {"files": files, "reading": reading_now, "setters": holders(review, "action.set")}
    return page(request, "findings/plan_file/list.html", review=review, here=HERE, **context)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand in an action plan; one that is read at once leads to its columns, any other to the list."""
    review = visible_review(request, ref, "action.set")
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.receive(by=request.user, review=review, file=form.cleaned_data["file"]))
    ):
        if made.status == PlanFileStatus.PREVIEW:
            return done(
                request, "Your file was read. Check which column is which.", "findings.plan_file.columns", made.pk
            )
        if made.refusal:
            return refused(request, made.refusal, "findings.plan_file.list", ref)
        said = "Your file is being read. You can leave this page: what comes of it waits in your work."
        return done(request, said, "findings.plan_file.list", ref)
    return page(request, "findings/plan_file/new.html", review=review, here=HERE, form=form)


@login_required
@once
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column is which: proposed, and changed where the proposal is wrong."""
    plan = visible(request, pk)
    if plan.status in UNREAD:
        return redirect("findings.plan_file.list", plan.review.ref)
    form = PlanColumnsForm(request.POST or None, parsed=plan.parsed, columns=plan.columns)
    if request.method == "POST" and attempt(
        form,
        lambda: reading.map_columns(by=request.user, plan=plan, columns=form.columns, seen=form.cleaned_data["seen"]),
    ):
        return done(request, "Now look at the rows before they are imported.", "findings.plan_file.preview", pk)
    return page(request, "findings/plan_file/columns.html", review=plan.review, here=HERE, plan=plan, form=form)


@login_required
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row of the file, and what becomes of it."""
    plan = visible(request, pk)
    if plan.status in UNREAD:
        return redirect("findings.plan_file.list", plan.review.ref)
    seen, show = Preview(plan), request.GET.get("show", "")
    context: dict[str, Any] = {
        "plan": plan,
        "rows": paged(request, seen.shown(show), 50),
        "show": show,
        "counts": seen.counts(),
        "questions": seen.settling.questions,
        "place": place(request),
    }
    return page(request, "findings/plan_file/preview.html", review=plan.review, here=HERE, **context)


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file leaves open, once for all of its rows."""
    plan = visible(request, pk)
    seen = Preview(plan)
    form = PlanAnswersForm(request.POST or None, settling=seen.settling)
    if request.method == "POST" and attempt(
        form,
        lambda: reading.answer(by=request.user, plan=plan, answers=form.answers, seen=form.cleaned_data["seen"]),
    ):
        return done(request, "Answered: look at the rows again.", "findings.plan_file.preview", pk)
    return page(request, "findings/plan_file/answer.html", review=plan.review, here=HERE, plan=plan, form=form)


def row_of(plan: PlanFile, index: int) -> dict[str, Any]:
    """One row of a file with what was put right in it. Raises Http404 where it has none of that number."""
    found = plan.parsed.get("rows", [])
    if index >= len(found):
        raise Http404
    return {**found[index], **(found[index].get("fix") or {})}


@login_required
@once
def fix(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Put one row right; its first words stay beside it."""
    plan = visible(request, pk)
    row = row_of(plan, index)
    standing = row_verbs.as_it_stands(row)
    form = PlanRowForm(request.POST or None, standing=standing, initial=standing)
    if request.method == "POST" and attempt(
        form, lambda: row_verbs.fix(by=request.user, plan=plan, index=index, **form.cleaned_data)
    ):
        return done(request, f"Row {row['row']} put right.", back(request, plan, index))
    context = {"plan": plan, "row": plan.parsed["rows"][index], "form": form, "place": place(request), "index": index}
    return page(request, "findings/plan_file/fix.html", review=plan.review, here=HERE, **context)


@login_required
@once
def leave_out(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Leave one row out of the import, with the reason."""
    plan = visible(request, pk)
    row = row_of(plan, index)
    label, hint = "Why is this row left out?", "For example: it belongs to another review."
    form = ReasonForm(request.POST or None, label=label, help_text=hint)
    if request.method == "POST" and attempt(
        form, lambda: row_verbs.leave_out(by=request.user, plan=plan, index=index, **form.cleaned_data)
    ):
        return done(request, f"Row {row['row']} is left out.", back(request, plan, index))
    context = {"plan": plan, "row": row, "form": form, "place": place(request), "index": index}
    return page(request, "findings/plan_file/leave_out.html", review=plan.review, here=HERE, **context)


@login_required
@require_POST
def put_back(request: HttpRequest, pk: int, index: int) -> HttpResponse:
    """Take a row in again that was left out."""
    plan = visible(request, pk)
    to = back(request, plan, index)
    try:
        row_verbs.put_back(by=request.user, plan=plan, index=index)
    except Refused as refusal:
        return refused(request, str(refusal), to)
    return done(request, "The row is among the others again.", to)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin again with a file whose reading stopped."""
    plan = visible(request, pk)
    try:
        reading.read_again(by=request.user, plan=plan)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.plan_file.list", plan.review.ref)
    return done(request, "The file is being read again.", "findings.plan_file.list", plan.review.ref)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Import the rows that are new."""
    plan = visible(request, pk)
    try:
        made = verbs.confirm(by=request.user, plan=plan)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.plan_file.preview", pk)
    number = made.lines.exclude(action=None).count()
    said = f"Imported: {number} action{'' if number == 1 else 's'}. You can undo this as a whole until something is reported on them."
    return done(request, said, "findings.plan_file.preview", pk)


@login_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the file aside."""
    plan = visible(request, pk)
    try:
        verbs.discard(by=request.user, plan=plan)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.plan_file.list", plan.review.ref)
    return done(request, "Put aside; nothing was imported.", "findings.plan_file.list", plan.review.ref)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an import as a whole."""
    plan = visible(request, pk)
    try:
        verbs.undo(by=request.user, plan=plan)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.plan_file.preview", pk)
    said = "Undone: its actions, and the recommendations that came with them, are out of the review. The file is kept."
    return done(request, said, "findings.plan_file.list", plan.review.ref)


@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came, as an attachment; this is recorded."""
    plan = visible(request, pk)
    if not plan.file:
        raise Http404
    verbs.downloaded(by=request.user, plan=plan)
    return FileResponse(
        plan.file.open("rb"), as_attachment=True, filename=plan.filename, content_type="application/octet-stream"
    )
