"""An installation of the first version is upgraded to this one, and brought back after an upgrade that went wrong."""

from __future__ import annotations

import lzma
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from psycopg.sql import SQL, Identifier

from scr_portal.setup import ROOT
from tests.pure.test_sealing import OLD

FIRST = Path(__file__).parent / "first_version" / "database.sql.xz"
# What was said and done stays as it was, whatever columns a version adds.
EVENTS = "SELECT id, verb, hash, before, at::text FROM reviews_event ORDER BY id"
ENTRIES = "SELECT id, date_text, event, request_id FROM agencies_entry ORDER BY id"
ROLES = "SELECT user_id, role, review_id FROM reviews_membership ORDER BY id"


class Installation:
    """A database with a name of its own, and the portal's commands on it."""

    def __init__(self, name: str, files: Path) -> None:
        given = settings.DATABASES["default"]
        self.name, self.files = name, files
        self.server = f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT'] or 5432}"

    def made(self, *, like: Installation | None = None) -> Installation:
        """The database anew: empty, or a copy of another one's."""
        template = SQL(" TEMPLATE {}").format(Identifier(like.name)) if like else SQL("")
        with psycopg.connect(f"{self.server}/postgres", autocommit=True) as connection:
            connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(self.name)))
            connection.execute(SQL("CREATE DATABASE {}{}").format(Identifier(self.name), template))
        return self

    def gone(self) -> None:
        with psycopg.connect(f"{self.server}/postgres", autocommit=True) as connection:
            connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(self.name)))

    def runs(self, statements: bytes) -> None:
        with psycopg.connect(f"{self.server}/{self.name}", autocommit=True) as connection:
            connection.execute(statements)

    def holds(self, question: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(f"{self.server}/{self.name}") as connection:
            return connection.execute(question.encode()).fetchall()

    def says(self, *words: str) -> str:
        """What a command of manage.py prints; AssertionError with its words where it fails."""
        done = self.tried(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def tried(self, *words: str) -> subprocess.CompletedProcess[str]:
        named = {
            "DATABASE_URL": f"{self.server}/{self.name}",
            "MEDIA_ROOT": str(self.files),
            "BACKUP_KEY": OLD,
            "REDIS_URL": "",
        }
        given = {**os.environ, **named, "SECRET_KEY": "for-this-test-only", "SEAL_KEYS": settings.SEAL_KEYS}
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """As the first version left it."""
    one = Installation("scr_portal_first_version", tmp_path_factory.mktemp("files")).made()
    with lzma.open(FIRST) as dumped:
        one.runs(b"".join(line for line in dumped if not line.startswith(b"\\")))
    yield one
    one.gone()


@pytest.fixture(scope="module")
def after(before: Installation) -> Iterator[Installation]:
    """As docs/operating.md says that an upgrade goes."""
    one = Installation("scr_portal_upgraded", before.files).made(like=before)
    one.says("migrate", "--noinput", "-v0")
    one.says("regrant")
    yield one
    one.gone()


def test_what_was_written_in_the_first_version_stands_unchanged_in_this_one(
    before: Installation, after: Installation
) -> None:
    assert len(before.holds(EVENTS)) > 400
    assert len(before.holds(ENTRIES)) > 1000
    for question in (EVENTS, ENTRIES, ROLES):
        assert after.holds(question)[: len(before.holds(question))] == before.holds(question)


def test_its_record_verifies_and_its_permissions_are_those_of_the_table(after: Installation) -> None:
    assert "Every chain of events holds." in after.says("audit", "--verify")
    after.says("regrant", "--check")
    after.says("migrate", "--check")


def test_an_event_that_was_changed_before_the_upgrade_shows_after_it(after: Installation) -> None:
    """The migrations do not reckon the chain anew: they would hide it."""
    other = Installation("scr_portal_upgraded_and_changed", after.files).made(like=after)
    try:
        other.runs(b"SET session_replication_role = replica; UPDATE reviews_event SET why = 'other' WHERE id = 7")
        assert other.tried("audit", "--verify").returncode != 0
    finally:
        other.gone()


def test_the_way_back_is_the_backup_into_the_version_that_made_it(after: Installation, tmp_path: Path) -> None:
    kept, names = tmp_path / "before-the-next-upgrade", "SELECT id, name FROM agencies_agency ORDER BY id"
    stood = {question: after.holds(question) for question in (EVENTS, ENTRIES, ROLES, names)}
    after.says("backup", "--to", str(kept))
    later = Installation("scr_portal_later_version", tmp_path / "files").made(like=after)
    try:
        later.runs(
            b"ALTER TABLE reviews_review ADD later text; DELETE FROM findings_mark;"
            b"INSERT INTO django_migrations (app, name, applied) VALUES ('reviews', '9999_later', now())"
        )
        refused = later.tried("restore", "--from", str(kept), "--over")
        assert "install that version, run migrate, restore, then upgrade" in refused.stderr
        later.made(like=after).runs(
            b"DELETE FROM findings_mark; UPDATE agencies_agency SET name = 'Of a wrong migration ' || id"
        )
        assert "Every chain of events holds." in later.says("restore", "--from", str(kept), "--over")
        for question, rows in stood.items():
            assert later.holds(question)[: len(rows)] == rows
    finally:
        later.gone()
