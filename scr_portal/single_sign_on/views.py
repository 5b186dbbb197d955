"""To an organisation's provider, and back from it."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse


class OrganisationAdapter(OpenIDConnectOAuth2Adapter):
    """Reads signed tokens only, and looks at each signature, issuer, audience and end."""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> Any:
        """allauth would spare itself the signature of a token that it fetched: some networks open TLS on the way.

        The description must be of the issuer that the settings name (OpenID Connect Discovery 1.0, section 4.3). Raises OAuth2Error, for which the person reads that the sign-in did not work.
        """
        if self.openid_config["issuer"].rstrip("/") != app.settings["server_url"].rstrip("/"):
            raise OAuth2Error("The provider describes itself as another one")
        if "id_token" not in kwargs["response"]:
            raise OAuth2Error("The provider gave no token that says who this is")
        self.did_fetch_access_token = False
        return super().complete_login(request, app, token, **kwargs)


@login_not_required
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the browser to the organisation's provider."""
    return _by(OAuth2LoginView, request, provider_id)


@login_not_required
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The browser comes back with a code, for which the provider gives the token."""
    return _by(OAuth2CallbackView, request, provider_id)


def _by(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return view.adapter_view(OrganisationAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
