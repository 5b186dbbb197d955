"""All open actions of an agency on one page, reported on together."""

from __future__ import annotations

import builtins
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from findings.forms.update import AgencyForm, RowForm, Rows
from findings.lifecycle import ActionStatus
from findings.models import Action
from findings.services import action as verbs
from scr_portal.lib.pages import attempt, done, once, page
from scr_portal.lib.refs import keys

SHOWN = 100


@login_required
@once
def list(request: HttpRequest) -> HttpResponse:
    """Report on many actions at once: each row is kept by itself, and one that cannot be kept stays as it was typed."""
    user: Any = request.user
    form = AgencyForm(request.GET or None, user=user)
    chosen = form.cleaned_data["agency"] if form.is_valid() else None
    agency = chosen.pk if chosen else user.agency_id
    actions = Action.objects.visible_to(user).reportable_by(user).filter(agency=agency or 0)
    rows = Rows(shown(actions, request.POST), request.POST or None)
    if request.method == "POST":
        keep(rows, user)
        if rows.saved and not rows.errors:
            said = f"{len(rows.saved)} action{'' if len(rows.saved) == 1 else 's'} updated."
            return done(request, said, request.get_full_path())
    context: dict[str, Any] = {"choose": form, "agency": chosen or user.agency, "rows": told(rows)}
    context["empty"] = request.method == "POST" and not rows.begun and not rows.saved
    context["legend"] = rows.forms[0].action.board.legend.values() if rows.forms else ()
    return page(request, "findings/update/list.html", form=rows, **context)


def shown(actions: Any, sent: Any) -> Any:
    """The open actions, the nearest target first, and those of the rows that were sent, whatever became of them."""
    named = keys({name.split("-")[1] for name in sent if name.startswith("action-")})
    rows = actions.filter(Q(status__in=ActionStatus.unfinished()) | Q(pk__in=named))
    rows = rows.select_related("recommendation__review__board", "agency", "owner").prefetch_related("milestones")
    return rows.order_by("target_on", "pk")[: max(SHOWN, len(named))]


def keep(rows: Rows, by: Any) -> None:
    """Keep each row that was begun; what stops one is said in it."""
    for row in rows.begun:
        if attempt(row, lambda row=row: verbs.report_progress(by=by, action=row.action, **row.values)):  # type: ignore[misc]
            rows.kept(row)


def told(rows: Rows) -> builtins.list[tuple[RowForm, Any, bool]]:
    """Each row, where its action stands, and whether the row was kept a moment ago."""
    today = timezone.localdate()
    return [(row, row.action.stands(today), row.action.pk in rows.saved) for row in rows.forms]
