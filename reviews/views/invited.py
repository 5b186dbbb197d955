"""The pages of somebody who holds the link of an invitation; nobody is signed in here.

The key stands in the address once: it is exchanged for a session and never again part of an address. What does not open
answers alike, whatever the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reviews.forms.referral import ReferralForm
from reviews.models import Invitation
from reviews.questions import answered, missing
from reviews.services import invited as verbs
from reviews.services.calendar import sha256
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.records import Refused

KEPT = "invited"
TRIES, WITHIN = 60, 10 * 60


def closed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Nothing of these pages is stored, or named to another site."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        # A form of a page with “no-referrer” is sent without its origin and refused; where no key is in the address, no
        # other site is told anything either.
        answer["Referrer-Policy"] = "no-referrer" if "key" in request.GET else "same-origin"
        answer["Cache-Control"] = "no-store, private"
        return answer

    return wrapped


def too_many(what: str) -> bool:
    """Whether this was done more often than a person does it: wrong keys tried from one address, savings by one link."""
    key = f"invited:{what}"
    cache.add(key, 0, WITHIN)
    try:
        return cache.incr(key) > TRIES
    except ValueError:  # It ran out between the two.
        return False


def invited(request: HttpRequest) -> Invitation | None:
    """The invitation whose link was opened in this session, while it opens something."""
    return verbs.opened_by(request.session.get(KEPT, ""))


def closed_door(request: HttpRequest, status: int, **why: bool) -> HttpResponse:
    """The page that says that nothing opens."""
    answer = page(request, "reviews/invited/open.html", **why)
    answer.status_code = status
    return answer


@closed
def open(request: HttpRequest) -> HttpResponse:
    """Open a link; what it opens is on the next page."""
    if key := request.GET.get("key", ""):
        if verbs.opened_by(sha256(key)) is None:
            # Behind a proxy many share one address: what somebody else tried there never closes a right link.
            waiting = too_many(request.META.get("REMOTE_ADDR", ""))
            return closed_door(request, 429, waiting=True) if waiting else closed_door(request, 404, unknown=True)
        request.session.cycle_key()
        request.session[KEPT] = sha256(key)
        return redirect("reviews.invited.show")
    return page(request, "reviews/invited/open.html")


@closed
def show(request: HttpRequest) -> HttpResponse:
    """What was written so far and the button that sends it; once it was sent, the receipt and nothing else."""
    invitation = invited(request)
    if invitation is None:
        return page(request, "reviews/invited/open.html")
    if request.method == "POST":
        return sent(request, invitation)
    referral = invitation.referral
    context: dict[str, Any] = {"invitation": invitation, "referral": None if invitation.spent_at else referral}
    if referral is not None and not invitation.spent_at:
        said = (referral.rule_set, referral.answers)
        context |= {"answered": answered(*said), "missing": missing(*said)}
    return page(request, "reviews/invited/show.html", **context)


def sent(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Send it to the board, or say what is missing."""
    try:
        verbs.send(by=invitation)
    except Refused as refusal:
        return refused(request, str(refusal), "reviews.invited.show")
    return redirect("reviews.invited.show")


@closed
@once
def write(request: HttpRequest) -> HttpResponse:
    """Write the referral, and save it half-finished."""
    invitation = invited(request)
    if invitation is None or not invitation.open:
        return page(request, "reviews/invited/open.html")
    form = ReferralForm(request.POST or None, board=invitation.board, record=invitation.referral)
    if request.method == "POST" and attempt(form, lambda: saved(invitation, form)):
        return done(request, "Saved. You can come back by the same link.", "reviews.invited.show")
    return page(request, "reviews/invited/write.html", form=form, invitation=invitation)


def saved(invitation: Invitation, form: ReferralForm) -> Any:
    """Write the form's values over the version that was opened; raises Refused for who saves without a pause."""
    if too_many(f"saved-{invitation.pk}"):
        raise Refused("You have saved this very often: wait ten minutes and save again. Your words are kept below.")
    return verbs.keep(by=invitation, values=form.values, seen_version=form.cleaned_data["seen_version"])
