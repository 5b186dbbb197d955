"""More time: the agency asks, the board answers."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from agencies.forms.extension import AnswerForm, ExtensionForm
from agencies.services import extension as verbs
from agencies.views.request import visible as visible_request
from scr_portal.lib.pages import attempt, done, once, page


@login_required
@once
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a later date."""
    found = visible_request(request, pk, "request.write")
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.ask(by=request.user, request=found, **form.cleaned_data)
    ):
        sentence = "Asked. The date stays as it is until the board answers."
        return done(request, sentence, "agencies.request.show", pk)
    return page(request, "agencies/extension/ask.html", req=found, form=form)


@login_required
@once
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the asking that waits."""
    found = visible_request(request, pk, "request.extend")
    waiting = found.extensions.filter(answer="").select_related("asked_by").first()
    if waiting is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: verbs.answer(by=request.user, extension=waiting, **form.cleaned_data)
    ):
        return done(request, "Answered. The agency is told by e-mail.", "agencies.request.show", pk)
    return page(request, "agencies/extension/answer.html", req=found, extension=waiting, form=form)
