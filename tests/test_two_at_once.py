"""Two people change one thing: who saves second is told so, sees beside each box what stands there now, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any
from unittest.mock import patch

from django import forms

from scr_portal.lib.forms import ComparingForm
from tests import make
from tests.case import Case, one_of_everything
from tests.posts import POSTS, Post
from tests.test_audit import undone

SENTENCE = "Someone else changed this while you were writing."
# Puts the words of both together, and asks about each place that both changed: tests/findings/test_section.py.
MERGES = {"findings.report.section"}
# Sends what stands, and has no words of its own to lose.
NO_WORDS = {"reviews.letter.send"}
# What is decided is not decided again: the second reads how it was, and what they had chosen (tests/findings/test_same_event.py).
DECIDED = {"findings.same_event.show"}
# Other words in these boxes would not be taken.
CHECKED = (forms.EmailField, forms.URLField, forms.ChoiceField)
# What the second person chooses where the page has no box for words, and what the first had chosen, as the page says it.
CHOSEN: dict[str, tuple[Callable[[Case], dict[str, Any]], str, str]] = {
    "reviews.stage.plan": (lambda case: {"monitoring": "2/9/2027"}, "monitoring", "01/09/2027"),
    "agencies.upload.columns": (
        lambda case: {"column-0": "event", "column-1": "date"}, "column-1", "What happened",
    ),
    "agencies.request.assign": (
        lambda case: {"author": case.world.police_lead.pk}, "author", "Kim Doyle",
    ),
    "findings.accuracy.passages": (lambda case: {"passage": []}, "passage", ", paragraph"),
    "findings.publication.check": (lambda case: {"who": "The legal adviser", "on": "2/9/2026"}, "on", "01/09/2026"),
    "findings.board_meeting.attendance": (
        lambda case: {f"way-{case.world.school.pk}": "absent"}, "way-", "A deputy came",
    ),
    "findings.plan_file.answer": (lambda case: {"agency-0": case.world.school.pk}, "agency-0", "Harrowdale Police"),
}  # fmt: skip
# Pages whose boxes hold what was saved last, and which need not tell one person of the other, each with why.
ALONE: dict[str, str] = {}


def sent_by(case: Case, post: Post) -> dict[str, Any]:
    return dict(post.data(case) if callable(post.data) else post.data)


def form_of(client: Any, address: str) -> Any:
    """The form of a page, as it is opened; None where it has none."""
    context = client.get(address).context
    return context.get("form") if context else None


def texts(form: forms.Form, sent: dict[str, Any]) -> dict[str, str]:
    """What the first person writes into boxes for words."""
    boxes = {
        name
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field, CHECKED) and not field.widget.is_hidden
    }
    return {name: value for name, value in sent.items() if name in boxes and isinstance(value, str) and len(value) > 2}


def second_saves(case: Case, client: Any, post: Post) -> str | None:
    """What is wrong with the page that the second person is shown; None for a page that changes nothing that there is."""
    address = case.address(post.page, **post.to) + post.query
    form = form_of(client, address)
    if not isinstance(form, ComparingForm) or not form.initial.get(form.mark):
        return None
    sent = {**sent_by(case, post), form.mark: form.initial[form.mark]}
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


def second_chooses(case: Case, client: Any, post: Post) -> str | None:
    """What is wrong with a page of choices that the second person is shown, and may send again; None for other pages."""
    if post.page not in CHOSEN:
        return None
    choose, box, first = CHOSEN[post.page]
    address = case.address(post.page, **post.to) + post.query
    opened = form_of(client, address)
    mark, chosen = {opened.mark: opened.initial[opened.mark]}, choose(case)
    assert client.post(address, {**sent_by(case, post), **mark}).status_code == 302
    answer = client.post(address, {**chosen, **mark})
    form = answer.context["form"]
    name = next(name for name in form.fields if name.startswith(box) and hasattr(form.fields[name], "stands_now"))
    said, kept = str(form.fields[name].stands_now), [str(form[each].value()) for each in chosen]
    if answer.status_code != 422 or first not in said or escape(said.splitlines()[0]) not in answer.content.decode():
        return f"{answer.status_code}: it says {said!r} of the first"
    if kept != [str(value) for value in chosen.values()]:
        return f"{kept} was kept of what was chosen"
    again = client.post(address, {**chosen, opened.mark: form[opened.mark].value()})
    return "" if again.status_code == 302 else f"{again.status_code} when it was sent again"


def kept_in(case: Case, client: Any, post: Post) -> list[str]:
    """The boxes of a page without comparison that hold what was just sent, and held something else before."""
    address = case.address(post.page, **post.to) + post.query
    form = form_of(client, address)
    if not isinstance(form, forms.Form) or isinstance(form, ComparingForm):
        return []
    sent, before = sent_by(case, post), {field.name: str(field.value()) for field in form}
    client.post(address, sent)
    again = form_of(client, address)
    after = {field.name: str(field.value()) for field in again} if isinstance(again, forms.Form) else {}
    return [name for name, value in sent.items() if name in before and before[name] != after.get(name) == str(value)]


def each_page(case: Case, signed_in: Any, look: Any) -> dict[str, Any]:
    """Page → what `look` finds on it, of every change that can be sent, each undone before the next."""
    found: dict[str, Any] = {}
    for post in POSTS:
        with undone(), patch("agencies.tasks.read_upload.delay"), patch("findings.tasks.read_plan.delay"):
            post.prepare(case)
            said = look(case, signed_in(case.world.people[post.who]), post)
        if said is not None:
            found[post.page] = found.get(post.page) or said
    return found


def test_who_saves_second_sees_what_the_first_saved_and_keeps_what_was_typed(board: make.World, signed_in: Any) -> None:
    found = each_page(one_of_everything(board), signed_in, second_saves)
    wrong = {page: said for page, said in found.items() if said and page not in MERGES | NO_WORDS | DECIDED}
    assert wrong == {}
    assert len(found) >= 68


def test_who_chooses_second_sees_what_the_first_chose_and_may_save_all_the_same(
    board: make.World, signed_in: Any
) -> None:
    found = each_page(one_of_everything(board), signed_in, second_chooses)
    assert found == dict.fromkeys(CHOSEN, "")


def test_a_page_whose_boxes_hold_what_was_saved_last_compares(board: make.World, signed_in: Any) -> None:
    found = each_page(one_of_everything(board), signed_in, kept_in)
    assert {page for page, names in found.items() if names} == {*ALONE}
