"""The agency's report."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from agencies.forms.request import ImrSectionForm
from agencies.services import imr as verbs
from agencies.services.request import read
from agencies.views.request import visible as visible_request
from scr_portal.lib.pages import attempt, done, page


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """All sections, and which are written."""
    found = visible_request(request, pk)
    read(by=request.user, request=found, part="report")
    texts = dict(found.imr.sections.values_list("key", "text")) if hasattr(found, "imr") else {}
    sections = [(key, title, hint, texts.get(key, "")) for key, title, hint in verbs.sections_of(found)]
    return page(request, "agencies/imr/show.html", req=found, sections=sections)


@login_required
def edit(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Write one section."""
    found = visible_request(request, pk, "request.write")
    asked = {known: (title, hint) for known, title, hint in verbs.sections_of(found)}
    if key not in asked:
        raise Http404
    record = found.imr.sections.filter(key=key).first() if hasattr(found, "imr") else None
    form = ImrSectionForm(request.POST or None, record=record)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user,
            request=found,
            key=key,
            text=form.cleaned_data["text"],
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        return done(request, "Saved.", "agencies.imr.show", pk)
    title, hint = asked[key]
    return page(request, "agencies/imr/edit.html", req=found, form=form, title=title, hint=hint)
