"""The questions of a request."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from agencies.forms.question import QuestionForm
from agencies.services import question as verbs
from agencies.views.request import visible as visible_request
from scr_portal.lib.pages import attempt, done, page


@login_required
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Answer one question; the next that has no answer is offered after it."""
    found = visible_request(request, pk, "request.write")
    question = get_object_or_404(found.questions, number=number)
    form = QuestionForm(request.POST or None, record=question)
    if request.method == "POST" and attempt(
        form,
        lambda: verbs.answer(
            by=request.user,
            question=question,
            text=form.cleaned_data["answer"],
            seen_version=form.cleaned_data["seen_version"],
        ),
    ):
        left = found.questions.filter(answer="").values_list("number", flat=True).first()
        if left:
            return done(request, "Answer saved. This is the next question.", "agencies.question.answer", pk, left)
        return done(request, "Answer saved. Every question has an answer.", "agencies.request.show", pk)
    return page(request, "agencies/question/answer.html", req=found, question=question, form=form)
