"""An organisation's provider: each request for a sign-in carries a number that its token must bring back."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string
from requests import RequestException

from scr_portal.single_sign_on.views import OrganisationAdapter


class OrganisationProvider(OpenIDConnectProvider):
    """allauth's sends no nonce (OpenID Connect Core 1.0, section 3.1.2.1): with it, a stolen token is of no use here."""

    oauth2_adapter_class = OrganisationAdapter

    def redirect(self, request: HttpRequest, process: str, *args: Any, **kwargs: Any) -> HttpResponse:
        nonce = get_random_string(32)
        kwargs["auth_params"] = {**(kwargs.get("auth_params") or self.get_auth_params()), "nonce": nonce}
        try:
            return super().redirect(request, process, *args, nonce=nonce, **kwargs)
        except RequestException as silent:  # Its description is asked for first.
            return render_authentication_error(request, self, exception=silent)


provider_classes = [OrganisationProvider]
