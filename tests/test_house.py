"""The rules of the house that no linter holds; CONTRIBUTING.md says them in words. Every exception is named, with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from django.urls import resolve

from reviews.policy import POLICY, SEE
from tests.case import routes

ROOT = Path(__file__).parent.parent
APPS = ("reviews", "agencies", "findings")
Function = ast.FunctionDef | ast.AsyncFunctionDef

# Who may write many rows at once, past history: what they write has none, or is written for the first time.
IN_BULK = {
    "reviews/services/message.py call_off": "the outbox has no history; what waits is called off together",
    "reviews/services/message.py claim": "one row, which one of several senders wins",
    "reviews/access.py regrant": "grants are a projection, made anew from memberships and table",
    "agencies/copying.py copy_in": "entries are written once and have no history",
    "agencies/services/upload.py undo": "entries of an import that is undone leave as a whole",
    "agencies/services/draft.py undo": "entries of lines that are lines again leave as a whole",
    "agencies/services/directory.py invite": "one membership, by its key",
    "findings/services/naming.py write": "what the portal found; what a person decides leaves an event",
    "findings/services/lesson.py indexed": "what a lesson is found by is a projection",
    "reviews/services/destruction.py take_away": "a destruction is declared, whole, and leaves a certificate",
    "reviews/services/destruction.py forget": "a destruction is declared, whole, and leaves a certificate",
    "reviews/services/disposal.py certified": "a destruction is declared, whole, and leaves a certificate",
    "findings/services/library.py out": "what a lesson is found by is a projection",
}
# Parts of verbs: they write within the transaction of the verb that calls them, and it records the event.
PARTS = {
    "agencies/services/request.py send",
    "reviews/services/message.py queue",
    "reviews/services/message.py call_off",
    "reviews/services/message.py claim",
    "reviews/services/message.py put_off",
    "reviews/services/message.py sent",
    "agencies/services/draft.py put",
    "reviews/services/disclosure.py log",
    "reviews/services/contribution.py agreed",
    "reviews/services/contact.py on_record",
    "reviews/services/milestone.py set_milestone", "agencies/services/request.py begun",
    "findings/services/naming.py write", "findings/services/action.py keep",
    "findings/services/plan_file.py recommended", "findings/services/plan_file.py take_in",
    "findings/services/report_build.py write", "findings/services/report_build.py end", "findings/services/board_pack.py put_in",
    "findings/services/annual_report.py reopened", "findings/services/unsaved.py saved",
    "findings/services/lesson.py indexed", "findings/services/library.py out",
    "findings/services/entering.py enter", "findings/services/entering.py leave",
    "findings/services/publication.py kept", "findings/services/publication.py mark",
    "findings/services/policy.py settle",
    "findings/services/product.py decided", "findings/services/product.py called_in",
    "findings/services/same_event.py keep", "findings/services/same_event.py part_from",
    "reviews/services/membership.py regrant_all", "reviews/services/membership.py end_with_review", "reviews/services/events.py record",
    "reviews/services/destruction.py certified", "reviews/services/destruction.py take_away",
    "reviews/services/destruction.py remove_files",
    "reviews/services/sharing.py across", "reviews/services/disposal.py certified",
}  # fmt: skip
# Verbs that hand over to other verbs, each of which is atomic and records: a refused file is kept on record as well.
HANDS_OVER = {
    "agencies/services/upload.py receive": ("keep", "refuse"),
    "agencies/services/reading.py read_kept": ("accept", "turn_away"),
    "findings/services/plan_file.py receive": ("keep", "refuse"),
    "findings/services/plan_reading.py read_kept": ("accept", "turn_away"),
}
# Asked for at the server, by whoever may run commands there: nobody is signed in.
AT_THE_SERVER = {
    "agencies/services/directory.py begin_board",
    "agencies/services/reminder.py remind",
    "agencies/services/support.py remind",
    "findings/services/naming.py recognise",
    "reviews/services/reminder.py remind",
    "reviews/services/sealing.py renewed",
    "reviews/services/unnamed_file.py remove",
    "findings/services/publication_reminder.py remind",
    "findings/services/agency_response_reminder.py remind",
    "findings/services/action_reminder.py remind",
    "findings/services/statement_reminder.py remind",
    "findings/services/policy_reminder.py remind",
    "findings/services/practice_reminder.py ask",
}
# Signals of the database and of a process, never of a record.
SIGNALS = {
    "reviews/apps.py": {"connection_created", "post_migrate"},
    "scr_portal/celery.py": {"setup_logging", "worker_init"},
}
# The shared ways to a record: each begins with visible_to, or with the boards where the person holds a right.
FETCHERS = {
    "visible",
    "visible_request",
    "visible_review",
    "of_review",
    "invited",
    "open_round",
    "administered",
    "board_for",
    "visible_to",
    "boards_where",
}
FETCHERS |= {"open_to_all"}
FETCHERS |= {"visible_escalation"}
FETCHERS |= {"plan_of"}
FETCHERS |= {"keeping", "kept_one", "kept_lesson"}
FETCHERS |= {"shared_by", "apart_of"}
FETCHERS |= {"own_boards", "of_report", "certificate_of"}
FETCHERS |= {"of_policy", "of_session"}
FETCHERS |= {"opened_by"}  # By the hash of a key that nobody can guess.


@cache
def modules(*folders: str) -> dict[str, ast.Module]:
    """Path from the root → syntax tree, of every module of the product but migrations."""
    found = (path for folder in folders or (*APPS, "scr_portal") for path in sorted((ROOT / folder).rglob("*.py")))
    kept = [path for path in found if "migrations" not in path.parts]
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text()) for path in kept}


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def called(node: ast.AST) -> list[str]:
    """The names of everything that is called within, last part first of all: `verbs.add(…)` is "add"."""
    calls = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
    return [call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls]


def services() -> dict[str, Function]:
    """Every function at the top of a module in services/, by path and name."""
    found = {path: tree for path, tree in modules(*APPS).items() if "/services/" in path}
    return {
        f"{path} {each.name}": each for path, tree in found.items() for each in tree.body if isinstance(each, Function)
    }


def verbs() -> dict[str, Function]:
    """Those of them that somebody does: they take `by` by keyword, or are named as done at the server."""
    by = {name for name, each in services().items() if "by" in {arg.arg for arg in each.args.kwonlyargs}}
    return {name: each for name, each in services().items() if name in by | AT_THE_SERVER}


def views() -> dict[str, tuple[Any, str]]:
    """URL name → (view, its source path), of every page of an app."""
    found = {}
    for name, route in routes().items():
        if name.startswith(APPS):
            numbers = re.sub(
                r"<int:\w+>", "1", re.sub(r"<ref:\w+>", "SCR-2026-001", re.sub(r"<slug:\w+>", "key", route))
            )
            view = resolve(f"/{numbers}").func
            found[name] = (view, view.__module__.replace(".", "/") + ".py")
    return found


def view_functions() -> dict[str, Function]:
    """URL name → syntax tree of its view."""
    return {
        name: next(each for each in functions(modules(*APPS)[path]) if each.name == view.__name__)
        for name, (view, path) in views().items()
    }


def templates() -> dict[str, str]:
    """Path under templates/ → text."""
    return {
        path.relative_to(ROOT / "templates").as_posix(): path.read_text()
        for path in (ROOT / "templates").rglob("*.html")
    }


def test_functions_and_modules_stay_short() -> None:
    sizes = {f"{path} {each.name}": length(each) for path, tree in modules().items() for each in functions(tree)}
    assert {name: size for name, size in sizes.items() if size > 40} == {}
    lines = {path: len((ROOT / path).read_text().splitlines()) for path in modules()}
    assert {path: size for path, size in lines.items() if size > 300} == {}
    assert median(sizes.values()) <= 12


def test_a_view_is_a_function_of_25_lines_at_most() -> None:
    sizes = {name: length(each) for name, each in view_functions().items()}
    assert {name: size for name, size in sizes.items() if size > 25} == {}


def test_a_view_fetches_what_is_visible_before_it_does_anything() -> None:
    assert [name for name, each in view_functions().items() if not FETCHERS & set(called(each))] == []
    shared = {
        f"{path} {each.name}": set(called(each)) for path, tree in modules(*APPS).items() if "/views/" in path
        for each in functions(tree) if each.name in FETCHERS
    }  # fmt: skip
    assert [name for name, calls in shared.items() if not FETCHERS & calls] == []


def test_a_view_writes_through_verbs_alone() -> None:
    writes = {"save", "create", "delete", "update", "bulk_create", "record", "advance"}
    found = {path: writes & set(called(tree)) for path, tree in modules(*APPS).items() if "/views/" in path}
    local = {"reviews/views/criteria.py": {"save"}, "reviews/views/referral.py": {"save"}}  # Functions of their own.
    assert {path: names for path, names in found.items() if names - local.get(path, set())} == {}


def test_every_verb_takes_keywords_only_is_atomic_and_records_one_event() -> None:
    found = []
    for name, each in verbs().items():
        said, calls = each.args.posonlyargs + each.args.args, called(each)
        atomic = any(ast.unparse(mark) == "transaction.atomic" for mark in each.decorator_list)
        if name in HANDS_OVER:
            found += [name] if said or not all(verb in calls for verb in HANDS_OVER[name]) or "record" in calls else []
        elif said or not atomic or calls.count("record") != 1:
            found.append(f"{name}: {calls.count('record')} events, {'atomic' if atomic else 'not atomic'}")
    assert found == []


def test_everything_that_writes_in_services_is_a_verb_or_a_named_part_of_one() -> None:
    writes = {
        "create",
        "bulk_create",
        "delete",
        "changed",
        "advance",
        "save",
        "get_or_create",
        "update_or_create",
        "record",
    }
    found = [name for name, each in services().items() if writes & set(called(each)) and name not in verbs()]
    assert set(found) - PARTS == set()


def test_every_verb_asks_who_may() -> None:
    """By check, by a move of a life cycle (which checks), or by the shared `writable` of its noun."""
    asking = {"check", "advance", "writable"}
    assert [
        name
        for name, each in verbs().items()
        if not asking & set(called(each)) and name not in AT_THE_SERVER | set(HANDS_OVER)
    ] == []


def test_events_are_named_by_noun_and_verb() -> None:
    found = []
    for path, tree in modules().items():
        for each in ast.walk(tree):
            if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "record":
                said = re.sub(r"\{[^}]*\}", "x", ast.unparse(each.args[1]))
                found += [] if all(re.fullmatch(r"f?'[a-z_]+\.[a-z_]+'", way) for way in re.split(r" if .* else ", said)) else [f"{path}: {said}"]  # fmt: skip
    assert found == []


def test_rows_are_written_in_bulk_in_named_places_only() -> None:
    found = set()
    for path, tree in modules().items():
        for each in functions(tree):
            for call in (
                node for node in ast.walk(each) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ):
                name = call.func.attr  # type: ignore[attr-defined]
                many = name in {"bulk_create", "bulk_update", "update_or_create", "raw"} or (
                    name == "update" and call.keywords
                )
                gone = name == "delete" and isinstance(call.func.value, ast.Call)  # type: ignore[attr-defined]
                found |= {f"{path} {each.name}"} if many or gone else set()
    assert found == set(IN_BULK)


def test_no_signals_and_no_logic_in_save() -> None:
    found = []
    for path, tree in modules().items():
        for each in ast.walk(tree):
            if isinstance(each, ast.ImportFrom) and re.search(r"signals|dispatch$", each.module or ""):
                found += [f"{path}: {name.name}" for name in each.names if name.name not in SIGNALS.get(path, ())]
            if isinstance(each, ast.ClassDef) and "/models" in path:
                found += [f"{path}: {inner.name}" for inner in each.body if isinstance(inner, Function) and inner.name in {"save", "delete", "clean", "full_clean", "__init__"}]  # fmt: skip
    assert found == []


def test_only_the_engine_assigns_a_status_or_a_stage() -> None:
    found, states = [], {"status", "stage"}
    for path, tree in modules().items():
        for each in ast.walk(tree):
            if isinstance(each, ast.Assign | ast.AugAssign | ast.AnnAssign):
                targets = each.targets if isinstance(each, ast.Assign) else [each.target]
                found += [
                    f"{path}:{each.lineno}" for one in targets if isinstance(one, ast.Attribute) and one.attr in states
                ]
            if isinstance(each, ast.Call) and getattr(each.func, "attr", getattr(each.func, "id", "")) in {
                "create",
                "update",
                "changed",
            }:
                said = {key.arg for key in each.keywords} | {key.value for inner in each.args if isinstance(inner, ast.Dict) for key in inner.keys if isinstance(key, ast.Constant)}  # fmt: skip
                found += [f"{path}:{each.lineno}"] if states & said else []
            if (
                isinstance(each, ast.Call)
                and getattr(each.func, "id", "") == "setattr"
                and path != "reviews/workflow.py"
            ):
                found += [f"{path}:{each.lineno}"] if any(isinstance(one, ast.Constant) and one.value in states for one in each.args) else []  # fmt: skip
    assert found == []


def test_no_module_is_called_after_nothing_in_particular() -> None:
    vague = {"utils", "util", "helpers", "helper", "core", "common", "misc", "base", "tools"}
    assert [path for path in modules() if vague & set(Path(path).with_suffix("").parts)] == []


def test_the_policy_table_names_no_right_that_nothing_asks_for() -> None:
    said = " ".join(
        (ROOT / path).read_text()
        for path in [*modules(), *(f"templates/{path}" for path in templates())]
        if path != "reviews/policy.py"
    )
    assert [action for action in POLICY if f'"{action}"' not in said and action not in SEE.values()] == []


# Who may reach entries, holds' marks and evidence without asking for a reader, and why.
ROUND_HOLDS = {
    "agencies/lifecycle.py": "whether a return holds anything",
    "agencies/services/entry.py": "verbs of the agency that wrote them",
    "agencies/services/repeat.py": "verbs of the agency that wrote them",
    "agencies/services/upload.py": "verbs of the agency that wrote them",
    "agencies/copying.py": "writes what an agency hands in",
    "agencies/services/request.py": "verbs of the agency that wrote them; the record hides what counts",
    "agencies/views/entry.py": "the agency's own, typed a moment ago",
    "agencies/views/upload.py": "rows of a file, for those who may read the file",
    "agencies/models/chronology.py": "where holds are left out",
    "agencies/preview.py": "rows of a file, for those who may read the file",
    "agencies/services/draft.py": "verbs of the agency that wrote them",
    "findings/accounts.py": "keys of linked entries; the accounts themselves come from the merged chronology",
    "findings/models/same_event.py": "where links with an entry on hold are left out",
    "findings/services/same_event.py": "keys of linked entries",
    "scr_portal/demo/cases/adult.py": "keys of linked entries",
    "findings/services/naming.py": "keys of entries, which only pages of the entries themselves show",
    "findings/services/finding.py": "the review chair's verbs",
    "findings/views/evidence.py": "the review chair's page",
    "reviews/lifecycle.py": "whether a finding rests on anything",
}


def test_nobody_reads_entries_round_the_holds_on_them() -> None:
    """Entries are asked for by visible_to, of_review or countable_by, which leave out what is on hold; evidence likewise."""
    ways = re.compile(
        r"\bEntry\.(?:objects\.(?!visible_to|of_review|countable_by|as_manager)|_default_manager|_base_manager)"
        r"|\b(?!merged|contact)\w+\.entries\.(?!countable_by|visible_to)"
        r"|\bevidence\.(?:filter|all|count|values_list)\("
        r"|Prefetch\(\"(?:entries|entry)"
    )
    pure = "agencies/chronology/"
    found = {path: ways.findall((ROOT / path).read_text()) for path in modules() if not path.startswith(pure)}
    assert {path: hits for path, hits in found.items() if hits and path not in ROUND_HOLDS} == {}
