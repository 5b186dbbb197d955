"""Work that is done off the request: building and scanning the report's files, comparing entries, looking for people in them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from celery import shared_task
from django.contrib.auth import get_user_model
from django.utils import timezone

from agencies.lifecycle import RequestStatus
from agencies.models import Request
from findings import annual_paper, product_files, product_text
from findings.annual_sayings import Sayings
from findings.board_paper import Composer, registers
from findings.board_paper import scan as scan_pack
from findings.dashboard import Plan
from findings.models import AnnualBuild, BoardPack, BuiltReport, PlanFile, Product, ProductBuild, ProductFile, Report
from findings.plan_lifecycle import PlanFileStatus
from findings.product_text import Gate
from findings.report_files import composed, made_into, scan, wanted
from findings.services import (
    action_reminder,
    agency_response_reminder,
    naming,
    policy_reminder,
    practice_reminder,
    publication_reminder,
    same_event,
    statement_reminder,
)
from findings.services import annual_report as annuals
from findings.services import board_pack as packs
from findings.services import product as products
from findings.services import report as verbs
from findings.services import report_build as progress
from findings.services.anonymity import anonymised
from reviews.access import allowed
from reviews.models import Review
from reviews.stages import Stage
from reviews.workflow import MoveRefused
from scr_portal.lib.papers import file, kept


@shared_task
def build_report(report_pk: int, user_pk: int, build_pk: int | None = None) -> None:
    """Build the files of a report's anonymised text, scan each, and keep them, once for each build that was asked for.

    `build_pk` names the row that tells a page how far it is.
    """
    if not progress.wanted(build_pk):
        return
    report = Report.objects.select_related("review__board").get(pk=report_pk)
    by = get_user_model().objects.get(pk=user_pk)
    with progress.told(build_pk) as doing:
        made = anonymised(report)
        document, kinds, scanned = composed(report, made), wanted(made), {}
        for number, kind in enumerate(kinds):
            label = BuiltReport.Format(kind).label
            doing(f"Building: {label}", 2 * number, 2 * len(kinds))
            content = made_into(kind, document)
            doing(f"Scanning: {label}", 2 * number + 1, 2 * len(kinds))
            scanned[kind] = (content, scan(report, kind, content))
        verbs.built_and_scanned(by=by, report=report, files=scanned, text=made.sha256, build=build_pk)


@shared_task
def build_product(product_pk: int, user_pk: int, build_pk: int | None = None) -> None:
    """Build the files of a learning product, scan each, and keep them, once for each build that was asked for."""
    if not progress.wanted(build_pk, ProductBuild):
        return
    product = Product.objects.select_related("report__review__board").get(pk=product_pk)
    by = get_user_model().objects.get(pk=user_pk)
    with progress.told(build_pk, ProductBuild) as doing:
        gate = Gate.of(product.review)
        text = product_text.made(product, gate)
        document, kinds, scanned = product_files.composed(product, text), product_files.FORMATS[product.kind], {}
        for number, kind in enumerate(kinds):
            doing(f"Building and scanning: {ProductFile.Format(kind).label}", number, len(kinds))
            content = product_files.made_into(kind, document)
            scanned[kind] = (content, product_files.scan(product, kind, content, gate))
        products.built(by=by, product=product, files=scanned, text=text.sha256, build=build_pk)


@shared_task
def look_for_same_events(review_pk: int, user_pk: int, asked_at: str) -> None:
    """Compare the entries of a review and keep what may be the same event, once for each time that it is asked for.

    `asked_at`: when that was, as ISO text.
    """
    by = get_user_model().objects.get(pk=user_pk)
    review = Review.objects.select_related("board").get(pk=review_pk)
    same_event.look(by=by, review=review, asked_at=datetime.fromisoformat(asked_at))


@shared_task
def remind_of_take_downs() -> int:
    """Remind whoever publishes of reports whose day to be taken down is near or past; safe to run as often as one likes."""
    return publication_reminder.remind_all()


@shared_task
def remind_of_actions() -> int:
    """Remind owners of actions, and tell those further up which are late; safe to run as often as one likes."""
    return action_reminder.remind_all()


@shared_task
def remind_of_answers() -> int:
    """Remind agencies of the recommendations that they have not answered; safe to run as often as one likes."""
    return agency_response_reminder.remind_all()


@shared_task
def remind_of_statements() -> int:
    """Remind members of the statements that they were asked for; safe to run as often as one likes."""
    return statement_reminder.remind_all()


@shared_task
def remind_of_policies() -> int:
    """Remind of policies that are due for review; safe to run as often as one likes."""
    return policy_reminder.remind_all()


@shared_task
def ask_what_changed() -> int:
    """Ask the agencies that came to training what they do differently; safe to run as often as one likes."""
    return practice_reminder.remind_all()


@shared_task
def read_plan(plan_pk: int, user_pk: int) -> None:
    """Read an action plan that was handed in. Safe to run twice: who comes second finds it read, and leaves it as it is.

    That of somebody who may set actions no more is left as well: it waits for a colleague.
    """
    from findings.services.plan_reading import read_kept  # The verbs hand out tasks: each would import the other.

    plan = PlanFile.objects.select_related("review__board").get(pk=plan_pk)
    by = get_user_model().objects.get(pk=user_pk)
    if plan.status == PlanFileStatus.READING and allowed(by, "action.set", plan.review):
        with suppress(MoveRefused):
            read_kept(by=by, plan=plan)


@shared_task
def read_stopped() -> int:
    """Have plans read of which no worker was told, or whose worker was killed; gives how many. Safe to run twice.

    Those that wait for a colleague of whoever handed them in are left to them.
    """
    waiting = (
        PlanFile.objects.filter(status=PlanFileStatus.READING).defer("parsed").select_related("uploaded_by", "review")
    )
    stopped = [each for each in waiting if each.stopped and allowed(each.uploaded_by, "action.set", each.review)]
    for plan in stopped:
        read_plan.delay(plan.pk, plan.uploaded_by_id)
    return len(stopped)


@shared_task
def recognise(review_pk: int) -> None:
    """Look for the people of the register in the returns of a review, where it was not done yet; safe to run twice."""
    returned = Request.objects.filter(review=review_pk, status=RequestStatus.RETURNED)
    for request in returned.select_related("review__board", "agency"):
        naming.recognise(request=request)


@shared_task
def recognise_all() -> None:
    """The same in all reviews that are not closed: what was left undone, because nobody could be found to do it."""
    for review in Review.objects.exclude(stage=Stage.CLOSED).values_list("pk", flat=True):
        recognise(review)


@shared_task
def make_board_pack(pack_pk: int) -> None:
    """Make a board's pack as Word and PDF, scan both, and keep them, once for each that was asked for."""
    if not progress.wanted(pack_pk, BoardPack):
        return
    pack = BoardPack.objects.select_related("board", "asked_by").get(pk=pack_pk)
    by, board = pack.asked_by, pack.board
    with progress.told(pack_pk, BoardPack) as doing:
        doing("Reading the plan", 0, 5)
        composer = Composer(board, Plan.of(by, board, timezone.localdate(), pack.since), pack.worded)
        paper = composer.paper()
        people = registers(board, [*composer.named.values()])
        files, found = {}, []
        for number, (kind, label) in enumerate(BoardPack.KINDS.items()):
            doing(f"Building: {label}", 1 + 2 * number, 5)
            files[kind] = file(paper, kind)
            doing(f"Scanning: {label}", 2 + 2 * number, 5)
            found += scan_pack(board, people, kind, files[kind])
        packs.keep(by=by, pack=pack, files=files, suspicions=found)


@shared_task
def make_annual_report(build_pk: int) -> None:
    """Make a yearly report, and as Word and PDF where no word waits for a decision; scan both; once for each that was asked for."""
    if not progress.wanted(build_pk, AnnualBuild):
        return
    build = AnnualBuild.objects.select_related("report__board", "asked_by").get(pk=build_pk)
    with progress.told(build_pk, AnnualBuild) as doing:
        doing("Reading the record of the year", 0, 5)
        sayings, files, found = Sayings.of(build.board), {}, []
        paper = annual_paper.paper(build.report, sayings)
        for number, (kind, label) in enumerate(() if sayings.left else AnnualBuild.KINDS.items()):
            doing(f"Building: {label}", 1 + 2 * number, 5)
            files[kind] = file(paper, kind)
            doing(f"Scanning: {label}", 2 + 2 * number, 5)
            found += sayings.found_in(kind, files[kind])
        annuals.keep(
            by=build.asked_by, build=build, content=kept(paper), left=sayings.left, files=files, suspicions=found
        )
