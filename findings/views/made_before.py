"""Made before: the nearest earlier recommendations and findings for words that are being written."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from findings.made_before.vectors import there
from findings.models import Theme
from findings.near import near
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib.pages import page
from scr_portal.lib.refs import keys

FIELDS = ("text", "title", "what", "why")
MOST = 6_000


@login_required
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """What was recommended or found before in other words. What is being written comes with the form, so that it stands in no address."""
    review = visible(request, ref, "finding.see")
    text = "\n".join(request.POST.get(name, "") for name in FIELDS).strip()[:MOST]
    text = text or stored(review, request.GET)
    found = near(request.user, text, besides=review, themes=themes(request, review)) if text else []
    said = {"text": text, "found": found, "by_meaning": there()}
    return page(request, "findings/made_before/show.html", review=review, here="recommendations", **said)


def stored(review: Review, said: dict[str, str]) -> str:
    """What stands in the recommendation or finding of this review that the address names."""
    numbers = {
        name: int(said.get(name, "")[:4]) for name in ("recommendation", "finding") if said.get(name, "").isdecimal()
    }
    if found := review.recommendations.filter(number=numbers.get("recommendation", 0)).first():
        return str(found.text)
    if finding := review.findings.filter(number=numbers.get("finding", 0)).first():
        return "\n".join((finding.title, finding.what, finding.why))
    return ""


def themes(request: HttpRequest, review: Review) -> set[str]:
    """The names of the themes that were chosen for a finding, or that the chosen findings bear."""
    said = {name: keys(request.POST.getlist(name)) for name in ("themes", "findings")}
    if not any(said.values()):
        return set()
    known = Theme.objects.filter(board=review.board_id)
    chosen = known.filter(pk__in=said["themes"]) | known.filter(findings__in=said["findings"], findings__review=review)
    return set(chosen.values_list("name", flat=True).distinct())
