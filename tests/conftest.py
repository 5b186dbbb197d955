"""What every test shares: an isolated folder for files, and a small board with named people."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import pytest
from django.test import Client, TransactionTestCase
from hypothesis import settings as properties
from simple_history.manager import HistoryManager

from reviews.append_only import declared_destruction
from scr_portal.lib import pdf
from scr_portal.signing_in import here
from tests import headers, make

properties.register_profile("portal", deadline=None)  # No test asserts a time: machines are noisy.
properties.load_profile("portal")

# The longest, longest first. They are begun first, so that no worker is left with one when there is nothing else to do.
LONGEST = ("pages_stay_quick", "walk", "policy", "audit", "support_is_unseen", "kept_apart", "main_job", "publication")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, and the others in their order."""
    place = {f"test_{name}.py": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the collector need not walk through it again and again, as in wsgi.py."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


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


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Iterator[None]:
    """What is the same however often it is made: the file of one page, byte for byte, and the managers of histories."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "printed", lru_cache(maxsize=256)(pdf.printed))
        patch.setattr(HistoryManager, "from_queryset", cache(HistoryManager.from_queryset))
        yield


@pytest.fixture
def board(db: None) -> make.World:
    """A board with its people and two agencies; see tests/make.py."""
    return make.world()


class Watching(Client):
    """A client that looks at what every answer carries, whatever the test asks."""

    def request(self, **request: Any) -> Any:
        """The answer. AssertionError where a header, a cookie or a page is not as tests/headers.py says."""
        answer = super().request(**request)
        found = headers.faults(answer.headers) + headers.faults_of_cookies(answer.cookies)
        if not answer.streaming and answer.headers.get("Content-Type", "").startswith("text/html"):
            found += headers.faults_of_page(answer.content)
        assert not found, f"{request.get('PATH_INFO')}: {found}"
        return answer


@pytest.fixture
def signed_in() -> Any:
    """A client signed in as somebody: signed_in(board.manager)."""

    def client(user: Any) -> Client:
        client = Watching()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        here(session)  # As signing in does.
        session.save()
        return client

    return client
