"""The pages of what is learned and what changes."""

from __future__ import annotations

from django.urls import path

from findings.views import action, board, chronology, entry, evidence, finding, leftover, mark, recommendation, report

urlpatterns = [
    path("", board.show, name="findings.board.show"),
    path("<ref:ref>/chronology/", chronology.show, name="findings.chronology.show"),
    path("<ref:ref>/entry/<int:pk>/", entry.show, name="findings.entry.show"),
    path("<ref:ref>/mark/<int:pk>/remove/", mark.remove, name="findings.mark.remove"),
    path("<ref:ref>/finding/", finding.list, name="findings.finding.list"),
    path("<ref:ref>/finding/new/", finding.new, name="findings.finding.new"),
    path("<ref:ref>/finding/<int:number>/", finding.show, name="findings.finding.show"),
    path("<ref:ref>/finding/<int:number>/edit/", finding.edit, name="findings.finding.edit"),
    path("<ref:ref>/evidence/<int:number>/add/", evidence.add, name="findings.evidence.add"),
    path("<ref:ref>/evidence/<int:number>/<int:pk>/remove/", evidence.remove, name="findings.evidence.remove"),
    path("<ref:ref>/report/", report.show, name="findings.report.show"),
    path("<ref:ref>/report/begin/", report.begin, name="findings.report.begin"),
    path("<ref:ref>/report/section/<slug:key>/", report.section, name="findings.report.section"),
    path("<ref:ref>/report/preview/", report.preview, name="findings.report.preview"),
    path("<ref:ref>/report/read/<int:order>/", report.read, name="findings.report.read"),
    path("<ref:ref>/report/build/", report.build, name="findings.report.build"),
    path("<ref:ref>/report/download/<int:pk>/", report.download, name="findings.report.download"),
    path("<ref:ref>/report/check/<slug:key>/", report.check, name="findings.report.check"),
    path("<ref:ref>/report/submit/", report.submit, name="findings.report.submit"),
    path("<ref:ref>/report/sign_off/", report.sign_off, name="findings.report.sign_off"),
    path("<ref:ref>/report/send_back/", report.send_back, name="findings.report.send_back"),
    path("<ref:ref>/report/publish/", report.publish, name="findings.report.publish"),
    path("<ref:ref>/report/withhold/", report.withhold, name="findings.report.withhold"),
    path("<ref:ref>/leftover/", leftover.list, name="findings.leftover.list"),
    path("<ref:ref>/leftover/<int:place>/decide/", leftover.decide, name="findings.leftover.decide"),
    path("<ref:ref>/leftover/<int:pk>/undo/", leftover.undo, name="findings.leftover.undo"),
    path("<ref:ref>/recommendation/", recommendation.list, name="findings.recommendation.list"),
    path("<ref:ref>/recommendation/new/", recommendation.new, name="findings.recommendation.new"),
    path("<ref:ref>/recommendation/<int:number>/edit/", recommendation.edit, name="findings.recommendation.edit"),
    path("recommendation/<int:pk>/", recommendation.show, name="findings.recommendation.show"),
    path("recommendation/<int:pk>/respond/", recommendation.respond, name="findings.recommendation.respond"),
    path("recommendation/<int:pk>/action/new/", action.new, name="findings.action.new"),
    path("action/<int:pk>/", action.show, name="findings.action.show"),
    path("action/<int:pk>/progress/", action.progress, name="findings.action.progress"),
    path("action/<int:pk>/evidence/<int:update>/", action.evidence, name="findings.action.evidence"),
    path("action/<int:pk>/assure/", action.assure, name="findings.action.assure"),
    path("action/<int:pk>/reopen/", action.reopen, name="findings.action.reopen"),
    path("action/<int:pk>/impact/", action.impact, name="findings.action.impact"),
]
