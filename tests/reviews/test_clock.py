"""Clocks on the page: the board's own lengths never hide the law's, corrections move what they start, feeds tell no facts."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.utils import timezone

from reviews.models import Board, Decision, Milestone, Review
from reviews.services import calendar, milestone, stage
from reviews.services.milestone import running_clocks
from scr_portal.lib.records import Refused
from tests import make

TODAY = timezone.localdate()


def clock(review: Review, key: str) -> milestone.RunningClock:
    fresh = Review.objects.select_related("board").get(pk=review.pk)
    return next(each for each in running_clocks(fresh, TODAY) if each.rule.key == key)


def shown(client: Any, address: str) -> str:
    return unescape(client.get(address).content.decode())


def test_a_boards_own_length_counts_and_says_so_wherever_the_clock_shows(board: make.World, signed_in: Any) -> None:
    review = make.review(board, rule_set=make.ADULT, stage="screening")
    Milestone.objects.filter(review=review).update(happened_on=TODAY)
    local = next(each.rule for each in running_clocks(review, TODAY) if each.rule.overridable)
    own = {make.ADULT: {local.key: {"length": 3, "unit": "days"}}}
    Board.objects.filter(pk=board.board.pk).update(clock_lengths=own)
    assert clock(review, local.key).due == TODAY + timedelta(days=3)
    said = f"The board’s own length: 3 calendar days instead of {local.length}"
    client = signed_in(board.manager)
    for page in ("clock/", ""):
        assert said in shown(client, f"/reviews/{review.ref}/{page}"), page
    assert said in shown(client, "/reviews/")
    assert f"({said}" in shown(client, "/reviews/calendar/feed/").replace("\r\n ", "").replace("\\", "")


def test_a_length_for_a_clock_of_the_law_counts_for_nothing(board: make.World) -> None:
    review = make.review(board, stage="screening")
    milestone.correct(by=board.manager, review=review, event="became_aware", on=TODAY, note="n")
    before = clock(review, "notification")
    Board.objects.update(clock_lengths={make.CHILD: {"notification": {"length": 90, "unit": "days"}}})
    assert (clock(review, "notification").due, clock(review, "notification").own) == (before.due, "")


def test_a_corrected_trigger_moves_its_clock_and_the_old_date_stays_on_the_page(
    board: make.World, signed_in: Any
) -> None:
    review = make.review(board, stage="screening")
    for on, note in ((date(2026, 6, 8), "Letter."), (date(2026, 6, 10), "The log says the 10th.")):
        milestone.correct(by=board.manager, review=review, event="became_aware", on=on, note=note)
    assert clock(review, "notification").due == date(2026, 6, 17)
    page = shown(signed_in(board.panel), f"/reviews/{review.ref}/clock/")
    assert "Was 8 June 2026 until Tom Brennan corrected it" in page
    assert "Wednesday 17 June 2026" in page
    assert "Not counted: weekend" in page
    assert review.events.filter(verb="milestone.dated").count() == 2


def test_a_slip_stands_beside_the_rules_own_date_with_its_reason_and_approver(
    board: make.World, signed_in: Any
) -> None:
    review = make.review(board, stage="screening")
    milestone.correct(by=board.manager, review=review, event="became_aware", on=date(2026, 6, 8), note="n")
    with pytest.raises(Refused, match="enter a later day"):
        milestone.slip(
            by=board.manager,
            review=review,
            clock="notification",
            new_due_on=date(2026, 6, 15),
            reason="r",
            approver="a",
        )
    said = {"new_due_on": "22/6/2026", "reason": "No signal.", "approver": "Ruth Amankwah, independent chair"}
    address = f"/reviews/{review.ref}/clock/notification/slip/"
    assert signed_in(board.manager).post(address, said).status_code == 302
    page = shown(signed_in(board.auditor), f"/reviews/{review.ref}/clock/")
    for words in (
        "Moved to 22 June 2026",
        "By its rule it was due on 15 June 2026",
        "Approved by Ruth Amankwah, independent chair",
        "Tom Brennan",
        "No signal.",
    ):
        assert words in page
    client, moved = signed_in(board.manager), "Moved: by its rule it was due on Monday 15 June 2026."
    for address in (f"/reviews/{review.ref}/", "/reviews/", "/reviews/calendar/feed/"):
        assert moved in shown(client, address).replace("\r\n ", ""), address


@pytest.mark.parametrize(
    ("first", "then"), [("became_aware", "notified"), ("rapid_review_sent", "panel_replied"), ("draft_shared", "challenge_closed")]
)  # fmt: skip
def test_dates_that_cannot_both_be_right_are_refused_whichever_comes_last(
    board: make.World, signed_in: Any, first: str, then: str
) -> None:
    review, client = make.review(board, stage="screening"), signed_in(board.manager)
    milestone.correct(by=board.manager, review=review, event=first, on=date(2026, 6, 10), note="n")
    address = f"/reviews/{review.ref}/clock/{then}/date/"
    answer = client.post(address, {"on": "8/6/2026", "note": "From the log."})
    assert answer.status_code == 422
    assert "check both dates" in unescape(answer.content.decode())
    assert "From the log." in answer.content.decode()
    assert client.post(address, {"on": "10/6/2026", "note": "From the log."}).status_code == 302
    with pytest.raises(Refused, match="check both dates"):
        milestone.correct(by=board.manager, review=review, event=first, on=date(2026, 6, 11), note="n")


def test_a_clock_that_does_not_run_is_not_moved(board: make.World) -> None:
    review = make.review(board, stage="screening")
    for clock in ("notification", "no-such-clock"):
        with pytest.raises(Refused, match="does not run"):
            milestone.slip(
                by=board.manager, review=review, clock=clock, new_due_on=date(2030, 6, 3), reason="r", approver="a"
            )


def test_a_planned_publication_starts_what_is_counted_back_from_it(board: make.World) -> None:
    review = make.review(board)
    said = {"outcome": "lcspr", "recommended_outcome": "lcspr", "decided_on": TODAY}
    Decision.objects.create(review=review, recommended_by=board.manager, decided_by=board.chair, **said)
    assert [each for each in running_clocks(review, TODAY) if each.rule.counts == "before"] == []
    stage.plan(by=board.manager, review=review, days={"monitoring": date(2030, 6, 14)})
    back = [each for each in running_clocks(review, TODAY) if each.rule.counts == "before"]
    assert back
    assert all(each.due < date(2030, 6, 14) for each in back)


def test_the_admin_offers_local_clocks_and_labels_and_no_clock_of_the_law(board: make.World, rf: Any) -> None:
    kept = board.board
    kept.regimes = [make.ADULT, make.CHILD]
    kept.save()
    site, request = admin.site._registry[Board], rf.get("/")
    form = site.get_form(request, kept, change=True)
    lengths = {name.split("~")[2] for name in form.base_fields if "~length~" in name}
    rules = [review.rules for review in (make.review(board), make.review(board, rule_set=make.ADULT, number=2))]
    assert lengths == {each.key for known in rules for each in known.clocks if each.overridable}
    assert "notification" not in lengths
    fields = {name for _, part in site.get_fieldsets(request, kept) for name in part["fields"]}
    assert fields == set(form.base_fields)
    said = {"name": "Harrowdale", "short_name": "H", "area": "A", "regimes": f'["{make.ADULT}"]'}
    said |= {"days_become": "month_year", "ages_in_years": "decide", "legend_blue_label": "Complete"}
    counted = ["remind_before", "late_to_lead", "late_to_sponsor", "late_to_chair", "due_soon_days", "quiet_days"]
    counted += ["recommendations_advised", "response_days", "escalation_days", "year_begins"]
    said |= dict.fromkeys(counted, "5") | {"plan_columns": kept.plan_columns}
    name = next(name for name in form.base_fields if "~length~" in name)
    sent = form({**said, name: 9, f"{make.ADULT}~label~stage:collection": "Waiting for agencies"}, instance=kept)
    assert sent.is_valid(), sent.errors
    sent.save()
    stamp, _, key = name.split("~")
    assert kept.clock_lengths[stamp][key]["length"] == 9
    review = Review.objects.get(rule_set=make.ADULT)
    assert review.rules.stage("collection").label == "Waiting for agencies"
    assert form(instance=kept)[name].value() == 9
    assert kept.rag_legend == {"blue": {"label": "Complete"}}
    assert form(instance=kept)["legend_blue_label"].value() == "Complete"
    assert (kept.legend["blue"].label, kept.legend["red"].label) == ("Complete", "Red")


def test_a_feed_tells_references_and_clocks_of_ones_own_reviews_and_nothing_else(
    board: make.World, signed_in: Any, client: Any
) -> None:
    review = make.review(board, stage="screening", title="Child Whatever")
    make.subject(board, review)
    milestone.correct(by=board.manager, review=review, event="became_aware", on=TODAY, note="n")
    page = signed_in(board.manager)
    page.post("/reviews/calendar/make/")
    once = shown(page, "/reviews/calendar/")
    key = once.split("?key=")[1].split('"')[0]
    assert "?key=" not in shown(page, "/reviews/calendar/")
    feed = f"/reviews/calendar/feed/?key={key}"
    said = client.get(feed).content.decode().replace("\r\n ", "")
    assert f"SUMMARY:{review.ref}: Serious incident notified" in said
    assert [word for word in ("Whatever", "Amara", "Okafor", "Tom", "Harrowdale") if word in said] == []
    assert key not in str(list(board.manager.calendar_links.values()))
    page.post("/reviews/calendar/make/")
    assert client.get(feed).status_code == 404
    assert client.get("/reviews/calendar/feed/?key=guess").status_code == 404
    mine = calendar.make(by=board.panel, board=board.board)
    assert review.ref in client.get(f"/reviews/calendar/feed/?key={mine}").content.decode()
    board.panel.is_active = False
    board.panel.save()
    assert client.get(f"/reviews/calendar/feed/?key={mine}").status_code == 404


def test_a_link_opens_nothing_after_it_was_ended_or_its_person_left_the_review(board: make.World, client: Any) -> None:
    review = make.review(board, stage="screening")
    milestone.correct(by=board.manager, review=review, event="became_aware", on=TODAY, note="n")
    key = calendar.make(by=board.panel, board=board.board)
    address = f"/reviews/calendar/feed/?key={key}"
    assert review.ref in client.get(address).content.decode()
    review.grants.filter(user=board.panel).delete()
    assert review.ref not in client.get(address).content.decode()
    calendar.revoke(by=board.panel, board=board.board)
    assert client.get(address).status_code == 404
