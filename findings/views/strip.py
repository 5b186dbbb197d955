"""The strip of the merged chronology: how many entries each agency has in each month."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from findings import merged
from findings.annotated import framed
from findings.forms.saved_view import asking
from findings.views.chronology import readable
from reviews.views.review import visible
from scr_portal.lib.pages import page


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The strip under the filters of the chronology. It counts every entry, so the chronology's page does not wait for it."""
    review = visible(request, ref)
    if not readable(request, review):
        raise PermissionDenied("The merged chronology has not been released yet.")
    form = asking(request, review)
    months, strip = merged.strip(review, request.user, form.filters)
    total = sum(number for row in strip for _, number in row.months)
    picture = framed(review, request.user, months, strip)
    context = {"months": months, "strip": strip, "total": total, "picture": picture}
    return page(request, "findings/strip/show.html", review=review, here="chronology", form=form, **context)
