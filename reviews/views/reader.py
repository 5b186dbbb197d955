"""Who can see this, and why: one right on one record of a review, answered for one person and for everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from reviews import history
from reviews.explain import Answer, conflicted, on_carrier, released
from reviews.forms.reader import PartForm
from reviews.models import Attendance, Membership, Review, Sharing
from reviews.policy import REQUEST, rule
from reviews.views.review import visible
from scr_portal.lib.pages import page, paged


def known(review: Review) -> dict[Any, Any]:
    """Everybody who holds or held a role on the board, with all of their memberships, and guests of other boards; by name."""
    rows = Membership.objects.filter(board=review.board_id).select_related("user__agency").order_by("user__name", "pk")
    held: Any = [*rows, *Sharing.objects.filter(review=review).guests()]
    found: dict[Any, Any] = {}
    for each in sorted(held, key=lambda each: each.user.name):
        found.setdefault(each.user, []).append(each)
    return found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose a right and a person: whether they can, and why; then everybody who can, and everybody who cannot."""
    review = visible(request, ref, "review.audit")
    people = known(review)
    form = PartForm(request.GET or None, people=people)
    record = about(review, form)
    explained = explaining(review, form, record)
    answers = {who: explained(who, held) for who, held in people.items()}
    context = told(request, form, people, answers) | {"about": None if record == review else record}
    return page(request, "reviews/reader/list.html", review=review, here="people", **context)


def told(request: HttpRequest, form: Any, people: dict[Any, Any], answers: dict[Any, Answer]) -> dict[str, Any]:
    """What the page of answers needs: the person asked about, those who can with the roles that they hold, and the others."""
    rows = [(who, said, people[who]) for who, said in answers.items()]
    refused = paged(request, [row for row in rows if not row[1].may], 50)
    found = {"form": form, "readers": [row for row in rows if row[1].may], "refused": refused}
    return found | {"person": form.person, "answer": answers.get(form.person)}


def about(review: Review, form: PartForm) -> Any:
    """The record that is asked about: the review, or one that hangs on it. Http404 for any other."""
    label, _, key = (form.cleaned_data.get("of", "") if form.is_valid() else "").partition(":")
    if not label:
        if rule(form.part).on == REQUEST:
            form.add_error("what", "That is asked about one record: follow the link “Who can see this?” on its page.")
        return review
    kind = history.kind_of(label)
    if kind is None or not key.isdecimal() or len(key) > len(str(2**63)) - 1:
        raise Http404
    found = history.of_review(review, kind, int(key))
    if found is None:
        raise Http404
    return found


def explaining(review: Review, form: PartForm, record: Any) -> Callable[[Any, Any], Answer]:
    """What answers for one person: the table, the release of the chronology, and conflicts of interest where they count."""
    today, action, kept_from = timezone.localdate(), form.part, set()
    if form.is_valid() and form.cleaned_data.get("conflict") and not review.rules.quorum.conflicted_see:
        rows = Attendance.objects.filter(meeting__review=review).exclude(conflict="")
        kept_from = {*rows.values_list("user", flat=True)}

    def explained(person: Any, held: Any) -> Answer:
        said = on_carrier(action, person, held, record, today)
        said = said & released(review) if action == "chronology.see" else said
        return said & conflicted(review.rules) if person.pk in kept_from else said

    return explained
