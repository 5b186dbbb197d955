"""What every page does: draw its frame, try a verb for a form, say what happened, survive a second click."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from scr_portal.lib.records import Refused, Stale

ONCE_FOR = 24 * 60 * 60


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page needs (a template context processor)."""
    return {"demo": settings.DEMO, "once": uuid.uuid4().hex}


def page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Draw a page; a form with errors answers 422, so that nothing takes it for done."""
    form = context.get("form")
    failed = request.method == "POST" and form is not None and bool(form.errors)
    return render(request, template, context, status=422 if failed else 200)


def attempt(form: Form, verb: Callable[[], Any]) -> Any:
    """Run `verb` when the form is valid; a refusal becomes the form's own error, and what was typed stays.

    Gives what the verb gives, or None when the form has errors; verbs that are tried give something true.
    """
    if not form.is_valid():
        return None
    try:
        return verb()
    except Stale as stale:
        form.stale(stale.record, str(stale)) if hasattr(form, "stale") else form.add_error(None, str(stale))
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return None


def done(request: HttpRequest, sentence: str, to: Any, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
    """Say what was done on the next page. `to` is a URL name, a path, or a record with get_absolute_url."""
    messages.success(request, sentence)
    return redirect(to, *args, **kwargs)


def refused(request: HttpRequest, sentence: str, to: Any, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
    """Say on the next page why nothing was done, for buttons that have no form of their own."""
    messages.error(request, sentence)
    return redirect(to, *args, **kwargs)


def paged(request: HttpRequest, rows: Any, size: int = 50) -> Page[Any]:
    """One page of `rows`, as ?page= asks; a page number that does not exist gives the nearest."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A form sent twice (a double click, a repeated connection) does its work once and leads to the same page.

    The form carries a token in a field named `once` ({% once %} in the template). A form that came back with errors may
    be sent again.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        token = request.POST.get("once", "")
        if request.method != "POST" or not token:
            return view(request, *args, **kwargs)
        # The forms of one page share its token: each is known by where it is sent.
        key = f"once:{request.user.pk}:{request.path}:{token[:64]}"
        if not cache.add(key, request.path, ONCE_FOR):
            messages.info(request, "That was sent twice; it was saved once.")
            return redirect(cache.get(key) or request.path)
        try:
            response = view(request, *args, **kwargs)
        except BaseException:
            cache.delete(key)
            raise
        if isinstance(response, HttpResponseRedirect):
            cache.set(key, response.url, ONCE_FOR)
        else:
            cache.delete(key)
        return response

    return wrapped
