"""The board's directory: its agencies and the people who sign in."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from agencies.models import Agency, User
from reviews.access import check
from reviews.models import Board, Membership
from reviews.policy import AGENCY_ROLES, Role
from reviews.services import message
from reviews.services.events import record
from reviews.services.membership import kept_apart, regrant_all
from scr_portal.lib import organisations
from scr_portal.lib.records import Refused, as_seen, changed
from scr_portal.lib.sign_ins import end_all


def welcome(user: User, board: Board) -> None:
    """Queue the letter with the link with which somebody new chooses a password; it holds no name and no case.

    Whose organisation has a provider of its own is told to sign in through it.
    """
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    how = "Choose a password here, within three days"
    if through := organisations.of(user.email, settings.SINGLE_SIGN_ON):
        path, how = reverse("account_login"), f"Sign in through {through.name} here"
    text = (
        f"A safeguarding board has given you an account. {how}:\n\n"
        f"{settings.SITE_URL}{path}\n\nIf you did not expect this, tell the board’s business manager."
    )
    message.queue(
        key=f"person:{user.pk}:{key}", kind="invitation", subject="You are invited to SCR Portal", text=text, to=user,
        board=board, forget=True,
    )  # fmt: skip


@transaction.atomic
def begin_board(*, values: dict[str, Any], email: str, name: str) -> Board:
    """Begin a board with its first administrator, who is invited by e-mail; asked for at the server, by nobody signed in.

    `values` are the board's name, short_name, area and regimes. Raises Refused for a name that is taken.
    """
    if Board.objects.filter(name__iexact=values["name"]).exists():
        raise Refused("There is a board of that name already.")
    board = Board.objects.create(**values)
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, None, name=name)
        welcome(user, board)
    Membership.objects.create(board=board, user=user, role=Role.ADMINISTRATOR)
    record(None, "board.begun", board, board=board, facts={"administrator": user.pk, "regimes": board.regimes})
    return board


@transaction.atomic
def add_agency(*, by: Any, board: Board, values: dict[str, Any]) -> Agency:
    """Add an agency to the board's directory."""
    check(by, "board.administer", board)
    if Agency.objects.filter(board=board, name__iexact=values["name"]).exists():
        raise Refused("An agency of that name is in the directory already.")
    made = Agency.objects.create(board=board, **values)
    record(by, "agency.added", made, facts={"kind": made.kind})
    return made


@transaction.atomic
def write_agency(*, by: Any, agency: Agency, values: dict[str, Any], seen_version: int | None = None) -> Agency:
    """Change an agency."""
    check(by, "board.administer", agency.board)
    found, differing = changed(agency, values, seen_version=seen_version)
    record(by, "agency.written", found, facts={"fields": differing})
    return found


@transaction.atomic
def invite(
    *,
    by: Any,
    board: Board,
    email: str,
    name: str,
    job_title: str = "",
    agency: Agency | None = None,
    role: str = "",
    until: date | None = None,
) -> User:
    """Add somebody to the directory and invite them by e-mail; with a role, on the whole board, from today.

    Somebody who has an account already only gets the role. Independents get their role when they are appointed to a review.
    """
    check(by, "board.administer", board)
    if role in AGENCY_ROLES and (agency is None or agency.board_id != board.pk):
        raise Refused("Choose the agency that this person works for: that role is held for an agency.")
    if role and by.email == email.lower():
        raise Refused("You cannot give yourself a role: ask another administrator or the business manager.")
    user = User.objects.filter(email__iexact=email).first()
    if user is not None and user.agency_id and agency is not None and user.agency_id != agency.pk:
        raise Refused(
            "That person is in the directory with another agency: use another e-mail address, or change the entry."
        )
    new = user is None
    if user is not None:
        kept_apart(board, user, role)
    user = user or User.objects.create_user(email, None, name=name, job_title=job_title, agency=agency)
    if role and not Membership.objects.active().filter(board=board, user=user, role=role).exists():
        Membership.objects.update_or_create(board=board, user=user, role=role, review=None, defaults={"until": until})
        regrant_all(board)
    if new:
        welcome(user, board)
    facts = {"role": role, "agency": agency.pk if agency else None, "until": until}
    record(by, "person.invited", user, board=board, facts=facts)
    return user


@transaction.atomic
def write_person(*, by: Any, board: Board, user: User, values: dict[str, Any], seen: str | None = None) -> User:
    """Change a person's name or post, or close their account everywhere; what they could open closes with it.

    Raises Stale where somebody else changed the entry since a form with the stamp `seen` was opened.
    """
    check(by, "board.administer", board)
    found = User.objects.select_for_update().get(pk=user.pk)
    as_seen(found.entry(), seen)
    opens_or_closes = "is_active" in values and values["is_active"] != found.is_active
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    if opens_or_closes:
        for held in Board.objects.filter(memberships__user=found).distinct():
            regrant_all(held)
    record(by, "person.changed", found, board=board, facts={"fields": sorted(values)})
    return found


@transaction.atomic
def reset_second_factor(*, by: Any, board: Board, user: User, sure: str) -> User:
    """Take away the second factor and the recovery codes of somebody who has lost both; `sure` is how it was made sure who asked.

    Their sign-ins end, a letter tells them, and they set up a new second factor after the next sign-in with their password.
    Raises Refused for oneself, and where there is nothing to take away.
    """
    check(by, "board.administer", board)
    if by == user:
        raise Refused("You cannot reset your own second factor: ask another administrator or the business manager.")
    lost = Authenticator.objects.filter(user=user)
    if not lost.exists():
        raise Refused("This person has no second factor now: they set one up after the next sign-in.")
    kinds = sorted(each.type for each in lost)
    lost.delete()
    ended = end_all(user)
    found = record(
        by, "person.second_factor_reset", user, board=board, why=sure, facts={"kinds": kinds, "sign_ins": ended}
    )
    text = (
        "Your second way to prove who you are was taken away by somebody who keeps your board’s directory, because they were told "
        "that you had lost it. Sign in with your password, and set up a new one:\n\n"
        f"{settings.SITE_URL}{reverse('account_login')}\n\n"
        "If you did not ask for this, ring the board’s business manager at once, on a number that you know."
    )
    message.queue(
        key=f"second-factor:{found.pk}", kind="second_factor", subject="Your second factor was reset", text=text, to=user,
        board=board,
    )  # fmt: skip
    return user
