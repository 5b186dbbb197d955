"""The merged chronology."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase

from findings import merged, paging
from findings.accounts import events_of
from findings.annotated import alongside
from findings.chronology_export import KINDS, make
from findings.chronology_export.pages import MOST_IN_PDF
from findings.forms.chronology import FilterForm
from findings.forms.saved_view import asking
from findings.services import chronology as verbs
from findings.services import mark
from reviews.access import allowed, check
from reviews.models import Review
from reviews.stages import RELEASED
from reviews.views.review import visible
from scr_portal.lib.page_tags import day
from scr_portal.lib.pages import page, refused
from scr_portal.lib.records import Refused


def readable(request: HttpRequest, review: Review) -> bool:
    """Whether the person may read the merged chronology now; who never may gets 403."""
    if allowed(request.user, "chronology.prepare", review):
        return True
    check(request.user, "chronology.see", review)
    return review.stage in RELEASED


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The entries of all returns in one order, narrowed by filters, named or anonymised."""
    review = visible(request, ref)
    if not readable(request, review):
        return page(request, "findings/chronology/not_released.html", review=review, here="chronology")
    named = request.GET.get("names") == "real" and allowed(request.user, "review.names", review)
    form = asking(request, review, named=named)
    rows = merged.entries(review, request.user, form.filters)
    stretch = paging.asked(rows, request.GET)
    if named:
        mark.names_shown(by=request.user, review=review)
    context: dict[str, Any] = {
        "form": form,
        "stretch": stretch,
        "rows": stretch.entries,
        "number": paging.number(rows),
        "years": paging.years(merged.entries(review, request.user) if form.filters else rows),
        "named": named,
        **alongside(review, stretch.entries, named=named),
        "events": events_of(review, request.user, stretch.entries),
        "most": MOST_IN_PDF,
    }
    return page(request, "findings/chronology/show.html", review=review, here="chronology", **context)


def in_words(form: FilterForm) -> list[str]:
    """The filters that were set, as a person reads them: "Theme: Daily life"."""
    found = []
    for name, value in form.cleaned_data.items():
        if name == "on":
            continue  # Where the page begins leaves nothing out.
        values = value if isinstance(value, list) else [value] if value else []
        labels = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", ())}
        texts = [day(each) if isinstance(each, date) else labels.get(str(each), str(each)) for each in values]
        found += [f"{form.fields[name].label}: {', '.join(texts)}"] if texts else []
    return found


@login_required
def export(request: HttpRequest, ref: str) -> HttpResponseBase:
    """What the page shows under the same filters, as a file in ?format=; this is recorded."""
    review = visible(request, ref)
    if not readable(request, review):
        raise PermissionDenied("The merged chronology has not been released yet.")
    kind = request.GET.get("format", "xlsx")
    if kind not in KINDS:
        raise Http404
    named = request.GET.get("names") == "real" and allowed(request.user, "review.names", review)
    form = asking(request, review, named=named)
    try:
        if not form.is_valid():
            raise Refused(form.error_items[0]["text"])
        asked = form.filters if request.GET.get("holds") == "with" else replace(form.filters, holds="without")
        file = make(review, request.user, asked, kind=kind, named=named, asked=in_words(form))
        verbs.exported(by=request.user, review=review, filters=asked, file=file)
    except Refused as refusal:
        return refused(request, str(refusal), "findings.chronology.show", ref)
    content = BytesIO(file.content)
    return FileResponse(content, as_attachment=True, filename=file.filename, content_type=file.content_type)
