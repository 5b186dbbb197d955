"""Mail to agencies: a link and a reference, never a name or a fact of a case."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from agencies.models import Request, User
from reviews.policy import Role


@shared_task(autoretry_for=(OSError,), retry_backoff=60, max_retries=20)
def tell_of_request(request_pk: int) -> None:
    """Tell an agency's leads that a return is asked for."""
    request = Request.objects.select_related("review__board").get(pk=request_pk)
    leads = User.objects.filter(
        agency=request.agency_id,
        is_active=True,
        memberships__role=Role.AGENCY_LEAD,
        memberships__board=request.review.board_id,
    ).distinct()
    link = settings.SITE_URL + reverse("agencies.request.show", args=[request.pk])
    for lead in leads:
        send_mail(
            f"{request.review.board}: a return is asked for, {request.review.ref}",
            f"Your agency is asked for a return in {request.review.ref}, by {request.due_on.day} {request.due_on:%B %Y}.\n\n"
            f"Sign in to see what is asked: {link}\n\nThis message holds nothing about the case. Do not answer it.",
            None,
            [lead.email],
        )


@shared_task(autoretry_for=(OSError,), retry_backoff=60, max_retries=20)
def invite(user_pk: int) -> None:
    """Send somebody the link with which they choose a password; it holds no name and no case."""
    user = User.objects.get(pk=user_pk)
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    send_mail(
        "You are invited to SCR Portal",
        "A safeguarding board has given you an account. Choose a password here, within three days:\n\n"
        f"{settings.SITE_URL}{path}\n\nIf you did not expect this, tell the board’s business manager.",
        None,
        [user.email],
    )
