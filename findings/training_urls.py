"""The pages of training, and of the register of policies."""

from __future__ import annotations

from django.urls import path

from findings.views import (
    attendance_file,
    attendees,
    course,
    gap,
    policy,
    policy_ask,
    policy_change,
    practice,
    session,
)

urlpatterns = [
    path("course/", course.list, name="findings.course.list"),
    path("course/new/", course.new, name="findings.course.new"),
    path("course/<int:pk>/", course.show, name="findings.course.show"),
    path("course/<int:pk>/edit/", course.edit, name="findings.course.edit"),
    path("course/<int:pk>/session/new/", session.new, name="findings.session.new"),
    path("<ref:ref>/course/link/", course.link, name="findings.course.link"),
    path("<ref:ref>/gap/", gap.list, name="findings.gap.list"),
    path("session/<int:pk>/", session.show, name="findings.session.show"),
    path("session/<int:pk>/edit/", session.edit, name="findings.session.edit"),
    path("session/<int:pk>/judge/", session.judge, name="findings.session.judge"),
    path("session/<int:pk>/attendees/new/", attendees.new, name="findings.attendees.new"),
    path("attendees/<int:pk>/remove/", attendees.remove, name="findings.attendees.remove"),
    path("session/<int:pk>/attendance_file/new/", attendance_file.new, name="findings.attendance_file.new"),
    path("attendance_file/<int:pk>/preview/", attendance_file.preview, name="findings.attendance_file.preview"),
    path("attendance_file/<int:pk>/discard/", attendance_file.discard, name="findings.attendance_file.discard"),
    path("attendance_file/<int:pk>/undo/", attendance_file.undo, name="findings.attendance_file.undo"),
    path("practice/<int:pk>/answer/", practice.answer, name="findings.practice.answer"),
    path("policy/", policy.list, name="findings.policy.list"),
    path("policy/new/", policy.new, name="findings.policy.new"),
    path("policy/<int:pk>/", policy.show, name="findings.policy.show"),
    path("policy/<int:pk>/edit/", policy.edit, name="findings.policy.edit"),
    path("policy/<int:pk>/review/", policy.review, name="findings.policy.review"),
    path("policy/<int:pk>/policy_change/new/", policy_change.new, name="findings.policy_change.new"),
    path("policy_change/<int:pk>/edit/", policy_change.edit, name="findings.policy_change.edit"),
    path("policy_change/<int:pk>/tell/", policy_change.tell, name="findings.policy_change.tell"),
    path("recommendation/<int:pk>/policy_ask/new/", policy_ask.new, name="findings.policy_ask.new"),
    path("policy_ask/<int:pk>/remove/", policy_ask.remove, name="findings.policy_ask.remove"),
]
