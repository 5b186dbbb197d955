"""The pages of a whole board: its plan, its meetings and their packs, its leaders, its yearly reports."""

from __future__ import annotations

from django.urls import path

from findings.views import (
    annual_part,
    annual_report,
    board,
    board_meeting,
    board_pack,
    commitment,
    leadership,
    statement,
)

urlpatterns = [
    path("", board.show, name="findings.board.show"),
    path("board/actions/", board.actions, name="findings.board.actions"),
    path("board/pictures/", board.pictures, name="findings.board.pictures"),
    path("board/export/", board.export, name="findings.board.export"),
    path("board_meeting/", board_meeting.list, name="findings.board_meeting.list"),
    path("board_meeting/new/", board_meeting.new, name="findings.board_meeting.new"),
    path("board_meeting/<int:pk>/edit/", board_meeting.edit, name="findings.board_meeting.edit"),
    path("board_meeting/<int:pk>/remove/", board_meeting.remove, name="findings.board_meeting.remove"),
    path("board_pack/", board_pack.list, name="findings.board_pack.list"),
    path("board_pack/make/", board_pack.make, name="findings.board_pack.make"),
    path("board_pack/<int:pk>/download/<slug:kind>/", board_pack.download, name="findings.board_pack.download"),
    path("board_meeting/<int:pk>/attendance/", board_meeting.attendance, name="findings.board_meeting.attendance"),
    path("leadership/", leadership.show, name="findings.leadership.show"),
    path("commitment/new/", commitment.new, name="findings.commitment.new"),
    path("commitment/<int:pk>/edit/", commitment.edit, name="findings.commitment.edit"),
    path("commitment/<int:pk>/judge/", commitment.judge, name="findings.commitment.judge"),
    path("annual_report/<int:pk>/statement/ask/", statement.ask, name="findings.statement.ask"),
    path("statement/<int:pk>/give/", statement.give, name="findings.statement.give"),
    path("annual_report/", annual_report.list, name="findings.annual_report.list"),
    path("annual_report/begin/", annual_report.begin, name="findings.annual_report.begin"),
    path("annual_report/<int:pk>/", annual_report.show, name="findings.annual_report.show"),
    path("annual_report/<int:pk>/build/", annual_report.build, name="findings.annual_report.build"),
    path("annual_report/<int:pk>/settle/<int:place>/", annual_report.settle, name="findings.annual_report.settle"),
    path("annual_report/<int:pk>/approve/", annual_report.approve, name="findings.annual_report.approve"),
    path("annual_report/<int:pk>/send_back/", annual_report.send_back, name="findings.annual_report.send_back"),
    path("annual_report/<int:pk>/publish/", annual_report.publish, name="findings.annual_report.publish"),
    path("annual_report/<int:pk>/revise/", annual_report.revise, name="findings.annual_report.revise"),
    path(
        "annual_report/<int:pk>/download/<int:file>/<slug:kind>/",
        annual_report.download,
        name="findings.annual_report.download",
    ),
    path("annual_report/<int:pk>/annual_part/<slug:key>/edit/", annual_part.edit, name="findings.annual_part.edit"),
    path("annual_report/<int:pk>/annual_part/<slug:key>/keep/", annual_part.keep, name="findings.annual_part.keep"),
    path(
        "annual_report/<int:pk>/annual_part/<slug:key>/discard/",
        annual_part.discard,
        name="findings.annual_part.discard",
    ),
    path(
        "annual_report/<int:pk>/annual_part/<slug:key>/versions/",
        annual_part.versions,
        name="findings.annual_part.versions",
    ),
    path(
        "annual_report/<int:pk>/annual_part/<slug:key>/<int:number>/put_back/",
        annual_part.put_back,
        name="findings.annual_part.put_back",
    ),
]
