"""An agency's own chronology, and entries typed by hand."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agencies.drafting import cells_of
from agencies.forms.upload import CorrectionForm, EntryForm
from agencies.models import Entry, Hold
from agencies.services import entry as verbs
from agencies.services.request import read
from agencies.views.request import visible as visible_request
from reviews.access import check
from scr_portal.lib.pages import attempt, done, once, page, paged, refused
from scr_portal.lib.records import Refused


@login_required
def list(request: HttpRequest, pk: int) -> HttpResponse:
    """The entries of one return, in order."""
    found = visible_request(request, pk)
    read(by=request.user, request=found, part="entries")
    own = Entry.objects.visible_to(request.user).filter(request=found).standing()
    holds = Prefetch("holds", Hold.objects.standing(), to_attr="standing_holds")
    rows = paged(request, own.prefetch_related(holds), 50)
    return page(request, "agencies/entry/list.html", req=found, rows=rows)


@login_required
@once
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Type entries one after another; the page comes back for the next."""
    found = visible_request(request, pk, "request.write")
    form = EntryForm(request.POST or None)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.enter_by_hand(by=request.user, request=found, **form.cleaned_data))
    ):
        understood = f"{made.date_from:%d/%m/%Y}" if made.precision == "day" and made.date_from else made.date_text
        return done(request, f"Saved, dated {understood}. Type the next one.", "agencies.entry.new", pk)
    latest = Entry.objects.filter(request=found, upload__isnull=True).standing().order_by("-sequence")[:5]
    return page(request, "agencies/entry/new.html", req=found, form=form, latest=latest)


def visible(request: HttpRequest, pk: int, action: str) -> Entry:
    """The entry of the address, if the person may read it and do `action` in its return."""
    rows = Entry.objects.visible_to(request.user).select_related("request__review__board", "request__agency")
    found: Entry = get_object_or_404(rows, pk=pk)
    check(request.user, action, found.request)
    return found


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry of a return: how it stands, and what it said before it was corrected."""
    entry = visible(request, pk, "request.see")
    versions = verbs.versions(entry)
    visible(
        request, versions[0].pk, "request.see"
    )  # Whatever stands now may be on hold; then none of its versions is read.
    read(by=request.user, request=entry.request, part="entry")
    return page(request, "agencies/entry/show.html", req=entry.request, entry=entry, versions=versions)


@login_required
@once
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an entry right that is in the return; its first words stay beside it."""
    entry = visible(request, pk, "request.write")
    now = {**cells_of(entry), "time_text": f"{entry.time:%H:%M}" if entry.time else "", "seen": entry.seen}
    form = CorrectionForm(request.POST or None, initial=now)
    if request.method == "POST" and (
        made := attempt(form, lambda: verbs.correct(by=request.user, entry=entry, values=form.cells, why=form.why))
    ):
        return done(request, "Corrected. The first words stay beside it.", "agencies.entry.show", made.pk)
    return page(request, "agencies/entry/correct.html", req=entry.request, entry=entry, form=form)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out an entry that was typed by hand."""
    entry = get_object_or_404(Entry.objects.visible_to(request.user).select_related("request__review"), pk=pk)
    visible_request(request, entry.request_id, "request.write")
    try:
        verbs.remove_by_hand(by=request.user, entry=entry)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.entry.list", entry.request_id)
    return done(request, "Taken out.", "agencies.entry.list", entry.request_id)
