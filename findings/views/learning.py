"""What was released of learning: read by everybody on the board, with a receipt and three questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from findings.forms.audience import ReceiptForm
from findings.models import Audience, Edition, Receipt
from findings.product_text import QUIZ
from findings.services import learning as verbs
from reviews.access import check
from reviews.views.review import board_for
from scr_portal.lib import docx
from scr_portal.lib.pages import attempt, done, once, page, paged
from scr_portal.lib.papers import filename


def visible(request: HttpRequest, pk: int, action: str) -> Edition:
    """The edition of the address, while readers have it, if the person may do `action`."""
    rows = Edition.objects.visible_to(request.user).select_related("product__report__review__board")
    found: Edition = get_object_or_404(rows, pk=pk)
    check(request.user, action, verbs.read_through(request.user, found) if action == "learning.see" else found)
    return found


@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Everything that was released on the person's boards, newest first, and what their team is asked about."""
    board_for(request, "learning.see")
    rows = Edition.objects.visible_to(request.user).select_related("product__report__review__board")
    shown = paged(request, rows.order_by("-released_on", "-pk"), 20)
    reader: Any = request.user
    read = Receipt.objects.filter(reader=reader, edition__in=[each.pk for each in shown])
    asked = Audience.objects.visible_to(reader).unanswered().answerable_by(reader)
    context = {
        "editions": shown,
        "read": set(read.values_list("edition_id", flat=True)),
        "asked": asked.select_related("product__report__review", "agency")[:20],
    }
    return page(request, "findings/learning/list.html", **context)


@login_required
@once
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it, say so, and answer its questions; the right answers are shown afterwards."""
    found = visible(request, pk, "learning.read" if request.method == "POST" else "learning.see")
    form = ReceiptForm(request.POST or None, edition=found)
    if request.method == "POST" and attempt(form, lambda: verbs.read(by=request.user, edition=found, **form.said)):
        return done(
            request, "Thank you. The board sees numbers, never who answered what.", "findings.learning.show", pk
        )
    reader: Any = request.user
    receipt = Receipt.objects.filter(edition=found, reader=reader).first()
    context = {
        "edition": found,
        "sections": [(title, docx.blocks(text)) for key, title, text in found.content if key != QUIZ[0]],
        "files": found.files.order_by("format"),
        "receipt": receipt,
        "answered": answered(found, receipt) if receipt else [],
    }
    return page(request, "findings/learning/show.html", form=form, **context)


def answered(edition: Edition, receipt: Receipt) -> Sequence[tuple[str, str, str]]:
    """(question, what the reader answered, the right answer) of each question of an edition."""
    found = []
    for question, place in zip(edition.quiz, receipt.answers, strict=False):
        said = question["answers"][place] if place is not None else ""
        found.append((question["question"], said, question["answers"][question["right"]]))
    return found


@login_required
def download(request: HttpRequest, pk: int, form: str) -> FileResponse:
    """A released file; this is recorded."""
    edition = visible(request, pk, "learning.see")
    found = get_object_or_404(edition.files, format=form)
    found.edition = edition
    verbs.taken(by=request.user, file=found)
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=filename(str(edition.product), form))
