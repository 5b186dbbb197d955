"""Letters about a case."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import letters, restrictions
from reviews.forms.letter import DraftForm, LetterForm, SendForm
from reviews.models import Letter, Review
from reviews.regimes.shapes import MERGE_FIELDS
from reviews.services import letter as verbs
from reviews.views.review import visible
from scr_portal.lib import merging, pdf
from scr_portal.lib.docx import blocks
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.papers import KINDS, filename


def of_review(request: HttpRequest, ref: str, pk: int, action: str) -> tuple[Review, Letter]:
    """The review of the address and one of its letters."""
    review = visible(request, ref, action)
    found: Letter = get_object_or_404(review.letters.select_related("agency", "written_by", "sent_by"), pk=pk)
    found.review = review
    return review, found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every letter about the case, newest first."""
    review = visible(request, ref, "letter.see")
    found = review.letters.select_related("sent_by")
    return page(request, "reviews/letter/list.html", review=review, here="letters", letters=found)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin a letter from the rule set's own words."""
    review = visible(request, ref, "letter.write")
    form = LetterForm(request.POST or None, review=review, initial={"people": request.GET.getlist("person")})
    if request.method == "POST" and (made := attempt(form, lambda: begun(request, review, form.cleaned_data))):
        return done(
            request, "Drafted. Read it through, and fill in what is still open.", "reviews.letter.edit", ref, made.pk
        )
    return page(request, "reviews/letter/new.html", review=review, here="letters", form=form)


def begun(request: HttpRequest, review: Review, said: dict[str, Any]) -> Letter:
    """The draft of the letter that was chosen."""
    values = {name: said[name] for name in ("recipient", "people", "address", "agency")}
    return verbs.begin(by=request.user, review=review, key=said["key"], values=values)


@login_required
def show(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """One letter, as it stands or as it was sent."""
    review, letter = of_review(request, ref, pk, "letter.see")
    left = [] if letter.sent_on else merging.gaps(f"{letter.subject}\n{letter.text}", MERGE_FIELDS)
    return page(
        request,
        "reviews/letter/show.html",
        review=review,
        here="letters",
        letter=letter,
        left=left,
        stops=stops(letter),
    )


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Write the draft."""
    review, letter = of_review(request, ref, pk, "letter.write")
    form = DraftForm(request.POST or None, record=letter)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, letter=letter, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.letter.show", ref, pk)
    return page(request, "reviews/letter/edit.html", review=review, here="letters", form=form, letter=letter)


@login_required
@once
def send(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Record that it was sent, and keep it as it is."""
    review, letter = of_review(request, ref, pk, "letter.write")
    form = SendForm(request.POST or None, record=letter, initial={"sent_on": timezone.localdate()})
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.send(
            by=request.user, letter=letter, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Recorded. The letter is kept as it was sent.", "reviews.letter.show", ref, pk)
    return page(
        request,
        "reviews/letter/send.html",
        review=review,
        here="letters",
        form=form,
        letter=letter,
        stops=stops(letter),
    )


def stops(letter: Letter) -> Sequence[str]:
    """What a parallel process asks that bears on a letter which has not gone yet."""
    return () if letter.sent_on else restrictions.said(letter.review, restrictions.of_letter(letter))


@login_required
def download(request: HttpRequest, ref: str, pk: int, kind: str) -> FileResponse:
    """The letter as a Word document on the board's letterhead, or as a PDF; this is recorded."""
    _, letter = of_review(request, ref, pk, "letter.see")
    if kind not in KINDS:
        raise Http404
    content = written(letter) if kind == "docx" else printed(letter)
    verbs.downloaded(by=request.user, letter=letter, kind=kind)
    name = filename(f"{ref} {letter.label}{'' if letter.sent_on else ' draft'}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])


def written(letter: Letter) -> bytes:
    """The Word document as it was sent, or as it would be."""
    if not letter.file:
        return letters.document(letter)
    with letter.file.open("rb") as file:
        content: bytes = file.read()
    return content


def printed(letter: Letter) -> bytes:
    """The letter's words as a PDF."""
    on = letter.sent_on or timezone.localdate()
    return pdf.render("pages/letter.html", {"letter": letter, "on": on, "parts": blocks(letter.text)})
