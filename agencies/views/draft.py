"""Entries typed line by line, as in a spreadsheet: kept as they are left, made entries in one step."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from agencies.drafting import FIELDS, cells_of, line_of, pasted, understand
from agencies.models import Draft, Entry, Request
from agencies.services import draft as verbs
from agencies.views.request import visible
from scr_portal.lib.pages import done, once, page, refused
from scr_portal.lib.records import Refused

SIZE, BLANK = 50, 5


@login_required
@once
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines that wait, and empty ones; without script all of them are saved together."""
    found = visible(request, pk, "request.write")
    if request.method == "POST":
        try:
            lines = [*sent(request.POST), *verbs.numbered(pasted(request.POST.get("pasted", "")))]
            kept = verbs.write(by=request.user, request=found, lines=lines)
        except (Refused, csv.Error) as refusal:
            return again(request, found, refusal)
        wrong = sum(bool(understand(cells_of(each), timezone.localdate()).wrong) for each in kept)
        said = f"{len(kept)} line{'' if len(kept) == 1 else 's'} saved" + (
            f", {wrong} to be put right." if wrong else "."
        )
        return done(request, said, "agencies.draft.edit", pk)
    return page(request, "agencies/draft/edit.html", req=found, **told(request, found))


def again(request: HttpRequest, found: Request, refusal: Exception) -> HttpResponse:
    """The page as it was sent, with the sentence that says why nothing of it was kept."""
    sentence = str(refusal) if isinstance(refusal, Refused) else "What was pasted cannot be read as lines: paste fewer."
    typed = [shown(key, line, number) for number, (key, line) in enumerate(sent(request.POST), start=1)]
    context = {**told(request, found), "lines": typed, "sentence": sentence, "pasted": request.POST.get("pasted", "")}
    return render(request, "agencies/draft/edit.html", {"req": found, **context}, status=422)


def told(request: HttpRequest, found: Request) -> dict[str, Any]:
    """What the page shows of a return: one page of its lines, the last one unless another is asked for, and empty lines."""
    drafts = found.drafts.filter(batch=None)
    pages = Paginator(drafts, SIZE)
    rows: Page[Draft] = pages.get_page(request.GET.get("page") or pages.num_pages)
    first = rows.start_index() or 1
    lines = [shown(draft.key, cells_of(draft), number) for number, draft in enumerate(rows, start=first)]
    if not rows.has_next():
        empty, after = dict.fromkeys(FIELDS, ""), first + len(lines)
        lines += [shown(uuid4(), empty, number) for number in range(after, after + BLANK)]
    taken = found.drafts.filter(entry__isnull=False).order_by("-batch").values_list("batch", flat=True)
    last = taken.first()
    number = taken.filter(batch=last).count() if last else 0
    return {
        "rows": rows,
        "lines": lines,
        "waiting": pages.count,
        "undoable": number,
        "empty": dict.fromkeys(FIELDS, ""),
        "seen": Entry.Seen.choices,
    }


def shown(key: UUID, line: Mapping[str, str], number: int) -> dict[str, Any]:
    """One line as the page shows it: what was typed, and how it is understood."""
    understood = understand(line, timezone.localdate()) if any(line.values()) else None
    return {**line, "key": key, "number": number, "understood": understood}


def sent(post: QueryDict) -> Sequence[tuple[UUID, Mapping[str, str]]]:
    """The lines of a form, by their keys; what no page of ours could have sent is passed over."""
    cells = zip_longest(*(post.getlist(name) for name in FIELDS), fillvalue="")
    found = []
    for key, line in zip(post.getlist("key"), cells, strict=False):
        try:
            found.append((UUID(key), line_of(FIELDS, (cell.replace("\x00", "") for cell in line))))
        except ValueError:
            continue
    return found


@login_required
@require_POST
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line as it is left: kept, and answered with how it is understood."""
    found = visible(request, pk, "request.write")
    lines, sentence = sent(request.POST)[:1], ""
    try:
        verbs.write(by=request.user, request=found, lines=lines)
    except Refused as refusal:
        sentence = str(refusal)
    if not request.headers.get("HX-Request"):
        return (
            refused(request, sentence, "agencies.draft.edit", pk) if sentence else redirect("agencies.draft.edit", pk)
        )
    said = shown(*lines[0], 0) if lines else {}
    return render(request, "agencies/draft/said.html", {"line": said, "sentence": sentence, "saved": True})


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Make entries of all lines that wait."""
    found = visible(request, pk, "request.write")
    try:
        number = verbs.confirm(by=request.user, request=found)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.draft.edit", pk)
    said = "1 line is an entry now." if number == 1 else f"{number} lines are entries now."
    return done(request, f"{said} You can undo this step until you pass the return on.", "agencies.entry.list", pk)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the last step that made entries of lines."""
    found = visible(request, pk, "request.write")
    try:
        number = verbs.undo(by=request.user, request=found)
    except Refused as refusal:
        return refused(request, str(refusal), "agencies.draft.edit", pk)
    said = "Undone: 1 entry is a line again." if number == 1 else f"Undone: {number} entries are lines again."
    return done(request, said, "agencies.draft.edit", pk)
