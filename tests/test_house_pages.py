"""The rules of the house about pages, tables and locks; those about the code stand in test_house.py."""

from __future__ import annotations

import ast
import re
from html import unescape
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db import connection

from reviews.append_only import protected, trigger_name
from reviews.hanging import way
from reviews.policy import SEE
from reviews.regimes import records
from scr_portal.lib.records import Record
from tests import make
from tests.case import one_of_everything, routes
from tests.test_house import APPS, ROOT, templates, view_functions, views
from tests.test_policy import ASKS, BUTTONS, OF_THE_BOARD

# Models that nobody types into, or whose rows are never changed.
WITHOUT_HISTORY = {
    "Message": "the portal's own letters",
    "Event": "append-only", "Entry": "append-only", "ActionUpdate": "append-only", "ChainHead": "where a chain stands",
    "ReviewGrant": "a projection", "RequestGrant": "a projection", "BuiltReport": "a file that the portal made",
    "AccuracyPassage": "append-only",
}  # fmt: skip
WITHOUT_HISTORY |= {"DecisionRecord": "append-only", "Recognition": "a projection"}
WITHOUT_HISTORY |= {"Disclosure": "append-only", "Contact": "append-only"}
WITHOUT_HISTORY |= {"Unsaved": "what a person has not saved yet, and nobody else reads; each save of it has a history"}
WITHOUT_HISTORY |= {"Contribution": "append-only", "Consent": "append-only"}
WITHOUT_HISTORY |= {"Naming": "a projection; what a person decides leaves an event"}
WITHOUT_HISTORY |= {"SealingKey": "which keys are in use; each sealing anew leaves an event"}
WITHOUT_HISTORY |= {"ReportBuild": "how far a task is"}
WITHOUT_HISTORY |= {"PlanLine": "append-only"}
WITHOUT_HISTORY |= {"RetentionPeriod": "append-only", "DestructionCertificate": "append-only"}
WITHOUT_HISTORY |= {"FileToRemove": "how far a task is"}
WITHOUT_HISTORY |= {"LessonTerm": "a projection of what a lesson says"}
WITHOUT_HISTORY |= {"ResponseJudgement": "append-only"}
WITHOUT_HISTORY |= {"AnnualBuild": "how far a task is, and what the portal made"}
WITHOUT_HISTORY |= {"BoardPack": "how far a task is, and the files that the portal made"}
WITHOUT_HISTORY |= dict.fromkeys(("TargetRevision", "EvidenceFile", "CriticalFriendComment"), "append-only")
WITHOUT_HISTORY |= {"Receipt": "append-only", "PolicyTold": "append-only"}
WITHOUT_HISTORY |= {"ProductBuild": "how far a task is", "ProductFile": "a file that the portal made"}


def test_one_noun_has_one_name_in_url_view_and_template() -> None:
    found = []
    for name, (view, _) in views().items():
        app, noun, action = name.split(".")
        words = [part for part in routes()[name].split("/")[1:] if part and not part.startswith("<")]
        landing = not words and action in {"list", "show"}
        if (view.__module__, view.__name__) != (f"{app}.views.{noun}", action):
            found.append(f"{name}: the view is {view.__module__}.{view.__name__}")
        if not landing and words[-2:] != [noun, action] and not (words[-1] == noun and action in {"list", "show"}) and words[-2:] != [noun, action][-len(words):]:  # fmt: skip
            found.append(f"{name}: the address is {routes()[name]}")
    assert found == []


def test_a_view_draws_the_templates_of_its_own_noun() -> None:
    drawn = {name: {str(each.value) for each in ast.walk(tree) if isinstance(each, ast.Constant) and str(each.value).endswith(".html")} for name, tree in view_functions().items()}  # fmt: skip
    elsewhere = {
        name: paths
        for name, paths in drawn.items()
        if not all(path.startswith("/".join(name.split(".")[:2]) + "/") for path in paths)
    }
    assert elsewhere == {}
    forms = {name for name, paths in drawn.items() if paths and name not in BUTTONS}
    assert [name for name in forms if name.replace(".", "/") + ".html" not in drawn[name]] == []
    folders = {
        path.parent.relative_to(ROOT / "templates").as_posix()
        for app in APPS
        for path in (ROOT / "templates" / app).rglob("*.html")
    }
    assert folders - {"/".join(name.split(".")[:2]) for name in routes()} - set(APPS) == set()


# These documents are made into files, without a browser or a policy; their style stands in them.
DOCUMENTS = {"findings/report/document.html", "findings/chronology/document.html"}
DOCUMENTS |= {"pages/document.html"}
DOCUMENTS |= {"pages/letter.html"}
DOCUMENTS |= {"findings/report/web.html"}
DOCUMENTS |= {"findings/product/web.html", "findings/product/document.html"}
DOCUMENTS |= {"findings/publication/public_page.html"}


def test_templates_hold_no_inline_script_or_style_and_call_nobody_else() -> None:
    inline = r"<style|\sstyle=|\son[a-z]+=|javascript:|hx-on|hx-vals='js|<script(?![^>]*\ssrc=)|<script[^>]*>[^<]"
    address = r"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9.-]+\.[a-z]{2,}"
    found = {
        path: re.findall(inline, text) + re.findall(address, text)
        for path, text in templates().items()
        if path not in DOCUMENTS
    }
    assert {path: hits for path, hits in found.items() if hits} == {}
    assert [path for path in DOCUMENTS if re.search(f"<script|{address}", templates()[path])] == []
    ours = {path.name: path.read_text() for path in (ROOT / "static").glob("scr.*")}
    assert {name: re.findall(address, text) for name, text in ours.items()} == {name: [] for name in ours}


def test_a_rule_of_our_style_sheet_stands_in_one_place() -> None:
    """Two parts of a page with one name would each be drawn with the other's widths."""
    sheet = re.sub(r"/\*.*?\*/", "", (ROOT / "static/scr.css").read_text("utf-8"), flags=re.DOTALL)
    flat = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
    rules = [rule.strip() for rule in re.findall(r"([^{}]+)\{", flat)]
    assert [rule for rule in rules if rules.count(rule) > 1] == []


FRAMES = ("reviews/frame.html", "findings/action/frame.html")


def test_every_case_page_carries_the_protective_marking_through_the_frame() -> None:
    said = templates()
    pages = {name.replace(".", "/") + ".html" for name in routes() if name.startswith(APPS)} & set(said) | {
        "home.html",
        "overview.html",
    }
    begins = re.compile(rf"(\{{%[^%]*%\}})*\{{% extends \"({'|'.join(('base.html', *FRAMES))})\" %\}}")
    assert [page for page in pages if not begins.match(said[page])] == []
    assert [frame for frame in FRAMES if not said[frame].startswith('{% extends "base.html" %}')] == []
    assert [page for page in pages | {*FRAMES} if "block marking" in said[page]] == []
    assert "OFFICIAL-SENSITIVE" in said["base.html"]


def test_every_page_that_opens_is_marked(board: make.World, signed_in: Any) -> None:
    case, unmarked = one_of_everything(board), []
    clients = [signed_in(board.people[who]) for who in ("manager", "reviewer", "chair", "police_lead", "police_senior", "referrer", "auditor", "support")]  # fmt: skip
    for name in set(routes()) - BUTTONS - {"healthz", "readyz"}:
        answers = (client.get(case.address(name)) for client in clients)
        shown = next(answer for answer in answers if answer.status_code == 200)
        unmarked += [name] if not shown.streaming and "OFFICIAL-SENSITIVE" not in shown.content.decode() else []
    assert unmarked == []


# Lists of what is the reader's own across reviews, the library, policies, and a referral, which is no case until it is taken forward.
OF_NO_CASE = {"reviews.referral.show", "reviews.referral.screen", "home", "reviews.review.list", "agencies.request.list", "findings.library.list", "findings.library.show", "findings.library.years"}  # fmt: skip
# What is linked to from all others.
OF_NO_CASE |= {"agencies.reader.show"}


def test_every_page_of_a_case_leads_to_who_can_see_it_and_why(board: make.World, signed_in: Any) -> None:
    case, found = one_of_everything(board), []
    clients = [signed_in(board.people[who]) for who in ("auditor", "manager", "chair", "reviewer")]
    of_board = (*OF_THE_BOARD, "findings.policy.", "findings.policy_change.", "findings.policy_ask.")
    pages = [name for name, action in ASKS.items() if action != "-" and not name.startswith(of_board)]
    for name in [*pages, "overview"]:
        answers = (client.get(case.address(name)) for client in clients if name not in BUTTONS | OF_NO_CASE)
        shown = next((each for each in answers if each.status_code == 200 and not each.streaming), None)
        if shown is None or not shown.headers["Content-Type"].startswith("text/html"):
            continue
        link = re.search(r'<a[^>]*href="(/[^"]*/reader/[^"]*)">Who can see this\?</a>', shown.content.decode())
        opened = signed_in(board.auditor).get(unescape(link[1])) if link else None
        asked = re.search(r"what=([a-z_.]+)", link[1]) if link else None
        found += [name] if opened is None or opened.status_code != 200 or (asked and asked[1] not in {ASKS[name], *SEE.values(), "finding.see"}) else []  # fmt: skip
    assert found == []


# What hangs on a review and is not of the case: the board's library of published reviews.
OF_THE_LIBRARY = {"findings.libraryreview", "findings.lesson", "findings.lessonterm"}


def test_every_record_that_hangs_on_a_review_stands_in_the_table_of_records() -> None:
    known: Any = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    hanging, more = {"reviews.review"}, {"reviews.review"}
    while more:
        more = {
            model._meta.label_lower for model in known if not model.__name__.startswith("Historical")
            and any(each.is_relation and each.related_model._meta.label_lower in hanging for each in model._meta.concrete_fields)
        } - hanging  # fmt: skip
        hanging |= more
    assert hanging - OF_THE_LIBRARY == set(records.kinds())
    models: dict[str, Any] = {label: apps.get_model(label) for label in records.kinds()}
    ways = {label: way(model) for label, model in models.items()}
    assert [
        label for label, found in ways.items() if found != "pk" and not found.endswith(("review", "content_object"))
    ] == []


def test_every_model_that_people_type_into_has_history() -> None:
    known = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    kept = {model.__name__ for model in known if hasattr(model, "history") or model.__name__.startswith("Historical")}
    assert {model.__name__ for model in known} - kept == set(WITHOUT_HISTORY)
    assert [model.__name__ for model in known if issubclass(model, Record) and model.__name__ not in kept] == []


def test_the_database_itself_protects_events_and_history(db: None) -> None:
    table = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger"
    )
    with connection.cursor() as cursor:
        cursor.execute(table)
        made = {name for (name,) in cursor.fetchall()}
    models = [model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
    wanted = {trigger_name(model._meta.db_table, operation) for model in models for operation in protected(model)}
    histories = [model for model in models if model.__name__.startswith("Historical")]
    assert wanted - made == set()
    assert len(histories) > 30
    assert [model for model in histories if set(protected(model)) != {"UPDATE", "DELETE"}] == []
    assert len(wanted) == sum(len(protected(model)) for model in models)


def test_the_admin_holds_reference_data_only() -> None:
    ours = {model.__name__ for model in admin.site._registry if model._meta.app_label in APPS}
    assert ours <= {"Board", "Agency", "Theme"}


def test_locks_hold_hashes_and_no_addresses() -> None:
    locks = [
        *ROOT.glob("requirements*.txt"),
        ROOT / "package-lock.json",
        ROOT / "package.json",
        ROOT / "pyproject.toml",
    ]
    assert {
        lock.name: re.findall(r"https?://\S+|--(?:extra-)?index-url\S*|\"resolved\"", lock.read_text())
        for lock in locks
    } == {lock.name: [] for lock in locks}
    for lock in ROOT.glob("requirements*.txt"):
        pinned = re.findall(r"^([\w.\[\]-]+)==\S+(?: ;.*)? \\\n\s+--hash=sha256:[0-9a-f]{64}", lock.read_text(), re.M)
        assert pinned, lock.name
        assert len(pinned) == len(re.findall(r"^[\w.\[\]-]+[=<>@ ]", lock.read_text(), re.M)), lock.name
