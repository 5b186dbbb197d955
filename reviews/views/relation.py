"""What the people of the register are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews import kinship
from reviews.forms.person import RelationChangeForm, RelationForm
from reviews.models import Person, Review
from reviews.services import relation as verbs
from reviews.views.review import visible
from scr_portal.lib.pages import attempt, done, once, page


@dataclass(slots=True)
class Tied:
    """One entry of the register, with its relations as they are from its side: (key, words, what is said beside)."""

    person: Person
    relations: Any


def by_person(review: Review) -> Sequence[Tied]:
    """Everybody and everything that is related, the subjects first."""
    found: dict[int, Tied] = {}
    for each in review.relations.filter(removed=False).select_related("first", "second"):
        for one, other, back in ((each.first, each.second, False), (each.second, each.first, True)):
            words = kinship.from_side(each.kind, other.pseudonym, one.sex, back=back)
            found.setdefault(one.pk, Tied(one, [])).relations.append((each.pk, words, each.beside))
    order = [*Person.Part.values]
    return sorted(found.values(), key=lambda tied: (order.index(tied.person.part), tied.person.pseudonym))


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody who is related to somebody, and how; by published names."""
    review = visible(request, ref)
    return page(request, "reviews/relation/list.html", review=review, here="people", people=by_person(review))


@login_required
@once
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """Record what one is to another."""
    review = visible(request, ref, "review.people")
    form = RelationForm(request.POST or None, review=review, initial={"first": request.GET.get("first")})
    if request.method == "POST" and attempt(
        form, lambda: verbs.add(by=request.user, review=review, values=form.values)
    ):
        return done(request, "Recorded.", "reviews.relation.list", ref)
    return page(request, "reviews/relation/new.html", review=review, here="people", form=form)


@login_required
def edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Change a relation, or take it out."""
    review = visible(request, ref, "review.people")
    found = get_object_or_404(review.relations.filter(removed=False).select_related("first", "second"), pk=pk)
    form = RelationChangeForm(request.POST or None, review=review, record=found)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.write(
            by=request.user, relation=found, values=form.values, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "Saved.", "reviews.relation.list", ref)
    return page(request, "reviews/relation/edit.html", review=review, here="people", form=form, found=found)
