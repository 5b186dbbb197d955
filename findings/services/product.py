"""Learning products: begun from the report, written, decided, checked by a second person, released, withdrawn."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from findings.anonymise import find
from findings.anonymise.edition import edition as rules
from findings.jigsaw import PREFIX, Like
from findings.lifecycle import PRODUCT_LIFECYCLE, ProductStatus
from findings.models import AnonymityDecision, Edition, Product, ProductBuild, ProductFile, ProductPart, Report
from findings.models.report import LEARNING
from findings.product_drafts import draft, source
from findings.product_files import FORMATS
from findings.product_text import Gate, made
from findings.services import report_build as progress
from findings.services.anonymity import Leftover, register
from reviews.access import check
from reviews.models import Review
from reviews.services.events import record
from reviews.stages import Stage
from scr_portal.lib.later import later
from scr_portal.lib.records import Refused, changed, locked

Choice = AnonymityDecision.Choice
# From here on the report's text stands: learning is made from it.
AFTER = (Stage.PUBLICATION, Stage.MONITORING, Stage.CLOSED)


@transaction.atomic
def begin(*, by: Any, report: Report, kind: str) -> Product:
    """Begin a product of one kind; its parts say what the anonymised report says already."""
    check(by, "report.write", report.review)
    if report.review.stage not in AFTER:
        raise Refused("Learning is written from the report that was signed off: have it signed off first.")
    locked(report)
    if report.products.filter(kind=kind).exists():
        raise Refused("It has been begun already.")
    found = Product.objects.create(report=report, kind=kind, begun_by=by)
    for order, (key, title, text) in enumerate(draft(kind, source(report)), start=1):
        ProductPart.objects.create(product=found, key=key, title=title, order=order, text=text, written_by=by)
    record(by, "product.begun", found, facts={"kind": kind})
    return found


def writable(by: Any, product: Product, action: str = "report.write") -> Product:
    """The product, locked while it can be written, or Refused with why not."""
    check(by, action, product.review)
    found = locked(product)
    if found.status != ProductStatus.DRAFT:
        raise Refused("It is not being written now. Have it sent back, or begin a new edition, before you change it.")
    return found


@transaction.atomic
def write(*, by: Any, part: ProductPart, text: str, seen_version: int | None = None) -> ProductPart:
    """Write one part. Names of the register never enter: they stand in their published form at once."""
    writable(by, part.product)
    said = Gate.of(part.review).sure(text.replace("\r\n", "\n").strip())
    found, differing = changed(part, {"text": said, "written_by": by}, seen_version=seen_version, by=by)
    facts = {"part": found.key, "words": len(said.split()), "changed": "text" in differing}
    record(by, "product.part_written", found, facts=facts)
    return found


@transaction.atomic
def set_quiz(*, by: Any, product: Product, quiz: list[dict[str, Any]], seen_version: int | None = None) -> Product:
    """Set the questions to readers: {question, answers, right (the place of the right answer)} each."""
    writable(by, product)
    gate = Gate.of(product.review)
    said = [
        {**each, "question": gate.sure(each["question"]), "answers": [gate.sure(answer) for answer in each["answers"]]}
        for each in quiz
    ]
    found, _ = changed(product, {"quiz": said, "quiz_by": by}, seen_version=seen_version, by=by)
    record(by, "product.quiz_written", found, facts={"questions": len(said)})
    return found


@transaction.atomic
def settle(
    *, by: Any, product: Product, leftover: Leftover, choice: str, replacement: str, reason: str = ""
) -> AnonymityDecision:
    """Decide what stands for words of a learning product, wherever its review's products say them."""
    writable(by, product, "report.anonymise")
    if choice == Choice.REPLACE and not replacement.strip():
        raise Refused("Say what should stand in its place.")
    kept = decided(by, product.review, leftover.text, leftover.span.kind, choice, replacement, reason)
    record(by, "product.decided", kept, why=reason, facts={"choice": choice, "kind": kept.kind})
    return kept


@transaction.atomic
def judge(*, by: Any, product: Product, like: Like, choice: str, replacement: str, reason: str) -> AnonymityDecision:
    """Judge one detail in the review's learning products: it stays with a reason, is put in other words, or taken out."""
    writable(by, product, "report.anonymise")
    if choice == Choice.KEEP and not reason.strip():
        raise Refused("Say why this may stay.")
    if choice == Choice.REPLACE and like.of_pronouns:
        raise Refused(
            "Pronouns cannot be put in other words one by one: write the part anew, or say why they may stay."
        )
    kept = decided(by, product.review, like.words, f"{PREFIX}{like.kind}", choice, replacement, reason)
    record(by, "product.detail_judged", kept, why=reason, facts={"choice": choice, "kind": like.kind})
    return kept


def decided(
    by: Any, review: Review, text: str, kind: str, choice: str, replacement: str, reason: str
) -> AnonymityDecision:
    """Keep one decision for what is made from the report, within the verb that calls this."""
    if choice == Choice.REPLACE and find(register(review), replacement):
        raise Refused("What you want to put there names or identifies somebody itself: choose other words.")
    if len(text) > 300:
        raise Refused("That is too long to be decided about as one detail: shorten the passage.")
    return AnonymityDecision.objects.create(
        review=review, section=LEARNING, text=text, kind=kind, choice=choice, replacement=replacement,
        reason=reason, decided_by=by,
    )  # fmt: skip


@transaction.atomic
def undo(*, by: Any, product: Product, decision: AnonymityDecision) -> AnonymityDecision:
    """Take a decision about learning products back."""
    writable(by, product, "report.anonymise")
    found, _ = changed(decision, {"undone": True}, by=by)
    record(by, "product.undecided", found, facts={"kind": found.kind})
    return found


@transaction.atomic
def ask_build(*, by: Any, product: Product) -> ProductBuild:
    """Have the files built and scanned once this stands. Raises Refused while that is under way already."""
    check(by, "report.write", product.review)
    locked(product)
    last = product.builds.first()
    if last is not None and last.running:
        raise Refused("The files are being built already. This page shows how far it is.")
    begun = ProductBuild.objects.create(product=product, asked_by=by)
    record(by, "product.build_asked", product)
    later("findings.tasks.build_product", product.pk, by.pk, begun.pk)
    return begun


@transaction.atomic
def built(
    *,
    by: Any,
    product: Product,
    files: dict[str, tuple[bytes, list[dict[str, Any]]]],
    text: str,
    build: int | None = None,
) -> None:
    """Keep built files: format → (content, what the scan of it found). `text` is the checksum of the text they hold.

    `build` is the key of the build that ends with this; where it had ended before, nothing is kept.
    """
    check(by, "report.write", product.review)
    if not progress.end(build, ProductBuild):
        return
    ruled = [
        {"text": row.text, "reason": row.reason, "by": str(row.decided_by), "on": row.changed_at.date().isoformat()}
        for row in product.review.anonymity_decisions.filter(undone=False, choice="keep").select_related("decided_by")
    ]
    facts = {}
    for kind, (content, suspicions) in files.items():
        digest = hashlib.sha256(content).hexdigest()
        kept = ProductFile(
            product=product, format=kind, sha256=digest, text_sha256=text, suspicions=suspicions, built_by=by,
            scan_rules=rules(), scan_decisions=ruled,
        )  # fmt: skip
        kept.file.save(f"{digest}.{kind}", ContentFile(content), save=False)
        kept.save()
        facts[kind] = {"sha256": digest, "suspicions": len(suspicions)}
    record(by, "product.built", product, facts=facts)


def latest_files(product: Product) -> dict[str, ProductFile]:
    """The file that was built last, by format."""
    return {each.format: each for each in product.files.order_by("pk")}


def obstacles(product: Product, sha256: str, left: int) -> list[str]:
    """Every sentence that stands between the text as it is and its release, but for the check and the publication."""
    found = [f"{left} places could identify somebody and are not decided yet."] if left else []
    files = latest_files(product)
    for kind in FORMATS[product.kind]:
        label, file = ProductFile.Format(kind).label, files.get(kind)
        if file is None or file.text_sha256 != sha256:
            found.append(f"The {label} file has not been built from the text as it stands.")
        elif file.suspicions:
            found.append(
                f"The scan of the {label} file found {len(file.suspicions)} places that could identify somebody."
            )
    return found


def clear(product: Product) -> Any:
    """The anonymised text of a product in whose way nothing stands. Raises Refused with the first obstacle."""
    text = made(product)
    if not text.sections:
        raise Refused("Nothing is written in it yet.")
    if found := obstacles(product, text.sha256, len(text.leftovers)):
        raise Refused(found[0])
    return text


def writers(product: Product) -> set[int]:
    """The keys of the people whose words the product holds."""
    return {*product.parts.values_list("written_by", flat=True), *filter(None, [product.quiz_by_id])}


@transaction.atomic
def check_text(*, by: Any, product: Product, note: str = "") -> Product:
    """A second person has read all of it and the scan of its files is clean. Whoever wrote in it cannot check it."""
    check(by, "learning.check", product.review)
    if by.pk in writers(product):
        raise Refused("You have written in it: somebody else has to check it.")
    found = PRODUCT_LIFECYCLE.advance(product, "check", by=by)
    text = clear(found)
    said = {"checked_by": by, "checked_on": timezone.localdate(), "checked_sha256": text.sha256}
    found, _ = changed(found, said, by=by)
    record(by, "product.checked", found, why=note, facts={"sha256": text.sha256})
    return found


@transaction.atomic
def send_back(*, by: Any, product: Product, note: str) -> Product:
    """Send a checked product back to be written."""
    found = PRODUCT_LIFECYCLE.advance(product, "send_back", by=by)
    found, _ = changed(found, {"checked_by": None, "checked_on": None, "checked_sha256": ""}, by=by, why=note)
    record(by, "product.sent_back", found, why=note)
    return found


@transaction.atomic
def release(*, by: Any, product: Product) -> Edition:
    """Release the checked text with its files as an edition of its own. Raises Refused with the first obstacle."""
    found = PRODUCT_LIFECYCLE.advance(product, "release", by=by)
    text = clear(found)
    if text.sha256 != found.checked_sha256:
        raise Refused("The text is not the one that was checked: have it sent back and checked again.")
    number = found.editions.count() + 1
    out = Edition.objects.create(
        product=found, number=number, content=[list(each) for each in text.sections], quiz=found.quiz,
        sha256=text.sha256, released_by=by, released_on=timezone.localdate(),
    )  # fmt: skip
    files = latest_files(found)
    for kind in FORMATS[found.kind]:
        files[kind].edition = out
        files[kind].save(update_fields=["edition"])
    record(by, "product.released", found, facts={"edition": number, **{kind: files[kind].sha256 for kind in files}})
    return out


@transaction.atomic
def revise(*, by: Any, product: Product) -> Product:
    """Write a new edition; readers keep the one that is out until the new one is released."""
    found = PRODUCT_LIFECYCLE.advance(product, "revise", by=by)
    found, _ = changed(found, {"checked_by": None, "checked_on": None, "checked_sha256": ""}, by=by)
    record(by, "product.revised", found)
    return found


@transaction.atomic
def withdraw(*, by: Any, product: Product, why: str) -> Product:
    """Withdraw a product: its editions are read no more."""
    check(by, "report.publish", product.review)
    found = called_in(by, product, why)
    record(by, "product.withdrawn", found, why=why)
    return found


def called_in(by: Any, product: Product, why: str) -> Product:
    """Withdraw every edition that is out, within the verb that calls this."""
    found = PRODUCT_LIFECYCLE.advance(product, "withdraw", by=by)
    for out in found.editions.filter(withdrawn_on__isnull=True):
        changed(out, {"withdrawn_on": timezone.localdate(), "withdrawn_why": why}, by=by)
    return found


def called_in_with(by: Any, report: Report, why: str) -> int:
    """Withdraw all that was made from a report that is taken down, within that verb; gives how many products."""
    out = Product.objects.filter(report=report, editions__withdrawn_on__isnull=True, editions__isnull=False).distinct()
    return len([called_in(by, product, why) for product in out])


@transaction.atomic
def downloaded(*, by: Any, file: ProductFile) -> ProductFile:
    """Keep on record that a built file was downloaded by somebody who works on it."""
    check(by, "report.see", file.review)
    record(by, "product.downloaded", file.product, facts={"format": file.format, "sha256": file.sha256})
    return file
