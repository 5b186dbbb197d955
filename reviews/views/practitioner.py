"""Practitioners who worked with the person: what each said in a conversation or at a learning event."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from reviews import family, restrictions
from reviews.models import Person
from reviews.views.review import visible
from scr_portal.lib.pages import page


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Every professional of the register, with what they said and what they agreed to."""
    review = visible(request, ref, "contribution.read")
    people = review.people.filter(kind=Person.Kind.PERSON, part=Person.Part.PROFESSIONAL)
    context = {
        "members": [family.of(each) for each in family.gathered(people.select_related("agency").order_by("pseudonym"))],
        "stops": restrictions.said(review, "practitioners.meet", materials=()),
    }
    return page(request, "reviews/practitioner/list.html", review=review, here="people", **context)
