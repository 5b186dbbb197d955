"""Patterns as pictures with the same in tables, to be taken or put into the report."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase

from findings.figures import KINDS, NAMES, Figure, published
from findings.forms.figure import FigureForm
from findings.matrix import drawn, svg
from findings.models import Report
from findings.pack import MARKING
from findings.services import anonymity, section
from findings.services import figure as verbs
from findings.views.chronology import readable
from findings.views.pattern import waiting
from reviews.access import allowed, check
from reviews.models import Review
from reviews.stages import Stage
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.papers import filename
from scr_portal.lib.pdf import picture as as_png

FORMS = {"svg": "image/svg+xml", "png": "image/png"}


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The figures that there are."""
    review = visible(request, ref)
    if not readable(request, review):
        return waiting(request, review)
    return page(request, "findings/figure/list.html", review=review, here="chronology", names=NAMES.items())


@login_required
@once
def show(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """One figure, its table, and the way into the report."""
    review = visible(request, ref)
    if request.method == "POST":
        check(request.user, "report.write", review)
    if not readable(request, review):
        return waiting(request, review)
    figure, form = counted(request, review, kind), asking(request, review)
    if form and form.is_bound and attempt(form, lambda: put(request, review, form.cleaned_data["section"], figure)):
        return done(request, "The picture and its table stand at the end of that section.", "findings.report.show", ref)
    shown = published(figure, anonymity.covering(review))
    context = {"figure": shown, "picture": drawn(shown), "forms": FORMS}
    return page(request, "findings/figure/show.html", review=review, here="chronology", form=form, **context)


@login_required
def download(request: HttpRequest, ref: str, kind: str, form: str) -> HttpResponseBase:
    """The picture with published names, as SVG or PNG; this is recorded."""
    review = visible(request, ref)
    if not readable(request, review) or form not in FORMS:
        raise Http404
    figure = published(counted(request, review, kind), anonymity.covering(review))
    picture = drawn(figure)
    if picture is None:
        raise Http404
    drawing = svg(figure, picture)
    content = drawing.encode() if form == "svg" else as_png(drawing, picture.width, picture.height)
    verbs.taken(by=request.user, review=review, kind=kind, form=form)
    name = filename(f"{MARKING} {review.ref} {figure.title}", form)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=FORMS[form])


def counted(request: HttpRequest, review: Review, kind: str) -> Figure:
    """The figure of the address, as the person may see it."""
    if kind not in KINDS:
        raise Http404
    return KINDS[kind](review, request.user)


def asking(request: HttpRequest, review: Review) -> FigureForm | None:
    """The form that puts a figure into the report; None while nobody may write in it, or for who may not."""
    report = Report.objects.filter(review=review).first()
    open_to = review.stage == Stage.DRAFTING and allowed(request.user, "report.write", review)
    return FigureForm(request.POST or None, report=report) if report and open_to else None


def put(request: HttpRequest, review: Review, key: str, figure: Figure) -> Any:
    """Put the table, with real names, at the end of a section: the anonymised text is made from it as from all others."""
    found = review.report.sections.get(key=key)
    text = "\n\n".join(filter(None, (found.text.rstrip(), figure.typed)))
    return section.write(by=request.user, section=found, text=text, seen_version=found.version)
