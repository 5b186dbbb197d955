"""Two people change one record: who saves second is told so, sees beside each box what stands there now, and loses nothing."""

from __future__ import annotations

from html import escape
from typing import Any
from unittest.mock import patch

from django import forms

from scr_portal.lib.forms import RecordForm
from tests import make
from tests.case import Case, one_of_everything
from tests.posts import POSTS, Post
from tests.test_audit import undone

SENTENCE = "Someone else changed this while you were writing."
# Puts the words of both together, and asks about each place that both changed: tests/findings/test_section.py.
MERGES = {"findings.report.section"}
# Sends what stands, and has no words of its own to lose.
NO_WORDS = {"reviews.letter.send"}
# Other words in these boxes would not be taken.
CHECKED = (forms.EmailField, forms.URLField, forms.ChoiceField)


def texts(form: forms.Form, sent: dict[str, Any]) -> dict[str, str]:
    """What the first person writes into boxes for words."""
    boxes = {
        name
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field, CHECKED)
    }
    return {name: value for name, value in sent.items() if name in boxes and isinstance(value, str) and len(value) > 2}


def second_saves(case: Case, client: Any, post: Post) -> str | None:
    """What is wrong with the page that the second person is shown; None for a page that changes no record that there is."""
    address = case.address(post.page, **post.to) + post.query
    context = client.get(address).context
    form = context.get("form") if context else None
    if not isinstance(form, RecordForm) or not form.initial.get("seen_version"):
        return None
    sent = {**(post.data(case) if callable(post.data) else post.data), "seen_version": form.initial["seen_version"]}
    first, words = client.post(address, sent), texts(form, sent)
    answer = client.post(address, {**sent, **{name: f"{value} Second." for name, value in words.items()}})
    said = answer.content.decode()
    if first.status_code != 302 or answer.status_code != 422 or SENTENCE not in said:
        return f"{first.status_code} and {answer.status_code}: it says nothing of the first"
    typed = [escape(f"{value} Second.") for value in words.values()]
    lost = [each for each in typed if each not in said]
    for each in typed:
        said = said.replace(each, "")
    unseen = [name for name, value in words.items() if escape(value) not in said]
    return f"lost: {lost}, not compared: {unseen}" if lost or unseen else ""


def test_who_saves_second_sees_what_the_first_saved_and_keeps_what_was_typed(board: make.World, signed_in: Any) -> None:
    case, found = one_of_everything(board), {}
    for post in POSTS:
        with undone(), patch("agencies.tasks.read_upload.delay"), patch("findings.tasks.read_plan.delay"):
            post.prepare(case)
            wrong = second_saves(case, signed_in(case.world.people[post.who]), post)
        if wrong is not None and post.page not in MERGES | NO_WORDS:
            found[post.page] = wrong
    assert {page: wrong for page, wrong in found.items() if wrong} == {}
    assert len(found) > 45
