"""The pack for the national body."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from findings import pack
from findings.services import pack as verbs
from reviews import conflicts
from reviews.views.review import visible
from scr_portal.lib.pages import page, refused
from scr_portal.lib.papers import KINDS, file, filename
from scr_portal.lib.records import Refused


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """What the pack says as it stands now, the chronology left to its own page, and its files."""
    review = visible(request, ref, "review.pack")
    conflicts.open_to(request.user, review, instead="Somebody else must make the pack.")
    paper = pack.pack(review, request.user, timezone.localdate())
    *sections, (_, chronology) = paper.sections
    context = {"paper": paper, "sections": sections, "entries": sum(max(0, len(part.rows) - 1) for part in chronology)}
    return page(request, "findings/pack/show.html", review=review, here="decision", **context)


@login_required
def download(request: HttpRequest, ref: str, kind: str) -> HttpResponseBase:
    """The pack as a Word document or PDF; this is recorded."""
    review = visible(request, ref, "review.pack")
    conflicts.open_to(request.user, review, instead="Somebody else must make the pack.")
    if kind not in KINDS:
        raise Http404
    paper = pack.pack(review, request.user, timezone.localdate())
    try:
        if kind == "pdf":
            pack.check_length(paper)
        content = file(paper, kind)
        verbs.taken(by=request.user, review=review, kind=kind, content=content)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.pack.show", ref)
    name = filename(f"{paper.marking} {paper.title}", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])
