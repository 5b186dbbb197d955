"""The log of disclosures."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews import restrictions
from reviews.forms.disclosure import DisclosureForm
from reviews.models import Review
from reviews.restrictions import Material
from reviews.services import disclosure as verbs
from reviews.views.review import visible
from scr_portal.lib.page_tags import day
from scr_portal.lib.pages import attempt, done, once, page, paged
from scr_portal.lib.papers import KINDS, Paper, file, filename, table, words

HEADINGS = ("When", "What", "To whom", "By whom", "Why", "Under which power")


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every disclosure, newest first."""
    review = visible(request, ref, "disclosure.see")
    lines = paged(request, review.disclosures.select_related("given_by", "corrects"))
    return page(request, "reviews/disclosure/list.html", review=review, here="letters", lines=lines)


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Put on record what was given outside the portal."""
    review = visible(request, ref, "disclosure.record")
    form = DisclosureForm(request.POST or None, review=review, initial={"power": verbs.power_of(review)})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.cleaned_data)
    ):
        return done(
            request, "Recorded. The line cannot be changed; a later one can correct it.", "reviews.disclosure.list", ref
        )
    stops = restrictions.said(review, materials=Material.values)
    return page(request, "reviews/disclosure/new.html", review=review, here="letters", form=form, stops=stops)


@login_required
def download(request: HttpRequest, ref: str, kind: str) -> FileResponse:
    """The log as a Word document or PDF; this is recorded."""
    review = visible(request, ref, "disclosure.see")
    if kind not in KINDS:
        raise Http404
    content = file(printed(review), kind)
    verbs.exported(by=request.user, review=review, kind=kind)
    name = filename(f"{ref} disclosures", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])


def printed(review: Review) -> Paper:
    """The whole log as a paper, oldest first."""
    rows = []
    for line in review.disclosures.select_related("given_by", "corrects").order_by("given_on", "pk"):
        what = ", ".join(filter(None, (line.what, line.edition, f"SHA-256 {line.sha256}" if line.sha256 else "")))
        corrected = f"; corrects the line of {day(line.corrects.given_on)}" if line.corrects else ""
        rows.append((day(line.given_on), what + corrected, line.to, str(line.given_by), line.why, line.power))
    parts = [table(HEADINGS, rows)] if rows else words("Nothing has been given out.")
    return Paper(
        f"Disclosures, {review.ref}", review.board.name, "OFFICIAL-SENSITIVE",
        ((f"As at {day(timezone.localdate())}", tuple(parts)),),
    )  # fmt: skip
