"""The family diagram."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from findings.family import family, svg
from findings.pack import MARKING
from findings.services import family as verbs
from reviews.access import allowed
from reviews.services import person
from reviews.views.review import visible
from scr_portal.lib.pages import page
from scr_portal.lib.papers import filename
from scr_portal.lib.pdf import picture

KINDS = {"svg": "image/svg+xml", "png": "image/png"}


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The picture and the same in words; real names only for those with the right, and only when they ask for them."""
    review = visible(request, ref)
    named = allowed(request.user, "review.names", review) and request.GET.get("names") == "real"
    if named:
        person.names_read(by=request.user, review=review)
    found = family(review, timezone.localdate(), named=named)
    context = {"family": found, "picture": found.picture, "title": found.title, "alt": found.prose, "named": named}
    return page(request, "findings/family/show.html", review=review, here="people", **context)


@login_required
def download(request: HttpRequest, ref: str, kind: str) -> HttpResponseBase:
    """The picture with published names, as SVG or PNG; this is recorded."""
    review = visible(request, ref)
    found = family(review, timezone.localdate())
    if kind not in KINDS or found.picture is None:
        raise Http404
    drawing = svg(found)
    content = drawing.encode() if kind == "svg" else picture(drawing, found.picture.width, found.picture.height)
    verbs.taken(by=request.user, review=review, kind=kind)
    name = filename(f"{MARKING} {review.ref} family diagram", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])
