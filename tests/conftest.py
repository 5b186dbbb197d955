"""What every test shares: an isolated folder for files, and a small board with named people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, TransactionTestCase
from hypothesis import settings as properties

from reviews.append_only import declared_destruction
from tests import make

properties.register_profile("portal", deadline=None)  # No test asserts a time: machines are noisy.
properties.load_profile("portal")


@pytest.fixture(autouse=True)
def files_of_this_test(tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.DEMO = True  # Second factors have tests of their own.
    # Unhashed static files: a test does not collect them first.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session", autouse=True)
def _emptying_tables_is_declared() -> Iterator[None]:
    """A transactional test empties its tables at the end; append-only tables let that happen only when it is declared."""
    teardown = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def declared(self: TransactionTestCase) -> None:
        with declared_destruction():
            teardown(self)

    TransactionTestCase._fixture_teardown = declared  # type: ignore[attr-defined]
    yield
    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]


@pytest.fixture
def board(db: None) -> make.World:
    """A board with its people and two agencies; see tests/make.py."""
    return make.world()


@pytest.fixture
def signed_in() -> Any:
    """A client signed in as somebody: signed_in(board.manager)."""

    def client(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return client
