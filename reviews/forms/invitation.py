"""Inviting somebody to make a referral."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from scr_portal.lib.forms import DayField, GovukForm


class RenewForm(GovukForm):
    """Until when the link opens."""

    expires_on = DayField(label="Last day on which the link opens")

    def clean_expires_on(self) -> Any:
        """A day that has not passed."""
        day = self.cleaned_data["expires_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("That day has passed: choose the last day on which the link opens.")
        return day


class InvitationForm(RenewForm):
    """Who is invited, and where the link goes."""

    invited = forms.CharField(
        max_length=160,
        label="Who is invited",
        help_text="Name, post and organisation. They see this; write nothing about the case.",
    )
    address = forms.EmailField(
        required=False,
        label="E-mail address",
        help_text="The link is sent there. Leave it empty to pass the link on yourself: it is shown once.",
    )
    field_order = ("invited", "address", "expires_on")
