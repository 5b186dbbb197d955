"""The pages of the case and its governance. URL, name, view and template share one noun and one page."""

from __future__ import annotations

from django.urls import path, register_converter

from reviews.views import (
    advice,
    appointment,
    attendance,
    calendar,
    challenge,
    clock,
    criteria,
    decision,
    decision_record,
    event,
    letter,
    letterhead,
    line,
    meeting,
    notification,
    parallel,
    participation,
    person,
    plan,
    reader,
    referral,
    relation,
    release,
    restriction,
    review,
    stage,
    terms,
    vote,
    year,
)


class RefConverter:
    """A reference such as SCR-2026-004."""

    regex = r"[A-Z]{2,8}-\d{4}-\d{3,}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(RefConverter, "ref")

urlpatterns = [
    path("", review.list, name="reviews.review.list"),
    path("calendar/", calendar.show, name="reviews.calendar.show"),
    path("calendar/make/", calendar.make, name="reviews.calendar.make"),
    path("calendar/revoke/", calendar.revoke, name="reviews.calendar.revoke"),
    path("calendar/feed/", calendar.feed, name="reviews.calendar.feed"),
    path("year/", year.show, name="reviews.year.show"),
    path("referral/new/", referral.new, name="reviews.referral.new"),
    path("referral/<ref:ref>/", referral.show, name="reviews.referral.show"),
    path("referral/<ref:ref>/edit/", referral.edit, name="reviews.referral.edit"),
    path("referral/<ref:ref>/send/", referral.send, name="reviews.referral.send"),
    path("referral/<ref:ref>/screen/", referral.screen, name="reviews.referral.screen"),
    path("<ref:ref>/criteria/", criteria.list, name="reviews.criteria.list"),
    path("<ref:ref>/criteria/<slug:key>/edit/", criteria.edit, name="reviews.criteria.edit"),
    path("<ref:ref>/decision/recommend/", decision.recommend, name="reviews.decision.recommend"),
    path("<ref:ref>/decision/decide/", decision.decide, name="reviews.decision.decide"),
    path("<ref:ref>/decision/defer/", decision.defer, name="reviews.decision.defer"),
    path(
        "<ref:ref>/decision/<int:decision>/decision_record/sign/",
        decision_record.sign,
        name="reviews.decision_record.sign",
    ),
    path("<ref:ref>/decision_record/<int:pk>/", decision_record.show, name="reviews.decision_record.show"),
    path(
        "<ref:ref>/decision_record/<int:pk>/<slug:kind>/download/",
        decision_record.download,
        name="reviews.decision_record.download",
    ),
    path("<ref:ref>/decision/<int:decision>/challenge/new/", challenge.new, name="reviews.challenge.new"),
    path("<ref:ref>/challenge/<int:pk>/answer/", challenge.answer, name="reviews.challenge.answer"),
    path("<ref:ref>/advice/", advice.list, name="reviews.advice.list"),
    path("<ref:ref>/advice/new/", advice.new, name="reviews.advice.new"),
    path("<ref:ref>/meeting/", meeting.list, name="reviews.meeting.list"),
    path("<ref:ref>/meeting/new/", meeting.new, name="reviews.meeting.new"),
    path("<ref:ref>/meeting/<int:pk>/", meeting.show, name="reviews.meeting.show"),
    path("<ref:ref>/meeting/<int:pk>/edit/", meeting.edit, name="reviews.meeting.edit"),
    path("<ref:ref>/meeting/<int:pk>/minutes/", meeting.minutes, name="reviews.meeting.minutes"),
    path("<ref:ref>/meeting/<int:pk>/finish/", meeting.finish, name="reviews.meeting.finish"),
    path("<ref:ref>/meeting/<int:meeting>/attendance/new/", attendance.new, name="reviews.attendance.new"),
    path("<ref:ref>/attendance/<int:pk>/edit/", attendance.edit, name="reviews.attendance.edit"),
    path("<ref:ref>/meeting/<int:meeting>/vote/<slug:key>/cast/", vote.cast, name="reviews.vote.cast"),
    path("<ref:ref>/letter/", letter.list, name="reviews.letter.list"),
    path("<ref:ref>/letter/new/", letter.new, name="reviews.letter.new"),
    path("<ref:ref>/letter/<int:pk>/", letter.show, name="reviews.letter.show"),
    path("<ref:ref>/letter/<int:pk>/edit/", letter.edit, name="reviews.letter.edit"),
    path("<ref:ref>/letter/<int:pk>/send/", letter.send, name="reviews.letter.send"),
    path("<ref:ref>/letter/<int:pk>/<slug:kind>/download/", letter.download, name="reviews.letter.download"),
    path("letterhead/", letterhead.list, name="reviews.letterhead.list"),
    path("letterhead/new/", letterhead.new, name="reviews.letterhead.new"),
    path("letterhead/usual/", letterhead.usual, name="reviews.letterhead.usual"),
    path("letterhead/<int:pk>/retire/", letterhead.retire, name="reviews.letterhead.retire"),
    path("letterhead/<int:pk>/download/", letterhead.download, name="reviews.letterhead.download"),
    path("<ref:ref>/terms/", terms.show, name="reviews.terms.show"),
    path("<ref:ref>/terms/edit/", terms.edit, name="reviews.terms.edit"),
    path("<ref:ref>/terms/issue/", terms.issue, name="reviews.terms.issue"),
    path("<ref:ref>/terms/compare/", terms.compare, name="reviews.terms.compare"),
    path("<ref:ref>/terms/<int:number>/version/", terms.version, name="reviews.terms.version"),
    path("<ref:ref>/terms/<int:number>/sign/", terms.sign, name="reviews.terms.sign"),
    path("<ref:ref>/participation/new/", participation.new, name="reviews.participation.new"),
    path("<ref:ref>/participation/<int:pk>/edit/", participation.edit, name="reviews.participation.edit"),
    path("<ref:ref>/line/new/", line.new, name="reviews.line.new"),
    path("<ref:ref>/line/<int:number>/edit/", line.edit, name="reviews.line.edit"),
    path("<ref:ref>/line/<int:number>/remove/", line.remove, name="reviews.line.remove"),
    path("<ref:ref>/appointment/new/", appointment.new, name="reviews.appointment.new"),
    path("<ref:ref>/appointment/<int:pk>/end/", appointment.end, name="reviews.appointment.end"),
    path("<ref:ref>/person/", person.list, name="reviews.person.list"),
    path("<ref:ref>/person/new/", person.new, name="reviews.person.new"),
    path("<ref:ref>/person/<int:pk>/edit/", person.edit, name="reviews.person.edit"),
    path("<ref:ref>/relation/", relation.list, name="reviews.relation.list"),
    path("<ref:ref>/relation/new/", relation.new, name="reviews.relation.new"),
    path("<ref:ref>/relation/<int:pk>/edit/", relation.edit, name="reviews.relation.edit"),
    path("<ref:ref>/stage/", stage.show, name="reviews.stage.show"),
    path("<ref:ref>/stage/plan/", stage.plan, name="reviews.stage.plan"),
    path("<ref:ref>/stage/<slug:verb>/move/", stage.move, name="reviews.stage.move"),
    path("<ref:ref>/clock/", clock.list, name="reviews.clock.list"),
    path("<ref:ref>/clock/<slug:event>/date/", clock.date, name="reviews.clock.date"),
    path("<ref:ref>/clock/<slug:key>/slip/", clock.slip, name="reviews.clock.slip"),
    path("<ref:ref>/plan/", plan.show, name="reviews.plan.show"),
    path("<ref:ref>/plan/<slug:key>/tick/", plan.tick, name="reviews.plan.tick"),
    path("<ref:ref>/plan/<slug:key>/untick/", plan.untick, name="reviews.plan.untick"),
    path("<ref:ref>/notification/edit/", notification.edit, name="reviews.notification.edit"),
    path("<ref:ref>/parallel/new/", parallel.new, name="reviews.parallel.new"),
    path("<ref:ref>/parallel/<int:pk>/edit/", parallel.edit, name="reviews.parallel.edit"),
    path("<ref:ref>/restriction/", restriction.list, name="reviews.restriction.list"),
    path("<ref:ref>/parallel/<int:process>/restriction/new/", restriction.new, name="reviews.restriction.new"),
    path("<ref:ref>/restriction/<int:pk>/lift/", restriction.lift, name="reviews.restriction.lift"),
    path("event/of_board/", event.of_board, name="reviews.event.of_board"),
    path("<ref:ref>/reader/", reader.list, name="reviews.reader.list"),
    path("<ref:ref>/release/withdraw/", release.withdraw, name="reviews.release.withdraw"),
    path("<ref:ref>/event/", event.list, name="reviews.event.list"),
]
