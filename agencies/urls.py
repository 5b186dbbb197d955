"""The pages of what agencies are asked for and hand in."""

from __future__ import annotations

from django.urls import path

from agencies.views import agency, entry, imr, person, request, upload

urlpatterns = [
    path("", request.list, name="agencies.request.list"),
    path("request/of_review/<ref:ref>/", request.of_review, name="agencies.request.of_review"),
    path("request/new/<ref:ref>/", request.new, name="agencies.request.new"),
    path("request/<int:pk>/", request.show, name="agencies.request.show"),
    path("request/<int:pk>/assign/", request.assign, name="agencies.request.assign"),
    path("request/<int:pk>/extend/", request.extend, name="agencies.request.extend"),
    path("request/<int:pk>/nil/", request.nil, name="agencies.request.nil"),
    path("request/<int:pk>/unnil/", request.unnil, name="agencies.request.unnil"),
    path("request/<int:pk>/quality/", request.quality, name="agencies.request.quality"),
    path("request/<int:pk>/submit/", request.submit, name="agencies.request.submit"),
    path("request/<int:pk>/take_back/", request.take_back, name="agencies.request.take_back"),
    path("request/<int:pk>/sign_off/", request.sign_off, name="agencies.request.sign_off"),
    path("request/<int:pk>/decline/", request.decline, name="agencies.request.decline"),
    path("request/<int:pk>/send_back/", request.send_back, name="agencies.request.send_back"),
    path("request/<int:pk>/upload/", upload.list, name="agencies.upload.list"),
    path("request/<int:pk>/upload/new/", upload.new, name="agencies.upload.new"),
    path("upload/<int:pk>/columns/", upload.columns, name="agencies.upload.columns"),
    path("upload/<int:pk>/preview/", upload.preview, name="agencies.upload.preview"),
    path("upload/<int:pk>/fix/<int:index>/", upload.fix, name="agencies.upload.fix"),
    path("upload/<int:pk>/confirm/", upload.confirm, name="agencies.upload.confirm"),
    path("upload/<int:pk>/discard/", upload.discard, name="agencies.upload.discard"),
    path("upload/<int:pk>/undo/", upload.undo, name="agencies.upload.undo"),
    path("upload/<int:pk>/download/", upload.download, name="agencies.upload.download"),
    path("request/<int:pk>/entry/", entry.list, name="agencies.entry.list"),
    path("request/<int:pk>/entry/new/", entry.new, name="agencies.entry.new"),
    path("entry/<int:pk>/remove/", entry.remove, name="agencies.entry.remove"),
    path("request/<int:pk>/imr/", imr.show, name="agencies.imr.show"),
    path("request/<int:pk>/imr/<slug:key>/edit/", imr.edit, name="agencies.imr.edit"),
    path("agency/", agency.list, name="agencies.agency.list"),
    path("agency/new/", agency.new, name="agencies.agency.new"),
    path("agency/<int:pk>/edit/", agency.edit, name="agencies.agency.edit"),
    path("person/", person.list, name="agencies.person.list"),
    path("person/new/", person.new, name="agencies.person.new"),
    path("person/<int:pk>/edit/", person.edit, name="agencies.person.edit"),
    path("person/<int:pk>/end/", person.end, name="agencies.person.end"),
]
