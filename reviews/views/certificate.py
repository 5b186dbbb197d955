"""Certificates of destruction."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reviews.models import DestructionCertificate
from reviews.models.events import SEALED, SUPPORT
from reviews.regimes.vocabulary import BASES
from reviews.services import destruction as verbs
from reviews.views.review import board_for
from scr_portal.lib.page_tags import day, moment
from scr_portal.lib.pages import page
from scr_portal.lib.papers import KINDS, Paper, facts, file, filename, table, words

NOT_COUNTED = (
    "What told of support for staff and of entries on hold was destroyed as well. It is not counted here, because who reads "
    "this may not learn whether there was any."
)


def certificate_of(request: HttpRequest, pk: int) -> DestructionCertificate:
    """The certificate of the address, of the person's board."""
    board = board_for(request, "retention.see")
    found: DestructionCertificate = get_object_or_404(
        board.certificates.select_related("board", "decided_by", "confirmed_by"), pk=pk
    )
    return found


def heads(certificate: DestructionCertificate) -> list[str]:
    """Where the chains ended of which everybody may know who reads certificates."""
    return [head for head in certificate.heads if SUPPORT not in head and not head.split(":")[0].endswith(SEALED)]


def said(certificate: DestructionCertificate) -> list[tuple[str, str]]:
    """What it says, each with its name before it; the page and the paper say the same."""
    found, years = certificate, certificate.years
    backups = (
        f"Until {day(found.backups_until)}" if found.backups_until else "As long as the operator keeps them: ask for it"
    )
    return [
        (
            "Case",
            f"{found.review_ref}{f', referral {found.referral_ref}' if found.referral_ref not in {'', found.review_ref} else ''}",
        ),
        ("Rule set", found.rule_set or "None"),
        ("Kind and outcome", found.label),
        ("Period", f"{years} year{'' if years == 1 else 's'} from {day(found.counted_from)}, to {day(found.due_on)}"),
        ("Basis and source", f"{BASES[found.basis]}. {found.source} ({found.schedule})"),
        ("Reason", found.reason),
        ("Proposed by", f"{found.decided_by}, {day(found.decided_on)}"),
        ("Confirmed and destroyed by", f"{found.confirmed_by}, {moment(found.destroyed_at)}"),
        ("Files", str(found.files)),
        ("Backups still hold it", backups),
        ("Its record of events ended at", " ".join(heads(found)) or "None"),
        ("SHA-256 of this certificate", found.sha256),
    ]


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What was destroyed, by which rule and by whom; what stayed; and which files are still to be removed."""
    found = certificate_of(request, pk)
    context = {"certificate": found, "said": said(found), "left": [*found.files_left.all()], "not_counted": NOT_COUNTED}
    return page(request, "reviews/certificate/show.html", **context)


@login_required
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The certificate as a Word document or PDF; this is recorded."""
    found = certificate_of(request, pk)
    if kind not in KINDS:
        raise Http404
    content = file(printed(found), kind)
    verbs.certificate_taken(by=request.user, certificate=found, kind=kind)
    name = filename(f"{found.review_ref} certificate of destruction", kind)
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=KINDS[kind])


def printed(certificate: DestructionCertificate) -> Paper:
    """The certificate as a paper."""
    counts = [(label, str(rows), str(versions)) for label, (rows, versions) in certificate.counts.items()]
    stayed = "\n".join(f"- {each}" for each in certificate.stayed)
    return Paper(
        f"Certificate of destruction, {certificate.review_ref}", certificate.board.name, "OFFICIAL",
        (
            ("What was destroyed, and by whom", (facts(said(certificate)),)),
            ("Records", (table(("Kind", "Records", "Earlier versions"), counts), *words(NOT_COUNTED))),
            ("What stayed", tuple(words(stayed))),
        ),
    )  # fmt: skip
