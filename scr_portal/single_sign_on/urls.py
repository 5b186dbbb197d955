"""Where a sign-in through an organisation begins, and where its provider sends the browser back to."""

from __future__ import annotations

from django.urls import path

from scr_portal.single_sign_on import views

urlpatterns = [
    path("oidc/<slug:provider_id>/login/", views.login, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", views.callback, name="openid_connect_callback"),
]
