"""The squashed migrations lead to what the ones they replace lead to, from wherever an installation stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

OURS = {"reviews", "agencies", "findings"}


@pytest.fixture(autouse=True)
def migrations_are_read(settings: Any) -> None:
    """The suite makes tables from the models; here the migrations themselves are read. None is run."""
    settings.MIGRATION_MODULES = {}


class OneByOne(MigrationLoader):
    """The migrations as they were written, without the squashed ones."""

    def load_disk(self) -> None:
        super().load_disk()
        for key in squashed(self):
            del self.disk_migrations[key]


def squashed(loader: MigrationLoader) -> dict[tuple[str, str], Sequence[tuple[str, str]]]:
    """The squashed migrations of the three apps, and what each replaces."""
    return {key: each.replaces for key, each in loader.disk_migrations.items() if each.replaces and key[0] in OURS}


def ends_in(loader: MigrationLoader) -> dict[tuple[str, str], Any]:
    """The models after all migrations, as plain values: fields in their order, options, bases and managers."""
    state = loader.project_state()
    plain = MigrationAutodetector(state, state).deep_deconstruct
    return {
        key: (plain([list(model.fields.items()), model.options]), model.bases, model.managers)
        for key, model in state.models.items()
    }


def test_the_squashed_migrations_end_in_the_same_models() -> None:
    loader = MigrationLoader(None)
    assert set(squashed(loader)) <= set(loader.graph.nodes), "On an empty database they are the ones to run."
    assert ends_in(loader) == ends_in(OneByOne(None))


@pytest.mark.parametrize("first", ["agencies", "reviews"])
def test_an_installation_at_any_point_goes_on_to_the_end(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`first`: the app that was migrated before the others, as far as it goes without them."""
    before = OneByOne(None)
    leaves = sorted(before.graph.leaf_nodes(), key=lambda leaf: (leaf[0] != first, leaf))
    way = list(dict.fromkeys(key for leaf in leaves for key in before.graph.forwards_plan(leaf)))
    expected = ends_in(before)
    applied: dict[tuple[str, str], None] = {}
    seen: set[frozenset[tuple[str, str]]] = set()
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda recorder: dict(applied))
    for key in [None, *way]:
        applied |= {key: None} if key else {}
        if key and key[0] not in OURS:
            continue
        executor = MigrationExecutor(connection)
        executor.loader.check_consistent_history(connection)
        plan = [(each.app_label, each.name) for each, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
        run = [single for each in plan for single in squashed(executor.loader).get(each, [each])]
        assert sorted(run) == sorted(set(way) - set(applied)), f"after {key}"
        used = frozenset(executor.loader.graph.nodes)
        if used not in seen:  # Where they are the same, the end is.
            assert ends_in(executor.loader) == expected, f"after {key}"
        seen.add(used)
