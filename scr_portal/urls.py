"""The contents page of the portal."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from scr_portal import answers, help, home, overview, readiness, session_limits, signing_in

urlpatterns = [
    path("", home.your_work, name="home"),
    path("help/", help.own, name="help"),
    path("help/words/", help.words_of_field, name="help.words"),
    path("help/<slug:key>/", help.role, name="help.role"),
    path("account/session/", session_limits.session, name="session"),
    path("account/session/end/", session_limits.end, name="session.end"),
    path("account/email/", signing_in.own_address),  # In the place of allauth's page.
    path("account/", include("allauth.urls")),
    path("reviews/", include("reviews.urls")),
    path("reviews/<ref:ref>/", overview.review, name="overview"),
    path("agencies/", include("agencies.urls")),
    path("findings/", include("findings.urls")),
    path("reference-data/", admin.site.urls),
    path("healthz", answers.alive, name="healthz"),
    path("readyz", readiness.ready, name="readyz"),
]

handler400 = "scr_portal.answers.bad_request"
handler403 = "scr_portal.answers.forbidden"
handler404 = "scr_portal.answers.not_found"
handler500 = "scr_portal.answers.failed"
