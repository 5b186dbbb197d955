"""Contacts with the family."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews import family, restrictions
from reviews.forms.family import ContactForm
from reviews.models import Contact, Person
from reviews.services import contact as verbs
from reviews.views.family import of_review
from scr_portal.lib.pages import attempt, done, once, page

HEADINGS = {
    Contact.Kind.TOLD: "Record that they were told",
    Contact.Kind.INVITED: "Record an invitation to take part",
    Contact.Kind.ANSWERED: "Record their answer",
    Contact.Kind.SUPPORT: "Record that support was offered",
    Contact.Kind.DRAFT: "Record that they saw the draft",
    Contact.Kind.OTHER: "Record another contact",
}


@login_required
@once
def new(request: HttpRequest, ref: str, person: int, kind: str) -> HttpResponse:
    """Put a contact on record."""
    review, found = of_review(request, ref, person, "family.record")
    if kind not in Contact.Kind.values:
        raise Http404
    form = ContactForm(request.POST or None, person=found, kind=kind, initial=begun(request, found))
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, person=found, kind=kind, values=form.cleaned_data)
    ):
        return done(
            request, "Recorded. The line stays; a later one can correct it.", "reviews.family.show", ref, person
        )
    context = {
        "person": found,
        "heading": HEADINGS[Contact.Kind(kind)],
        "stops": restrictions.said(review, restrictions.CONTACTS.get(kind, "")),
    }
    return page(request, "reviews/contact/new.html", review=review, here="family", form=form, **context)


def begun(request: HttpRequest, person: Person) -> dict[str, Any]:
    """What the form begins with: today, whoever writes, and the person's language."""
    who = ", ".join(filter(None, (str(request.user), getattr(request.user, "job_title", ""))))
    return {"happened_on": timezone.localdate(), "by_whom": who, **family.spoken(person)}
