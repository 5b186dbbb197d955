"""What is held on one person across a review: gathered, marked, exported for redaction, answered."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.subject_access import AnswerForm, MarkForm, SubjectAccessForm
from findings.models import SubjectAccess
from findings.services import subject_access as verbs
from findings.subject_access import Item, items, one
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib import papers, sheets
from scr_portal.lib.pages import attempt, done, once, page, paged
from scr_portal.lib.sheets import Column, Document

KINDS = {"docx": papers.KINDS["docx"], "xlsx": sheets.KINDS["xlsx"][1]}
COLUMNS = (
    Column("No.", 3), Column("Kind of record", 9), Column("Record", 4), Column("Words, third parties in brackets", 40),
    Column("Third parties", 10), Column("Decision", 9), Column("Ground", 12), Column("Reason", 14),
)  # fmt: skip


def of_review(request: HttpRequest, ref: str, pk: int) -> tuple[Review, SubjectAccess]:
    """The review and the request of the address, for who may answer it."""
    review = visible(request, ref, verbs.RIGHT)
    return review, get_object_or_404(review.subject_accesses.select_related("person", "review__board"), pk=pk)


def with_marks(access: SubjectAccess) -> Sequence[tuple[Item, Any]]:
    """Every record on the person, with what was decided about it or None."""
    marks = {(mark.record_kind, mark.record_id): mark for mark in access.marks.select_related("marked_by")}
    return [(each, marks.get((each.kind, each.pk))) for each in items(access.review, access.person)]


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every request about somebody of the review."""
    review = visible(request, ref, verbs.RIGHT)
    rows = paged(request, review.subject_accesses.select_related("person"))
    return page(request, "findings/subject_access/list.html", review=review, here="subject-access", rows=rows)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Put a request on record."""
    review = visible(request, ref, verbs.RIGHT)
    form = SubjectAccessForm(request.POST or None, review=review)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.begin(by=request.user, review=review, values=form.cleaned_data))
    ):
        return done(request, "Recorded.", "findings.subject_access.show", ref, made.pk)
    return page(request, "findings/subject_access/new.html", review=review, here="subject-access", form=form)


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Everything held on the person, third parties in brackets; that it was read is recorded."""
    review, access = of_review(request, ref, pk)
    rows = with_marks(access)
    verbs.opened(by=request.user, access=access)
    context = {"access": access, "rows": paged(request, rows, 50), "left": sum(mark is None for _, mark in rows)}
    return page(request, "findings/subject_access/show.html", review=review, here="subject-access", **context)


@login_required
@once
def mark(request: HttpRequest, ref: str, pk: int, kind: str, key: int) -> HttpResponse:
    """Decide about one record."""
    review, access = of_review(request, ref, pk)
    item = one(review, access.person, kind.replace("-", ".", 1), key)
    if item is None:
        raise Http404
    form = MarkForm(request.POST or None, record=access.marks.filter(record_kind=item.kind, record_id=key).first())
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.mark(
            by=request.user,
            access=access,
            kind=item.kind,
            pk=key,
            values=form.values,
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        return done(request, "Decided.", "findings.subject_access.show", ref, pk)
    context = {"access": access, "item": item, "form": form}
    return page(request, "findings/subject_access/mark.html", review=review, here="subject-access", **context)


@login_required
def download(request: HttpRequest, ref: str, pk: int, kind: str) -> FileResponse:
    """Everything held on the person, with what was decided, as Word or a workbook to be redacted; this is recorded."""
    _, access = of_review(request, ref, pk)
    if kind not in KINDS:
        raise Http404
    rows = with_marks(access)
    content = papers.file(printed(access, rows), kind) if kind == "docx" else sheets.write_xlsx(sheet(access, rows))
    verbs.exported(by=request.user, access=access, kind=kind, number=len(rows), content=content)
    name = papers.filename(f"OFFICIAL-SENSITIVE {ref} {access}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])


@login_required
@once
def finish(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Record what was given; it stands in the disclosure log."""
    review, access = of_review(request, ref, pk)
    form = AnswerForm(request.POST or None)
    left = sum(mark is None for _, mark in with_marks(access))
    if request.method == "POST" and attempt(
        form, lambda: verbs.finish(by=request.user, access=access, unmarked=left, **form.cleaned_data)
    ):
        return done(request, "Recorded. It stands in the disclosure log.", "findings.subject_access.list", ref)
    context = {"access": access, "form": form, "left": left}
    return page(request, "findings/subject_access/finish.html", review=review, here="subject-access", **context)


def cells(number: int, item: Item, decided: Any) -> tuple[str, ...]:
    """One record as a row of the files."""
    said = (
        (decided.get_choice_display(), decided.get_ground_display(), decided.reason)
        if decided
        else ("Not decided", "", "")
    )
    return (str(number), item.heading, str(item.pk), item.text, ", ".join(item.others), *said)


def sheet(access: SubjectAccess, rows: Sequence[tuple[Item, Any]]) -> Document:
    """The workbook."""
    made = [cells(number, *row) for number, row in enumerate(rows, start=1)]
    return Document(
        title(access),
        (f"{len(made)} records. A working copy: redact it before it is given.",),
        COLUMNS,
        made,
        sheet="Records",
    )


def printed(access: SubjectAccess, rows: Sequence[tuple[Item, Any]]) -> papers.Paper:
    """The Word document: a section for each record."""
    headings = [column.heading for column in COLUMNS]
    sections = [
        ("A working copy", tuple(papers.words("Redact it before it is given. Third parties stand in brackets.")))
    ]
    for number, row in enumerate(rows, start=1):
        told = [*zip(headings, cells(number, *row), strict=True)][2:]
        sections.append((f"{number}. {row[0].heading}", (papers.facts(pair for pair in told if pair[1]),)))
    return papers.Paper(title(access), access.review.board.name, "OFFICIAL-SENSITIVE", tuple(sections))


def title(access: SubjectAccess) -> str:
    """What the files are called: the pseudonym stands for the person."""
    return f"Held on {access.person.pseudonym} in {access.review.ref}"
