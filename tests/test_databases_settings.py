"""Which databases the environment names: the one that is written, and a copy of it for reading where there is one."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections

from scr_portal.environment import databases
from scr_portal.lib import replica

PRIMARY, COPY = "postgres://portal@one:5432/portal", "postgres://portal@two:5433/portal"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_REPLICA_URL", "DATABASE_POOLER", "DATABASE_POOL"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def test_a_copy_is_read_by_connections_that_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", PRIMARY)
    assert [*databases()] == ["default"]
    monkeypatch.setenv("DATABASE_REPLICA_URL", COPY)
    found = databases()
    assert [(name, one["HOST"], one["PORT"]) for name, one in found.items()] == [
        ("default", "one", 5432),
        ("replica", "two", 5433),
    ]
    assert "read_only=on" in found["replica"]["OPTIONS"]["options"]
    assert "options" not in found["default"]["OPTIONS"]
    assert found["replica"]["TEST"] == {"MIRROR": "default"}


def test_a_pooler_is_asked_for_no_option_that_it_would_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("DATABASE_URL", PRIMARY), ("DATABASE_REPLICA_URL", COPY), ("DATABASE_POOLER", "1")):
        monkeypatch.setenv(name, value)
    assert databases()["replica"]["OPTIONS"].keys() == {"connect_timeout"}


def test_a_copy_of_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_REPLICA_URL", COPY)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URL names a copy"):
        databases()
    monkeypatch.setenv("DATABASE_URL", PRIMARY)
    monkeypatch.setenv("DATABASE_REPLICA_URL", "mysql://two/portal")
    with pytest.raises(ImproperlyConfigured, match="DATABASE_REPLICA_URL must begin"):
        databases()


def test_without_a_copy_the_database_itself_is_asked() -> None:
    assert replica.REPLICA not in connections
    assert replica.for_reading() == DEFAULT_DB_ALIAS
