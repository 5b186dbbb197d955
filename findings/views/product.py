"""Learning products: what they say, what stands between them and their release, and what was released."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from findings.anonymise.jigsaw import KINDS
from findings.forms.jigsaw import JudgementForm
from findings.forms.product import PartForm, QuizForm, SettleForm
from findings.jigsaw import PREFIX
from findings.lifecycle import may_go_out
from findings.models import Product, ProductFile, Report
from findings.product_drafts import PARTS
from findings.product_files import FORMATS
from findings.product_text import Gate, made, stand_outs
from findings.services import product as verbs
from findings.services.product import AFTER
from findings.views import report as reports
from reviews.forms.reason import ReasonForm
from reviews.models import Review
from reviews.views.review import visible
from scr_portal.lib import docx
from scr_portal.lib.pages import attempt, done, once, page, refused
from scr_portal.lib.papers import filename
from scr_portal.lib.records import Refused

SHOW = "findings.product.show"
MOVED = "The text changed meanwhile. Nothing was decided; look at the list again."


def of_review(request: HttpRequest, ref: str, kind: str, action: str) -> tuple[Review, Product]:
    """The review of the address and its product of one kind, if the person may do `action`."""
    review = visible(request, ref, action)
    rows = Product.objects.select_related("report__publication", "checked_by")
    found: Product = get_object_or_404(rows, report__review=review, kind=kind)
    found.report.review = review
    return review, found


@login_required
def list(request: HttpRequest, ref: str) -> HttpResponse:
    """The kinds of learning products, and how far each is."""
    review = visible(request, ref, "report.see")
    rows = Product.objects.visible_to(request.user).filter(report__review=review).prefetch_related("editions")
    begun = {product.kind: product for product in rows}
    context = {
        "kinds": [(kind, label, begun.get(kind)) for kind, label in Product.Kind.choices],
        "ready": review.stage in AFTER and Report.objects.filter(review=review).exists(),
    }
    return page(request, "findings/product/list.html", review=review, here="learning", **context)


@login_required
@require_POST
@once
def begin(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Begin one kind of product; its parts are filled from the anonymised report."""
    review, report = reports.of_review(request, ref, "report.write")
    if kind not in Product.Kind.values:
        raise Http404
    report.review = review
    sentence = "Begun: what the anonymised report says already stands in its parts. Shorten it and say it plainly."
    begun = partial(verbs.begin, by=request.user, report=report, kind=kind)
    return tried(request, begun, sentence, (SHOW, ref, kind), ("findings.product.list", ref))


@login_required
def show(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Where one product stands: parts, questions, anonymity, files, check and release, editions."""
    review, product = of_review(request, ref, kind, "report.see")
    gate = Gate.of(review)
    text = made(product, gate)
    files, decisions = verbs.latest_files(product), review.anonymity_decisions.of_learning()
    editions = [*product.editions.select_related("released_by")]
    context: dict[str, Any] = {
        "product": product,
        "parts": product.parts.all(),
        "text": text,
        "together": stand_outs(product, text, gate),
        "decisions": decisions.select_related("decided_by"),
        "files": [(ProductFile.Format(each).label, files.get(each)) for each in FORMATS[kind]],
        "build": product.builds.first(),
        "obstacles": verbs.obstacles(product, text.sha256, len(text.leftovers)) if text.sections else ["Nothing is written in it yet."],
        "waits": may_go_out(product),
        "wrote": request.user.pk in verbs.writers(product),
        "editions": editions,
        "out": any(each.withdrawn_on is None for each in editions),
        "jigsaw": PREFIX,
    }  # fmt: skip
    return page(request, "findings/product/show.html", review=review, here="learning", **context)


@login_required
def part(request: HttpRequest, ref: str, kind: str, key: str) -> HttpResponse:
    """Write one part."""
    review, product = of_review(request, ref, kind, "report.write")
    found = get_object_or_404(product.parts, key=key)
    found.product = product
    form = PartForm(request.POST or None, record=found)
    if request.method == "POST" and (
        kept := attempt(form, lambda: verbs.write(by=request.user, part=found, **form.cleaned_data))
    ):
        return done(request, written(kept.title, form.cleaned_data["text"], kept.text), SHOW, ref, kind)
    guidance = next((words for each, _, words in PARTS[kind] if each == key), "")
    context = {"form": form, "part": found, "product": product, "guidance": guidance}
    return page(request, "findings/product/part.html", review=review, here="learning", **context)


def written(title: str, typed: str, kept: str) -> str:
    """What happened, for the next page: whether names were put in their published form."""
    same = typed.split() == kept.split()
    return f"“{title}” saved." if same else f"“{title}” saved, with names and days put in their published form."


@login_required
def quiz(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Write the three questions to readers."""
    review, product = of_review(request, ref, kind, "report.write")
    form = QuizForm(request.POST or None, record=product)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.set_quiz(
            by=request.user, product=product, quiz=form.quiz, seen_version=form.cleaned_data["seen_version"]
        ),
    ):
        return done(request, "The questions are saved.", SHOW, ref, kind)
    return page(request, "findings/product/quiz.html", review=review, here="learning", form=form, product=product)


@login_required
@once
def settle(request: HttpRequest, ref: str, kind: str, place: int) -> HttpResponse:
    """Decide about the `place`-th undecided words; what was shown must still be there."""
    review, product = of_review(request, ref, kind, "report.anonymise")
    leftovers = made(product).leftovers
    if not 0 < place <= len(leftovers):
        return redirect(SHOW, ref, kind)
    leftover = leftovers[place - 1]
    form = SettleForm(request.POST or None, candidates=leftover.candidates)
    if request.method == "POST" and request.POST.get("context", "").split() != leftover.context.split():
        return refused(request, MOVED, SHOW, ref, kind)
    if request.method == "POST" and attempt(
        form, lambda: verbs.settle(by=request.user, product=product, leftover=leftover, **form.cleaned_data)
    ):
        return done(request, f"“{leftover.text}” is decided, for all learning products.", SHOW, ref, kind)
    context = {"leftover": leftover, "place": place, "total": len(leftovers), "product": product}
    return page(request, "findings/product/settle.html", review=review, here="learning", form=form, **context)


@login_required
@once
def judge(request: HttpRequest, ref: str, kind: str, place: int) -> HttpResponse:
    """Judge the `place`-th detail that identifies together with others; what was shown must still be there."""
    review, product = of_review(request, ref, kind, "report.anonymise")
    gate = Gate.of(review)
    found = stand_outs(product, made(product, gate), gate).details
    if not 0 < place <= len(found):
        return redirect(SHOW, ref, kind)
    like = found[place - 1].like
    _, why, blur = next(told for each, told in KINDS.items() if each == like.kind)
    form = JudgementForm(request.POST or None, blur=blur, pronouns=like.of_pronouns)
    if request.method == "POST" and request.POST.get("like") != like.key:
        return refused(request, MOVED, SHOW, ref, kind)
    if request.method == "POST" and attempt(
        form, lambda: verbs.judge(by=request.user, product=product, like=like, **form.judgement)
    ):
        return done(request, f"“{like.words}” is decided, for all learning products.", SHOW, ref, kind)
    context = {"like": like, "places": found[place - 1].places, "why": why, "place": place, "total": len(found)}
    return page(request, "findings/product/judge.html", review=review, here="learning", form=form, product=product, **context)  # fmt: skip


@login_required
@require_POST
def undo(request: HttpRequest, ref: str, kind: str, pk: int) -> HttpResponse:
    """Take a decision about learning products back."""
    review, product = of_review(request, ref, kind, "report.anonymise")
    found = get_object_or_404(review.anonymity_decisions.of_learning(), pk=pk)
    return tried(
        request,
        lambda: verbs.undo(by=request.user, product=product, decision=found),
        "Taken back.",
        (SHOW, ref, kind),
    )


@login_required
@require_POST
@once
def build(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Build the files and scan them; the result waits on the product's page."""
    _, product = of_review(request, ref, kind, "report.write")
    sentence = "The files are being built and scanned. This page shows how far it is."
    return tried(request, lambda: verbs.ask_build(by=request.user, product=product), sentence, (SHOW, ref, kind))


@login_required
def download(request: HttpRequest, ref: str, kind: str, file: int) -> FileResponse:
    """Download a built file before its release; this is recorded."""
    review, product = of_review(request, ref, kind, "report.see")
    found = get_object_or_404(product.files, pk=file)
    found.product = product
    verbs.downloaded(by=request.user, file=found)
    name = filename(f"{review.ref} {product.get_kind_display()}", found.format)
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=name)


@login_required
@once
def check(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Read all of it as it would be released, and record that it was checked."""
    review, product = of_review(request, ref, kind, "learning.check")
    form, gate = ReasonForm(request.POST or None, label="What did you look at?"), Gate.of(review)
    if request.method == "POST" and attempt(
        form, lambda: verbs.check_text(by=request.user, product=product, note=form.cleaned_data["reason"])
    ):
        return done(request, "Your check stands in the record.", SHOW, ref, kind)
    text = made(product, gate)
    context = {
        "product": product,
        "sections": [(title, docx.blocks(said)) for title, said in text.covered],
        "leftovers": len(text.leftovers),
        "unjudged": stand_outs(product, text, gate).unjudged,
    }
    return page(request, "findings/product/check.html", review=review, here="learning", form=form, **context)


@login_required
@once
def send_back(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Send a checked product back to be written."""
    review, product = of_review(request, ref, kind, "learning.check")
    form = ReasonForm(request.POST or None, label="What has to change?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.send_back(by=request.user, product=product, note=form.cleaned_data["reason"])
    ):
        return done(request, "Sent back. It can be written again.", SHOW, ref, kind)
    return page(request, "findings/product/send_back.html", review=review, here="learning", form=form, product=product)


@login_required
@require_POST
def release(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Release it, or say what stands in the way."""
    _, product = of_review(request, ref, kind, "report.publish")
    sentence = "Released. Say in the plan whom it reaches."
    return tried(request, lambda: verbs.release(by=request.user, product=product), sentence, (SHOW, ref, kind))


@login_required
@require_POST
def revise(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Write a new edition."""
    _, product = of_review(request, ref, kind, "report.write")
    sentence = "It can be written again. Readers keep what is out until you release the new edition."
    return tried(request, lambda: verbs.revise(by=request.user, product=product), sentence, (SHOW, ref, kind))


@login_required
@once
def withdraw(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Withdraw what is out."""
    review, product = of_review(request, ref, kind, "report.publish")
    form = ReasonForm(request.POST or None, label="Why is it withdrawn?")
    if request.method == "POST" and attempt(
        form, lambda: verbs.withdraw(by=request.user, product=product, why=form.cleaned_data["reason"])
    ):
        return done(request, "Withdrawn: nobody reads it here any more.", SHOW, ref, kind)
    return page(request, "findings/product/withdraw.html", review=review, here="learning", form=form, product=product)


def tried(
    request: HttpRequest, verb: Callable[[], Any], sentence: str, to: tuple[Any, ...], back: tuple[Any, ...] = ()
) -> HttpResponse:
    """Run a verb that has no form of its own, and go on with what came of it; `back` is where a refusal leads."""
    try:
        verb()
    except Refused as refusal:
        return refused(request, str(refusal), *(back or to))
    return done(request, sentence, *to)
