"""What somebody types in a section is kept while they type, and thrown away when they say so."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from findings.forms.section import UnsavedForm
from findings.services import unsaved as verbs
from findings.versions import Text
from findings.views.report import of_review, section_of
from scr_portal.lib.pages import done, refused
from scr_portal.lib.records import Refused


@login_required
@require_POST
def keep(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Keep what was typed so far; a page's script asks quietly and is answered with the time."""
    _, report = of_review(request, ref, "report.write")
    return answered(request, section_of(report, key), "findings.report.section", ref, key)


def answered(request: HttpRequest, section: Text, *to: Any) -> HttpResponse:
    """Keep what was sent of a section; a script is answered with the time, a person led on `to` its page."""
    form = UnsavedForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"said": "Not kept: load the page again, and copy your words first."}, status=422)
    made = verbs.keep(by=request.user, section=section, **form.cleaned_data)
    if "quietly" in request.POST:
        return JsonResponse(
            {"said": f"Kept at {timezone.localtime(made.kept_at):%H:%M}. Only you see it until you save."}
        )
    return done(request, "Kept as your draft. Only you see it until you save.", *to)


@login_required
@require_POST
def discard(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Throw away what was typed and not saved."""
    _, report = of_review(request, ref, "report.write")
    try:
        verbs.discard(by=request.user, section=section_of(report, key))
    except Refused as refusal:
        return refused(request, str(refusal), "findings.report.section", ref, key)
    return done(request, "Your unsaved text is gone. This is what was saved.", "findings.report.section", ref, key)
